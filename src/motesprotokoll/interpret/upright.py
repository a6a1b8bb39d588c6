"""Tables of people whose cells stand one below the other, as text taken out of a PDF has them."""

from collections.abc import Sequence

import attrs

from motesprotokoll.extraction import Line
from motesprotokoll.interpret.edges import first_word
from motesprotokoll.swedish.name_shapes import is_full_name, is_vacant
from motesprotokoll.vocabulary import Vocabulary

_MOST_COLUMNS = 4
_LONGEST_HEADING = 24
"""A longer line heads no column."""


def rows_set_right(lines: tuple[Line, ...], words: Vocabulary) -> tuple[Line, ...]:
    """*lines* with ``Befattning`` / ``Namn`` / ``Närvarande`` / ``Ordförande`` / ``Ida Ek`` / ``Ja`` in rows.

    Only where each row has a name in the place of the name, and an answer in that of attendance.
    """
    headings = [_heading(line, words) for line in lines]
    if "name" not in headings:
        return lines
    kept: list[Line] = []
    place = 0
    while place < len(lines):
        fields = _columns_at(headings, place)
        size = len(fields)
        end = _end_of_rows(lines, place + size, fields, words) if fields else place
        if end > place + size:
            kept += (_row(lines[start : start + size]) for start in range(place, end, size))
            place = end
        else:
            kept.append(lines[place])
            place += 1
    return tuple(kept)


def _heading(line: Line, words: Vocabulary) -> str | None:
    """The field of a person that a line heads as a column."""
    text = line.text
    if len(text) > _LONGEST_HEADING or line.cells or line.level or text.endswith(":"):
        return None
    return words.column_of(text)


def _columns_at(headings: Sequence[str | None], place: int) -> list[str]:
    """The fields that the lines from *place* on head, if these are the columns of a table of people."""
    fields: list[str] = []
    for field in headings[place : place + _MOST_COLUMNS]:
        if field is None:
            break
        fields.append(field)
    return fields if len(fields) > 1 and "name" in fields and fields[0] != "attendance" else []


def _end_of_rows(lines: Sequence[Line], end: int, fields: Sequence[str], words: Vocabulary) -> int:
    size = len(fields)
    while end + size <= len(lines) and _fits(lines[end : end + size], fields, words):
        end += size
    return end


def _fits(lines: Sequence[Line], fields: Sequence[str], words: Vocabulary) -> bool:
    return all(_may_stand(line, field, words) for line, field in zip(lines, fields, strict=True))


def _may_stand(line: Line, field: str, words: Vocabulary) -> bool:
    """Whether *line* may be what the column for *field* holds."""
    text, folded = line.text, line.text.casefold()
    fits = True
    if field == "name":
        fits = is_full_name(text, words.names) or is_vacant(text, words.names)
    elif field == "attendance":
        fits = first_word(folded).rstrip(",") in words.attended or words.says_absent(folded)
    return fits and not line.cells and line.level is None


def _row(lines: Sequence[Line]) -> Line:
    texts = [line.text for line in lines]
    return attrs.evolve(lines[0], text=" ".join(texts), cells=tuple(texts))
