from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attendance,
    BulletList,
    Cell,
    DateSpan,
    Decision,
    Emphasis,
    Link,
    ListItem,
    Meeting,
    Occasion,
    Paragraph,
    PartialDate,
    Participant,
    Schedule,
    Section,
    Table,
    TimeSpan,
    Unread,
)
from timing import within

STOCKHOLM = ZoneInfo("Europe/Stockholm")
DAY = date(2027, 2, 5)


def held(dates: Any, start: time | None = None, end: time | None = None) -> Meeting:
    """A meeting of which only the time is known."""
    return Meeting(occasion=Occasion(dates, times=TimeSpan(start, end) if start else None))


class TestMeeting:
    def test_may_say_nothing(self) -> None:
        """What no document says is ``None`` or empty, in derived properties, too."""
        meeting = Meeting()
        derived = (meeting.date, meeting.place, meeting.starts_at, meeting.ends_at, meeting.schedule)
        assert derived == (None,) * 5
        series: list[object] = [meeting.participants, meeting.agenda, meeting.preamble, meeting.appendix]
        assert [*series, meeting.decisions, meeting.actions, meeting.links] == [()] * 7
        assert list(meeting.walk()) == []

    def test_plain_values_convert(self) -> None:
        """Titles become items, strings paragraphs and attachments, days occasions."""
        meeting = Meeting(occasion=DAY, next_meeting=DateSpan(DAY), agenda=["Budget"], preamble=["a", ""])
        assert meeting.occasion == meeting.next_meeting == Occasion(DAY)
        assert meeting.agenda == (AgendaItem("Budget"),)
        assert meeting.preamble == (Paragraph("a"),)


class TestTimes:
    def test_date_and_place_are_those_of_the_occasion(self) -> None:
        """The first day where there are several, no day where the date is vague."""
        meeting = Meeting(occasion=Occasion(DateSpan(DAY, date(2027, 2, 6)), place="Ale"))
        assert (meeting.date, meeting.place) == (DAY, "Ale")
        assert held(PartialDate("i vår", earliest=DAY)).date is None

    def test_are_moments_in_stockholm(self) -> None:
        """Winter time is an hour ahead of UTC, summer time two."""
        winter = held(DAY, time(9), time(12))
        assert winter.starts_at == datetime(2027, 2, 5, 9, tzinfo=STOCKHOLM)
        assert str(winter.starts_at) == "2027-02-05 09:00:00+01:00"
        assert str(winter.ends_at) == "2027-02-05 12:00:00+01:00"
        assert str(held(date(2027, 8, 5), time(9)).starts_at) == "2027-08-05 09:00:00+02:00"
        assert winter.starts_at is not None
        assert winter.starts_at.tzinfo == STOCKHOLM

    def test_need_a_day_and_an_hour(self) -> None:
        """Without the one or the other there is no moment."""
        assert held(DAY).starts_at is held(DAY).ends_at is None
        assert held(None, time(9), time(12)).starts_at is None
        assert held(None, time(9), time(12)).ends_at is None
        assert held(PartialDate("i vår"), time(9), time(12)).ends_at is None
        assert held(DAY, time(9)).ends_at is None

    def test_end_at_midnight_is_the_end_of_the_day(self) -> None:
        """24.00, also of the last of several days."""
        assert str(held(DAY, time(18), time(0)).ends_at) == "2027-02-06 00:00:00+01:00"
        several = held(DateSpan(DAY, date(2027, 2, 6)), time(9), time(0))
        assert str(several.ends_at) == "2027-02-07 00:00:00+01:00"
        assert str(several.starts_at) == "2027-02-05 09:00:00+01:00"
        assert str(held(DAY, time(0)).starts_at) == "2027-02-05 00:00:00+01:00"

    def test_keep_an_end_before_the_start(self) -> None:
        """What the document says is told, not mended."""
        meeting = held(DateSpan(date(2027, 2, 6), DAY), time(12), time(9))
        assert str(meeting.starts_at) == "2027-02-06 12:00:00+01:00"
        assert str(meeting.ends_at) == "2027-02-05 09:00:00+01:00"

    def test_hour_that_the_clocks_jump_over_is_the_one_after(self) -> None:
        """02.30 on the last Sunday of March does not exist; the clocks showed 03.30."""
        gap = held(date(2027, 3, 28), time(2, 30), time(2, 59))
        assert str(gap.starts_at) == "2027-03-28 03:30:00+02:00"
        assert str(gap.ends_at) == "2027-03-28 03:59:00+02:00"

    def test_hour_that_comes_twice_is_the_first(self) -> None:
        """02.30 on the last Sunday of October is summer time, whatever fold a time carries."""
        for fold in (0, 1):
            twice = held(date(2027, 10, 31), time(2, 30, fold=fold), time(2, 45, fold=fold))
            assert str(twice.starts_at) == "2027-10-31 02:30:00+02:00"
            assert str(twice.ends_at) == "2027-10-31 02:45:00+02:00"

    def test_edges_of_the_calendar_have_no_moment_beyond(self) -> None:
        """The first hour of year 1 is before all moments of UTC, the last midnight after all days."""
        assert held(date.min, time(0)).starts_at is None
        assert held(date.min, time(9)).starts_at is not None
        assert held(date.max, time(23), time(0)).ends_at is None
        assert held(date.max, time(23), time(23, 59)).ends_at is not None


class TestPeople:
    def test_are_told_apart_by_attendance(self) -> None:
        """In the document's order; who is invited only is in no list."""
        people = [
            Participant("A", attendance=Attendance.ABSENT),
            Participant("B", attendance=Attendance.PRESENT),
            Participant("C"),
            Participant("D", attendance=Attendance.IN_ATTENDANCE),
            Participant("E", attendance=Attendance.PRESENT),
        ]
        meeting = Meeting(participants=people)
        assert meeting.present == (people[1], people[4])
        assert meeting.in_attendance == (people[3],)
        assert meeting.absent == (people[0],)


def everywhere(make: Any) -> Meeting:
    """A meeting with ``make(0)``, ``make(1)`` … in each place that can hold a block, in reading order."""
    return Meeting(
        preamble=[make(0), "x"],
        agenda=[
            AgendaItem(
                "1",
                body=[
                    BulletList(
                        [ListItem(["x", make(1), BulletList([ListItem(make(2))])]), ListItem([make(3)])]
                    ),
                    Table([["x", Cell(make(4))], [make(5), Cell([Section("S", [make(6)])])]]),
                    Section("T", [make(7), Section("U", [make(8)])]),
                ],
                items=[AgendaItem("1 a", body=[make(9)], items=[AgendaItem("1 aa", body=[make(10)])])],
            ),
            AgendaItem("2", body=[make(11)]),
        ],
        appendix=[Unread("x"), make(12)],
    )


class TestViews:
    def test_decisions_and_actions_are_found_in_every_place(self) -> None:
        """In preamble, items, sub-items, lists, tables, sections and appendix, in reading order."""
        decisions = everywhere(lambda number: Decision(f"beslut {number}"))
        assert [one.text for one in decisions.decisions] == [f"beslut {number}" for number in range(13)]
        assert decisions.actions == ()
        actions = everywhere(lambda number: ActionItem(f"uppdrag {number}"))
        assert [one.text for one in actions.actions] == [f"uppdrag {number}" for number in range(13)]
        assert actions.decisions == ()

    def test_schedule_is_the_first(self) -> None:
        """Wherever it stands."""
        meeting = everywhere(lambda number: Schedule(f"tider {number}") if number > 4 else Paragraph("x"))
        assert meeting.schedule == Schedule("tider 5")

    def test_links_are_found_in_every_kind_of_content(self) -> None:
        """Those of paragraphs, decisions, actions and what was not read, in order."""
        kinds = (Paragraph, Decision, ActionItem, Unread)
        link = [Link(str(number), "https://example.org") for number in range(13)]
        meeting = everywhere(
            lambda number: kinds[number % 4](["Se ", link[number], Emphasis("nu")]),
        )
        assert meeting.links == tuple(link)
        assert Meeting(preamble=[Paragraph([link[0], link[1]])]).links == (link[0], link[1])

    def test_are_linear(self) -> None:
        """Twenty thousand decisions are listed in less than a second."""
        item = AgendaItem("x", body=[Decision(str(number)) for number in range(100)])
        meeting = Meeting(agenda=[item] * 200)
        assert len(meeting.decisions) == 20_000
        assert within(lambda: meeting.decisions, 1)
