"""Findings as they are told: in lines for people and editors, and as data for programs and build servers."""

import hashlib
from collections.abc import Callable, Mapping

import attrs

from motesprotokoll.findings import Finding, Severity
from motesprotokoll.messages import translate
from motesprotokoll.summary import SEVERITIES

_GITHUB: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
"""What GitHub calls severities. Source: GitHub Docs, Workflow commands for GitHub Actions."""
_GITLAB: Mapping[Severity, str] = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.NOTE: "info",
}
"""What GitLab calls severities. Source: GitLab Docs, Code Quality report format."""
_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


@attrs.frozen
class Told:
    """A finding of a document, and where it stands there."""

    name: str
    finding: Finding
    place: str | None
    line: int | None

    def in_words(self, language: str) -> str:
        """The finding in one line, which editors can take apart."""
        line = "" if self.line is None else f":{self.line}"
        place = f"{self.place}: " if self.place else ""
        severity = translate(SEVERITIES[self.finding.severity], language)
        return (
            f"{self.name}{line}: {place}{severity} [{self.finding.code}] {self.finding.message_in(language)}"
        )

    def as_data(self, language: str) -> dict[str, str | int | None]:
        """The finding for programs. These names are promises."""
        finding = self.finding
        return {
            "file": self.name,
            "line": self.line,
            "place": self.place,
            "where": finding.where,
            "code": finding.code,
            "severity": finding.severity.value,
            "message": finding.message_in(language),
            "excerpt": finding.excerpt,
            "instead": finding.instead,
        }

    def for_github(self, language: str) -> str:
        """The finding as GitHub Actions shows it beside the line of a change."""
        finding = self.finding
        line = "" if self.line is None else f",line={self.line}"
        where = f"file={self.name.translate(_ESCAPES)}{line},title={finding.code.translate(_ESCAPES)}"
        place = f"{self.place}: " if self.place else ""
        message = f"{place}{finding.message_in(language)}".replace("%", "%25").replace("\n", "%0A")
        return f"::{_GITHUB[finding.severity]} {where}::{message}"

    def for_gitlab(self, language: str) -> dict[str, object]:
        """The finding as a report on code quality has it."""
        finding = self.finding
        place = f"{self.place}: " if self.place else ""
        known = "\0".join((self.name, finding.code, finding.where or "", finding.message))
        return {
            "description": f"{place}{finding.message_in(language)}",
            "check_name": finding.code,
            "fingerprint": hashlib.sha256(known.encode("utf-8", "surrogateescape")).hexdigest(),
            "severity": _GITLAB[finding.severity],
            "location": {"path": self.name, "lines": {"begin": self.line or 1}},
        }


LINES: Mapping[str, Callable[[Told, str], str]] = {"text": Told.in_words, "github": Told.for_github}
"""The forms in which each finding is a line, told as soon as it is known."""
LISTS: Mapping[str, Callable[[Told, str], Mapping[str, object]]] = {
    "json": Told.as_data,
    "gitlab": Told.for_gitlab,
}
"""The forms that are one list of all findings, for programs."""
FORMATS = (*LINES, *LISTS)
