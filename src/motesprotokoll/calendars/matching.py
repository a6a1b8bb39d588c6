"""Which meeting of a new plan is which of an old one: the same entry in everybody's calendar.

First by uid, then by day and label. What is left is laid side by side in the order of its days, so that as
little as possible has moved: the cheapest alignment, found exactly and not by taking the nearest first.
"""

from collections.abc import Sequence
from datetime import timedelta

from motesprotokoll.model import DateSpan, Occasion, PartialDate

LONGEST_MOVE = timedelta(days=28)
"""How far a meeting may move and still be taken for the same one, unless its uid says so."""

Pair = tuple[int, int]
"""The places of one meeting in the old plan and in the new one."""
Occasions = Sequence[Occasion]
Places = Sequence[int]
Window = tuple[int, int]
"""Two days, counted from the first of the calendar."""

# What a pair costs, in sixteenths of a day, so that all small differences together weigh less than a day.
_DAY = 16
_SMALL = ("times", "part_of_day", "place", "mode", "note")
_OTHER_LABEL = 14 * _DAY
_OTHER_LENGTH = 7 * _DAY
_OTHER_STATE = 7 * _DAY
# Two that stay alone cost a little more together than the longest move.
_ALONE = (LONGEST_MOVE.days + 1) * _DAY // 2


def claims(occasions: Occasions) -> tuple[str | None, ...]:
    """The uid that each occasion may keep: where several have the same one, it is the first one's."""
    seen: set[str | None] = set()
    kept = []
    for one in occasions:
        kept.append(None if one.uid in seen else one.uid)
        seen.add(one.uid)
    return tuple(kept)


def matched(old: Occasions, new: Occasions) -> tuple[Pair, ...]:
    """The pairs of occasions that are the same meeting, in the order of *new*.

    An occasion of *new* with a uid that *old* does not have is another meeting, whatever its day.
    """
    by_uid = {uid: place for place, uid in enumerate(claims(old)) if uid is not None}
    claimed = claims(new)
    pairs = [(by_uid[uid], place) for place, uid in enumerate(claimed) if uid in by_uid]
    left = [place for place, uid in enumerate(claimed) if uid is None]
    for step in (_by_day, _in_order):
        taken_old, taken_new = {one for one, _ in pairs}, {one for _, one in pairs}
        free_old = [place for place in range(len(old)) if place not in taken_old]
        free_new = [place for place in left if place not in taken_new]
        pairs += step(old, new, free_old, free_new)
    return tuple(sorted(pairs, key=lambda pair: pair[1]))


# ------------------------------------------------------------------ on the same day, under the same label


def _by_day(old: Occasions, new: Occasions, free_old: Places, free_new: Places) -> list[Pair]:
    """Those with the same dates and label; of several, the most alike first."""
    same: dict[object, list[int]] = {}
    for place in free_old:
        same.setdefault((old[place].dates, old[place].label), []).append(place)
    candidates = sorted(
        (_unlikeness(old[one], new[place]), one, place)
        for place in free_new
        for one in same.get((new[place].dates, new[place].label), ())
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, place in candidates:
        if one not in pairs and place not in taken:
            pairs[one] = place
            taken.add(place)
    return list(pairs.items())


def _unlikeness(old: Occasion, new: Occasion) -> int:
    """What the small differences between two occasions cost."""
    state = _OTHER_STATE if old.cancelled != new.cancelled else 0
    return state + sum(1 for name in _SMALL if getattr(old, name) != getattr(new, name))


# ------------------------------------------------------------------ in order, as cheaply as possible


def _in_order(old: Occasions, new: Occasions, free_old: Places, free_new: Places) -> list[Pair]:
    """The cheapest alignment of the rest, in which no two meetings change places.

    Source: Needleman and Wunsch, "A general method applicable to the search for similarities" (1970): the
    cost of the best alignment of all that follows each pair of places, from the end to the beginning.
    """
    rows, columns = _in_time(old, free_old), _in_time(new, free_new)
    costs = {
        (one, place): cost
        for one, began in rows
        for place, begins in columns
        if (days := _distance(began, begins)) <= LONGEST_MOVE.days
        and (cost := _cost(old[one], new[place], days)) is not None
    }
    return _aligned([place for place, _ in rows], [place for place, _ in columns], costs)


def _aligned(rows: Places, columns: Places, costs: dict[Pair, int]) -> list[Pair]:
    """The pairs of the cheapest alignment; what has no cost cannot be a pair."""
    rest = [[_ALONE * left for left in range(len(columns), -1, -1)]]
    for row in reversed(rows):
        below, beside = rest[-1], rest[-1][-1] + _ALONE
        best = [beside]
        for column in range(len(columns) - 1, -1, -1):
            beside = min(below[column], beside) + _ALONE
            cost = costs.get((row, columns[column]))
            if cost is not None:
                beside = min(beside, cost + below[column + 1])
            best.append(beside)
        rest.append(best[::-1])
    return _way(rows, columns, costs, rest[::-1])


def _way(rows: Places, columns: Places, costs: dict[Pair, int], rest: list[list[int]]) -> list[Pair]:
    """The pairs on the way through *rest*, which holds what the best alignment from each place on costs."""
    pairs: list[Pair] = []
    row = column = 0
    while row < len(rows) and column < len(columns):
        cost = costs.get((rows[row], columns[column]))
        if cost is not None and rest[row][column] == cost + rest[row + 1][column + 1]:
            pairs.append((rows[row], columns[column]))
            row, column = row + 1, column + 1
        elif rest[row][column] == rest[row + 1][column] + _ALONE:
            row += 1
        else:
            column += 1
    return pairs


def _cost(old: Occasion, new: Occasion, days: int) -> int | None:
    """What it costs to take *new*, so many days away, for *old*; ``None`` where it is another meeting.

    What was cancelled does not move, and what moves is not cancelled.
    """
    if days and (old.cancelled or new.cancelled):
        return None
    label = 0 if old.label == new.label else _OTHER_LABEL
    length = 0 if _length(old) == _length(new) else _OTHER_LENGTH
    return days * _DAY + label + length + _unlikeness(old, new)


def _in_time(occasions: Occasions, places: Places) -> list[tuple[int, Window]]:
    """Those *places* whose time is known at least vaguely, in the order of time."""
    known = ((place, _window(occasions[place])) for place in places)
    return sorted(
        ((place, window) for place, window in known if window), key=lambda pair: (pair[1][0], pair[0])
    )


def _distance(old: Window, new: Window) -> int:
    """How many days lie between two meetings, or between the days that a vague time may mean."""
    return max(old[0] - new[1], new[0] - old[1], 0)


def _window(occasion: Occasion) -> Window | None:
    """The first and last day on which an occasion may begin."""
    dates = occasion.dates
    if isinstance(dates, DateSpan):
        return dates.start.toordinal(), dates.start.toordinal()
    known = [day for day in (dates.earliest, dates.latest) if day] if isinstance(dates, PartialDate) else []
    return (min(known).toordinal(), max(known).toordinal()) if known else None


def _length(occasion: Occasion) -> timedelta:
    dates = occasion.dates
    return dates.end - dates.start if isinstance(dates, DateSpan) else timedelta(0)
