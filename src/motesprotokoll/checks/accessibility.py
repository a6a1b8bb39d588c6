"""Rules about whether everybody can read what is written: MP801 to MP899.

What a document looks like is for those who render it. These are about what is said, and how it is built.
"""

import re
import unicodedata
from collections.abc import Iterator

from motesprotokoll.checks.excerpts import matches, tell_of
from motesprotokoll.checks.rules import Told, rule, tell
from motesprotokoll.checks.subject import Subject
from motesprotokoll.findings import Severity
from motesprotokoll.model import Found, Paragraph, Table

_PARTS_OF_NUMBER = re.compile(r"\d++(?:\.\d\d*+)++")
_TYPED_MARK = re.compile(r"(?:[-–—•*·▪◦]|\(?[a-z0-9]{1,2}[.)]) \S")
_FEWEST_TYPED = 3
_FEWEST_ROWS = 3
_SHOUTED_WORDS, _SHOUTED_LETTERS = 6, 30
_LONGEST_SIGNS = 12

_COLOURS = "röd|gul|grön|blå|orange|rosa|lila|svart|grå"
_IN_COLOUR = "rött|gult|grönt|blått|orange|rosa|lila|färg"
_BY_COLOUR = re.compile(
    rf"\b(?:(?:{_COLOURS})marker\w+"
    rf"|marker\w+ (?:i|med) (?:{_IN_COLOUR})\b"
    rf"|(?:står|visas|anges|skrivs|syns|är) (?:i|med) (?:{_IN_COLOUR})\b"
    r"|(?:det|de|allt|alla) som är (?:rött|röda|gult|gula|grönt|gröna|blått|blå)"
    r" i (?:tabellen|listan|diagrammet|schemat)"
    rf"|(?:{_COLOURS})(?:a|t)? (?:text|texten|markering|markeringen|raderna|cellerna|kolumnen|fälten))\b",
    re.IGNORECASE,
)
_BY_PLACE = re.compile(
    r"\b(?:(?:bilden|rutan|tabellen|kolumnen|spalten|diagrammet|kartan|texten|figuren|listan|fältet)"
    r"(?: ovan| nedan)? till (?:höger|vänster)"
    r"|(?:se|enligt)(?: bilden| tabellen| rutan)?(?: nedan| ovan| här)? till (?:höger|vänster)"
    r"|(?:höger|vänster)(?:spalten|kolumnen|marginalen)"
    r"|i (?:höger|vänster|högra|vänstra) (?:spalt|kolumn|marginal)\w*+)\b",
    re.IGNORECASE,
)
_COLOUR_WORDS = frozenset(
    f"{colour}{ending}" for colour in f"{_COLOURS}|{_IN_COLOUR}".split("|") for ending in ("", "a", "t")
)
_PLACE_SIGNS = ("höger", "högra", "vänster", "vänstra")
"""What has to be in a document with words of colour or place: else there is nothing to look for."""


@rule(
    "MP801",
    "table-without-header",
    title="Tabell utan rubrikrad",
    advice="Låt första raden säga vad kolumnerna innehåller, och märk den som rubrikrad.",
)
def table_without_header(subject: Subject) -> Iterator[Told]:
    """A table of which no row is marked as the one that names the columns.

    Who hears a table cell by cell is told the name of the column with each, if there is one (WCAG 2.2,
    1.3.1). In Word it is *Upprepa rubrikrader* (repeat header rows); in text and Markdown a line of hyphens
    below the row. Small tables, and pairs of a label and its value, are left alone.

    Fails:

        Anteckningar möte 2027-02-05

        1. Statistik

        | Ale | 12 |
        | Lerum | 9 |
        | Tjörn | 4 |

    Passes:

        Anteckningar möte 2027-02-05

        1. Statistik

        | Kommun | Antal |
        |--------|-------|
        | Ale    | 12    |
        | Lerum  | 9     |
    """
    for found, table in _tables(subject):
        if not table.header_rows and len(table.rows) >= _FEWEST_ROWS and not _is_of_labels(table):
            yield tell("Tabellen har ingen rubrikrad.", found.place)


def _tables(subject: Subject) -> Iterator[tuple[Found, Table]]:
    for found in subject.blocks:
        if isinstance(found.block, Table):
            yield found, found.block


def _is_of_labels(table: Table) -> bool:
    """Whether it has one column, or each row is a label with its value: "Tid: | 9–12"."""
    width = len(table.rows[0])
    return width == 1 or (width == 2 and all(row[0].text.endswith(":") for row in table.rows if row[0].body))


@rule(
    "MP802",
    "heading-level-skipped",
    title="Hoppad rubriknivå",
    advice="Lägg till nivån som fattas, eller flytta upp rubriken en nivå.",
    severity=Severity.NOTE,
)
def heading_level_skipped(subject: Subject) -> Iterator[Told]:
    """An item whose number is two levels below the one before: 2.1.1 right below 2, with no 2.1.

    Many find their way by a list of the headings, and wonder what was left out (WCAG 2.2, 1.3.1 and 2.4.6).

    Fails:

        Anteckningar möte 2027-02-05

        1. Inledning
        Alla var välkomna.

        2. Ekonomi
        Läget är gott.

        2.1.1 Bokslut
        Bokslutet är klart.

    Passes:

        Anteckningar möte 2027-02-05

        2. Ekonomi
        Läget är gott.

        2.1 Bokslut
        Bokslutet är klart.

        3.1 Lokaler
        Inget nytt.
    """
    numbers: set[str] = set()
    for where, item in subject.items:
        number = (item.number or "").strip(" .)§")
        if _PARTS_OF_NUMBER.fullmatch(number):
            above = number.rpartition(".")[0]
            if above not in numbers and above.rpartition(".")[0] in numbers:
                message = "Punkt {number} kommer utan att det finns någon punkt {above}."
                yield tell(message, where, number=number, above=above)
        numbers.add(number)


@rule(
    "MP803",
    "empty-header-cell",
    title="Kolumn utan rubrik",
    advice="Skriv i rubrikraden vad kolumnen innehåller.",
)
def empty_header_cell(subject: Subject) -> Iterator[Told]:
    """A column that holds something and has no name in the header row.

    Who hears the table is told nothing of what the cells are (WCAG 2.2, 1.3.1). The corner above the names
    of the rows may be empty.

    Fails (markdown):

        # Anteckningar möte 2027-02-05

        ## 1. Statistik

        | Kommun | 2026 | |
        |--------|------|----|
        | Ale | 12 | 14 |
        | Lerum | 9 | 9 |

    Passes (markdown):

        # Anteckningar möte 2027-02-05

        ## 1. Statistik

        | | 2026 | 2027 |
        |-------|----|----|
        | Ale | 12 | 14 |
        | Lerum | 9 | 9 |
    """
    for found, table in _tables(subject):
        header, told = table.rows[: table.header_rows], table.rows[table.header_rows :]
        for column in range(1, len(table.rows[0])) if header else ():
            if not any(row[column].body for row in header) and any(row[column].body for row in told):
                message = "Kolumn {number} i tabellen har ingen rubrik."
                yield tell(message, found.place, number=column + 1)


@rule(
    "MP804",
    "typed-list",
    title="Lista som är skriven för hand",
    advice="Gör en riktig lista av styckena.",
    severity=Severity.NOTE,
)
def typed_list(subject: Subject) -> Iterator[Told]:
    """Several paragraphs in a row that begin with a hyphen or a number: a list that is none.

    A screen reader says of a list how many items it has and which one this is; of paragraphs it says
    nothing (WCAG 2.2, 1.3.1). What is read from a document becomes a list by itself; a meeting that a
    program made may hold such paragraphs.

    Fails (json):

        {
          "format": "motesprotokoll", "version": 1, "type": "meeting",
          "kind": "notes", "occasion": {"dates": {"start": "2027-02-05"}},
          "agenda": [{"title": "Lokaler", "body": [
            {"type": "paragraph", "content": "- hyran"},
            {"type": "paragraph", "content": "- nycklarna"},
            {"type": "paragraph", "content": "- larmet"}
          ]}]
        }

    Passes:

        Anteckningar möte 2027-02-05

        1. Lokaler
        - hyran
        - nycklarna
        - larmet
    """
    run: list[Found] = []
    for found in (*subject.blocks, None):
        is_typed = (
            found is not None
            and isinstance(found.block, Paragraph)
            and _TYPED_MARK.match(found.block.text) is not None
        )
        if run and not (is_typed and found is not None and _follows(run[-1], found)):
            if len(run) >= _FEWEST_TYPED:
                yield tell(
                    "{count} stycken i rad är en lista som är skriven för hand.", run[0].place, count=len(run)
                )
            run = []
        if is_typed and found is not None:
            run.append(found)


def _follows(before: Found, found: Found) -> bool:
    one, other = before.place.steps, found.place.steps
    return one[:-1] == other[:-1]


@rule(
    "MP805",
    "colour-or-place-alone",
    title="Något sägs bara med färg eller läge",
    advice="Skriv också med ord vad färgen betyder, eller vad det heter som avses.",
)
def colour_or_place_alone(subject: Subject) -> Iterator[Told]:
    """Words that point by colour or by place on the page: "rödmarkerat" (marked red), "till höger" (right).

    Who does not see the colour, or hears the page, or reads it on a telephone, finds nothing there (WCAG 2.2,
    1.3.3 and 1.4.1). "Above" and "below" are in order: they hold in any order of reading.

    Fails:

        Anteckningar möte 2027-02-05

        1. Tidplan
        De rödmarkerade raderna är försenade. Se tabellen till höger.

    Passes:

        Anteckningar möte 2027-02-05

        1. Tidplan
        Försenade rader slutar med ordet ”försenad”. Se tabellen nedan.
        Den gula linjen byggs till höger om ån.
    """
    if not subject.is_swedish:
        return
    coloured = "marker" in subject.lowered or not subject.vocabulary.isdisjoint(_COLOUR_WORDS)
    placed = any(one in subject.lowered for one in _PLACE_SIGNS)
    for where, text in subject.passages if coloured or placed else ():
        for found in matches(_BY_COLOUR, text) if coloured else ():
            yield tell_of("”{words}” säger det med färg.", where, text, found.span(), words=found[0])
        for found in matches(_BY_PLACE, text) if placed else ():
            yield tell_of(
                "”{words}” säger det med läget på sidan.", where, text, found.span(), words=found[0]
            )


@rule(
    "MP806",
    "capitals",
    title="Stycke med bara versaler",
    advice="Skriv med vanliga bokstäver; rubriker och fetstil framhäver bättre.",
    severity=Severity.NOTE,
)
def capitals(subject: Subject) -> Iterator[Told]:
    """A paragraph in capital letters only.

    Words in capitals have no shape that the eye knows, and some screen readers spell them letter by letter.
    *Myndigheternas skrivregler* (Språkrådet, 8th ed. 2014, chapter 3) advises against them. Titles and a few
    words are left alone.

    Fails:

        Anteckningar möte 2027-02-05

        1. Lokaler
        ALLA MÅSTE LÄMNA IN SINA NYCKLAR SENAST PÅ FREDAG.

    Passes:

        Anteckningar möte 2027-02-05

        1. LOKALER
        Alla måste lämna in sina nycklar. OBS! GDPR och LSS gäller.
    """
    for where, text in subject.texts:
        if text.isupper() and len(text.split()) >= _SHOUTED_WORDS and _letters(text) >= _SHOUTED_LETTERS:
            message = "Stycket är skrivet med bara versaler."
            yield tell(message, where, excerpt=text)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


@rule(
    "MP807",
    "nameless-document",
    title="Dokument utan rubrik, organ och datum",
    advice="Skriv överst vilket organ som möttes och när.",
    severity=Severity.NOTE,
    default=False,
)
def nameless_document(subject: Subject) -> Iterator[Told]:
    """Notes or minutes that tell neither their title, nor the body, nor the day.

    The title of a page is what people hear first, and by what they tell windows and files apart (WCAG 2.2,
    2.4.2). Without these three nothing can be made of it. MP1 tells of each that is missing, so this rule is
    used only where somebody selects it, as for an accessibility check alone.

    Fails:

        Närvarande
        Ida Ek
        Bo Ask

        1. Lokaler
        Hyran höjs.

    Passes:

        Anteckningar möte 2027-02-05

        1. Lokaler
        Hyran höjs.
    """
    meeting = subject.meeting
    if subject.is_record and not (meeting.title or meeting.network or meeting.date) and subject.blocks:
        yield tell("Dokumentet säger varken rubrik, organ eller datum.", "$")


@rule(
    "MP808",
    "sign-alone",
    title="Tecken utan ord",
    advice="Skriv med ord vad tecknet betyder, till exempel ”klart” eller ”ja”.",
    severity=Severity.NOTE,
)
def sign_alone(subject: Subject) -> Iterator[Told]:
    """A sign that stands for a word, and nothing else in its cell or paragraph: "✓", "🔴".

    Screen readers call signs by odd names or not at all, and traffic lights differ in colour alone (WCAG 2.2,
    1.1.1 and 1.4.1). Each sign is told once.

    Fails (markdown):

        # Anteckningar möte 2027-02-05

        ## 1. Läget

        | Uppgift | Läge |
        |---------|------|
        | Nycklar | 🟢 |
        | Larm | 🔴 |

    Passes (markdown):

        # Anteckningar möte 2027-02-05

        ## 1. Läget

        | Uppgift | Läge |
        |---------|------|
        | Nycklar | 🟢 klart |
        | Larm | – |
    """
    told: set[str] = set()
    for where, text in subject.texts:
        if len(text) <= _LONGEST_SIGNS and not text.isascii() and text not in told and _is_sign(text):
            told.add(text)
            yield tell("”{sign}” står utan ord.", where, excerpt=text, sign=text)


def _is_sign(text: str) -> bool:
    return not any(map(str.isalnum, text)) and any(unicodedata.category(one) == "So" for one in text)


ACCESSIBILITY_RULES = (
    table_without_header,
    heading_level_skipped,
    empty_header_cell,
    typed_list,
    colour_or_place_alone,
    capitals,
    nameless_document,
    sign_alone,
)
