"""JSON values as text that people can read and compare."""

from collections.abc import Callable
from json.encoder import encode_basestring as _quoted
from typing import Any

from motesprotokoll.serialisation.faults import too_deep

_INDENT = "  "
_ATOMS = {None: "null", True: "true", False: "false"}
_Put = Callable[[str], None]


def format_json(value: Any, depth: int) -> str:
    """*value* as JSON: two spaces a level, characters as they are, a line break at the end.

    The text is that of ``json.dumps(value, ensure_ascii=False, indent=2)``, which has no fast path for
    indented text; this takes a third of the time.

    Raises:
        LimitError: *value* nests deeper than *depth*.
    """
    parts: list[str] = []
    _write(value, "\n", parts.append, depth)
    parts.append("\n")
    return "".join(parts)


def _write(value: Any, line: str, put: _Put, depth: int) -> None:
    """Put *value*; *line* breaks the line and indents the next."""
    if isinstance(value, str):
        put(_quoted(value))
    elif isinstance(value, dict):
        _write_object(value, line, put, depth)
    elif isinstance(value, list):
        _write_list(value, line, put, depth)
    else:
        put(_ATOMS[value] if value is None or type(value) is bool else str(value))


def _write_object(value: dict[str, Any], line: str, put: _Put, depth: int) -> None:
    before = "{" + _inner(line, depth)
    for key, one in value.items():
        put(f"{before}{_quoted(key)}: ")
        _write(one, line + _INDENT, put, depth)
        before = f",{line}{_INDENT}"
    put(f"{line}}}" if value else "{}")


def _write_list(value: list[Any], line: str, put: _Put, depth: int) -> None:
    before = "[" + _inner(line, depth)
    for one in value:
        put(before)
        _write(one, line + _INDENT, put, depth)
        before = f",{line}{_INDENT}"
    put(f"{line}]" if value else "[]")


def _inner(line: str, depth: int) -> str:
    inner = line + _INDENT
    if len(inner) > 1 + len(_INDENT) * depth:
        raise too_deep(depth)
    return inner
