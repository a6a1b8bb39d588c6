"""One calendar of many plans."""

from datetime import date, time, timedelta

import attrs
import pytest
from icalendar import Calendar, Event

import motesprotokoll as mp
from motesprotokoll.calendars import feed, update, with_uids
from motesprotokoll.errors import RenderError, WrongTypeError, WrongValueError
from motesprotokoll.model import (
    AgendaItem,
    Attachment,
    Link,
    Meeting,
    Member,
    Network,
    Occasion,
    Paragraph,
    PartialDate,
    Participant,
    Schedule,
    TimeSpan,
)
from motesprotokoll.rendered import Rendered

MARCH, APRIL = date(2027, 3, 5), date(2027, 4, 9)
ARCHIVES = Network(
    "Arkivnätverket",
    short_name="Arkiv",
    email="arkivnatet@example.org",
    members=[Member("Ida Ek", email="ida.ek@example.org"), Member("Åsa Öberg-Lind", role="ordförande")],
)
PLAN = Schedule("Mötestider 2027", network=ARCHIVES, year=2027, occasions=[MARCH, APRIL])
OTHER = Schedule("Mötestider 2027", network="Inköpsnätverket", year=2027, occasions=[MARCH])


def events(rendered: Rendered) -> list[Event]:
    return list(Calendar.from_ical(rendered.content).walk("VEVENT"))


def meeting(*days: date, **more: object) -> Meeting:
    """An agenda with a link, an attachment and a presenter."""
    body = Paragraph(
        ["Se ", Link("handboken", "https://example.org/bok"), Link("Ida", "MAILTO:ida@example.org")]
    )
    items = [
        AgendaItem("Budget", number="1", presenters=["Ida Ek"], body=[body]),
        AgendaItem(
            "Övrigt", number="2", attachments=[Attachment("Underlag", url="https://example.org/u.pdf")]
        ),
    ]
    return attrs.evolve(
        Meeting(ARCHIVES, occasion=Occasion(days[0]) if days else None, agenda=items),
        participants=[Participant("Åsa Öberg-Lind")],
        **more,
    )


class TestFeed:
    def test_holds_all_plans(self) -> None:
        """As one calendar that is published, with a name and how often to ask for it."""
        calendar = Calendar.from_ical(feed([PLAN, OTHER], refresh=timedelta(hours=12)).content)
        assert calendar["METHOD"] == "PUBLISH"
        assert calendar["X-WR-CALNAME"] == calendar["NAME"] == "Mötestider"
        assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=12)
        assert [str(one["SUMMARY"]) for one in calendar.walk("VEVENT")] == [
            "Arkivnätverket",
            "Arkivnätverket",
            "Inköpsnätverket",
        ]

    def test_of_one_plan_is_called_as_the_plan(self) -> None:
        """Unless it is given a title."""
        assert Calendar.from_ical(feed([PLAN]).content)["NAME"] == "Arkivnätverket: Mötestider 2027"
        assert Calendar.from_ical(feed([PLAN], title="Möten").content)["NAME"] == "Möten"
        nameless = Schedule(occasions=[MARCH])
        assert Calendar.from_ical(feed([nameless]).content)["NAME"] == "Mötestider"

    def test_two_bodies_on_one_day_have_two_entries(self) -> None:
        """No uid stands twice."""
        uids = [one["UID"] for one in events(feed([PLAN, OTHER]))]
        assert len(uids) == len(set(uids)) == 3

    def test_names_no_member_and_no_address(self) -> None:
        """Anybody can read it: neither the plan nor the agendas give them away."""
        content = feed([PLAN, OTHER], meetings=[meeting(MARCH)]).content.replace(b"\r\n ", b"")
        for member in ARCHIVES.members:
            assert member.name.encode() not in content
        assert b"@" not in content
        assert b"mailto" not in content.lower()
        assert b"ORGANIZER" not in content

    def test_reads_back_as_the_plans(self) -> None:
        """But for the members; the uids are stored."""
        plans = mp.read_schedules(feed([PLAN, OTHER], meetings=[meeting(MARCH)]))
        public = attrs.evolve(PLAN, network="Arkivnätverket")
        assert plans == (with_uids(public), with_uids(OTHER))

    def test_tells_in_words_what_has_no_day_yet(self) -> None:
        """With the body whose meeting it is, if there are several."""
        vague = attrs.evolve(PLAN, occasions=[Occasion(PartialDate("i slutet av augusti"))])
        nobody = Schedule(occasions=[Occasion(PartialDate("snarast"))])
        several = Calendar.from_ical(feed([vague, OTHER, nobody]).content)
        assert str(several["DESCRIPTION"]).split("\n") == [
            "Arkivnätverket: Utan dag i kalendern: i slutet av augusti",
            "Utan dag i kalendern: snarast",
        ]
        alone = Calendar.from_ical(feed([vague]).content)
        assert "Utan dag i kalendern: i slutet av augusti" in str(alone["DESCRIPTION"]).split("\n")

    def test_an_earlier_version_beside_the_latest_is_refused(self) -> None:
        """One entry cannot be on two days. The same plan twice is no harm."""
        after = update(PLAN, attrs.evolve(PLAN, occasions=[date(2027, 3, 12), APRIL]))
        with pytest.raises(
            RenderError, match="two plans say different things of 'Arkivnätverket' on 2027-03-12"
        ):
            feed([PLAN, after])
        assert events(feed([PLAN, PLAN])) == events(feed([PLAN]))

    def test_same_plans_give_the_same_bytes(self) -> None:
        """Also with uids that are stored."""
        assert feed([PLAN, OTHER]) == feed([with_uids(PLAN), OTHER])

    @pytest.mark.parametrize("plans", [PLAN, "x", [PLAN, None], [MARCH], None])
    def test_takes_plans_and_nothing_else(self, plans: object) -> None:
        """With the name of the argument, and a hint for a single one."""
        with pytest.raises(WrongTypeError, match=r"schedules: expected a (list of )?Schedule"):
            feed(plans)  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError, match=r"meetings: .* \(put it in a list\)"):
            feed([PLAN], meetings=meeting(MARCH))  # type: ignore[arg-type]

    @pytest.mark.parametrize("refresh", [timedelta(0), timedelta(hours=-1), timedelta(microseconds=1500000)])
    def test_refuses_to_be_asked_for_at_no_interval(self, refresh: timedelta) -> None:
        """Durations of calendars have whole seconds, and this one at least one."""
        with pytest.raises(WrongValueError, match="refresh: expected whole seconds"):
            feed([PLAN], refresh=refresh)
        with pytest.raises(WrongTypeError, match="refresh: expected a timedelta"):
            feed([PLAN], refresh=12)  # type: ignore[arg-type]


class TestAgendas:
    def test_stand_with_the_occasion_of_that_body_and_day(self) -> None:
        """Headings, links and attachments; no links to people, and nobody who presents."""
        march, april, other = events(feed([PLAN, OTHER], meetings=[meeting(MARCH)]))
        assert str(march["DESCRIPTION"]).split("\n") == [
            "Dagordning:",
            "1. Budget",
            "2. Övrigt",
            "Länkar och bilagor:",
            "handboken: https://example.org/bok",
            "Underlag: https://example.org/u.pdf",
        ]
        assert "DESCRIPTION" not in april
        assert "DESCRIPTION" not in other

    def test_links_to_people_alone_leave_no_heading(self) -> None:
        """There is nothing left to be called links."""
        only = [AgendaItem("Budget", body=[Paragraph([Link("Ida", "mailto:ida@example.org")])])]
        (event, _) = events(feed([PLAN], meetings=[meeting(MARCH, agenda=only)]))
        assert str(event["DESCRIPTION"]) == "Dagordning:\nBudget"

    def test_follow_the_uid_when_the_meeting_has_moved(self) -> None:
        """The agenda was written for the old day."""
        known = with_uids(PLAN)
        after = update(PLAN, attrs.evolve(PLAN, occasions=[date(2027, 3, 12), APRIL]))
        own = attrs.evolve(meeting(MARCH), occasion=known.occasions[0])
        event = events(feed([after], meetings=[own]))[0]
        assert event["DTSTART"].dt == date(2027, 3, 12)
        assert "Budget" in event["DESCRIPTION"]

    def test_take_the_day_where_the_uid_is_not_known(self) -> None:
        """Somebody else's uid says nothing here."""
        own = attrs.evolve(meeting(MARCH), occasion=Occasion(MARCH, uid="x"))
        assert "Budget" in events(feed([PLAN], meetings=[own]))[0]["DESCRIPTION"]

    def test_of_several_on_a_day_hours_and_label_decide(self) -> None:
        """And a cancelled one is asked last."""
        nine, one = TimeSpan(time(9)), TimeSpan(time(13))
        plan = attrs.evolve(
            PLAN,
            occasions=[Occasion(MARCH, times=nine), Occasion(MARCH, times=one, label="Studieresa")],
        )
        for place, occasion in enumerate(plan.occasions):
            own = attrs.evolve(meeting(MARCH), occasion=occasion)
            told = ["DESCRIPTION" in event for event in events(feed([plan], meetings=[own]))]
            assert told.index(True) == place
        held = attrs.evolve(PLAN, occasions=[Occasion(MARCH, cancelled=True), Occasion(MARCH)])
        assert "DESCRIPTION" in events(feed([held], meetings=[meeting(MARCH)]))[1]

    def test_what_was_cancelled_has_no_agenda(self) -> None:
        """Where another meeting is held on that day, though neither is called as the agenda says."""
        gone = Occasion(MARCH, cancelled=True, label="Studieresa")
        plan = attrs.evolve(PLAN, occasions=[gone, Occasion(MARCH, label="Introduktion")])
        told = ["DESCRIPTION" in event for event in events(feed([plan], meetings=[meeting(MARCH)]))]
        assert told == [False, True]

    def test_an_agenda_is_newer_than_its_plan(self) -> None:
        """DTSTAMP is the later of the two, so that programs notice."""
        own = meeting(MARCH, finished_on=date(2027, 2, 26))
        plan = attrs.evolve(PLAN, decided_on=date(2026, 10, 9))
        stamps = [one["DTSTAMP"].dt.date() for one in events(feed([plan], meetings=[own]))]
        assert stamps == [date(2027, 2, 26), date(2026, 10, 9)]

    def test_a_meeting_that_is_on_no_plan_is_refused(self) -> None:
        """It would stand there a second time when its day had changed."""
        with pytest.raises(RenderError, match="no occasion on the plans can be the meeting 'Arkivnätverket'"):
            feed([PLAN], meetings=[meeting(date(2027, 3, 8))])

    def test_a_meeting_that_could_be_two_is_refused(self) -> None:
        """Nobody guesses."""
        twice = attrs.evolve(PLAN, occasions=[MARCH, MARCH])
        with pytest.raises(RenderError, match="several occasions on the plans can be the meeting"):
            feed([twice], meetings=[meeting(MARCH)])

    def test_a_meeting_without_a_day_is_refused(self) -> None:
        """It cannot stand in a calendar."""
        with pytest.raises(RenderError, match="an event needs a day"):
            feed([PLAN], meetings=[meeting()])
