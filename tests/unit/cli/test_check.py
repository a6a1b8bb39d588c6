"""Findings are told a line each, and many files do not stop at a bad one."""

import json
import sys
from pathlib import Path

import pytest

from motesprotokoll import api
from motesprotokoll.cli import DONE, FINDINGS, MISSING, USAGE
from motesprotokoll.cli.commands import check
from motesprotokoll.errors import MissingExtraError
from motesprotokoll.serialisation import dumps
from typed import MEETING, Run, with_stdin


class TestCheck:
    def test_findings_have_status_1(self, run: Run, good: Path, doubtful: Path) -> None:
        """What is in order has status 0 and no words; findings have status 1, and a line each."""
        assert run("check", good) == (DONE, "", "")
        status, out, _ = run("check", good, doubtful)
        assert status == FINDINGS
        assert out == f"{doubtful}: $.agenda[0]: varning [MP101] Punkten har varken rubrik eller text.\n"

    def test_json_is_for_programs(self, run: Run, doubtful: Path) -> None:
        """--json gives one list, also of nothing."""
        status, out, _ = run("check", doubtful, "--json")
        assert status == FINDINGS
        assert json.loads(out) == [
            {
                "file": str(doubtful),
                "code": "MP101",
                "severity": "warning",
                "where": "$.agenda[0]",
                "message": "Punkten har varken rubrik eller text.",
            }
        ]

    def test_a_bad_file_does_not_stop_the_rest(
        self, run: Run, good: Path, doubtful: Path, tmp_path: Path
    ) -> None:
        """What is wrong with one is told, the others are checked, and the status shows it."""
        status, out, err = run("check", tmp_path / "none.txt", doubtful, good)
        assert status == USAGE
        assert "MP101" in out
        assert err == f"motesprotokoll: {tmp_path / 'none.txt'}: there is no such file\n"

    def test_a_note_alone_is_in_order(self, run: Run, monkeypatch: pytest.MonkeyPatch, good: Path) -> None:
        """Status 1 is for what somebody should look at."""
        from motesprotokoll.findings import Finding, Severity

        monkeypatch.setattr(check, "check", lambda _: (Finding("x.y", Severity.NOTE, "Jaha."),))
        status, out, _ = run("check", good)
        assert status == DONE
        assert "upplysning [x.y] Jaha." in out

    def test_a_missing_extra_has_status_3(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, good: Path
    ) -> None:
        """The status tells a script that something has to be installed."""

        def refuse(*_: object, **__: object) -> None:
            raise MissingExtraError("Word files need lxml", None, "pip install 'motesprotokoll[docx]'")

        monkeypatch.setattr(api, "read", refuse)
        assert run("check", good) == (
            MISSING,
            "",
            "motesprotokoll: Word files need lxml (pip install 'motesprotokoll[docx]')\n",
        )
        assert run("show", good)[0] == MISSING

    def test_patterns_are_resolved(self, run: Run, doubtful: Path, good: Path, tmp_path: Path) -> None:
        """A pattern that the shell left is resolved; one that fits nothing is a missing file."""
        assert run("check", tmp_path / "*.json")[0] == FINDINGS
        status, _, err = run("check", tmp_path / "*.pdf")
        assert status == USAGE
        assert "there is no such file" in err

    def test_standard_input(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """A hyphen is standard input; --from names its format."""
        with_stdin(monkeypatch, dumps(MEETING).encode())
        assert run("check", "-", "--from", "json") == (DONE, "", "")

    def test_progress_is_for_terminals(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, good: Path, doubtful: Path
    ) -> None:
        """On a terminal many files are counted, on one line that is gone in the end."""
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        _, _, err = run("check", good, doubtful)
        assert "[1/2]" in err
        assert err.endswith("\r\x1b[K")
        assert "[1/" not in run("check", good)[2]
