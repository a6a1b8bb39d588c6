"""A line and what it looks like."""

from enum import Enum, auto

import attrs

from motesprotokoll.extraction import Line
from motesprotokoll.vocabulary import Label


class Form(Enum):
    """What a line looks like."""

    TEXT = auto()
    HEADING = auto()
    NUMBERED = auto()
    BULLET = auto()
    ROW = auto()
    RULE = auto()
    LINK = auto()
    MARKED = auto()
    """The document says itself what the line is: `Line.role`."""


@attrs.define(eq=False)
class Piece:
    """One line and what its first signs say of it."""

    form: Form
    line: Line
    text: str
    """The words after the marker."""
    marker: str = ""
    """The bullet, or the number as written, without the dot or bracket behind it."""
    written: str = ""
    """The number with the dot or bracket behind it."""
    value: int = 0
    """The number, or the last part of ``3.1``."""
    depth: int = 0
    """The level of a heading, or how many parts a number has."""
    scheme: str = ""
    """Which sign goes with the number: ``§``, ``.``, ``)``, nothing."""
    label: Label | None = None
    label_text: str = ""
    """The label as written, without its colon."""
    rest: str = ""
    """What stands behind the label on the same line."""
    loose: bool = False
    """Whether no colon stands between the two, so that it may be a sentence."""
    gap: bool = attrs.field(default=attrs.Factory(lambda self: self.line.gap, takes_self=True))
    """Whether there was room above, or a rule."""

    @property
    def number(self) -> int:
        """The line in the source."""
        return self.line.number
