"""A meeting as the rules see it: its parts with their places, each looked up once for all rules."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby

from motesprotokoll.checks.profile import DEFAULT_PROFILE, Profile
from motesprotokoll.checks.roll import CAME, Roll
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attachment,
    Decision,
    Found,
    Kind,
    Link,
    Meeting,
    Occasion,
    Paragraph,
    Participant,
    Schedule,
    Unread,
)
from motesprotokoll.model.places import items_in
from motesprotokoll.model.text import links_of
from motesprotokoll.swedish import FoundDate, find_dates

_RECORDS = (Kind.NOTES, Kind.MINUTES)
WITH_TEXT = (Paragraph, Decision, ActionItem, Unread)
"""Blocks of running text."""
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset({"the", "and", "of"})
_SWEDISH = frozenset({"och", "att", "på"})
"""Words without which nobody writes many sentences in that language."""


class Subject:
    """A meeting, what its organisation wants of it, and what several rules ask of it."""

    def __init__(self, meeting: Meeting, profile: Profile = DEFAULT_PROFILE) -> None:
        self.meeting = meeting
        self.profile = profile
        self._dates: dict[str, tuple[FoundDate, ...]] = {}

    @cached_property
    def items(self) -> tuple[tuple[str, AgendaItem], ...]:
        """Every item with its place, each before those below it."""
        return tuple((str(place), item) for item, place, _ in items_in(self.meeting.agenda))

    @cached_property
    def blocks(self) -> tuple[Found, ...]:
        """Every block with its place, in the document's order."""
        return tuple(self.meeting.walk())

    @cached_property
    def matters(self) -> tuple[tuple[Found, ...], ...]:
        """The blocks of each item of the agenda, with those of the items below it."""
        items = (one for one in self.blocks if one.place.steps[0] == "agenda")
        return tuple(tuple(group) for _, group in groupby(items, lambda one: one.place.steps[1]))

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
    def titles(self) -> tuple[tuple[str, str], ...]:
        """What the meeting, its items and its plans are called, each with the place of what has the name."""
        return tuple(_titles(self))

    @cached_property
    def is_record(self) -> bool:
        """Whether this tells of a meeting that was held: by its kind, or because somebody came.

        Only such a document can lack something. A letter, a list or a contract is none, and neither is a
        meeting that nothing is written of yet.
        """
        meeting = self.meeting
        held = meeting.kind in _RECORDS or (meeting.kind is None and bool(self.came))
        return held and bool(meeting.agenda or meeting.preamble)

    @cached_property
    def is_formal(self) -> bool:
        """Whether this is a protocol with paragraphs, as boards and committees keep it.

        Many associations and projects call their notes a protocol and owe less.
        """
        meeting = self.meeting
        numbered = any("§" in (item.number or "") for item in meeting.agenda)
        named = "sammanträdesprotokoll" in (meeting.kind_label or "").casefold()
        return meeting.kind is Kind.MINUTES and (numbered or named)

    @cached_property
    def came(self) -> tuple[tuple[str, Participant], ...]:
        """Those of the list who were there, with their places."""
        people = enumerate(self.meeting.participants)
        return tuple((f"$.participants[{number}]", one) for number, one in people if one.attendance in CAME)

    @cached_property
    def passages(self) -> tuple[tuple[str, str], ...]:
        """What is written in headings and in sentences, with its place: `titles` and `texts`."""
        return (*self.titles, *self.texts)

    def dates_in(self, text: str) -> tuple[FoundDate, ...]:
        """The dates in one of the `passages`, by the day of the meeting."""
        if text not in self._dates:
            self._dates[text] = tuple(find_dates(text, meeting_date=self.meeting.date))
        return self._dates[text]

    @cached_property
    def lowered(self) -> str:
        """All `passages` in lower case, a line each: what is not there need not be sought in each of them."""
        return "\n".join(text for _, text in self.passages).lower()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of `passages`, in lower case and in their order."""
        return tuple(_WORD.findall(self.lowered))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of `passages`, in lower case, each once."""
        return frozenset(self.words)

    @cached_property
    def is_swedish(self) -> bool:
        """Whether rules about Swedish words apply: it says so, or says nothing and is not English."""
        if self.meeting.language is not None:
            return self.meeting.language.lower().partition("-")[0] == "sv"
        return not (self.vocabulary >= _ENGLISH and self.vocabulary.isdisjoint(_SWEDISH))

    @cached_property
    def links(self) -> tuple[tuple[str, Link], ...]:
        """Every link in running text, with the place of the text."""
        return tuple(_links(self.blocks))

    @cached_property
    def attachments(self) -> tuple[tuple[str, Attachment], ...]:
        """Every attachment with its place: of the items, then of the meeting."""
        return tuple(_attachments(self))

    @cached_property
    def roll(self) -> Roll:
        """Who is in the lists, and whom a name may mean."""
        return Roll(self.meeting)

    @cached_property
    def occasions(self) -> tuple[tuple[str, Occasion], ...]:
        """Every occasion that the meeting names, with its place."""
        return tuple(_occasions(self))

    @cached_property
    def people(self) -> tuple[tuple[str, Participant], ...]:
        """Everybody in a list or with an office, with the place."""
        return tuple(_people(self.meeting))


def _texts(blocks: tuple[Found, ...]) -> Iterator[tuple[str, str]]:
    for found in blocks:
        if isinstance(found.block, WITH_TEXT):
            where = str(found.place)
            if found.block.text:
                yield where, found.block.text
            if isinstance(found.block, Decision):
                for number, clause in enumerate(found.block.clauses):
                    yield f"{where}.clauses[{number}]", clause


def _titles(subject: Subject) -> Iterator[tuple[str, str]]:
    if subject.meeting.title:
        yield "$.title", subject.meeting.title
    for where, item in subject.items:
        if item.title:
            yield where, item.title
    for where, schedule in subject.schedules:
        if schedule.title:
            yield where, schedule.title


def _links(blocks: tuple[Found, ...]) -> Iterator[tuple[str, Link]]:
    for found in blocks:
        if isinstance(found.block, WITH_TEXT):
            for link in links_of(found.block.content):
                yield str(found.place), link


def _attachments(subject: Subject) -> Iterator[tuple[str, Attachment]]:
    for where, item in subject.items:
        for number, one in enumerate(item.attachments):
            yield f"{where}.attachments[{number}]", one
    for number, one in enumerate(subject.meeting.attachments):
        yield f"$.attachments[{number}]", one


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
