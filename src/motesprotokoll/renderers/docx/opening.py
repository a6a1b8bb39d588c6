"""A house's Word file, opened within bounds: parts by name, their types and what they refer to.

Nothing outside the file is ever read, and of the file only what is asked for. Every fault is a
`TemplateError` that names the file.
"""

import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
from lxml import etree  # type: ignore[import-untyped]

from motesprotokoll import word
from motesprotokoll.errors import TemplateError
from motesprotokoll.renderers.docx.package import CONTENT_TYPES

_MIB = 1024 * 1024
LARGEST_FILE = 20 * _MIB
LARGEST_PART = 16 * _MIB
MOST_PARTS = 2_000
_LARGEST_DIRECTORY = _MIB
_MOST_RATIO = 100
_RATIO_FROM = 100 * 1024
"""Above this size a part may be unpacked to at most a hundred times its size. Honest parts reach 32."""
_END = b"PK\x05\x06"
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    IndexError,
)
"""What the standard library raises on broken zips."""
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


Element = Any
"""An element of lxml, which tells nothing of its types."""


@attrs.frozen
class Relation:
    """What a part refers to: the last word of the type, and where it leads."""

    id: str
    kind: str
    target: str
    outside: bool
    """Whether it leads out of the file."""


@attrs.frozen(eq=False)
class OpenedFile:
    """The parts of a file. Names are compared without case. Source: ECMA-376, part 2, 6.2.2.3."""

    name: str
    """Of the file, for messages."""
    _zip: zipfile.ZipFile
    _entries: Mapping[str, zipfile.ZipInfo]

    def fault(self, problem: str, hint: str | None = None) -> TemplateError:
        """The error that says what is wrong with the file."""
        return TemplateError(problem, self.name, hint)

    def read(self, name: str) -> bytes | None:
        """The content of a part; ``None`` where there is none.

        Raises:
            TemplateError: The part is broken or larger than it may be.
        """
        entry = self._entries.get(name.casefold())
        if entry is None:
            return None
        most = min(LARGEST_PART, max(_RATIO_FROM, _MOST_RATIO * entry.compress_size))
        try:
            with self._zip.open(entry) as part:
                data = part.read(most + 1)
        except _FAULTS as error:
            raise self.fault(f"the part {name!r} is broken") from error
        if len(data) > most:
            raise self.fault(f"the part {name!r} unpacks to too much")
        return data

    def tree(self, name: str) -> Element:
        """The XML of a part, without comments; ``None`` where there is none.

        Raises:
            TemplateError: The part is no XML, or has a DOCTYPE, which Word never writes.
        """
        data = self.read(name)
        if data is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.fault(f"the part {name!r} is no XML") from error
        if root.getroottree().docinfo.doctype:
            raise self.fault(f"the part {name!r} has a DOCTYPE, which no Word file has")
        return root

    def relations(self, name: str) -> list[Relation]:
        """What the part *name* refers to; ``""`` is the file itself."""
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return []
        return [
            Relation(
                one.get("Id", ""),
                one.get("Type", "").rpartition("/")[2],
                one.get("Target", "")
                if one.get("TargetMode") == "External"
                else _resolved(folder, one.get("Target", "")),
                one.get("TargetMode") == "External",
            )
            for one in root.iterfind(f"{{{word.RELATIONSHIPS}}}Relationship")
        ]

    def content_type(self, name: str) -> str:
        """What a part says that it is."""
        root = self.tree(CONTENT_TYPES)
        if root is None:
            return ""
        for one in root.iterfind(f"{_TYPES}Override"):
            if one.get("PartName", "").lstrip("/").casefold() == name.casefold():
                return str(one.get("ContentType", ""))
        suffix = name.rpartition(".")[2].casefold()
        for one in root.iterfind(f"{_TYPES}Default"):
            if one.get("Extension", "").casefold() == suffix:
                return str(one.get("ContentType", ""))
        return ""


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return posixpath.normpath(target.lstrip("/"))
    return posixpath.normpath(posixpath.join(folder, target))


def opened(path: Path) -> OpenedFile:
    """The parts of the file at *path*.

    Raises:
        TemplateError: There is no such file, or it is no zip, or one that is larger than a template is.
    """
    name = path.name
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or "no such file"
        raise TemplateError(f"the template cannot be read: {problem}", name) from error
    if len(data) > LARGEST_FILE:
        raise TemplateError(f"the template is larger than {LARGEST_FILE // _MIB} MB", name)
    if not data.startswith(b"PK"):
        raise TemplateError("the template is no Word file", name, "save it as .docx or .dotx")
    _check_directory(data, name)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _FAULTS as error:
        raise TemplateError("the template's zip is broken", name) from error
    return OpenedFile(name, archive, {one.filename.casefold(): one for one in archive.infolist()})


def _check_directory(data: bytes, name: str) -> None:
    """Refuse a directory of too many entries before it is read."""
    at = data.rfind(_END)
    entries = int.from_bytes(data[at + 10 : at + 12], "little")
    size = int.from_bytes(data[at + 12 : at + 16], "little")
    if at < 0 or entries > MOST_PARTS or size > _LARGEST_DIRECTORY:
        problem = "the template's zip is broken" if at < 0 else "the template holds too many parts"
        raise TemplateError(problem, name)
