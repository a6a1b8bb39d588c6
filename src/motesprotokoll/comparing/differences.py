"""Two versions of a meeting, compared part by part and field by field.

The walk knows no field by name: what the model has is compared, also what it gets next year. Where two values
differ, one of their fields does, and a field that differs gives at least one change. So nothing is missed.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import attrs

from motesprotokoll.comparing.changes import Change, ChangeKind, Comparison, Side
from motesprotokoll.comparing.likeness import MANY, fields_of, likeness, looks_of
from motesprotokoll.comparing.matching import Match, matched
from motesprotokoll.comparing.naming import thing_in
from motesprotokoll.errors import WrongTypeError, WrongValueError, quoted
from motesprotokoll.model import (
    AgendaItem,
    Cell,
    DateSpan,
    Emphasis,
    Link,
    ListItem,
    Meeting,
    Paragraph,
    PartialDate,
    Participant,
    Place,
    Section,
    TimeSpan,
)
from motesprotokoll.model.content import BLOCKS
from motesprotokoll.model.text import strings_in

WHOLE = frozenset({DateSpan, TimeSpan, PartialDate, Link, Emphasis})
"""Values that are told as one: nobody asks which half of a time has changed."""
_MOVABLE = frozenset({*BLOCKS, AgendaItem, ListItem})
"""What may move from one heading to another."""
_LIKE_ELSEWHERE = 0.7
"""How alike two parts under different headings must be to be the same one."""
_PLAIN_WORDS = 3
"""Shorter texts are too common to have moved."""
_WORK = 160_000
_LETTERS = 250
"""A text of so many letters counts twice, as weighing it takes longer."""
_NARROWEST, _WIDEST = 8, 200


def compare(old: Meeting, new: Meeting) -> Comparison:
    """What changed from *old* to *new*, in the order of the new document; what went, where it stood.

    Items are known again by number and title, people by name, and everything else by its words; what was
    moved, renumbered or reworded is told so, and not as gone and come. Every difference is told, however
    small: the comparison is empty only if the two are equal.

    Raises:
        WrongTypeError: One of the two is no meeting.
        WrongValueError: Parts nest too deep to be compared.

    >>> from motesprotokoll import AgendaItem
    >>> old = Meeting(agenda=[AgendaItem("Budget", body=["Vi ses den 6 maj."])])
    >>> new = Meeting(agenda=[AgendaItem("Budget", body=["Vi ses den 8 maj."]), "Val av justerare"])
    >>> print(*compare(old, new), sep="\\n")
    Budget: Stycket lyder nu ”Vi ses den 8 maj.” (löd: ”Vi ses den 6 maj.”).
    Punkten ”Val av justerare” har tillkommit.
    """
    _check(old, "old")
    _check(new, "new")
    try:
        if old == new:
            return Comparison(old, new)
        walk = _Walk(_reach(old, new))
        found = tuple(walk.fields("meeting", Side(old, Place(())), Side(new, Place(()))))
        return Comparison(old, new, tuple(walk.with_moves(found)))
    except RecursionError:
        raise WrongValueError("its parts nest too deep to be compared", "Meeting") from None


def _check(value: object, where: str) -> None:
    if not isinstance(value, Meeting):
        hint = "take its .meeting" if hasattr(value, "meeting") else None
        raise WrongTypeError(f"expected a Meeting, got {quoted(value)}", where, hint)


def _reach(old: Meeting, new: Meeting) -> int:
    """With how many others a part is weighed on each side, so that the whole work is bounded."""
    texts = [text for meeting in (old, new) for text in strings_in(meeting)]
    work = len(texts) + sum(map(len, texts)) // _LETTERS
    return max(_NARROWEST, min(_WIDEST, _WORK // max(work, 1)))


class _Gone(NamedTuple):
    """A part that stands in one version only, where a list of changes tells it."""

    position: int
    side: Side


class _Walk:
    """Goes through two values side by side."""

    def __init__(self, reach: int) -> None:
        self.reach = reach

    def fields(self, what: str, old: Side, new: Side) -> Iterator[Change]:
        """The changes in the fields of two versions of one thing, in the order of the fields."""
        for (name, was), (_, is_now) in zip(fields_of(old.value), fields_of(new.value), strict=True):
            if was != is_now:
                yield from self._field(what, name, _in(old, name, was), _in(new, name, is_now))

    def _field(self, what: str, name: str, old: Side, new: Side) -> Iterator[Change]:
        if _is_series(name, old.value) or _is_series(name, new.value):
            yield from self._series(name, old, new)
        elif _is_thing(old.value) and type(old.value) is type(new.value) and _is_same(old.value, new.value):
            yield from self.fields(name, old, new)
        else:
            yield Change(ChangeKind.CHANGED, what, field=name, old=old, new=new)

    def _series(self, name: str, old: Side, new: Side) -> Iterator[Change]:
        was, is_now = _parts(name, old), _parts(name, new)
        values = [side.value for side in was], [side.value for side in is_now]
        is_row = name == "cells" and len(was) == len(is_now)
        found = _one_for_one(len(was)) if is_row else matched(*values, self.reach)
        for match, place, partner in _in_reading_order(found, len(was), len(is_now)):
            if match is not None:
                yield from self.pair(name, was[match.old], is_now[match.new], moved=match.moved)
            elif place is not None:
                what = thing_in(name, was[place].value)
                yield Change(ChangeKind.REMOVED, what, old=was[place], across=new.headings)
            elif partner is not None:  # pragma: no branch
                what = thing_in(name, is_now[partner].value)
                yield Change(ChangeKind.ADDED, what, new=is_now[partner], across=old.headings)

    def pair(self, name: str, old: Side, new: Side, *, moved: bool) -> Iterator[Change]:
        """The changes between two versions of one part of a list."""
        what = thing_in(name, new.value)
        if type(old.value) is not type(new.value):
            if moved:
                yield Change(ChangeKind.MOVED, "block", old=old, new=new)
            yield Change(ChangeKind.CHANGED, "block", old=old, new=new)
            return
        if moved:
            yield Change(ChangeKind.MOVED, what, old=old, new=new)
        if old.value == new.value:
            return
        if isinstance(old.value, tuple):
            yield from self._series("cells", old, new)
        elif _is_plain(old.value) and _is_plain(new.value):
            yield Change(ChangeKind.CHANGED, what, old=old, new=new)
        elif _is_thing(old.value):
            yield from self.fields(what, old, new)
        else:
            yield Change(ChangeKind.CHANGED, what, old=old, new=new)

    # -- what moved from one heading to another --------------------------------------------------

    def with_moves(self, found: tuple[Change, ...]) -> Iterator[Change]:
        """*found*, where what went in one place and came in another is told as moved."""
        moves = dict(self._moves(found))
        for position, change in enumerate(found):
            if position not in moves:
                yield change
            elif partner := moves[position]:
                assert change.new is not None
                yield from self.pair("", partner, change.new, moved=True)

    def _moves(self, found: tuple[Change, ...]) -> Iterator[tuple[int, Side | None]]:
        """By its position among the changes: what moved, with whence; and ``None`` for what that tells."""
        gone = sorted(_movable(found, ChangeKind.REMOVED), key=_by_place)
        came = sorted(_movable(found, ChangeKind.ADDED), key=_by_place)
        values = [one.side.value for one in gone], [one.side.value for one in came]
        for match in matched(*values, self.reach):
            one, other = gone[match.old], came[match.new]
            if _much_alike(one.side.value, other.side.value):
                yield one.position, None
                yield other.position, one.side


def _movable(found: tuple[Change, ...], kind: ChangeKind) -> Iterator[_Gone]:
    for position, change in enumerate(found):
        side = change.old or change.new
        if change.kind is kind and side and _may_move(side.value):
            yield _Gone(position, side)


def _may_move(value: object) -> bool:
    return type(value) in _MOVABLE and len(" ".join(strings_in(value)).split()) >= _PLAIN_WORDS


def _by_place(one: _Gone) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in one.side.place.steps]


def _much_alike(one: object, other: object) -> bool:
    return one == other or likeness(looks_of(one), looks_of(other)) >= _LIKE_ELSEWHERE


# ------------------------------------------------------------------ shapes


def _is_thing(value: object) -> bool:
    """Whether *value* has fields that are told one by one."""
    return attrs.has(type(value)) and type(value) not in WHOLE


def _is_plain(value: object) -> bool:
    """Whether *value* is a cell with one paragraph at most: it is told as one, like a text."""
    return (
        isinstance(value, Cell) and len(value.body) <= 1 and all(type(one) is Paragraph for one in value.body)
    )


def _is_series(name: str, value: object) -> bool:
    """Whether *value* holds parts that come and go by themselves."""
    if not isinstance(value, tuple):
        return False
    return bool(value) and (name in MANY or isinstance(value[0], tuple) or _is_thing(value[0]))


def _is_same(one: Any, other: Any) -> bool:
    """Whether two values of a field are one thing: a person of another name is somebody else."""
    return one.name == other.name if isinstance(one, Participant) else True


def _in(side: Side, name: str, value: object) -> Side:
    """A field of what is at *side*. A heading stands above what is under it, and not above itself."""
    headings = _inside(side) if isinstance(value, tuple) else side.headings
    return Side(value, Place((*side.place.steps, name)), headings, side.value)


def _inside(side: Side) -> tuple[str, ...]:
    """The headings above what the value at *side* holds."""
    value = side.value
    own = value.heading if type(value) is AgendaItem else value.label if type(value) is Section else ""
    return (*side.headings, own) if own else side.headings


def _parts(name: str, side: Side) -> list[Side]:
    steps = side.place.steps
    values = side.value if isinstance(side.value, tuple) else ()
    row = values if name == "cells" else None
    return [Side(value, Place((*steps, number)), side.headings, row) for number, value in enumerate(values)]


def _one_for_one(count: int) -> tuple[Match, ...]:
    """Cells of two rows of one length: they stand in the same columns."""
    return tuple(Match(place, place) for place in range(count))


def _in_reading_order(
    found: Sequence[Match], count: int, counted: int
) -> Iterator[tuple[Match | None, int | None, int | None]]:
    """What is matched and what came, as it now stands; what went, where it stood, before what came there."""
    by_new = {match.new: match for match in found}
    stayed = [match.old for match in sorted(found, key=_by_new) if not match.moved]
    gone = deque(sorted({*range(count)} - {match.old for match in found}))
    ends = deque([*stayed, count])
    for partner in range(counted + 1):
        while gone and gone[0] < ends[0]:
            yield None, gone.popleft(), None
        match = by_new.get(partner)
        if match is not None and not match.moved:
            ends.popleft()
        if partner < counted:
            yield match, None, partner


def _by_new(match: Match) -> int:
    return match.new
