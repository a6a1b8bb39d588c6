"""What an index holds of a document, and what a question asks for: words, entries and hits."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

import attrs

from motesprotokoll.errors import WrongTypeError, WrongValueError, quoted
from motesprotokoll.model import AgendaItem
from motesprotokoll.model.text import canonical
from motesprotokoll.register.records import Record
from motesprotokoll.tables import Cell, Column, Row, text_of

HITS = (
    Column("date", "Datum", "date"),
    Column("body", "Organ"),
    Column("headings", "Rubriker", "texts"),
    Column("excerpt", "Utdrag"),
    Column("id", "Id"),
    Column("meeting", "Mötets id"),
    Column("place", "Plats i mötet"),
    Column("file", "Fil"),
)
"""The columns of what is found. Words that were asked for stand between » and « in the excerpt."""

A_DAY = 1 << 20
"""How many entries a day may have. An entry's number begins with its day, so that the newest are found first,
and a period without looking at the rest."""
_TOGETHER = 256
"""How many documents are taken in at a time, in the order of their days: the engine is slow out of order."""
_MOST_WORDS = 12
"""The most words that a question may have."""
MARKS = ("»", "«")
"""What stands around the words of an excerpt that were asked for."""
_EXCERPT = 24
"""The words of an excerpt."""
_WORDS_AHEAD = 8
"""The words before the first that was asked for."""
_BETWEEN = "\x1f"
_WORD = re.compile(r"[^\W_]+")
_PARTS = re.compile(r'"([^"]*)"|(\S+)')


@attrs.frozen
class Part:
    """A word of a question, or words in quotes."""

    words: tuple[str, ...]
    exact: bool


def parts_of(question: str) -> tuple[Part, ...]:
    if not isinstance(question, str):
        raise WrongTypeError(f"expected str, got {quoted(question)}", "question")
    parts: list[Part] = []
    for together, apart in _PARTS.findall(canonical(question)):
        if together:
            parts.append(Part(tuple(words_in(together)), True))
        else:
            parts += [Part((word,), False) for word in words_in(apart)]
    parts = [part for part in parts if part.words]
    if not parts:
        raise WrongValueError(f"{quoted(question)} has no word", "question")
    if sum(len(part.words) for part in parts) > _MOST_WORDS:
        raise WrongValueError(f"a question has at most {_MOST_WORDS} words", "question")
    return tuple(parts)


def words_in(text: str) -> list[str]:
    return _WORD.findall(text.lower())


@attrs.frozen
class Sought:
    """Words of the documents: any of them will do, or all of them together and in that order."""

    words: tuple[str, ...]
    together: bool = False


def as_query(sought: Sought) -> str:
    """What FTS5 is asked. There are only letters and figures in a word, so none is an order to it."""
    if sought.together:
        return f'"{" ".join(sought.words)}"'
    return "(" + " OR ".join(f'"{word}"' for word in sought.words) + ")"


def entries_of(record: Record) -> Iterator[tuple[str | None, ...]]:
    """What a document says: each item, and the meeting with those who were there."""
    if record.about is not None:
        about = record.about
        people = map(_person, record.table("attendance"))
        text = "\n".join(filter(None, (str(about["venue"] or ""), *people)))
        yield _entry(about, str(about["title"] or ""), text, "$", about["id"])
    for row in record.table("items"):
        own = AgendaItem(text_of(row["title"]), number=text_of(row["number"])).heading
        above = row["headings"] if isinstance(row["headings"], tuple) else ()
        heading = _BETWEEN.join(filter(None, (*above, own)))
        yield _entry(row, heading, str(row["text"] or ""), str(row["place"]), row["meeting"])


def by_day(records: Iterable[Record]) -> Iterator[list[Record]]:
    """*records*, some hundreds at a time, in the order of their days."""
    rest = iter(records)
    while together := list(islice(rest, _TOGETHER)):
        yield sorted(together, key=lambda record: first_of(day_of(record)))


def day_of(record: Record) -> date | None:
    day = record.about["date"] if record.about is not None else None
    return day if isinstance(day, date) else None


def first_of(day: date | None) -> int:
    """The number of a day's first entry; those without a day come before all."""
    return (day.toordinal() if day else 0) * A_DAY


def _person(row: Row) -> str:
    said = (row["name"], row["role"], row["unit"], row["organisation"])
    return ", ".join(str(cell) for cell in said if cell)


def _entry(row: Row, heading: str, text: str, place: str, meeting: Cell) -> tuple[str | None, ...]:
    day, body = row["date"], row["body"]
    return (
        str(row["id"]),
        str(meeting),
        str(day) if day else None,
        str(body) if body else None,
        str(body).casefold() if body else None,
        heading,
        text,
        place,
    )


def hit_of(row: Sequence[str | None], sought: Sequence[Sought]) -> tuple[Cell, ...]:
    """A row of what is found, from an entry of the index."""
    day, body, heading, text, row_id, meeting, place, file = row
    headings = tuple((heading or "").split(_BETWEEN)) if heading else ()
    return (
        date.fromisoformat(day) if day else None,
        body,
        headings,
        excerpt_of(text or "", sought) or excerpt_of(" – ".join(headings), sought),
        row_id,
        meeting,
        place,
        None if (file or "").startswith("\0") else file,
    )


def excerpt_of(text: str, sought: Sequence[Sought]) -> str:
    """Some words of *text* around the first that was sought, those sought between `MARKS`; empty without."""
    found = list(_WORD.finditer(text))
    spoken = [match[0].lower() for match in found]
    marked = sorted({place for one in sought for place in _places(one, spoken)})
    if not marked:
        return ""
    first = max(marked[0] - _WORDS_AHEAD, 0)
    last = min(first + _EXCERPT, len(found)) - 1
    start = found[first].start() if first else 0
    end = found[last].end() if last + 1 < len(found) else len(text)
    pieces, here = [], start
    for begins, ends in _runs([place for place in marked if place <= last]):
        pieces += [text[here : found[begins].start()], MARKS[0]]
        pieces += [text[found[begins].start() : found[ends].end()], MARKS[1]]
        here = found[ends].end()
    shown = "".join((*pieces, text[here:end])).replace("\n", " ").strip()
    return f"{'…' if first else ''}{shown}{'…' if end < len(text) else ''}"


def _places(one: Sought, spoken: Sequence[str]) -> Iterator[int]:
    """Where the words that are sought stand among those of a text."""
    if not one.together:
        forms = frozenset(one.words)
        yield from (place for place, word in enumerate(spoken) if word in forms)
        return
    length = len(one.words)
    for place in range(len(spoken) - length + 1):
        if tuple(spoken[place : place + length]) == one.words:
            yield from range(place, place + length)


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring places as the first and the last of each run."""
    begun = 0
    for number, place in enumerate(places):
        if number + 1 == len(places) or places[number + 1] != place + 1:
            yield places[begun], place
            begun = number + 1
