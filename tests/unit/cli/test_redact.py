"""The publishable version of a document, on the command line."""

import json
from pathlib import Path

import pytest

import motesprotokoll as mp
from command_line import Run
from motesprotokoll.cli import DONE, FINDINGS, USAGE
from motesprotokoll.privacy import redact, verify

TEXT = """Anteckningar
Närvarande: Ida Ek, Bo Ask

1. Fråga
Kim Alm, 811218-9876, ringde från 070-174 06 12. Kims adress är kim@exempel.se.
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Minutes that tell of a private person."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return path


class TestRedact:
    @pytest.mark.parametrize("suffix", [".txt", ".docx", ".html"])
    def test_writes_what_may_be_published(self, run: Run, source: Path, tmp_path: Path, suffix: str) -> None:
        """The log is printed, and nothing of what went stands in it or in the file."""
        target = tmp_path / f"b{suffix}"
        status, out, err = run("redact", source, "-o", target, "--person", "Kim Alm")
        assert (status, err) == (DONE, "")
        assert "$.agenda[0].body[0].content: personnummer, 1 st (formen säger vad det är)" in out
        assert "Kim" not in out
        assert verify(redact(mp.read(source).meeting, persons=["Kim Alm"]), target) == ()
        assert "Ida Ek" in str(mp.dumps(mp.read(target).meeting))

    def test_roles_kinds_and_the_log(self, run: Run, source: Path, tmp_path: Path) -> None:
        """A role for a name, a kind that stays, and the log as JSON."""
        target, log = tmp_path / "b.md", tmp_path / "log.json"
        words = ("--role", "Kim Alm=sökande", "--keep", "telephone", "--log", log)
        assert run("redact", source, "-o", target, *words)[0] == DONE
        text = target.read_text("utf-8")
        assert "sökande" in text
        assert "070-174 06 12" in text
        kinds = {entry["kind"] for entry in json.loads(log.read_text("utf-8"))["log"]}
        assert kinds == {"person", "personal-number", "email"}

    def test_refuses_where_something_would_remain(self, run: Run, source: Path, tmp_path: Path) -> None:
        """A footer of the house names the person: nothing is written, neither document nor log."""
        theme = tmp_path / "theme.toml"
        theme.write_text('footer = "Kim Alm"\n', "utf-8")
        target, log = tmp_path / "b.html", tmp_path / "log.json"
        words = ("--theme", theme, "--person", "Kim Alm", "--log", log)
        status, out, err = run("redact", source, "-o", target, *words)
        assert (status, out) == (USAGE, "")
        assert "what was taken away remains: .html: A name of a person" in err
        assert not target.exists()
        assert not log.exists()

    def test_refuses_a_name_that_tells(self, run: Run, source: Path, tmp_path: Path) -> None:
        """The name of the file is published, too."""
        target = tmp_path / "kim-alm.txt"
        status, _, err = run("redact", source, "-o", target, "--person", "Kim Alm")
        assert status == USAGE
        assert "filnamn" in err
        assert not target.exists()

    def test_never_overwrites_unless_told(self, run: Run, source: Path, tmp_path: Path) -> None:
        """Neither the document nor the log, and the one is not written without the other."""
        target, log = tmp_path / "b.txt", tmp_path / "log.json"
        log.write_text("gammal")
        status, _, err = run("redact", source, "-o", target, "--log", log)
        assert status == USAGE
        assert "--overwrite replaces it" in err
        assert not target.exists()
        assert run("redact", source, "-o", target, "--log", log, "--overwrite")[0] == DONE
        assert log.read_text() != "gammal"

    def test_tells_what_was_left(self, run: Run, tmp_path: Path) -> None:
        """A doubt is a finding beside the output, with the status of findings."""
        path = tmp_path / "a.json"
        mp.save(mp.Meeting(participants=["Ida Ek", "Ida By"], preamble=["Ida bad om ordet."]), path)
        status, out, err = run("redact", path, "-o", "-", "--format", "text", "--person", "Ida Ek")
        assert status == FINDINGS
        assert "Ida bad om ordet" in out
        assert "$.preamble[0].content: Ett namn här kan vara person 1" in err
        assert "$.participants[0].name: namn på en person" in err

    @pytest.mark.parametrize("role", ["Ida Ek", "Ida Ek=", "Ida Ek= "])
    def test_a_role_needs_a_role(self, run: Run, source: Path, tmp_path: Path, role: str) -> None:
        """The hint tells the form."""
        status, _, err = run("redact", source, "-o", tmp_path / "b.txt", "--role", role)
        assert status == USAGE
        assert "write NAME=ROLE" in err
