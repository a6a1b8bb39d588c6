"""Decisions as a list, CSV and JSON."""

import csv
import io
import json
from pathlib import Path

from motesprotokoll.cli import DONE, USAGE
from motesprotokoll.model import Decision, Meeting
from motesprotokoll.serialisation import dumps
from motesprotokoll.summary import COLUMNS
from typed import Run


class TestDecisions:
    def test_lists_them_by_file(self, run: Run, good: Path) -> None:
        """File, body, date, and the decisions below."""
        status, out, _ = run("decisions", good)
        assert status == DONE
        assert out.splitlines()[0] == f"{good}, Nätverket ord, 2027-02-05"
        assert "  Nätverket beslutar att ord att vila" in out.splitlines()

    def test_csv_has_the_promised_columns(self, run: Run, good: Path, doubtful: Path) -> None:
        """Comma, UTF-8, one header, one row a decision."""
        _, out, _ = run("decisions", good, doubtful, "--csv")
        rows = list(csv.DictReader(io.StringIO(out)))
        assert tuple(rows[0]) == COLUMNS
        assert len(rows) == 3
        assert rows[0]["decision"] == "Nätverket beslutar ord"
        assert rows[0]["outcome"] == "adopted"

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
