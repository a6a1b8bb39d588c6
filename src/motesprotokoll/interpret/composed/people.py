"""People, as `compose.people` prints them."""

from collections.abc import Iterator

import attrs

from motesprotokoll.errors import MinutesError
from motesprotokoll.interpret.composed.ledger import Ledger, NoteReader
from motesprotokoll.model import Participant
from motesprotokoll.model.text import plain
from motesprotokoll.outline import Labelled, Line
from motesprotokoll.swedish import parse_participant
from motesprotokoll.wording import ATTENDANCES, attendance_of, is_attendance_label, label_key, note_keys

_ATTENDANCE_OF_NOTE = {word: attendance for attendance, word in ATTENDANCES.items()}


def all_said(lines: tuple[Line, ...]) -> bool:
    """Whether there are lines, and every one says something."""
    return bool(lines) and all(plain(line.content) for line in lines)


def is_group(node: Labelled) -> bool:
    """Whether a label stands over names."""
    if node.content or node.nodes or not all_said(node.lines):
        return False
    key, keys = label_key(node.label), {note_keys().get(word) for word, _ in node.notes}
    if keys & _ATTENDANCE_OF_NOTE.keys():
        return True
    return (
        "section" not in keys
        and "schedule" not in keys
        and (key in _ATTENDANCE_OF_NOTE or (key is None and is_attendance_label(node.label)))
    )


def group(node: Labelled, ledger: Ledger) -> Iterator[Participant]:
    """The people under a label."""
    notes, key = NoteReader(node.notes, ledger), label_key(node.label)
    said = [attendance for word, attendance in _ATTENDANCE_OF_NOTE.items() if notes.flag(word)]
    heading: str | None = node.label
    if said:
        attendance = said[-1]
    elif key in _ATTENDANCE_OF_NOTE:
        attendance, heading = _ATTENDANCE_OF_NOTE[key], None
    else:
        attendance = attendance_of(node.label)
    # A heading stands once over many names, so its letters are counted once and not with each person.
    ledger.keep(node.label)
    for line in node.lines:
        yield attrs.evolve(person(line, ledger), attendance=attendance, group=heading)


def person(line: Line, ledger: Ledger) -> Participant:
    """A person on one line."""
    notes, text = NoteReader(line.notes, ledger), plain(line.content)
    if name := notes.get("name"):
        ledger.keep(text)
        return Participant(
            name,
            role=notes.get("role"),
            unit=notes.get("unit"),
            organisation=notes.get("organisation"),
            note=notes.get("remark"),
        )
    try:
        return parse_participant(text)
    except MinutesError:
        return Participant(text)


def signer(node: Labelled, ledger: Ledger) -> Participant:
    """A person who stands alone behind a label, with what no heading says of them in notes."""
    notes = NoteReader(node.notes, ledger)
    said = note_keys().get(notes.get("attendance") or "")
    attendance = _ATTENDANCE_OF_NOTE.get(said) if said else None
    ledger.keep(node.label)
    one = person(Line(node.content, node.notes), ledger)
    return attrs.evolve(one, attendance=attendance, group=notes.get("group"))
