"""Our own readers and renderers keep the contract that others are held to; so does an invented package."""

from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest

import pdf_pages
from fakes import FakePackages, packages
from motesprotokoll import dumps, read, render
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import ActionItem, AgendaItem, BulletList, Meeting, Schedule, Table
from motesprotokoll.readers.protocol import ValueReader
from motesprotokoll.registry import BUILT_IN, DEFAULT_REGISTRY, BuiltIn, Registry
from motesprotokoll.testing import check_reader, check_renderer, sample_meeting
from motesprotokoll.testing.processes import elsewhere
from motesprotokoll.testing.promises import check_options
from motesprotokoll.testing.renderers import written
from motesprotokoll.testing.visible import visible_of
from word_files import p, table, word
from word_schema import words_shown

__all__ = ["packages"]

READ = [entry for entry in BUILT_IN if entry.reader]
WRITTEN = [entry for entry in BUILT_IN if entry.renderer and not entry.instead]
"""The formats of minutes. A calendar holds when a meeting is and what it is about, and no decisions."""
OTHERS = [entry for entry in BUILT_IN if entry.renderer and entry.instead]


def name(entry: BuiltIn) -> str:
    return entry.name


class TestBuiltIn:
    @pytest.mark.parametrize("entry", WRITTEN, ids=name)
    def test_each_renderer_keeps_the_contract(self, entry: BuiltIn) -> None:
        """Same bytes everywhere, nothing lost, hostile words shown as words, and read back exactly."""
        reader = DEFAULT_REGISTRY.reader(entry.name).make()
        if entry.name in BY_LETTERS:
            reads_back = None
        elif isinstance(reader, ValueReader):
            reads_back = partial(reader.read_value, limits=DEFAULT_LIMITS)
        else:
            reads_back = lambda data: reader.read(data, DEFAULT_LIMITS).outline  # noqa: E731
        renderer = DEFAULT_REGISTRY.renderer(entry.name).make()
        check_renderer(renderer, visible=SHOWN.get(entry.name), reads_back=reads_back)

    @pytest.mark.parametrize("entry", READ, ids=name)
    def test_each_reader_keeps_the_contract(self, entry: BuiltIn) -> None:
        """Any bytes give an extraction or one of our errors, the same everywhere."""
        samples = [bytes(render(sample_meeting("ord"), entry.name)), *SAMPLES.get(entry.name, ())]
        check_reader(
            DEFAULT_REGISTRY.reader(entry.name).make(), samples=samples, visible=VISIBLE.get(entry.name)
        )

    @pytest.mark.parametrize("entry", WRITTEN, ids=name)
    def test_each_reads_back_a_whole_meeting(self, entry: BuiltIn) -> None:
        """Law 2 for the sample, full of hostile words, by way of the API."""
        meeting = sample_meeting()
        assert read(bytes(render(meeting, entry.name)), format=entry.name).meeting == meeting

    @pytest.mark.parametrize("entry", OTHERS, ids=name)
    def test_what_holds_no_minutes_keeps_the_rest_of_the_contract(self, entry: BuiltIn) -> None:
        """It names itself properly, its options are keyword-only, and its bytes are the same everywhere."""
        renderer = DEFAULT_REGISTRY.renderer(entry.name).make()
        assert (renderer.media_type, renderer.suffix) == (entry.media_type, entry.suffixes[0])
        check_options(renderer)
        values = (sample_meeting(), Schedule("Tider", network="X", occasions=[date(2027, 4, 9)]))
        contents = [written(renderer, value) for value in values]
        assert contents == [written(renderer, value) for value in values]
        assert contents == elsewhere(written, renderer, values)

    @pytest.mark.parametrize("name", ["text", "markdown", "html", "json"])
    def test_a_list_after_a_table_of_lists_is_a_list_of_its_own(self, name: str) -> None:
        """Found by law 2: in Markdown the list became a row of the table, and the document unreadable."""
        table = Table([["", ""], ["", ActionItem("Ida ringer")]])
        meeting = Meeting(agenda=[AgendaItem("a", body=[table, BulletList(["b"])])])
        assert read(render(meeting, name)).meeting == meeting


NOTES = "HR-nätverket\n\nAnteckningar möte 2027-02-05\n\nNärvarande\nIda Ek, Ale\n\n1. Välkomna\nVi enades.\n"
SAMPLES = {
    "text": [NOTES.encode(), NOTES.replace("\n", "\r\n").encode("cp1252"), NOTES.encode("utf-16")],
    "markdown": [b"# M\xc3\xb6te\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n"],
    "html": [b"<!doctype html><html><body><h1>M\xc3\xb6te</h1><p>Hej &amp; h\xc3\xa5</p></body></html>"],
    "docx": [
        word(p("Möte", "Rubrik1") + p("Hej & hå".replace("&", "&amp;")) + table(["Namn", "Ida"], ["a", "b"]))
    ],
}
VISIBLE = {
    "markdown": bytes.decode,
    "html": visible_of(DEFAULT_REGISTRY.renderer("html").make()),
    "docx": words_shown,
}

SHOWN = {"docx": words_shown, "pdf": pdf_pages.content}
"""What somebody sees of a document that is no text."""
BY_LETTERS = {"pdf"}
"""Formats whose structure is not read back: the meeting that they carry is, where the letters are its own."""

PLUGIN = '''
from motesprotokoll.extraction import Extraction, Line

class Renderer:
    """Says in capitals what a document says."""

    media_type = "text/plain"
    suffix = ".shout"

    def render(self, outline):
        return repr(outline).upper().encode()


class Reader:
    def read(self, data, limits):
        text = data.decode("utf-8", "replace")
        return Extraction(tuple(Line(" ".join(line.split())) for line in text.split("\\n")))
'''


class TestDocumentation:
    def test_the_renderer_of_the_how_to_keeps_the_contract(
        self, repository: Path, packages: FakePackages
    ) -> None:
        """Whoever copies the example begins with one that is right."""
        page = (repository / "docs/how-to/write-a-renderer.md").read_text("utf-8")
        packages.add("wiki", modules={"wiki_of_the_page": page.split("```python\n")[1].split("```")[0]})
        check_renderer(import_module("wiki_of_the_page").WikiRenderer())


class TestInstalledPackage:
    def test_reads_and_writes_through_the_api(self, packages: FakePackages) -> None:
        """A package that nobody of us knows gives a format that works everywhere a format does."""
        packages.add(
            "minutes-shout",
            readers={"shout": "minutes_shout:Reader"},
            renderers={"shout": "minutes_shout:Renderer"},
            modules={"minutes_shout": PLUGIN.replace("\\\\\\\\n", "\\\\n")},
        )
        registry = Registry()
        rendered = render(sample_meeting("hej"), "shout", registry=registry)
        assert rendered.suffix == ".shout"
        assert "NÄTVERKET BESLUTAR HEJ" in rendered.text
        reading = read(b"Budget  i dag", format="shout", registry=registry)
        assert "Budget i dag" in dumps(reading.meeting)
