"""A line of a page with all that is known of it, before it is furniture or a line of the document."""

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from motesprotokoll.readers.pdf.document import Page, Word
from motesprotokoll.readers.pdf.rows import Cell, Row, Segment, is_table_row, rows_of

_BULLETS = frozenset("•●○◦▪■□▫‣►➢➤")


@attrs.define(eq=False)
class Strip:
    """One line, or one row of a table with what its cells hold."""

    cells: list[list[Word]]
    page: int
    left: int
    right: int
    top: int
    base: int
    size: int
    column: tuple[int, int] | None = None
    """Where its column begins and ends, if it stands beside others."""

    @property
    def words(self) -> list[Word]:
        """All words, cell by cell."""
        return [word for cell in self.cells for word in cell]

    @property
    def text(self) -> str:
        """All words as they stand, without repair."""
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all words are bold, but for a sign at the beginning."""
        words = [word for word in self.words if word.text not in _BULLETS]
        return bool(words) and all(word.bold for word in words)


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


# ------------------------------------------------------------------------------------------ columns

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
    for above, word in zip(cell, cell[1:], strict=False):
        room = word.left - above.right if abs(word.base - above.base) < size else 0
        if room > _LEAST_ROOM * size and word.piece != above.piece:
            if any(abs(word.left - start) < _EXACT * size for start in starts):
                parts.append([word])
                continue
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


# -------------------------------------------------------------------------------------- what is usual


@attrs.frozen
class Usual:
    """What is usual in a document."""

    size: int
    """Of the letters of running text."""
    bold: bool
    """Whether running text is bold."""
    leading: float
    """From one base line to the next, in sizes of letters."""
    left: int
    """Where lines begin."""
    right: int
    """Where full lines end."""


def usual_of(strips: Sequence[Strip]) -> Usual:
    """What is usual in the lines of a document."""
    sizes: Counter[tuple[int, bool]] = Counter()
    lefts: Counter[int] = Counter()
    for strip in strips:
        for word in strip.words:
            sizes[word.size, word.bold] += len(word.text)
        lefts[strip.left // 10] += 1
    (size, bold), _ = sizes.most_common(1)[0]
    common = [left for left, count in lefts.items() if count * 10 >= len(strips)]
    rights = sorted(strip.right for strip in strips if len(strip.cells) == 1)
    right = rights[len(rights) * 19 // 20] if rights else max(strip.right for strip in strips)
    left = min(common) * 10 if common else min(strip.left for strip in strips)
    return Usual(size, bold, _leading(strips), left, right)


def _leading(strips: Iterable[Strip]) -> float:
    """The closest of the spaces between lines that are common."""
    counts: Counter[int] = Counter()
    above: Strip | None = None
    for strip in strips:
        if above is not None and above.page == strip.page and strip.base > above.base:
            if abs(above.size - strip.size) < 5 and len(strip.cells) == len(above.cells) == 1:
                counts[round(20 * (strip.base - above.base) / max(strip.size, 1))] += 1
        above = strip
    total = sum(counts.values())
    common = [twentieths for twentieths, count in counts.items() if count * 6 >= total and twentieths > 15]
    return min(common) / 20 if common else 1.2
