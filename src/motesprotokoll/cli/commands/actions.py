"""``motesprotokoll actions``: what is open in many documents, with number, owner and age."""

import argparse
from collections.abc import Iterator
from datetime import date
from functools import partial

from motesprotokoll.cli.arguments import Translate
from motesprotokoll.cli.registers import (
    add_archive,
    add_body,
    day_in,
    followup_file,
    nothing,
    read_archive,
    today,
)
from motesprotokoll.cli.status import PROGRAM
from motesprotokoll.cli.tables import add_table, print_table, wants_table
from motesprotokoll.cli.terminal import say, warn
from motesprotokoll.errors import WrongValueError, quoted
from motesprotokoll.messages import translate
from motesprotokoll.register import Register
from motesprotokoll.register.agendas import action_line
from motesprotokoll.tables import Row


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """The documents, what of them to list, and an action to close."""
    command = "motesprotokoll actions arkiv/ --all --excel"
    to.epilog = t("Exempel: {command}").format(command=command)
    add_archive(to, t)
    add_body(to, t)
    to.add_argument("--all", action="store_true", help=t("också de som är avslutade"))
    add_table(to, t)
    words = t("avsluta åtgärden med detta nummer; det sparas i uppfoljning.json bredvid dokumenten")
    to.add_argument("--close", metavar=t("NUMMER"), help=words)
    words = t("dagen då den avslutades, eller då åldern anges; annars i dag")
    to.add_argument("--on", metavar=t("DATUM"), help=words)
    to.add_argument("--note", metavar=t("TEXT"), help=t("en anteckning om varför den avslutades"))


def run(arguments: argparse.Namespace) -> int:
    """List the actions, or close one."""
    language = arguments.language or "sv"
    on = day_in(arguments.on, "--on") or today()
    if arguments.note is not None and arguments.close is None:
        raise WrongValueError(
            "a note is about an action that is closed", "--note", f"{PROGRAM} actions --close"
        )
    archive = read_archive(arguments)
    register = archive.register
    if arguments.close is not None:
        register = _closed(register, arguments, on)
    shown = register.where(body=arguments.body)
    rows = shown.actions if arguments.all else shown.open_actions
    if wants_table(arguments):
        print_table(rows, arguments)
    elif rows:
        say(_line(row, on, language) for row in rows)
    else:
        warn([nothing(language)])
    return archive.status


def _closed(register: Register, arguments: argparse.Namespace, on: date) -> Register:
    """The register with the action closed, which is saved: so all numbers stay as they are now."""
    row = _named(register, arguments.close, arguments.body)
    followup = register.followup.close(str(row["id"]), on, arguments.note)
    followup.save(followup_file(arguments))
    return register.with_followup(followup)


def _named(register: Register, number: str, body: str | None) -> Row:
    found = [row for row in register.where(body=body).actions if row["number"] == number]
    if not found:
        raise WrongValueError(f"no action has the number {quoted(number)}", "--close")
    if len({row["id"] for row in found}) > 1:
        raise WrongValueError(
            f"several bodies have an action {quoted(number)}", "--close", "say whose with --body"
        )
    return found[0]


def _line(row: Row, on: date, language: str) -> str:
    t = partial(translate, language=language)
    return "".join((action_line(row, on if row["open"] else None, language), *_closing(row, t)))


def _closing(row: Row, t: Translate) -> Iterator[str]:
    if row["open"] is not True:
        day = row["closed_on"]
        yield f" ({t('avslutad {day}').format(day=day) if day else t('avslutad')})"
