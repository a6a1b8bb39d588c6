"""Laws of free days: the package equals the text of the law, and what is computed from it holds together."""

import contextlib
from collections import defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motesprotokoll.errors import MinutesError
from motesprotokoll.swedish import (
    adjustment_deadline,
    appeal_deadline,
    bridge_day,
    deadline,
    half_day,
    is_working_day,
    non_working_day,
    notice_deadline,
    notice_removal,
    school_break,
    school_breaks,
)
from motesprotokoll.swedish.free_days import free_days
from plans import easter, first_from

DAY = timedelta(days=1)
SATURDAY = 5
KNOWN = st.dates(date(2005, 1, 1), date(2099, 12, 31))


def by_law(year: int) -> dict[date, set[str]]:
    """Lag (1989:253) 1 and 2 §§ but for plain Sundays, and the eves of lag (1930:173) 2 §."""
    sunday, midsummer = easter(year), first_from(date(year, 6, 20), SATURDAY)
    days = {
        "nyårsdagen": date(year, 1, 1),
        "trettondedag jul": date(year, 1, 6),
        "långfredagen": sunday - 2 * DAY,
        "påskdagen": sunday,
        "annandag påsk": sunday + DAY,
        "första maj": date(year, 5, 1),
        "Kristi himmelsfärdsdag": sunday + 39 * DAY,
        "pingstdagen": sunday + 49 * DAY,
        "nationaldagen": date(year, 6, 6),
        "midsommarafton": midsummer - DAY,
        "midsommardagen": midsummer,
        "alla helgons dag": first_from(date(year, 10, 31), SATURDAY),
        "julafton": date(year, 12, 24),
        "juldagen": date(year, 12, 25),
        "annandag jul": date(year, 12, 26),
        "nyårsafton": date(year, 12, 31),
    }
    named: dict[date, set[str]] = defaultdict(set)
    for name, day in days.items():
        named[day].add(name)
    return named


@pytest.mark.parametrize("year", range(2005, 2101))
def test_holidays_are_those_of_the_law(year: int) -> None:
    """Names and days of every year since nationaldagen became a holiday."""
    assert {day: set(names) for day, names in free_days(year).items()} == by_law(year)


@given(KNOWN)
def test_bridge_days_lie_between_free_days(day: date) -> None:
    """A bridge day is a working day, its neighbours are not, and one of them has a name."""
    found = bridge_day(day)
    between = is_working_day(day) and not is_working_day(day - DAY) and not is_working_day(day + DAY)
    assert (found is not None) == between
    if found is not None:
        assert non_working_day(day - DAY) in (None, found.before)
        assert non_working_day(day + DAY) in (None, found.after)
        assert non_working_day(day - DAY) or non_working_day(day + DAY)


@given(KNOWN)
def test_half_days_are_working_days_before_a_holiday(day: date) -> None:
    """A half day is none that is free, and the day after it has a name."""
    if half_day(day) is not None:
        assert is_working_day(day)
        assert non_working_day(day + DAY)


@given(KNOWN, st.sampled_from(("days", "weeks", "months")), st.integers(1, 12))
def test_deadlines_move_to_the_first_working_day(start: date, unit: str, number: int) -> None:
    """The moved day is a working day, and every day before it, from the strict one on, is free."""
    found = deadline(start, **{unit: number})
    assert start < found.strict <= found.moved
    assert is_working_day(found.moved)
    skipped = range((found.moved - found.strict).days)
    assert not any(is_working_day(found.strict + number * DAY) for number in skipped)


@given(KNOWN)
def test_deadlines_of_the_local_government_act(day: date) -> None:
    """Three weeks end on the same weekday; what is not settled never claims the moved day."""
    appeal = appeal_deadline(day)
    assert appeal.strict.weekday() == day.weekday()
    assert notice_removal(day) > appeal.last_day
    for found in (adjustment_deadline(day), notice_deadline(day)):
        assert found.last_day == found.strict


@given(KNOWN)
def test_school_breaks_hold_their_days(day: date) -> None:
    """A day is in a break of its year, or in none of them."""
    found = school_break(day)
    within = [one for one in school_breaks(day.year) if one.dates.start <= day <= one.dates.end]
    assert (found in within) if within else found is None


@given(st.dates(), st.integers())
def test_any_day_gives_a_result_or_our_error(day: date, number: int) -> None:
    """The whole calendar, and any number."""
    for call in (
        lambda: (non_working_day(day), is_working_day(day), bridge_day(day), half_day(day)),
        lambda: school_break(day),
        lambda: school_breaks(number),
        lambda: (appeal_deadline(day), adjustment_deadline(day), notice_deadline(day), notice_removal(day)),
        lambda: deadline(day, days=number),
        lambda: deadline(day, weeks=number),
        lambda: deadline(day, months=number),
    ):
        with contextlib.suppress(MinutesError):
            call()
