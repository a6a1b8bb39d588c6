"""Meetings to publish: the example notes, and as many others of the same shape as somebody asks for.

Another meeting of the same shape has other words of the same length in its paragraphs, decisions and
headings. So each document is its own: a program that keeps what it has set once gains nothing by that.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import motesprotokoll as mp

EXAMPLES = Path(__file__).parents[2] / "examples" / "anteckningar"
_WORD = re.compile(r"\b[a-zåäö]{4,}\b")
_KEPT = frozenset({"beslut", "beslutar"})
"""What makes a sentence a decision."""
_TEXTS = ("content", "text", "title")
LONG = 2
"""How often a long meeting deals with what all the examples deal with."""


@cache
def examples() -> tuple[mp.Meeting, ...]:
    """The meetings of the example notes."""
    return tuple(mp.read(path).meeting for path in sorted(EXAMPLES.glob("*.txt")))


def short_meetings() -> Iterator[mp.Meeting]:
    """Meetings without end: the examples, then others of their shapes."""
    yield from examples()
    shapes = [mp.to_dict(meeting) for meeting in examples()]
    for number in count(len(shapes)):
        yield _varied(shapes[number % len(shapes)], number)


def long_meetings() -> Iterator[mp.Meeting]:
    """Meetings without end of one shape: what the examples deal with, several times over."""
    first, *others = (mp.to_dict(meeting) for meeting in examples())
    agenda = [*first["agenda"], *(item for other in others for item in other["agenda"])]
    shape = {**first, "agenda": agenda * LONG}
    for number in count():
        yield _varied(shape, number)


def _varied(shape: dict[str, Any], number: int) -> mp.Meeting:
    meeting = mp.from_dict(_redrawn(shape, Random(number)))
    assert isinstance(meeting, mp.Meeting)
    return meeting


def _redrawn(value: Any, dice: Random, told: bool = False) -> Any:
    """*value* with other words in what a meeting says, and the same names, days and numbers."""
    if isinstance(value, dict):
        return {key: _redrawn(part, dice, key in _TEXTS) for key, part in value.items()}
    if isinstance(value, list):
        return [_redrawn(part, dice, told) for part in value]
    if told and isinstance(value, str):
        return _WORD.sub(lambda found: _other(found[0], dice), value)
    return value


def _other(word: str, dice: Random) -> str:
    return word if word in _KEPT else dice.choice(_words().get(len(word), [word]))


@cache
def _words() -> Mapping[int, list[str]]:
    """The words of the examples by their length."""
    found: dict[int, set[str]] = defaultdict(set)
    for path in EXAMPLES.glob("*.txt"):
        for word in _WORD.findall(path.read_text("utf-8")):
            found[len(word)].add(word)
    return {length: sorted(words - _KEPT) or [*words] for length, words in found.items()}
