"""When a body meets: dates, clock times and part of day together, read and written; and vague dates."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Literal

import attrs

from motesprotokoll.errors import DateError, WrongValueError, quoted
from motesprotokoll.model import Dates, DateSpan, Mode, Occasion, PartialDate, PartOfDay
from motesprotokoll.swedish import dates as _dates
from motesprotokoll.swedish import times as _times
from motesprotokoll.swedish.days import read_days
from motesprotokoll.swedish.scanning import Scanner, may_begin, phrase
from motesprotokoll.swedish.times import read_times
from motesprotokoll.swedish.vague import STARTERS, read_vague, vague_bounds
from motesprotokoll.swedish.words import (
    BREAKS,
    CLOCK_WORDS,
    MEETING_WORDS,
    PART_OF_DAY_NAMES,
    PARTS_OF_DAY,
    STATUSES,
    WEEKDAYS,
)
from motesprotokoll.swedish.years import Context, Role, context

OccasionStyle = Literal["text", "running", "iso", "weekday", "definite"]
DatesStyle = Literal["text", "running", "iso", "short"]

_DATES = "a date or a time of the year"
_OCCASION = "a date with or without clock times"

# What may stand before a time, and what it does to the days that the time may mean. Source: deadlines in the
# wild.
_PREPOSITIONS = (
    dict.fromkeys(["i", "under", "till", "på", "mot", "sedan", "preliminärt", "senare"], "in")
    | dict.fromkeys(["inför", "kring", "runt", "omkring", "cirka", "ca"], "about")
    | {"senast": "until", "före": "before", "innan": "before", "efter": "after", "från": "from"}
)
# What may stand between a preposition and its time: "senast i april", "till mötet den 5 mars".
_BETWEEN = ("i", "under", "på", "till", *MEETING_WORDS)
_STARTERS = STARTERS | WEEKDAYS.keys() | _PREPOSITIONS.keys() | {"den", "fr", "t", "tom"}
_WORDS = _STARTERS | PARTS_OF_DAY.keys() | STATUSES.keys() | CLOCK_WORDS | {"mellan", "f", "e"}


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
    for _ in range(3):
        written = read_days(scanner)
        if written is not None:
            span = _dates.meaning(text, written, known, _DATES)
            return span.start, span.end
        vague = read_vague(scanner)
        if vague is not None:
            return vague_bounds(vague, known)[0] or (None, None)
        if not (scanner.take(*_BETWEEN) and scanner.space()):
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

    The whole text must be dates, clock times, part of day, form ("digitalt") and how sure it is
    ("preliminärt", "inställt"), each at most once and in any order. A break with its hours ("ajournering
    10.00–10.15") behind those of the meeting becomes the note. Arguments are those of `parse_date`.

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
    facts: dict[str, Any] = {}
    brackets = 0
    while not scanner.at_end:
        brackets += scanner.take("(")
        fact = _read_fact(scanner, text, known, facts)
        if fact is None:
            raise DateError(f"{quoted(text)} is not {_OCCASION}")
        facts |= fact
        brackets -= scanner.take(")")
        _skip_separator(scanner)
    if brackets:
        raise DateError(f"{quoted(text)} is not {_OCCASION}", None, "a bracket is left open")
    if facts.keys().isdisjoint(("dates", "times", "part_of_day")):
        raise DateError(f"{quoted(text)} is not {_OCCASION}", None, "it names no time")
    return Occasion(**facts)


def _read_fact(
    scanner: Scanner, text: str, known: Context, facts: Mapping[str, Any]
) -> dict[str, Any] | None:
    """A field of the occasion that is not among *facts* yet, and its value; ``None`` for other words."""
    if "times" not in facts and (written := read_times(scanner)) is not None:
        return {"times": _times.meaning(text, written, _OCCASION)}
    if "dates" not in facts and scanner.digits() and (days := _read_dates(scanner, text, known)) is not None:
        return {"dates": days}  # no other fact begins with a figure
    if "part_of_day" not in facts and (part := read_part_of_day(scanner)) is not None:
        return {"part_of_day": part}
    if (status := _read_status(scanner)) is not None:
        return None if status.keys() & facts.keys() else status
    if "times" in facts and (pause := _read_break(scanner)) is not None:
        return {"note": f"{facts['note']}; {pause}" if "note" in facts else pause}
    if "dates" not in facts and (days := _read_dates(scanner, text, known)) is not None:
        return {"dates": days}
    return None


def _read_status(scanner: Scanner) -> dict[str, Any] | None:
    """Preliminärt, inställt!, digitalt möte."""
    status = scanner.word(STATUSES)
    if status is None:
        return None
    here = scanner.place
    if not (scanner.space() and scanner.take("möte")):
        scanner.place = here
    scanner.take(".", "!", ":")
    return dict([status])


def _read_break(scanner: Scanner) -> str | None:
    """Ajournering 10.00–10.15: the words and their hours."""
    start = scanner.place
    if scanner.take(*BREAKS) and scanner.space() and read_times(scanner, bare=True) is not None:
        return scanner.between(start, scanner.place)
    scanner.place = start
    return None


def _skip_separator(scanner: Scanner) -> None:
    """What may stand between the parts, or at the end: a comma, a dash with spaces, a full stop."""
    if scanner.take(".", ",") and scanner.at_end:
        return
    if scanner.peek() == " " and scanner.peek(1) == "-" and scanner.peek(2) == " ":
        scanner.dash()
    scanner.space()


def format_occasion(occasion: Occasion, /, *, style: OccasionStyle = "text", year: bool = True) -> str:
    """Write when a body meets: dates, part of day, clock times, form, and how sure it is.

    Empty where no time is known. The style is that of the date; "iso" is the form of headers,
    ``2026-04-21, kl. 09.00–12.00``, and "running" has the clock times of running text, too. A span of
    days has no weekdays. Inverse of `parse_occasion`.

    >>> format_occasion(Occasion(DateSpan(date(2026, 5, 26)), part_of_day=PartOfDay.MORNING, tentative=True))
    '26 maj 2026, förmiddag (preliminärt)'
    """
    parts = []
    if occasion.dates is not None:
        parts.append(_format_days(occasion.dates, style, year))
    if occasion.part_of_day is not None:
        parts.append(format_part_of_day(occasion.part_of_day))
    said = ", ".join(parts)
    if occasion.times is not None:
        hours = _times.format_time_span(occasion.times, style="running" if style == "running" else "full")
        said = f"{said}{',' if style == 'iso' else ''} {hours}" if said else hours
    state = ", ".join(_STATUS_WORDS[status] for status in _statuses(occasion))
    return f"{said} ({state})" if said and state else said


def _statuses(occasion: Occasion) -> Iterator[tuple[str, bool | Mode]]:
    if occasion.mode is not None:
        yield "mode", occasion.mode
    if occasion.tentative:
        yield "tentative", True
    if occasion.cancelled:
        yield "cancelled", True


# The first form in the table is the one to write.
_STATUS_WORDS = {status: word for word, status in reversed(STATUSES.items())}


def _format_days(dates: Dates, style: OccasionStyle, year: bool) -> str:
    if style not in ("text", "running", "iso", "weekday", "definite"):
        raise WrongValueError(f"{quoted(style)} is no style", "style")
    if isinstance(dates, DateSpan) and dates.is_one_day:
        return _dates.format_date(dates.start, style=style, year=year)
    return format_dates(dates, style=style if style in ("iso", "running") else "text", year=year)
