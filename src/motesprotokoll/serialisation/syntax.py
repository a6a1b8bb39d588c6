"""From bytes or text to JSON values, for input that nobody vouches for.

`json.loads` keeps the last of two equal keys, takes NaN and UTF-16, and runs out of stack on deep nesting;
here each of these is an error.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from typing import Any, NoReturn

from motesprotokoll.errors import DataError, LimitError, WrongTypeError, quoted
from motesprotokoll.limits import Limits
from motesprotokoll.serialisation.faults import COUNTED, Fault, data_error, too_deep

_STEP = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}
_NOT_A_BRACKET = bytes(set(range(256)) - set(_STEP))
_LONGEST_NUMBER = 30
_LONGEST_KEY = 60  # in a path


def parse(text: str | bytes, limits: Limits) -> Any:
    """The JSON value that *text* is.

    Raises:
        LimitError: It is too large or too deep.
        DataError: It is no JSON, or has an object with two equal keys.
        WrongTypeError: *text* is neither ``str`` nor ``bytes``.
    """
    text = _decoded(text, limits.document_bytes)
    if depth_of(text) > limits.json_depth:
        raise too_deep(limits.json_depth)
    repeated: list[tuple[dict[str, Any], str]] = []

    def make_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) != len(pairs):
            repeated.extend((made, key) for key in _repeated(pairs))
        return made

    try:
        value = json.loads(
            text,
            object_pairs_hook=make_object,
            parse_constant=_refuse_constant,
            parse_int=_parse_int,
        )
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise DataError(f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}", where) from None
    if repeated:
        raise data_error(_located(value, repeated))
    return value


def depth_of(text: str) -> int:
    """How deep the JSON *text* nests, brackets in strings left aside. Linear, and needs no stack.

    >>> depth_of('[{"a": "]]"}]')
    2
    """
    # Without escaped signs each quote opens or closes a string: every other piece stands outside of strings.
    outside = text.replace("\\\\", "").replace('\\"', "").split('"')[::2]
    brackets = "".join(outside).encode("utf-8", "replace").translate(None, _NOT_A_BRACKET)
    return max(accumulate(map(_STEP.__getitem__, brackets), initial=0))


def _decoded(text: str | bytes, limit: int) -> str:
    if isinstance(text, str):
        _check_size(len(text), limit)
        _check_size(len(text.encode("utf-8", "surrogatepass")), limit)
        return text.removeprefix("\ufeff")
    if not isinstance(text, bytes):
        raise WrongTypeError(f"expected str or bytes, got {quoted(text)}", "loads")
    _check_size(len(text), limit)
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError("not UTF-8", f"byte {error.start}", "JSON is UTF-8") from None


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise LimitError(f"larger than {limit} bytes", None, "Limits(document_bytes=...) sets how large")


def _parse_int(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise _refusal(f"a number of {len(digits)} digits means nothing here")
    return int(digits)


def _refuse_constant(name: str) -> NoReturn:
    raise _refusal(f"{name} is not JSON")


def _refusal(problem: str) -> DataError:
    return DataError(problem, "$", None, (("$", problem),))


# ------------------------------------------------------------------------------------------------ equal keys


def _repeated(pairs: list[tuple[str, Any]]) -> list[str]:
    seen: set[str] = set()
    twice: dict[str, None] = {}
    for key, _ in pairs:
        if key in seen:
            twice[key] = None
        seen.add(key)
    return list(twice)


def _located(root: Any, repeated: list[tuple[dict[str, Any], str]]) -> list[Fault]:
    keys: dict[int, list[str]] = {}
    for made, key in repeated:
        keys.setdefault(id(made), []).append(key)
    found = (
        (path, f"key {quoted(key)} stands twice")
        for path, value in _objects(root)
        for key in keys.get(id(value), ())
    )
    return list(islice(found, COUNTED))


def _objects(root: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object with its path, in the document's order."""
    waiting: list[tuple[str, Any]] = [("", root)]
    while waiting:
        path, value = waiting.pop()
        inner: Iterable[tuple[str, Any]] = ((f"[{place}]", one) for place, one in enumerate(value))
        if isinstance(value, dict):
            yield path, value
            inner = ((f".{key[:_LONGEST_KEY]}", one) for key, one in value.items())
        holders = [(f"{path}{step}", one) for step, one in inner if isinstance(one, dict | list)]
        waiting.extend(reversed(holders))
