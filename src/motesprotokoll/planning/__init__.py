"""The year's meetings: plan them, with reasons; decide them; check them.

    proposal = planning.propose("HR-chefsnätverket", 2027, weekdays="friday", part_of_day="morning")
    for choice in proposal.choices: print(choice.occasion.dates, choice.reason)
    plan = planning.decided(proposal.schedule, on=date(2026, 10, 9))

No clock is read: the year is an argument.
"""

from motesprotokoll.checks import check_schedules
from motesprotokoll.planning.busy_files import busy_days
from motesprotokoll.planning.choices import Alternative, Choice
from motesprotokoll.planning.decision import Form, agenda_item, decided, table
from motesprotokoll.planning.penalties import PENALTIES, Drawback, Penalty
from motesprotokoll.planning.proposal import Proposal, propose
from motesprotokoll.planning.reasons import Reason
from motesprotokoll.planning.wishes import Wishes

__all__ = [
    "PENALTIES",
    "Alternative",
    "Choice",
    "Drawback",
    "Form",
    "Penalty",
    "Proposal",
    "Reason",
    "Wishes",
    "agenda_item",
    "busy_days",
    "check_schedules",
    "decided",
    "propose",
    "table",
]
