"""Words put together: to segments of a line, to cells, and to rows of cells that stand beside each other.

The order of a page's content is the best witness of the order in which it is read: every program that writes
tables writes a cell after the other, and columns of running text one after the other. So cells are built in
that order, and only then is it asked which of them stand beside each other.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

import attrs

from motesprotokoll.readers.pdf.document import Page, Word

_SAME_LINE = 0.45
"""How much of the size of letters the base line may move within a line: signs that are raised."""
_COLUMN = 1.3
"""Room, in sizes of letters, from which on words of a line stand in columns. Justified lines have up to 1."""
_APART = 0.8
"""The same where the words were also written one by one: the least room that Word leaves between cells."""
_BEHIND_MARKER = 6
_MARKER = re.compile(
    r"[•●○◦▪■□▫–−—*·‣►➢➤→✓✔⁃∙o-]|[\ue000-\uf8ff]|[0-9]{1,3}(?>(?:\.[0-9]{1,3}){0,3})[.)]?|[a-zA-ZåäöÅÄÖ][.)]|§|"
    r"[ivx]{1,4}[.)]"
)
"""What stands alone before an entry of a list or an item, with more room behind it than between words."""
_NEXT_LINE = 2.3
"""How far below, in sizes of letters, the next line of the same cell may stand."""
_FLOW = {2: 3}
_USUAL_FLOW = 6
"""From how many lines on columns beside each other are running text, by how many columns there are."""
_PADDING = 1.5


@attrs.define(eq=False)
class Segment:
    """Words of one line that no column parts."""

    words: list[Word]
    left: int
    right: int
    base: int
    size: int


@attrs.define(eq=False)
class Cell:
    """Segments that stand below each other."""

    segments: list[Segment]
    left: int
    right: int
    top: int
    base: int

    def takes(self, segment: Segment) -> bool:
        """Whether *segment* is the next line of this cell."""
        last = self.segments[-1]
        size = max(last.size, segment.size)
        down = segment.base - last.base
        if not 0.5 * size < down <= _NEXT_LINE * size:
            return False
        if segment.left >= self.right or segment.right <= self.left:
            return False
        centred = abs(segment.left + segment.right - self.left - self.right) < 2 * size
        return segment.left > self.left - size or centred

    def add(self, segment: Segment) -> None:
        """Put *segment* below the others."""
        self.segments.append(segment)
        self.left, self.right = min(self.left, segment.left), max(self.right, segment.right)
        self.base = segment.base

    def beside(self, segment: Segment) -> int:
        """The place of the line beside which *segment* stands; 0 where that is the first, or none is."""
        height = segment.base - _SAME_LINE * segment.size
        for place, line in enumerate(self.segments):
            if line.base > height:
                return place
        return 0


@attrs.define(eq=False)
class Row:
    """Cells that stand beside each other, from left to right. Running text is a row of one cell."""

    cells: list[Cell]

    @property
    def top(self) -> int:
        """The base of its highest line."""
        return min(cell.top for cell in self.cells)

    @property
    def base(self) -> int:
        """The base of its lowest line."""
        return max(cell.base for cell in self.cells)

    def takes(self, cell: Cell) -> bool:
        """Whether *cell* stands beside all that is here."""
        size = cell.segments[0].size
        if cell.top > self.base + 0.3 * size or cell.base < self.top - 0.3 * size:
            return False
        return all(cell.left >= other.right or cell.right <= other.left for other in self.cells)


def rows_of(page: Page) -> list[Row]:
    """The rows of *page*, in reading order."""
    rows: list[Row] = []
    for cell in _cells(_segments(page.words)):
        if rows and rows[-1].takes(cell):
            rows[-1].cells.append(cell)
        else:
            rows.append(Row([cell]))
    for row in rows:
        row.cells.sort(key=lambda cell: cell.left)
    return sorted(rows, key=lambda row: row.top) if _is_disordered(rows) else rows


def _segments(words: list[Word]) -> Iterator[Segment]:
    open_: Segment | None = None
    for word in words:
        if open_ is not None and _goes_on(open_, word):
            open_.words.append(word)
            open_.right = max(open_.right, word.right)
            open_.size = max(open_.size, word.size)
            continue
        if open_ is not None:
            yield open_
        open_ = Segment([word], word.left, word.right, word.base, word.size)
    if open_ is not None:
        yield open_


def _goes_on(segment: Segment, word: Word) -> bool:
    """Whether *word* stands in the same line as the words of *segment*, with no column between them."""
    size = max(segment.size, word.size)
    room = word.left - segment.words[-1].right
    if word.accents and abs(room) < size // 2:
        return True
    if abs(word.base - segment.base) > _SAME_LINE * size or segment.words[-1].hyphen:
        return False
    if room < -size:
        return False
    if len(segment.words) < 3 and all(_MARKER.fullmatch(one.text) for one in segment.words):
        return room < _BEHIND_MARKER * size
    return room < (_COLUMN if word.piece == segment.words[-1].piece else _APART) * size


def _cells(segments: Iterator[Segment]) -> Iterator[Cell]:
    open_: Cell | None = None
    for segment in segments:
        if open_ is not None and open_.takes(segment):
            open_.add(segment)
            continue
        if open_ is not None:
            # The text above a table flows into the first cell, as long as nothing stands beside that.
            place = open_.beside(segment)
            yield from (_cell(open_.segments[:place]), _cell(open_.segments[place:])) if place else (open_,)
        open_ = _cell([segment])
    if open_ is not None:
        yield open_


def _cell(segments: list[Segment]) -> Cell:
    lefts, rights = [one.left for one in segments], [one.right for one in segments]
    return Cell(segments, min(lefts), max(rights), segments[0].base, segments[-1].base)


def _is_disordered(rows: list[Row]) -> bool:
    """Whether the content jumps upwards so often, without changing columns, that its order says nothing."""
    jumps = 0
    for above, row in pairwise(rows):
        beside = all(
            one.left >= other.right or one.right <= other.left for one in row.cells for other in above.cells
        )
        jumps += row.top < above.top and not beside
    return jumps > 3 and jumps > len(rows) // 3


# ------------------------------------------------------------------------------------- what a row shows


def is_table_row(row: Row, edge: int) -> bool:
    """Whether each cell of *row* is one text that is broken only where the column ends.

    Else its cells are read one after the other: columns of running text, or a label beside a list.
    *edge* is where text ends on the page.
    """
    if all(len(cell.segments) == 1 for cell in row.cells):
        return True
    flow = _FLOW.get(len(row.cells), _USUAL_FLOW)
    if sum(len(cell.segments) >= flow for cell in row.cells) > 1:
        return False
    ends = [cell.left for cell in row.cells[1:]] + [max(edge, row.cells[-1].right)]
    breaks = [_written_breaks(cell, end) for cell, end in zip(row.cells, ends, strict=True)]
    return max(breaks) <= (1 if len(breaks) > 2 else 0)


def _written_breaks(cell: Cell, end: int) -> int:
    """How many line breaks of *cell* somebody wrote: those behind which the next word would have fitted."""
    written = 0
    for above, below in pairwise(cell.segments):
        first = below.words[0]
        fits = above.right + first.right - first.left + 0.3 * above.size < end - _PADDING * above.size
        written += fits and not first.text[:1].islower() and not above.words[-1].hyphen
    return written
