"""``motesprotokoll report``: a body's year as one document."""

import argparse
from datetime import date

from motesprotokoll import api
from motesprotokoll.cli.arguments import Translate, add_output, add_theme
from motesprotokoll.cli.documents import format_of, write_rendered
from motesprotokoll.cli.registers import add_archive, add_body, day_in, read_archive, today
from motesprotokoll.theme import STANDARD, Theme


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """The documents, what is told of them, and a file to write."""
    command = "motesprotokoll report arkiv/ --year 2027 -o rapport.html"
    to.epilog = t("Exempel: {command}").format(command=command)
    add_archive(to, t)
    add_body(to, t)
    to.add_argument("--year", type=int, metavar=t("ÅR"), help=t("bara detta år"))
    words = t("dagen då läget anges; annars årets sista dag, eller i dag under pågående år")
    to.add_argument("--on", metavar=t("DATUM"), help=words)
    add_theme(to, t)
    add_output(to, t, t("ny fil (.html, .pdf, .docx ...); - skriver standard ut"), required=True)


def run(arguments: argparse.Namespace) -> int:
    """Write the report."""
    wanted = format_of(arguments)
    theme = Theme.from_toml(arguments.theme) if arguments.theme else None
    bound = api.renderer(wanted, theme=theme)
    on = day_in(arguments.on, "--on")
    archive = read_archive(arguments)
    outline = archive.register.report(
        arguments.body,
        arguments.year,
        on=on or _day_of(arguments.year),
        theme=theme or STANDARD,
        language=arguments.language or "sv",
    )
    write_rendered(bound.render_outline(outline), arguments)
    return archive.status


def _day_of(year: int | None) -> date | None:
    """Today, in a year that is not over: what is open is not older than that."""
    return today() if year == today().year else None
