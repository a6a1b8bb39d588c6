"""The identity of events, and when they were last revised."""

from datetime import UTC, date, datetime

import attrs
import pytest

from motesprotokoll.ical import stamp_of, stamp_of_meeting, uid_of, uids_of
from motesprotokoll.model import Meeting, Occasion, PartialDate, Schedule

DAY = date(2027, 2, 5)


class TestUidOf:
    def test_never_changes(self) -> None:
        """It stands in the calendars of people."""
        assert uid_of("HR-chefsnätverket", DAY) == "5c670861-0dc0-5c33-9bfb-5faced112515"
        assert uid_of(None, DAY) == uid_of("", DAY) == "b6cfa0d4-42fa-5753-8200-688852c0a863"

    def test_is_another_for_another_body_day_or_time_of_the_day(self) -> None:
        """And holds no word of the body's name."""
        every = {uid_of("A", DAY), uid_of("B", DAY), uid_of("A", date(2027, 2, 6)), uid_of("A", DAY, 1)}
        assert len(every) == 4


class TestUidsOf:
    def test_are_given_or_derived(self) -> None:
        """Its own where it has one; without a day there is nothing to derive it from."""
        plan = Schedule(network="HR", occasions=[Occasion(DAY, uid="a"), Occasion(DAY), Occasion()])
        assert uids_of(plan) == ("a", uid_of("HR", DAY), None)

    def test_two_on_a_day_are_told_apart_in_their_order(self) -> None:
        """By an ordinal."""
        assert uids_of(Schedule(occasions=[DAY, DAY])) == (uid_of(None, DAY), uid_of(None, DAY, 1))

    def test_one_that_is_taken_is_passed_over(self) -> None:
        """By a meeting that was on that day and has moved, or is cancelled."""
        moved = Occasion(date(2027, 3, 5), uid=uid_of(None, DAY))
        assert uids_of(Schedule(occasions=[DAY, moved])) == (uid_of(None, DAY, 1), uid_of(None, DAY))

    def test_one_that_is_said_twice_belongs_to_the_first(self) -> None:
        """The second has a derived one, if it has a day."""
        plan = Schedule(occasions=[Occasion(DAY, uid="a"), Occasion(DAY, uid="a"), Occasion(uid="a")])
        assert uids_of(plan) == ("a", uid_of(None, DAY), None)

    def test_of_what_has_no_day_is_its_own(self) -> None:
        """A vague date keeps the identity that it was given."""
        assert uids_of(Schedule(occasions=[Occasion(PartialDate("i mars"), uid="a")])) == ("a",)


class TestStampOf:
    @pytest.mark.parametrize(
        ("plan", "stamp"),
        [
            (Schedule(), datetime(1970, 1, 1, tzinfo=UTC)),
            (Schedule(occasions=[Occasion(), DAY]), datetime(2027, 1, 1, tzinfo=UTC)),
            (Schedule(year=2026, occasions=[DAY]), datetime(2026, 1, 1, tzinfo=UTC)),
            (Schedule(year=2026, decided_on=date(2025, 9, 9)), datetime(2025, 9, 9, tzinfo=UTC)),
            (Schedule(year=2026, revision=61), datetime(2026, 1, 1, 0, 1, 1, tzinfo=UTC)),
            (Schedule(decided_on=date.max, revision=2**31 - 1), datetime(9999, 12, 31, tzinfo=UTC)),
        ],
    )
    def test_is_what_the_plan_says(self, plan: Schedule, stamp: datetime) -> None:
        """The day of the decision, else the year; a second for each revision."""
        assert stamp_of(plan) == stamp

    def test_of_a_meeting(self) -> None:
        """The day when its document was finished, else the first of its year."""
        meeting = Meeting(occasion=Occasion(DAY, sequence=2))
        assert stamp_of_meeting(meeting) == datetime(2027, 1, 1, 0, 0, 2, tzinfo=UTC)
        finished = attrs.evolve(meeting, finished_on=date(2027, 3, 1))
        assert stamp_of_meeting(finished) == datetime(2027, 3, 1, 0, 0, 2, tzinfo=UTC)
        assert stamp_of_meeting(Meeting()) == datetime(1970, 1, 1, tzinfo=UTC)
