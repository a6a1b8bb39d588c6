"""Rows of tables: between pipes, or set in columns."""

from collections.abc import Sequence

from motesprotokoll.extraction import Line
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.pieces import Piece
from motesprotokoll.model import DateSpan, PartialDate
from motesprotokoll.swedish import find_dates
from motesprotokoll.vocabulary import Vocabulary

ELSEWHEN = "elsewhen"
"""The field of a column for another day: its marks say nothing of this meeting."""
_BESIDE = frozenset({"organisation", "role", "unit"})
"""What a table says of people beside their names."""
_LONGEST_DAY = 20
"""The longest date that heads a column."""


def cells_of(piece: Piece) -> list[str]:
    """The cells of a row between pipes, or of a line that is set in columns."""
    if piece.line.cells and "|" not in piece.line.text:
        return list(piece.line.cells)
    return between_pipes(piece.line.text)


def between_pipes(text: str) -> list[str]:
    """The cells of a row that is written as ``| Ida Ek | Ale |``."""
    return [cell.strip(" *") for cell in text.removeprefix("|").removesuffix("|").split("|")]


def rows_at(lines: Sequence[Line], place: int) -> Sequence[Line]:
    """The rows between bars from *place* on, up to the header of another table."""
    end = place
    while end < len(lines) and lines[end].text[:1] == "|":
        below = lines[end + 1 : end + 2]
        if end > place and lines[end].gap and below and below[0].text[:1] == "|" and is_separator(below[0]):
            break
        end += 1
    return lines[place:end]


def is_separator(line: Line) -> bool:
    """Whether a row holds no words: the line below a table's header, or an empty row."""
    return not any(map(str.isalnum, line.text))


def columns_named(cells: Sequence[str], words: Vocabulary) -> list[str | None]:
    """The fields of a person that *cells* name, one for each; empty if none of them is the name.

    *Ledamot* and the like head the names only where no other column does.
    """
    fields = [words.column_of(cell) for cell in cells]
    if "name" not in fields and "member" in fields:
        fields[fields.index("member")] = "name"
    if "name" not in fields and fields[:1] == ["attendance"] and not _BESIDE.isdisjoint(fields):
        fields[0] = "name"  # "Närvarande | Företag | Funktion"
    fields = ["role" if field == "member" else field for field in fields]
    return fields if "name" in fields else []


def header_of(cells: list[str], desk: Desk) -> list[str | None]:
    """The fields that the cells of a header row name; empty if it is none.

    A column with the day of the meeting, or the only one with a day, is the one for attendance.
    """
    fields = columns_named(cells, desk.words)
    if not fields or "attendance" in fields:
        return fields
    days = {place: day for place, cell in enumerate(cells) if (day := _day_of(cell, desk)) is not None}
    known = desk.meeting_date
    for place, day in days.items():
        if known is None or isinstance(day, PartialDate):
            same = len(days) == 1
        else:
            same = day.start <= known <= (day.end or day.start)
        fields[place] = "attendance" if same else ELSEWHEN
    return fields


def _day_of(cell: str, desk: Desk) -> DateSpan | PartialDate | None:
    """The day that a header cell is, such as ``18 jan``."""
    if len(cell) > _LONGEST_DAY or not any(map(str.isdigit, cell)):
        return None
    found = find_dates(cell, meeting_date=desk.meeting_date)
    return found[0].value if len(found) == 1 else None
