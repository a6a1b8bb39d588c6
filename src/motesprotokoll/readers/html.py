"""HTML: the outline of a page that we wrote, by its own semantic markup, or the lines of anybody's."""

import re
from collections.abc import Iterator

import attrs

from motesprotokoll import marks
from motesprotokoll.extraction import Extraction
from motesprotokoll.limits import Limits
from motesprotokoll.messages import language_of
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
from motesprotokoll.readers.html_tree import Element, parse_html
from motesprotokoll.readers.letters import shows_all
from motesprotokoll.readers.wild_html import lines_of

_HEADING = re.compile(r"h[1-6]")
_NUMBER = re.compile(r"-?\d{1,9}", re.ASCII)


@attrs.frozen
class HtmlReader:
    """Reads HTML: exactly what we wrote, and the lines of any other page."""

    def read(self, data: bytes, limits: Limits) -> Extraction:
        """The page's lines, in reading order, or the outline of a page that we wrote.

        Raises:
            LimitError: The document or a line of it is larger than *limits* allows.
            UnsupportedFormatError: The bytes are no text; the message says what they are.
        """
        decoded = decode(data, limits)
        tree = parse_html(decoded.text)
        outline = outline_of(tree)
        if outline is not None:
            outside = tuple(_texts_outside(tree))
            return Extraction(outline=outline, furniture=outside, findings=decoded.findings)
        lines, furniture = lines_of(tree)
        return Extraction(lines, furniture, decoded.findings)


def outline_of(tree: Element) -> Outline | None:
    """The outline of a page, if it says that we wrote it by a grammar that we know."""
    parts = list(_parts_of(tree))
    ours, title, language = False, "", "sv"
    for element in tree.walk():
        if element.tag == "meta" and element.get("name") == "generator":
            ours = ours or element.get("content") == marks.GENERATOR
        elif element.tag == "title" and not title:
            title = canonical(element.words)
        elif element.tag == "html":
            language = language_of(element.get("lang"))
    if not ours or not parts:
        return None
    nodes = tuple([node for part in parts for node in _nodes(part)])
    if not shows_all(nodes, (text for part in parts for text in _texts_in(part))):
        return None
    return Outline(nodes, title=title, language=language)


def _parts_of(tree: Element) -> Iterator[Element]:
    """The elements that hold the document, each once though a hand may have put one in another."""
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        if element.get("data-part") == "outline":
            yield element
        else:
            waiting += reversed(list(element.elements()))


def _texts_in(part: Element) -> Iterator[str]:
    """All text in an element but what is no part of the document."""
    return (text for text, inside in _texts(part, True) if inside)


def _texts_outside(tree: Element) -> Iterator[str]:
    """All text on a page that is no part of the document: its title, a hidden heading, its foot."""
    return (words for text, inside in _texts(tree, False) if not inside and (words := canonical(text)))


def _texts(element: Element, inside: bool) -> Iterator[tuple[str, bool]]:
    """All text in *element*, in order, and whether it is part of the document."""
    waiting: list[tuple[Element | str, bool]] = [(element, inside)]
    while waiting:
        child, inside = waiting.pop()
        if isinstance(child, str):
            yield child, inside
        elif child.tag not in ("script", "style"):
            part = child.get("data-part")
            inside = part == "outline" or (inside and part != "none")
            waiting += [(one, inside) for one in reversed(child.children)]


# -------------------------------------------------------------------------------- blocks


def _nodes(parent: Element) -> list[Node]:
    """The nodes in *parent*; elements that mean nothing to us are looked through."""
    nodes: list[Node] = []
    for child in parent.children:
        if isinstance(child, str):
            if canonical(child):
                nodes.append(Text(to_content(child)))
        else:
            _add(child, nodes)
    return nodes


def _add(element: Element, nodes: list[Node]) -> None:
    tag = element.tag
    if element.get("data-part") == "none" or tag in ("script", "style"):
        return
    if tag == "p":
        nodes.append(Text(_content(element)))
    elif _HEADING.fullmatch(tag):
        nodes.append(_heading(element))
    elif tag == "dl":
        nodes += [_labelled(group) for group in element.elements()]
    elif tag in ("ul", "ol"):
        nodes.append(Listing(tuple(_entry(item) for item in element.elements())))
    elif tag == "table":
        nodes.append(_grid(element))
    elif tag == "hr":
        nodes.append(Rule())
    else:
        nodes += _nodes(element)


def _heading(element: Element) -> Heading:
    said = _NUMBER.fullmatch(element.get("data-level") or "")
    level = int(said[0]) if said else int(element.tag[1:])
    return Heading(plain(_content(element)), level, _notes(element))


def _labelled(group: Element) -> Labelled:
    label = ""
    notes: Notes = ()
    content: Content = ()
    lines: tuple[Line, ...] = ()
    nodes: tuple[Node, ...] = ()
    for part in group.elements():
        if part.tag == "dt":
            label, notes = plain(_content(part)), _notes(part)
        elif part.has_class("nodes"):
            nodes = tuple(_nodes(part))
        elif found := [child for child in part.elements() if child.has_class("lines")]:
            lines = tuple(Line(_content(item), _notes(item)) for item in found[0].elements())
        else:
            content = _content(part)
    return Labelled(label, content, lines, nodes, notes)


def _entry(item: Element) -> Entry:
    marker = item.get("data-marker")
    return Entry(tuple(_nodes(item)), None if marker is None else canonical(marker))


def _grid(table: Element) -> Grid:
    title = None
    rows: list[tuple[tuple[Node, ...], ...]] = []
    header_rows = 0
    for part in table.elements():
        if part.tag == "caption":
            title = canonical(part.words)
        for row in part.elements():
            if row.tag == "tr":
                rows.append(tuple([tuple(_nodes(cell)) for cell in row.elements()]))
                header_rows += part.tag == "thead"
    return Grid(tuple(rows), header_rows, title)


# -------------------------------------------------------------------------------- running text


def _content(element: Element) -> Content:
    return to_content(_pieces(element))


def _pieces(element: Element) -> list[Inline]:
    pieces: list[Inline] = []
    for child in element.children:
        if isinstance(child, str):
            pieces.append(child)
        elif child.tag in ("em", "strong"):
            words = child.words
            pieces.append(Emphasis(words, strong=child.tag == "strong") if canonical(words) else words)
        elif child.tag == "a" or child.has_class("address"):
            words = child.words
            address = child.get("data-href") or child.get("href") or ""
            pieces.append(marks.linked(words, address) or words)
        elif not child.has_class("notes"):
            pieces += _pieces(child)
    return pieces


def _notes(element: Element) -> Notes:
    for child in element.elements():
        if child.has_class("notes"):
            return marks.parse_notes(child.words.strip().removeprefix("[").removesuffix("]"))
    return ()
