"""How a text begins and ends, whether it goes on with what stood before, and what stands below it."""

from collections.abc import Sequence
from typing import TypeVar

STOPS = (".", "!", "?")
"""Signs with which a sentence ends."""
STOPS_OR_COLON = (*STOPS, ":")
"""Signs behind which nothing goes on: a sentence ends, or what is announced stands below."""
BREAKS = (",", "-")
"""Signs at the end of a line that the paper has broken."""
OPEN_ENDS = (*BREAKS, "–", "/")
"""Signs behind which a title or a sentence goes on below."""

_T = TypeVar("_T")


def at(several: Sequence[_T], place: int) -> _T | None:
    """What stands at *place*, if the document goes on so far."""
    return several[place] if place < len(several) else None


def first_word(text: str) -> str:
    """What stands before the first space."""
    return text.partition(" ")[0]


def last_word(text: str) -> str:
    """What stands behind the last space."""
    return text.rpartition(" ")[2]


def begins_small(text: str) -> bool:
    """Whether *text* begins with a small letter, as the rest of a sentence does."""
    return text[:1].islower()
