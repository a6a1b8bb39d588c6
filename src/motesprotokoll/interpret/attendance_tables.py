"""Tables of people: as the header says, or else row by row."""

import re
from collections.abc import Sequence
from typing import Any

import attrs

from motesprotokoll.interpret.cells import ELSEWHEN, cells_of, header_of, is_separator
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.groups import Group, read_row, with_note
from motesprotokoll.interpret.naming import names_person
from motesprotokoll.interpret.pieces import Form, Piece
from motesprotokoll.model import Attendance, Participant
from motesprotokoll.swedish import parse_row
from motesprotokoll.swedish.name_shapes import is_vacant
from motesprotokoll.swedish.roles import may_be_role

_MARKED = frozenset({"attendance", "absence", ELSEWHEN})
"""The columns whose marks say who was there."""
_FIRST_WORD = re.compile(r"[^\s,;(]+")


def read_table(
    pieces: Sequence[Piece], place: int, group: Group, desk: Desk, people: list[Participant]
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
            group.marked = group.marked or not _MARKED.isdisjoint(header)
            desk.label(piece.line.text.replace("|", " "), piece.number)
        elif not fields:
            people += _from_bare_cells(list(filter(None, cells)), group, desk, piece.number)
        else:
            for one in _one_a_row(_set_right(cells, fields, desk), fields, desk):
                people += _from_cells(one, fields, desk, piece.number)
    return end - place


def _one_a_row(cells: list[str], fields: list[str | None], desk: Desk) -> list[list[str]]:
    """*cells* once for each of the people whom the cell for the name holds: ``Ale | Ida Ek, Bo Alm``."""
    place = fields.index("name")
    row = parse_row(cells[place], words=desk.names) if place < len(cells) and "," in cells[place] else None
    if row is None or len(row.people) < 2 or row.labels:
        return [cells]
    if any(one != Participant(one.name, attendance=one.attendance) for one in row.people):
        return [cells]
    return [[*cells[:place], one.name, *cells[place + 1 :]] for one in row.people]


def _from_bare_cells(cells: list[str], group: Group, desk: Desk, line: int) -> list[Participant]:
    """The people in a row below no header: a mark stands for attendance (``Ida Ek    X, ej § 5``)."""
    people: list[Participant] = []
    cells = [cell for cell in cells if any(map(str.isalnum, cell)) or cell in desk.words.attended]
    mark = next((cell for cell in cells[1:] if _answer(cell)[0].casefold() in desk.words.attended), None)
    if mark is not None:
        group.marked = True
        cells.remove(mark)
        if len(cells) == 1 and mark[0] in "Xx":  # the mark may go on with an office: "X, ordf. § 1–4"
            cells, mark = [f"{cells[0]} {mark}"], None
    for row in _rows_of_cells(cells, desk):
        read_row(row, group, line, desk, people)
    if mark is None:
        return people
    if not people:
        desk.label(mark, line)
    return [_with_answer(one, mark, desk, line) for one in people]


def _rows_of_cells(cells: list[str], desk: Desk) -> list[str]:
    """What stands in columns as rows of a list: one for each person where people stand side by side, and
    behind a colon those whom the first column heads."""
    named = [names_person(cell, desk) for cell in cells]
    if len(cells) > 1 and all(named) and any("," in cell for cell in cells):
        return cells
    heads = len(cells) == 2 and not named[0] and (cells[0].endswith(":") or named[1])
    return [f"{cells[0].rstrip(':')}: {cells[1]}"] if heads else [", ".join(cells)]


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


def _from_cells(cells: list[str], fields: list[str | None], desk: Desk, line: int) -> list[Participant]:
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
    absent = values.pop("absence", None)
    if len(_MARKED.intersection(fields)) > 1 and len(cells) < len(fields):
        desk.label(" ".join(filter(None, (said, absent))), line)  # an empty cell is not seen between columns:
        said = absent = None  # the mark may be of the other
    person = _named(values, desk)
    person = _with_absence(person, absent, desk, line) if absent is not None else person
    return [_with_answer(person, said, desk, line) if said is not None else person]


def _named(values: dict[str, str], desk: Desk) -> Participant:
    """The person of a row, with what stands beside the name in its own cell: ``Ida Ek (IE)``."""
    name = values.pop("name")
    person = Participant(name)
    if any(sign in name for sign in ",(") and names_person(name, desk):
        row = parse_row(name, words=desk.names)
        person = row.people[0] if len(row.people) == 1 and not row.labels else person
    organisation, comma, role = values.get("organisation", "").rpartition(", ")
    if comma and "role" not in values and role[:1].islower() and may_be_role(role):
        values |= {"organisation": organisation, "role": role}  # "Almby AB, projektledare"
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


def _with_absence(person: Participant, said: str, desk: Desk, line: int) -> Participant:
    """*person* with what stands in the column for those who were not there: X, or why."""
    if said.casefold() in desk.words.attended:
        desk.label(said, line)
        return attrs.evolve(person, attendance=Attendance.ABSENT)
    if not any(map(str.isalnum, said)) or desk.words.says_absent(said.casefold()):
        return _with_answer(person, said, desk, line)
    return attrs.evolve(with_note(person, said), attendance=Attendance.ABSENT)


def _with_answer(person: Participant, said: str, desk: Desk, line: int) -> Participant:
    """*person* with the answer in the column for attendance: X, Ja, Nej, ``Ja, lämnade vid 5.1``."""
    word, more = _answer(said)
    if word.casefold() in desk.words.attended:
        desk.label(word, line)
        return attrs.evolve(with_note(person, more), attendance=Attendance.PRESENT)
    if desk.words.says_absent(said.casefold()):
        answer, _, more = said.partition(",")
        desk.label(answer, line)
        return attrs.evolve(with_note(person, more), attendance=Attendance.ABSENT)
    return with_note(person, said) if any(map(str.isalnum, said)) else person
