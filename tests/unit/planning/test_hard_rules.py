"""The pattern of the networks over many years, held against a calendar that the tests make themselves."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from motesprotokoll import planning
from motesprotokoll.model import PartOfDay
from plans import Days, dates_of, days, easter, red_days, school_days_off

YEARS = range(2024, 2036)


class TestTheCalendarOfTheTests:
    @pytest.mark.parametrize(("year", "day"), [(2024, "03-31"), (2027, "03-28"), (2035, "03-25")])
    def test_knows_easter(self, year: int, day: str) -> None:
        """As printed calendars have it."""
        assert str(easter(year)) == f"{year}-{day}"

    def test_knows_the_red_days(self) -> None:
        """Some of them, on dates that people know."""
        assert {date(2027, 5, 6), date(2027, 3, 26), date(2027, 6, 25), date(2027, 11, 6)} < red_days(2027)


def proposed(year: int) -> planning.Proposal:
    return planning.propose(
        "Nätverket för skolbibliotek",
        year,
        weekdays="friday",
        part_of_day="morning",
        spring=3,
        autumn=4,
        two_days="november",
    )


@pytest.fixture
def found(year: int) -> list[Days]:
    return dates_of(proposed(year))


@pytest.mark.parametrize("year", YEARS)
class TestFridaysInTheMorning:
    """Three in spring and four in autumn, of which one takes two days in November."""

    def test_has_the_number_of_meetings(self, found: list[Days], year: int) -> None:
        """Three and four, each in its window."""
        first, second = found[:3], found[3:]
        assert len(found) == 7
        assert all(date(year, 1, 15) <= one[0] <= one[1] <= date(year, 6, 14) for one in first)
        assert all(date(year, 8, 20) <= one[0] <= one[1] <= date(year, 12, 15) for one in second)

    def test_has_one_meeting_of_two_days_in_november(self, found: list[Days], year: int) -> None:
        """Thursday and Friday; all the others are Fridays."""
        long = [one for one in found if one[0] != one[1]]
        assert [[(day.month, day.weekday()) for day in days(one)] for one in long] == [[(11, 3), (11, 4)]]
        assert {one[0].weekday() for one in found if one not in long} == {4}

    def test_meets_on_no_free_day(self, found: list[Days], year: int) -> None:
        """No public holiday, no eve, no school break; and no bridge day either, which it could."""
        taken = {day for one in found for day in days(one)}
        assert not taken & red_days(year)
        assert not taken & school_days_off(year)
        assert not {day for day in taken if day.weekday() == 4 and day - timedelta(1) in red_days(year)}

    def test_leaves_three_weeks_between_meetings(self, found: list[Days], year: int) -> None:
        """From the last day of one to the first day of the next."""
        assert min((later[0] - earlier[1]).days for earlier, later in pairwise(found)) >= 21

    def test_passes_the_checks_of_schedules(self, year: int) -> None:
        """Which were written apart from it: a proposal leaves them nothing to find."""
        plan = proposed(year).schedule
        assert planning.check_schedules([plan], least_days=21) == ()
        parts = [one.part_of_day for one in plan.occasions]
        assert sorted(parts, key=str) == [PartOfDay.MORNING] * 6 + [PartOfDay.WHOLE_DAY]
