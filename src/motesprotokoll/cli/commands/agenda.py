"""``motesprotokoll agenda``: the agenda of a body's next meeting, with what is still open."""

import argparse

from motesprotokoll.cli.arguments import Translate, add_output, add_theme
from motesprotokoll.cli.documents import write
from motesprotokoll.cli.registers import add_archive, day_in, keep_numbers, only_body, read_archive


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """The documents, the body and the day, and a file to write."""
    command = "motesprotokoll agenda arkiv/ --on 2027-05-21 -o dagordning.docx"
    to.epilog = t("Exempel: {command}").format(command=command)
    add_archive(to, t)
    words = t("vilket organ som ska mötas; behövs om dokumenten har flera")
    to.add_argument("--body", metavar=t("NAMN"), help=words)
    words = t("mötets dag; annars den första planerade dagen efter det senaste mötet")
    to.add_argument("--on", metavar=t("DATUM"), help=words)
    add_theme(to, t)
    add_output(to, t, t("ny fil (.docx, .pdf, .html ...); - skriver standard ut"), required=True)


def run(arguments: argparse.Namespace) -> int:
    """Write the agenda."""
    on = day_in(arguments.on, "--on")
    archive = read_archive(arguments)
    body = only_body(archive.register, arguments.body)
    meeting = archive.register.agenda_for(body, on)
    write(meeting, arguments, theme=arguments.theme, language=arguments.language)
    if archive.register.where(body=body).open_actions:
        keep_numbers(archive.register, arguments)
    return archive.status
