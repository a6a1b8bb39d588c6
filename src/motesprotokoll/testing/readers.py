"""What a reader promises, checked."""

from collections.abc import Iterable
from typing import Any

from motesprotokoll.errors import MinutesError, quoted
from motesprotokoll.extraction import Extraction
from motesprotokoll.interpret.accounting import count
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import Meeting
from motesprotokoll.readers.protocol import Reader, ValueReader
from motesprotokoll.testing.processes import elsewhere
from motesprotokoll.testing.promises import check_kind, check_options, fail, name_of
from motesprotokoll.testing.visible import Visible

_SAMPLES = (
    b"",
    b"\xef\xbb\xbf",
    b" \r\n\t\x0c",
    b"\x00" * 100,
    bytes(range(256)) * 4,
    "Anteckningar möte 2027-02-05\n\nNärvarande\nIda Ek, Ale\n\n1. Välkomna\nHej.\n".encode(),
    "Åsa\n".encode("utf-16"),
    "Åsa Öman\n".encode("cp1252"),
    "a\u030a\u00a0\u202e\u200b\ufeff\u00ad\x0c3 (3)\n".encode(),
    b"- " * 2_000,
    b"(" * 2_000 + b"[" * 2_000 + b"{" * 2_000,
    b"<" * 1_000 + b"&" * 1_000,
    b'{"format": "motesprotokoll", "version": 999}',
    b"# " + b"9" * 5_000 + b". x\n",
    b"| a | b |\n" * 200,
    b"PK\x03\x04 not a zip",
    b"%PDF-1.7 not a PDF",
    b"\xff\xfe\xff\xfe\xd8",
    b"\n" * 5_000,
)


def check_reader(
    reader: Reader | ValueReader, *, samples: Iterable[bytes] = (), visible: Visible | None = None
) -> None:
    """Check that *reader* does what a reader promises.

    Its options are keyword-only; any bytes give an extraction or one `MinutesError`; the same bytes give the
    same, here and in another process; lines hold no control characters; and of each of *samples*, which it
    has to read, nothing is lost.

    Args:
        samples: Documents of the format.
        visible: The text of a document, to compare with what was read. Without it that is not checked.

    Raises:
        AssertionError: It does not, and how.
    """
    check_kind(reader, (Reader, ValueReader), "read(data, limits) or read_value(data, limits)")
    check_options(reader)
    documents = tuple(samples)
    for data in documents:
        found = _taken(reader, data)
        if isinstance(found, MinutesError):
            raise AssertionError(
                f"{name_of(reader)} does not read the sample {quoted(data)}: {found}"
            ) from found
        if visible is not None and isinstance(found, Extraction):
            _check_nothing_lost(reader, data, found, visible)
    every = (*documents, *_SAMPLES)
    first = [told(reader, data) for data in every]
    _check_same(reader, every, first, [told(reader, data) for data in every], "the second time")
    there = elsewhere(told, reader, every)
    _check_same(reader, every, first, there, "in another process, time zone, locale or folder")


def _check_same(
    reader: object, every: tuple[bytes, ...], first: list[str], again: list[str], when: str
) -> None:
    for data, one, other in zip(every, first, again, strict=True):
        if one != other:
            fail(
                reader, f"gives something else {when} for {quoted(data)}: {quoted(other)}, not {quoted(one)}"
            )


def told(reader: Any, data: bytes) -> str:
    """All that comes of *data*, in words that can be compared."""
    found = _taken(reader, data)
    return f"{type(found).__name__}: {found}"


def _taken(reader: Any, data: bytes) -> Extraction | Meeting | MinutesError:
    is_value = isinstance(reader, ValueReader)
    method = reader.read_value if is_value else reader.read
    try:
        found = method(data, DEFAULT_LIMITS)
    except MinutesError as error:
        return error
    except Exception as error:
        raise AssertionError(
            f"{name_of(reader)} raises {type(error).__name__} on {quoted(data)}: {error}"
        ) from error
    if type(found) is not (Meeting if is_value else Extraction):
        fail(reader, f"gives {quoted(found)} for {quoted(data)}")
    if isinstance(found, Extraction):
        _check_lines(reader, found)
    return found


def _check_lines(reader: object, found: Extraction) -> None:
    for line in found.lines:
        if any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in line.text):
            fail(reader, f"leaves a control character in {line.text!r}")
        if line.text != line.text.strip():
            fail(reader, f"leaves outer white space in {line.text!r}")


def _check_nothing_lost(reader: object, data: bytes, found: Extraction, visible: Visible) -> None:
    if found.outline is not None:  # our own: that it is exact is what check_renderer(reads_back=...) is for
        return
    kept = count("".join((*(line.text for line in found.lines), *found.furniture)))
    lost = "".join((count(visible(data)) - kept).elements())
    if lost:
        fail(reader, f"loses {lost[:60]!r} of {quoted(data)}")
