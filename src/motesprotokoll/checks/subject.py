"""A meeting as the rules see it: its parts with their places, each looked up once for all rules."""

from collections.abc import Iterator
from functools import cached_property

from motesprotokoll.checks.profile import DEFAULT_PROFILE, Profile
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Decision,
    Found,
    Meeting,
    Occasion,
    Paragraph,
    Participant,
    Schedule,
    Unread,
)

_WITH_TEXT = (Paragraph, Decision, ActionItem, Unread)


class Subject:
    """A meeting, what its organisation wants of it, and what several rules ask of it."""

    def __init__(self, meeting: Meeting, profile: Profile = DEFAULT_PROFILE) -> None:
        self.meeting = meeting
        self.profile = profile

    @cached_property
    def items(self) -> tuple[tuple[str, AgendaItem], ...]:
        """Every item with its place, each before those below it."""
        return tuple(_items(self.meeting.agenda, "$.agenda"))

    @cached_property
    def blocks(self) -> tuple[Found, ...]:
        """Every block with its place, in the document's order."""
        return tuple(self.meeting.walk())

    @cached_property
    def decisions(self) -> tuple[tuple[str, Decision], ...]:
        """Every decision with its place."""
        return tuple((str(one.place), one.block) for one in self.blocks if isinstance(one.block, Decision))

    @cached_property
    def actions(self) -> tuple[tuple[str, ActionItem], ...]:
        """Every action with its place."""
        return tuple((str(one.place), one.block) for one in self.blocks if isinstance(one.block, ActionItem))

    @cached_property
    def schedules(self) -> tuple[tuple[str, Schedule], ...]:
        """Every schedule with its place."""
        return tuple((str(one.place), one.block) for one in self.blocks if isinstance(one.block, Schedule))

    @cached_property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Running text with its place: paragraphs, decisions and their clauses, actions, the unread."""
        return tuple(_texts(self.blocks))

    @cached_property
    def occasions(self) -> tuple[tuple[str, Occasion], ...]:
        """Every occasion that the meeting names, with its place."""
        return tuple(_occasions(self))

    @cached_property
    def people(self) -> tuple[tuple[str, Participant], ...]:
        """Everybody in a list or with an office, with the place."""
        return tuple(_people(self.meeting))


def _items(agenda: tuple[AgendaItem, ...], above: str) -> Iterator[tuple[str, AgendaItem]]:
    for number, item in enumerate(agenda):
        where = f"{above}[{number}]"
        yield where, item
        yield from _items(item.items, f"{where}.items")


def _texts(blocks: tuple[Found, ...]) -> Iterator[tuple[str, str]]:
    for found in blocks:
        if isinstance(found.block, _WITH_TEXT):
            where = str(found.place)
            if found.block.text:
                yield where, found.block.text
            if isinstance(found.block, Decision):
                for number, clause in enumerate(found.block.clauses):
                    yield f"{where}.clauses[{number}]", clause


def _occasions(subject: Subject) -> Iterator[tuple[str, Occasion]]:
    meeting = subject.meeting
    if meeting.occasion is not None:
        yield "$.occasion", meeting.occasion
    for where, schedule in subject.schedules:
        for number, occasion in enumerate(schedule.occasions):
            yield f"{where}.occasions[{number}]", occasion
    if meeting.next_meeting is not None:
        yield "$.next_meeting", meeting.next_meeting


def _people(meeting: Meeting) -> Iterator[tuple[str, Participant]]:
    for number, one in enumerate(meeting.participants):
        yield f"$.participants[{number}]", one
    if meeting.chair is not None:
        yield "$.chair", meeting.chair
    if meeting.note_taker is not None:
        yield "$.note_taker", meeting.note_taker
    for number, one in enumerate(meeting.verifiers):
        yield f"$.verifiers[{number}]", one
