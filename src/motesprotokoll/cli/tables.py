"""What programs get: JSON and CSV, without a sign that a terminal or a spreadsheet would obey."""

import argparse
import json
import sys

from motesprotokoll.cli.arguments import Translate
from motesprotokoll.tables import Rows


def add_table(to: argparse.ArgumentParser, t: Translate) -> None:
    """The form of a table, where it is not for reading on the terminal."""
    either = to.add_mutually_exclusive_group()
    either.add_argument("--csv", action="store_true", help=t("skriv CSV med komma, i UTF-8"))
    words = t("skriv CSV med semikolon, som svenska Excel öppnar den")
    either.add_argument("--excel", action="store_true", help=words)
    either.add_argument("--json", action="store_true", help=t("skriv JSON"))


def wants_table(arguments: argparse.Namespace) -> bool:
    """Whether one of the forms of `add_table` was asked for."""
    return bool(arguments.csv or arguments.excel or arguments.json)


def print_table(rows: Rows, arguments: argparse.Namespace) -> None:
    """Print *rows* in the form that was asked for."""
    if arguments.json:
        print_json(rows.to_data())
    else:
        print_csv(rows, excel=arguments.excel)


def print_json(value: object) -> None:
    """Print *value*. Signs that are not shown are escaped, so that it stays what it was."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    print("".join(sign if sign.isprintable() or sign == "\n" else json.dumps(sign)[1:-1] for sign in text))


def print_csv(rows: Rows, *, excel: bool = False) -> None:
    """Print *rows* as `Rows.to_csv` writes them; no system may change the ends of its lines."""
    sys.stdout.flush()
    sys.stdout.buffer.write(rows.to_csv(excel=excel).encode())
    sys.stdout.buffer.flush()
