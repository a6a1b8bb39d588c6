"""An outline's nodes as markup, each kind in one function.

All text is escaped, all attributes are quoted, and an address becomes a link only where its scheme is
harmless.
"""

import re
from html import escape

from motesprotokoll import marks
from motesprotokoll.model import Content, Emphasis, Link
from motesprotokoll.outline import (
    CELL_LOOKS,
    SET_OFF,
    SIDE_BY_SIDE,
    Drawing,
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
from motesprotokoll.renderers.addresses import is_safe_address

_NUMBER = re.compile(r"(\d{1,9})[.)]", re.ASCII)
_REWORDED = {"was": "del", "now": "ins"}
"""What strong words are in a label of these roles: those of an earlier version that went, and that came."""


class Levels:
    """Keeps the order of headings right: one ``h1``, and no level skipped on the way down."""

    def __init__(self) -> None:
        self.has_title = False
        self.last = 1

    def of(self, level: int) -> int:
        """The level at which a heading is written."""
        if level <= 1 and not self.has_title:
            self.has_title = True
            self.last = 1
        else:
            self.last = min(max(level, 2), self.last + 1, 6)
        return self.last


def markup_of(nodes: tuple[Node, ...], depth: int, levels: Levels) -> str:
    """*nodes*, which stand so deep in others.

    Raises:
        RenderError: Deeper than `motesprotokoll.marks.MAX_DEPTH`.
    """
    marks.check_depth(depth)
    parts = []
    group = ""
    for node in nodes:
        kind = _group_of(node)
        if group and (kind != group or group in SET_OFF):
            parts.append(f"</{_tag_of(group)}>")
            group = ""
        if kind and not group:
            parts.append(f'<{_tag_of(kind)} class="{kind}">')
            group = kind
        parts.append(_block(node, depth, levels))
    if group:
        parts.append(f"</{_tag_of(group)}>")
    return "\n".join(parts)


def _group_of(node: Node) -> str:
    """The list of labels, or the row of small parts, that a node belongs to; neighbours share one."""
    if isinstance(node, Grid | Labelled) and node.role in SIDE_BY_SIDE:
        return f"beside {node.role}"
    if not isinstance(node, Labelled):
        return ""
    if node.role in SET_OFF:
        return str(node.role)
    if node.role == "legend":
        return "section legend"
    return "section" if node.lines or node.nodes else "fields"


def _tag_of(group: str) -> str:
    return "div" if group.startswith("beside") else "dl"


def _block(node: Node, depth: int, levels: Levels) -> str:
    if isinstance(node, Text):
        return f"<p>{_content(node.content)}</p>"
    if isinstance(node, Labelled):
        labelled = _labelled(node, depth, levels)
        return f'<dl class="section">{labelled}</dl>' if node.role in SIDE_BY_SIDE else labelled
    if isinstance(node, Listing):
        return _listing(node, depth, levels)
    if isinstance(node, Heading):
        return _heading(node, levels)
    if isinstance(node, Grid):
        return _grid(node, depth, levels)
    assert isinstance(node, Rule)
    return "<hr>"


def _heading(heading: Heading, levels: Levels) -> str:
    level = levels.of(heading.level)
    said = "" if level == heading.level else f' data-level="{heading.level}"'
    return f"<h{level}{said}>{escape(heading.text)}{_notes(heading.notes)}</h{level}>"


def _notes(notes: Notes) -> str:
    return f' <span class="notes">{escape(marks.format_notes(notes))}</span>' if notes else ""


def _labelled(node: Labelled, depth: int, levels: Levels) -> str:
    parts = [f"<div><dt>{escape(node.label)}{_notes(node.notes)}</dt>"]
    if node.lines:
        lines = "\n".join(f"<li>{_content(line.content)}{_notes(line.notes)}</li>" for line in node.lines)
        parts.append(f'<dd><ul class="lines" role="list">\n{lines}\n</ul></dd>')
    elif node.content or not node.nodes:
        strong = _REWORDED.get(node.role or "", "strong")
        parts.append(f"<dd>{_content(node.content, strong)}</dd>")
    if node.nodes:
        parts.append(f'<dd class="nodes">\n{markup_of(node.nodes, depth + 1, levels)}\n</dd>')
    parts.append("</div>")
    return "".join(parts)


def _listing(listing: Listing, depth: int, levels: Levels) -> str:
    numbered = all(entry.marker is not None and _NUMBER.fullmatch(entry.marker) for entry in listing.entries)
    entries = [_entry(entry, numbered, depth, levels) for entry in listing.entries]
    tag = "ol" if numbered else "ul"
    return "\n".join([f"<{tag}>", *entries, f"</{tag}>"])


def _entry(entry: Entry, numbered: bool, depth: int, levels: Levels) -> str:
    marker = entry.marker
    said = "" if marker is None else f' data-marker="{escape(marker)}"'
    if numbered and marker is not None:
        said = f' value="{int(marker[:-1])}"{said}'
    return f"<li{said}>{markup_of(entry.nodes, depth + 1, levels)}</li>"


def _grid(grid: Grid, depth: int, levels: Levels) -> str:
    rows = []
    for place, row in enumerate(grid.rows):
        named = grid.header_columns if place >= grid.header_rows else len(row)
        scope = "row" if place >= grid.header_rows else "col"
        cells = [
            _cell(cell, f'th scope="{scope}"' if column < named else "td", depth, levels)
            for column, cell in enumerate(row)
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    parts = [*_picture(grid.picture), "<table>"]
    if grid.title is not None:
        parts.append(f"<caption>{escape(grid.title)}</caption>")
    for tag, some in (("thead", rows[: grid.header_rows]), ("tbody", rows[grid.header_rows :])):
        if some:
            parts += [f"<{tag}>", *some, f"</{tag}>"]
    return "\n".join([*parts, "</table>"])


def _picture(drawing: Drawing | None) -> list[str]:
    """A drawing in the page itself, so that it has the page's colours; its own words tell what it shows."""
    return [] if drawing is None else [f'<figure class="picture">{drawing.svg}</figure>']


def _cell(cell: tuple[Node, ...], tag: str, depth: int, levels: Levels) -> str:
    role = getattr(cell[0], "role", None) if len(cell) == 1 else None
    look = f' class="{role}"' if role in CELL_LOOKS else ""
    return f"<{tag}{look}>{markup_of(cell, depth + 1, levels)}</{tag[:2]}>"


# -------------------------------------------------------------------------------- running text


def _content(content: Content, strong: str = "strong") -> str:
    if len(content) == 1 and type(content[0]) is str:
        return escape(content[0], quote=False)
    return "".join(_piece(piece, strong) for piece in content)


def _piece(piece: str | Link | Emphasis, strong: str) -> str:
    if isinstance(piece, str):
        return escape(piece, quote=False)
    text = escape(piece.text, quote=False)
    if isinstance(piece, Emphasis):
        return f"<{strong}>{text}</{strong}>" if piece.strong else f"<em>{text}</em>"
    address = escape(piece.url)
    kind = "same" if piece.text == piece.url else "named"
    if is_safe_address(piece.url):
        return f'<a class="{kind}" href="{address}">{text}</a>'
    return f'<span class="address {kind}" data-href="{address}">{text}</span>'
