"""Decisions as a list, CSV and JSON; and what a person says of them."""

import csv
import io
import json
from pathlib import Path

import pytest

from command_line import Run
from motesprotokoll.cli import DONE, USAGE
from motesprotokoll.cli.commands.decisions import COLUMNS
from motesprotokoll.model import Basis, Decision, Meeting
from motesprotokoll.register import Followup, Verdict
from motesprotokoll.register.followup import FILE_NAME
from motesprotokoll.serialisation import dumps
from unit.register.meetings import item, notes


class TestDecisions:
    def test_lists_them_by_file(self, run: Run, good: Path) -> None:
        """File, body, date, and the decisions below, each with its number."""
        status, out, _ = run("decisions", good)
        assert status == DONE
        assert out.splitlines()[0] == f"{good}, Nätverket ord, 2027-02-05"
        assert "  B27-2 Nätverket beslutar att ord att vila" in out.splitlines()

    def test_csv_has_the_promised_columns(self, run: Run, good: Path, doubtful: Path) -> None:
        """Comma, UTF-8, one header, one row a decision."""
        _, out, _ = run("decisions", good, doubtful, "--csv")
        rows = list(csv.DictReader(io.StringIO(out)))
        assert tuple(rows[0]) == COLUMNS
        assert len(rows) == 3
        assert [tuple(row[name] for name in COLUMNS[3:-1]) for row in rows] == [
            ("2. Beslut", "Nätverket beslutar ord", "adopted", "stated", "$.agenda[1].body[0]"),
            ("2. Beslut", "Nätverket beslutar att ord att vila", "", "", "$.agenda[1].body[1]"),
            ("2. Beslut > Bakgrund", "Inre beslut ord", "", "", "$.agenda[1].body[2].body[1]"),
        ]
        head = {tuple(row[name] for name in COLUMNS[:3]) for row in rows}
        assert head == {(str(good), "2027-02-05", "Nätverket ord")}

    def test_csv_for_swedish_excel(self, run: Run, good: Path) -> None:
        """Semicolons, and a byte order mark."""
        _, out, _ = run("decisions", good, "--excel")
        assert out.startswith("\ufefffile;date;network;")

    def test_csv_is_proof_against_formulas(self, run: Run, tmp_path: Path) -> None:
        """No cell is a formula to a spreadsheet; JSON has the words as they are."""
        path = tmp_path / "a.json"
        words = ["=1+1", "+46", "-1", "@x", "\uff1d1"]
        path.write_text(dumps(Meeting("A", preamble=[Decision(one) for one in words])), "utf-8")
        _, out, _ = run("decisions", path, "--csv")
        assert [row["decision"] for row in csv.DictReader(io.StringIO(out))] == [f"'{one}" for one in words]
        _, out, _ = run("decisions", path, "--json")
        assert [row["decision"] for row in json.loads(out)] == words

    def test_json_keeps_odd_signs_and_shows_none(self, run: Run, tmp_path: Path) -> None:
        """What a terminal might obey is escaped, so that the value stays what it was."""
        path = tmp_path / "a.json"
        path.write_text(dumps(Meeting("A", preamble=[Decision("å\u202eb\U000e0041")])), "utf-8")
        _, out, _ = run("decisions", path, "--json")
        assert "\u202e" not in out
        assert "å" in out
        assert json.loads(out)[0]["decision"] == "å\u202eb\U000e0041"

    def test_csv_and_json_exclude_each_other(self, run: Run, good: Path) -> None:
        """One output has one form."""
        assert run("decisions", good, "--csv", "--json")[0] == USAGE

    def test_looks_through_folders(self, run: Run, archive: Path) -> None:
        """As all commands that take an archive do; a document without decisions is left out."""
        (archive / "tyst.json").write_text(dumps(notes("2027-05-05", item("A", "Inget."))), "utf-8")
        status, out, err = run("decisions", archive)
        assert (status, err) == (DONE, "")
        assert [line for line in out.splitlines() if not line.startswith(" ")] == [
            f"{archive / 'spring.json'}, Nätverket för vattenvård, 2027-03-05",
            f"{archive / 'board.json'}, Styrelsen, 2027-04-01",
        ]
        assert run("decisions", archive, "--body", "styrelsen")[1].count("\n") == 2

    def test_nothing_to_list(self, run: Run, tmp_path: Path) -> None:
        """An empty folder is named, since it may be the wrong one."""
        told = f"Inga dokument som kan läsas finns i {tmp_path}.\nInget hittades.\n"
        assert run("decisions", tmp_path) == (DONE, "", told)
        path = tmp_path / "tyst.json"
        path.write_text(dumps(notes("2027-05-05")), "utf-8")
        assert run("decisions", path) == (DONE, "", "Inget hittades.\n")

    def test_a_file_that_cannot_be_read_stops_nothing(self, run: Run, archive: Path) -> None:
        """The others are listed."""
        (archive / "trasig.pdf").write_bytes(b"\0")
        status, out, err = run("decisions", archive)
        assert status == USAGE
        assert "B27-1" in out
        assert "trasig.pdf" in err


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Minutes of two bodies with what was taken for decisions."""
    spring = [Decision(text, basis=Basis.RECOGNISED) for text in ("Vi mäter.", "Vi spikar datum.")]
    board = Decision("Styrelsen beslutar att vila.", basis=Basis.STATED)
    folder = tmp_path / "arkiv"
    folder.mkdir()
    (folder / "spring.json").write_text(dumps(notes("2027-03-05", item("A", *spring))), "utf-8")
    (folder / "board.json").write_text(
        dumps(notes("2027-04-01", item("A", board), body="Styrelsen")), "utf-8"
    )
    return folder


class TestJudging:
    def test_a_rejected_decision_is_listed_no_more(self, run: Run, archive: Path) -> None:
        """It is told which it was and where that is kept; the numbers of the others stay."""
        words = ("--reject", "b27–2")
        told = f"B27-2 förkastat: Vi spikar datum.\nSparat i {archive / FILE_NAME}.\n"
        assert run("decisions", archive, *words) == (DONE, "", told)
        assert "spikar" not in run("decisions", archive)[1]
        older = notes("2027-01-05", item("A", Decision("Vi beslutar att börja.")))
        (archive / "older.json").write_text(dumps(older), "utf-8")
        assert "B27-3 Vi beslutar att börja." in run("decisions", archive)[1]

    def test_what_is_rejected_can_be_seen_and_taken_back(self, run: Run, archive: Path) -> None:
        """By the same number."""
        run("decisions", archive, "--reject", "B27-2")
        assert run("decisions", archive, "--rejected")[1].splitlines()[1:] == ["  B27-2 Vi spikar datum."]
        status, _, err = run("decisions", archive, "--confirm", "B27-2")
        assert (status, err.splitlines()[0]) == (DONE, "B27-2 bekräftat: Vi spikar datum.")
        rows = json.loads(run("decisions", archive, "--json", "--body", "Nätverket för vattenvård")[1])
        assert [(row["number"], row["basis"]) for row in rows] == [
            ("B27-1", "recognised"),
            ("B27-2", "confirmed"),
        ]
        assert run("decisions", archive, "--rejected")[2] == "Inget hittades.\n"

    def test_what_is_left_to_look_at(self, run: Run, archive: Path) -> None:
        """What was marked as a decision, or confirmed, needs nobody's eye."""
        run("decisions", archive, "--confirm", "B27-2")
        assert run("decisions", archive, "--unconfirmed")[1].splitlines()[1:] == ["  B27-1 Vi mäter."]

    def test_several_at_once(self, run: Run, archive: Path) -> None:
        """Each with its option, in one go; a table may follow."""
        words = ("--confirm", "B27-2", "--reject", "B27-1", "--body", "Nätverket för vattenvård", "--csv")
        status, out, err = run("decisions", archive, *words)
        assert (status, err.count("\n"), out.count("\n")) == (DONE, 3, 2)
        verdicts = {
            one.number: one.verdict
            for one in Followup.load(archive / FILE_NAME).settled.values()
            if one.verdict
        }
        assert verdicts == {"B27-1": Verdict.REJECTED, "B27-2": Verdict.CONFIRMED}

    def test_one_that_is_not_there_names_the_nearest(self, run: Run, archive: Path) -> None:
        """With its words, and nothing is kept of the others either."""
        status, out, err = run("decisions", archive, "--reject", "B27-2", "--reject", "B27-22")
        assert (status, out) == (USAGE, "")
        assert "--reject: there is no 'B27-22' (the nearest is B27-2: Vi spikar datum)" in err
        assert not (archive / FILE_NAME).exists()

    def test_several_bodies_have_it(self, run: Run, archive: Path) -> None:
        """They are named; so does the id that programs get."""
        status, _, err = run("decisions", archive, "--reject", "B27-1")
        assert status == USAGE
        assert "say whose with --body: 'Nätverket för vattenvård' or 'Styrelsen'" in err
        assert run("decisions", archive, "--reject", "B27-1", "--body", "Styrelsen")[0] == DONE
        assert "vila" not in run("decisions", archive)[1]

    def test_nothing_like_it(self, run: Run, archive: Path, tmp_path: Path) -> None:
        """Then none is named."""
        assert run("decisions", archive, "--reject", "zzz")[2].endswith("--reject: there is no 'zzz'\n")
        path = tmp_path / "tyst.json"
        path.write_text(dumps(notes("2027-05-05")), "utf-8")
        assert "there are none at all" in run("decisions", path, "--reject", "B27-1")[2]

    def test_with_a_file_that_cannot_be_read(self, run: Run, archive: Path) -> None:
        """What can be done is done."""
        (archive / "trasig.pdf").write_bytes(b"\0")
        assert run("decisions", archive, "--reject", "B27-2")[0] == USAGE
        assert (archive / FILE_NAME).exists()
