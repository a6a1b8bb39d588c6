"""A text before and after, word by word: what stayed, what went and what came."""

import re
from collections.abc import Iterator
from itertools import groupby

import attrs

from motesprotokoll.comparing.alignment import Pair, aligned
from motesprotokoll.errors import quoted

# A word keeps what joins its parts: "HR-chef", "09.00", "S:t". Any other sign stands for itself.
_WORD = re.compile(r"\w++(?:[-:./’'@]\w\w*+)*+|\S")

KEPT, REMOVED, ADDED = " ", "-", "+"
"""What a piece of text did: it stayed, went, or came."""
_MIRRORED = {KEPT: KEPT, REMOVED: ADDED, ADDED: REMOVED}


@attrs.frozen(repr=False)
class Span:
    """A piece of a reworded text: its sign is ``" "`` if kept, ``"-"`` if it went, ``"+"`` if it came."""

    sign: str
    text: str

    def __repr__(self) -> str:
        return f"Span({self.sign!r}, {quoted(self.text, 60)})"


def reworded(before: str, after: str) -> tuple[Span, ...]:
    """What became of *before* on its way to *after*. What went stands before what came in its place.

    All that stayed or went is *before*, letter by letter, and all that stayed or came is *after*.

    >>> [span.sign + span.text for span in reworded("Vi ses i Ale.", "Vi ses nog i Lerum.")]
    [' Vi ses', '+ nog', '  i', '- Ale', '+ Lerum', ' .']
    """
    if before > after:  # so that the way back is the same way
        return tuple(_told(_mirrored(_spans(after, before))))
    return tuple(_told(_spans(before, after)))


def _mirrored(spans: Iterator[Span]) -> Iterator[Span]:
    return (Span(_MIRRORED[span.sign], span.text) for span in spans)


def _told(spans: Iterator[Span]) -> Iterator[Span]:
    """Neighbours of one sign as one span; between what stayed, first what went and then what came."""
    for kept, group in groupby(spans, lambda span: span.sign == KEPT):
        some = list(group)
        for sign in (KEPT,) if kept else (REMOVED, ADDED):
            text = "".join(span.text for span in some if span.sign == sign)
            if text:
                yield Span(sign, text)


@attrs.frozen
class _Words:
    """The words of a text, each with the white space before it; the last one is the end of the text."""

    words: tuple[str, ...]
    spaces: tuple[str, ...]


def _split(text: str) -> _Words:
    words, spaces = [], []
    end = 0
    for found in _WORD.finditer(text):
        words.append(found[0])
        spaces.append(text[end : found.start()])
        end = found.end()
    return _Words((*words, ""), (*spaces, text[end:]))


def _spans(before: str, after: str) -> Iterator[Span]:
    old, new = _split(before), _split(after)
    row = column = 0
    for place, partner in _without_islands(aligned(old.words, new.words), old, new):
        for one in range(row, place):
            yield Span(REMOVED, old.spaces[one] + old.words[one])
        for one in range(column, partner):
            yield Span(ADDED, new.spaces[one] + new.words[one])
        yield from _kept(old.spaces[place], new.spaces[partner], old.words[place])
        row, column = place + 1, partner + 1


def _kept(was: str, is_now: str, word: str) -> Iterator[Span]:
    if was == is_now:
        yield Span(KEPT, was + word)
        return
    yield Span(REMOVED, was)
    yield Span(ADDED, is_now)
    yield Span(KEPT, word)


def _without_islands(pairs: list[Pair], old: _Words, new: _Words) -> list[Pair]:
    """*pairs*, but for a little word that stayed amid much that did not: alone it helps nobody to read on."""
    runs = _runs(pairs)
    kept: list[Pair] = []
    changed_before = _letters_between(old, new, (-1, -1), runs[0][0])
    for run, following in zip(runs, [*runs[1:], None], strict=True):
        changed_after = _letters_between(old, new, run[-1], following[0]) if following else 0
        letters = sum(len(old.words[place]) for place, _ in run)
        is_end = following is None
        if is_end or 3 * letters > min(changed_before, changed_after):
            kept += run
        changed_before = changed_after
    return kept


def _runs(pairs: list[Pair]) -> list[list[Pair]]:
    """Pairs that follow on one another on both sides; the ends of the texts are always a pair."""
    runs: list[list[Pair]] = []
    for place, partner in pairs:
        if runs and runs[-1][-1] == (place - 1, partner - 1):
            runs[-1].append((place, partner))
        else:
            runs.append([(place, partner)])
    return runs


def _letters_between(old: _Words, new: _Words, last: Pair, following: Pair) -> int:
    """The letters that went or came between two pairs: the fewer of the two, as one is told for the other."""
    went = sum(map(len, old.words[last[0] + 1 : following[0]]))
    came = sum(map(len, new.words[last[1] + 1 : following[1]]))
    return min(went, came)
