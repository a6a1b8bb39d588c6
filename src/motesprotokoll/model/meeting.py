"""A meeting: the waist of the hourglass. Every reader ends here and every renderer starts here."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

import attrs
from attrs import field

from motesprotokoll.model.agenda import AgendaItem, are_agenda, to_agenda
from motesprotokoll.model.content import (
    ActionItem,
    Attachment,
    Block,
    Decision,
    Paragraph,
    Unread,
    are_attachments,
    is_body,
    to_attachments,
    to_body,
)
from motesprotokoll.model.network import Network, is_optional_network, to_network
from motesprotokoll.model.people import (
    Attendance,
    Participant,
    are_participants,
    is_optional_participant,
    to_participant,
    to_participants,
)
from motesprotokoll.model.places import Found, Place, replaced, walk_body, walk_items
from motesprotokoll.model.schedule import Schedule
from motesprotokoll.model.text import Link, is_text, links_of, optional_instance, shortened, to_text
from motesprotokoll.model.times import (
    DateSpan,
    Occasion,
    TimeSpan,
    is_optional_date,
    to_occasion,
)

TIME_ZONE = "Europe/Stockholm"


class Kind(StrEnum):
    """Slag av dokument."""

    NOTES = "notes"
    """Anteckningar."""
    MINUTES = "minutes"
    """Protokoll."""
    AGENDA = "agenda"
    """Dagordning."""
    SUMMONS = "summons"
    """Kallelse."""


class Status(StrEnum):
    """Status: whether the document may still change. It matters legally: a finished one is public."""

    DRAFT = "draft"
    """Utkast."""
    FINAL = "final"
    """Färdigställt."""


_is_optional_occasion = optional_instance(Occasion)


@attrs.frozen(repr=False, kw_only=True)
class Meeting:
    """Möte: what a set of minutes says. What the document does not say is ``None`` or ``()``."""

    network: Network | None = field(
        default=None, kw_only=False, converter=to_network, validator=is_optional_network
    )
    occasion: Occasion | None = field(default=None, converter=to_occasion, validator=_is_optional_occasion)
    kind: Kind | None = field(default=None, validator=optional_instance(Kind))
    kind_label: str | None = field(default=None, converter=to_text, validator=is_text)
    """What the document calls itself, as written: "Anteckningar möte"."""
    title: str | None = field(default=None, converter=to_text, validator=is_text)
    number: str | None = field(default=None, converter=to_text, validator=is_text)
    """The meeting's number, as written."""
    case_number: str | None = field(default=None, converter=to_text, validator=is_text)
    """Diarienummer, as written."""
    participants: tuple[Participant, ...] = field(
        default=(), converter=to_participants, validator=are_participants
    )
    preamble: tuple[Block, ...] = field(default=(), converter=to_body, validator=is_body)
    """What stands before the first item and is nothing else."""
    agenda: tuple[AgendaItem, ...] = field(default=(), converter=to_agenda, validator=are_agenda)
    next_meeting: Occasion | None = field(
        default=None, converter=to_occasion, validator=_is_optional_occasion
    )
    note_taker: Participant | None = field(
        default=None, converter=to_participant, validator=is_optional_participant
    )
    chair: Participant | None = field(
        default=None, converter=to_participant, validator=is_optional_participant
    )
    verifiers: tuple[Participant, ...] = field(
        default=(), converter=to_participants, validator=are_participants
    )
    """Justerare."""
    attachments: tuple[Attachment, ...] = field(
        default=(), converter=to_attachments, validator=are_attachments
    )
    appendix: tuple[Block, ...] = field(default=(), converter=to_body, validator=is_body)
    """What follows after the signatures."""
    status: Status | None = field(default=None, validator=optional_instance(Status))
    finished_on: date | None = field(default=None, validator=is_optional_date)
    """The day on which the document was finished or verified (justerat)."""
    language: str | None = field(default=None, converter=to_text, validator=is_text)
    """A language tag, "sv" or "en"."""
    id: str | None = field(default=None, converter=to_text, validator=is_text)

    # What follows is derived, never stored.

    @property
    def date(self) -> "date | None":
        """The (first) day of the meeting."""
        return self.occasion.first_day if self.occasion else None

    @property
    def place(self) -> str | None:
        """Where the meeting was held, as written."""
        return self.occasion.place if self.occasion else None

    @property
    def starts_at(self) -> datetime | None:
        """When the meeting began, in Europe/Stockholm; ``None`` unless day and hour are known.

        An hour that the clocks jump over in spring is read as the hour after it, one that comes twice in
        autumn as the first of the two (PEP 495, ``fold=0``).
        """
        times, day = self._times, self.date
        return moment_of(day, times.start) if times and day else None

    @property
    def ends_at(self) -> datetime | None:
        """When the meeting ended, in Europe/Stockholm. An end of 00:00 (24.00) is the end of the day.

        Where the meeting spans several days, the end is that of the last day.
        """
        times = self._times
        if times is None or times.end is None or self.occasion is None:
            return None
        dates = self.occasion.dates
        if not isinstance(dates, DateSpan):
            return None
        midnight = timedelta(days=1) if times.end == time(0) else timedelta(0)
        try:
            return moment_of(dates.end + midnight, times.end)
        except OverflowError:  # the last day of the calendar has no next one
            return None

    @property
    def _times(self) -> TimeSpan | None:
        return self.occasion.times if self.occasion else None

    def _who(self, attendance: Attendance) -> tuple[Participant, ...]:
        return tuple(one for one in self.participants if one.attendance is attendance)

    @property
    def body_name(self) -> str | None:
        """The name of the body that met."""
        return self.network.name if self.network else None

    @property
    def present(self) -> tuple[Participant, ...]:
        """Närvarande, in the document's order."""
        return self._who(Attendance.PRESENT)

    @property
    def in_attendance(self) -> tuple[Participant, ...]:
        """Övriga närvarande, in the document's order."""
        return self._who(Attendance.IN_ATTENDANCE)

    @property
    def absent(self) -> tuple[Participant, ...]:
        """Förhindrade, in the document's order."""
        return self._who(Attendance.ABSENT)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """This meeting's own decisions, in the document's order."""
        return tuple(found.block for found in self.walk(Decision) if type(found.block) is Decision)

    @property
    def actions(self) -> tuple[ActionItem, ...]:
        """What people are to do, in the document's order."""
        return tuple(found.block for found in self.walk(ActionItem) if type(found.block) is ActionItem)

    @property
    def schedule(self) -> Schedule | None:
        """The first schedule in the document."""
        return next((found.block for found in self.walk(Schedule) if type(found.block) is Schedule), None)

    @property
    def links(self) -> tuple[Link, ...]:
        """Every link in running text, in the document's order."""
        holders = (Paragraph, Unread, Decision, ActionItem)
        return tuple(
            link
            for found in self.walk(*holders)
            if isinstance(found.block, holders)
            for link in links_of(found.block.content)
        )

    def walk(self, *kinds: type) -> Iterator[Found]:
        """Each block of the given *kinds* (all without one) with its place and the headings above it.

        >>> from motesprotokoll import AgendaItem, Decision, Meeting
        >>> meeting = Meeting(agenda=[AgendaItem("Budget", body=[Decision("Nätverket beslutar att spara.")])])
        >>> [str(found.place) for found in meeting.walk(Decision)]
        ['$.agenda[0].body[0]']
        """
        every = (
            *walk_body(self.preamble, ("preamble",)),
            *walk_items(self.agenda),
            *walk_body(self.appendix, ("appendix",)),
        )
        return (found for found in every if not kinds or type(found.block) in kinds)

    def replace(self, place: Place | Found, block: Block) -> "Meeting":
        """A copy with *block* at *place*, which `walk` gave.

        Raises:
            WrongValueError: There is no block at that place.
        """
        return replaced(self, place.place if isinstance(place, Found) else place, block)

    def __repr__(self) -> str:
        name = self.body_name or self.title
        shown = [part for part in (name, str(self.date) if self.date else None) if part]
        head = f"{shortened(', '.join(shown), 100)}: " if shown else ""
        return f"Meeting({head}{len(self.agenda)} items, {len(self.decisions)} decisions)"


def moment_of(day: "date", hour: time) -> datetime | None:
    """The moment when clocks in Stockholm show *hour* on *day*; `Meeting.starts_at` tells the rule."""
    # Times that differ in their fold alone are equal, so it must not tell two equal meetings apart.
    moment = datetime.combine(day, hour.replace(fold=0), ZoneInfo(TIME_ZONE))
    try:
        # A wall time in the spring gap does not exist; by way of UTC it becomes what the clocks showed.
        return moment.astimezone(UTC).astimezone(ZoneInfo(TIME_ZONE))
    except OverflowError:  # the first hour of the calendar has no moment in UTC
        return None
