"""The pages of the reference that are made from the code: ``make pages``. A test holds that they are new."""

import argparse
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pathlib import Path

from motesprotokoll.cli.commands import COMMANDS
from motesprotokoll.messages import translate
from motesprotokoll.register import COLUMNS, COMPUTED, HITS
from motesprotokoll.tables import Column

REFERENCE = Path(__file__).parent / "reference"

_COMMAND_LINE = """# Command line

`motesprotokoll COMMAND …`. Messages and help are Swedish; `--language en` before or after the command makes
them English, as on this page. `-` is standard input or output. Progress is told on a terminal only.

| status | means |
| --- | --- |
| 0 | done |
| 1 | done, and there are findings to look at |
| 2 | usage, or a document or file that could not be read or written |
| 3 | an extra is missing; the message names it |
| 130 | ended by Ctrl-C |

This page is made from the program: `make pages`.
"""

_TABLES = """# Tables of a register

What `register.Register` gives as tables, for CSV, JSON, pandas, polars and DuckDB alike. The names of tables
and columns are [promised](compatibility.md); the Swedish headings are for people.
[How to follow up many meetings](../how-to/follow-up.md) shows them in use.

This page is made from the code: `make pages`.
"""

_KINDS = {"text": "text", "texts": "list of texts"}


def _table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


# ------------------------------------------------------------------------------------------------ commands


def command_line() -> str:
    """Each command with its arguments."""
    return "\n".join([_COMMAND_LINE, *(f"{_command(name)}\n" for name in COMMANDS)])


def _command(name: str) -> str:
    t = partial(translate, language="en")
    parser = argparse.ArgumentParser(add_help=False)
    import_module(f"motesprotokoll.cli.commands.{name}").add(parser, t)
    shown = (one for one in parser._actions if one.help != argparse.SUPPRESS)
    table = _table(("argument", "meaning"), ((_argument(one), _meaning(one)) for one in shown))
    head = f"## {name}\n\n{t(COMMANDS[name]).capitalize()}."
    return f"{head}\n\n{table}" if parser._actions else head


def _argument(action: argparse.Action) -> str:
    value = _value(action)
    if not action.option_strings:
        return f"`{value}`"
    return ", ".join(f"`{name}{' ' if value else ''}{value}`" for name in action.option_strings)


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    choices = "{" + ",".join(map(str, action.choices)) + "}" if action.choices else action.dest
    value = action.metavar or choices
    value = value if isinstance(value, str) else " ".join(value)
    return {"*": f"[{value} …]", "+": f"{value} …", "?": f"[{value}]"}.get(str(action.nargs), value)


def _meaning(action: argparse.Action) -> str:
    return (action.help or "").replace("%%", "%")


# ------------------------------------------------------------------------------------------------ tables


def tables() -> str:
    """Each table of a register with its columns."""
    parts = [_columns(name, (*COLUMNS[name], *COMPUTED.get(name, ()))) for name in COLUMNS]
    return "\n".join([_TABLES, *parts, _columns("what a search finds", HITS)])


def _columns(name: str, columns: tuple[Column, ...]) -> str:
    rows = ((f"`{one.name}`", one.label, _KINDS.get(one.kind, one.kind)) for one in columns)
    return f"## {name}\n\n{_table(('column', 'heading', 'holds'), rows)}\n"


PAGES = {"command-line.md": command_line, "tables.md": tables}


def main() -> None:
    """Write every page anew."""
    for name, page in PAGES.items():
        (REFERENCE / name).write_text(page(), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
