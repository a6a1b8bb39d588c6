"""The months of a year as small tables: a week a row, and in each cell the day and its signs.

A sign is a letter or two, so that nothing is told by colour alone, in print, or to whoever listens: capital
letters are bodies that meet, small ones are days that are free. `Calendar` says which day has which.
"""

import itertools
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain, islice, product
from string import ascii_uppercase

import attrs

from motesprotokoll.compose.words import Words
from motesprotokoll.model import DateSpan, Emphasis, Occasion, Schedule
from motesprotokoll.model.text import to_content
from motesprotokoll.model.times import days_of
from motesprotokoll.outline import Grid, Node, Text
from motesprotokoll.swedish import SchoolBreak
from motesprotokoll.swedish.words import MONTH_NAMES, SATURDAY

TENTATIVE, CANCELLED = "?", "×"
"""What stands behind the letter of a meeting that may be moved, or is not held."""
HOLIDAY, BREAK, PERHAPS = "h", "s", "s?"
ALONE = "M"
"""The letter of the only body on a page: möte, meeting."""
# Without I and O, which look like figures beside figures, and without those that mean something else.
_LETTERS = [letter for letter in ascii_uppercase if letter not in "HIMOS"]

WEEK = "v."
WEEKDAYS = ("mån", "tis", "ons", "tor", "fre", "lör", "sön")
"""The heads of the columns. One letter each would leave it open which T is meant."""
_WEEK = 7


def letters(count: int) -> tuple[str, ...]:
    """The letters of *count* bodies: A, B … Z, AA, AB …"""
    if count == 1:
        return (ALONE,)
    lengths = (map("".join, product(_LETTERS, repeat=length)) for length in itertools.count(1))
    return tuple(islice(chain.from_iterable(lengths), count))


@attrs.frozen
class Calendar:
    """What there is to tell of the days of a year."""

    meetings: Mapping[date, tuple[str, ...]]
    """The signs of those who meet on a day."""
    held: frozenset[date]
    """The days on which some meeting is held."""
    holidays: Mapping[date, tuple[str, ...]]
    breaks: Mapping[date, str]
    """`BREAK` or `PERHAPS`."""

    def signs(self, day: date) -> tuple[str, ...]:
        """The signs of *day*, meetings first."""
        free = (HOLIDAY,) if day in self.holidays else ()
        closed = (self.breaks[day],) if day in self.breaks else ()
        return (*self.meetings.get(day, ()), *free, *closed)

    def all_signs(self) -> frozenset[str]:
        """Every sign that some day of the year has."""
        free = {HOLIDAY} if self.holidays else set()
        return frozenset(chain.from_iterable(self.meetings.values())) | free | {*self.breaks.values()}

    def look(self, day: date) -> str | None:
        """How the cell of *day* looks, of `motesprotokoll.outline.CELL_LOOKS`."""
        if day in self.held:
            return "marked"
        if day in self.holidays or day.weekday() >= SATURDAY:
            return "shaded"
        return "lined" if day in self.breaks else None


def calendar_of(
    year: int,
    lettered: Iterable[tuple[str, Schedule]],
    holidays: Mapping[date, tuple[str, ...]],
    breaks: Iterable[SchoolBreak],
) -> Calendar:
    """The calendar of *year*, with the meetings of bodies by their letters."""
    meetings: dict[date, list[str]] = {}
    held = set()
    for letter, schedule in lettered:
        for occasion in schedule.occasions:
            sign = sign_of(letter, occasion)
            for day in days_in(year, occasion.dates):
                signs = meetings.setdefault(day, [])
                signs += [] if sign in signs else [sign]
                if not occasion.cancelled:
                    held.add(day)
    closed: dict[date, str] = {}
    for one in breaks:
        for day in days_in(year, one.dates):
            closed[day] = BREAK if one.certain else closed.get(day, PERHAPS)
    told = {day: tuple(signs) for day, signs in meetings.items()}
    return Calendar(told, frozenset(held), holidays, closed)


def sign_of(letter: str, occasion: Occasion) -> str:
    """The letter of a body, and behind it how sure the meeting is."""
    state = CANCELLED if occasion.cancelled else TENTATIVE if occasion.tentative else ""
    return f"{letter}{state}"


def days_in(year: int, dates: object) -> Iterable[date]:
    """The days of a span that lie in *year*; none of a time that is vague or not known."""
    return days_of(dates, year) if isinstance(dates, DateSpan) else ()


def months(year: int, calendar: Calendar, words: Words) -> tuple[Grid, ...]:
    """The twelve months, each a table with its name above it."""
    return tuple(_month(year, month, calendar, words) for month in range(1, 13))


def _month(year: int, month: int, calendar: Calendar, words: Words) -> Grid:
    title = f"{words(MONTH_NAMES[month - 1]).capitalize()} {year}"
    head = tuple((Text((words(name),)),) for name in (WEEK, *WEEKDAYS))
    weeks = (_week(days, calendar) for days in _weeks(year, month))
    return Grid((head, *weeks), header_rows=1, title=title, role="month", header_columns=1)


def _weeks(year: int, month: int) -> Iterable[tuple[date | None, ...]]:
    """The days of a month, Monday to Sunday; ``None`` where a week has days of other months."""
    first = date(year, month, 1)
    following = date(year, month + 1, 1).toordinal() if month < 12 else date(year, 12, 31).toordinal() + 1
    days = tuple(map(date.fromordinal, range(first.toordinal(), following)))
    padded = (None,) * first.weekday() + days + (None,) * (-(first.weekday() + len(days)) % _WEEK)
    return (padded[place : place + _WEEK] for place in range(0, len(padded), _WEEK))


def _week(days: tuple[date | None, ...], calendar: Calendar) -> tuple[tuple[Node, ...], ...]:
    first = next(day for day in days if day is not None)
    number = (Text((str(first.isocalendar().week),)),)
    return (number, *(() if day is None else (_day(day, calendar),) for day in days))


def _day(day: date, calendar: Calendar) -> Text:
    number = Emphasis(str(day.day), strong=True) if day in calendar.held else str(day.day)
    said = " ".join(calendar.signs(day))
    return Text(to_content((number, f" {said}" if said else "")), role=calendar.look(day))
