"""From proposal to decision: the agenda item that decides a plan, and the plan as decided."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

import attrs

from motesprotokoll.errors import WrongValueError, quoted
from motesprotokoll.model import (
    AgendaItem,
    Block,
    DateSpan,
    Decision,
    Mode,
    Occasion,
    Paragraph,
    Schedule,
    Table,
)
from motesprotokoll.model.schedule import checked_schedule
from motesprotokoll.swedish.dates import format_date_span, format_week
from motesprotokoll.swedish.free_days import checked_day
from motesprotokoll.swedish.occasions import format_dates, format_part_of_day
from motesprotokoll.swedish.times import format_time_span
from motesprotokoll.swedish.words import WEEKDAY_NAMES

Form = Literal["list", "table"]
PROPOSED_TITLE = "Förslag mötestider {year}"
_PROPOSED = ("förslag till ", "förslag på ", "förslag: ", "förslag ")


def decided(schedule: Schedule, *, on: date) -> Schedule:
    """*schedule* as a meeting decided it *on* a day: no date is tentative, and the title proposes nothing.

    Raises:
        WrongTypeError: Not a schedule, or not a date.

    >>> proposal = Schedule("Förslag mötestider 2027", year=2027, occasions=[Occasion(date(2027, 2, 5))])
    >>> decided(proposal, on=date(2026, 10, 9)).title
    'Mötestider 2027'
    """
    checked_schedule(schedule, "schedule")
    return attrs.evolve(
        schedule,
        title=_decided_title(schedule.title),
        occasions=tuple(attrs.evolve(one, tentative=False) for one in schedule.occasions),
        decided_on=checked_day(on, "on"),
    )


def _decided_title(title: str | None) -> str | None:
    for words in _PROPOSED:
        if title is not None and title.lower().startswith(words) and title[len(words) :]:
            return f"{title[len(words)].upper()}{title[len(words) + 1 :]}"
    return title


def agenda_item(schedule: Schedule, *, form: Form = "list", number: str | None = None) -> AgendaItem:
    """The item of an agenda at which *schedule* is decided, or of the minutes in which it was.

    A plan that is not decided yet stands below a paragraph with the proposal, a decided one below the
    decision.

    Args:
        form: "list" with the schedule itself, which reads back and goes into a calendar; or "table", with
            weekday, week, time and place beside each date, for people only.
        number: The number of the item, as written.

    Raises:
        WrongTypeError: Not a schedule.
        WrongValueError: No such form, or no dates.
    """
    checked_schedule(schedule, "schedule")
    if form not in ("list", "table"):
        raise WrongValueError(f"{quoted(form)} is no form", "form", "there is 'list' and 'table'")
    if not schedule.occasions:
        raise WrongValueError("a plan without dates decides nothing", "schedule")
    dates = table(schedule) if form == "table" else schedule
    return AgendaItem(schedule.title or "Mötestider", number=number, body=(_opening(schedule), dates))


def _opening(schedule: Schedule) -> Block:
    body = schedule.body_name or "Nätverket"
    year = f" för {schedule.year}" if schedule.year is not None else ""
    decision = f"{body} beslutar nedanstående mötestider{year}."
    if schedule.decided_on is None:
        return Paragraph(f"Förslag till beslut: {decision}")
    return Decision(decision, decided_by=body)


# ------------------------------------------------------------------------------------------------ as a table


def table(schedule: Schedule) -> Table:
    """The dates of *schedule* as a table: day, week, time and place, and what else is said of any of them."""
    columns = {
        "Datum": [_days(one) for one in schedule.occasions],
        "Vecka": [_week(one) for one in schedule.occasions],
        "Tid": [_time(one, schedule) for one in schedule.occasions],
        "Plats": [_place(one) for one in schedule.occasions],
        "Anmärkning": [_remark(one) for one in schedule.occasions],
    }
    filled = {name: cells for name, cells in columns.items() if any(cells)}
    return Table([[*filled], *zip(*filled.values(), strict=True)], header_rows=1)


def _days(one: Occasion) -> str:
    """Torsdag–fredag 11–12 november 2027."""
    if not isinstance(one.dates, DateSpan):
        return "" if one.dates is None else format_dates(one.dates)
    days = sorted({one.dates.start, one.dates.end})
    return f"{'–'.join(WEEKDAY_NAMES[day.weekday()] for day in days)} {format_date_span(one.dates)}"


def _week(one: Occasion) -> str:
    return format_week(one.first_day, style="short") if one.first_day else ""


def _time(one: Occasion, schedule: Schedule) -> str:
    part = schedule.part_of_day_of(one)
    words = [format_part_of_day(part)] if part else []
    return ", ".join([*words, *([format_time_span(one.times)] if one.times else [])])


_MODES = {Mode.ON_SITE: "fysiskt", Mode.REMOTE: "digitalt", Mode.HYBRID: "hybrid"}


def _place(one: Occasion) -> str:
    tentative = "preliminär plats" if one.place_tentative else ""
    return _joined([one.place or "", tentative, _MODES[one.mode] if one.mode else ""])


def _remark(one: Occasion) -> str:
    return _joined([one.label or "", "inställt" if one.cancelled else "", one.note or ""])


def _joined(parts: Sequence[str]) -> str:
    return ", ".join(filter(None, parts))
