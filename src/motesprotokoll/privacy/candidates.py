"""Names in running text that stand in no list of people: the caller is asked whether they are private."""

import re
from collections.abc import Callable, Iterable, Iterator

from motesprotokoll.privacy.names import words_of
from motesprotokoll.swedish.name_shapes import is_full_name

_CAPITALS = re.compile(
    r"[^\W\d_a-zåäö][\w'’-]*+(?: (?:(?:af|av|von|de|der|van) )?[^\W\d_a-zåäö][\w'’-]*+){1,4}"
)
_LONGEST = 4


def private_names(
    texts: Iterable[str], people: Iterable[str], is_private: Callable[[str], bool]
) -> tuple[str, ...]:
    """The names in *texts*, each once, that are of none of *people* and of which *is_private* says so."""
    known = [set(words_of(name)) for name in people]
    asked: dict[str, bool] = {}
    for text in texts:
        for name in names_in(text):
            words = set(words_of(name))
            if name not in asked and not any(words <= one for one in known):
                asked[name] = bool(is_private(name))
    return tuple(name for name, is_one in asked.items() if is_one)


def names_in(text: str) -> Iterator[str]:
    """What looks like full names in *text*: words in capitals side by side, the longest that fit."""
    for match in _CAPITALS.finditer(text):
        words = match.group().split(" ")
        place = 0
        while place < len(words) - 1:
            size = next(
                (size for size in range(_LONGEST, 1, -1) if _fits(words[place : place + size], size)), 0
            )
            if size:
                yield " ".join(words[place : place + size]).removesuffix(".")
            place += size or 1


def _fits(words: list[str], size: int) -> bool:
    return len(words) == size and is_full_name(" ".join(words))
