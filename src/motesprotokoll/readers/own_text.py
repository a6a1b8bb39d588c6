"""Reads text that we wrote ourselves, without guessing: the inverse of the text renderer.

Any text gives an outline or ``None``, in linear time; what the grammar does not know is a paragraph.
"""

from motesprotokoll import marks
from motesprotokoll.model.text import canonical
from motesprotokoll.outline import Entry, Grid, Heading, Labelled, Line, Listing, Node, Outline, Rule, Text


def read_own_text(text: str) -> Outline | None:
    """The outline of *text*, if its last line is the mark of a grammar that we know."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").rstrip()
    start = text.rfind("\n") + 1
    language = marks.language_of_mark(text[start:])
    if language is None or not (start == 0 or text[:start].endswith("\n\n")):
        return None
    nodes = _Parser(text[:start].split("\n")).blocks(0, 0)
    title = next((node.text for node in nodes if type(node) is Heading and node.level == 1), "")
    return Outline(nodes, title=title, language=language)


class _Parser:
    """Walks over the lines once. Each has its indentation, its text, and whether there is a gap above it."""

    def __init__(self, lines: list[str]) -> None:
        self.texts = [line.strip() for line in lines]
        self.indents = [len(line) - len(line.lstrip(" ")) for line in lines]
        self.gaps = [True, *(not text for text in self.texts[:-1])]
        self.at = 0

    def blocks(self, indent: int, depth: int) -> tuple[Node, ...]:
        """The blocks from here on that are indented at least *indent*."""
        nodes = []
        while self.at < len(self.texts):
            if not self.texts[self.at]:
                self.at += 1
            elif self.indents[self.at] < indent:
                break
            else:
                nodes.append(self.block(depth))
        return tuple(nodes)

    def block(self, depth: int) -> Node:
        """The block that begins here."""
        line, below = self.texts[self.at], self.line_below()
        if depth == 0 and (level := marks.parse_underline(below)) is not None:
            return self.heading(level)
        if depth > marks.MAX_DEPTH:
            return self.paragraph()
        if line.startswith("|") or below.startswith("|"):
            return self.grid(depth)
        if line == marks.RULE:
            self.at += 1
            return Rule()
        if marks.parse_marker(line) is not None:
            return self.listing(depth)
        return self.labelled(depth) or self.paragraph()

    def line_below(self) -> str:
        """The next line, if it is indented like this one."""
        below = self.at + 1
        if below < len(self.texts) and self.indents[below] == self.indents[self.at]:
            return self.texts[below]
        return ""

    def heading(self, level: int) -> Heading:
        text, notes = marks.split_notes(self.texts[self.at])
        self.at += 2
        return Heading(canonical(marks.unescape(text)), level, notes)

    def paragraph(self) -> Text:
        return Text(marks.parse_content(self.running_text(self.indents[self.at])))

    def running_text(self, indent: int) -> str:
        """This line and those below it down to a blank line, a smaller indentation or a list."""
        start = self.at
        self.at += 1
        while self.goes_on(indent) and marks.parse_marker(self.texts[self.at]) is None:
            self.at += 1
        return " ".join(self.texts[start : self.at])

    def goes_on(self, indent: int) -> bool:
        """Whether the line here is neither blank nor indented less than *indent*."""
        return self.at < len(self.texts) and bool(self.texts[self.at]) and self.indents[self.at] >= indent

    # ----------------------------------------------------------------------------------------- labels

    def labelled(self, depth: int) -> Labelled | None:
        indent = self.indents[self.at]
        found = marks.parse_label(self.texts[self.at], self.is_deeper_below(indent))
        if found is None:
            return None
        label, notes, rest = found
        content, lines = "", []
        if rest:
            self.texts[self.at] = rest
            content = self.running_text(indent + 1)
        else:
            self.at += 1
            while self.goes_on(indent + 1):
                lines.append(self.short_line())
        nodes = self.blocks(indent + 1, depth + 1)
        return Labelled(label, marks.parse_content(content), tuple(lines), nodes, notes)

    def is_deeper_below(self, indent: int) -> bool:
        below = self.at + 1
        if below < len(self.texts) and not self.texts[below]:
            below += 1
        return below < len(self.texts) and bool(self.texts[below]) and self.indents[below] > indent

    def short_line(self) -> Line:
        text, notes = marks.split_notes(self.texts[self.at])
        self.at += 1
        return Line(marks.parse_content(text), notes)

    # ----------------------------------------------------------------------------------------- lists

    def listing(self, depth: int) -> Listing:
        indent = self.indents[self.at]
        entries = [self.entry(depth)]
        while self.goes_on(indent) and self.indents[self.at] == indent and not self.gaps[self.at]:
            if marks.parse_marker(self.texts[self.at]) is None:
                break
            entries.append(self.entry(depth))
        return Listing(tuple(entries))

    def entry(self, depth: int) -> Entry:
        found = marks.parse_marker(self.texts[self.at])
        assert found is not None
        marker, width, rest = found
        return Entry(self.hanging(rest, width, depth), marker)

    def hanging(self, rest: str, width: int, depth: int) -> tuple[Node, ...]:
        """The blocks behind a sign: they begin on its line and go on below, indented."""
        indent = self.indents[self.at] + width
        self.texts[self.at] = rest.strip()
        self.indents[self.at] = indent
        if not rest:
            self.at += 1
            if self.at < len(self.texts) and not self.texts[self.at]:
                return ()
        return self.blocks(indent, depth + 1)

    # ----------------------------------------------------------------------------------------- tables

    def grid(self, depth: int) -> Grid:
        title = None
        if not self.texts[self.at].startswith("|"):
            title = canonical(marks.unescape(self.texts[self.at]))
            self.at += 1
        if self.texts[self.at] in (marks.ROW_BREAK, marks.HEADER_BREAK):
            rows, header_rows = self.nested_rows(depth)
        else:
            rows, header_rows = self.plain_rows()
        return Grid(tuple(rows), header_rows, title)

    def plain_rows(self) -> tuple[list[tuple[tuple[Node, ...], ...]], int]:
        indent = self.indents[self.at]
        rows: list[tuple[tuple[Node, ...], ...]] = []
        header_rows = 0
        while self.goes_on(indent) and self.texts[self.at].startswith("|"):
            line = self.texts[self.at]
            self.at += 1
            if marks.is_header_line(line):
                header_rows = len(rows)
                continue
            cells = marks.parse_cells(line)
            rows.append(tuple((Text(marks.parse_content(cell)),) if cell else () for cell in cells))
        return rows, header_rows

    def nested_rows(self, depth: int) -> tuple[list[tuple[tuple[Node, ...], ...]], int]:
        indent = self.indents[self.at]
        rows: list[list[tuple[Node, ...]]] = []
        header_rows = None
        first = self.at
        while self.goes_on(indent) and (self.at == first or not self.gaps[self.at]):
            line = self.texts[self.at]
            if not line.startswith("|"):
                break
            if line in (marks.ROW_BREAK, marks.HEADER_BREAK):
                if line == marks.HEADER_BREAK:
                    header_rows = len(rows)
                rows.append([])
                self.at += 1
            else:
                rows[-1].append(self.hanging(line[1:].removeprefix(" "), 2, depth))
        if header_rows == len(rows) - 1 and not rows[-1]:
            rows.pop()
        return [tuple(row) for row in rows], header_rows or 0
