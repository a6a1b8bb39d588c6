"""School breaks: what the data says of a year and of a day."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from motesprotokoll.errors import WrongTypeError, WrongValueError
from motesprotokoll.model import DateSpan
from motesprotokoll.swedish import (
    GR_SCHOOL_BREAKS,
    BreakBasis,
    SchoolBreak,
    YearlyBreak,
    free_days,
    school_break,
    school_breaks,
)
from motesprotokoll.swedish.school import known_school_breaks

CHRISTMAS = SchoolBreak("jullov", DateSpan(date(2025, 12, 22), date(2026, 1, 7)))


def told(year: int) -> list[tuple[str, str, str]]:
    """The breaks of a year, in short."""
    return [(one.name, str(one.dates), one.basis.value) for one in school_breaks(year)]


class TestGrSchoolBreaks:
    def test_a_published_year(self) -> None:
        """What is published stands before the rule; sportlov is the same week each year."""
        assert told(2024) == [
            ("sportlov", "2024-02-12/2024-02-16", "yearly"),
            ("påsklov", "2024-04-02/2024-04-05", "published"),
            ("höstlov", "2024-10-28/2024-11-01", "published"),
        ]

    def test_a_year_that_nobody_has_published(self) -> None:
        """Both weeks beside Easter are possible (28 March in 2027), and neither is certain."""
        assert told(2027) == [
            ("sportlov", "2027-02-15/2027-02-19", "yearly"),
            ("påsklov", "2027-03-22/2027-03-25", "possible"),
            ("påsklov", "2027-03-30/2027-04-02", "possible"),
            ("höstlov", "2027-11-01/2027-11-05", "yearly"),
        ]
        assert [one.certain for one in school_breaks(2027)] == [True, False, False, True]

    @pytest.mark.parametrize(
        ("first", "last", "week"),
        [
            (date(2023, 10, 30), date(2023, 11, 3), 44),
            (date(2024, 4, 2), date(2024, 4, 5), 14),
            (date(2024, 10, 28), date(2024, 11, 1), 44),
            (date(2025, 4, 14), date(2025, 4, 17), 16),
            (date(2025, 10, 27), date(2025, 10, 31), 44),
            (date(2026, 4, 7), date(2026, 4, 10), 15),
        ],
    )
    def test_published_rows(self, first: date, last: date, week: int) -> None:
        """The days and the weeks that Göteborgsregionen named: each last day is a Thursday or Friday."""
        found = school_break(first)
        assert found is not None
        assert found == school_break(last)
        assert found.dates == DateSpan(first, last)
        assert found.basis is BreakBasis.PUBLISHED
        assert first.isocalendar().week == last.isocalendar().week == week
        assert last.weekday() in (3, 4)

    def test_a_published_easter_break_is_one_of_the_possible_ones(self) -> None:
        """The rule for unknown years would have held the right week in each known year."""
        rule = YearlyBreak("påsklov")
        for year in (2024, 2025, 2026):
            published = next(one.dates for one in school_breaks(year) if one.name == "påsklov")
            assert published in [one.dates for one in rule.in_year(year)]

    def test_each_row_has_a_source(self) -> None:
        """Where a reader can look it up."""
        assert all("https://" in one.source for one in GR_SCHOOL_BREAKS)
        assert all("https://" in one.source for one in school_breaks(2027))


class TestSchoolBreakOfADay:
    @pytest.mark.parametrize(
        "day", [date(2026, 2, 8), date(2026, 2, 14), date(2026, 3, 31), date(2026, 7, 1)]
    )
    def test_none(self, day: date) -> None:
        """A day beside a break is in none; the summer is not in the data."""
        assert school_break(day) is None

    def test_a_possible_one(self) -> None:
        """The value itself says that it is not certain."""
        found = school_break(date(2027, 3, 31))
        assert found is not None
        assert (found.name, found.certain) == ("påsklov", False)

    def test_a_certain_one_comes_first(self) -> None:
        """Where two breaks overlap, the one that is known tells more."""
        own = SchoolBreak("studiedagar", DateSpan(date(2027, 3, 30), date(2027, 4, 1)))
        found = school_break(date(2027, 3, 31), [*GR_SCHOOL_BREAKS, own])
        assert found is own

    @pytest.mark.parametrize("day", ["2026-02-10", None, datetime(2026, 2, 10, tzinfo=UTC)])
    def test_refuses_what_is_no_day(self, day: Any) -> None:
        """A moment is more than a day."""
        with pytest.raises(WrongTypeError, match="expected a date"):
            school_break(day)


class TestOwnBreaks:
    def test_replace_ours(self) -> None:
        """Another region passes its own; nothing of ours is left."""
        assert school_break(date(2026, 2, 10), [CHRISTMAS]) is None
        assert school_break(date(2026, 2, 24), iter([YearlyBreak("sportlov", 9)])) == SchoolBreak(
            "sportlov", DateSpan(date(2026, 2, 23), date(2026, 2, 27)), basis=BreakBasis.YEARLY
        )

    def test_over_new_year(self) -> None:
        """A break in two years is in both, on each of its days."""
        assert school_breaks(2025, [CHRISTMAS]) == school_breaks(2026, [CHRISTMAS]) == (CHRISTMAS,)
        assert school_breaks(2024, [CHRISTMAS]) == school_breaks(2027, [CHRISTMAS]) == ()
        assert school_break(date(2026, 1, 7), [CHRISTMAS]) is CHRISTMAS
        assert school_break(date(2026, 1, 8), [CHRISTMAS]) is None

    def test_need_no_holidays_without_easter(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Weeks and dates are known without the extra, and for every year of the calendar."""
        monkeypatch.setattr(free_days, "free_days", None)
        assert len(school_breaks(9999, [YearlyBreak("jullov", 52)])) == 1
        assert len(school_breaks(1, [YearlyBreak("vinterlov", 2)])) == 1

    def test_beside_easter_need_a_known_easter(self) -> None:
        """Ours have one of that kind."""
        with pytest.raises(WrongValueError, match="2101"):
            school_breaks(2101)

    @pytest.mark.parametrize(
        "breaks", [None, "lov", CHRISTMAS, ["lov"], {CHRISTMAS}, [DateSpan(date(2026, 1, 7))]]
    )
    def test_refuses_what_is_no_break(self, breaks: Any) -> None:
        """The error says what was expected."""
        with pytest.raises(WrongTypeError, match=r"^breaks: expected"):
            school_breaks(2026, breaks)

    @pytest.mark.parametrize(
        ("year", "error"),
        [
            ("2026", WrongTypeError),
            (True, WrongTypeError),
            (0, WrongValueError),
            pytest.param(10**5_000, WrongValueError, id="huge"),
        ],
    )
    def test_refuses_what_is_no_year(self, year: Any, error: type[Exception]) -> None:
        """A year is a whole number of the calendar; one of more digits than Python prints is told, too."""
        with pytest.raises(error, match=r"^year: "):
            school_breaks(year)


class TestKnownSchoolBreaks:
    def test_are_all_where_easter_is_known(self) -> None:
        """The same as those of the year."""
        assert known_school_breaks(2027) == school_breaks(2027)

    @pytest.mark.parametrize("year", [1, 1900, 9999])
    def test_are_those_without_easter_elsewhere(self, year: int) -> None:
        """Of any year of the calendar."""
        assert [one.name for one in known_school_breaks(year)] == ["sportlov", "höstlov"]

    @pytest.mark.usefixtures("no_holidays")
    def test_need_no_holidays(self) -> None:
        """And those that are published for a year stay, beside Easter or not."""
        assert [one.name for one in known_school_breaks(2026)] == ["sportlov", "påsklov", "höstlov"]
        assert [one.name for one in known_school_breaks(2027)] == ["sportlov", "höstlov"]

    def test_refuse_what_is_no_year_or_break(self) -> None:
        """As the others do."""
        with pytest.raises(WrongTypeError):
            known_school_breaks(2027, ["v7"])  # type: ignore[list-item]
        with pytest.raises(WrongValueError):
            known_school_breaks(10_000)


class TestValues:
    def test_names_are_canonical(self) -> None:
        """As everywhere in the model; the source of a caller's row is the caller."""
        one = SchoolBreak(" höst  lov", DateSpan(date(2026, 10, 26)))
        assert (one.name, one.source, one.certain) == ("höst lov", "the caller", True)

    @pytest.mark.parametrize("days", [date(2026, 1, 7), None, "v. 7"])
    def test_days_are_a_span(self, days: Any) -> None:
        """Nothing else is a span of days."""
        with pytest.raises(WrongTypeError, match=r"SchoolBreak\.dates"):
            SchoolBreak("lov", days)

    def test_days_run_forwards(self) -> None:
        """A break that ended before it began would hold no day."""
        with pytest.raises(WrongValueError, match=r"SchoolBreak\.dates"):
            SchoolBreak("lov", DateSpan(date(2026, 1, 7), date(2026, 1, 6)))

    def test_basis_is_one_of_three(self) -> None:
        """A plain string is none, not even the right one."""
        with pytest.raises(WrongTypeError, match=r"SchoolBreak\.basis"):
            SchoolBreak("lov", DateSpan(date(2026, 1, 7)), basis="published")  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("week", "error"), [(1, WrongValueError), (53, WrongValueError), ("7", WrongTypeError)]
    )
    def test_weeks_lie_within_a_year(self, week: Any, error: type[Exception]) -> None:
        """Weeks 1 and 53 may be in two years: what is then wanted is given by its dates."""
        with pytest.raises(error, match=r"YearlyBreak\.week"):
            YearlyBreak("lov", week)
