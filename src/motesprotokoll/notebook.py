"""Meetings in a notebook: as a table by ``display(meeting)``, or always after ``%load_ext`` of this module.

The model knows nothing of notebooks, so how it is shown stands here, and is hooked into IPython only when the
extension is loaded. What is written is `motesprotokoll.markup`, which sanitisers leave alone.
"""

import html
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import attrs

from motesprotokoll import markup
from motesprotokoll.calendars.pages import composed_year
from motesprotokoll.comparing import Comparison
from motesprotokoll.comparing.sentences import sentence_of, where_of
from motesprotokoll.compose.views import SAID
from motesprotokoll.errors import WrongTypeError, quoted
from motesprotokoll.findings import Severity
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.marks import format_notes
from motesprotokoll.markup import Line, left, plain
from motesprotokoll.messages import translate
from motesprotokoll.model import Content, DateSpan, Decision, Meeting, Occasion, Participant, Schedule
from motesprotokoll.outline import Grid, Labelled, Node, Notes, Outline, Text, in_rows, printed
from motesprotokoll.register import Register
from motesprotokoll.summary import Row, decision_text, facts, finding_line, title_of, when
from motesprotokoll.swedish import format_date_span, sort_key
from motesprotokoll.tables import Rows
from motesprotokoll.wording import OUTCOMES

_Single = Meeting | Schedule | Reading | Participant | Decision | Register
_KINDS = (Meeting, Schedule, Reading, Participant, Decision, Register, Comparison)

Value = _Single | Comparison | Rows | tuple[Participant, ...] | tuple[Decision, ...]
"""What is shown: one of these, or all participants or decisions of a meeting."""


@attrs.frozen
class _Part:
    """A group of rows under a heading of its own; ``None`` for the facts on top."""

    heading: str | None
    rows: Sequence[Row]


_Parts = tuple[str, tuple[_Part, ...]]
"""A title, and what stands under it."""


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
        WrongTypeError: It is nothing that is shown.
    """
    if not isinstance(value, (*_KINDS, Rows)) and not _is_group(value):
        expected = (
            "a Meeting, a Reading, a Schedule, a Register, a Comparison, Rows, participants or decisions"
        )
        raise WrongTypeError(f"expected {expected}, got {quoted(value)}", "value")
    return Shown(value)


def _is_group(value: object) -> bool:
    """Whether it is the participants or the decisions of a meeting; there may be none."""
    return isinstance(value, tuple) and any(
        all(type(one) is kind for one in value) for kind in (Participant, Decision)
    )


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
    for name, write in _WRITERS.items():
        formatter = shell.display_formatter.formatters[name]
        for kind in _KINDS:
            formatter.for_type(kind, write)
        formatter.for_type(tuple, _if_group(write))


def _if_group(write: Callable[[Value], str]) -> Callable[[Any], str | None]:
    """*write* for what is ours; any other tuple, and an empty one, stays as it is."""
    return lambda value: write(value) if value and _is_group(value) else None


def unload_ipython_extension(shell: Any) -> None:
    """Called by ``%unload_ext motesprotokoll.notebook``."""
    for name in _WRITERS:
        for kind in (*_KINDS, tuple):
            shell.display_formatter.formatters[name].pop(kind, None)


# ------------------------------------------------------------------------------------------------ writing


def html_of(value: Value) -> str:
    """*value* as a small table in HTML."""
    return _shown(value).html()


def markdown_of(value: Value) -> str:
    """*value* as a small table in Markdown, for notebooks that are exported without HTML."""
    return _shown(value).markdown()


_WRITERS: dict[str, Callable[[Value], str]] = {"text/html": html_of, "text/markdown": markdown_of}


# ------------------------------------------------------------------------------------------------ choosing


def _shown(value: Value) -> markup.Shown:
    if isinstance(value, Rows):
        return value.brief()
    if isinstance(value, Comparison):
        return _changes(value)
    if not isinstance(value, tuple):
        return _facts(*_parts(value))
    if not value:
        return markup.table("", (), (), 0)
    people = [one for one in value if isinstance(one, Participant)]
    return _people(people) if people else _decisions([one for one in value if isinstance(one, Decision)])


def _facts(title: str, parts: Iterable[_Part]) -> markup.Shown:
    lines: list[Line] = []
    for part in parts:
        if part.rows and part.heading:
            lines.append(Line((part.heading, ""), head=True))
        lines += markup.first([Line((row.label, row.text)) for row in part.rows], 1)
    return markup.Shown(title, tuple(lines))


def _parts(value: _Single) -> _Parts:
    match value:
        case Reading():
            return _reading(value)
        case Meeting():
            return _meeting(value)
        case Schedule():
            return _schedule(value)
        case Register():
            return _register(value)
        case Decision():
            return _decision(value)
        case Participant():  # pragma: no branch
            return _person(value)


def _reading(value: Reading) -> _Parts:
    title, parts = _meeting(value.meeting)
    doubtful = [Row("", finding_line(one)) for one in value.findings if one.severity is not Severity.NOTE]
    return title, (*parts, _Part(translate("Att se över"), doubtful))


def _meeting(value: Meeting) -> _Parts:
    items = [Row(item.number or "", item.title or translate("(utan rubrik)")) for item in value.agenda]
    decisions = [Row("", decision_text(one)) for one in value.decisions]
    return title_of(value), (
        _Part(None, facts(value)),
        _Part(translate("Punkter"), items),
        _Part(translate("Fattade beslut"), decisions),
    )


def _schedule(value: Schedule) -> _Parts:
    rows = [Row(when(one) or "", _details((one.label, one.place, *_state(one)))) for one in value.occasions]
    return value.title or translate("Mötestider"), (_Part(None, rows),)


def _state(one: Occasion) -> Iterator[str]:
    """What nobody may miss: that a meeting may be moved, or is not held."""
    if one.tentative:
        yield translate("preliminärt")
    if one.cancelled:
        yield translate("inställt")


def _details(parts: Iterable[str | None]) -> str:
    return ", ".join(part for part in parts if part)


def _decision(value: Decision) -> _Parts:
    known = (
        Row("", value.text),
        *(Row("", clause) for clause in value.clauses),
        Row(translate("Utfall"), _outcome(value) if value.outcome else ""),
        Row(translate("Beslutat av"), value.decided_by or ""),
    )
    return translate("Beslut"), (_Part(None, [row for row in known if row.text]),)


def _decisions(found: Sequence[Decision]) -> markup.Shown:
    rows = ((decision_text(one), _outcome(one)) for one in found)
    return markup.table(translate("Beslut"), (translate("Beslut"), translate("Utfall")), rows, len(found))


def _changes(value: Comparison) -> markup.Shown:
    rows = ((where_of(one), sentence_of(one, "sv")) for one in value)
    return markup.table(
        translate("Ändringar"), (translate("Var"), translate("Ändring")), rows, len(value.changes)
    )


def _outcome(one: Decision) -> str:
    return translate(OUTCOMES[one.outcome])


def _person(value: Participant) -> _Parts:
    rows = zip(map(translate, _OF_PEOPLE[1:]), _cells_of(value)[1:], strict=True)
    return value.name, (_Part(None, [Row(label, text) for label, text in rows if text]),)


def _people(found: Sequence[Participant]) -> markup.Shown:
    rows = map(_cells_of, found)
    return markup.table(translate("Deltagare"), map(translate, _OF_PEOPLE), rows, len(found))


_OF_PEOPLE = ("Namn", "Roll", "Organisation", "Närvaro")


def _cells_of(one: Participant) -> tuple[str, ...]:
    said = translate(SAID[one.attendance])
    noted = f"{said} ({one.note})" if one.note else said
    return (one.name, one.role or "", _details((one.unit, one.organisation)), noted)


def _register(value: Register) -> _Parts:
    """What a register holds: how much, of which bodies, and from when."""
    failed = sum(error is not None for error in value.documents["error"])
    days = sorted(day for day in value.meetings["date"] if isinstance(day, date))
    period = format_date_span(DateSpan(days[0], days[-1])) if days else ""
    bodies = sorted({str(body) for body in value.meetings["body"] if body}, key=sort_key)
    counts = (
        Row(
            translate("Dokument"),
            _counted(len(value.documents), failed, "{count}, varav {part} inte kunde läsas"),
        ),
        Row(translate("Möten"), str(len(value.meetings))),
        Row(translate("Tid"), period),
        Row(translate("Beslut"), str(len(value.decisions))),
        Row(
            translate("Åtgärder"),
            _counted(len(value.actions), len(value.open_actions), "{count}, varav {part} öppna"),
        ),
        Row(translate("Att se över"), str(len(value.findings))),
    )
    return translate("Register"), (
        _Part(None, [row for row in counts if row.text]),
        _Part(translate("Organ"), [Row("", body) for body in bodies]),
    )


def _counted(count: int, part: int, words: str) -> str:
    return translate(words).format(count=count, part=part) if part else str(count)


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
    return f"{left(title)}<table>{body}</table>"


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
            [f"**{plain(node.title or '')}**", "", *(f"| {' | '.join(line)} |" for line in lines)]
        )
    if isinstance(node, Labelled):
        told = (f"- {_markdown_words(one.content)}{plain(_noted(one.notes))}" for one in node.lines)
        return "\n".join([f"**{plain(node.label)}**{plain(_noted(node.notes))}", "", *told])
    return f"**{plain(''.join(printed((node,))))}**"


def _markdown_cell(cell: tuple[Node, ...]) -> str:
    return "".join(_markdown_words(node.content) for node in cell if isinstance(node, Text))


def _markdown_words(content: Content) -> str:
    return "".join(
        plain(piece) if isinstance(piece, str) else f"**{plain(piece.text)}**" for piece in content
    )


def _noted(notes: Notes) -> str:
    return f" {format_notes(notes)}" if notes else ""
