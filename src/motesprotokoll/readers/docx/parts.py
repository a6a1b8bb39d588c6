"""What the parts of a Word document say beside its text: links, properties, headers, what it carries."""

import posixpath
from collections.abc import Iterator

from motesprotokoll import marks, word
from motesprotokoll.errors import ReadError
from motesprotokoll.word_package import Element, Parts, R, parse, w

_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")
_PROPERTIES = "docProps/custom.xml"
_LARGEST_ITEM = 1_000


def links_of(parts: Parts) -> dict[str, str]:
    """The addresses outside the document that the text refers to, by relation."""
    return {one.id: one.target for one in parts.relations if one.is_outside}


def has_macros(parts: Parts) -> bool:
    """Whether the document holds programs, which are never run."""
    return any(posixpath.basename(name) in _MACRO_PARTS for name in parts.package.names)


def headers_of(parts: Parts, body: Element) -> Iterator[Element]:
    """The roots of the headers and footers that sections of the text refer to, each once, in order."""
    targets = {one.id: one for one in parts.relations if one.kind in ("header", "footer")}
    seen: set[str] = set()
    for reference in body.iter(w("headerReference"), w("footerReference")):
        relation = targets.get(reference.get(f"{{{R}}}id") or "")
        if relation is None or relation.is_outside or relation.target in seen:
            continue
        seen.add(relation.target)
        root = parts.xml(relation.target)
        if root is not None:
            yield root


def says_ours(parts: Parts) -> bool:
    """Whether a property of the document says that we wrote it, in a grammar that we know."""
    named = next(
        (one.target for one in parts.relations_of("") if one.kind == "custom-properties"), _PROPERTIES
    )
    try:
        root = parts.xml(named)
    except ReadError:
        return False
    for element in root.iterfind("{*}property") if root is not None else ():
        if element.get("name") == word.PROPERTY:
            return "".join(element.itertext()).strip() == str(marks.FORMAT)
    return False


def carried_by(parts: Parts) -> str | None:
    """The meeting that the document says it carries, as JSON; the last one where it has several."""
    for relation in reversed([one for one in parts.relations if one.kind == "customXml"]):
        if relation.is_outside:
            continue
        try:
            data = parts.package.read(relation.target)
            if data is None or word.CARRIED_NAMESPACE.encode() not in data[:_LARGEST_ITEM]:
                continue
            root = parse(data, relation.target, parts.limits)
        except ReadError:
            continue
        if root.tag == word.CARRIED:
            return "".join(root.itertext())
    return None


def language_of(styles: Element | None) -> str | None:
    """The language of the text, as a tag, where the styles name one."""
    found = None if styles is None else styles.find(f".//{w('rPrDefault')}//{w('lang')}")
    return None if found is None else found.get(w("val"))
