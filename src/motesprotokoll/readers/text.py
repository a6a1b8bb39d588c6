"""Plain text: bytes in any usual encoding become repaired lines, or the outline of a text that we wrote."""

import re

import attrs

from motesprotokoll.extraction import Extraction
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.limits import Limits
from motesprotokoll.marks import mark_line
from motesprotokoll.readers.decoding import decode, long_line
from motesprotokoll.readers.own_text import read_own_text
from motesprotokoll.repair import repair

_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_MOJIBAKE = re.compile("Ã[¥¤¶…„–\u0085\u0084\u0096©]|â€[“”™¢\u0093]")


@attrs.frozen
class TextReader:
    """Reads plain text, ours and others'."""

    def read(self, data: bytes, limits: Limits) -> Extraction:
        """The document's lines, with nothing lost.

        Raises:
            LimitError: The document or a line of it is larger than *limits* allows.
            UnsupportedFormatError: The bytes are no text; the message says what they are.
        """
        decoded = decode(data, limits)
        text = decoded.text
        if len(text) > limits.line_characters and _has_long_line(text, limits.line_characters):
            raise long_line(limits)
        outline = read_own_text(text)
        if outline is not None:
            return Extraction(
                outline=outline, furniture=(mark_line(outline.language),), findings=decoded.findings
            )
        repaired = repair(text)
        findings = (*decoded.findings, *_findings(text, empty=not repaired.lines))
        return Extraction(repaired.lines, repaired.furniture, findings)


def _has_long_line(text: str, limit: int) -> bool:
    return any(len(line) > limit for part in text.split("\n") for line in part.split("\r"))


def _findings(text: str, *, empty: bool) -> list[Finding]:
    findings = []
    if empty:
        findings.append(Finding("text.empty", Severity.WARNING, "Dokumentet är tomt."))
    if _BIDI.search(text) is not None:
        findings.append(
            Finding("text.bidi", Severity.WARNING, "Texten innehåller tecken som ändrar läsriktningen.")
        )
    if "\ufffd" in text:
        findings.append(
            Finding("text.unreadable", Severity.WARNING, "Texten innehåller tecken som inte gick att läsa.")
        )
    if _MOJIBAKE.search(text) is not None:
        findings.append(
            Finding("text.mojibake", Severity.WARNING, "Texten verkar vara felkodad, till exempel Ã¥ för å.")
        )
    return findings
