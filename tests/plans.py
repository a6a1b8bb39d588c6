"""Plans judged by other means than the library's: a calendar of the tests, and every plan there is."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import combinations, pairwise, product
from typing import Any, NamedTuple

from motesprotokoll import planning
from motesprotokoll.model import DateSpan

# Påsklov as published; where it is not, both weeks about Easter are to be free.
PASKLOV = {2024: ((4, 2), (4, 5)), 2025: ((4, 14), (4, 17)), 2026: ((4, 7), (4, 10))}

Days = tuple[date, date]
"""The first and the last day of a meeting."""


def easter(year: int) -> date:
    """Easter Sunday by the rule of Meeus, Jones and Butcher."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    rest = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, day = divmod(h + rest - 7 * m + 114, 31)
    return date(year, month, day + 1)


def first_from(day: date, weekday: int) -> date:
    """The first such weekday from *day* on, 0 for Monday."""
    return day + timedelta((weekday - day.weekday()) % 7)


def last_sunday(year: int, month: int) -> date:
    """The last Sunday of March or October, when clocks are changed."""
    return first_from(date(year, month, 25), 6)


def _all_saints(year: int) -> date:
    return first_from(date(year, 10, 31), 5)


@cache
def red_days(year: int) -> frozenset[date]:
    """Public holidays by lag (1989:253), and the three eves."""
    sunday = easter(year)
    fixed = [(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)]
    moving = [sunday + timedelta(number) for number in (-2, 0, 1, 39, 49)]
    midsummer = first_from(date(year, 6, 20), 5)
    eve = midsummer - timedelta(1)
    return frozenset([*(date(year, *day) for day in fixed), *moving, midsummer, eve, _all_saints(year)])


@cache
def half_days(year: int) -> frozenset[date]:
    """The days before five holidays, if they are working days."""
    before = (
        date(year, 1, 6),
        easter(year) - timedelta(2),
        date(year, 5, 1),
        _all_saints(year),
        date(year, 12, 24),
    )
    return frozenset(day - timedelta(1) for day in before if works(day - timedelta(1)))


def works(day: date) -> bool:
    """Whether *day* is an ordinary working day."""
    return day.weekday() < 5 and day not in red_days(day.year)


@cache
def school_days_off(year: int) -> frozenset[date]:
    """Sportlov in week 7, höstlov in week 44, and påsklov where it is or may be."""
    weeks = {date.fromisocalendar(year, week, day) for week in (7, 44) for day in range(1, 6)}
    if year in PASKLOV:
        first, last = (date(year, *day) for day in PASKLOV[year])
        return frozenset(weeks) | {*days((first, last))}
    sunday = easter(year)
    return frozenset(weeks) | {sunday + timedelta(number) for number in (-6, -5, -4, -3, 2, 3, 4, 5)}


def days(given: Days) -> list[date]:
    """Each day of a meeting."""
    return [given[0] + timedelta(number) for number in range((given[1] - given[0]).days + 1)]


def dates_of(proposal: planning.Proposal) -> list[Days]:
    """The first and last days of a proposal, in its order."""
    spans = [one.dates for one in proposal.schedule.occasions]
    return [(span.start, span.end) for span in spans if isinstance(span, DateSpan)]


class Busy(NamedTuple):
    """Somebody's busy day, in minutes of the day from and to."""

    day: date
    what: str
    hours: tuple[int, int] = (0, 1440)


class Asked(NamedTuple):
    """The wishes of a test, in its own words."""

    year: int
    weekdays: frozenset[int]
    counts: tuple[int, int]
    windows: tuple[Days, Days]
    least_days: int
    hours: tuple[int, int] = (0, 1440)
    two_days: Days | None = None
    blocked: frozenset[date] = frozenset()
    avoid: tuple[Busy, ...] = ()
    before: tuple[Busy, ...] = ()
    before_within: int = 28
    last_year: tuple[date, ...] = ()


POINTS = {one.name: one.points for one in planning.PENALTIES}


def is_allowed(asked: Asked, day: date) -> bool:
    """Whether no hard rule forbids *day* itself."""
    if day in red_days(asked.year) | school_days_off(asked.year) | asked.blocked:
        return False
    return day.weekday() < 5 or day.weekday() in asked.weekdays


def _possible(asked: Asked, half: int) -> Iterator[Days]:
    first, last = asked.windows[half]
    for day in days((first, last)):
        if day.weekday() in asked.weekdays and is_allowed(asked, day):
            yield day, day
        following = day + timedelta(1)
        if asked.two_days is None or following > last:
            continue
        inside = asked.two_days[0] <= day and following <= asked.two_days[1]
        wished = {day.weekday(), following.weekday()} & asked.weekdays
        if inside and wished and is_allowed(asked, day) and is_allowed(asked, following):
            yield day, following


def _apart(plan: tuple[Days, ...], least: int) -> bool:
    return all((later[0] - earlier[1]).days >= least for earlier, later in pairwise(plan))


def every_plan(asked: Asked) -> Iterator[tuple[Days, ...]]:
    """Each plan that breaks no hard rule, by trying all there are."""
    halves = [
        [one for one in combinations(sorted(_possible(asked, half)), count) if _apart(one, asked.least_days)]
        for half, count in enumerate(asked.counts)
    ]
    for spring, autumn in product(*halves):
        plan = spring + autumn
        long = sum(one[0] != one[1] for one in plan)
        if _apart(plan, asked.least_days) and long == (asked.two_days is not None):
            yield plan


def _weeks(number: int) -> int:
    return (number + 3) // 7


def points(asked: Asked, plan: tuple[Days, ...]) -> int:
    """What a plan costs, meeting by meeting, by the table of penalties and the words beside it."""
    total = sum(_own_points(asked, one) for one in plan) + unevenness(asked, plan)
    for half, meetings in _halves(asked, plan):
        first, last = asked.windows[half]
        edges = [(meetings[0][0] - first).days, (last - meetings[-1][1]).days][: len(meetings)]
        even = _even_days(asked, half)
        total += sum(POINTS["edge"] * _weeks(abs(edge - round(even / 4))) ** 2 for edge in edges)
    return total + POINTS["too-late-for"] * sum(_is_missed(asked, plan, one.day) for one in asked.before)


def unevenness(asked: Asked, plan: tuple[Days, ...]) -> int:
    """What the distances between the meetings cost."""
    total = 0
    for half, meetings in _halves(asked, plan):
        even = max(1, _weeks(round(_even_days(asked, half))))
        for earlier, later in pairwise(meetings):
            total += POINTS["uneven"] * (_weeks((later[0] - earlier[0]).days) - even) ** 2
    return total


def _halves(asked: Asked, plan: tuple[Days, ...]) -> list[tuple[int, tuple[Days, ...]]]:
    """The half-years that have meetings, with those."""
    both = (plan[: asked.counts[0]], plan[asked.counts[0] :])
    return [(half, meetings) for half, meetings in enumerate(both) if meetings]


def _even_days(asked: Asked, half: int) -> float:
    first, last = asked.windows[half]
    return ((last - first).days + 1) / (asked.counts[half] - 0.5)


def _is_missed(asked: Asked, plan: tuple[Days, ...], day: date) -> bool:
    ends = [*asked.last_year, *(one[1] for one in plan)]
    return not any(0 < (day - end).days <= asked.before_within for end in ends)


def _own_points(asked: Asked, meeting: Days) -> int:
    found: set[tuple[str, Any]] = set()
    for day in days(meeting):
        found |= set(_drawbacks(asked, day, meeting[0] == meeting[1]))
    return sum(POINTS[name] for name, _ in found)


def _drawbacks(asked: Asked, day: date, is_one_day: bool) -> Iterator[tuple[str, Any]]:
    yesterday, tomorrow = day - timedelta(1), day + timedelta(1)
    bridge = works(day) and not works(yesterday) and not works(tomorrow)
    if bridge:
        yield "bridge-day", day
    elif yesterday in red_days(yesterday.year) and day.weekday() not in (0, 6):
        yield "after-holiday", day
    if day in half_days(day.year) and not (is_one_day and asked.hours[1] <= 720):
        yield "half-day", day
    week = day.isocalendar().week
    names = {2: "first-school-week", 34: "first-school-week", 24: "last-school-week", 51: "last-school-week"}
    if week in names:
        yield names[week], week
    if week == 26:
        yield "almedalen", week
    for one in asked.avoid:
        if one.day == day:
            at_once = one.hours[0] < asked.hours[1] and asked.hours[0] < one.hours[1]
            yield "same-day" if is_one_day and not at_once else "collision", one.what


def weeks_left(asked: Asked, plan: tuple[Days, ...]) -> int:
    """How many meetings are in a week in which last year had none."""
    last = {day.isocalendar().week for day in asked.last_year}
    return sum(one[0].isocalendar().week not in last for one in plan) if last else 0
