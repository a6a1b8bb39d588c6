"""How alike two parts of a meeting are: by what they are known by, and by their words."""

import re
from functools import cache, singledispatch
from typing import Any

import attrs

from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attachment,
    Cell,
    Decision,
    Member,
    Occasion,
    Paragraph,
    Participant,
    Schedule,
    Section,
    Table,
    Unread,
)
from motesprotokoll.model.text import strings_in

TEXTS = frozenset({Paragraph, Unread, Decision, ActionItem})
"""Blocks of running text. What was one of them may be another now: a person may have marked it."""
MANY = frozenset({"clauses"})
"""Fields of several texts, each of which is a part of its own. Other texts are told together."""
PEOPLE = (Participant, Member)
_FEW_WORDS, _FEW_LETTERS = 4, 40
_WORD = re.compile(r"\w++")


def fields_of(value: object) -> tuple[tuple[str, Any], ...]:
    """The fields that make two values of one class equal or not, with what they hold."""
    return tuple((name, getattr(value, name)) for name in names_of(type(value)))  # type: ignore[arg-type]


@cache
def names_of(kind: type) -> tuple[str, ...]:
    """The names of the fields that make two values of a class equal or not; none of what has no fields."""
    return tuple(field.name for field in attrs.fields(kind) if field.eq) if attrs.has(kind) else ()


def kin(one: object, other: object) -> bool:
    """Whether the two can be versions of one thing."""
    return type(one) is type(other) or (type(one) in TEXTS and type(other) in TEXTS)


@attrs.frozen
class Looks:
    """What a part is weighed by: its words, and the pairs of letters of a few, which may be misspelt."""

    words: frozenset[str]
    letters: frozenset[str] = frozenset()


def looks_of(value: object) -> Looks:
    """What *value* is weighed by."""
    # Who has the same role is no namesake.
    own = (value.name,) if isinstance(value, PEOPLE) else strings_in(value)
    words = _WORD.findall(" ".join(own).casefold())
    letters = " ".join(words) if len(words) <= _FEW_WORDS else ""
    pairs = (letters[place : place + 2] for place in range(len(letters) - 1))
    return Looks(frozenset(words), frozenset(pairs) if len(letters) <= _FEW_LETTERS else frozenset())


def likeness(one: Looks, other: Looks) -> float:
    """From 0 for nothing in common to 1 for the same words.

    Source: Dice, "Measures of the amount of ecologic association between species" (1945).
    """
    score = 2 * len(one.words & other.words) / (len(one.words) + len(other.words) or 1)
    if score < 1 and one.letters and other.letters:
        shared = 2 * len(one.letters & other.letters)
        score = max(score, shared / (len(one.letters) + len(other.letters)))
    return score


# ------------------------------------------------------------------ what a thing is known by

Key = tuple[object, ...]


@singledispatch
def keys(value: object) -> tuple[Key, ...]:
    """What *value* is known by, the surest first. A part that is ``None`` leaves the key out."""
    return ()


@keys.register
def _(value: AgendaItem) -> tuple[Key, ...]:
    title = value.title and value.title.casefold()
    return (value.case_number, title), (value.number, title), (title,)


@keys.register
def _(value: Participant) -> tuple[Key, ...]:
    return (value.name, value.organisation), (value.name,)


@keys.register
def _(value: Member) -> tuple[Key, ...]:
    return ((value.name,),)


@keys.register
def _(value: Attachment) -> tuple[Key, ...]:
    return (value.title,), (value.url,)


@keys.register
def _(value: Section) -> tuple[Key, ...]:
    return ((value.label,),)


@keys.register
def _(value: Occasion) -> tuple[Key, ...]:
    day = value.first_day
    month = (day.year, day.month) if day else None
    return (value.uid,), (value.dates, value.label), (value.dates,), (value.label,), (month,)


@keys.register
def _(value: Schedule) -> tuple[Key, ...]:
    return (value.title, value.year), (value.title,)


@keys.register
def _(value: Table) -> tuple[Key, ...]:
    return ((value.title,),)


@keys.register
def _(value: tuple) -> tuple[Key, ...]:  # type: ignore[type-arg]
    first = value[0].text if value and isinstance(value[0], Cell) else ""
    return ((first or None,),)


@keys.register
def _(value: Decision) -> tuple[Key, ...]:
    return ((value.id,),)


@keys.register
def _(value: ActionItem) -> tuple[Key, ...]:
    return ((value.id,),)
