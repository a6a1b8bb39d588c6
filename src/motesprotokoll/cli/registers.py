"""Archives that the command line names: which documents they hold, their register, and its follow-up."""

import argparse
import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import attrs

from motesprotokoll.cli.arguments import Translate
from motesprotokoll.cli.documents import file_names
from motesprotokoll.cli.status import DONE, FINDINGS, PROGRAM
from motesprotokoll.cli.terminal import clear_progress, progress, tell, warn
from motesprotokoll.errors import WriteError, WrongValueError, quoted
from motesprotokoll.messages import translate
from motesprotokoll.register import Followup, Register, documents_in
from motesprotokoll.register.followup import FILE_NAME


def add_archive(to: argparse.ArgumentParser, t: Translate) -> None:
    """Folders of documents, or documents."""
    words = t("mappar, som letas igenom med undermappar, eller dokument")
    to.add_argument("files", metavar=t("MAPP"), nargs="+", help=words)


def add_body(to: argparse.ArgumentParser, t: Translate) -> None:
    """The body that met."""
    to.add_argument("--body", metavar=t("NAMN"), help=t("bara detta organ"))


def documents_of(arguments: argparse.Namespace) -> list[str]:
    """The documents in the folders that were named, and those that were named themselves; each once.

    A folder without any is told: it may be the wrong one.
    """
    found: dict[str, None] = {}
    for name in file_names(arguments.files):
        documents = documents_in(name) if os.path.isdir(name) else [name]
        if not documents:
            told = translate("Inga dokument som kan läsas finns i {folder}.", arguments.language or "sv")
            warn([told.format(folder=name)])
        found.update(dict.fromkeys(documents))
    return list(found)


def followup_file(arguments: argparse.Namespace) -> Path:
    """The file of follow-up: in the first folder that was named, or beside the first document."""
    first = Path(file_names(arguments.files)[0])
    return (first if first.is_dir() else first.parent) / FILE_NAME


@attrs.frozen
class Archive:
    """The register of the documents, and whether all of them could be read."""

    register: Register
    status: int


def read_followup(arguments: argparse.Namespace) -> Followup:
    """What people have settled of the documents that were named: nothing, where there is no file of it."""
    file = followup_file(arguments)
    return Followup.load(file) if file.exists() else Followup()


def keep_numbers(register: Register, arguments: argparse.Namespace) -> None:
    """Save the numbers that a document has taken along, so that no older document that turns up moves them.

    The document is written by now: a folder that nobody may write to is told, and no more.
    """
    if register.followup == read_followup(arguments):
        return
    try:
        file = register.followup.save(followup_file(arguments))
    except WriteError as error:
        tell(error)
    else:
        told = translate("Åtgärdernas nummer är sparade i {file}.", arguments.language or "sv")
        warn([told.format(file=file)])


def read_archive(arguments: argparse.Namespace) -> Archive:
    """Read the documents that were named, with progress; what cannot be read is told and stops nothing."""
    names = documents_of(arguments)
    followup = read_followup(arguments)
    register = Register.from_files(
        names, followup=followup, progress=lambda count, name: progress(count, len(names), name)
    )
    failed = {str(row["file"]): str(row["error"]) for row in register.documents if row["error"] is not None}
    return Archive(register, tell_failures(failed))


def tell_failures(failures: Mapping[str, str]) -> int:
    """A line a file that could not be read; the exit status."""
    clear_progress()
    lines = (error if error.startswith(file) else f"{file}: {error}" for file, error in failures.items())
    warn(f"{PROGRAM}: {line}" for line in lines)
    return FINDINGS if failures else DONE


def day_in(text: str | None, option: str) -> date | None:
    """The day that an option names.

    Raises:
        WrongValueError: It is none.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise WrongValueError(f"{quoted(text)} is no date", option, "write it as 2027-05-01") from error


def only_body(register: Register, name: str | None) -> str:
    """The body that was named, as the documents write it, or the only one.

    Raises:
        WrongValueError: The documents know no such body, or several and none was named.
    """
    bodies = sorted({str(one) for one in register.meetings["body"] if one})
    wanted = [one for one in bodies if name is None or one.casefold() == name.casefold()]
    if len({one.casefold() for one in wanted}) != 1:
        problem = "say whose" if name is None else f"there is no body {quoted(name)}"
        raise WrongValueError(
            problem, "--body", f"the documents have {', '.join(map(quoted, bodies)) or 'none'}"
        )
    return wanted[0]


def today() -> date:
    """The day on which the command is run: only the command line asks a clock."""
    return datetime.now(UTC).astimezone().date()


def nothing(language: str) -> str:
    """What is told where there is nothing to list."""
    return translate("Inget hittades.", language)
