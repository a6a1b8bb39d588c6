"""The command line: arguments become calls. The only module that prints or exits."""

import argparse
import csv
import glob
import io
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NoReturn

import attrs

from motesprotokoll import api, files
from motesprotokoll.beside import beside
from motesprotokoll.checks import check
from motesprotokoll.compose import VIEWS
from motesprotokoll.errors import MinutesError, MissingExtraError, ReadError, WrongValueError
from motesprotokoll.extraction import Line
from motesprotokoll.files import Source
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.messages import LANGUAGES, translate
from motesprotokoll.registry import DEFAULT_REGISTRY, Format
from motesprotokoll.rendered import Rendered
from motesprotokoll.serialisation import json_schema
from motesprotokoll.summary import COLUMNS, decision_rows, decision_text, finding_line, summary, title_of

DONE, FINDINGS, USAGE, MISSING = 0, 1, 2, 3
INTERRUPTED = 130
PROGRAM = "motesprotokoll"

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the start of a formula, full-width forms included (OWASP, CSV injection)."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line. The status: 0 done, 1 findings, 2 usage or bad input, 3 a missing extra."""
    _use_utf8()
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        arguments = parser(_language_of(words)).parse_args(words)
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output had enough
        _forget_stdout()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _run(arguments: argparse.Namespace) -> int:
    command: Callable[[argparse.Namespace], int] = arguments.command
    try:
        return command(arguments)
    except MinutesError as error:
        return _tell(error)


# ------------------------------------------------------------------------------------------------ terminal


def shown(text: str) -> str:
    """*text* as a terminal may get it: without signs that move the cursor, colour or turn the writing."""
    return "".join(
        sign if sign.isprintable() else " " if sign.isspace() else "\N{REPLACEMENT CHARACTER}"
        for sign in text
    )


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(shown(line))


_OPTIONS = (
    (re.compile(r"\boverwrite=True\b"), "--overwrite"),
    (re.compile(r"\bformat=(?!\w)"), "--format"),
    (re.compile(r"\bread\(\.\.\., password=\.\.\.\)"), "--password-file"),
    (re.compile(r"\bread with changes='accept' or 'reject'"), "--changes accept or reject"),
    (re.compile(r"; a place from 0 as a whole number works too"), ""),
    (re.compile(r"Limits\(.*"), ""),  # no option sets them
)
"""What hints for Python are called on the command line."""


def _tell(error: MinutesError) -> int:
    """One line about what went wrong; the exit status."""
    _clear_progress()
    for pattern, option in _OPTIONS if error.hint else ():
        error.hint = pattern.sub(option, error.hint or "")
    print(f"{PROGRAM}: {shown(str(error))}", file=sys.stderr)
    return MISSING if isinstance(error, MissingExtraError) else USAGE


def _progress(number: int, total: int, name: str) -> None:
    if total > 1 and sys.stderr.isatty():
        print(f"\r\x1b[K[{number}/{total}] {shown(name)[-60:]}", end="", file=sys.stderr, flush=True)


def _clear_progress() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _use_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _forget_stdout() -> None:
    """Point standard output nowhere, so that Python does not stumble when it closes it."""
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


# ------------------------------------------------------------------------------------------------ reading


def _source(name: str) -> Source:
    return sys.stdin.buffer if name == "-" else name


def _read(name: str, arguments: argparse.Namespace) -> Reading:
    return api.read(_source(name), format=arguments.read_as, **_reading_options(arguments))


def _reading_options(arguments: argparse.Namespace) -> dict[str, Any]:
    return {"changes": arguments.changes, "password": _password(arguments.password_file)}


def _password(name: str | None) -> str | None:
    """The first line of a file, so that no password stands on the command line, where others see it."""
    if name is None:
        return None
    data = files.opened(name, DEFAULT_LIMITS).data
    try:
        return next(iter(data.decode("utf-8-sig").splitlines()), "")
    except UnicodeError as error:
        raise ReadError("the file of the password is not encoded in UTF-8", name) from error


def _files(names: Sequence[str]) -> list[str]:
    """The names, with patterns resolved where the shell does not do that (Windows)."""
    return [file for name in names for file in _resolved(name)]


def _resolved(name: str) -> list[str]:
    if name == "-" or os.path.exists(name) or not glob.has_magic(name):
        return [name]
    return sorted(glob.glob(name)) or [name]


@attrs.define
class _Several:
    """Reads many files: what is wrong with one is told, and the rest goes on."""

    arguments: argparse.Namespace
    status: int = DONE

    def __iter__(self) -> Iterator[tuple[str, Reading]]:
        names = _files(self.arguments.files)
        for number, name in enumerate(names, 1):
            _progress(number, len(names), name)
            try:
                reading = _read(name, self.arguments)
            except MinutesError as error:
                self.status = max(self.status, _tell(error))
                continue
            yield name, reading
        _clear_progress()

    def found(self, findings: Iterable[Finding]) -> None:
        """Remember whether there was anything to look at. A note alone is none."""
        if any(one.severity is not Severity.NOTE for one in findings):
            self.status = max(self.status, FINDINGS)


# ------------------------------------------------------------------------------------------------ commands


def _convert(arguments: argparse.Namespace) -> int:
    reading = _read(arguments.file, arguments)
    doubtful = [one for one in reading.findings if one.severity is not Severity.NOTE]
    if arguments.strict and doubtful:
        _print_to_stderr(finding_line(one, arguments.language or "sv") for one in doubtful)
        return FINDINGS
    options = {name: getattr(arguments, name) for name in _RENDERING}
    if arguments.output != "-":
        api.write(
            reading.meeting,
            arguments.output,
            format=arguments.format,
            overwrite=arguments.overwrite,
            **options,
        )
        return DONE
    if arguments.format is None:
        raise WrongValueError(
            "standard output has no suffix that tells the format", "-", "name one with --format"
        )
    _put(api.render(reading.meeting, arguments.format, **options))
    return DONE


_RENDERING = ("view", "item", "language", "templates", "theme", "reference_doc", "embed")


def _print_to_stderr(lines: Iterable[str]) -> None:
    for line in lines:
        print(shown(line), file=sys.stderr)


def _put(rendered: Rendered) -> None:
    """Write a document to standard output. A terminal gets text only, without what would drive it."""
    if not sys.stdout.isatty():
        sys.stdout.flush()
        sys.stdout.buffer.write(rendered.content)
        sys.stdout.buffer.flush()
        return
    if not rendered.is_text:
        hint = f"name a file: -o document{rendered.suffix}"
        raise WrongValueError(f"{rendered.media_type} does not go to a terminal", "-", hint)
    _print(rendered.text.removesuffix("\n").split("\n"))


def _show(arguments: argparse.Namespace) -> int:
    language = arguments.language or "sv"
    document = files.opened(_source(arguments.file), DEFAULT_LIMITS)
    source = io.BytesIO(document.data)
    source.name = document.name or ""  # it is read twice, and standard input only once
    options = {"format": arguments.read_as, **_reading_options(arguments)}
    reading = api.read(source, **options)
    _print(summary(reading.meeting, reading.findings, language))
    if not arguments.summary:
        source.seek(0)
        lines = api.lines_of(source, **options) or _as_text(reading)
        _print(("", *beside(lines, reading, language, shutil.get_terminal_size().columns)))
    return DONE


def _as_text(reading: Reading) -> tuple[Line, ...]:
    """The lines of a document that is data, or our own: as we write it."""
    text = api.render(reading.meeting, "text").text
    return tuple(
        Line(line.strip(), number) for number, line in enumerate(text.splitlines(), 1) if line.strip()
    )


def _check(arguments: argparse.Namespace) -> int:
    language = arguments.language or "sv"
    readings = _Several(arguments)
    rows: list[dict[str, str | None]] = []
    for name, reading in readings:
        findings = (*reading.findings, *check(reading.meeting))
        readings.found(findings)
        rows += [_finding_row(name, one, language) for one in findings]
        if not arguments.json:
            _print(f"{name}: {finding_line(one, language)}" for one in findings)
    if arguments.json:
        _print_json(rows)
    return readings.status


def _finding_row(name: str, finding: Finding, language: str) -> dict[str, str | None]:
    return {
        "file": name,
        "code": finding.code,
        "severity": finding.severity.value,
        "where": finding.where,
        "message": finding.message_in(language),
    }


def _print_json(value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    print("".join(sign if sign.isprintable() or sign == "\n" else json.dumps(sign)[1:-1] for sign in text))


def _decisions(arguments: argparse.Namespace) -> int:
    readings = _Several(arguments)
    rows: list[dict[str, str]] = []
    for name, reading in readings:
        if arguments.csv or arguments.json:
            rows += decision_rows(reading.meeting, name)
        else:
            _print(_decision_lines(name, reading))
    if arguments.csv:
        _print_csv(rows)
    elif arguments.json:
        _print_json(rows)
    return readings.status


def _decision_lines(name: str, reading: Reading) -> Iterator[str]:
    meeting = reading.meeting
    yield ", ".join(part for part in (name, title_of(meeting), str(meeting.date or "")) if part)
    for decision in meeting.decisions:
        yield f"  {decision_text(decision)}"


def _print_csv(rows: Iterable[dict[str, str]]) -> None:
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _harmless(cell) for name, cell in row.items()} for row in rows)


def _harmless(cell: str) -> str:
    cell = shown(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _formats(arguments: argparse.Namespace) -> int:
    t = partial(translate, language=arguments.language or "sv")
    listed = DEFAULT_REGISTRY.formats()
    head = (t("Format"), t("Läsa"), t("Skriva"), t("Filändelser"), t("Tillägg"), t("Källa"))
    rows = [head, *(_format_row(one, t("ja"), t("nej"), t("skymd")) for one in listed)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    _print(
        "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
    return DONE


def _format_row(one: Format, yes: str, no: str, shadowed: str) -> tuple[str, ...]:
    source = " ".join(part for part in (one.package or one.source, one.version) if part)
    return (
        one.name,
        yes if one.can_read else no,
        yes if one.can_write else no,
        " ".join(one.suffixes) or "-",
        one.extra or "-",
        f"{source} ({shadowed})" if one.shadowed else source,
    )


def _schema(arguments: argparse.Namespace) -> int:
    _print_json(json_schema())
    return DONE


def _templates(arguments: argparse.Namespace) -> int:
    written = api.write_templates(arguments.folder, overwrite=arguments.overwrite)
    _print(str(path) for path in written)
    return DONE


# ------------------------------------------------------------------------------------------------ arguments


class _Formatter(argparse.HelpFormatter):
    """Help with Swedish (or translated) words where argparse has English ones."""

    language = "sv"

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        word = translate("användning: ", self.language)
        super().add_usage(usage, actions, groups, word if prefix is None else prefix)


class _EnglishFormatter(_Formatter):
    language = "en"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line, as for any other error."""
        self.exit(USAGE, f"{PROGRAM}: {shown(message)} ({self.prog} --help)\n")


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version  # only this option needs it

        print(f"{PROGRAM} {version(PROGRAM)}")
        parser.exit(DONE)


def _language_of(words: Sequence[str]) -> str:
    """The language that is asked for, before anything else is understood: help and errors need it."""
    for place, word in enumerate(words):
        name, _, value = word.partition("=")
        if name == "--language":
            value = value or next(iter(words[place + 1 :]), "")
            return value if value in LANGUAGES else "sv"
    return "sv"


def parser(language: str = "sv") -> argparse.ArgumentParser:
    """The parser of the command line, with its help in *language*."""
    t = partial(translate, language=language)
    words = _Formatter if language == "sv" else _EnglishFormatter
    description = t("Svenska mötesanteckningar och protokoll som data.")
    top = _Parser(prog=PROGRAM, description=description, formatter_class=words, add_help=False)
    _add_common(top, t)
    version = t("visa versionen")
    top.add_argument("--version", action=_Version, nargs=0, default=argparse.SUPPRESS, help=version)
    commands = top.add_subparsers(title=t("kommandon"), metavar=t("KOMMANDO"), required=True)
    for name, (run, description, add) in _commands(t).items():
        command = commands.add_parser(
            name, help=description, description=description, formatter_class=words, add_help=False
        )
        _add_common(command, t, argparse.SUPPRESS)
        add(command)
        command.set_defaults(command=run)
    return top


Translate = Callable[[str], str]
Add = Callable[[argparse.ArgumentParser], None]
Run = Callable[[argparse.Namespace], int]


def _add_common(to: argparse.ArgumentParser, t: Translate, default: str | None = None) -> None:
    to._positionals.title = t("argument")  # argparse has no other way to name its groups
    to._optionals.title = t("flaggor")
    to.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help=t("visa den här hjälpen"))
    to.add_argument("--language", choices=LANGUAGES, default=default, help=t("språk: sv eller en"))


def _commands(t: Translate) -> dict[str, tuple[Run, str, Add]]:
    return {
        "convert": (
            _convert,
            t("läs ett dokument och skriv det i ett annat format"),
            partial(_add_convert, t=t),
        ),
        "show": (_show, t("visa vad ett dokument innehåller"), partial(_add_show, t=t)),
        "check": (_check, t("granska dokument"), partial(_add_check, t=t)),
        "decisions": (_decisions, t("lista beslut"), partial(_add_decisions, t=t)),
        "formats": (_formats, t("lista format som kan läsas och skrivas"), lambda _: None),
        "schema": (_schema, t("skriv ut JSON-schemat för sparade möten"), lambda _: None),
        "templates": (
            _templates,
            t("kopiera ut HTML-mallarna för att ändra dem"),
            partial(_add_templates, t=t),
        ),
    }


def _add_file(to: argparse.ArgumentParser, t: Translate) -> None:
    to.add_argument("file", metavar=t("FIL"), help=t("dokumentet; - läser standard in"))
    _add_from(to, t)


def _add_show(to: argparse.ArgumentParser, t: Translate) -> None:
    _add_file(to, t)
    words = t("bara sammanfattningen, inte dokumentet rad för rad")
    to.add_argument("--summary", action="store_true", help=words)


def _add_files(to: argparse.ArgumentParser, t: Translate) -> None:
    to.add_argument("files", metavar=t("FIL"), nargs="+", help=t("dokumenten; - läser standard in"))
    _add_from(to, t)


def _add_from(to: argparse.ArgumentParser, t: Translate) -> None:
    words = t("läs som detta format i stället för det som filens namn eller innehåll säger")
    to.add_argument("--from", dest="read_as", metavar=t("FORMAT"), help=words)
    words = t("spårade ändringar i Word: läs dem som godkända eller avvisade, eller läs inte dokumentet")
    to.add_argument("--changes", choices=("accept", "reject", "error"), help=words)
    words = t("fil vars första rad är lösenordet till en krypterad PDF")
    to.add_argument("--password-file", metavar=t("FIL"), help=words)


def _add_convert(to: argparse.ArgumentParser, t: Translate) -> None:
    _add_file(to, t)
    to.add_argument(
        "-o", "--output", metavar=t("FIL"), required=True, help=t("ny fil; - skriver standard ut")
    )
    to.add_argument(
        "--format", metavar=t("FORMAT"), help=t("skriv detta format; annars säger filändelsen vilket")
    )
    view = f"{t('vad som ska visas:')} {', '.join(VIEWS)}"
    to.add_argument("--view", default="minutes", metavar=t("VY"), help=view)
    to.add_argument("--item", metavar=t("NUMMER"), help=t("bara den här punkten"))
    to.add_argument("--theme", metavar=t("FIL"), help=t("färger, logotyp, typsnitt och sidfot som TOML"))
    to.add_argument(
        "--templates", metavar=t("MAPP"), help=t("egna HTML-mallar; kommandot templates ger en början")
    )
    to.add_argument(
        "--reference-doc", metavar=t("FIL"), help=t("Wordmall som ger stilar, sidhuvud och sidfot")
    )
    words = t("lägg inte in mötet som data i Word- och PDF-filer")
    to.add_argument("--no-embed", dest="embed", action="store_false", help=words)
    to.add_argument("--overwrite", action="store_true", help=t("ersätt filen om den finns"))
    to.add_argument("--strict", action="store_true", help=t("skriv inget om något är osäkert"))


def _add_templates(to: argparse.ArgumentParser, t: Translate) -> None:
    to.add_argument(
        "folder", metavar=t("MAPP"), help=t("mappen som mallarna läggs i; den skapas om den saknas")
    )
    to.add_argument("--overwrite", action="store_true", help=t("ersätt filerna om de finns"))


def _add_check(to: argparse.ArgumentParser, t: Translate) -> None:
    _add_files(to, t)
    to.add_argument("--json", action="store_true", help=t("skriv JSON"))


def _add_decisions(to: argparse.ArgumentParser, t: Translate) -> None:
    _add_files(to, t)
    either = to.add_mutually_exclusive_group()
    either.add_argument("--csv", action="store_true", help=t("skriv CSV med komma, i UTF-8"))
    either.add_argument("--json", action="store_true", help=t("skriv JSON"))
