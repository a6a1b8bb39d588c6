"""The grammar of days and spans of days, as they are written: tokens in, `WrittenSpan` out. No year is
inferred here.

Source of the forms: Myndigheternas webbriktlinjer 66, Språkrådet's answers on dates, and minutes in the wild.
"""

from typing import NamedTuple

from motesprotokoll.swedish.scanning import Scanner
from motesprotokoll.swedish.words import FULL_MONTHS, MONTHS, WEEKDAYS

PLAUSIBLE_YEARS = range(1800, 2200)
"""In running text a number of four digits after a date is a year only if it is one of these."""


class WrittenDay(NamedTuple):
    """One day as written; what is not written is ``None``."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    short_year: bool = False
    """Whether the year was written with two digits."""
    slashed: bool = False
    """Whether day and month were written as figures with a slash, which may also be a fraction."""


class WrittenSpan(NamedTuple):
    """One day or a span of days as written."""

    start: WrittenDay
    end: WrittenDay | None = None
    shared: bool = False
    """Whether both days stand before one month ("14–15 november")."""
    week: int | None = None


def read_days(scanner: Scanner, *, running: bool = False, connectors: bool = True) -> WrittenSpan | None:
    """Read a day or a span of days at the scanner's place; without one, the place stays.

    Args:
        running: Running text: implausible years are left alone.
        connectors: Whether "till" and "t.o.m." join two days, as a dash does. In running text they may not:
            a meeting is also moved from one day *till* another.
    """
    start = scanner.place
    opened = connectors and not scanner.digits() and _read_from(scanner)
    first = _read_day(scanner, running)
    if first is None:
        scanner.place = start
        return None
    day, last_weekday = first
    opened = opened or last_weekday is not None  # "torsdag–fredag" promises an end, too
    if scanner.at_end and day.month is not None and not opened:  # most phrases are one day and nothing else
        return WrittenSpan(day)
    span = _read_end(scanner, day, last_weekday, running, connectors)
    if span is None or (opened and span.end is None):  # "från den 3 mars" has no end: a limit, and no day
        scanner.place = start
        return None
    if span.end is None and span.start.weekday is None:
        span = span._replace(start=_with_weekday_mark(scanner, span.start, running))
    week = _read_week_mark(scanner)
    return span if week is None else span._replace(week=week)


def _read_from(scanner: Scanner) -> bool:
    """What a span may open with: "från den 3 till den 5 mars"."""
    if scanner.words("från", "och", "med") or scanner.take("från") or scanner.dotted("fr", "o", "m"):
        return scanner.space()
    return False


def _read_day(scanner: Scanner, running: bool) -> tuple[WrittenDay, int | None] | None:
    weekday, last_weekday = _read_weekdays(scanner)
    length = len(scanner.digits())
    if length in (1, 2):
        day = _read_figures(scanner) or _read_day_and_month(scanner, running)
    elif length == 4:
        day = _read_iso(scanner)
    elif length in (6, 8):
        day = _read_compact(scanner)
    else:
        day = None
    if day is not None and weekday is not None:
        day = day._replace(weekday=weekday)
    return None if day is None else (day, last_weekday)


def _read_weekdays(scanner: Scanner) -> tuple[int | None, int | None]:
    """A weekday or two ("torsdag–fredag") and the "den" after them."""
    first = scanner.word(WEEKDAYS)
    last = None
    if first is not None:
        scanner.take(".")
        here = scanner.place
        if scanner.dash():
            last = scanner.word(WEEKDAYS)
        if last is None:
            scanner.place = here
        scanner.take(".")
        scanner.take(",")
        scanner.space()
    if scanner.take("den"):
        scanner.space()
    return first, last


def _small(scanner: Scanner, ahead: int = 0, digits: tuple[int, ...] = (1, 2)) -> int | None:
    token = scanner.digits(ahead)
    return int(token) if len(token) in digits else None


def full_year(two_digits: int) -> int:
    """The year that two digits mean. Source: POSIX, strptime %y: 69–99 are 1969–1999, 00–68 are 2000–2068."""
    return two_digits + (1900 if two_digits >= 69 else 2000)


def _is_day(day: int | None, month: int | None) -> bool:
    return day is not None and month is not None and 1 <= day <= 31 and 1 <= month <= 12


def _read_iso(scanner: Scanner) -> WrittenDay | None:
    """2023-04-21, also with stops, slashes or spaced dashes."""
    start = scanner.place
    year = int(scanner.digits())
    scanner.place += 1
    for separator in ("-", ".", "/"):
        day = _read_month_and_day(scanner, separator)
        if day is not None and year:
            return day._replace(year=year)
    scanner.place = start
    return None


def _read_month_and_day(scanner: Scanner, separator: str) -> WrittenDay | None:
    start = scanner.place
    if _separator(scanner, separator):
        month = _small(scanner)
        scanner.place += 1
        if month and _separator(scanner, separator):
            day = _small(scanner)
            if _is_day(day, month):
                scanner.place += 1
                return WrittenDay(day or 0, month)
    scanner.place = start
    return None


def _separator(scanner: Scanner, separator: str) -> bool:
    return scanner.dash() if separator == "-" else scanner.take(separator)


def _read_compact(scanner: Scanner) -> WrittenDay | None:
    """20230421 or 230421."""
    token = scanner.digits()
    short = len(token) == 6
    year = full_year(int(token[:2])) if short else int(token[:4])
    month, day = int(token[-4:-2]), int(token[-2:])
    if not _is_day(day, month) or not year:
        return None
    scanner.place += 1
    return WrittenDay(day, month, year, short_year=short)


def _read_figures(scanner: Scanner) -> WrittenDay | None:
    """21.4.2023, 21.04.23, 21-04-2023, 23-04-21: three numbers with the same sign between them."""
    sign = scanner.peek(1)
    if sign not in ("-", ".") or scanner.peek(3) != sign:
        return None
    first, second, last = _small(scanner), _small(scanner, 2), _small(scanner, 4, (2, 4))
    if first is None or second is None or last is None:
        return None
    short = len(scanner.digits(4)) == 2
    year_first = short and sign == "-"
    day, year = (last, first) if year_first else (first, last)
    if not _is_day(day, second) or (not short and not year):
        return None
    if year_first and not len(scanner.digits()) == len(scanner.digits(2)) == 2:
        return None
    scanner.place += 5
    return WrittenDay(day, second, full_year(year) if short else year, short_year=short)


def _goes_on(scanner: Scanner, ahead: int) -> bool:
    """Whether a number *ahead* is only the beginning: 1.2.10.4, or the hours of 9.00."""
    return scanner.peek(ahead) in (".", ":", "/") and scanner.digits(ahead + 1) != ""


def _read_number_of_day(scanner: Scanner) -> int | None:
    """21, 21:a or 21e."""
    day = _small(scanner)
    if day is None or not 1 <= day <= 31:
        return None
    scanner.place += 1
    if scanner.peek() == ":" and scanner.peek(1) in ("a", "e"):
        scanner.place += 2
    else:
        scanner.take("a", "e")
    return day


def _read_day_and_month(scanner: Scanner, running: bool) -> WrittenDay | None:
    """21 april 2023, 21/4-23, 21/4/2023; the month may come only after the end of the span."""
    day = _read_number_of_day(scanner)
    if day is None:
        return None
    month, slashed = _read_month(scanner)
    if month is None:
        return WrittenDay(day)
    year, short = (None, False) if scanner.at_end else _read_year(scanner, slashed, running)
    return WrittenDay(day, month, year, short_year=short, slashed=slashed)


def _read_month(scanner: Scanner) -> tuple[int | None, bool]:
    start = scanner.place
    if scanner.take("/"):
        month = _small(scanner)
        if month is not None and 1 <= month <= 12:
            scanner.place += 1
            return month, True
        scanner.place = start
        return None, False
    scanner.space()
    name = scanner.peek()
    month = scanner.word(MONTHS)
    if month is None:
        scanner.place = start
    elif name not in FULL_MONTHS:
        scanner.take(".")
    return month, False


def _read_year(scanner: Scanner, slashed: bool, running: bool) -> tuple[int | None, bool]:
    start = scanner.place
    year, short = _year(scanner, slashed)
    if year is None or year == 0 or (running and year not in PLAUSIBLE_YEARS):
        scanner.place = start
        return None, False
    return year, short


def _year(scanner: Scanner, slashed: bool) -> tuple[int | None, bool]:
    here = scanner.place
    if slashed and scanner.take("/"):
        return _figures_of_year(scanner)
    scanner.take(",")
    scanner.space()
    if len(scanner.digits()) == 4 and not _goes_on(scanner, 1) and not _is_genitive_year(scanner):
        return _figures_of_year(scanner)
    if scanner.take("'"):
        return _figures_of_year(scanner)
    scanner.place = here
    scanner.space()
    if scanner.take("-") and not _begins_a_day(scanner):
        return _figures_of_year(scanner)
    return None, False


def _is_genitive_year(scanner: Scanner) -> bool:
    """Whether it says "2024 års": the year of a budget, not of the date before it."""
    return scanner.peek(1) == " " and scanner.peek(2) == "års"


def _figures_of_year(scanner: Scanner) -> tuple[int | None, bool]:
    token = scanner.digits()
    if len(token) not in (2, 4) or _goes_on(scanner, 1):
        return None, False
    scanner.place += 1
    return (int(token), False) if len(token) == 4 else (full_year(int(token)), True)


def _begins_a_day(scanner: Scanner) -> bool:
    """Whether the number at the place is rather the day of the span's end: 14/11-15/11, 3 mars-5 mars."""
    return (scanner.peek(1) == "-" and scanner.digits(2) != "") or is_number_of_day(scanner)


def is_number_of_day(scanner: Scanner) -> bool:
    """Whether the number at the place is an ordinal (21:a), or stands before a month."""
    ordinal = scanner.peek(1) == ":" and scanner.peek(2) in ("a", "e")
    return ordinal or scanner.peek(1 + (scanner.peek(1) == " ")) in MONTHS


def _read_end(
    scanner: Scanner, start: WrittenDay, last_weekday: int | None, running: bool, connectors: bool
) -> WrittenSpan | None:
    """The rest of a span after its first day. ``None`` if that day has no month and gets none."""
    here = scanner.place
    end = _read_last_day(scanner, start, running) if _read_connector(scanner, start, connectors) else None
    if end is not None and last_weekday is not None:
        end = end._replace(weekday=last_weekday)
    if end is None or end.month is None:
        scanner.place = here
        return None if start.month is None else WrittenSpan(start)
    if start.month is None:
        start = start._replace(month=end.month, year=end.year, short_year=end.short_year, slashed=end.slashed)
        return WrittenSpan(start, end, shared=True)
    return WrittenSpan(start, end)


def _read_connector(scanner: Scanner, start: WrittenDay, connectors: bool) -> bool:
    if scanner.dash():
        return True
    if start.year is not None and len(scanner.digits(1)) == 4 and scanner.take("/"):
        return True
    if not connectors or not scanner.space():
        return False
    if scanner.words("till", "och", "med") or scanner.take("till", "tom") or scanner.dotted("t", "o", "m"):
        scanner.space()
        return True
    return False


def _read_last_day(scanner: Scanner, start: WrittenDay, running: bool) -> WrittenDay | None:
    if start.year is not None and (rest := _read_rest_of_iso(scanner, start)) is not None:
        return rest
    found = _read_day(scanner, running)
    return None if found is None else found[0]


def _read_rest_of_iso(scanner: Scanner, start: WrittenDay) -> WrittenDay | None:
    """The end of 2024-11-30--12-02 or 2024-11-14–15."""
    first, second = _small(scanner), _small(scanner, 2)
    if first is None or len(scanner.digits()) != 2 or _goes_on(scanner, 1):
        return None
    if scanner.peek(1) == "-" and scanner.digits(2):
        if not _is_day(second, first) or scanner.peek(3) == "-":
            return None
        scanner.place += 3
        return WrittenDay(second or 0, first, start.year)
    if not 1 <= first <= 31 or _begins_a_day(scanner):
        return None
    scanner.place += 1
    return WrittenDay(first, start.month, start.year)


def _with_weekday_mark(scanner: Scanner, day: WrittenDay, running: bool) -> WrittenDay:
    """*day* with the weekday that stands behind it, and the year behind that: "14 mars (fredag) 2025"."""
    weekday = _read_weekday_mark(scanner)
    if weekday is None or day.year is not None:
        return day._replace(weekday=weekday)
    year, short = _read_year(scanner, day.slashed, running)
    return day._replace(weekday=weekday, year=year, short_year=short)


def _read_weekday_mark(scanner: Scanner) -> int | None:
    """The weekday that stands behind a date: "2023-04-21 (fredag)"."""
    start = scanner.place
    scanner.space()
    if scanner.take("("):
        weekday = scanner.word(WEEKDAYS)
        if weekday is not None:
            scanner.take(".")
            if scanner.take(")"):
                return weekday
    scanner.place = start
    return None


def _read_week_mark(scanner: Scanner) -> int | None:
    """The week that stands beside a date: "(v. 39)"."""
    start = scanner.place
    scanner.take(",")
    scanner.space()
    bracket = scanner.take("(")
    if scanner.take("v", "vecka"):
        scanner.take(".")
        scanner.space()
        week = _small(scanner)
        if week is not None:
            scanner.place += 1
            if not bracket or scanner.take(")"):
                return week
    scanner.place = start
    return None
