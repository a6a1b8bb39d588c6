"""Meetings in a notebook: as a table by ``display(meeting)``, or always after ``%load_ext`` of this module.

The model knows nothing of notebooks, so how it is shown stands here, and is hooked into IPython only when the
extension is loaded. Only ``table``, ``tr``, ``td``, ``b`` and ``div`` are written, the last with ``align``:
what sanitisers leave alone, with no colours that a dark theme would fight. Everything is escaped.
"""

import html
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import attrs

from motesprotokoll.calendars.pages import composed_year
from motesprotokoll.errors import WrongTypeError, quoted
from motesprotokoll.findings import Severity
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.marks import format_notes
from motesprotokoll.messages import translate
from motesprotokoll.model import Content, Meeting, Occasion, Schedule
from motesprotokoll.outline import Grid, Labelled, Node, Notes, Outline, Text, in_rows, printed
from motesprotokoll.summary import Row, decision_text, facts, finding_line, title_of, when

MANY = 10
"""How many items, decisions or dates are shown before the rest is only counted."""

Value = Meeting | Schedule | Reading


@attrs.frozen
class _Part:
    """A group of rows under a heading of its own; ``None`` for the facts on top."""

    heading: str | None
    rows: tuple[Row, ...]


@attrs.frozen(repr=False)
class Shown:
    """What `display` gives: the last expression of a cell shows it."""

    value: Value

    def _repr_html_(self) -> str:
        return html_of(self.value)

    def _repr_markdown_(self) -> str:
        return markdown_of(self.value)

    def __repr__(self) -> str:
        return repr(self.value)


def display(value: Value) -> Shown:
    """*value* as a notebook shows it: a short table.

    Raises:
        WrongTypeError: It is neither a meeting nor a reading nor a schedule.
    """
    if not isinstance(value, Meeting | Schedule | Reading):
        raise WrongTypeError(f"expected a Meeting, a Reading or a Schedule, got {quoted(value)}", "value")
    return Shown(value)


@attrs.frozen(repr=False)
class ShownYear:
    """What `year` gives: the last expression of a cell shows it."""

    page: Outline

    def _repr_html_(self) -> str:
        rows = "".join(_html_row(row) for row in in_rows(self.page.nodes))
        return f'<div class="motesprotokoll">{rows}</div>'

    def _repr_markdown_(self) -> str:
        return "\n\n".join(_markdown_node(node) for node in self.page.nodes) + "\n"

    def __repr__(self) -> str:
        return f"ShownYear({quoted(self.page.title)})"


def year(schedules: Schedule | Iterable[Schedule], year: int | None = None) -> ShownYear:
    """The year of one or many schedules at a glance: twelve months with signs, and the same in words.

    Arguments and errors are those of `motesprotokoll.calendars.year_page`.
    """
    return ShownYear(composed_year((schedules,) if isinstance(schedules, Schedule) else schedules, year))


def load_ipython_extension(shell: Any) -> None:
    """Called by ``%load_ext motesprotokoll.notebook``: from then on, values show themselves as tables."""
    for name, write in _FORMATTERS.items():
        formatter = shell.display_formatter.formatters[name]
        for kind in (Meeting, Schedule, Reading):
            formatter.for_type(kind, write)


def unload_ipython_extension(shell: Any) -> None:
    """Called by ``%unload_ext motesprotokoll.notebook``."""
    for name in _FORMATTERS:
        for kind in (Meeting, Schedule, Reading):
            shell.display_formatter.formatters[name].pop(kind, None)


# ------------------------------------------------------------------------------------------------ writing


def html_of(value: Value) -> str:
    """*value* as a small table in HTML."""
    title, parts = _parts(value)
    rows = "".join(_html_part(part) for part in parts if part.rows)
    return f'<div class="motesprotokoll"><div><b>{html.escape(title)}</b></div><table>{rows}</table></div>'


def _html_part(part: _Part) -> str:
    head = (
        f"<tr><td>{_left(f'<b>{html.escape(part.heading)}</b>')}</td><td></td></tr>" if part.heading else ""
    )
    return head + "".join(
        f"<tr><td>{_left(html.escape(row.label))}</td><td>{_left(html.escape(row.text))}</td></tr>"
        for row in part.rows
    )


def _left(markup: str) -> str:
    """Words at the left of their cell: notebooks set the words of every cell flush right, as if figures."""
    return f'<div align="left">{markup}</div>'


def markdown_of(value: Value) -> str:
    """*value* as a small table in Markdown, for notebooks that are exported without HTML."""
    title, parts = _parts(value)
    lines = [f"**{_plain(title)}**", "", "| | |", "| --- | --- |"]
    for part in parts:
        if part.rows and part.heading:
            lines.append(f"| **{_plain(part.heading)}** | |")
        lines += [f"| {_plain(row.label)} | {_plain(row.text)} |" for row in part.rows]
    return "\n".join(lines) + "\n"


_SIGNS = str.maketrans(
    {sign: f"\\{sign}" for sign in "\\`*_{}[]()#+-.!|~$"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
)


def _plain(text: str) -> str:
    return text.translate(_SIGNS)


_FORMATTERS: dict[str, Callable[[Value], str]] = {"text/html": html_of, "text/markdown": markdown_of}


# ------------------------------------------------------------------------------------------------ choosing


def _parts(value: Value) -> tuple[str, tuple[_Part, ...]]:
    if isinstance(value, Reading):
        title, parts = _parts(value.meeting)
        doubtful = [Row("", finding_line(one)) for one in value.findings if one.severity is not Severity.NOTE]
        return title, (*parts, _Part(translate("Att se över"), _first(doubtful)))
    if isinstance(value, Schedule):
        return _schedule(value)
    items = [Row(item.number or "", item.title or translate("(utan rubrik)")) for item in value.agenda]
    decisions = [Row("", decision_text(one)) for one in value.decisions]
    return title_of(value), (
        _Part(None, facts(value)),
        _Part(translate("Punkter"), _first(items)),
        _Part(translate("Fattade beslut"), _first(decisions)),
    )


def _schedule(value: Schedule) -> tuple[str, tuple[_Part, ...]]:
    rows = [Row(when(one) or "", _details((one.label, one.place, *_state(one)))) for one in value.occasions]
    return value.title or translate("Mötestider"), (_Part(None, _first(rows)),)


def _state(one: Occasion) -> Iterator[str]:
    """What nobody may miss: that a meeting may be moved, or is not held."""
    if one.tentative:
        yield translate("preliminärt")
    if one.cancelled:
        yield translate("inställt")


def _details(parts: Iterable[str | None]) -> str:
    return ", ".join(part for part in parts if part)


def _first(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Ten rows, and how many more there are."""
    rest = len(rows) - MANY
    more = (Row("", translate("… och {count} till").format(count=rest)),) if rest > 0 else ()
    return (*rows[:MANY], *more)


# ------------------------------------------------------------------------------------------------ a year

_BESIDE = 3
"""How many months stand side by side."""


def _html_row(row: tuple[Node, ...]) -> str:
    grids = [node for node in row if isinstance(node, Grid)]
    if not grids:
        return "".join(map(_html_node, row))
    return "".join(_side_by_side(grids[place : place + _BESIDE]) for place in range(0, len(grids), _BESIDE))


def _side_by_side(grids: Sequence[Grid]) -> str:
    """A table of its own for each three, since notebooks shade every other row of a table."""
    weeks = max(len(grid.rows) for grid in grids)
    cells = "".join(f"<td>{_html_grid(grid, weeks)}</td>" for grid in grids)
    return f"<table><tr>{cells}</tr></table>"


def _html_grid(grid: Grid, weeks: int) -> str:
    """A month, with empty rows to be as high as its neighbours: notebooks centre what is lower."""
    head = "".join(f"<td><b>{_html_cell(cell)}</b></td>" for row in grid.rows[:1] for cell in row)
    rows = ["".join(f"<td>{_html_cell(cell)}</td>" for cell in row) for row in grid.rows[1:]]
    rows += ["<td>&#160;</td>" * len(grid.rows[0])] * (weeks - len(grid.rows))
    body = "".join(f"<tr>{row}</tr>" for row in (head, *rows))
    title = f"<b>{html.escape(grid.title or '')}</b>"
    return f"{_left(title)}<table>{body}</table>"


def _html_cell(cell: tuple[Node, ...]) -> str:
    return "".join(_html_words(node.content) for node in cell if isinstance(node, Text))


def _html_node(node: Node) -> str:
    if isinstance(node, Labelled):
        lines = [f"<b>{html.escape(node.label)}</b>{html.escape(_noted(node.notes))}"]
        lines += [_html_words(one.content) + html.escape(_noted(one.notes)) for one in node.lines]
        return f"<div>{''.join(f'<div>{line}</div>' for line in lines)}</div>"
    return f"<div><b>{html.escape(''.join(printed((node,))))}</b></div>"


def _html_words(content: Content) -> str:
    return "".join(
        html.escape(piece) if isinstance(piece, str) else f"<b>{html.escape(piece.text)}</b>"
        for piece in content
    )


def _markdown_node(node: Node) -> str:
    if isinstance(node, Grid):
        head, *rows = ([_markdown_cell(cell) for cell in row] for row in node.rows)
        lines = [head, ["---"] * len(head), *rows]
        return "\n".join(
            [f"**{_plain(node.title or '')}**", "", *(f"| {' | '.join(line)} |" for line in lines)]
        )
    if isinstance(node, Labelled):
        told = (f"- {_markdown_words(one.content)}{_plain(_noted(one.notes))}" for one in node.lines)
        return "\n".join([f"**{_plain(node.label)}**{_plain(_noted(node.notes))}", "", *told])
    return f"**{_plain(''.join(printed((node,))))}**"


def _markdown_cell(cell: tuple[Node, ...]) -> str:
    return "".join(_markdown_words(node.content) for node in cell if isinstance(node, Text))


def _markdown_words(content: Content) -> str:
    return "".join(
        _plain(piece) if isinstance(piece, str) else f"**{_plain(piece.text)}**" for piece in content
    )


def _noted(notes: Notes) -> str:
    return f" {format_notes(notes)}" if notes else ""
