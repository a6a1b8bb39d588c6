"""Corrections that findings offer, put where they belong: the same value with other words, and no more."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any, TypeVar

import attrs

from motesprotokoll.errors import MinutesError
from motesprotokoll.findings import Finding
from motesprotokoll.model import Cell, Inline, ListItem, Meeting, Paragraph, Schedule
from motesprotokoll.model.places import Step, changed_at, steps_of

V = TypeVar("V", bound=Meeting | Schedule)

_IDENTITIES = frozenset({"id", "uid"})
"""Fields of strings that no person wrote."""


@attrs.frozen
class Correction:
    """A finding and the signs that it is about, of a string in the meeting."""

    finding: Finding
    steps: tuple[Step, ...]
    """Where the string stands, from the meeting down."""
    text: str
    """The whole string; running text without the marks of links and emphasis."""
    start: int
    end: int


def fixed(value: V, findings: Iterable[Finding]) -> V:
    """*value* with the safe corrections of *findings* in it, such as those that `check` gave of it.

    A correction goes where its words stand at its place, once for each finding: where they stand more often
    than that, nobody can say which are meant. What cannot be placed is left; a second time changes nothing.

    >>> from motesprotokoll import AgendaItem, Severity
    >>> meeting = Meeting(agenda=[AgendaItem("Kurser, tex om upphandling")])
    >>> slip = Finding("MP701", Severity.NOTE, "Skriv t.ex.", "$.agenda[0]", (), "tex", "t.ex.")
    >>> fixed(meeting, [slip]).agenda[0].title
    'Kurser, t.ex. om upphandling'
    """
    return applied(value, corrections(value, findings))


def applied(value: V, placed: Iterable[Correction]) -> V:
    """*value* with *placed* in it, those of one string together, as `corrections` gives them."""
    for steps, group in groupby(placed, lambda one: one.steps):
        try:
            value = changed_at(value, steps, partial(_corrected, group=tuple(group)))
        except MinutesError:  # nothing is left of a name, say: then it stays as it is
            continue
    return value


def corrections(value: Meeting | Schedule, findings: Iterable[Finding]) -> tuple[Correction, ...]:
    """The corrections that can be placed, those of one string together; no two of them overlap."""
    asked: dict[tuple[str, str, str], list[Finding]] = {}
    for one in findings:
        if one.where and one.excerpt and one.instead is not None and one.instead != one.excerpt:
            asked.setdefault((one.where, one.excerpt, one.instead), []).append(one)
    by_string: dict[tuple[Step, ...], list[Correction]] = {}
    for (where, *_), group in asked.items():
        for correction in _placed(value, where, group):
            by_string.setdefault(correction.steps, []).append(correction)
    return tuple(one for group in by_string.values() for one in _apart(group))


def _apart(group: Iterable[Correction]) -> Iterator[Correction]:
    """Those of one string that do not overlap, in their order."""
    end = 0
    for one in sorted(group, key=lambda one: (one.start, one.end)):
        if one.start >= end:
            yield one
            end = one.end


def _placed(value: object, where: str, findings: Sequence[Finding]) -> list[Correction]:
    """Alike findings of one place, each with the signs that it is about; none where their number differs."""
    pattern = _pattern(findings[0])
    spans = [
        (steps, text, match.span())
        for steps, text in _texts_at(value, where)
        for match in pattern.finditer(text)
        if match.lastgroup == "wrong"
    ]
    if len(spans) != len(findings):
        return []
    pairs = zip(findings, spans, strict=True)
    return [Correction(one, steps, text, *span) for one, (steps, text, span) in pairs]


def _pattern(finding: Finding) -> re.Pattern[str]:
    """What finds the words that are wrong, and passes over those that are right already."""
    wrong, right = finding.excerpt or "", finding.instead or ""
    ways = [f"(?P<wrong>{as_words(re.escape(wrong), wrong)})"]
    if wrong in right:  # "m.m" stands in "m.m.", too
        ways.insert(0, as_words(re.escape(right), right))
    return re.compile("|".join(ways))


def as_words(pattern: str, words: str, *, alone: bool = True) -> str:
    """*pattern*, which finds *words*, so that it finds no part of a longer word.

    Words that are *alone* are no part of an address, a file's name or a compound with a hyphen either.
    """
    before, behind = (r"(?<![\w@./\\-])", r"(?![\w@/\\-]|\.\w)") if alone else (r"(?<!\w)", r"(?!\w)")
    return f"{before if words[0].isalnum() else ''}{pattern}{behind if words[-1].isalnum() else ''}"


# ------------------------------------------------------------------------------------------------ places


def stands_at(value: Meeting | Schedule, finding: Finding) -> bool:
    """Whether there is such a place as the finding's, and its excerpt stands there."""
    if finding.where is None:
        return finding.excerpt is None
    if _at(value, finding.where) is None:
        return False
    texts = _texts_at(value, finding.where)
    return finding.excerpt is None or any(finding.excerpt in text for _, text in texts)


def _texts_at(value: object, where: str) -> Iterator[tuple[tuple[Step, ...], str]]:
    """The strings of what stands at *where*, without those of what is nested in it."""
    found = _at(value, where)
    if found is not None:
        yield from _own_texts(found[1], found[0])


def _at(value: object, where: str) -> tuple[tuple[Step, ...], object] | None:
    """The steps to *where*, and what stands there; ``None`` where there is no such place."""
    steps = steps_of(where)
    if steps is None:
        return None
    try:
        for step in steps:
            value = _below(value, step)
    except LookupError:
        return None
    return steps, value


def _below(value: object, step: Step) -> Any:
    if isinstance(step, int):
        if type(value) is not tuple:
            raise LookupError(step)
        return value[step]
    if step not in _fields(value):
        raise LookupError(step)
    return getattr(value, step)


def _fields(value: object) -> list[str]:
    kind = type(value)
    return [field.name for field in attrs.fields(kind)] if attrs.has(kind) else []


def _own_texts(value: object, steps: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str]]:
    if type(value) is str:
        yield steps, value
    elif steps and steps[-1] == "content":
        yield steps, _raw(value)  # type: ignore[arg-type]
    elif type(value) is tuple:
        yield from ((((*steps, place)), one) for place, one in enumerate(value) if type(one) is str)
    elif isinstance(value, ListItem | Cell):  # which has no words but those of its paragraphs
        for place, block in enumerate(value.body):
            if isinstance(block, Paragraph):
                yield from _own_texts(block, (*steps, "body", place))
    else:
        for name in _fields(value):
            inner = getattr(value, name)
            if type(inner) in (str, tuple) and name not in _IDENTITIES:
                yield from _own_texts(inner, (*steps, name))


def _raw(content: tuple[Inline, ...]) -> str:
    return "".join(_words(piece) for piece in content)


def _words(piece: Inline) -> str:
    return piece if isinstance(piece, str) else piece.text


# ------------------------------------------------------------------------------------------------ changing


def _corrected(value: str | tuple[Inline, ...], group: Sequence[Correction]) -> str | tuple[Inline, ...]:
    if isinstance(value, str):
        return "".join(_parts(value, 0, group))
    pieces: list[Inline] = []
    start = 0
    for piece in value:
        words = _words(piece)
        changed = "".join(_parts(words, start, group))
        start += len(words)
        if changed:
            pieces.append(changed if isinstance(piece, str) else attrs.evolve(piece, text=changed))
    return tuple(pieces)


def _parts(words: str, start: int, group: Sequence[Correction]) -> Iterator[str]:
    """*words*, which begin at *start* of the whole, with what is instead of their signs.

    Where wrong words go over several pieces, the first of them gets all that is instead.
    """
    end, done = start + len(words), start
    for one in group:
        if one.start < end and one.end > start:
            yield words[done - start : max(one.start, start) - start]
            if one.start >= start:
                yield one.finding.instead or ""
            done = min(one.end, end)
    yield words[done - start :]
