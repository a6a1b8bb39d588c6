"""What bytes are, by how they begin: for documents whose name does not tell, and for what is no document."""

import re

import attrs

from motesprotokoll.errors import UnsupportedFormatError


@attrs.frozen
class Signature:
    """How the files of one kind begin."""

    start: bytes
    kind: str
    """What it is, for messages."""
    format: str | None = None
    """The name of the format, where there is one that can be read."""
    holds: bytes = b""
    """What also stands among the first bytes."""
    hint: str | None = None


_HEAD = 4096
_WORD = "save it as a Word document (.docx)"

BINARY = (
    Signature(b"%PDF-", "a PDF document", "pdf"),
    Signature(b"PK\x03\x04", "a Word document", "docx", b"word/"),
    Signature(b"PK\x03\x04", "a Word document", "docx", b"[Content_Types].xml"),
    Signature(b"PK\x03\x04", "an OpenDocument file", None, b"opendocument", _WORD),
    Signature(b"PK\x03\x04", "a zip archive"),
    Signature(b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word or encrypted Office document", None, b"", _WORD),
    Signature(b"{\\rtf", "an RTF document", None, b"", _WORD),
    Signature(b"\x89PNG\r\n", "a PNG image"),
    Signature(b"\xff\xd8\xff", "a JPEG image"),
    Signature(b"GIF87a", "a GIF image"),
    Signature(b"GIF89a", "a GIF image"),
    Signature(b"II*\x00", "a TIFF image"),
    Signature(b"MM\x00*", "a TIFF image"),
    Signature(b"\x1f\x8b\x08", "a compressed file"),
    Signature(b"7z\xbc\xaf\x27\x1c", "an archive"),
    Signature(b"\x7fELF", "a program"),
)
"""The first that fits counts. Source: the formats' own specifications."""

_CALENDAR = b"BEGIN:VCALENDAR"
_HTML = (b"<!doctype html", b"<html", b"<?xml")


def binary_signature(data: bytes) -> Signature | None:
    """The kind of binary file that *data* is, ``None`` for what may be text.

    A document of ours is text, even if the first words of it are "%PDF-".
    """
    if says_ours(data):
        return None
    head = data[:_HEAD]
    for signature in BINARY:
        if head.startswith(signature.start) and signature.holds in head:
            return signature
    return None


def refuse_binary(data: bytes) -> None:
    """Let nothing pass but what may be text.

    Raises:
        UnsupportedFormatError: These are the bytes of something else; the message says of what.
    """
    found = binary_signature(data)
    if found is not None:
        raise UnsupportedFormatError(f"this is {found.kind}, not text", None, found.hint)


def text_format(data: bytes) -> str:
    """The name of the text format that *data* looks like: HTML, JSON, calendar, our own Markdown, or text."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.lower().startswith(_HTML):
        return "html"
    if head.startswith(b"{") and b'"motesprotokoll"' in head:
        return "json"
    if head[: len(_CALENDAR)].upper() == _CALENDAR and not says_ours(data):
        return "ics"
    return "markdown" if _is_our_markdown(data) else "text"


def says_ours(data: bytes) -> bool:
    """Whether the last line of a text says that we wrote it."""
    return _OURS.fullmatch(_last_line(data)) is not None


def _is_our_markdown(data: bytes) -> bool:
    return says_ours(data) and _last_line(data).startswith(b"<!--")


def _last_line(data: bytes) -> bytes:
    return data[-_HEAD:].rstrip().rpartition(b"\n")[2]


_OURS = re.compile(rb"(?:<!-- )?(?:Skrivet med|Written with) motesprotokoll \d+\.(?: -->)?")
