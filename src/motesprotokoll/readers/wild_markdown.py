"""The lines of a Markdown file that somebody else wrote, from markdown-it's tokens, with nothing lost."""

import re
from typing import TYPE_CHECKING

from motesprotokoll import marks
from motesprotokoll.extraction import Line
from motesprotokoll.model.text import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TAG = re.compile(r"<[^<>]*+>")
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
"""The lines around metadata of YAML and TOML, and what closes each."""
_DIRECTIVE = re.compile(r"(?i)(?:::: ?[a-z-]{0,30}|\[{1,2}_?toc_?\]{1,2})")
"""What a page of notes on the web has for its own program: ``:::info``, ``[TOC]``."""
_KEY = re.compile(r"^([^\W\d_][\w-]{0,30}) ?= ?")


def lines_of(text: str, parser: "MarkdownIt", max_nesting: int) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines, and as furniture what is no text of the document: HTML tags, definitions of addresses."""
    source = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    matter = _front_matter(source)
    env: dict[str, object] = {}
    tokens = parser.parse("\n" * matter + "\n".join(source[matter:]), env)
    if any(token.level >= max_nesting - 1 for token in tokens):
        return tuple(plain_lines(source, 1)), ()
    collector = _Collector(source)
    collector.collect(tokens)
    lines = (*plain_lines(_as_labels(source[:matter]), 1), *collector.lines)
    return lines, (*collector.furniture, *_definitions(env, source))


def _front_matter(source: list[str]) -> int:
    """How many lines at the beginning are metadata between ``---`` and ``---``, or ``+++`` and ``+++``."""
    closed_by = _FENCES.get(source[0].rstrip())
    if closed_by is None:
        return 0
    ends = (place for place, line in enumerate(source) if place and line.rstrip() in closed_by)
    return next(ends, -1) + 1


def _as_labels(matter: list[str]) -> list[str]:
    """Lines of metadata with a colon behind what they are called, as in YAML: TOML has ``title = "…"``."""
    if not matter or matter[0].rstrip() != "+++":
        return matter
    return [_KEY.sub(r"\1: ", line) for line in matter]


def plain_lines(source: "Iterable[str]", number: int) -> list[Line]:
    """Each line as it stands, the first of them line *number* of the source."""
    lines = []
    gap = True
    for place, line in enumerate(source, number):
        words = canonical(line)
        if words:
            lines.append(Line(words, place, len(line) - len(line.lstrip(" ")), gap=gap))
        gap = not words
    return lines


def _definitions(env: dict[str, object], source: list[str]) -> list[str]:
    """The lines that define addresses for others to refer to."""
    found: list[str] = []
    references = env.get("references")
    duplicates = env.get("duplicate_refs")
    all_of_them = [*(references.values() if isinstance(references, dict) else ())]
    all_of_them += duplicates if isinstance(duplicates, list) else []
    for definition in all_of_them:
        start, end = definition["map"]
        found += [words for line in source[start:end] if (words := canonical(line))]
    return found


_BOLD = 6
"""The level of a heading that only looks like one: below every other."""
_LONGEST_HEADING = 100


class _Collector:
    """Gathers lines and furniture in one walk over the block tokens."""

    def __init__(self, source: list[str]) -> None:
        self.source = source
        self.lines: list[Line] = []
        self.furniture: list[str] = []
        self.depth = 0
        self.marker = ""
        self.level: int | None = None
        self.number = 0
        self.cells: list[str] | None = None

    def collect(self, tokens: "list[Token]") -> None:
        for token in tokens:
            if token.type == "inline":
                self.inline(token)
            elif token.nesting:
                self.structure(token)
            elif token.type in ("fence", "code_block"):
                self.emit([token.info, *token.content.split("\n")], _number_of(token))
            elif token.type == "html_block":
                self.html(token)

    def structure(self, token: "Token") -> None:
        """What opens and closes: it tells where the next words stand."""
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            self.depth += 1
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.depth -= 1
        elif kind == "list_item_open":
            self.marker, self.number = token.info + token.markup, _number_of(token)
        elif kind == "list_item_close":
            self.emit([""], self.number)
        elif kind == "heading_open":
            self.level = int(token.tag[1:])
        elif kind == "heading_close":
            self.level = None
        elif kind == "tr_open":
            self.cells, self.number = [], _number_of(token)
        elif kind == "thead_close":
            self.emit(["|---|"], self.number + 1)
        elif kind == "tr_close":
            cells, self.cells = self.cells or [], None
            self.emit([self.row(cells)], self.number)

    def row(self, cells: list[str]) -> str:
        """A row between bars; as in the source if that has more cells than the table's first row."""
        written = self.source[self.number - 1]
        if len(marks.split_unescaped(written, "|")) - 2 > len(cells):
            return written
        return f"| {' | '.join(cells)} |"

    def inline(self, token: "Token") -> None:
        lines = self.words(token.children or [])
        if self.cells is None and not self.depth and self.level is None and _is_bold_line(token, lines):
            self.level = _BOLD
            self.emit(lines, _number_of(token))
            self.level = None
        elif self.cells is None:
            self.emit(lines, _number_of(token))
        else:
            self.cells.append(canonical(" ".join(lines)))

    def words(self, tokens: "list[Token]") -> list[str]:
        """Running text in lines, as they stand in the source; an address follows the words of its link."""
        lines: list[list[str]] = [[]]
        opened: list[tuple[Token, list[str]]] = []
        for token in tokens:
            if token.type in ("softbreak", "hardbreak"):
                lines.append([])
            elif token.type == "html_inline":
                self.furniture += [canonical(token.content)]
            elif token.type == "image":
                lines[-1].append(f"{token.content}{_address(token, 'src', token.content)}")
            elif token.type == "link_open":
                opened.append((token, []))
            elif token.type == "link_close" and opened:
                link, seen = opened.pop()
                lines[-1].append(_address(link, "href", "".join(seen)))
            elif token.content:
                lines[-1].append(token.content)
                for _, seen in opened:
                    seen.append(token.content)
        return ["".join(line) for line in lines]

    def html(self, token: "Token") -> None:
        """HTML is no text of a document, but what stands between its tags is."""
        if token.content.lstrip().startswith("<!--"):
            self.furniture.append(canonical(token.content))
            return
        self.furniture += [canonical(tag) for tag in _TAG.findall(token.content)]
        self.emit(_TAG.sub(" ", token.content).split("\n"), _number_of(token))

    def emit(self, texts: list[str], number: int) -> None:
        """Lines of text, the first of them line *number* of the source, behind the list sign that waits."""
        for at, text in enumerate(texts, number):
            marker, self.marker = self.marker, ""
            words = canonical(f"{marker} {text}")
            if not marker and _DIRECTIVE.fullmatch(words) is not None:
                self.furniture.append(words)
            elif words:
                indent = 2 * max(self.depth - bool(marker), 0)
                gap = at < 2 or not self.source[min(at, len(self.source)) - 2].strip()
                self.lines.append(Line(words, at, indent, gap, level=self.level))


def _is_bold_line(token: "Token", lines: list[str]) -> bool:
    """Whether a paragraph is one line in bold that says nothing yet: a heading by its looks."""
    kinds = [child.type for child in token.children or [] if child.type != "text" or child.content]
    words = lines[0]
    whole = kinds == ["strong_open", "text", "strong_close"] and len(lines) == 1
    return whole and len(words) <= _LONGEST_HEADING and ": " not in words and words[-1] not in ".:,;!?"


def _number_of(token: "Token") -> int:
    return token.map[0] + 1 if token.map else 0


def _address(token: "Token", name: str, words: str) -> str:
    """The address of a link, unless its words are the address, and the title that it may have."""
    address = str(token.attrs.get(name, ""))
    title = token.attrs.get("title")
    shown = "" if not address or address in (words, f"mailto:{words}") else f" <{address}>"
    return f"{shown} ({title})" if title else shown
