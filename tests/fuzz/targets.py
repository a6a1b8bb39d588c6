"""What is fuzzed: where its inputs come from, what it is given to, and what must hold of what comes out."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import attrs

import motesprotokoll as mp
from everything import MEETING
from hostile_files import LIMITS, SAMPLES, error_of
from hostile_files.pdf import BOMBS
from motesprotokoll.extraction import Extraction
from motesprotokoll.interpret import interpret
from motesprotokoll.interpret.accounting import count, letters_of_reading
from motesprotokoll.readers.docx import DocxReader
from motesprotokoll.readers.html import HtmlReader
from motesprotokoll.readers.markdown import MarkdownReader
from motesprotokoll.readers.text import TextReader
from motesprotokoll.rendered import Rendered

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
_LARGEST = {"docx": 30_000, "pdf": 30_000}
_LARGE = 4_000
"""The size of an input to begin with, in bytes, of a format and otherwise: small ones are read often."""


@attrs.frozen
class Target:
    """Something that takes any bytes. *check* raises whatever must not be."""

    check: Callable[[bytes], object]
    format: str
    """What its hostile files are called."""
    corpus: str = ""
    """The suffix of its files in the corpus."""
    written: Callable[[], Rendered] | None = None
    """One of ours."""
    words: tuple[str, ...] = ()
    """What has a meaning in the format."""

    def inputs(self) -> tuple[bytes, ...]:
        """What changes begin from."""
        # Bombs end by the clock, and so would most of what is made of them.
        ours = (sample for sample in SAMPLES if sample.format == self.format and sample.name not in BOMBS)
        found = [sample.make() for sample in ours]
        found += [path.read_bytes() for path in sorted(CORPUS.glob(f"*{self.corpus}")) if self.corpus]
        if self.written is not None:
            found.append(self.written().content)
        return tuple(data for data in found if len(data) <= _LARGEST.get(self.format, _LARGE))


class LostError(AssertionError):
    """Letters of a document that its reading does not hold."""


def _total(format_name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        error_of(format_name, data, Path(folder))


def _without_loss(
    reader: TextReader | MarkdownReader | HtmlReader | DocxReader, name: str, data: bytes
) -> None:
    """The reading holds what the reader saw (law 3); of every other input, as a user reads it."""
    if len(data) % 2:
        return _read(name, data)
    try:
        extraction = reader.read(data, LIMITS)
    except mp.MinutesError:
        return None
    if extraction.outline is None and extraction.carried is None:
        _accounted(extraction)
    return None


def _read(name: str, data: bytes) -> None:
    try:
        meeting = mp.read(data, format=name, limits=LIMITS).meeting
    except mp.MinutesError:
        return
    if mp.loads(mp.dumps(meeting)) != meeting:
        raise LostError("JSON does not give the meeting back")


def _accounted(extraction: Extraction) -> None:
    there = count("".join((*(line.text for line in extraction.lines), *extraction.furniture)))
    kept = letters_of_reading(interpret(extraction, limits=LIMITS))
    if there - kept:
        raise LostError(f"lost: {there - kept}")


def _json(data: bytes) -> None:
    try:
        value = mp.load(data)
    except mp.MinutesError:
        return
    if mp.load(mp.dumps(value).encode()) != value:
        raise LostError("what was loaded is not loaded again")


_TEXT = (
    "Närvarande: ",
    "Beslut: ",
    "§ 1 ",
    "1. ",
    "- ",
    "5 maj kl. 9–12",
    "Nästa möte ",
    "Justeras:",
    "\n\n",
)
_XML = ("<w:p>", "</w:p>", "<w:t>x</w:t>", "<w:tbl>", "<w:tc>", '<w:ins w:id="1">', "<w:sdt>", 'w:val="9999"')
_TAGS = ("<p>", "</p>", "<ul><li>", "<table><tr><td>", "<h2>", "<!--", "&amp;", '<dd class="nodes">')
_PDF = (" 0 R", " obj", "endobj", "stream\n", "/Kids [2 0 R]", "/Length 9", "BT ", " Tj ", "<<", ">>")
_ICS = ("BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "RRULE:FREQ=DAILY\r\n", "DTSTART:20270205\r\n", "\r\n ", ";A=b")
_JSON = ("{", "}", "[", "]", "null", "true", '"type": "table"', '"body": [', "1e400", "\\ud800")
# No arithmetic and no wide ranges: what bounds the time and memory of templates is a process of their own.
_JINJA = (
    "{{ title }}",
    "{% block footer %}",
    "{% endblock %}",
    "{% for node in nodes %}",
    "{% endfor %}",
    "|e",
)

TARGETS = {
    "json": Target(_json, "json", ".json", lambda: mp.render(MEETING, "json"), _JSON),
    "text": Target(
        partial(_without_loss, TextReader(), "text"),
        "text",
        ".txt",
        lambda: mp.render(MEETING, "text"),
        _TEXT,
    ),
    "markdown": Target(
        partial(_without_loss, MarkdownReader(), "markdown"),
        "markdown",
        ".md",
        lambda: mp.render(MEETING, "markdown"),
        (*_TEXT, "# ", "|---|", "**", "[a](b)", "```", "<!-- "),
    ),
    "html": Target(
        partial(_without_loss, HtmlReader(), "html"), "html", "", lambda: mp.render(MEETING, "html"), _TAGS
    ),
    "docx": Target(
        partial(_without_loss, DocxReader(), "docx"),
        "docx",
        ".docx",
        lambda: mp.render(MEETING, "docx"),
        _XML,
    ),
    "pdf": Target(partial(_total, "pdf"), "pdf", ".pdf", lambda: mp.render(MEETING, "pdf"), _PDF),
    "calendar": Target(partial(_total, "calendar"), "calendar", "", lambda: mp.render(MEETING, "ics"), _ICS),
    "template": Target(partial(_total, "template"), "template", "", None, _JINJA),
}
"""By their names."""
