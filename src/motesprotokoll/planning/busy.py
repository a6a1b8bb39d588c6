"""Days on which somebody is busy: what a caller blocks, avoids or wants to come before."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import attrs

from motesprotokoll.checks.plans import WHOLE_DAY, Hours, Plan
from motesprotokoll.errors import DateError, WrongTypeError, WrongValueError, quoted
from motesprotokoll.model import DateSpan, Occasion, Schedule
from motesprotokoll.model.text import canonical, is_series
from motesprotokoll.swedish.occasions import parse_dates


@attrs.frozen
class Busy:
    """Upptagen: days on which somebody cannot, or should not, meet; what is on then, and at what hours."""

    dates: DateSpan
    what: str | None = None
    hours: Hours = WHOLE_DAY


BusyLike = str | date | DateSpan | tuple[str | date | DateSpan, str] | Occasion | Schedule
"""What can stand for busy days: also Swedish words for a day, and a pair of days and the reason."""


def to_busy(value: Iterable[BusyLike] | Schedule, year: int, where: str) -> tuple[Busy, ...]:
    """Busy days of whatever a caller gave for the argument *where*, sorted, each once.

    Raises:
        WrongTypeError: Something else.
        WrongValueError: Words that are no day, or a span that runs backwards.
    """
    if isinstance(value, Schedule):
        value = (value,)
    if not is_series(value):
        raise WrongTypeError(f"expected a list of days, got {quoted(value)}", where, "write [...] around one")
    found = {busy for one in value for busy in _each(one, year, where)}
    return tuple(sorted(found, key=_order))


def _each(value: Any, year: int, where: str) -> Iterator[Busy]:
    if isinstance(value, Schedule):
        what = value.body_name or value.title
        for one in value.occasions:
            yield from _of_occasion(one, value, what)
    elif isinstance(value, Occasion):
        yield from _of_occasion(value, Schedule(), None)
    else:
        yield _of_days(value, year, where)


def _of_occasion(one: Occasion, within: Schedule, what: str | None) -> Iterator[Busy]:
    """An occasion without a certain day, or one that is cancelled, keeps nobody busy."""
    if isinstance(one.dates, DateSpan) and one.dates.start <= one.dates.end and not one.cancelled:
        # A meeting of several days takes all of them, whatever part of the day the others have.
        hours = Plan(within).hours(one) if one.dates.is_one_day else WHOLE_DAY
        yield Busy(one.dates, what or one.label, hours)


def _of_days(value: Any, year: int, where: str) -> Busy:
    what = None
    if type(value) is tuple and len(value) == 2 and isinstance(value[1], str):
        value, what = value[0], canonical(value[1]) or None
    if isinstance(value, str):
        value = to_span(value, year, where)
    if type(value) is date:
        value = DateSpan(value)
    if type(value) is not DateSpan:
        hint = "a pair is a day and the reason" if isinstance(value, tuple) else None
        raise WrongTypeError(
            f"expected a date, DateSpan, Occasion or Schedule, got {quoted(value)}", where, hint
        )
    if value.end < value.start:
        raise WrongValueError(f"{value} runs backwards", where)
    return Busy(value, what)


def to_span(text: str, year: int, where: str) -> DateSpan:
    """The days that *text* says, of *year* where it names none: "5 mars", "5–7 mars", "vecka 7", "november".

    Raises:
        WrongValueError: It says none.
    """
    try:
        found = parse_dates(text, year=year)
    except DateError as error:
        raise WrongValueError(error.problem, where, error.hint) from error
    if isinstance(found, DateSpan):
        return found
    if found.earliest is None or found.latest is None:
        raise WrongValueError(f"{quoted(text)} has no first and last day", where)
    return DateSpan(found.earliest, found.latest)


def _order(busy: Busy) -> tuple[date, date, str, Hours]:
    return busy.dates.start, busy.dates.end, busy.what or "", busy.hours
