"""What stands in a document's body: blocks, in reading order.

Decisions and actions are blocks where they were said; lists of them are views (`Meeting.decisions`).
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import attrs
from attrs import field

from motesprotokoll.errors import WrongValueError, quoted
from motesprotokoll.model.schedule import Schedule
from motesprotokoll.model.text import (
    Content,
    are_texts,
    is_bool,
    is_content,
    is_name,
    is_series,
    is_some_content,
    is_text,
    optional_instance,
    plain,
    refuse,
    refuse_value,
    short_repr,
    to_content,
    to_name,
    to_optional_url,
    to_text,
    to_texts,
    tuple_of,
)
from motesprotokoll.model.times import Dates, is_optional_dates, to_dates


class Basis(StrEnum):
    """Grund: how the library knows that something is a decision or an action."""

    STATED = "stated"
    """Marked as such in the document."""
    RECOGNISED = "recognised"
    """Recognised by a cue in running text."""
    CONFIRMED = "confirmed"
    """Confirmed by a person."""


class Outcome(StrEnum):
    """Utfall: what became of the matter."""

    ADOPTED = "adopted"
    """Bifall: decided as proposed."""
    DECLINED = "declined"
    """Avslag: decided not to."""
    TABLED = "tabled"
    """Bordlagt: put off to a later meeting."""
    REFERRED_BACK = "referred-back"
    """Återremiss: sent back for more work."""
    WITHDRAWN = "withdrawn"
    """Utgår."""
    NOTED = "noted"
    """Lagt till handlingarna, noterat."""


_NEGATIVE = frozenset({Outcome.DECLINED, Outcome.TABLED, Outcome.REFERRED_BACK, Outcome.WITHDRAWN})


class _WithText:
    __slots__ = ()
    content: Content

    @property
    def text(self) -> str:
        """The content as one plain string."""
        return plain(self.content)


@attrs.frozen(repr=False)
class Paragraph(_WithText):
    """Stycke: running text."""

    content: Content = field(converter=to_content, validator=is_some_content)

    def __repr__(self) -> str:
        return short_repr(self, "text")


@attrs.frozen(repr=False)
class Unread(_WithText):
    """Oläst: what nobody understood, where it stood."""

    content: Content = field(converter=to_content, validator=is_some_content)

    def __repr__(self) -> str:
        return short_repr(self, "text")


@attrs.frozen(repr=False)
class Decision(_WithText):
    """Beslut: what a meeting resolved, as it was written.

    ``clauses`` are att-satser that stand on lines of their own; a decision of one sentence is all content.

    Raises:
        WrongValueError: Neither content nor clauses.
    """

    content: Content = field(default=(), converter=to_content, validator=is_content)
    clauses: tuple[str, ...] = field(default=(), kw_only=True, converter=to_texts, validator=are_texts)
    decided_by: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)
    """The deciding body, as written: "Nätverket"."""
    outcome: Outcome | None = field(default=None, kw_only=True, validator=optional_instance(Outcome))
    basis: Basis | None = field(default=None, kw_only=True, validator=optional_instance(Basis))
    id: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)

    def __attrs_post_init__(self) -> None:
        if not self.content and not self.clauses:
            raise WrongValueError("a decision needs content or clauses", "Decision")

    @property
    def affirmative(self) -> bool | None:
        """Whether the matter was carried; ``None`` where that is not said or nothing was at stake."""
        if self.outcome is Outcome.ADOPTED:
            return True
        return False if self.outcome in _NEGATIVE else None

    def __repr__(self) -> str:
        return short_repr(self, "text", "clauses", "outcome", "basis")


@attrs.frozen(repr=False)
class ActionItem(_WithText):
    """Åtagande, uppdrag: what somebody is to do.

    ``owners`` are full names where the attendance list settles who is meant, else the names as written.
    """

    content: Content = field(converter=to_content, validator=is_some_content)
    owners: tuple[str, ...] = field(default=(), kw_only=True, converter=to_texts, validator=are_texts)
    due: Dates | None = field(default=None, kw_only=True, converter=to_dates, validator=is_optional_dates)
    done: bool = field(default=False, kw_only=True, validator=is_bool)
    basis: Basis | None = field(default=None, kw_only=True, validator=optional_instance(Basis))
    id: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)

    def __repr__(self) -> str:
        return short_repr(self, "text", "owners", "due", "basis")


@attrs.frozen(repr=False)
class Attachment:
    """Bilaga. One that is only mentioned is not ``supplied``."""

    title: str = field(converter=to_name, validator=is_name)
    kind: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)
    url: str | None = field(default=None, kw_only=True, converter=to_optional_url, validator=is_text)
    supplied: bool = field(default=False, kw_only=True, validator=is_bool)

    def __repr__(self) -> str:
        return short_repr(self, "title", "kind", "url")


def to_attachments(value: "Iterable[str | Attachment]") -> tuple[Attachment, ...]:
    """Attachments; a plain title becomes one that is mentioned only."""
    if not is_series(value):
        return value  # type: ignore[return-value]
    return tuple(Attachment(one) if isinstance(one, str) else one for one in value)


are_attachments = tuple_of(Attachment, "str")


def to_body(value: "Iterable[str | Block]") -> "tuple[Block, ...]":
    """Blocks; a plain string becomes a paragraph, an empty one is left out."""
    if not is_series(value):
        return value  # type: ignore[return-value]
    pieces = (piece for piece in value if not (isinstance(piece, str) and not to_content(piece)))
    return tuple(Paragraph(piece) if isinstance(piece, str) else piece for piece in pieces)


def to_own_body(value: "str | Block | Iterable[str | Block]") -> "tuple[Block, ...]":
    """Blocks of an item or a cell, which is often one paragraph: a single string or block will do."""
    return to_body((value,) if isinstance(value, str) or _is_block(value) else value)  # type: ignore[arg-type]


def _is_block(value: object) -> bool:
    return type(value) in BLOCKS


def is_body(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """A tuple of blocks."""
    if type(value) is not tuple or not all(type(block) in BLOCKS for block in value):
        raise refuse(instance, attribute, value, "a tuple of blocks or str")


@attrs.frozen(repr=False)
class ListItem:
    """Listpunkt: blocks behind a marker, which is kept as written ("•", "o", "1.")."""

    body: "tuple[Block, ...]" = field(
        default=(),
        converter=to_own_body,
        validator=is_body,
    )
    marker: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)

    @property
    def text(self) -> str:
        """The words of the item's own paragraphs, without what is nested below them."""
        return " ".join(block.text for block in self.body if type(block) is Paragraph)

    def __repr__(self) -> str:
        return short_repr(self, "text", "marker")


def to_items(value: Iterable[str | ListItem]) -> tuple[ListItem, ...]:
    """List items; a plain string becomes an item of one paragraph."""
    if not is_series(value):
        return value  # type: ignore[return-value]
    return tuple(ListItem(one) if isinstance(one, str) else one for one in value)


_are_items = tuple_of(ListItem, "str")


def are_some_items(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """A tuple of at least one list item."""
    _are_items(instance, attribute, value)
    if not value:
        raise WrongValueError("a list needs at least one item", "BulletList.items")


@attrs.frozen(repr=False)
class BulletList:
    """Punktlista: items of one level; deeper levels stand inside the items."""

    items: tuple[ListItem, ...] = field(converter=to_items, validator=are_some_items)

    def __repr__(self) -> str:
        return f"BulletList({len(self.items)} items)"


@attrs.frozen(repr=False)
class Cell:
    """Cell i en tabell: it holds blocks, or nothing."""

    body: "tuple[Block, ...]" = field(
        default=(),
        converter=to_own_body,
        validator=is_body,
    )

    @property
    def text(self) -> str:
        """The words of the cell's own paragraphs."""
        return " ".join(block.text for block in self.body if type(block) is Paragraph)

    def __repr__(self) -> str:
        return short_repr(self, "text")


def to_rows(value: "Iterable[Iterable[str | Block | Cell]]") -> tuple[tuple[Cell, ...], ...]:
    """Rows of cells; a plain string becomes a cell of one paragraph."""
    if not is_series(value):
        return value  # type: ignore[return-value]
    rows = tuple(value)
    if not all(is_series(row) for row in rows):
        return rows  # type: ignore[return-value]
    return tuple(
        tuple(Cell(cell) if isinstance(cell, str) or _is_block(cell) else cell for cell in row)  # type: ignore[arg-type, misc]
        for row in rows
    )


def are_some_rows(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """Rows of cells, all of one length, at least one cell in all."""
    if (
        type(value) is not tuple
        or not all(type(row) is tuple for row in value)
        or not all(type(cell) is Cell for row in value for cell in row)
    ):
        raise refuse(instance, attribute, value, "a tuple of tuples of Cell or str")
    if not value or not value[0] or any(len(row) != len(value[0]) for row in value):
        raise WrongValueError("a table needs at least one cell, and rows of one length", "Table.rows")


def is_count(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """A whole number from 0."""
    if type(value) is not int:
        raise refuse(instance, attribute, value, "a whole number")
    if value < 0:
        raise refuse_value(instance, attribute, value, "a whole number from 0")


@attrs.frozen(repr=False)
class Table:
    """Tabell: rows of cells, of which the first ``header_rows`` name the columns."""

    rows: tuple[tuple[Cell, ...], ...] = field(converter=to_rows, validator=are_some_rows)
    header_rows: int = field(default=0, kw_only=True, validator=is_count)
    title: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)

    def __attrs_post_init__(self) -> None:
        if self.header_rows > len(self.rows):
            raise WrongValueError("more header rows than rows", "Table.header_rows")

    def __repr__(self) -> str:
        return f"Table({len(self.rows)} x {len(self.rows[0])})"


@attrs.frozen(repr=False)
class Section:
    """Avsnitt i ett ärende: Bakgrund, Yrkanden, Reservation … with its label as written."""

    label: str = field(converter=to_name, validator=is_name)
    body: "tuple[Block, ...]" = field(default=(), converter=to_body, validator=is_body)

    def __repr__(self) -> str:
        return f"Section({quoted(self.label)}, {len(self.body)} blocks)"


Block = Paragraph | BulletList | Table | Section | Decision | ActionItem | Schedule | Unread
"""One piece of a body."""
BLOCKS: frozenset[type] = frozenset(
    {Paragraph, BulletList, Table, Section, Decision, ActionItem, Schedule, Unread}
)

for _recursive in (ListItem, BulletList, Cell, Table, Section):
    attrs.resolve_types(_recursive, globals(), locals())
