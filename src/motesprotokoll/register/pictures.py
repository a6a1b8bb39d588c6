"""Pictures of a register: who comes, and what is decided and still open, each with its table.

A picture is an SVG of text and rectangles. It has a title and a description for those who do not see it, a
number in each place so that no colour is needed, and colours of a `Theme` on which letters can be read. The
same rows give the same text.
"""

import math
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from hashlib import blake2b
from html import escape
from typing import TYPE_CHECKING

import attrs

from motesprotokoll.compose.words import Words
from motesprotokoll.model import Attendance, Kind
from motesprotokoll.model.text import shortened
from motesprotokoll.register.actions import is_open_on
from motesprotokoll.swedish import sort_key
from motesprotokoll.swedish.words import MONTH_NAMES
from motesprotokoll.tables import Cell, Column, Row, Rows, shown
from motesprotokoll.theme import LEAST_CONTRAST, STANDARD, Theme, contrast

if TYPE_CHECKING:
    from motesprotokoll.register.register import Register

MOST_MEETINGS = 12
"""The most meetings of a picture: the latest ones."""
MOST_ORGANISATIONS = 30
"""The most organisations of a picture. Its table has them all."""
NOBODY = "–"
"""What stands where nobody is named."""
_ASKING = (str(Kind.AGENDA), str(Kind.SUMMONS))
_THERE = (str(Attendance.PRESENT), str(Attendance.IN_ATTENDANCE))
_SHADES = (0, 14, 26, 38)
"""How much of a colour is in a cell, in percent, for nobody, one, two, and more who came."""
_FONT = "Noto Sans, system-ui, sans-serif"
_SIZE, _SMALL = 14, 12
_LETTER = 7.8
"""How wide a letter of that size is, on the safe side."""
_LONGEST_LABEL = 28
_CELL, _ROW, _GAP = 46, 28, 3
_HEAD = 44
_PANEL = 104
_TALLEST = 48
_MARGIN = 8


@attrs.frozen(repr=False)
class Picture:
    """A picture with its words and its table. A notebook shows them one below the other."""

    svg: str
    """The drawing, whole: it may stand in a page or in a file of its own."""
    title: str
    description: str
    """What the signs mean, and what is left out."""
    table: Rows
    """The same as the drawing says, for those who do not see it and for those who count."""
    width: int
    """How many units the drawing is wide: as many points of a screen are a good size."""

    @property
    def alt(self) -> str:
        """What the drawing shows, in words."""
        return f"{self.title}. {self.description}"

    def _repr_svg_(self) -> str:
        return self.svg

    def _repr_html_(self) -> str:
        # Notebooks that are shared lose a drawing in the page, and keep an image.
        image = b64encode(self.svg.encode()).decode()
        head = "".join(f"<td><b>{escape(column.label)}</b></td>" for column in self.table.columns)
        rows = ("".join(f"<td>{escape(said(cell))}</td>" for cell in row) for row in self.table.cells)
        body = "".join(f"<tr>{row}</tr>" for row in (head, *rows))
        return (
            f'<div class="motesprotokoll"><div><b>{escape(self.title)}</b></div>'
            f'<img src="data:image/svg+xml;base64,{image}" alt="{escape(self.alt)}">'
            f"<table>{body}</table></div>"
        )

    def __repr__(self) -> str:
        return f"Picture({self.title!r}, {len(self.table)} rows)"


def said(cell: Cell) -> str:
    """A cell of a picture's table as people read it."""
    return NOBODY if cell is None else shown(cell)


# ------------------------------------------------------------------------------------------------ attendance


def attendance_picture(register: "Register", *, theme: Theme = STANDARD, language: str = "sv") -> Picture:
    """How many came from each organisation to each of the latest meetings, as a heat map.

    Somebody who is there without a seat counts, too. An organisation of which only absent people are named
    has 0; one that nobody names has no number.
    """
    words = Words(language)
    table, days, left_out = _attendance(register, words)
    title = words("Närvaro per organisation och möte")
    told = [
        words("Siffran är hur många som var med: 0 om bara frånvarande är antecknade, – om ingen är det."),
        *([words("Bara de {count} senaste mötena visas.").format(count=MOST_MEETINGS)] if left_out else []),
    ]
    return _finished(_HeatMap(table, days, theme, words), title, " ".join(told), table)


_Days = tuple[date | None, ...]


def _attendance(register: "Register", words: Words) -> tuple[Rows, _Days, int]:
    """The table of the latest meetings, their days, and how many earlier ones are left out."""
    held = _held(register)
    latest = dict(list(held.items())[-MOST_MEETINGS:])
    counted = _counted(register, latest)
    days = tuple(_day(row) for row in latest.values())
    columns = [
        Column("organisation", words("Organisation")),
        *(_meeting_column(row, days, words) for row in latest.values()),
        Column("meetings", words("Möten"), "number"),
    ]
    rows = []
    for name in sorted(counted, key=lambda one: (one == "", sort_key(one))):
        cells = [counted[name].get(meeting) for meeting in latest]
        came = sum(1 for cell in cells if cell)
        rows.append((name or words("(utan organisation)"), *cells, came))
    return Rows(tuple(columns), tuple(rows), words("Närvaro")), days, len(held) - len(latest)


def _held(register: "Register") -> Mapping[str, Row]:
    """The meetings that were held, in order, by their ids: two documents of one meeting are one."""
    return {str(row["id"]): row for row in register.meetings if row["kind"] not in _ASKING}


def _counted(register: "Register", meetings: Mapping[str, Row]) -> Mapping[str, Mapping[str, int]]:
    """From an organisation to how many persons came from it to each meeting."""
    came: dict[str, dict[str, set[Cell]]] = defaultdict(lambda: defaultdict(set))
    for row in register.attendance:
        # Of somebody who was invited nobody knows whether they came.
        if str(row["meeting"]) in meetings and row["attendance"] is not None:
            there = came[str(row["affiliation"] or "")][str(row["meeting"])]
            if row["attendance"] in _THERE:
                there.add(row["person"])
    return {
        name: {meeting: len(persons) for meeting, persons in by_meeting.items()}
        for name, by_meeting in came.items()
    }


def _day(row: Row) -> date | None:
    day = row["date"]
    return day if isinstance(day, date) else None


def _meeting_column(row: Row, days: _Days, words: Words) -> Column:
    """The column of a meeting: named by its day, if no other meeting was on that day."""
    day = _day(row)
    several = len({one.year for one in days if one}) > 1
    label = _short_day(day, words, year=several) if day else words("utan datum")
    alone = day is not None and days.count(day) == 1
    return Column(str(day) if alone else str(row["id"]), label, "number")


# ------------------------------------------------------------------------------------------------ over time


def activity_picture(
    register: "Register",
    *,
    since: date | None = None,
    until: date | None = None,
    theme: Theme = STANDARD,
    language: str = "sv",
) -> Picture:
    """How many decisions each of the latest meetings made, and how many actions were open after it.

    Args:
        register: What is counted; an action from before *since* is open, too.
        since, until: The first and the last day that is shown.
        theme, language: The picture's colours, and the language of its words.
    """
    words = Words(language)
    table, left_out = _activity(register, since or date.min, until or date.max, words)
    told = [
        words("Hur många beslut varje möte fattade, och hur många åtgärder som var öppna efter det."),
        *([words("Bara de {count} senaste mötena visas.").format(count=MOST_MEETINGS)] if left_out else []),
    ]
    title = words("Beslut och öppna åtgärder över tid")
    return _finished(_Bars(table, theme, words), title, " ".join(told), table)


def _activity(register: "Register", since: date, until: date, words: Words) -> tuple[Rows, int]:
    found = {row["date"] for row in _held(register).values()}
    days = sorted(day for day in found if isinstance(day, date) and since <= day <= until)
    columns = (
        Column("date", words("Datum"), "date"),
        Column("decisions", words("Beslut"), "number"),
        Column("actions", words("Nya åtgärder"), "number"),
        Column("open", words("Öppna åtgärder"), "number"),
    )
    decided, made = register.decisions["date"], register.actions["date"]
    rows = (
        (day, decided.count(day), made.count(day), sum(is_open_on(row, day) for row in register.actions))
        for day in days[-MOST_MEETINGS:]
    )
    return Rows(columns, tuple(rows), words("Beslut och öppna åtgärder över tid")), max(
        len(days) - MOST_MEETINGS, 0
    )


# ------------------------------------------------------------------------------------------------ drawing


def _finished(drawing: "_HeatMap | _Bars", title: str, description: str, table: Rows) -> Picture:
    width, height = (one + 2 * _MARGIN for one in drawing.size)
    page = _box(-_MARGIN, -_MARGIN, width, height, drawing.theme.page, "page")
    inside = page + "".join(drawing.marks())
    # Two pictures may stand on one page, so each has names of its own.
    name = blake2b((title + inside).encode(), digest_size=6).hexdigest()
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t-{name} d-{name}" '
        f'viewBox="-{_MARGIN} -{_MARGIN} {width} {height}" width="{width}" height="{height}" '
        f'font-family="{_FONT}" font-size="{_SIZE}">'
        f'<title id="t-{name}">{escape(title)}</title><desc id="d-{name}">{escape(description)}</desc>'
        f"{inside}</svg>"
    )
    return Picture(svg, title, description, table, width)


def _text(
    x: float, y: float, words: str, colour: str, kind: str, *, anchor: str = "middle", size: int = _SIZE
) -> str:
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    smaller = "" if size == _SIZE else f' font-size="{size}"'
    return f'<text class="{kind}" x="{x:g}" y="{y:g}"{where}{smaller} fill="{colour}">{escape(words)}</text>'


def _box(x: float, y: float, width: float, height: float, colour: str, kind: str) -> str:
    return (
        f'<rect class="{kind}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" '
        f'rx="2" fill="{colour}"/>'
    )


def _short_day(day: date, words: Words, *, year: bool) -> str:
    """A day that has little room, with its year where that does not go without saying."""
    return f"{_day_of_month(day, words)} {day.year:04}" if year else _day_of_month(day, words)


def _day_of_month(day: date, words: Words) -> str:
    return f"{day.day} {words(MONTH_NAMES[day.month - 1])[:3]}"


def _dated(x: float, y: float, day: date | None, words: Words, theme: Theme) -> Iterator[str]:
    """A day in two short lines."""
    if day is None:
        yield _text(x, y, words("utan datum"), theme.text, "ink", size=_SMALL)
        return
    yield _text(x, y, _day_of_month(day, words), theme.text, "ink", size=_SMALL)
    yield _text(x, y + 16, f"{day.year:04}", theme.quiet, "quiet", size=_SMALL)


def _mixed(theme: Theme, share: int) -> str:
    """The page with *share* percent of the colour of decisions in it, or less: letters must stand out."""
    parts = [
        [int(colour[place : place + 2], 16) for place in (1, 3, 5)] for colour in (theme.decision, theme.page)
    ]
    mixtures = (
        "#"
        + "".join(
            f"{(one * less + other * (100 - less)) // 100:02x}" for one, other in zip(*parts, strict=True)
        )
        for less in range(share, -1, -2)
    )
    # A theme's letters stand out on its page, so at the latest that is found.
    return next(mixed for mixed in mixtures if contrast(theme.text, mixed) >= LEAST_CONTRAST)


@attrs.frozen(slots=False)
class _HeatMap:
    """Organisations below one another, meetings beside one another."""

    table: Rows
    days: _Days
    theme: Theme
    words: Words

    @cached_property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        return self.table.cells[:MOST_ORGANISATIONS]

    @cached_property
    def left(self) -> int:
        """How much room the names of organisations need."""
        longest = max((len(self._label(row)) for row in self.rows), default=0)
        return math.ceil(max(longest, 8) * _LETTER) + _GAP

    @property
    def size(self) -> tuple[int, int]:
        more = len(self.table) > len(self.rows)
        return (
            self.left + _CELL * len(self.days) + math.ceil(9 * _LETTER),
            _HEAD + _ROW * (len(self.rows) + more) + _GAP,
        )

    def marks(self) -> Iterator[str]:
        theme = self.theme
        for place, day in enumerate(self.days):
            yield from _dated(self._middle(place), 18, day, self.words, theme)
        for number, row in enumerate(self.rows):
            top = _HEAD + _ROW * number
            base = top + _ROW / 2 + 4
            yield _text(0, base, self._label(row), theme.text, "ink", anchor="start")
            for place, cell in enumerate(row[1:-1]):
                yield self._cell(place, top, cell)
                yield _text(self._middle(place), base, said(cell), theme.text, "ink")
            total = self.words("{count} av {all}").format(count=row[-1], all=len(self.days))
            right = self._middle(len(self.days)) - _CELL / 2 + 8
            yield _text(right, base, total, theme.quiet, "quiet", anchor="start")
        rest = len(self.table) - len(self.rows)
        if rest:
            more = self.words("… och {count} till").format(count=rest)
            base = _HEAD + _ROW * len(self.rows) + _ROW / 2 + 4
            yield _text(0, base, more, theme.quiet, "quiet", anchor="start")

    def _label(self, row: tuple[Cell, ...]) -> str:
        return shortened(str(row[0]), _LONGEST_LABEL)

    def _middle(self, place: int) -> float:
        return self.left + _CELL * place + _CELL / 2

    def _cell(self, place: int, top: int, cell: Cell) -> str:
        shade = min(cell, len(_SHADES) - 1) if isinstance(cell, int) else 0
        colour = self.theme.panel if not shade else _mixed(self.theme, _SHADES[shade])
        left = self._middle(place) - _CELL / 2
        return _box(left, top, _CELL - _GAP, _ROW - _GAP, colour, f"shade-{shade}")


@attrs.frozen(slots=False)
class _Bars:
    """Decisions above, open actions below, for the same meetings."""

    table: Rows
    theme: Theme
    words: Words

    @property
    def size(self) -> tuple[int, int]:
        longest = max(len(self.table.columns[place].label) for place in (1, 3))
        return max(_CELL * len(self.table), math.ceil(longest * _LETTER)), 2 * _PANEL + _HEAD

    def marks(self) -> Iterator[str]:
        panels = (("decisions", self.theme.decision, "decided"), ("open", self.theme.action, "open"))
        for number, (name, colour, kind) in enumerate(panels):
            base = _PANEL * (number + 1)
            yield from self._panel(name, colour, kind, base)
        for place, day in enumerate(self.table["date"]):
            assert isinstance(day, date)  # the column holds nothing else
            middle = _CELL * place + _CELL / 2
            yield from _dated(middle, 2 * _PANEL + 18, day, self.words, self.theme)

    def _panel(self, name: str, colour: str, kind: str, base: int) -> Iterator[str]:
        label = next(column.label for column in self.table.columns if column.name == name)
        yield _text(0, base - _PANEL + 26, label, self.theme.text, "ink", anchor="start")
        cells = [cell if isinstance(cell, int) else 0 for cell in self.table[name]]
        highest = max((*cells, 1))
        for place, cell in enumerate(cells):
            height = max(1, round(_TALLEST * cell / highest, 1))
            left = _CELL * place
            yield _box(left + 8, base - height, _CELL - 16, height, colour, kind)
            yield _text(left + _CELL / 2, base - height - 4, str(cell), self.theme.text, "ink", size=_SMALL)
