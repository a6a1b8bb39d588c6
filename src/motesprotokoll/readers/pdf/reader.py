"""PDF: the lines of anybody's document, and the meeting that one of ours carries."""

import re
import time
from collections.abc import Iterable
from functools import partial

import attrs

from motesprotokoll import marks
from motesprotokoll.errors import MinutesError, ReadError, UnsupportedFormatError, WrongTypeError
from motesprotokoll.extraction import Extraction
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.limits import Limits
from motesprotokoll.readers.pdf.document import Document, Page, Word, document_of
from motesprotokoll.readers.pdf.furniture import Parted, parted
from motesprotokoll.readers.pdf.lines import lines_of
from motesprotokoll.readers.pdf.pages import strips_of
from motesprotokoll.readers.pdf.pool import POOL, Question
from motesprotokoll.repair import clean

_ACTIVE_NAMES = re.compile(rb"/JavaScript\b|/Launch\b")
_HEAD = 1_024
"""Among so many first bytes the signature stands. Source: ISO 32000-1, annex H, note 13."""
_UNMAPPED = re.compile("[\x00-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_DOUBTFUL = 0.05
_HOPELESS = 0.5
"""The shares of signs without a letter from which a text is told to be doubtful, and not read at all."""


def _is_password(_: object, field: "attrs.Attribute[str | None]", value: object) -> None:
    if value is not None and not isinstance(value, str):
        raise WrongTypeError(f"expected str, got {type(value).__name__}", field.name)


@attrs.frozen(kw_only=True)
class PdfReader:
    """Reads PDF, ours and others', in a process of its own with limits on time and memory."""

    password: str | None = attrs.field(default=None, repr=False, validator=_is_password)
    """What opens an encrypted document."""

    def read(self, data: bytes, limits: Limits) -> Extraction:
        """The document's lines, in reading order, and the data that it carries.

        Raises:
            LimitError: The document is larger than *limits* allows, or takes too long.
            ReadError: It is damaged, encrypted, hostile, or has no text, as a scan has none.
            UnsupportedFormatError: The bytes are no PDF.
        """
        _check(data, limits)
        question = Question(
            data,
            pages=limits.pdf_pages,
            words=limits.pdf_words,
            carried=(marks.CARRIED_FILE, limits.document_bytes),
            password=self.password,
            seconds=limits.pdf_seconds,
            memory=limits.pdf_memory,
        )
        start = time.monotonic()
        document = document_of(POOL.ask(question))
        active = document.active or _ACTIVE_NAMES.search(data) is not None
        found = extraction_of(attrs.evolve(document, active=active))
        if document.carried is None or not document.tagged:
            return found
        left = max(limits.pdf_seconds - int(time.monotonic() - start), 1)
        by_tags = attrs.evolve(question, tags=True, carried=("", 0), seconds=left)
        return attrs.evolve(found, reordered=partial(_shown_by_tags, by_tags))


def _check(data: bytes, limits: Limits) -> None:
    limits.check_size(data)
    if b"%PDF-" not in data[:_HEAD]:
        raise UnsupportedFormatError("this is no PDF document")


def extraction_of(document: Document) -> Extraction:
    """What *document* says.

    Raises:
        ReadError: There is no text, or none that can be read.
    """
    words = [word for page in document.pages for word in page.words]
    if not words:
        raise _textless(document)
    share = _unmapped(words)
    if share > _HOPELESS:
        raise ReadError(
            "the document does not tell which letters its signs stand for", None, "print and scan it with OCR"
        )
    apart = _parted(document)
    return Extraction(
        lines_of(apart.lines),
        tuple(filter(None, (clean(strip.text) for strip in apart.furniture))),
        tuple(_findings(document, words, share)),
        carried=document.carried,
        shown=" ".join([word.text for _, word in _shown(document, apart)]),
        language=document.language,
    )


def _parted(document: Document) -> Parted:
    return parted(document.pages, [strips_of(page) for page in document.pages])


def _textless(document: Document) -> ReadError:
    pages = "its one page" if len(document.pages) == 1 else f"its {len(document.pages)} pages"
    if any(page.broken for page in document.pages):
        return ReadError(f"the document is damaged: there is no text to be found on {pages}")
    hint = "it is scanned: OCR makes text of it" if any(page.pictured for page in document.pages) else None
    return ReadError(f"there is no text on {pages}", None, hint)


def _shown(document: Document, apart: Parted) -> list[tuple[Page, Word]]:
    """All words of the pages, but for running headers and page marks, in the order of the content.

    Here nothing is guessed: what only looks like a page mark may be a word.
    """
    return [(page, word) for page in document.pages for word in page.words if id(word) not in apart.artifacts]


def _shown_by_tags(question: Question) -> str | None:
    """The same words in the order that the tags tell; ``None`` where they do not speak of each.

    They tell that the rest of a cell, on the next page, comes before the next cell.
    """
    try:
        document = document_of(POOL.ask(question))
    except MinutesError:
        return None
    placed = [
        (page.tags[word.piece] if word.piece < len(page.tags) else None, word.text)
        for page, word in _shown(document, _parted(document))
    ]
    if any(place is None for place, _ in placed):
        return None
    return " ".join(text for _, text in sorted(placed, key=lambda one: one[0] or ()))


def _unmapped(words: Iterable[Word]) -> float:
    """The share of signs that say nothing of the letter they show; signs of lists stand alone."""
    texts = [word.text for word in words]
    strange = _UNMAPPED.findall(" ".join([text for text in texts if len(text) > 1]))
    return len(strange) / (sum(map(len, texts)) or 1)


# ------------------------------------------------------------------------------------------ findings


def _findings(document: Document, words: list[Word], unmapped: float) -> Iterable[Finding]:
    if unmapped > _DOUBTFUL:
        yield _UNREADABLE
    hidden = sum(len(word.text) for word in words if word.hidden)
    if hidden:
        yield _HIDDEN if any(not word.hidden for word in words) else _RECOGNISED
    if document.active:
        yield _ACTIVE
    if document.attached:
        names = ", ".join(clean(name) or "?" for name in document.attached)
        yield attrs.evolve(_ATTACHED, values=(("names", names[:200]),))
    for page in document.pages:
        if page.broken:
            yield attrs.evolve(_BROKEN, where=f"sida {page.number}")
        elif page.pictured:
            yield attrs.evolve(_PICTURED, where=f"sida {page.number}")


_UNREADABLE = Finding(
    "pdf.unmapped", Severity.WARNING, "Många tecken i dokumentet säger inte vilken bokstav de visar."
)
_HIDDEN = Finding(
    "pdf.hidden", Severity.WARNING, "Dokumentet har text som inte syns på sidan; den lästes som annan text."
)
_RECOGNISED = Finding(
    "pdf.recognised", Severity.WARNING, "Texten är maskinläst ur en bild och kan ha felläsningar."
)
_ACTIVE = Finding(
    "pdf.active", Severity.NOTE, "Dokumentet innehåller skript eller startar program; inget av det kördes."
)
_ATTACHED = Finding("pdf.attached", Severity.NOTE, "Dokumentet har bifogade filer som inte lästes: {names}.")
_BROKEN = Finding("pdf.page-damaged", Severity.WARNING, "Sidan är skadad och lästes inte.")
_PICTURED = Finding("pdf.page-scanned", Severity.WARNING, "Sidan är en bild utan text och lästes inte.")
