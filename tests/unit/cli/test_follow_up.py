"""An archive on the command line: what is open, what was said, a year's report, and the next agenda."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

import motesprotokoll as mp
from command_line import Run
from motesprotokoll.cli import DONE, FINDINGS, USAGE, registers
from motesprotokoll.errors import WriteError
from motesprotokoll.model import Kind
from motesprotokoll.register import Followup
from motesprotokoll.register.followup import FILE_NAME
from motesprotokoll.serialisation import dumps
from unit.register.meetings import AUTUMN, BODY, SPRING, item, notes

BOARD = notes(
    "2027-04-01", item("A", mp.ActionItem("Kim ringer.")), body="Styrelsen", present=["Kim Ask, Ale"]
)
LATER = date(2027, 9, 20)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder of two meetings of one body, one of them in a folder of its own."""
    folder = tmp_path / "arkiv"
    (folder / "2027").mkdir(parents=True)
    (folder / "spring.json").write_text(dumps(SPRING), "utf-8")
    (folder / "2027" / "autumn.json").write_text(dumps(AUTUMN), "utf-8")
    return folder


@pytest.fixture
def broken(archive: Path) -> Path:
    """The same folder with a document that nobody can read."""
    (archive / "trasig.pdf").write_bytes(b"\x00" * 100)
    return archive


@pytest.fixture(autouse=True)
def _someday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is a day in autumn."""
    monkeypatch.setattr(registers, "today", lambda: LATER)
    for name in ("actions", "report"):
        monkeypatch.setattr(f"motesprotokoll.cli.commands.{name}.today", lambda: LATER)


class TestActions:
    def test_lists_what_is_open(self, run: Run, archive: Path) -> None:
        """Number, owner, what, since when, and its age."""
        told = "Å27-2 Bo Alm: Bo frågar ekonomen om pengar. Från 5 mars 2027, 199 dagar."
        assert run("actions", archive) == (DONE, f"{told}\n", "")
        assert "60 dagar" in run("actions", archive, "--on", "2027-05-04")[1]
        assert "Since 2027-03-05" in run("actions", archive, "--language", "en")[1]

    def test_all_are_also_those_that_are_closed(self, run: Run, archive: Path) -> None:
        """With the day."""
        _, out, _ = run("actions", archive, "--all")
        assert "Å27-1 Ida Ek: " in out
        assert out.splitlines()[0].endswith("Från 5 mars 2027. (avslutad 2027-09-10)")

    def test_closed_on_no_day(self, run: Run, tmp_path: Path) -> None:
        """What minutes without a day call done has none either."""
        meeting = mp.Meeting("A", preamble=[mp.ActionItem("Bo ringer.", done=True)])
        path = tmp_path / "a.json"
        path.write_text(dumps(meeting), "utf-8")
        assert run("actions", path, "--all")[1] == "Å-1: Bo ringer. (avslutad)\n"
        assert run("actions", path) == (DONE, "", "Inget hittades.\n")

    def test_closes_one_and_keeps_all_numbers(self, run: Run, archive: Path) -> None:
        """In a file beside the documents, which is no document; the documents stay."""
        before = (archive / "spring.json").read_bytes()
        words = ("--close", "Å27-2", "--on", "2027-09-11", "--note", "Pengarna finns")
        told = "Å27-2 avslutad 2027-09-11: Bo frågar ekonomen om pengar."
        assert run("actions", archive, *words) == (DONE, "", f"{told}\nSparat i {archive / FILE_NAME}.\n")
        assert run("actions", archive) == (DONE, "", "Inget hittades.\n")
        settled = Followup.load(archive / FILE_NAME).settled.values()
        assert {one.number for one in settled} == {"Å27-1", "Å27-2", "B27-1"}
        (closed,) = (one for one in settled if one.closed_on)
        assert (closed.closed_on, closed.note) == (date(2027, 9, 11), "Pengarna finns")
        assert "avslutad 2027-09-11" in run("actions", archive, "--all")[1]
        assert (archive / "spring.json").read_bytes() == before

    def test_today_closes_where_no_day_is_named(self, run: Run, archive: Path) -> None:
        """A document that is named has the file beside it."""
        assert run("actions", archive / "spring.json", "--close", "Å27-2")[0] == DONE
        closed = [one.closed_on for one in Followup.load(archive / FILE_NAME).settled.values()]
        assert LATER in closed

    def test_wrong_numbers_close_nothing(self, run: Run, archive: Path) -> None:
        """One line that names the nearest, and no file."""
        status, _, err = run("actions", archive, "--close", "Å27-2", "--close", "Å27-22")
        assert (status, err.count("\n")) == (USAGE, 1)
        assert "the nearest is Å27-2: Bo frågar ekonomen om pengar" in err
        (archive / "board.json").write_text(dumps(BOARD), "utf-8")
        status, _, err = run("actions", archive, "--close", "Å27-1")
        assert status == USAGE
        assert "--body" in err
        assert not (archive / FILE_NAME).exists()
        assert run("actions", archive, "--close", "Å27-1", "--body", "styrelsen")[0] == DONE
        assert "Kim" not in run("actions", archive)[1]

    def test_the_id_of_a_table_is_a_number_too(self, run: Run, archive: Path) -> None:
        """A program closes by the id that it was given, whatever body has the number as well."""
        (archive / "board.json").write_text(dumps(BOARD), "utf-8")
        rows = json.loads(run("actions", archive, "--json")[1])
        (row,) = (row for row in rows if row["body"] == "Styrelsen")
        assert run("actions", archive, "--close", row["id"])[0] == DONE
        assert "Kim" not in run("actions", archive)[1]

    def test_opens_again_what_minutes_call_done(self, run: Run, archive: Path) -> None:
        """The minutes were wrong: it is open until later ones say so again."""
        status, _, err = run("actions", archive, "--reopen", "å27-1")
        assert (status, err.splitlines()[0]) == (
            DONE,
            "Å27-1 öppen igen: Ida tar fram mallen för provtagning.",
        )
        assert "Å27-1" in run("actions", archive)[1]

    def test_closed_and_opened_on_another_thought(self, run: Run, archive: Path) -> None:
        """A mistake is undone."""
        run("actions", archive, "--close", "Å27-2", "--note", "klart")
        run("actions", archive, "--reopen", "Å27-2")
        assert "Å27-2" in run("actions", archive)[1]
        assert not any(one.note for one in Followup.load(archive / FILE_NAME).settled.values())

    def test_what_is_none_is_rejected(self, run: Run, archive: Path) -> None:
        """It is listed where it is asked for, also if it is closed, and may be confirmed after all."""
        run("actions", archive, "--reject", "Å27-1", "--confirm", "Å27-2")
        assert "Å27-1" not in run("actions", archive, "--all")[1]
        assert run("actions", archive, "--rejected")[1].startswith("Å27-1 Ida Ek")
        assert run("actions", archive, "--unconfirmed")[1] == ""
        assert run("actions", archive, "--confirm", "Å27-1", "--all", "--csv")[1].count("confirmed") == 2

    def test_several_bodies_stand_apart(self, run: Run, archive: Path) -> None:
        """Each below its name, since each counts its own; those that name none are last."""
        (archive / "board.json").write_text(dumps(BOARD), "utf-8")
        nobody = mp.Meeting(occasion=date(2027, 1, 4), preamble=[mp.ActionItem("Åsa ringer.")])
        (archive / "nobody.json").write_text(dumps(nobody), "utf-8")
        lines = run("actions", archive)[1].splitlines()
        assert lines[::2] == [BODY, "Styrelsen", "Möten utan angivet organ"]
        assert all(line.startswith("  Å27-") for line in lines[1::2])

    def test_a_body_that_is_not_there(self, run: Run, archive: Path) -> None:
        """Is no empty list."""
        status, out, err = run("actions", archive, "--body", "Styrelsen")
        assert (status, out) == (USAGE, "")
        assert BODY in err

    def test_an_empty_folder_is_named(self, run: Run, tmp_path: Path) -> None:
        """It may be the wrong one."""
        folder = tmp_path / "tom"
        folder.mkdir()
        assert f"finns i {folder}." in run("actions", folder)[2]

    def test_a_note_needs_an_action(self, run: Run, archive: Path) -> None:
        """It would be lost."""
        assert run("actions", archive, "--note", "klart")[0] == USAGE

    @pytest.mark.parametrize("day", ["nyss", "2027-13-01", ""])
    def test_no_day(self, run: Run, archive: Path, day: str) -> None:
        """One line that says how a day is written."""
        status, _, err = run("actions", archive, "--on", day)
        assert status == USAGE
        assert "2027-05-01" in err

    def test_tables(self, run: Run, archive: Path) -> None:
        """CSV, CSV for Excel and JSON have the columns that the register promises."""
        _, out, _ = run("actions", archive, "--csv")
        assert next(iter(csv.DictReader(io.StringIO(out))))["number"] == "Å27-2"
        _, out, _ = run("actions", archive, "--excel", "--all")
        assert out.startswith("\ufeffid;meeting;date")
        assert out.count("\r\n") == 3
        assert [row["open"] for row in json.loads(run("actions", archive, "--json", "--all")[1])] == [
            False,
            True,
        ]

    def test_what_cannot_be_read_is_told_and_stops_nothing(self, run: Run, broken: Path) -> None:
        """Also a file that is not there."""
        status, out, err = run("actions", broken, broken / "ingen.txt")
        assert status == FINDINGS
        assert out.startswith("Å27-2")
        lines = err.splitlines()
        assert len(lines) == 2
        assert all(any(name in line for line in lines) for name in ("trasig.pdf", "ingen.txt"))

    def test_a_damaged_file_of_follow_up_stops(self, run: Run, archive: Path) -> None:
        """Nothing that somebody settled is ever written over."""
        (archive / FILE_NAME).write_text("{", "utf-8")
        assert run("actions", archive, "--close", "Å27-2")[0] == USAGE
        assert (archive / FILE_NAME).read_text("utf-8") == "{"


class TestSearch:
    def test_finds_word_forms(self, run: Run, archive: Path) -> None:
        """Where it stands, below which headings, and the words."""
        status, out, err = run("search", archive, "mallen")
        assert (status, err) == (DONE, "")
        first, headings, excerpt = out.splitlines()
        assert first == f"2027-03-05, {BODY}, {archive / 'spring.json'}"
        assert "Provtagning" in headings
        assert "»mallen«" in excerpt

    def test_nothing_found(self, run: Run, broken: Path) -> None:
        """Says so, beside the output, with the words and in how many documents it looked."""
        status, out, err = run("search", broken, "giraff")
        assert (status, out) == (FINDINGS, "")
        assert err.splitlines()[1] == "Inget hittades om giraff i 2 dokument."
        assert run("search", broken, "giraff", "--json")[1] == "[]\n"

    def test_words_need_no_quotes(self, run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is no file is a word, wherever it stands; the last is, if all are files."""
        asked = run("search", archive, "ekonomen pengar")[1]
        assert asked
        assert run("search", archive, "ekonomen", "pengar")[1] == asked
        assert run("search", "ekonomen", "pengar", archive)[1] == asked
        monkeypatch.chdir(archive.parent)
        assert run("search", archive.name, archive.name)[2].startswith("Inget hittades om ")

    def test_a_folder_that_is_not_there(self, run: Run, archive: Path) -> None:
        """Is told; where there are others it can be seen among the words."""
        status, _, err = run("search", "arkvi", "ekonomen", "pengar")
        assert status == FINDINGS
        assert err.splitlines() == [
            "motesprotokoll: arkvi: there is no such file",
            "Inget hittades om ekonomen pengar i 0 dokument.",
        ]
        assert "arkvi ekonomen" in run("search", archive, "arkvi", "ekonomen")[2]
        assert "saknas: there is no such file" in run("search", archive / "saknas", archive, "ekonomen")[2]

    def test_a_body_that_is_not_there(self, run: Run, archive: Path) -> None:
        """Is no empty answer: those that are there are named."""
        status, out, err = run("search", archive, "ekonomen", "--body", "Styrelsen")
        assert (status, out) == (USAGE, "")
        assert f"there is no body 'Styrelsen' (the documents have '{BODY}')" in err
        assert run("search", archive, "giraff", "--body", BODY.upper())[0] == DONE

    def test_more_hits_than_are_shown(self, run: Run, archive: Path) -> None:
        """Are told, and how to see them."""
        _, out, err = run("search", archive, "ekonomen", "--most", "1")
        assert out.count(str(archive)) == 1
        assert err == "Det finns fler träffar: --most 2 visar dem.\n"
        assert run("search", archive, "ekonomen", "--most", "2")[2] == ""

    def test_a_body_and_a_period(self, run: Run, archive: Path) -> None:
        """Only there is looked."""
        assert run("search", archive, "ekonomen", "--since", "2027-05-01", "--csv")[1].count("\n") == 2
        assert run("search", archive, "ekonomen", "--until", "2027-01-01")[1] == ""
        assert len(json.loads(run("search", archive, "ekonomen", "--most", "1", "--json")[1])) == 1

    def test_an_index_that_is_kept(self, run: Run, broken: Path, tmp_path: Path) -> None:
        """What could not be read is told each time; how much was read, where anything was."""
        index = tmp_path / "sok.db"
        read = f"{index}: 3 nya eller ändrade dokument lästa, 0 borttagna\n"
        for told in (read, ""):
            status, out, err = run("search", broken, "kartan", "--index", index)
            assert status == FINDINGS
            assert "»kartan«" in out
            assert err == f"motesprotokoll: {broken / 'trasig.pdf'}: this is no PDF document\n{told}"
        (broken / "trasig.pdf").unlink()
        told = f"{index}: 0 nya eller ändrade dokument lästa, 1 borttagna\n"
        assert run("search", broken, "kartan", "--index", index)[2] == told

    def test_a_document_named_as_index_stays(self, run: Run, archive: Path) -> None:
        """A slip of the hand costs nobody a document."""
        before = (archive / "spring.json").read_bytes()
        status, _, err = run("search", archive, "kartan", "--index", archive / "spring.json")
        assert (status, err.count("\n")) == (USAGE, 1)
        assert "this file is no index" in err
        assert (archive / "spring.json").read_bytes() == before

    def test_no_words(self, run: Run, archive: Path) -> None:
        """Are no question."""
        assert run("search", archive, "?")[0] == USAGE


class TestReport:
    def test_writes_a_year(self, run: Run, archive: Path, tmp_path: Path) -> None:
        """Today is the day of a year that is not over."""
        path = tmp_path / "rapport.html"
        assert run("report", archive, "--year", "2027", "-o", path) == (DONE, "", "")
        page = path.read_text("utf-8")
        assert "Årsrapport 2027" in page
        assert "199 dagar" in page
        assert page.count("<svg") == 2

    def test_a_day_of_your_own(self, run: Run, archive: Path) -> None:
        """And all years, to standard output."""
        status, out, _ = run("report", archive, "--on", "2027-12-31", "-o", "-", "--format", "text")
        assert status == DONE
        assert "301 dagar" in out

    def test_a_theme_is_also_that_of_the_pictures(self, run: Run, archive: Path, tmp_path: Path) -> None:
        """One organisation, one look."""
        theme, path = tmp_path / "t.toml", tmp_path / "r.html"
        theme.write_text('decision = "#4b0082"', "utf-8")
        assert run("report", archive, "--theme", theme, "-o", path)[0] == DONE
        assert 'class="decided"' in path.read_text("utf-8")
        assert path.read_text("utf-8").count('fill="#4b0082"') == 2

    def test_unreadable_documents_are_in_it(self, run: Run, broken: Path, tmp_path: Path) -> None:
        """And told, and the report is written."""
        path = tmp_path / "r.txt"
        status, _, err = run("report", broken, "-o", path)
        assert status == FINDINGS
        assert "trasig.pdf" in err
        assert "| trasig.pdf | this is no PDF document |" in path.read_text("utf-8")

    @pytest.mark.parametrize(
        "words",
        [
            ("-o", "r.xyz"),
            ("-o", "-"),
            ("--year", "2020", "-o", "r.html"),
            ("--body", "X", "-o", "r.html"),
            ("--theme", "ingen.toml", "-o", "r.html"),
        ],
    )
    def test_wrong_wishes(self, run: Run, archive: Path, words: tuple[str, ...]) -> None:
        """One line, and nothing is written."""
        status, out, err = run("report", archive, *words)
        assert (status, out, err.count("\n")) == (USAGE, "", 1)


class TestAgenda:
    def test_writes_the_next(self, run: Run, archive: Path, tmp_path: Path) -> None:
        """Of the only body, on the first planned day, with what is open."""
        path = tmp_path / "dagordning.docx"
        told = f"Åtgärdernas nummer är sparade i {archive / FILE_NAME}.\n"
        assert run("agenda", archive, "-o", path) == (DONE, "", told)
        meeting = mp.read(path).meeting
        assert (meeting.kind, meeting.date) == (Kind.AGENDA, date(2028, 2, 4))
        assert "Å27-2" in dumps(meeting)

    def test_the_numbers_that_it_tells_stay(self, run: Run, archive: Path, tmp_path: Path) -> None:
        """People answer to them, so an older document that turns up must not move them."""
        run("agenda", archive, "-o", tmp_path / "a.txt")
        older = notes("2027-01-08", item("Uppdrag", mp.ActionItem("Eva skriver brevet till alla.")))
        (archive / "older.json").write_text(dumps(older), "utf-8")
        lines = run("actions", archive)[1].splitlines()
        assert [line[:5] for line in lines] == ["Å27-3", "Å27-2"]
        assert run("agenda", archive, "-o", tmp_path / "b.txt")[2] != ""
        assert run("agenda", archive, "-o", tmp_path / "c.txt")[2] == ""

    def test_nothing_is_kept_where_nothing_is_open(self, run: Run, tmp_path: Path) -> None:
        """No file beside the documents."""
        (tmp_path / "a.json").write_text(dumps(AUTUMN), "utf-8")
        assert run("agenda", tmp_path, "-o", tmp_path / "ut.txt") == (DONE, "", "")
        assert not (tmp_path / FILE_NAME).exists()

    def test_a_folder_that_nobody_may_write_to(
        self, run: Run, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The agenda is written all the same."""

        def refuse(*_: object) -> None:
            raise WriteError("the folder is read-only")

        monkeypatch.setattr(Followup, "save", refuse)
        status, _, err = run("agenda", archive, "-o", tmp_path / "a.txt")
        assert (status, err) == (DONE, "motesprotokoll: the folder is read-only\n")
        assert (tmp_path / "a.txt").exists()

    def test_a_body_and_a_day(self, run: Run, archive: Path) -> None:
        """Several bodies have to be told apart."""
        (archive / "board.json").write_text(dumps(BOARD), "utf-8")
        status, _, err = run("agenda", archive, "-o", "-", "--format", "text")
        assert status == USAGE
        assert "Styrelsen" in err
        words = ("--body", "STYRELSEN", "--on", "2027-10-01", "-o", "-", "--format", "text")
        status, out, _ = run("agenda", archive, *words)
        assert status == DONE
        assert out.startswith("Styrelsen")
        assert "1 oktober 2027" in out

    def test_no_such_body(self, run: Run, archive: Path) -> None:
        """The others are named."""
        status, _, err = run("agenda", archive, "--body", "X", "-o", "-")
        assert status == USAGE
        assert BODY in err


class TestToday:
    def test_is_a_day(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """That of the clock."""
        monkeypatch.undo()
        assert date(2026, 1, 1) < registers.today() < date(2100, 1, 1)


class TestRealDocuments:
    def test_one_command_makes_the_report(self, run: Run, seeds: Path, tmp_path: Path) -> None:
        """In every format that people send."""
        for name in ("rapport.html", "rapport.pdf", "rapport.docx"):
            assert run("report", seeds, "--year", "2023", "-o", tmp_path / name) == (DONE, "", "")
            assert (tmp_path / name).stat().st_size > 5_000
