"""What a document holds is shown, and drives no terminal."""

from pathlib import Path

import pytest

import pdfs
from command_line import Run, with_stdin
from motesprotokoll.cli import DONE, USAGE


class TestShow:
    def test_tells_what_a_document_holds(self, run: Run, good: Path) -> None:
        """The summary of the meeting, and a status of 0 whatever there is to look at."""
        status, out, err = run("show", good)
        assert (status, err) == (DONE, "")
        assert out.startswith("Nätverket ord\n")
        assert "1 närvarande, 1 frånvarande" in out
        assert "Fattade beslut (3)" in out
        assert "\u00a0" not in out

    def test_the_document_beside_what_was_understood(
        self, run: Run, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Line by line behind the summary, unless only that is asked for; data is shown as we write it."""
        path = tmp_path / "a.txt"
        path.write_text("Möte 2027-02-05\n1. Budget\nNätverket beslutar att spara.\n", "utf-8")
        status, out, _ = run("show", path)
        summary, _, document = out.partition("\nDokumentet, rad för rad")
        assert status == DONE
        assert [line.split("|")[1].strip() for line in document.splitlines()[2:4]] == ["punkt 1", "beslut"]
        assert run("show", path, "--summary")[1] == summary
        assert "| punkt 1" in run("show", good)[1]
        with_stdin(monkeypatch, path.read_bytes())
        assert run("show", "-")[1] == out

    def test_options_of_reading(self, run: Run, tmp_path: Path) -> None:
        """A password comes from a file; what a format does not take it refuses."""
        path, secret = tmp_path / "a.pdf", tmp_path / "hemligt"
        path.write_bytes(pdfs.encrypted("Hej du", "atta"))
        secret.write_text("atta\n", "utf-8")
        status, _, err = run("show", path)
        assert (status, "(--password-file opens it)" in err) == (USAGE, True)
        assert "Hej du" in run("show", path, "--password-file", secret)[1]
        secret.write_bytes(b"\xff\n")
        assert "not encoded in UTF-8" in run("show", path, "--password-file", secret)[2]
        assert "does not take changes" in run("show", path, "--changes", "reject")[2]

    def test_nothing_of_a_document_drives_the_terminal(self, run: Run, tmp_path: Path) -> None:
        """Neither a text nor a file name brings escape sequences or turned writing to the terminal."""
        path = tmp_path / "a\x1b[31m.txt"
        path.write_text("Möte\u202e\x1b]0;x\x07\n", "utf-8")
        _, out, _ = run("show", path)
        _, out_of_check, err = run("check", path, tmp_path / "b\x9b.txt")
        for text in (out, out_of_check, err):
            assert not set(text) & {"\x1b", "\x07", "\u202e", "\x9b"}
