"""An outline as plain values (dicts, lists, strings), for templates that other people write."""

from typing import Any

import attrs

from motesprotokoll.model import Content, Emphasis
from motesprotokoll.outline import (
    About,
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
)


def plain_about(about: About) -> dict[str, Any]:
    """What the document is about; days and moments as ISO 8601 writes them."""
    return {
        "name": about.name,
        "body": about.body,
        "banner": about.banner,
        "day": about.day.isoformat() if about.day else None,
        "dates": about.dates,
        "starts": about.starts.isoformat() if about.starts else None,
        "ends": about.ends.isoformat() if about.ends else None,
        "place": about.place,
        "mode": about.mode.value if about.mode else None,
        "cancelled": about.cancelled,
    }


def plain_nodes(nodes: tuple[Node, ...]) -> list[dict[str, Any]]:
    """Each node as a dict whose ``kind`` says which it is; the other keys are the fields of the class."""
    return [_node(node) for node in nodes]


def _node(node: Node) -> dict[str, Any]:
    if isinstance(node, Heading):
        return {
            "kind": "heading",
            "text": node.text,
            "level": node.level,
            "notes": _notes(node.notes),
            "role": node.role,
        }
    if isinstance(node, Text):
        return {"kind": "text", "content": _content(node.content), "role": node.role}
    if isinstance(node, Labelled):
        return {
            "kind": "labelled",
            "label": node.label,
            "content": _content(node.content),
            "lines": [_line(line) for line in node.lines],
            "nodes": plain_nodes(node.nodes),
            "notes": _notes(node.notes),
            "role": node.role,
        }
    if isinstance(node, Listing):
        return {"kind": "listing", "entries": [_entry(entry) for entry in node.entries], "role": node.role}
    if isinstance(node, Grid):
        return {
            "kind": "grid",
            "rows": [[plain_nodes(cell) for cell in row] for row in node.rows],
            "header_rows": node.header_rows,
            "title": node.title,
            "role": node.role,
            "header_columns": node.header_columns,
            "picture": None if node.picture is None else attrs.asdict(node.picture),
        }
    assert isinstance(node, Rule)
    return {"kind": "rule"}


def _entry(entry: Entry) -> dict[str, Any]:
    return {"marker": entry.marker, "nodes": plain_nodes(entry.nodes)}


def _line(line: Line) -> dict[str, Any]:
    return {"content": _content(line.content), "notes": _notes(line.notes)}


def _notes(notes: Notes) -> list[list[str]]:
    return [list(note) for note in notes]


def _content(content: Content) -> list[dict[str, Any]]:
    return [_piece(piece) for piece in content]


def _piece(piece: object) -> dict[str, Any]:
    if isinstance(piece, str):
        return {"kind": "words", "text": piece}
    if isinstance(piece, Emphasis):
        return {"kind": "emphasis", "text": piece.text, "strong": piece.strong}
    return {"kind": "link", "text": piece.text, "url": piece.url}  # type: ignore[attr-defined]
