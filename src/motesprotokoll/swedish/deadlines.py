"""Statutory deadlines: the last day as the law counts it, and as it moves past free days.

Not legal advice. A last day is given twice, and what is settled about the second is told with it.

Sources: lag (1930:173) om beräkning av lagstadgad tid; kommunallagen (2017:725) 5 kap. 69 §, 8 kap. 12 § and
13 kap. 5 §.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

import attrs
from attrs import field

from motesprotokoll.errors import WrongTypeError, WrongValueError, quoted
from motesprotokoll.model.text import is_bool, is_name, to_name
from motesprotokoll.model.times import is_date
from motesprotokoll.swedish.free_days import ONE_DAY, checked_day, is_working_day

_COUNTING = "lag (1930:173) 1 och 2 §§"
_APPEAL = f"kommunallagen (2017:725) 13 kap. 5 §; {_COUNTING}"
_ADJUSTMENT = "kommunallagen (2017:725) 5 kap. 69 §"
_NOTICE = "kommunallagen (2017:725) 8 kap. 12 §"


def is_not_before_strict(instance: "Deadline", attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """A day that is not before the strict one."""
    is_date(instance, attribute, value)
    if value < instance.strict:
        raise WrongValueError(f"{value} is before the strict day {instance.strict}", "Deadline.moved")


@attrs.frozen
class Deadline:
    """Sista dag: the last day for something that the law wants done in time."""

    strict: date = field(validator=is_date)
    """The last day as counted, whatever day it is."""
    moved: date = field(validator=is_not_before_strict)
    """The first working day from then on, which is where 2 § of lag (1930:173) moves a last day."""
    rule: str = field(converter=to_name, validator=is_name)
    """The law that it follows."""
    moves: bool = field(default=True, kw_only=True, validator=is_bool)
    """Whether that 2 § applies. ``False`` where that is not settled: ``moved`` is what it would give."""

    @property
    def last_day(self) -> date:
        """The day to rely on: the moved one where the law moves it, else the strict one."""
        return self.moved if self.moves else self.strict


def deadline(
    start: date, /, *, days: int | None = None, weeks: int | None = None, months: int | None = None
) -> Deadline:
    """The last day of a time that law sets for doing something, counted from *start*.

    "Då ... tid skall räknas efter vecka, månad eller år, varde den dag för slutdag ansedd som genom sitt
    namn i veckan eller sitt tal i månaden motsvarar den, från vilken tidräkningen börjas. Finnes ej
    motsvarande dag i slutmånaden, varde den månadens sista dag ansedd för slutdag." (1 §) A last day on a
    Saturday, a Sunday, a public holiday, midsommarafton, julafton or nyårsafton moves to the next vardag
    (2 §).

    Args:
        start: The day that the time is counted from; days are counted from the day after.
        days, weeks, months: How long the time is; exactly one of them. A year is twelve months.

    Raises:
        WrongTypeError: *start* is no date, or a length no whole number.
        WrongValueError: Not one length, a length below one, or days of which no holidays are known.
        MissingExtraError: The extra ``holidays`` is not installed.

    Source: lag (1930:173) om beräkning av lagstadgad tid, 1 and 2 §§.

    >>> deadline(date(2026, 3, 28), weeks=3).moved
    datetime.date(2026, 4, 20)
    """
    lengths = {"days": days, "weeks": weeks, "months": months}
    given = [(unit, number) for unit, number in lengths.items() if number is not None]
    if len(given) != 1:
        raise WrongValueError("a deadline needs one of days, weeks and months")
    return _moved(_counted(checked_day(start, "start"), *given[0]), _COUNTING)


def _counted(start: date, unit: str, number: int) -> date:
    if type(number) is not int:
        raise WrongTypeError(f"expected int, got {quoted(number)}", unit)
    if number < 1:
        raise WrongValueError(f"{quoted(number)} is no length of time", unit, "from 1")
    try:
        return _months_after(start, number) if unit == "months" else start + timedelta(**{unit: number})
    except (OverflowError, ValueError) as error:
        raise WrongValueError(f"{quoted(number)} {unit} lead past the calendar", unit) from error


def _months_after(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    first = date(start.year + years, month + 1, 1)
    return first.replace(day=min(start.day, monthrange(first.year, first.month)[1]))


def _moved(strict: date, rule: str, *, moves: bool = True) -> Deadline:
    day = strict
    while not is_working_day(day):
        day += ONE_DAY
    return Deadline(strict, day, rule, moves=moves)


def appeal_deadline(announced: date, /) -> Deadline:
    """Sista dag för överklagande: when an appeal for a review of legality must have come in.

    "Överklagandet ska ha kommit in till förvaltningsrätten inom tre veckor från den dag då det tillkännagavs
    på ... anslagstavla att protokollet över beslutet justerats." The time only runs out if the notice stood
    on the board for all of it; see `notice_removal`. Errors are those of `deadline`.

    Args:
        announced: The day when the notice of the adjusted minutes was put up.

    Source: kommunallagen 13 kap. 5 §; lag (1930:173) 1 and 2 §§.

    >>> appeal_deadline(date(2024, 12, 26)).last_day
    datetime.date(2025, 1, 16)
    """
    return _moved(_counted(checked_day(announced, "announced"), "weeks", 3), _APPEAL)


def notice_removal(announced: date, /) -> date:
    """Anslaget tas ned: the day after the last day for an appeal, as the forms of municipalities have it.

    The notice must not be taken down before the time for appeals has run out. Errors are those of `deadline`.

    Source: kommunallagen 8 kap. 12 § and 13 kap. 5 §.

    >>> notice_removal(date(2024, 12, 26))
    datetime.date(2025, 1, 17)
    """
    return appeal_deadline(announced).moved + ONE_DAY


def adjustment_deadline(meeting: date, /) -> Deadline:
    """Sista dag för justering: the minutes must be adjusted within 14 days of the meeting.

    Whether 2 § of lag (1930:173) moves this limit is a question for a lawyer. So ``moves`` is false, and
    ``last_day`` the strict day. Errors are those of `deadline`.

    Source: kommunallagen 5 kap. 69 §, which 6 kap. 35 § and 9 kap. 2 § extend to boards and federations.

    >>> adjustment_deadline(date(2026, 3, 21)).last_day  # a Saturday, and stays there
    datetime.date(2026, 4, 4)
    """
    return _moved(_counted(checked_day(meeting, "meeting"), "days", 14), _ADJUSTMENT, moves=False)


def notice_deadline(adjusted: date, /) -> Deadline:
    """Sista dag för anslag: adjusted minutes are announced no later than the second day after.

    As with `adjustment_deadline` it is a question for a lawyer whether this limit moves, and ``moves`` is
    false. Errors are those of `deadline`.

    Source: kommunallagen 8 kap. 12 §.

    >>> notice_deadline(date(2026, 4, 10)).strict
    datetime.date(2026, 4, 12)
    """
    return _moved(_counted(checked_day(adjusted, "adjusted"), "days", 2), _NOTICE, moves=False)
