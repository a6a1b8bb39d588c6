"""What the text of a Word document consists of, once its XML is understood: paragraphs and tables."""

import attrs

from motesprotokoll.readers.docx.styles import NO_STYLE, PLAIN, Look, Style


@attrs.frozen
class Piece:
    """Words that look alike. A tab is ``\\t``, a line break ``\\n``."""

    text: str
    style: str | None = None
    """The id of their character style."""
    look: Look = PLAIN
    link: "Target | None" = None


@attrs.frozen(eq=False)
class Target:
    """Where a link leads. Two links are two, even to the same place."""

    address: str


@attrs.frozen
class Remark:
    """Something about the paragraph that has to be told: a change, a comment, hidden text."""

    code: str
    text: str


@attrs.define(eq=False)
class Paragraph:
    """A paragraph, and the text boxes that hang on it."""

    pieces: list[Piece] = attrs.Factory(list)
    style: Style = NO_STYLE
    style_id: str = ""
    list_number: str | None = None
    list_level: int = 0
    left: int = 0
    """Where its first line begins, in twentieths of a point."""
    own_left: int = 0
    """The indentation that it has beside that of its style, which some programs write out again."""
    above: int = 0
    below: int = 0
    outline: int | None = None
    """The outline level that it says of itself, from 0."""
    remarks: list[Remark] = attrs.Factory(list)
    boxes: "list[Paragraph | Table]" = attrs.Factory(list)
    _text: str | None = None

    @property
    def text(self) -> str:
        """All of its words; ask for them when all pieces are there."""
        if self._text is None:
            self._text = "".join([piece.text for piece in self.pieces])
        return self._text

    @property
    def is_plain(self) -> bool:
        """Whether it is nothing but words, none of which look like anything."""
        pieces = self.pieces
        return (
            len(pieces) == 1
            and pieces[0].look is PLAIN
            and pieces[0].link is None
            and self.list_number is None
            and not self.boxes
            and not self.remarks
        )


@attrs.define(eq=False)
class Cell:
    """A cell: what it holds, and how many columns it spans."""

    blocks: "list[Paragraph | Table]"
    span: int = 1


@attrs.define(eq=False)
class Row:
    """A row of a table."""

    cells: list[Cell]
    is_header: bool = False


@attrs.define(eq=False)
class Table:
    """A table."""

    rows: list[Row] = attrs.Factory(list)
    left: int = 0
    remarks: list[Remark] = attrs.Factory(list)
