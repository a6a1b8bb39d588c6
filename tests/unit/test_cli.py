"""The command line does what the library does, says what went wrong in one line, and has honest statuses."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import pdfs
from fakes import BinaryRenderer
from motesprotokoll import cli
from motesprotokoll.cli import DONE, FINDINGS, INTERRUPTED, MISSING, USAGE, main, shown
from motesprotokoll.errors import MissingExtraError
from motesprotokoll.model import AgendaItem, Decision, Meeting, Participant
from motesprotokoll.registry import DEFAULT_REGISTRY, Format
from motesprotokoll.serialisation import dumps, json_schema, loads
from motesprotokoll.summary import COLUMNS
from motesprotokoll.testing import sample_meeting

MEETING = sample_meeting("ord")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the command line and give its status, output and messages."""

    def run(*words: object) -> tuple[int, str, str]:
        try:
            status = main([str(word) for word in words])
        except SystemExit as stop:
            status = int(stop.code or 0)
        out, err = capsysbinary.readouterr()
        return status, out.decode(), err.decode()

    return run


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A meeting in a file, in which nothing is doubtful."""
    path = tmp_path / "good.json"
    path.write_text(dumps(MEETING), "utf-8")
    return path


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """A meeting in a file, with something to look at."""
    path = tmp_path / "doubtful.json"
    path.write_text(dumps(Meeting("B", agenda=[AgendaItem()])), "utf-8")
    return path


def with_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))


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
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        )
        assert done.stdout == BinaryRenderer().render(None)  # type: ignore[arg-type]

    def test_strict_writes_nothing_that_is_doubtful(self, run: Run, tmp_path: Path) -> None:
        """--strict lists what is doubtful and gives status 1."""
        (tmp_path / "a.txt").write_bytes(b"")
        status, out, err = run("convert", tmp_path / "a.txt", "-o", tmp_path / "b.md", "--strict")
        assert (status, out) == (FINDINGS, "")
        assert "varning [text.empty] Dokumentet är tomt." in err
        assert not (tmp_path / "b.md").exists()


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

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("å–\u00a0b", "å– b"), ("a\x1b\x00\x7f\x85", "a\ufffd\ufffd\ufffd "), ("\u200b", "\ufffd")],
    )
    def test_shown_keeps_words(self, text: str, expected: str) -> None:
        """Only what is no printable sign is replaced."""
        assert shown(text) == expected


class TestCheck:
    def test_findings_have_status_1(self, run: Run, good: Path, doubtful: Path) -> None:
        """What is in order has status 0 and no words; findings have status 1, and a line each."""
        assert run("check", good) == (DONE, "", "")
        status, out, _ = run("check", good, doubtful)
        assert status == FINDINGS
        assert out == f"{doubtful}: $.agenda[0]: varning [MP121] Punkten har varken rubrik eller text.\n"

    def test_json_is_for_programs(self, run: Run, doubtful: Path) -> None:
        """--json gives one list, also of nothing."""
        status, out, _ = run("check", doubtful, "--json")
        assert status == FINDINGS
        assert json.loads(out) == [
            {
                "file": str(doubtful),
                "code": "MP121",
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
        assert "MP121" in out
        assert err == f"motesprotokoll: {tmp_path / 'none.txt'}: there is no such file\n"

    def test_a_note_alone_is_in_order(self, run: Run, monkeypatch: pytest.MonkeyPatch, good: Path) -> None:
        """Status 1 is for what somebody should look at."""
        from motesprotokoll.findings import Finding, Severity

        monkeypatch.setattr(cli, "check", lambda _: (Finding("x.y", Severity.NOTE, "Jaha."),))
        status, out, _ = run("check", good)
        assert status == DONE
        assert "upplysning [x.y] Jaha." in out

    def test_a_missing_extra_has_status_3(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, good: Path
    ) -> None:
        """The status tells a script that something has to be installed."""

        def refuse(*_: object, **__: object) -> None:
            raise MissingExtraError("Word files need lxml", None, "pip install 'motesprotokoll[docx]'")

        monkeypatch.setattr(cli.api, "read", refuse)
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


class TestFormatsAndSchema:
    def test_formats_lists_ours(self, run: Run) -> None:
        """A table of what can be read and written."""
        status, out, _ = run("formats")
        lines = [line.split() for line in out.splitlines()]
        assert status == DONE
        assert lines[0] == ["Format", "Läsa", "Skriva", "Filändelser", "Tillägg", "Källa"]
        assert ["text", "ja", "ja", ".txt", "-", "motesprotokoll"] in lines

    def test_formats_tells_what_is_shadowed(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """A package that offers one of our names is listed with a remark."""
        shadowed = Format(
            name="text",
            can_read=True,
            can_write=False,
            source="plug-in",
            package="p",
            version="2",
            shadowed=True,
        )
        monkeypatch.setattr(type(DEFAULT_REGISTRY), "formats", lambda _: (shadowed,))
        assert run("formats")[1].splitlines()[1].split() == [
            "text",
            "ja",
            "nej",
            "-",
            "-",
            "p",
            "2",
            "(skymd)",
        ]

    def test_schema_is_the_schema(self, run: Run) -> None:
        """The command prints what json_schema() gives."""
        assert json.loads(run("schema")[1]) == json_schema()


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

        monkeypatch.setattr(cli.api, "read", interrupt)
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


def process(*words: str, cwd: Path | None = None, **options: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        check=False,
        cwd=cwd,
        **options,  # type: ignore[call-overload]
    )


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
