"""Reads the structure of a Word document that we wrote: the inverse of the Word renderer.

The rules stand in `motesprotokoll.word`. Any document gives an outline or ``None``; what the rules do not
know is a paragraph.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

import attrs

from motesprotokoll import marks, word
from motesprotokoll.model import Emphasis, Inline
from motesprotokoll.model.text import canonical, to_content
from motesprotokoll.outline import (
    Entry,
    Grid,
    Heading,
    Labelled,
    Line,
    Listing,
    Node,
    Notes,
    Outline,
    Rule,
    Text,
)
from motesprotokoll.readers.docx.blocks import Paragraph, Piece, Table
from motesprotokoll.readers.docx.numbering import Numbering, number_in_format
from motesprotokoll.readers.docx.styles import Styles
from motesprotokoll.readers.docx.symbols import shown as shown_in
from motesprotokoll.readers.letters import shows_all
from motesprotokoll.wording import words_of

_LABELS = frozenset(word.LABELS)


def outline_of(
    blocks: Sequence[Paragraph | Table], styles: Styles, numbering: Numbering, language: str
) -> Outline | None:
    """The outline that *blocks* show; ``None`` where a hand has put words where our structure has none."""
    reader = _Reader(styles, numbering, words_of(language))
    nodes = reader.nodes(blocks)
    if nodes is None or not shows_all(nodes, reader.texts):
        return None
    title = next((node.text for node in nodes if type(node) is Heading and node.level == 1), "")
    return Outline(nodes, title=title, language=language)


@attrs.define(eq=False)
class _Open:
    """A label or an entry that may still hold more, or a whole cell."""

    depth: int
    label: Labelled | None = None
    marker: str | None = None
    lines: list[Line] = attrs.Factory(list)
    children: "list[Node | _Open | _List]" = attrs.Factory(list)

    def nodes(self) -> tuple[Node, ...]:
        """What it holds, as nodes."""
        return tuple([child if isinstance(child, Node) else child.closed() for child in self.children])

    def closed(self) -> Node:
        """The label that it is."""
        assert self.label is not None
        return attrs.evolve(self.label, lines=tuple(self.lines), nodes=self.nodes())


@attrs.define(eq=False)
class _List:
    """A list whose last entry may still hold more."""

    entries: list[_Open] = attrs.Factory(list)

    def closed(self) -> Listing:
        """The list."""
        return Listing(tuple([Entry(one.nodes(), one.marker) for one in self.entries]))


@attrs.frozen
class _Parsed:
    """The words of a paragraph, told apart by their styles."""

    words: tuple[Inline, ...]
    label: str | None = None
    notes: Notes = ()
    sign: str = ""
    is_blank: bool = False
    """Whether it shows nothing but a list sign, not even the sign of what is empty."""


class _Reader:
    """Puts paragraphs and tables on the depth that their indentation says."""

    def __init__(self, styles: Styles, numbering: Numbering, labels: dict[str, str]) -> None:
        self._styles = styles
        self._numbering = numbering
        self._labels = labels
        self._is_nameless = word.NUMBERING_NAME not in numbering.names
        """Whether a program that saved the document has forgotten which list is ours."""
        self._used: dict[str, int] = {}
        self.texts: list[str] = []
        """All words that stand in the document where a node may show them."""

    def nodes(self, blocks: Sequence[Paragraph | Table]) -> tuple[Node, ...] | None:
        """The nodes that *blocks* show; ``None`` where there is what no outline can hold."""
        root = _Open(-1)
        stack = [root]
        title: str | None = None
        for place, block in enumerate(blocks):
            if isinstance(block, Table):
                grid = self._grid(block, title)
                if grid is None:
                    return None
                self._place(grid, word.depth_of(block.left), stack)
                title = None
                continue
            if block.boxes:
                return None
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            style = word.paragraph_style(block.style.name, block.style_id) or word.NORMAL
            if style.kind == "caption" and isinstance(following, Table):
                title = canonical(block.text)
                self.texts.append(title)
            else:
                self._paragraph(block, style, stack)
        return root.nodes()

    # ---------------------------------------------------------------------------------------- places

    @staticmethod
    def _close(depth: int, stack: list[_Open]) -> _Open:
        """What holds a node at *depth*."""
        while stack[-1].depth >= depth and len(stack) > 1:
            stack.pop()
        return stack[-1]

    def _place(self, node: Node, depth: int, stack: list[_Open]) -> None:
        self._close(depth, stack).children.append(node)

    def _open_label(self, node: Labelled, depth: int, stack: list[_Open]) -> None:
        opened = _Open(depth, node)
        self._close(depth, stack).children.append(opened)
        stack.append(opened)

    def _open_entry(self, marker: str | None, depth: int, stack: list[_Open], *, new: bool) -> None:
        holder = self._close(depth - 1, stack)
        last = holder.children[-1] if holder.children else None
        if new or not isinstance(last, _List):
            last = _List()
            holder.children.append(last)
        opened = _Open(depth - 1, marker=marker)
        last.entries.append(opened)
        stack.append(opened)

    # ---------------------------------------------------------------------------------------- paragraphs

    def _paragraph(self, block: Paragraph, style: word.ParagraphStyle, stack: list[_Open]) -> None:
        parsed = self._parsed(block)
        depth = word.depth_of(block.own_left)
        listed = self._numbering.list_of(block.list_number)
        if style.kind == "heading":
            level = style.level + (depth if style is word.HEADINGS[-1] else 0)
            text = canonical(_plain(parsed.words))
            self._place(Heading(text, level, parsed.notes), 0, stack)
            return
        if listed is not None:
            depth = max(depth, 1)
            marker = self._marker(block, parsed)
            self._open_entry(marker, depth, stack, new=style is word.NEW_LIST)
        if style.kind == "labelled" and not parsed.is_blank:
            self._labelled(parsed, style, depth, stack)
        elif style.kind == "line" and self._line(parsed, depth, stack):
            pass
        elif style.kind == "rule" and parsed.is_blank:
            self._place(Rule(), depth, stack)
        elif not parsed.is_blank:
            content = to_content(_with_notes(parsed))
            self._place(Text(content), depth, stack)

    def _labelled(self, parsed: _Parsed, style: word.ParagraphStyle, depth: int, stack: list[_Open]) -> None:
        label = parsed.label
        if label is None:
            label = self._labels.get(style.label or "", "")
            self.texts.append(label)
        self._open_label(Labelled(label, to_content(parsed.words), notes=parsed.notes), depth, stack)

    def _line(self, parsed: _Parsed, depth: int, stack: list[_Open]) -> bool:
        """Give a short line to the label above it; ``False`` if there is none that could have it."""
        if parsed.is_blank:
            return True
        self._close(depth + 1, stack)
        above = stack[-1]
        if above.label is None or above.depth != depth or above.children:
            return False
        above.lines.append(Line(to_content(parsed.words), parsed.notes))
        return True

    def _marker(self, block: Paragraph, parsed: _Parsed) -> str | None:
        """The sign of an entry; ``None`` for the format's own."""
        number = block.list_number or ""
        listed = self._numbering.list_of(number)
        assert listed is not None  # the caller has asked
        if parsed.sign:
            return parsed.sign
        level = self._numbering.level_of(number, block.list_level, block.style_id)
        if listed.name == word.NUMBERING_NAME and level not in listed.overridden:
            return None
        shown = listed.levels.get(level)
        used = self._used[number] = self._used.get(number, 0) + 1
        if shown is None or shown.format == "none":
            return ""
        figure = number_in_format(shown.start + used - 1, shown.format)
        if shown.format == "bullet":
            sign = canonical(shown_in(shown.font, shown.text))
            is_own = self._is_nameless and sign == word.OWN_SIGNS[level % len(word.OWN_SIGNS)]
            return None if is_own else sign
        return canonical(shown.text.replace(f"%{level + 1}", figure))

    # ---------------------------------------------------------------------------------------- words

    def _parsed(self, block: Paragraph) -> _Parsed:
        label = sign = notes = None
        words: list[Inline] = []
        groups = [(style, list(pieces)) for style, pieces in groupby(block.pieces, self._style_of)]
        shown = (piece.text for style, pieces in groups if style is not word.SIGN for piece in pieces)
        for place, (style, pieces) in enumerate(groups):
            text = "".join(piece.text for piece in pieces)
            if style in _LABELS:
                label = (label or "") + text
            elif style is word.REMARK:
                notes = (notes or "") + text
            elif style is word.SIGN:
                sign = (sign or "") + text
                continue
            elif style is word.ADDRESS and place and groups[place - 1][0] is word.LINK_WORDS:
                continue  # seen to with the words
            elif style is word.LINK_WORDS:
                words.append(_unlinked(text, groups[place + 1 : place + 2]))
            elif style is not word.SEPARATOR:
                words += _inlines(style, pieces)
            self.texts.append(text)
        return _Parsed(
            tuple(words),
            None if label is None else canonical(label),
            _notes(notes),
            canonical(sign or ""),
            is_blank=not "".join(shown).strip(" \t\r\n"),
        )

    def _style_of(self, piece: Piece) -> word.CharacterStyle | None:
        if piece.style is None:
            return None
        return word.character_style(self._styles.named_run(piece.style).name, piece.style)

    # ---------------------------------------------------------------------------------------- tables

    def _grid(self, table: Table, title: str | None) -> Grid | None:
        rows: list[tuple[tuple[Node, ...], ...]] = []
        headers = 0
        for row in table.rows:
            cells: list[tuple[Node, ...]] = []
            for cell in row.cells:
                nodes = self.nodes(cell.blocks)
                if nodes is None:
                    return None
                cells += [nodes, *[()] * (cell.span - 1)]
            headers += row.is_header and headers == len(rows)
            rows.append(tuple(cells))
        width = max(map(len, rows), default=0)
        return Grid(tuple((*row, *[()] * (width - len(row))) for row in rows), headers, title)


def _plain(words: Iterable[Inline]) -> str:
    return "".join(piece if isinstance(piece, str) else piece.text for piece in words)


def _with_notes(parsed: _Parsed) -> tuple[Inline, ...]:
    """The words of a paragraph that is neither heading nor label: a label that a hand left there is text."""
    notes = f" {marks.format_notes(parsed.notes)}" if parsed.notes else ""
    return (parsed.label or "", *parsed.words, notes)


def _notes(text: str | None) -> Notes:
    if text is None:
        return ()
    return marks.parse_notes(text.strip().removeprefix("[").removesuffix("]"))


def _unlinked(text: str, following: Sequence[tuple[word.CharacterStyle | None, list[Piece]]]) -> Inline:
    """A link that is none in Word: its words, and its address where that stands behind."""
    address = text
    if following and following[0][0] is word.ADDRESS:
        address = "".join(piece.text for piece in following[0][1]).strip()
        address = address.removeprefix("<").removesuffix(">")
    return marks.linked(text, address) or text


def _inlines(style: word.CharacterStyle | None, pieces: Sequence[Piece]) -> list[Inline]:
    """Words of one style; those that lead to one place are one link."""
    found: list[Inline] = []
    for link, group in groupby(pieces, lambda piece: piece.link):
        text = "".join(piece.text for piece in group)
        if link is not None:
            found.append(marks.linked(text, link.address) or text)
        elif style in (word.EMPHASIS, word.STRONG) and canonical(text):
            found.append(Emphasis(text, strong=style is word.STRONG))
        else:
            found.append(text)
    return found
