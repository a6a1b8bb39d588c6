"""A document in, another out, and the templates that change its looks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import MEETING, Run, with_stdin
from fakes import BinaryRenderer
from motesprotokoll.cli import DONE, FINDINGS, USAGE
from motesprotokoll.serialisation import dumps, loads


class TestConvert:
    def test_writes_what_the_suffix_says(self, run: Run, good: Path, tmp_path: Path) -> None:
        """The file holds the document, and nothing is said."""
        assert run("convert", good, "-o", tmp_path / "a.txt") == (DONE, "", "")
        assert "Nätverket beslutar ord" in (tmp_path / "a.txt").read_text("utf-8")

    def test_never_overwrites_unless_told(self, run: Run, good: Path, tmp_path: Path) -> None:
        """An existing file is an error of usage, and stays."""
        target = tmp_path / "a.txt"
        target.write_text("gammalt")
        status, _, err = run("convert", good, "-o", target)
        assert status == USAGE
        assert err == f"motesprotokoll: {target}: the file is there already (--overwrite replaces it)\n"
        assert target.read_text() == "gammalt"
        assert run("convert", good, "-o", target, "--overwrite")[0] == DONE
        assert target.read_text("utf-8") != "gammalt"

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("-o", "a"), "name one with --format"),
            (("-o", "a.xyz"), "name one with --format"),
            (("-o", "a.txt", "--item", "99"), "(numbers: 1, 2)"),
            (("-o", "a.txt", "--view", "x"), "(one of minutes, agenda, "),
        ],
    )
    def test_hints_name_options(self, run: Run, good: Path, words: tuple[str, ...], told: str) -> None:
        """What Python calls an argument is told as the option that a user of the command line can type."""
        status, _, err = run("convert", good, *words)
        assert status == USAGE
        assert told in err
        assert "format=" not in err

    def test_views_items_formats_and_language(self, run: Run, good: Path, tmp_path: Path) -> None:
        """What render() takes can be said."""
        run("convert", good, "-o", tmp_path / "v.md", "--view", "decisions")
        assert "Stycke ord" not in (tmp_path / "v.md").read_text("utf-8")
        run("convert", good, "-o", tmp_path / "i.txt", "--item", "1")
        assert "Stycke ord" in (tmp_path / "i.txt").read_text("utf-8")
        run("convert", good, "-o", tmp_path / "f.txt", "--format", "json")
        assert loads((tmp_path / "f.txt").read_text("utf-8")) == MEETING
        assert run("--language", "en", "convert", good, "-o", tmp_path / "e.txt")[0] == DONE
        assert run("convert", good, "-o", tmp_path / "s.txt")[0] == DONE
        assert (tmp_path / "e.txt").read_bytes() != (tmp_path / "s.txt").read_bytes()

    def test_looks_can_be_said(self, run: Run, good: Path, tmp_path: Path) -> None:
        """A theme, and templates that were copied out and changed."""
        theme = tmp_path / "tema.toml"
        theme.write_text('link = "#7a1fa2"\n', "utf-8")
        assert run("convert", good, "-o", tmp_path / "t.html", "--theme", theme)[0] == DONE
        assert "#7a1fa2" in (tmp_path / "t.html").read_text("utf-8")
        folder = tmp_path / "mallar"
        status, out, _ = run("templates", folder)
        assert (status, out.split()) == (DONE, [str(folder / "minutes.html.j2"), str(folder / "style.css")])
        (folder / "style.css").write_text("p { color: teal }", "utf-8")
        assert run("convert", good, "-o", tmp_path / "m.html", "--templates", folder)[0] == DONE
        page = (tmp_path / "m.html").read_text("utf-8")
        assert "color: teal" in page
        assert "Nätverket beslutar ord" in page

    def test_templates_that_are_there_stay(self, run: Run, tmp_path: Path) -> None:
        """Nothing is written where one file is in the way, unless that is said."""
        (tmp_path / "style.css").write_text("mine")
        status, _, err = run("templates", tmp_path)
        assert (status, "style.css: the file is there already" in err) == (USAGE, True)
        assert [one.name for one in tmp_path.iterdir()] == ["style.css"]
        assert run("templates", tmp_path, "--overwrite")[0] == DONE
        assert (tmp_path / "style.css").read_text() != "mine"

    def test_standard_input_and_output(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """A hyphen is a pipe; the format of output has to be named there."""
        with_stdin(monkeypatch, dumps(MEETING).encode())
        status, out, _ = run("convert", "-", "-o", "-", "--format", "json")
        assert (status, loads(out)) == (DONE, MEETING)
        with_stdin(monkeypatch, b"A")
        status, _, err = run("convert", "-", "-o", "-", "--from", "text")
        assert status == USAGE
        assert "name one with --format" in err

    def test_a_terminal_gets_text_only(self, run: Run, monkeypatch: pytest.MonkeyPatch, good: Path) -> None:
        """Binary never goes to a terminal, and text goes there without what would drive it."""
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        status, out, err = run("convert", good, "-o", "-", "--format", "fakes:BinaryRenderer")
        assert (status, out) == (USAGE, "")
        assert "application/x-fake does not go to a terminal (name a file: -o document.fake)" in err
        status, out, _ = run("convert", good, "-o", "-", "--format", "text")
        assert status == DONE
        assert "Nätverket beslutar ord" in out

    def test_a_pipe_gets_anything(self, good: Path) -> None:
        """What is no terminal gets the bytes as they are."""
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "motesprotokoll",
                "convert",
                str(good),
                "-o",
                "-",
                "--format",
                "fakes:BinaryRenderer",
            ],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
        assert done.stdout == BinaryRenderer().render(None)  # type: ignore[arg-type]

    def test_strict_writes_nothing_that_is_doubtful(self, run: Run, tmp_path: Path) -> None:
        """--strict lists what is doubtful and gives status 1."""
        (tmp_path / "a.txt").write_bytes(b"")
        status, out, err = run("convert", tmp_path / "a.txt", "-o", tmp_path / "b.md", "--strict")
        assert (status, out) == (FINDINGS, "")
        assert "varning [text.empty] Dokumentet är tomt." in err
        assert not (tmp_path / "b.md").exists()
