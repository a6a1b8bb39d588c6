"""What the rules of `check` tell of a meeting, one rule at a time."""

from motesprotokoll.checks import check
from motesprotokoll.findings import Finding
from motesprotokoll.model import Meeting


def told(meeting: Meeting, code: str) -> list[Finding]:
    """The findings of the rule *code*."""
    return list(check(meeting, select=[code]))


def places(meeting: Meeting, code: str) -> list[str | None]:
    """Where it tells something."""
    return [one.where for one in told(meeting, code)]


def excerpts(meeting: Meeting, code: str) -> list[str | None]:
    """What it quotes."""
    return [one.excerpt for one in told(meeting, code)]
