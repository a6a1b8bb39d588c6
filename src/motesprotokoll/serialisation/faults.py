"""What is wrong with a JSON document: every fault with its path, as far as anybody wants to read."""

from collections.abc import Collection, Iterable
from typing import Any

from cattrs.errors import AttributeValidationNote, ClassValidationError, ForbiddenExtraKeysError

from motesprotokoll.errors import (
    DataError,
    LimitError,
    MinutesError,
    WrongTypeError,
    WrongValueError,
    nearest_of,
    quoted,
)

SHOWN = 50
"""How many faults an error lists; the rest is counted."""
COUNTED = 1_000
"""Where counting stops: a hostile document may hold millions of faults, and each costs time and memory."""

Fault = tuple[str, str]
"""A path (relative until it reaches the root) and what is wrong there."""


class Faults(Exception):  # noqa: N818 - it never leaves this package
    """The faults of one value, on their way up to the root."""

    def __init__(self, found: list[Fault]) -> None:
        super().__init__(found)
        self.found = found


def shown(value: object) -> str:
    """A JSON value as it may stand in a message."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, dict):
        return "an object"
    return "a list" if isinstance(value, list) else quoted(value)


def wrong(expected: str, value: object) -> WrongTypeError:
    """The error for a JSON value of the wrong type."""
    return WrongTypeError(f"expected {expected}, got {shown(value)}")


def not_one_of(known: Iterable[str], value: object) -> WrongValueError:
    """The error for a word that is none of *known*."""
    words = tuple(known)
    listed = ", ".join(map(repr, words))
    return WrongValueError(f"expected one of {listed}, got {shown(value)}{near_miss(value, words)}")


def near_miss(key: object, known: Iterable[str]) -> str:
    """ ", did you mean …?" where *key* is nearly one of *known*, else nothing."""
    near = nearest_of(key, known) if isinstance(key, str) else None
    return f", did you mean {near!r}?" if near else ""


def unknown_keys(keys: Collection[object], known: Iterable[str]) -> list[Fault]:
    """A fault for each key that the format does not have."""
    names = tuple(known)
    ordered = sorted(keys, key=str)  # they come as a set, whose order depends on the hash seed
    return [("", f"unknown key {quoted(key)}{near_miss(key, names)}") for key in ordered[:COUNTED]]


def below(step: str, error: Exception) -> list[Fault]:
    """The faults that *error* tells, seen from one level up.

    Raises:
        Exception: *error* itself, where it does not speak of the document (no memory, no stack left).
    """
    if isinstance(error, Faults):
        return [(f"{step}{path}", problem) for path, problem in error.found]
    if isinstance(error, MinutesError):
        # The model names class and field ("Table.rows"); the class is what stands at this place already.
        _, dot, name = (error.where or "").partition(".")
        hint = f" ({error.hint})" if error.hint else ""
        return [(f"{step}{dot}{name}", f"{error.problem}{hint}")]
    raise error


def of_object(group: ClassValidationError) -> list[Fault]:
    """The faults that cattrs found in one object."""
    faults: list[Fault] = []
    for error in group.exceptions:
        if isinstance(error, ForbiddenExtraKeysError):
            known = tuple(field.name for field in error.cl.__attrs_attrs__)  # type: ignore[attr-defined]
            faults += unknown_keys(error.extra_fields, known)
        elif isinstance(error, KeyError):
            faults.append(("", f"key {error.args[0]!r} is missing"))
        else:
            faults += below(_step(error), error)
        if len(faults) >= COUNTED:
            break
    return faults


def _step(error: Any) -> str:
    notes = getattr(error, "__notes__", ())
    return next((f".{note.name}" for note in notes if isinstance(note, AttributeValidationNote)), "")


def data_error(faults: list[Fault]) -> DataError:
    """One error that tells all *faults*, whose paths begin at the root."""
    rooted = [(f"${path}", problem) for path, problem in faults]
    more = len(rooted) - SHOWN
    problems = rooted[:SHOWN]
    if more > 0:
        least = "at least " if len(rooted) >= COUNTED else ""
        problems.append(("$", f"and {least}{more} more problems"))
    (where, problem), others = rooted[0], len(rooted) - 1
    hint = f"and {others} more problem{'s' if others > 1 else ''}" if others else None
    return DataError(problem, where, hint, tuple(problems))


def too_deep(limit: int) -> LimitError:
    """The error for nesting beyond *limit*."""
    return LimitError(f"nested deeper than {limit} levels", None, "Limits(json_depth=...) sets how deep")
