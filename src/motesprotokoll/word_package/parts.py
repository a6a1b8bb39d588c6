"""How the parts of a Word file belong together: which holds the text, what each refers to and what it is."""

import posixpath
from collections.abc import Iterator

import attrs

from motesprotokoll.limits import Limits
from motesprotokoll.word_package.package import Package, main_part, opened
from motesprotokoll.word_package.xml import Element, parse


@attrs.frozen
class Relation:
    """What a part refers to."""

    id: str
    kind: str
    """The last word of its type: ``styles``, ``header``, ``hyperlink``."""
    target: str
    """The name of a part, or an address outside the file."""
    is_outside: bool


@attrs.define(eq=False)
class Parts:
    """The parts of a file, parsed when they are asked for."""

    package: Package
    limits: Limits
    main: str = ""
    """The name of the part that holds the text."""
    relations: tuple[Relation, ...] = ()
    """Those of the part that holds the text."""

    def xml(self, name: str | None) -> Element | None:
        """The root of a part, ``None`` where there is no such part or it is empty.

        Raises:
            LimitError: The part is larger than is allowed.
            ReadError: The part is broken or no XML.
        """
        data = None if name is None else self.package.read(name)
        return parse(data, name or "", self.limits) if data else None

    def relations_of(self, part: str) -> Iterator[Relation]:
        """What *part* refers to, nothing where it does not say; ``""`` is the file itself."""
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


def parts_of(data: bytes, limits: Limits) -> Parts:
    """The parts of the Word file that *data* is.

    Raises:
        LimitError: More bytes than *limits* allows, or more parts than a document has.
        UnsupportedFormatError: This is something else, or has a password; the message says what it is.
        ReadError: The file is broken, or made to mislead.
    """
    parts = Parts(opened(data, limits), limits)
    named = next(
        (one.target for one in parts.relations_of("") if one.kind == "officeDocument" and not one.is_outside),
        None,
    )
    parts.main = main_part(parts.package, named)
    parts.relations = tuple(parts.relations_of(parts.main))
    return parts
