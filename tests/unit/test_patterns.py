r"""The patterns of the library mean the same in every Python that it runs on.

Before 3.11.5, Python forgets to step back where the last round of a possessive group fails half-way
(gh-106052): ``1(?:\.[0-9]+)*+`` takes the stop of "1. Lokaler" along. So a possessive group may only hold
what fails at a sign, before anything in it has repeated: ``1(?:\.[0-9][0-9]*+)*+``. What cannot be said so
is an atomic group, ``1(?>(?:\.[0-9]+)*)``.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import motesprotokoll

_SIGN = {codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY, codes.AT}


def patterns() -> Iterator[re.Pattern[Any]]:
    """What the modules of the library hold when all are imported, in tables and classes, too."""
    seen: set[int] = set()
    waiting: list[object] = []
    for module in pkgutil.walk_packages(motesprotokoll.__path__, "motesprotokoll."):
        waiting += vars(importlib.import_module(module.name)).values()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, re.Pattern):
            yield one
        elif isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, tuple | list | set | frozenset):
            waiting += one
        elif str(getattr(one, "__module__", "")).startswith("motesprotokoll."):
            waiting += vars(one).values() if hasattr(one, "__dict__") else ()
            waiting += [getattr(one, name, None) for name in getattr(type(one), "__slots__", ())]


def groups(parsed: Any) -> Iterator[Any]:
    """What possessive groups hold, at any depth of a parsed pattern."""
    for code, told in parsed:
        if code is codes.POSSESSIVE_REPEAT and not (len(told[2]) == 1 and told[2][0][0] in _SIGN):
            yield told[2]
        for part in told if isinstance(told, tuple) else ():
            if isinstance(part, parser.SubPattern):
                yield from groups(part)
            elif isinstance(part, list):
                for branch in part:
                    yield from groups(branch)


def is_sound(body: Any) -> bool:
    """Whether nothing can fail in it after a repetition, by the rule above."""
    if len(body) == 1 and body[0][0] is codes.BRANCH:
        branches = body[0][1][1]
        steps_back = repr(branches[-1]) == repr(parser.parse("(?!)"))
        return steps_back or all(map(is_sound, branches))
    *before, (code, told) = body
    last = code in _SIGN or (code in (codes.MAX_REPEAT, codes.POSSESSIVE_REPEAT) and told[0] == 0)
    return last and all(one in _SIGN for one, _ in before)


def is_sound_throughout(pattern: str | bytes, flags: int = 0) -> bool:
    """Whether each possessive group of *pattern* is sound."""
    return all(map(is_sound, groups(parser.parse(pattern, flags))))


def test_every_pattern_is_sound() -> None:
    """No possessive group of ours is one that an older Python gets wrong."""
    found = {(one.pattern, one.flags) for one in patterns()}
    assert len(found) > 300
    assert [pattern for pattern, flags in found if not is_sound_throughout(pattern, flags)] == []


@pytest.mark.parametrize(
    ("pattern", "sound"),
    [
        (r"1(?:\.[0-9]+)*+", False),
        (r"1(?:\.[0-9]{2})*+", False),
        (r"(?:a|b(?!c))++", False),
        (r"1(?:\.[0-9][0-9]*+)*+", True),
        (r"1(?>(?:\.[0-9]+)*)", True),
        (r"(?:[^\\:]|\\.)*+", True),
        (r"(?:[^()]|\([^()]*+\)|(?!))*+", True),
    ],
)
def test_the_rule(pattern: str, sound: bool) -> None:
    """It tells one kind from the other."""
    assert is_sound_throughout(pattern) is sound
