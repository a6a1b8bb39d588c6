"""Places within a text as excerpts that are found again, for rules about words."""

from collections.abc import Iterator
from itertools import islice
from re import Match, Pattern

from motesprotokoll.checks.rules import Told

MOST_PLACES = 20
"""How many places of one text a rule about words tells: more help nobody, and the rule stays linear."""
_MOST_WORDS = 4
"""How many words on each side an excerpt may take along to be the only one of its kind."""


def matches(pattern: Pattern[str], text: str, words: frozenset[str] | None = None) -> Iterator[Match[str]]:
    """The first `MOST_PLACES` places at which *pattern* is found; only those of *words*, where given."""
    found = pattern.finditer(text)
    wanted = found if words is None else (one for one in found if one[0].lower() in words)
    return islice(wanted, MOST_PLACES)


def tell_of(
    template: str,
    where: object,
    text: str,
    span: tuple[int, int],
    instead: str | None = None,
    **values: object,
) -> Told:
    """What is told of the words at *span* of *text*, ``instead`` being what may safely stand there.

    Whoever mends or marks the text looks for the first place where the excerpt stands. So it takes words
    along until that is the right place: ``tex`` stands in "texten", too. Where that does not help nothing
    is said of what to write instead.
    """
    start, end = span
    filled = tuple((name, str(value)) for name, value in values.items())
    first, last = _found_first(text, start, end)
    if text.find(text[first:last]) != first:
        return Told(template, str(where), filled, None, text[start:end])
    corrected = None if instead is None else f"{text[first:start]}{instead}{text[end:last]}"
    return Told(template, str(where), filled, None, text[first:last], corrected)


def _found_first(text: str, start: int, end: int) -> tuple[int, int]:
    """*start* and *end*, widened by words until a search from the left comes here first."""
    first, last = start, end
    for _ in range(_MOST_WORDS):
        if text.find(text[first:last]) == first:
            break
        last = _next_word(text, last)
        if text.find(text[first:last]) == first:
            break
        first = text.rfind(" ", 0, max(first - 1, 0)) + 1
    return first, last


def _next_word(text: str, end: int) -> int:
    """Where the word ends that follows *end*, or the one that *end* is in."""
    following = text.find(" ", end + 1)
    return len(text) if following < 0 else following
