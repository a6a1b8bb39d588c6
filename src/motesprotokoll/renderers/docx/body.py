"""What an outline becomes in the text of a Word file. The rules stand in `motesprotokoll.word`."""

from collections.abc import Iterable, Mapping

import attrs

from motesprotokoll import marks, word
from motesprotokoll.model import Content, Emphasis, Inline, Link
from motesprotokoll.outline import (
    SIDE_BY_SIDE,
    Entry,
    Grid,
    Heading,
    Labelled,
    Listing,
    Node,
    Notes,
    Rule,
    Text,
)
from motesprotokoll.renderers.docx.columns import USUAL_MARGIN, columns_of
from motesprotokoll.renderers.docx.links import Links, is_clickable
from motesprotokoll.renderers.docx.markup import (
    paragraph,
    paragraph_properties,
    run,
    tab,
    table_properties,
)
from motesprotokoll.renderers.docx.numbering import Numbers
from motesprotokoll.renderers.docx.styles import TABLE

_TEXT_ROLES = {"body-name": word.BODY_NAME, "room": word.ROOM}
_LABEL_ROLES = {
    "decision": word.DECISION,
    "action": word.ACTION,
    "next-meeting": word.NEXT_MEETING,
    "field": word.FIELD,
    "attendance": word.ATTENDANCE,
    "signature": word.SIGNATURE,
    "unread": word.UNREAD,
}
"""The styles of labels by their role; the others are `word.SECTION`."""
_LABEL_RUNS = {word.DECISION: word.DECISION_LABEL, word.ACTION: word.ACTION_LABEL}
_IN_COLUMNS = frozenset({word.FIELD, word.SIGNATURE})
"""Styles whose words stand in a column beside their labels, at the left margin."""


def _is_room(node: Node) -> bool:
    return isinstance(node, Text) and node.role == "room"


@attrs.frozen
class Place:
    """Where in the document a node stands."""

    width: int
    """Of the text, in twentieths of a point."""
    depth: int = 0
    """Labels and entries around it, since the cell."""
    nesting: int = 0
    """Labels, entries and cells around it."""
    lists: int = 0
    text: word.ParagraphStyle = word.NORMAL
    """The style of paragraphs here."""
    keep: bool = False
    """Whether paragraphs here stand on one page with what follows."""

    def deeper(self, *, lists: int = 0) -> "Place":
        """The place of what a label or an entry holds; *lists* is how many more lists stand around it."""
        marks.check_depth(self.nesting + 1)
        return attrs.evolve(self, depth=self.depth + 1, nesting=self.nesting + 1, lists=self.lists + lists)

    def cell(self, width: int, text: word.ParagraphStyle, *, keep: bool = False) -> "Place":
        """The place of what a cell holds."""
        marks.check_depth(self.nesting + 1)
        return attrs.evolve(self, width=width, depth=0, nesting=self.nesting + 1, text=text, keep=keep)


@attrs.frozen
class Opening:
    """The entry that a paragraph opens: its level and number, and its sign where that is text."""

    level: int
    number: int
    sign: str


@attrs.frozen
class Body:
    """Writes nodes as paragraphs and tables, and notes the numbers and links that they need.

    *ids* are the ids of the document's styles, by our own; a house's template may have others.
    """

    links: Links
    numbers: Numbers
    ids: Mapping[str, str]

    def blocks(self, nodes: Iterable[Node], place: Place) -> Iterable[str]:
        """The paragraphs and tables of *nodes*."""
        previous: Node | None = None
        for node in nodes:
            if isinstance(node, Listing):
                yield from self._listing(node, place, new=isinstance(previous, Listing))
            elif isinstance(node, Text):
                yield self._text(node, place)
            elif isinstance(node, Labelled):
                yield from self._labelled(node, place)
            elif isinstance(node, Heading):
                yield self._heading(node)
            elif isinstance(node, Grid):
                if isinstance(previous, Labelled) and node.title is None:
                    yield self._space()
                yield from self._grid(node, place)
            else:
                assert isinstance(node, Rule)
                yield paragraph(self._properties(word.RULE, place))
            previous = node

    # ---------------------------------------------------------------------------- paragraphs

    def _properties(
        self,
        style: word.ParagraphStyle,
        place: Place,
        opening: Opening | None = None,
        *,
        keep_next: bool = False,
        spacing: str = "",
    ) -> str:
        indent = ""
        if opening:
            indent = f'w:left="{word.indent_of(place.depth)}" w:hanging="{word.STEP}"'
        elif place.depth:
            indent = f'w:left="{word.indent_of(place.depth)}" w:firstLine="0"'
        return paragraph_properties(
            "" if style is word.NORMAL else self.ids[style.id],
            keep_next=keep_next,
            number=(opening.level, opening.number) if opening else None,
            spacing=spacing,
            indent=indent,
        )

    def _sign(self, opening: Opening | None) -> str:
        if opening is None or not opening.sign:
            return ""
        style = self.ids[word.SIGN.id]
        return run(opening.sign, style) + tab(style)

    def _text(self, node: Text, place: Place) -> str:
        style = _TEXT_ROLES.get(node.role or "", place.text)
        if style is word.ROOM:  # the dots are for formats that cannot be written in
            return paragraph(self._properties(style, place))
        properties = self._properties(style, place, keep_next=place.keep)
        return paragraph(properties, self._content(node.content) or run(word.EMPTY))

    def _heading(self, heading: Heading) -> str:
        last = word.HEADINGS[-1]
        style = word.TITLE if heading.level <= 1 else word.HEADINGS[min(heading.level, last.level) - 2]
        deeper = Place(0, depth=max(heading.level - last.level, 0))
        words = run(heading.text) if heading.text else ""
        return paragraph(self._properties(style, deeper), words + self._notes(heading.notes))

    def _labelled(self, node: Labelled, place: Place, opening: Opening | None = None) -> Iterable[str]:
        style = _LABEL_ROLES.get(node.role or "", word.SECTION)
        below = bool(node.lines or node.nodes)
        words = self._label(node, style, in_column=style in _IN_COLUMNS and not place.depth)
        clauses = bool(node.nodes) and getattr(node.nodes[0], "role", None) == "clauses"
        yield paragraph(
            self._properties(
                style, place, opening, keep_next=below, spacing='w:after="0"' if clauses else ""
            ),
            self._sign(opening) + words,
        )
        for line in node.lines:
            shown = self._content(line.content) + self._notes(line.notes)
            yield paragraph(self._properties(word.LINE, place), shown or run(word.EMPTY))
        if style is word.ATTENDANCE and node.nodes and all(map(_is_room, node.nodes)):
            yield paragraph(self._properties(word.LINE, place))
        elif node.nodes:
            yield from self.blocks(node.nodes, place.deeper())

    def _label(self, node: Labelled, style: word.ParagraphStyle, *, in_column: bool) -> str:
        label = run(node.label, self.ids[_LABEL_RUNS.get(style, word.LABEL).id]) + self._notes(node.notes)
        if not node.content and (node.lines or node.nodes):
            return label
        separator = self.ids[word.SEPARATOR.id]
        if in_column:
            return label + run(":", separator) + tab(separator) + self._content(node.content)
        return label + run(": " if node.content else ":", separator) + self._content(node.content)

    # ---------------------------------------------------------------------------- lists

    def _listing(self, listing: Listing, place: Place, *, new: bool) -> Iterable[str]:
        inner = place.deeper(lists=1)
        level = min(place.lists, word.LAST_LEVEL)
        style = word.CLAUSE if listing.role == "clauses" else word.LIST_PARAGRAPH
        numbers = self.numbers.of(listing.entries, place.lists)
        for entry, (number, sign) in zip(listing.entries, numbers, strict=True):
            opening = Opening(level, number, sign)
            yield from self._entry(entry, inner, opening, word.NEW_LIST if new else style)
            new = False

    def _entry(
        self, entry: Entry, place: Place, opening: Opening, style: word.ParagraphStyle
    ) -> Iterable[str]:
        nodes = entry.nodes
        first = nodes[0] if nodes else None
        if isinstance(first, Labelled) and style is not word.NEW_LIST:
            yield from self._labelled(first, place, opening)
            nodes = nodes[1:]
        else:
            words = ""
            if isinstance(first, Text):
                words = self._content(first.content) or run(word.EMPTY)
                nodes = nodes[1:]
            yield paragraph(self._properties(style, place, opening), self._sign(opening) + words)
        yield from self.blocks(nodes, place)

    # ---------------------------------------------------------------------------- tables

    def _grid(self, grid: Grid, place: Place) -> Iterable[str]:
        if grid.title is not None:
            caption = self._properties(word.CAPTION, place, keep_next=True)
            yield paragraph(caption, run(grid.title) if grid.title else run(word.EMPTY))
        indent = word.indent_of(place.depth)
        found = columns_of(grid, max(place.width - indent, 1))
        widths = found.widths
        margin = None if found.margin == USUAL_MARGIN else found.margin
        header = grid.header_rows > 0
        looks = table_properties(
            self.ids[TABLE], sum(widths), indent, grid.title, header=header, margin=margin
        )
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield f"<w:tbl><w:tblPr>{looks}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        for number, row in enumerate(grid.rows):
            is_header = number < grid.header_rows
            keep = grid.role in SIDE_BY_SIDE and number + 1 < len(grid.rows)  # a small table is not parted
            style = word.TABLE_HEADER if is_header else word.TABLE_TEXT
            yield f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_header else ''}</w:trPr>"
            for cell, width in zip(row, widths, strict=True):
                yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
                yield from self._cell(cell, place.cell(width, style, keep=keep))
                yield "</w:tc>"
            yield "</w:tr>"
        yield "</w:tbl>"
        yield self._space()

    def _space(self) -> str:
        return paragraph(paragraph_properties(self.ids[word.SPACE.id]))

    def _cell(self, cell: tuple[Node, ...], place: Place) -> Iterable[str]:
        if not cell:
            return (paragraph(self._properties(place.text, place, keep_next=place.keep)),)
        return self.blocks(cell, place)

    # ---------------------------------------------------------------------------- running text

    def _notes(self, notes: Notes) -> str:
        return run(f" {marks.format_notes(notes)}", self.ids[word.REMARK.id]) if notes else ""

    def _content(self, content: Content) -> str:
        if len(content) == 1 and type(content[0]) is str:
            return run(content[0])
        parts: list[str] = []
        last = ""
        for piece in content:
            style = self._style_of(piece)
            if style and style == last:
                parts.append(run(word.EMPTY))
            parts.append(self._piece(piece, style))
            last = style
        return "".join(parts)

    def _style_of(self, piece: Inline) -> str:
        if isinstance(piece, Emphasis):
            return self.ids[(word.STRONG if piece.strong else word.EMPHASIS).id]
        if isinstance(piece, Link) and not is_clickable(piece.url):
            return self.ids[word.LINK_WORDS.id]
        return ""

    def _piece(self, piece: Inline, style: str) -> str:
        if isinstance(piece, str):
            return run(piece)
        if isinstance(piece, Emphasis):
            return run(piece.text, style)
        if style:
            address = "" if piece.text == piece.url else f" <{piece.url}>"
            return run(piece.text, style) + (run(address, self.ids[word.ADDRESS.id]) if address else "")
        words = run(piece.text, self.ids[word.HYPERLINK.id])
        return f'<w:hyperlink r:id="{self.links.id_of(piece.url)}" w:history="1">{words}</w:hyperlink>'
