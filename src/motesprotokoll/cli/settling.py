"""What a person settles on the command line, by the numbers that actions and decisions are printed with."""

import argparse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import attrs

from motesprotokoll.cli.arguments import Translate
from motesprotokoll.cli.registers import only_body
from motesprotokoll.cli.terminal import warn
from motesprotokoll.errors import WrongValueError, quoted
from motesprotokoll.messages import translate
from motesprotokoll.model import Basis
from motesprotokoll.register import Followup, Register, Verdict
from motesprotokoll.register.numbers import meant_by, nearest
from motesprotokoll.tables import Row, Rows

_SHOWN = 3
"""How many bodies a hint names."""


@attrs.frozen
class Change:
    """Something that a person may say of a row."""

    option: str
    """The option that says it, without its hyphens."""
    made: Callable[[Followup, str], Followup]
    """What becomes of what is settled, for the id of a row."""
    told: str
    """The word that tells what the row is now."""


def add_number(to: argparse.ArgumentParser, t: Translate, option: str, words: str) -> None:
    """An option that takes a number, and may be given again for another one."""
    to.add_argument(option, metavar=t("NUMMER"), action="append", default=[], help=words)


def add_judged(to: argparse.ArgumentParser, t: Translate) -> None:
    """Which rows to list, by what a person has said of them."""
    some = to.add_mutually_exclusive_group()
    words = t("bara de som programmet har känt igen och ingen har bekräftat")
    some.add_argument("--unconfirmed", action="store_true", help=words)
    some.add_argument("--rejected", action="store_true", help=t("bara de som är förkastade"))


def judged(register: Register, table: str, arguments: argparse.Namespace) -> Rows:
    """The rows of a table that were asked for with `add_judged` and ``--body``."""
    if arguments.rejected:
        ids = {row_id for row_id, one in register.followup.settled.items() if one.verdict is Verdict.REJECTED}
        return _rows(_with_rejected(register), table, arguments).where(lambda row: row["id"] in ids)
    rows = _rows(register, table, arguments)
    return rows.where(lambda row: row["basis"] == Basis.RECOGNISED) if arguments.unconfirmed else rows


def _rows(register: Register, table: str, arguments: argparse.Namespace) -> Rows:
    body = None if arguments.body is None else only_body(register, arguments.body)
    rows: Rows = getattr(register.where(body=body), table)
    return rows


def _with_rejected(register: Register) -> Register:
    """The register with the rows that were rejected: they are named to be confirmed after all."""
    settled = register.followup.settled.items()
    kept = {row_id: attrs.evolve(one, verdict=None) for row_id, one in settled}
    return register.with_followup(Followup(kept))


def settle(
    register: Register, table: str, changes: Iterable[Change], arguments: argparse.Namespace, file: Path
) -> Register:
    """The register with all changes that were asked for; they are saved, so all numbers stay as they are now.

    One number that means nothing, and nothing is changed.
    """
    asked = [(change, typed) for change in changes for typed in getattr(arguments, change.option)]
    if not asked:
        return register
    followup, lines = register.followup, []
    rows = _rows(_with_rejected(register), table, arguments)
    for change, typed in asked:
        row = _named(rows, typed, f"--{change.option}")
        followup = change.made(followup, str(row["id"]))
        lines.append(f"{row['number']} {change.told}: {row['text']}")
    saved = translate("Sparat i {file}.", arguments.language or "sv").format(file=followup.save(file))
    warn([*lines, saved])
    return register.with_followup(followup)


def _named(rows: Rows, typed: str, option: str) -> Row:
    """The row with the number that was typed, or with that id."""
    meant = meant_by(typed, [str(one) for one in rows["number"]])
    found = {str(row["id"]): row for row in rows if typed == row["id"] or row["number"] == meant}
    if not found:
        raise WrongValueError(f"there is no {quoted(typed)}", option, _hint(rows, typed))
    if len(found) > 1:
        bodies = sorted({str(row["body"]) for row in found.values() if row["body"]})
        named = " or ".join(map(quoted, bodies[:_SHOWN]))
        raise WrongValueError(
            f"several bodies have {quoted(meant)}", option, f"say whose with --body: {named}"
        )
    (row,) = found.values()
    return row


def _hint(rows: Rows, typed: str) -> str | None:
    near = nearest(typed, [str(one) for one in rows["number"]])
    if near is None:
        return None if rows else "there are none at all"
    row = next(row for row in rows if row["number"] == near)
    return f"the nearest is {near}: {str(row['text']).rstrip('.')}"


def by_body(rows: Rows, line: Callable[[Row], str], language: str) -> Iterator[str]:
    """A line a row; below the names of their bodies, where there are several."""
    bodies = list(dict.fromkeys(rows["body"]))
    if len(bodies) < 2:
        yield from map(line, rows)
        return
    for body in sorted(bodies, key=lambda one: (one is None, bodies.index(one))):
        yield str(body or translate("Möten utan angivet organ", language))
        yield from (f"  {line(row)}" for row in rows if row["body"] == body)
