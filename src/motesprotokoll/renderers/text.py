"""Plain text, as a careful secretary would type it. The grammar stands in `motesprotokoll.marks`."""

import attrs

from motesprotokoll import marks
from motesprotokoll.outline import Entry, Grid, Heading, Labelled, Listing, Node, Outline, Rule, Text
from motesprotokoll.typography import typeset

_HANG = 4
_NARROWEST = 24
_WIDEST_CELL = 40


@attrs.frozen(kw_only=True)
class TextRenderer:
    """Text of about *width* columns. Its last line says that we wrote it, so that it can be read back."""

    width: int = 80
    media_type: str = attrs.field(default="text/plain; charset=utf-8", init=False)
    suffix: str = attrs.field(default=".txt", init=False)

    def render(self, outline: Outline) -> bytes:
        """The document.

        Raises:
            RenderError: The outline nests deeper than `motesprotokoll.marks.MAX_DEPTH`.
        """
        lines = _blocks(outline.nodes, self.width, 0)
        if outline.carries:
            lines += ["", marks.mark_line(outline.language)] if lines else [marks.mark_line(outline.language)]
        return ("\n".join(lines) + "\n").encode()


def _blocks(nodes: tuple[Node, ...], width: int, depth: int, inside: bool = False) -> list[str]:
    marks.check_depth(depth)
    lines: list[str] = []
    before: Node | None = None
    height = 0
    for node in nodes:
        block = _block(node, width, depth)
        close = height == len(block) == 1 and _is_field(before) and _is_field(node)
        if inside and type(before) is Text and type(node) is Listing:
            close = True  # a list right below the words of its entry
        if before is not None and not close:
            lines.append("")
        lines += block
        before, height = node, len(block)
    return lines


def _is_field(node: Node | None) -> bool:
    """Whether *node* may stand right below another label: a fact on one line, and no decision."""
    return type(node) is Labelled and node.role not in ("decision", "action")


def _block(node: Node, width: int, depth: int) -> list[str]:
    if isinstance(node, Text):
        return wrapped(marks.guarded_paragraph(marks.format_content(node.content) or marks.NOTHING), width)
    if isinstance(node, Labelled):
        return _labelled(node, width, depth)
    if isinstance(node, Listing):
        return [line for entry in node.entries for line in _entry(entry, width, depth)]
    if isinstance(node, Heading):
        return _heading(node, width)
    if isinstance(node, Grid):
        return _grid(node, width, depth)
    assert isinstance(node, Rule)
    return [marks.RULE]


def _heading(heading: Heading, width: int) -> list[str]:
    line = typeset(marks.with_notes(heading.text.replace("\\", "\\\\"), heading.notes))
    return [line, marks.format_underline(heading.level, min(len(line), width))]


def _labelled(node: Labelled, width: int, depth: int) -> list[str]:
    head = typeset(marks.format_label(node.label, node.notes))
    lines = [head]
    if node.content:
        lines = _label_and_content(node, head, width)
    elif node.lines:
        short = [marks.with_notes(marks.format_content(line.content), line.notes) for line in node.lines]
        lines += _indented(list(map(typeset, short)), _HANG)
    elif not node.nodes and node.label not in marks.KNOWN_LABELS:
        return [f"{head}  {marks.EMPTY}"]
    if not node.nodes:
        return lines
    if not (node.content and type(node.nodes[0]) is Listing):
        lines.append("")
    return lines + _indented(_blocks(node.nodes, width - _HANG, depth + 1), _HANG)


def _label_and_content(node: Labelled, head: str, width: int) -> list[str]:
    content = marks.format_content(node.content)
    if node.label in marks.KNOWN_LABELS:
        head += " "
    else:
        head += "  "
        content = f"\\{content}" if content == marks.EMPTY else content
    first, *others = wrapped(content, width - _HANG, width - len(head))
    return [head + first, *_indented(others, _HANG)]


def _entry(entry: Entry, width: int, depth: int) -> list[str]:
    sign, indent = marks.format_marker(entry.marker)
    if not entry.nodes:
        return [sign]
    lines = _blocks(entry.nodes, width - indent, depth + 1, inside=True)
    if type(entry.nodes[0]) in (Text, Labelled):
        return [f"{sign} {lines[0]}", *_indented(lines[1:], indent)]
    return [sign, *_indented(lines, indent)]


def _grid(grid: Grid, width: int, depth: int) -> list[str]:
    title = [] if grid.title is None else [_title(grid.title)]
    return title + (_plain_rows(grid) if marks.is_plain_grid(grid) else _nested_rows(grid, width, depth))


def _title(title: str) -> str:
    text = typeset(title.replace("\\", "\\\\"))
    return f"\\{text}" if text.startswith("|") else text


def _plain_rows(grid: Grid) -> list[str]:
    rows = [[_cell(cell) for cell in row] for row in grid.rows]
    count = max(map(len, rows))
    columns = [[row[place] for row in rows if place < len(row)] for place in range(count)]
    widths = [max(min(max(map(len, column)), _WIDEST_CELL), 1) for column in columns]
    lines = [marks.format_cells(row, widths) for row in rows]
    if grid.header_rows:
        lines.insert(grid.header_rows, "|" + "".join("-" * (width + 2) + "|" for width in widths))
    return lines


def _cell(cell: tuple[Node, ...]) -> str:
    if not cell:
        return ""
    assert isinstance(cell[0], Text)
    return typeset(marks.format_content(cell[0].content)).replace("|", "\\|") or marks.NOTHING


def _nested_rows(grid: Grid, width: int, depth: int) -> list[str]:
    """Rows of cells that hold more than a paragraph: each cell a hanging block, each row under a line."""
    lines = []
    for place, row in enumerate(grid.rows):
        lines.append(marks.HEADER_BREAK if place == grid.header_rows else marks.ROW_BREAK)
        for cell in row:
            inner = _blocks(cell, width - 2, depth + 1, inside=True)
            lines += [f"| {inner[0]}", *_indented(inner[1:], 2)] if inner else ["|"]
    if grid.header_rows == len(grid.rows):
        lines.append(marks.HEADER_BREAK)
    return lines


def _indented(lines: list[str], by: int) -> list[str]:
    space = " " * by
    return [space + line if line else "" for line in lines]


def wrapped(text: str, width: int, first: int | None = None) -> list[str]:
    """*text* in lines of at most *width* columns where words allow; *first* is the room of the first line.

    No line begins with what could be taken for structure: such a word stays on the line before.
    """
    text = typeset(text)
    width = max(width, _NARROWEST)
    room = max(width if first is None else first, 1)
    lines = []
    at = 0
    while len(text) - at > room:
        end = _line_end(text, at, room)
        if end < 0:
            break
        lines.append(text[at:end])
        at = end + 1
        room = width
    lines.append(text[at:])
    return lines


def _line_end(text: str, at: int, room: int) -> int:
    """The last space at which a line from *at* may end; else the first one behind its room; else -1."""
    end = text.rfind(" ", at + 1, at + room + 1)
    while end > 0 and marks.is_hazard(text, end + 1):
        end = text.rfind(" ", at + 1, end)
    if end > 0:
        return end
    end = text.find(" ", at + room)
    while end > 0 and marks.is_hazard(text, end + 1):
        end = text.find(" ", end + 1)
    return end
