"""``motesprotokoll compare``: what changed between two versions of a document."""

import argparse

from motesprotokoll import api
from motesprotokoll.cli.arguments import Translate, add_from, add_output, add_theme
from motesprotokoll.cli.documents import format_of, read, write_rendered
from motesprotokoll.cli.status import DONE, FINDINGS
from motesprotokoll.cli.tables import print_json
from motesprotokoll.cli.terminal import say, warn, wrapped
from motesprotokoll.comparing import compare
from motesprotokoll.comparing.naming import said
from motesprotokoll.errors import WrongValueError


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """Two documents, and a file to write."""
    command = "motesprotokoll compare utkast.docx justerat.docx -o jamforelse.html"
    to.epilog = t("Exempel: {command}").format(command=command)
    to.add_argument("old", metavar=t("FÖRE"), help=t("den tidigare versionen; - läser standard in"))
    to.add_argument("new", metavar=t("EFTER"), help=t("den senare versionen; - läser standard in"))
    add_from(to, t)
    add_theme(to, t)
    add_output(to, t, t("ny fil (.html, .pdf, .docx ...); - skriver standard ut"))
    to.add_argument("--json", action="store_true", help=t("skriv JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Tell the changes, or write them as a document. The status is 1 if there are any, as of ``diff``."""
    if arguments.old == arguments.new == "-":
        raise WrongValueError("standard input holds only one of the two documents", "-")
    language = arguments.language or "sv"
    format_known = format_of(arguments) if arguments.output else None
    bound = api.renderer(format_known, theme=arguments.theme) if format_known else None
    comparison = compare(read(arguments.old, arguments).meeting, read(arguments.new, arguments).meeting)
    if bound is not None:
        write_rendered(bound.render(comparison, language=arguments.language), arguments)
    elif not arguments.json:
        say(wrapped(change.sentence_in(language) for change in comparison))
    if arguments.json:
        print_json(comparison.to_data(language))
    elif not comparison:
        warn([said("none", language)])
    return FINDINGS if comparison else DONE
