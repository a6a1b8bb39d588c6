"""Small tables in HTML and in Markdown, as notebooks take them.

Only ``table``, ``tr``, ``td``, ``b`` and ``div`` are written, the last with ``align``: what sanitisers leave
alone, with no colours that a dark theme would fight. Everything is escaped.
"""

import html
from collections.abc import Iterable, Sequence
from itertools import islice

import attrs

from motesprotokoll.messages import translate

MANY = 10
"""How many rows are shown before the rest is only counted."""
LONG = 120
"""How many letters of a text are shown where a cell may hold pages."""

_SIGNS = str.maketrans(
    {sign: f"\\{sign}" for sign in "\\`*_{}[]()#+-.!|~$"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
)
_LINES = {ord(sign): " " for sign in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
"""What would end the line that a row of Markdown is."""


@attrs.frozen
class Line:
    """One row of a table; the cells of a head are bold."""

    cells: tuple[str, ...]
    head: bool = False


@attrs.frozen
class Shown:
    """A table under its title. ``names`` are those of its columns, where they have any."""

    title: str
    lines: tuple[Line, ...]
    names: tuple[str, ...] = ()

    def html(self) -> str:
        """The table in HTML."""
        head = (Line(self.names, head=True),) if self.names else ()
        rows = "".join(map(_html_line, (*head, *self.lines)))
        title = f"<div><b>{html.escape(self.title)}</b></div>"
        return f'<div class="motesprotokoll">{title}<table>{rows}</table></div>'

    def markdown(self) -> str:
        """The table in Markdown, for notebooks that are exported without HTML."""
        width = max((len(line.cells) for line in self.lines), default=1)
        head = [f" {plain(name)} " for name in self.names] or [" "] * width
        lines = [f"**{plain(self.title)}**", "", f"|{'|'.join(head)}|"]
        lines.append(f"|{'|'.join([' --- '] * len(head))}|")
        return "\n".join([*lines, *map(_markdown_line, self.lines)]) + "\n"


def _html_line(line: Line) -> str:
    cells = (
        f"<b>{html.escape(cell)}</b>" if line.head and cell else html.escape(cell) for cell in line.cells
    )
    return f"<tr>{''.join(f'<td>{left(cell)}</td>' for cell in cells)}</tr>"


def _markdown_line(line: Line) -> str:
    cells = (f"**{plain(cell)}**" if line.head and cell else plain(cell) for cell in line.cells)
    return f"| {' | '.join(cells)} |"


def left(markup: str) -> str:
    """Words at the left of their cell: notebooks set the words of every cell flush right, as if figures."""
    return f'<div align="left">{markup}</div>'


def plain(text: str) -> str:
    """*text* for one line of Markdown, with no sign that means anything there."""
    return text.translate(_LINES).translate(_SIGNS)


def first(lines: Sequence[Line], place: int = 0, count: int | None = None) -> tuple[Line, ...]:
    """Ten lines, and how many more there are, which is told in the column *place*.

    *count* tells how many there are in all, where *lines* are not all of them.
    """
    rest = (len(lines) if count is None else count) - MANY
    if rest <= 0:
        return tuple(lines)
    more = [""] * len(lines[0].cells)
    more[place] = translate("… och {count} till").format(count=rest)
    return (*lines[:MANY], Line(tuple(more)))


def table(title: str, names: Iterable[str], rows: Iterable[Sequence[str]], count: int) -> Shown:
    """The first of *rows*, of *count* in all, under the *names* of their columns; long texts are cut."""
    lines = [Line(tuple(map(_cut, row))) for row in islice(rows, MANY)]
    return Shown(f"{title} ({count})" if title else f"({count})", first(lines, 0, count), tuple(names))


def _cut(text: str) -> str:
    return text if len(text) <= LONG else f"{text[: LONG - 1].rstrip()}…"
