"""Markdown: the outline of a file that we wrote, or the lines of anybody's, through markdown-it-py.

Needs the extra ``markdown``. Addresses stay as they stand in the file; no HTML of the file is ever used.
"""

import json
import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import attrs

from motesprotokoll import marks
from motesprotokoll.errors import MissingExtraError
from motesprotokoll.extraction import Extraction
from motesprotokoll.limits import Limits
from motesprotokoll.model import Content, Emphasis, Inline
from motesprotokoll.model.text import canonical, plain, to_content
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
from motesprotokoll.readers.decoding import decode
from motesprotokoll.readers.wild_markdown import lines_of, plain_lines

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_NESTING = 200
"""The depth, in blocks of Markdown, to which markdown-it-py descends."""

_MARK = re.compile(r"<!-- (.*) -->")


@attrs.frozen
class MarkdownReader:
    """Reads Markdown, ours and others'."""

    def read(self, data: bytes, limits: Limits) -> Extraction:
        """The document's lines, with nothing lost, or the outline of a document that we wrote.

        Raises:
            LimitError: The document or a line of it is larger than *limits* allows.
            UnsupportedFormatError: The bytes are no text; the message says what they are.
            MissingExtraError: markdown-it-py is not installed.
        """
        parser = _parser()
        decoded = decode(data, limits)
        if is_maze(decoded.text):
            return Extraction(tuple(plain_lines(decoded.text.split("\n"), 1)), findings=decoded.findings)
        outline = read_own_markdown(decoded.text, parser)
        if outline is not None:
            mark = marks.mark_line(outline.language)
            return Extraction(outline=outline, furniture=(mark,), findings=decoded.findings)
        lines, furniture = lines_of(decoded.text, parser, MAX_NESTING)
        return Extraction(lines, furniture, decoded.findings)


_BRACKETS = re.compile(r"\\.|[\[\]]|\n[ \t>]*\n")
_OUR_SIGNS = re.compile(r"^[ >]*+<!-- list [^\n]*?-->", re.MULTILINE)
_OPEN_BRACKETS = 100


def is_maze(text: str) -> bool:
    """Whether a paragraph opens so many brackets that parsing it would take minutes; ours never do."""
    if text.count("[") <= _OPEN_BRACKETS:
        return False
    depth = 0
    for found in _BRACKETS.finditer(_OUR_SIGNS.sub("", text)):
        sign = found[0]
        depth += {"[": 1, "]": -(depth > 0)}.get(sign, -depth if sign[0] == "\n" else 0)
        if depth > _OPEN_BRACKETS:
            return True
    return False


@cache
def _parser() -> "MarkdownIt":
    """CommonMark with pipe tables; what is an address is said by the file, not by a parser's taste."""
    try:
        from markdown_it import MarkdownIt
    except ImportError as error:
        raise MissingExtraError(
            "Markdown files need markdown-it-py", hint="pip install 'motesprotokoll[markdown]'"
        ) from error
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": MAX_NESTING}).enable("table")
    for name, rule in (("normalizeLink", str), ("normalizeLinkText", str), ("validateLink", bool)):
        setattr(parser, name, rule)
    return parser


def read_own_markdown(text: str, parser: "MarkdownIt") -> Outline | None:
    """The outline of *text*, if its last line is the mark of a grammar that we know."""
    text = text.rstrip()
    start = text.rfind("\n") + 1
    mark = _MARK.fullmatch(text, start)
    language = marks.language_of_mark(mark[1]) if mark else None
    if language is None:
        return None
    env: dict[str, object] = {}
    tokens = parser.parse(text[:start], env)
    if env.get("references") or any(token.level >= MAX_NESTING - 1 for token in tokens):
        return None  # we define no addresses, so a hand has been here that did
    nodes = _Walk(tokens).blocks()
    title = next((node.text for node in nodes if type(node) is Heading and node.level == 1), "")
    return Outline(nodes, title=title, language=language)


# -------------------------------------------------------------------------------- blocks

_LIST_COMMENT = re.compile(r"<!-- list (?:(.*) )?-->\s*")
_TABLE_COMMENT = re.compile(r"<!-- table (\d{1,6})( titled)?( nested)? -->\s*")
_LEVEL_COMMENT = re.compile(r"<!-- level (-?\d{1,9}) -->")
_SIGNS = {sign: marker for marker, sign in marks.MARKDOWN_SIGNS.items()}


class _Walk:
    """Walks over the block tokens once."""

    def __init__(self, tokens: "Sequence[Token]") -> None:
        self.tokens = tokens
        self.at = 0
        self.comment = ""
        """The comment right before this block."""

    def blocks(self, until: str = "") -> tuple[Node, ...]:
        """The blocks from here to the token *until*, which is left behind too."""
        nodes: list[Node] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == until:
                break
            comment, self.comment = self.comment, ""
            self.block(token, comment, nodes)
        return tuple(nodes)

    def block(self, token: "Token", comment: str, nodes: list[Node]) -> None:
        table = _TABLE_COMMENT.fullmatch(comment)
        opening = ("bullet_list_open", "table_open", "paragraph_open" if table and table[2] else "")
        if table is not None and token.type in opening:
            nodes.append(self.commented_table(token, table))
        elif token.type == "paragraph_open":
            nodes.append(_paragraph(self.inline()))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            nodes.append(self.listing(token, comment))
        elif token.type == "heading_open":
            nodes.append(_heading(self.inline(), int(token.tag[1:])))
        elif token.type == "blockquote_open":
            nodes += _labelled(self.blocks("blockquote_close"))
        elif token.type == "table_open":
            nodes.append(Grid(self.rows(), 1))
        elif token.type == "hr":
            nodes.append(Rule())
        elif token.type == "html_block" and token.content.startswith("<!--"):
            self.comment = token.content
        else:  # code or HTML that somebody put in
            nodes += [Text(to_content(token.content))] if token.content else []

    def inline(self) -> "list[Token]":
        """The inline tokens of the block that has just been opened; its end is left behind."""
        token = self.tokens[self.at]
        self.at += 2
        return token.children or []

    def listing(self, token: "Token", comment: str) -> Listing:
        entries = []
        closing = token.type.replace("open", "close")
        while self.tokens[self.at].type != closing:
            item = self.tokens[self.at]
            self.at += 1
            marker = item.info + item.markup if item.info else _SIGNS[item.markup]
            entries.append(Entry(self.blocks("list_item_close"), marker))
        self.at += 1
        return _with_markers(entries, comment)

    def commented_table(self, token: "Token", comment: "re.Match[str]") -> Node:
        """A table that pipes alone cannot say: with a title, other header rows, or cells that hold blocks."""
        title = None
        if token.type == "paragraph_open":
            title = canonical(plain(_content(self.inline()))) or None
            token = self.tokens[self.at]
            self.at += 1
        header_rows = int(comment[1])
        if token.type == "table_open":
            rows = self.rows()
            return Grid(rows if header_rows else rows[1:], header_rows, title)
        if token.type != "bullet_list_open":
            self.at -= 1
            return Text(to_content(title or ""))
        return Grid(_rows_of(self.listing(token, "")), header_rows, title)

    def rows(self) -> tuple[tuple[tuple[Node, ...], ...], ...]:
        rows: list[list[tuple[Node, ...]]] = []
        while (token := self.tokens[self.at]).type != "table_close":
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append((Text(_content(token.children or [])),) if token.content else ())
            self.at += 1
        self.at += 1
        return tuple(tuple(row) for row in rows)


def _with_markers(entries: list[Entry], comment: str) -> Listing:
    found = _LIST_COMMENT.fullmatch(comment)
    if found is None or not found[1]:
        return Listing(tuple(entries))
    try:
        markers = json.loads(found[1])
    except (ValueError, RecursionError):
        return Listing(tuple(entries))
    if isinstance(markers, str):
        markers = [markers] * len(entries)
    if not isinstance(markers, list) or len(markers) != len(entries):
        return Listing(tuple(entries))
    return Listing(
        tuple(
            Entry(entry.nodes, canonical(marker) if isinstance(marker, str) else None)
            for entry, marker in zip(entries, markers, strict=True)
        )
    )


def _rows_of(listing: Listing) -> tuple[tuple[tuple[Node, ...], ...], ...]:
    """The rows of a table that was written as a list of lists; what is none of it gets a cell of its own."""
    rows = []
    for entry in listing.entries:
        row: list[tuple[Node, ...]] = []
        for node in entry.nodes:
            row += [cell.nodes for cell in node.entries] if isinstance(node, Listing) else [(node,)]
        rows.append(tuple(row))
    return tuple(rows)


def _labelled(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """What stands in a block quotation: a label and the blocks that belong to it."""
    if nodes and isinstance(nodes[0], Labelled) and not nodes[0].nodes:
        return (attrs.evolve(nodes[0], nodes=nodes[1:]),)
    return nodes


# -------------------------------------------------------------------------------- running text

_Piece = tuple[Inline | None, str]
"""A piece and its sign in the file; no piece is a line break."""


def _heading(tokens: "list[Token]", level: int) -> Heading:
    for token in tokens:
        if token.type == "html_inline" and (found := _LEVEL_COMMENT.fullmatch(token.content)):
            level = int(found[1])
    words, notes = _parted(_pieces(tokens))
    return Heading(plain(words), level, notes)


def _paragraph(tokens: "list[Token]") -> Node:
    pieces = _pieces(tokens)
    found = _label_and_rest(pieces)
    if found is None:
        return Text(_joined(pieces))
    label, notes, rest = found
    if rest and rest[0][0] is None:
        lines = tuple(Line(*_parted(line)) for line in _short_lines(rest[1:]))
        return Labelled(label, lines=lines, notes=notes)
    return Labelled(label, _joined(rest), notes=notes)


def _label_and_rest(pieces: list[_Piece]) -> tuple[str, Notes, list[_Piece]] | None:
    """The label and the notes before the first colon, if the paragraph begins with a label."""
    if len(pieces) < 2 or pieces[0][1] != "**":
        return None
    label, at, notes = canonical(_text_of(pieces[0])), 1, None
    if len(pieces) > 3 and pieces[1][0] == " " and (notes := _notes_of(pieces[2])) is not None:
        at = 3
    words = pieces[at][0]
    if not isinstance(words, str) or not words.startswith(":"):
        return None
    rest = pieces[at + 1 :] if words == ":" else [(words[1:], ""), *pieces[at + 1 :]]
    return label, notes or (), rest


def _text_of(piece: _Piece) -> str:
    return piece[0].text if isinstance(piece[0], Emphasis) else str(piece[0] or "")


def _notes_of(piece: _Piece) -> Notes | None:
    words, sign = piece
    if sign == "*" and isinstance(words, Emphasis) and words.text[0] == "[" and words.text[-1] == "]":
        return marks.parse_notes(words.text[1:-1])
    return None


def _parted(pieces: list[_Piece]) -> tuple[Content, Notes]:
    """The words of one line, and the notes at its end."""
    if pieces and pieces[-1][0] == " ":
        pieces = pieces[:-1]
    notes = _notes_of(pieces[-1]) if pieces else None
    return (_joined(pieces), ()) if notes is None else (_joined(pieces[:-1]), notes)


def _short_lines(pieces: list[_Piece]) -> list[list[_Piece]]:
    lines: list[list[_Piece]] = [[]]
    for piece in pieces:
        if piece[0] is None:
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines


def _content(tokens: "list[Token]") -> Content:
    return _joined(_pieces(tokens))


def _joined(pieces: list[_Piece]) -> Content:
    return to_content([" " if piece is None else piece for piece, _ in pieces])


def _pieces(tokens: "list[Token]") -> list[_Piece]:
    """Inline tokens as pieces: emphasis holds words only, and so does a link."""
    pieces: list[_Piece] = []
    opened: Token | None = None
    words = ""
    for token in tokens:
        if token.type in _OPENING and opened is None:
            opened, words = token, ""
        elif opened is not None:
            if token.type == _OPENING[opened.type] and token.level == opened.level:
                pieces.append((_closed(opened, words), opened.markup))
                opened = None
            else:
                words += _words_of(token)
        elif token.type in ("hardbreak", "softbreak"):
            pieces.append((None, "") if token.type == "hardbreak" else (" ", ""))
        elif text := _words_of(token):
            pieces.append((text, ""))
    return _merged(pieces)


_OPENING = {"em_open": "em_close", "strong_open": "strong_close", "link_open": "link_close"}


def _closed(opened: "Token", words: str) -> Inline:
    if opened.type == "link_open":
        return marks.linked(words, str(opened.attrs.get("href", ""))) or words
    if not canonical(words):
        return words
    return Emphasis(words, strong=opened.type == "strong_open")


def _words_of(token: "Token") -> str:
    if token.type == "html_inline" and token.content.startswith("<!--"):
        return ""
    if token.type == "image":
        return f"{token.content} {token.attrs.get('src', '')}"
    return " " if token.type in ("hardbreak", "softbreak") else token.content


def _merged(pieces: list[_Piece]) -> list[_Piece]:
    merged: list[_Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else (None, "")
        if isinstance(piece[0], str) and isinstance(last[0], str) and not (piece[1] or last[1]):
            merged[-1] = (last[0] + piece[0], "")
        else:
            merged.append(piece)
    return merged
