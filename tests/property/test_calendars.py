"""Laws of keeping calendars in step with a plan."""

import contextlib
import re
from collections import Counter
from collections.abc import Iterable

import attrs
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from motesprotokoll.calendars import Change, ChangeKind, changes, feed, invitations, update, with_uids
from motesprotokoll.calendars.updates import effective, shown
from motesprotokoll.errors import MinutesError, RenderError, WrongValueError
from motesprotokoll.ical import entry_of
from motesprotokoll.model import Meeting, Member, Network, Occasion, Schedule
from strategies import SLOW_EACH, meetings, networks, plan_pairs, schedules


def uids(plan: Schedule) -> list[str]:
    """The uids that are there, in order."""
    return [one.uid for one in plan.occasions if one.uid]


def unnumbered(occasions: Iterable[Occasion]) -> Counter[Occasion]:
    """What people see of occasions: neither uids nor sequences, nor their order."""
    return Counter(attrs.evolve(one, uid=None, sequence=None) for one in occasions)


class TestWithUids:
    @SLOW_EACH
    @given(schedules())
    def test_every_occasion_with_a_day_gets_a_uid_of_its_own(self, plan: Schedule) -> None:
        """And a second time changes nothing."""
        known = with_uids(plan)
        assert all(one.uid for one in known.occasions if one.first_day)
        assert len(set(uids(known))) == len(uids(known))
        assert with_uids(known) == known

    @SLOW_EACH
    @given(schedules())
    def test_nothing_else_changes(self, plan: Schedule) -> None:
        """What was there stays, the first of each uid among it."""
        known = with_uids(plan)
        assert unnumbered(known.occasions) == unnumbered(plan.occasions)
        assert attrs.evolve(known, occasions=()) == attrs.evolve(plan, occasions=())
        assert {one.uid for one in plan.occasions} - {None} <= set(uids(known))


class TestUpdate:
    @SLOW_EACH
    @given(schedules())
    def test_to_the_same_plan_changes_nothing(self, plan: Schedule) -> None:
        """Over all schedules that the model accepts, those with broken uids too."""
        assert update(plan, plan) == with_uids(plan)

    @SLOW_EACH
    @given(schedules(), schedules())
    def test_any_two_plans_have_one(self, old: Schedule, new: Schedule) -> None:
        """Also such as nobody would write; but for a sequence that can rise no further."""
        try:
            after = update(old, new)
        except WrongValueError:
            return
        assert update(old, after) == after
        assert len(set(uids(after))) == len(uids(after))
        assert all(str(change).endswith(".") for change in (*changes(old, new), *changes(old, after)))

    @SLOW_EACH
    @given(plan_pairs())
    def test_twice_is_once(self, pair: tuple[Schedule, Schedule]) -> None:
        """From the old plan to the updated one, and from the updated one to itself."""
        old, new = pair
        after = update(old, new)
        assert update(old, after) == after
        assert update(after, after) == after

    @SLOW_EACH
    @given(plan_pairs())
    def test_no_uid_is_lost_or_given_twice(self, pair: tuple[Schedule, Schedule]) -> None:
        """Who has the old file can follow each of its entries."""
        old, new = pair
        after = update(old, new)
        assert len(set(uids(after))) == len(uids(after))
        assert set(uids(with_uids(old))) <= set(uids(after))

    @SLOW_EACH
    @given(plan_pairs())
    def test_all_of_the_new_plan_is_there(self, pair: tuple[Schedule, Schedule]) -> None:
        """What is there besides is cancelled."""
        old, new = pair
        more = unnumbered(update(old, new).occasions)
        more.subtract(unnumbered(new.occasions))
        assert min(more.values(), default=0) >= 0
        assert all(one.cancelled for one in more.elements())

    @SLOW_EACH
    @given(plan_pairs())
    def test_a_sequence_is_raised_by_one_where_an_entry_changed_and_nowhere_else(
        self, pair: tuple[Schedule, Schedule]
    ) -> None:
        """Entries are what calendars show; and the revision is raised if any did."""
        old, new = pair
        before, after = with_uids(old), update(old, new)
        was = {
            one.uid: (one.sequence or 0, entry)
            for one, entry in zip(before.occasions, shown(before), strict=True)
        }
        for one, entry in zip(after.occasions, shown(after), strict=True):
            if one.uid is not None:
                sequence, seen = was.get(one.uid, (0, entry))
                assert one.sequence == sequence + (entry != seen)
        if shown(before) != shown(after):
            assert after.revision == (old.revision or 0) + 1
        assert (after.revision or 0) - (old.revision or 0) in (0, 1)

    @SLOW_EACH
    @given(plan_pairs())
    def test_what_came_has_a_uid_that_was_never_used(self, pair: tuple[Schedule, Schedule]) -> None:
        """A new meeting on a day that another one left is another entry."""
        old, new = pair
        before = with_uids(old)
        for change in changes(before, update(old, new)):
            if change.kind is ChangeKind.ADDED and change.new and change.new.uid:
                assert change.new.uid not in uids(before)


class TestChanges:
    @SLOW_EACH
    @given(schedules())
    def test_a_plan_does_not_differ_from_itself(self, plan: Schedule) -> None:
        """Nor from itself with uids."""
        assert changes(plan, plan) == ()
        assert changes(plan, with_uids(plan)) == ()

    @SLOW_EACH
    @given(plan_pairs())
    def test_applied_to_the_old_plan_they_give_the_new_one(self, pair: tuple[Schedule, Schedule]) -> None:
        """They tell all of the difference, and nothing twice.

        But for what was cancelled when its day was still not known: it stood in no calendar.
        """
        old, new = pair
        after = update(old, new)
        left = unnumbered(applied(effective(old), changes(old, after)))
        left.subtract(unnumbered(effective(after)))
        assert min(left.values(), default=0) >= 0
        assert all(one.cancelled and one.first_day is None for one in left.elements())

    @SLOW_EACH
    @given(plan_pairs())
    def test_they_also_lead_to_a_plan_that_nobody_updated(self, pair: tuple[Schedule, Schedule]) -> None:
        """As the body wrote it down. Only what was cancelled before may be left over."""
        old, new = pair
        before = effective(with_uids(old))
        left = unnumbered(applied(before, changes(old, new)))
        left.subtract(unnumbered(effective(new)))
        assert min(left.values(), default=0) >= 0
        assert all(one.cancelled for one in left.elements())

    @SLOW_EACH
    @given(plan_pairs())
    def test_each_is_a_sentence(self, pair: tuple[Schedule, Schedule]) -> None:
        """In both languages, in the order of the days."""
        told = changes(*pair)
        days = [(one.old or one.new) for one in told]
        firsts = [one.first_day for one in days if one and one.first_day]
        assert firsts == sorted(firsts)
        for one in told:
            assert str(one) == one.sentence
            for language in ("sv", "en"):
                sentence = one.sentence_in(language)
                assert sentence.endswith(".")
                assert not re.search("{(old|new|name|details)}", sentence)
                assert sentence[0].isupper()


def applied(occasions: Iterable[Occasion], told: Iterable[Change]) -> list[Occasion]:
    """*occasions* after the changes."""
    left = list(occasions)
    for change in told:
        if change.old is not None:
            known = attrs.evolve(change.old, uid=None, sequence=None)
            left.remove(next(one for one in left if attrs.evolve(one, uid=None, sequence=None) == known))
        if change.new is not None:
            left.append(change.new)
    return left


# ------------------------------------------------------------------------------------------------ feeds

SECRET = "hemlig"
"""Stands in every name and address of a member, and nowhere else."""


@st.composite
def bodies(draw: st.DrawFn, name: str | None = None) -> Network:
    """Any body, with members and addresses that can be told from all else."""
    members = [
        Member(f"Ada Hemlig {number}", role="ordförande", email=f"ada{number}@hemlig.example")
        for number in range(draw(st.integers(0, 3)))
    ]
    body = draw(networks())
    return attrs.evolve(body, name=name or body.name, email="natet@hemlig.example", members=members)


class TestFeed:
    @SLOW_EACH
    @given(st.lists(schedules(), max_size=3), st.data())
    def test_tells_nobody_who_the_members_are(self, plans: list[Schedule], data: st.DataObject) -> None:
        """No name and no address, whatever the plans and the bodies are; and no uid stands twice."""
        own = [
            attrs.evolve(plan, network=data.draw(bodies(f"Nät {number}")))
            for number, plan in enumerate(plans)
        ]
        try:
            content = feed(own).content
        except RenderError as error:  # two plans with the same uid, which somebody has written there
            if "two plans say different things" not in error.problem:
                raise
            return
        assert SECRET.encode() not in content.replace(b"\r\n ", b"").lower()
        found = [str(event["UID"]) for event in Calendar.from_ical(content).walk("VEVENT")]
        assert len(set(found)) == len(found)

    @SLOW_EACH
    @given(meetings(), st.data())
    def test_takes_any_meeting_that_is_on_a_plan(self, meeting: Meeting, data: st.DataObject) -> None:
        """Its agenda, and nothing of its members."""
        body = data.draw(bodies())
        own = attrs.evolve(meeting, network=body)
        try:
            entry_of(own)
        except RenderError:  # it has no day
            return
        plan = Schedule(network=body, occasions=[own.occasion] if own.occasion else [])
        content = feed([plan], meetings=[own]).content
        assert SECRET.encode() not in content.replace(b"\r\n ", b"").lower()
        assert b"mailto:" not in content.replace(b"\r\n ", b"").lower()

    @SLOW_EACH
    @given(plan_pairs())
    def test_the_next_version_is_the_same_bytes_each_time(self, pair: tuple[Schedule, Schedule]) -> None:
        """Nothing is random and no clock is read."""
        old, new = pair
        assert feed([update(old, new)]) == feed([update(old, new)])


class TestInvitations:
    @SLOW_EACH
    @given(schedules(), schedules())
    def test_any_plan_gives_messages_or_a_reason(self, plan: Schedule, since: Schedule) -> None:
        """Whatever stands in the place of addresses."""
        try:
            messages = (*invitations(plan), *invitations(plan, since=since))
        except MinutesError:
            return
        for message in messages:
            assert message.recipients
            assert max(map(len, message.rendered.content.split(b"\r\n"))) <= 75

    @SLOW_EACH
    @given(meetings(), schedules(), st.data())
    def test_any_meeting_gives_messages_or_a_reason(
        self, meeting: Meeting, plan: Schedule, data: st.DataObject
    ) -> None:
        """One at most; since a plan, one more for those who have left the body."""
        body = data.draw(bodies())
        own = attrs.evolve(meeting, network=body)
        on_plan = attrs.evolve(plan, occasions=[*plan.occasions, meeting.occasion or Occasion()])
        with contextlib.suppress(RenderError):
            assert len(invitations(own)) <= 1
            assert len(invitations(own, since=attrs.evolve(on_plan, network=body))) <= 1
            assert len(invitations(own, since=on_plan)) <= 2
