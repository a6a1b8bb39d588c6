"""The table of writing rules for dates and times, cell by cell: what is written, and what is read.

Sources: Myndigheternas webbriktlinjer 66, Språkrådet's answers on dates, TT-språket, and minutes in the wild.
Each class is a row of the table; each entry below is a form that its cells name. The names are invented.
"""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from motesprotokoll import read_text
from motesprotokoll.errors import DateError, WrongTypeError, WrongValueError
from motesprotokoll.model import DateSpan, Mode, Occasion, PartialDate, PartOfDay, TimeSpan
from motesprotokoll.swedish import (
    find_dates,
    format_date,
    format_date_list,
    format_date_span,
    format_dates,
    format_occasion,
    format_part_of_day,
    format_time,
    format_time_span,
    format_week,
    parse_date,
    parse_date_list,
    parse_date_span,
    parse_dates,
    parse_occasion,
    parse_part_of_day,
    parse_time,
    parse_time_span,
    split_sentences,
)
from motesprotokoll.swedish.words import DASHES

DAY = date(2023, 4, 21)
MEETING = date(2023, 9, 8)
NBSP = "\N{NO-BREAK SPACE}"
Reader = Callable[..., Any]


def span(*days: str) -> DateSpan:
    return DateSpan(*map(date.fromisoformat, days))


def clock(start: str, end: str | None = None) -> TimeSpan:
    return TimeSpan(time.fromisoformat(start), None if end is None else time.fromisoformat(end))


def vague(text: str, first: str | None = None, last: str | None = None) -> PartialDate:
    earliest, latest = (None if one is None else date.fromisoformat(one) for one in (first, last))
    return PartialDate(text, earliest=earliest, latest=latest)


TWO_DAYS = span("2024-11-14", "2024-11-15")
TWO_MONTHS = span("2024-11-30", "2024-12-02")
TWO_YEARS = span("2024-12-30", "2025-01-02")
NINE_TO_TWELVE = clock("09:00", "12:00")
THREE_DAYS = (span("2024-02-02"), span("2024-04-12"), span("2024-05-17"))

# Row of the table, what is written, how.
WRITTEN: list[tuple[str, str, str]] = [
    ("meeting date in header", format_date(DAY, style="iso"), "2023-04-21"),
    ("meeting date in header", format_date(DAY), "21 april 2023"),
    ("date in text", format_date(DAY), "21 april 2023"),
    ("date in text", format_date(DAY, style="running"), "den 21 april 2023"),
    ("date in text", format_date(DAY, year=False), "21 april"),
    ("date in text", format_date(DAY, style="running", year=False), "den 21 april"),
    ("weekday and date", format_date(DAY, style="definite"), "fredagen den 21 april 2023"),
    ("weekday and date", format_date(DAY, style="weekday"), "fredag 21 april 2023"),
    ("same-month span", format_date_span(TWO_DAYS), "14–15 november 2024"),
    ("same-month span", format_date_span(TWO_DAYS, style="running", year=False), "den 14–15 november"),
    ("cross-month span", format_date_span(TWO_MONTHS), "30 november–2 december 2024"),
    ("cross-year span", format_date_span(TWO_YEARS), "30 december 2024–2 januari 2025"),
    ("date list", format_date_list(THREE_DAYS, year=False), "2 februari, 12 april och 17 maj"),
    ("date list", format_date_list(THREE_DAYS), "2 februari, 12 april och 17 maj 2024"),
    (
        "date list",
        format_date_list([date(2024, 5, 3), date(2024, 5, 17)], year=False),
        "3 och 17 maj",
    ),
    ("week", format_week(date(2024, 11, 20)), f"vecka{NBSP}47"),
    ("week", format_week(date(2024, 11, 20), style="short"), f"v.{NBSP}47"),
    ("clock time", format_time(time(9)), f"kl.{NBSP}09.00"),
    ("clock time", format_time(time(9, 15), style="running"), f"kl.{NBSP}9.15"),
    ("clock time", format_time(time(9), style="running"), f"kl.{NBSP}9"),
    ("time interval", format_time_span(NINE_TO_TWELVE), f"kl.{NBSP}09.00–12.00"),
    ("time interval", format_time_span(NINE_TO_TWELVE, style="running"), f"kl.{NBSP}9–12"),
    (
        "time interval",
        format_time_span(clock("09:00", "15:30"), style="running"),
        f"kl.{NBSP}9.00–15.30",
    ),
    ("time interval", format_time_span(clock("01:00", "06:00"), style="running"), f"kl.{NBSP}01–06"),
    (
        "breaks",
        f"ajournering {format_time_span(clock('12:15', '13:00'))}",
        f"ajournering kl.{NBSP}12.15–13.00",
    ),
    ("part of day", format_part_of_day(PartOfDay.MORNING), "förmiddag"),
    ("part of day", format_part_of_day(PartOfDay.AFTERNOON), "eftermiddag"),
    ("part of day", format_part_of_day(PartOfDay.WHOLE_DAY), "heldag"),
    ("meeting status", format_occasion(Occasion(DAY, tentative=True)), "21 april 2023 (preliminärt)"),
    ("meeting status", format_occasion(Occasion(DAY, cancelled=True)), "21 april 2023 (inställt)"),
    ("meeting status", format_occasion(Occasion(DAY, mode=Mode.REMOTE)), "21 april 2023 (digitalt)"),
    ("meeting status", format_occasion(Occasion(DAY, mode=Mode.ON_SITE)), "21 april 2023 (fysiskt)"),
    ("helgfri", format_dates(PartialDate("helgfri måndag")), "helgfri måndag"),
    ("deadline", format_dates(vague("senast den 26 mars", None, "2023-03-26")), "senast den 26 mars"),
    ("deadline", format_dates(PartialDate("till nästa möte")), "till nästa möte"),
]

# Row of the table, reader, text, what is known around it, what it means.
READ: list[tuple[str, Reader, str, dict[str, Any], object]] = [
    *(
        ("meeting date in header", parse_date, text, {}, DAY)
        for text in (
            "2023-04-21",
            "2023 - 04 - 21",
            "2023.04.21",
            "2023/04/21",
            "20230421",
            "230421",
            *(f"2023{dash}04{dash}21" for dash in DASHES),
        )
    ),
    *(
        ("date in text", parse_date, text, {"year": 2023}, DAY)
        for text in ("21 april", "den 21 april", "21:a april", "21 apr", "21 apr.", "21 April")
    ),
    ("date in text", parse_date, "21 sept", {"year": 2023}, date(2023, 9, 21)),
    *(
        ("weekday and date", parse_date, text, {"year": 2023}, DAY)
        for weekday in ("fredag", "fredagen", "Fredag", "fre", "fre.", "fr")
        for text in (f"{weekday} 21 april 2023", f"{weekday} den 21 april")
    ),
    ("weekday and date", parse_date, "torsdag 21 april 2023", {}, "contradicts"),
    ("same-month span", parse_date_span, "14-15 november", {"year": 2024}, TWO_DAYS),
    ("same-month span", parse_date_span, "14 – 15 november", {"year": 2024}, TWO_DAYS),
    ("same-month span", parse_date_span, "14—15 november", {"year": 2024}, TWO_DAYS),
    (
        "same-month span",
        parse_date_span,
        "Torsdag-fredag 28-29 september (v 39)",
        {"year": 2023},
        span("2023-09-28", "2023-09-29"),
    ),
    ("cross-month span", parse_date_span, "30 november – 2 december 2024", {}, TWO_MONTHS),
    ("cross-month span", parse_date_span, "30 november-2 december 2024", {}, TWO_MONTHS),
    ("cross-year span", parse_date_span, "30 december–2 januari 2025", {}, TWO_YEARS),
    ("ISO span", parse_date_span, "2024-11-14 – 15", {}, TWO_DAYS),
    ("ISO span", parse_date_span, "2024-11-30--12-02", {}, TWO_MONTHS),
    ("ISO span", parse_date_span, "2020-03-12—13", {}, span("2020-03-12", "2020-03-13")),
    ("slash date", parse_date, "21/4", {"year": 2023}, DAY),
    ("slash date", parse_date, "21/4-23", {}, DAY),
    ("slash date", parse_date, "21/4 2023", {}, DAY),
    (
        "slash date",
        parse_occasion,
        "tis 5/9 kl 13",
        {"year": 2023},
        Occasion(date(2023, 9, 5), times=time(13)),
    ),
    ("slash date", parse_date_span, "14/11–15/11", {"year": 2024}, TWO_DAYS),
    ("slash date", parse_date, "4/21 2023", {}, "not a date"),
    ("slash date", parse_date, "21/13", {"year": 2023}, "not a date"),
    ("dot date", parse_date, "21.4.2023", {}, DAY),
    ("dot date", parse_date, "21.04.23", {}, DAY),
    ("dot date", parse_date, "9.00", {"year": 2023}, "not a date"),
    ("dot date", find_dates, "9.00", {"year": 2023}, ()),
    ("date list", parse_date_list, "2 februari, 12 april och 17 maj", {"year": 2024}, THREE_DAYS),
    (
        "date list",
        parse_date_list,
        "3 och 17 maj",
        {"year": 2024},
        (span("2024-05-03"), span("2024-05-17")),
    ),
    ("date list", parse_date_list, "2 februari\n12 april\n17 maj", {"year": 2024}, THREE_DAYS),
    *(
        ("week", parse_dates, text, {"year": 2024}, vague(text, first, last))
        for text, first, last in (
            ("v 47", "2024-11-18", "2024-11-24"),
            ("v.47", "2024-11-18", "2024-11-24"),
            ("V 44", "2024-10-28", "2024-11-03"),
            ("v. 7-8", "2024-02-12", "2024-02-25"),
            ("Vecka 44", "2024-10-28", "2024-11-03"),
        )
    ),
    (
        "week",
        parse_occasion,
        "(v 6)",
        {"year": 2024},
        Occasion(vague("v 6", "2024-02-05", "2024-02-11")),
    ),
    (
        "week",
        parse_dates,
        "vecka 1 2025",
        {},
        vague("vecka 1 2025", "2024-12-30", "2025-01-05"),
    ),
    ("clock time", parse_time, "kl 9", {}, time(9)),
    ("clock time", parse_time, "kl.9.00", {}, time(9)),
    ("clock time", parse_time, "klockan 9", {}, time(9)),
    ("clock time", parse_time, "13:15", {}, time(13, 15)),
    ("clock time", parse_time, "09.00", {}, time(9)),
    ("clock time", parse_time, "Kl. 08:30", {}, time(8, 30)),
    ("clock time", parse_time, "kl. 25.00", {}, "hours are 0–23"),
    ("time interval", parse_time_span, "kl. 09.00 – 12.00", {}, NINE_TO_TWELVE),
    ("time interval", parse_time_span, "kl 9-12", {}, NINE_TO_TWELVE),
    ("time interval", parse_time_span, "09.00 - 12.00", {}, NINE_TO_TWELVE),
    ("time interval", parse_time_span, "08.30-11.30", {}, clock("08:30", "11:30")),
    ("time interval", parse_time_span, "kl. 9.00 till 12.00", {}, NINE_TO_TWELVE),
    ("time interval", parse_time_span, "kl 9.15 – 12", {}, clock("09:15", "12:00")),
    ("time interval", parse_time_span, "kl. 22.00–24.00", {}, clock("22:00", "00:00")),
    (
        "whole phrase",
        parse_occasion,
        "26 maj kl. 09.00 – 12.00",
        {"year": 2023},
        Occasion(date(2023, 5, 26), times=NINE_TO_TWELVE),
    ),
    (
        "whole phrase",
        parse_occasion,
        "2023-04-21, kl. 09.00 – 12.00",
        {},
        Occasion(DAY, times=NINE_TO_TWELVE),
    ),
    (
        "breaks",
        parse_occasion,
        "2023-04-21 kl. 09:00-12:00, ajournering 10:00-10:35",
        {},
        Occasion(DAY, times=NINE_TO_TWELVE, note="ajournering 10:00-10:35"),
    ),
    (
        "breaks",
        parse_occasion,
        "kl. 09:00-12:00, ajournering 10:00-10:35",
        {},
        Occasion(times=NINE_TO_TWELVE, note="ajournering 10:00-10:35"),
    ),
    ("part of day", parse_part_of_day, "fm", {}, PartOfDay.MORNING),
    ("part of day", parse_part_of_day, "em", {}, PartOfDay.AFTERNOON),
    ("part of day", parse_part_of_day, "förmiddagarna:", {}, PartOfDay.MORNING),
    ("part of day", parse_part_of_day, "eftermiddag", {}, PartOfDay.AFTERNOON),
    ("part of day", parse_occasion, "21 april 2023 fm", {}, Occasion(DAY, part_of_day=PartOfDay.MORNING)),
    (
        "meeting status",
        parse_occasion,
        "19-20 mars (Inställt!)",
        {"year": 2024},
        Occasion(span("2024-03-19", "2024-03-20"), cancelled=True),
    ),
    ("meeting status", parse_occasion, "21 april 2023, preliminärt", {}, Occasion(DAY, tentative=True)),
    ("meeting status", parse_occasion, "digitalt 21 april 2023", {}, Occasion(DAY, mode=Mode.REMOTE)),
    ("meeting status", parse_occasion, "Fysiskt möte 21 april 2023", {}, Occasion(DAY, mode=Mode.ON_SITE)),
    ("helgfri", parse_dates, "helgfri måndag", {"year": 2024}, PartialDate("helgfri måndag")),
    (
        "helgfri",
        parse_dates,
        "första fredagen i månaden",
        {"year": 2024},
        PartialDate("första fredagen i månaden"),
    ),
    ("helgfri", parse_dates, "varannan fredag", {"year": 2024}, PartialDate("varannan fredag")),
    ("helgfri", parse_dates, "varannan vecka", {"year": 2024}, PartialDate("varannan vecka")),
    (
        "deadline",
        parse_dates,
        "senast tisdag 9 februari",
        {"year": 2021},
        vague("senast tisdag 9 februari", None, "2021-02-09"),
    ),
    (
        "deadline",
        parse_dates,
        "senast den 26 mars",
        {"year": 2023},
        vague("senast den 26 mars", None, "2023-03-26"),
    ),
    (
        "deadline",
        parse_dates,
        "i september",
        {"meeting_date": DAY},
        vague("i september", "2023-09-01", "2023-09-30"),
    ),
    (
        "deadline",
        parse_dates,
        "till mötet i september",
        {"meeting_date": DAY},
        vague("till mötet i september", "2023-09-01", "2023-09-30"),
    ),
    ("deadline", parse_dates, "till nästa möte", {"meeting_date": DAY}, PartialDate("till nästa möte")),
    (
        "deadline",
        parse_dates,
        "under hösten",
        {"meeting_date": DAY},
        vague("under hösten", "2023-07-01", "2023-12-31"),
    ),
    ("deadline", parse_dates, "inför sommaren", {"meeting_date": DAY}, PartialDate("inför sommaren")),
    (
        "deadline",
        parse_dates,
        "inför mötet i september",
        {"meeting_date": DAY},
        PartialDate("inför mötet i september"),
    ),
    # Compact forms only as the whole token: they collide with case, personal and phone numbers.
    ("compact", parse_date, "230421-1234", {}, "not a date"),
    ("compact", parse_date, "20230421-1234", {}, "not a date"),
    ("compact", find_dates, "dnr 230421", {}, ()),
    ("compact", find_dates, "230421-1234", {}, ()),
    ("compact", find_dates, "20230421-1234", {}, ()),
    ("compact", find_dates, "ring 0302-230421", {}, ()),
    # White space and dashes.
    *(
        ("white space", parse_date, f"den{space}21{space}april{space}2023", {}, DAY)
        for space in (
            NBSP,
            "\N{THIN SPACE}",
            "\N{NARROW NO-BREAK SPACE}",
            " \N{ZERO WIDTH SPACE}",
            "\t",
            "  ",
        )
    ),
    ("white space", parse_date, "21\N{ZERO WIDTH SPACE}april\N{ZERO WIDTH SPACE}2023", {}, DAY),
    ("NFC", parse_date, "lo\u0308rdag 22 april 2023", {}, date(2023, 4, 22)),
    *(
        ("dash", parse_date_span, f"14{dash}15 november 2024", {}, TWO_DAYS)
        for dash in ("-", "‐", "‑", "‒", "–", "—", "―", "−")
    ),
    # The five rules of years.
    ("year 1", parse_date, "13 oktober 2021", {"year": 2024, "meeting_date": DAY}, date(2021, 10, 13)),
    ("year 2", parse_date, "13 oktober", {"year": 2024, "meeting_date": DAY}, date(2024, 10, 13)),
    ("year 3", parse_date, "13 april", {"meeting_date": DAY, "role": "next"}, date(2024, 4, 13)),
    ("year 3", parse_date, "13 april", {"meeting_date": DAY, "role": "past"}, date(2023, 4, 13)),
    ("year 3", parse_date, "26 maj", {"meeting_date": DAY, "role": "past"}, date(2022, 5, 26)),
    ("year 4", parse_date, "13 oktober", {"meeting_date": DAY}, date(2023, 10, 13)),
    ("year 4", parse_date, "2 februari", {"meeting_date": MEETING}, date(2024, 2, 2)),
    ("year 5", parse_date, "söndag 13 oktober", {"meeting_date": DAY}, date(2024, 10, 13)),
    ("no year", parse_date, "13 oktober", {}, "no year is known"),
]


def _name(row: tuple[Any, ...]) -> str:
    return f"{row[0]}: {row[2]!r}"


@pytest.mark.parametrize(("row", "written", "expected"), WRITTEN, ids=map(_name, WRITTEN))
def test_writes(row: str, written: str, expected: str) -> None:
    """Every form of the table that is ours to write is written so."""
    assert written == expected


@pytest.mark.parametrize(("row", "reader", "text", "known", "expected"), READ, ids=map(_name, READ))
def test_reads(row: str, reader: Reader, text: str, known: dict[str, Any], expected: object) -> None:
    """Every form of the table is read as what it means, or refused for the reason that is given."""
    if type(expected) is str:  # and no member of an enumeration
        with pytest.raises(DateError, match=expected):
            reader(text, **known)
        return
    assert reader(text, **known) == expected


@pytest.mark.parametrize(
    "write",
    [
        lambda: format_week(DAY, style="long"),  # type: ignore[arg-type]
        lambda: format_time(time(9), style="long"),  # type: ignore[arg-type]
        lambda: format_time_span(NINE_TO_TWELVE, style="long"),  # type: ignore[arg-type]
        lambda: format_date_span(TWO_DAYS, style="long"),  # type: ignore[arg-type]
        lambda: format_occasion(Occasion(DAY), style="long"),  # type: ignore[arg-type]
    ],
)
def test_other_styles_are_refused(write: Callable[[], str]) -> None:
    """A style that does not exist is an error of ours."""
    with pytest.raises(WrongValueError):
        write()


def test_a_list_holds_days_only() -> None:
    """Anything else in it is an error of ours."""
    with pytest.raises(WrongTypeError):
        format_date_list([DAY, "21 april"])  # type: ignore[list-item]
    assert format_date_list([]) == ""


class TestInDocuments:
    """Cells that speak of more than one phrase."""

    def test_a_wrong_weekday_is_told(self) -> None:
        """In running text a weekday that contradicts its date is a finding, and the date stands."""
        (found,) = find_dates("Vi ses torsdagen den 21 april 2023.")
        assert found.value == DateSpan(DAY)
        assert [finding.code for finding in found.findings] == ["date.weekday-mismatch"]

    def test_a_year_that_is_inferred_is_told(self) -> None:
        """The words of the document stay, with a warning that the year is not theirs."""
        (found,) = find_dates("mejl skickat den 13 april", meeting_date=DAY, role="past")
        assert (found.text, found.value) == ("den 13 april", span("2023-04-13"))
        assert [finding.code for finding in found.findings] == ["date.year-inferred"]

    def test_a_date_on_each_line_below_a_year(self) -> None:
        """One date a line under a heading with the year."""
        found = find_dates("2 februari\n12 april\n17 maj\n", year=2024)
        assert tuple(one.value for one in found) == THREE_DAYS

    def test_the_first_interval_is_the_meeting(self) -> None:
        """A break behind the hours is none of them."""
        (found,) = find_dates("21 april 2023 kl. 09:00-12:00, ajournering 10:00-10:35")
        assert found.times == NINE_TO_TWELVE

    def test_a_part_of_day_counts_for_the_dates_below_it(self) -> None:
        """A part of the day over a list of dates is that of each, and no clock times are invented."""
        meeting = read_text(
            "Anteckningar 8 september 2023\n\nMötestider 2024\n\nFörmiddagarna:\n\n2 februari\n\n12 april\n"
        ).meeting
        assert meeting.schedule is not None
        assert [(one.first_day, one.part_of_day, one.times) for one in meeting.schedule.occasions] == [
            (date(2024, 2, 2), PartOfDay.MORNING, None),
            (date(2024, 4, 12), PartOfDay.MORNING, None),
        ]

    def test_form_and_place_with_their_own_doubt(self) -> None:
        """A meeting on site whose place is preliminary."""
        found = read_text(
            "Anteckningar 21 april 2023\n\n1. Budget\nVi talade.\n\n2. Nästa möte\n"
            "26 maj kl. 9–12. Fysiskt möte, preliminärt i Åby\n"
        ).meeting.next_meeting
        assert found is not None
        assert (found.mode, found.place, found.place_tentative) == (Mode.ON_SITE, "Åby", True)
        assert not found.tentative

    def test_white_space_in_running_text(self) -> None:
        """Thin, no-break and zero-width spaces are spaces; a mark behind a letter is a part of it."""
        for space in (NBSP, "\N{THIN SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}"):
            text = f"Vi ses{space}lo\u0308rdagen{space}den{space}22{space}april{space}2023."
            (found,) = find_dates(text)
            assert found.value == span("2023-04-22")
            assert found.text == text[len(f"Vi ses{space}") : -1]


_ABBREVIATIONS = """
bl.a. bitr. ca d.v.s. dvs. dr e.d. enl. etc. ev. exkl. f.d. f.n. f.ö. fr.o.m. forts. förf. inkl. jfr kap.
kl. kr m.a.o. m.fl. m.m. max. min. nr o.d. obs. ordf. osv. o.s.v. p. p.g.a. prel. ref. resp. s. s.k. sekr.
st. st.f. stf. t.ex. t.h. t.o.m. tel. tf. tfn tjg. v. v.g. vs. ang. anm. bil. jan. feb. aug. sep. sept. okt.
nov. dec.
"""
SPACED = ("bl a", "m fl", "t ex", "t o m", "fr o m", "p g a", "tjg ers", "tex", "Tex")
WITH_STOPS = ("bl. a.", "m. fl.", "t. ex.", "t. o. m.", "fr. o. m.", "p. g. a.")


@pytest.mark.parametrize("abbreviation", [*_ABBREVIATIONS.split(), *SPACED, *WITH_STOPS, "A.", "Ö."])
def test_no_sentence_ends_with_an_abbreviation(abbreviation: str) -> None:
    """Neither in a sentence nor in brackets nor at the beginning; spaced forms and initials neither."""
    for text in (f"Så {abbreviation} Ale", f"Så ({abbreviation} 12)", f"{abbreviation} Ida Ek"):
        assert split_sentences(text) == (text,)
