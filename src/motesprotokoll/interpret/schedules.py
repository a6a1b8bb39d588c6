"""Meeting dates in a list: bare dates below a part of the day, labelled ranges, a list in one sentence."""

import re
from collections.abc import Sequence

import attrs

from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.edges import begins_small
from motesprotokoll.interpret.moments import Told, cut, read_around
from motesprotokoll.interpret.paragraphs import Shape, Unit
from motesprotokoll.model import DateSpan, Occasion, PartOfDay, Schedule
from motesprotokoll.model.schedule import only_year
from motesprotokoll.swedish.finding_dates import find_dates
from motesprotokoll.swedish.found_dates import FoundDate
from motesprotokoll.swedish.words import WEEKDAY_STEMS

_YEAR = re.compile(r"(?<![\w/-])(20[0-9]{2}|19[0-9]{2})(?![\w/-])")
_LONGEST = 120


@attrs.frozen
class _Plan:
    """The units of a schedule: a part of the day, perhaps, and lines of dates."""

    part: PartOfDay | None
    year: int | None
    rows: tuple[tuple[Unit, FoundDate], ...]


def begins_schedule(units: Sequence[Unit], place: int, desk: Desk, heading: str) -> bool:
    """Whether a schedule begins with the unit at *place*; see `schedule_at`."""
    return _plan(units, place, desk, heading) is not None


def schedule_at(units: Sequence[Unit], place: int, desk: Desk, heading: str) -> tuple[Schedule, int] | None:
    """A schedule that begins with the unit at *place*, and how many units it takes.

    *heading* is what stands above it; the year is there, if it is not written with the dates.
    """
    plan = _plan(units, place, desk, heading)
    if plan is None:
        return None
    first = units[place]
    if plan.part is not None:
        desk.label(f"{first.marker} {first.text}", first.line)
    occasions = [_occasion(unit, found, plan.part, desk) for unit, found in plan.rows]
    _note_year(plan.year, [found for _, found in plan.rows], desk, first.line)
    schedule = Schedule(year=only_year(occasions) or plan.year, part_of_day=plan.part, occasions=occasions)
    return schedule, len(plan.rows) + (plan.part is not None)


def may_begin_schedule(unit: Unit, desk: Desk) -> bool:
    """Whether a schedule may begin with *unit*: a cheap test that is never wrong when it says no."""
    return _may_be_row(unit) and (_may_be_date(unit.text) or desk.words.part_of_day(unit.text) is not None)


def _may_be_row(unit: Unit) -> bool:
    return unit.shape in (Shape.PARAGRAPH, Shape.ENTRY) and len(unit.text) <= _LONGEST


def _plan(units: Sequence[Unit], place: int, desk: Desk, heading: str) -> _Plan | None:
    first = units[place]
    if not may_begin_schedule(first, desk):
        return None
    part = desk.words.part_of_day(first.text)
    year = year_in(heading) or year_in(first.text)
    rows: list[tuple[Unit, FoundDate]] = []
    for unit in units[place + (part is not None) :]:
        found = _date_line(unit, desk, year)
        if found is None:
            break
        rows.append((unit, found))
    return _Plan(part, year, tuple(rows)) if len(rows) >= (1 if part is not None else 2) else None


def dates_in_sentence(text: str, desk: Desk, line: int, heading: str) -> Schedule | None:
    """A schedule written as one list of dates: ``3 mars, 5 april och 7 maj``."""
    year = year_in(heading)
    found = find_dates(text, year=year, meeting_date=desk.meeting_date, role="next")
    if len(found) < 2 or not all(isinstance(one.value, DateSpan) for one in found):
        return None
    _, left = cut(text, [(one.start, one.end) for one in found])
    if not all(desk.words.is_filler(words.casefold().replace(",", " ").replace(";", " ")) for words in left):
        return None
    desk.label(text, line)
    for one in found:
        _pass_on(one, desk, line)
    _note_year(year, found, desk, line)
    occasions = [Occasion(one.value, times=one.times, part_of_day=one.part_of_day) for one in found]
    return Schedule(year=only_year(occasions) or year, occasions=occasions)


def year_in(text: str) -> int | None:
    """The year that a heading or sentence names, if it is one."""
    years = {int(year) for year in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None


def _may_be_date(text: str) -> bool:
    first = text[:1]
    return "0" <= first <= "9" or text[:3].casefold() in WEEKDAY_STEMS or text[:4].casefold() == "den "


def _date_line(unit: Unit, desk: Desk, year: int | None) -> FoundDate | None:
    if not _may_be_row(unit) or not _may_be_date(unit.text):
        return None
    found = find_dates(unit.text, year=year, meeting_date=desk.meeting_date, role="next")
    if not found or found[0].start > 0 or not isinstance(found[0].value, DateSpan) or len(found) > 1:
        return None
    behind = unit.text[found[0].end :].strip()
    if behind.endswith(".") and len(behind.split()) > 4:
        return None
    return None if begins_small(behind) and not desk.words.is_opening(behind.split(" ")[0]) else found[0]


def _occasion(unit: Unit, found: FoundDate, part: PartOfDay | None, desk: Desk) -> Occasion:
    if unit.shape is Shape.ENTRY:
        desk.label(unit.marker, unit.line)
    desk.label(found.text, unit.line)
    _pass_on(found, desk, unit.line)
    told = _told(unit.text[found.end :], desk, unit.line)
    return told.occasion(found.value, found.times, found.part_of_day or part)


def _told(behind: str, desk: Desk, line: int) -> Told:
    """What stands behind a date in a list: its first words that say nothing else are what it is called."""
    told = read_around((behind,), desk, line)
    if told.note is not None:
        label, _, note = told.note.partition("; ")
        told = attrs.evolve(told, label=label, note=note or None)
    return told


def _pass_on(found: FoundDate, desk: Desk, line: int) -> None:
    for finding in found.findings:
        if finding.code != "date.year-inferred" or found.year_rule != "heading":
            desk.pass_on(finding, line)


def _note_year(year: int | None, rows: Sequence[FoundDate], desk: Desk, line: int) -> None:
    if any(found.year_rule == "heading" for found in rows):
        message = "Mötestiderna saknar år: lästa som {year}, som rubriken säger."
        desk.note("date.year-inferred", message, line, year=str(year))
