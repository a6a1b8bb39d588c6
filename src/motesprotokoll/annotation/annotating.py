"""From findings to comments."""

import re
from collections.abc import Iterable, Iterator, Sequence

from motesprotokoll import api, files, word
from motesprotokoll.annotation.comments import Comment, Document
from motesprotokoll.checks import check, rules
from motesprotokoll.files import Source
from motesprotokoll.findings import Finding
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.locating import Locator, Spot, lines_in
from motesprotokoll.messages import checked_language, translate
from motesprotokoll.model.text import series_of
from motesprotokoll.rendered import Rendered
from motesprotokoll.summary import SEVERITIES

_LINE = re.compile(r"rad (\d+)")
SHOWN_BY_WORD = frozenset({"docx.comment", "docx.deleted", "docx.inserted", "docx.moved"})
"""Codes of what Word shows by itself, so that a comment would only repeat it."""


def annotate(
    source: Source,
    findings: Iterable[Finding] | None = None,
    *,
    language: str = "sv",
    author: str = "motesprotokoll",
    limits: Limits = DEFAULT_LIMITS,
    reading: Reading | None = None,
) -> Rendered:
    """A copy of a Word document in which each finding is a comment at its place; the rest stays as it is.

    What is about the whole document, or stands nowhere in its text, is a comment at its first words.

    Args:
        source: The document: a path, bytes or an open file.
        findings: What to tell. Without them what reading and `check` find, but for what Word itself shows.
        language: The language of the comments, ``"sv"`` or ``"en"``.
        author: Who the comments are said to be of.
        limits: Bounds of what is read.
        reading: What the document was read as, where that is known. Without it the document is read.

    Raises:
        ReadError: It is no Word document, or cannot be read.
        WrongTypeError: Something that is no finding.
    """
    checked_language(language)
    opened = files.opened(source, limits)
    document = Document(opened.data, limits)
    reading = reading or api.read(opened.data, format="docx", limits=limits)
    told = (
        (*_of_reading(reading), *check(reading.meeting))
        if findings is None
        else series_of(findings, Finding, "findings")
    )
    texts = [one.text for one in document.paragraphs]
    first = next((number for number, text in enumerate(texts) if text.strip()), None)
    if first is None or not told:  # nowhere to put a comment, or nothing to say
        return Rendered(opened.data, word.MEDIA_TYPE, ".docx")
    whole = Spot(first, 0, len(texts[first]))
    locator = Locator(texts, reading.meeting)
    lines = _lines(opened.data, texts, told, limits)
    comments = [Comment(_said(one, language), _spot(one, locator, lines) or whole) for one in told]
    return Rendered(document.with_comments(comments, author, "mp"), word.MEDIA_TYPE, ".docx")


def _of_reading(reading: Reading) -> Iterator[Finding]:
    """What reading found, but for what Word shows by itself: its comments and tracked changes."""
    return (one for one in reading.findings if one.code not in SHOWN_BY_WORD)


def _lines(data: bytes, texts: Sequence[str], told: Iterable[Finding], limits: Limits) -> dict[str, Spot]:
    """Where the lines stand that a reader spoke of, as ``rad 12``."""
    if not any(_LINE.fullmatch(one.where or "") for one in told):
        return {}
    lines = api.lines_of(data, format="docx", limits=limits)
    spots = lines_in(texts, [line.text for line in lines])
    return {f"rad {line.number}": spot for line, spot in zip(lines, spots, strict=True) if spot is not None}


def _spot(finding: Finding, locator: Locator, lines: dict[str, Spot]) -> Spot | None:
    return lines.get(finding.where or "") or locator.spot(finding.where, finding.excerpt)


def _said(finding: Finding, language: str) -> str:
    """A finding as a comment: how serious it is, what it is, and what to do."""
    severity = translate(SEVERITIES[finding.severity], language).capitalize()
    advice = next((one.advice for one in rules() if one.code == finding.code), None)
    message = f"{severity} [{finding.code}]: {finding.message_in(language)}"
    return f"{message}\n{translate(advice, language)}" if advice else message
