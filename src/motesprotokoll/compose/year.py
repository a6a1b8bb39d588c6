"""A year at a glance: twelve months with the meetings and the free days in them, and the same in words.

Every word is from the catalogue, the calendar or the schedules. What the signs in the months mean stands
above them, and each meeting and free day stands below them in words, so the tables are for the eye alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from motesprotokoll.compose import months
from motesprotokoll.compose.words import Words
from motesprotokoll.errors import RenderError, WrongValueError
from motesprotokoll.model import DateSpan, Occasion, PartialDate, Schedule
from motesprotokoll.model.text import canonical
from motesprotokoll.outline import About, Heading, Labelled, Line, Node, Outline, Text
from motesprotokoll.swedish import (
    GR_SCHOOL_BREAKS,
    SchoolBreak,
    YearlyBreak,
    format_date,
    format_date_span,
    format_list,
    format_occasion,
)
from motesprotokoll.swedish.free_days import free_days
from motesprotokoll.swedish.school import known_school_breaks
from motesprotokoll.wording import MODES

MOST_YEARS = 3
"""How many years are shown of schedules that do not say which: a school year touches two."""

Breaks = Sequence[SchoolBreak | YearlyBreak]


def year_view(schedule: Schedule, words: Words) -> Outline:
    """The year of one schedule, or the years that its occasions lie in.

    Raises:
        RenderError: It names no year and has no certain day, or days in more than `MOST_YEARS` years.
        MissingExtraError: The extra ``holidays`` is not installed.
    """
    return year_outline((schedule,), words)


def year_outline(
    schedules: Sequence[Schedule],
    words: Words,
    *,
    year: int | None = None,
    breaks: Breaks = GR_SCHOOL_BREAKS,
) -> Outline:
    """The year of many schedules. With *year* only what may lie in it is told, else all that there is.

    Raises: as `year_view`.
    """
    shown = _shown_years(schedules) if year is None else (year,)
    bodies = _lettered(schedules)
    title = _title(schedules, shown, words)
    alone = schedules[0] if len(schedules) == 1 else None
    name = (alone.body_name if alone else None) or ""
    labels = [words("Möten")] if alone else [_label(*body, words) for body in bodies]
    known = {one: _free_days(one) for one in shown}
    closed = {one: known_school_breaks(one, breaks) for one in shown}
    calendars = {one: months.calendar_of(one, bodies, known[one] or {}, closed[one]) for one in shown}
    nodes = (
        *((Text((name,), role="body-name"),) if name else ()),
        Heading(title, 1),
        *_legend(bodies, calendars.values(), words),
        *_tables(calendars, words),
        *(_meetings(label, one, shown, year, words) for label, one in zip(labels, schedules, strict=True)),
        *(_holidays(one, known[one], words) for one in shown),
        *(_breaks(one, closed[one], breaks, words) for one in shown if closed[one]),
    )
    return Outline(
        nodes,
        title=f"{name}: {title}" if name else title,
        language=words.language,
        carries=False,
        about=About(name=title, body=name, day=alone.decided_on if alone else None),
    )


# ------------------------------------------------------------------ which year, and what it is called


def _shown_years(schedules: Sequence[Schedule]) -> tuple[int, ...]:
    years: set[int] = set()
    for schedule in schedules:
        years |= {schedule.year} if schedule.year else _years_of(schedule)
    if not years:
        raise RenderError("no year is known: none is named, and no occasion has a certain day")
    if len(years) > MOST_YEARS:
        span = f"from {min(years)} to {max(years)}"
        raise RenderError(f"the occasions lie in {len(years)} years, {span}", None, "say which year to show")
    return tuple(sorted(years))


def _years_of(schedule: Schedule) -> set[int]:
    spans = [one.dates for one in schedule.occasions if isinstance(one.dates, DateSpan)]
    return {day.year for span in spans for day in (span.start, span.end)}


def _title(schedules: Sequence[Schedule], shown: tuple[int, ...], words: Words) -> str:
    years = "–".join(map(str, sorted({shown[0], shown[-1]})))
    if len(schedules) == 1:
        return schedules[0].title or f"{words('Mötestider')} {years}"
    return f"{words('Årsöversikt')} {years}"


def _lettered(schedules: Sequence[Schedule]) -> tuple[tuple[str, Schedule], ...]:
    """Each schedule with the letter of its body, which two schedules of one body share."""
    keys = [_body_of(schedule) or str(place) for place, schedule in enumerate(schedules)]
    names = list(dict.fromkeys(keys))
    letters = dict(zip(names, months.letters(len(names)), strict=True))
    return tuple((letters[key], schedule) for key, schedule in zip(keys, schedules, strict=True))


def _body_of(schedule: Schedule) -> str:
    return (schedule.body_name or "").casefold()


def _name_of(schedule: Schedule, words: Words) -> str:
    return schedule.body_name or schedule.title or words("Mötestider")


def _free_days(year: int) -> Mapping[date, tuple[str, ...]] | None:
    """The public holidays and eves of *year*; ``None`` of a year for which none are known."""
    try:
        return free_days(year)
    except WrongValueError:
        return None


# ------------------------------------------------------------------ months, and what their signs mean


def _tables(calendars: Mapping[int, months.Calendar], words: Words) -> Iterator[Node]:
    for year, calendar in calendars.items():
        if len(calendars) > 1:
            yield Heading(str(year), 2)
        yield from months.months(year, calendar, words)


def _legend(
    bodies: Sequence[tuple[str, Schedule]], calendars: Iterable[months.Calendar], words: Words
) -> Iterator[Labelled]:
    """Every sign that stands in some month, with what it means."""
    used = {sign for calendar in calendars for sign in calendar.all_signs()}
    lines = [Line((f"{sign} = {said}",)) for sign, said in _meanings(bodies, words, used)]
    if lines:
        yield Labelled(words("Teckenförklaring"), lines=tuple(lines), role="legend")


def _meanings(
    bodies: Sequence[tuple[str, Schedule]], words: Words, used: set[str]
) -> Iterator[tuple[str, str]]:
    letters = {letter: _name_of(schedule, words) for letter, schedule in reversed(bodies)}
    states = {months.TENTATIVE: words("preliminärt möte"), months.CANCELLED: words("inställt möte")}
    for letter in sorted(letters, key=lambda one: (len(one), one)):
        if any(sign.rstrip("?×") == letter for sign in used):
            yield letter, words("möte") if len(letters) == 1 else letters[letter]
    for state, said in states.items():
        if any(sign.endswith(state) for sign in used - {months.PERHAPS}):
            yield (f"{months.ALONE}{state}" if len(letters) == 1 else state), said
    free = {
        months.HOLIDAY: words("helgdag eller afton"),
        months.BREAK: words("skollov"),
        months.PERHAPS: words("kanske skollov"),
    }
    yield from ((sign, said) for sign, said in free.items() if sign in used)


# ------------------------------------------------------------------ the same in words


def _meetings(
    label: str, schedule: Schedule, shown: tuple[int, ...], only: int | None, words: Words
) -> Labelled:
    """The meetings of one schedule; with *only*, those that may be in that year."""
    decided = str(schedule.decided_on) if schedule.decided_on else None
    told = [one for one in schedule.occasions if only is None or _may_be_in(one, only)]
    lines = tuple(_meeting(one, schedule, shown, words) for one in told)
    return Labelled(
        label,
        lines=lines or (Line((words("Inga möten"),)),),
        notes=words.given(decided_on=decided),
        role="column",
    )


def _label(letter: str, schedule: Schedule, words: Words) -> str:
    name = _name_of(schedule, words)
    lettered = name if letter == months.ALONE else f"{name} ({letter})"
    return f"{lettered} – {schedule.title}" if schedule.network and schedule.title else lettered


def _may_be_in(occasion: Occasion, year: int) -> bool:
    """Whether an occasion is in *year*, as far as that is known."""
    dates = occasion.dates
    if isinstance(dates, DateSpan):
        return dates.start.year <= year <= dates.end.year or year in (dates.start.year, dates.end.year)
    if isinstance(dates, PartialDate):
        return not (
            (dates.latest is not None and dates.latest.year < year)
            or (dates.earliest is not None and dates.earliest.year > year)
        )
    return True


def _meeting(one: Occasion, within: Schedule, shown: tuple[int, ...], words: Words) -> Line:
    """When, what it is called and where; behind it how sure that is."""
    bare = Occasion(one.dates, times=one.times, part_of_day=within.part_of_day_of(one))
    told = canonical(format_occasion(bare, style="weekday", year=not _is_in(one.dates, shown)))
    place = one.place
    if place and one.place_tentative:
        place = f"{place} ({words('preliminär plats')})"
    day = told if one.dates else ", ".join(filter(None, (words("Datum saknas"), told)))
    notes = (
        *((words.note("tentative"),) if one.tentative else ()),
        *((words.note("cancelled"),) if one.cancelled else ()),
        *words.given(mode=words.word(MODES, one.mode) if one.mode else None, note=one.note),
    )
    return Line((", ".join(filter(None, (day, one.label, place))),), notes)


def _is_in(dates: object, shown: tuple[int, ...]) -> bool:
    """Whether the year goes without saying."""
    return isinstance(dates, DateSpan) and {dates.start.year, dates.end.year} == {*shown}


def _holidays(year: int, known: Mapping[date, tuple[str, ...]] | None, words: Words) -> Labelled:
    label = f"{words('Helgdagar och aftnar')} {year}"
    if known is None:
        return Labelled(label, lines=(Line((words("Inga är kända för det året."),)),), role="column")
    lines = (f"{_day(day)}: {format_list(names)}" for day, names in known.items())
    return Labelled(label, lines=tuple(Line((line,)) for line in lines), role="column")


def _day(day: date) -> str:
    return format_date(day, style="weekday", year=False)


def _breaks(year: int, known: Iterable[SchoolBreak], given: Breaks, words: Words) -> Labelled:
    where = words("Skollov i Göteborgsregionen") if given == GR_SCHOOL_BREAKS else words("Skollov")
    return Labelled(
        f"{where} {year}", lines=tuple(Line((_break(one, words),)) for one in known), role="column"
    )


def _break(one: SchoolBreak, words: Words) -> str:
    crosses = one.dates.start.year != one.dates.end.year
    week = f"{words(months.WEEK)} {one.dates.start.isocalendar().week}"
    said = f"{format_date_span(one.dates, year=crosses)} ({week}): {one.name}"
    return said if one.certain else f"{said} ({words('datum inte säkert')})"
