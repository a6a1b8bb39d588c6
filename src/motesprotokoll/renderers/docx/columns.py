"""How wide the columns of a table are, so that no word is broken where that can be avoided.

Word can find widths by itself; other programs go by those that the file names.
"""

from collections.abc import Iterable, Sequence

import attrs

from motesprotokoll.model.text import plain
from motesprotokoll.outline import SIDE_BY_SIDE, Grid, Node, Text, simple_cell
from motesprotokoll.renderers.docx.looks import SIZE

USUAL_MARGIN, NARROW_MARGIN = 108, 32
"""What a cell leaves free at either side of its words, in twentieths of a point; in crowded tables."""
_EM = SIZE * 10 * 104 // 100
"""As wide as the letters are high, in twentieths of a point, with some room for heads, which are bold."""
_OTHER, _CAPITAL, _WIDEST = 54, 66, 92
"""How wide letters are, in percent of that. Source: Calibri and its twin Carlito, rounded up."""
_LETTERS = {
    **dict.fromkeys("ijlI.,:;'|! \N{NO-BREAK SPACE}", 28),
    **dict.fromkeys('ftr-()[]/"', 36),
    **dict.fromkeys("acegksvxyzåä0123456789", 51),
    **dict.fromkeys("mwMW@%", _WIDEST),
}
_WIDTHS = bytes(_LETTERS.get(sign, _CAPITAL if sign.isupper() else _OTHER) for sign in map(chr, range(256)))
"""The same for each sign of Latin-1, of which Swedish is written; other signs are as wide as most."""
_LONGEST_WORD = 20 * _OTHER
"""A word that is longer than this may be broken where others need the room."""
_LINE = 40 * _OTHER
"""How much text a column takes in one line before it may as well break it."""
_TEXT = 4 * _LINE
"""How much text counts when what is left is shared."""
_SIGNS = _TEXT // _OTHER


@attrs.frozen
class Columns:
    """The columns of a table, in twentieths of a point."""

    widths: tuple[int, ...]
    margin: int = USUAL_MARGIN


def columns_of(grid: Grid, width: int) -> Columns:
    """The columns of a table that is as wide as *width*.

    Each has room for its longest word; where that is too much, cells leave less free, and then the widest
    columns give way. What is left goes to texts that nearly stand in one line, and to those that must not be
    broken before all others. Columns of small tables that are alike are equal, so that the tables stay alike.
    """
    if grid.role in SIDE_BY_SIDE:
        count = max(map(len, grid.rows))
        return Columns((max(width // count, 1),) * count)
    columns = [_Wanted.of(cells) for cells in zip(*grid.rows, strict=True)]
    for margin in (USUAL_MARGIN, NARROW_MARGIN):
        least = [_room(min(one.word, _LONGEST_WORD), margin) for one in columns]
        if sum(least) <= width:
            return Columns(tuple(_shared(least, columns, width, margin)), margin)
    return Columns(tuple(max(one, 1) for one in _levelled(least, width)), NARROW_MARGIN)


@attrs.frozen
class _Wanted:
    """How much room the texts of a column would like to have."""

    word: int
    """For its longest word."""
    line: int
    """For its longest text in one line."""
    whole: bool
    """Whether that must not be broken, where there is room."""

    @classmethod
    def of(cls, cells: Sequence[tuple[Node, ...]]) -> "_Wanted":
        texts = [_words_of(cell) for cell in cells]
        words = _widest((word for text in texts for word in text.split(" ")), _LINE)
        line = max(_widest(texts, _TEXT), 0 if all(map(simple_cell, cells)) else _LINE)
        return cls(words, line, any(map(_is_whole, cells)))


def _shared(least: Sequence[int], columns: Sequence[_Wanted], width: int, margin: int) -> Iterable[int]:
    """What each column gets: for words, then for what must not be broken, then for lines; then the rest."""
    widths = list(least)
    for wanted in (
        [min(one.word, _LINE) for one in columns],
        [min(one.line, _LINE) if one.whole else 0 for one in columns],
        [min(one.line, _LINE) for one in columns],
    ):
        more = [max(_room(want, margin) - has, 0) for want, has in zip(wanted, widths, strict=True)]
        given = _levelled(more, width - sum(widths))
        widths = [has + add for has, add in zip(widths, given, strict=True)]
    texts = [max(min(one.line, _TEXT), 1) for one in columns]
    left = width - sum(widths)
    return (has + left * text // sum(texts) for has, text in zip(widths, texts, strict=True))


def _levelled(wanted: Sequence[int], there_is: int) -> list[int]:
    """What each gets of what there is: all that it wants, or as much as any other that lacks something."""
    given = [0] * len(wanted)
    left = there_is
    for rank, place in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        given[place] = min(wanted[place], left // (len(wanted) - rank))
        left -= given[place]
    return given


def _room(percent: int, margin: int) -> int:
    return 2 * margin + percent * _EM // 100


def _words_of(cell: tuple[Node, ...]) -> str:
    return plain(cell[0].content) if cell and isinstance(cell[0], Text) else ""


def _is_whole(cell: tuple[Node, ...]) -> bool:
    return bool(cell) and isinstance(cell[0], Text) and cell[0].role == "whole"


def _widest(texts: Iterable[str], enough: int) -> int:
    """How wide the widest of *texts* is; what is *enough* need not be measured further."""
    widest = 0
    for text in texts:
        if len(text) * _WIDEST > widest and widest < enough:  # else it cannot be wider
            widest = max(widest, _width(text))
    return widest


def _width(text: str) -> int:
    """How wide *text* is, as far as it matters."""
    return sum(text[:_SIGNS].encode("latin-1", "replace").translate(_WIDTHS))
