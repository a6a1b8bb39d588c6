"""How alike two parts of a meeting are: by what they are known by, and by their words."""

import re
from collections.abc import Iterator
from functools import singledispatch
from typing import Any

import attrs

from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attachment,
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

TEXTS = frozenset({Paragraph, Unread, Decision, ActionItem})
"""Blocks of running text. What was one of them may be another now: a person may have marked it."""
PEOPLE = (Participant, Member)
_FEW_LETTERS = 24
_WORD = re.compile(r"\w++")


def fields_of(value: Any) -> tuple[tuple[str, Any], ...]:
    """The fields that make two values of one class equal or not, with what they hold."""
    return tuple((field.name, getattr(value, field.name)) for field in attrs.fields(type(value)) if field.eq)


def kin(one: object, other: object) -> bool:
    """Whether the two can be versions of one thing."""
    return type(one) is type(other) or (type(one) in TEXTS and type(other) in TEXTS)


def strings(value: object) -> Iterator[str]:
    """Every string in *value*, all the way down."""
    if isinstance(value, tuple):
        for one in value:
            yield from strings(one)
    elif attrs.has(type(value)):
        for _, held in fields_of(value):
            yield from strings(held)
    elif type(value) is str:
        yield value


def words_of(value: object) -> frozenset[str]:
    """What *value* is weighed by: its words, or the pairs of letters of a few, which may be misspelt."""
    # Who has the same role is no namesake.
    own = (value.name,) if isinstance(value, PEOPLE) else strings(value)
    text = " ".join(own).casefold()
    if len(text) <= _FEW_LETTERS:
        letters = " ".join(_WORD.findall(text))
        return frozenset(letters[place : place + 2] for place in range(len(letters) - 1)) or _set(letters)
    return frozenset(_WORD.findall(text))


def _set(text: str) -> frozenset[str]:
    return frozenset({text}) if text else frozenset()


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """From 0 for nothing in common to 1 for the same words.

    Source: Dice, "Measures of the amount of ecologic association between species" (1945).
    """
    both = len(one) + len(other)
    return 2 * len(one & other) / both if both else 0.0


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
def _(value: Decision) -> tuple[Key, ...]:
    return ((value.id,),)


@keys.register
def _(value: ActionItem) -> tuple[Key, ...]:
    return ((value.id,),)
