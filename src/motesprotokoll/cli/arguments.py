"""The arguments: the parser, the language of its help, and what several commands take alike."""

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import Any, NoReturn

from motesprotokoll.cli.commands import COMMANDS
from motesprotokoll.cli.status import DONE, PROGRAM, USAGE
from motesprotokoll.messages import LANGUAGES, printable, translate

Translate = Callable[[str], str]


def language_of(words: Sequence[str]) -> str:
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
    commands = top.add_subparsers(
        title=t("kommandon"), metavar=t("KOMMANDO"), required=True, parser_class=_CommandParser
    )
    for name, description in COMMANDS.items():
        text = t(description)
        command = commands.add_parser(
            name, help=text, description=text, formatter_class=words, add_help=False
        )
        _add_common(command, t, argparse.SUPPRESS)
        command.about = (name, t)
    return top


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line, as for any other error."""
        self.exit(USAGE, f"{PROGRAM}: {printable(message)} ({self.prog} --help)\n")


class _CommandParser(_Parser):
    """The parser of one command, which imports what the command needs when it is the one."""

    about: tuple[str, Translate] | None = None
    """The command's name and the language of its help, until its arguments are here."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        if self.about is not None:
            name, t = self.about
            self.about = None
            command = import_module(f"motesprotokoll.cli.commands.{name}")
            command.add(self, t)
            self.set_defaults(command=command.run)
        return super().parse_known_args(args, namespace)


class _Formatter(argparse.HelpFormatter):
    """Help with Swedish (or translated) words where argparse has English ones."""

    language = "sv"

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        word = translate("användning: ", self.language)
        super().add_usage(usage, actions, groups, word if prefix is None else prefix)


class _EnglishFormatter(_Formatter):
    language = "en"


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version  # only this option needs it

        print(f"{PROGRAM} {version(PROGRAM)}")
        parser.exit(DONE)


# ------------------------------------------------------------------------------------------------ shared


def _add_common(to: argparse.ArgumentParser, t: Translate, default: str | None = None) -> None:
    to._positionals.title = t("argument")  # argparse has no other way to name its groups
    to._optionals.title = t("flaggor")
    to.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help=t("visa den här hjälpen"))
    to.add_argument("--language", choices=LANGUAGES, default=default, help=t("språk: sv eller en"))


def add_file(to: argparse.ArgumentParser, t: Translate) -> None:
    """One document."""
    to.add_argument("file", metavar=t("FIL"), help=t("dokumentet; - läser standard in"))
    add_from(to, t)


def add_files(
    to: argparse.ArgumentParser, t: Translate, what: str | None = None, *, needed: bool = True
) -> None:
    """One document or many; *what* they are, for the help, and whether there is nothing to do without any."""
    words = what or t("dokumenten; - läser standard in")
    to.add_argument("files", metavar=t("FIL"), nargs="+" if needed else "*", help=words)
    add_from(to, t)


def add_from(to: argparse.ArgumentParser, t: Translate) -> None:
    """How documents are read."""
    words = t("läs som detta format i stället för det som filens namn eller innehåll säger")
    to.add_argument("--from", dest="read_as", metavar=t("FORMAT"), help=words)
    words = t("spårade ändringar i Word: läs dem som godkända eller avvisade, eller läs inte dokumentet")
    to.add_argument("--changes", choices=("accept", "reject", "error"), help=words)
    words = t("fil vars första rad är lösenordet till en krypterad PDF")
    to.add_argument("--password-file", metavar=t("FIL"), help=words)


def add_theme(to: argparse.ArgumentParser, t: Translate) -> None:
    """What a document looks like."""
    to.add_argument("--theme", metavar=t("FIL"), help=t("färger, logotyp, typsnitt och sidfot som TOML"))


def add_output(to: argparse.ArgumentParser, t: Translate, what: str, *, required: bool = False) -> None:
    """A file to write; *what* it is, for the help."""
    to.add_argument("-o", "--output", metavar=t("FIL"), required=required, help=what)
    to.add_argument(
        "--format", metavar=t("FORMAT"), help=t("skriv detta format; annars säger filändelsen vilket")
    )
    to.add_argument("--overwrite", action="store_true", help=t("ersätt filen om den finns"))
