"""Impossible wishes: which of them collide, and none too many."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import product

import attrs

from motesprotokoll.errors import PlanningError
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model import DateSpan
from motesprotokoll.planning.reasons import Period, Reason, because, day_count, weekday_names
from motesprotokoll.planning.slots import WORKING_WEEK, Ground, halves, possible_days
from motesprotokoll.planning.wishes import Wishes
from motesprotokoll.swedish.free_days import ONE_DAY

_HALVES = ("spring", "autumn")


def conflict(wishes: Wishes) -> PlanningError:
    """The error for *wishes* that no plan meets.

    A deletion filter: each wish in turn is left out, and stays out if the others collide without it. What is
    left collides, and would not without any one of them.
    """
    needed = [*_WITHOUT]
    for name in _WITHOUT:
        others = [one for one in needed if one != name]
        if not _can_be_met(wishes, others):
            needed = others
    return _error(wishes, tuple(needed))


def _can_be_met(wishes: Wishes, kept: list[str]) -> bool:
    """Whether a plan meets the wishes that are *kept*, whatever it does to the others."""
    for name, without in _WITHOUT.items():
        wishes = wishes if name in kept else without(wishes)
    return any(_is_possible(one) for one in _counts(wishes, kept))


def _counts(wishes: Wishes, kept: list[str]) -> Iterator[Wishes]:
    """*wishes* with no or one meeting (that of two days) in a half-year whose number does not matter."""
    spring, autumn = ((getattr(wishes, half),) if half in kept else (0, 1) for half in _HALVES)
    for in_spring, in_autumn in product(spring, autumn):
        yield attrs.evolve(wishes, spring=in_spring, autumn=in_autumn)


def _is_possible(wishes: Wishes) -> bool:
    """Whether there is a plan for *wishes* at all.

    Whoever meets as early as possible has the most room for the meetings to come. So it is enough to know the
    earliest day on which so many meetings can be over: without the one of two days, and with it.
    """
    ground = Ground(wishes)
    never = date.max.toordinal()
    over = [0, never]
    for half in halves(wishes):
        days = [(one.start.toordinal(), one.end.toordinal()) for one in possible_days(ground, half)]
        single = [one for one in days if one[0] == one[1]]
        pairs = [one for one in days if one[0] < one[1]]
        for _ in range(half.count):
            free = [day + wishes.least_days for day in over]
            over = [_over(single, free[0]), min(_over(single, free[1]), _over(pairs, free[0]))]
    return over[wishes.two_days is not None] < never


def _over(days: list[tuple[int, int]], free: int) -> int:
    """When the first of *days* is over that begins on the day *free* or later."""
    return next((end for start, end in days if start >= free), date.max.toordinal())


def _wider_spring(wishes: Wishes) -> Wishes:
    """The spring up to the end of June, but never into the autumn that was wished for."""
    own, autumn = wishes.spring_window, wishes.autumn_window
    last = max(own.end, min(date(wishes.year, 6, 30), autumn.start - ONE_DAY))
    return attrs.evolve(wishes, spring_window=DateSpan(date(wishes.year, 1, 1), last))


def _wider_autumn(wishes: Wishes) -> Wishes:
    own, spring = wishes.autumn_window, wishes.spring_window
    first = min(own.start, max(date(wishes.year, 7, 1), spring.end + ONE_DAY))
    return attrs.evolve(wishes, autumn_window=DateSpan(first, date(wishes.year, 12, 31)))


def _any_weekday(wishes: Wishes) -> Wishes:
    return attrs.evolve(wishes, weekdays=tuple(sorted({*wishes.weekdays, *WORKING_WEEK})))


def _as_they_are(wishes: Wishes) -> Wishes:
    return wishes


# How each wish is left out, in the order in which that is tried: what comes first is the least likely to be
# named where there are several ways to say what collides. Numbers are left to `_counts`.
_WITHOUT: Mapping[str, Callable[[Wishes], Wishes]] = {
    "school_breaks": lambda wishes: attrs.evolve(wishes, school_breaks=()),
    "blocked": lambda wishes: attrs.evolve(wishes, blocked=()),
    "weekdays": _any_weekday,
    "spring_window": _wider_spring,
    "autumn_window": _wider_autumn,
    "two_days": lambda wishes: attrs.evolve(wishes, two_days=None),
    "spring": _as_they_are,
    "autumn": _as_they_are,
    "least_days": lambda wishes: attrs.evolve(wishes, least_days=1),
}


def _error(wishes: Wishes, names: tuple[str, ...]) -> PlanningError:
    given = {
        "weekdays": weekday_names(wishes.weekdays),
        "two_days": wishes.two_days,
        "school_breaks": "...",
        "blocked": "...",
    }
    said = ", ".join(f"{name}={given.get(name, getattr(wishes, name))}" for name in names)
    reasons = because("{wishes}", wishes=tuple(_wish(wishes, name) for name in names))
    finding = Finding(
        "planning.conflict",
        Severity.ERROR,
        "Önskemålen går inte att förena: {wishes}.",
        values=(("wishes", str(reasons)),),
    )
    return PlanningError(
        f"no plan can meet these wishes together: {said}", None, "change one of them", names, (finding,)
    )


def _wish(wishes: Wishes, name: str) -> Reason:
    """A wish in words."""
    if name in ("spring_window", "autumn_window", "two_days"):
        return because(_WORDS[name], window=Period(getattr(wishes, name)))
    if name == "weekdays":
        return because(_WORDS[name], days=weekday_names(wishes.weekdays))
    if name == "least_days":
        return because(_WORDS[name], days=day_count(wishes.least_days))
    if name in ("spring", "autumn"):
        number = getattr(wishes, name)
        return because(_FEW[name, number] if number < 2 else _WORDS[name], number=number)
    return because(_WORDS[name])


_WORDS = {
    "school_breaks": "inga möten under skollov",
    "blocked": "de spärrade dagarna",
    "weekdays": "bara {days}",
    "spring_window": "vårens möten {window}",
    "autumn_window": "höstens möten {window}",
    "two_days": "ett möte på två dagar {window}",
    "spring": "{number} möten i vår",
    "autumn": "{number} möten i höst",
    "least_days": "minst {days} mellan mötena",
}
_FEW = {
    ("spring", 0): "inga möten i vår",
    ("spring", 1): "ett möte i vår",
    ("autumn", 0): "inga möten i höst",
    ("autumn", 1): "ett möte i höst",
}
