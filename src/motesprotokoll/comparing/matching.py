"""Which parts of the new version are which of the old one, and which of them have moved."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

import attrs

from motesprotokoll.comparing.alignment import Pair, aligned, rising
from motesprotokoll.comparing.likeness import TEXTS, Looks, fields_of, keys, kin, likeness, looks_of
from motesprotokoll.model import AgendaItem, BulletList, Cell, Member, Occasion, Participant, Schedule, Table

LIKE = 0.5
"""How alike two parts must be to be the same one, reworded."""
LIKE_IN_PLACE = 0.3
"""How alike where they stand between the same neighbours."""
LIKE_ALONE = 0.15
"""How alike where nothing else of their kind stands there."""
_SURELY, _NEAR = 0.75, 3
"""How alike, and how near, what was reworded a little mostly is: it is found at once."""
_SAME_NUMBER = 0.25
"""What the same number adds to the likeness of two items."""
_SHELLS = frozenset({Table, BulletList, Schedule, Cell, Occasion})
"""What may hold quite other words and still be the same where nothing else of its kind stands there.

So may a text that is all that there is, as in a cell.
"""
_PEOPLE = frozenset({Participant, Member})
"""Whoever has another name is somebody else, wherever the two stand: only a misspelt name is like another."""
_KEYS = 5


@attrs.frozen
class Match:
    """A part of the old version that stands in the new one, too; whether it moved among its neighbours."""

    old: int
    new: int
    moved: bool = False


def matched(old: Sequence[Hashable], new: Sequence[Hashable], reach: int) -> tuple[Match, ...]:
    """The parts that are the same, changed or not, in the order of *old*.

    First what is equal, then what is known by the same (number and title, name …), then what is alike. A part
    is weighed against at most twice *reach* others, so that the cost is bounded.

    The way back is the same way: ``matched(new, old, reach)`` gives the same matches the other way round.
    """
    if not old or not new:
        return ()
    if not _is_first(old, new):
        found = matched_in_order(new, old, reach)
        return tuple(sorted((Match(one.new, one.old, one.moved) for one in found), key=_by_old))
    return matched_in_order(old, new, reach)


def _by_old(match: Match) -> int:
    return match.old


def matched_in_order(old: Sequence[Hashable], new: Sequence[Hashable], reach: int) -> tuple[Match, ...]:
    pairs = _Pairs(old, new)
    pairs.add(aligned(old, new))
    pairs.add(_by_key(pairs, lambda one: one))
    for place in range(_KEYS):
        pairs.add(_by_key(pairs, lambda one, place=place: _key(one, place)))  # type: ignore[misc]
    pairs.add(_alike(pairs, _NEAR, _SURELY))
    pairs.add(_alike(pairs, reach))
    found = sorted(pairs.found)
    still = {*rising([partner for _, partner in found])}
    return tuple(Match(one, other, place not in still) for place, (one, other) in enumerate(found))


def _is_first(old: Sequence[object], new: Sequence[object]) -> bool:
    """Whether *old* comes first in an order that has nothing to do with which is the older."""
    sizes = len(old), len(new)
    if sizes[0] != sizes[1]:
        return sizes[0] < sizes[1]
    for one, other in zip(old, new, strict=True):
        if one != other:
            return spelt_out(one) <= spelt_out(other)
    return True


def spelt_out(value: object) -> str:
    """*value* with all that it holds: two that differ are spelt differently."""
    if isinstance(value, tuple):
        return f"({','.join(map(spelt_out, value))})"
    if attrs.has(type(value)):
        held = (spelt_out(one) for _, one in fields_of(value))
        return f"{type(value).__name__}({','.join(held)})"
    return repr(value)


class _Pairs:
    """What is matched so far, and what is left on both sides."""

    def __init__(self, old: Sequence[Hashable], new: Sequence[Hashable]) -> None:
        self.old, self.new = old, new
        self.found: list[Pair] = []
        self.left_old, self.left_new = list(range(len(old))), list(range(len(new)))

    def add(self, pairs: list[Pair]) -> None:
        if pairs:
            self.found += pairs
            gone, came = {one for one, _ in pairs}, {other for _, other in pairs}
            self.left_old = [one for one in self.left_old if one not in gone]
            self.left_new = [other for other in self.left_new if other not in came]


def _key(value: object, place: int) -> Hashable:
    """What *value* is known by in the given place of its list; ``None`` where it has no such thing."""
    known = keys(value)
    key = known[place] if place < len(known) else (None,)
    return None if any(part is None for part in key) else (type(value), key)


def _by_key(pairs: _Pairs, key: Callable[[Hashable], Hashable]) -> list[Pair]:
    """What has the same key; of several, each the one in its turn, if there are as many on both sides."""
    if not pairs.left_old or not pairs.left_new:
        return []
    known, others = _grouped(pairs.left_old, pairs.old, key), _grouped(pairs.left_new, pairs.new, key)
    same = (one for one in known if one is not None and len(known[one]) == len(others.get(one, ())))
    return [pair for one in same for pair in zip(known[one], others[one], strict=True)]


def _grouped(
    places: list[int], parts: Sequence[Hashable], key: Callable[[Hashable], Hashable]
) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for place in places:
        groups[key(parts[place])].append(place)
    return groups


# ------------------------------------------------------------------ likeness


def _alike(pairs: _Pairs, reach: int, least: float = 0.0) -> list[Pair]:
    """The most alike of what is left, the best pairs first; none that are less alike than *least*."""
    found: list[Pair] = []
    gone: set[int] = set()
    came: set[int] = set()
    for less, _, one, other in sorted(_candidates(pairs, reach)):
        if one not in gone and other not in came and -less >= least:
            gone.add(one)
            came.add(other)
            found.append((one, other))
    return found


@attrs.frozen
class _Left:
    """What is left on one side: where it stands, what it is, and between which neighbours that stayed."""

    place: int
    part: Hashable
    looks: Looks
    gap: int


def _candidates(pairs: _Pairs, reach: int) -> Iterator[tuple[float, int, int, int]]:
    """What may be a pair, with how little alike it is and how far it would have moved."""
    if not pairs.left_old or not pairs.left_new:
        return
    olds, news = _left(pairs)
    middles = _middles([one.gap for one in olds], [other.gap for other in news])
    alone = _alone(olds) & _alone(news)
    shells = _SHELLS | TEXTS if len(pairs.old) == len(pairs.new) == 1 else _SHELLS
    for one, middle in zip(olds, middles, strict=True):
        first = max(0, middle - reach)
        for rank, other in enumerate(news[first : middle + reach + 1], first):
            score = likeness(one.looks, other.looks)
            # Few of many pairs come so far, so everything else is asked only now.
            if score < LIKE and one.gap != other.gap and not isinstance(one.part, AgendaItem):
                continue
            score += _number_bonus(one.part, other.part)
            if kin(one.part, other.part) and score >= _least(one, other, alone, shells):
                yield -score, abs(rank - middle), one.place, other.place


def _left(pairs: _Pairs) -> tuple[list[_Left], list[_Left]]:
    found = sorted(pairs.found)
    still = [found[place] for place in rising([other for _, other in found])]
    starts, begins = [one for one, _ in still], [other for _, other in still]
    return (
        [_Left(at, pairs.old[at], looks_of(pairs.old[at]), bisect_left(starts, at)) for at in pairs.left_old],
        [_Left(at, pairs.new[at], looks_of(pairs.new[at]), bisect_left(begins, at)) for at in pairs.left_new],
    )


def _middles(gaps: list[int], others: list[int]) -> Iterator[int]:
    """Where among the others each part would stand, if what stands between two neighbours kept its order."""
    counts, counted = Counter(gaps), Counter(others)
    for rank, gap in enumerate(gaps):
        offset = rank - bisect_left(gaps, gap)
        yield bisect_left(others, gap) + offset * counted[gap] // counts[gap]


def _alone(some: list[_Left]) -> frozenset[tuple[int, type]]:
    """The gaps with a single part of a kind, with that kind."""
    counts = Counter((one.gap, type(one.part)) for one in some)
    return frozenset(where for where, count in counts.items() if count == 1)


def _number_bonus(one: object, other: object) -> float:
    if not isinstance(one, AgendaItem) or not isinstance(other, AgendaItem):
        return 0.0
    return _SAME_NUMBER if one.number is not None and one.number == other.number else 0.0


def _least(one: _Left, other: _Left, alone: frozenset[tuple[int, type]], shells: frozenset[type]) -> float:
    """How alike the two must be at least."""
    kind = type(one.part)
    if one.gap != other.gap or kind in _PEOPLE:
        return LIKE
    if kind is type(other.part) and (one.gap, kind) in alone:
        return 0.0 if kind in shells else LIKE_ALONE
    return LIKE_IN_PLACE
