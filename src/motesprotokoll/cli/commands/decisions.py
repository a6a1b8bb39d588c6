"""``motesprotokoll decisions``: the decisions of many documents in one list; and which of them are none."""

import argparse
from collections.abc import Iterator
from functools import partial

from motesprotokoll.cli.arguments import Translate, add_files
from motesprotokoll.cli.documents import Several, read
from motesprotokoll.cli.registers import add_body, documents_of, followup_file, nothing, read_followup
from motesprotokoll.cli.settling import Change, add_judged, add_number, judged, settle
from motesprotokoll.cli.tables import add_table, print_table, wants_table
from motesprotokoll.cli.terminal import say, warn
from motesprotokoll.messages import translate
from motesprotokoll.register import Followup, Register, record_of
from motesprotokoll.tables import Column, Row, Rows

COLUMNS = ("file", "date", "network", "item", "decision", "outcome", "basis", "place", "number")
"""The columns of the table. These names are promises."""


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """Documents, what of them to list, and what a person says of a decision."""
    command = "motesprotokoll decisions arkiv/ --reject B27-3"
    to.epilog = t("Exempel: {command}").format(command=command)
    add_files(to, t, t("dokument, eller mappar, som letas igenom med undermappar; - läser standard in"))
    add_body(to, t)
    add_judged(to, t)
    add_table(to, t)
    words = t(
        "det är ett beslut, också om det var förkastat; det sparas i uppfoljning.json bredvid dokumenten"
    )
    add_number(to, t, "--confirm", words)
    add_number(to, t, "--reject", t("det är inget beslut: lista det inte mer"))


def run(arguments: argparse.Namespace) -> int:
    """Print the decisions, by document or as a table, or settle some."""
    language = arguments.language or "sv"
    file, followup = followup_file(arguments), read_followup(arguments)
    arguments.files = documents_of(arguments)
    readings = Several(arguments, read)
    listed = Register((record_of(reading, name) for name, reading in readings), followup=followup)
    register = settle(listed, "decisions", _changes(partial(translate, language=language)), arguments, file)
    if wants_table(arguments) or register is listed:
        rows = judged(register, "decisions", arguments)
        if wants_table(arguments):
            print_table(_table(rows), arguments)
        elif rows:
            say(_lines(rows, _heads(register)))
        elif register.meetings or not arguments.files:  # else it is told why there is nothing
            warn([nothing(language)])
    return readings.status


def _changes(t: Translate) -> tuple[Change, ...]:
    return (
        Change("confirm", Followup.confirm, t("bekräftat")),
        Change("reject", Followup.reject, t("förkastat")),
    )


def _table(rows: Rows) -> Rows:
    return Rows(tuple(Column(name, name) for name in COLUMNS), map(_cells, rows))


def _cells(row: Row) -> tuple[str, ...]:
    headings = row["headings"] if isinstance(row["headings"], tuple) else ()
    told = {
        **row,
        "network": row["body"],
        "item": " > ".join(headings),
        "decision": row["text"],
    }
    return tuple("" if told[name] is None else str(told[name]) for name in COLUMNS)


def _heads(register: Register) -> dict[object, str]:
    """From each file to what its document is: the file, whose meeting, and when."""
    return {
        row["file"]: ", ".join(
            str(one) for one in (row["file"], row["body"] or row["title"], row["date"]) if one
        )
        for row in register.meetings
    }


def _lines(rows: Rows, heads: dict[object, str]) -> Iterator[str]:
    file: object = None
    for row in rows:
        if row["file"] != file:
            file = row["file"]
            yield heads[file]
        yield f"  {row['number']} {row['text']}"
