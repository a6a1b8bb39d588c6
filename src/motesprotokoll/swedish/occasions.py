"""When a body meets: dates, clock times and part of day together, read and written; and vague dates."""

from datetime import date, timedelta
from typing import Literal

import attrs

from motesprotokoll.errors import DateError, WrongValueError, quoted
from motesprotokoll.model import Dates, DateSpan, Occasion, PartialDate, PartOfDay, TimeSpan
from motesprotokoll.swedish import dates as _dates
from motesprotokoll.swedish import times as _times
from motesprotokoll.swedish.days import read_days
from motesprotokoll.swedish.scanning import Scanner, may_begin, phrase
from motesprotokoll.swedish.times import read_times
from motesprotokoll.swedish.vague import STARTERS, read_vague, vague_bounds
from motesprotokoll.swedish.words import PART_OF_DAY_NAMES, PARTS_OF_DAY, WEEKDAYS
from motesprotokoll.swedish.years import Context, Role, context

OccasionStyle = Literal["text", "iso", "weekday", "definite"]
DatesStyle = Literal["text", "iso", "short"]

_DATES = "a date or a time of the year"
_OCCASION = "a date with or without clock times"

# What may stand before a time, and what it does to the days that the time may mean. Source: deadlines in the
# wild.
_PREPOSITIONS = (
    dict.fromkeys(["i", "under", "till", "på", "mot", "sedan", "preliminärt", "senare"], "in")
    | dict.fromkeys(["inför", "kring", "runt", "omkring", "cirka", "ca"], "about")
    | {"senast": "until", "före": "before", "innan": "before", "efter": "after", "från": "from"}
)
_STARTERS = STARTERS | WEEKDAYS.keys() | _PREPOSITIONS.keys() | {"den", "fr", "t", "tom"}
_WORDS = _STARTERS | PARTS_OF_DAY.keys() | {"kl", "klockan", "mellan", "f", "e"}


def parse_dates(
    text: str, /, *, year: int | None = None, meeting_date: date | None = None, role: Role | None = None
) -> Dates:
    """Read a date, a span, or a vague time such as ``"i slutet av augusti"``. Inverse of `format_dates`.

    A vague time keeps its words; its earliest and latest days are given where they can be known. Arguments
    are those of `parse_date`.

    Raises:
        DateError: No time at all, a date that does not exist, or a day and month in a year that nothing
        tells.

    >>> parse_dates("september", year=2026)
    PartialDate('september', earliest=datetime.date(2026, 9, 1), latest=datetime.date(2026, 9, 30))
    """
    known = context(year, meeting_date, role)
    found = phrase(text, _DATES)
    if not may_begin(found, _STARTERS):
        raise DateError(f"{quoted(text)} is not {_DATES}")
    scanner = Scanner(found)
    value = _read_dates(scanner, text, known)
    if value is not None and not scanner.at_end and scanner.take("."):
        value = attrs.evolve(value, text=found) if isinstance(value, PartialDate) else value
    if value is None or not scanner.at_end:
        raise DateError(f"{quoted(text)} is not {_DATES}")
    return value


def _read_dates(scanner: Scanner, text: str, known: Context) -> Dates | None:
    """Dates at the scanner's place; without any, the place stays."""
    if not _may_start(scanner.peek()):
        return None
    start = scanner.place
    written = read_days(scanner)
    if written is not None:
        return _dates.meaning(text, written, known, _DATES)
    found = _read_limit(scanner, text, known)
    if found is None:
        scanner.place = start
        return None
    earliest, latest = found
    return PartialDate(scanner.between(start, scanner.place), earliest=earliest, latest=latest)


def _may_start(token: str) -> bool:
    return "0" <= token[:1] <= "9" or token in _STARTERS


Limits = tuple[date | None, date | None]


def _read_limit(scanner: Scanner, text: str, known: Context) -> Limits | None:
    """A vague time, with what may stand before it: "senast i april", "före sommaren"."""
    start = scanner.place
    vague = read_vague(scanner)
    if vague is not None:
        return vague_bounds(vague, known)[0] or (None, None)
    preposition = _read_preposition(scanner)
    if preposition is not None and scanner.space():
        inner = _read_inner(scanner, text, known)
        if inner is not None:
            return _limited(preposition, inner)
    scanner.place = start
    return None


def _read_preposition(scanner: Scanner) -> str | None:
    if scanner.dotted("fr", "o", "m") or scanner.words("från", "och", "med"):
        return "from"
    if scanner.take("tom") or scanner.dotted("t", "o", "m") or scanner.words("till", "och", "med"):
        return "until"
    return scanner.word(_PREPOSITIONS)


def _read_inner(scanner: Scanner, text: str, known: Context) -> Limits | None:
    for _ in range(2):
        written = read_days(scanner)
        if written is not None:
            span = _dates.meaning(text, written, known, _DATES)
            return span.start, span.end
        vague = read_vague(scanner)
        if vague is not None:
            return vague_bounds(vague, known)[0] or (None, None)
        if not (scanner.take("i", "under", "på", "till") and scanner.space()):
            break
    return None


def _limited(preposition: str, inner: Limits) -> Limits:
    earliest, latest = inner
    if preposition == "in":
        return inner
    if preposition == "until":
        return None, latest
    if preposition == "from":
        return earliest, None
    if preposition == "before":
        return None, _shifted(earliest, -1)
    if preposition == "after":
        return _shifted(latest, 1), None
    return None, None


def _shifted(day: date | None, days: int) -> date | None:
    try:
        return None if day is None else day + timedelta(days=days)
    except OverflowError:  # before the first day of the calendar, or after the last
        return None


def format_dates(dates: Dates, /, *, style: DatesStyle = "text", year: bool = True) -> str:
    """Write a date, a span, or the words of a vague time. Inverse of `parse_dates`.

    >>> format_dates(PartialDate("i slutet av augusti"))
    'i slutet av augusti'
    """
    if isinstance(dates, PartialDate):
        return dates.text
    return _dates.format_date_span(dates, style=style, year=year)


def read_part_of_day(scanner: Scanner) -> PartOfDay | None:
    """Read a part of the day (fm, på förmiddagen) at the scanner's place; without one, the place stays."""
    start = scanner.place
    if scanner.take("på"):
        scanner.space()
    part = scanner.word(PARTS_OF_DAY)
    if part is not None:
        return part
    if scanner.dotted("f", "m"):
        return PartOfDay.MORNING
    if scanner.dotted("e", "m"):
        return PartOfDay.AFTERNOON
    scanner.place = start
    return None


def parse_part_of_day(text: str, /) -> PartOfDay:
    """Read a part of the day, such as ``"Förmiddagarna:"`` or ``"em"``. Inverse of `format_part_of_day`.

    Raises:
        DateError: None.

    >>> parse_part_of_day("Förmiddagarna:")
    <PartOfDay.MORNING: 'morning'>
    """
    scanner = Scanner(phrase(text, "a part of the day"))
    part = read_part_of_day(scanner)
    if part is not None:
        scanner.take(".", ":")
    if part is None or not scanner.at_end:
        raise DateError(f"{quoted(text)} is not a part of the day")
    return part


def format_part_of_day(part: PartOfDay, /) -> str:
    """Write a part of the day. Inverse of `parse_part_of_day`."""
    return PART_OF_DAY_NAMES[part]


def parse_occasion(
    text: str, /, *, year: int | None = None, meeting_date: date | None = None, role: Role | None = None
) -> Occasion:
    """Read when a body meets, such as ``"26 maj 2026 kl. 09.00–12.00"``. Inverse of `format_occasion`.

    The whole text must be dates, clock times and part of day, each at most once and in any order. Arguments
    are those of `parse_date`.

    Raises:
        DateError: Something else stands there, too, or a part of it does not exist.

    >>> parse_occasion("kl. 9–12 den 2 juni", year=2026)
    Occasion('2026-06-02, 09:00–12:00')
    """
    known = context(year, meeting_date, role)
    found = phrase(text, _OCCASION)
    if not may_begin(found, _WORDS):
        raise DateError(f"{quoted(text)} is not {_OCCASION}")
    scanner = Scanner(found)
    dates: Dates | None = None
    times: TimeSpan | None = None
    part: PartOfDay | None = None
    brackets = 0
    while not scanner.at_end:
        brackets += scanner.take("(")
        if times is None and (written := read_times(scanner)) is not None:
            times = _times.meaning(text, written, _OCCASION)
        elif part is None and (named := read_part_of_day(scanner)) is not None:
            part = named
        elif dates is None and (days := _read_dates(scanner, text, known)) is not None:
            dates = days
        else:
            raise DateError(f"{quoted(text)} is not {_OCCASION}")
        brackets -= scanner.take(")")
        _skip_separator(scanner)
    if brackets:
        raise DateError(f"{quoted(text)} is not {_OCCASION}", None, "a bracket is left open")
    return Occasion(dates, times=times, part_of_day=part)


def _skip_separator(scanner: Scanner) -> None:
    """What may stand between the parts, or at the end: a comma, a dash with spaces, a full stop."""
    if scanner.take(".", ",") and scanner.at_end:
        return
    if scanner.peek() == " " and scanner.peek(1) == "-" and scanner.peek(2) == " ":
        scanner.dash()
    scanner.space()


def format_occasion(occasion: Occasion, /, *, style: OccasionStyle = "text", year: bool = True) -> str:
    """Write when a body meets: dates, part of day and clock times; empty where none is known.

    The style is that of the date; "iso" is the form of headers, ``2026-04-21, kl. 09.00–12.00``. A span of
    days has no weekdays. Inverse of `parse_occasion`.

    >>> format_occasion(Occasion(DateSpan(date(2026, 5, 26)), part_of_day=PartOfDay.MORNING))
    '26 maj 2026, förmiddag'
    """
    parts = []
    if occasion.dates is not None:
        parts.append(_format_days(occasion.dates, style, year))
    if occasion.part_of_day is not None:
        parts.append(format_part_of_day(occasion.part_of_day))
    if occasion.times is None:
        return ", ".join(parts)
    comma = "," if style == "iso" else ""
    before = f"{', '.join(parts)}{comma} " if parts else ""
    return f"{before}{_times.format_time_span(occasion.times)}"


def _format_days(dates: Dates, style: OccasionStyle, year: bool) -> str:
    if style not in ("text", "iso", "weekday", "definite"):
        raise WrongValueError(f"{quoted(style)} is no style", "style")
    if isinstance(dates, DateSpan) and dates.is_one_day:
        return _dates.format_date(dates.start, style=style, year=year)
    return format_dates(dates, style="iso" if style == "iso" else "text", year=year)
