"""The register: tables, choosing, open actions and the next agenda."""

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motesprotokoll.errors import ReadError, WrongTypeError
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Kind,
    Meeting,
    Member,
    Network,
    Occasion,
    PartialDate,
    Schedule,
)
from motesprotokoll.outline import printed
from motesprotokoll.register import COLUMNS, Followup, Record, Register, documents_in
from motesprotokoll.register.actions import ClosedBy
from motesprotokoll.register.records import failed, record_of
from strategies import DEAR, meetings
from unit.register.meetings import AUTUMN, BODY, SPRING, item, notes

BOTH = Register([AUTUMN, SPRING])


def later(text: str, kind: str = "notes", day: str = "2027-09-10", body: str = BODY) -> Register:
    """The spring meeting, and a later one that says something."""
    return Register([SPRING, notes(day, item("Uppföljning", text), body=body, kind=kind)])


def state(register: Register, number: str = "Å27-1") -> tuple[object, object, object]:
    """Whether an action is open, and when and how it was closed."""
    (row,) = register.actions.where(lambda one: one["number"] == number)
    return row["open"], row["closed_on"], row["closed_by"]


class TestRegister:
    @DEAR
    @given(st.lists(meetings(), max_size=3))
    def test_takes_every_meeting_in_any_order(self, some: list[Meeting]) -> None:
        """Whatever the meetings hold, the tables can be made; the order in which they came shows nowhere."""
        register, backwards = Register(some), Register(reversed(some))
        for name in COLUMNS:
            assert sorted(map(repr, getattr(register, name))) == sorted(map(repr, getattr(backwards, name)))
        assert set(register.open_actions["open"]) <= {True}

    def test_rows_stand_by_day(self) -> None:
        """The first meeting first, however they came."""
        assert BOTH.meetings["date"] == (date(2027, 3, 5), date(2027, 9, 10))
        assert repr(BOTH) == "Register(2 meetings in 2 documents)"

    def test_takes_readings_and_records(self) -> None:
        """A meeting, a reading of one and a record of one are the same to it."""
        tables = [Register([one]).decisions for one in (SPRING, Reading(SPRING), record_of(SPRING))]
        assert tables[0] == tables[1] == tables[2]

    def test_refuses_anything_else(self) -> None:
        """A name of a file is no meeting."""
        with pytest.raises(WrongTypeError, match="expected a Meeting"):
            Register(["a.txt"])  # type: ignore[list-item]

    def test_an_unreadable_file_is_a_row(self) -> None:
        """A document that could not be read is told, and the others stand."""
        register = Register([SPRING, failed("trasig.pdf", ReadError("no"))])
        assert register.documents["file"] == (None, "trasig.pdf")
        assert register.documents["error_code"] == (None, "read")
        assert len(register.meetings) == 1

    @pytest.mark.slow
    def test_an_unreadable_file_among_a_thousand(self, tmp_path: Path) -> None:
        """It is a row with its error; all others are read, and the report names it."""
        for number in range(999):
            day = f"2027-{number % 12 + 1:02}-{number % 28 + 1:02}"
            text = (
                f"Nätverket för stadsodling\n\nAnteckningar möte {day}\n\n1. Lott {number}\nBo redovisar.\n"
            )
            (tmp_path / f"mote{number:03}.txt").write_text(text, "utf-8")
        broken = tmp_path / "trasig.pdf"
        broken.write_bytes(b"\0")
        register = Register.from_files(documents_in(tmp_path))
        (row,) = (row for row in register.documents if row["error"] is not None)
        assert (row["file"], row["error"]) == (str(broken), "this is no PDF document")
        assert (len(register.documents), len(register.meetings)) == (1_000, 999)
        told = list(printed(register.report(year=2027).nodes))
        assert told[told.index("Dokument som inte kunde läsas") :][4:6] == [
            "trasig.pdf",
            "this is no PDF document",
        ]

    def test_two_files_of_one_meeting_are_a_finding(self) -> None:
        """Both are there, and somebody is told."""
        register = Register([record_of(SPRING, "a.txt"), record_of(SPRING, "a.pdf")])
        (row,) = register.findings.where(lambda one: one["code"] == "register.same-meeting")
        assert row["message"] == "Samma möte finns i flera dokument: a.pdf, a.txt."

    def test_a_person_is_one_over_meetings(self) -> None:
        """Ida of Ale and of Ale kommun is one, and so is Bo, who once has no organisation."""
        persons = BOTH.attendance.where(lambda row: row["name"] in ("Ida Ek", "Bo Alm"))["person"]
        assert persons == ("Ida Ek, Ale", "Bo Alm, Kungälv", "Ida Ek, Ale", "Bo Alm, Kungälv")

    def test_doubts_about_names_are_findings(self) -> None:
        """What looks like one person in two spellings is told among the findings."""
        register = Register([notes("2027-01-08", present=["Ida Ekman, Ale", "Ida Ekmann, Ale"])])
        assert "register.names-alike" in register.findings["code"]


class TestWhere:
    def test_body(self) -> None:
        """Only that body's meetings, in any case of letters, or by the body itself."""
        register = Register([SPRING, notes("2027-01-08", body="Rådet")])
        assert register.where(body="RÅDET").meetings["body"] == ("Rådet",)
        assert register.where(body=Network("Rådet")).meetings["body"] == ("Rådet",)

    def test_period(self) -> None:
        """Both ends are in the period, and what has no day is in none."""
        register = Register([SPRING, AUTUMN, Meeting(BODY)])
        assert len(register.where(since=date(2027, 3, 5)).meetings) == 2
        assert len(register.where(until=date(2027, 3, 5)).meetings) == 1
        assert len(register.where().meetings) == 3

    def test_words(self) -> None:
        """All words, in any case, also inside longer ones."""
        found = BOTH.where(words="MÄTA månad")
        assert len(found.decisions) == 1
        assert len(found.actions) == 0

    def test_person(self) -> None:
        """What she attended and what she was given to do."""
        found = BOTH.where(person="ida ek")
        assert len(found.attendance) == 2
        assert found.actions["owners"] == (("Ida Ek",),)

    def test_organisation(self) -> None:
        """By any of its names, and who came from it by theirs."""
        found = BOTH.where(organisation="Ale kommun")
        assert found.attendance["name"] == ("Ida Ek", "Ida Ek")
        assert BOTH.where(organisation="Okänd").attendance.cells == ()

    def test_an_organisation_that_only_the_documents_know(self) -> None:
        """One that is in no list is found as it was written."""
        register = Register([notes("2027-01-08", present=["Ida Ek, Stiftelsen Vatten", "Bo Alm, Ale"])])
        assert register.where(organisation="stiftelsen vatten").attendance["name"] == ("Ida Ek",)

    def test_numbers_and_states_are_those_of_the_whole(self) -> None:
        """An action that a later meeting closed is closed also where that meeting is not shown."""
        found = BOTH.where(words="mallen")
        assert state(found) == (False, date(2027, 9, 10), "later")
        assert BOTH.where(until=date(2027, 4, 1)).where(person="Bo").actions["number"] == ("Å27-2",)

    def test_refuses_other_types(self) -> None:
        """A day is a date."""
        with pytest.raises(WrongTypeError):
            BOTH.where(since="2027")  # type: ignore[arg-type]


class TestByBody:
    def test_each_has_its_meetings(self) -> None:
        """By the name that is read first, those that name none last; what cannot be read has no body."""
        bare = Meeting(occasion=date(2027, 1, 8), preamble=[ActionItem("Göra.")])
        other = notes("2027-02-01", item("A", ActionItem("Göra.")), body="Rådet")
        shouted = notes("2027-10-01", body="RÅDET")
        broken = Record("trasig.pdf", error="nej", error_code="read")
        found = Register([bare, other, SPRING, shouted, broken]).by_body()
        assert [(body, len(own.meetings)) for body, own in found.items()] == [
            ("Rådet", 2),
            (BODY, 1),
            (None, 1),
        ]
        assert found[None].actions["number"] == ("Å27-1",)
        assert found["Rådet"].documents["error"] == (None, None)


class TestOpenActions:
    def test_numbers(self) -> None:
        """A letter, the year and the order in which the body's meetings gave them."""
        assert BOTH.actions["number"] == ("Å27-1", "Å27-2")

    def test_without_a_year(self) -> None:
        """A meeting without a day gives numbers without a year."""
        undated = Meeting(BODY, agenda=[AgendaItem("A", body=[ActionItem("Göra.")])])
        assert Register([undated]).actions["number"] == ("Å-1",)

    def test_each_body_counts_its_own(self) -> None:
        """Another body's actions take no numbers."""
        other = notes("2027-01-08", item("A", ActionItem("Göra.")), body="Rådet")
        assert Register([other, SPRING]).actions["number"] == ("Å27-1", "Å27-1", "Å27-2")

    def test_given_numbers_stay(self) -> None:
        """An older document that turns up later takes new numbers, and the old ones stay."""
        saved = Register([SPRING]).followup
        older = notes("2027-01-08", item("A", ActionItem("Göra.")))
        assert Register([SPRING, older], followup=saved).actions["number"] == ("Å27-3", "Å27-1", "Å27-2")

    def test_an_odd_number_by_hand_is_kept(self) -> None:
        """A number that somebody wrote in the file is what is printed."""
        (first, _) = SPRING_IDS
        register = Register([SPRING], followup=Followup().numbered({first: "Mallen"}))
        assert register.actions["number"] == ("Mallen", "Å27-1")

    @pytest.mark.parametrize(
        "text",
        [
            "Å27-1: klart.",
            "Å27-1 gicks igenom.",
            "Ida har tagit fram: tar fram mallen för provtagning är klart.",
            "Avslutat: Ida tar fram mallen för provtagning.",
        ],
    )
    def test_a_later_meeting_closes(self, text: str) -> None:
        """It names the number, or says of the same thing that it is done."""
        assert state(later(text)) == (False, date(2027, 9, 10), ClosedBy.LATER)

    @pytest.mark.parametrize(
        "text",
        [
            "Å27-1 kvarstår.",
            "Å27-1 är inte klar.",
            "Å27-12 är klar.",
            "Mallen är klar.",
            "Ida tar fram mallen för provtagning.",
            "Ida tar fram mallen för provtagning, delvis klart.",
        ],
    )
    def test_what_remains_is_open(self, text: str) -> None:
        """Nothing is guessed: it remains, or something else is meant, or nobody says that it is done."""
        assert state(later(text)) == (True, None, None)

    @pytest.mark.parametrize(
        "register",
        [
            later("Å27-1", kind="agenda"),
            later("Å27-1 klar.", kind="summons"),
            later("Å27-1 klar.", body="Rådet"),
            later("Å27-1 klar.", day="2027-03-05"),
            later("Å27-1 klar.", day="2027-01-08"),
        ],
    )
    def test_only_later_notes_of_the_body_close(self, register: Register) -> None:
        """An agenda asks and does not answer; another body has other numbers; earlier is not later."""
        assert state(register)[0] is True

    def test_a_ticked_box_closes(self) -> None:
        """The same action, marked as done by a later meeting."""
        done = ActionItem("Ida tar fram mallen för provtagning.", owners=["Ida Ek"], done=True)
        register = Register([SPRING, notes("2027-09-10", item("Uppföljning", done))])
        assert state(register) == (False, date(2027, 9, 10), ClosedBy.LATER)
        assert state(register, "Å27-3") == (False, date(2027, 9, 10), ClosedBy.STATED)

    def test_the_first_day_counts(self) -> None:
        """Two meetings say that it is done: it was closed at the first."""
        more = notes("2027-06-04", item("Uppföljning", "Å27-1 klar."))
        assert state(Register([SPRING, AUTUMN, more]))[1] == date(2027, 6, 4)

    def test_a_person_closes_and_opens(self) -> None:
        """What a person says goes before the documents."""
        _, second = SPRING_IDS
        settled = BOTH.followup.close(second, date(2027, 4, 2))
        register = BOTH.with_followup(settled)
        assert state(register, "Å27-2") == (False, date(2027, 4, 2), ClosedBy.PERSON)
        assert register.open_actions.cells == ()

    def test_what_a_person_opens_again_is_open_until_later_minutes(self) -> None:
        """The minutes were wrong; what they say of a later day counts again."""
        first, _ = SPRING_IDS
        assert state(BOTH)[1] == date(2027, 9, 10)
        reopened = BOTH.followup.reopen(first, date(2027, 9, 15))
        assert state(BOTH.with_followup(reopened)) == (True, None, None)
        assert state(BOTH.with_followup(BOTH.followup.reopen(first)))[0] is False
        more = notes("2027-11-05", item("Uppföljning", "Å27-1 klar."))
        assert state(Register([SPRING, AUTUMN, more], followup=reopened))[1] == date(2027, 11, 5)
        assert BOTH.followup.reopen(first, date(2027, 9, 15)).close(first, date(2027, 9, 16)).of(
            first
        ).closed_on == date(2027, 9, 16)

    def test_what_its_own_minutes_call_done_can_be_opened(self) -> None:
        """Also by a person alone."""
        done = notes("2027-09-10", item("Uppföljning", ActionItem("Bo ringer.", done=True)))
        (row,) = Register([done]).actions
        register = Register([done], followup=Followup().reopen(str(row["id"]), date(2027, 9, 12)))
        assert state(register) == (True, None, None)

    def test_a_rejected_action_is_none(self) -> None:
        """What was taken for an action and is none is in no table; what is confirmed says so."""
        first, second = SPRING_IDS
        register = BOTH.with_followup(BOTH.followup.reject(first).confirm(second))
        assert register.actions["number"] == ("Å27-2",)
        assert register.actions["basis"] == ("confirmed",)

    def test_a_rejected_decision_is_none(self) -> None:
        """The same holds for decisions."""
        (row,) = BOTH.decisions
        assert BOTH.with_followup(Followup().reject(str(row["id"]))).decisions.cells == ()

    def test_an_action_without_a_day_stays_open(self) -> None:
        """Without a day nothing is later."""
        undated = Meeting(BODY, agenda=[AgendaItem("A", body=[ActionItem("Göra det här nu.")])])
        assert Register([undated, AUTUMN]).open_actions["number"] == ("Å-1",)


SPRING_IDS = tuple(str(one) for one in Register([SPRING]).actions["id"])


class TestAgendaFor:
    def test_next_agenda(self) -> None:
        """Approval of the last notes, what is open with owner and age, and the date that was planned."""
        meeting = BOTH.agenda_for(BODY)
        assert meeting.kind is Kind.AGENDA
        assert meeting.date == date(2028, 2, 4)
        assert [one.heading for one in meeting.agenda] == [
            "1. Välkommen",
            "2. Godkännande av dagordningen",
            "3. Föregående anteckningar, 10 september 2027",
            "4. Uppföljning av åtgärder",
            "5. Övriga frågor",
            "6. Nästa möte",
        ]
        (entry,) = meeting.agenda[3].body[0].items  # type: ignore[union-attr]
        assert entry.text == "Å27-2 Bo Alm: Bo frågar ekonomen om pengar. Från 5 mars 2027, 336 dagar."

    def test_a_network_comes_with_its_members(self) -> None:
        """The body goes into the agenda as it was given."""
        network = Network(BODY, members=[Member("Ida Ek")])
        assert BOTH.agenda_for(network).network == network

    def test_on_a_day(self) -> None:
        """The day that was asked for, with what is known of it; the planned ones come after."""
        meeting = BOTH.agenda_for(BODY, date(2027, 12, 3))
        assert meeting.date == date(2027, 12, 3)
        assert meeting.next_meeting is not None
        assert meeting.next_meeting.first_day == date(2028, 2, 4)
        assert BOTH.agenda_for(BODY, date(2028, 2, 4)).next_meeting is None

    def test_of_nothing(self) -> None:
        """A body without documents gets what always stands."""
        meeting = BOTH.agenda_for("Rådet")
        assert [one.title for one in meeting.agenda] == [
            "Välkommen",
            "Godkännande av dagordningen",
            "Övriga frågor",
            "Nästa möte",
        ]
        assert meeting.occasion is None

    def test_headings_that_always_stand(self) -> None:
        """What each of the last meetings had is asked again, and nothing stands twice."""
        always = (item("Övriga frågor"), item("Laget runt", "Ja."))
        held = [notes(f"2027-0{month}-05", *always, item(f"Tema {month}")) for month in (1, 2, 3)]
        titles = [one.title for one in Register(held).agenda_for(BODY).agenda]
        assert titles.count("Laget runt") == 1
        assert titles.count("Övriga frågor") == 1
        assert "Tema 3" not in titles

    def test_minutes_are_called_so(self) -> None:
        """A body that keeps minutes approves minutes; a draft agenda in between is no meeting held."""
        held = notes("2027-02-05", item("A"), kind="minutes")
        asked = notes("2027-04-05", item("B"), kind="agenda")
        titles = [one.title for one in Register([held, asked]).agenda_for(BODY).agenda]
        assert "Föregående protokoll, 5 februari 2027" in titles

    def test_a_later_notice_of_a_day_adds_to_the_earlier(self) -> None:
        """The day of a list and the hour that later notes give are one occasion."""
        listed = Schedule("Tider", occasions=[date(2027, 5, 21), date(2027, 6, 4)])
        first = notes("2027-03-05", item("Tider", listed))
        second = notes("2027-04-05", next_meeting="2027-05-21 kl. 13.00–15.00")
        meeting = Register([first, second]).agenda_for(BODY)
        assert meeting.occasion is not None
        assert str(meeting.occasion.times) == "13:00–15:00"
        assert meeting.next_meeting is not None

    def test_a_later_notice_without_hours_leaves_them(self) -> None:
        """It adds the place; a day that is cancelled, or vague from the first, is no day to plan for."""
        listed = Schedule(
            "Tider",
            occasions=[
                Occasion(date(2027, 5, 21), times=time(13), label="Resa"),
                Occasion(date(2027, 5, 28), cancelled=True),
                PartialDate("i höst"),
            ],
        )
        first = notes("2027-03-05", item("Tider", listed))
        second = notes("2027-04-05", next_meeting=Occasion(date(2027, 5, 21), place="Ale"))
        meeting = Register([first, second]).agenda_for(BODY)
        assert meeting.occasion == Occasion(date(2027, 5, 21), times=time(13), label="Resa", place="Ale")
        assert meeting.next_meeting is None

    def test_an_action_without_a_day_has_no_age(self) -> None:
        """Nothing is said of its age."""
        undated = Meeting(BODY, agenda=[AgendaItem("A", body=[ActionItem("Göra det.")])])
        (entry,) = Register([undated]).agenda_for(BODY).agenda[2].body[0].items  # type: ignore[union-attr]
        assert entry.text == "Å-1: Göra det."
