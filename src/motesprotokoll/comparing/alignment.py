"""What two sequences have in common, in order: words of a text, or blocks of a body.

Where much is the same this gives a longest common subsequence, and else one that is good enough: the cost
grows with the length of the sequences, whatever stands in them.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence

Pair = tuple[int, int]

CELLS = 4_096
"""How many pairs of places may be weighed against each other in one gap between what is surely the same."""
_DEEPEST = 16
"""How often a gap is searched for what is unique in it."""


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Places of equal elements, rising on both sides.

    Small gaps are aligned exactly, large ones by what stands once in each (patience diff).
    """
    first, second = _numbered(old, new)
    pairs: list[Pair] = []
    open_gaps = [(0, len(first), 0, len(second), 0)]
    while open_gaps:
        start, end, begin, close, depth = open_gaps.pop()
        while start < end and begin < close and first[start] == second[begin]:
            pairs.append((start, begin))
            start, begin = start + 1, begin + 1
        while start < end and begin < close and first[end - 1] == second[close - 1]:
            end, close = end - 1, close - 1
            pairs.append((end, close))
        if (end - start) * (close - begin) <= CELLS:
            pairs += _longest(first[start:end], second[begin:close], start, begin)
        elif depth < _DEEPEST:
            open_gaps += _gaps(first, second, (start, end, begin, close, depth))
    return sorted(pairs)


Gap = tuple[int, int, int, int, int]


def _numbered(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[list[int], list[int]]:
    """A number for each element, so that large ones are compared once."""
    numbers: dict[Hashable, int] = {}
    return (
        [numbers.setdefault(one, len(numbers)) for one in old],
        [numbers.setdefault(one, len(numbers)) for one in new],
    )


def _gaps(first: list[int], second: list[int], gap: Gap) -> list[Gap]:
    """The smaller gaps between what stands just once on each side of *gap*; none if nothing does."""
    start, end, begin, close, depth = gap
    found = _unique(first[start:end], second[begin:close])
    if not found:
        return []
    gaps = []
    for place, partner in found:
        gaps.append((start, gap[0] + place, begin, gap[2] + partner, depth + 1))
        start, begin = gap[0] + place, gap[2] + partner  # the next gap begins with this pair, which is equal
    return [*gaps, (start, end, begin, close, depth + 1)]


def _unique(first: list[int], second: list[int]) -> list[Pair]:
    """Places of what stands once on each side, as many as rise together."""
    counts, others = Counter(first), Counter(second)
    where = {one: place for place, one in enumerate(second) if others[one] == 1}
    pairs = [(place, where[one]) for place, one in enumerate(first) if counts[one] == 1 and one in where]
    return [pairs[place] for place in rising([partner for _, partner in pairs])]


def rising(numbers: Sequence[int]) -> list[int]:
    """The places of a longest run of *numbers* that rise, which need not be neighbours."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        last[length : length + 1] = [place]
    return _back(before, last[-1] if last else -1)


def _back(before: list[int], place: int) -> list[int]:
    places = []
    while place >= 0:
        places.append(place)
        place = before[place]
    return places[::-1]


def _longest(first: list[int], second: list[int], start: int, begin: int) -> list[Pair]:
    """A longest common subsequence, by how long the best one of each two ends is."""
    rows, columns = len(first), len(second)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        here, below, one = best[row], best[row + 1], first[row]
        for column in range(columns - 1, -1, -1):
            if one == second[column]:
                here[column] = below[column + 1] + 1
            else:
                here[column] = max(below[column], here[column + 1])
    pairs = []
    row = column = 0
    while row < rows and column < columns:
        if first[row] == second[column]:
            pairs.append((start + row, begin + column))
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            row += 1
        else:
            column += 1
    return pairs
