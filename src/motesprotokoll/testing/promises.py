"""What every tool owes, and how a broken promise is told."""

import inspect
import re
from typing import NoReturn

from motesprotokoll.errors import quoted


def fail(tool: object, what: str) -> NoReturn:
    """Say what *tool* does wrong."""
    raise AssertionError(f"{name_of(tool)} {what}")


def name_of(tool: object) -> str:
    """What the author calls it."""
    return type(tool).__name__


def check_kind(tool: object, kinds: tuple[type, ...], wanted: str) -> None:
    """Check that *tool* has the methods of one of *kinds*."""
    if inspect.isclass(tool):
        raise AssertionError(f"pass {tool.__name__}(...), an instance, not the class")
    if not isinstance(tool, kinds):
        fail(tool, f"needs {wanted}, media_type and suffix" if "render" in wanted else f"needs {wanted}")


def check_name(field: str, value: object, pattern: re.Pattern[str]) -> None:
    """Check how a renderer names itself."""
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise AssertionError(f"{field} is {quoted(value)}, which does not fit {pattern.pattern}")


def check_options(tool: object) -> None:
    """Check that each option has a name of its own, so that options can be added and never be mixed up."""
    for name, parameter in inspect.signature(type(tool)).parameters.items():
        if parameter.kind is parameter.VAR_KEYWORD:
            fail(tool, f"takes any option as **{name}, so that a misspelt one is never noticed")
        if parameter.kind is not parameter.KEYWORD_ONLY:
            fail(tool, f"takes the option {name!r} by position; make it keyword-only")
