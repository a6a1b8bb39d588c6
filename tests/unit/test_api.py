"""Reading, rendering, writing, saving: what a user types, and what happens when it goes wrong."""

import io
import json
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import pdfs
import word_files
from fakes import BinaryRenderer, CountRenderer, LinesReader, TitleReader, TitleRenderer
from motesprotokoll import api
from motesprotokoll.compose import compose
from motesprotokoll.errors import (
    DataError,
    LimitError,
    MinutesError,
    PluginError,
    ReadError,
    RenderError,
    StrictError,
    UnknownFormatError,
    UnsupportedFormatError,
    UnsupportedVersionError,
    WriteError,
    WrongTypeError,
    WrongValueError,
)
from motesprotokoll.findings import Severity
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.limits import Limits
from motesprotokoll.model import AgendaItem, Attendance, Decision, Meeting, Network, Schedule
from motesprotokoll.readers.text import TextReader
from motesprotokoll.registry import Registry
from motesprotokoll.rendered import Rendered
from motesprotokoll.serialisation import dumps, loads
from motesprotokoll.testing import sample_meeting
from motesprotokoll.vocabulary import SWEDISH, Label, Topic

NOTES = """HR-nätverket

Anteckningar möte 2027-02-05, kl. 09.00 – 12.00

Närvarande
Ida Ek, Ale
Bo Al, Partille

1. Budget
Nätverket beslutar att spara.
"""
MEETING = sample_meeting("ord")
TEXTS = ["text", "markdown", "html"]


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


class TestRead:
    def test_understands_notes(self) -> None:
        """The path from bytes to a meeting, once."""
        meeting = api.read(NOTES.encode()).meeting
        assert meeting.network == Network("HR-nätverket")
        assert meeting.date == date(2027, 2, 5)
        assert [one.name for one in meeting.present] == ["Ida Ek", "Bo Al"]
        assert [one.text for one in meeting.decisions] == ["Nätverket beslutar att spara."]

    def test_every_source_gives_the_same(self, tmp_path: Path) -> None:
        """A path, bytes, an open file and pasted text are one document."""
        path = tmp_path / "anteckningar.txt"
        path.write_text(NOTES, "utf-8")
        expected = api.read(NOTES.encode())
        with path.open("rb") as binary, path.open(encoding="utf-8") as text:
            for source in (path, str(path), binary, text, bytearray(NOTES.encode()), io.StringIO(NOTES)):
                assert api.read(source) == expected
        assert api.read_text(NOTES) == expected

    @pytest.mark.parametrize("name", TEXTS)
    def test_the_suffix_tells_the_format(self, tmp_path: Path, name: str) -> None:
        """What was written under a name is read by its name."""
        suffix = {"text": ".txt", "markdown": ".md", "html": ".htm"}[name]
        path = api.write(MEETING, tmp_path / f"a{suffix}")
        assert api.read(path).meeting == MEETING

    @pytest.mark.parametrize("name", [*TEXTS, "json"])
    def test_the_content_tells_where_no_name_does(self, name: str) -> None:
        """Our own documents are known by what they say."""
        assert api.read(bytes(api.render(MEETING, name))).meeting == MEETING
        assert api.read_text(str(api.render(MEETING, name))).meeting == MEETING

    @pytest.mark.parametrize("name", [*TEXTS, "json"])
    def test_what_was_rendered_can_be_read(self, name: str) -> None:
        """read(render(m)) needs no detour by way of bytes."""
        assert api.read(api.render(MEETING, name)).meeting == MEETING
        assert api.read(api.render(MEETING, name), format=name).meeting == MEETING

    def test_an_unknown_suffix_leaves_it_to_the_content(self, tmp_path: Path) -> None:
        """A file of another name is read by what it holds."""
        path = api.write(MEETING, tmp_path / "a.xyz", format="html")
        assert api.read(path).meeting == MEETING

    def test_a_format_may_be_named_or_given(self) -> None:
        """A name, a reader, or module:Class."""
        assert api.read(b"A", format=TitleReader()).meeting == Meeting("A")
        assert api.read(b"A", format="fakes:TitleReader").meeting == Meeting("A")
        assert api.read(b"1. A", format=LinesReader()).meeting != Meeting()
        assert api.read_text("A", format=TitleReader()).meeting == Meeting("A")
        with pytest.raises(UnknownFormatError, match="did you mean 'text'"):
            api.read(b"A", format="txt")
        with pytest.raises(WrongTypeError, match="name of a format"):
            api.read(b"A", format=3)  # type: ignore[arg-type]

    def test_an_embedding_application_has_its_own_names(self) -> None:
        """registry= is asked instead of the default one."""
        registry = Registry(plugins=False)
        registry.register_reader("titel", TitleReader, suffixes=[".titel"])
        registry.register_renderer("titel", TitleRenderer, suffixes=[".titel"])
        assert api.read(b"A", format="titel", registry=registry).meeting == Meeting("A")
        assert api.render(Meeting("A"), "titel", registry=registry).text == "A"
        with pytest.raises(UnknownFormatError):
            api.read(b"A", format="titel")

    @pytest.mark.parametrize(
        ("data", "kind"),
        [
            (b"PK\x03\x04 notes/", "a zip archive"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"an old Word or encrypted Office document.*\(save it as"),
            (b"\x89PNG\r\n", "a PNG image"),
        ],
    )
    @pytest.mark.parametrize("name", ["a.txt", "a.bin", "a"])
    def test_says_what_a_binary_file_is(self, tmp_path: Path, data: bytes, kind: str, name: str) -> None:
        """A file that is something else is named for what it is, whatever it is called."""
        path = tmp_path / name
        path.write_bytes(data + b"\x00" * 50)
        with pytest.raises(UnsupportedFormatError, match=f"{name}: this is {kind}"):
            api.read(path)

    @pytest.mark.parametrize(
        ("data", "kind"), [(b"%PDF-1.7", "a PDF document"), (b"PK\x03\x04 word/", "a Word document")]
    )
    def test_says_what_is_named_like_text(self, tmp_path: Path, data: bytes, kind: str) -> None:
        """A format that can be read is still no text."""
        path = tmp_path / "a.txt"
        path.write_bytes(data + b"\x00" * 50)
        with pytest.raises(UnsupportedFormatError, match=f"a.txt: this is {kind}, not text"):
            api.read(path)

    def test_a_binary_format_that_somebody_reads_is_read(self) -> None:
        """Once there is a reader for it, content leads there; before that it is named."""
        registry = Registry(plugins=False, built_in=())
        with pytest.raises(UnsupportedFormatError, match="a PDF document, which cannot be read"):
            api.read(b"%PDF-1.7", registry=registry)
        registry.register_reader("pdf", TitleReader)
        assert api.read(b"%PDF-1.7", registry=registry).meeting == Meeting("%PDF-1.7")

    def test_the_encoding_can_be_named(self) -> None:
        """encoding= wins over every guess."""
        assert api.read("1. Åäö\n".encode("cp1252"), encoding="cp1252").meeting.agenda[0].title == "Åäö"
        data = "1. Åäö ñ\n".encode("utf-16-be")
        assert api.read(data, encoding="utf-16-be").meeting.agenda[0].title == "Åäö ñ"
        with pytest.raises(ReadError, match="not encoded in ascii"):
            api.read("å".encode(), encoding="ascii")
        with pytest.raises(ReadError, match="there is no encoding 'klingon'"):
            api.read(b"a", encoding="klingon")
        with pytest.raises(ReadError, match="'json' is no text"):
            api.read(b"{}", format="json", encoding="utf-8")

    def test_text_is_never_decoded_twice(self) -> None:
        """Pasted text is text, also where its UTF-8 could be taken for something else."""
        kept = dumps(api.read_text(f"{NOTES}2. Ã¥ a\x00b\nText om \ud800x\n").meeting)
        assert "Ã¥ a\ufffdb" in kept
        assert "Text om \ufffdx" in kept
        with pytest.raises(WrongTypeError, match=r"text: expected str, got b'a' \(read\(\)"):
            api.read_text(b"a")  # type: ignore[arg-type]

    def test_members_help_to_recognise_people(self) -> None:
        """network= reaches the interpretation."""
        network = Network("HR-nätverket", members=["Ida Ek"])
        assert api.read_text(NOTES, network=network).meeting.network is not None

    def test_words_of_a_house_are_understood(self) -> None:
        """vocabulary= reaches the interpretation."""
        words = SWEDISH.extended(labels=[Label("Runt bordet", Topic.ATTENDANCE, Attendance.PRESENT)])
        text = NOTES.replace("Närvarande", "Runt bordet")
        readings = [api.read_text(text, vocabulary=words), api.read(text.encode(), vocabulary=words)]
        assert [[one.name for one in reading.meeting.present] for reading in readings] == [
            ["Ida Ek", "Bo Al"]
        ] * 2
        assert not api.read(text.encode()).meeting.present

    def test_a_vocabulary_is_one(self) -> None:
        """A list of words is no vocabulary."""
        for given in (["Runt bordet"], {}, "Runt bordet"):
            with pytest.raises(WrongTypeError, match="vocabulary: expected a Vocabulary, got"):
                api.read_text(NOTES, vocabulary=given)  # type: ignore[arg-type]

    def test_limits_hold(self, tmp_path: Path) -> None:
        """A document over the limit is refused before it is read."""
        (tmp_path / "a.txt").write_text("x" * 100)
        with pytest.raises(LimitError, match=r"a\.txt.*larger than 10 bytes"):
            api.read(tmp_path / "a.txt", limits=Limits(document_bytes=10))
        with pytest.raises(LimitError):
            api.read_text("x" * 100, limits=Limits(document_bytes=10))

    def test_strict_tells_all_that_is_doubtful(self, tmp_path: Path) -> None:
        """strict=True raises one error with every doubt in words, and all findings as values."""
        path = tmp_path / "a.txt"
        path.write_bytes(b"")
        with pytest.raises(StrictError, match=r"a\.txt: .*finding") as caught:
            api.read(path, strict=True)
        doubts = [one for one in caught.value.findings if one.severity is not Severity.NOTE]
        assert doubts
        assert isinstance(caught.value, ReadError)
        assert api.read(bytes(api.render(MEETING, "json")), strict=True).meeting == MEETING

    def test_a_failing_plugin_is_named(self) -> None:
        """What another package breaks is a PluginError, never a bare exception."""

        class Broken:
            def read(self, data: bytes, limits: Limits) -> object:
                raise ZeroDivisionError

        with pytest.raises(PluginError, match="Broken: it raised ZeroDivisionError"):
            api.read(b"a", format=Broken())  # type: ignore[arg-type]


class TestChangedByHand:
    @pytest.mark.parametrize("name", TEXTS)
    def test_what_we_wrote_is_trusted(self, name: str) -> None:
        """An untouched document, with other line ends or another width, is taken at its word."""
        data = bytes(api.render(MEETING, name))
        for one in (data, b"\xef\xbb\xbf" + data, data.replace(b"\n", b"\r\n")):
            reading = api.read(one, format=name)
            assert reading.meeting == MEETING
            assert "own.changed" not in codes(reading)

    def test_a_reading_has_a_short_repr(self) -> None:
        """What a notebook shows after ``read()`` is one line, however long the document."""
        reading = api.read(bytes(api.render(MEETING, "text")))
        assert repr(reading) == f"Reading({MEETING!r}, 0 findings)"

    def test_a_reader_that_was_given_is_believed_by_letters(self) -> None:
        """Of a reader that is not ours nobody knows how its format is written."""
        assert api.read(bytes(api.render(MEETING, "text")), format=TextReader()).meeting == MEETING

    @pytest.mark.parametrize("name", TEXTS)
    def test_a_change_that_fits_is_trusted(self, name: str) -> None:
        """A word that was changed by hand, in its place, is simply another word."""
        text = str(api.render(MEETING, name)).replace("Nätverket beslutar ord", "Nätverket beslutar sak")
        reading = api.read_text(text, format=name)
        assert "Nätverket beslutar sak" in [one.text for one in reading.meeting.decisions]
        assert "own.changed" not in codes(reading)

    def test_the_looks_of_a_page_are_no_change(self, tmp_path: Path) -> None:
        """A page in somebody's own style, with their own words around it, is still ours."""
        template = """{% extends "standard/minutes.html.j2" %}
            {% block style %}p { color: red }{% endblock %}
            {% block head %}<meta name="author" content="x">{% endblock %}
            {% block before %}<p data-part="none">Göteborgsregionen</p>{% endblock %}
            {% block footer %}<p>Tryckt på återvunna elektroner</p>{% endblock %}"""
        (tmp_path / "minutes.html.j2").write_text(template, encoding="utf-8")
        page = api.renderer("html", templates=tmp_path).render(MEETING)
        reading = api.read(page)
        assert reading.meeting == MEETING
        assert reading.findings == ()
        assert "Göteborgsregionen" in reading.furniture
        assert "Tryckt på återvunna elektroner" in reading.furniture


class TestRender:
    def test_formats_by_name_or_given(self) -> None:
        """A name, a renderer, or module:Class."""
        assert api.render(MEETING, "text").media_type.startswith("text/plain")
        assert api.render(MEETING, CountRenderer(sign="k")).text.endswith(" k\n")
        assert api.render(MEETING, "fakes:BinaryRenderer") == Rendered(
            b"\x00\xff", "application/x-fake", ".fake"
        )
        with pytest.raises(UnknownFormatError, match="did you mean 'html'"):
            api.render(MEETING, "htlm")

    def test_views_extracts_and_languages(self) -> None:
        """What compose offers is offered for every format."""
        assert "Nätverket beslutar ord" in api.render(MEETING, "text", view="decisions").text
        assert "Stycke ord" not in api.render(MEETING, "text", view="decisions").text
        assert "Stycke ord" in api.render(MEETING, "text", item="1").text
        assert "Förslag" not in api.render(MEETING, "text", item=0).text
        assert api.render(MEETING, "html", language="en").text != api.render(MEETING, "html").text
        for wrong in ({"view": "x"}, {"item": "99"}, {"language": "xx"}):
            with pytest.raises(RenderError):
                api.render(MEETING, "text", **wrong)

    def test_a_schedule_is_rendered(self) -> None:
        """Schedules are documents of their own."""
        plan = Schedule("Tider", occasions=[date(2027, 4, 9)])
        assert "9 april" in api.render(plan, "text").text
        assert "April 2027" in api.render(plan, "text", view="year").text
        with pytest.raises(RenderError, match="has no views"):
            api.render(plan, "json", view="year")

    def test_what_is_composed_already_is_rendered(self) -> None:
        """By any renderer of documents."""
        outline = compose(MEETING, view="decisions")
        assert api.renderer("text").render_outline(outline) == api.render(MEETING, "text", view="decisions")
        with pytest.raises(RenderError, match="json holds values and shows no documents"):
            api.renderer("json").render_outline(outline)

    def test_json_is_exact(self) -> None:
        """JSON holds the value itself; it has no views."""
        rendered = api.render(MEETING, "json")
        assert (rendered.media_type, rendered.suffix) == ("application/json", ".json")
        assert loads(rendered.text) == MEETING
        for wrong in ({"view": "agenda"}, {"item": 0}):
            with pytest.raises(RenderError, match="json holds the whole value"):
                api.render(MEETING, "json", **wrong)

    def test_refuses_what_is_no_meeting(self) -> None:
        """A reading is told apart from its meeting."""
        with pytest.raises(WrongTypeError, match=r"take its \.meeting"):
            api.render(Reading(MEETING), "text")  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError, match="expected a Meeting or a Schedule"):
            api.render("x", "text")  # type: ignore[arg-type]

    def test_a_renderer_is_used_many_times(self) -> None:
        """renderer() keeps options; each call gives what render() gives."""
        html = api.renderer("html")
        assert html.render(MEETING) == api.render(MEETING, "html")
        assert html.render(MEETING, view="agenda") == api.render(MEETING, "html", view="agenda")
        assert api.renderer(BinaryRenderer()).render(MEETING).content == b"\x00\xff"

    def test_options_reach_the_format_that_has_them(self, tmp_path: Path) -> None:
        """templates= is for HTML; another format says that it takes none."""
        (tmp_path / "minutes.html.j2").write_text('{% extends "standard/minutes.html.j2" %}', "utf-8")
        for folder in (tmp_path, str(tmp_path)):
            assert api.renderer("html", templates=folder).render(MEETING) == api.render(MEETING, "html")
        with pytest.raises(WrongTypeError, match="templates: expected a path"):
            api.renderer("html", templates=3)  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError, match="'text' does not take templates"):
            api.renderer("text", templates=tmp_path)

    @pytest.mark.parametrize(
        "option", [{"theme": "house.toml"}, {"templates": "t"}, {"reference_doc": "a.docx"}, {"embed": False}]
    )
    def test_a_renderer_that_is_made_refuses_options(self, option: dict[str, Any], tmp_path: Path) -> None:
        """It has its own; an option that would be ignored never passes unseen, and names itself."""
        words = f"renderer that is made already does not take {next(iter(option))}"
        for tool in (TitleRenderer(), BinaryRenderer()):
            for call in (api.renderer, partial(api.render, MEETING)):
                with pytest.raises(WrongTypeError, match=words):
                    call(tool, **option)
            with pytest.raises(WrongTypeError, match=words):
                api.write(MEETING, tmp_path / "a.x", format=tool, **option)
            assert api.render(MEETING, tool, embed=True)


class TestWrite:
    def test_the_suffix_tells_the_format(self, tmp_path: Path) -> None:
        """The file holds what render() gives."""
        path = api.write(MEETING, tmp_path / "a.html", view="agenda")
        assert path.read_bytes() == api.render(MEETING, "html", view="agenda").content

    def test_a_format_may_be_named(self, tmp_path: Path) -> None:
        """format= wins over the suffix, and is needed where there is none that tells."""
        assert api.write(MEETING, tmp_path / "a.txt", format="json").read_bytes().startswith(b"{")
        for name in ("a", "a.xyz"):
            with pytest.raises(UnknownFormatError, match=r"name one with format="):
                api.write(MEETING, tmp_path / name)
        with pytest.raises(WrongTypeError, match="path: expected a path"):
            api.write(MEETING, 3)  # type: ignore[arg-type]

    def test_what_was_rendered_is_written_as_it_is(self, tmp_path: Path) -> None:
        """A Rendered needs no format."""
        assert api.write(api.render(MEETING, BinaryRenderer()), tmp_path / "a").read_bytes() == b"\x00\xff"

    def test_never_overwrites_unless_told(self, tmp_path: Path) -> None:
        """An existing file stays as it is."""
        path = api.write(Meeting("A"), tmp_path / "a.txt")
        with pytest.raises(WriteError):
            api.write(MEETING, path)
        assert api.read(path).meeting == Meeting("A")
        api.write(MEETING, path, overwrite=True)
        assert api.read(path).meeting == MEETING

    def test_nothing_is_written_when_rendering_fails(self, tmp_path: Path) -> None:
        """The old file stays, and no new one appears."""
        path = api.write(Meeting("A"), tmp_path / "a.txt")
        for wrong in ({"view": "x"}, {"item": "99"}, {"format": "xyz"}):
            for target in (path, tmp_path / "b.txt"):
                with pytest.raises(MinutesError):
                    api.write(MEETING, target, overwrite=True, **wrong)
        with pytest.raises(WrongTypeError):
            api.write("x", tmp_path / "b.txt")  # type: ignore[arg-type]
        assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]
        assert api.read(path).meeting == Meeting("A")


class TestSaveAndLoad:
    @pytest.mark.parametrize("value", [MEETING, Schedule("a"), Reading(MEETING, furniture=("Sida 1",))])
    def test_keeps_exactly(self, tmp_path: Path, value: Meeting) -> None:
        """Law 1 through a file, for each kind of document."""
        path = api.save(value, tmp_path / "m.json")
        assert api.load(path) == value
        with pytest.raises(WriteError):
            api.save(value, path)
        api.save(value, path, overwrite=True)
        assert api.load(path.read_bytes()) == value

    def test_read_takes_json_too(self, tmp_path: Path) -> None:
        """read() gives a Reading of what was saved; a schedule is no meeting."""
        assert api.read(api.save(MEETING, tmp_path / "m.json")) == Reading(MEETING)
        assert api.read(api.save(Reading(MEETING), tmp_path / "r.json")) == Reading(MEETING)
        with pytest.raises(DataError, match=r"s\.json \$: this is a Schedule, not a meeting"):
            api.read(api.save(Schedule("a"), tmp_path / "s.json"))

    def test_refuses_what_is_no_document(self, tmp_path: Path) -> None:
        """Nothing is written for a value that cannot be kept."""
        with pytest.raises(WrongTypeError):
            api.save(Network("A"), tmp_path / "m.json")  # type: ignore[arg-type]
        assert not list(tmp_path.iterdir())


NEWER = json.dumps({"format": "motesprotokoll", "version": 99, "type": "meeting"})
DEEP = dumps(Meeting("A", agenda=[AgendaItem("b", body=[Decision("c")])])).replace('"c"', "3.9")


class TestBadInput:
    """What the issue asks for, through the API; test_cli asks the command line."""

    @pytest.mark.parametrize("name", TEXTS)
    @pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\t\r\n"])
    def test_an_empty_document_is_an_empty_meeting(self, data: bytes, name: str) -> None:
        """Nothing is invented, and a finding says that there was nothing."""
        reading = api.read(data, format=name)
        assert reading.meeting == Meeting()
        assert any(one.severity is not Severity.NOTE for one in reading.findings)

    @pytest.mark.parametrize(
        "data", [b"\x00" * 1000, bytes(range(256)) * 10, b"SQLite format 3\x00" + bytes(200)]
    )
    def test_binary_bytes_are_one_error(self, data: bytes) -> None:
        """Bytes that are no text are refused in words."""
        with pytest.raises(UnsupportedFormatError, match="these bytes are no text"):
            api.read(data)

    def test_a_line_of_50_megabytes_is_refused_at_once(self, tmp_path: Path) -> None:
        """It is over the limit of a document, and over that of a line if the document may be larger."""
        path = tmp_path / "line.txt"
        with path.open("wb") as stream:
            stream.truncate(50_000_000)
        with pytest.raises(LimitError, match=r"line\.txt: the document is larger"):
            api.read(path)
        with pytest.raises(LimitError):
            api.read(b"x" * 50_000_000, limits=Limits(document_bytes=60_000_000))

    def test_json_of_a_newer_version_is_refused(self, tmp_path: Path) -> None:
        """The error names the file and both versions."""
        path = tmp_path / "m.json"
        path.write_text(NEWER)
        for call in (api.read, api.load):
            with pytest.raises(UnsupportedVersionError, match=r"m\.json.*99"):
                call(path)

    def test_a_wrong_type_deep_inside_is_named_by_its_place(self, tmp_path: Path) -> None:
        """The error tells the file and the path in it, and keeps every problem as a value."""
        path = tmp_path / "m.json"
        path.write_text(DEEP, "utf-8")
        for call in (api.read, api.load):
            with pytest.raises(DataError, match=r"m\.json \$\.agenda\[0\]\.body\[0\]") as caught:
                call(path)
            assert caught.value.problems
            assert caught.value.args[3] == caught.value.problems


class TestReadingOptions:
    """What only some readers take is said to read() itself."""

    def test_tracked_changes(self) -> None:
        """Accepted, rejected, or a reason to refuse."""
        data = word_files.word(
            word_files.p(
                word_files.run("Vi köper ") + '<w:ins w:id="1">' + word_files.run("två bord") + "</w:ins>"
            )
        )
        assert "två bord" in dumps(api.read(data).meeting)
        assert "två bord" in dumps(api.read(data, changes="accept").meeting)
        assert "två bord" not in dumps(api.read(data, changes="reject").meeting)
        with pytest.raises(ReadError, match="changes"):
            api.read(data, changes="error")
        with pytest.raises(WrongValueError, match="accept"):
            api.read(data, changes="maybe")  # type: ignore[arg-type]

    def test_a_password(self) -> None:
        """It opens a PDF; without it the error tells how to give it."""
        data = pdfs.encrypted("Hej du", "hemligt")
        assert "Hej du" in dumps(api.read(data, password="hemligt").meeting)
        with pytest.raises(ReadError, match=r"read\(\.\.\., password"):
            api.read(data)

    def test_others_refuse(self) -> None:
        """A misplaced option never passes unseen; a reader that was made has its own."""
        with pytest.raises(WrongTypeError, match="'text' does not take changes"):
            api.read(b"Hej", changes="accept")
        with pytest.raises(WrongTypeError, match="does not take password"):
            api.read(word_files.word(word_files.p("Hej")), password="x")
        with pytest.raises(WrongTypeError, match="reader that is made already does not take password"):
            api.read(b"Hej", format=TextReader(), password="x")

    def test_the_lines_of_a_document(self) -> None:
        """As its container gives them; data has none."""
        data = word_files.word(word_files.p("Hej") + word_files.p("du"))
        assert [line.text for line in api.lines_of(data)] == ["Hej", "du"]
        assert api.lines_of(dumps(Meeting("B")).encode(), format="json") == ()
