"""A meeting from nothing, out of what a person types."""

from collections.abc import Iterable
from datetime import date

import attrs

from motesprotokoll.errors import WrongTypeError, WrongValueError, quoted
from motesprotokoll.model import (
    AgendaItem,
    Attendance,
    DateSpan,
    Kind,
    Meeting,
    Network,
    Occasion,
    PartialDate,
    Participant,
)
from motesprotokoll.swedish import parse_occasion, parse_participant

HEADINGS = {
    Attendance.PRESENT: "Närvarande",
    Attendance.IN_ATTENDANCE: "Samt",
    Attendance.ABSENT: "Förhinder",
}
"""The heading over each group of people, as the notes of networks write it."""

Who = Iterable[str | Participant]
When = str | date | DateSpan | PartialDate | Occasion


def new_meeting(
    network: str | Network,
    when: When | None = None,
    *,
    place: str | None = None,
    present: Who = (),
    in_attendance: Who = (),
    absent: Who = (),
    agenda: Iterable[str | AgendaItem] = (),
    kind: Kind | str | None = None,
    title: str | None = None,
    chair: str | Participant | None = None,
    note_taker: str | Participant | None = None,
    next_meeting: When | None = None,
) -> Meeting:
    """A new meeting. What is not said stays unknown; a network's members are not thereby present.

    Args:
        network: The body that meets, or its name.
        when: A day, an occasion, or words such as ``"2027-02-05 kl. 09.00-12.00"``.
        place: Where; it takes the place of one that *when* names.
        present: People, or lines of an attendance list such as ``"Ida Ek, tf. HR-chef, Ale"``.
        in_attendance: Others who come.
        absent: Members who cannot come.
        agenda: Items, or their titles.
        kind: What the document is: ``"notes"``, ``"minutes"``, ``"agenda"`` or ``"summons"``.
        title: A title of the meeting.
        chair: Who led it, as a line of an attendance list.
        note_taker: Who wrote it down.
        next_meeting: As *when*.

    Raises:
        DateError: The words of *when* are no time.
        WrongValueError: There is no such kind, or a line names nobody.
        WrongTypeError: A value of another type.

    >>> from motesprotokoll import new_meeting
    >>> meeting = new_meeting("HR-nätverket", "2027-02-05 kl. 09.00-12.00", present=["Ida Ek, Ale"])
    >>> meeting.present
    (Participant('Ida Ek', organisation='Ale'),)
    """
    people = (
        *_group(present, Attendance.PRESENT, "present"),
        *_group(in_attendance, Attendance.IN_ATTENDANCE, "in_attendance"),
        *_group(absent, Attendance.ABSENT, "absent"),
    )
    return Meeting(
        network,
        occasion=_occasion(when, place),
        participants=people,
        agenda=agenda,
        kind=_kind(kind),
        title=title,
        chair=None if chair is None else _participant(chair, "chair"),
        note_taker=None if note_taker is None else _participant(note_taker, "note_taker"),
        next_meeting=_occasion(next_meeting, None),
    )


def _occasion(when: When | None, place: str | None) -> Occasion | None:
    if isinstance(when, str):
        when = parse_occasion(when)
    elif when is not None and not isinstance(when, Occasion):
        when = Occasion(when)
    if place is None:
        return when
    return attrs.evolve(when or Occasion(), place=place)


def _group(people: Who, attendance: Attendance, name: str) -> tuple[Participant, ...]:
    if isinstance(people, str) or not isinstance(people, Iterable):
        raise WrongTypeError(
            f"expected a list of people, got {quoted(people)}", name, "write [...] around one"
        )
    return tuple(_placed(_participant(one, name), attendance) for one in people)


def _participant(one: str | Participant, name: str) -> Participant:
    if isinstance(one, Participant):
        return one
    if isinstance(one, str):
        return parse_participant(one)
    raise WrongTypeError(f"expected a Participant or str, got {quoted(one)}", name)


def _placed(one: Participant, attendance: Attendance) -> Participant:
    """*one* in the group that it was given in; its own heading stays if it has one."""
    return attrs.evolve(one, attendance=attendance, group=one.group or HEADINGS[attendance])


def _kind(kind: Kind | str | None) -> Kind | None:
    if kind is None:
        return None
    try:
        return Kind(kind)
    except ValueError:
        known = ", ".join(repr(one.value) for one in Kind)
        raise WrongValueError(f"{quoted(kind)} is no kind of document", "kind", f"there is {known}") from None
