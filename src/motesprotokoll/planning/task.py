"""What is to be planned, and what the distances in a plan cost: in points to search by, and in words."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cached_property

import attrs

from motesprotokoll.planning.busy import Busy
from motesprotokoll.planning.penalties import POINTS, Drawback, drawback
from motesprotokoll.planning.reasons import DAYS_OF_WEEK, Reason, because, day_count, weeks
from motesprotokoll.planning.slots import Half, Slot
from motesprotokoll.planning.wishes import Wishes

_DAYS_OF_YEAR = 366


@attrs.frozen(eq=False)
class Task:
    """The half-year and the slots of each meeting in order, and what binds them together."""

    wishes: Wishes
    halves: tuple[Half, ...]
    """The half-year of each meeting, the first one first."""
    slots: tuple[tuple[Slot, ...], ...]
    """Where each may be, by date."""

    @property
    def least_days(self) -> int:
        """From the last day of a meeting to the first of the next one."""
        return self.wishes.least_days

    @property
    def with_two_days(self) -> bool:
        """Whether one of the meetings takes two days."""
        return self.wishes.two_days is not None

    # -------------------------------------------------------------------------------- evenness

    @cached_property
    def gap_costs(self) -> tuple[list[int], ...]:
        """For each meeting: the points of the next one's being so many days later."""
        days = range(_DAYS_OF_YEAR + 1)
        costs = {half: [POINTS["uneven"] * half.uneven(gap) ** 2 for gap in days] for half in {*self.halves}}
        nothing = [0 for _ in days]
        places = range(len(self.halves))
        return tuple(costs[self.halves[place]] if self._is_followed(place) else nothing for place in places)

    def _is_followed(self, place: int) -> bool:
        """Whether another meeting of the same half-year comes after it: summer is no gap."""
        return place + 1 < len(self.halves) and self.halves[place + 1] is self.halves[place]

    def _edges(self, place: int, slot: Slot) -> Iterator[tuple[str, int]]:
        """How many days the first and the last meeting of a half-year are from the ends of its window."""
        half = self.halves[place]
        if half.count == 1:  # what is early at one end is late at the other
            yield "only", (slot.start - half.window.start).days
        elif place == 0 or self.halves[place - 1] is not half:
            yield "start", (slot.start - half.window.start).days
        elif not self._is_followed(place):
            yield "end", (half.window.end - slot.end).days

    def edge_points(self, place: int, slot: Slot) -> int:
        """The points of *slot*'s being the first or the last of its half-year, if it is."""
        half = self.halves[place]
        return sum(POINTS["edge"] * half.askew(days) ** 2 for _, days in self._edges(place, slot))

    # -------------------------------------------------------------------------------- other bodies

    @cached_property
    def others(self) -> tuple[Busy, ...]:
        """The meetings of this year that the body wants to come before, by date."""
        return tuple(one for one in self.wishes.before if one.dates.start.year == self.wishes.year)

    @cached_property
    def _days(self) -> list[int]:
        return [one.dates.start.toordinal() for one in self.others]

    def past(self, day: date) -> int:
        """How many of the others are on *day* or before it."""
        return bisect_right(self._days, day.toordinal())

    def served(self, day: date) -> int:
        """How many of the others are past, or near enough for a meeting that ends on *day*."""
        return bisect_right(self._days, day.toordinal() + self.wishes.before_within)

    @cached_property
    def served_before(self) -> int:
        """The same for last year's last meeting."""
        ends = [days.end for days in self.wishes.days_of_last_year]
        known = [self.served(day) for day in ends if day.year < self.wishes.year]
        return max(known, default=0)

    def late_points(self, number: int) -> int:
        """The points of so many meetings of others that none of ours was in time for."""
        return POINTS["too-late-for"] * number if number > 0 else 0

    # -------------------------------------------------------------------------------- in words

    def drawbacks(self, plan: tuple[Slot, ...]) -> tuple[Drawback, ...]:
        """All that *plan* costs, by meeting; the points add up to those of the plan."""
        return tuple(one for place in range(len(plan)) for one in self._at(plan, place)) + self._late(plan)

    def _at(self, plan: tuple[Slot, ...], place: int) -> Iterator[Drawback]:
        slot, half = plan[place], self.halves[place]
        yield from slot.drawbacks
        for edge, days in self._edges(place, slot):
            off = half.askew(days)
            if off:
                is_early = (days < half.even_edge) is (edge != "end")
                yield drawback("edge", because(_ASKEW[half.name, edge, is_early]), off**2)
        if self._is_followed(place):
            gap = (plan[place + 1].start - slot.start).days
            off = half.uneven(gap)
            if off:
                yield drawback("uneven", _gap_reason(slot, plan[place + 1], gap, half), off**2)

    def _late(self, plan: tuple[Slot, ...]) -> tuple[Drawback, ...]:
        """The others' meetings that none of ours is in time for."""
        found = []
        for number, one in enumerate(self.others):
            ends = [slot.end for slot in plan if slot.end < one.dates.start]
            served = max([self.served_before, *(self.served(day) for day in ends[-1:])])
            if number >= served:
                found.append(drawback("too-late-for", self._late_reason(one)))
        return tuple(found)

    def _late_reason(self, one: Busy) -> Reason:
        return because(
            "inget möte inom {days} före {what} den {day}",
            days=_weeks_or_days(self.wishes.before_within),
            what=one.what or because("det andra mötet"),
            day=one.dates.start,
        )


def _weeks_or_days(days: int) -> Reason:
    return day_count(days) if days % DAYS_OF_WEEK else weeks(days)


_ASKEW = {
    ("spring", "only", True): "vårens möte kommer tidigt",
    ("spring", "only", False): "vårens möte kommer sent",
    ("autumn", "only", True): "höstens möte kommer tidigt",
    ("autumn", "only", False): "höstens möte kommer sent",
    ("spring", "start", True): "vårens första möte kommer tidigt",
    ("spring", "start", False): "vårens första möte kommer sent",
    ("spring", "end", True): "vårens sista möte kommer tidigt",
    ("spring", "end", False): "vårens sista möte kommer sent",
    ("autumn", "start", True): "höstens första möte kommer tidigt",
    ("autumn", "start", False): "höstens första möte kommer sent",
    ("autumn", "end", True): "höstens sista möte kommer tidigt",
    ("autumn", "end", False): "höstens sista möte kommer sent",
}


def _gap_reason(slot: Slot, following: Slot, gap: int, half: Half) -> Reason:
    return because(
        "{weeks} mellan mötena {first} och {last} (jämnt vore {even})",
        weeks=weeks(gap),
        first=slot.start,
        last=following.start,
        even=half.even_weeks,
    )


def task(wishes: Wishes, halves: tuple[Half, ...], slots: tuple[tuple[Slot, ...], ...]) -> Task:
    """The task of *wishes*, with the *slots* of each of the *halves*."""
    places = [place for place, half in enumerate(halves) for _ in range(half.count)]
    return Task(wishes, tuple(halves[place] for place in places), tuple(slots[place] for place in places))
