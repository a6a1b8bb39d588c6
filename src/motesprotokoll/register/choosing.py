"""Which rows of a register are asked for."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
from attrs import field

from motesprotokoll.model import Network
from motesprotokoll.model.text import canonical, is_text, to_text
from motesprotokoll.model.times import is_optional_date
from motesprotokoll.register.columns import PLACES
from motesprotokoll.register.records import Cells, Record
from motesprotokoll.swedish import find_organisation

if TYPE_CHECKING:
    from motesprotokoll.register.register import Register


def _name_of(value: str | Network | None) -> str | None:
    return to_text(value.name if isinstance(value, Network) else value)


@attrs.frozen
class Choice:
    """What rows have to fit; ``None`` asks for nothing."""

    body: str | None = field(default=None, converter=_name_of, validator=is_text)
    since: date | None = field(default=None, validator=is_optional_date)
    until: date | None = field(default=None, validator=is_optional_date)
    person: str | None = field(default=None, converter=to_text, validator=is_text)
    organisation: str | None = field(default=None, converter=to_text, validator=is_text)
    words: str | None = field(default=None, converter=to_text, validator=is_text)


_SAID: Mapping[str, tuple[str, ...]] = {
    "items": ("number", "title", "headings", "text"),
    "decisions": ("headings", "text", "decided_by"),
    "actions": ("headings", "text", "owners"),
    "attendance": ("name", "role", "unit", "organisation", "note"),
    "schedule": ("label", "venue", "date_words"),
    "attachments": ("item", "title", "kind"),
    "findings": ("message",),
    "meetings": ("body", "title", "venue", "number"),
}
"""The columns of each table in which words are looked for."""


def chosen(register: "Register", choice: Choice) -> Iterator[Record]:
    """The records of *register* with the rows that fit; a document of which nothing is left is left out."""
    fits = _Fits(register, choice)
    for record in register.records:
        if not fits.meeting(record):
            continue
        rows = {
            table: tuple(row for row in cells if fits.row(table, row)) for table, cells in record.rows.items()
        }
        if any(rows.values()):
            yield attrs.evolve(record, rows={**rows, "meetings": record.rows["meetings"]})


class _Fits:
    """Whether meetings and rows fit a choice."""

    def __init__(self, register: "Register", choice: Choice) -> None:
        self._choice = choice
        self._body = (choice.body or "").casefold()
        self._words = (choice.words or "").casefold().split()
        self._person = (choice.person or "").casefold()
        found = find_organisation(choice.organisation or "", register.organisations)
        names = (found.name, *found.aliases) if found else (choice.organisation or "",)
        self._organisation = tuple(canonical(name).casefold() for name in names if name)
        self._organisations = register.organisations
        self._known = found

    def meeting(self, record: Record) -> bool:
        """Whether the meeting was in the period and of the body."""
        about = record.about
        if about is None or (self._body and str(about["body"] or "").casefold() != self._body):
            return False
        return self._in_period(about["date"])

    def _in_period(self, day: Any) -> bool:
        since, until = self._choice.since, self._choice.until
        if since is None and until is None:
            return True
        return day is not None and (since is None or day >= since) and (until is None or day <= until)

    def row(self, table: str, row: Cells) -> bool:
        """Whether a row names the person, the organisation and the words."""
        said = " ".join(_texts(table, row)).casefold()
        return (
            all(word in said for word in self._words)
            and (not self._person or self._person in said)
            and (not self._organisation or self._is_of(table, row, said))
        )

    def _is_of(self, table: str, row: Cells, said: str) -> bool:
        if table == "attendance":
            written = row[PLACES[table]["organisation"]]
            if written is None:
                return False
            if self._known is not None:
                return find_organisation(str(written), self._organisations) == self._known
            return str(written).casefold() in self._organisation
        return any(name in said for name in self._organisation)


def _texts(table: str, row: Cells) -> Iterator[str]:
    for name in _SAID[table]:
        cell = row[PLACES[table][name]]
        if isinstance(cell, tuple):
            yield from cell
        elif cell is not None:
            yield str(cell)
