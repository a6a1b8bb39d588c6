"""Meetings in a notebook: as a table by ``display(meeting)``, or always after ``%load_ext`` of this module.

The model knows nothing of notebooks, so how it is shown stands here, and is hooked into IPython only when the
extension is loaded. Only ``table``, ``tr``, ``td``, ``b`` and ``div`` are written: what sanitisers leave
alone, with no colours that a dark theme would fight. Everything is escaped.
"""

import html
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import attrs

from motesprotokoll.errors import WrongTypeError, quoted
from motesprotokoll.findings import Severity
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.messages import translate
from motesprotokoll.model import Meeting, Schedule
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
    head = f"<tr><td><b>{html.escape(part.heading)}</b></td><td></td></tr>" if part.heading else ""
    return head + "".join(
        f"<tr><td>{html.escape(row.label)}</td><td>{html.escape(row.text)}</td></tr>" for row in part.rows
    )


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
    rows = [Row(when(one) or "", _details((one.label, one.place))) for one in value.occasions]
    return value.title or translate("Mötestider"), (_Part(None, _first(rows)),)


def _details(parts: Iterable[str | None]) -> str:
    return ", ".join(part for part in parts if part)


def _first(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Ten rows, and how many more there are."""
    rest = len(rows) - MANY
    more = (Row("", translate("… och {count} till").format(count=rest)),) if rest > 0 else ()
    return (*rows[:MANY], *more)
