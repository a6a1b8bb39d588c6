"""Lines that are set in columns: facts side by side are told one by one, tables become rows."""

import attrs

from motesprotokoll.extraction import Line
from motesprotokoll.interpret.cells import columns_named
from motesprotokoll.interpret.pieces import Form, Piece
from motesprotokoll.vocabulary import Topic, Vocabulary

_LETTERHEAD = 3
"""How many lines at the top may be set in columns."""
_FORM = 10
"""How many lines at the top may be a form, with fields side by side."""
_LONGEST_FIELD = 30
"""The longest name of such a field."""
_LONGEST_ENTRY = 100
"""A longer line is no row of a list."""
RIGHT = 10
"""From which column on a lone word stands in the right one of two."""


def side_by_side(lines: tuple[Line, ...], words: Vocabulary) -> tuple[Line, ...]:
    """*lines* with those in two that hold two facts: a letterhead in columns, or labels beside each other."""
    apart: list[Line] = []
    lines = _columns_below_each_other(lines, words)
    for place, line in enumerate(lines):
        if line.cells and (
            _are_facts(line.cells, words)
            or (place < _LETTERHEAD and _are_names(line.cells, words))
            or (place < _FORM and _are_fields(line.cells, words))
        ):
            apart.extend(
                attrs.evolve(line, text=cell, cells=(), gap=line.gap and not at)
                for at, cell in enumerate(line.cells)
            )
        else:
            apart.append(line)
    return tuple(apart)


def _columns_below_each_other(lines: tuple[Line, ...], words: Vocabulary) -> tuple[Line, ...]:
    """*lines* with two lists of people that stand side by side (``Närvarande:    Frånvarande:``) in order."""
    apart: list[Line] = []
    place = 0
    while place < len(lines):
        labels = [words.label_of(cell) for cell in lines[place].cells]
        end = place + 1
        if len(labels) == 2 and all(label and label.topic is Topic.ATTENDANCE for label in labels):
            room = _room_between(lines, end)
            if room:
                apart.extend(_each_below_its_label(lines, place, room))
                place = room[1]
                continue
            while end < len(lines) and not lines[end].gap and len(lines[end].cells) in (0, 2):
                end += 1
            apart.extend(_by_column(lines[place:end]))
        else:
            apart.append(lines[place])
        place = end
    return tuple(apart)


def _room_between(lines: tuple[Line, ...], start: int) -> tuple[int, int] | None:
    """Where the left one of two columns ends, and the right one, if all of it stands before the right one."""
    ends = [at for at in range(start + 1, len(lines) + 1) if at == len(lines) or lines[at].gap][:2]
    if len(ends) < 2 or any(line.cells or line.level is not None for line in lines[start : ends[1]]):
        return None
    rows = [line.text for line in lines[start : ends[1]]]
    if any(len(row) > _LONGEST_ENTRY or row.endswith((".", ":")) for row in rows):
        return None
    return ends[0], ends[1]


def _each_below_its_label(lines: tuple[Line, ...], place: int, room: tuple[int, int]) -> list[Line]:
    """The two labels at *place*, each above its own lines, which stand one column after the other."""
    left, right = (attrs.evolve(lines[place], text=cell, cells=()) for cell in lines[place].cells)
    both = (left, *lines[place + 1 : room[0]], right, *lines[room[0] : room[1]])
    return [attrs.evolve(line, gap=False) for line in both]


def _by_column(lines: tuple[Line, ...]) -> list[Line]:
    """The left column, then the right one; a line of one name is of the side where it begins."""
    columns: tuple[list[Line], list[Line]] = ([], [])
    for line in lines:
        if line.cells:
            for column, cell in zip(columns, line.cells, strict=True):
                column.append(attrs.evolve(line, text=cell, cells=(), gap=line.gap and column is columns[0]))
        else:
            columns[line.indent > RIGHT].append(line)
    return [*columns[0], *columns[1]]


def _are_facts(cells: tuple[str, ...], words: Vocabulary) -> bool:
    """Whether each column is a label with its words: ``Sekreterare: Bo Ek     Justeras: Ida Al``."""
    parts = [cell.partition(":") for cell in cells]
    return all(rest and words.label_of(label) is not None for label, _, rest in parts)


def _are_fields(cells: tuple[str, ...], words: Vocabulary) -> bool:
    """Whether the columns of a form are fields, of which one at least is known: ``Plats: Ale     Ref: 7``."""
    labels = [cell.partition(":")[0] if ": " in cell[:_LONGEST_FIELD] else None for cell in cells]
    known = [label is not None and words.label_of(label) is not None for label in labels]
    kinds = [words.kind_of(cell) is not None for cell in cells]
    return any(known) and all(label is not None or kind for label, kind in zip(labels, kinds, strict=True))


def _are_names(cells: tuple[str, ...], words: Vocabulary) -> bool:
    """Whether the columns of a letterhead are lines of their own: the body, and what the document is."""
    if len(cells) != 2 or words.label_of(cells[0]) is not None or any(":" in cell for cell in cells):
        return False
    label = words.label_of(cells[1])
    return words.kind_of(cells[1]) is not None or (label is not None and label.topic is Topic.DATE)


def mark_rows(pieces: list[Piece], words: Vocabulary) -> None:
    """Lines in columns below a header that says what is done by whom, or who somebody is, are the rows of a
    table."""
    columns = 0
    of_people = False
    for piece in pieces:
        cells = piece.line.cells
        if len(cells) > 2 and "owner" in words.columns_of(cells):
            columns, of_people = len(cells), False
        elif len(cells) > 1 and _heads_people(cells, words):
            columns, of_people = len(cells), True
        elif len(cells) != columns and not (of_people and 1 < len(cells) < columns):
            columns = 0
        if columns:
            piece.label, piece.label_text, piece.rest, piece.loose = None, "", "", False
            piece.form, piece.marker, piece.written, piece.text = Form.ROW, "", "", piece.line.text


def _heads_people(cells: tuple[str, ...], words: Vocabulary) -> bool:
    """Whether columns are headed as those of a table of people are: ``Befattning    Namn    Närvarande``."""
    fields = [words.column_of(cell) for cell in cells if not cell[:1].isdigit()]  # a day heads a column, too
    return None not in fields and len(fields) > 1 and bool(columns_named(cells, words))
