"""Statutory deadlines: the strict day, the moved day, and which of them to rely on."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from motesprotokoll.errors import WrongTypeError, WrongValueError
from motesprotokoll.swedish import (
    Deadline,
    adjustment_deadline,
    appeal_deadline,
    deadline,
    notice_deadline,
    notice_removal,
)


class TestDeadline:
    @pytest.mark.parametrize(
        ("start", "length", "strict", "moved"),
        [
            (date(2024, 12, 26), {"weeks": 3}, date(2025, 1, 16), date(2025, 1, 16)),
            (date(2026, 3, 28), {"weeks": 3}, date(2026, 4, 18), date(2026, 4, 20)),  # a Saturday
            (date(2026, 3, 15), {"weeks": 3}, date(2026, 4, 5), date(2026, 4, 7)),  # påskdagen
            (date(2026, 5, 29), {"weeks": 3}, date(2026, 6, 19), date(2026, 6, 22)),  # midsommarafton
            (date(2025, 12, 3), {"weeks": 3}, date(2025, 12, 24), date(2025, 12, 29)),  # julafton
            (date(2025, 12, 10), {"weeks": 3}, date(2025, 12, 31), date(2026, 1, 2)),  # nyårsafton
            (date(2026, 1, 7), {"days": 2}, date(2026, 1, 9), date(2026, 1, 9)),
            (date(2026, 1, 14), {"months": 1}, date(2026, 2, 14), date(2026, 2, 16)),
            (date(2026, 1, 31), {"months": 1}, date(2026, 2, 28), date(2026, 3, 2)),  # no 31 February
            (date(2024, 1, 31), {"months": 1}, date(2024, 2, 29), date(2024, 2, 29)),
            (date(2025, 11, 10), {"months": 14}, date(2027, 1, 10), date(2027, 1, 11)),
            (date(2025, 12, 1), {"months": 12}, date(2026, 12, 1), date(2026, 12, 1)),
        ],
    )
    def test_counts_and_moves(self, start: date, length: Any, strict: date, moved: date) -> None:
        """Weeks end on the same weekday, months on the same day; a last day that is free moves on."""
        assert deadline(start, **length) == Deadline(strict, moved, "lag (1930:173) 1 och 2 §§")
        assert deadline(start, **length).last_day == moved

    @pytest.mark.parametrize("lengths", [{}, {"weeks": 3, "days": 1}, {"weeks": None}])
    def test_needs_one_length(self, lengths: Any) -> None:
        """Without a length, or with two, nothing can be counted."""
        with pytest.raises(WrongValueError, match="one of days, weeks and months"):
            deadline(date(2026, 3, 28), **lengths)

    @pytest.mark.parametrize("unit", ["days", "weeks", "months"])
    def test_refuses_odd_lengths(self, unit: str) -> None:
        """No length, a negative one, one past the calendar, and what is no number."""
        for number in (0, -1, 10_000_000, 10**40):
            with pytest.raises(WrongValueError, match=f"^{unit}: "):
                deadline(date(2026, 3, 28), **{unit: number})
        for number in ("3", 3.0, True):
            with pytest.raises(WrongTypeError, match=f"^{unit}: "):
                deadline(date(2026, 3, 28), **{unit: number})  # type: ignore[arg-type]

    @pytest.mark.parametrize("start", [date(2100, 12, 24), date(9999, 12, 11), date(1, 1, 1)])
    def test_refuses_days_of_unknown_years(self, start: date) -> None:
        """Where no holidays are known, no day is moved."""
        with pytest.raises(WrongValueError, match="no Swedish holidays are known"):
            deadline(start, weeks=1)

    @pytest.mark.parametrize(
        "function", [appeal_deadline, adjustment_deadline, notice_deadline, notice_removal]
    )
    @pytest.mark.parametrize("start", ["2026-03-28", None, datetime(2026, 3, 28, tzinfo=UTC)])
    def test_refuses_what_is_no_day(self, function: Any, start: Any) -> None:
        """A moment is more than a day."""
        with pytest.raises(WrongTypeError, match="expected a date"):
            function(start)
        with pytest.raises(WrongTypeError, match="expected a date"):
            deadline(start, weeks=3)


class TestAppealDeadline:
    def test_is_three_weeks_from_the_notice(self) -> None:
        """Announced on a Thursday, until a Thursday; announced on a Saturday, until the Monday after."""
        assert appeal_deadline(date(2024, 12, 26)).last_day == date(2025, 1, 16)
        moved = appeal_deadline(date(2026, 3, 28))
        assert (moved.strict, moved.last_day, moved.moves) == (date(2026, 4, 18), date(2026, 4, 20), True)

    def test_names_the_law(self) -> None:
        """Both laws that it follows."""
        rule = appeal_deadline(date(2026, 3, 28)).rule
        assert rule == "kommunallagen (2017:725) 13 kap. 5 §; lag (1930:173) 1 och 2 §§"


class TestNoticeRemoval:
    def test_is_the_day_after_the_last_day_for_appeals(self) -> None:
        """The moved day counts: the notice stands as long as an appeal may come in."""
        assert notice_removal(date(2024, 12, 26)) == date(2025, 1, 17)
        assert notice_removal(date(2026, 3, 28)) == date(2026, 4, 21)


class TestAdjustmentDeadline:
    def test_is_fourteen_days_from_the_meeting(self) -> None:
        """On the same weekday two weeks later."""
        found = adjustment_deadline(date(2026, 3, 12))
        assert found.strict == found.moved == found.last_day == date(2026, 3, 26)
        assert found.rule == "kommunallagen (2017:725) 5 kap. 69 §"

    def test_does_not_promise_that_it_moves(self) -> None:
        """The moved day is told, but the strict one is the one to rely on."""
        found = adjustment_deadline(date(2026, 3, 21))
        assert (found.strict, found.moved) == (date(2026, 4, 4), date(2026, 4, 7))
        assert found.moves is False
        assert found.last_day == found.strict


class TestNoticeDeadline:
    def test_is_the_second_day_after_the_adjustment(self) -> None:
        """Adjusted on a Friday: strictly on the Sunday, and no promise of the Monday."""
        found = notice_deadline(date(2026, 4, 10))
        assert (found.strict, found.moved, found.last_day) == (
            date(2026, 4, 12),
            date(2026, 4, 13),
            date(2026, 4, 12),
        )
        assert (found.moves, found.rule) == (False, "kommunallagen (2017:725) 8 kap. 12 §")


class TestValue:
    def test_moves_forwards_only(self) -> None:
        """No law moves a last day back."""
        with pytest.raises(WrongValueError, match=r"Deadline\.moved"):
            Deadline(date(2026, 4, 18), date(2026, 4, 17), "en regel")

    def test_is_made_of_days_and_a_rule(self) -> None:
        """Anything else is refused with the name of the field."""
        day: Any = date(2026, 4, 18)
        for values in (("x", day, "r"), (day, "x", "r"), (day, day, 5)):
            with pytest.raises(WrongTypeError, match=r"^Deadline\."):
                Deadline(*values)
        with pytest.raises(WrongTypeError, match=r"Deadline\.moves"):
            Deadline(day, day, "r", moves=1)  # type: ignore[arg-type]
