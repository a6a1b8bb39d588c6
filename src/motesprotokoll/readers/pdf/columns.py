"""Rows of a table cut into the table's columns."""

from itertools import pairwise

from motesprotokoll.readers.pdf.document import Word
from motesprotokoll.readers.pdf.strips import Strip

_EXACT = 0.15
"""How far, in sizes of letters, a word may begin from where its column begins."""
_LEAST_ROOM = 0.4
_ROW_BELOW = 4
"""How far below, in sizes of letters, the next row of the same table may begin."""


def aligned(strips: list[Strip]) -> list[Strip]:
    """*strips* with the rows of each table cut into its columns: those of its rows with the most cells.

    Where cells stand close to each other, only the rows above and below tell that they are cells. An empty
    cell shows where a column of three or more holds nothing.
    """
    place = 0
    while place < len(strips):
        end = place + 1
        if len(strips[place].cells) > 1:
            while end < len(strips) and len(strips[end].cells) > 1 and _follows(strips[end - 1], strips[end]):
                end += 1
            end = _align(strips, place, end)
        place = end
    return strips


def _follows(above: Strip, strip: Strip) -> bool:
    room = strip.top - above.base
    return above.column is None and strip.column is None and 0 < room < _ROW_BELOW * strip.size


def _align(strips: list[Strip], place: int, end: int) -> int:
    """Cut the rows from *place* to *end* and those next to them; where the table ends."""
    most = max(len(row.cells) for row in strips[place:end])
    whole = [row for row in strips[place:end] if len(row.cells) == most]
    columns = [[row.cells[at] for row in whole] for at in range(most)]
    starts = {min(word.left for word in cell) for column in columns[1:] for cell in column}
    for row in strips[place:end]:
        if len(row.cells) < most:
            row.cells = [part for cell in row.cells for part in _cut(cell, starts, row.size)]
    for step, at in ((-1, place - 1), (1, end)):
        while 0 <= at < len(strips) and _follows(*_in_order(strips[at], strips[at - step], step)):
            row = strips[at]
            parts = _cut(row.cells[0], starts, row.size)
            if len(parts) < 2:
                break
            row.cells = parts
            place, end = min(place, at), max(end, at + 1)
            at += step
    if most > 2:
        spans = [_span(column) for column in columns]
        for row in strips[place:end]:
            if 1 < len(row.cells) < most:
                row.cells = _with_empty(row.cells, spans)
    return end


def _in_order(one: Strip, other: Strip, step: int) -> tuple[Strip, Strip]:
    return (one, other) if step < 0 else (other, one)


def _span(column: list[list[Word]]) -> tuple[int, int]:
    words = [word for cell in column for word in cell]
    return min(word.left for word in words), max(word.right for word in words)


def _cut(cell: list[Word], starts: set[int], size: int) -> list[list[Word]]:
    """*cell* cut where a word begins just where a column does, with room before it."""
    parts = [cell[:1]]
    for above, word in pairwise(cell):
        room = word.left - above.right if abs(word.base - above.base) < size else 0
        apart = room > _LEAST_ROOM * size and word.piece != above.piece
        if apart and any(abs(word.left - start) < _EXACT * size for start in starts):
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def _with_empty(cells: list[list[Word]], spans: list[tuple[int, int]]) -> list[list[Word]]:
    """*cells* in the columns where most of each stands, if no column has two of them."""
    columns: list[list[Word]] = [[] for _ in spans]
    for cell in cells:
        left, right = _span([cell])
        shared = [min(right, end) - max(left, start) for start, end in spans]
        place = shared.index(max(shared))
        if columns[place]:
            return cells
        columns[place] = cell
    return columns
