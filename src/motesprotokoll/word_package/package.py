"""The zip of a Word document, opened within bounds: only what is asked for is read, and only so much.

Every fault of the zip is a `ReadError`. No path inside the file is followed and nothing is written.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping

import attrs

from motesprotokoll.errors import LimitError, ReadError, UnsupportedFormatError
from motesprotokoll.limits import Limits
from motesprotokoll.signatures import binary_signature

_MIB = 1024 * 1024
MOST_ENTRIES = 2_000
"""How many files the zip may hold; Word writes some twenty, and one for each picture."""
_MOST_DIRECTORY = _MIB
"""How large the zip's directory may be: 2,000 entries with the longest names need far less."""
LARGEST_PART = 32 * _MIB
LARGEST_IN_ALL = 64 * _MIB
"""How much may be unpacked: of one part, and of all that are read."""
MOST_RATIO = 100
RATIO_FROM = 100 * 1024
"""Above this size a part may be unpacked to at most a hundred times its size. Honest parts reach 32."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCAL_HEADER = 30
_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS_WORD = "save it as a Word document (.docx)"
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    ValueError,  # and UnicodeError: names that are no text
    OverflowError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    IndexError,
)
"""What the standard library raises on broken zips."""
_OTHERS = (
    ("xl/workbook.xml", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("content.xml", "an OpenDocument file"),
    ("index.xml", "a Pages document"),
    ("index/document.iwa", "a Pages document"),
)
"""What a zip without a Word document is, by a part that it has."""


@attrs.define(eq=False)
class Package:
    """The parts of an opened document, by name. Names are compared without case, as the standard has it.

    Source: ECMA-376, part 2, 6.2.2.3 (part names are equivalent if they match without case).
    """

    _zip: zipfile.ZipFile
    _entries: Mapping[str, zipfile.ZipInfo]
    _left: int = LARGEST_IN_ALL

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in small letters."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes | None:
        """The content of a part, ``None`` where there is none.

        Raises:
            LimitError: The part is larger than is allowed, whatever the zip says of its size.
            ReadError: The part is broken.
        """
        entry = self._entries.get(name.lower().lstrip("/"))
        if entry is None:
            return None
        most = min(LARGEST_PART, self._left, max(RATIO_FROM, MOST_RATIO * entry.compress_size))
        try:
            with self._zip.open(entry) as part:
                data = part.read(most + 1)
        except _FAULTS as error:
            raise ReadError(f"the part {entry.filename!r} of the Word document is broken") from error
        if len(data) > most:
            raise LimitError(f"the part {entry.filename!r} of the Word document unpacks to too much")
        self._left -= len(data)
        return data


def opened(data: bytes, limits: Limits) -> Package:
    """The parts of the document that *data* is.

    Raises:
        LimitError: More bytes than *limits* allows, or more parts than a document has.
        UnsupportedFormatError: This is something else, or has a password; the message says what it is.
        ReadError: The zip is broken, or made to mislead.
    """
    limits.check_size(data)
    _check_kind(data)
    _check_directory(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS as error:
        raise ReadError("the zip of the Word document is broken or cut off") from error
    return Package(archive, _checked(archive.infolist()))


def _check_kind(data: bytes) -> None:
    """Refuse what is no zip, by name."""
    if data.startswith(b"PK"):
        return
    found = binary_signature(data)
    if found is None:
        kind = "no Word document" if data else "empty"
        raise UnsupportedFormatError(f"this is {kind}")
    if _ENCRYPTED in data:
        raise UnsupportedFormatError(
            "this is a Word document with a password", None, "save it without a password"
        )
    raise UnsupportedFormatError(f"this is {found.kind}, not a Word document (.docx)", None, found.hint)


def _check_directory(data: bytes) -> None:
    """Refuse a directory of too many entries before it is read: 200,000 take the standard library 3 s."""
    at = data.rfind(_END, max(0, len(data) - _END_SIZE - _LONGEST_COMMENT))
    if at < 0 or at + _END_SIZE > len(data):
        raise ReadError("the zip of the Word document is broken or cut off")
    entries = int.from_bytes(data[at + 10 : at + 12], "little")
    size = int.from_bytes(data[at + 12 : at + 16], "little")
    if entries > MOST_ENTRIES or size > _MOST_DIRECTORY:
        raise LimitError(f"the Word document holds more than {MOST_ENTRIES:,} parts")


def _checked(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The entries by name, if nothing about them misleads."""
    if len(entries) > MOST_ENTRIES:
        raise LimitError(f"the Word document holds more than {MOST_ENTRIES:,} parts")
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        name = entry.filename.lower()
        _check_entry(entry)
        if name in found:
            raise ReadError(f"the Word document holds the part {entry.filename!r} twice")
        found[name] = entry
    _check_overlap(entries)
    return found


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    if entry.flag_bits & 1:
        raise UnsupportedFormatError("this is a zip with a password", None, "save it without a password")
    if entry.compress_type not in _METHODS:
        raise ReadError(f"the part {name!r} of the Word document is packed in a way that Word does not use")
    if name.startswith("/") or "\\" in name or ".." in name.split("/"):
        raise ReadError(f"the Word document holds a part outside itself, {name!r}")
    if entry.compress_size < 0 or entry.header_offset < 0:
        raise ReadError(f"the part {name!r} of the Word document is broken")


def _check_overlap(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse parts that share bytes, by which a small file unpacks to a large one."""
    end = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset < end:
            raise ReadError("parts of the Word document lie on top of each other")
        end = entry.header_offset + _LOCAL_HEADER + entry.compress_size


def main_part(package: Package, named: str | None) -> str:
    """The name of the part that holds the text: what the package's relations name, else where Word puts it.

    Raises:
        UnsupportedFormatError: There is none; the message says what the file is instead.
    """
    for name in (named, "word/document.xml"):
        if name is not None and posixpath.normpath(name.lstrip("/")).lower() in package.names:
            for other, kind in _OTHERS[:2]:
                if name.lower().lstrip("/") == other:
                    raise UnsupportedFormatError(f"this is {kind}, not a Word document (.docx)")
            return posixpath.normpath(name.lstrip("/"))
    for other, kind in _OTHERS:
        if other in package.names:
            raise UnsupportedFormatError(f"this is {kind}, not a Word document (.docx)", None, _SAVE_AS_WORD)
    raise UnsupportedFormatError("this is a zip archive without a Word document")
