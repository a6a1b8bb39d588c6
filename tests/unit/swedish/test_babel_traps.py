"""What Babel does wrong with Swedish, so that we do it ourselves.

Each test pins one trap, and fails when Babel mends it. Its message then says what may go.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from babel import dates, lists, numbers

from motesprotokoll.swedish import format_number, format_quantity

DAY = date(2023, 4, 21)
TWO_DAYS = (date(2024, 11, 14), date(2024, 11, 15))
TWO_MONTHS = (date(2024, 11, 30), date(2024, 12, 2))
HOURS = (datetime(2024, 11, 14, 9), datetime(2024, 11, 15, 12))  # noqa: DTZ001 - on the wall
HALF_AN_HOUR = (datetime(2024, 11, 14, 9), datetime(2024, 11, 14, 9, 30))  # noqa: DTZ001

OWN_DATES = "`swedish.dates.format_date` may call Babel"
OWN_SPANS = "`swedish.dates.format_date_span` may call Babel"
OWN_HOURS = "`swedish.times.format_time_span` may call Babel"
OWN_LISTS = "nothing to delete: `format_list` needs only the standard style, which was right all along"
OWN_READING = "compare Babel's parser with ours in the bench before believing it"

# What is called, what it gives, and what may go when it gives something else.
TRAPS: dict[str, tuple[Callable[[], object], object, str]] = {
    "the clock has a colon": (
        lambda: dates.format_time(time(9), "short", locale="sv_SE"),
        "09:00",
        "`swedish.times.format_time` may call Babel if the stop has become its standard",
    ),
    "a medium date is abbreviated": (
        lambda: dates.format_date(DAY, "medium", locale="sv_SE"),
        "21 apr. 2023",
        OWN_DATES,
    ),
    "a skeleton loses its width": (
        lambda: dates.format_skeleton("yMMMMd", DAY, locale="sv_SE"),
        "21 apr. 2023",
        OWN_DATES,
    ),
    "a skeleton loses the width of weekdays": (
        lambda: dates.format_skeleton("yMMMMEEEEd", DAY, locale="sv_SE"),
        "fre 21 apr. 2023",
        OWN_DATES,
    ),
    "an interval abbreviates": (
        lambda: dates.format_interval(*TWO_DAYS, "MMMMd", locale="sv_SE"),
        "14–15 nov.",
        OWN_SPANS,
    ),
    "an interval has thin spaces": (
        lambda: dates.format_interval(*TWO_MONTHS, "MMMMd", locale="sv_SE"),
        "30 nov.\N{THIN SPACE}–\N{THIN SPACE}2 dec.",
        OWN_SPANS,
    ),
    "an interval in figures has thin spaces": (
        lambda: dates.format_interval(*TWO_DAYS, "yMd", locale="sv_SE"),
        "2024-11-14\N{THIN SPACE}–\N{THIN SPACE}15",
        OWN_SPANS,
    ),
    "an interval pads one day of two": (
        lambda: dates.format_interval(*TWO_MONTHS, "yMMMEd", locale="sv_SE"),
        "lör 30 nov.–mån 02 dec. 2024",
        OWN_SPANS,
    ),
    "an interval of hours drops the days": (
        lambda: dates.format_interval(*HOURS, "Hm", locale="sv_SE"),
        "09:00–12:00",
        OWN_HOURS,
    ),
    "an interval of hours drops its end": (
        lambda: dates.format_interval(*HALF_AN_HOUR, "H", locale="sv_SE"),
        "09",
        OWN_HOURS,
    ),
    "a list of units fails": (
        lambda: lists.format_list(["A", "B", "C"], style="unit", locale="sv_SE"),
        KeyError,
        OWN_LISTS,
    ),
    "a short list of units fails": (
        lambda: lists.format_list(["A", "B", "C"], style="unit-short", locale="sv_SE"),
        KeyError,
        OWN_LISTS,
    ),
    "a week needs the territory": (
        lambda: dates.format_date(DAY, "w", locale="sv"),
        "17",
        "nothing to delete: `format_week` takes `date.isocalendar`, and the territory is always given",
    ),
    "names of months are not read": (
        lambda: dates.parse_date("21 april 2023", locale="sv_SE"),
        IndexError,
        OWN_READING,
    ),
    "a slash date is read backwards": (
        lambda: dates.parse_date("21/4-23", locale="sv_SE", format="short"),
        date(2021, 4, 23),
        OWN_READING,
    ),
    "a short ISO date is read backwards": (
        lambda: dates.parse_date("23-04-21", locale="sv_SE", format="medium"),
        date(2021, 4, 23),
        OWN_READING,
    ),
    "an interval of hours is read as minutes": (
        lambda: dates.parse_time("9-12", locale="sv_SE"),
        time(9, 12),
        OWN_READING,
    ),
    "an interval of hours is read as seconds": (
        lambda: dates.parse_time("09.00 – 12.00", locale="sv_SE"),
        time(9, 0, 12),
        OWN_READING,
    ),
    "a minus sign is a hyphen": (
        lambda: numbers.format_decimal(-5, locale="sv_SE"),
        "-5",
        "`swedish.numbers.format_number` may call Babel, if decimals and large numbers are mended too",
    ),
    "decimals are rounded": (
        lambda: numbers.format_decimal(Decimal("1.23456"), locale="sv_SE"),
        "1,235",
        "`swedish.numbers.format_number` may call Babel, if large numbers are mended too",
    ),
    "large numbers depend on the decimal context": (
        lambda: numbers.format_decimal(10**39, locale="sv_SE", decimal_quantization=False),
        ArithmeticError,
        "`swedish.numbers.format_number` may call Babel, if decimals are kept too",
    ),
    "an ordinary space is no group": (
        lambda: numbers.parse_decimal("1 609 000", locale="sv_SE", strict=True),
        ValueError,
        "`swedish.numbers.parse_number` may call Babel",
    ),
    "a stop is a comma": (
        lambda: numbers.parse_decimal("1.5", locale="sv_SE"),
        Decimal("1.5"),
        "`swedish.numbers.parse_number` may call Babel",
    ),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_is_still_a_trap(trap: str) -> None:
    """Babel still does what made us do it ourselves."""
    call, expected, consequence = TRAPS[trap]
    try:
        given: Any = call()
    except Exception as error:  # noqa: BLE001 - whatever it raises is what is asked
        given = error
    still = isinstance(given, expected) if isinstance(expected, type) else given == expected
    assert still, f"Babel has changed: {trap} no more, but {given!r}. Delete this trap; {consequence}."


class TestWhereBabelIsRight:
    """What we write ourselves without a trap, so that importing stays cheap, is what Babel writes."""

    def test_weeks(self) -> None:
        """With the territory a week is that of ISO, every day of twenty years."""
        for day in range(date(2015, 1, 1).toordinal(), date(2035, 1, 1).toordinal(), 3):
            one = date.fromordinal(day)
            assert int(dates.format_date(one, "w", locale="sv_SE")) == one.isocalendar().week

    @pytest.mark.parametrize("number", [0, 7, 1000, 12_345, 1_609_000, Decimal("2.5"), Decimal("1234.567")])
    def test_numbers(self, number: int | Decimal) -> None:
        """Groups and comma are those of CLDR."""
        assert format_number(number) == numbers.format_decimal(number, locale="sv_SE")

    def test_percent(self) -> None:
        """A no-break space before the sign."""
        assert format_quantity(70, "%") == numbers.format_percent(0.7, locale="sv_SE")
