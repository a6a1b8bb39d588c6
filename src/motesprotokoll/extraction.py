"""What a reader hands to `interpret`: lines, furniture, and the outline of a document that we wrote."""

from collections.abc import Callable

import attrs

from motesprotokoll.findings import Finding
from motesprotokoll.outline import Outline


@attrs.frozen
class Line:
    """One line of a document, repaired: no outer white space, no control characters, NFC."""

    text: str
    number: int = 0
    """The line in the source, counted from 1; 0 where a container has none."""
    indent: int = 0
    """Columns of white space before the text."""
    gap: bool = False
    """Whether there was more space above than between the lines of a paragraph."""
    page: int = 1
    level: int | None = None
    """The level of a heading, where the container says that this is one."""
    cells: tuple[str, ...] = ()
    """The columns of a line that is set in columns, with a tab or a run of spaces between them."""
    parts: tuple[tuple[str, ...], ...] = ()
    """The paragraphs in each cell of a row between bars, where one of them has several."""
    role: str | None = None
    """What the container says that the line is, by one of our named styles in Word: ``"decision"``,
    ``"clause"`` (an att-sats of the decision above), ``"action"`` or ``"next-meeting"``."""


@attrs.frozen
class Extraction:
    """A document as its container gives it. Every letter and digit is in ``lines`` or in ``furniture``."""

    lines: tuple[Line, ...] = ()
    furniture: tuple[str, ...] = ()
    """Running headers, page marks, and the line by which our own files say that we wrote them."""
    findings: tuple[Finding, ...] = ()
    outline: Outline | None = None
    """The document's own structure, where it is one that we wrote. There may be ``lines`` beside it: the same
    document as anybody's."""
    carried: str | None = None
    """The meeting that the document says it holds, as JSON. `motesprotokoll.weighing` compares it with what
    can be seen."""
    shown: str | None = None
    """All that a person sees of the document, in order, where ``lines`` say more than that: in PDF the
    address of a link is no word of the page."""
    reordered: Callable[[], str | None] | None = attrs.field(default=None, eq=False, repr=False)
    """Gives ``shown`` in another order in which it may be read, where to find that costs much: in PDF the
    tags tell how a cell goes on over a page."""
    language: str | None = None
    """The language that the document says it is in, as a tag."""
