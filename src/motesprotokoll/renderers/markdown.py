r"""Markdown that reads well on a code host and in an editor: CommonMark and pipe tables.

What CommonMark cannot say stands in HTML comments: ``<!-- list "–" -->`` before a list that had other signs,
``<!-- table 2 titled -->`` before a table that is no plain one, ``<!-- level 7 -->`` in a deep heading, at
the end the mark that says we wrote it. ``&#8203;`` stands where running text is empty. A label is the only
paragraph that begins with ``**``; words in bold at the beginning of any other paragraph have ``__``.
"""

import json
import re

import attrs

from motesprotokoll import marks
from motesprotokoll.model import Content, Emphasis, Inline, Link
from motesprotokoll.outline import (
    SET_OFF,
    Entry,
    Grid,
    Heading,
    Labelled,
    Listing,
    Node,
    Notes,
    Outline,
    Rule,
    Text,
)
from motesprotokoll.typography import typeset


@attrs.frozen(kw_only=True)
class MarkdownRenderer:
    """CommonMark with pipe tables, UTF-8, one line a paragraph."""

    media_type: str = attrs.field(default="text/markdown; charset=utf-8", init=False)
    suffix: str = attrs.field(default=".md", init=False)

    def render(self, outline: Outline) -> bytes:
        """The document.

        Raises:
            RenderError: The outline nests deeper than `motesprotokoll.marks.MAX_DEPTH`.
        """
        lines = _blocks(outline.nodes, 0)
        if outline.carries:
            mark = f"<!-- {marks.mark_line(outline.language)} -->"
            lines += ["", mark] if lines else [mark]
        return (typeset("\n".join(lines)) + "\n").encode()


# -------------------------------------------------------------------------------- blocks


def _blocks(nodes: tuple[Node, ...], depth: int, inside: bool = False) -> list[str]:
    marks.check_depth(depth)
    lines: list[str] = []
    before: Node | None = None
    for node in nodes:
        if before is not None and not (inside and type(before) is Text and _may_follow_words(node)):
            lines.append("")
        if isinstance(node, Listing):
            lines += _listing(node, depth, parted=_printed_sign(before) == _sign_of(node)[0])
        else:
            lines += _block(node, depth)
        before = node
    return lines


def _printed_sign(node: Node | None) -> str | None:
    """The sign of the list that *node* is printed as: with the same one, what follows would belong to it."""
    if isinstance(node, Listing):
        return _sign_of(node)[0]
    return "-" if isinstance(node, Grid) and not _is_plain(node) else None


def _may_follow_words(node: Node) -> bool:
    """Whether *node* is a list that may begin right below a paragraph: the words of its entry."""
    if type(node) is not Listing:
        return False
    first = node.entries[0].nodes
    return bool(first) and type(first[0]) is Text and not _sign_of(node)[0].isdigit()


def _block(node: Node, depth: int) -> list[str]:
    if isinstance(node, Text):
        return [_paragraph(node.content)]
    if isinstance(node, Labelled):
        return _labelled(node, depth)
    if isinstance(node, Heading):
        return [_heading(node)]
    if isinstance(node, Grid):
        return _grid(node, depth)
    assert isinstance(node, Rule)
    return ["***"]


def _heading(heading: Heading) -> str:
    level = min(max(heading.level, 1), 6)
    parts = ["#" * level, _HASHES_AT_END.sub(r"\\\g<0>", _escaped(heading.text))]
    if heading.notes:
        parts.append(_notes(heading.notes))
    if level != heading.level:
        parts.append(f"<!-- level {heading.level} -->")
    return " ".join(parts)


def _labelled(node: Labelled, depth: int) -> list[str]:
    label = f"**{_escaped(node.label) or EMPTY}**"
    head = f"{label} {_notes(node.notes)}:" if node.notes else f"{label}:"
    if node.content:
        lines = [f"{head} {_content(node.content)}"]
    else:
        lines = [head, *(_short_line(line.content, line.notes) for line in node.lines)]
        lines[:-1] = [f"{line}\\" for line in lines[:-1]]
    if not node.nodes and node.role not in SET_OFF:
        return lines
    if node.nodes:
        lines += ["", *_blocks(node.nodes, depth + 1)]
    return [f"> {line}" if line else ">" for line in lines]


def _short_line(content: Content, notes: Notes) -> str:
    words = _content(content, start=True)
    if notes:
        return f"{words} {_notes(notes)}" if words else _notes(notes)
    return words or EMPTY


def _notes(notes: Notes) -> str:
    return f"*{_escaped(marks.format_notes(notes))}*"


# -------------------------------------------------------------------------------- lists


def _listing(listing: Listing, depth: int, *, parted: bool) -> list[str]:
    sign, comment = _sign_of(listing)
    lines = []
    if comment or parted:
        lines.append(f"<!-- list {comment}-->")
    for entry in listing.entries:
        lines += _entry(entry, f"{entry.marker}" if sign.isdigit() else sign, depth)
    return lines


def _sign_of(listing: Listing) -> tuple[str, str]:
    """The sign of a Markdown list (``1`` for numbers), and what a comment has to say of those as written."""
    written = [entry.marker for entry in listing.entries]
    first = written[0]
    if all(marker == first for marker in written):
        if first in marks.MARKDOWN_SIGNS:
            return marks.MARKDOWN_SIGNS[first], ""
        if first is None or not _NUMBER.fullmatch(first):
            return "-", f"{_as_comment(first)} "
    numbers = [marker is not None and _NUMBER.fullmatch(marker) for marker in written]
    if all(numbers) and len({str(marker)[-1] for marker in written}) == 1:
        return "1", ""
    return "-", f"{_as_comment(written)} "


def _as_comment(value: object) -> str:
    """JSON that cannot end a comment."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("--", "-\\u002d").replace(">", "\\u003e")


def _entry(entry: Entry, sign: str, depth: int) -> list[str]:
    if not entry.nodes:
        return [sign]
    lines = _blocks(entry.nodes, depth + 1, inside=True)
    space = " " * (len(sign) + 1)
    first = entry.nodes[0]
    if type(first) in (Text, Labelled):
        lines[0] = f"{sign} {lines[0]}"
    else:
        lines[0:0] = [sign]
    return [lines[0], *(space + line if line else "" for line in lines[1:])]


# -------------------------------------------------------------------------------- tables


def _grid(grid: Grid, depth: int) -> list[str]:
    plain = _is_plain(grid)
    lines = []
    if not plain or grid.header_rows != 1 or grid.title is not None:
        titled = " titled" if grid.title is not None else ""
        lines.append(f"<!-- table {grid.header_rows}{titled}{'' if plain else ' nested'} -->")
    if grid.title is not None:
        lines += [f"**{_escaped(grid.title)}**", ""]
    return lines + (_plain_rows(grid) if plain else _nested_rows(grid, depth))


def _is_plain(grid: Grid) -> bool:
    return marks.is_plain_grid(grid) and len(set(map(len, grid.rows))) == 1


def _plain_rows(grid: Grid) -> list[str]:
    rows = [[_cell(cell) for cell in row] for row in grid.rows]
    if grid.header_rows == 0:
        rows.insert(0, [""] * len(rows[0]))
    widths = [max(3, min(40, max(map(len, column)))) for column in zip(*rows, strict=True)]
    lines = [marks.format_cells(row, widths) for row in rows]
    lines.insert(1, "|" + "".join("-" * (width + 2) + "|" for width in widths))
    return lines


def _cell(cell: tuple[Node, ...]) -> str:
    if not cell:
        return ""
    assert isinstance(cell[0], Text)
    return _content(cell[0].content).replace("|", "\\|") or EMPTY


def _nested_rows(grid: Grid, depth: int) -> list[str]:
    """A table whose cells hold more than words: a list of its rows, each a list of its cells."""
    rows = [Listing(tuple(Entry(cell) for cell in row)) for row in grid.rows if row]
    return _listing(Listing(tuple(Entry((row,)) for row in rows)), depth, parted=False) if rows else []


# -------------------------------------------------------------------------------- running text

EMPTY = "&#8203;"
"""A space of no width, which canonical text never holds: it stands for running text that is empty."""
_APART = "<!-- -->"
"""Keeps signs of emphasis apart that CommonMark would read together."""

_NUMBER = re.compile(r"\d{1,9}[.)]", re.ASCII)
_HASHES_AT_END = re.compile(r"#$")
_SUSPECT = re.compile(r"[\\`*~\[\]_<&]")
_ALWAYS = r"_(?![^\W_])|(?<![^\W_])_|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]++;)"
_SPECIAL = re.compile(rf"[\\`*~]|\[(?!(?!\^)[^\[\]]{{0,1000}}\](?!\())|\](?=\()|{_ALWAYS}")
"""A bracket may stand if its closing one follows, as in "[sic]"; open ones cost every parser much time."""
_SPECIAL_IN_LINK = re.compile(rf"[\\`*~\[\]]|{_ALWAYS}")
_START = re.compile(r"[=>|:\[]|-(?![^\W_])|\+(?= |$)|#{1,6}(?= |$)")
_START_NUMBER = re.compile(r"(\d{1,9})([.)])(?= |$)")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_AUTOLINK = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]{1,31}:[^<>\[\]\x00-\x20]*")
_SAFE_ADDRESS = re.compile(r"(?>(?:[A-Za-z0-9_./:?=#%+,;@~!$-]++|&(?!#?[A-Za-z0-9]++;))+)")
_IN_ADDRESS = re.compile(r"[\\<>&\[\]]")


def _escaped(text: str) -> str:
    """*text* so that CommonMark shows just that, not at the beginning of a line."""
    if _SUSPECT.search(text) is None:
        return text
    return _SPECIAL.sub(r"\\\g<0>", text)


def _guarded(text: str) -> str:
    """Escaped *text* so that it may begin a line."""
    if _START.match(text):
        return f"\\{text}"
    return _START_NUMBER.sub(r"\1\\\2", text, count=1) if _START_NUMBER.match(text) else text


def _paragraph(content: Content) -> str:
    if not content:
        return EMPTY
    return _content(content, start=True)


def _content(content: Content, *, start: bool = False) -> str:
    """Running text. At the *start* of a line nothing of it is structure, and bold is no label."""
    if len(content) == 1 and type(content[0]) is str:
        text = _escaped(content[0])
        return _guarded(text) if start else text
    parts: list[str] = []
    for place, piece in enumerate(content):
        following = content[place + 1] if place + 1 < len(content) else None
        part = _piece(piece, following, start=start and place == 0)
        if isinstance(piece, Emphasis):
            part = _kept_apart(parts[-1] if parts else "", part, piece, following)
        parts.append(part)
    return "".join(parts)


def _piece(piece: Inline, following: Inline | None, *, start: bool) -> str:
    if isinstance(piece, str):
        text = _escaped(piece)
        if isinstance(following, Link) and text[-1] in "!]":
            text = f"{text[:-1]}\\{text[-1]}"  # or it would be an image, or a reference
        return _guarded(text) if start else text
    if isinstance(piece, Emphasis):
        sign = "_" if piece.text.startswith("[") or (start and piece.strong) else "*"
        sign *= 2 if piece.strong else 1
        return sign + _escaped(piece.text) + sign
    return _link(piece)


def _link(link: Link) -> str:
    if link.text == link.url and _AUTOLINK.fullmatch(link.url):
        return f"<{link.url}>"
    words = _SPECIAL_IN_LINK.sub(r"\\\g<0>", link.text)
    address = link.url
    if not _SAFE_ADDRESS.fullmatch(address):
        address = "<" + _IN_ADDRESS.sub(r"\\\g<0>", address) + ">"
    return f"[{words}]({address})"


def _kept_apart(before: str, part: str, piece: Emphasis, following: Inline | None) -> str:
    """*part*, parted from its neighbours where CommonMark would not see its signs as those of emphasis.

    Source: CommonMark 0.31, 6.2, left-flanking and right-flanking delimiter runs.
    """
    strict = part[0] == "_"
    if before and not _opens(before[-1], piece.text[0], strict):
        part = _APART + part
    if isinstance(following, Emphasis):
        return part + _APART
    if isinstance(following, str) and not _opens(following[0], piece.text[-1], strict):
        return part + _APART
    return part


def _opens(outside: str, inside: str, strict: bool) -> bool:
    return outside == " " or outside in _PUNCTUATION or (not strict and inside.isalnum())
