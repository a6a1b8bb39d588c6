"""What was taken away, kept only to prove that it is gone."""

from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

import attrs

from motesprotokoll.errors import WrongTypeError


@attrs.frozen(repr=False)
class Removal:
    """One string that was taken away. Its repr does not say which."""

    kind: str
    text: str
    exact: bool = False
    """Whether capitals tell it from other words: a part of a name alone."""

    def __repr__(self) -> str:
        return f"Removal({self.kind!r})"


class Removed:
    """The strings that were taken away: in memory only, for `motesprotokoll.privacy.verify`.

    Neither its repr nor an error tells them, it is never equal to another, and it refuses to be pickled.
    """

    __slots__ = ("_removals",)

    def __init__(self, removals: Iterable[Removal] = ()) -> None:
        self._removals = tuple(dict.fromkeys(removals))

    def __iter__(self) -> Iterator[Removal]:
        return iter(self._removals)

    def __len__(self) -> int:
        return len(self._removals)

    def __repr__(self) -> str:
        return f"Removed({len(self)} strings)"

    def __copy__(self) -> "Removed":
        return self

    def __deepcopy__(self, _: Any) -> "Removed":
        return self

    def __reduce__(self) -> NoReturn:
        hint = "keep .meeting and .log, which do not hold it"
        raise WrongTypeError("what was taken away is not pickled", "Redaction", hint)
