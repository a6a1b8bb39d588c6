"""Words within a text, for rules that look for them there."""

from collections.abc import Iterator
from itertools import islice
from re import Match, Pattern

from motesprotokoll.checks.rules import Told

MOST_PLACES = 20
"""How many places of one text a rule about words tells: more help nobody, and the rule stays linear."""


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

    A rule that corrects tells of each place by itself: so `fixing` knows which of several are meant.
    """
    filled = tuple((name, str(value)) for name, value in values.items())
    return Told(template, str(where), filled, None, text[slice(*span)], instead)
