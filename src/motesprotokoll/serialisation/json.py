"""Meetings as JSON, exactly: ``loads(dumps(meeting)) == meeting``.

A document is ``{"format": "motesprotokoll", "version": 1, "type": "meeting", ...}`` with the fields of the
class by their names, in their order; a field at its default is left out. Dates are written ``"2026-03-14"``,
times ``"09:00"``, lengths of time ``"PT1H30M"`` (ISO 8601). A block names its kind first, as in
``"type": "decision"``. Running text that is one string is written as that string, else as a list of strings,
links and emphasis; a list of one string is read, too.

Reading is strict about types, keys and versions. Text becomes canonical, as it does everywhere in the model:
so an empty string in an optional field is ``None``, and an empty name is an error.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from cattrs import Converter

from motesprotokoll.errors import DataError, LimitError, MinutesError
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.serialisation.converter import make_converter
from motesprotokoll.serialisation.documents import DOCUMENTS, FORMAT, class_of, kind_of
from motesprotokoll.serialisation.faults import Faults, below, data_error, not_one_of, shown, too_deep
from motesprotokoll.serialisation.syntax import parse
from motesprotokoll.serialisation.upgrade import VERSION, upgrade
from motesprotokoll.serialisation.writing import format_json

_ENVELOPE = ("$schema", "format", "version", "type")


@cache
def _converter() -> Converter:
    return make_converter()


def to_dict(value: Any) -> dict[str, Any]:
    """A meeting, or another document, as plain dicts, lists, strings and numbers. Inverse of `from_dict`.

    Raises:
        WrongTypeError: *value* is not a document.
        LimitError: It nests too deep for the stack.

    >>> from motesprotokoll.model import Meeting
    >>> to_dict(Meeting("HR-nätverket"))["network"]
    {'name': 'HR-nätverket'}
    """
    kind = kind_of(value)
    with _enough_stack():
        body = _converter().unstructure(value)
    return {"format": FORMAT, "version": VERSION, "type": kind, **body}


def from_dict(document: dict[str, Any], *, limits: Limits = DEFAULT_LIMITS) -> Any:
    """The meeting, or other document, that `to_dict` wrote. *document* stays as it is.

    Raises:
        DataError: It is not one; ``problems`` holds every fault with its path.
        UnsupportedVersionError: It is of a newer version.
        LimitError: It nests deeper than ``limits.json_depth``.
    """
    _check_depth(document, limits.json_depth)
    with _enough_stack():
        return _read(document)


def dumps(value: Any) -> str:
    """A meeting, or another document, as JSON: the same text for the same value, ending in a line break.

    Raises:
        WrongTypeError: *value* is not a document.
        LimitError: It nests deeper than `loads` would read.
    """
    with _enough_stack():
        return format_json(to_dict(value), DEFAULT_LIMITS.json_depth)


def loads(text: str | bytes, *, limits: Limits = DEFAULT_LIMITS) -> Any:
    """The meeting, or other document, that `dumps` wrote. Bytes are UTF-8, with or without a byte order mark.

    Raises:
        DataError: It is not one; ``problems`` holds every fault with its path.
        UnsupportedVersionError: It is of a newer version.
        LimitError: It is larger or deeper than *limits* allow.
    """
    with _enough_stack():
        return _read(parse(text, limits))


@contextmanager
def _enough_stack() -> Iterator[None]:
    """The limit of depth keeps within the stack, unless it was raised or the caller stands deep already."""
    try:
        yield
    except RecursionError:
        raise LimitError("nested deeper than the stack allows") from None


def _read(document: Any) -> Any:
    if not isinstance(document, dict):
        raise _error(f"expected an object, got {shown(document)}", "$")
    _check_value(document, "format", FORMAT)
    document = upgrade(document)
    cls = class_of(_kind(document))
    fields = {key: value for key, value in document.items() if key not in _ENVELOPE}
    try:
        if "$schema" in document:
            _check_schema(document["$schema"])
        return _converter().structure(fields, cls)
    except (Faults, MinutesError) as error:
        raise data_error(below("", error)) from None


def _check_value(document: dict[str, Any], key: str, expected: str) -> None:
    if key not in document:
        raise _error(f"key {key!r} is missing", "$", "this is not a document of motesprotokoll")
    if document[key] != expected:
        raise _error(f"expected {expected!r}, got {shown(document[key])}", f"$.{key}")


def _check_schema(value: object) -> None:
    if type(value) is not str:
        raise Faults([(".$schema", f"expected a string, got {shown(value)}")])


def _kind(document: dict[str, Any]) -> str:
    if "type" not in document:
        raise _error("key 'type' is missing", "$")
    kind = document["type"]
    if type(kind) is not str or kind not in DOCUMENTS:
        raise _error(not_one_of(DOCUMENTS, kind).problem, "$.type")
    return kind


def _error(problem: str, where: str, hint: str | None = None) -> DataError:
    return DataError(problem, where, hint, ((where, problem),))


def _check_depth(value: Any, limit: int) -> None:
    """Level by level, so that neither a deep tree nor one that contains itself harms."""
    level = [value]
    for _ in range(limit):
        level = [one for holder in level if isinstance(holder, dict | list) for one in _inside(holder)]
        if not level:
            return
    if any(isinstance(one, dict | list) for one in level):
        raise too_deep(limit)


def _inside(holder: Any) -> Any:
    return holder.values() if isinstance(holder, dict) else holder
