"""Public holidays and eves, bridge days and half days."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from holidays import country_holidays

from motesprotokoll.errors import MissingExtraError, WrongTypeError, WrongValueError
from motesprotokoll.swedish import (
    HALF_DAYS,
    BridgeDay,
    bridge_day,
    half_day,
    is_working_day,
    non_working_day,
)
from motesprotokoll.swedish.free_days import easter_sunday, free_days

MIDSUMMER = date(2026, 6, 20)


@pytest.fixture
def forgotten() -> Iterator[None]:
    """No year is remembered from other tests, nor from this one."""
    free_days.cache_clear()
    yield
    free_days.cache_clear()


class TestNonWorkingDay:
    @pytest.mark.parametrize(
        ("day", "name"),
        [
            (date(2026, 1, 1), "nyårsdagen"),
            (date(2026, 1, 6), "trettondedag jul"),
            (date(2026, 4, 3), "långfredagen"),
            (date(2026, 4, 5), "påskdagen"),
            (date(2026, 4, 6), "annandag påsk"),
            (date(2026, 5, 1), "första maj"),
            (date(2026, 5, 14), "Kristi himmelsfärdsdag"),
            (date(2026, 5, 24), "pingstdagen"),
            (date(2026, 6, 6), "nationaldagen"),
            (date(2026, 6, 19), "midsommarafton"),
            (date(2026, 6, 20), "midsommardagen"),
            (date(2026, 10, 31), "alla helgons dag"),
            (date(2026, 12, 24), "julafton"),
            (date(2026, 12, 25), "juldagen"),
            (date(2026, 12, 26), "annandag jul"),
            (date(2026, 12, 31), "nyårsafton"),
        ],
    )
    def test_names_holidays_and_eves(self, day: date, name: str) -> None:
        """Each is written as in running text: small, but for a person's name in it."""
        assert non_working_day(day) == name

    def test_there_are_no_others(self) -> None:
        """Thirteen public holidays and three eves: all that the year 2026 has."""
        assert len(free_days(2026)) == 16
        assert list(free_days(2026)) == sorted(free_days(2026))

    @pytest.mark.parametrize(
        "day", [date(2026, 4, 4), date(2026, 5, 23), date(2026, 4, 30), date(2026, 3, 14), date(2026, 3, 15)]
    )
    def test_other_days_have_no_name(self, day: date) -> None:
        """Påskafton, pingstafton and valborg are none, nor is an ordinary Saturday or Sunday."""
        assert non_working_day(day) is None

    def test_tells_both_of_one_day(self) -> None:
        """Two holidays on one day are both named."""
        assert non_working_day(date(2008, 5, 1)) == "första maj och Kristi himmelsfärdsdag"
        assert free_days(2008)[date(2008, 5, 1)] == ("första maj", "Kristi himmelsfärdsdag")

    def test_knows_the_law_of_the_day(self) -> None:
        """Annandag pingst gave way to nationaldagen in 2005; a person's name keeps its capital."""
        assert non_working_day(date(2004, 5, 31)) == "annandag pingst"
        assert non_working_day(date(2004, 6, 6)) is None
        assert non_working_day(date(1989, 3, 12)) == "Marie bebådelsedag"

    @pytest.mark.usefixtures("forgotten")
    def test_speaks_swedish_in_any_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The trap that is avoided: without a language, `holidays` follows the environment."""
        for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
            monkeypatch.setenv(name, "en_US.UTF-8")
        assert country_holidays("SE", years=2026)[MIDSUMMER] == "Midsummer Day"
        assert non_working_day(MIDSUMMER) == "midsommardagen"

    def test_asks_for_the_eves(self) -> None:
        """The other trap: by default `holidays` knows no eves."""
        assert date(2026, 12, 24) not in country_holidays("SE", years=2026)
        assert non_working_day(date(2026, 12, 24)) == "julafton"

    @pytest.mark.parametrize("year", [1, 1952, 2101, 9999])
    def test_refuses_years_that_nobody_knows(self, year: int) -> None:
        """Where no holidays are known, "none" would be a lie."""
        with pytest.raises(WrongValueError, match=rf"for the year {year} \(from 1953 to 2100\)"):
            non_working_day(date(year, 12, 25))
        assert non_working_day(date(1953, 12, 25)) == non_working_day(date(2100, 12, 25)) == "juldagen"

    @pytest.mark.parametrize("day", ["2026-12-24", None, 20261224, datetime(2026, 12, 24, tzinfo=UTC)])
    @pytest.mark.parametrize("function", [non_working_day, is_working_day, bridge_day, half_day])
    def test_refuses_what_is_no_day(self, function: Any, day: Any) -> None:
        """A moment is more than a day, and a text is to be parsed first."""
        with pytest.raises(WrongTypeError, match="expected a date"):
            function(day)

    def test_is_loaded_when_first_asked(self) -> None:
        """The package costs a tenth of a second, which only those pay who ask for a day."""
        code = "from motesprotokoll.swedish import *; import sys; sys.exit('holidays' in sys.modules)"
        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

    @pytest.mark.usefixtures("forgotten")
    def test_names_the_extra_that_is_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without the package the error says what to install."""
        monkeypatch.setitem(sys.modules, "holidays", None)
        with pytest.raises(MissingExtraError, match=r"motesprotokoll\[holidays\]"):
            non_working_day(MIDSUMMER)

    @pytest.mark.usefixtures("forgotten")
    def test_takes_an_old_package_for_a_missing_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Before the eves had a category of their own, the package would answer wrongly."""
        monkeypatch.delattr("holidays.DE_FACTO")
        with pytest.raises(MissingExtraError, match=r"0\.88"):
            non_working_day(MIDSUMMER)


class TestIsWorkingDay:
    @pytest.mark.parametrize("day", [date(2026, 3, 13), date(2026, 4, 30), date(2026, 5, 15)])
    def test_working_days(self, day: date) -> None:
        """An ordinary Friday, a half day and a bridge day are working days."""
        assert is_working_day(day)

    @pytest.mark.parametrize(
        "day", [date(2026, 3, 14), date(2026, 3, 15), date(2026, 5, 14), date(2026, 6, 19)]
    )
    def test_free_days(self, day: date) -> None:
        """Saturdays, Sundays, public holidays and eves are free."""
        assert not is_working_day(day)


class TestBridgeDay:
    @pytest.mark.parametrize(
        ("year", "days"),
        [
            (2024, [(5, 10), (6, 7), (12, 23), (12, 27), (12, 30)]),
            (2026, [(1, 2), (1, 5), (5, 15)]),
        ],
    )
    def test_of_a_year(self, year: int, days: list[tuple[int, int]]) -> None:
        """The bridge days of two years, and no others."""
        first = date(year, 1, 1).toordinal()
        found = [day for day in map(date.fromordinal, range(first, first + 365)) if bridge_day(day)]
        assert found == [date(year, month, day) for month, day in days]

    @pytest.mark.parametrize(
        ("day", "reason"),
        [
            (date(2026, 5, 15), "klämdag mellan Kristi himmelsfärdsdag och lördagen"),
            (date(2024, 12, 23), "klämdag mellan söndagen och julafton"),
            (date(2028, 6, 5), "klämdag mellan pingstdagen och nationaldagen"),
        ],
    )
    def test_says_why(self, day: date, reason: str) -> None:
        """A free day is told by its name, and by the weekday where it has none."""
        assert str(bridge_day(day)) == reason

    def test_holds_the_names(self) -> None:
        """Whoever writes another sentence has the two names."""
        assert bridge_day(date(2026, 1, 2)) == BridgeDay("nyårsdagen", "lördagen")

    @pytest.mark.parametrize(
        "day", [date(2026, 5, 14), date(2026, 5, 16), date(2026, 5, 13), date(2026, 5, 18)]
    )
    def test_none(self, day: date) -> None:
        """A free day is none, nor is a working day beside another one."""
        assert bridge_day(day) is None

    def test_needs_names(self) -> None:
        """An empty name tells nothing."""
        with pytest.raises(WrongValueError):
            BridgeDay("", "lördagen")


class TestHalfDay:
    @pytest.mark.parametrize(
        ("day", "name"),
        [
            (date(2026, 1, 5), "trettondagsafton"),
            (date(2026, 4, 2), "skärtorsdagen"),
            (date(2026, 4, 30), "valborgsmässoafton"),
            (date(2026, 10, 30), "allhelgonaafton"),
            (date(2026, 12, 23), "dagen före julafton"),
            (date(2008, 4, 30), "valborgsmässoafton"),
        ],
    )
    def test_names_half_days(self, day: date, name: str) -> None:
        """Each is told by its name, also where two holidays follow."""
        assert half_day(day) == name

    @pytest.mark.parametrize(
        "day",
        [
            date(2025, 1, 5),  # trettondagsafton on a Sunday
            date(2022, 4, 30),  # valborg on a Saturday
            date(2023, 12, 23),  # a Saturday
            date(2026, 5, 13),  # the day before Kristi himmelsfärdsdag
            date(2026, 3, 13),
            date(2026, 12, 24),
        ],
    )
    def test_none(self, day: date) -> None:
        """Only working days are half days, and not before each holiday."""
        assert half_day(day) is None

    def test_takes_other_agreements(self) -> None:
        """Which days those are is up to the employer."""
        eves = {**HALF_DAYS, "Kristi himmelsfärdsdag": "dagen före Kristi himmelsfärdsdag"}
        assert half_day(date(2026, 5, 13), eves=eves) == "dagen före Kristi himmelsfärdsdag"
        assert half_day(date(2026, 4, 30), eves={}) is None

    def test_every_holiday_of_the_table_exists(self) -> None:
        """A name that no holiday has would silently never match."""
        assert set(HALF_DAYS) <= {name for names in free_days(2026).values() for name in names}


class TestEasterSunday:
    def test_of_some_years(self) -> None:
        """The earliest and the latest of these two centuries, and one between."""
        assert easter_sunday(2026) == date(2026, 4, 5)
        assert easter_sunday(2008) == date(2008, 3, 23)
        assert easter_sunday(2038) == date(2038, 4, 25)
