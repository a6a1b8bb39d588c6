"""The words and signs of Swedish dates, times, names and abbreviations: tables only, each with its source.

Keys are lower case; whoever looks something up lowers the text first.
"""

from motesprotokoll.model import Mode, PartOfDay

NBSP = "\N{NO-BREAK SPACE}"

# CLDR 45, sv, months and days, wide; checked against Babel in the tests.
MONTH_NAMES = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAY_NAMES = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
SATURDAY = 5

FULL_MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}

# CLDR sv, months abbreviated, with the forms without a final letter or stop that minutes use; and English
# names, which tools leave behind in headers.
_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ENGLISH_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTHS = (
    FULL_MONTHS
    | {name: number for number, name in enumerate(_SHORT_MONTHS, 1)}
    | {name: number for number, name in enumerate(_ENGLISH_MONTHS, 1)}
    | {"sept": 9, "febr": 2}
)

# CLDR sv, days wide, abbreviated and short; "tor" is seen in the wild.
_SHORT_WEEKDAYS = {"mån": 0, "tis": 1, "ons": 2, "tor": 3, "tors": 3, "fre": 4, "lör": 5, "sön": 6} | {
    name: number for number, name in enumerate(("må", "ti", "on", "to", "fr", "lö", "sö"))
}
DEFINITE_WEEKDAYS = {f"{name}en": number for number, name in enumerate(WEEKDAY_NAMES)}
WEEKDAYS = {name: number for number, name in enumerate(WEEKDAY_NAMES)} | DEFINITE_WEEKDAYS | _SHORT_WEEKDAYS

# How a weekday is written behind its date, "2030-05-08, ons": CLDR sv and en, wide and abbreviated.
WEEKDAYS_BEHIND = (
    *WEEKDAY_NAMES,
    *("mån", "tis", "ons", "tors", "tor", "fre", "lör", "sön"),
    *("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
)
# What a date that begins with its weekday begins with.
WEEKDAY_STEMS = tuple(name[:3] for name in WEEKDAY_NAMES)

WEEKDAY_PLURALS = {
    f"{name}{ending}": number for number, name in enumerate(WEEKDAY_NAMES) for ending in ("ar", "arna")
}

# Recurrence: "varannan fredag", "var tredje vecka", "helgfri måndag" (a weekday that is no public holiday),
# "första fredagen i månaden". Kept as written: which days are meant is a matter of plans, not of language.
EVERY = frozenset({"varje", "varannan", "vartannat"})
EVERY_NTH = frozenset({"andra", "tredje", "fjärde", "femte", "sjätte"})
HOLIDAY_FREE = frozenset({"helgfri", "helgfria"})
RECURRING_UNITS = frozenset({"vecka", "månad", "kvartal", "halvår", "termin", "år"})
LAST = "sista"

# All signs that stand for a dash or hyphen somewhere: hyphen-minus, hyphen, non-breaking hyphen, figure dash,
# en dash, em dash, horizontal bar, minus sign.
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"

# Part of day, where no clock time is named (own table; the definite plural heads a list of dates).
PARTS_OF_DAY = {
    form: part
    for stem, part in (
        ("förmiddag", PartOfDay.MORNING),
        ("eftermiddag", PartOfDay.AFTERNOON),
        ("kväll", PartOfDay.EVENING),
        ("heldag", PartOfDay.WHOLE_DAY),
    )
    for form in (stem, f"{stem}en", f"{stem}ar", f"{stem}arna")
} | {"fm": PartOfDay.MORNING, "em": PartOfDay.AFTERNOON}
PART_OF_DAY_NAMES = {
    PartOfDay.MORNING: "förmiddag",
    PartOfDay.AFTERNOON: "eftermiddag",
    PartOfDay.EVENING: "kväll",
    PartOfDay.WHOLE_DAY: "heldag",
}

# How sure a meeting is and in which form it is held: fields of `Occasion`. The first form of each is written.
STATUSES: dict[str, tuple[str, bool | Mode]] = {
    **dict.fromkeys(("preliminärt", "preliminär", "preliminära", "prel"), ("tentative", True)),
    **dict.fromkeys(("inställt", "inställd", "inställda"), ("cancelled", True)),
    **dict.fromkeys(("fysiskt", "fysisk"), ("mode", Mode.ON_SITE)),
    **dict.fromkeys(("digitalt", "digital", "distansmöte"), ("mode", Mode.REMOTE)),
    **dict.fromkeys(("hybrid", "hybridmöte"), ("mode", Mode.HYBRID)),
}
# What stands before a clock time.
CLOCK_WORDS = frozenset({"kl", "klockan"})
# What stands for an interval inside the meeting: the hours behind it are not those of the meeting.
BREAKS = frozenset({"ajournering", "ajourneras", "ajournerat", "paus", "fika", "lunch"})

# What stands before a number that is no day ("nr 3/12", "sid. 3/12"), and behind a fraction ("3/5 av dem").
_NUMBERED = """
§ §§ betyg bil bilaga dnr figur kap kapitel linje nr nummer p paragraf punkt s sid sida sidan steg tabell
utgåva ver version
"""
NUMBERED = frozenset(_NUMBERED.split())
SHARED_OUT = frozenset({"av", "del", "delar", "dels"})

# Seasons as minutes use them: half-years of work rather than meteorology, generous on purpose. (month, day)
# of the first and the last day. "Vintern" is not among them: a year has two winters.
SEASONS = {
    **dict.fromkeys(("våren", "vår", "vårterminen", "vt"), ((1, 1), (6, 30))),
    **dict.fromkeys(("sommaren", "sommar"), ((6, 1), (8, 31))),
    **dict.fromkeys(("hösten", "höst", "höstterminen", "ht"), ((7, 1), (12, 31))),
}
# These forms mean a season only after "i" ("i vår") or before a year ("vår 2024"): "vår" is also "our".
WEAK_SEASONS = frozenset({"vår", "sommar", "höst", "vt", "ht"})

# "i slutet av augusti": which days of a month a word may mean. Our own reading, overlapping on purpose.
PARTS_OF_MONTH = {"början": (1, 15), "mitten": (8, 24), "slutet": (16, 31)}

# "första kvartalet", "andra halvåret": the months of each.
QUARTERS = {1: (1, 3), 2: (4, 6), 3: (7, 9), 4: (10, 12)}
HALF_YEARS = {1: (1, 6), 2: (7, 12)}
ORDINAL_WORDS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}

# What may stand after a month in a compound: "december-träffen", "septembermötet".
MEETING_WORDS = frozenset(
    {
        "dagarna",
        "konferensen",
        "möte",
        "mötena",
        "mötet",
        "nätverksmötet",
        "nätverksträffen",
        "sammanträde",
        "sammanträdet",
        "styrelsemötet",
        "träff",
        "träffen",
    }
)
MONTH_COMPOUNDS = {
    f"{month}{word}": number for month, number in FULL_MONTHS.items() for word in sorted(MEETING_WORDS)
}

# Numbers as words, for "om två veckor".
NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        ("en ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"), 1
    )
    for word in words.split()
}

# Times that a deadline names without any date in them.
UNDATED = (
    "nästa möte",
    "nästa träff",
    "nästa nätverksträff",
    "nästa sammanträde",
    "nästkommande möte",
    "kommande möte",
    "snarast",
    "snarast möjligt",
    "omgående",
    "löpande",
    "vid tillfälle",
)

# Abbreviations after which a sentence never ends. Source: prefix.nu/forkortningar, fritext.se, SLU's and
# Alingsås's style guides, and minutes in the wild.
_ABBREVIATIONS = """
bl.a. bitr. ca. d.v.s. dvs. dr. e.d. enl. etc. ev. exkl. f.d. f.n. f.ö. fr.o.m. forts. förf. inkl.
jfr. kap. kl. m.a.o. m.fl. m.m. max. min. nr. o.d. obs. ordf. osv. o.s.v. p. p.g.a. prel. ref. resp.
s. s.k. sekr. st. st.f. stf. t.ex. t.h. t.o.m. tel. tf. tfn. tjg. v. v.g. vs. ang. anm. bil. jan.
feb. febr. mar. apr. jun. jul. aug. sep. sept. okt. nov. dec.
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())

# How a role (titel, funktion) begins. Source: attendance lists in the wild.
ROLE_BEGINNINGS = (
    "tf.",
    "tf ",
    "tillförordnad ",
    "t.f.",
    "bitr.",
    "bitr ",
    "biträdande ",
    "v.",
    "vice ",
    "1:e ",
    "2:e ",
)
# How the word that carries a role ends (the last word of a compound). Source: as above.
ROLE_ENDINGS = (
    "adjungerad",
    "administratör",
    "analytiker",
    "ansvarig",
    "arkitekt",
    "assistent",
    "chef",
    "controller",
    "direktör",
    "ekonom",
    "ersättare",
    "expert",
    "föredragande",
    "förhandlare",
    "förtroendevald",
    "handläggare",
    "ingenjör",
    "inspektör",
    "jurist",
    "justerare",
    "kanslist",
    "kommunalråd",
    "kommunikatör",
    "konsult",
    "koordinator",
    "kurator",
    "kassör",
    "ledamot",
    "ledare",
    "ombud",
    "lärare",
    "läkare",
    "ordförande",
    "partner",
    "pedagog",
    "planerare",
    "praktikant",
    "protokollförare",
    "projektledare",
    "psykolog",
    "rektor",
    "representant",
    "revisor",
    "rådgivare",
    "samordnare",
    "sekreterare",
    "sjuksköterska",
    "sköterska",
    "studierektor",
    "tekniker",
    "terapeut",
    "specialist",
    "strateg",
    "suppleant",
    "utredare",
    "utvecklare",
    "vaktmästare",
)
# The same with a definite article, where the word stands before a name: "Kommunalrådet Ida Ek".
ROLE_DEFINITES = tuple(f"{ending}{article}" for ending in ROLE_ENDINGS for article in ("n", "en", "et"))
# What programs for meetings on the web call those who came. Source: recaps of Microsoft Teams.
_IN_RECAPS = ("organisatör", "extern", "presentatör")
# Roles that are words of their own only, and no ends of compounds.
ROLE_WORDS = frozenset(
    {*("vd", "ordf", "mötesordf", "sekr", "kassör", "rektor", "prefekt", "dekan", "kyrkoherde"), *_IN_RECAPS}
)
# Offices that one person holds and that stand without an article: "Rektor kontaktar …".
OFFICES = frozenset({"vd", "rektor", "ordförande", "prefekt", "kyrkoherde"})
# Last words of a company's name: what looks like a role before them is none.
COMPANY_WORDS = frozenset({"ab", "hb", "kb", "co", "co.", "inc", "ltd", "as", "förening", "förbund"})

# What a unit or an organisation may end in although it starts lower case ("ledningskansliet": SLU's style
# guide).
UNIT_ENDINGS = (
    "kontoret",
    "kontor",
    "förvaltningen",
    "förvaltning",
    "avdelningen",
    "avdelning",
    "enheten",
    "enhet",
    "kansliet",
    "nämnden",
    "styrelsen",
    "bolaget",
    "kommun",
    "stad",
    "regionen",
    "förbundet",
    "myndigheten",
    "sektorn",
    "kommunen",
    "polisen",
    "skolan",
    "tjänsten",
    "företagarna",
    "föreningen",
    "klubben",
    "kyrkan",
    "församlingen",
    "högskolan",
    "universitetet",
)

# How a remark beside a name begins. Source: attendance lists of networks, boards and political bodies.
REMARK_BEGINNINGS = (
    "§",
    "adjungera",
    "anmäl",
    "anslut",
    "anslöt",
    "avvek",
    "del av",
    "delar av",
    "deltar",
    "deltog",
    "digitalt ",
    "ej ",
    "endast",
    "efter ",
    "ersätter",
    "fr o m ",
    "fr.o.m",
    "fram till",
    "från ",
    "frånvar",
    "föräldraledig",
    "förhinder",
    "för ",
    "gick",
    "ingår",
    "inte ",
    "jäv",
    "kl.",
    "kl ",
    "kom ",
    "ledig",
    "lämna",
    "m.fl.",
    "m fl",
    "närvarande",
    "oberoende",
    "online ",
    "p.",
    "per telefon",
    "protokoll",
    "punkt",
    "på distans",
    "på länk",
    "på telefon",
    "på teams",
    "på zoom",
    "sen ankomst",
    "sjuk ",
    "sjukanmäl",
    "som ersättare",
    "t.o.m",
    "t o m ",
    "tel.",
    "tel ",
    "tfn",
    "teams ",
    "till och med",
    "till kl",
    "till punkt",
    "till §",
    "tjg",
    "tjänstgör",
    "tjänstledig",
    "under ",
    "vakant",
    "vid ",
    "via ",
    "återbud",
    "zoom ",
)

# Party codes as they stand in brackets after a name. Source: Valmyndigheten's codes of the parties in the
# Riksdag, and those often seen in municipal minutes. Any case: "(m)" and "(M)" both occur.
PARTIES = frozenset({"c", "d", "fi", "fp", "kd", "l", "m", "mp", "s", "sd", "v"})
