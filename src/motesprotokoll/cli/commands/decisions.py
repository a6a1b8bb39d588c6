"""``motesprotokoll decisions``: the decisions of many documents in one list."""

import argparse
from collections.abc import Iterator

from motesprotokoll.cli.arguments import Translate, add_files
from motesprotokoll.cli.documents import Several, read
from motesprotokoll.cli.tables import print_csv, print_json
from motesprotokoll.cli.terminal import say
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.summary import COLUMNS, decision_rows, decision_text, title_of


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """Documents, and the form of the list."""
    add_files(to, t)
    either = to.add_mutually_exclusive_group()
    either.add_argument("--csv", action="store_true", help=t("skriv CSV med komma, i UTF-8"))
    either.add_argument("--json", action="store_true", help=t("skriv JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Print the decisions, by document or as a table."""
    readings = Several(arguments, read)
    rows: list[dict[str, str]] = []
    for name, reading in readings:
        if arguments.csv or arguments.json:
            rows += decision_rows(reading.meeting, name)
        else:
            say(_lines(name, reading))
    if arguments.csv:
        print_csv(COLUMNS, rows)
    elif arguments.json:
        print_json(rows)
    return readings.status


def _lines(name: str, reading: Reading) -> Iterator[str]:
    meeting = reading.meeting
    yield ", ".join(part for part in (name, title_of(meeting), str(meeting.date or "")) if part)
    for decision in meeting.decisions:
        yield f"  {decision_text(decision)}"
