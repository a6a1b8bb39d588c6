"""A Word document as lines, as text has them: headings with a level, lists with the signs that Word shows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

import attrs

from motesprotokoll.extraction import Line
from motesprotokoll.limits import Limits
from motesprotokoll.model.text import canonical
from motesprotokoll.readers.decoding import long_line
from motesprotokoll.readers.docx.blocks import Paragraph, Piece, Remark, Row, Table
from motesprotokoll.readers.docx.numbering import Numbering
from motesprotokoll.readers.docx.styles import BODY_TEXT, PLAIN, Look
from motesprotokoll.repair import clean, columns
from motesprotokoll.word import paragraph_style

ROLES = {
    "decision": "decision",
    "clauses": "clause",
    "action": "action",
    "next-meeting": "next-meeting",
}
"""What a line in one of our named styles is, by the role of the style."""
_ROOM = "…"
_WHOLE = 60
"""A paragraph longer than this is no line of a list: what follows it is another paragraph."""
_HEADING_LENGTH = 100
_NO_HEADING_ENDS = (".", ",", ";", ":", "!", "?", "–", "-", "…")
_LARGER = 4
"""Half points by which a heading is larger than the text, where it is told by that."""
_INDENT = 2
"""Columns for each level of a list."""
_COLUMN = 180
"""Twentieths of a point that one column of indentation stands for."""
_MOST_INDENT = 24
_LEAST_ROOM = 100
"""Twentieths of a point that can be seen as room between two paragraphs."""


@attrs.define(eq=False)
class Typography:
    """What is usual in a document, and so says nothing of a paragraph."""

    base: Look
    size: int
    """Of most text, in half points."""
    spacing: int
    """Between most paragraphs."""
    has_styled_headings: bool
    has_title: bool
    is_wrapped: bool
    """Whether each paragraph is a line, so that a long one may go on in the next: text out of a PDF."""
    sizes: tuple[int, ...] = ()
    """The sizes of what is larger than the text, the largest first."""


def typography_of(blocks: Sequence[Paragraph | Table], base: Look) -> Typography:
    """What is usual among *blocks*."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph) and block.text.strip()]
    lengths: Counter[int] = Counter()
    for one in paragraphs:
        lengths[_size(one, base)] += len(one.text)
    size = max(lengths, key=lambda known: lengths[known], default=base.size or 0)
    spaces = Counter(max(before.below, one.above) for before, one in pairwise(paragraphs))
    larger = {
        _size(one, base) for one in paragraphs if _may_be_heading(one) and _size(one, base) >= size + _LARGER
    }
    return Typography(
        base,
        size,
        max(spaces, key=lambda known: spaces[known], default=0),
        any(level_of_style(one) is not None for one in paragraphs if not one.style.is_title),
        any(one.style.is_title for one in paragraphs),
        _are_wrapped(paragraphs),
        tuple(sorted(larger, reverse=True)),
    )


def _are_wrapped(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether *paragraphs* break off in the middle of sentences: twice, and one in ten of the long ones."""
    long = [place for place, one in enumerate(paragraphs[:-1]) if len(one.text) > _WHOLE]
    broken = 0
    for place in long:
        before, after = paragraphs[place].text.rstrip(), paragraphs[place + 1]
        small = after.text[:1].islower() and after.text[1:2].isalpha() and after.list_number is None
        broken += small and not before.endswith(_NO_HEADING_ENDS) and not after.text.startswith("att ")
    return broken > 1 and broken * 10 >= len(long)


def level_of_style(paragraph: Paragraph) -> int | None:
    """The level of a heading that a paragraph says itself that it is, or its style."""
    if paragraph.outline is not None:
        return paragraph.outline + 1 if 0 <= paragraph.outline < BODY_TEXT else None
    return paragraph.style.level


def _size(paragraph: Paragraph, base: Look) -> int:
    """The size of the first words of a paragraph."""
    first = next((piece.look.size for piece in paragraph.pieces if piece.text.strip()), None)
    return first or paragraph.style.look.size or base.size or 0


def _throughout(paragraph: Paragraph, kind: Literal["bold", "struck"], base: Look) -> bool:
    """Whether all words of a paragraph look like this, and there are any."""
    said = getattr(paragraph.style.look, kind)
    usual = getattr(base, kind) if said is None else said
    looks = [getattr(piece.look, kind) for piece in paragraph.pieces if piece.text.strip()]
    return bool(looks) and all((usual if look is None else look) for look in looks)


def _may_be_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return len(text) <= _HEADING_LENGTH and "\n" not in text and not text.endswith(_NO_HEADING_ENDS)


class LineMaker:
    """Makes the lines of a document. Remarks about a paragraph come with the number of its first line."""

    def __init__(self, numbering: Numbering, typography: Typography, limits: Limits) -> None:
        self._numbering = numbering
        self._usual = typography
        self._limits = limits
        self.lines: list[Line] = []
        self.aside: list[str] = []
        """What is no text of the document: its table of contents, and lines that a pen has struck out."""
        self.remarks: list[tuple[Remark, int]] = []
        self._blank = False
        self._last: Paragraph | None = None
        self._in_list = False

    def add(self, blocks: Sequence[Paragraph | Table]) -> None:
        """Put the lines of *blocks* behind those that are there."""
        for place, block in enumerate(blocks):
            if isinstance(block, Table):
                self._table(block)
            else:
                self._paragraph(block, blocks[place + 1] if place + 1 < len(blocks) else None)

    def note(self, sign: str, blocks: Sequence[Paragraph | Table]) -> None:
        """Put a footnote behind the lines, with the *sign* by which it was referred to."""
        start = len(self.lines)
        self._blank = True
        self.add(blocks)
        if start < len(self.lines):
            first = self.lines[start]
            self.lines[start] = attrs.evolve(first, text=f"{sign} {first.text}", level=None, cells=())
        self._blank = True

    # ---------------------------------------------------------------------------------------- paragraphs

    def _paragraph(self, paragraph: Paragraph, following: Paragraph | Table | None) -> None:
        self.remarks += [(remark, len(self.lines) + 1) for remark in paragraph.remarks]
        shown = "".join(_with_addresses(paragraph.pieces))
        sign, level = self._sign(paragraph, shown)
        if not shown.strip():
            self._blank = True
        elif paragraph.style.is_contents:
            self.aside.append(clean(shown))
        elif _throughout(paragraph, "struck", self._usual.base):  # a name on the list of those who came
            self.aside.append(clean(shown))
            self.remarks.append((Remark("docx.struck", shown), len(self.lines) + 1))
        elif not self._is_room(paragraph, shown):
            self._hidden(paragraph)
            self._lines(paragraph, shown, sign, level, self._heading(paragraph, sign, following))
        if paragraph.boxes:
            self._blank = True
            self.add(paragraph.boxes)
            self._blank = True

    def _sign(self, paragraph: Paragraph, shown: str) -> tuple[str, int]:
        """The number or bullet in front of a paragraph, and the level of its list."""
        if paragraph.list_number is None or not (shown.strip() or paragraph.boxes):
            return "", 0
        level = self._numbering.level_of(paragraph.list_number, paragraph.list_level, paragraph.style_id)
        return clean(self._numbering.next_sign(paragraph.list_number, level)), level

    @staticmethod
    def _is_room(paragraph: Paragraph, shown: str) -> bool:
        """Whether this is the empty room of our template that nobody has written in."""
        if shown.strip() != _ROOM:
            return False
        own = paragraph_style(paragraph.style.name, paragraph.style_id)
        return own is not None and own.role is not None

    def _hidden(self, paragraph: Paragraph) -> None:
        usual = paragraph.style.look.hidden or self._usual.base.hidden
        hidden = [
            piece.text
            for piece in paragraph.pieces
            if (usual if piece.look.hidden is None else piece.look.hidden)
        ]
        if hidden and "".join(hidden).strip():
            self.remarks.append((Remark("docx.hidden", "".join(hidden)), len(self.lines) + 1))

    def _lines(self, paragraph: Paragraph, shown: str, sign: str, level: int, heading: int | None) -> None:
        indent = _INDENT * level if sign else self._indent(paragraph)
        own = paragraph_style(paragraph.style.name, paragraph.style_id)
        role = ROLES.get(own.role or "") if own is not None else None
        gap = self._is_apart(paragraph, bool(sign), indent)
        for part in shown.split("\n"):
            stripped = part.strip()
            text = clean(stripped)
            if not text:
                continue
            if len(text) > self._limits.line_characters:
                raise long_line(self._limits)
            cells = columns(stripped) if "\t" in stripped or "   " in stripped else ()
            if sign:
                text, cells = f"{sign} {text}", ()
            self.lines.append(
                Line(text, len(self.lines) + 1, indent, gap, level=heading, cells=cells, role=role)
            )
            if sign:
                indent += _INDENT
            gap, sign = False, ""
        self._last, self._blank = paragraph, False

    def _indent(self, paragraph: Paragraph) -> int:
        return max(0, min(paragraph.left // _COLUMN, _MOST_INDENT))

    def _is_apart(self, paragraph: Paragraph, listed: bool, indent: int) -> bool:
        """Whether there is more room above a paragraph than is usual, or it must be one of its own."""
        before, self._in_list = self._in_list, listed
        last = self._last
        if last is None or self._blank:
            return bool(self.lines)
        if listed and before:
            return False
        if before and not listed and indent:
            return True  # goes on with an entry of a list
        if not self._usual.is_wrapped and max(len(last.text), len(paragraph.text)) > _WHOLE:
            return True
        return max(last.below, paragraph.above) > max(self._usual.spacing, _LEAST_ROOM)

    # ---------------------------------------------------------------------------------------- headings

    def _heading(self, paragraph: Paragraph, sign: str, following: Paragraph | Table | None) -> int | None:
        """The level of the heading that a paragraph is: by its style, else by its look."""
        usual = self._usual
        if paragraph.style.is_title and len(paragraph.text) <= 2 * _HEADING_LENGTH:
            return 1
        level = level_of_style(paragraph)
        if level is not None:
            return level + usual.has_title
        if usual.has_styled_headings or sign or not _may_be_heading(paragraph):
            return None
        size = _size(paragraph, usual.base)
        if size in usual.sizes:
            return usual.sizes.index(size) + 1 + usual.has_title
        if not self._stands_out(paragraph, following):
            return None
        return len(usual.sizes) + 1 + usual.has_title

    def _stands_out(self, paragraph: Paragraph, following: Paragraph | Table | None) -> bool:
        """Whether a paragraph of usual size is a heading: bold, on its own, above text that is not."""
        base = self._usual.base
        if not _throughout(paragraph, "bold", base) or "," in paragraph.text or "\t" in paragraph.text:
            return False
        if (
            isinstance(following, Paragraph)
            and following.text.strip()
            and _throughout(following, "bold", base)
        ):
            return False
        last = self._last
        if last is None or not self.lines or self._blank:
            return True
        return self.lines[-1].level is not None or not _throughout(last, "bold", base)

    # ---------------------------------------------------------------------------------------- tables

    def _table(self, table: Table) -> None:
        self.remarks += [(remark, len(self.lines) + 1) for remark in table.remarks]
        width = max((sum(cell.span for cell in row.cells) for row in table.rows), default=0)
        self._blank = True
        if width < 2 or len(table.rows) == 1 or any(len(row.cells) < 2 for row in table.rows[:1]):
            for row in table.rows:
                self._row_as_blocks(row)
        elif width == 2 and not self._has_header(table):
            for row in table.rows:
                self._row_of_two(row)
        else:
            self._grid(table, width)
        self._blank = True

    def _row_as_blocks(self, row: Row) -> None:
        """Cell after cell, each as if it stood alone; short ones of one row stay on a line."""
        texts = [_texts(cell.blocks) for cell in row.cells]
        if sum(map(bool, texts)) > 1 and all(len(one) < 2 and len("".join(one)) <= _WHOLE for one in texts):
            self._in_columns(row)
            return
        for cell in row.cells:
            self.add(cell.blocks)
            self._blank = True

    def _row_of_two(self, row: Row) -> None:
        """A label and what it labels: on one line, or with the lines below the label."""
        if len(row.cells) == 2 and len(_texts(row.cells[1].blocks)) < 2 and _texts(row.cells[0].blocks):
            self._in_columns(row)
            return
        for cell in row.cells:
            self.add(cell.blocks)
            self._blank = self._blank or len(_texts(cell.blocks)) > 1
        self._blank = True

    def _in_columns(self, row: Row) -> None:
        cells = tuple(text for cell in row.cells if (text := self._cell(cell.blocks)))
        if cells:
            gap = self._blank and bool(self.lines)
            number = len(self.lines) + 1
            self.lines.append(Line(" ".join(cells), number, gap=gap, cells=cells if len(cells) > 1 else ()))
            self._last, self._blank = Paragraph([Piece(" ".join(cells))]), False

    @staticmethod
    def _has_header(table: Table) -> bool:
        """Whether the first row of a table says that it names the columns."""
        return table.rows[0].is_header or len(table.rows[0].cells) > 2

    def _grid(self, table: Table, width: int) -> None:
        """Rows between bars, with a line below those that name the columns."""
        headers = 1
        while headers < len(table.rows) and table.rows[headers].is_header:
            headers += 1
        gap = self._blank and bool(self.lines)
        for place, row in enumerate(table.rows):
            parts: list[tuple[str, ...]] = []
            for cell in row.cells:
                parts += [self._cell_lines(cell.blocks), *[()] * (cell.span - 1)]
            if any(map(any, parts)):
                parts += [()] * (width - len(parts))
                shown = canonical(f"| {' | '.join(map(' '.join, parts))} |")
                several = tuple(parts) if any(len(one) > 1 for one in parts) else ()
                self.lines.append(Line(shown, len(self.lines) + 1, gap=gap, parts=several))
                gap = False
            if place == headers - 1:
                self.lines.append(Line("|---|", len(self.lines) + 1))
        self._last = None

    def _cell(self, blocks: Sequence[Paragraph | Table]) -> str:
        """All that stands in a cell, on one line."""
        return " ".join(self._cell_lines(blocks))

    def _cell_lines(self, blocks: Sequence[Paragraph | Table]) -> tuple[str, ...]:
        """All that stands in a cell, line by line."""
        first = blocks[0] if len(blocks) == 1 else None
        if isinstance(first, Paragraph) and first.is_plain and first.style.look == PLAIN:
            return tuple(filter(None, map(clean, first.text.split("\n"))))
        inner = LineMaker(self._numbering, self._usual, self._limits)
        inner.add(blocks)
        self.remarks += [(remark, len(self.lines) + 1) for remark, _ in inner.remarks]
        self.aside += inner.aside
        return tuple(line.text for line in inner.lines)


def _texts(blocks: Sequence[Paragraph | Table]) -> list[str]:
    """The text of each paragraph and table that has any."""
    found = []
    for block in blocks:
        if isinstance(block, Table):
            found += [
                " ".join(text for row in block.rows for one in row.cells for text in _texts(one.blocks))
            ]
        else:
            found += [line for line in block.text.split("\n") if line.strip()]
            found += _texts(block.boxes)
    return [text for text in found if text.strip()]


def _with_addresses(pieces: Sequence[Piece]) -> Iterator[str]:
    """The words of *pieces*; an address follows the words of its link, unless they are the address."""
    words: list[str] = []
    for place, piece in enumerate(pieces):
        yield piece.text
        if piece.link is None:
            continue
        words.append(piece.text)
        if place + 1 == len(pieces) or pieces[place + 1].link is not piece.link:
            address = piece.link.address
            if address.removeprefix("mailto:") != "".join(words).strip():
                yield f" <{address}>"
            words = []
