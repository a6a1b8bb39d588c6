"""Which meeting of a new plan is which of the old one."""

from datetime import date, time, timedelta

import pytest

from motesprotokoll.calendars.matching import LONGEST_MOVE, claims, matched
from motesprotokoll.model import DateSpan, Occasion, PartialDate, TimeSpan


def on(month: int, day: int, label: str | None = None, **more: object) -> Occasion:
    return Occasion(date(2027, month, day), label=label, **more)  # type: ignore[arg-type]


def two_days(month: int, day: int, label: str | None = None) -> Occasion:
    start = date(2027, month, day)
    return Occasion(DateSpan(start, start + timedelta(days=1)), label=label)


class TestClaims:
    def test_the_first_of_several_keeps_the_uid(self) -> None:
        """The others have none; who had none stays without."""
        given = [on(3, 5, uid="a"), on(3, 6), on(3, 7, uid="a"), on(3, 8, uid="b")]
        assert claims(given) == ("a", None, None, "b")


class TestMatched:
    def test_a_uid_says_more_than_a_day(self) -> None:
        """However far the meeting has moved, and whoever stands on its day now."""
        old = [on(3, 5, uid="a"), on(9, 5, uid="b")]
        assert matched(old, [on(3, 5), on(9, 12, uid="a"), on(9, 5)]) == ((0, 1), (1, 2))

    def test_a_uid_that_the_old_plan_does_not_have_is_another_meeting(self) -> None:
        """Also on the same day."""
        assert matched([on(3, 5, uid="a")], [on(3, 5, uid="x")]) == ()

    def test_the_same_day_comes_before_a_shorter_way_in_all(self) -> None:
        """Who has the 12th in their calendar keeps it, although moving both would keep the order."""
        assert matched([on(3, 5), on(3, 12)], [on(3, 12), on(3, 19)]) == ((1, 0), (0, 1))

    def test_a_label_keeps_its_meeting(self) -> None:
        """The study trip moved by a week, and so did the meeting before it, to the trip's old day."""
        old = [on(3, 5), on(3, 12, "Studieresa")]
        assert matched(old, [on(3, 12), on(3, 19, "Studieresa")]) == ((0, 0), (1, 1))

    def test_of_two_meetings_on_a_day_each_is_the_one_most_like_it(self) -> None:
        """Here by their hours, though they are listed the other way round."""
        morning, afternoon = TimeSpan(time(9)), TimeSpan(time(13))
        old = [on(3, 5, times=morning), on(3, 5, times=afternoon)]
        assert matched(old, [on(3, 5, times=afternoon), on(3, 5, times=morning)]) == ((1, 0), (0, 1))

    def test_a_plan_that_moved_as_a_whole_moves_as_little_as_it_can(self) -> None:
        """All Fridays became Thursdays, one meeting went at the start and one came at the end."""
        first, week, day = date(2027, 2, 5), timedelta(days=7), timedelta(days=1)
        fridays = [Occasion(first + number * week) for number in range(8)]
        thursdays = [Occasion(first + (number + 1) * week - day) for number in range(8)]
        assert matched(fridays, thursdays) == tuple((number + 1, number) for number in range(7))

    def test_the_nearest_first_would_be_dearer(self) -> None:
        """The cheapest whole, not the cheapest first pair: 10 and 20 go to 18 and 28, and 18 is nearer 20."""
        assert matched([on(3, 10), on(3, 20)], [on(3, 18), on(3, 28)]) == ((0, 0), (1, 1))

    def test_what_came_first_of_all_stays_alone(self) -> None:
        """A meeting too early to be any of the old ones."""
        assert matched([on(5, 7)], [on(3, 5), on(5, 14)]) == ((0, 1),)

    def test_two_days_stay_two_days(self) -> None:
        """Where one of two meetings goes, the one of the same length is the one that moved."""
        assert matched([on(11, 12), two_days(11, 15)], [two_days(11, 18)]) == ((1, 0),)
        assert matched([two_days(11, 12), on(11, 15)], [two_days(11, 18)]) == ((0, 0),)

    def test_a_day_may_be_added_to_a_meeting(self) -> None:
        """It still begins on the same day."""
        assert matched([on(11, 18)], [two_days(11, 18)]) == ((0, 0),)

    @pytest.mark.parametrize(("days", "pairs"), [(28, ((0, 0),)), (29, ())])
    def test_what_is_further_away_than_four_weeks_is_another_meeting(
        self, days: int, pairs: tuple[tuple[int, int], ...]
    ) -> None:
        """In both directions."""
        early, late = on(3, 5), Occasion(date(2027, 3, 5) + timedelta(days=days))
        assert timedelta(days=28) == LONGEST_MOVE
        assert matched([early], [late]) == pairs
        assert matched([late], [early]) == pairs

    def test_other_hours_and_another_place_do_not_hinder_the_longest_move(self) -> None:
        """Small differences weigh less than a day, all of them together."""
        times, late = TimeSpan(time(9)), date(2027, 4, 2)
        assert matched([on(3, 5)], [Occasion(late, times=times, place="Ale", note="x")]) == ((0, 0),)

    def test_another_label_far_away_is_another_meeting(self) -> None:
        """Near by, the meeting was renamed."""
        assert matched([on(3, 5)], [on(3, 26, "Studieresa")]) == ()
        assert matched([on(3, 5)], [on(3, 12, "Studieresa")]) == ((0, 0),)

    def test_what_was_cancelled_does_not_move(self) -> None:
        """A meeting a week after a cancelled one is a new one; on the day itself it is held after all."""
        cancelled = on(3, 5, cancelled=True)
        assert matched([cancelled], [on(3, 12)]) == ()
        assert matched([on(3, 5)], [on(3, 12, cancelled=True)]) == ()
        assert matched([cancelled], [on(3, 5)]) == ((0, 0),)
        assert matched([cancelled, on(3, 5)], [on(3, 5)]) == ((1, 0),)

    def test_a_vague_time_becomes_a_day_within_it(self) -> None:
        """And the same vague time is the same meeting."""
        march = PartialDate("i slutet av mars", earliest=date(2027, 3, 21), latest=date(2027, 3, 31))
        soon = PartialDate("snarast")
        assert matched([Occasion(march)], [on(3, 24)]) == ((0, 0),)
        assert matched([Occasion(march)], [on(5, 24)]) == ()
        assert matched([on(3, 24)], [Occasion(march)]) == ((0, 0),)
        assert matched([Occasion(soon)], [on(3, 24)]) == ()
        assert matched([Occasion(soon), Occasion()], [Occasion(), Occasion(soon)]) == ((1, 0), (0, 1))

    def test_plans_need_not_be_in_order(self) -> None:
        """Order is that of the days."""
        old, new = [on(5, 7), on(3, 5)], [on(5, 14), on(3, 12)]
        assert matched(old, new) == ((0, 0), (1, 1))

    def test_nothing_is_matched_with_nothing(self) -> None:
        """Empty plans have no pairs."""
        assert matched([], []) == matched([on(3, 5)], []) == matched([], [on(3, 5)]) == ()

    def test_the_alignment_is_the_cheapest_of_all(self) -> None:
        """Against every other way to lay two short plans side by side."""
        days = ((1, 4, 20), (3, 19, 22), (2, 5, 9), (25, 27, 28))
        for old_days in days:
            for new_days in days:
                old = [on(3, day) for day in old_days]
                new = [on(3, day, place="x") for day in new_days]
                if not {*old_days} & {*new_days}:
                    found = sum(abs(old_days[a] - new_days[b]) for a, b in matched(old, new))
                    alone = len(old) + len(new) - 2 * len(matched(old, new))
                    assert found * 2 + alone * 29 == pytest.approx(cheapest(old_days, new_days), abs=1)


def cheapest(old: tuple[int, ...], new: tuple[int, ...]) -> int:
    """The least cost by trying every alignment: twice the days, and 29 for each that is left alone."""
    if not old or not new:
        return 29 * (len(old) + len(new))
    return min(
        2 * abs(old[0] - new[0]) + cheapest(old[1:], new[1:]),
        29 + cheapest(old[1:], new),
        29 + cheapest(old, new[1:]),
    )
