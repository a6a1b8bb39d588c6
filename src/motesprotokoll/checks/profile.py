"""Which rules an organisation wants, and what they are to know of it."""

from collections.abc import Iterable
from typing import Any

import attrs
from attrs import field

from motesprotokoll.checks.rules import Rule
from motesprotokoll.errors import WrongTypeError, WrongValueError, quoted
from motesprotokoll.findings import Severity
from motesprotokoll.model.text import is_series

ALL = "ALL"
"""What selects every rule, also those that are not used by themselves."""


def _codes(value: Any) -> tuple[str, ...]:
    codes = tuple(value) if is_series(value) else ()
    if not is_series(value) or not all(isinstance(one, str) for one in codes):
        raise WrongTypeError(f"expected a list of codes, got {quoted(value)}", "codes")
    return codes


@attrs.frozen(kw_only=True)
class Profile:
    """The wishes of an organisation. Codes may be prefixes: ``MP3`` is every rule about people."""

    select: tuple[str, ...] = field(default=(), converter=_codes)
    """The rules to use; those of the library that are meant for everybody, where none is named."""
    ignore: tuple[str, ...] = field(default=(), converter=_codes)
    severity: tuple[tuple[str, Severity], ...] = ()
    """Other severities than those of the rules, by code or prefix; the longest counts."""
    organisations: tuple[str, ...] = ()
    """Names of organisations that are known beside the municipalities and regions of Sweden."""

    def wanted(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Those of *rules* that are to be used, in their order.

        The longer of two prefixes decides: with ``MP3`` ignored and ``MP301`` selected that one is used.
        """
        return tuple(one for one in rules if self._wants(one))

    def _wants(self, one: Rule) -> bool:
        chosen = max((_weight(code) for code in self.select if _covers(code, one)), default=-1)
        refused = max((_weight(code) for code in self.ignore if _covers(code, one)), default=-1)
        if not self.select and one.default:
            chosen = 0
        return chosen > refused

    def severity_of(self, code: str) -> Severity | None:
        """The severity that is wanted for findings of *code*; ``None`` is that of the rule."""
        found = [one for one in self.severity if code.startswith(one[0])]
        return max(found, key=lambda one: len(one[0]))[1] if found else None


def _weight(code: str) -> int:
    return 0 if code == ALL else len(code)


def _covers(prefix: str, one: Rule) -> bool:
    return prefix == one.name or one.code.startswith(prefix) or prefix == ALL


def refuse_unknown(codes: Iterable[str], rules: Iterable[Rule]) -> None:
    """Refuse codes that no rule has: a slip there would look like approval.

    Raises:
        WrongValueError: No rule answers to it.
    """
    known = tuple(rules)
    for code in codes:
        if not any(_covers(code, one) for one in known):
            raise WrongValueError(f"there is no rule {quoted(code)}", "rules", "as MP3 or MP301")


DEFAULT_PROFILE = Profile()
