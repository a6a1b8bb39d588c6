"""Where in a meeting something stands, and the same meeting with something else there."""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import attrs

from motesprotokoll.errors import WrongValueError, quoted
from motesprotokoll.model.agenda import AgendaItem
from motesprotokoll.model.content import BLOCKS, Block, BulletList, Section, Table
from motesprotokoll.model.text import short_repr, shortened

Step = str | int
T = TypeVar("T")

_PLACE = re.compile(r"\$(?>(?:\.[a-z_]++|\[[0-9]{1,9}\])*)")
_STEP = re.compile(r"\.([a-z_]+)|\[([0-9]+)\]")


@attrs.frozen(repr=False)
class Place:
    """A place in a meeting, such as ``$.agenda[3].body[1]``."""

    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.steps)

    def __repr__(self) -> str:
        return f"Place({shortened(str(self), 160)})"


def steps_of(where: str) -> tuple[Step, ...] | None:
    """The steps of a place as it is written, ``$.agenda[3].body``; ``None`` for what is written otherwise."""
    if _PLACE.fullmatch(where) is None:
        return None
    return tuple(name or int(number) for name, number in _STEP.findall(where))


@attrs.frozen(repr=False)
class Found:
    """A block with its place, the items above it (outermost first) and the headings that stand above it."""

    block: Block
    place: Place
    items: tuple[AgendaItem, ...] = ()
    headings: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return short_repr(self, "place", "block", "headings")


def walk_body(
    body: tuple[Block, ...],
    steps: tuple[Step, ...] = (),
    items: tuple[AgendaItem, ...] = (),
    headings: tuple[str, ...] = (),
) -> Iterator[Found]:
    """Every block of *body*, each before what is nested in it."""
    for index, block in enumerate(body):
        here = (*steps, index)
        yield Found(block, Place(here), items, headings)
        if type(block) is BulletList:
            for number, item in enumerate(block.items):
                yield from walk_body(item.body, (*here, "items", number, "body"), items, headings)
        elif type(block) is Section:
            yield from walk_body(block.body, (*here, "body"), items, (*headings, block.label))
        elif type(block) is Table:
            for row_number, row in enumerate(block.rows):
                for number, cell in enumerate(row):
                    yield from walk_body(
                        cell.body, (*here, "rows", row_number, number, "body"), items, headings
                    )


def items_in(
    agenda: tuple[AgendaItem, ...],
) -> Iterator[tuple[AgendaItem, Place, tuple[AgendaItem, ...]]]:
    """Every item with its place and the items above it (outermost first), each before those below it."""
    left = _numbered(agenda, ("agenda",), ())
    while left:
        item, steps, above = left.pop()
        yield item, Place(steps), above
        left += _numbered(item.items, (*steps, "items"), (*above, item))


_Numbered = tuple[AgendaItem, tuple[Step, ...], tuple[AgendaItem, ...]]


def _numbered(
    items: tuple[AgendaItem, ...], steps: tuple[Step, ...], above: tuple[AgendaItem, ...]
) -> list[_Numbered]:
    """The last one first, as they are taken from the end."""
    return [(item, (*steps, place), above) for place, item in enumerate(items)][::-1]


def walk_items(agenda: tuple[AgendaItem, ...]) -> Iterator[Found]:
    """Every block of every item, in reading order."""
    for item, place, above in items_in(agenda):
        inside = (*above, item)
        headings = tuple(one.heading for one in inside if one.heading)
        yield from walk_body(item.body, (*place.steps, "body"), inside, headings)


def replaced(value: T, place: Place, block: Block) -> T:
    """A copy of *value* (a meeting) with *block* at *place*.

    Raises:
        WrongValueError: There is no block at that place, or *block* is none.
    """
    if type(block) not in BLOCKS:
        raise WrongValueError(f"not a block: {quoted(block)}", str(place))
    try:
        changed: T = changed_at(value, place.steps, lambda old: _instead(old, block))
    except (AttributeError, IndexError, KeyError, TypeError):
        raise WrongValueError("there is no block at this place", str(place)) from None
    return changed


def _instead(old: object, block: Block) -> Block:
    if type(old) not in BLOCKS:
        raise KeyError
    return block


def changed_at(value: Any, steps: tuple[Step, ...], change: Callable[[Any], Any]) -> Any:
    """A copy of *value* in which what stands at *steps* is what *change* makes of it.

    Raises:
        AttributeError, IndexError, KeyError, TypeError: Nothing stands there.
    """
    if not steps:
        return change(value)
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        if not isinstance(value, tuple) or step < 0:
            raise KeyError
        return (*value[:step], changed_at(value[step], rest, change), *value[step + 1 :])
    return attrs.evolve(value, **{step: changed_at(getattr(value, step), rest, change)})
