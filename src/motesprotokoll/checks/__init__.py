"""What is doubtful or wrong in a meeting: findings, one rule a function, each with a code of its own.

A rule looks at the meeting alone. What a reader was unsure of is told by the reader.
"""

from motesprotokoll.checks.contents import CONTENT_RULES
from motesprotokoll.checks.people import PEOPLE_RULES
from motesprotokoll.checks.times import TIME_RULES
from motesprotokoll.errors import WrongTypeError, quoted
from motesprotokoll.findings import Finding
from motesprotokoll.model import Meeting

RULES = (*TIME_RULES, *PEOPLE_RULES, *CONTENT_RULES)
"""Every rule, in the order in which `check` tells what it finds."""

__all__ = ["RULES", "check"]


def check(meeting: Meeting, /) -> tuple[Finding, ...]:
    """Look *meeting* over. The findings are in Swedish, each with a stable code and its place.

    Raises:
        WrongTypeError: It is not a meeting.

    >>> from motesprotokoll import AgendaItem, Meeting
    >>> for finding in check(Meeting(agenda=[AgendaItem()])): print(finding)
    $.agenda[0]: warning [MP121] Punkten har varken rubrik eller text.
    """
    if not isinstance(meeting, Meeting):
        raise WrongTypeError(f"expected a Meeting, got {quoted(meeting)}", "meeting")
    return tuple(finding for rule in RULES for finding in rule(meeting))
