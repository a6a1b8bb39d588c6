"""The short ids by which people speak of actions and decisions: a letter, the year of the meeting, a count.

Each body counts its own, in the order in which its meetings made them. A number that was given is kept, once
the file of follow-up is written.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from difflib import get_close_matches

from motesprotokoll.register.followup import Followup
from motesprotokoll.tables import Row

ACTION, DECISION = "Å", "B"
"""What the numbers of actions and decisions begin with."""
_DASH = re.compile(r"[\s\u2010-\u2015\u2212-]+")
_LIKE = 0.5
"""How much of a number has to be as it was typed for it to be what was meant."""


def numbered(rows: Iterable[Row], letter: str, followup: Followup) -> Followup:
    """*followup* with a number for each row that has none: *letter*, the year of its meeting, its place.

    A number that was given is never given again, in the same body.
    """
    rows = sorted(rows, key=_by_day)
    known = {str(row["id"]): followup.of(str(row["id"])).number for row in rows}
    taken: dict[tuple[object, str], int] = defaultdict(int)
    for row in rows:
        given = known[str(row["id"])]
        if given is not None:
            year, _, order = given.partition("-")
            place = (row["body"], year)
            taken[place] = max(taken[place], int(order) if order.isdecimal() else 0)
    new: dict[str, str] = {}
    for row in rows:
        row_id = str(row["id"])
        if known[row_id] is None and row_id not in new:
            year = f"{letter}{row['date'].year % 100:02}" if isinstance(row["date"], date) else letter
            taken[row["body"], year] += 1
            new[row_id] = f"{year}-{taken[row['body'], year]}"
    return followup.numbered(new)


def _by_day(row: Row) -> tuple[bool, object, str]:
    # Within a meeting the rows keep the document's order: sorting is stable.
    day = row["date"]
    return (day is None, day or 0, str(row["meeting"]))


def meant_by(typed: str, numbers: Collection[str]) -> str | None:
    """The number that somebody meant who typed it with small letters, another dash or without the ring.

    >>> meant_by("a27–4", ["Å27-4", "Å27-5"])
    'Å27-4'
    """
    if typed in numbers:
        return typed
    alike = {one for one in numbers if _folded(one) == _folded(typed)}
    return alike.pop() if len(alike) == 1 else None


def nearest(typed: str, numbers: Iterable[str]) -> str | None:
    """The number that is most like what was typed, if one is like it at all."""
    by_form = {_folded(one): one for one in numbers}
    found = get_close_matches(_folded(typed), by_form, 1, _LIKE)
    return by_form[found[0]] if found else None


def _folded(number: str) -> str:
    """A number without what keyboards and hands leave out: case, accents, the kind of dash, spaces."""
    letters = unicodedata.normalize("NFD", number.casefold())
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return _DASH.sub("-", bare.strip())
