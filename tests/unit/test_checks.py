"""Each rule finds what it is for, tells where, and says nothing of what is in order."""

from datetime import date, time

import pytest

from motesprotokoll.checks import check
from motesprotokoll.errors import WrongTypeError
from motesprotokoll.findings import Severity
from motesprotokoll.model import (
    AgendaItem,
    Attendance,
    DateSpan,
    Meeting,
    Occasion,
    Participant,
    Schedule,
    TimeSpan,
)
from motesprotokoll.testing import sample_meeting

PRESENT, ALSO, ABSENT = Attendance.PRESENT, Attendance.IN_ATTENDANCE, Attendance.ABSENT
DAY = date(2027, 2, 5)


def found(meeting: Meeting) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.where) for finding in check(meeting)]


class TestCheck:
    def test_a_good_meeting_has_no_findings(self) -> None:
        """Nothing is said of a meeting that is in order."""
        assert check(sample_meeting()) == ()
        assert check(Meeting()) == ()

    def test_refuses_anything_else(self) -> None:
        """Only meetings are looked over."""
        with pytest.raises(WrongTypeError, match="expected a Meeting"):
            check("x")  # type: ignore[arg-type]


class TestTimes:
    def test_end_before_start(self) -> None:
        """MP201 wherever an occasion stands."""
        wrong = Occasion(DateSpan(DAY, date(2027, 2, 4)))
        schedule = Schedule(occasions=[DAY, wrong])
        meeting = Meeting(occasion=wrong, agenda=[AgendaItem("a", body=[schedule])], next_meeting=wrong)
        assert [where for code, where in found(meeting) if code == "MP201"] == [
            "$.occasion",
            "$.agenda[0].body[0].occasions[1]",
            "$.next_meeting",
        ]
        assert check(meeting)[0].message == "Slutdatum 2027-02-04 ligger före startdatum 2027-02-05."
        assert check(meeting)[0].severity is Severity.ERROR

    @pytest.mark.parametrize(
        ("start", "end", "wrong"),
        [(12, 9, True), (9, 12, False), (9, 9, False), (18, 0, False), (9, None, False)],
    )
    def test_hours_backwards(self, start: int, end: int | None, wrong: bool) -> None:
        """MP202 where the end is before the start; 00:00 is midnight at the end of the day."""
        times = TimeSpan(time(start), None if end is None else time(end))
        expected = [("MP202", "$.occasion")] if wrong else []
        assert found(Meeting(occasion=Occasion(DAY, times=times))) == expected
        assert found(Meeting(occasion=Occasion(times=times))) == expected

    def test_hours_over_several_days_are_in_order(self) -> None:
        """From noon on one day to nine on the next is no mistake."""
        span = DateSpan(DAY, date(2027, 2, 6))
        assert found(Meeting(occasion=Occasion(span, times=TimeSpan(time(12), time(9))))) == []

    def test_next_meeting_not_after(self) -> None:
        """MP203 where the next meeting is not later."""
        assert found(Meeting(occasion=DAY, next_meeting=DAY)) == [("MP203", "$.next_meeting")]
        assert found(Meeting(occasion=DAY, next_meeting=date(2027, 2, 8))) == []
        assert found(Meeting(next_meeting=DAY)) == []

    def test_finished_before_meeting(self) -> None:
        """MP204 where the document is older than the meeting."""
        assert found(Meeting(occasion=DAY, finished_on=date(2027, 2, 4))) == [("MP204", "$.finished_on")]
        assert found(Meeting(occasion=DAY, finished_on=DAY)) == []


class TestPeople:
    @pytest.mark.parametrize(("one", "other"), [(PRESENT, ABSENT), (ABSENT, ALSO)])
    def test_present_and_absent(self, one: Attendance, other: Attendance) -> None:
        """MP301 at the second of the two lines."""
        meeting = Meeting(
            participants=[Participant("Ida Ek", attendance=one), Participant("IDA EK", attendance=other)]
        )
        assert found(meeting) == [("MP301", "$.participants[1]")]
        assert "IDA EK står både som" in check(meeting)[0].message

    def test_two_people_of_one_name_are_two(self) -> None:
        """The same name from two places is no contradiction."""
        people = [
            Participant("Ida Ek", organisation="Ale", attendance=PRESENT),
            Participant("Ida Ek", organisation="Partille", attendance=ABSENT),
        ]
        assert found(Meeting(participants=people)) == []

    def test_listed_twice(self) -> None:
        """MP302 for the same person in the same group; invited and then present is in order."""
        twice = [
            Participant("Ida Ek", attendance=PRESENT),
            Participant("Ida Ek", organisation="Ale", attendance=PRESENT),
        ]
        assert found(Meeting(participants=twice)) == [("MP302", "$.participants[1]")]
        invited = [Participant("Ida Ek"), Participant("Ida Ek", attendance=PRESENT)]
        assert found(Meeting(participants=invited)) == []

    def test_a_long_list_of_one_name_stays_quick(self) -> None:
        """The rules are linear in the number of people, whatever their names."""
        people = [Participant("A", organisation=str(number), attendance=PRESENT) for number in range(5_000)]
        assert found(Meeting(participants=people)) == []


class TestContents:
    def test_empty_item(self) -> None:
        """MP101 for an item that says nothing at all, however deep."""
        empty = AgendaItem(number="2")
        agenda = [
            AgendaItem("a", items=[empty]),
            AgendaItem("b"),
            AgendaItem(body=["text"]),
            AgendaItem(items=["c"]),
        ]
        assert found(Meeting(agenda=agenda)) == [("MP101", "$.agenda[0].items[0]")]

    def test_number_twice(self) -> None:
        """MP102 for a number that comes again, whatever stands behind it; no number is no number."""
        agenda = [
            AgendaItem("a", number="1."),
            AgendaItem("b", number="2"),
            AgendaItem("c", number="1"),
            AgendaItem("d"),
            AgendaItem("e"),
        ]
        assert found(Meeting(agenda=agenda)) == [("MP102", "$.agenda[2]")]
