"""Who was there: every shape that an attendance list takes in plain text.

What one row says is the matter of `swedish.parse_row`; here rows are found and put under their labels. Nobody
is invented: organisations, head counts and *alla i styrelsen* stay words.
"""

import re
from collections.abc import Sequence
from typing import Any

import attrs

from motesprotokoll.interpret.cells import ELSEWHEN, cells_of, header_of, is_separator
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.naming import is_first_name, names_person
from motesprotokoll.interpret.pieces import Form, Piece
from motesprotokoll.model import Attendance, Participant
from motesprotokoll.repair import join
from motesprotokoll.swedish import parse_row
from motesprotokoll.swedish.attendance_rows import AttendanceRow
from motesprotokoll.swedish.name_shapes import is_vacant
from motesprotokoll.swedish.name_words import ADDING
from motesprotokoll.vocabulary import Label

_STOP = re.compile(r"(?<=[a-zåäöé)]{2})\. (?=[A-ZÅÄÖ])")
"""A full stop behind a word, not behind an initial."""
_HOLDS_OFFICE = re.compile(r"([A-ZÅÄÖ][\w -]{0,60}) (är|var) ([a-zåäö]+)\.?")
_FIRST_WORD = re.compile(r"[^\s,;(]+")
_LONGEST_ROW = 160
_FULL_LINE = 60
"""From this length on a line of names may have been broken by the paper."""


@attrs.define(eq=False)
class Group:
    """A label of attendance and the lines below it."""

    label: Label
    written: str
    line: int
    rest: str = ""
    titled: bool = False
    """Whether the label is an item's title, which stays there."""
    pieces: list[Piece] = attrs.Factory(list)
    marked: bool = False
    """Whether marks say who came: then no mark says nothing."""


@attrs.frozen
class Attended:
    """The people of one group, and the lines that name nobody."""

    people: tuple[Participant, ...] = ()
    unread: tuple[tuple[str, int], ...] = ()


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
    if not text or len(text) > _LONGEST_ROW or (text.endswith(".") and ". " in text):
        return False
    if names_person(text, desk):
        return True
    if gap or text.endswith((".", "?", "!")):
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


def read_group(group: Group, desk: Desk) -> Attended:
    """The people in *group*."""
    if not group.titled:
        desk.label(group.written, group.line)
    people: list[Participant] = []
    unread: list[tuple[str, int]] = []
    pieces = group.pieces
    if group.rest:
        rest, used = _wrapped_list(group.rest, pieces, desk)
        pieces = pieces[used:]
        _read_row(rest, group, group.line, desk, people, unread)
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        if piece.form is Form.ROW or piece.line.cells:
            place += _read_table(pieces, place, group, desk, people, unread)
            continue
        text, used = _wrapped(_without_marker(piece), pieces[place + 1 :], rows=True)
        while _breaks_organisation(piece, pieces, place + 1 + used, desk):
            text, used = join(text, pieces[place + 1 + used].line.text), used + 1
            more, others = _wrapped(text, pieces[place + 1 + used :], rows=True)
            text, used = more, used + others
        if piece.marker and not _is_attached(piece):
            desk.label(piece.written or piece.marker, piece.number)
        place += 1 + used
        _read_row(text, group, piece.number, desk, people, unread)
    return Attended(tuple(_as_said(one, group) for one in people), tuple(unread))


def _as_said(one: Participant, group: Group) -> Participant:
    """*one* as the label says, where nothing beside the name and no marks in the list say more."""
    if one.attendance is not None or group.marked:
        return one
    return attrs.evolve(one, attendance=group.label.attendance)


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
        goes_on = text.endswith((",", "-", " och", " samt", "/")) or piece.text[:1].islower()
        if piece.form is not Form.TEXT or piece.gap or not goes_on:
            break
        if rows and piece.text.split(" ", 1)[0] in ADDING and not text.endswith((",", "-")):
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
        open_end = text.endswith((",", "-", ":", " och", " samt"))
        full_line = len(last) >= _FULL_LINE or piece.text[:1].islower()
        led = ":" in piece.text or names_person(piece.text, desk) or not names_person(text, desk)
        if not open_end and not full_line and led:
            break
        if piece.text.split(" ", 1)[0] == "samt" and not names_person(piece.text[5:], desk):
            break
        text = join(text, piece.line.text)
        used += 1
    return (text, used) if used else _wrapped(text, following, rows=True)


def _read_row(
    text: str, group: Group, line: int, desk: Desk, people: list[Participant], unread: list[tuple[str, int]]
) -> None:
    """One row of a list: a person, several, or words that name nobody."""
    text, sentence = _without_sentence(text, desk)
    row = parse_row(text, words=desk.names)
    if sentence:
        row = _with_office(row, sentence, line, desk, unread)
    if not row.people:
        unread.append((text, line))
    elif row.people[0].attendance is not None:
        group.marked = True
    for label in row.labels:
        desk.label(label, line)
    people += (_in_group(one, group) for one in row.people)


def _without_sentence(text: str, desk: Desk) -> tuple[str, str]:
    """*text* and the sentence behind the list, if there is one: ``Ida Ek och Bo Alm. Bo är sekreterare.``"""
    if ". " not in text:
        return text, ""
    stop = next((found for found in _STOP.finditer(text)), None)
    if stop is None:
        return text, ""
    behind = text[stop.end() :]
    if desk.words.finite.isdisjoint(behind.casefold().rstrip(".").split(" ")):
        return text, ""
    return text[: stop.start()], behind


def _with_office(
    row: AttendanceRow, sentence: str, line: int, desk: Desk, unread: list[tuple[str, int]]
) -> AttendanceRow:
    """*row* with the office that a sentence gives to somebody in it as a remark; another sentence is kept."""
    said = _HOLDS_OFFICE.fullmatch(sentence)
    office = said[3] if said is not None and said[3].casefold() in desk.words.offices else None
    holders = [one for one in row.people if said and f"{one.name} ".startswith(f"{said[1]} ")]
    if said is None or office is None or len(holders) != 1:
        unread.append((sentence, line))
        return row
    desk.label(f"{said[1]} {said[2]}", line)
    people = (_with_note(one, office) if one is holders[0] else one for one in row.people)
    return attrs.evolve(row, people=tuple(people))


def _in_group(one: Participant, group: Group) -> Participant:
    return attrs.evolve(one, group=group.written or None)


def with_remarks(person: Participant, desk: Desk) -> Participant:
    """*person*, absent or serving where a remark beside the name says so."""
    if person.attendance is Attendance.ABSENT:
        return person
    if person.attendance is Attendance.IN_ATTENDANCE and person.note is not None:
        remarks = person.note.casefold().split("; ")
        if any(remark.startswith(desk.words.serving_remarks) for remark in remarks):
            return attrs.evolve(person, attendance=Attendance.PRESENT)
    for remark in (person.note, person.role, person.organisation):
        if remark is not None and remark.casefold().startswith(desk.words.absent_remarks):
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


# ------------------------------------------------------------------------------------------------- tables


def _read_table(
    pieces: Sequence[Piece],
    place: int,
    group: Group,
    desk: Desk,
    people: list[Participant],
    unread: list[tuple[str, int]],
) -> int:
    """People in a table: as the header says, or else the cells of a row as if commas stood between them."""
    fields: list[str | None] = []
    end = place
    while end < len(pieces) and (pieces[end].form is Form.ROW or pieces[end].line.cells):
        piece = pieces[end]
        end += 1
        if is_separator(piece.line):
            continue
        cells = cells_of(piece)
        if not fields and (header := header_of(cells, desk)):
            fields = header
            group.marked = group.marked or "attendance" in header or ELSEWHEN in header
            desk.label(piece.line.text.replace("|", " "), piece.number)
        elif any(cells) and not fields:
            people += _from_bare_cells(list(filter(None, cells)), group, desk, piece.number, unread)
        elif any(cells):
            people += _from_cells(_set_right(cells, fields, desk), fields, group, desk, piece.number)
    return end - place


def _from_bare_cells(
    cells: list[str], group: Group, desk: Desk, line: int, unread: list[tuple[str, int]]
) -> list[Participant]:
    """The people in a row below no header: a mark stands for attendance (``Ida Ek    X, ej § 5``)."""
    people: list[Participant] = []
    cells = [cell for cell in cells if any(map(str.isalnum, cell)) or cell in desk.words.attended]
    mark = next((cell for cell in cells[1:] if _answer(cell)[0].casefold() in desk.words.attended), None)
    if mark is not None:
        group.marked = True
        cells.remove(mark)
        if len(cells) == 1 and mark[0] in "Xx":  # the mark may go on with an office: "X, ordf. § 1–4"
            cells, mark = [f"{cells[0]} {mark}"], None
    _read_row(", ".join(cells), group, line, desk, people, unread)
    if mark is None:
        return people
    if not people:
        desk.label(mark, line)
    return [_with_answer(one, mark, desk, line) for one in people]


def _set_right(cells: list[str], fields: list[str | None], desk: Desk) -> list[str]:
    """The cells of a row that has fewer than the header in their columns: its first ones may be empty."""
    missing = len(fields) - len(cells)
    name = fields.index("name")
    if missing <= 0 or name == 0 or _may_name(cells, name, desk):
        return cells
    moved = next((by for by in range(1, missing + 1) if _may_name(cells, name - by, desk)), 0)
    return [""] * moved + cells


def _may_name(cells: list[str], place: int, desk: Desk) -> bool:
    if not 0 <= place < len(cells):
        return False
    return names_person(cells[place], desk) or is_vacant(cells[place], desk.names)


def _from_cells(
    cells: list[str], fields: list[str | None], group: Group, desk: Desk, line: int
) -> list[Participant]:
    """The person in a row below a header; nobody in an empty seat."""
    values: dict[str, str] = {}
    for place, cell in enumerate(cells):
        if cell:
            field = (fields[place] if place < len(fields) else None) or "note"
            values[field] = f"{values[field]}; {cell}" if field in values else cell
    if "name" not in values or is_vacant(values["name"], desk.names):
        desk.label(" ".join(cells), line)
        return []
    said = values.pop("attendance", None)
    desk.label(values.pop(ELSEWHEN, ""), line)
    if said is not None and ELSEWHEN in fields and len(cells) < len(fields):
        desk.label(said, line)  # an empty cell is not seen between columns: the mark may be of another day
        said = None
    person = _in_group(_named(values, desk), group)
    return [_with_answer(person, said, desk, line) if said is not None else person]


def _named(values: dict[str, str], desk: Desk) -> Participant:
    """The person of a row, with what stands beside the name in its own cell: ``Ida Ek (IE)``."""
    name = values.pop("name")
    person = Participant(name)
    if any(sign in name for sign in ",(") and names_person(name, desk):
        row = parse_row(name, words=desk.names)
        person = row.people[0] if len(row.people) == 1 and not row.labels else person
    for field, value in values.items():
        beside = getattr(person, field)
        joint = "; " if field == "note" else ", "
        changes: dict[str, Any] = {field: joint.join(filter(None, (beside, value)))}
        person = attrs.evolve(person, **changes)
    return person


def _answer(said: str) -> tuple[str, str]:
    """The first word of what stands in the column for attendance, and the rest."""
    found = _FIRST_WORD.match(said)
    return (found[0], said[found.end() :].strip(" ,;")) if found is not None else ("", said)


def _with_answer(person: Participant, said: str, desk: Desk, line: int) -> Participant:
    """*person* with the answer in the column for attendance: X, Ja, Nej, ``Ja, lämnade vid 5.1``."""
    word, more = _answer(said)
    if word.casefold() in desk.words.attended:
        desk.label(word, line)
        return attrs.evolve(_with_note(person, more), attendance=Attendance.PRESENT)
    if said.casefold().startswith(desk.words.absent_remarks):
        answer, _, more = said.partition(",")
        desk.label(answer, line)
        return attrs.evolve(_with_note(person, more), attendance=Attendance.ABSENT)
    return _with_note(person, said) if any(map(str.isalnum, said)) else person


def _with_note(person: Participant, more: str) -> Participant:
    return attrs.evolve(person, note="; ".join(filter(None, (person.note, more.strip()))))
