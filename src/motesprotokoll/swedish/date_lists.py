"""Lists of days, written as one phrase and read: "2 februari, 3 och 17 maj 2024"."""

from collections.abc import Iterable, Sequence
from datetime import date

from motesprotokoll.errors import DateError, WrongTypeError, quoted
from motesprotokoll.model import DateSpan
from motesprotokoll.swedish.dates import format_date_span
from motesprotokoll.swedish.finding_dates import LONGEST_LIST, find_dates
from motesprotokoll.swedish.found_dates import FoundDate
from motesprotokoll.swedish.lists import format_list
from motesprotokoll.swedish.scanning import phrase
from motesprotokoll.swedish.years import Role

_WHAT = "a list of days"
_LONGEST = 2_000
_BETWEEN = frozenset({"och", "samt", "den"})
_SIGNS = ",;"
# Why a phrase that is found is none to rely on; a missing year that was inferred is as good as in any date.
_REASONS = {
    "date.year-missing": "no year is known: give year= or meeting_date=",
    "date.impossible": "a day of it does not exist",
    "date.weekday-mismatch": "a weekday contradicts its date",
    "date.week-mismatch": "a week contradicts its date",
}


def parse_date_list(
    text: str, /, *, year: int | None = None, meeting_date: date | None = None, role: Role | None = None
) -> tuple[DateSpan, ...]:
    """Read days and spans of days with commas, "och" or line breaks between them.

    Inverse of `format_date_list`. A month counts for the days before it, and a year for the dates before it.
    Arguments are those of `parse_date`.

    Raises:
        DateError: Something else stands there, too, or what is there is no day for sure.

    >>> parse_date_list("3 och 17 maj 2024")
    (DateSpan(2024-05-03), DateSpan(2024-05-17))
    """
    phrase(text, _WHAT, longest=_LONGEST)
    found = find_dates(text, year=year, meeting_date=meeting_date, role=role)
    for finding in (finding for one in found for finding in one.findings):
        if finding.code in _REASONS:
            raise DateError(f"{quoted(text)} is not {_WHAT}", None, _REASONS[finding.code])
    spans = tuple(one.value for one in found if isinstance(one.value, DateSpan))
    hours = any(one.times is not None or one.part_of_day is not None for one in found)
    if not spans or len(spans) < len(found) or hours or not _is_whole(text, found):
        raise DateError(f"{quoted(text)} is not {_WHAT}")
    return spans


def _is_whole(text: str, found: Sequence[FoundDate]) -> bool:
    """Whether nothing but separators stands beside what was found, and only between and behind it."""
    places = [0, *(place for one in found for place in (one.start, one.end)), len(text)]
    before, *between, behind = (text[start:end] for start, end in zip(places[::2], places[1::2], strict=True))
    return (
        before.strip().lower() in ("", "den")
        and behind.strip() in ("", ".")
        and all(_is_separator(words) for words in between)
    )


def _is_separator(words: str) -> bool:
    return _BETWEEN.issuperset(words.translate(dict.fromkeys(map(ord, _SIGNS), " ")).lower().split())


def format_date_list(days: Iterable[date | DateSpan], /, *, year: bool = True) -> str:
    """Write days and spans as one phrase, with month and year once where that is enough.

    Inverse of `parse_date_list`, for the years 1800–2199. Empty for no days.

    Raises:
        WrongTypeError: Something else than days and spans.

    >>> format_date_list([date(2024, 2, 2), date(2024, 5, 3), date(2024, 5, 17)])
    '2 februari, 3 och 17 maj 2024'
    """
    spans = [_span(day) for day in days]
    words: list[str] = []
    folded = 0
    for place, span in enumerate(spans):
        following = spans[place + 1] if place + 1 < len(spans) else None
        shares_year = following is not None and _shares_year(span, following)
        fold = shares_year and folded < LONGEST_LIST and _shares_month(span, following)
        folded = folded + 1 if fold else 0
        words.append(str(span.start.day) if fold else format_date_span(span, year=year and not shares_year))
    return format_list(words)


def _span(day: date | DateSpan) -> DateSpan:
    if isinstance(day, date):
        return DateSpan(day)
    if not isinstance(day, DateSpan):
        raise WrongTypeError(f"expected a date or a DateSpan, got {quoted(day)}")
    return day


def _shares_year(span: DateSpan, following: DateSpan) -> bool:
    """Whether the year of *following* is read as that of *span*, too."""
    return span.start <= span.end < following.start and span.start.year == following.start.year


def _shares_month(span: DateSpan, following: DateSpan | None) -> bool:
    return following is not None and span.is_one_day and span.start.month == following.start.month
