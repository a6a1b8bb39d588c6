"""The other documents about a meeting: agenda, template for notes, lists, an extract, a schedule."""

from collections.abc import Iterable

import attrs

from motesprotokoll.compose.blocks import blocks, schedule
from motesprotokoll.compose.minutes import (
    agenda,
    document,
    head,
    heading,
    item_fields,
    masthead,
    next_meeting,
    signatures,
)
from motesprotokoll.compose.occasions import occasion_fields
from motesprotokoll.compose.people import attendance_groups
from motesprotokoll.compose.words import Words
from motesprotokoll.errors import RenderError
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attendance,
    Dates,
    Decision,
    Found,
    Kind,
    Meeting,
    Participant,
    Schedule,
)
from motesprotokoll.model.network import has_seat
from motesprotokoll.model.places import items_in
from motesprotokoll.model.text import canonical
from motesprotokoll.outline import About, Grid, Heading, Labelled, Node, Outline, Text
from motesprotokoll.swedish import format_dates
from motesprotokoll.wording import KINDS, document_title


def agenda_view(meeting: Meeting, words: Words) -> Outline:
    """Dagordning: what is to be dealt with, before the meeting. Nothing of what was said."""
    name = _named(words.word(KINDS, Kind.AGENDA), meeting)
    nodes = (
        *_short_head(meeting, name, words),
        *_titles(meeting.agenda, 2, words),
        *next_meeting(meeting, words),
    )
    return document(meeting, nodes, words, name=name)


def notes_template(meeting: Meeting, words: Words) -> Outline:
    """A document to take notes in: head, those called, and each item with room below it.

    Who is called stands under those present, to be struck or moved to those absent.
    """
    name = _named(words.word(KINDS, meeting.kind or Kind.NOTES), meeting)
    nodes = (
        *_short_head(meeting, name, words),
        *_called(meeting, words),
        *_titles(meeting.agenda, 2, words, room=True),
        *(tuple(next_meeting(meeting, words)) or (_unsaid_next_meeting(words),)),
        *signatures(meeting, words),
    )
    return document(meeting, nodes, words, name=name)


ROOM = "…"
"""What stands where somebody is to write, in formats that cannot be written in."""
_GROUPS = {Attendance.PRESENT: "Närvarande", Attendance.ABSENT: "Förhinder"}


def _called(meeting: Meeting, words: Words) -> Iterable[Labelled]:
    people = [_expected(one, words) for one in meeting.participants or _members(meeting)]
    together: dict[tuple[Attendance | None, str | None], list[Participant]] = {}
    for one in people:
        together.setdefault((one.attendance, one.group), []).append(one)
    yield from attendance_groups(tuple(one for group in together.values() for one in group), words)
    for attendance in _GROUPS:
        if not any(one.attendance is attendance for one in people):
            label = words.word(_GROUPS, attendance)
            yield Labelled(label, nodes=(Text((ROOM,), role="room"),), role="attendance")


def _expected(one: Participant, words: Words) -> Participant:
    """Somebody as the template lists them: among those present, if nothing else is known."""
    attendance = one.attendance or Attendance.PRESENT
    group = one.group or (words.word(_GROUPS, attendance) if attendance in _GROUPS else None)
    return attrs.evolve(one, attendance=attendance, group=group)


def _members(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who have a seat on the day of the meeting; all where a day is not known."""
    members = meeting.network.members if meeting.network else ()
    return tuple(
        Participant(one.name, role=one.role, organisation=one.organisation.name if one.organisation else None)
        for one in members
        if has_seat(one, meeting.date)
    )


def _unsaid_next_meeting(words: Words) -> Labelled:
    return Labelled(words.label("next_meeting"), role="next-meeting")


def decisions_view(meeting: Meeting, words: Words) -> Outline:
    """The meeting's decisions, each under the headings that it stood under."""
    name = _named(words("Beslut"), meeting)
    found = _under_headings(meeting.walk(Decision), words)
    none = Text((words("Inga beslut finns i dokumentet."),))
    return document(meeting, (*_short_head(meeting, name, words), *(found or (none,))), words, name=name)


def actions_view(meeting: Meeting, words: Words) -> Outline:
    """What people are to do, as a table: who, what and by when."""
    name = _named(words("Åtgärder"), meeting)
    header = _row(words("Ansvarig"), words("Vad"), words("Senast"), words("Punkt"))
    rows = tuple(_action_row(found, words) for found in meeting.walk(ActionItem))
    shown: Node = (
        Grid((header, *rows), header_rows=1) if rows else Text((words("Inga åtgärder finns i dokumentet."),))
    )
    return document(meeting, (*_short_head(meeting, name, words), shown), words, name=name)


def _action_row(found: Found, words: Words) -> tuple[tuple[Node, ...], ...]:
    block = found.block
    assert isinstance(block, ActionItem)  # `walk` was asked for nothing else
    when = words("klart") if block.done else _dates(block.due)
    return (*_row(", ".join(block.owners)), (Text(block.content),), *_row(when, " – ".join(found.headings)))


def attendance_view(meeting: Meeting, words: Words) -> Outline:
    """Who was there, as a table."""
    name = _named(words("Närvaro"), meeting)
    header = _row(words("Namn"), words("Roll"), words("Organisation"), words("Närvaro"))
    rows = tuple(_attendance_row(one, words) for one in meeting.participants)
    shown: Node = (
        Grid((header, *rows), header_rows=1) if rows else Text((words("Inga deltagare finns i dokumentet."),))
    )
    return document(meeting, (*_short_head(meeting, name, words), shown), words, name=name)


SAID = {
    Attendance.PRESENT: "närvarande",
    Attendance.IN_ATTENDANCE: "övrig närvarande",
    Attendance.ABSENT: "förhinder",
    None: "inbjuden",
}


def _attendance_row(one: Participant, words: Words) -> tuple[tuple[Node, ...], ...]:
    home = ", ".join(part for part in (one.unit, one.organisation) if part)
    said = words.word(SAID, one.attendance)
    return _row(one.name, one.role, home, f"{said} ({one.note})" if one.note else said)


def extract(meeting: Meeting, item: str | int, words: Words) -> Outline:
    """Utdrag: one item whole, under the meeting's head, with those who sign.

    Raises:
        RenderError: No such item, or more than one.
    """
    chosen = _chosen(meeting, item)
    name = f"{words('Utdrag')}: {document_title(meeting, words.language)}"
    nodes = (
        *masthead(meeting, name),
        *(node for node in head(meeting, words) if isinstance(node, Labelled)),
        *agenda((chosen,), 2, words),
        *signatures(meeting, words),
    )
    return document(meeting, nodes, words, name=name)


def _chosen(meeting: Meeting, item: str | int) -> AgendaItem:
    if isinstance(item, int):
        if 0 <= item < len(meeting.agenda):
            return meeting.agenda[item]
        raise RenderError(
            f"there is no item at place {item}", hint=f"the agenda has {len(meeting.agenda)} items"
        )
    fitting = [one for one, *_ in items_in(meeting.agenda) if one.number == item]
    if len(fitting) == 1:
        return fitting[0]
    numbers = ", ".join(one.number for one, *_ in items_in(meeting.agenda) if one.number)
    problem = f"{len(fitting)} items are numbered {item!r}" if fitting else f"no item is numbered {item!r}"
    raise RenderError(
        problem, hint=f"numbers: {numbers or 'none'}; a place from 0 as a whole number works too"
    )


def schedule_document(value: Schedule, words: Words) -> Outline:
    """A schedule as a document of its own."""
    year = str(value.year) if value.year else None
    title = value.title or " ".join(part for part in (words("Mötestider"), year) if part)
    body = (Text((value.network.name,), role="body-name"),) if value.network else ()
    name = value.body_name or ""
    nodes = (*body, Heading(title, 1), schedule(attrs.evolve(value, title=None), words))
    return Outline(
        nodes,
        title=f"{name}: {title}" if name else title,
        language=words.language,
        carries=False,
        about=About(name=title, body=name, day=value.decided_on),
    )


# ------------------------------------------------------------------ shared


def _named(word: str, meeting: Meeting) -> str:
    dates = meeting.occasion.dates if meeting.occasion else None
    return f"{word} {_dates(dates)}" if dates else word


def _dates(dates: Dates | None) -> str:
    return canonical(format_dates(dates)) if dates else ""


def _short_head(meeting: Meeting, name: str, words: Words) -> Iterable[Node]:
    yield from masthead(meeting, name)
    if meeting.occasion:
        yield from occasion_fields(meeting.occasion, words)


def _titles(items: tuple[AgendaItem, ...], level: int, words: Words, *, room: bool = False) -> Iterable[Node]:
    for item in items:
        yield heading(item, level, words)
        yield from item_fields(item, words)
        if room and not item.items:
            yield Text((ROOM,), role="room")
        yield from _titles(item.items, level + 1, words, room=room)


def _row(*texts: str | None) -> tuple[tuple[Node, ...], ...]:
    return tuple((Text((text,)),) if text else () for text in texts)


def _under_headings(found: Iterable[Found], words: Words) -> tuple[Node, ...]:
    nodes: list[Node] = []
    above: tuple[str, ...] = ()
    for one in found:
        if one.headings != above and one.headings:
            nodes.append(Heading(" – ".join(one.headings), 2, role="item"))
        above = one.headings
        nodes.extend(blocks((one.block,), words))
    return tuple(nodes)
