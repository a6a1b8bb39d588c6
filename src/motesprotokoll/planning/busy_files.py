"""Others' calendars as busy days: iCalendar, and tables of dates as text (CSV)."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import attrs

from motesprotokoll.errors import DateError, LimitError, ReadError, quoted
from motesprotokoll.files import Opened, Source, opened
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.model import DateSpan, Occasion, TimeSpan
from motesprotokoll.model.text import canonical, to_text
from motesprotokoll.readers.decoding import decode
from motesprotokoll.swedish.occasions import parse_occasion, parse_part_of_day
from motesprotokoll.swedish.times import parse_time, parse_time_span
from motesprotokoll.swedish.years import checked_year

_CALENDAR = b"BEGIN:VCALENDAR"
_HEAD = 4096
_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)

# What columns are called. Source: exports of Outlook and Google Calendar, Swedish and English, and tables
# that people make by hand.
_START = (
    "datum",
    "dag",
    "dagar",
    "från",
    "från och med",
    "fr.o.m.",
    "start",
    "startdatum",
    "när",
    "tidpunkt",
)
_END = ("till", "till och med", "t.o.m.", "slut", "slutdatum")
_WHAT = ("ämne", "rubrik", "titel", "möte", "vad", "namn", "organ", "nätverk", "händelse", "aktivitet")
COLUMNS: Mapping[str, str] = {
    **dict.fromkeys((*_START, "date", "from", "start date", "dates"), "start"),
    **dict.fromkeys((*_END, "to", "until", "end", "end date"), "end"),
    **dict.fromkeys((*_WHAT, "subject", "summary", "title", "what", "name", "meeting"), "what"),
    **dict.fromkeys(("tid", "klockslag", "kl", "kl.", "del av dag", "time"), "time"),
    **dict.fromkeys(("starttid", "start time"), "start_time"),
    **dict.fromkeys(("sluttid", "end time"), "end_time"),
}
"""What the words over a column say that it holds."""


def busy_days(
    source: Source, /, *, year: int | None = None, limits: Limits = DEFAULT_LIMITS
) -> tuple[Occasion, ...]:
    """When others are busy, by a calendar (.ics) or a table of dates (.csv): for `propose`.

    Days, hours and a title, and nothing else of them. A table has semicolons, commas or tabs between its
    columns; words over the columns tell which is which ("från", "till", "ämne"), or the first column with
    dates is taken, and the one behind it as the last day if it has dates, too. Hours that cannot be read
    count as the whole day.

    Args:
        source: A path, bytes or an open file.
        year: Of dates without one, such as "5 mars"; and the year for which to look up what recurs.

    Raises:
        ReadError: No such file, no calendar or table, or a line without a date; it names the line.
        LimitError: It is too large, or something recurs too often; a *year* helps.
        WrongTypeError: *source* is no source, or *year* no year.

    >>> busy_days("från;till;ämne\\n2027-02-15;2027-02-19;Resa\\n".encode())
    (Occasion('2027-02-15/2027-02-19, Resa'),)
    """
    first, last = _asked(year)
    document = opened(source, limits)
    if document.suffix == ".ics" or _CALENDAR in document.data[:_HEAD].upper():
        from motesprotokoll.readers.ics import busy_in  # needs the extra ics

        try:
            return busy_in(document.data, limits, first, last)
        except LimitError as error:
            hint = error.hint if year is not None else "year= looks at one year only"
            raise LimitError(error.problem, error.where or document.name, hint) from error
    found = (one for one in _of_table(document, limits, year) if _touches(one, first, last))
    return tuple(sorted(dict.fromkeys(found), key=_order))


def _asked(year: int | None) -> tuple[date, date]:
    if year is None:
        return _FIRST, _LAST
    checked_year(year)
    return date(year, 1, 1), date(year, 12, 31)


def _touches(one: Occasion, first: date, last: date) -> bool:
    assert isinstance(one.dates, DateSpan)
    return one.dates.start <= last and first <= one.dates.end


def _order(one: Occasion) -> tuple[str, str, str]:
    return str(one.dates), str(one.times or one.part_of_day or ""), one.label or ""


# ------------------------------------------------------------------------------------------------ tables


@attrs.frozen
class _Row:
    """A line of a table."""

    cells: Sequence[str]
    where: str

    def cell(self, place: int | None) -> str:
        """What stands in a column, empty where the line has no such column."""
        return self.cells[place] if place is not None and place < len(self.cells) else ""


def _of_table(document: Opened, limits: Limits, year: int | None) -> Iterator[Occasion]:
    rows = _rows(document, limits)
    first = next(rows, None)
    if first is None:
        raise ReadError("there is no date in it", document.name)
    columns = _headed(first)
    if columns is None:
        columns = _unheaded(first, year)
        yield _occasion(first, columns, year)
    for row in rows:
        yield _occasion(row, columns, year)


def _rows(document: Opened, limits: Limits) -> Iterator[_Row]:
    """The lines with something in them."""
    text = decode(document.data, limits).text.removeprefix("\ufeff")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        for number, cells in enumerate(reader, 1):
            if number > limits.calendar_lines:
                hint = "Limits(calendar_lines=...) allows more"
                raise LimitError(
                    f"the table has more than {limits.calendar_lines:,} lines", document.name, hint
                )
            stripped = [canonical(cell) for cell in cells]
            if any(stripped):
                yield _Row(stripped, _where(document, reader.line_num))
    except csv.Error as error:
        raise ReadError(f"this is no table: {error}", _where(document, reader.line_num)) from error


def _where(document: Opened, line: int) -> str:
    return f"{document.name}:{line}" if document.name else f"line {line}"


def _delimiter(text: str) -> str:
    """The sign between columns, by the first line that has something in it."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return next((sign for sign in ";\t" if sign in first), ",")


def _headed(row: _Row) -> Mapping[str, int] | None:
    """Which column holds what, by the words over them; ``None`` if the line is none of words over columns."""
    found: dict[str, int] = {}
    for place, cell in enumerate(row.cells):
        role = COLUMNS.get(cell.casefold().rstrip(":"))
        if role is not None:
            found.setdefault(role, place)
    return found if "start" in found else None


def _unheaded(row: _Row, year: int | None) -> Mapping[str, int]:
    """The first column with a date and, if that has one, too, the column behind it."""
    for place in range(len(row.cells)):
        if _dates(row.cell(place), year) is not None:
            end = {"end": place + 1} if _dates(row.cell(place + 1), year) is not None else {}
            return {"start": place, **end, "what": place + 1 + len(end)}
    raise ReadError(
        "there is neither a date in this line nor a word such as 'datum' over a column", row.where
    )


def _dates(cell: str, year: int | None) -> Occasion | None:
    """The day or days that a cell says, perhaps with clock times; ``None`` if it says something else."""
    try:
        found = parse_occasion(cell, year=year)
    except DateError:
        return None
    return found if isinstance(found.dates, DateSpan) else None


def _occasion(row: _Row, columns: Mapping[str, int], year: int | None) -> Occasion:
    start = _asked_for(row, columns["start"], year)
    span, times = start.dates, start.times
    assert isinstance(span, DateSpan)
    if row.cell(columns.get("end")):
        end = _asked_for(row, columns["end"], year)
        assert isinstance(end.dates, DateSpan)
        times = _from_to(times, end.times)
        span = DateSpan(span.start, end.dates.end)
    if span.end < span.start:
        raise ReadError(f"{span} runs backwards", row.where)
    what = to_text(row.cell(columns.get("what")))
    if not span.is_one_day:
        return Occasion(span, label=what)
    return _with_hours(Occasion(span, times=times, part_of_day=start.part_of_day, label=what), row, columns)


def _asked_for(row: _Row, place: int, year: int | None) -> Occasion:
    found = _dates(row.cell(place), year)
    if found is None:
        hint = None if year is not None else "year= is the year of dates without one"
        raise ReadError(f"{quoted(row.cell(place))} is not a date", row.where, hint)
    return found


def _from_to(start: TimeSpan | None, end: TimeSpan | None) -> TimeSpan | None:
    """The hours of "2027-03-05 09:00" and "2027-03-05 12:00"; none where only one is known."""
    return TimeSpan(start.start, end.start) if start is not None and end is not None else None


def _with_hours(one: Occasion, row: _Row, columns: Mapping[str, int]) -> Occasion:
    """*one* with the hours of columns of their own, where they can be read."""
    said = row.cell(columns.get("time"))
    start, end = row.cell(columns.get("start_time")), row.cell(columns.get("end_time"))
    try:
        if start and end:
            return attrs.evolve(one, times=TimeSpan(parse_time(start), parse_time(end)))
        if said and any(sign.isdigit() for sign in said):
            return attrs.evolve(one, times=parse_time_span(said))
        return attrs.evolve(one, part_of_day=parse_part_of_day(said)) if said else one
    except DateError:
        return one
