"""The tables of Swedish minutes.

Where a table names no other source, its words were seen in Swedish minutes of municipalities, associations
and networks.
"""

from motesprotokoll.model import Kind, Mode, PartOfDay
from motesprotokoll.swedish.name_words import BODY_WORDS, PLACES, TITLES, VACANT
from motesprotokoll.vocabulary.cues import CUES
from motesprotokoll.vocabulary.labels import LABELS
from motesprotokoll.vocabulary.lookup import Vocabulary

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
    *("institution", "fakultet", "församling", "pastorat", "högskola", "universitet"),
    *("bolag", "team", "kör", "presidium", "sektion", "distrikt", "projekt", "byalag", "gille"),
)

_GENITIVES = (
    *("ens", "ets", "ns", "ts", "arnas", "ornas", "ernas", "vänners", "ingars"),
    *("förenings", "klubbs", "sällskaps", "nätverks", "grupps", "råds", "nämnds"),
    *("styrelses", "utskotts", "kommittés", "förbunds", "stiftelses", "samfällighets", "kårs", "forums"),
    *("fullmäktiges", "bolags", "lags", "teams", "körs", "presidiums", "sektions", "distrikts"),
)

_AGENTS = frozenset({"av", "i", "inom", "hos"})
_LAST_DAYS = frozenset({"senast", "till", "innan", "före"})

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
        "parterna",
        "sammanträdet",
    ),
    own_unnamed=frozenset({"gruppen", "nätverket", "rådet", "kommittén", "forumet", "teamet", "laget"}),
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
        "sektionen",
        "kåren",
        "laget",
        "forumet",
        "presidiet",
        "delegationen",
        "kretsen",
        "distriktet",
        "kollegiet",
        "teamet",
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
    same_places=frozenset({"samma plats", "samma ställe", "samma lokal", "samma rum", "samma tid och plats"}),
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
    other_documents=(
        *("stadgar", "avtal", "policy", "instruktion", "arbetsordning", "faktura", "offert", "ansökan"),
        *("verksamhetsberättelse", "verksamhetsplan", "årsredovisning", "årsberättelse", "reglemente"),
        *("riktlinje", "handbok", "motion", "remiss", "yttrande", "pressmeddelande", "delegationsordning"),
    ),
    genitives=_GENITIVES,
    opens=("öppn", "mötet börja", "mötet start", "mötet inled", "sammanträdet börja"),
    ends=("avslut", "mötet slut", "mötet stäng", "sammanträdet slut", "sammanträdet stäng"),
    hour_labels=(
        *((word, "öppn") for word in ("start", "starttid", "började", "början", "mötesstart")),
        *((word, "avslut") for word in ("slut", "sluttid", "slutade", "mötesslut")),
    ),
    mail_labels=frozenset({"från", "skickat", "till", "kopia", "cc", "from", "sent", "to"}),
    mail_subjects=frozenset({"ämne", "subject"}),
    greetings=("hälsning", "hälsningar", "mvh", "vänligen", "hälsar", "/hälsn"),
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
    only_like_bodies=(
        *("slaget", "underlaget", "området", "inledningen", "anledningen", "vägledningen", "handledningen"),
    ),
    no_bodies=frozenset(
        {
            *("samråd", "område", "på", "och"),
            *("gårdagen", "dagen", "kvällen", "förmiddagen", "eftermiddagen", "veckan", "månaden", "helgen"),
            *("måndagen", "tisdagen", "onsdagen", "torsdagen", "fredagen", "lördagen", "söndagen"),
        }
    ),
    titles=TITLES,
    absent_remarks=(
        *("förhinder*", "anmält förhinder", "anmäld frånvar*", "anmälde förhinder", "frånvar*"),
        *("ej närv*", "inte närv*", "sjuk", "sjukanmäl*", "sjukskriv*", "återbud", "nej", "ej med"),
        *("inte med", "deltog ej", "deltog inte", "kunde inte delta", "kunde ej delta", "kan inte delta"),
        *("kan ej delta", "har förhinder", "hade förhinder", "avböjde", "tackade nej", "borta"),
    ),
    absent_sayings=(
        *("kunde inte vara med", "kunde ej vara med", "kunde inte delta", "kunde ej delta"),
        *(
            "kunde inte komma",
            "kunde inte närvara",
            "kunde ej närvara",
            "hade förhinder",
            "hade anmält förhinder",
        ),
        *("har anmält förhinder", "anmälde förhinder", "hade fått förhinder", "var frånvarande"),
        *("var inte med", "var ej med", "deltog inte", "deltog ej", "var förhindrad", "var förhindrade"),
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
        *(
            (word, "absence")
            for word in ("frånvarande", "frånvaro", "ej närvarande", "förhinder", "anmält förhinder")
        ),
        ("anmärkning", "note"),
        ("kommentar", "note"),
        ("e-post", "note"),
        ("epost", "note"),
        ("mejl", "note"),
        ("telefon", "note"),
        ("mobil", "note"),
        ("tel", "note"),
        ("bolag", "organisation"),
        ("arbetsgivare", "organisation"),
        ("region", "organisation"),
        ("representerar", "organisation"),
        ("representation", "organisation"),
        ("parti", "note"),
    ),
    task_columns=(
        *((word, "what") for word in ("vad", "uppgift", "åtgärd", "aktivitet", "att göra", "action", "todo")),
        *(
            (word, "owner")
            for word in ("vem", "ansvarig", "ansvar", "ansvariga", "ansvarig person", "utförare")
        ),
        *((word, "due") for word in ("när", "klart", "klar", "senast", "deadline", "datum", "klart senast")),
        *((word, "due") for word in ("klart / aktuellt", "klart/aktuellt", "aktuellt", "aktualitet")),
        ("beslut", "decision"),
    ),
    item_columns=frozenset({"punkt", "nr", "§", "ärende", "dagordningspunkt", "dagordning", "ämne", "fråga"}),
    owner_labels=frozenset({"ansvar", "ansvarig", "ansvariga", "ansvarig person"}),
    joining=frozenset(_JOINING.split()),
    conditions=frozenset(
        {"om", "ifall", "innan", "att", "som", "när", "huruvida", "vilket", "vilka", "vilken", "där"}
    ),
    agents=_AGENTS,
    no_subjects=_AGENTS | {"från", "på", "vid", "till", "för", "inför", "efter", "under", "med", "om"},
    for_others=frozenset({"för", "i", "på", "till", "från"}),
    matters=frozenset(
        {
            *("beslut", "beslutet", "frågan", "ärendet", "förslaget", "punkten", "motionen", "diskussionen"),
            *("ställningstagande", "ställningstagandet", "yttrandet", "remissen", "ansökan"),
        }
    ),
    assuming=("antas att", "antas vara", "antas bli", "antas ha", "antar att", "antar jag", "antar vi"),
    with_board=(
        *("förening", "klubb", "brf ", " ab", "bolag", "sällskap", "samfällighet", "stiftelse", "kår"),
    ),
    without_board=("årsmöte", "stämma", "medlemsmöte", "nätverk", "nämnd", "utskott", "grupp", "kommitt"),
    definite=("et", "en", "n", "t", "e"),
    common=("en", "et", "na", "ar", "er", "or", "ade", "are", "ande", "ning", "skap", "het"),
    nothing=frozenset(
        {"inget", "inga", "–", "-", "", "inget beslut", "inga beslut", "nej", "ingen åtgärd"}
        | {"inget beslut fattades", "inga beslut fattades"}
    ),
    no_decisions=(
        *("förslag", "yrkande", "reservation", "beslutsunderlag", "beslutsgång", "proposition", "votering"),
    ),
    discussing=("diskuter", "diskussion", "samtala", "resonera"),
    adverbs=(" också", " även", " sedan", " därefter", " därför", " nu", " fortsatt"),
    acting=frozenset({"arbetsgivaren", "entreprenören", "beställaren", "kansliet", "sekretariatet"}),
    pronouns=frozenset(
        {
            *("vi", "jag", "du", "ni", "de", "alla", "hon", "han", "den", "det", "man", "samtliga", "ingen"),
            *("någon", "detta", "dessa", "denna", "båda", "bägge", "övriga", "resten", "flera", "många"),
            *("några", "få"),
            *("andra", "dem", "varje", "var", "vem", "berörda", "intresserade", "frivilliga", "respektive"),
        }
    ),
    questioning=frozenset(
        {"om", "ifall", "hur", "varför", "vad", "när", "var", "vem", "vilka", "vilken", "vilket"}
    ),
    no_tasks=frozenset(
        {"slutar", "börjar", "fyller", "reser", "flyttar", "kvarstår", "stannar", "vikarierar"}
    ),
    before_dates=_LAST_DAYS | {"inför", "under", "i", "på", "den", "klart", "klar"},
    last_days=_LAST_DAYS,
    meetings=("möte", "sammanträde", "träff", "stämma", "avstämning"),
    kinds_of_meeting=("ordinarie", "extra", "konstituerande", "extraordinarie"),
    other_meetings=("föregående", "förra", "senaste", "tidigare", "nästa"),
    meets=frozenset({"träffas", "ses", "möts", "sammanträder", "samlas"}),
    seasonal=("vårmöt", "höstmöt"),
    is_held=("hålls", "blir", "är", "äger"),
    breaks=("ajourner", "paus", "fika", "lunch"),
    of_whom=frozenset({"från", "fört", "förda", "förd", "vid", "av", "för", "till", "över"}),
)
"""What the library knows of Swedish minutes."""
