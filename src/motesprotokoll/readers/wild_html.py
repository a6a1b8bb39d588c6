"""The lines of a page that somebody else wrote: one for each block element, in the page's order."""

import re

from motesprotokoll.extraction import Line
from motesprotokoll.model.text import canonical
from motesprotokoll.readers.html_tree import Element

_INLINE = frozenset(
    re.findall(
        r"\w+",
        """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small
        span strike strong sub sup time tt u var wbr""",
    )
)
_SILENT = frozenset({"script", "style"})
_DOCUMENTS = frozenset({"main", "article"})
_BESIDE = frozenset({"nav", "aside", "footer"})
"""What stands around a document on its page, and is no part of it; a footer inside it is."""
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)


def lines_of(tree: Element) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines of a page, and as furniture its title in the window and what stands around the document."""
    collector = _Collector()
    collector.visit(tree)
    collector.flush()
    return tuple(collector.lines), tuple(collector.furniture)


class _Collector:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.furniture: list[str] = []
        self.words: list[str] = []
        self.marker = ""
        self.level: int | None = None
        self.indent = 0
        self.gap = True
        self.inside = 0
        """In how many elements that are documents this is."""

    def visit(self, element: Element) -> None:
        """What *element* holds; its own meaning is seen to by `element`."""
        for child in element.children:
            if isinstance(child, str):
                self.words.append(child)
            else:
                self.element(child)

    def element(self, element: Element) -> None:
        tag = element.tag
        if tag in _SILENT:
            return
        if tag == "title":
            self.furniture.append(canonical(element.words))
        elif tag == "nav" or (tag in _BESIDE and not self.inside):
            self.beside(element)
        elif tag == "br":
            self.flush()
        elif tag == "img":
            self.words.append(f" {element.get('alt') or ''} ")
        elif tag == "a":
            self.link(element)
        elif tag in _INLINE:
            self.visit(element)
        elif tag in ("ul", "ol"):
            self.list(element)
        elif tag == "tr":
            self.row(element)
        elif tag == "pre":
            self.preformatted(element)
        else:
            self.block(element)

    def beside(self, element: Element) -> None:
        """Keep what *element* holds apart from the document."""
        self.flush()
        apart = _Collector()
        apart.visit(element)
        apart.flush()
        self.furniture += (*apart.furniture, *(line.text for line in apart.lines))
        self.gap = True

    def block(self, element: Element) -> None:
        self.flush()
        self.inside += element.tag in _DOCUMENTS
        self.gap = self.gap or element.tag in ("p", "table", "dl", "section", "div") or element.tag in _LEVELS
        before, self.level = self.level, _LEVELS.get(element.tag, self.level)
        self.visit(element)
        self.flush()
        self.level = before
        self.inside -= element.tag in _DOCUMENTS

    def link(self, element: Element) -> None:
        start = len(self.words)
        self.visit(element)
        address = canonical(element.get("href") or "")
        words = canonical("".join(self.words[start:]))
        if address and not address.startswith("#") and address.removeprefix("mailto:") != words:
            self.words.append(f" <{address}>")

    def list(self, element: Element) -> None:
        self.flush()
        start = _NUMBER.fullmatch(element.get("start") or "")
        number = int(start[0]) if start else 1
        self.indent += 2
        for child in element.children:
            if isinstance(child, str) or child.tag != "li":
                self.visit(Element("", children=[child]))
                continue
            self.flush()
            self.marker = f"{number}." if element.tag == "ol" else "•"
            number += 1
            self.visit(child)
            self.flush()
            self.marker = ""
        self.indent -= 2

    def row(self, element: Element) -> None:
        """A row of a table, between bars; the row of headings has a line below it."""
        self.flush()
        cells = [_cell(cell) for cell in element.children if isinstance(cell, Element) or canonical(cell)]
        if any(cells):
            self.words.append(f"| {' | '.join(cells)} |")
            self.flush()
            if all(cell.tag == "th" for cell in element.elements()):
                self.words.append("|---|")
                self.flush()

    def preformatted(self, element: Element) -> None:
        self.flush()
        for line in element.words.split("\n"):
            self.words.append(line)
            self.flush()

    def flush(self) -> None:
        """End the line here."""
        words = canonical("".join(self.words))
        self.words.clear()
        if words:
            indent = max(self.indent - (2 if self.marker else 0), 0)
            text = f"{self.marker} {words}".lstrip(" ")
            self.lines.append(Line(text, indent=indent, gap=self.gap, level=self.level))
            self.marker, self.gap = "", False


def _cell(cell: Element | str) -> str:
    collector = _Collector()
    collector.visit(cell if isinstance(cell, Element) else Element("td", children=[cell]))
    collector.flush()
    return " ".join(line.text for line in collector.lines)
