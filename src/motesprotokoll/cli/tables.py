"""What programs get: JSON and CSV, without a sign that a terminal or a spreadsheet would obey."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence

from motesprotokoll.cli.terminal import shown

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the start of a formula, full-width forms included (OWASP, CSV injection)."""


def print_json(value: object) -> None:
    """Print *value*. Signs that are not shown are escaped, so that it stays what it was."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    print("".join(sign if sign.isprintable() or sign == "\n" else json.dumps(sign)[1:-1] for sign in text))


def print_csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Print *rows* below a row of *columns*, with comma."""
    writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _harmless(cell) for name, cell in row.items()} for row in rows)


def _harmless(cell: str) -> str:
    cell = shown(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
