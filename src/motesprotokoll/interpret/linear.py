"""A table of things to do whose cells stand one on a line: first the headings, then row by row."""

from collections.abc import Sequence

from motesprotokoll.interpret.actions import tabled_action
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.naming import is_full_name
from motesprotokoll.interpret.paragraphs import Shape, Unit
from motesprotokoll.model import Block, Cell, Table

_WIDTHS = (4, 3, 2)
_OWNER, _WHAT, _DUE = "owner", "what", "due"


def rows_of_lines(units: Sequence[Unit], desk: Desk) -> list[Block] | None:
    """The table that *units* are, each of them a cell; ``None`` if they are none."""
    texts = [unit.text for unit in units]
    plain = all(unit.shape in (Shape.PARAGRAPH, Shape.LABEL, Shape.HEADING) and unit.text for unit in units)
    width = next((width for width in _WIDTHS if plain and _is_table(texts, width, desk)), 0)
    if not width:
        return None
    header, *rows = _in_rows(texts, width)
    columns = _columns(header, rows, desk)
    told = [_row(row, columns, desk, units[0].line) for row in rows]
    return [Table([[Cell(text) for text in header], *told], header_rows=1)]


def _in_rows(texts: Sequence[str], width: int) -> list[Sequence[str]]:
    return [texts[at : at + width] for at in range(0, len(texts), width)]


def _is_table(texts: Sequence[str], width: int, desk: Desk) -> bool:
    if len(texts) < 2 * width or len(texts) % width:
        return False
    header, *rows = _in_rows(texts, width)
    columns = _columns(header, rows, desk)
    return None not in columns and _WHAT in columns and _OWNER in columns


def _columns(header: Sequence[str], rows: Sequence[Sequence[str]], desk: Desk) -> list[str | None]:
    """What the columns hold; one whose heading is misspelt holds the owners if all its cells are names."""
    columns = desk.words.columns_of(header)
    for at, column in enumerate(columns):
        if column is None and _OWNER not in columns and all(_is_somebody(row[at], desk) for row in rows):
            columns[at] = _OWNER
    return columns


def _is_somebody(text: str, desk: Desk) -> bool:
    return desk.person(text) is not None or is_full_name(text, desk)


def _row(row: Sequence[str], columns: Sequence[str | None], desk: Desk, line: int) -> list[Cell]:
    named = {column: text for column, text in zip(columns, row, strict=True) if column}
    action = tabled_action(named[_WHAT], named[_OWNER], named.get(_DUE, ""), desk, line)
    return [
        Cell([action]) if column == _WHAT else Cell(text) for column, text in zip(columns, row, strict=True)
    ]
