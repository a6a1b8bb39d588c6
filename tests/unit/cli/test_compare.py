"""Two documents are compared as ``diff`` compares two files."""

import json
from pathlib import Path

import pytest

from command_line import Run, with_stdin
from motesprotokoll import api
from motesprotokoll.cli import DONE, FINDINGS, USAGE
from motesprotokoll.model import AgendaItem, Meeting
from motesprotokoll.serialisation import dumps

OLD = Meeting("Nätet", agenda=[AgendaItem("Budget", number="1", body=["Vi sparar i maj."])])
NEW = Meeting("Nätet", agenda=[AgendaItem("Budget", number="1", body=["Vi sparar i juni."])])
TOLD = "1. Budget: Stycket lyder nu ”Vi sparar i juni.” (löd: ”Vi sparar i maj.”).\n"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The earlier version, as Word."""
    return api.write(OLD, tmp_path / "utkast.docx")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """The later version, as text."""
    return api.write(NEW, tmp_path / "justerat.txt")


class TestCompare:
    def test_changes_have_status_1(self, run: Run, old: Path, new: Path) -> None:
        """A sentence for each, whatever the two formats are."""
        assert run("compare", old, new) == (FINDINGS, TOLD, "")

    def test_no_change_has_status_0(self, run: Run, old: Path) -> None:
        """And is told beside the output."""
        assert run("compare", old, old) == (DONE, "", "Ingenting skiljer sig.\n")
        assert run("compare", old, old, "--language", "en") == (DONE, "", "Nothing differs.\n")

    def test_json_is_for_programs(self, run: Run, old: Path, new: Path) -> None:
        """A list, also of nothing."""
        status, out, err = run("compare", old, new, "--json")
        assert (status, err) == (FINDINGS, "")
        assert [change["what"] for change in json.loads(out)] == ["paragraph"]
        assert run("compare", old, old, "--json") == (DONE, "[]\n", "")

    def test_a_document_is_written(self, run: Run, old: Path, new: Path, tmp_path: Path) -> None:
        """In the format of its suffix, with the looks of a house; the status is the same."""
        (tmp_path / "hus.toml").write_text('footer = "Nätets sidfot"\n', "utf-8")
        page = tmp_path / "jamforelse.html"
        assert run("compare", old, new, "-o", page, "--theme", tmp_path / "hus.toml") == (FINDINGS, "", "")
        assert "<ins>juni</ins>" in page.read_text("utf-8")
        assert "Nätets sidfot" in page.read_text("utf-8")
        status, _, err = run("compare", old, new, "-o", page)
        assert status == USAGE
        assert "--overwrite" in err

    def test_in_the_language_that_is_asked_for(self, run: Run, old: Path, new: Path) -> None:
        """Sentences and documents."""
        assert run("compare", old, new, "--language", "en")[1].startswith(
            "1. Budget: The paragraph now reads"
        )
        status, out, _ = run("compare", old, new, "-o", "-", "--format", "markdown", "--language", "en")
        assert status == FINDINGS
        assert "Changes in Meeting" in out

    def test_standard_input_is_one_of_them(
        self, run: Run, old: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """And not both."""
        with_stdin(monkeypatch, dumps(NEW).encode())
        assert run("compare", old, "-") == (FINDINGS, TOLD, "")
        status, _, err = run("compare", "-", "-")
        assert status == USAGE
        assert "standard input holds only one of the two documents" in err

    def test_what_is_wrong_is_told_before_anything_is_read(self, run: Run, old: Path, tmp_path: Path) -> None:
        """A format that is not known, and a file that is not there."""
        assert run("compare", tmp_path / "none.txt", old, "-o", tmp_path / "x.xyz")[0] == USAGE
        status, _, err = run("compare", old, tmp_path / "none.txt")
        assert status == USAGE
        assert "there is no such file" in err
