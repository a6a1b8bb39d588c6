"""The lines of one page: running text line by line, tables row by row, columns one after the other."""

from motesprotokoll.readers.pdf.columns import aligned
from motesprotokoll.readers.pdf.document import Page
from motesprotokoll.readers.pdf.rows import Cell, Row, Segment, is_table_row, rows_of
from motesprotokoll.readers.pdf.strips import Strip


def strips_of(page: Page) -> list[Strip]:
    """The lines of *page*, in reading order."""
    rows = rows_of(page)
    edge = max((cell.right for row in rows for cell in row.cells), default=0)
    strips: list[Strip] = []
    for row in rows:
        if len(row.cells) == 1:
            strips += _lines(row.cells[0], page.number)
        elif is_table_row(row, edge):
            strips.append(_table_row(row, page.number))
        else:
            for cell in row.cells:
                strips += _lines(cell, page.number, (cell.left, cell.right))
    return aligned(strips)


def _lines(cell: Cell, page: int, column: tuple[int, int] | None = None) -> list[Strip]:
    return [_line(segment, page, column) for segment in cell.segments]


def _line(segment: Segment, page: int, column: tuple[int, int] | None) -> Strip:
    base, size = segment.base, segment.size
    return Strip([segment.words], page, segment.left, segment.right, base, base, size, column)


def _table_row(row: Row, page: int) -> Strip:
    return Strip(
        [[word for segment in cell.segments for word in segment.words] for cell in row.cells],
        page,
        row.cells[0].left,
        row.cells[-1].right,
        row.top,
        row.base,
        max(segment.size for cell in row.cells for segment in cell.segments),
    )
