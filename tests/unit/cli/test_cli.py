"""The command line says what went wrong in one line, and has honest statuses."""

import io
import os
import subprocess
import sys
from pathlib import Path
from pkgutil import iter_modules

import pytest

from command_line import Run, process
from motesprotokoll import api
from motesprotokoll.cli import DONE, FINDINGS, INTERRUPTED, USAGE, commands
from motesprotokoll.cli.arguments import parser
from motesprotokoll.cli.commands import COMMANDS
from motesprotokoll.cli.terminal import say, use_utf8
from motesprotokoll.model import AgendaItem, Decision, Meeting, Participant
from motesprotokoll.serialisation import dumps


class TestUsage:
    def test_help_is_swedish_or_english(self, run: Run) -> None:
        """--help speaks Swedish, and English when asked."""
        status, out, _ = run("--help")
        assert status == DONE
        assert "användning: motesprotokoll" in out
        assert "visa den här hjälpen" in out
        for words in (("--language", "en", "--help"), ("--language=en", "show", "--help")):
            assert run(*words)[0] == DONE

    @pytest.mark.parametrize(
        "words", [(), ("nonsense",), ("show",), ("convert", "a"), ("show", "a", "--language", "xx")]
    )
    def test_wrong_usage_is_one_line(self, run: Run, words: tuple[str, ...]) -> None:
        """Status 2, one line, and where to find help."""
        status, out, err = run(*words)
        assert (status, out) == (USAGE, "")
        assert err.startswith("motesprotokoll: ")
        assert err.count("\n") == 1
        assert "--help" in err

    def test_language_without_a_value(self, run: Run) -> None:
        """A dangling option is wrong usage, in Swedish."""
        assert run("--language")[0] == USAGE

    def test_version(self, run: Run) -> None:
        """--version tells the version."""
        from importlib.metadata import version

        assert run("--version") == (DONE, f"motesprotokoll {version('motesprotokoll')}\n", "")

    def test_interruption_is_quiet(self, run: Run, monkeypatch: pytest.MonkeyPatch, good: Path) -> None:
        """Ctrl-C has its usual status and no traceback."""

        def interrupt(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(api, "read", interrupt)
        assert run("show", good) == (INTERRUPTED, "", "")


class TestBadInput:
    """What the issue asks for, through the command line; test_api asks the API."""

    @pytest.fixture
    def bad(self, tmp_path: Path) -> dict[str, Path]:
        files = {
            "empty.txt": b"",
            "binary.txt": b"\x00\x01\x02" * 500,
            "newer.json": b'{"format": "motesprotokoll", "version": 99, "type": "meeting"}',
            "deep.json": dumps(Meeting("A", agenda=[AgendaItem("b", body=[Decision("c")])]))
            .replace('"c"', "3.9")
            .encode(),
        }
        for name, data in files.items():
            (tmp_path / name).write_bytes(data)
        with (tmp_path / "line.txt").open("wb") as stream:
            stream.truncate(50_000_000)
        return {name: tmp_path / name for name in (*files, "line.txt")}

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("binary.txt", "no text"),
            ("newer.json", "99"),
            ("deep.json", "$.agenda[0].body[0]"),
            ("line.txt", "larger than 20,971,520 bytes\n"),
        ],
    )
    @pytest.mark.parametrize("command", ["convert", "show", "check", "decisions"])
    def test_each_gets_one_clear_line(
        self, run: Run, bad: dict[str, Path], command: str, name: str, words: str
    ) -> None:
        """Status 2, one line that names the file, and nothing is written."""
        out = bad[name].parent / "out.html"
        status, printed, err = run(command, bad[name], *(["-o", out] if command == "convert" else []))
        assert (status, printed) == (USAGE, "")
        assert err.startswith(f"motesprotokoll: {bad[name]}")
        assert words in err
        assert err.count("\n") == 1
        assert not out.exists()

    def test_an_empty_file_is_an_empty_meeting_with_a_finding(self, run: Run, bad: dict[str, Path]) -> None:
        """Shown with the finding; check has status 1."""
        status, out, _ = run("show", bad["empty.txt"])
        assert status == DONE
        assert "Dokumentet är tomt." in out
        assert run("check", bad["empty.txt"])[0] == FINDINGS


class TestCommands:
    def test_each_has_its_module(self) -> None:
        """The list of the help and the modules are the same."""
        assert sorted(COMMANDS) == sorted(one.name for one in iter_modules(commands.__path__))

    @pytest.mark.parametrize("name", COMMANDS)
    def test_each_has_help_in_both_languages(self, run: Run, name: str) -> None:
        """What it does and what it takes; in English nothing is left in Swedish."""
        status, out, _ = run(name, "--help")
        assert status == DONE
        assert COMMANDS[name] in " ".join(out.split())
        status, out, _ = run(name, "--help", "--language", "en")
        assert status == DONE
        assert not set(out.casefold()) & set("åäö")

    def test_a_parser_may_parse_twice(self) -> None:
        """What a command takes is added once."""
        ours = parser()
        first, second = (ours.parse_args(["show", name]) for name in ("a", "b"))
        assert (first.file, second.file) == ("a", "b")
        assert first.command is second.command

    def test_help_costs_little(self) -> None:
        """The list of the commands needs nothing that reads, renders or knows meetings."""
        code = (
            "import sys; from motesprotokoll.cli import main\n"
            "try: main(['--help'])\n"
            "except SystemExit: print(*sys.modules)"
        )
        loaded = set(process("-c", code).stdout.decode().splitlines()[-1].split())
        assert "motesprotokoll.cli.commands" in loaded
        assert not loaded & {"attrs", "cattrs", "babel", "motesprotokoll.model", "motesprotokoll.api"}


class TestProcess:
    def test_the_module_equals_the_script(self, tmp_path: Path, good: Path) -> None:
        """python -m motesprotokoll and the console script are one."""
        module = process("-m", "motesprotokoll", "show", str(good), cwd=tmp_path)
        code = "import sys; from motesprotokoll.cli import main; sys.exit(main())"
        script = process("-c", code, "show", str(good), cwd=tmp_path)
        assert module.returncode == 0
        assert module.stdout == script.stdout != b""

    @pytest.mark.parametrize("flags", [(), ("-P",)])
    def test_a_hostile_folder_is_not_imported(
        self, tmp_path: Path, good: Path, flags: tuple[str, ...]
    ) -> None:
        """Nothing is loaded from the working folder: neither modules nor plug-ins."""
        for module in ("argparse", "attrs", "attr", "typing", "csv", "json", "enum_x", "markdown_it", "evil"):
            (tmp_path / f"{module}.py").write_text("import sys; sys.stderr.write('HOSTILE'); 1 / 0\n")
        info = tmp_path / "evil-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text("[motesprotokoll.readers]\nevil = evil:Reader\n")
        done = process(*flags, "-m", "motesprotokoll", "formats", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"evil" not in done.stdout
        assert process(*flags, "-m", "motesprotokoll", "show", str(good), cwd=tmp_path).returncode == 0

    def test_output_is_utf8_anywhere(self, good: Path) -> None:
        """Whatever the locale says, Swedish is written as UTF-8."""
        env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
        done = process("-m", "motesprotokoll", "show", str(good), env=env)
        assert "Nätverket ord" in done.stdout.decode("utf-8")

    def test_an_output_that_takes_text_is_left_as_it_is(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A program that runs the command line may have put something else in place of its output."""
        monkeypatch.setattr(sys, "stdout", io.StringIO())
        use_utf8()
        say(["Åtgärder"])
        assert sys.stdout.getvalue() == "Åtgärder\n"

    @pytest.mark.skipif(os.name != "posix", reason="pipes as POSIX has them")
    def test_a_broken_pipe_is_quiet(self) -> None:
        """Who reads only the beginning, as head does, causes no noise."""
        child = subprocess.Popen(
            [sys.executable, "-m", "motesprotokoll", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
        child.stderr.close()
        assert child.wait() == 0

    def test_participants_are_counted(self, tmp_path: Path) -> None:
        """A meeting without decisions or actions has a short summary."""
        path = tmp_path / "m.json"
        path.write_text(dumps(Meeting("A", participants=[Participant("Ida Ek")])), "utf-8")
        assert process("-m", "motesprotokoll", "show", "--summary", str(path)).stdout.split() == [b"A"]
