"""The hours that an occasion takes of its day."""

from datetime import date, time

import pytest

from motesprotokoll.checks.plans import WHOLE_DAY, Plan, overlap
from motesprotokoll.model import DateSpan, Occasion, PartOfDay, Schedule, TimeSpan

DAY = date(2027, 2, 5)


class TestHours:
    @pytest.mark.parametrize(
        ("times", "hours"),
        [
            (TimeSpan(time(9, 15), time(11, 45)), (9 * 60 + 15, 11 * 60 + 45)),
            (TimeSpan(time(0, 1), time(0, 2)), (1, 2)),
            (TimeSpan(time(22, 30), time(1, 15)), (22 * 60 + 30, 24 * 60)),
        ],
    )
    def test_are_minutes_of_the_day(self, times: TimeSpan, hours: tuple[int, int]) -> None:
        """What goes past midnight ends there."""
        occasion = Occasion(DAY, times=times)
        assert Plan(Schedule(occasions=[occasion])).hours(occasion) == hours

    def test_of_several_days_are_whole_days(self) -> None:
        """Whatever the clock times are; and so is a day of which nothing else is known."""
        days = Occasion(DateSpan(DAY, date(2027, 2, 6)), times=TimeSpan(time(9), time(10)))
        assert Plan(Schedule(occasions=[days])).hours(days) == WHOLE_DAY
        assert Plan(Schedule(occasions=[Occasion(DAY)])).hours(Occasion(DAY)) == WHOLE_DAY

    def test_without_an_end_they_last_for_the_part_of_the_day(self) -> None:
        """A morning and an afternoon do not meet."""
        plan = Plan(Schedule(part_of_day=PartOfDay.MORNING))
        morning = plan.hours(Occasion(DAY, times=TimeSpan(time(9, 30))))
        afternoon = plan.hours(Occasion(DAY, times=TimeSpan(time(13))))
        assert morning[0] == 9 * 60 + 30
        assert not overlap(morning, afternoon)
        assert overlap(plan.hours(Occasion(DAY)), morning)
