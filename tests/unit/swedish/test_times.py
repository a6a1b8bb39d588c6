"""Clock times, spans of them, and moments."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from motesprotokoll.errors import DateError
from motesprotokoll.model import TimeSpan
from motesprotokoll.swedish import (
    Clock,
    format_time,
    format_time_span,
    parse_time,
    parse_time_span,
    stockholm,
)

NBSP = "\N{NO-BREAK SPACE}"


class TestParseTime:
    @pytest.mark.parametrize(
        "text",
        [
            "kl. 09.00",
            "kl 9",
            "kl.9.00",
            "klockan 9",
            "Kl. 09:00",
            "09.00",
            "9:00",
            "9",
            "kl 0900",
            f"kl.{NBSP}9.00.",
        ],
    )
    def test_reads_every_form(self, text: str) -> None:
        """All forms of nine o'clock are nine o'clock."""
        assert parse_time(text) == time(9)

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("kl. 25", "hours are 0–23"),
            ("9.60", "minutes 0–59"),
            ("24.00", "only an end"),
            ("9–12", "a span"),
            ("kl. åtta", "not a clock time"),
            ("kl.", "not a clock time"),
            ("0900", "not a clock time"),
            ("9 april", "not a clock time"),
            ("9.00.00", "not a clock time"),
            ("9/10", "not a clock time"),
            ("9:e", "not a clock time"),
            ("9.0", "not a clock time"),
            ("123", "not a clock time"),
            ("٩.٠٠", "not a clock time"),
        ],
    )
    def test_says_why_not(self, text: str, reason: str) -> None:
        """What no clock shows is an error with the reason."""
        with pytest.raises(DateError, match=reason):
            parse_time(text)


class TestParseTimeSpan:
    @pytest.mark.parametrize(
        "text",
        [
            "kl. 09.00–12.00",
            "kl. 09.00 – 12.00",
            "kl 9-12",
            "9-12",
            "09.00 - 12.00",
            "09:00−12:00",
            "kl. 9.00 till 12.00",
            "kl. 9.00 till kl. 12.00",
            "från kl. 9 till 12",
            "kl. 9 t.o.m. 12",
            "mellan kl. 9 och 12",
            "kl 0900-1200",
            "kl 9.00 – 12",
        ],
    )
    def test_reads_every_form(self, text: str) -> None:
        """All forms of nine to twelve are nine to twelve."""
        assert parse_time_span(text) == TimeSpan(time(9), time(12))

    def test_an_end_of_24_is_midnight(self) -> None:
        """24.00 ends a day, as 00.00 of the next."""
        assert parse_time_span("kl. 22–24") == parse_time_span("22.00–24.00") == TimeSpan(time(22), time(0))

    @pytest.mark.parametrize(
        "text", ["kl. 24.00–25.00", "kl. 9–25", "9–24.01", "mellan 9 och", "kl. 9 och 12", "9 till"]
    )
    def test_refuses_what_no_clock_shows(self, text: str) -> None:
        """An impossible end or half a span is an error."""
        with pytest.raises(DateError):
            parse_time_span(text)


class TestFormatTime:
    def test_full_stop_and_a_space_that_does_not_break(self) -> None:
        """Two digits each, a full stop, a non-breaking space after "kl."."""
        assert format_time(time(9, 5)) == f"kl.{NBSP}09.05"

    @pytest.mark.parametrize(
        ("times", "text"),
        [
            (TimeSpan(time(9), time(12)), "09.00–12.00"),
            (TimeSpan(time(22), time(0)), "22.00–24.00"),
            (TimeSpan(time(0), time(0)), "00.00–24.00"),
            (TimeSpan(time(22), time(2)), "22.00–02.00"),
            (TimeSpan(time(9)), "09.00"),
        ],
    )
    def test_spans(self, times: TimeSpan, text: str) -> None:
        """An en dash without spaces; midnight at the end is 24.00."""
        assert format_time_span(times) == f"kl.{NBSP}{text}"


class TestStockholm:
    def test_an_ordinary_time(self) -> None:
        """Most times come once, with the offset of the season."""
        moment = stockholm(date(2026, 1, 9), time(9))
        assert (moment.at, moment.clock) == (
            datetime(2026, 1, 9, 9, tzinfo=ZoneInfo("Europe/Stockholm")),
            Clock.ORDINARY,
        )
        assert moment.at.utcoffset() == timedelta(hours=1)

    def test_a_time_that_the_clocks_jump_over(self) -> None:
        """In spring 02.30 does not come: the clocks show 03.30."""
        moment = stockholm(date(2026, 3, 29), time(2, 30))
        assert (moment.at.time(), moment.clock) == (time(3, 30), Clock.SKIPPED)

    @pytest.mark.parametrize("fold", [0, 1])
    def test_a_time_that_comes_twice(self, fold: int) -> None:
        """In autumn 02.30 comes twice, and the first is meant whatever its fold says."""
        moment = stockholm(date(2026, 10, 25), time(2, 30, fold=fold))
        assert (moment.at.utcoffset(), moment.clock) == (timedelta(hours=2), Clock.REPEATED)

    def test_the_first_hour_of_the_calendar(self) -> None:
        """What has no moment in UTC is an error of ours."""
        with pytest.raises(DateError):
            stockholm(date(1, 1, 1), time(0))
