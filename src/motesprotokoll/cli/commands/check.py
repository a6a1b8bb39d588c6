"""``motesprotokoll check``: what somebody should look at in documents and plans."""

import argparse

from motesprotokoll.checks import check
from motesprotokoll.cli.arguments import Translate, add_files
from motesprotokoll.cli.documents import Several, read_any
from motesprotokoll.cli.tables import print_json
from motesprotokoll.cli.terminal import say
from motesprotokoll.findings import Finding
from motesprotokoll.summary import finding_line


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """Documents."""
    add_files(to, t)
    to.add_argument("--json", action="store_true", help=t("skriv JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Print the findings of reading and of the checks."""
    language = arguments.language or "sv"
    documents = Several(arguments, read_any)
    rows: list[dict[str, str | None]] = []
    for name, document in documents:
        findings = (*document.findings, *(one for value in document.values for one in check(value)))
        documents.found(findings)
        rows += [_row(name, one, language) for one in findings]
        if not arguments.json:
            say(f"{name}: {finding_line(one, language)}" for one in findings)
    if arguments.json:
        print_json(rows)
    return documents.status


def _row(name: str, finding: Finding, language: str) -> dict[str, str | None]:
    return {
        "file": name,
        "code": finding.code,
        "severity": finding.severity.value,
        "where": finding.where,
        "message": finding.message_in(language),
    }
