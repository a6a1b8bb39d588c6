"""``motesprotokoll convert``: one document in, another out."""

import argparse

from motesprotokoll.cli.arguments import Translate, add_file, add_output, add_theme
from motesprotokoll.cli.documents import read_any, write
from motesprotokoll.cli.status import DONE, FINDINGS
from motesprotokoll.cli.terminal import warn
from motesprotokoll.compose import SCHEDULE_VIEWS, VIEWS
from motesprotokoll.findings import Severity
from motesprotokoll.summary import finding_line

_RENDERING = ("view", "item", "language", "templates", "theme", "reference_doc", "embed")
"""The arguments that are options of `motesprotokoll.render`."""


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """A document, a file to write, and the options of reading and rendering."""
    add_file(to, t)
    add_output(to, t, t("ny fil; - skriver standard ut"), required=True)
    view = f"{t('vad som ska visas:')} {', '.join(dict.fromkeys((*VIEWS, *SCHEDULE_VIEWS)))}"
    to.add_argument("--view", default="minutes", metavar=t("VY"), help=view)
    to.add_argument("--item", metavar=t("NUMMER"), help=t("bara den här punkten"))
    add_theme(to, t)
    to.add_argument(
        "--templates", metavar=t("MAPP"), help=t("egna HTML-mallar; kommandot templates ger en början")
    )
    to.add_argument(
        "--reference-doc", metavar=t("FIL"), help=t("Wordmall som ger stilar, sidhuvud och sidfot")
    )
    words = t("lägg inte in mötet som data i Word- och PDF-filer")
    to.add_argument("--no-embed", dest="embed", action="store_false", help=words)
    to.add_argument("--strict", action="store_true", help=t("skriv inget om något är osäkert"))


def run(arguments: argparse.Namespace) -> int:
    """Write the document in another format."""
    document = read_any(arguments.file, arguments)
    doubtful = [one for one in document.findings if one.severity is not Severity.NOTE]
    if arguments.strict and doubtful:
        warn(finding_line(one, arguments.language or "sv") for one in doubtful)
        return FINDINGS
    options = {name: getattr(arguments, name) for name in _RENDERING}
    write(document.value, arguments, **options)
    return DONE
