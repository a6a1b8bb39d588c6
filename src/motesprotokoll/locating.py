"""Where in a document the places of its meeting stand: the lines and signs of ``$.agenda[3].body[1]``.

A reading does not remember which line a value came from. But reading loses no letter and keeps the order
inside each value, so the letters of a value are found again as they stand, one value after the other.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import attrs

from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Dates,
    DateSpan,
    Decision,
    Meeting,
    Occasion,
    Paragraph,
    Participant,
    Schedule,
    Section,
    Table,
    Unread,
)
from motesprotokoll.model.places import items_in, walk_body
from motesprotokoll.swedish import format_date

_LAST_STEP = re.compile(r"\.\w+$|\[\d+\]$")
SHORT = 8
"""Fewer letters than this may stand in the middle of other words by chance."""
WINDOW = 20_000
"""So many letters around the value before are searched first: in a long document a value takes no longer."""
_FAR = 500
"""So many values are looked for beyond that: this stays linear, and of minutes there are a handful."""
_TRIES = 50
"""So many places where a short value might stand are looked at."""


@attrs.frozen
class Spot:
    """Signs *start* to *end* (without it) of a line; lines are counted from 0."""

    line: int
    start: int
    end: int


class Locator:
    """Finds the places of *meeting* in the *lines* of the document that it was read from."""

    def __init__(self, lines: Sequence[str], meeting: Meeting) -> None:
        self._lines = lines
        self._document = _Letters(lines)
        self._spans: dict[str, tuple[int, int]] = {}
        self._cursor = 0
        self._after_person = 0
        self._far = _FAR
        for where, ways, order in _passages(meeting):
            self._place(where, ways, order)

    def spot(self, where: str | None, excerpt: str | None = None) -> Spot | None:
        """Where *excerpt* stands at the place *where*; the whole value, if it is not found there or ``None``.

        What has no words of its own stands where the value does that holds it. ``None`` is for what cannot
        be found, and for places that are the whole meeting.
        """
        span = self._span(where)
        if span is None:
            return None
        start, end = span
        if excerpt:
            found = self._document.within(excerpt, start, end)
            if found is not None:
                return found
        return self._document.spot(start, end)

    def _span(self, where: str | None) -> tuple[int, int] | None:
        """The letters of the value at *where*, or of the one that holds it."""
        shorter = 1
        while where and shorter:
            if where in self._spans:
                return self._spans[where]
            where, shorter = _LAST_STEP.subn("", where)
        return None

    def _place(self, where: str, ways: Iterable[str], order: str) -> None:
        """Remember where a value stands, which may be written in several *ways*."""
        for letters in filter(None, map(letters_of, ways)):
            start = self._search(letters, order)
            if start >= 0:
                self._spans[where] = (start, start + len(letters))
                if order == "body":
                    self._cursor = start + len(letters)
                elif order == "people":
                    self._after_person = start + len(letters)
                return

    def _search(self, letters: str, order: str) -> int:
        if order == "body":
            near = self._cursor + WINDOW + len(letters)
            start = self._document.find(letters, self._cursor, near)
            if start >= 0:
                return start
        if self._far == 0:
            return -1
        self._far -= 1
        if order == "last":
            return self._document.find_last(letters)
        if order == "people":
            start = self._document.find(letters, self._after_person, len(self._document.text))
            return start if start >= 0 else self._document.find(letters, 0, len(self._document.text))
        return self._document.find(letters, self._cursor, len(self._document.text))


def letters_of(text: str) -> str:
    """The letters and digits of *text*, without case: all that a document keeps for certain."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


class _Letters:
    """The letters of a document, each with the line and the sign that it is."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._starts: list[int] = []
        self._signs: list[int] = []
        letters: list[str] = []
        for line in lines:
            self._starts.append(len(letters))
            for place, sign in enumerate(line):
                folded = letters_of(sign)
                letters += folded
                self._signs += [place] * len(folded)
        self.text = "".join(letters)
        self._begins = frozenset(self._starts)

    def find(self, letters: str, low: int, high: int) -> int:
        """Where *letters* begin; short ones only where a word does."""
        for _ in range(_TRIES):
            start = self.text.find(letters, low, high)
            if start < 0 or len(letters) >= SHORT or self._opens_a_word(start):
                return start
            low = start + 1
        return -1

    def find_last(self, letters: str) -> int:
        """Where *letters* begin for the last time."""
        high = len(self.text)
        for _ in range(_TRIES):
            start = self.text.rfind(letters, 0, high)
            if start < 0 or len(letters) >= SHORT or self._opens_a_word(start):
                return start
            high = start + len(letters) - 1
        return -1

    def _opens_a_word(self, start: int) -> bool:
        if start in self._begins:
            return True
        before = self._signs[start] - 1
        return not self._lines[self._line(start)][before].isalnum()

    def _line(self, letter: int) -> int:
        return bisect_right(self._starts, letter) - 1

    def spot(self, start: int, end: int) -> Spot:
        """The signs of the line in which the letters *start* to *end* begin."""
        line = self._line(start)
        last = min(end, self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)) - 1
        return Spot(line, self._signs[start], self._signs[last] + 1)

    def within(self, excerpt: str, start: int, end: int) -> Spot | None:
        """Where *excerpt* stands among the letters *start* to *end*: as written, else by its letters."""
        words = r"\s+".join(map(re.escape, excerpt.split()))
        edges = (r"(?<!\w)", r"(?!\w)") if excerpt[0].isalnum() and excerpt[-1].isalnum() else ("", "")
        pattern = re.compile(words.join(edges))
        for line in range(self._line(start), self._line(end - 1) + 1):
            low = self._signs[start] if line == self._line(start) else 0
            found = pattern.search(self._lines[line], low)
            if found is not None and found.end() > found.start():
                return Spot(line, found.start(), found.end())
        letters = letters_of(excerpt)
        at = self.text.find(letters, start, end) if letters else -1
        return self.spot(at, at + len(letters)) if at >= 0 else None


# ------------------------------------------------------------------------------------------------ passages

_Passage = tuple[str, tuple[str, ...], str]
"""A place, how its words may be written, and where to look: ``body`` and ``people`` each in their order,
``first`` or ``last``."""


def _passages(meeting: Meeting) -> Iterator[_Passage]:
    yield from _head(meeting)
    yield from _in_body(meeting.preamble, ("preamble",))
    yield from _in_items(meeting.agenda)
    yield from _in_body(meeting.appendix, ("appendix",))
    yield from _tail(meeting)


def _head(meeting: Meeting) -> Iterator[_Passage]:
    network = meeting.network
    named = (
        ("$.network", network.name if network else None),
        ("$.title", meeting.title),
        ("$.kind_label", meeting.kind_label),
        ("$.number", meeting.number),
        ("$.case_number", meeting.case_number),
    )
    yield from ((where, (text,), "first") for where, text in named if text)
    yield from _occasion("$.occasion", meeting.occasion, "first")
    for number, one in enumerate(meeting.participants):
        yield _person(f"$.participants[{number}]", one, "people")


def _tail(meeting: Meeting) -> Iterator[_Passage]:
    yield from _occasion("$.next_meeting", meeting.next_meeting, "last")
    if meeting.chair is not None:
        yield _person("$.chair", meeting.chair, "last")
    if meeting.note_taker is not None:
        yield _person("$.note_taker", meeting.note_taker, "last")
    for number, one in enumerate(meeting.verifiers):
        yield _person(f"$.verifiers[{number}]", one, "last")
    for number, attachment in enumerate(meeting.attachments):
        yield f"$.attachments[{number}]", (attachment.title,), "last"
    if meeting.finished_on is not None:
        yield "$.finished_on", tuple(days_as_written(DateSpan(meeting.finished_on))), "last"


def _person(where: str, one: Participant, order: str) -> _Passage:
    # A list has the name before or behind the organisation; where it is a row of a table, the name alone.
    return where, (one.name,), order


def _occasion(where: str, occasion: Occasion | None, order: str) -> Iterator[_Passage]:
    if occasion is not None:
        yield where, tuple(_ways(occasion)), order
        if occasion.place:
            yield f"{where}.place", (occasion.place,), order


def _ways(occasion: Occasion) -> Iterator[str]:
    yield from days_as_written(occasion.dates)
    if isinstance(occasion.dates, DateSpan):
        yield from (f"{day.day}/{day.month}" for day in (occasion.dates.start, occasion.dates.end))
    if occasion.label:
        yield occasion.label


def days_as_written(dates: Dates | None) -> Iterator[str]:
    """How a document may write *dates*, but for ``5/3``, whose letters stand in much else."""
    if isinstance(dates, DateSpan):
        for day in dict.fromkeys((dates.start, dates.end)):
            written = format_date(day)
            yield from (written, written.rpartition(" ")[0], str(day), f"{day:%y%m%d}")
    elif dates is not None:
        yield dates.text


def _in_items(agenda: tuple[AgendaItem, ...]) -> Iterator[_Passage]:
    for item, at, _ in items_in(agenda):
        where = str(at)
        if item.heading:
            yield where, tuple(filter(None, (item.heading, item.title))), "body"
        for place, attachment in enumerate(item.attachments):
            yield f"{where}.attachments[{place}]", (attachment.title,), "first"
        yield from _in_body(item.body, (*at.steps, "body"))


def _in_body(body: tuple[object, ...], steps: tuple[str | int, ...]) -> Iterator[_Passage]:
    for found in walk_body(body, steps):  # type: ignore[arg-type]
        where, block = str(found.place), found.block
        if isinstance(block, Paragraph | Decision | ActionItem | Unread):
            if block.text:
                yield where, (block.text,), "body"
            if isinstance(block, Decision):
                for number, clause in enumerate(block.clauses):
                    yield f"{where}.clauses[{number}]", (clause,), "body"
        elif isinstance(block, Section):
            yield where, (block.label,), "body"
        elif isinstance(block, Table) and block.title:
            yield where, (block.title,), "body"
        elif isinstance(block, Schedule):
            for number, occasion in enumerate(block.occasions):
                yield f"{where}.occasions[{number}]", tuple(_ways(occasion)), "body"


def lines_in(document: Sequence[str], lines: Sequence[str]) -> list[Spot | None]:
    """Where each of *lines* stands in a document of which they are all the text, in order.

    A line may have a number before it that the document counts by itself.
    """
    letters = _Letters(document)
    found: list[Spot | None] = []
    cursor = 0
    for line in lines:
        start, length = -1, 0
        for part in (line, line.partition(" ")[2]):
            sought = letters_of(part)
            start = letters.find(sought, cursor, cursor + WINDOW + len(sought)) if sought else -1
            if start >= 0:
                length = len(sought)
                break
        cursor = start + length if start >= 0 else cursor
        found.append(letters.spot(start, start + length) if start >= 0 else None)
    return found
