"""People in words: the attendance list, and those who stand alone (chair, note-taker, presenters)."""

from collections.abc import Iterable

from motesprotokoll.compose.words import Words
from motesprotokoll.model import Attendance, Participant
from motesprotokoll.model.text import canonical
from motesprotokoll.outline import Labelled, Line, Notes
from motesprotokoll.swedish import format_participant, reads_back
from motesprotokoll.wording import ATTENDANCES, attendance_of, is_attendance_label, label_key


def attendance_groups(people: tuple[Participant, ...], words: Words) -> Iterable[Labelled]:
    """Neighbours under one heading stand together, in the document's order."""
    start = 0
    for place in range(1, len(people) + 1):
        if place == len(people) or _heading_of(people[place]) != _heading_of(people[start]):
            yield _attendance_group(people[start:place], words)
            start = place


def _heading_of(one: Participant) -> tuple[Attendance | None, str | None]:
    return one.attendance, one.group


def _attendance_group(people: tuple[Participant, ...], words: Words) -> Labelled:
    attendance, group = _heading_of(people[0])
    label = group
    notes: Notes = ()
    if group is None:
        label = words.label(ATTENDANCES[attendance])
    elif label_key(group) or not is_attendance_label(group) or attendance_of(group) != attendance:
        notes = (words.note(ATTENDANCES[attendance]),)
    lines = tuple(person(one, words) for one in people)
    return Labelled(label or "", lines=lines, notes=notes, role="attendance")


def person(one: Participant, words: Words, *, alone: bool = False) -> Line:
    """A person on one line. *alone*: outside the attendance list, where no heading says who came."""
    text = canonical(format_participant(one))
    notes = (
        ()
        if reads_back(one)
        else words.given(
            name=one.name, role=one.role, unit=one.unit, organisation=one.organisation, remark=one.note
        )
    )
    if alone:
        attendance = words.note(ATTENDANCES[one.attendance])[0] if one.attendance else None
        notes = (*notes, *words.given(attendance=attendance, group=one.group))
    return Line((text,), notes)
