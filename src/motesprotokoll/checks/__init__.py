"""What is doubtful or wrong in a meeting or a plan: findings, one rule a function, each with its own code.

A rule looks at the value alone. What a reader was unsure of is told by the reader.
"""

from motesprotokoll.checks.contents import CONTENT_RULES
from motesprotokoll.checks.people import PEOPLE_RULES
from motesprotokoll.checks.schedules import SCHEDULE_RULES, check_schedules, of_meeting, of_schedule
from motesprotokoll.checks.times import TIME_RULES
from motesprotokoll.errors import WrongTypeError, quoted
from motesprotokoll.findings import Finding
from motesprotokoll.model import Meeting, Schedule

RULES = (*TIME_RULES, *PEOPLE_RULES, *CONTENT_RULES)
"""Every rule about a meeting, in the order in which `check` tells what it finds."""

__all__ = ["RULES", "SCHEDULE_RULES", "check", "check_schedules"]


def check(value: Meeting | Schedule, /) -> tuple[Finding, ...]:
    """Look a meeting or a schedule over. The findings are in Swedish, each with a stable code and its place.

    The schedules in a meeting are held against the calendar. One that is given by itself is held against
    free days and school breaks, too, as by `check_schedules`, which takes many and says what it holds them
    against.

    Raises:
        WrongTypeError: It is neither.

    >>> from motesprotokoll import AgendaItem, Meeting
    >>> for finding in check(Meeting(agenda=[AgendaItem()])): print(finding)
    $.agenda[0]: warning [MP121] Punkten har varken rubrik eller text.
    """
    if isinstance(value, Schedule):
        return tuple(of_schedule(value))
    if not isinstance(value, Meeting):
        raise WrongTypeError(f"expected a Meeting or a Schedule, got {quoted(value)}", "value")
    return (*(finding for rule in RULES for finding in rule(value)), *of_meeting(value))
