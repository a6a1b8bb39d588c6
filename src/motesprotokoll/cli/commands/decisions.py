"""``motesprotokoll decisions``: the decisions of many documents in one list."""

import argparse
from collections.abc import Iterator

from motesprotokoll.cli.arguments import Translate, add_files
from motesprotokoll.cli.documents import Several, read
from motesprotokoll.cli.tables import add_table, print_table, wants_table
from motesprotokoll.cli.terminal import say
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.summary import COLUMNS, decision_rows, decision_text, title_of
from motesprotokoll.tables import Column, Rows


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """Documents, and the form of the list."""
    add_files(to, t)
    add_table(to, t)


def run(arguments: argparse.Namespace) -> int:
    """Print the decisions, by document or as a table."""
    readings = Several(arguments, read)
    cells: list[tuple[str, ...]] = []
    for name, reading in readings:
        if wants_table(arguments):
            cells += (tuple(row.values()) for row in decision_rows(reading.meeting, name))
        else:
            say(_lines(name, reading))
    if wants_table(arguments):
        print_table(Rows(tuple(Column(name, name) for name in COLUMNS), tuple(cells)), arguments)
    return readings.status


def _lines(name: str, reading: Reading) -> Iterator[str]:
    meeting = reading.meeting
    yield ", ".join(part for part in (name, title_of(meeting), str(meeting.date or "")) if part)
    for decision in meeting.decisions:
        yield f"  {decision_text(decision)}"
