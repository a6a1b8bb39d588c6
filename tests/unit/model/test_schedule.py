from datetime import date, time

import pytest

from motesprotokoll.errors import WrongValueError
from motesprotokoll.model import (
    DateSpan,
    Meeting,
    Network,
    Occasion,
    PartialDate,
    PartOfDay,
    Schedule,
)
from motesprotokoll.model.schedule import only_year

DAY = date(2027, 2, 5)


class TestSchedule:
    def test_days_become_occasions(self) -> None:
        """Days, spans and vague dates stand for occasions; order and repetition are kept."""
        vague = PartialDate("i vår")
        schedule = Schedule(occasions=[DAY, DateSpan(DAY), vague, Occasion(DAY, place="Ale")])
        assert schedule.occasions == (
            Occasion(DAY),
            Occasion(DAY),
            Occasion(vague),
            Occasion(DAY, place="Ale"),
        )

    def test_may_say_nothing(self) -> None:
        """A heading without dates under it is a schedule, too."""
        assert Schedule(" ") == Schedule()

    @pytest.mark.parametrize("year", [0, 10_000, -1])
    def test_year_is_one_of_the_calendar(self, year: int) -> None:
        """The first is 1 and the last 9999."""
        assert [Schedule(year=one).year for one in (1, 9999)] == [1, 9999]
        with pytest.raises(WrongValueError, match=r"^Schedule\.year: expected a year from 1 to 9999, got"):
            Schedule(year=year)

    @pytest.mark.parametrize(
        ("occasion", "part"),
        [
            (Occasion(DAY), PartOfDay.MORNING),
            (Occasion(DAY, part_of_day=PartOfDay.EVENING), PartOfDay.EVENING),
            (Occasion(DAY, times=time(13)), None),
            (Occasion(DAY, times=time(9), part_of_day=PartOfDay.MORNING), PartOfDay.MORNING),
        ],
    )
    def test_part_of_day_of_an_occasion(self, occasion: Occasion, part: PartOfDay | None) -> None:
        """Its own, else what applies to all; but nothing that applies to all beside a clock time."""
        assert Schedule(part_of_day=PartOfDay.MORNING).part_of_day_of(occasion) is part
        assert Schedule().part_of_day_of(occasion) is occasion.part_of_day

    def test_the_body_is_known_by_its_name(self) -> None:
        """Of a plan as of a meeting; that of nobody has none."""
        assert Schedule(network=Network("Rådet", short_name="R")).body_name == "Rådet"
        assert Meeting("Rådet").body_name == "Rådet"
        assert (Schedule("Tider").body_name, Meeting(title="Möte").body_name) == (None, None)

    def test_revision_counts_from_nought(self) -> None:
        """A negative one means nothing."""
        with pytest.raises(WrongValueError, match=r"^Schedule\.revision: "):
            Schedule(revision=-1)


class TestOnlyYear:
    def test_is_that_of_all_first_days(self) -> None:
        """A second day after New Year does not count, nor does what is vague."""
        long = Occasion(DateSpan(date(2027, 12, 31), date(2028, 1, 1)))
        assert only_year([Occasion(DAY), long, Occasion(PartialDate("i vår")), Occasion()]) == 2027

    def test_of_several_years_or_none_is_none(self) -> None:
        """Nothing is guessed."""
        assert only_year([Occasion(DAY), Occasion(date(2028, 2, 5))]) is None
        assert only_year([Occasion(PartialDate("i vår"))]) is None
