"""A house's own Word file taken apart: what documents in its style are set in.

Taken are the styles, the fonts, the colours' theme, the numbering that styles use, header, footer and page of
the last section. Left behind are its text, macros, comments, settings, and whatever leads out of the file but
harmless links.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import attrs
from lxml import etree  # type: ignore[import-untyped]

from motesprotokoll import word
from motesprotokoll.errors import LimitError, ReadError, TemplateError, UnsupportedFormatError
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.renderers.addresses import is_absolute_link
from motesprotokoll.renderers.docx.furniture import Page, section
from motesprotokoll.renderers.docx.links import HYPERLINK
from motesprotokoll.renderers.docx.markup import NAMESPACES
from motesprotokoll.renderers.docx.opening import content_of, content_type
from motesprotokoll.renderers.docx.package import CONTENT_TYPES, OFFICE, Package, Relationship, relationships
from motesprotokoll.word_package import MC, Parts, R, W, is_on, parts_of, w

_ID = f"{{{R}}}id"
_DEFAULT_STYLES = f"{w('style')}[@{w('default')}='1']"
_HOLE = "motesprotokoll"
_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)
_LEFT_OUT_OF_SECTIONS = frozenset(
    w(name) for name in ("sectPrChange", "printerSettings", "footnotePr", "endnotePr", "type")
)
_REFERENCES = {w("headerReference"): "header", w("footerReference"): "footer"}
_OBJECTS = frozenset(
    (
        *(w(name) for name in ("drawing", "pict", "object")),
        f"{{{MC}}}AlternateContent",
    )
)
"""What is left out whole where it shows something that is not taken over."""

_LEAST_WIDTH = 1_000

Element = Any
"""An element of lxml, which tells nothing of its types; here it is changed, too."""
Pieces = tuple[str, ...]
"""The XML of a part, cut where something is put in."""


@attrs.frozen
class Margin:
    """A header or footer of the house: which pages it is for, and its XML with a place at its end."""

    kind: str
    """``header`` or ``footer``."""
    pages: str
    """``default``, ``first`` or ``even``."""
    part: str
    pieces: Pieces


@attrs.frozen
class House:
    """What documents in a house's style are set in."""

    package: Package
    """The parts that are taken over as they are."""
    relationships: tuple[Relationship, ...]
    margins: tuple[Margin, ...]
    styles: Pieces | None
    style_names: tuple[tuple[str, str, str], ...]
    """Type, name and id of each style."""
    defaults: frozenset[str]
    """The types of styles of which one is the default."""
    numbering: Pieces | None
    abstract: int
    first: int
    section: Pieces
    width: int
    title_page: bool
    even_and_odd: bool


@lru_cache(maxsize=8)
def house(path: Path, changed: tuple[int, int]) -> House:
    """The house of the file at *path*, which was last *changed* then.

    Raises:
        TemplateError: There is no such file, or it is no Word file that can be used.
    """
    data = content_of(path)
    try:
        return _taken_apart(parts_of(data, DEFAULT_LIMITS))
    except ReadError as error:
        hint = None if isinstance(error, LimitError) else error.hint  # no limit of a template can be raised
        raise TemplateError(error.problem, path.name, hint) from error


def _taken_apart(file: Parts) -> House:
    document: Element = file.xml(file.main)
    if document is None or document.tag != w("document") or document.get(w("conformance")) == "strict":
        # measures of the strict format have units: pages and tables would come out with the wrong width
        raise UnsupportedFormatError(
            "the template is no Word document", None, "save it as .docx or .dotx, not in the strict format"
        )
    moving = _Moving(file)
    found = {one.id: one for one in file.relations if not one.is_outside}
    by_kind = {one.kind: one.target for one in found.values()}
    for kind in ("theme", "fontTable"):
        if kind in by_kind:
            moving.take(kind, by_kind[kind])
    styles, names, defaults = _styles(moving, by_kind.get("styles"))
    numbering, abstract, first = _numbering(moving, by_kind.get("numbering"))
    last = _last_section(document)
    margins = tuple(
        margin
        for one in last
        if (kind := _REFERENCES.get(str(one.tag), "")) and one.get(_ID) in found
        for margin in _margin(moving, kind, one.get(w("type"), "default"), found[one.get(_ID, "")].target)
    )
    return House(
        package=moving.package,
        relationships=tuple(moving.relationships),
        margins=margins,
        styles=styles,
        style_names=names,
        defaults=defaults,
        numbering=numbering,
        abstract=abstract,
        first=first,
        section=_section(last),
        width=_text_width(last),
        title_page=_is_on(last, "titlePg"),
        even_and_odd=_is_on(file.of_kind("settings"), "evenAndOddHeaders"),
    )


def _is_on(parent: Element, name: str) -> bool:
    return parent is not None and is_on(parent.find(w(name))) is True


# -------------------------------------------------------------------------------- parts


@attrs.define
class _Moving:
    """Parts on their way from the house's file to ours, under names of our own."""

    file: Parts
    package: Package = attrs.field(factory=Package)
    relationships: list[Relationship] = attrs.field(factory=list)
    _count: int = 0

    @cached_property
    def types(self) -> Element:
        """The root of the house's content types."""
        return self.file.xml(CONTENT_TYPES)

    def name(self, part: str) -> str:
        """A new name for *part*."""
        self._count += 1
        suffix = re.sub(r"[^a-z0-9]", "", part.rpartition(".")[2].lower())
        return f"word/house{self._count}.{suffix or 'bin'}"

    def take(self, kind: str, part: str) -> None:
        """Take over a part of the document, with the pictures and fonts that it holds."""
        root: Element = self.file.xml(part)
        if root is None:
            return
        name = self.name(part)
        self.attend(root, part, name)
        self.package.add(name, _serialised(root).encode(), content_type(self.types, part))
        self.relationships.append(
            (f"house{self._count}{kind}", f"{OFFICE}/{kind}", name.removeprefix("word/"))
        )

    def attend(self, root: Element, part: str, name: str) -> None:
        """Take over what *part*, with the tree *root* and the new *name*, refers to; clear away the rest."""
        kept: list[Relationship] = []
        for one in self.file.relations_of(part):
            target = self._moved(one.kind, one.target, outside=one.is_outside)
            if target is not None:
                kept.append((one.id, f"{OFFICE}/{one.kind}", target))
        _clear(root, {one[0] for one in kept})
        if kept:
            rels = f"word/_rels/{name.removeprefix('word/')}.rels"
            self.package.add(rels, relationships(kept, frozenset({HYPERLINK})))

    def _moved(self, kind: str, target: str, *, outside: bool) -> str | None:
        """Where a picture, a font or a link leads in our file; ``None`` if it is not taken over."""
        if outside:
            return target if kind == "hyperlink" and is_absolute_link(target) else None
        if kind not in ("image", "font"):
            return None
        content = self.file.package.read(target)
        if content is None:
            return None
        name = self.name(target)
        self.package.add(name, content, content_type(self.types, target))
        return name.removeprefix("word/")


def _clear(root: Element, kept: set[str]) -> None:
    """Take away what refers to something that is not taken over. A link keeps its words."""
    doomed = []
    for element in root.iter():
        for key in [key for key in element.attrib if str(key).startswith(f"{{{R}}}")]:
            if element.get(key) not in kept:
                del element.attrib[key]
                doomed += [one for one in (element, *element.iterancestors()) if one.tag in _OBJECTS][-1:]
    for element in doomed:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _serialised(root: Element) -> str:
    return str(etree.tostring(root, encoding="unicode"))


def _with_holes(root: Element, *places: tuple[Element, int]) -> Pieces:
    """The XML of *root*, cut before each place: an element and the number of a child. Last place first."""
    for parent, place in places:
        parent.insert(place, etree.Comment(_HOLE))
    return tuple(_serialised(root).split(f"<!--{_HOLE}-->"))


def _with_our_prefixes(root: Element) -> Element:
    """*root* with the prefixes that our own XML uses."""
    ours = dict(word.NAMESPACES)
    if all(root.nsmap.get(prefix) == name for prefix, name in ours.items()):
        return root
    new = etree.Element(root.tag, dict(root.attrib), nsmap={**root.nsmap, **ours})
    new.extend(list(root))
    return new


# -------------------------------------------------------------------------------- styles and lists


def _styles(
    moving: _Moving, part: str | None
) -> tuple[Pieces | None, tuple[tuple[str, str, str], ...], frozenset[str]]:
    root: Element = moving.file.xml(part) if part else None
    if root is None:
        return None, (), frozenset()
    root = _with_our_prefixes(root)
    _clear(root, set())
    names = tuple(
        (style.get(w("type"), "paragraph"), name.get(w("val"), ""), style.get(w("styleId"), ""))
        for style in root.iterfind(w("style"))
        if (name := style.find(w("name"))) is not None
    )
    defaults = frozenset(one.get(w("type"), "") for one in root.iterfind(_DEFAULT_STYLES))
    properties = _run_defaults(root)
    pieces = _with_holes(root, (root, len(root)), (properties, _place_of_language(properties)))
    return pieces, names, defaults


def _run_defaults(root: Element) -> Element:
    """The properties of running text, without its language: that is the document's."""
    for style in root.iterfind(f"{_DEFAULT_STYLES}/{w('rPr')}"):
        _remove(style, "lang")
    inner = root
    for name in ("docDefaults", "rPrDefault", "rPr"):
        found = inner.find(w(name))
        if found is None:
            found = etree.Element(w(name))
            inner.insert(0, found)
        inner = found
    _remove(inner, "lang")
    return inner


def _remove(parent: Element, name: str) -> None:
    for child in parent.findall(w(name)):
        parent.remove(child)


def _place_of_language(properties: Element) -> int:
    later = {w(name) for name in ("eastAsianLayout", "specVanish", "oMath")}
    return next((place for place, child in enumerate(properties) if child.tag in later), len(properties))


def _numbering(moving: _Moving, part: str | None) -> tuple[Pieces | None, int, int]:
    root: Element = moving.file.xml(part) if part else None
    if root is None or part is None:
        return None, 0, 1
    root = _with_our_prefixes(root)
    moving.attend(root, part, "word/numbering.xml")
    _forget_ours(root)
    abstracts, numbers = root.findall(w("abstractNum")), root.findall(w("num"))
    pictures = root.findall(w("numPicBullet"))
    first_place = root.index((abstracts or pictures)[-1]) + 1 if abstracts or pictures else 0
    second_place = root.index(numbers[-1]) + 1 if numbers else first_place
    pieces = _with_holes(root, (root, second_place), (root, first_place))
    return pieces, _largest(abstracts, "abstractNumId") + 1, _largest(numbers, "numId") + 1


def _forget_ours(root: Element) -> None:
    """Take away the lists of a document that we wrote, when it is used as a template."""
    ours = set()
    for abstract in root.findall(w("abstractNum")):
        name = abstract.find(w("name"))
        if name is not None and name.get(w("val")) in (word.NUMBERING_NAME, word.COUNTED_NAME):
            ours.add(abstract.get(w("abstractNumId")))
            root.remove(abstract)
    for number in root.findall(w("num")):
        abstract_id = number.find(w("abstractNumId"))
        if abstract_id is not None and abstract_id.get(w("val")) in ours:
            root.remove(number)


def _largest(elements: list[Element], name: str) -> int:
    return max((_number(one.get(w(name)), 0) for one in elements), default=0)


def _number(text: str | None, default: int) -> int:
    """A whole number of twentieths of a point or the like; *default* where it is none."""
    return int(text) if text is not None and _WHOLE.fullmatch(text) else default


# -------------------------------------------------------------------------------- pages


def _last_section(document: Element) -> Element:
    """The set-up of the pages at the end of the house's document, which is that of most of them."""
    found = [one for one in document.iter(w("sectPr")) if one.getparent().tag != w("sectPrChange")]
    if found:
        return found[-1]
    return etree.fromstring(section(Page(), "").replace("<w:sectPr", f"<w:sectPr {NAMESPACES}", 1))


def _section(last: Element) -> Pieces:
    """The set-up of the pages, around what refers to headers and footers."""
    own = deepcopy(last)
    for child in list(own):
        if child.tag in _LEFT_OUT_OF_SECTIONS or child.tag in _REFERENCES or not _is_words_own(child):
            own.remove(child)
    for key in list(own.attrib):
        del own.attrib[key]
    own = _with_our_prefixes(own)
    return _with_holes(own, (own, 0))


def _is_words_own(element: Element) -> bool:
    return str(element.tag).startswith(f"{{{W}}}")


def _text_width(last: Element) -> int:
    page = Page()
    size, margins = last.find(w("pgSz")), last.find(w("pgMar"))
    whole = page.width if size is None else _number(size.get(w("w")), page.width)
    if margins is None:
        return max(whole - 2 * page.margin, _LEAST_WIDTH)
    sides = sum(_number(margins.get(w(side)), 0) for side in ("left", "right", "gutter"))
    return max(whole - sides, _LEAST_WIDTH)


def _margin(moving: _Moving, kind: str, pages: str, part: str) -> Iterator[Margin]:
    root: Element = moving.file.xml(part)
    if root is None:
        return
    root = _with_our_prefixes(root)
    name = moving.name(part)
    moving.attend(root, part, name)
    yield Margin(kind, pages, name, _with_holes(root, (root, len(root))))
