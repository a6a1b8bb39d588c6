"""Rules about the meeting dates of one body or of several: MP901 to MP912.

The rules about free days stand in `free_days`, those about two meetings at once in `collisions`. The others
are here: what a plan says that cannot all be true, or seldom is meant.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from motesprotokoll.checks.collisions import collisions, twice_on_a_day
from motesprotokoll.checks.free_days import FREE_DAY_RULES, on_weekend
from motesprotokoll.checks.plans import Plan, days_of, span_of
from motesprotokoll.checks.times import backwards_days, backwards_hours
from motesprotokoll.errors import WrongTypeError, WrongValueError, quoted
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model import DateSpan, Meeting, Occasion, PartialDate, Schedule
from motesprotokoll.model.text import is_series
from motesprotokoll.swedish import GR_SCHOOL_BREAKS, SchoolBreak, YearlyBreak, find_dates
from motesprotokoll.swedish.words import WEEKDAYS

_SIGNS = " .,;:!?()"
_MISMATCH = "date.weekday-mismatch"


def weekday_contradicts(plan: Plan) -> Iterator[Finding]:
    """MP906: a weekday in words that is not that of the date: one of them is wrong, who knows which.

    A reader tells this of the dates that it reads. What it leaves behind a date becomes the label or the
    note: so ``9 april 2027, torsdag`` is told, since that is a Friday, and so is a date in a note.
    """
    for where, occasion in plan.occasions():
        for text, said in _wrong_weekdays(occasion, plan.schedule.year):
            values = (("text", text), ("date", said))
            message = "Veckodagen i ”{text}” stämmer inte med datumet {date}."
            yield Finding("MP906", Severity.WARNING, message, where, values)


def _wrong_weekdays(occasion: Occasion, year: int | None) -> Iterator[tuple[str, str]]:
    """Words that name a weekday, and the date that has another."""
    span = span_of(occasion)
    vague = occasion.dates.text if isinstance(occasion.dates, PartialDate) else None
    for text in filter(None, (vague, occasion.label, occasion.note)):
        weekday = WEEKDAYS.get(text.strip(_SIGNS).casefold())
        if weekday is not None and span is not None:
            days = {day.weekday() for day in days_of(span)}
            if days and weekday not in days:
                yield text, str(span)
        elif weekday is None:
            found = find_dates(text, year=span.start.year if span else year)
            for one in found:
                if any(finding.code == _MISMATCH for finding in one.findings):
                    yield one.text, str(one.value)


def too_close(plan: Plan) -> Iterator[Finding]:
    """MP908: a meeting fewer days after the one before than the caller asked for; silent without that.

    So with ``least_days=21`` the second of 5 and 19 March is told. How close is too close is for the body
    to say: a board may meet every week.
    """
    held = sorted(((span.start, span.end, where) for where, _, span in plan.held()), key=lambda one: one[:2])
    for (_, ended, _), (day, _, where) in pairwise(held):
        if plan.least_days and (day - ended).days < plan.least_days:
            message = "{day} ligger för nära mötet {earlier}: minsta avstånd i dagar är {least}."
            values = (("day", str(day)), ("earlier", str(ended)), ("least", str(plan.least_days)))
            yield Finding("MP908", Severity.WARNING, message, where, values)


def other_year(plan: Plan) -> Iterator[Finding]:
    """MP909: a meeting in another year than that of the plan, as when an old list was written over.

    So ``2026-03-05`` is told in the plan for 2027; a meeting over New Year that touches the year is not.
    """
    year = plan.schedule.year
    for where, span in _spans(plan):
        if year is not None and not span.start.year <= year <= span.end.year:
            values = (("day", str(span.start)), ("year", str(year)))
            message = "{day} ligger inte i {year}, det år som mötestiderna gäller."
            yield Finding("MP909", Severity.WARNING, message, where, values)


def out_of_order(plan: Plan) -> Iterator[Finding]:
    """MP910: a date that stands behind a later one: perhaps its month or year is wrong.

    So ``2027-03-05`` behind ``2027-04-09`` is told, as a note: the order itself harms nobody.
    """
    for (_, before), (where, span) in pairwise(_spans(plan)):
        if span.start < before.start:
            values = (("day", str(span.start)), ("later", str(before.start)))
            yield Finding("MP910", Severity.NOTE, "{day} står efter {later}, som är senare.", where, values)


def _spans(plan: Plan) -> Iterator[tuple[str, DateSpan]]:
    for where, occasion in plan.occasions():
        if span := span_of(occasion):
            yield where, span


def _own_end_before_start(plan: Plan) -> Iterator[Finding]:
    """MP101, for a schedule that stands alone; those of a meeting are told by the meeting's own rule."""
    return backwards_days(plan.occasions())


def _own_hours_backwards(plan: Plan) -> Iterator[Finding]:
    """MP102, likewise."""
    return backwards_hours(plan.occasions())


_EVERYWHERE = (on_weekend, weekday_contradicts, twice_on_a_day, other_year, out_of_order)
"""The rules that need nothing but the calendar."""
SCHEDULE_RULES = (
    _own_end_before_start,
    _own_hours_backwards,
    *_EVERYWHERE,
    *FREE_DAY_RULES,
    too_close,
)
"""Every rule about one schedule, in the order in which it is told."""


def check_schedules(
    schedules: Iterable[Schedule],
    /,
    *,
    school_breaks: Iterable[SchoolBreak | YearlyBreak] = GR_SCHOOL_BREAKS,
    least_days: int = 0,
) -> tuple[Finding, ...]:
    """Look the meeting dates of one or several bodies over, each by itself and against one another.

    The place of a finding is that of the occasion in *schedules*: ``$[0].occasions[2]``.

    Args:
        school_breaks: When the schools are closed; empty, if that does not matter.
        least_days: How many days there must be from one meeting of a body to its next; 0 is any number.

    Raises:
        WrongTypeError: Something else than schedules, school breaks, or a whole number.
        WrongValueError: A distance below 0.

    >>> from datetime import date
    >>> plan = Schedule("Mötestider 2027", year=2027, occasions=[date(2027, 2, 6), date(2027, 3, 5)])
    >>> for finding in check_schedules([plan]): print(finding)
    $[0].occasions[0]: warning [MP901] 2027-02-06 är en lördag.
    """
    given = _given(schedules)
    breaks = _breaks(school_breaks)
    if type(least_days) is not int:
        raise WrongTypeError(f"expected a whole number, got {quoted(least_days)}", "least_days")
    if least_days < 0:
        raise WrongValueError(f"{least_days} is no distance", "least_days", "0 or more days")
    plans = [Plan(one, f"$[{place}]", breaks, least_days) for place, one in enumerate(given)]
    alone = [finding for plan in plans for rule in SCHEDULE_RULES for finding in rule(plan)]
    return (*alone, *collisions(plans))


def _given(schedules: Iterable[Schedule]) -> tuple[Schedule, ...]:
    hint = "put it in a list" if isinstance(schedules, Schedule) else None
    if not is_series(schedules):
        raise WrongTypeError(f"expected a list of Schedule, got {quoted(schedules)}", "schedules", hint)
    given = tuple(schedules)
    for one in given:
        if not isinstance(one, Schedule):
            raise WrongTypeError(f"expected a Schedule, got {quoted(one)}", "schedules")
    return given


def _breaks(breaks: Iterable[SchoolBreak | YearlyBreak]) -> tuple[SchoolBreak | YearlyBreak, ...]:
    if not is_series(breaks):
        raise WrongTypeError(f"expected a tuple of school breaks, got {quoted(breaks)}", "school_breaks")
    given = tuple(breaks)
    for one in given:
        if not isinstance(one, SchoolBreak | YearlyBreak):
            raise WrongTypeError(f"expected SchoolBreak or YearlyBreak, got {quoted(one)}", "school_breaks")
    return given


def of_schedule(schedule: Schedule) -> Iterator[Finding]:
    """What there is to tell of a schedule that stands alone."""
    return (finding for rule in SCHEDULE_RULES for finding in rule(Plan(schedule)))


def of_meeting(meeting: Meeting) -> Iterator[Finding]:
    """What the calendar alone tells of the schedules in a meeting.

    Which days are free is asked of a plan and not of minutes: those are read long after, and anywhere.
    """
    for found in meeting.walk(Schedule):
        assert isinstance(found.block, Schedule)
        plan = Plan(found.block, str(found.place))
        yield from (finding for rule in _EVERYWHERE for finding in rule(plan))
