"""A meeting from what a person types, with nothing added."""

from datetime import date, datetime, time

import pytest

from motesprotokoll.building import new_meeting
from motesprotokoll.errors import DateError, MinutesError, WrongTypeError, WrongValueError
from motesprotokoll.model import (
    AgendaItem,
    Attendance,
    DateSpan,
    Kind,
    Meeting,
    Member,
    Network,
    Occasion,
    Participant,
    TimeSpan,
)

DAY = date(2027, 2, 5)


class TestNewMeeting:
    def test_invents_nothing(self) -> None:
        """What is not said is unknown; members are not thereby present."""
        network = Network("HR-nätverket", members=[Member("Ida Ek")])
        assert new_meeting(network) == Meeting(network)
        assert new_meeting("HR-nätverket").network == Network("HR-nätverket")

    def test_reads_what_is_typed(self) -> None:
        """Words become a day, hours and people, each in the group that they were given in."""
        meeting = new_meeting(
            "HR-nätverket",
            "2027-02-05 kl. 09.00–12.00",
            place="Ale kommun",
            present=["Ida Ek, tf. HR-chef, Ale"],
            in_attendance=["Bo Al, GR"],
            absent=[Participant("Eva Dal", organisation="Mölndal", group="Anmält förhinder")],
            agenda=["Välkomna", AgendaItem("Budget", number="2")],
            kind="notes",
            title="Vårmöte",
            chair=Participant("Ida Ek"),
            note_taker="Bo Al, GR",
            next_meeting="9 april 2027",
        )
        assert meeting.chair == Participant("Ida Ek")
        assert meeting.note_taker == Participant("Bo Al", organisation="GR")
        assert meeting.next_meeting == Occasion(date(2027, 4, 9))
        assert meeting.occasion == Occasion(DAY, times=TimeSpan(time(9), time(12)), place="Ale kommun")
        assert meeting.present == (
            Participant(
                "Ida Ek",
                role="tf. HR-chef",
                organisation="Ale",
                attendance=Attendance.PRESENT,
                group="Närvarande",
            ),
        )
        assert [one.group for one in meeting.participants] == ["Närvarande", "Samt", "Anmält förhinder"]
        assert meeting.absent[0].organisation == "Mölndal"
        assert [item.title for item in meeting.agenda] == ["Välkomna", "Budget"]
        assert (meeting.kind, meeting.title) == (Kind.NOTES, "Vårmöte")

    @pytest.mark.parametrize("when", ["2027-02-05", "den 5 februari 2027", DAY, DateSpan(DAY), Occasion(DAY)])
    def test_takes_a_day_in_any_form(self, when: object) -> None:
        """Words, a day, a span or an occasion mean the same."""
        assert new_meeting("A", when).occasion == Occasion(DAY)  # type: ignore[arg-type]

    def test_the_place_takes_the_place(self) -> None:
        """place= counts more than the occasion's own; without a day it stands alone."""
        assert new_meeting("A", Occasion(DAY, place="Ale"), place="Bohus").place == "Bohus"
        assert new_meeting("A", place="Bohus").occasion == Occasion(place="Bohus")
        assert new_meeting("A", Occasion(DAY, place="Ale")).place == "Ale"

    def test_refuses_what_is_no_time(self) -> None:
        """Words that say no time, and moments where a day is meant, are refused."""
        with pytest.raises(DateError):
            new_meeting("A", "någon gång 31 februari")
        with pytest.raises(WrongTypeError, match=r"Occasion\.dates"):
            new_meeting("A", datetime(2027, 2, 5, 9, 0))  # noqa: DTZ001 (that is what is refused)

    def test_refuses_a_bare_string_of_people(self) -> None:
        """A string would be taken letter by letter."""
        for wrong in ("Ida Ek", 3):
            with pytest.raises(WrongTypeError, match=r"absent: expected a list of people"):
                new_meeting("A", absent=wrong)  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError, match="present: expected a Participant or str"):
            new_meeting("A", present=[3])  # type: ignore[list-item]

    def test_refuses_an_unknown_kind(self) -> None:
        """The kinds are listed."""
        with pytest.raises(WrongValueError, match=r"kind: 'x' is no kind of document .*'notes', 'minutes'"):
            new_meeting("A", kind="x")
        assert new_meeting("A", kind=Kind.MINUTES).kind is Kind.MINUTES

    def test_refuses_nobody(self) -> None:
        """A line without a name is an error of ours, whatever it is."""
        with pytest.raises(MinutesError):
            new_meeting("A", present=[""])
