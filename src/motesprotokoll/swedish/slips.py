"""Words that differ by one slip of the finger: what was probably meant by a name that nobody knows."""

from collections.abc import Iterable

_ENOUGH = 50
"""So many names that share a word are compared: more are no list of people, and it stays linear."""
_LONGEST = 80
"""Signs of a name that is compared."""


def one_slip_apart(one: str, other: str) -> bool:
    """Whether *one* becomes *other* when one letter is put in, left out or changed, or two change places.

    Source: Damerau, *A technique for computer detection and correction of spelling errors* (1964): four of
    five errors in spelling are one of these.

    >>> one_slip_apart("kungälf", "kungälv"), one_slip_apart("lerum", "lerum"), one_slip_apart("ale", "öland")
    (True, False, False)
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    place = next(
        (place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )
    rest, other_rest = one[place:], other[place:]
    changed = rest[1:] == other_rest[1:]
    swapped = rest[1::-1] == other_rest[:2] and rest[2:] == other_rest[2:]
    return changed or swapped or rest[1:] == other_rest or rest == other_rest[1:]


class Names:
    """Full names, to be asked which of them resembles another.

    Since only one letter may differ, the first or the last word is the same: names are looked up by those.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.known: dict[str, str] = {}
        self._first: dict[str, list[str]] = {}
        self._last: dict[str, list[str]] = {}
        for name in names:
            self.add(name)

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self.known

    def add(self, name: str) -> None:
        """Know *name* from now on."""
        folded = name.casefold()
        if folded in self.known:
            return
        self.known[folded] = name
        first, _, last = folded.partition(" ")
        self._first.setdefault(first, []).append(folded)
        self._last.setdefault(last.rpartition(" ")[2], []).append(folded)

    def like(self, name: str) -> str | None:
        """The first of the names that is one slip away from *name*."""
        folded = name.casefold()
        first, space, last = folded.partition(" ")
        if not space or len(folded) > _LONGEST:
            return None
        near = (
            *self._first.get(first, ())[:_ENOUGH],
            *self._last.get(last.rpartition(" ")[2], ())[:_ENOUGH],
        )
        return next((self.known[other] for other in near if one_slip_apart(folded, other)), None)
