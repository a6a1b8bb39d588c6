"""Dates and spans of days."""

from datetime import date, datetime
from typing import Any

import pytest

from motesprotokoll.errors import DateError, WrongTypeError, WrongValueError
from motesprotokoll.model import DateSpan
from motesprotokoll.swedish import (
    definite_weekday,
    format_date,
    format_date_span,
    parse_date,
    parse_date_span,
)

MEETING = date(2023, 4, 21)
DAY = date(2023, 4, 21)


class TestParseDate:
    @pytest.mark.parametrize(
        "text",
        [
            "2023-04-21",
            "2023 - 04 - 21",
            "2023.04.21",
            "2023/04/21",
            "2023-4-21",
            "20230421",
            "230421",
            "23-04-21",
            "21-04-2023",
            "21 april 2023",
            "21 april, 2023",
            "21 april 2023.",
            "den 21 april 2023",
            "21:a april 2023",
            "21e april 2023",
            "21 apr 2023",
            "21 apr. 2023",
            "21 April 2023",
            "21 APRIL 2023",
            "21 april -23",
            "21 april '23",
            "fredagen den 21 april 2023",
            "fredag 21 april 2023",
            "Fredag, den 21 april 2023",
            "fre 21 april 2023",
            "fre. 21 april 2023",
            "fr 21 april 2023",
            "fredag 2023-04-21",
            "21/4-23",
            "21/4 2023",
            "21/4-2023",
            "21/4/23",
            "21/04/2023",
            "fre 21/4 2023",
            "21.4.2023",
            "21.04.23",
            "21\N{NO-BREAK SPACE}april\N{THIN SPACE}2023",
            "  21  april\n2023 ",
            "fredag 21 april 2023 (v. 16)",
            "fredag 21 april 2023, vecka 16",
        ],
    )
    def test_reads_every_form(self, text: str) -> None:
        """All forms of one day mean that day."""
        assert parse_date(text) == DAY

    @pytest.mark.parametrize("dash", "-‐‑‒–—―−")
    def test_takes_every_dash(self, dash: str) -> None:
        """All signs that look like a dash are one."""
        assert parse_date(f"2023{dash}04{dash}21") == DAY

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("1 sept 2023", date(2023, 9, 1)),
            ("1 okt. 2023", date(2023, 10, 1)),
            ("den 1:a maj 2023", date(2023, 5, 1)),
            ("5 May 2023", date(2023, 5, 5)),
            ("24.12.06", date(2006, 12, 24)),
            ("31/12-99", date(1999, 12, 31)),
            ("1 januari 0001", date(1, 1, 1)),
            ("29 februari 2024", date(2024, 2, 29)),
        ],
    )
    def test_reads_other_days(self, text: str, day: date) -> None:
        """Abbreviations, English months and two-digit years are read, day before month."""
        assert parse_date(text) == day

    @pytest.mark.parametrize(
        "text",
        [
            "",
            " ",
            "april",
            "21",
            "21 personer",
            "13/14",
            "32 april 2023",
            "0 april 2023",
            "2023-13-40",
            "0000-01-01",
            "00000101",
            "20231301",
            "20230421-1234",
            "850101-1234",
            "850101+1234",
            "21.13.23",
            "1.2.3",
            "1-2-23",
            "9.00",
            "21 april 2023 och",
            "21 april 2023 (v. 16",
            "21 april 2023 v",
            "21 ²023",
            "٢١ april 2023",
            "2023-04",
            "2023-04-21-",
            "21 april 1300-1500-2",
            "21/4/0000",
            "1" * 5_000,
            "fredag den",
        ],
    )
    def test_refuses_what_is_no_date(self, text: str) -> None:
        """Anything else is an error of ours, numbers of thousands of digits too."""
        with pytest.raises(DateError):
            parse_date(text, year=2023)

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("31 april 2026", "that month has 30 days"),
            ("30 februari 2026", "that month has 29 days"),
            ("29 februari 2026", "no such day in that year"),
            ("21 april", "year="),
            ("14–15 november 2024", "a span"),
            ("torsdag 21 april 2023", "2023-04-21 is a Friday"),
            ("21 april 2023 (v. 17)", "in week 16"),
            ("21 april 2023" * 20, "too long"),
            (" ", "empty"),
        ],
    )
    def test_says_why(self, text: str, reason: str) -> None:
        """The error tells what is wrong with the date."""
        with pytest.raises(DateError, match=reason):
            parse_date(text)

    def test_refuses_other_types(self) -> None:
        """Only a string is read, and only a plain day, a year and a role are a context."""
        with pytest.raises(WrongTypeError):
            parse_date(b"2023-04-21")  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError):
            parse_date("21 april", meeting_date=datetime(2023, 4, 21))  # noqa: DTZ001
        with pytest.raises(WrongTypeError):
            parse_date("21 april", year="2023")  # type: ignore[arg-type]
        with pytest.raises(WrongValueError):
            parse_date("21 april", year=0)
        with pytest.raises(WrongValueError):
            parse_date("21 april", role="later")  # type: ignore[arg-type]


class TestYearRules:
    @pytest.mark.parametrize(
        ("text", "known", "day"),
        [
            ("13 oktober", {}, date(2023, 10, 13)),
            ("2 februari", {}, date(2023, 2, 2)),
            ("2 februari", {"meeting_date": date(2023, 9, 8)}, date(2024, 2, 2)),
            ("12 april", {"meeting_date": date(2023, 9, 8)}, date(2023, 4, 12)),
            ("12 april", {"meeting_date": date(2023, 9, 8), "year": 2024}, date(2024, 4, 12)),
            ("12 april 2025", {"meeting_date": date(2023, 9, 8), "year": 2024}, date(2025, 4, 12)),
            ("13 april", {"role": "past"}, date(2023, 4, 13)),
            ("21 april", {"role": "past"}, date(2023, 4, 21)),
            ("26 maj", {"role": "past"}, date(2022, 5, 26)),
            ("26 maj", {"role": "next"}, date(2023, 5, 26)),
            ("21 april", {"role": "next"}, date(2023, 4, 21)),
            ("13 april", {"role": "next"}, date(2024, 4, 13)),
            ("29 februari", {"role": "next"}, date(2024, 2, 29)),
            ("29 februari", {"role": "past"}, date(2020, 2, 29)),
            ("29 februari", {"role": "next", "meeting_date": date(2097, 1, 1)}, date(2104, 2, 29)),
        ],
    )
    def test_rules_one_to_four(self, text: str, known: dict[str, Any], day: date) -> None:
        """A written year, the heading's year, the role, the meeting's own year: in that order."""
        assert parse_date(text, **{"meeting_date": MEETING, **known}) == day

    @pytest.mark.parametrize(
        ("text", "known", "day"),
        [
            ("fredag 13 oktober", {}, date(2023, 10, 13)),
            ("söndag 13 oktober", {}, date(2024, 10, 13)),
            ("torsdag 13 oktober", {}, date(2022, 10, 13)),
            ("torsdag 14 november", {"role": "next"}, date(2024, 11, 14)),
            ("onsdag 13 april", {"role": "past"}, date(2022, 4, 13)),
            ("torsdag 29 februari", {}, date(2024, 2, 29)),
        ],
    )
    def test_a_weekday_decides(self, text: str, known: dict[str, Any], day: date) -> None:
        """Among the years that are near, the one with that weekday is meant."""
        known = {"meeting_date": date(2023, 10, 1) if "november" in text else MEETING, **known}
        assert parse_date(text, **known) == day

    @pytest.mark.parametrize("known", [{"meeting_date": MEETING}, {"year": 2023}])
    def test_a_weekday_that_fits_no_year_is_an_error(self, known: dict[str, Any]) -> None:
        """A weekday that contradicts is not explained away; a heading's year is not left."""
        with pytest.raises(DateError, match="contradicts"):
            parse_date("måndag 13 oktober", **known)

    @pytest.mark.parametrize("known", [{"meeting_date": MEETING}, {"year": 2023}])
    def test_a_day_that_the_year_lacks(self, known: dict[str, Any]) -> None:
        """29 February of a common year is not moved to another year without a weekday or a role."""
        with pytest.raises(DateError, match="no such day"):
            parse_date("29 februari", **known)

    def test_the_ends_of_the_calendar(self) -> None:
        """Where the next year would be after 9999 nothing is found, and nothing breaks."""
        with pytest.raises(DateError):
            parse_date("1 januari", meeting_date=date(9999, 12, 31), role="next")
        with pytest.raises(DateError):
            parse_date("31 december", meeting_date=date(1, 1, 1), role="past")
        assert parse_date("1 februari", meeting_date=date(1, 1, 1)) == date(1, 2, 1)
        assert parse_date("29 december", meeting_date=date(9999, 12, 31)) == date(9999, 12, 29)


class TestParseDateSpan:
    @pytest.mark.parametrize(
        ("text", "start", "end"),
        [
            ("14–15 november 2024", (2024, 11, 14), (2024, 11, 15)),
            ("14-15 nov 2024", (2024, 11, 14), (2024, 11, 15)),
            ("14 – 15 november 2024", (2024, 11, 14), (2024, 11, 15)),
            ("14—15 november 2024", (2024, 11, 14), (2024, 11, 15)),
            ("den 14–15 november 2024", (2024, 11, 14), (2024, 11, 15)),
            ("den 14:e till den 15:e november 2024", (2024, 11, 14), (2024, 11, 15)),
            ("14 t.o.m. 15 november 2024", (2024, 11, 14), (2024, 11, 15)),
            ("14 tom 15 november 2024", (2024, 11, 14), (2024, 11, 15)),
            ("14 november till 15 november 2024", (2024, 11, 14), (2024, 11, 15)),
            ("torsdag–fredag 14–15 november 2024", (2024, 11, 14), (2024, 11, 15)),
            ("Tors-fre 14-15 november 2024 (v 46)", (2024, 11, 14), (2024, 11, 15)),
            ("torsdag 14–fredag 15 november 2024", (2024, 11, 14), (2024, 11, 15)),
            ("14/11–15/11 2024", (2024, 11, 14), (2024, 11, 15)),
            ("14-15/11-24", (2024, 11, 14), (2024, 11, 15)),
            ("2024-11-14–2024-11-15", (2024, 11, 14), (2024, 11, 15)),
            ("2024-11-14/2024-11-15", (2024, 11, 14), (2024, 11, 15)),
            ("2024-11-14 – 15", (2024, 11, 14), (2024, 11, 15)),
            ("2024-11-14--15", (2024, 11, 14), (2024, 11, 15)),
            ("2024-11-14—15", (2024, 11, 14), (2024, 11, 15)),
            ("20241114–20241115", (2024, 11, 14), (2024, 11, 15)),
            ("2024-11-30--12-02", (2024, 11, 30), (2024, 12, 2)),
            ("30 november–2 december 2024", (2024, 11, 30), (2024, 12, 2)),
            ("30 november - 2 december 2024", (2024, 11, 30), (2024, 12, 2)),
            ("30 november 2024–2 december", (2024, 11, 30), (2024, 12, 2)),
            ("3 mars-5 mars 2024", (2024, 3, 3), (2024, 3, 5)),
            ("30 december–2 januari 2025", (2024, 12, 30), (2025, 1, 2)),
            ("30 december 2024–2 januari 2025", (2024, 12, 30), (2025, 1, 2)),
            ("30 december 2024–2 januari", (2024, 12, 30), (2025, 1, 2)),
            ("5–1 mars 2024", (2024, 3, 5), (2024, 3, 1)),
            ("2 december 2024–30 november 2024", (2024, 12, 2), (2024, 11, 30)),
            ("21 april 2023", (2023, 4, 21), (2023, 4, 21)),
        ],
    )
    def test_reads_every_form(self, text: str, start: Any, end: Any) -> None:
        """All forms of a span mean its first and last day; a year only at the end belongs to the end."""
        assert parse_date_span(text) == DateSpan(date(*start), date(*end))

    @pytest.mark.parametrize(
        ("text", "known", "start", "end"),
        [
            ("14–15 november", {"year": 2024}, (2024, 11, 14), (2024, 11, 15)),
            ("30 december–2 januari", {"year": 2024}, (2024, 12, 30), (2025, 1, 2)),
            ("30 december–2 januari", {"role": "past"}, (2022, 12, 30), (2023, 1, 2)),
            ("30 december–2 januari", {"role": "next"}, (2023, 12, 30), (2024, 1, 2)),
            ("31 januari–2 februari", {}, (2023, 1, 31), (2023, 2, 2)),
            ("tors–fre 14–15 november", {}, (2024, 11, 14), (2024, 11, 15)),
        ],
    )
    def test_infers_the_year(self, text: str, known: dict[str, Any], start: Any, end: Any) -> None:
        """The rules of years count for spans as well; one may run into the next year."""
        assert parse_date_span(text, meeting_date=MEETING, **known) == DateSpan(date(*start), date(*end))

    @pytest.mark.parametrize(
        "text",
        [
            "14–15",
            "14–31 november 2024",
            "2024-11-14 – 09.00",
            "2024-11-14 – 32",
            "2024-11-14–13-40",
            "2024-11-14 – 5 x",
            "2024-11-14 till",
            "fredag–lördag 14–15 november 2024",
            "30 december 9999–2 januari",
            "30 december–2 januari 0001",
        ],
    )
    def test_refuses_what_is_no_span(self, text: str) -> None:
        """Half a span, an impossible end and a wrong weekday are errors."""
        with pytest.raises(DateError):
            parse_date_span(text)

    def test_names_both_days_when_the_weekdays_are_wrong(self) -> None:
        """The error says which weekdays the days have."""
        with pytest.raises(DateError, match=r"2024-11-14 is a Thursday, 2024-11-15 is a Friday"):
            parse_date_span("måndag–tisdag 14–15 november 2024")


class TestFormatDate:
    @pytest.mark.parametrize(
        ("style", "text", "without_year"),
        [
            ("text", "21 april 2023", "21 april"),
            ("iso", "2023-04-21", "2023-04-21"),
            ("short", "21 april", "21 april"),
            ("weekday", "fredag 21 april 2023", "fredag 21 april"),
            ("definite", "fredagen den 21 april 2023", "fredagen den 21 april"),
        ],
    )
    def test_writes_every_style(self, style: Any, text: str, without_year: str) -> None:
        """Each style has its form, and one without the year."""
        assert format_date(DAY, style=style) == text
        assert format_date(DAY, style=style, year=False) == without_year

    def test_early_years_have_four_digits(self) -> None:
        """A year is always written so that it is read as one."""
        assert format_date(date(9, 1, 2)) == "2 januari 0009"

    def test_refuses_other_styles(self) -> None:
        """A style that does not exist is an error of ours."""
        with pytest.raises(WrongValueError):
            format_date(DAY, style="long")  # type: ignore[arg-type]
        with pytest.raises(WrongValueError):
            format_date_span(DateSpan(DAY), style="weekday")  # type: ignore[arg-type]


class TestFormatDateSpan:
    @pytest.mark.parametrize(
        ("start", "end", "text", "short", "iso"),
        [
            ((2024, 11, 14), (2024, 11, 14), "14 november 2024", "14 november", "2024-11-14"),
            (
                (2024, 11, 14),
                (2024, 11, 15),
                "14–15 november 2024",
                "14–15 november",
                "2024-11-14–2024-11-15",
            ),
            (
                (2024, 11, 30),
                (2024, 12, 2),
                "30 november–2 december 2024",
                "30 november–2 december",
                "2024-11-30–2024-12-02",
            ),
            (
                (2024, 12, 30),
                (2025, 1, 2),
                "30 december 2024–2 januari 2025",
                "30 december–2 januari",
                "2024-12-30–2025-01-02",
            ),
            ((2024, 3, 5), (2024, 3, 1), "5–1 mars 2024", "5–1 mars", "2024-03-05–2024-03-01"),
            (
                (2024, 12, 2),
                (2024, 11, 30),
                "2 december 2024–30 november 2024",
                "2 december–30 november",
                "2024-12-02–2024-11-30",
            ),
        ],
    )
    def test_writes_every_style(self, start: Any, end: Any, text: str, short: str, iso: str) -> None:
        """An en dash without spaces; month and year once where that is enough."""
        span = DateSpan(date(*start), date(*end))
        assert format_date_span(span) == text
        assert format_date_span(span, style="short") == format_date_span(span, year=False) == short
        assert format_date_span(span, style="iso") == format_date_span(span, style="iso", year=False) == iso


def test_definite_weekday() -> None:
    """The definite form is the name with -en."""
    assert definite_weekday(DAY) == "fredagen"


YEAR = {
    "januari": 31,
    "februari": 29,
    "mars": 31,
    "april": 30,
    "maj": 31,
    "juni": 30,
    "juli": 31,
    "augusti": 31,
    "september": 30,
    "oktober": 31,
    "november": 30,
    "december": 31,
}


@pytest.mark.parametrize(("number", "month"), [*enumerate(YEAR, 1)])
def test_every_month_has_its_days(number: int, month: str) -> None:
    """The last of a leap year is read and one more is refused, with the length of a month that is short."""
    days = YEAR[month]
    assert parse_date(f"{days} {month} 2028") == parse_date(f"{days} {month[:3]} 2028")
    assert parse_date(f"{days} {month} 2028") == date(2028, number, days)
    with pytest.raises(DateError) as caught:
        parse_date(f"{days + 1} {month} 2028")
    assert caught.value.hint == (f"that month has {days} days" if days < 31 else None)
