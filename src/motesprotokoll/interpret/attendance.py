"""Who was there: every shape that an attendance list takes in plain text.

Here rows are found and put under their labels; `groups` reads one, `attendance_tables` a table. Nobody is
invented: organisations, head counts and *alla i styrelsen* stay words.
"""

import re
from collections.abc import Sequence
from typing import Any

import attrs

from motesprotokoll.interpret.attendance_tables import read_table
from motesprotokoll.interpret.cells import cells_of, header_of, is_separator
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.edges import BREAKS, STOPS, begins_small, first_word
from motesprotokoll.interpret.groups import Group, read_row
from motesprotokoll.interpret.naming import is_first_name, names_person
from motesprotokoll.interpret.pieces import Form, Piece
from motesprotokoll.model import Attendance, Participant
from motesprotokoll.repair import join
from motesprotokoll.swedish.name_words import ADDING

_LONGEST_ROW = 160
_LISTING = (*BREAKS, "/", " och", " samt")
"""How a line of names ends that goes on below."""
_SERVES_FOR = re.compile(r" (?:ersätter|för) [A-ZÅÄÖ][\w-]+$")
"""``Kaj Ro (L) ersätter Jan``: the surname stands on the line below."""
_FULL_LINE = 60
"""From this length on a line of names may have been broken by the paper."""


def may_be_row(piece: Piece, desk: Desk, *, gap: bool) -> bool:
    """Whether a line below an attendance label still belongs to the list; *gap*: there is new room
    above it."""
    if piece.form is Form.ROW:
        return _holds_person(piece, desk)
    if piece.form is Form.BULLET:
        return not gap or names_person(_without_marker(piece), desk)
    if piece.form not in (Form.TEXT, Form.NUMBERED):
        return False
    text = _without_marker(piece)
    if " " not in text and desk.words.is_kind(text.casefold()):
        return False
    if not text or len(text) > _LONGEST_ROW or (text.endswith(".") and ". " in text):
        return False
    if names_person(text, desk):
        return True
    if gap or text.endswith(STOPS):
        return False
    return bool(desk.words.finite.isdisjoint(text.casefold().split(" ")))


def _holds_person(piece: Piece, desk: Desk) -> bool:
    """Whether a row may stand in a table of people: its header, its rule, or a row with a name."""
    cells = cells_of(piece)
    return (
        is_separator(piece.line)
        or "name" in header_of(cells, desk)
        or (
            "owner" not in desk.words.columns_of(cells)
            and any(names_person(cell, desk) or is_first_name(cell, desk) for cell in cells)
        )
    )


def read_group(group: Group, desk: Desk) -> tuple[Participant, ...]:
    """The people in *group*; the lines that name nobody are noted there."""
    if not group.titled:
        desk.label(group.written, group.line)
    people: list[Participant] = []
    pieces = group.pieces
    if group.rest:
        rest, used = _wrapped_list(group.rest, pieces, desk)
        pieces = pieces[used:]
        read_row(rest, group, group.line, desk, people)
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        if piece.form is Form.ROW or piece.line.cells:
            place += read_table(pieces, place, group, desk, people)
            continue
        text, used = _wrapped(_without_marker(piece), pieces[place + 1 :], rows=True)
        while _breaks_organisation(piece, pieces, place + 1 + used, desk):
            text, used = join(text, pieces[place + 1 + used].line.text), used + 1
            more, others = _wrapped(text, pieces[place + 1 + used :], rows=True)
            text, used = more, used + others
        if piece.marker and not _is_attached(piece):
            desk.label(piece.written or piece.marker, piece.number)
        place += 1 + used
        read_row(text, group, piece.number, desk, people)
    return tuple(_as_said(one, group) for one in people)


def _as_said(one: Participant, group: Group) -> Participant:
    """*one* in *group*, and as its label says, where nothing beside the name and no marks in the list say
    more."""
    said = one.attendance is not None or group.marked
    attendance = one.attendance if said else group.label.attendance
    return attrs.evolve(one, group=group.written or None, attendance=attendance)


def _without_marker(piece: Piece) -> str:
    return piece.text if piece.marker and not _is_attached(piece) else piece.line.text


def _is_attached(piece: Piece) -> bool:
    """Whether what looks like a marker is a part of the words: ``A.Ek``."""
    begins = f"{piece.marker}{piece.text[:1]}"
    return piece.form is Form.NUMBERED and bool(piece.text) and piece.line.text.startswith(begins)


def _wrapped(text: str, following: Sequence[Piece], *, rows: bool = False) -> tuple[str, int]:
    """*text* joined with the lines below that go on with it, and how many they are."""
    used = 0
    for piece in following:
        goes_on = text.endswith(_LISTING) or begins_small(piece.text)
        goes_on = goes_on or _SERVES_FOR.search(text) is not None
        if piece.form is not Form.TEXT or piece.gap or not goes_on:
            break
        if rows and first_word(piece.text) in ADDING and not text.endswith(BREAKS):
            break
        text = join(text, piece.line.text)
        used += 1
    return text, used


def _breaks_organisation(first: Piece, pieces: Sequence[Piece], place: int, desk: Desk) -> bool:
    """Whether the line above *place* ends in the middle of an organisation that heads names:
    ``Ale kommun: Ida Ek, Region`` / ``Väst: Bo Alm``."""
    if place >= len(pieces) or ": " not in first.line.text:
        return False
    above, below = pieces[place - 1].line.text, pieces[place]
    lead, colon, _ = below.line.text.partition(": ")
    if below.form is not Form.TEXT or below.gap or not colon or "," in lead or len(above) < _FULL_LINE:
        return False
    last = above.rsplit(", ", 1)[-1]
    return ":" not in last and not names_person(last, desk)


def _wrapped_list(text: str, following: Sequence[Piece], desk: Desk) -> tuple[str, int]:
    """A list that begins on the label's line and goes on below: unless each line below begins with a
    new name."""
    used = 0
    for piece in following:
        if piece.form not in (Form.TEXT, Form.NUMBERED) or piece.gap:
            break
        if not ("," in text or ":" in text or " och " in text):
            break
        last = text if used == 0 else following[used - 1].line.text
        open_end = text.endswith((*_LISTING, ":"))
        full_line = len(last) >= _FULL_LINE or begins_small(piece.text)
        led = ":" in piece.text or names_person(piece.text, desk) or not names_person(text, desk)
        if not open_end and not full_line and led:
            break
        if first_word(piece.text) == "samt" and not names_person(piece.text[5:], desk):
            break
        text = join(text, piece.line.text)
        used += 1
    return (text, used) if used else _wrapped(text, following, rows=True)


def with_remarks(person: Participant, desk: Desk) -> Participant:
    """*person*, absent or serving where a remark beside the name says so."""
    if person.attendance is Attendance.ABSENT:
        return person
    if person.attendance is Attendance.IN_ATTENDANCE and person.note is not None:
        remarks = person.note.casefold().split("; ")
        if any(remark.startswith(desk.words.serving_remarks) for remark in remarks):
            return attrs.evolve(person, attendance=Attendance.PRESENT)
    for remark in (person.note, person.role, person.organisation):
        if remark is not None and desk.words.says_absent(remark.casefold()):
            return attrs.evolve(person, attendance=Attendance.ABSENT)
    return person


def without_invited_twice(people: Sequence[Participant], desk: Desk) -> tuple[Participant, ...]:
    """*people* without the invited (*Kallade*) who are in another list, too, and without those in a table of
    its own who are; what only the invitation or the table says of them goes there."""
    came = {
        one.name.casefold(): place
        for place, one in reversed([*enumerate(people)])
        if one.attendance is not None
    }
    kept: list[Participant | None] = list(people)
    for place, one in enumerate(people):
        other = came.get(one.name.casefold())
        if other is None or other == place:
            continue
        again = one.group is None and one.attendance is people[other].attendance
        if one.attendance is not None and not again:
            continue
        told = kept[other]
        assert told is not None
        desk.label(one.name, 0)
        for field in ("role", "unit", "organisation", "note"):
            value = getattr(one, field)
            if value and getattr(told, field) is None:
                changes: dict[str, Any] = {field: value}
                told = attrs.evolve(told, **changes)
            else:
                desk.label(value or "", 0)
        kept[place], kept[other] = None, told
    return tuple(one for one in kept if one is not None)
