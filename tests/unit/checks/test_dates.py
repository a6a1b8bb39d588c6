"""Each rule about days and hours finds what cannot be, tells where, and believes what can."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest

from checked import places, told
from motesprotokoll.findings import Severity
from motesprotokoll.model import (
    AgendaItem,
    Block,
    DateSpan,
    Decision,
    Kind,
    Meeting,
    Occasion,
    PartialDate,
    Schedule,
    Section,
    TimeSpan,
)
from timing import grows_at_most

DAY = date(2026, 2, 6)
"""A Friday."""


def said(*texts: str | Block, **fields: object) -> Meeting:
    """A meeting on `DAY` in which that was said."""
    agenda = [AgendaItem("a", body=texts)]
    return Meeting(**{"occasion": DAY, "agenda": agenda, **fields})  # type: ignore[arg-type]


def quoted(text: str, code: str) -> list[str | None]:
    """What is quoted of *text*."""
    return [finding.excerpt for finding in told(said(text), code)]


class TestDaysBackwards:
    def test_wherever_an_occasion_stands(self) -> None:
        """The meeting itself, a plan in it, and the next meeting; it is an error."""
        wrong = Occasion(DateSpan(DAY, date(2026, 2, 5)))
        schedule = Schedule(occasions=[DAY, wrong])
        meeting = Meeting(occasion=wrong, agenda=[AgendaItem("a", body=[schedule])], next_meeting=wrong)
        assert places(meeting, "MP201") == [
            "$.occasion",
            "$.agenda[0].body[0].occasions[1]",
            "$.next_meeting",
        ]
        (first, *_) = told(meeting, "MP201")
        assert first.message == "Slutdatum 2026-02-05 ligger före startdatum 2026-02-06."
        assert first.severity is Severity.ERROR

    def test_days_forwards(self) -> None:
        """One day, several, and a vague one."""
        days = (DAY, DateSpan(DAY, date(2026, 2, 7)), PartialDate("i maj"), None)
        assert [places(Meeting(occasion=Occasion(one)), "MP201") for one in days] == [[]] * 4


class TestHoursBackwards:
    @pytest.mark.parametrize(
        ("start", "end", "wrong"),
        [(12, 9, True), (9, 12, False), (9, 9, False), (18, 0, False), (9, None, False)],
    )
    def test_the_end_is_before_the_start(self, start: int, end: int | None, wrong: bool) -> None:
        """00:00 is midnight at the end of the day; whether the day is known does not matter."""
        times = TimeSpan(time(start), None if end is None else time(end))
        expected = ["$.occasion"] if wrong else []
        assert places(Meeting(occasion=Occasion(DAY, times=times)), "MP202") == expected
        assert places(Meeting(occasion=Occasion(times=times)), "MP202") == expected

    def test_over_several_days(self) -> None:
        """From noon on one day to nine on the next is no mistake."""
        span = DateSpan(DAY, date(2026, 2, 7))
        times = TimeSpan(time(12), time(9))
        assert places(Meeting(occasion=Occasion(span, times=times)), "MP202") == []


class TestNextMeetingNotAfter:
    @pytest.mark.parametrize(("following", "wrong"), [(5, True), (6, True), (9, False)])
    def test_must_be_later(self, following: int, wrong: bool) -> None:
        """The same day is not."""
        meeting = Meeting(occasion=DAY, next_meeting=date(2026, 2, following))
        assert places(meeting, "MP203") == (["$.next_meeting"] if wrong else [])

    def test_one_of_them_is_not_known(self) -> None:
        """Then there is nothing to compare; and a summons may name a meeting before."""
        assert places(Meeting(next_meeting=DAY), "MP203") == []
        assert places(Meeting(occasion=DAY, next_meeting=Occasion(place="Ale")), "MP203") == []
        assert places(Meeting(kind=Kind.SUMMONS, occasion=DAY, next_meeting=DAY), "MP203") == []


class TestFinishedBeforeMeeting:
    @pytest.mark.parametrize(("day", "wrong"), [(5, True), (6, False), (20, False)])
    def test_must_not_be_earlier(self, day: int, wrong: bool) -> None:
        """The same day is in order."""
        meeting = Meeting(occasion=DAY, finished_on=date(2026, 2, day))
        assert places(meeting, "MP204") == (["$.finished_on"] if wrong else [])
        assert places(Meeting(finished_on=date(2026, 2, day)), "MP204") == []


class TestWrongWeekday:
    @pytest.mark.parametrize(
        ("text", "excerpt", "weekday"),
        [
            ("Vi ses torsdagen den 13 mars 2026 kl. 9.", "torsdagen den 13 mars 2026 kl. 9", "fredag"),
            ("Vi ses torsdag 14 mars.", "torsdag 14 mars", "lördag"),
            ("Vi ses mån 6/2", "mån 6/2", "fredag"),
        ],
    )
    def test_the_day_has_another(self, text: str, excerpt: str, weekday: str) -> None:
        """With a year, without one, and in short."""
        (one,) = told(said(text), "MP205")
        assert (one.where, one.excerpt, one.instead) == ("$.agenda[0].body[0]", excerpt, None)
        assert one.message.endswith(f" är en {weekday}.")

    def test_of_several_days(self) -> None:
        """Both are told at once."""
        (one,) = told(said("Kurs torsdag–fredag 14–15 maj 2025"), "MP205")
        assert "stämmer inte med datumen 2025-05-14/2025-05-15" in one.message

    @pytest.mark.parametrize(
        "text",
        [
            "Vi ses fredag 13 mars 2026.",
            "Vi ses lördag 6 februari.",
            "På torsdag tar vi 14 förslag.",
            "Fredagar i mars",
            "Ons-mötet 2026",
        ],
    )
    def test_the_day_has_it(self, text: str) -> None:
        """A date without a year is that of another year where the weekday says so."""
        assert quoted(text, "MP205") == []

    def test_in_titles_and_decisions(self) -> None:
        """Wherever words stand."""
        wrong = "torsdag 13 mars 2026"
        meeting = Meeting(
            title=wrong,
            agenda=[AgendaItem(wrong, body=[Decision("Att", clauses=[wrong]), Schedule(wrong)])],
        )
        assert places(meeting, "MP205") == [
            "$.title",
            "$.agenda[0]",
            "$.agenda[0].body[1]",
            "$.agenda[0].body[0].clauses[0]",
        ]


class TestNoSuchDate:
    @pytest.mark.parametrize("words", ["den 33 maj", "Den 45:e januari", "den 99 december"])
    def test_no_month_has_the_day(self, words: str) -> None:
        """Figures that are the day of no month; many of something else are not meant."""
        assert quoted(f"Mötet {words} ställs in.", "MP206") == [words]
        assert quoted("De 33 maj-paren och den 31 maj, den 33 i maj.", "MP206") == []

    @pytest.mark.parametrize(
        "words",
        [
            "den 31 april",
            "30 februari 2026",
            "2026-02-30",
            "31:e juni",
            "31/6",
            "30.2.2026",
            "29 Februari 2026",
        ],
    )
    def test_no_calendar_has_it(self, words: str) -> None:
        """However it is written."""
        (one,) = told(said(f"Senast {words} ska det vara klart."), "MP206")
        assert (one.where, one.excerpt) == ("$.agenda[0].body[0]", words)

    @pytest.mark.parametrize(
        "text",
        [
            "den 30 april",
            "29 februari 2028",
            "31/5",
            "31 personer",
            "version 30.2",
            "nr 31/6",
            "2026-03-31",
            "29 februari",
            "29/2",
        ],
    )
    def test_calendars_have_it(self, text: str) -> None:
        """Or it is no date at all."""
        assert quoted("Se om det.", "MP206") == []
        assert quoted(f"Se {text} om det.", "MP206") == []


class TestNextMeetingOnFreeDay:
    def test_on_a_holiday(self) -> None:
        """It is named."""
        (one,) = told(Meeting(occasion=DAY, next_meeting=date(2026, 4, 3)), "MP207")
        assert one.message == "Nästa möte 2026-04-03 är långfredagen, en ledig dag."
        assert one.where == "$.next_meeting"

    def test_at_a_weekend(self, no_holidays: None) -> None:
        """Also where holidays are not known."""
        (one,) = told(Meeting(occasion=DAY, next_meeting=date(2026, 4, 25)), "MP207")
        assert one.message == "Nästa möte 2026-04-25 är en lördag."
        assert told(Meeting(occasion=DAY, next_meeting=date(2026, 4, 3)), "MP207") == []

    def test_a_body_that_meets_at_weekends(self) -> None:
        """Is not asked; nor one of which that is not known."""
        saturday = date(2026, 4, 25)
        assert told(Meeting(occasion=date(2026, 2, 7), next_meeting=saturday), "MP207") == []
        assert told(Meeting(next_meeting=saturday), "MP207") == []

    def test_a_working_day(self) -> None:
        """Nor is a year of which nobody knows the holidays, nor a meeting that is not to be."""
        assert told(Meeting(occasion=DAY, next_meeting=date(2026, 4, 24)), "MP207") == []
        assert told(Meeting(occasion=DAY, next_meeting=date(2150, 4, 24)), "MP207") == []
        cancelled = Occasion(date(2026, 4, 25), cancelled=True)
        assert told(Meeting(occasion=DAY, next_meeting=cancelled), "MP207") == []
        assert told(Meeting(occasion=DAY), "MP207") == []


class TestTitleOnAnotherDay:
    @pytest.mark.parametrize("title", ["Anteckningar 14 januari", "Protokoll 260114", "Möte 2025-02-06"])
    def test_the_title_was_left(self, title: str) -> None:
        """Whatever form its date has."""
        (one,) = told(Meeting(title=title, occasion=DAY), "MP208")
        assert (one.where, one.excerpt) == ("$.title", title.partition(" ")[2])
        assert one.message.endswith("men mötet hölls 2026-02-06.")

    def test_what_the_document_calls_itself(self) -> None:
        """Is a title, too."""
        assert places(Meeting(kind_label="Protokoll 14 januari", occasion=DAY), "MP208") == ["$.kind_label"]

    @pytest.mark.parametrize(
        "title",
        [
            "Anteckningar 6 februari",
            "Protokoll 260206",
            "Vårmöte 2026",
            "Uppföljning av mötet 14 januari",
            "Möten 14 januari",
            "Anteckningar 14 januari och 3 mars",
            "Anteckningar i mitten av januari",
        ],
    )
    def test_the_title_is_right(self, title: str) -> None:
        """Or it is about another day, or about several."""
        assert told(Meeting(title=title, occasion=DAY), "MP208") == []

    def test_of_two_days_one_will_do(self) -> None:
        """A meeting of two days is called by either; without a day there is nothing to compare."""
        span = DateSpan(date(2026, 2, 5), DAY)
        assert told(Meeting(title="Anteckningar 6 februari", occasion=span), "MP208") == []
        vague = Occasion(PartialDate("i maj"))
        assert told(Meeting(title="Anteckningar 6 februari", occasion=vague), "MP208") == []
        assert told(Meeting(title="Anteckningar 6 februari"), "MP208") == []


class TestRelativeDay:
    @pytest.mark.parametrize(
        "words",
        [
            "i morgon",
            "imorgon",
            "I går",
            "igår",
            "i förrgår",
            "i övermorgon",
            "nästa vecka",
            "denna vecka",
            "den här vecka",
            "förra veckan",
            "i fredags",
            "på måndag",
            "häromdagen",
        ],
    )
    def test_counted_from_today(self, words: str) -> None:
        """It is a note, at the words."""
        (one,) = told(said(f"{words} kommer förslaget."), "MP209")
        assert (one.where, one.excerpt, one.severity) == ("$.agenda[0].body[0]", words, Severity.NOTE)

    @pytest.mark.parametrize(
        "text",
        [
            "God morgon",
            "Tack för ett bra möte i går.",
            "Vi går igenom förslaget",
            "på fredag den 13 februari",
            "på fredagar",
            "nästa vecka 12",
            "vecka 8",
            "nästa veckas möte",
        ],
    )
    def test_a_day_that_stays(self, text: str) -> None:
        """With a date, as a habit, or no day at all."""
        assert quoted(text, "MP209") == []

    def test_each_wording_once(self) -> None:
        """A habit is told once, and not at each place; a summons is read before."""
        meeting = said("I morgon.", "Inte i morgon.", "I går.")
        assert places(meeting, "MP209") == ["$.agenda[0].body[0]", "$.agenda[0].body[2]"]
        assert told(said("I morgon.", kind=Kind.SUMMONS), "MP209") == []


class TestNextMeetingFarOff:
    @pytest.mark.parametrize(("year", "wrong"), [(2026, False), (2027, False), (2028, True), (2062, True)])
    def test_the_year_is_a_slip(self, year: int, wrong: bool) -> None:
        """Once a year is not far off."""
        meeting = Meeting(occasion=DAY, next_meeting=date(year, 3, 5))
        assert places(meeting, "MP210") == (["$.next_meeting"] if wrong else [])

    @pytest.mark.parametrize(("days", "told"), [(500, 0), (501, 1)])
    def test_counts_the_days(self, days: int, told: int) -> None:
        """Five hundred are within two years of work."""
        meeting = Meeting(occasion=DAY, next_meeting=DAY + timedelta(days=days))
        assert len(places(meeting, "MP210")) == told

    def test_one_of_them_is_not_known(self) -> None:
        """Then there is nothing to compare."""
        assert told(Meeting(next_meeting=DAY), "MP210") == []
        assert told(Meeting(occasion=DAY), "MP210") == []


class TestWrongWeek:
    @pytest.mark.parametrize("words", ["fredag den 13 mars vecka 12", "tors 5/3 v 12"])
    def test_the_day_is_in_another(self, words: str) -> None:
        """It is told which."""
        (one,) = told(said(f"Kurs {words}."), "MP211")
        assert one.excerpt == words
        assert one.message.endswith(("2026-03-13 ligger i vecka 11.", "2026-03-05 ligger i vecka 10."))

    @pytest.mark.parametrize(
        "text",
        [
            "fredag den 13 mars vecka 11",
            "vecka 12",
            "v. 12 börjar vi",
            "Kurs",
            "5 mars 2026, v. 12 (17 mars)",
            "5 mars 2026, v. 12: 17 mars",
        ],
    )
    def test_the_day_is_in_it(self, text: str) -> None:
        """Or no day is named."""
        assert quoted(text, "MP211") == []


class TestNextMeetingOnTheSameDay:
    @pytest.mark.parametrize(
        ("times", "following", "count"),
        [((16, 17), 19, 0), ((16, None), 19, 0), ((16, 17), 17, 0), ((16, 17), 16, 1), ((16, None), None, 1)],
    )
    def test_hours_count(self, times: tuple[int, int | None], following: int | None, count: int) -> None:
        """In a crisis a staff meets several times a day."""
        start, end = times
        this = Occasion(DAY, times=TimeSpan(time(start), time(end) if end else None))
        later = Occasion(DAY, times=TimeSpan(time(following)) if following else None)
        meeting = Meeting(kind=Kind.NOTES, occasion=this, next_meeting=later, agenda=["A"])
        assert len(told(meeting, "MP203")) == count


class TestNoSuchTime:
    @pytest.mark.parametrize("words", ["kl. 9.75", "kl 25.00", "Klockan 24.30", "kl. 31:15", "kl. 13.60"])
    def test_no_clock_shows_it(self, words: str) -> None:
        """Too many hours, or too many minutes."""
        assert quoted(f"{words} börjar vi.", "MP212") == [words]

    @pytest.mark.parametrize("words", ["13.00–14.60", "9:75-11:00", "13.00 – 14.99"])
    def test_a_line_of_the_head_that_could_not_be_read(self, words: str) -> None:
        """A paragraph before the items that is nothing but hours; in running text it may be a price."""
        (one,) = told(Meeting(occasion=DAY, preamble=[words, Section("Tid", [words])]), "MP212")
        assert (one.where, one.excerpt) == ("$.preamble[0]", words)
        assert told(Meeting(occasion=DAY, preamble=["13.00–14.50", f"{words} kronor"]), "MP212") == []
        assert quoted(words, "MP212") == []

    @pytest.mark.parametrize(
        "text", ["kl. 24.00", "kl. 9.45", "kl 70", "cykl 9.75", "9.75 kronor, kl. 9", "kl. 9.7"]
    )
    def test_clocks_show_it(self, text: str) -> None:
        """Or it is no time."""
        assert quoted(text, "MP212") == []


@pytest.mark.slow
@pytest.mark.parametrize("words", ["kl. 9.75", "mån ", "i ", "29 ", "-02-", "v ", "den här "])
@pytest.mark.parametrize("code", ["MP205", "MP206", "MP209", "MP211", "MP212"])
def test_long_texts_take_no_longer_than_they_are(code: str, words: str) -> None:
    """Twice the text takes about twice the time."""

    def asked(count: int) -> Callable[[], object]:
        meeting = said(words * count + "fredag v 1 kl 29")
        return lambda: told(meeting, code)

    assert grows_at_most(asked(2_000), asked(8_000), 8)
