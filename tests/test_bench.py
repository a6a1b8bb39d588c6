"""On every machine: ours is right on each phrase of the bench, and all are judged by the same rule."""

import importlib
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from pathlib import Path
from time import sleep

import pypdfium2
import pytest

import motesprotokoll as mp
from bench import __main__ as bench
from bench import checks, overview, page, peers, publish, reading, register, scaling, shapes
from bench.judging import answer, read_ours
from bench.phrases import NO_DATES, PHRASES, SPRING, Phrase
from motesprotokoll.compose import compose
from motesprotokoll.outline import printed
from motesprotokoll.register import Index, read_many

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.text)
def test_ours_is_right(phrase: Phrase) -> None:
    """Every phrase of the list, exactly; so none is silently wrong."""
    assert answer(read_ours, phrase) == "right"


@pytest.mark.parametrize(("text", "kind"), NO_DATES)
def test_ours_refuses_what_means_nothing(text: str, kind: str) -> None:
    """Impossible days and times, a weekday that contradicts, numbers of other kinds."""
    assert answer(read_ours, Phrase(text, kind, SPRING)) == "refused"  # type: ignore[arg-type]


def test_the_list_is_long_and_holds_nothing_twice() -> None:
    """Each phrase counts once in the shares."""
    assert len(PHRASES) >= 60
    assert len({(phrase.text, phrase.meeting, phrase.role) for phrase in PHRASES}) == len(PHRASES)
    assert {phrase.kind for phrase in PHRASES if not phrase.is_span} == {"date", "time", "occasion"}


def test_every_library_gets_a_fair_chance() -> None:
    """Each is right on figures that it knows, so that no refusal comes from how it is called."""
    for peer in ("dateparser", "dateutil"):
        pytest.importorskip(peer, reason="`make bench` and `make check` install what ours is compared with")
    readers = importlib.import_module("bench.dates").READERS
    for phrase in (Phrase("21/4 2023", "date", date(2023, 4, 21)), Phrase("13:15", "time", time(13, 15))):
        assert {name: answer(reader, phrase) for name, reader in readers.items()} == dict.fromkeys(
            readers, "right"
        )


def test_a_day_without_its_hours_is_wrong() -> None:
    """A moment is compared as a moment, and another year is another day."""
    moment = next(phrase for phrase in PHRASES if phrase.text == "2023-04-21 13:15")
    assert answer(lambda _: datetime(2023, 4, 21), moment) == "wrong"  # noqa: DTZ001
    assert answer(lambda _: date(2022, 4, 21), Phrase("21 april", "date", SPRING)) == "wrong"
    assert answer(lambda _: None, moment) == "refused"
    assert answer(lambda _: 1 / 0, moment) == "refused"


def test_an_unknown_section_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """With the names of those that there are."""
    assert bench.main(["datum"]) == 2
    assert "overview, scaling, documents, dates" in capsys.readouterr().err


class TestPublish:
    """What the section on publishing measures is what it says."""

    @pytest.mark.parametrize("meetings", [shapes.short_meetings, shapes.long_meetings])
    def test_no_document_comes_twice(self, meetings: Callable[[], Iterator[mp.Meeting]]) -> None:
        """Each says other things, in words of the same length, so that what follows has the same shape."""
        some = list(islice(meetings(), 12))
        assert len({mp.dumps(meeting) for meeting in some}) == 12
        like = [meeting for meeting in some if meeting.network == some[0].network]
        assert len(like) >= 4
        assert len({tuple(len(item.heading) for item in meeting.agenda) for meeting in like}) == 1
        assert len({len(meeting.decisions) for meeting in like}) == 1

    def test_the_first_are_the_examples(self) -> None:
        """As they stand; and all come out the same each time."""
        assert tuple(islice(shapes.short_meetings(), 3)) == shapes.examples()
        assert list(islice(shapes.short_meetings(), 9)) == list(islice(shapes.short_meetings(), 9))

    def test_a_long_meeting_is_long(self) -> None:
        """Several times what the longest example has."""
        longest = max(len(meeting.agenda) for meeting in shapes.examples())
        assert len(next(shapes.long_meetings()).agenda) > 4 * longest

    def test_costs_are_told_for_each_document(self) -> None:
        """Of ours and of the others; what warms them is not among them. A ratio compares like with like."""
        slow = {"docxtpl": lambda meeting: (sleep(0.05), b"x")[1]}
        found = publish.costs(shapes.short_meetings(), slow, 2)
        assert {*found} == {*publish.OURS, "docxtpl"}
        assert all(len(cost.ms) == len(cost.sizes) == 2 and min(cost.ms) > 0 for cost in found.values())
        assert found["docxtpl"].sizes == [1, 1]
        assert min(found["docxtpl"].ms) >= 50
        like = {"docx": publish.Cost([2.0], [1]), "docxtpl": publish.Cost([10.0], [1])}
        assert publish.ratio(like, "docxtpl") == 5

    @pytest.mark.parametrize("name", ["docxtpl", "python-docx"])
    def test_the_others_write_all_words(self, name: str) -> None:
        """Every word that ours prints stands in theirs, so that they are compared over the same work."""
        docx = pytest.importorskip("docx", reason="`make bench` installs what ours is compared with")
        others, _ = publish.available()
        for meeting in islice(shapes.short_meetings(), 4):
            file = docx.Document(BytesIO(others[name](meeting)))
            text = "\n".join(paragraph.text for paragraph in file.paragraphs)
            words = [word for words in printed(compose(meeting).nodes) for word in words.split()]
            assert [word for word in words if word not in text] == []
            assert {paragraph.style.name for paragraph in file.paragraphs} >= {"Title", "Heading 1", "Normal"}

    def test_weasyprint_writes_tagged_pdf(self) -> None:
        """As PDF/UA-1 where that is asked for; and nothing stops it in our page."""
        others, missing = publish.available()
        if "WeasyPrint, PDF/UA-1" in missing:
            pytest.skip(missing["WeasyPrint, PDF/UA-1"])
        for meeting in shapes.examples():
            for name, tagged in (("WeasyPrint, PDF/UA-1", 1), ("WeasyPrint, without tags", 0)):
                file = pypdfium2.PdfDocument(others[name](meeting))
                assert pypdfium2.raw.FPDFCatalog_IsTagged(file) == tagged
                file.close()

    def test_what_does_not_load_is_left_out(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """With the reason: a package that is not there, or a library of the system."""

        def no_library() -> peers.Peer:
            raise OSError("cannot load library 'libpango-1.0-0'")

        monkeypatch.setitem(publish.THEIRS, "WeasyPrint, PDF/UA-1", ("pdf", no_library))
        monkeypatch.setitem(sys.modules, "docx", None)
        found, missing = publish.available()
        assert {"python-docx", "docxtpl"}.isdisjoint(found)
        assert missing["python-docx"] == "not installed (docx)"
        assert "apt-get install libpango" in missing["WeasyPrint, PDF/UA-1"]

    def test_memory_is_told_at_the_marks(self) -> None:
        """In megabytes, with the seconds so far; memory that is taken shows."""
        found = list(publish.held(3, (1, 3)))
        assert [number for number, _, _ in found] == [1, 3]
        assert 0 < found[0][2] < found[1][2]
        before = publish.resident_mb()
        taken = bytearray(b"x" * 50_000_000)
        assert 40 < publish.resident_mb() - before < 200
        del taken


class TestReading:
    """What the section on reading measures is what it says."""

    def test_there_are_documents_of_both_kinds(self) -> None:
        """The corpus's, and our own with data and without; ours read what they say."""
        for suffix, read in ((".docx", reading.our_lines), (".pdf", reading.our_child)):
            found = reading.documents(suffix)
            assert len(found["the corpus"]) >= 10
            for files in found.values():
                assert all(len(read(data)) > 50 for data in files)

    @pytest.mark.parametrize("suffix", [".docx", ".pdf"])
    def test_the_others_read_the_words(self, suffix: str) -> None:
        """Nearly all that ours reads stands in theirs, so that they are compared over the same work."""
        ours = next(iter(reading.OURS[suffix].values()))
        readers, missing = reading.available(suffix)
        data = reading.documents(suffix)["ours, without data"][0]
        words = {word for word in ours(data).split() if word.isalpha()}  # type: ignore[attr-defined]
        for name, read in readers.items():
            if name not in reading.OURS[suffix]:
                text = str(read(data))
                assert sum(word in text for word in words) > 0.9 * len(words), name
        if missing:
            pytest.skip(f"`make bench` installs what ours is compared with: {missing}")

    def test_what_does_not_load_is_left_out(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """With the reason."""
        monkeypatch.setitem(sys.modules, "mammoth", None)
        found, missing = reading.available(".docx")
        assert "mammoth" not in found
        assert missing["mammoth"] == "not installed (mammoth)"

    def test_a_busy_machine_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """On one, asking another process costs what the others leave."""
        monkeypatch.setattr(reading.os, "cpu_count", lambda: 2)
        monkeypatch.setattr(reading.os, "getloadavg", lambda: (1.9, 9, 9), raising=False)
        assert reading._busy() == ""
        monkeypatch.setattr(reading.os, "getloadavg", lambda: (6.25, 0, 0))
        assert reading._busy() == "; load 6.2 on 2 processors, so that says little"

    def test_what_is_slow_is_asked_less_often(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As soon as its median stands; else it would take most of the time of the section."""
        asked: list[str] = []

        def reader(name: str, ms: int) -> reading.Read:
            return lambda _: asked.append(name) or sleep(ms / 1e3)  # type: ignore[func-returns-value]

        monkeypatch.setattr(reading, "ENOUGH_MS", 20)
        reading.costs({"slow": reader("slow", 12), "quick": reader("quick", 0)}, b"", 6)
        assert asked.count("slow") == 1 + reading.LEAST
        assert asked.count("quick") == 1 + 6

    def test_costs_and_refusals(self) -> None:
        """Medians of the rounds; only documents that all read are added up, and refusals are counted."""

        def picky(data: bytes) -> None:
            if data == b"b":
                raise ValueError

        readers = {"slow": lambda _: sleep(0.01), "picky": picky}
        found = [reading.costs(readers, data, 3) for data in (b"a", b"b")]
        assert found[1]["picky"] == "ValueError"
        assert isinstance(found[1]["slow"], float)
        total, refused = reading.totals(found)
        assert 10 <= total["slow"] < 1_000
        assert refused == {"slow": 0, "picky": 1}


class TestRegister:
    """What the section on many meetings measures is what it says."""

    def test_the_words_are_those_of_a_language(self) -> None:
        """Thousands, of which the first makes up a tenth and the rest is rare; the same each time."""
        words, shares = register.vocabulary()
        assert 25_000 < len(words) < 35_000
        assert 0.05 < shares[0] / shares[-1] < 0.15
        assert register.notes(7) == register.notes(7) != register.notes(8)

    def test_the_notes_are_read_as_notes(self) -> None:
        """With all items, decisions and people, and nothing that is doubtful."""
        meeting = mp.read_text(register.notes(3)).meeting
        assert meeting.date
        assert len(meeting.agenda) == 6
        assert len(meeting.decisions) == 2
        assert len(meeting.actions) == 1
        assert len(meeting.present) == 5

    def test_the_figures(self, tmp_path: Path) -> None:
        """Seconds, memory after each quarter, milliseconds; and questions of all kinds."""
        files = register.written(tmp_path, 8)
        assert register.seconds(files, 1) > 0
        assert [number for number, _ in register.held(files)] == [2, 4, 6, 8]
        assert len({*register.questions(50)}) > 30
        with Index() as index:
            index.add(read_many(files))
            found = register.asked(index, 5)
        assert len(found) == 5
        assert found == sorted(found)


class TestChecks:
    """What the section on checking measures is what it says."""

    def test_the_meetings_are_ordinary(self) -> None:
        """Each says other things, in sentences, with decisions; the default set has nothing against them."""
        meetings = checks.meetings(3)
        assert len({mp.dumps(meeting) for meeting in meetings}) == 3
        assert all(meeting.decisions and meeting.actions and meeting.present for meeting in meetings)
        assert checks.seconds(meetings)[1] == 0

    def test_every_family_is_told(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """By the beginning of its codes, after all rules together and the default set."""
        monkeypatch.setenv("MEETINGS", "2")
        checks.main()
        told = capsys.readouterr().out
        assert [name for name in checks.families() if name in told] == [f"MP{n}" for n in range(1, 10)]
        assert "goal 0.004 s" in told


class TestOverview:
    """The one table says what it measured."""

    def test_every_figure_is_beside_ours_and_the_floor(self) -> None:
        """Ours is among the rows of each piece of work, and is one time ours."""
        rows = overview.table(1)
        works = {row.work for row in rows[3:]}
        assert works >= {"read text", "read Word", "read PDF", "write pdf", "check", "read a calendar"}
        assert {row.work for row in rows if row.by == overview.OURS} == works
        assert all(row.ours == 1 for row in rows if row.by == overview.OURS)
        assert [row.by for row in rows[:3]][2] == overview.FLOOR
        assert rows[2].floor == 1
        assert all(row.ms > 0 and row.floor > 0 for row in rows)

    def test_what_fails_is_left_out(self) -> None:
        """The others take turns, and one that is slow has fewer."""
        asked: list[str] = []

        def call(name: str, seconds: float) -> object:
            return asked.append(name) or sleep(seconds)  # type: ignore[func-returns-value]

        found = overview.medians(
            {"none": lambda: 1 / 0, "slow": lambda: call("slow", 0.4), "quick": lambda: call("quick", 0)}, 5
        )
        assert {*found} == {"slow", "quick"}
        assert found["slow"] >= 400
        assert (asked.count("slow"), asked.count("quick")) == (1 + overview.LEAST, 1 + 5)

    def test_the_rows_as_markdown(self) -> None:
        """A piece of work is named once; the floor has no ratio to ours."""
        rows = [
            overview.Row("read", "ours", 2.0, 1.0, 4.0),
            overview.Row("read", "other", 5.0, 2.5, 10.0),
            overview.Row("floor", "bytes", 0.5, float("nan"), 1.0),
            overview.Row("broken", "ours", float("nan"), float("nan"), float("nan")),
        ]
        assert overview.markdown(rows).splitlines()[2:] == [
            "| read | ours | 2.000 | 1.00 | 4.0 |",
            "|  | other | 5.000 | 2.50 | 10.0 |",
            "| floor | bytes | 0.500 |  | 1.0 |",
            "| broken | ours | failed | | |",
        ]


class TestScaling:
    """Cost against size."""

    @pytest.mark.parametrize("paragraphs", [1, 10, 25])
    def test_a_meeting_has_so_many_paragraphs(self, paragraphs: int) -> None:
        """Ten in an item, and as many after it was written and read."""
        meeting = scaling.meeting_of(paragraphs)
        assert sum(len(item.body) for item in meeting.agenda) == paragraphs
        text = mp.render(meeting, "text").content
        assert sum(len(item.body) for item in mp.read(text, format="text").meeting.agenda) == paragraphs

    def test_all_work_is_measured(self) -> None:
        """At each size, for documents and for their number."""
        found = scaling.by_size(scaling._prepared, (1, 2))
        assert all(len(costs) == 2 and all(costs) for costs in found.values())
        assert {"read text", "write docx", "write pdf", "check", "load JSON"} <= {*found}

    def test_documents_are_counted(self, tmp_path: Path) -> None:
        """They are read, put into a register and asked for."""
        works = scaling._of_documents(tmp_path)(3)
        assert works["read"]() == 3
        assert works["a register, with its decisions"]() > 0  # type: ignore[operator]

    def test_what_would_take_too_long_is_left_out(self) -> None:
        """And what is refused; but what is small is always taken."""

        def refused() -> None:
            raise mp.MinutesError("too much")

        def prepared(size: int) -> dict[str, Callable[[], object]]:
            return {"slow": lambda: sleep(size / 50), "refused": refused, "quick": lambda: None}

        found = scaling.by_size(prepared, (1, 10, 100), 0.5)
        assert found["refused"] == [None, None, None]
        assert found["slow"][1]
        assert found["slow"][2] is None
        assert all(found["quick"])
        assert scaling.markdown({"work": [0.5, 1.0, None]}, (1, 10, 100), "things").splitlines()[2] == (
            "| work | 500.0 | 1,000.0 | – | 0.20 |"
        )


class TestPage:
    """The page of the documentation."""

    def test_only_the_part_between_the_marks_is_written(self) -> None:
        """And it is there, once."""
        text = page.PAGE.read_text("utf-8")
        assert text.count(page.BEGINS) == text.count(page.ENDS) == 1
        made = page.with_figures(text, "| new |")
        assert made.partition(page.BEGINS)[0] == text.partition(page.BEGINS)[0]
        assert f"{page.BEGINS}\n\n| new |\n\n{page.ENDS}" in made
        with pytest.raises(ValueError, match="no <!-- figures"):
            page.with_figures("no marks", "")

    def test_day_and_machine_are_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The day is the caller's where one is given."""
        monkeypatch.setenv("BENCH_DATE", "2026-11-22")
        part = page.figures({"overview": "| table |"}, page.machine(), page.today())
        assert part.startswith(f"Measured 2026-11-22 by {page.COMMAND}: ")
        assert f"Python {sys.version_info.major}." in part
        assert "## Beside others, and beside the floor\n\n| table |" in part

    def test_a_section_that_breaks_fails_nothing(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """It is told, the others go on, and the page is left as it is without both of its sections."""
        before = page.PAGE.read_bytes()
        monkeypatch.setattr(overview, "report", lambda: 1 / 0)
        monkeypatch.setattr(scaling, "report", lambda: "figures")
        assert bench.main(["overview", "scaling"]) == 0
        told = capsys.readouterr()
        assert "figures" in told.out
        assert "ZeroDivisionError" in told.err
        assert page.PAGE.read_bytes() == before

    def test_the_page_is_written(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        """Where both sections were asked for; and a page that is not there is told."""
        monkeypatch.setattr(overview, "report", lambda: "| one |")
        monkeypatch.setattr(scaling, "report", lambda: "| two |")
        monkeypatch.setattr(page, "PAGE", tmp_path / "benchmarks.md")
        assert bench.main(["overview", "scaling"]) == 0
        assert "not on the page" in capsys.readouterr().err
        page.PAGE.write_text(f"# Costs\n{page.BEGINS}\n{page.ENDS}\n", "utf-8")
        assert bench.main(["overview", "scaling"]) == 0
        assert "| one |" in page.PAGE.read_text("utf-8")
        assert "| two |" in page.PAGE.read_text("utf-8")
