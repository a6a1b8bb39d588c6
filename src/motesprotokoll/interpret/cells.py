"""Rows of tables: between pipes, or set in columns."""

from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.pieces import Piece


def cells_of(piece: Piece) -> list[str]:
    """The cells of a row between pipes, or of a line that is set in columns."""
    if piece.line.cells and "|" not in piece.line.text:
        return list(piece.line.cells)
    text = piece.line.text.strip()
    return [cell.strip(" *") for cell in text.removeprefix("|").removesuffix("|").split("|")]


def is_separator(piece: Piece) -> bool:
    """Whether a row only draws the line below a table's header."""
    return not any(map(str.isalnum, piece.line.text))


def header_of(cells: list[str], desk: Desk) -> list[str | None]:
    """The fields that the cells of a header row name; empty if it is none."""
    table = dict(desk.words.columns)
    fields = [table.get(cell.casefold().strip(" :*")) for cell in cells]
    return fields if "name" in fields else []
