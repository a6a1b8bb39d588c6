"""How the parts of a Word document belong together: relations, properties, headers, what it carries."""

import posixpath
from collections.abc import Iterator

import attrs

from motesprotokoll import marks, word
from motesprotokoll.errors import ReadError
from motesprotokoll.limits import Limits
from motesprotokoll.readers.docx.package import Package, main_part
from motesprotokoll.readers.docx.xml import Element, W, parse, w

_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")
_PROPERTIES = "docProps/custom.xml"
_LARGEST_ITEM = 1_000


@attrs.frozen
class Relation:
    """What a part refers to."""

    id: str
    kind: str
    """The last word of its type: ``styles``, ``header``, ``hyperlink``."""
    target: str
    """The name of a part, or an address outside the document."""
    is_outside: bool


@attrs.define(eq=False)
class Parts:
    """The parts of a document, parsed when they are asked for."""

    package: Package
    limits: Limits
    main: str = ""
    relations: tuple[Relation, ...] = ()
    """Those of the part that holds the text."""

    def xml(self, name: str | None) -> Element | None:
        """The root of a part, ``None`` where there is no such part or it is empty."""
        data = None if name is None else self.package.read(name)
        return parse(data, name or "", self.limits) if data else None

    def relations_of(self, part: str) -> Iterator[Relation]:
        """What *part* refers to; nothing where it does not say."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for element in root.iterfind("{*}Relationship") if root is not None else ():
            target = element.get("Target") or ""
            outside = (element.get("TargetMode") or "").lower() == "external"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = (element.get("Type") or "").rpartition("/")[2]
            yield Relation(element.get("Id") or "", kind, target, outside)

    def of_kind(self, kind: str) -> Element | None:
        """The root of the first part of a *kind* that the text refers to."""
        for relation in self.relations:
            if relation.kind == kind and not relation.is_outside:
                return self.xml(relation.target)
        return None

    @property
    def links(self) -> dict[str, str]:
        """The addresses outside the document that the text refers to, by relation."""
        return {one.id: one.target for one in self.relations if one.is_outside}

    @property
    def has_macros(self) -> bool:
        """Whether the document holds programs, which are never run."""
        return any(posixpath.basename(name) in _MACRO_PARTS for name in self.package.names)


def parts_of(package: Package, limits: Limits) -> Parts:
    """The parts of the document in *package*.

    Raises:
        UnsupportedFormatError: It holds no Word document.
    """
    parts = Parts(package, limits)
    named = next(
        (one.target for one in parts.relations_of("") if one.kind == "officeDocument" and not one.is_outside),
        None,
    )
    parts.main = main_part(package, named)
    parts.relations = tuple(parts.relations_of(parts.main))
    return parts


def headers_of(parts: Parts, body: Element) -> Iterator[Element]:
    """The roots of the headers and footers that sections of the text refer to, each once, in order."""
    targets = {one.id: one for one in parts.relations if one.kind in ("header", "footer")}
    seen: set[str] = set()
    for reference in body.iter(w("headerReference"), w("footerReference")):
        relation = targets.get(reference.get(f"{{{word.NAMESPACES['r']}}}id") or "")
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
    return None if found is None else found.get(f"{{{W}}}val")
