"""Who was there: every shape that an attendance list takes in plain text.

Nobody is invented: organisations, head counts and *alla i styrelsen* stay words.
"""

import re
from collections.abc import Sequence

import attrs

from motesprotokoll.errors import MinutesError
from motesprotokoll.interpret.cells import cells_of, header_of, is_separator
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.naming import head_of, is_first_name, is_full_name, names_person, titled
from motesprotokoll.interpret.pieces import Form, Piece
from motesprotokoll.model import Attendance, Participant
from motesprotokoll.repair import join
from motesprotokoll.swedish import parse_participant
from motesprotokoll.vocabulary import Label

_X_MARK = re.compile(r"^(.+?) ([Xx])(?: ?, ?| |$)(.*)$")
_ADDING = frozenset({"samt", "och", "m.fl.", "med"})
_LONGEST_ROW = 160
_FULL_LINE = 60
"""From this length on a line of names may have been broken by the paper."""
_LIST_SIGNS = re.compile(r", (?![^(]*\))| och | samt | & (?=[A-ZÅÄÖ][a-zåäöé]+ [A-ZÅÄÖ])|; ")
_FROM = re.compile(r"([^,(]+) (från [^,()]+)$")
_ORGANISATION_LED = re.compile(r"(?:^|(?<=[,;.] ))([A-ZÅÄÖ0-9][^,:;.]{1,60}): ")


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
        is_separator(piece)
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
        _read_list(rest, group, group.line, desk, people, unread)
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        if piece.form is Form.ROW or piece.line.cells:
            place += _read_table(pieces, place, group, desk, people)
            continue
        text, used = _wrapped(_without_marker(piece), pieces[place + 1 :], rows=True)
        if piece.marker and not _is_attached(piece):
            desk.label(piece.written or piece.marker, piece.number)
        place += 1 + used
        _read_row(text, group, piece.number, desk, people, unread)
    return Attended(tuple(people), tuple(unread))


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
        if rows and piece.text.split(" ", 1)[0] in _ADDING and not text.endswith((",", "-")):
            break
        text = join(text, piece.line.text)
        used += 1
    return text, used


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
    """One line of a list: a person, several, or words that name nobody."""
    if text.casefold().strip(" -–") in desk.words.vacant:
        unread.append((text, line))
        return
    first, _, others = text.partition(" ")
    if first in _ADDING and names_person(others, desk):
        desk.label(first, line)
        text = others
    absent = _absent_remark(text, desk)
    if absent:
        people.append(_person(f"{text[:absent]} ({text[absent + 1 :]})", group, desk))
        return
    marked = _X_MARK.match(text)
    if marked is not None and is_full_name(marked[1], desk):
        desk.label(marked[2], line)
        remark = marked[3]
        people.append(_person(f"{marked[1]} ({remark})" if remark else marked[1], group, desk, present=True))
        return
    if names_person(text, desk):
        if _several(text, desk):
            _read_list(text, group, line, desk, people, unread)
        else:
            people.append(_person(text, group, desk))
    elif _ORGANISATION_LED.match(text) is not None or "," in text or " och " in text:
        _read_list(text, group, line, desk, people, unread)
    elif is_first_name(text, desk) and not _is_body(text, desk):
        people.append(_person(text, group, desk))
    else:
        unread.append((text, line))


def _absent_remark(text: str, desk: Desk) -> int:
    """Where a remark begins that stands behind a name without any sign: ``Eva Al anmält förhinder``; 0
    if none does."""
    folded = text.casefold()
    for remark in desk.words.absent_remarks:
        place = folded.find(f" {remark}")
        if place > 0 and is_full_name(text[:place], desk):
            return place
    return 0


def _several(text: str, desk: Desk) -> bool:
    """Whether a line that begins with a name goes on with more names: ``Namn, Namn, Org``, ``Namn och
    Namn``."""
    if text.count(",") < 2 and " och " not in text and " samt " not in text:
        return False
    parts = _LIST_SIGNS.split(text)
    names = [part for part in parts if names_person(part, desk)]
    return len(names) > 2 or (len(names) == 2 and (len(parts) > 2 or " och " in text or " samt " in text))


def _is_body(text: str, desk: Desk) -> bool:
    folded = text.casefold()
    return folded in desk.words.places or folded.endswith(desk.words.bodies)


def _read_list(
    text: str, group: Group, line: int, desk: Desk, people: list[Participant], unread: list[tuple[str, int]]
) -> None:
    """Names in one paragraph: ``A, B och C``, or ``Org: A, B, Org2: C``."""
    led = list(_ORGANISATION_LED.finditer(text))
    found = _by_organisation(text, led, group, desk) if led else _by_commas(text, group, desk)
    if found is None:
        unread.append((text, line))
        return
    people.extend(found)
    kept = {part for one in found for part in (one.organisation, one.unit, one.role, one.note) if part}
    for word in ("och", "samt"):
        joining = text.count(f" {word} ") - sum(part.count(f" {word} ") for part in kept)
        for _ in range(joining):
            desk.label(word, line)


def _by_organisation(
    text: str, led: "list[re.Match[str]]", group: Group, desk: Desk
) -> list[Participant] | None:
    people: list[Participant] = []
    if led[0].start() > 0:
        return None
    for place, match in enumerate(led):
        end = led[place + 1].start() if place + 1 < len(led) else len(text)
        names = [name for name in map(_stripped, _LIST_SIGNS.split(text[match.end() : end])) if name]
        if not names or not all(
            names_person(name, desk) or is_first_name(head_of(name), desk) for name in names
        ):
            return None
        named = [_person(name, group, desk) for name in names]
        if all(person.organisation for person in named):
            desk.label(match[1], group.line)
        people += (attrs.evolve(one, organisation=one.organisation or match[1]) for one in named)
    return people


def _stripped(text: str) -> str:
    return text.strip(" ,;.")


def _by_commas(text: str, group: Group, desk: Desk) -> list[Participant] | None:
    """People separated by commas; a part that is no name belongs to the person before it."""
    parts = _with_double_names([part for part in map(_stripped, _LIST_SIGNS.split(text)) if part], text, desk)
    bare = [head_of(titled(part, desk)[1]) for part in parts]
    names = [is_full_name(part, desk) for part in bare]
    firsts = [is_first_name(part, desk) for part in bare]
    if not parts or not (names[0] or firsts[0]):
        return None
    if not any(names) and not all(firsts):
        return None
    if any(names) and not names[0]:
        return None
    only_first = not any(names)
    rows: list[list[str]] = []
    for part, is_name in zip(parts, names, strict=True):
        if is_name or only_first:
            rows.append([part])
        else:
            rows[-1].append(part)
    return _sharing([_person(", ".join(row), group, desk) for row in rows], rows, text)


def _with_double_names(parts: list[str], text: str, desk: Desk) -> list[str]:
    """*parts* with those put together again that one organisation has *och* between: ``Bad och bastu``."""
    joined: list[str] = []
    for part in parts:
        whole = (
            f"{joined[-1]} och {part}" if joined and part[:1].islower() and not titled(part, desk)[0] else ""
        )
        if whole and whole in text:
            joined[-1] = whole
        else:
            joined.append(part)
    return joined


def _sharing(people: list[Participant], rows: list[list[str]], text: str) -> list[Participant]:
    """Two people and one organisation (``Namn, Namn, Org``) share it."""
    last = people[-1].organisation
    alone = len(people) == 2 and last is not None and len(rows[0]) == 1 and len(rows[1]) == 2
    if alone and " och " not in text and people[0].organisation is None:
        return [attrs.evolve(people[0], organisation=last), people[1]]
    return people


def _person(text: str, group: Group, desk: Desk, *, present: bool = False) -> Participant:
    attendance = group.label.attendance
    title, text = titled(text, desk)
    from_where = _FROM.match(text)
    if from_where is not None and is_full_name(from_where[1], desk):
        text = f"{from_where[1]} ({from_where[2]})"
    try:
        person = parse_participant(text.rstrip(" ,;"))
    except MinutesError:
        person = Participant(text)
    if present:
        attendance = Attendance.PRESENT
    return Participant(
        person.name,
        role=f"{title}, {person.role}" if title and person.role else title or person.role,
        unit=person.unit,
        organisation=person.organisation,
        attendance=attendance,
        group=group.written or None,
        note=person.note,
    )


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


# ------------------------------------------------------------------------------------------------- tables


def _read_table(
    pieces: Sequence[Piece], place: int, group: Group, desk: Desk, people: list[Participant]
) -> int:
    """People in a table: as the header says, or else the cells of a row as if commas stood between them."""
    fields: list[str | None] = []
    end = place
    while end < len(pieces) and (pieces[end].form is Form.ROW or pieces[end].line.cells):
        piece = pieces[end]
        end += 1
        if is_separator(piece):
            continue
        cells = cells_of(piece)
        if not fields and (header := header_of(cells, desk)):
            fields = header
            desk.label(piece.line.text.replace("|", " "), piece.number)
        elif any(cells):
            person = _from_cells(cells, fields, group, desk, piece.number)
            if person is not None:
                people.append(person)
    return end - place


def _from_cells(
    cells: list[str], fields: list[str | None], group: Group, desk: Desk, line: int
) -> Participant | None:
    if not fields:
        return _person(", ".join(filter(None, cells)), group, desk)
    values: dict[str, str] = {}
    for place, cell in enumerate(cells):
        if cell:
            field = (fields[place] if place < len(fields) else None) or "note"
            values[field] = f"{values[field]}; {cell}" if field in values else cell
    said = values.pop("attendance", None)
    if "name" not in values:
        desk.label(" ".join(cells), line)
        return None
    person = Participant(**values, attendance=group.label.attendance, group=group.written or None)
    return _with_answer(person, said, desk, line) if said is not None else person


def _with_answer(person: Participant, said: str, desk: Desk, line: int) -> Participant:
    """*person* with the answer in the column for attendance: Ja, Nej, ``Ja, lämnade vid 5.1``."""
    answer, _, more = said.partition(",")
    absent = answer.casefold().strip().startswith(desk.words.absent_remarks)
    desk.label(answer, line)
    note = "; ".join(filter(None, (person.note, more.strip())))
    return attrs.evolve(person, attendance=Attendance.ABSENT if absent else person.attendance, note=note)
