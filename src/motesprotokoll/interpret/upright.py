"""Tables of people whose cells stand one below the other, as text taken out of a PDF has them."""

from collections.abc import Sequence

import attrs

from motesprotokoll.extraction import Line
from motesprotokoll.swedish.name_shapes import is_full_name, is_vacant
from motesprotokoll.vocabulary import Vocabulary

_MOST_COLUMNS = 4
_LONGEST_HEADING = 24
"""A longer line heads no column."""


def rows_set_right(lines: tuple[Line, ...], words: Vocabulary) -> tuple[Line, ...]:
    """*lines* with ``Befattning`` / ``Namn`` / ``Närvarande`` / ``Ordförande`` / ``Ida Ek`` / ``Ja`` in rows.

    Only where each row has a name in the place of the name, and an answer in that of attendance.
    """
    kept: list[Line] = []
    place = 0
    while place < len(lines):
        size = _columns_at(lines, place, words)
        end = _end_of_rows(lines, place, size, words) if size else place
        if end > place + size:
            kept += (_row(lines[start : start + size]) for start in range(place, end, size))
            place = end
        else:
            kept.append(lines[place])
            place += 1
    return tuple(kept)


def _columns_at(lines: Sequence[Line], place: int, words: Vocabulary) -> int:
    """How many lines from *place* on head the columns of a table of people; 0 if they do not."""
    fields = []
    for line in lines[place : place + _MOST_COLUMNS]:
        is_long = len(line.text) > _LONGEST_HEADING
        field = None if is_long or line.cells or line.level else words.column_of(line.text)
        if field is None or line.text.endswith(":"):
            break
        fields.append(field)
    return len(fields) if len(fields) > 1 and "name" in fields and fields[0] != "attendance" else 0


def _end_of_rows(lines: Sequence[Line], place: int, size: int, words: Vocabulary) -> int:
    fields = [words.column_of(line.text) for line in lines[place : place + size]]
    end = place + size
    while end + size <= len(lines) and _fits(lines[end : end + size], fields, words):
        end += size
    return end


def _fits(lines: Sequence[Line], fields: Sequence[str | None], words: Vocabulary) -> bool:
    for line, field in zip(lines, fields, strict=True):
        text = line.text
        if line.cells or line.level is not None:
            return False
        if field == "name" and not (is_full_name(text, words.names) or is_vacant(text, words.names)):
            return False
        folded = text.casefold()
        if field == "attendance" and not (
            folded.split(",")[0].split(" ")[0] in words.attended or folded.startswith(words.absent_remarks)
        ):
            return False
    return True


def _row(lines: Sequence[Line]) -> Line:
    texts = [line.text for line in lines]
    return attrs.evolve(lines[0], text=" ".join(texts), cells=tuple(texts))
