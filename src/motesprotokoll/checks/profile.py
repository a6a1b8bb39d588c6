"""Which rules an organisation wants, and what they are to know of it."""

import os
import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import attrs
from attrs import field

from motesprotokoll.checks.reading import BY_REQUEST, READING_CODES
from motesprotokoll.checks.rules import Rule
from motesprotokoll.errors import WrongTypeError, WrongValueError, quoted
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model.text import is_series

_DIGIT = re.compile("[0-9]")
ALL = "ALL"
"""What selects every rule, also those that are not used by themselves."""


def _texts(value: Any, what: str) -> tuple[str, ...]:
    texts = tuple(value) if is_series(value) else ()
    if not is_series(value) or not all(isinstance(one, str) and one for one in texts):
        raise WrongTypeError(f"expected a list of {what}, got {quoted(value)}", what)
    return texts


def _codes(value: Any) -> tuple[str, ...]:
    return _texts(value, "codes")


def _names(value: Any) -> tuple[str, ...]:
    return _texts(value, "names")


def _pairs(value: Any, what: str) -> tuple[tuple[str, Any], ...]:
    pairs = tuple(value.items() if isinstance(value, Mapping) else value if is_series(value) else (None,))
    if not all(isinstance(one, tuple) and len(one) == 2 and isinstance(one[0], str) for one in pairs):
        raise WrongTypeError(f"expected a table, got {quoted(value)}", what)
    return pairs


def _severities(value: Any) -> tuple[tuple[str, Severity], ...]:
    try:
        return tuple((code, Severity(wanted)) for code, wanted in _pairs(value, "severity"))
    except ValueError as error:
        hint = f"one of {', '.join(Severity)}"
        raise WrongValueError(f"there is no severity in {quoted(value)}", "severity", hint) from error


def _ignores(value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((pattern, _codes(codes)) for pattern, codes in _pairs(value, "per-file-ignores"))


@attrs.frozen(kw_only=True)
class Profile:
    """The wishes of an organisation. Codes may be prefixes: ``MP3`` is every rule about people.

    Raises:
        WrongTypeError: A field is no list or table of what it holds.
        WrongValueError: There is no such severity.
    """

    select: tuple[str, ...] = field(default=(), converter=_codes)
    """The rules to use; those of the library that are meant for everybody, where none is named."""
    ignore: tuple[str, ...] = field(default=(), converter=_codes)
    severity: tuple[tuple[str, Severity], ...] = field(default=(), converter=_severities)
    """Other severities than those of the rules, by code or prefix; the longest counts."""
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = field(default=(), converter=_ignores)
    """What is ignored in some files, by a pattern for their paths: see `for_file`."""
    organisations: tuple[str, ...] = field(default=(), converter=_names)
    """Names of organisations that are known beside the municipalities and regions of Sweden."""
    folder: str | None = None
    """Where the patterns of ``per_file_ignores`` begin."""
    silenced: tuple[str, ...] = field(default=(), converter=_codes)
    """Rules that are not used whatever is selected."""

    @classmethod
    def from_toml(cls, path: str | os.PathLike[str]) -> "Profile":
        """The profile that a TOML file tells: ``[tool.motesprotokoll.check]`` in a ``pyproject.toml``, and
        ``[check]`` in any other.

        Raises:
            ReadError: There is no such file.
            WrongTypeError: *path* is no path.
            WrongValueError: It is no TOML, or tells something else than a profile.
        """
        from motesprotokoll.checks.configuration import profile_in  # which needs the rules, which need this

        return profile_in(path)

    # -- choosing --------------------------------------------------------------------------------

    def choosing(self, select: Iterable[str] | None, ignore: Iterable[str] | None) -> "Profile":
        """This profile where somebody asks for something else.

        What is selected takes the place of what was; what is ignored comes on top. Who selects a rule gets
        it, though the profile ignores it.
        """
        profile = self
        if select is not None:
            chosen = _codes(select)
            kept = [one for one in self.ignore if not any(code.startswith(one) for code in chosen)]
            profile = attrs.evolve(profile, select=chosen, ignore=kept)
        if ignore is not None:
            profile = attrs.evolve(profile, ignore=(*profile.ignore, *_codes(ignore)))
        return profile

    def over(self, base: "Profile") -> "Profile":
        """This profile with what *base* says beside it: the house's rules, and one's own on top."""
        chosen = base.choosing(self.select or None, self.ignore)
        return attrs.evolve(
            self,
            select=chosen.select,
            ignore=chosen.ignore,
            severity=(*self.severity, *base.severity),
            per_file_ignores=(*base.per_file_ignores, *self.per_file_ignores),
            organisations=(*base.organisations, *self.organisations),
        )

    def for_file(self, path: str | os.PathLike[str]) -> "Profile":
        """This profile for the document at *path*: without the rules that are ignored there.

        A pattern is held against the path from the profile's folder, one without a slash also against the
        name of the file alone; ``*`` stands for any signs.
        """
        if not self.per_file_ignores:
            return self
        shown = _folded(_beneath(Path(path), self.folder))
        name = shown.rpartition("/")[2]
        found = tuple(
            code
            for pattern, codes in self.per_file_ignores
            if fnmatchcase(shown, _folded(pattern)) or fnmatchcase(name, _folded(pattern))
            for code in codes
        )
        return attrs.evolve(self, silenced=(*self.silenced, *found))

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code and prefix that the profile names."""
        ignored = (code for _, codes in self.per_file_ignores for code in codes)
        return (*self.select, *self.ignore, *(code for code, _ in self.severity), *ignored, *self.silenced)

    # -- asking ----------------------------------------------------------------------------------

    def wanted(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Those of *rules* that are to be used, in their order.

        The longer of two prefixes decides: with ``MP3`` ignored and ``MP301`` selected that one is used.
        """
        return tuple(one for one in rules if self._wants(one.code, one.name, default=one.default))

    def _wants(self, code: str, name: str = "", *, default: bool = True) -> bool:
        chosen = max((_weight(one) for one in self.select if _covers(one, code, name)), default=-1)
        refused = max((_weight(one) for one in self.ignore if _covers(one, code, name)), default=-1)
        if not self.select and default:
            chosen = 0
        return chosen > refused and not any(_covers(one, code, name) for one in self.silenced)

    def weighed(self, findings: Iterable[Finding], name: str = "") -> Iterable[Finding]:
        """*findings* (of the rule *name*) with the severity that is wanted."""
        return (self._weighed(one, name) for one in findings) if self.severity else findings

    def _weighed(self, finding: Finding, name: str) -> Finding:
        severity = self.severity_of(finding.code, name)
        return attrs.evolve(finding, severity=severity) if severity else finding

    def severity_of(self, code: str, name: str = "") -> Severity | None:
        """The severity that is wanted for findings of *code*; ``None`` is that of the rule."""
        found = [one for one in self.severity if _covers(one[0], code, name)]
        return max(found, key=lambda one: _weight(one[0]))[1] if found else None

    def of_reading(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Those of the *findings* of reading that are to be told; they are selected by code as rules are.

        Without a selection those of `BY_REQUEST` are left out.
        """
        return tuple(self.weighed(one for one in findings if self._wants_reading(one.code)))

    def _wants_reading(self, code: str) -> bool:
        return self._wants(code, default=code not in BY_REQUEST)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text)  # one file name may be spelt in two ways: å, a with a ring


def _beneath(path: Path, folder: str | None) -> str:
    """*path* as it stands beneath *folder*, with slashes."""
    whole = Path(os.path.abspath(path))
    root = Path(os.path.abspath(folder or "."))
    return (whole.relative_to(root) if whole.is_relative_to(root) else whole).as_posix()


def _weight(code: str) -> int:
    return 0 if code == ALL else len(code)


def _covers(prefix: str, code: str, name: str) -> bool:
    return code.startswith(prefix) or prefix in (ALL, name)


def refuse_unknown(codes: Iterable[str], rules: Iterable[Rule], where: str = "rules") -> None:
    """Refuse codes that no rule has: a slip there would look like approval.

    Raises:
        WrongValueError: No rule answers to it; with the nearest that does.
    """
    known = {**{one.code: one.name for one in rules}, **dict.fromkeys(READING_CODES, "")}
    for one in codes:
        if not any(_covers(one, code, name) for code, name in known.items()):
            raise WrongValueError(f"there is no rule {quoted(one)}", where, nearest(one, known))


def nearest(typed: str, known: Mapping[str, str]) -> str:
    """The code that was probably meant, as a hint."""
    codes = {spelling.lower(): code for code, name in known.items() for spelling in (code, name) if spelling}
    sought = typed.lower()[:80]
    if _DIGIT.search(sought):  # of a code its beginning says most
        begun = [sought[:length] for length in range(len(sought), -1, -1)]
        start = next(one for one in begun if any(code.startswith(one) for code in codes))
        codes = {code: whole for code, whole in codes.items() if code.startswith(start)}
    near = get_close_matches(sought, codes, n=1)
    if not near:
        return "as MP3 or MP301"
    code = codes[near[0]]
    return f"the nearest is {code}" + (f", {known[code]}" if known[code] else "")


DEFAULT_PROFILE = Profile()
