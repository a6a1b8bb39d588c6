"""The year's meetings: plan them, with reasons, and decide them.

    proposal = planning.propose("HR-chefsnätverket", 2027, weekdays="friday", part_of_day="morning")
    for choice in proposal.choices: print(choice.occasion.dates, choice.reason)
    plan = planning.decided(proposal.schedule, on=date(2026, 10, 9))

No clock is read: the year is an argument.
"""

from motesprotokoll.planning.busy import Busy
from motesprotokoll.planning.choices import Alternative, Choice
from motesprotokoll.planning.decision import agenda_item, decided, table
from motesprotokoll.planning.penalties import PENALTIES, Drawback, Penalty
from motesprotokoll.planning.proposal import Proposal, propose
from motesprotokoll.planning.reasons import Reason
from motesprotokoll.planning.wishes import Wishes

__all__ = [
    "PENALTIES",
    "Alternative",
    "Busy",
    "Choice",
    "Drawback",
    "Penalty",
    "Proposal",
    "Reason",
    "Wishes",
    "agenda_item",
    "decided",
    "propose",
    "table",
]
