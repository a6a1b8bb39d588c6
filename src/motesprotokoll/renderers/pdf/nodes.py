"""An outline's nodes as the plain values that ``page/document.typ`` draws, in the order of `printed`.

What can be seen is exactly what `motesprotokoll.outline.printed` yields: readers trust the data in a file
only where its letters are those on the pages. So an address that is no link in a file (an unknown scheme, a
place on some site) is not shown beside its words, and a heading's own level only shows in its looks.
"""

import re
from typing import Any
from urllib.parse import quote

from motesprotokoll import marks
from motesprotokoll.model import Content, Emphasis, Link
from motesprotokoll.outline import (
    Entry,
    Grid,
    Heading,
    Labelled,
    Line,
    Listing,
    Node,
    Notes,
    Rule,
    Text,
    printed,
)
from motesprotokoll.renderers.addresses import is_absolute_link
from motesprotokoll.renderers.pdf.signs import shown

Value = dict[str, Any]

DEEPEST = 7
"""How many boxes are drawn in each other: a page has no room for more, and Typst lays out 72 levels at most.

What stands deeper is printed one below the other, in the same order and with its signs.
"""
_SHORT = 700
"""How many characters a decision may have that is kept on one page: about ten lines."""
_LONGEST_LABEL = 18
"""How many characters of a label fit beside its words."""
_LONGEST_ADDRESS = 2_000
"""Typst refuses addresses of more than 8,000 bytes, and a percent sign may stand for each."""
_IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~"
"""What may stand in an address as it is (RFC 3986, 2.2 and 2.4); an address in a PDF is ASCII."""
_SET_OFF = frozenset({"decision", "action"})
_NUMBER = re.compile(r"\d{1,9}[.)]", re.ASCII)
_SIGN = "•"


class Levels:
    """Keeps the order of headings right: the first is of level 1, and no level is skipped on the way down.

    Source: ISO 14289-1 (PDF/UA-1), 7.4.2. Levels end at 6, as they do in the structure of PDF 1.7.
    """

    def __init__(self) -> None:
        self._last = 0

    def of(self, level: int) -> int:
        """The level at which a heading is tagged."""
        least = 2 if self._last and level > 1 else 1
        self._last = min(max(level, least), self._last + 1, 6)
        return self._last


def drawn(nodes: tuple[Node, ...]) -> list[Value]:
    """*nodes* as values.

    Raises:
        RenderError: They nest deeper than `motesprotokoll.marks.MAX_DEPTH`.
    """
    return _blocks(nodes, 0, Levels())


def _blocks(nodes: tuple[Node, ...], depth: int, levels: Levels) -> list[Value]:
    marks.check_depth(depth)
    values: list[Value] = []
    for node in nodes:
        if _is_fact(node) and values and values[-1]["kind"] == "facts":
            values[-1]["facts"].append(_fact(node))
        elif depth >= DEEPEST:
            values += _flat(node, depth, levels)
        else:
            values.append(_block(node, depth, levels))
    return values


def _is_fact(node: Node) -> bool:
    """Whether *node* is a label and some words, and nothing else; neighbours share a list."""
    if not isinstance(node, Labelled) or node.lines or node.nodes:
        return False
    return node.role not in _SET_OFF and node.role != "signature"


def _block(node: Node, depth: int, levels: Levels) -> Value:
    if isinstance(node, Text):
        return _text(node)
    if isinstance(node, Labelled):
        return _labelled(node, depth, levels)
    if isinstance(node, Listing):
        return _listing(node, depth, levels)
    if isinstance(node, Heading):
        return _heading(node, levels)
    if isinstance(node, Grid):
        return _grid(node, depth, levels)
    assert isinstance(node, Rule)
    return {"kind": "rule"}


def _text(node: Text) -> Value:
    return {"kind": "body-name" if node.role == "body-name" else "text", "content": _content(node.content)}


def _heading(node: Heading, levels: Levels) -> Value:
    return {
        "kind": "heading",
        "text": shown(node.text),
        "notes": _notes(node.notes),
        "level": levels.of(node.level),
        "look": max(node.level, 1),
    }


def _notes(notes: Notes) -> str:
    return shown(marks.format_notes(notes)) if notes else ""


# -------------------------------------------------------------------------------- labels


def _labelled(node: Labelled, depth: int, levels: Levels) -> Value:
    if _is_fact(node):
        return {"kind": "facts", "facts": [_fact(node)]}
    kind = "section"
    if node.role in _SET_OFF:
        kind = "set-off"
    elif node.role == "signature" and not node.lines and not node.nodes:
        kind = "signature"
    return {
        **_fact(node),
        "kind": kind,
        "role": node.role,
        "lines": [_line(line) for line in node.lines],
        "nodes": _blocks(node.nodes, depth + 1, levels),
        "short": sum(map(len, printed((node,)))) <= _SHORT,
    }


def _fact(node: Node) -> Value:
    assert isinstance(node, Labelled)
    notes = _notes(node.notes)
    return {
        "label": shown(node.label),
        "notes": notes,
        "content": _content(node.content),
        "beside": len(node.label) + len(notes) <= _LONGEST_LABEL,
    }


def _line(line: Line) -> Value:
    return {"content": _content(line.content), "notes": _notes(line.notes)}


# -------------------------------------------------------------------------------- lists and tables


def _listing(node: Listing, depth: int, levels: Levels) -> Value:
    markers = [entry.marker for entry in node.entries]
    return {
        "kind": "list",
        "marked": any(marker is not None for marker in markers),
        "numbered": all(marker is not None and _NUMBER.fullmatch(marker) for marker in markers),
        "entries": [
            {"marker": _marker(entry), "nodes": _blocks(entry.nodes, depth + 1, levels)}
            for entry in node.entries
        ],
    }


def _marker(entry: Entry) -> str:
    return _SIGN if entry.marker is None else shown(entry.marker)


def _grid(node: Grid, depth: int, levels: Levels) -> Value:
    columns = max(map(len, node.rows), default=0)
    rows = [
        [{"nodes": _blocks(cell, depth + 1, levels)} for cell in (*row, *([()] * (columns - len(row))))]
        for row in node.rows
    ]
    return {
        "kind": "table",
        "title": shown(node.title or ""),
        "columns": columns,
        "head": rows[: node.header_rows],
        "rows": rows[node.header_rows :],
    }


# -------------------------------------------------------------------------------- what stands too deep


def _flat(node: Node, depth: int, levels: Levels) -> list[Value]:
    """*node* and all that it holds, one below the other."""
    if isinstance(node, Labelled):
        head = {"kind": "facts", "facts": [_fact(node)]}
        lines = [{"kind": "lines", "lines": [_line(line) for line in node.lines]}] if node.lines else []
        return [head, *lines, *_blocks(node.nodes, depth + 1, levels)]
    if isinstance(node, Listing):
        return [value for entry in node.entries for value in _flat_entry(entry, depth, levels)]
    if isinstance(node, Grid):
        title = [_text(Text((node.title,)))] if node.title else []
        cells = [value for row in node.rows for cell in row for value in _blocks(cell, depth + 1, levels)]
        return [*title, *cells]
    return [_block(node, depth, levels)]


def _flat_entry(entry: Entry, depth: int, levels: Levels) -> list[Value]:
    values = _blocks(entry.nodes, depth + 1, levels)
    sign = f"{_marker(entry)}\N{NO-BREAK SPACE}"
    if values and values[0]["kind"] == "text":
        return [{"kind": "text", "content": [sign, *values[0]["content"]]}, *values[1:]]
    return [{"kind": "text", "content": [sign]}, *values]


# -------------------------------------------------------------------------------- running text


def _content(content: Content) -> list[str | Value]:
    return [_piece(piece) for piece in content]


def _piece(piece: str | Link | Emphasis) -> str | Value:
    if isinstance(piece, str):
        return shown(piece)
    if isinstance(piece, Emphasis):
        return {"text": shown(piece.text), "strong": piece.strong}
    if is_absolute_link(piece.url) and len(piece.url) <= _LONGEST_ADDRESS:
        return {"text": shown(piece.text), "url": quote(piece.url, safe=_IN_ADDRESS)}
    return shown(piece.text)
