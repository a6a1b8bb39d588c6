"""The words by which a person's name is told from a place, a body, a title or an empty seat: tables only.

`NameWords` holds what one house says. Keys are case-folded; whoever looks something up folds the text first.
"""

import attrs

from motesprotokoll.swedish.organisations import KNOWN_ORGANISATIONS

# Places and bodies that could be taken for a person's name. Source: the members of Göteborgsregionen, and
# whom their networks invite.
_OTHER_PLACES = """
    SKR · VGR · Adda · Västra Götaland · Västra Götalandsregionen · Business Region Göteborg · Borås ·
    Trollhättan · Uddevalla · Stockholm · Malmö · Länsstyrelsen · Arbetsförmedlingen · Försäkringskassan ·
    Kommunal · Vision · Region Halland · Region Skåne
    """
PLACES = frozenset(
    {" ".join(one.split()).casefold() for one in _OTHER_PLACES.split("·")}
    | {name.casefold() for one in KNOWN_ORGANISATIONS for name in (one.name, *one.aliases)}
)

# Words in the name of an organisation that no person's name holds. Source: attendance lists in the wild.
_BODY_WORDS = """
    kommun kommuner kommunen stad staden region regionen förening föreningen förbund förbundet ab hb
    nämnd nämnden
    styrelse styrelsen förvaltning förvaltningen kontoret kontor enhet enheten avdelning avdelningen
    universitet
    högskola högskolan skola skolan myndigheten verket rådet bolag bolaget co group konsult fackförbund klubb
    klubben sällskap stiftelsen stiftelse & grupp gruppen nätverk nätverket projekt projektet
    """
BODY_WORDS = frozenset(_BODY_WORDS.split())

# How the last word of a body ends where it is a compound. Source: as above.
BODY_ENDINGS = (
    *("avdelningen", "bolaget", "enheten", "förbundet", "föreningen", "förvaltningen", "gruppen", "kansliet"),
    *("kontoret", "ledningen", "myndigheten", "nämnden", "nätverket", "regionen", "rådet", "skolan", "skola"),
    *("staben", "staden", "stiftelsen", "styrelsen", "utskottet", "verket", "klubben", "laget", "kåren"),
    *("sällskapet", "kommittén", "centralen", "byrån", "fonden", "teamet", "kommunen", "högskolan"),
    *("universitetet", "akademin", "institutet", "kyrkan", "församlingen", "museet", "biblioteket"),
    *("sjukhuset", "tjänsten", "samfälligheten", "unionen", "kooperativet"),
)

# What stands first in the name of a body or a place, and is no given name: "Svenska Kyrkan", "Stora Torget".
BODY_BEGINNINGS = frozenset(
    [
        "fria",
        "gamla",
        "gröna",
        "göteborgs",
        "lilla",
        "mellersta",
        "nordiska",
        "norra",
        "nya",
        "region",
        "stora",
        "svenska",
        "södra",
        "unga",
        "västra",
        "östra",
    ]
)

# Titles that stand before a name: "VD Eva Al". Source: attendance lists in the wild; what ends as a role does
# (`words.ROLE_ENDINGS`) needs no row here.
_TITLES = """
    rektor lärare vd ordf ordförande kassör sekr sekreterare ledamot ledamöterna suppleant suppleanterna
    ekonomichef kommundirektör förvaltningschef enhetschef verksamhetschef projektledare kanslichef
    dr docent prof professor advokat
    """
TITLES = frozenset(_TITLES.split())

# What stands in the place of a name where a seat is empty. Source: the lists of members of GR's networks.
VACANT = frozenset({"vakant", "vakans", "n.n.", "nn", "n.n", "n n", "n. n."})

# Headings over groups of people that also stand on one line with them. Source: as for the titles.
_GROUPS = """
    närvarande frånvarande förhinder deltagare deltagande ledamöter ersättare suppleanter övriga gäster
    inbjudna adjungerade beslutande tjänstgörande tjänstepersoner tjänstemän kallade
    lärare doktorander studenter elever föräldrar personal t/a-personal ta-personal
    """
GROUPS = frozenset(_GROUPS.split())

# Words at the beginning of a row that add it to the one above: "samt Ida Ek". Source: as above.
ADDING = frozenset({"samt", "och", "m.fl.", "med"})

# Words in one: "alla", "ingen" stand where a name could, and name nobody.
NOBODY = frozenset(
    [
        "bevis",
        "anslag",
        "alla",
        "samtliga",
        "ingen",
        "inga",
        "flera",
        "många",
        "övriga",
        "resten",
        "se",
        "enligt",
        "bilaga",
    ]
)

# Words inside a name that start lower case, here and where Swedes' names come from.
PARTICLES = frozenset(
    [
        "af",
        "al",
        "av",
        "ben",
        "bin",
        "bint",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "ibn",
        "la",
        "las",
        "le",
        "los",
        "ten",
        "ter",
        "van",
        "vom",
        "von",
        "y",
        "zu",
        "zum",
        "zur",
    ]
)


@attrs.frozen(eq=False)
class NameWords:
    """Namnord: what tells a name from other words in one house.

    Args:
        places: Places and bodies that could be taken for a person's name, case-folded.
        body_words: Words that only the name of a body holds, case-folded.
        titles: Titles that stand before a name, case-folded, without a stop.
        vacant: What stands for an empty seat, case-folded.
    """

    places: frozenset[str] = PLACES
    body_words: frozenset[str] = BODY_WORDS
    titles: frozenset[str] = TITLES
    vacant: frozenset[str] = VACANT


NAME_WORDS = NameWords()
"""What the library knows."""
