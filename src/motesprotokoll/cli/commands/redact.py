"""``motesprotokoll redact``: the version of a document that may be published, and the log of what went."""

import argparse
import os

from motesprotokoll import api, files
from motesprotokoll.cli.arguments import Translate, add_file, add_output, add_theme
from motesprotokoll.cli.documents import format_of, read, write_rendered
from motesprotokoll.cli.status import DONE, FINDINGS
from motesprotokoll.cli.terminal import say, warn
from motesprotokoll.errors import WriteError, WrongValueError
from motesprotokoll.privacy import PUBLISH, FlaggedPerson, Redaction, log_to_json, redact, verified
from motesprotokoll.swedish import PersonalData


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """A document, a file to write, and what is to go."""
    command = 'motesprotokoll redact protokoll.docx -o webb.pdf --role "Ida Ek=granne"'
    to.epilog = t("Exempel: {command}").format(command=command)
    add_file(to, t)
    add_output(to, t, t("ny fil; - skriver standard ut"), required=True)
    words = t("person vars namn ska bort; flaggan kan upprepas")
    to.add_argument("--person", metavar=t("NAMN"), action="append", default=[], help=words)
    words = t("person vars namn ska bytas mot en roll")
    to.add_argument("--role", metavar=t("NAMN=ROLL"), action="append", default=[], help=words)
    words = f"{t('uppgifter som får stå kvar:')} {', '.join(PersonalData)}"
    kinds = [kind.value for kind in PersonalData]
    to.add_argument("--keep", choices=kinds, metavar=t("SLAG"), action="append", default=[], help=words)
    to.add_argument("--log", metavar=t("FIL"), help=t("skriv loggen som JSON, utan det som togs bort"))
    add_theme(to, t)


def run(arguments: argparse.Namespace) -> int:
    """Write the publishable version, if it holds nothing of what was taken away."""
    wanted = format_of(arguments)
    _refuse_existing(arguments)
    profile = PUBLISH.keeping(*arguments.keep)
    meeting = read(arguments.file, arguments).meeting
    redaction = redact(meeting, profile, persons=(*arguments.person, *map(_with_role, arguments.role)))
    rendered = api.render(redaction.meeting, wanted, theme=arguments.theme, language=arguments.language)
    write_rendered(verified(redaction, rendered, name=arguments.output), arguments)
    if arguments.log is not None:
        data = files.encoded(log_to_json(redaction.log))
        files.write_bytes(arguments.log, data, overwrite=arguments.overwrite)
    _tell(redaction, arguments)
    return FINDINGS if redaction.findings else DONE


def _refuse_existing(arguments: argparse.Namespace) -> None:
    """A log that cannot be written must not be found out when the document is."""
    if arguments.log is not None and not arguments.overwrite and os.path.lexists(arguments.log):
        raise WriteError("the file is there already", arguments.log, "overwrite=True replaces it")


def _with_role(text: str) -> FlaggedPerson:
    name, sign, role = text.partition("=")
    if not sign or not role.strip():
        raise WrongValueError("expected a name and a role", "--role", "write NAME=ROLE")
    return FlaggedPerson(name, role=role)


def _tell(redaction: Redaction, arguments: argparse.Namespace) -> None:
    """The log, beside the document if that goes to standard output."""
    language = arguments.language or "sv"
    put = warn if arguments.output == "-" else say
    put(entry.message_in(language) for entry in redaction.log)
    warn(f"{one.where}: {one.message_in(language)}" for one in redaction.findings)
