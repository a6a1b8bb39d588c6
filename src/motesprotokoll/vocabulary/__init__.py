"""The words that Swedish minutes are written with: labels, cues and phrases, as data with name and source.

`SWEDISH` is what the library knows. A caller adds the words of an own house without touching any code:

    >>> from motesprotokoll.model import Attendance
    >>> words = SWEDISH.extended(labels=[Label("Bordet runt", Topic.ATTENDANCE, Attendance.PRESENT)])
    >>> words.attendance_of("Bordet runt:")
    <Attendance.PRESENT: 'present'>
"""

from motesprotokoll.model import Kind, Mode, PartOfDay
from motesprotokoll.swedish.name_words import BODY_WORDS, PLACES, TITLES, VACANT
from motesprotokoll.vocabulary.cues import CUES
from motesprotokoll.vocabulary.labels import LABELS
from motesprotokoll.vocabulary.terms import Cue, CueSet, Label, Sign, Topic, Vocabulary, label_key

__all__ = ["SWEDISH", "Cue", "CueSet", "Label", "Sign", "Topic", "Vocabulary", "label_key"]

_KINDS = (
    ("protokoll", Kind.MINUTES),
    ("anteckning", Kind.NOTES),
    ("sammanfattning", Kind.NOTES),
    ("minutes", Kind.MINUTES),
    ("kallelse", Kind.SUMMONS),
    ("dagordning", Kind.AGENDA),
    ("föredragningslista", Kind.AGENDA),
    ("agenda", Kind.AGENDA),
)

_PARTS = (
    ("förmiddagarna", PartOfDay.MORNING),
    ("förmiddagar", PartOfDay.MORNING),
    ("förmiddag", PartOfDay.MORNING),
    ("förmiddagen", PartOfDay.MORNING),
    ("fm", PartOfDay.MORNING),
    ("eftermiddagarna", PartOfDay.AFTERNOON),
    ("eftermiddagar", PartOfDay.AFTERNOON),
    ("eftermiddag", PartOfDay.AFTERNOON),
    ("eftermiddagen", PartOfDay.AFTERNOON),
    ("em", PartOfDay.AFTERNOON),
    ("kvällar", PartOfDay.EVENING),
    ("kvällarna", PartOfDay.EVENING),
    ("kväll", PartOfDay.EVENING),
    ("heldag", PartOfDay.WHOLE_DAY),
    ("heldagar", PartOfDay.WHOLE_DAY),
)

_JOINING = """
    och eller samt i på för med till av om att som den det de en ett från under mellan vid enligt inom mot
    utan över efter inför innan när där hur vad vilka vilken vilket är har ska kan sin sitt sina vår vårt
    våra dess kl kl. klockan
    """

_FILLERS = """
    är blir hålls äger rum den det på i kl kl. klockan möte mötet träff träffen sker planeras till och
    nästa tid datum då
    planerat dag av för är: blir: nya ny vi ses med start börjar
    """

_ORGANISATION_STEMS = (
    *("förening", "klubb", "sällskap", "nätverk", "grupp", "råd", "nämnd", "styrelse", "utskott", "kommitté"),
    *("förbund", "stiftelse", "samfällighet", "brf", "kår", "forum", "avdelning", "beredning", "fullmäktige"),
    *("bolag", "team", "kör", "presidium", "sektion", "distrikt", "projekt", "byalag", "gille"),
)

_GENITIVES = (
    *("ens", "ets", "ns", "ts", "arnas", "ornas", "ernas", "vänners", "ingars"),
    *("förenings", "klubbs", "sällskaps", "nätverks", "grupps", "råds", "nämnds"),
    *("styrelses", "utskotts", "kommittés", "förbunds", "stiftelses", "samfällighets", "kårs", "forums"),
    *("fullmäktiges", "bolags", "lags", "teams", "körs", "presidiums", "sektions", "distrikts"),
)

SWEDISH = Vocabulary(
    labels=LABELS,
    cues=CUES,
    kinds=_KINDS,
    parts_of_day=_PARTS,
    own_words=(
        "vi",
        "mötet",
        "årsmötet",
        "alla",
        "deltagarna",
        "de närvarande",
        "ledamöterna",
        "medlemmarna",
        "sammanträdet",
    ),
    bodies=(
        "nätverket",
        "nämnden",
        "styrelsen",
        "fullmäktige",
        "utskottet",
        "rådet",
        "gruppen",
        "kommittén",
        "regeringen",
        "riksdagen",
        "förbundet",
        "förvaltningen",
        "myndigheten",
        "stämman",
        "organet",
        "beredningen",
        "ledningen",
        "fonden",
        "föreningen",
        "klubben",
        "sällskapet",
        "byalaget",
        "samfälligheten",
        "stiftelsen",
        "bolaget",
    ),
    modes=(
        ("hybrid", Mode.HYBRID),
        ("fysisk", Mode.ON_SITE),
        ("digital", Mode.REMOTE),
        ("distans", Mode.REMOTE),
        ("teams", Mode.REMOTE),
        ("zoom", Mode.REMOTE),
        ("skype", Mode.REMOTE),
        ("videomöte", Mode.REMOTE),
        ("telefonmöte", Mode.REMOTE),
        ("webbmöte", Mode.REMOTE),
    ),
    virtual_places=frozenset(
        {
            *("teams", "microsoft teams", "zoom", "skype", "google meet", "digitalt möte", "distansmöte"),
            *("videomöte", "telefonmöte", "webbmöte", "teamsmöte", "teams-möte", "zoommöte", "zoom-möte"),
        }
    ),
    place_words=(
        *("rum", "rummet", "sal", "salen", "huset", "gården", "skolan", "biblioteket", "hotell", "lokalen"),
        *("stugan", "hemmet", "arenan", "kansliet", "kontoret", "centrum", "museet"),
    ),
    video_links=(
        *("teams.", "zoom.", "meet.", "video", "webex", "whereby", "jitsi", "skype", "bbb."),
        *("meetup-join", "/j/"),
    ),
    blanks=frozenset({"tbd", "tba", "nn", "n.n", "fylls i", "fylls i senare", "kommer", "saknas"}),
    no_names=frozenset(
        {
            *("utkast", "arbetsmaterial", "arbetskopia", "kopia", "koncept", "ojusterat", "ej justerat"),
            *("preliminärt", "preliminär", "förslag", "internt", "konfidentiellt", "ej granskat", "draft"),
        }
    ),
    genitives=_GENITIVES,
    opens=("öppn", "mötet börja", "mötet start", "mötet inled", "sammanträdet börja"),
    ends=("avslut", "mötet slut", "mötet stäng", "sammanträdet slut", "sammanträdet stäng"),
    tentative=("prelimin", "prel."),
    cancelled=("inställ",),
    fillers=frozenset(_FILLERS.split()),
    places=PLACES,
    body_words=BODY_WORDS,
    serving_remarks=("tjänstgör", "tjg", "ersätter", "beslutande"),
    vacant=VACANT,
    before_names=frozenset({"anteckningar", "mötesanteckningar", "minnesanteckningar", "protokoll"}),
    attributed=frozenset(
        {"närvarande", "deltagare", "deltagande", "frånvarande", "förhindrade", "inbjudna", "adjungerade"}
    ),
    organisation_stems=_ORGANISATION_STEMS,
    no_bodies=frozenset({"samråd", "område", "på", "och"}),
    titles=TITLES,
    absent_remarks=(
        "förhinder",
        "anmält förhinder",
        "anmäld frånvar",
        "anmälde förhinder",
        "frånvar",
        "ej närvarande",
        "inte närvarande",
        "ej närv",
        "sjuk",
        "återbud",
        "nej",
        "deltog ej",
        "deltog inte",
        "kunde inte delta",
        "kunde ej delta",
        "kan inte delta",
        "kan ej delta",
        "har förhinder",
        "hade förhinder",
        "ej med",
        "inte med",
    ),
    attended=frozenset({"x", "ja", "j", "✓", "✔", "☒", "☑", "närvarande", "närv", "yes"}),
    columns=(
        ("namn", "name"),
        ("deltagare", "name"),
        ("person", "name"),
        ("ledamot", "member"),
        ("ledamöter", "member"),
        ("medlem", "member"),
        ("representant", "member"),
        ("roll", "role"),
        ("titel", "role"),
        ("befattning", "role"),
        ("funktion", "role"),
        ("uppdrag", "role"),
        ("post", "role"),
        ("mötesroll", "note"),
        ("organisation", "organisation"),
        ("kommun", "organisation"),
        ("företag", "organisation"),
        ("förening", "organisation"),
        ("enhet", "unit"),
        ("förvaltning", "unit"),
        ("avdelning", "unit"),
        ("närvarande", "attendance"),
        ("närvaro", "attendance"),
        ("närv", "attendance"),
        ("deltog", "attendance"),
        ("anmärkning", "note"),
        ("kommentar", "note"),
    ),
    task_columns=(
        *((word, "what") for word in ("vad", "uppgift", "åtgärd", "aktivitet", "att göra", "action", "todo")),
        *(
            (word, "owner")
            for word in ("vem", "ansvarig", "ansvar", "ansvariga", "ansvarig person", "utförare")
        ),
        *((word, "due") for word in ("när", "klart", "klar", "senast", "deadline", "datum", "klart senast")),
        ("beslut", "decision"),
    ),
    joining=frozenset(_JOINING.split()),
)
"""What the library knows of Swedish minutes."""
