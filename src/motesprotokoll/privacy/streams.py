"""Every byte stream of a file: the file, what is packed, deflated or encoded in it, the text of PDF pages.

Bounded in depth, number and size; what goes beyond that cannot be verified, and is an error.
"""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from functools import cached_property, lru_cache

import attrs

from motesprotokoll import guards
from motesprotokoll.errors import LimitError, ReadError
from motesprotokoll.limits import Limits
from motesprotokoll.readers.protocol import ValueReader
from motesprotokoll.registry import DEFAULT_REGISTRY, Loaded

_MIB = 1024 * 1024
_DEEPEST = 4
_MOST_STREAMS = 20_000
_LARGEST = 64 * _MIB
_LARGEST_IN_ALL = 256 * _MIB
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_WORD = Loaded(lambda: None, "docx", None, "docx")
_ENCRYPTED = re.compile(rb"/Encrypt\b")
_STREAM = re.compile(rb"stream\r?\n")
# `(?!)` takes the place back to where the sign began, which Python forgets before 3.11.5.
_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\)|(?!))*+)\)", re.DOTALL)
_HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f\s]{4,})>")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r?\n|(.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_DRAWING = re.compile(rb"(?:^|\s)BT\s[^<]{0,80}?/[A-Za-z0-9]{1,20} [0-9.]{1,12} Tf\s")
_UTF16 = b"\xfe\xff"
_BASE64 = re.compile(
    rb"[A-Za-z0-9+/_-]{8,}(?:\n[A-Za-z0-9+/_-][A-Za-z0-9+/_-]*+|\r\n[A-Za-z0-9+/_-][A-Za-z0-9+/_-]*+)*+"
)
_URL_SAFE = bytes.maketrans(b"-_", b"+/")
_LONG = 64
"""Base64 of at least so many signs may be a file; shorter ones are words as a rule, and searched together."""
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@attrs.frozen(repr=False)
class Stream:
    """Some bytes and where they stand: ``protokoll.docx > word/document.xml``."""

    where: str
    data: bytes
    text: str | None = None
    """What it says where that is known, as for pages; then nothing else is in it."""

    @cached_property
    def is_text(self) -> bool:
        """Whether these are words rather than a picture or a font."""
        return self.text is not None or _NOT_TEXT.search(self.data) is None

    @cached_property
    def is_drawing(self) -> bool:
        """Whether this draws a page of PDF: what it says stands in its strings, and nothing in it is encoded.

        Source: ISO 32000-1, 9.4: text objects, fonts and what shows text.
        """
        return self.text is None and _DRAWING.search(self.data) is not None

    def __repr__(self) -> str:
        return f"Stream({self.where!r}, {len(self.data)} bytes)"


def streams_of(name: str, data: bytes, limits: Limits) -> Iterator[Stream]:
    """Every stream in the file *data*.

    Raises:
        LimitError: There is more in it than can be looked through.
        ReadError: A part of it cannot be opened: it is broken or encrypted.
        MissingExtraError: The format needs a package that is not installed.
    """
    yield from _Opener(limits).opened(Stream(name, data), 0)


@attrs.define
class _Opener:
    limits: Limits
    left: int = _LARGEST_IN_ALL
    count: int = 0

    def opened(self, stream: Stream, depth: int) -> Iterator[Stream]:
        """*stream* and every stream in it."""
        self.count += 1
        self.left -= len(stream.data)
        if depth > _DEEPEST or self.count > _MOST_STREAMS or self.left < 0:
            raise LimitError("the file holds more, or deeper, than can be looked through", stream.where)
        yield stream
        data = stream.data
        inner: Iterator[Stream]
        if data.startswith(_ZIP):
            inner = self._members(stream)
        elif b"%PDF-" in data[:1024] and b"endobj" in data:
            inner = self._pdf(stream)
        elif data.startswith(b"\x1f\x8b"):
            inner = self._inflated(stream.where, data, 31)
        else:
            inner = iter(()) if stream.text is not None or stream.is_drawing else _encoded(stream)
        for one in inner:
            yield from self.opened(one, depth + 1)

    def _members(self, stream: Stream) -> Iterator[Stream]:
        with guards.blaming(_WORD):
            from motesprotokoll.word_package import package  # needs an extra
        opened = package.opened(stream.data, self.limits)
        yield Stream(f"{stream.where} > namn", "\n".join(opened.names).encode())
        for name in opened.names:
            yield Stream(f"{stream.where} > {name}", opened.read(name) or b"")

    def _pdf(self, stream: Stream) -> Iterator[Stream]:
        """The streams of a PDF file, its strings, and the text of its pages."""
        if _ENCRYPTED.search(stream.data):
            raise ReadError("an encrypted document cannot be looked through", stream.where)
        gaps = []
        place = 0
        for number, (start, end) in enumerate(_stream_places(stream.data)):
            gaps.append(stream.data[place:start])
            place = end
            where = f"{stream.where} > ström {number}"
            for one in self._inflated(where, stream.data[start:end], 15):
                # The strings of a page are searched for what they say, and not as they are written, too.
                yield attrs.evolve(one, data=_LITERAL.sub(b"", one.data)) if one.is_drawing else one
                yield Stream(where, b"", _pdf_strings(one.data))
        gaps.append(stream.data[place:])
        yield Stream(stream.where, b"", _pdf_strings(b"\n".join(gaps)))
        yield Stream(f"{stream.where} > sidor", b"", self._page_text(stream))

    def _page_text(self, stream: Stream) -> str:
        loaded = DEFAULT_REGISTRY.reader("pdf")
        reader = guards.made_reader(loaded)
        assert not isinstance(reader, ValueReader)
        found = guards.extraction_of(reader, stream.data, self.limits, loaded)
        lines = [line.text for line in found.lines]
        return "\n".join([*lines, *found.furniture, found.shown or "", found.carried or ""])

    def _inflated(self, where: str, data: bytes, window: int) -> Iterator[Stream]:
        """*data* inflated; nothing where it is not deflated."""
        inflater = zlib.decompressobj(window)
        try:
            found = inflater.decompress(data, min(_LARGEST, max(self.left, 1)))
        except zlib.error:
            return
        if inflater.unconsumed_tail:
            raise LimitError("a stream unpacks to more than can be looked through", where)
        yield Stream(where, found)


def _stream_places(data: bytes) -> Iterator[tuple[int, int]]:
    """From where to where each stream of a PDF file goes."""
    place = 0
    while (start := _STREAM.search(data, place)) is not None:
        end = data.find(b"endstream", start.end())
        place = len(data) if end < 0 else end
        yield start.end(), place
        place += len(b"endstream")


def _pdf_strings(data: bytes) -> str:
    """What the strings of PDF in *data* say, whose signs may be escaped or written as figures.

    Source: ISO 32000-1, 7.3.4 and 7.9.2.
    """
    literal = [_plain_string(match[1]) for match in _LITERAL.finditer(data)]
    figures = [re.sub(rb"\s", b"", match[1]) for match in _HEXADECIMAL.finditer(data)]
    told = [bytes.fromhex((one + b"0" * (len(one) % 2)).decode("ascii")) for one in figures]
    return "\n\n".join(
        one.decode("utf-16", "replace") if one.startswith(_UTF16) else one.decode("latin-1")
        for one in (*literal, *told)
    )


def _plain_string(data: bytes) -> bytes:
    return _ESCAPE.sub(lambda match: _unescaped(match.group()), data) if b"\\" in data else data


@lru_cache(4096)
def _unescaped(written: bytes) -> bytes:
    """What one escape says; pages are written in few of them, over and over."""
    figures = written[1:]
    if figures.isdigit() and figures < b"8":
        return bytes([int(figures, 8) & 255])
    return b"" if figures in (b"\n", b"\r\n") else _ESCAPED.get(figures, figures)


def _encoded(stream: Stream) -> Iterator[Stream]:
    """What stands in *stream* as base64, whatever it begins with."""
    if not stream.is_text:
        return
    short = []
    for match in _BASE64.finditer(stream.data):
        signs = match.group().translate(_URL_SAFE, b"\r\n")
        if len(signs) < _LONG:
            short.append(signs)
        else:
            yield Stream(f"{stream.where} > base64", _decoded(signs))
    if short:
        # All at once from each of the four places where one may begin: filled up with zeros, which part them.
        for start in range(4):
            filled = (signs[start:] + b"A" * (4 + -(len(signs) - start) % 4) for signs in short)
            yield Stream(f"{stream.where} > base64", _decoded(b"".join(filled)))


def _decoded(signs: bytes) -> bytes:
    whole = len(signs) - (len(signs) % 4 == 1)
    try:
        return base64.b64decode(signs[:whole] + b"=" * (-whole % 4))
    except (binascii.Error, ValueError):  # pragma: no cover - there are only signs of base64
        return b""
