"""A calendar program of another hand: what it holds after our files, by RFC 5546 and as vobject reads."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import motesprotokoll as mp
from motesprotokoll.calendars import feed, invitations, update, with_uids
from motesprotokoll.model import DateSpan, Member, Network, Occasion, Schedule
from motesprotokoll.rendered import Rendered
from strategies import plan_pairs

vobject = pytest.importorskip("vobject", reason="vobject is one of the peers")
pytestmark = pytest.mark.slow

STOCKHOLM = ZoneInfo("Europe/Stockholm")
Facts = tuple[Any, ...]
"""Start, end, place and status of an event."""


class Client:
    """A calendar program that stores by UID and takes what is newer.

    RFC 5546, section 2.1.5: a higher SEQUENCE wins, then a later DTSTAMP; what is older is ignored.
    """

    def __init__(self) -> None:
        self._events: dict[str, tuple[tuple[int, dt.datetime], Facts | None]] = {}

    def take(self, *files: Rendered) -> "Client":
        """Import files or messages in the order in which they come."""
        for one in files:
            for calendar in vobject.readComponents(one.text):
                method = calendar.method.value if hasattr(calendar, "method") else "PUBLISH"
                for event in getattr(calendar, "vevent_list", []):
                    self._take(method, event)
        return self

    def _take(self, method: str, event: Any) -> None:
        sequence = int(event.sequence.value) if hasattr(event, "sequence") else 0
        age = (sequence, event.dtstamp.value)
        known = self._events.get(event.uid.value)
        if known is None or age > known[0]:
            status = event.status.value if hasattr(event, "status") else None
            gone = method == "CANCEL" or status == "CANCELLED"
            self._events[event.uid.value] = (age, None if gone else facts_of(event))

    @property
    def held(self) -> dict[str, Facts]:
        """The events that are not cancelled."""
        return {uid: facts for uid, (_, facts) in self._events.items() if facts is not None}


def facts_of(event: Any) -> Facts:
    """What vobject reads of an event."""
    end = moment(event.dtend.value) if hasattr(event, "dtend") else None
    place = event.location.value if hasattr(event, "location") else None
    return moment(event.dtstart.value), end, place, event.status.value


def moment(value: dt.date) -> dt.date:
    """Days stay; moments in UTC, so that two are equal wherever they were written."""
    return value.astimezone(dt.UTC) if isinstance(value, dt.datetime) else value


def expected(plan: Schedule) -> dict[str, Facts]:
    """What a calendar should hold of *plan*: by the plan alone, without our renderer."""
    held = (one for one in with_uids(plan).occasions if not one.cancelled)
    return {str(one.uid): facts for one in held if (facts := facts_planned(one))}


def facts_planned(one: Occasion) -> Facts | None:
    """The same facts by the fields of an occasion."""
    if not isinstance(one.dates, DateSpan) or one.dates.end < one.dates.start:
        return None
    status = "TENTATIVE" if one.tentative else "CONFIRMED"
    next_day = one.dates.end + dt.timedelta(days=1)
    if one.times is None or (one.times.end is None and not one.dates.is_one_day):
        return one.dates.start, next_day, one.place, status
    start = dt.datetime.combine(one.dates.start, one.times.start, STOCKHOLM).astimezone(dt.UTC)
    if one.times.end is None:
        return start, None, one.place, status
    end = dt.datetime.combine(one.dates.end, one.times.end, STOCKHOLM).astimezone(dt.UTC)
    return start, end, one.place, status


# ------------------------------------------------------------------ files


@given(plan_pairs())
def test_a_client_that_gets_the_next_feed_holds_the_new_plan(pair: tuple[Schedule, Schedule]) -> None:
    """Exactly: what moved is in its new place, what went is gone, what was restored is back."""
    old, new = pair
    after = update(old, new)
    client = Client().take(feed([old]))
    assert client.held == expected(old)
    assert client.take(feed([after])).held == expected(after)


@given(plan_pairs())
def test_an_old_file_that_comes_late_changes_nothing(pair: tuple[Schedule, Schedule]) -> None:
    """As when somebody imports an attachment of last month."""
    old, new = pair
    after = update(old, new)
    assert Client().take(feed([after]), feed([old])).held == expected(after)


@given(plan_pairs())
def test_plain_files_do_the_same_as_feeds(pair: tuple[Schedule, Schedule]) -> None:
    """A file without METHOD, imported twice."""
    old, new = pair
    after = update(old, new)
    files = mp.render(old, "ics"), mp.render(after, "ics")
    assert Client().take(*files).held == expected(after)
    assert Client().take(*reversed(files)).held == expected(after)


@given(plan_pairs(), plan_pairs(), st.permutations([0, 1, 2]))
def test_versions_may_come_in_any_order(
    first: tuple[Schedule, Schedule], second: tuple[Schedule, Schedule], order: list[int]
) -> None:
    """The last one stands, whichever was imported last; also where one does not say when it was decided."""
    old, new = first
    middle = update(old, attrs.evolve(new, decided_on=None, revision=None))
    last = update(middle, attrs.evolve(second[1], network=old.network))
    versions = [feed([old]), feed([middle]), feed([last])]
    assert Client().take(*(versions[place] for place in order)).held == expected(last)


@given(plan_pairs(), plan_pairs())
def test_bodies_in_one_feed_do_not_touch_one_another(
    first: tuple[Schedule, Schedule], second: tuple[Schedule, Schedule]
) -> None:
    """Each has its own events, also on the same days."""
    old, new = (attrs.evolve(one, network="Nät A") for one in first)
    others = tuple(attrs.evolve(one, network="Nät B", occasions=bare(one)) for one in second)
    after, other_after = update(old, new), update(others[0], others[1])
    client = Client().take(feed([old, others[0]]), feed([after, other_after]))
    assert client.held == expected(after) | expected(other_after)


def bare(plan: Schedule) -> list[Occasion]:
    return [attrs.evolve(one, uid=None, sequence=None) for one in plan.occasions]


def test_a_sequence_that_is_not_raised_would_be_noticed() -> None:
    """What these tests rest on: without the rule the client keeps the old day."""
    old = with_uids(Schedule(network="Nät", occasions=[dt.date(2027, 3, 5)]))
    after = update(old, Schedule(network="Nät", occasions=[dt.date(2027, 3, 12)]))
    stuck = attrs.evolve(
        after, revision=None, occasions=[attrs.evolve(one, sequence=0) for one in after.occasions]
    )
    assert Client().take(feed([old]), feed([after])).held == expected(after)
    assert Client().take(feed([old]), feed([stuck])).held == expected(old)


# ------------------------------------------------------------------ messages

MEMBERS = (
    Member("Ida Ek", email="ida.ek@example.org"),
    Member("Bo Ström", email="bo.strom@example.org", until=dt.date(2027, 2, 15)),
    Member('Åsa "Åse" Öberg, vik.', email="asa@example.org", since=dt.date(2027, 2, 1)),
    Member("Maria"),
)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Network, Network]:
    """A body before and after: one who stays, and others who come, go or change their time."""
    sides = []
    for _ in range(2):
        more = draw(st.lists(st.sampled_from(MEMBERS[1:]), unique=True, max_size=3))
        sides.append(Network("Nät", email="nat@example.org", members=[MEMBERS[0], *more]))
    return sides[0], sides[1]


def has_seat(member: Member, day: dt.date) -> bool:
    """By the member's own days."""
    since = member.since.start if isinstance(member.since, DateSpan) else dt.date.min
    until = member.until.end if isinstance(member.until, DateSpan) else dt.date.max
    return since <= day <= until


def invited(plan: Schedule, address: str) -> dict[str, Facts]:
    """What somebody should hold of *plan*: the meetings of the days on which they have a seat."""
    members = [one for one in plan.network.members if one.email == address] if plan.network else []
    days = {str(one.uid): one.first_day for one in with_uids(plan).occasions}
    return {
        uid: facts
        for uid, facts in expected(plan).items()
        if (day := days[uid]) and any(has_seat(one, day) for one in members)
    }


def delivered(client: Client, address: str, messages: Iterable[Any]) -> Client:
    """The messages in one mailbox."""
    return client.take(*(one.rendered for one in messages if address in one.recipients))


@given(plan_pairs(), bodies())
def test_each_member_holds_the_meetings_that_they_belong_to(
    pair: tuple[Schedule, Schedule], networks: tuple[Network, Network]
) -> None:
    """After the invitations, and after what changed in plan and body; the other way round, too."""
    old, new = (attrs.evolve(one, network=body) for one, body in zip(pair, networks, strict=True))
    after = update(old, new)
    first, then = invitations(old), invitations(new, since=old)
    assert then == invitations(after, since=old)
    for address in [str(one.email) for one in MEMBERS if one.email]:
        client = delivered(Client(), address, first)
        assert client.held == invited(old, address)
        assert delivered(client, address, then).held == invited(after, address)
        assert delivered(Client(), address, (*then, *first)).held == invited(after, address)


@given(plan_pairs(), bodies())
def test_a_message_is_of_one_meeting_and_names_all_who_get_it(
    pair: tuple[Schedule, Schedule], networks: tuple[Network, Network]
) -> None:
    """As another program reads it: METHOD, one event, an organiser, everybody who is told."""
    old, new = (attrs.evolve(one, network=body) for one, body in zip(pair, networks, strict=True))
    for message in (*invitations(old), *invitations(new, since=old)):
        (calendar,) = vobject.readComponents(message.rendered.text)
        (event,) = calendar.vevent_list
        assert calendar.method.value == message.method
        assert event.uid.value == message.uid
        assert event.organizer.value == "mailto:nat@example.org"
        named = {one.value.removeprefix("mailto:") for one in event.attendee_list}
        assert set(message.recipients) <= named
        assert f"method={message.method}" in message.rendered.media_type
