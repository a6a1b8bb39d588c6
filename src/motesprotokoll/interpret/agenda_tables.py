"""A table that is the minutes themselves: an item a row, beside it what was said and who is responsible."""

import re
from collections.abc import Sequence

import attrs

from motesprotokoll.extraction import Line
from motesprotokoll.interpret.cells import between_pipes, is_separator, rows_at
from motesprotokoll.vocabulary import Vocabulary, label_key

_NUMBER = re.compile(r"(§ ?[0-9]{1,4}|[0-9]{1,3}(?:\.[0-9]{1,3})?)[.):]?(?: (.*))?")
_LONGEST_TITLE = 60
"""The longest title of an item in a table: more words are what was said."""


def rows_as_items(lines: tuple[Line, ...], words: Vocabulary) -> tuple[Line, ...]:
    """*lines* with each row of such a table as lines of its own: number and title, the words, the owner."""
    if not any(line.text[:1] == "|" for line in lines):
        return lines
    apart: list[Line] = []
    place = 0
    while place < len(lines):
        rows = rows_at(lines, place)
        apart += (_items(rows, words) or rows) if rows else lines[place : place + 1]
        place += max(len(rows), 1)
    return tuple(apart)


def _items(rows: Sequence[Line], words: Vocabulary) -> list[Line]:
    """The lines of a table whose rows are items; nothing if it is another table."""
    told = [row for row in rows if not is_separator(row)]
    if len(told) < 3:
        return []
    header = between_pipes(told[0].text)
    columns = ["item" if label_key(cell) in words.item_columns else None for cell in header[:1]]
    columns += words.columns_of(header[1:])
    if columns[0] != "item" or "what" in columns or columns.count(None) < 1:
        return []
    rest = [between_pipes(row.text) for row in told[1:]]
    repeated = {
        at for at, column in enumerate(columns) if column and any(any(row[at : at + 1]) for row in rest)
    }
    repeated.discard(0)
    alone = " ".join(head for at, head in enumerate(header) if at not in repeated)
    found: list[Line] = [attrs.evolve(told[0], text=alone)]
    for row, cells in zip(told[1:], rest, strict=True):
        lines = _item(row, cells, header, columns)
        if not lines:
            return []
        found += lines
    return found


def _item(row: Line, cells: list[str], header: list[str], columns: list[str | None]) -> list[Line]:
    """One row: its number and title, then each cell; those of owners and days behind their headings."""
    number = _NUMBER.fullmatch(cells[0])
    if number is None or len(cells) != len(columns):
        return []
    title, start = (number[2], 1) if number[2] else (cells[1], 2)
    said: Sequence[str] = ()
    if not number[2] and len(row.parts) == len(cells) and (start == len(cells) or columns[2]):
        title, *said = row.parts[1] or ("",)  # the title and the words in one cell, paragraph by paragraph
    if not title or len(title) > _LONGEST_TITLE or start >= len(cells):
        return []
    texts = [f"{number[1]}. {title}" if number[1][0] != "§" else f"{number[1]} {title}", *said]
    for cell, head, column in list(zip(cells, header, columns, strict=True))[start:]:
        if any(map(str.isalnum, cell)):
            texts.append(f"{head}: {cell}" if column else cell)
    return [attrs.evolve(row, text=text, gap=True, level=None, cells=()) for text in texts]
