"""The words of the documents that we write: labels and notes, as data that `compose` and its inverse share.

A *label* names a fact ("Plats: Ale"); a *note* says in square brackets what the words beside it leave open
("Beslut [igenkänt]"). Each word stands here once, in Swedish; English comes from the message catalogue. The
words follow the labels that Swedish minutes use (``docs/reference/glossary.md``).
"""

import re
from datetime import date, time, timedelta
from functools import cache

from motesprotokoll.errors import DateError, quoted
from motesprotokoll.messages import LANGUAGES, translate
from motesprotokoll.model import (
    AgendaItem,
    Attendance,
    Basis,
    Dates,
    DateSpan,
    Kind,
    Meeting,
    Mode,
    Occasion,
    Outcome,
    PartialDate,
    Status,
    TimeSpan,
)
from motesprotokoll.model.text import canonical
from motesprotokoll.swedish import format_date_span, format_dates, format_time_span, parse_occasion
from motesprotokoll.swedish.words import PART_OF_DAY_NAMES
from motesprotokoll.vocabulary import SWEDISH, Sign

LABELS = {
    "kind_label": "Dokumenttyp",
    "kind": "Slag",
    "title": "Rubrik",
    "number": "Mötesnummer",
    "case_number": "Diarienummer",
    "status": "Status",
    "finished_on": "Färdigställt",
    "language": "Språk",
    "id": "Id",
    "dates": "Datum",
    "place": "Plats",
    "mode": "Mötesform",
    "label": "Benämning",
    "note": "Anmärkning",
    "uid": "Kalender-id",
    "next_meeting": "Nästa möte",
    "chair": "Ordförande",
    "verifier": "Justerare",
    "note_taker": "Antecknat av",
    "attachments": "Bilagor",
    "presenters": "Föredragande",
    "planned_duration": "Avsatt tid",
    "decision": "Beslut",
    "action": "Åtgärd",
    "unread": "Oläst",
    "schedule": "Mötestider",
    "present": "Närvarande deltagare",
    "in-attendance": "Även närvarande",
    "absent": "Frånvarande deltagare",
    "invited": "Inbjudna deltagare",
}
"""Keyword labels: what each labels, and its word. A label of the document's own must not look like one."""

NOTES = {
    # how a decision or an action is known
    "stated": "angivet",
    "recognised": "igenkänt",
    "confirmed": "bekräftat",
    # what became of it
    "outcome": "utfall",
    "decided_by": "beslutat av",
    "nobody": "utan organ",
    "owner": "ansvarig",
    "due": "senast",
    "due_text": "tid",
    "done": "klart",
    "id": "id",
    # who and what
    "name": "namn",
    "role": "roll",
    "unit": "enhet",
    "organisation": "organisation",
    "remark": "anmärkning",
    "attendance": "närvaro",
    "group": "rubrik",
    "mentioned": "omnämnd",
    "kind": "slag",
    "number": "nummer",
    "unnumbered": "onumrerad",
    "untitled": "utan rubrik",
    # what a label of the document's own choice labels
    "present": "närvarande",
    "in-attendance": "övriga närvarande",
    "absent": "frånvarande",
    "invited": "inbjudna",
    "section": "avsnitt",
    "schedule": "mötestider",
    # when and where
    "date": "datum",
    "until": "till och med",
    "vague": "ungefär",
    "earliest": "tidigast",
    "latest": "sist",
    "from": "från klockan",
    "to": "till klockan",
    "part_of_day": "del av dag",
    "undated": "utan datum",
    "tentative": "preliminärt",
    "place_tentative": "preliminär",
    "cancelled": "inställt",
    "place": "plats",
    "mode": "mötesform",
    "label": "benämning",
    "note": "not",
    "uid": "kalender-id",
    "sequence": "version",
    "network": "organ",
    "year": "år",
    "decided_on": "beslutat",
    "revision": "revision",
}
"""Notes: what each says, and its word."""

KINDS = {
    Kind.NOTES: "Anteckningar",
    Kind.MINUTES: "Protokoll",
    Kind.AGENDA: "Dagordning",
    Kind.SUMMONS: "Kallelse",
}
STATUSES = {Status.DRAFT: "Utkast", Status.FINAL: "Färdigställt dokument"}
MODES = {Mode.ON_SITE: "fysiskt möte", Mode.REMOTE: "digitalt möte", Mode.HYBRID: "hybridmöte"}
PARTS_OF_DAY = PART_OF_DAY_NAMES
OUTCOMES = {
    Outcome.ADOPTED: "bifall",
    Outcome.DECLINED: "avslag",
    Outcome.TABLED: "bordlagt",
    Outcome.REFERRED_BACK: "återremiss",
    Outcome.WITHDRAWN: "utgår",
    Outcome.NOTED: "till handlingarna",
    None: "ej angivet",
}
ATTENDANCES: dict[Attendance | None, str] = {
    Attendance.PRESENT: "present",
    Attendance.IN_ATTENDANCE: "in-attendance",
    Attendance.ABSENT: "absent",
    None: "invited",
}
"""The note (and the keyword label) that stands for each attendance."""
BASES = {Basis.STATED: "stated", Basis.RECOGNISED: "recognised", Basis.CONFIRMED: "confirmed"}
"""The note that stands for each basis; ``None`` needs none."""

ENUMS = (KINDS, STATUSES, MODES, PARTS_OF_DAY, OUTCOMES)


@cache
def words_of(language: str) -> dict[str, str]:
    """Every keyword label in *language*, by its key."""
    return {key: translate(word, language) for key, word in LABELS.items()}


@cache
def label_keys() -> dict[str, str]:
    """The key of every keyword label, by its word in each language, case-folded."""
    return {words_of(language)[key].casefold(): key for language in LANGUAGES for key in LABELS}


@cache
def note_words(language: str) -> dict[str, str]:
    """Every note in *language*, by its key."""
    return {key: translate(word, language) for key, word in NOTES.items()}


@cache
def note_keys() -> dict[str, str]:
    """The key of every note, by its word in each language."""
    return {note_words(language)[key]: key for language in LANGUAGES for key in NOTES}


def label_key(label: str) -> str | None:
    """What a keyword label labels; ``None`` for a label of the document's own choice."""
    return label_keys().get(label.casefold())


@cache
def _values_of(number: int) -> dict[str, object]:
    table = ENUMS[number]
    return {translate(word, language): value for language in LANGUAGES for value, word in table.items()}


def value_of(table: object, word: str) -> object:
    """The enumerated value that *word* stands for in *table*, in any language.

    Raises:
        KeyError: The word stands for none.
    """
    return _values_of(next(number for number, one in enumerate(ENUMS) if one is table))[word]


# ------------------------------------------------------------------ words that say two things at once

_SECTION_SIGN = re.compile(r"(§ ?[0-9]{1,6}(?: ?[a-zåäö])?) (.+)", re.DOTALL)
_NUMBER = re.compile(r"([0-9]{1,6}(?: ?[a-zåäö])?)\. (.+)", re.DOTALL)
_DECIMAL = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6}){1,8}) (.+)", re.DOTALL)


def split_heading(text: str) -> tuple[str | None, str]:
    """The number and the title in a heading as we print it; the inverse of `AgendaItem.heading`.

    >>> split_heading("4. Budget"), split_heading("§ 12 Budget"), split_heading("Budget")
    (('4', 'Budget'), ('§ 12', 'Budget'), (None, 'Budget'))
    """
    for pattern in (_NUMBER, _SECTION_SIGN, _DECIMAL):
        if match := pattern.fullmatch(text):
            return match[1], match[2]
    return None, text


def number_and_title(text: str, number: str | None) -> tuple[str | None, str]:
    """As `split_heading`, where a note may have said which words are the *number*."""
    if number is None:
        return split_heading(text)
    return number, text.removeprefix(AgendaItem("x", number=number).heading[:-1])


_MOST_COMMAS = 8


def split_occasion(text: str) -> tuple[Occasion, str | None] | None:
    """The date and the label in "14–15 november 2024, Studieresa": the longest beginning that is a date.

    ``None`` where no beginning is one.
    """
    commas = [match.start() for match in re.finditer(", ", text)][:_MOST_COMMAS]
    for end in (len(text), *reversed(commas)):
        try:
            return bare_occasion(text[:end]), text[end + 2 :] or None
        except DateError:
            continue
    return None


def bare_occasion(text: str) -> Occasion:
    """Dates, clock times and part of day, as we print them; what else an occasion has we print elsewhere.

    Raises:
        DateError: Something else stands there, too.
    """
    said = parse_occasion(text)
    if said != Occasion(said.dates, times=said.times, part_of_day=said.part_of_day):
        raise DateError(f"{quoted(text)} is more than days and hours")
    return said


def decider_of(text: str) -> str | None:
    """The body that a decision names as its subject: the words before a verb of deciding.

    >>> decider_of("Nätverket beslutar att spara."), decider_of("Vi spikar den 6 maj.")
    ('Nätverket', 'Vi')
    """
    verb = SWEDISH.signs(Sign.DECIDES).find(text.casefold())
    return (text[: verb.start()].strip() or None) if verb else None


def is_attendance_label(label: str) -> bool:
    """Whether a heading of the document's own choice is one that stands over names."""
    return SWEDISH.is_attendance(label)


def attendance_of(label: str) -> Attendance | None:
    """The attendance that such a heading stands for; ``None`` for those who were only invited."""
    return SWEDISH.attendance_of(label)


# ------------------------------------------------------------------ plain facts as notes


def iso_dates(dates: DateSpan) -> str:
    """A span as ``2027-02-05`` or ``2027-02-05/2027-02-06``."""
    return str(dates)


def dates_from_iso(text: str) -> DateSpan:
    """The inverse of `iso_dates`.

    Raises:
        ValueError: No such days.
    """
    start, slash, end = text.partition("/")
    first = date.fromisoformat(start)
    return DateSpan(first, date.fromisoformat(end) if slash else first)


def iso_time(value: time) -> str:
    """``09:00``."""
    return f"{value:%H:%M}"


def time_from_iso(text: str) -> time:
    """The inverse of `iso_time`.

    Raises:
        ValueError: No such time of day, or seconds and zones besides.
    """
    value = time.fromisoformat(text)
    if iso_time(value) != text:
        raise ValueError(text)
    return value


def when_words(value: date | Dates | TimeSpan, language: str) -> str:
    """Days or hours as people write them. English has no forms of its own yet: it gets those of ISO 8601."""
    if isinstance(value, PartialDate):
        return value.text
    if language != "sv":
        return str(value)
    if isinstance(value, TimeSpan):
        return format_time_span(value)
    return format_date_span(value if isinstance(value, DateSpan) else DateSpan(value))


_DURATION = re.compile(r"([0-9]{1,13}) (?:minuter|minutes)")
_DURATION_IN = re.compile(
    r"\((?:ca\.? |cirka )?([0-9]{1,4}) ?(min(?:uter|ut)?\.?|tim(?:mar|me)?\.?|h)\)", re.IGNORECASE
)


def duration_words(duration: timedelta, language: str) -> str:
    """A length of time in minutes."""
    return translate("{minutes} minuter", language).format(minutes=duration // timedelta(minutes=1))


def duration_from_words(text: str) -> timedelta | None:
    """The inverse of `duration_words`; ``None`` for other words."""
    match = _DURATION.fullmatch(text)
    try:
        return timedelta(minutes=int(match[1])) if match else None
    except OverflowError:
        return None


def duration_in(title: str | None) -> timedelta | None:
    """The planned duration that a title names in brackets: "Temapunkt (30 minuter)", "(ca 1 h)"."""
    match = _DURATION_IN.search(title) if title and "(" in title else None
    if match is None:
        return None
    amount = int(match[1])
    return timedelta(minutes=amount) if match[2][0] in "mM" else timedelta(hours=amount)


def document_title(meeting: Meeting, language: str) -> str:
    """What a document is called: its title, or else its kind and date in words."""
    if meeting.title:
        return meeting.title
    kind = meeting.kind_label or (translate(KINDS[meeting.kind], language) if meeting.kind else None)
    dates = meeting.occasion.dates if meeting.occasion else None
    parts = [kind or translate("Möte", language), canonical(format_dates(dates)) if dates else None]
    return " ".join(part for part in parts if part)
