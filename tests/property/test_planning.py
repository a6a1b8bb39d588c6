"""Proposals over generated wishes: exact, by the rules, and the same for the same wishes."""

from datetime import date, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from motesprotokoll import planning
from motesprotokoll.errors import PlanningError
from motesprotokoll.model import DateSpan, Occasion, PartOfDay, Schedule, TimeSpan
from plans import Asked, Busy, Days, dates_of, days, every_plan, is_allowed, points, unevenness, weeks_left
from strategies import SLOW_EACH

NAMES = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
HOURS = {None: (0, 1440), PartOfDay.MORNING: (0, 720), PartOfDay.AFTERNOON: (720, 1020)}


@st.composite
def windows(draw: st.DrawFn, year: int, first: int, last: int, longest: int) -> Days:
    """Some weeks that begin between two days of the year."""
    start = date(year, 1, 1) + timedelta(draw(st.integers(first, last)))
    return start, start + timedelta(draw(st.integers(6, longest)))


@st.composite
def busy_days(draw: st.DrawFn, within: tuple[Days, Days], most: int) -> tuple[Busy, ...]:
    found = []
    for _ in range(draw(st.integers(0, most))):
        first, last = draw(st.sampled_from(within))
        day = first + timedelta(draw(st.integers(0, (last - first).days)))
        hours = draw(st.sampled_from([(0, 1440), (540, 660), (780, 900)]))
        found.append(Busy(day, draw(st.sampled_from(["Styrelsen", "Ledningen"])), hours))
    return tuple(dict.fromkeys(found))


@st.composite
def wishes(draw: st.DrawFn) -> Asked:
    """Small windows anywhere in the year, so that all plans can be tried."""
    year = draw(st.integers(2024, 2035))
    both = (draw(windows(year, 10, 150, 30)), draw(windows(year, 215, 320, 34)))
    two = draw(st.sampled_from([None, both[1]]) | windows(year, 80, 320, 30))
    counts = (draw(st.integers(0, 2)), draw(st.integers(0, 3)))
    assume(sum(counts))
    last = draw(busy_days(both, 3))
    return Asked(
        year=year,
        weekdays=frozenset(draw(st.sets(st.integers(0, 6), min_size=1, max_size=2))),
        counts=counts,
        windows=both,
        least_days=draw(st.integers(1, 14)),
        hours=draw(st.sampled_from([*HOURS.values()])),
        two_days=two,
        blocked=frozenset(one.day for one in draw(busy_days(both, 2))),
        avoid=draw(busy_days(both, 4)),
        before=tuple({one._replace(hours=(0, 1440)) for one in draw(busy_days(both, 3))}),
        before_within=draw(st.integers(1, 20)),
        last_year=tuple(one.day - timedelta(weeks=52) for one in last),
    )


def told(busy: Busy) -> Occasion:
    if busy.hours == (0, 1440):
        return Occasion(busy.day, label=busy.what)
    first, last = (time(minutes // 60, minutes % 60) for minutes in busy.hours)
    return Occasion(busy.day, label=busy.what, times=TimeSpan(first, last))


def arguments(asked: Asked) -> dict[str, Any]:
    """The wishes as `propose` takes them."""
    return {
        "weekdays": [NAMES[number] for number in sorted(asked.weekdays)],
        "part_of_day": next(part for part, hours in HOURS.items() if hours == asked.hours),
        "spring": asked.counts[0],
        "autumn": asked.counts[1],
        "spring_window": asked.windows[0],
        "autumn_window": asked.windows[1],
        "least_days": asked.least_days,
        "two_days": None if asked.two_days is None else DateSpan(*asked.two_days),
        "blocked": sorted(asked.blocked),
        "avoid": [told(one) for one in asked.avoid],
        "before": [(one.day, one.what) for one in asked.before],
        "before_within": asked.before_within,
        "last_year": Schedule(occasions=asked.last_year) if asked.last_year else None,
    }


def proposed(asked: Asked, **changed: Any) -> planning.Proposal | None:
    try:
        return planning.propose("Nätverket", asked.year, **(arguments(asked) | changed))
    except PlanningError:
        return None


class TestOptimum:
    @SLOW_EACH
    @given(wishes())
    def test_no_other_plan_is_better(self, asked: Asked) -> None:
        """Of all plans that there are, tried one by one, it is the best, and the first of equal ones."""
        ranked = [(points(asked, plan), weeks_left(asked, plan), plan) for plan in every_plan(asked)]
        found = proposed(asked)
        if not ranked:
            assert found is None
            return
        assert found is not None
        least, weeks, plan = min(ranked)
        assert tuple(dates_of(found)) == plan
        assert sum(one.points for one in found.drawbacks) == least
        assert weeks_left(asked, tuple(dates_of(found))) == weeks

    @SLOW_EACH
    @given(wishes())
    def test_no_other_runner_up_is_better(self, asked: Asked) -> None:
        """With the other dates held, the best other date costs least; without one, there is none."""
        found = proposed(asked)
        assume(found is not None)
        assert found is not None
        chosen = dates_of(found)
        plans = list(every_plan(asked))
        for place, choice in enumerate(found.choices):
            others = {*chosen} - {chosen[place]}
            length = chosen[place][1] - chosen[place][0]
            ways = [
                (points(asked, plan), weeks_left(asked, plan), new)
                for plan in plans
                for new in {*plan} - others
                if others < {*plan} and new != chosen[place] and new[1] - new[0] == length
            ]
            runner_up = choice.runner_up
            given = None if runner_up is None else (runner_up.dates.start, runner_up.dates.end)
            assert given == (min(ways)[2] if ways else None)


class TestRules:
    @SLOW_EACH
    @given(wishes())
    def test_keeps_every_hard_rule(self, asked: Asked) -> None:
        """Whatever was wished for."""
        found = proposed(asked)
        assume(found is not None)
        assert found is not None
        plan = dates_of(found)
        assert all(is_allowed(asked, day) for one in plan for day in days(one))
        assert all((later[0] - earlier[1]).days >= asked.least_days for earlier, later in pairwise(plan))
        halves = (plan[: asked.counts[0]], plan[asked.counts[0] :])
        for (first, last), half in zip(asked.windows, halves, strict=True):
            assert all(first <= one[0] <= one[1] <= last for one in half)
        assert all({day.weekday() for day in days(one)} & asked.weekdays for one in plan)

    @SLOW_EACH
    @given(wishes(), st.randoms())
    def test_the_order_of_wishes_does_not_matter(self, asked: Asked, random: Any) -> None:
        """The same wishes give the same proposal, down to the last word."""
        given = arguments(asked)
        for name in ("weekdays", "blocked", "avoid", "before"):
            random.shuffle(given[name])
        one, other = proposed(asked), proposed(asked, **given)
        assert one == other
        assert one is None or other is None or one.explanation == other.explanation

    @SLOW_EACH
    @given(wishes())
    def test_rejected_neighbours_have_reasons(self, asked: Asked) -> None:
        """Each neighbour that could not be is forbidden by a rule; each that could would cost no less."""
        found = proposed(asked)
        assume(found is not None)
        assert found is not None
        chosen = dates_of(found)
        for place, choice in enumerate(found.choices):
            for one in choice.rejected:
                new = (one.dates.start, one.dates.end)
                plan = tuple(sorted([*chosen[:place], new, *chosen[place + 1 :]]))
                half = 0 if place < asked.counts[0] else 1
                fits = asked.windows[half][0] <= new[0] and new[1] <= asked.windows[half][1]
                if new[0] != new[1] and asked.two_days is not None:
                    fits = fits and asked.two_days[0] <= new[0] and new[1] <= asked.two_days[1]
                fits = fits and all(is_allowed(asked, day) for day in days(new))
                gaps = [(later[0] - earlier[1]).days for earlier, later in pairwise(plan)]
                assert one.possible is (fits and all(gap >= asked.least_days for gap in gaps))
                assert str(one.reason)
                if one.possible:
                    assert points(asked, plan) >= points(asked, tuple(chosen))
                if "ojämnare" in str(one.reason):
                    assert unevenness(asked, plan) > unevenness(asked, tuple(chosen))


LEFT_OUT: dict[str, Any] = {
    "weekdays": list(NAMES[:5]),
    "two_days": None,
    "school_breaks": (),
    "blocked": (),
    "least_days": 1,
}


class TestCollidingWishes:
    @SLOW_EACH
    @given(wishes())
    def test_each_of_those_named_is_needed(self, asked: Asked) -> None:
        """They collide by themselves, and without any one of them the others can be met."""
        try:
            planning.propose("Nätverket", asked.year, **arguments(asked))
        except PlanningError as error:
            named = error.wishes
        else:
            return
        assert named
        assert not can_be_met(asked, named)
        for one in named:
            assert can_be_met(asked, tuple(name for name in named if name != one))


def can_be_met(asked: Asked, kept: tuple[str, ...]) -> bool:
    """Whether some plan meets the wishes that are *kept*."""
    changed = {name: value for name, value in LEFT_OUT.items() if name not in kept}
    if "weekdays" in changed:
        changed["weekdays"] = [*NAMES[:5], *(NAMES[number] for number in asked.weekdays)]
    spring, autumn = asked.windows
    if "spring_window" not in kept:
        last = max(spring[1], min(date(asked.year, 6, 30), autumn[0] - timedelta(1)))
        changed["spring_window"] = (date(asked.year, 1, 1), last)
    if "autumn_window" not in kept:
        first = min(autumn[0], max(date(asked.year, 7, 1), spring[1] + timedelta(1)))
        changed["autumn_window"] = (first, date(asked.year, 12, 31))
    counts = [
        (asked.counts[half],) if name in kept else (0, 1) for half, name in enumerate(("spring", "autumn"))
    ]
    tries = [(one, other) for one in counts[0] for other in counts[1]]
    return any(
        proposed(asked, **changed, spring=one, autumn=other) is not None
        if one + other
        else "two_days" not in kept
        for one, other in tries
    )


@pytest.mark.parametrize("year", [2024, 2027])
def test_an_ordinary_year(year: int) -> None:
    """The usual windows and all seven meetings, with few Fridays to choose from, so that all can be tried."""
    fridays = [day for day in days((date(year, 1, 1), date(year, 12, 31))) if day.weekday() == 4]
    asked = Asked(
        year=year,
        weekdays=frozenset([4]),
        counts=(3, 4),
        windows=((date(year, 1, 15), date(year, 6, 14)), (date(year, 8, 20), date(year, 12, 15))),
        least_days=21,
        hours=(0, 720),
        blocked=frozenset(day for day in fridays if day.day > 14 and day.month != 11),
        two_days=(date(year, 11, 1), date(year, 11, 30)),
    )
    found = proposed(asked)
    assert found is not None
    assert tuple(dates_of(found)) == min((points(asked, plan), plan) for plan in every_plan(asked))[1]
