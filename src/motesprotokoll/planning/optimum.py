"""The best plan, exactly: dynamic programming over the days by date.

What a plan costs is a sum over its meetings and over each pair of neighbours, so the best way to go on from
a meeting does not depend on how one came there. The state is how many meetings are placed, the last of them,
and whether the slot of two days is still to come. Of equal plans the one wins that keeps more of last year's
weeks; then the one whose first meeting is earlier, then its second, and so on.
"""

from bisect import bisect_left
from itertools import pairwise

import attrs

from motesprotokoll.planning.slots import Slot
from motesprotokoll.planning.task import Task

Plan = tuple[Slot, ...]
# A score is one whole number: the points of a plan, and below them how many meetings leave last year's weeks.
_POINT = 1_000
_IMPOSSIBLE = float("inf")
Score = float


@attrs.frozen
class _Column:
    """For each slot of one meeting: the score of the best plan from there on, and the slot it goes on with.

    Twice: the rest of the plan without the slot of two days, and with it.
    """

    slots: tuple[Slot, ...]
    starts: list[int]
    due: list[int]
    """How many of the other body's meetings are past when this one is."""
    scores: tuple[list[Score], list[Score]]
    following: tuple[list[int], list[int]]


def best(given: Task) -> Plan | None:
    """The plan that costs least; ``None`` if no plan keeps all the rules."""
    columns: list[_Column] = []
    for place in reversed(range(len(given.halves))):
        columns.insert(0, _column(given, place, columns[0] if columns else None))
    return _followed(columns, int(given.with_two_days))


def _column(given: Task, place: int, later: _Column | None) -> _Column:
    slots = given.slots[place]
    own = [_own_points(given, place, slot) * _POINT + slot.other_week for slot in slots]
    rests = [[_rest(given, place, slot, later, two) for slot in slots] for two in (0, 1)]
    scores = [[score + rest[0] for score, rest in zip(own, column, strict=True)] for column in rests]
    following = [[rest[1] for rest in column] for column in rests]
    return _Column(
        slots,
        [slot.start.toordinal() for slot in slots],
        [given.past(slot.end) for slot in slots],
        (scores[0], scores[1]),
        (following[0], following[1]),
    )


def _own_points(given: Task, place: int, slot: Slot) -> int:
    return slot.points + given.edge_points(place, slot) + _late_at_the_ends(given, place, slot)


def _late_at_the_ends(given: Task, place: int, slot: Slot) -> int:
    """The points of the others' meetings before the first of ours and after the last one."""
    points = 0
    if place == 0:
        points += given.late_points(given.past(slot.end) - given.served_before)
    if place == len(given.halves) - 1:
        points += given.late_points(len(given.others) - given.served(slot.end))
    return points


def _rest(given: Task, place: int, slot: Slot, later: _Column | None, two: int) -> tuple[Score, int]:
    """The score of the best rest of the plan after *slot*, and the number of the next slot.

    *two*: whether the slot of two days is this one or a later one.
    """
    two -= slot.is_two_days
    if two < 0:
        return _IMPOSSIBLE, -1
    if later is None:
        return (_IMPOSSIBLE if two else 0), -1
    first = bisect_left(later.starts, slot.end.toordinal() + given.least_days)
    ways = _ways(given, place, slot, later, first, two)
    if not ways:
        return _IMPOSSIBLE, -1
    least = min(ways)
    return least, first + ways.index(least)  # the earliest of equal ones


def _ways(given: Task, place: int, slot: Slot, later: _Column, first: int, two: int) -> list[Score]:
    """The score of each way to go on, from the slot number *first*."""
    here = slot.start.toordinal()
    costs = given.gap_costs[place]
    starts = later.starts[first:]
    ways = [
        score + costs[start - here] * _POINT
        for score, start in zip(later.scores[two][first:], starts, strict=True)
    ]
    if not given.others:
        return ways
    served, late = given.served(slot.end), given.late_points(1) * _POINT
    return [
        way + (due - served) * late if due > served else way
        for way, due in zip(ways, later.due[first:], strict=True)
    ]


def _followed(columns: list[_Column], two: int) -> Plan | None:
    """The best plan, slot by slot from the first meeting."""
    scores = columns[0].scores[two]
    number = min(range(len(scores)), key=scores.__getitem__, default=-1)
    if number < 0 or scores[number] == _IMPOSSIBLE:
        return None
    plan: list[Slot] = []
    for column in columns:
        slot = column.slots[number]
        plan.append(slot)
        two_left = two - slot.is_two_days
        number, two = column.following[two][number], two_left
    return tuple(plan)


def score(given: Task, plan: Plan) -> tuple[int, int]:
    """The points of *plan*, and how many of its meetings leave last year's weeks."""
    points = sum(_own_points(given, place, slot) for place, slot in enumerate(plan))
    for place, (one, following) in enumerate(pairwise(plan)):
        points += given.gap_costs[place][(following.start - one.start).days]
        points += given.late_points(given.past(following.end) - given.served(one.end))
    return points, sum(slot.other_week for slot in plan)
