"""``motesprotokoll actions``: what is open in many documents, with number, owner and age; and closing it."""

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
from motesprotokoll.cli.settling import Change, add_judged, add_number, by_body, judged, settle
from motesprotokoll.cli.status import PROGRAM
from motesprotokoll.cli.tables import add_table, print_table, wants_table
from motesprotokoll.cli.terminal import say, warn
from motesprotokoll.errors import WrongValueError
from motesprotokoll.messages import translate
from motesprotokoll.register import Followup
from motesprotokoll.register.agendas import action_line
from motesprotokoll.tables import Row


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """The documents, what of them to list, and what a person says of an action."""
    command = "motesprotokoll actions arkiv/ --all --excel"
    to.epilog = t("Exempel: {command}").format(command=command)
    add_archive(to, t)
    add_body(to, t)
    to.add_argument("--all", action="store_true", help=t("också de som är avslutade"))
    add_judged(to, t)
    add_table(to, t)
    words = t("avsluta åtgärden med detta nummer; det sparas i uppfoljning.json bredvid dokumenten")
    add_number(to, t, "--close", words)
    words = t("öppna den igen, också om anteckningar till och med den dagen säger att den är klar")
    add_number(to, t, "--reopen", words)
    add_number(to, t, "--confirm", t("det är en åtgärd, också om den var förkastad"))
    add_number(to, t, "--reject", t("det är ingen åtgärd: lista den inte mer"))
    words = t("dagen då den avslutades eller öppnades igen, eller då åldern anges; annars i dag")
    to.add_argument("--on", metavar=t("DATUM"), help=words)
    to.add_argument("--note", metavar=t("TEXT"), help=t("en anteckning om varför den avslutades"))


def run(arguments: argparse.Namespace) -> int:
    """List the actions, or settle some."""
    language = arguments.language or "sv"
    on = day_in(arguments.on, "--on") or today()
    if arguments.note is not None and not arguments.close:
        raise WrongValueError(
            "a note is about an action that is closed", "--note", f"{PROGRAM} actions --close"
        )
    changes = _changes(on, arguments.note, partial(translate, language=language))
    archive = read_archive(arguments)
    register = settle(archive.register, "actions", changes, arguments, followup_file(arguments))
    if wants_table(arguments) or register is archive.register:
        table = "actions" if arguments.all or arguments.rejected else "open_actions"
        rows = judged(register, table, arguments)
        if wants_table(arguments):
            print_table(rows, arguments)
        elif rows:
            say(by_body(rows, partial(_line, on=on, language=language), language))
        else:
            warn([nothing(language)])
    return archive.status


def _changes(on: date, note: str | None, t: Translate) -> tuple[Change, ...]:
    closed = t("avslutad {day}").format(day=on)
    return (
        Change("close", lambda settled, row_id: settled.close(row_id, on, note), closed),
        Change("reopen", lambda settled, row_id: settled.reopen(row_id, on), t("öppen igen")),
        Change("confirm", Followup.confirm, t("bekräftad")),
        Change("reject", Followup.reject, t("förkastad")),
    )


def _line(row: Row, on: date, language: str) -> str:
    t = partial(translate, language=language)
    return "".join((action_line(row, on if row["open"] else None, language), *_closing(row, t)))


def _closing(row: Row, t: Translate) -> Iterator[str]:
    if row["open"] is not True:
        day = row["closed_on"]
        yield f" ({t('avslutad {day}').format(day=day) if day else t('avslutad')})"
