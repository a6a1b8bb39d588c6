"""A document that was looked over: what is told of it, and where that stands, in words and by its line."""

import argparse
import io
import os
import re
from collections.abc import Mapping, Sequence
from functools import cached_property

import attrs

from motesprotokoll.checks import Profile, check
from motesprotokoll.checks.catalogue import DEFAULT_CATALOGUE
from motesprotokoll.checks.configuration import profile_above
from motesprotokoll.checks.placing import in_order, place_in_words
from motesprotokoll.checks.reading import RULES_THAT_SAY_THE_SAME
from motesprotokoll.cli.documents import Document, again_and_again, format_read, read_any
from motesprotokoll.cli.telling import Told
from motesprotokoll.findings import Finding
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.locating import Locator
from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.readers.decoding import decode
from motesprotokoll.registry import DEFAULT_REGISTRY

_LINE = re.compile(r"rad ([0-9]{1,9})")
_DIGIT = re.compile("[0-9]")
_HERE = "here"
"""What stands for a file in the current folder, where the document comes from standard input."""


@attrs.define
class Profiles:
    """The profile for each document: that of the arguments, else that of the nearest configuration."""

    arguments: argparse.Namespace
    _known: dict[str, Profile] = attrs.field(factory=dict)

    def of(self, name: str) -> Profile:
        """What is wanted for the document *name*."""
        path = _HERE if name == "-" else name
        folder = os.path.dirname(os.path.abspath(path))
        if folder not in self._known:
            asked = self.arguments
            self._known[folder] = self._base(path).choosing(codes_in(asked.select), codes_in(asked.ignore))
        return self._known[folder].for_file(path)

    def _base(self, path: str) -> Profile:
        named = self.arguments.profile
        if named is None:
            return Profile() if self.arguments.no_config else profile_above(path)
        if named.endswith(".toml") or os.path.exists(named):
            return Profile.from_toml(named)
        return DEFAULT_CATALOGUE.profile(named)


def codes_in(lists: Sequence[str] | None) -> list[str] | None:
    """The codes in lists with commas, of which there may be several; ``None`` where there is no list."""
    if lists is None:
        return None
    codes = [code.strip() for one in lists for code in one.split(",") if code.strip()]
    return [code.upper() if _DIGIT.search(code) else code for code in codes]  # names have no digits


def _once(told: Sequence[Told]) -> list[Told]:
    """*told* without what reading tells of a line of which a rule says the same, with the item."""
    lines: dict[str, set[int | None]] = {}
    for one in told:
        lines.setdefault(one.finding.code, set()).add(one.line)
    return [one for one in told if not _is_said_twice(one, lines)]


def _is_said_twice(one: Told, lines: Mapping[str, set[int | None]]) -> bool:
    of_rule = lines.get(RULES_THAT_SAY_THE_SAME.get(one.finding.code, ""), set())
    return one.line in of_rule or (one.line is None and bool(of_rule))


class Looked:
    """A document, read and not yet looked over."""

    def __init__(self, name: str, arguments: argparse.Namespace, data: bytes | None = None) -> None:
        """Read the document *name*; its bytes are *data*, where they are here already."""
        self.name = name
        self.arguments = arguments
        source = again_and_again(name) if data is None else io.BytesIO(data)
        source.name = "" if name == "-" else name
        self.data = source.getvalue()
        self.format = format_read(source, arguments.read_as)
        self.document: Document = read_any(name, arguments, source)

    def told(self, profile: Profile, language: str) -> tuple[Told, ...]:
        """What there is to tell of the document, in its order as far as that is known."""
        found = (
            [(self.document.values[0], one) for one in profile.of_reading(self.document.findings)]
            if self.document.values
            else []
        )
        found += [(value, one) for value in self.document.values for one in check(value, profile=profile)]
        told = [
            Told(self.name, one, self._place(value, one, language), self._line(one)) for value, one in found
        ]
        return tuple(sorted(_once(told), key=lambda one: (one.line or 0, in_order(one.finding.where))))

    def _place(self, value: Meeting | Schedule, finding: Finding, language: str) -> str | None:
        if _LINE.fullmatch(finding.where or "") and self._has_lines:
            return None  # the number of the line stands before
        return place_in_words(value, finding.where, language)

    def _line(self, finding: Finding) -> int | None:
        if not self._has_lines:
            return None
        of_reader = _LINE.fullmatch(finding.where or "")
        if of_reader:
            return int(of_reader[1])
        spot = self._locator.spot(finding.where, finding.excerpt) if self._locator else None
        return None if spot is None else spot.line + 1

    @cached_property
    def _has_lines(self) -> bool:
        return self.format == "json" or (self.format is not None and DEFAULT_REGISTRY.is_text(self.format))

    @cached_property
    def _locator(self) -> Locator | None:
        value = self.document.values[0]
        if not isinstance(value, Meeting):
            return None
        return Locator(re.split(r"\r\n?|\n", decode(self.data, DEFAULT_LIMITS).text), value)
