"""Whether a document that says that we wrote it may be taken at its word.

The meeting that it carries as data is trusted where composing it again gives what can be seen. Else its own
structure is read without guessing. That is trusted where writing the meeting again gives the same document,
and else only as long as nothing is lost by it: somebody may have changed the document by hand. Where letters
or figures would be lost, it is read as any other, with a finding.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable

import attrs

from motesprotokoll.compose import compose
from motesprotokoll.errors import MinutesError, RenderError
from motesprotokoll.extraction import Extraction
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.interpret import interpret
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.limits import Limits
from motesprotokoll.messages import LANGUAGES, language_of
from motesprotokoll.model import Meeting, Network
from motesprotokoll.model.text import strings_in
from motesprotokoll.outline import Entry, Grid, Labelled, Listing, Outline, printed
from motesprotokoll.serialisation import loads
from motesprotokoll.vocabulary import SWEDISH, Vocabulary

# The mark of `motesprotokoll.marks` in text, in a Markdown comment, and as the generator of a page.
_MARK = re.compile(
    rb"(?:<!-- )?((?:Skrivet med|Written with) motesprotokoll \d+\.)(?: -->)?"
    rb"|<meta name=\"generator\" content=\"motesprotokoll \d+\">"
)
_REPEATED = re.compile("([^\\W_][\u0300-\u036f]++)(?:[\\W_]*+\\1)+")
"""A letter under accents that a PDF draws one by one: text taken from it repeats the letter with each."""
_OF_LETTERS = frozenset({"pdf.unmapped"})
"""Doubts about single letters, which trusted data end."""
_TRIES = 3
# What our own Markdown tells its reader and nobody else.
_STRUCTURE = re.compile(r"<!-- (?:list|table) .*-->")


@attrs.frozen
class Scales:
    """How a document's format is read and written."""

    read: Callable[[bytes], Extraction]
    write: Callable[[Outline], bytes] | None
    """``None`` where the format is only read."""
    network: Network | None
    limits: Limits
    vocabulary: Vocabulary = SWEDISH

    def interpret(self, extraction: Extraction) -> Reading:
        """What *extraction* says."""
        return interpret(extraction, network=self.network, vocabulary=self.vocabulary, limits=self.limits)


def weighed(extraction: Extraction, data: bytes, scales: Scales) -> Reading:
    """The reading of a document, with its own *extraction* if that may be trusted."""
    if extraction.carried is None:
        return _weighed_structure(extraction, data, scales)
    carried = _carried(extraction, scales)
    if carried is not None:
        return carried
    reading = _weighed_structure(attrs.evolve(extraction, carried=None), data, scales)
    return reading if _CHANGED in reading.findings else _told(reading, _FORGED)


def _weighed_structure(extraction: Extraction, data: bytes, scales: Scales) -> Reading:
    reading = scales.interpret(extraction)
    outline = extraction.outline
    if outline is None or _is_untouched(outline, reading, data, scales):
        return reading
    found = attrs.evolve(extraction, outline=None) if extraction.lines else _without_mark(data, scales)
    if found is None or not _lost(extraction, found, reading):
        return reading
    return _told(scales.interpret(found), _CHANGED)


def _carried(extraction: Extraction, scales: Scales) -> Reading | None:
    """The meeting that the document carries, if it says what the document shows; else ``None``."""
    assert extraction.carried is not None
    try:
        meeting = loads(extraction.carried, limits=scales.limits)
    except MinutesError:
        return None
    if not isinstance(meeting, Meeting):
        return None
    outline = _agreeing(extraction, meeting)
    if outline is None:
        return None
    # The words that became structure are told as for a document without data.
    reading = scales.interpret(attrs.evolve(extraction, outline=outline, carried=None))
    findings = tuple(one for one in reading.findings if one.code not in _OF_LETTERS)
    if scales.network is not None:
        meeting = attrs.evolve(meeting, network=scales.network)
    return attrs.evolve(reading, findings=findings, meeting=meeting)


def _agreeing(extraction: Extraction, meeting: Meeting) -> Outline | None:
    """*meeting* composed to what can be seen of the document: by structure, else by its letters in order."""
    said = language_of(extraction.language)
    languages = sorted(LANGUAGES, key=lambda one: one != said)
    outlines = (compose(meeting, language=one) for one in languages)
    if extraction.outline is not None:
        structure = _without_bullets(extraction.outline.nodes)
        return next((one for one in outlines if _without_bullets(one.nodes) == structure), None)
    shown = [line.text for line in extraction.lines] if extraction.shown is None else [extraction.shown]
    seen = _spelled(shown)
    others: dict[str, Outline] = {}
    for outline in outlines:
        spelled = _spelled(printed(outline.nodes))
        if spelled == seen:
            return outline
        others[spelled] = outline
    again = None if extraction.reordered is None else extraction.reordered()
    return None if again is None else others.get(_spelled([again]))


def _without_bullets(value: object) -> object:
    """*value* without list signs that say nothing: each program saves a list with bullets of its own."""
    if isinstance(value, Entry):
        says = value.marker is not None and any(map(str.isalnum, value.marker))
        return value.marker if says else None, _without_bullets(value.nodes)
    if isinstance(value, tuple):
        return tuple([_without_bullets(one) for one in value])
    if isinstance(value, Listing):
        return Listing, _without_bullets(value.entries)
    if isinstance(value, Grid):
        return value.title, value.header_rows, _without_bullets(value.rows)
    if isinstance(value, Labelled):
        return attrs.evolve(value, nodes=()), _without_bullets(value.nodes)
    return value


def _spelled(words: Iterable[str]) -> str:
    # What a page adds between words (spaces, hyphens, list signs) is none of its letters.
    text = unicodedata.normalize("NFKC", "\n".join(words))
    return "".join(filter(str.isalnum, _REPEATED.sub(r"\1", text)))


_CHANGED = Finding(
    "own.changed",
    Severity.WARNING,
    "Dokumentet har ändrats sedan det skrevs med motesprotokoll och lästes därför som vilket som helst.",
)
_FORGED = Finding(
    "own.data-differs",
    Severity.WARNING,
    "De data som dokumentet bär stämmer inte med det som syns. Det som syns lästes.",
)


def _told(reading: Reading, finding: Finding) -> Reading:
    return attrs.evolve(reading, findings=(finding, *reading.findings))


def _is_untouched(outline: Outline, reading: Reading, data: bytes, scales: Scales) -> bool:
    """Whether the document is just what we would write now."""
    if scales.write is None:
        return False
    try:
        written = scales.write(compose(reading.meeting, language=outline.language))
    except RenderError:
        return False
    return written == data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def _without_mark(data: bytes, scales: Scales) -> Extraction | None:
    """The document read as anybody's, with its mark as furniture; ``None`` where the mark stays."""
    said: tuple[str, ...] = ()
    for mark in list(_MARK.finditer(data))[::-1][:_TRIES]:  # a page has two: what it says, and its generator
        data = data[: mark.start()] + data[mark.end() :]
        said += (mark[1].decode("ascii"),) if mark[1] else ()
        extraction = scales.read(data)
        if extraction.outline is None:
            return attrs.evolve(extraction, furniture=(*extraction.furniture, *said))
    return None


def _lost(own: Extraction, wild: Extraction, reading: Reading) -> Counter[str]:
    """The letters and figures that stand in the document and in nothing that came of it."""
    assert own.outline is not None
    structured = _letters((own.outline.nodes, own.furniture))
    words = tuple(line.text for line in wild.lines if not _STRUCTURE.fullmatch(line.text))
    lost = _letters((words, wild.furniture)) - structured
    if compose(reading.meeting, language=own.outline.language) != own.outline:
        lost += structured - _letters((reading.meeting, reading.labels, reading.furniture))
    return lost


def _letters(value: object) -> Counter[str]:
    # NFKC, because repair spells ligatures out.
    return Counter(filter(str.isalnum, unicodedata.normalize("NFKC", "\n".join(strings_in(value)))))
