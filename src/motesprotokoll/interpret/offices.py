"""Who held which office, where the attendance list, an election or a signature tells it."""

import re
from collections.abc import Sequence

import attrs

from motesprotokoll.interpret.accounting import elections, of_person, office_of, openers, writers
from motesprotokoll.interpret.closing import Closing
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.naming import is_full_name
from motesprotokoll.model import Meeting, Participant
from motesprotokoll.swedish import parse_row
from motesprotokoll.vocabulary import Topic

_CLAUSES = re.compile(r"(?<=[a-zåäö)]{2})\. |; |,? (?:och|samt) (?=(?:[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+ )?till )")
_TERM = re.compile(r" på (?:ett|två|tre|[0-9]) år")
"""Who is chosen for a year is an officer of the body, not of the meeting."""


def with_offices(meeting: Meeting, closing: Closing, desk: Desk) -> Meeting:
    """*meeting* with the chair, note-taker and verifiers that its list and its items tell."""
    for person in meeting.participants:
        office = office_of(person, desk.words)
        if office is Topic.NOTE_TAKER and meeting.note_taker is None:
            meeting = attrs.evolve(meeting, note_taker=_bare(person))
        elif office is Topic.CHAIR and meeting.chair is None:
            meeting = attrs.evolve(meeting, chair=_bare(person))
        elif office is Topic.VERIFIER and not any(one.name == person.name for one in meeting.verifiers):
            meeting = attrs.evolve(meeting, verifiers=(*meeting.verifiers, _bare(person)))
    meeting = _with_elected(meeting, desk)
    opener = next(openers(meeting), None)
    if meeting.chair is None and opener is not None:
        meeting = attrs.evolve(meeting, chair=_on_list(opener, meeting.participants))
    writer = next((one for name in writers(meeting) if (one := desk.person(name)) is not None), None)
    if meeting.note_taker is None and writer is not None:
        meeting = attrs.evolve(meeting, note_taker=_bare(writer))
    return _chair_apart(meeting, closing, desk)


def _on_list(name: str, people: Sequence[Participant]) -> Participant:
    return next((_bare(one) for one in people if one.name == name), Participant(name))


def _with_elected(meeting: Meeting, desk: Desk) -> Meeting:
    """*meeting* with the people whom an item elects to lead it, to write or to verify the minutes; their
    names stay there."""
    for office in (Topic.CHAIR, Topic.NOTE_TAKER, Topic.VERIFIER):
        for text, shared in elections(meeting, office, desk.words):
            chosen = _elected(text, office, meeting.participants, desk, shared=shared)
            if office is Topic.VERIFIER:
                verifiers = _apart(meeting.verifiers, chosen, desk) if meeting.verifiers else chosen
                meeting = attrs.evolve(meeting, verifiers=verifiers)
            elif office is Topic.CHAIR and meeting.chair is None and len(chosen) == 1:
                meeting = attrs.evolve(meeting, chair=chosen[0])
            elif office is Topic.NOTE_TAKER and meeting.note_taker is None and len(chosen) == 1:
                meeting = attrs.evolve(meeting, note_taker=chosen[0])
    return meeting


def _elected(
    text: str, office: Topic, people: Sequence[Participant], desk: Desk, *, shared: bool
) -> list[Participant]:
    """Whom *text* elects to *office*; *shared*: its item elects to another one, too."""
    clauses = [one for one in _CLAUSES.split(text) if not (office is Topic.CHAIR and _TERM.search(one))]
    if shared:
        words = [word for word, topic in desk.words.offices.items() if topic is office]
        clauses = [one for one in clauses if any(word in one.casefold() for word in words)]
    known = [_bare(one) for one in people if any(one.name in clause for clause in clauses)]
    return known or [one for clause in clauses for one in _named(clause, desk)]


def _named(clause: str, desk: Desk) -> list[Participant]:
    """The people whom a clause names beside its verb: ``Till ordförande valdes Ida Ek``."""
    verb = desk.words.electing.search(clause)
    if verb is None:
        beside = [clause.rpartition("sekreterare ")[2]]
    else:
        beside = [clause[verb.end() :].partition(" till ")[0], clause[: verb.start()]]
    for names in beside:
        row = parse_row(names.strip(" .:"), words=desk.names)
        if row.people and all(is_full_name(one.name, desk) for one in row.people):
            return [Participant(one.name) for one in row.people]
    return []


def _apart(signed: Sequence[Participant], chosen: Sequence[Participant], desk: Desk) -> Sequence[Participant]:
    """*signed* with two names that stand on one line told apart, where just those two were elected."""
    together = " ".join(one.name for one in chosen)
    if len(chosen) < 2 or all(one.name != together for one in signed):
        return signed
    desk.label(together, 0)
    return [other for one in signed for other in (chosen if one.name == together else [one])]


def _chair_apart(meeting: Meeting, closing: Closing, desk: Desk) -> Meeting:
    """*meeting* without its chair among the verifiers, where the chair signs beside one who verifies."""
    chair = meeting.chair
    others = tuple(
        one
        for one in meeting.verifiers
        if chair is None or one.name != chair.name or one.name not in closing.signed
    )
    if not others or len(others) == len(meeting.verifiers):
        return meeting
    for one in meeting.verifiers:
        if chair is not None and one.name == chair.name:
            for part in of_person(one):
                desk.label(part, closing.lines.get(Topic.VERIFIER, 0))
    return attrs.evolve(meeting, verifiers=others)


def _bare(person: Participant) -> Participant:
    return attrs.evolve(person, attendance=None, group=None, note=None)
