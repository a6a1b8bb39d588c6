"""One day and spans of days, read and written."""

from calendar import monthrange
from datetime import date
from typing import Literal

from motesprotokoll.errors import DateError, WrongValueError, quoted
from motesprotokoll.model import DateSpan
from motesprotokoll.swedish.days import PLAUSIBLE_YEARS, WrittenSpan, read_days
from motesprotokoll.swedish.resolving import Resolved, resolve
from motesprotokoll.swedish.scanning import whole
from motesprotokoll.swedish.words import MONTH_NAMES, NBSP, WEEKDAY_NAMES
from motesprotokoll.swedish.years import Context, Role, context

DateStyle = Literal["text", "running", "iso", "short", "weekday", "definite"]
SpanStyle = Literal["text", "running", "iso", "short"]
WeekStyle = Literal["text", "short"]

_EN_DASH = "–"
_LEAP_YEAR = 2000
# Errors speak English in every locale, so these do not come from strftime.
_ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def parse_date(
    text: str, /, *, year: int | None = None, meeting_date: date | None = None, role: Role | None = None
) -> date:
    """Read one Swedish date, such as ``"fredagen den 21 april 2023"``. Inverse of `format_date`.

    Args:
        year: The year of the nearest heading, for a text that names none.
        meeting_date: The day of the meeting, from which a missing year is inferred; see `years`.
        role: "next" for the next meeting or a plan, "past" for a back-reference.

    Raises:
        DateError: Not one date, no such day, no year, or the weekday contradicts it.

    >>> parse_date("14 mars 2026")
    datetime.date(2026, 3, 14)
    """
    span = _parse(text, context(year, meeting_date, role), "a date")
    if not span.is_one_day:
        raise DateError(f"{quoted(text)} is not a date", None, "it is a span of days")
    return span.start


def parse_date_span(
    text: str, /, *, year: int | None = None, meeting_date: date | None = None, role: Role | None = None
) -> DateSpan:
    """Read a day or a span of days, such as ``"14–15 november 2024"``. Inverse of `format_date_span`.

    Arguments and errors are those of `parse_date`.

    >>> parse_date_span("30 december–2 januari 2025")
    DateSpan(2024-12-30/2025-01-02)
    """
    return _parse(text, context(year, meeting_date, role), "a date or a span of days")


def _parse(text: str, known: Context, what: str) -> DateSpan:
    return meaning(text, whole(text, what, read_days), known, what)


def meaning(text: str, written: WrittenSpan, known: Context, what: str) -> DateSpan:
    """The days that *written* means.

    Raises:
        DateError: None, or something else in the phrase contradicts them.
    """
    if known.year is not None or known.meeting_date is not None:
        _refuse_hours(text, written, what)
    found = resolve(written, known)
    if found.span is None:
        raise DateError(f"{quoted(text)} is not {what}", None, _reason(written, found))
    if found.wrong_weekday:
        days = {found.span.start, found.span.end}
        hint = ", ".join(f"{day} is a {_ENGLISH_WEEKDAYS[day.weekday()]}" for day in sorted(days))
        raise DateError(f"the weekday of {quoted(text)} contradicts the date", None, hint)
    if found.wrong_week:
        hint = f"{found.span.start} is in week {found.span.start.isocalendar().week}"
        raise DateError(f"the week of {quoted(text)} contradicts the date", None, hint)
    return found.span


def _refuse_hours(text: str, written: WrittenSpan, what: str) -> None:
    """Where the year is known anyway, the figures in "3 mars 0900" are more likely hours than a year."""
    for day in (written.start, written.end):
        if day is not None and day.year is not None and day.year not in PLAUSIBLE_YEARS:
            raise DateError(
                f"{quoted(text)} is not {what}", None, f"is {day.year:04} a year or a clock time?"
            )


def _reason(written: WrittenSpan, found: Resolved) -> str:
    if found.problem == "year-missing":
        return "no year is known: give year= or meeting_date="
    for day in (written.start, written.end):
        if day is not None and day.month is not None and day.day > (longest := _longest(day.month)):
            return f"that month has {longest} days"
    return "there is no such day in that year"


def _longest(month: int) -> int:
    """How many days *month* has at most."""
    return monthrange(_LEAP_YEAR, month)[1]


def format_date(day: date, /, *, style: DateStyle = "text", year: bool = True) -> str:
    """Write one date. Inverse of `parse_date`, which needs the year from elsewhere where it is left out.

    Args:
        style: "text" 21 april 2023, "running" den 21 april 2023, "iso" 2023-04-21, "short" 21 april,
            "weekday" fredag 21 april 2023, "definite" fredagen den 21 april 2023.
        year: Whether to write the year; "iso" always does and "short" never.

    Raises:
        WrongValueError: No such style.

    Source: Myndigheternas webbriktlinjer 66; Språkrådet.

    >>> format_date(date(2026, 3, 14), style="definite")
    'lördagen den 14 mars 2026'
    """
    plain = f"{day.day} {MONTH_NAMES[day.month - 1]}"
    dated = f"{plain} {day.year:04}" if year else plain
    if style == "text":
        return dated
    if style == "running":
        return f"den {dated}"
    if style == "iso":
        return day.isoformat()
    if style == "short":
        return plain
    if style == "weekday":
        return f"{WEEKDAY_NAMES[day.weekday()]} {dated}"
    if style == "definite":
        return f"{definite_weekday(day)} den {dated}"
    raise _no_style(style)


def _no_style(style: str) -> WrongValueError:
    return WrongValueError(f"{quoted(style)} is no style", "style")


def definite_weekday(day: date, /) -> str:
    """The weekday in its definite form.

    >>> definite_weekday(date(2026, 3, 14))
    'lördagen'
    """
    return f"{WEEKDAY_NAMES[day.weekday()]}en"


def format_date_span(span: DateSpan, /, *, style: SpanStyle = "text", year: bool = True) -> str:
    """Write a day or a span of days, with an en dash and no spaces. Inverse of `parse_date_span`.

    A span that runs backwards is written so that it is read backwards.

    >>> format_date_span(DateSpan(date(2024, 11, 14), date(2024, 11, 15)))
    '14–15 november 2024'
    """
    if style not in ("text", "running", "iso", "short"):
        raise _no_style(style)
    if style == "running":
        return f"den {format_date_span(span, year=year)}"
    start, end = span.start, span.end
    if span.is_one_day:
        return format_date(start, style=style, year=year)
    year = year and style == "text"
    last = format_date(end, style=style, year=year)
    if style != "iso" and (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{_EN_DASH}{last}"
    # A single year, at the end, is enough unless reading it would put the start into the year before.
    both = start.year != end.year or start > end
    return f"{format_date(start, style=style, year=year and both)}{_EN_DASH}{last}"


def format_week(day: date, /, *, style: WeekStyle = "text", year: bool = False) -> str:
    """Write the ISO week that *day* is in, with a non-breaking space. `parse_dates` reads it.

    Args:
        style: "text" vecka 47, "short" v. 47, for tables.
        year: Whether to write the year of the week, which about New Year is not always that of the day.

    Raises:
        WrongValueError: No such style.

    >>> format_week(date(2024, 12, 30), year=True).replace(NBSP, " ")
    'vecka 1 2025'
    """
    if style not in ("text", "short"):
        raise _no_style(style)
    calendar = day.isocalendar()
    week = f"{'vecka' if style == 'text' else 'v.'}{NBSP}{calendar.week}"
    return f"{week} {calendar.year:04}" if year else week
