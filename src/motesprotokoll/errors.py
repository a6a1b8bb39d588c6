"""Every exception that the library raises on purpose: one base, `MinutesError`.

A message reads ``where: problem (hint)``: English, lower case, the offending input quoted. Each class has
a stable ``code`` for programs; the wording is for people and may change.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from motesprotokoll.findings import Finding

_MESSAGE_LIMIT = 2_000
_LONGEST_GUESS = 60
"""Looking for what is alike takes quadratic time, and nobody mistypes a longer word."""


def quoted(value: object, limit: int = 80) -> str:
    """*value* as it may stand in a message: quoted, cut, and never failing on a hostile ``repr``."""
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 - a foreign object may do anything in its repr
        text = f"<{type(value).__name__}>"
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def nearest_of(typed: str, known: Iterable[str]) -> str | None:
    """That of the *known* words which was probably meant, whatever its case, hyphens and underscores."""
    from difflib import get_close_matches  # here, for who imports the library and mistypes nothing

    folded = {_folded(word): word for word in known}
    near = get_close_matches(_folded(typed), folded, n=1) if len(typed) <= _LONGEST_GUESS else ()
    return folded[near[0]] if near else None


def _folded(word: str) -> str:
    return word.replace("_", "-").casefold()


class MinutesError(Exception):
    """The base of all errors of the library. All arguments are positional, so that every child pickles."""

    code = "minutes"

    def __init__(self, problem: str, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(problem, where, hint)
        self.problem = problem
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        hint = f" ({self.hint})" if self.hint else ""
        text = f"{where}{self.problem}{hint}"
        shown = "".join(
            sign if sign.isprintable() or sign == "\n" else "\N{REPLACEMENT CHARACTER}" for sign in text
        )
        return shown if len(shown) <= _MESSAGE_LIMIT else f"{shown[: _MESSAGE_LIMIT - 1]}…"


class WrongTypeError(MinutesError, TypeError):
    """A value of a type that the field or argument does not take; ``where`` names it."""

    code = "wrong-type"


class WrongValueError(MinutesError, ValueError):
    """A value of the right type that nothing can mean, such as an empty name."""

    code = "wrong-value"


class PlanningError(WrongValueError):
    """Wishes for a plan that cannot all be met. ``wishes`` names those that collide, by argument: without any
    one of them the others could be met. ``findings`` says it in words for people."""

    code = "planning"

    def __init__(
        self,
        problem: str,
        where: str | None = None,
        hint: str | None = None,
        wishes: tuple[str, ...] = (),
        findings: "tuple[Finding, ...]" = (),
    ) -> None:
        super().__init__(problem, where, hint)
        self.args = (problem, where, hint, wishes, findings)
        self.wishes = wishes
        self.findings = findings


class DateError(MinutesError, ValueError):
    """A text that is not the date, time or span that was asked for."""

    code = "date"


class ReadError(MinutesError, ValueError):
    """A document that cannot be read."""

    code = "read"


class LimitError(ReadError):
    """A document that is larger or deeper than `motesprotokoll.limits.Limits` allows."""

    code = "limit"


class UnsupportedFormatError(ReadError):
    """Bytes that are something else than any format that can be read."""

    code = "unsupported-format"


class DataError(ReadError):
    """JSON that is not a meeting, a reading or a schedule. ``problems`` holds every fault with its path."""

    code = "data"

    def __init__(
        self,
        problem: str,
        where: str | None = None,
        hint: str | None = None,
        problems: tuple[tuple[str, str], ...] = (),
    ) -> None:
        super().__init__(problem, where, hint)
        self.args = (problem, where, hint, problems)
        self.problems = problems


class UnsupportedVersionError(DataError):
    """JSON of a newer version than this library knows."""

    code = "unsupported-version"


class StrictError(ReadError):
    """A document that was read strictly and left something uncertain. ``findings`` holds all of it."""

    code = "strict"

    def __init__(
        self,
        problem: str,
        where: str | None = None,
        hint: str | None = None,
        findings: "tuple[Finding, ...]" = (),
    ) -> None:
        super().__init__(problem, where, hint)
        self.args = (problem, where, hint, findings)
        self.findings = findings


class RenderError(MinutesError, ValueError):
    """A value that the renderer cannot write."""

    code = "render"


class TemplateError(RenderError):
    """A template that is missing, broken or forbidden."""

    code = "template"


class ThemeError(RenderError):
    """A theme that would make documents hard to read, or a file that holds none."""

    code = "theme"


class WriteError(MinutesError):
    """A file that could not be written, or must not be overwritten. The old file is untouched."""

    code = "write"


class UnknownFormatError(MinutesError, LookupError):
    """A format name or file suffix that no reader or renderer answers to."""

    code = "unknown-format"


class MissingExtraError(MinutesError, ImportError):
    """A format whose optional dependency is not installed; the hint names the extra."""

    code = "missing-extra"


class WorkerError(MinutesError, RuntimeError):
    """A worker that died, or an executor that failed, before a file was done with."""

    code = "worker"


class PluginError(MinutesError):
    """A third-party reader or renderer that fails to load or breaks its contract."""

    code = "plugin"
