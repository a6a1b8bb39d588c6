"""A report of a body's year: meetings, attendance, decisions, what is open, what comes, and what is doubtful.

It is a document like any other view, so every format that shows documents shows it. It cannot be read back.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import attrs

from motesprotokoll.compose.words import Words
from motesprotokoll.errors import RenderError, quoted
from motesprotokoll.findings import Severity
from motesprotokoll.messages import checked_language
from motesprotokoll.model import Network, Occasion, Outcome
from motesprotokoll.model.text import canonical
from motesprotokoll.outline import (
    About,
    Drawing,
    Entry,
    Grid,
    Heading,
    Labelled,
    Listing,
    Node,
    Outline,
    Text,
)
from motesprotokoll.register.actions import is_open_on
from motesprotokoll.register.agendas import planned
from motesprotokoll.register.pictures import Picture, activity_picture, attendance_picture, said
from motesprotokoll.swedish import format_occasion
from motesprotokoll.swedish.free_days import checked_day
from motesprotokoll.swedish.years import checked_year
from motesprotokoll.tables import Cell, Row, Rows, shown
from motesprotokoll.theme import Theme
from motesprotokoll.wording import OUTCOMES, when_words

if TYPE_CHECKING:
    from motesprotokoll.register.register import Register

MOST_FINDINGS = 50
"""How many doubts are told before the rest is only counted."""
_NAMED = 5


def report(
    register: "Register",
    body: str | Network | None,
    year: int | None,
    on: date | None,
    theme: Theme,
    language: str,
) -> Outline:
    """The report. Arguments and errors are those of `Register.report`."""
    _check(year, on, language)
    name = body.name if isinstance(body, Network) else body
    last = on or (date(year, 12, 31) if year else None)
    until = min(last, date(year, 12, 31)) if last and year else last
    chosen = register.where(body=name, since=date(year, 1, 1) if year else None, until=until)
    if not chosen.meetings:
        raise _nothing(register, name, year)
    days = [day for day in chosen.meetings["date"] if isinstance(day, date)]
    told = _Report(
        chosen,
        register.where(body=name, until=last),
        tuple(one for one in chosen.by_body() if one),
        year,
        last or max(days, default=None),
        register.documents.where(lambda row: row["error"] is not None),
        theme,
        Words(language),
    )
    return told.outline()


def _check(year: int | None, on: date | None, language: str) -> None:
    if year is not None:
        checked_year(year)
    if on is not None:
        checked_day(on, "on")
    checked_language(language)


def _nothing(register: "Register", name: str | None, year: int | None) -> RenderError:
    what = "".join((f" of {quoted(name)}" if name else "", f" in {year}" if year else ""))
    bodies = sorted({str(one) for one in register.meetings["body"] if one})
    known = ", ".join(map(quoted, bodies[:_NAMED]))
    return RenderError(f"there is no meeting{what} to report", None, f"bodies: {known}" if known else None)


@attrs.frozen
class _Report:
    """What is told: the period that was chosen, and all that the body did up to its last day."""

    chosen: "Register"
    whole: "Register"
    bodies: tuple[str, ...]
    year: int | None
    last: date | None
    failed: Rows
    theme: Theme
    words: Words

    def outline(self) -> Outline:
        title = self._title()
        name = self.bodies[0] if len(self.bodies) == 1 else ""
        nodes = (
            *((Text((name,), role="body-name"),) if name else ()),
            Heading(title, 1),
            *self._facts(),
            *self._meetings(),
            *self._attendance(),
            *self._decisions(),
            *self._activity(),
            *self._open_actions(),
            *self._dates(),
            *self._failures(),
            *self._doubts(),
        )
        return Outline(
            nodes,
            title=f"{name}: {title}" if name else title,
            language=self.words.language,
            carries=False,
            about=About(name=title, body=name, day=self.last),
        )

    def _title(self) -> str:
        if self.year is not None:
            return self.words("Årsrapport {year}").format(year=self.year)
        if self.last is None:
            return self.words("Rapport")
        return self.words("Rapport till och med {day}").format(day=when_words(self.last, self.words.language))

    # -- the parts -------------------------------------------------------------------------------

    def _facts(self) -> Iterator[Labelled]:
        words = self.words
        held = len({*self.chosen.meetings["id"]})
        facts = [
            ("Möten", str(held)),
            ("Fattade beslut", str(len(self.chosen.decisions))),
            ("Nya åtgärder", str(len(self.chosen.actions))),
            ("Öppna åtgärder", str(len(self._open))),
        ]
        if self.last is not None:
            facts.append(("Läget den", when_words(self.last, words.language)))
        yield from (Labelled(words(label), (said,), role="field") for label, said in facts)

    def _meetings(self) -> Iterator[Node]:
        rows = [
            (
                self._day(row["date"]),
                *self._of_body(row),
                ", ".join(filter(None, (shown(row["title"]), shown(row["venue"])))),
                str(_number(row["present"]) + _number(row["in_attendance"])),
                shown(row["decisions"]),
                shown(row["actions"]),
            )
            for row in self.chosen.meetings
        ]
        head = ("Datum", *self._body_head, "Möte", "Deltagare", "Beslut", "Åtgärder")
        yield from self._part("Möten", head, rows, "")

    def _attendance(self) -> Iterator[Node]:
        if not self.chosen.attendance:
            return
        yield Heading(self.words("Närvaro"), 2)
        for body, own in self._each_body(self.chosen):
            if own.attendance:
                yield from (
                    (Heading(body or self.words("Möten utan angivet organ"), 3),) if self._several else ()
                )
                yield from self._picture(
                    attendance_picture(own, theme=self.theme, language=self.words.language)
                )

    def _decisions(self) -> Iterator[Node]:
        rows = [
            (
                self._day(row["date"]),
                *self._of_body(row),
                shown(row["item"]),
                shown(row["text"]),
                self.words.word(OUTCOMES, Outcome(str(row["outcome"])) if row["outcome"] else None),
            )
            for row in self.chosen.decisions
        ]
        head = ("Datum", *self._body_head, "Punkt", "Beslut", "Utfall")
        yield from self._part("Fattade beslut", head, rows, "Inga beslut är antecknade.")

    def _activity(self) -> Iterator[Node]:
        picture = activity_picture(
            self.whole,
            since=date(self.year, 1, 1) if self.year else None,
            until=self.last,
            theme=self.theme,
            language=self.words.language,
        )
        if picture.table:
            yield Heading(self.words("Beslut och öppna åtgärder över tid"), 2)
            yield from self._picture(picture)

    @property
    def _open(self) -> Sequence[Row]:
        """What was open on the last day, also from years before."""
        last = self.last or date.max
        return [row for row in self.whole.actions if is_open_on(row, last)]

    def _open_actions(self) -> Iterator[Node]:
        rows = [
            (
                shown(row["number"]),
                *self._of_body(row),
                shown(row["text"]),
                ", ".join(row["owners"]) if isinstance(row["owners"], tuple) else "",
                self._due(row),
                self._since(row["date"]),
            )
            for row in self._open
        ]
        head = ("Nr", *self._body_head, "Vad", "Ansvariga", "Senast", "Sedan")
        yield from self._part("Öppna åtgärder", head, rows, "Inga åtgärder är öppna.")

    def _due(self, row: Row) -> str:
        due = row["due"]
        if not isinstance(due, date):
            return shown(row["due_words"])
        late = self.last is not None and due < self.last
        said = when_words(due, self.words.language)
        return self.words("{day} (försenat)").format(day=said) if late else said

    def _since(self, made: Cell) -> str:
        if not isinstance(made, date):
            return ""
        day = when_words(made, self.words.language)
        if self.last is None or self.last <= made:
            return day
        return self.words("{day}, {days} dagar").format(day=day, days=(self.last - made).days)

    def _dates(self) -> Iterator[Node]:
        if self.last is None:
            return
        found = [
            (one.first_day, self._named(body), one)
            for body, own in self._each_body(self.whole)
            for one in planned(own)
            if one.first_day is not None and one.first_day > self.last
        ]
        yield Heading(self.words("Kommande möten"), 2)
        if not found:
            yield Text((self.words("Inga datum är kända."),))
            return
        found.sort(key=lambda one: one[:2])
        lines = (self._occasion(one, body) for _, body, one in found)
        yield Listing(tuple(Entry((Text((line,)),)) for line in lines))

    def _occasion(self, one: Occasion, body: str) -> str:
        return ", ".join(filter(None, (canonical(format_occasion(one)), body, one.label, one.place)))

    def _failures(self) -> Iterator[Node]:
        if self.failed:
            rows = [(_file(row["file"]), canonical(shown(row["error"]))) for row in self.failed]
            yield from self._part("Dokument som inte kunde läsas", ("Fil", "Fel"), rows, "")

    def _doubts(self) -> Iterator[Node]:
        found = self.chosen.findings.where(lambda row: row["severity"] != Severity.NOTE.value)
        rows = [
            (_file(row["file"]), shown(row["where"]), canonical(shown(row["message"])))
            for row in found[:MOST_FINDINGS]
        ]
        if rows:
            yield from self._part("Att se över", ("Fil", "Var", "Vad"), rows, "")
        rest = len(found) - len(rows)
        if rest:
            yield Text((self.words("… och {count} till").format(count=rest),))

    # -- shapes ----------------------------------------------------------------------------------

    @property
    def _several(self) -> bool:
        return len(self.bodies) > 1

    def _each_body(self, register: "Register") -> "Iterable[tuple[str | None, Register]]":
        """Each body of several, and the meetings that name none; of one body, all that there is."""
        return register.by_body().items() if self._several else ((None, register),)

    def _named(self, body: str | None) -> str:
        """The body where it does not go without saying."""
        return (body or self.words("utan angivet organ")) if self._several else ""

    @property
    def _body_head(self) -> tuple[str, ...]:
        return ("Organ",) if self._several else ()

    def _of_body(self, row: Row) -> tuple[str, ...]:
        return (shown(row["body"]),) if self._several else ()

    def _day(self, cell: Cell) -> str:
        return when_words(cell, self.words.language) if isinstance(cell, date) else ""

    def _part(
        self, title: str, head: Sequence[str], rows: Iterable[Sequence[str]], nothing: str
    ) -> Iterator[Node]:
        """A heading with its table, or with *nothing* to tell."""
        cells = tuple((_cell(first, "whole"), *map(_cell, others)) for first, *others in rows)
        yield Heading(self.words(title), 2)
        if not cells:
            yield Text((self.words(nothing),))
            return
        names = tuple(_cell(self.words(one)) for one in head)
        yield Grid((names, *cells), header_rows=1)

    def _picture(self, picture: Picture) -> Iterator[Node]:
        """What the signs mean, and the table, with the picture where a format can show it."""
        head = tuple(_cell(column.label) for column in picture.table.columns)
        days = {place for place, one in enumerate(picture.table.columns) if one.kind == "date"}
        rows = (
            tuple(_cell(self._day(cell) if place in days else said(cell)) for place, cell in enumerate(row))
            for row in picture.table.cells
        )
        drawing = Drawing(picture.svg, picture.alt, picture.width)
        yield Text((picture.description,))
        yield Grid((head, *rows), header_rows=1, header_columns=1, picture=drawing)


def _cell(text: str, role: str | None = None) -> tuple[Node, ...]:
    return (Text((text,), role=role),) if text else ()


def _number(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0


def _file(cell: Cell) -> str:
    """The name of a file. Where it lies is nobody else's business."""
    return canonical(os.path.basename(shown(cell)).encode("utf-8", "replace").decode())
