"""Invitations and cancellations."""

from datetime import UTC, date, datetime

import attrs
import pytest
from icalendar import Calendar, Event

from motesprotokoll.calendars import Message, invitations, update, with_uids
from motesprotokoll.errors import RenderError, WrongTypeError
from motesprotokoll.ical import uid_of
from motesprotokoll.model import (
    AgendaItem,
    Meeting,
    Member,
    Network,
    Occasion,
    PartialDate,
    PartOfDay,
    Schedule,
)

MARCH, APRIL = date(2027, 3, 5), date(2027, 4, 9)
IDA = Member("Ida Ek", email="ida.ek@example.org")
BO = Member("Bo Ström", email="bo.strom@example.org")
MARIA = Member("Maria")
BODY = Network("Arkivnätverket", email="arkiv@example.org", members=[IDA, BO, MARIA])
PLAN = Schedule("Mötestider 2027", network=BODY, year=2027, occasions=[MARCH, APRIL])


def plan(*occasions: object, members: tuple[Member, ...] = BODY.members, **more: object) -> Schedule:
    return attrs.evolve(PLAN, occasions=occasions, network=attrs.evolve(BODY, members=members), **more)


def event_in(message: Message) -> Event:
    (event,) = Calendar.from_ical(message.rendered.content).walk("VEVENT")
    return event


def attendees(message: Message) -> list[str]:
    given = event_in(message)["ATTENDEE"]
    return [str(one) for one in (given if isinstance(given, list) else [given])]


def told(messages: tuple[Message, ...]) -> list[tuple[str, str, int, tuple[str, ...]]]:
    """Method, subject, sequence and recipients by their first names."""
    return [
        (
            one.method,
            one.subject,
            int(event_in(one)["SEQUENCE"]),
            tuple(address.partition(".")[0] for address in one.recipients),
        )
        for one in messages
    ]


class TestOfAPlan:
    def test_every_meeting_is_a_message_of_its_own(self) -> None:
        """To all who have an address; who has none is told of."""
        messages = invitations(PLAN)
        assert told(messages) == [
            ("REQUEST", "Inbjudan: Arkivnätverket fredag 5 mars 2027", 0, ("ida", "bo")),
            ("REQUEST", "Inbjudan: Arkivnätverket fredag 9 april 2027", 0, ("ida", "bo")),
        ]
        assert [one.uid for one in messages] == [uid_of("Arkivnätverket", day) for day in (MARCH, APRIL)]
        assert {one.without_address for one in messages} == {("Maria",)}

    def test_a_message_asks_each_member_to_answer(self) -> None:
        """By RFC 5546, section 3.2.2."""
        message = invitations(PLAN)[0]
        calendar, event = Calendar.from_ical(message.rendered.content), event_in(message)
        assert calendar["METHOD"] == "REQUEST"
        assert event["UID"] == message.uid
        assert event["ORGANIZER"] == "mailto:arkiv@example.org"
        assert event["ORGANIZER"].params["CN"] == "Arkivnätverket"
        assert attendees(message) == ["mailto:ida.ek@example.org", "mailto:bo.strom@example.org"]
        assert dict(event["ATTENDEE"][0].params) == {
            "CN": "Ida Ek",
            "CUTYPE": "INDIVIDUAL",
            "PARTSTAT": "NEEDS-ACTION",
            "ROLE": "REQ-PARTICIPANT",
            "RSVP": "TRUE",
        }
        assert message.rendered.media_type == "text/calendar; method=REQUEST; charset=utf-8"
        assert message.rendered.suffix == ".ics"

    def test_only_held_meetings_with_a_day_are_told(self) -> None:
        """Nobody has what was cancelled before it was sent, and a vague time is in no calendar."""
        vague = Occasion(PartialDate("i slutet av mars"))
        assert invitations(plan(Occasion(MARCH, cancelled=True), vague)) == ()

    def test_only_who_has_a_seat_that_day_is_invited(self) -> None:
        """Also those who begin or end on it."""
        members = (
            IDA,
            attrs.evolve(BO, until=date(2027, 3, 5)),
            Member("Åsa", email="asa.oberg@example.org", since=date(2027, 4, 9)),
            attrs.evolve(MARIA, until=date(2027, 1, 1)),
        )
        messages = invitations(plan(MARCH, APRIL, members=members))
        assert [one[3] for one in told(messages)] == [("ida", "bo"), ("ida", "asa")]
        assert {one.without_address for one in messages} == {()}

    def test_an_address_that_two_members_share_is_invited_once(self) -> None:
        """Capitals make no other mailbox."""
        members = (IDA, Member("Ida E", email="Ida.Ek@example.org"))
        assert invitations(plan(MARCH, members=members))[0].recipients == ("ida.ek@example.org",)

    def test_names_are_quoted_and_addresses_encoded(self) -> None:
        """RFC 6868 for the one, RFC 6068 for the other; lines stay short."""
        strange = Member('Ida; "Idun", ^n Ek: ' + "å" * 80, email="ida+möte%1@exämple.org")
        message = invitations(plan(MARCH, members=(strange,)))[0]
        event = event_in(message)
        assert event["ATTENDEE"] == "mailto:ida+m%C3%B6te%251@ex%C3%A4mple.org"
        assert event["ATTENDEE"].params["CN"] == strange.name
        assert message.recipients == ("ida+möte%1@exämple.org",)
        assert max(map(len, message.rendered.content.split(b"\r\n"))) <= 75

    def test_a_label_is_told_in_the_subject(self) -> None:
        """It is what the meeting is known by."""
        message = invitations(plan(Occasion(MARCH, label="Studieresa")))[0]
        assert message.subject == "Inbjudan: Arkivnätverket: Studieresa fredag 5 mars 2027"


class TestSince:
    def test_only_what_differs_is_told(self) -> None:
        """What moved, came, went, was cancelled or restored; here all in one."""
        old = plan(
            MARCH, APRIL, date(2027, 5, 7), date(2027, 9, 3), Occasion(date(2027, 10, 1), cancelled=True)
        )
        new = plan(
            MARCH,
            date(2027, 4, 16),
            Occasion(date(2027, 5, 7), cancelled=True),
            date(2027, 6, 11),
            date(2027, 10, 1),
        )
        messages = invitations(new, since=old)
        body = "Arkivnätverket fredag"
        assert told(messages) == [
            ("REQUEST", f"Ändrad inbjudan: {body} 16 april 2027", 1, ("ida", "bo")),
            ("CANCEL", f"Inställt: {body} 7 maj 2027", 1, ("ida", "bo")),
            ("REQUEST", f"Inbjudan: {body} 11 juni 2027", 0, ("ida", "bo")),
            ("CANCEL", f"Inställt: {body} 3 september 2027", 1, ("ida", "bo")),
            ("REQUEST", f"Inbjudan: {body} 1 oktober 2027", 1, ("ida", "bo")),
        ]
        assert messages == invitations(update(old, new), since=with_uids(old))

    def test_nothing_new_is_no_message(self) -> None:
        """Other words in the heading of the plan are nobody's business."""
        assert invitations(attrs.evolve(PLAN, title="Tider"), since=PLAN) == ()

    def test_a_cancellation_says_so_in_the_calendar(self) -> None:
        """RFC 5546, section 3.2.5: STATUS, a raised SEQUENCE, and all who were invited."""
        (message,) = invitations(plan(MARCH), since=PLAN)
        event = event_in(message)
        assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 1)
        assert attendees(message) == ["mailto:ida.ek@example.org", "mailto:bo.strom@example.org"]
        assert "RSVP" not in event["ATTENDEE"][0].params
        assert message.without_address == ("Maria",)
        assert "method=CANCEL" in message.rendered.media_type

    def test_who_got_a_seat_is_invited_to_what_is_left_as_it_is(self) -> None:
        """The others hear nothing, but stand there; the message is newer by its DTSTAMP."""
        new = plan(MARCH, APRIL, members=(*BODY.members, Member("Åsa", email="asa.oberg@example.org")))
        messages = invitations(new, since=PLAN)
        assert [(one[0], one[2], one[3]) for one in told(messages)] == [("REQUEST", 0, ("asa",))] * 2
        assert len(attendees(messages[0])) == 3
        assert event_in(messages[0])["DTSTAMP"].dt > event_in(invitations(PLAN)[0])["DTSTAMP"].dt

    def test_who_left_is_told_that_the_meeting_is_no_longer_theirs(self) -> None:
        """It is not cancelled: only the one who leaves is named, and there is no STATUS."""
        messages = invitations(plan(MARCH, date(2027, 4, 16), members=(IDA,)), since=PLAN)
        subject = "Inbjudan gäller inte längre: Arkivnätverket fredag 5 mars 2027"
        assert told(messages)[0] == ("CANCEL", subject, 0, ("bo",))
        assert "STATUS" not in event_in(messages[0])
        assert attendees(messages[0]) == ["mailto:bo.strom@example.org"]
        assert messages[0].without_address == ()
        assert [(one[0], one[3]) for one in told(messages)] == [
            ("CANCEL", ("bo",)),
            ("REQUEST", ("ida",)),
            ("CANCEL", ("bo",)),
        ]

    def test_a_cancellation_goes_to_those_who_were_invited(self) -> None:
        """Not to those who came later."""
        new = plan(MARCH, members=(IDA, Member("Åsa", email="asa.oberg@example.org")))
        assert told(invitations(new, since=PLAN))[-1][3] == ("ida", "bo")

    def test_an_old_plan_that_names_nobody_was_sent_to_those_of_today(self) -> None:
        """As when it was read from a page."""
        old = attrs.evolve(PLAN, network="Arkivnätverket")
        assert [one[0] for one in told(invitations(plan(MARCH), since=old))] == ["CANCEL"]

    def test_nobody_left_to_tell_is_no_message(self) -> None:
        """Nobody had a seat on the day that went."""
        late = (attrs.evolve(IDA, since=date(2027, 4, 1)),)
        assert invitations(plan(APRIL, members=late), since=plan(MARCH, APRIL, members=late)) == ()

    def test_is_a_plan(self) -> None:
        """With the name of the argument."""
        with pytest.raises(WrongTypeError, match="since: expected a Schedule"):
            invitations(PLAN, since=[MARCH])  # type: ignore[arg-type]


class TestOfAMeeting:
    def meeting(self, **more: object) -> Meeting:
        return Meeting(
            BODY, **{"occasion": Occasion(MARCH), "agenda": [AgendaItem("Budget", number="1")], **more}
        )

    def test_comes_with_its_agenda(self) -> None:
        """To the entry that the plan has made."""
        (message,) = invitations(self.meeting())
        assert message.uid == uid_of("Arkivnätverket", MARCH)
        assert message.subject == "Inbjudan: Arkivnätverket fredag 5 mars 2027"
        assert str(event_in(message)["DESCRIPTION"]) == "Dagordning:\n1. Budget"

    def test_a_cancelled_one_is_cancelled(self) -> None:
        """For all who would have come."""
        (message,) = invitations(self.meeting(occasion=Occasion(MARCH, cancelled=True, sequence=1)))
        assert (message.method, message.recipients) == (
            "CANCEL",
            ("ida.ek@example.org", "bo.strom@example.org"),
        )

    def test_since_the_plan_it_is_the_same_entry_with_an_agenda(self) -> None:
        """Newer by DTSTAMP; hours and place of the plan hold where the meeting itself says nothing."""
        old = plan(Occasion(MARCH, place="Ale kommun", uid="x"), part_of_day=PartOfDay.MORNING)
        (message,) = invitations(self.meeting(), since=old)
        event = event_in(message)
        assert (message.uid, event["SEQUENCE"], event["LOCATION"]) == ("x", 0, "Ale kommun")
        assert event["SUMMARY"] == "Arkivnätverket, förmiddag"
        assert event["DTSTAMP"].dt == datetime(2027, 1, 1, 0, 0, 1, tzinfo=UTC)
        assert message.subject.startswith("Ändrad inbjudan: ")

    def test_since_the_plan_without_an_agenda_it_is_no_news(self) -> None:
        """It says what the plan says."""
        assert invitations(self.meeting(agenda=()), since=PLAN) == ()

    def test_where_it_says_something_else_it_is_the_next_version(self) -> None:
        """But older than what the plan itself says next."""
        moved = Occasion(date(2027, 3, 12), uid=uid_of("Arkivnätverket", MARCH))
        (message,) = invitations(self.meeting(occasion=moved, finished_on=date(2027, 3, 1)), since=PLAN)
        event = event_in(message)
        assert event["SEQUENCE"] == 1
        (then,) = invitations(plan(date(2027, 3, 19), APRIL), since=PLAN)
        assert event_in(then)["SEQUENCE"] == 1
        assert event_in(then)["DTSTAMP"].dt > event["DTSTAMP"].dt

    def test_no_moment_is_later_than_the_last_one(self) -> None:
        """A plan that was decided on the last day that there is, and revised once a second since."""
        last = attrs.evolve(PLAN, decided_on=date.max, revision=86_399)
        (message,) = invitations(self.meeting(), since=last)
        assert event_in(message)["DTSTAMP"].dt == datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)

    def test_a_meeting_that_is_not_on_the_plan_is_invited_to_as_it_is(self) -> None:
        """Also where two of the plan could be it, or it was cancelled there."""
        extra = self.meeting(occasion=Occasion(date(2027, 3, 8)))
        assert invitations(extra, since=PLAN) == invitations(extra)
        twice = plan(MARCH, MARCH)
        assert invitations(self.meeting(), since=twice) == invitations(self.meeting())
        known = self.meeting(occasion=Occasion(MARCH, uid="y"))
        assert invitations(known, since=PLAN) == invitations(known)
        gone = plan(Occasion(MARCH, cancelled=True))
        assert invitations(self.meeting(), since=gone) == invitations(self.meeting())

    def test_a_cancelled_one_that_nobody_was_told_of_is_no_message(self) -> None:
        """It was never on the plan that went out."""
        extra = self.meeting(occasion=Occasion(date(2027, 3, 8), cancelled=True))
        assert invitations(extra, since=PLAN) == ()

    def test_without_a_day_it_is_refused(self) -> None:
        """There is nothing to be put into a calendar."""
        with pytest.raises(RenderError, match="an event needs a day"):
            invitations(self.meeting(occasion=None))


class TestRefusals:
    @pytest.mark.parametrize("body", [None, "Arkivnätverket", attrs.evolve(BODY, email=None)])
    def test_a_body_without_an_address(self, body: Network | str | None) -> None:
        """Nobody could be answered."""
        with pytest.raises(RenderError, match=r"network\.email: the body has no address to invite from"):
            invitations(attrs.evolve(PLAN, network=body))
        with pytest.raises(RenderError, match=r"network\.email"):
            invitations(Meeting(body, occasion=Occasion(MARCH)))

    @pytest.mark.parametrize("members", [(), (MARIA,)])
    def test_members_without_any_address(self, members: tuple[Member, ...]) -> None:
        """Nobody could be reached."""
        with pytest.raises(RenderError, match=r"network\.members: no member of the body has an address"):
            invitations(plan(MARCH, members=members))

    def test_a_day_on_which_nobody_with_an_address_has_a_seat(self) -> None:
        """The meeting is not passed over in silence."""
        with pytest.raises(RenderError, match="nobody with a seat on 2027-03-05 has an address"):
            invitations(plan(MARCH, members=(attrs.evolve(IDA, since=APRIL), MARIA)))

    @pytest.mark.parametrize(
        "address",
        [
            "ida",
            "ida@",
            "@example.org",
            "ida ek@example.org",
            "ida@example.org\r\nATTENDEE:mailto:eve@example.org",
            "ida\x07@example.org",
            "ida@example.org,eve@example.org",
            "Ida <ida@example.org>",
            "ida@eve@example.org",
            'ida"@example.org',
            "i" * 65 + "@example.org",
        ],
    )
    def test_what_is_no_address(self, address: str) -> None:
        """With its place: the member's, or the body's own."""
        with pytest.raises(RenderError, match=r"network\.members\[1\]\.email: .* is no address"):
            invitations(plan(MARCH, members=(IDA, attrs.evolve(BO, email=address))))
        with pytest.raises(RenderError, match=r"network\.email: .* is no address"):
            invitations(attrs.evolve(PLAN, network=attrs.evolve(BODY, email=address)))

    @pytest.mark.parametrize("value", [None, [PLAN], "x"])
    def test_what_is_neither_a_plan_nor_a_meeting(self, value: object) -> None:
        """With the name of the argument."""
        with pytest.raises(WrongTypeError, match="value: expected a Schedule"):
            invitations(value)  # type: ignore[arg-type]


class TestMessage:
    def test_shows_no_address(self) -> None:
        """A repr ends up in logs."""
        assert repr(invitations(PLAN)[0]) == (
            "Message(REQUEST, 'Inbjudan: Arkivnätverket fredag 5 mars 2027', 2 recipients)"
        )
