"""Occasions, vague times and parts of the day."""

from datetime import date, time
from typing import Any

import pytest

from motesprotokoll.errors import DateError, WrongValueError
from motesprotokoll.model import DateSpan, Occasion, PartialDate, PartOfDay, TimeSpan
from motesprotokoll.swedish import (
    format_dates,
    format_occasion,
    format_part_of_day,
    parse_dates,
    parse_occasion,
    parse_part_of_day,
)

MEETING = date(2023, 9, 8)
NBSP = "\N{NO-BREAK SPACE}"
TIMES = TimeSpan(time(9), time(12))


class TestParseOccasion:
    @pytest.mark.parametrize(
        "text",
        [
            "26 maj kl. 09.00 – 12.00",
            "26 maj, kl. 09.00–12.00",
            "2023-05-26, kl. 09.00 – 12.00",
            "2023-05-26 09.00–12.00",
            "2023-05-26 - 09.00–12.00",
            "fredagen den 26 maj kl 9-12",
            "kl. 9–12 den 26 maj",
            "kl. 9–12, fredag 26 maj.",
            "26 maj (kl. 9–12)",
            "(26 maj kl. 9–12)",
            "fre 26/5 kl 9-12",
        ],
    )
    def test_reads_day_and_hours(self, text: str) -> None:
        """Day and hours in any order and form are one occasion."""
        assert parse_occasion(text, year=2023) == Occasion(date(2023, 5, 26), times=TIMES)

    @pytest.mark.parametrize(
        "text",
        [
            "2 februari fm",
            "2 februari f.m.",
            "2 februari f m",
            "2 februari (förmiddag)",
            "på förmiddagen den 2 februari",
            "2 februari, på förmiddagen",
            "fm 2 februari",
        ],
    )
    def test_reads_the_part_of_day(self, text: str) -> None:
        """A part of the day invents no clock times."""
        assert parse_occasion(text, year=2024) == Occasion(date(2024, 2, 2), part_of_day=PartOfDay.MORNING)

    @pytest.mark.parametrize(
        ("text", "occasion"),
        [
            ("kl. 9–12", Occasion(times=TIMES)),
            ("heldag", Occasion(part_of_day=PartOfDay.WHOLE_DAY)),
            ("kl. 9 – 12 juni", Occasion(date(2024, 6, 12), times=time(9))),
            ("2024-06-12 kl. 9", Occasion(date(2024, 6, 12), times=time(9))),
            ("kl. 9, 2024-06-12", Occasion(date(2024, 6, 12), times=time(9))),
            ("e.m. 2024-06-12", Occasion(date(2024, 6, 12), part_of_day=PartOfDay.AFTERNOON)),
            (
                "i september kl. 9–12",
                Occasion(
                    PartialDate("i september", earliest=date(2024, 9, 1), latest=date(2024, 9, 30)),
                    times=TIMES,
                ),
            ),
        ],
    )
    def test_reads_what_is_there(self, text: str, occasion: Occasion) -> None:
        """Each part may stand alone, and none is taken for another."""
        assert parse_occasion(text, year=2024) == occasion

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "möte",
            "26 maj i Ale",
            "26 maj, 27 juni",
            "26 maj kl. 9, kl. 10",
            "26 maj fm em",
            "26 maj kl. 25",
            "(26 maj",
            "26 maj)",
            "31 april",
            "26 maj kl. 9 ...",
            "den",
            "i",
            "nästa",
            "på",
            "(",
            "senast i",
            "senast till på under mars",
        ],
    )
    def test_the_whole_text_must_be_understood(self, text: str) -> None:
        """What is not understood is never skipped."""
        with pytest.raises(DateError):
            parse_occasion(text, year=2023)


class TestFormatOccasion:
    def test_styles(self) -> None:
        """The style is that of the date; the form of headers has a comma before the hours."""
        occasion = Occasion(date(2023, 4, 21), times=TIMES)
        hours = f"kl.{NBSP}09.00–12.00"
        assert format_occasion(occasion) == f"21 april 2023 {hours}"
        assert format_occasion(occasion, style="iso") == f"2023-04-21, {hours}"
        assert format_occasion(occasion, style="weekday") == f"fredag 21 april 2023 {hours}"
        assert format_occasion(occasion, style="definite", year=False) == f"fredagen den 21 april {hours}"

    def test_spans_have_no_weekdays(self) -> None:
        """A span of days is written as text where the style wants weekdays."""
        occasion = Occasion(DateSpan(date(2024, 11, 14), date(2024, 11, 15)))
        assert format_occasion(occasion, style="definite") == "14–15 november 2024"

    def test_parts(self) -> None:
        """Only what is known is written."""
        assert format_occasion(Occasion()) == ""
        assert format_occasion(Occasion(times=time(9))) == f"kl.{NBSP}09.00"
        assert (
            format_occasion(Occasion(PartialDate("i höst"), part_of_day=PartOfDay.EVENING)) == "i höst, kväll"
        )

    def test_refuses_other_styles(self) -> None:
        """A style that does not exist is an error of ours."""
        with pytest.raises(WrongValueError):
            format_occasion(Occasion(date(2023, 4, 21)), style="short")  # type: ignore[arg-type]


def _span(*months_and_days: tuple[int, int, int]) -> tuple[date, date]:
    first, last = months_and_days
    return date(*first), date(*last)


class TestParseDates:
    @pytest.mark.parametrize(
        ("text", "first", "last"),
        [
            ("september", (2023, 9, 1), (2023, 9, 30)),
            ("i september", (2023, 9, 1), (2023, 9, 30)),
            ("i september.", (2023, 9, 1), (2023, 9, 30)),
            ("september månad", (2023, 9, 1), (2023, 9, 30)),
            ("september 2025", (2025, 9, 1), (2025, 9, 30)),
            ("september, 2025", (2025, 9, 1), (2025, 9, 30)),
            ("februari 2024", (2024, 2, 1), (2024, 2, 29)),
            ("december-träffen", (2023, 12, 1), (2023, 12, 31)),
            ("på december-träffen", (2023, 12, 1), (2023, 12, 31)),
            ("septembermötet", (2023, 9, 1), (2023, 9, 30)),
            ("i början av augusti", (2023, 8, 1), (2023, 8, 15)),
            ("i mitten av augusti", (2023, 8, 8), (2023, 8, 24)),
            ("i slutet av augusti", (2023, 8, 16), (2023, 8, 31)),
            ("slutet på februari 2023", (2023, 2, 16), (2023, 2, 28)),
            ("i början av 2024", (2024, 1, 1), (2024, 4, 30)),
            ("i mitten av 2024", (2024, 4, 1), (2024, 9, 30)),
            ("slutet av 2024", (2024, 9, 1), (2024, 12, 31)),
            ("augusti–september", (2023, 8, 1), (2023, 9, 30)),
            ("mars/april 2024", (2024, 3, 1), (2024, 4, 30)),
            ("mars eller april 2024", (2024, 3, 1), (2024, 4, 30)),
            ("december–januari", (2023, 12, 1), (2024, 1, 31)),
            ("vecka 47", (2023, 11, 20), (2023, 11, 26)),
            ("v. 47", (2023, 11, 20), (2023, 11, 26)),
            ("v47", (2023, 11, 20), (2023, 11, 26)),
            ("V 44, 2024", (2024, 10, 28), (2024, 11, 3)),
            ("v. 7-8 2024", (2024, 2, 12), (2024, 2, 25)),
            ("veckorna 7 och 8 2024", (2024, 2, 12), (2024, 2, 25)),
            ("vecka 52–1", (2023, 12, 25), (2024, 1, 7)),
            ("våren 2024", (2024, 1, 1), (2024, 6, 30)),
            ("under våren 2024", (2024, 1, 1), (2024, 6, 30)),
            ("vår 2024", (2024, 1, 1), (2024, 6, 30)),
            ("vårterminen 2024", (2024, 1, 1), (2024, 6, 30)),
            ("vt 2024", (2024, 1, 1), (2024, 6, 30)),
            ("VT24", (2024, 1, 1), (2024, 6, 30)),
            ("ht 23", (2023, 7, 1), (2023, 12, 31)),
            ("i höst", (2023, 7, 1), (2023, 12, 31)),
            ("under hösten", (2023, 7, 1), (2023, 12, 31)),
            ("i sommar", (2023, 6, 1), (2023, 8, 31)),
            ("vintern 2023/24", (2023, 11, 1), (2024, 3, 31)),
            ("första kvartalet 2024", (2024, 1, 1), (2024, 3, 31)),
            ("andra halvåret 2024", (2024, 7, 1), (2024, 12, 31)),
            ("kvartal 3 2024", (2024, 7, 1), (2024, 9, 30)),
            ("Q4 2024", (2024, 10, 1), (2024, 12, 31)),
            ("årsskiftet 2023/2024", (2023, 12, 1), (2024, 1, 31)),
            ("årsskiftet", (2023, 12, 1), (2024, 1, 31)),
            ("under 2024", (2024, 1, 1), (2024, 12, 31)),
            ("år 2024", (2024, 1, 1), (2024, 12, 31)),
            ("nästa vecka", (2023, 9, 11), (2023, 9, 17)),
            ("nästa månad", (2023, 10, 1), (2023, 10, 31)),
            ("nästa år", (2024, 1, 1), (2024, 12, 31)),
            ("om en vecka", (2023, 9, 11), (2023, 9, 17)),
            ("om två veckor", (2023, 9, 18), (2023, 9, 24)),
            ("om tre veckor", (2023, 9, 25), (2023, 10, 1)),
            ("om fyra veckor", (2023, 10, 2), (2023, 10, 8)),
            ("om fem veckor", (2023, 10, 9), (2023, 10, 15)),
            ("om sex veckor", (2023, 10, 16), (2023, 10, 22)),
            ("om sju veckor", (2023, 10, 23), (2023, 10, 29)),
            ("om åtta veckor", (2023, 10, 30), (2023, 11, 5)),
            ("om nio veckor", (2023, 11, 6), (2023, 11, 12)),
            ("om tio veckor", (2023, 11, 13), (2023, 11, 19)),
            ("om elva veckor", (2023, 11, 20), (2023, 11, 26)),
            ("om tolv veckor", (2023, 11, 27), (2023, 12, 3)),
            ("om 2 veckor", (2023, 9, 18), (2023, 9, 24)),
            ("preliminärt den 5 oktober", (2023, 10, 5), (2023, 10, 5)),
            ("i början av december 9999", None, None),
            ("april 2024 års", None, None),
            ("senast i på bordet", None, None),
        ],
    )
    def test_vague_times_keep_their_words(self, text: str, first: Any, last: Any) -> None:
        """The words stay, and the days that they may mean are told where a year is known."""
        if first is None:
            with pytest.raises(DateError):
                parse_dates(text, meeting_date=MEETING)
            return
        expected = PartialDate(text, earliest=date(*first), latest=date(*last))
        assert parse_dates(text, meeting_date=MEETING) == expected

    @pytest.mark.parametrize(
        ("text", "first", "last"),
        [
            ("senast den 26 oktober", None, (2023, 10, 26)),
            ("senast i oktober", None, (2023, 10, 31)),
            ("t.o.m. 31 oktober", None, (2023, 10, 31)),
            ("till och med oktober", None, (2023, 10, 31)),
            ("före den 26 oktober", None, (2023, 10, 25)),
            ("innan oktober", None, (2023, 9, 30)),
            ("efter den 26 oktober", (2023, 10, 27), None),
            ("fr.o.m. 26 oktober", (2023, 10, 26), None),
            ("från och med den 26 oktober", (2023, 10, 26), None),
            ("från oktober", (2023, 10, 1), None),
            ("till oktober", (2023, 10, 1), (2023, 10, 31)),
            ("senast under våren 2024", None, (2024, 6, 30)),
            ("runt den 26 oktober", None, None),
            ("kring den 26 oktober", None, None),
            ("omkring den 26 oktober", None, None),
            ("cirka den 26 oktober", None, None),
            ("ca den 26 oktober", None, None),
            ("inför sommaren", None, None),
            ("nästa möte", None, None),
            ("till nästa möte", None, None),
            ("snarast möjligt", None, None),
            ("snarast", None, None),
            ("vid tillfälle", None, None),
            ("om ca fyra veckor", None, None),
            ("inom två veckor", None, None),
            ("om tre månader", None, None),
            ("vintern", None, None),
            ("vintern 2024", None, None),
            ("vecka 53", None, None),
            ("efter nästa möte", None, None),
        ],
    )
    def test_limits(self, text: str, first: Any, last: Any) -> None:
        """A deadline has an end only, and what cannot be known has neither."""
        expected = PartialDate(
            text, earliest=date(*first) if first else None, latest=date(*last) if last else None
        )
        assert parse_dates(text, meeting_date=MEETING) == expected

    @pytest.mark.parametrize(
        ("text", "known", "first"),
        [
            ("september", {}, None),
            ("september", {"year": 2025}, (2025, 9, 1)),
            ("september", {"meeting_date": date(2023, 9, 15), "role": "next"}, (2023, 9, 1)),
            ("augusti", {"meeting_date": date(2023, 9, 15), "role": "next"}, (2024, 8, 1)),
            ("september", {"meeting_date": date(2023, 9, 15), "role": "past"}, (2023, 9, 1)),
            ("oktober", {"meeting_date": date(2023, 9, 15), "role": "past"}, (2022, 10, 1)),
            ("januari", {"meeting_date": date(2023, 9, 15)}, (2024, 1, 1)),
            ("nästa vecka", {}, None),
            ("nästa vecka", {"meeting_date": date(9999, 12, 31)}, None),
            ("nästa år", {"meeting_date": date(9999, 12, 31)}, None),
            ("nästa månad", {"meeting_date": date(2023, 12, 5)}, (2024, 1, 1)),
            ("december–januari", {"year": 9999}, None),
            ("december", {"year": 9999}, (9999, 12, 1)),
            ("efter december", {"year": 9999}, None),
            ("före januari", {"year": 1}, None),
            ("vecka 52–1", {"year": 9999}, None),
        ],
    )
    def test_the_year_of_a_vague_time(self, text: str, known: dict[str, Any], first: Any) -> None:
        """The rules of years count here, too; a month that has begun may be the next as well as the last."""
        dates = parse_dates(text, **known)
        assert isinstance(dates, PartialDate)
        assert dates.earliest == (date(*first) if first else None)

    @pytest.mark.parametrize("text", ["14–15 november", "den 14–15 november", "2023-11-14–15"])
    def test_days_are_days(self, text: str) -> None:
        """A date that can be known is no vague time."""
        expected = DateSpan(date(2023, 11, 14), date(2023, 11, 15))
        assert parse_dates(text, meeting_date=MEETING) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "möte",
            "2024",
            "vår",
            "i vår kommun",
            "vecka 54",
            "vecka",
            "v. 0",
            "september och",
            "kvartal 5",
            "femte kvartalet",
            "första mötet",
            "tredje halvåret",
            "nästa",
            "nästa gång",
            "om",
            "om två",
            "om personer",
            "i slutet av",
            "i slutet av mötet",
            "under",
            "år",
            "senast",
            "senast när som",
            "till",
            "t",
            "fr",
            "den",
            "september 1300",
            "2 februari, 12 april",
        ],
    )
    def test_refuses_what_is_no_time(self, text: str) -> None:
        """A phrase that is no time of the year is an error of ours."""
        with pytest.raises(DateError):
            parse_dates(text, meeting_date=MEETING)

    def test_a_missing_year_is_an_error(self) -> None:
        """A day and month whose year nothing tells is not made vague."""
        with pytest.raises(DateError, match="year="):
            parse_dates("26 maj")

    def test_formats_both_kinds(self) -> None:
        """A span in the style wanted, a vague time in its own words."""
        span = DateSpan(date(2023, 11, 14), date(2023, 11, 15))
        assert format_dates(span) == "14–15 november 2023"
        assert format_dates(span, style="short") == "14–15 november"
        assert format_dates(PartialDate("i höst"), style="iso") == "i höst"


class TestPartOfDay:
    @pytest.mark.parametrize(
        ("text", "part"),
        [
            ("Förmiddagarna:", PartOfDay.MORNING),
            ("förmiddag", PartOfDay.MORNING),
            ("fm", PartOfDay.MORNING),
            ("f.m.", PartOfDay.MORNING),
            ("em.", PartOfDay.AFTERNOON),
            ("e m", PartOfDay.AFTERNOON),
            ("på eftermiddagen", PartOfDay.AFTERNOON),
            ("kvällen", PartOfDay.EVENING),
            ("Heldagar", PartOfDay.WHOLE_DAY),
        ],
    )
    def test_reads(self, text: str, part: PartOfDay) -> None:
        """All forms of a part of the day."""
        assert parse_part_of_day(text) is part

    @pytest.mark.parametrize("text", ["", "dag", "fm em", "på", "f", "halvdag"])
    def test_refuses(self, text: str) -> None:
        """Nothing else is a part of the day."""
        with pytest.raises(DateError):
            parse_part_of_day(text)

    def test_writes(self) -> None:
        """The indefinite singular."""
        assert format_part_of_day(PartOfDay.WHOLE_DAY) == "heldag"
