"""Corrections put into the text that a meeting was read from, where every other sign stays as it is."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import islice

import attrs

from motesprotokoll.checks.fixing import Correction, applied, as_words, corrections
from motesprotokoll.errors import MinutesError, WriteError
from motesprotokoll.findings import Finding
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.readers.decoding import decode

_AROUND = (10_000, 8, 3, 0)
"""So many words before and behind are looked for as well: the whole, then fewer, where marks stand in it."""

Written = Callable[[str], str]
"""How words stand in the text."""


def in_json(words: str) -> str:
    """*words* as they stand within a string of JSON."""
    return json.dumps(words, ensure_ascii=False)[1:-1]


def as_they_are(words: str) -> str:
    """*words* as they stand in text."""
    return words


FORMATS: Mapping[str, Written] = {"text": as_they_are, "markdown": as_they_are, "json": in_json}
"""The formats that can be mended in place, and how words are written in each."""


_TRIES = 100
"""So many corrections are tried one by one where not all of them do what they should."""


@attrs.frozen
class Source:
    """The text of a document, and how it comes to be bytes."""

    text: str
    mark: bytes
    """What stands before the text: a byte order mark, or nothing."""
    encoding: str

    def encoded(self, text: str) -> bytes:
        """The bytes of the document if its text were *text*.

        Raises:
            WriteError: The encoding has not all its letters.
        """
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            raise WriteError(f"{error.object[error.start]!r} cannot be written in {self.encoding}") from error


def source_of(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Source:
    """The text in *data*, if writing it gives the same bytes again.

    Raises:
        ReadError: It is no text.
        WriteError: Its encoding is uncertain, so other letters might change.
    """
    decoded = decode(data, limits)
    try:
        content = decoded.text.encode(decoded.encoding)
    except UnicodeEncodeError:
        content = b""
    mark = data[: len(data) - len(content)]
    if mark + content != data or len(mark) > 4:
        raise WriteError("the text is encoded in several ways", None, "save it as UTF-8 first")
    return Source(decoded.text, mark, decoded.encoding)


def mended_bytes(
    data: bytes,
    format_name: str,
    value: Meeting | Schedule,
    findings: Iterable[Finding],
    read_again: Callable[[bytes], object],
) -> tuple[bytes, tuple[Finding, ...]]:
    """The document *data* with the safe corrections of *findings* in it, and the findings that are mended so.

    What is written is read again, and has to be *value* with just these corrections: whatever would do more,
    or something else, is left.

    Args:
        format_name: One of `FORMATS`.
        value: What the document was read as.
        read_again: Reads a document as that one was read.

    Raises:
        WriteError: The encoding of the document is uncertain, or lacks letters that are needed.
    """
    document = _Document(source_of(data), FORMATS[format_name], value, read_again)
    placed = corrections(value, findings)
    best = document.mended(placed)
    for group in _alike(placed)[:_TRIES] if best is None else ():
        done = best[1] if best else ()
        better = document.mended(tuple(one for one in placed if one in done or one in group))
        best = better if better is not None and len(better[1]) > len(done) else best
    return (data, ()) if best is None else (best[0], tuple(one.finding for one in best[1]))


@attrs.frozen
class _Document:
    source: Source
    written: Written
    value: Meeting | Schedule
    read_again: Callable[[bytes], object]

    def mended(self, some: tuple[Correction, ...]) -> tuple[bytes, tuple[Correction, ...]] | None:
        """The document with those of *some* that can be placed, and these; ``None`` if it says more."""
        text, placed = mended(self.source.text, some, self.written)
        data, done = self.source.encoded(text), tuple(one for one in some if one in frozenset(placed))
        try:
            return (data, done) if self.read_again(data) == applied(self.value, done) else None
        except MinutesError:
            return None


def _alike(placed: Iterable[Correction]) -> list[tuple[Correction, ...]]:
    """The corrections that belong together: the same words at the same place."""
    groups = defaultdict[tuple[object, ...], list[Correction]](list)
    for one in placed:
        groups[one.finding.where, one.finding.excerpt, one.finding.instead].append(one)
    return [tuple(group) for group in groups.values()]


def mended(
    text: str, corrections: Iterable[Correction], written: Written = as_they_are
) -> tuple[str, tuple[Correction, ...]]:
    """*text* with those *corrections* whose words stand in it just as often as they are asked for, and these.

    Args:
        written: How words are written in the text.
    """
    found = sorted(_found(text, tuple(corrections), written).items(), key=lambda one: one[1])
    parts, done = [], 0
    for one, (start, end) in found:
        parts += [text[done:start], written(one.finding.instead or "")]
        done = end
    return "".join((*parts, text[done:])), tuple(one for one, _ in found)


def _found(text: str, left: tuple[Correction, ...], written: Written) -> dict[Correction, tuple[int, int]]:
    """Where in *text* the wrong words stand: by as many words around them as there are as written."""
    found: dict[Correction, tuple[int, int]] = {}
    for around in _AROUND:
        alike = defaultdict[str, list[Correction]](list)
        for one in left:
            if one not in found:
                alike[_pattern(one, around, written)].append(one)
        for pattern, group in alike.items():
            taken = sorted(found.values())
            spans = (match.span("wrong") for match in re.finditer(pattern, text))
            free = list(islice((span for span in spans if not _meets(span, taken)), len(group) + 1))
            if len(free) == len(group):
                found.update(zip(group, free, strict=True))
    return found


def _meets(span: tuple[int, int], taken: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)


def _pattern(one: Correction, around: int, written: Written) -> str:
    """What finds the wrong words with some words around them, wherever lines are broken."""
    before, wrong, behind = one.text[: one.start], one.text[one.start : one.end], one.text[one.end :]
    first = "".join(_pieces(before)[-2 * around :]) if around else ""
    last = "".join(_pieces(behind)[: 2 * around]) if around else ""
    middle = f"(?P<wrong>{_spaced(wrong, written)})"
    if not around:
        return as_words(middle, wrong)
    pattern = f"{_spaced(first, written)}{middle}{_spaced(last, written)}"
    return as_words(pattern, f"{first}{wrong}{last}", alone=False)


def _pieces(text: str) -> list[str]:
    """Words and the spaces between them."""
    return re.findall(r"\s+|\S+", text)


def _spaced(text: str, written: Written) -> str:
    return "".join(r"\s+" if piece.isspace() else re.escape(written(piece)) for piece in _pieces(text))
