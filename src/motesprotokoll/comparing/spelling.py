"""The parts of a meeting in words: all that they say, one line for each that stands by itself.

Classes are told field by field, so that a field of next year is told, too.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from typing import Any

import attrs

from motesprotokoll import marks
from motesprotokoll.comparing.likeness import MANY, TEXTS, fields_of
from motesprotokoll.comparing.naming import ATTENDANCES
from motesprotokoll.compose.views import SAID
from motesprotokoll.messages import translate
from motesprotokoll.model import AgendaItem, Attendance, DateSpan, Emphasis, Link, PartialDate, TimeSpan
from motesprotokoll.model.text import canonical, links_of, plain
from motesprotokoll.wording import (
    BASES,
    KINDS,
    LABELS,
    MODES,
    NOTES,
    OUTCOMES,
    PARTS_OF_DAY,
    STATUSES,
    duration_words,
    when_words,
)

_ENUMS: dict[tuple[type, object], str] = {
    (type(value), value): word
    for table in (KINDS, STATUSES, MODES, PARTS_OF_DAY, OUTCOMES, SAID)
    for value, word in table.items()
} | {(type(value), value): NOTES[key] for value, key in BASES.items()}
_SHORT = {"owners": "owner"}
"""Fields whose word stands under another key in the tables of documents."""
_BARE = frozenset(
    {
        "attendance",
        "basis",
        "body",
        "content",
        "dates",
        "kind_label",
        "label",
        "marker",
        "mode",
        "name",
        "number",
        "organisation",
        "part_of_day",
        "place",
        "role",
        "times",
        "title",
        "unit",
        "url",
    }
)
"""Fields whose values need no word before them."""
_HEADING = ("title", "number")


def spelled(old: object, new: object, field: str | None, language: str) -> tuple[str | None, str | None]:
    """The words of both sides of a change; ``None`` where a side says nothing.

    Where the words are the same and only links or emphasis differ, those are written with the signs of our
    text.
    """
    if field == "attendance":
        return _invited(old, language), _invited(new, language)
    before, after = _joined(old, language), _joined(new, language)
    if before == after and _is_content(old) and _is_content(new):
        return marks.format_content(old), marks.format_content(new)  # type: ignore[arg-type]
    return before or None, after or None


def _invited(value: object, language: str) -> str:
    """Attendance, also where nothing was said of it."""
    return translate(ATTENDANCES[value if isinstance(value, Attendance) else None], language)


def _joined(value: object, language: str) -> str:
    return "\n".join(lines_of(value, language))


def lines_of(value: object, language: str) -> Iterator[str]:
    """What *value* says: its own words, then those of each part that stands by itself."""
    if isinstance(value, tuple) and value and isinstance(value[0], tuple | str | Link | Emphasis) is False:
        yield " | ".join(" ".join(lines_of(one, language)) for one in value)  # a row of cells
    elif attrs.has(type(value)) and not isinstance(value, _TOLD):
        yield from _of_thing(value, language)
    elif value is not None and value != ():
        yield words(value, language)


def _of_thing(value: Any, language: str) -> Iterator[str]:
    own: list[str] = []
    rest: list[str] = []
    if isinstance(value, AgendaItem) and value.heading:
        own.append(value.heading)
    for name, held in fields_of(value):
        if held in (None, (), False) or (type(value) is AgendaItem and name in _HEADING):
            continue
        if _holds_parts(held) or name in MANY:
            rest += (line for one in held for line in lines_of(one, language))
        else:
            own.append(_labelled(name, held, language))
    if type(value) in TEXTS:
        text, *facts = own if value.content else ("", *own)
        own = [" ".join((text, *([f"[{'; '.join(facts)}]"] if facts else ()))).strip()]
    if any(own):
        yield ", ".join(own)
    yield from rest


def _holds_parts(value: object) -> bool:
    return isinstance(value, tuple) and not _is_content(value)


def _is_content(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(piece, str | Link | Emphasis) for piece in value)


def _labelled(name: str, value: object, language: str) -> str:
    """A field of a thing: its value, with a word before it where that does not speak for itself."""
    said = "" if value is True else " ".join(lines_of(value, language))
    if name in _BARE:
        return said
    key = _SHORT.get(name, name)
    word = translate(NOTES.get(key) or LABELS.get(key) or name, language).lower()
    return f"{word}: {said}" if said else word


# ------------------------------------------------------------------ single values

_TOLD = (DateSpan, TimeSpan, PartialDate, Link, Emphasis)


def words(value: object, language: str) -> str:
    """A value without parts in words."""
    if isinstance(value, bool):
        return translate("ja" if value else "nej", language)
    if isinstance(value, Enum):
        known = _ENUMS.get((type(value), value))
        return translate(known, language) if known else str(value.value)
    if isinstance(value, tuple):
        return _running_text(value)
    if isinstance(value, timedelta):
        return duration_words(value, language)
    if isinstance(value, PartialDate):
        bounds = [str(day) for day in (value.earliest, value.latest) if day]
        return f"{value.text} ({' – '.join(bounds)})" if bounds else value.text
    if type(value) is date or isinstance(value, DateSpan | TimeSpan):
        return canonical(when_words(value, language))
    return canonical(str(value))


def _running_text(value: tuple[Any, ...]) -> str:
    """Content with the addresses of its links behind it; several texts with commas between them."""
    if all(isinstance(piece, str) for piece in value):
        return ", ".join(value)
    addresses = "".join(f" ({link.url})" for link in links_of(value) if link.url != link.text)
    return plain(value) + addresses
