"""The nouns: frozen values of a meeting, and nothing that does anything with them."""

from motesprotokoll.model.agenda import AgendaItem
from motesprotokoll.model.content import (
    ActionItem,
    Attachment,
    Basis,
    Block,
    BulletList,
    Cell,
    Decision,
    ListItem,
    Outcome,
    Paragraph,
    Section,
    Table,
    Unread,
)
from motesprotokoll.model.meeting import Kind, Meeting, Status
from motesprotokoll.model.network import Member, Network, Organisation
from motesprotokoll.model.people import Attendance, Participant
from motesprotokoll.model.places import Found, Place
from motesprotokoll.model.schedule import Schedule
from motesprotokoll.model.text import Content, Emphasis, Inline, Link
from motesprotokoll.model.times import Dates, DateSpan, Mode, Occasion, PartialDate, PartOfDay, TimeSpan

__all__ = [
    "ActionItem",
    "AgendaItem",
    "Attachment",
    "Attendance",
    "Basis",
    "Block",
    "BulletList",
    "Cell",
    "Content",
    "DateSpan",
    "Dates",
    "Decision",
    "Emphasis",
    "Found",
    "Inline",
    "Kind",
    "Link",
    "ListItem",
    "Meeting",
    "Member",
    "Mode",
    "Network",
    "Occasion",
    "Organisation",
    "Outcome",
    "Paragraph",
    "PartOfDay",
    "PartialDate",
    "Participant",
    "Place",
    "Schedule",
    "Section",
    "Status",
    "Table",
    "TimeSpan",
    "Unread",
]
