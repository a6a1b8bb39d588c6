"""The XML of a part, parsed so that nothing in it can reach out or blow up.

No entity is resolved, no file and no address opened, and a document type is refused: Word never writes one,
and libraries lose the text around an entity. Comments and processing instructions are passed over, so that
they cannot cut a text in two.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Protocol, cast

from lxml import etree  # type: ignore[import-untyped]

from motesprotokoll import word
from motesprotokoll.errors import LimitError, ReadError
from motesprotokoll.limits import Limits


class Element(Protocol):
    """What is used of an element of lxml."""

    tag: str
    text: str | None

    def __iter__(self) -> "Iterator[Element]":
        """Its children."""

    def __len__(self) -> int:
        """How many they are."""

    def get(self, name: str, default: str = ..., /) -> str | None:
        """An attribute."""

    def find(self, path: str, /) -> "Element | None":
        """The first at a path."""

    def findall(self, path: str, /) -> "list[Element]":
        """All at a path."""

    def iterfind(self, path: str, /) -> "Iterator[Element]":
        """All at a path, one by one."""

    def iter(self, *tags: str) -> "Iterator[Element]":
        """All below with one of the tags, and itself."""

    def itertext(self) -> Iterator[str]:
        """All text in it."""


_UTF16 = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))

W = word.NAMESPACES["w"]
R = word.NAMESPACES["r"]
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_STRICT = {
    word.STRICT_NAMESPACES["w"].encode(): W.encode(),
    word.STRICT_NAMESPACES["r"].encode(): R.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
"""The namespaces of Strict documents, and those that mean the same in all others.

Source: ISO/IEC 29500-1, annex A, and ISO/IEC 29500-4."""
_ANY_STRICT = b"http://purl.oclc.org/ooxml/"
_DECLARATION = re.compile(rb"\s*+<\?xml[^>]*+>")


@cache
def w(name: str) -> str:
    """The tag of an element of WordprocessingML."""
    return f"{{{W}}}{name}"


def parse(data: bytes, part: str, limits: Limits) -> Element:
    """The root of the part's XML.

    Raises:
        LimitError: More elements and attributes than *limits* allows.
        ReadError: It is not well-formed, has a document type, or is in an encoding that Word does not write.
    """
    data = _as_utf8(data, part)
    if data.count(b"<") + data.count(b"=") > 2 * limits.word_elements:
        raise LimitError(
            f"the part {part!r} of the Word document holds more than {limits.word_elements:,} elements",
            hint="Limits(word_elements=...) allows more",
        )
    if b"<!DOCTYPE" in data:
        raise ReadError(
            f"the part {part!r} of the Word document has a document type, which Word never writes"
        )
    if _ANY_STRICT in data:
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
    try:
        return cast(Element, etree.fromstring(data, _parser()))
    except (etree.LxmlError, ValueError) as error:
        raise ReadError(f"the part {part!r} of the Word document is no well-formed XML") from error


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",  # whatever the declaration says: what was looked for above is then what is parsed
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
    )


def _as_utf8(data: bytes, part: str) -> bytes:
    """The XML in UTF-8 without its declaration.

    Source: ECMA-376, part 2, 6.2.5: parts are UTF-8 or UTF-16.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    for start, encoding in _UTF16:
        if data.startswith(start):
            try:
                data = data.decode(encoding).encode("utf-8")
            except UnicodeError as error:
                raise ReadError(f"the part {part!r} of the Word document is no text") from error
    declaration = _DECLARATION.match(data)
    return data[declaration.end() :] if declaration else data


def is_on(element: Element | None) -> bool | None:
    """Whether a switch such as ``w:b`` is on; ``None`` where it is not said."""
    if element is None:
        return None
    return element.get(w("val"), "true") not in ("0", "false", "off")
