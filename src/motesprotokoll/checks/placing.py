"""The place of a finding in words for people: ``punkt 4 Budget`` for ``$.agenda[3].body[1]``."""

import re
from collections.abc import Mapping
from functools import partial

from motesprotokoll.messages import translate
from motesprotokoll.model import AgendaItem, Meeting, Occasion, Schedule
from motesprotokoll.model.text import shortened

_ITEM = re.compile(r"\.(?:agenda|items)\[([0-9]{1,9})\]")
_OCCASION = re.compile(r"\$\.occasions\[([0-9]{1,9})\]")
_PART = re.compile(r"\$\.([a-z_]+)")
_OF_THE_READER = re.compile(r"(rad|sida) ([0-9]{1,9})")
_DIGIT = re.compile(r"[0-9]")
_NUMBER = re.compile(r"\[([0-9]{1,9})\]")
_LONGEST = 60

_PARTS: Mapping[str, str] = {
    "appendix": "texten efter punkterna",
    "attachments": "bilagorna",
    "case_number": "diarienumret",
    "chair": "ordföranden",
    "finished_on": "dagen för färdigställandet",
    "kind": "dokumentets slag",
    "kind_label": "dokumentets slag",
    "network": "organet",
    "next_meeting": "nästa möte",
    "note_taker": "den som antecknade",
    "number": "mötets nummer",
    "occasion": "mötets tid och plats",
    "participants": "deltagarlistan",
    "preamble": "texten före punkterna",
    "title": "titeln",
    "verifiers": "justerarna",
}
"""The parts of a meeting in words."""
_ORDER = ("participants", "preamble", "agenda", "appendix", "attachments", "next_meeting", "finished_on")
"""The parts that stand below what a document says of its meeting, in their usual order."""


def place_in_words(value: Meeting | Schedule, where: str | None, language: str = "sv") -> str | None:
    """What people call the place *where* in *value*; ``None`` for the whole, and for no place of it.

    >>> meeting = Meeting(agenda=[AgendaItem("Budget", number="4", body=["Text"])])
    >>> place_in_words(meeting, "$.agenda[0].body[0]")
    'punkt 4 Budget'
    """
    t = partial(translate, language=language)
    where = where or ""
    of_reader = _OF_THE_READER.fullmatch(where)
    if of_reader:
        return f"{t(of_reader[1])} {of_reader[2]}"
    if isinstance(value, Schedule):
        found = _OCCASION.match(where)
        place = int(found[1]) if found else len(value.occasions)
        return _occasion(value.occasions[place], place, language) if place < len(value.occasions) else None
    if where.startswith("$.agenda["):
        return _item(value.agenda, where, language)
    part = _PART.match(where)
    return t(_PARTS[part[1]]) if part and part[1] in _PARTS else None


def in_order(where: str | None) -> tuple[int, ...]:
    """What sorts places as a document has them; the whole comes first."""
    part = _PART.match(where or "")
    rank = _ORDER.index(part[1]) + 1 if part and part[1] in _ORDER else 0
    return (rank, *(int(number) for number in _NUMBER.findall(where or "")))


def _occasion(occasion: Occasion, place: int, language: str) -> str:
    words = translate("tillfälle {count}", language).format(count=place + 1)
    return f"{words} ({occasion.dates})" if occasion.dates else words


def _item(agenda: tuple[AgendaItem, ...], where: str, language: str) -> str | None:
    """The innermost item in which *where* lies."""
    item, count, end = None, 0, 1
    while found := _ITEM.match(where, end):
        count, end = int(found[1]) + 1, found.end()
        if count > len(agenda):
            return None
        item = agenda[count - 1]
        agenda = item.items
    return None if item is None else _named(item, count, language)


def _named(item: AgendaItem, count: int, language: str) -> str:
    title = shortened(item.title, _LONGEST) if item.title else None
    if item.number is None and title is None:
        return translate("punkt nummer {count} i ordningen", language).format(count=count)
    if item.number is None:
        return translate("punkten {title}", language).format(title=title)
    number = item.number.rstrip(".)")
    word = "" if number and not _DIGIT.match(number) else f"{translate('punkt', language)} "
    return f"{word}{number} {title or ''}".strip()
