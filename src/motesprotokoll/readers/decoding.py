"""Bytes to text, by rule and without a dependency.

BOM, then the pattern of NUL bytes that UTF-16 leaves, then strict UTF-8, then the single-byte encoding
under which the text looks most Swedish. Measured on short Swedish texts; general detectors guess there.
"""

import codecs

import attrs

from motesprotokoll.errors import LimitError, UnsupportedFormatError
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.limits import Limits
from motesprotokoll.signatures import refuse_binary

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE_BYTE = ("cp1252", "mac_roman", "cp850")
"""In order of likelihood: the first wins where two look equally Swedish."""
_WEIGHTS = {
    **dict.fromkeys("åäöÅÄÖ", 4),
    **dict.fromkeys("éÉüèà§–—‐…•·’”“»«°½€´¨\u00a0\u00ad", 1),
    "\ufffd": -8,
}
_UNLIKELY = -2
"""The weight of any other character above ASCII: box drawings, Greek, Polish letters."""

_FEW_CONTROLS = 8
"""Stray control characters that a text may hold, however short it is."""
_TOO_MANY = 0.05
"""The share of control characters from which bytes are no text; of random bytes it is 0.09."""
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\v\b\x1a\x1b")


@attrs.frozen
class Decoded:
    """The text of a document and what had to be guessed."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, limits: Limits) -> Decoded:
    """The text in *data*.

    Raises:
        LimitError: More bytes, or a longer line, than *limits* allows; told before anything is decoded.
        UnsupportedFormatError: Not text; the message says what it is where its first bytes tell.
    """
    _check_size(data, limits)
    refuse_binary(data)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(data[len(bom) :].decode(encoding, "replace"), encoding)
    wide = _wide_encoding(data)
    if wide is not None:
        return Decoded(data.decode(wide, "replace"), wide, (_guessed(wide),))
    _check_controls(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_single_bytes(data)


def _check_size(data: bytes, limits: Limits) -> None:
    limits.check_size(data)
    # No encoding takes more than four bytes a character, so this never refuses what would have fitted.
    if len(data) > limits.line_characters:
        longest = max(len(line) for part in data.split(b"\n") for line in part.split(b"\r"))
        if longest > 4 * limits.line_characters:
            raise long_line(limits)


def long_line(limits: Limits) -> LimitError:
    """The error for a line longer than *limits* allows."""
    return LimitError(
        f"a line is longer than the {limits.line_characters:,} characters allowed",
        hint="Limits(line_characters=...) allows more",
    )


def _wide_encoding(data: bytes) -> str | None:
    sample = data[:4_000]
    if len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _check_controls(data: bytes) -> None:
    sample = data[:100_000]
    counts = sum(sample.count(code) for code in range(32) if code not in _TEXT_CONTROLS)
    if counts > max(_FEW_CONTROLS, _TOO_MANY * len(sample)):
        raise UnsupportedFormatError("these bytes are no text")


def _decode_single_bytes(data: bytes) -> Decoded:
    """Text that is not UTF-8 throughout: a line that is UTF-8 is read so, the others by the best guess."""
    lines = data.split(b"\n")
    wrong = [line for line in lines if not _is_utf8(line)]
    encoding = best_single_byte(b"\n".join(wrong))
    if any(not line.isascii() and _is_utf8(line) for line in lines):
        texts = [line.decode("utf-8" if _is_utf8(line) else encoding, "replace") for line in lines]
        first = next(number for number, line in enumerate(lines, 1) if not _is_utf8(line))
        finding = Finding(
            "text.encoding-mixed",
            Severity.WARNING,
            "Texten är kodad på två sätt; {count} rader är lästa som {encoding}.",
            f"rad {first}",
            (("count", str(len(wrong))), ("encoding", encoding)),
        )
        return Decoded("\n".join(texts), encoding, (finding,))
    return Decoded(data.decode(encoding, "replace"), encoding, (_guessed(encoding),))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def best_single_byte(data: bytes) -> str:
    """The single-byte encoding under which *data* looks most Swedish."""
    counts = [(code, data.count(code)) for code in range(128, 256)]
    present = [(bytes((code,)), count) for code, count in counts if count]

    def score(encoding: str) -> int:
        return sum(
            count * _WEIGHTS.get(sign.decode(encoding, "replace"), _UNLIKELY) for sign, count in present
        )

    return max(_SINGLE_BYTE, key=score)


def _guessed(encoding: str) -> Finding:
    return Finding(
        "text.encoding-guessed",
        Severity.WARNING,
        "Teckenkodningen är gissad: {encoding}.",
        values=(("encoding", encoding),),
    )
