"""An outline's nodes as the plain values that ``page/document.typ`` draws, in the order of `printed`.

What can be seen is exactly what `motesprotokoll.outline.printed` yields: readers trust the data in a file
only where its letters are those on the pages. So an address that is no link in a file (an unknown scheme, a
place on some site) is not shown beside its words, and a heading's own level only shows in its looks.
"""

import re
from typing import Any
from urllib.parse import quote

import attrs

from motesprotokoll import marks
from motesprotokoll.model import Content, Emphasis, Link
from motesprotokoll.outline import (
    CELL_LOOKS,
    SET_OFF,
    SIDE_BY_SIDE,
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
    in_rows,
    printed,
)
from motesprotokoll.renderers.addresses import is_absolute_link
from motesprotokoll.renderers.pdf.signs import shown

Value = dict[str, Any]

DEEPEST = 7
"""How many boxes are drawn in each other; Typst lays out 72 levels at most, of which a box takes several.

What stands deeper, or has no room left, is printed one below the other, in the same order, with its signs.
"""
WHOLE = 14
"""How many lines a decision, an action or a row of a table may have that is kept on one page.

So the words of a row stand on the page in the order of `printed`. Those of a longer one that goes on overleaf
stand there column by column, and only its tags tell their order.
"""
_PAGE_WIDTH = 64
"""How many characters surely stand on a line of the page; what follows is counted in them, too."""
_INDENT = 4
_LEAST_WIDTH = 8
_BESIDE = 3
"""How many small tables or columns stand side by side."""
_COLUMN_WIDTH = 38
"""How many characters stand on a line of such a column."""
_MOST_HEADS = 3
_LONGEST_ADDRESS = 2_000
"""Typst refuses addresses of more than 8,000 bytes, and a percent sign may stand for each."""
_IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~"
"""What may stand in an address as it is (RFC 3986, 2.2 and 2.4); an address in a PDF is ASCII."""
_FEW = frozenset({"presenters", "attachments"})
"""Labels of an item under which seldom more than two lines stand: they stand beside them."""
_APART = frozenset({"next-meeting", "signature"})
"""Labels that do not share a list of facts with others."""
_NUMBER = re.compile(r"\d{1,9}[.)]", re.ASCII)
_SIGN = "•"
_COMPOUND = re.compile(r"([^\W\d_]{15,}+)")
_WIDE = re.compile(r"[\WA-ZÅÄÖmw]")
_LABEL_WIDTH = 21
"""How much of a label fits beside its words, in widths of a narrow letter; wide ones count one and a half."""


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


@attrs.frozen
class _Place:
    """Where nodes stand: how deep, how many characters wide, and in how many boxes that are no nodes."""

    levels: Levels
    depth: int = 0
    width: int = _PAGE_WIDTH
    taken: int = 0

    def inside(self, *, columns: int = 1) -> "_Place":
        width = (self.width - _INDENT) // columns
        return attrs.evolve(self, depth=self.depth + 1, width=width)

    @property
    def is_full(self) -> bool:
        return self.depth + self.taken >= DEEPEST or self.width < _LEAST_WIDTH

    def holds(self, nodes: tuple[Node, ...], lines: int = WHOLE) -> bool:
        """Whether *nodes* take about so many lines here, or fewer."""
        return self.width >= _LEAST_WIDTH and sum(map(self._lines_of, printed(nodes))) <= lines

    def _lines_of(self, text: str) -> int:
        return 1 + len(text) // self.width


def drawn(nodes: tuple[Node, ...]) -> list[Value]:
    """*nodes* as values.

    Raises:
        RenderError: They nest deeper than `motesprotokoll.marks.MAX_DEPTH`.
    """
    return _blocks(nodes, _Place(Levels()))


def _blocks(nodes: tuple[Node, ...], place: _Place) -> list[Value]:
    marks.check_depth(place.depth)
    values: list[Value] = []
    for row in in_rows(nodes):
        if getattr(row[0], "role", None) in SIDE_BY_SIDE and not place.depth:
            values.append(_beside(row, place))
            continue
        for node in row:
            _add(_flat(node, place) if place.is_full else _block(node, place), values)
    return values


def _add(found: list[Value], values: list[Value]) -> None:
    """Put *found* behind *values*; facts go into the list of facts that they follow."""
    if found and found[0]["kind"] == "facts" and values:
        if values[-1].get("group") == found[0]["group"]:
            values[-1]["facts"] += found.pop(0)["facts"]
        else:
            found[0]["leads"] = values[-1]["kind"] == "heading" and found[0]["group"] == "facts"
    values += found


def _block(node: Node, place: _Place) -> list[Value]:
    """One value; none for what has nothing to show (a heading without words, a table without cells)."""
    if isinstance(node, Text):
        return [_text(node)]
    if isinstance(node, Labelled):
        return [_labelled(node, place)]
    if isinstance(node, Listing):
        return [_listing(node, place)]
    if isinstance(node, Heading):
        return _heading(node, place.levels)
    if isinstance(node, Grid):
        return _grid(node, place)
    assert isinstance(node, Rule)
    return [{"kind": "rule"}]


def _text(node: Text) -> Value:
    return {"kind": "body-name" if node.role == "body-name" else "text", "content": _content(node.content)}


def _heading(node: Heading, levels: Levels) -> list[Value]:
    text, notes = shown(node.text), _notes(node.notes)
    if not (text or notes).strip():
        return []
    level, look = levels.of(node.level), max(node.level, 1)
    return [{"kind": "heading", "content": _pieces(text), "notes": notes, "level": level, "look": look}]


def _notes(notes: Notes) -> str:
    return shown(marks.format_notes(notes)) if notes else ""


# -------------------------------------------------------------------------------- labels


def _labelled(node: Labelled, place: _Place) -> Value:
    if _is_fact(node):
        return _facts(node, *node.nodes)
    kind = "set-off" if node.role in SET_OFF else "section"
    return {
        **_fact(node),
        "kind": kind,
        "role": node.role,
        "nodes": _blocks(node.nodes, place.inside()),
        "whole": place.holds((node,)),
    }


def _is_fact(node: Node) -> bool:
    """Whether *node* is a label and some words, or two or three names; what follows may be more of them."""
    if not isinstance(node, Labelled) or node.role in SET_OFF:
        return False
    if node.role == "next-meeting":
        return all(map(_is_fact, node.nodes))
    return not node.nodes and (not node.lines or node.role in _FEW)


def _facts(*nodes: Node) -> Value:
    """Facts that share a list. They lead where a heading stands above, and then stay with what they lead."""
    facts = [_fact(node) for node in nodes if isinstance(node, Labelled)]
    role = nodes[0].role if isinstance(nodes[0], Labelled) else None
    group = role if role in _APART else "facts"
    return {"kind": "facts", "group": group, "leads": False, "facts": facts}


def _fact(node: Labelled) -> Value:
    label, notes = shown(node.label), _notes(node.notes)
    width = len(label) + len(notes) + len(_WIDE.findall(label)) // 2
    return {
        "label": label,
        "notes": notes,
        "beside": width <= _LABEL_WIDTH,
        "content": _content(node.content),
        "lines": [_line(line) for line in node.lines],
    }


def _line(line: Line) -> Value:
    return {"content": _content(line.content), "notes": _notes(line.notes)}


# -------------------------------------------------------------------------------- lists and tables


def _listing(node: Listing, place: _Place) -> Value:
    markers = [entry.marker for entry in node.entries]
    return {
        "kind": "list",
        "marked": any(marker is not None for marker in markers),
        "numbered": all(marker is not None and _NUMBER.fullmatch(marker) for marker in markers),
        "entries": [
            {"marker": _marker(entry), "nodes": _blocks(entry.nodes, place.inside())}
            for entry in node.entries
        ],
    }


def _marker(entry: Entry) -> str:
    return _SIGN if entry.marker is None else shown(entry.marker)


def _grid(node: Grid, place: _Place) -> list[Value]:
    columns = max(map(len, node.rows), default=0)
    if not columns:
        return _title(node)
    # The cells of a small table, and of one with a picture, hold a few signs; others share the page's width.
    inner = place.inside(columns=1 if node.role in SIDE_BY_SIDE or node.picture else columns)
    rows = [_row(row, columns, inner) for row in node.rows]
    heads = max(node.header_rows, 0)
    for row in rows[:heads]:
        row["names"] = True
    if heads > _MOST_HEADS or not all(row["whole"] for row in rows[:heads]):
        heads = 0  # the head of a table has to fit on every page: these rows stand there once
    return [
        {
            "kind": "table",
            "title": shown(node.title or ""),
            "columns": columns,
            "head": rows[:heads],
            "rows": rows[heads:],
            "picture": None if node.picture is None else attrs.asdict(node.picture),
        }
    ]


def _row(row: tuple[tuple[Node, ...], ...], columns: int, place: _Place) -> Value:
    missing = columns - len(row)
    return {
        "whole": all(place.holds(cell) for cell in row),
        "names": False,
        "cells": [*(_blocks(cell, place) for cell in row), *([[]] * missing)],
        "looks": [*map(_look, row), *([""] * missing)],
    }


def _look(cell: tuple[Node, ...]) -> str:
    role = getattr(cell[0], "role", None) if len(cell) == 1 else None
    return role if role in CELL_LOOKS else ""


# -------------------------------------------------------------------------------- side by side


def _beside(row: tuple[Node, ...], place: _Place) -> Value:
    """Small tables in rows of three, or labels and their lines in up to three columns.

    That takes as many levels of layout as two boxes, so it is done at the top of a document only.
    """
    place = attrs.evolve(place, taken=2)
    are_tables = all(isinstance(node, Grid) for node in row)
    groups = [(node,) for node in row] if are_tables else _columns(row)
    parts = [[value for node in group for value in _block(node, place)] for group in groups]
    return {"kind": "beside", "tables": are_tables, "parts": parts}


def _columns(row: tuple[Node, ...]) -> list[tuple[Node, ...]]:
    """*row* in at most `_BESIDE` columns, in its order, the longest of them as short as can be."""
    heights = [2 + sum(1 + len(text) // _COLUMN_WIDTH for text in printed((node,))) for node in row]
    low, high = max(heights), sum(heights)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if len(_filled(row, heights, middle)) <= _BESIDE else (middle + 1, high)
    return _filled(row, heights, low)


def _filled(row: tuple[Node, ...], heights: list[int], most: int) -> list[tuple[Node, ...]]:
    columns: list[list[Node]] = [[]]
    height = 0
    for node, needed in zip(row, heights, strict=True):
        if height + needed > most:
            columns.append([])
            height = 0
        columns[-1].append(node)
        height += needed
    return [tuple(column) for column in columns]


def _title(node: Grid) -> list[Value]:
    return [_text(Text((node.title,)))] if node.title else []


# -------------------------------------------------------------------------------- what stands too deep


def _flat(node: Node, place: _Place) -> list[Value]:
    """*node* and all that it holds, one below the other."""
    if isinstance(node, Labelled):
        return [_facts(node), *_blocks(node.nodes, place.inside())]
    if isinstance(node, Listing):
        return [value for entry in node.entries for value in _flat_entry(entry, place)]
    if isinstance(node, Grid):
        cells = (cell for row in node.rows for cell in row)
        return [*_title(node), *(value for cell in cells for value in _blocks(cell, place.inside()))]
    return _block(node, place)


def _flat_entry(entry: Entry, place: _Place) -> list[Value]:
    values = _blocks(entry.nodes, place.inside())
    sign = f"{_marker(entry)}\N{NO-BREAK SPACE}"
    if values and values[0]["kind"] == "text":
        return [{"kind": "text", "content": [sign, *values[0]["content"]]}, *values[1:]]
    return [{"kind": "text", "content": [sign]}, *values]


# -------------------------------------------------------------------------------- running text


def _content(content: Content) -> list[str | Value]:
    values: list[str | Value] = []
    for piece in content:
        values += _pieces(shown(piece)) if isinstance(piece, str) else [_piece(piece)]
    return values


def _pieces(text: str) -> list[str | Value]:
    """Words, of which the long ones may be hyphenated: others would only make the lines restless."""
    if _COMPOUND.search(text) is None:
        return [text]
    parts = _COMPOUND.split(text)
    pieces = [{"compound": part} if place % 2 else part for place, part in enumerate(parts)]
    return [piece for piece in pieces if piece]


def _piece(piece: Link | Emphasis) -> str | Value:
    if isinstance(piece, Emphasis):
        return {"text": shown(piece.text), "strong": piece.strong}
    if is_absolute_link(piece.url) and len(piece.url) <= _LONGEST_ADDRESS:
        return {"text": shown(piece.text), "url": quote(piece.url, safe=_IN_ADDRESS)}
    return shown(piece.text)
