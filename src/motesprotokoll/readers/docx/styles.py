"""The styles of a Word document: what a paragraph or a run looks like, and which level of heading it is."""

import re
from collections.abc import Mapping

import attrs

from motesprotokoll.readers.docx.values import number_in, value_of
from motesprotokoll.word_package import Element, is_on, w

_HEADING = re.compile(r"(?:heading|rubrik|overskrift|otsikko|überschrift|titre|kop|nagłówek) ?([1-9])")
_TITLE = frozenset({"title", "rubrik", "titel", "document title", "dokumenttitel"})
_CONTENTS = re.compile(r"(?:toc|innehåll|innehållsförteckning|contents) ?(?:[1-9]|heading)")
"""Names of built-in styles. Word keeps them in English in every language; other programs translate them."""
BODY_TEXT = 9
"""The outline level of text that is no heading. Source: ISO/IEC 29500-1, 17.3.1.20."""
_DEEPEST_CHAIN = 20
_USUAL_SIZE = 20
"""Half points: what a run has where nothing says anything. Source: ISO/IEC 29500-1, 17.3.2.38."""


@attrs.frozen(kw_only=True)
class Look:
    """What is said of text: by a style, or by a run or paragraph itself. ``None`` where nothing is."""

    bold: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    size: int | None = None
    """In half points."""

    def over(self, below: "Look") -> "Look":
        """This, and what *below* says where this says nothing."""
        return Look(
            bold=below.bold if self.bold is None else self.bold,
            hidden=below.hidden if self.hidden is None else self.hidden,
            struck=below.struck if self.struck is None else self.struck,
            size=below.size if self.size is None else self.size,
        )


PLAIN = Look()
_BOLD, _HIDDEN, _SIZE, _STRUCK = w("b"), w("vanish"), w("sz"), frozenset({w("strike"), w("dstrike")})


def look_of(properties: Element | None) -> Look:
    """What run properties say."""
    if properties is None:
        return PLAIN
    bold = hidden = struck = size = None
    for one in properties:
        if one.tag == _BOLD:
            bold = is_on(one)
        elif one.tag == _SIZE:
            size = number_in(value_of(one))
        elif one.tag == _HIDDEN:
            hidden = is_on(one)
        elif one.tag in _STRUCK:
            struck = struck or is_on(one)
    if bold is hidden is struck is size is None:
        return PLAIN
    return Look(bold=bold, hidden=hidden, struck=struck, size=size)


@attrs.frozen(kw_only=True)
class Style:
    """A style with all that it inherits."""

    name: str = ""
    """In small letters."""
    names: tuple[str, ...] = ()
    """Its name and those of the styles that it is based on, nearest first."""
    look: Look = PLAIN
    outline: int | None = None
    """The outline level, from 0; 9 is body text."""
    list_number: str | None = None
    list_level: int | None = None
    left: int = 0
    """Where the first line of its paragraphs begins, in twentieths of a point."""
    indent: int = 0
    """Where the other lines begin."""
    above: int = 0
    below: int = 0
    """The space around its paragraphs, in twentieths of a point."""

    @property
    def is_title(self) -> bool:
        """Whether this is the built-in style of a document's title."""
        return self.name in _TITLE

    @property
    def is_contents(self) -> bool:
        """Whether this is a built-in style of a table of contents."""
        return _CONTENTS.fullmatch(self.name) is not None

    @property
    def level(self) -> int | None:
        """The level of heading, from 1, by outline level, else by name."""
        if self.outline is not None:
            return self.outline + 1 if self.outline < BODY_TEXT else None
        for name in self.names:
            if (found := _HEADING.fullmatch(name)) is not None:
                return int(found[1])
        return None


NO_STYLE = Style()


@attrs.define(eq=False)
class Styles:
    """All styles of a document, by their ids."""

    _elements: Mapping[str, Element]
    default: Style = NO_STYLE
    """What paragraphs without a style have."""
    base: Look = PLAIN
    """What is true of all text where nothing else is said."""
    _known: dict[str, Style] = attrs.Factory(dict)

    def named(self, style_id: str | None) -> Style:
        """The style with an id; of a paragraph without one, the document's default."""
        if style_id is None or style_id not in self._elements:
            return self.default
        if style_id not in self._known:
            self._known[style_id] = self._resolved(style_id)
        return self._known[style_id]

    def named_run(self, style_id: str) -> Style:
        """The character style with an id; one that says nothing if there is none."""
        return self.named(style_id) if style_id in self._elements else NO_STYLE

    def _resolved(self, style_id: str) -> Style:
        """The style with what it inherits; a style that is based on itself inherits nothing more."""
        chain: list[Element] = []
        seen: set[str] = set()
        while style_id in self._elements and style_id not in seen and len(chain) < _DEEPEST_CHAIN:
            seen.add(style_id)
            chain.append(self._elements[style_id])
            style_id = value_of(chain[-1].find(w("basedOn"))) or ""
        style = NO_STYLE
        for element in reversed(chain):
            style = _over(element, style)
        return style


def _over(element: Element, below: Style) -> Style:
    """The style that *element* is, based on *below*."""
    name = " ".join((value_of(element.find(w("name"))) or "").lower().split())
    paragraph = element.find(w("pPr"))
    found = attrs.evolve(
        below,
        name=name,
        names=(name, *below.names),
        look=look_of(element.find(w("rPr"))).over(below.look),
    )
    if paragraph is None:
        return found
    outline = number_in(value_of(paragraph.find(w("outlineLvl"))))
    numbered = paragraph.find(w("numPr"))
    number = level = None
    if numbered is not None:
        number, level = value_of(numbered.find(w("numId"))), number_in(value_of(numbered.find(w("ilvl"))))
    return attrs.evolve(
        found,
        outline=below.outline if outline is None else outline,
        list_number=below.list_number if number is None else number,
        list_level=below.list_level if level is None else level,
        left=first_line(paragraph, below.left),
        indent=indentation(paragraph, below.indent),
        above=space(paragraph, "before", below.above),
        below=space(paragraph, "after", below.below),
    )


def indentation(properties: Element, inherited: int) -> int:
    """How far paragraph properties indent, else what is *inherited*."""
    found = properties.find(w("ind"))
    if found is None:
        return inherited
    said = number_in(found.get(w("left")) or found.get(w("start")))
    return inherited if said is None else said


def first_line(properties: Element, inherited: int) -> int:
    """How far paragraph properties indent the first line, else what is *inherited*."""
    found = properties.find(w("ind"))
    if found is None:
        return inherited
    hanging = number_in(found.get(w("hanging"))) or 0
    return indentation(properties, inherited) - hanging + (number_in(found.get(w("firstLine"))) or 0)


def space(properties: Element, side: str, inherited: int) -> int:
    """The space that paragraph properties put on a *side*, else what is *inherited*."""
    found = properties.find(w("spacing"))
    if found is None:
        return inherited
    if found.get(w(f"{side}Autospacing")) in ("1", "true", "on"):
        return 280  # what browsers and Word take: 14 points
    said = number_in(found.get(w(side)))
    return inherited if said is None else said


def styles_in(root: Element | None) -> Styles:
    """The styles of the part ``styles.xml``, ``None`` if the document has none."""
    if root is None:
        return Styles({})
    elements: dict[str, Element] = {}
    default = None
    for element in root.iterfind(w("style")):
        style_id = element.get(w("styleId"))
        if style_id is None:
            continue
        elements.setdefault(style_id, element)
        if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true", "on"):
            default = style_id
    return _with_default(root, Styles(elements), default)


def _with_default(root: Element, styles: Styles, default: str | None) -> Styles:
    run = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    paragraph = root.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}")
    styles.base = look_of(run).over(Look(size=_USUAL_SIZE))
    if default is not None:
        styles.default = styles.named(default)
    if paragraph is not None:
        above, below = space(paragraph, "before", 0), space(paragraph, "after", 0)
        styles.default = attrs.evolve(
            styles.default, above=styles.default.above or above, below=styles.default.below or below
        )
    return styles
