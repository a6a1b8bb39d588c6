"""The next version of a plan."""

from datetime import date, time, timedelta

import attrs
import pytest

from motesprotokoll.calendars import update, with_uids
from motesprotokoll.errors import WrongTypeError, WrongValueError
from motesprotokoll.ical import uid_of
from motesprotokoll.model import DateSpan, Mode, Network, Occasion, PartialDate, PartOfDay, Schedule, TimeSpan

MARCH, APRIL, MAY = date(2027, 3, 5), date(2027, 4, 9), date(2027, 5, 7)
PLAN = Schedule("Mötestider 2027", network="Arkivnätverket", year=2027, occasions=[MARCH, APRIL, MAY])
LATE_MARCH = PartialDate("i slutet av mars", earliest=date(2027, 3, 21), latest=date(2027, 3, 31))


def plan(*occasions: object, **more: object) -> Schedule:
    return attrs.evolve(PLAN, occasions=occasions, **more)


def told(schedule: Schedule) -> list[tuple[date | None, int | None, bool]]:
    """Day, sequence and whether it is cancelled, in order."""
    return [(one.first_day, one.sequence, one.cancelled) for one in schedule.occasions]


def uids(schedule: Schedule) -> list[str | None]:
    return [one.uid for one in schedule.occasions]


class TestWithUids:
    def test_gives_what_rendering_derives(self) -> None:
        """By body and day; and a sequence that counts from 0."""
        known = with_uids(PLAN)
        assert uids(known) == [uid_of("Arkivnätverket", day) for day in (MARCH, APRIL, MAY)]
        assert [one.sequence for one in known.occasions] == [0, 0, 0]

    def test_leaves_alone_what_can_be_in_no_calendar(self) -> None:
        """A vague time has no identity yet, unless somebody has given it one."""
        known = with_uids(plan(Occasion(LATE_MARCH), Occasion(LATE_MARCH, uid="x")))
        assert uids(known) == [None, "x"]
        assert [one.sequence for one in known.occasions] == [None, 0]

    def test_a_uid_that_another_has_goes_with_its_number(self) -> None:
        """Without a day no other can be given, so nothing is left to count; an update leaves it so."""
        twice = plan(Occasion(uid="x"), Occasion(uid="x", sequence=0))
        known = with_uids(twice)
        assert uids(known) == ["x", None]
        assert [one.sequence for one in known.occasions] == [0, None]
        assert update(twice, twice) == known

    def test_refuses_what_is_no_plan(self) -> None:
        """With the name of the argument."""
        with pytest.raises(WrongTypeError, match="schedule: expected a Schedule"):
            with_uids([MARCH])  # type: ignore[arg-type]


class TestUpdate:
    def test_a_meeting_that_moves_keeps_its_uid(self) -> None:
        """Its sequence is one higher, and so is the revision."""
        after = update(PLAN, plan(MARCH, date(2027, 4, 16), MAY))
        assert uids(after) == uids(with_uids(PLAN))
        assert told(after) == [(MARCH, 0, False), (date(2027, 4, 16), 1, False), (MAY, 0, False)]
        assert after.revision == 1

    def test_a_meeting_in_between_changes_no_other(self) -> None:
        """It gets a uid of its own."""
        after = update(PLAN, plan(MARCH, date(2027, 3, 19), APRIL, MAY))
        assert [uids(after)[place] for place in (0, 2, 3)] == uids(with_uids(PLAN))
        assert [one.sequence for one in after.occasions] == [0, 0, 0, 0]
        assert len(set(uids(after))) == 4

    def test_what_went_is_kept_as_cancelled(self) -> None:
        """In its place in time, with a raised sequence."""
        after = update(PLAN, plan(MARCH, MAY))
        assert told(after) == [(MARCH, 0, False), (APRIL, 1, True), (MAY, 0, False)]

    def test_what_went_at_the_end_comes_last(self) -> None:
        """Also behind a meeting whose day is not known."""
        after = update(PLAN, plan(MARCH, Occasion(LATE_MARCH)))
        assert told(after) == [(MARCH, 0, False), (None, None, False), (APRIL, 1, True), (MAY, 1, True)]

    def test_what_is_cancelled_stays_so_over_versions(self) -> None:
        """Nothing more happens to it."""
        twice = update(update(PLAN, plan(MARCH, MAY)), plan(MARCH, MAY))
        assert told(twice) == [(MARCH, 0, False), (APRIL, 1, True), (MAY, 0, False)]
        assert twice.revision == 1

    def test_a_meeting_that_is_held_after_all_is_the_same_one(self) -> None:
        """On the day on which it was cancelled."""
        back = update(update(PLAN, plan(MARCH, MAY)), PLAN)
        assert uids(back) == uids(with_uids(PLAN))
        assert told(back)[1] == (APRIL, 2, False)
        assert back.revision == 2

    def test_a_new_meeting_on_a_day_that_another_left_is_another_entry(self) -> None:
        """The derived uid of that day is taken by the one that moved away."""
        moved = update(PLAN, plan(date(2027, 3, 12), APRIL, MAY))
        after = update(moved, plan(MARCH, *moved.occasions))
        assert uids(after)[1:] == uids(with_uids(PLAN))
        assert uids(after)[0] == uid_of("Arkivnätverket", MARCH, 1)
        assert told(after)[0] == (MARCH, 0, False)

    @pytest.mark.parametrize(
        "change",
        [
            {"times": TimeSpan(time(9), time(12))},
            {"part_of_day": PartOfDay.MORNING},
            {"dates": DateSpan(MARCH, MARCH + timedelta(days=1))},
            {"place": "Ale kommun"},
            {"place_tentative": True},
            {"mode": Mode.REMOTE},
            {"tentative": True},
            {"cancelled": True},
            {"label": "Studieresa"},
            {"note": "Anmälan krävs"},
        ],
        ids=lambda change: next(iter(change)),
    )
    def test_whatever_a_reader_sees_raises_the_sequence(self, change: dict[str, object]) -> None:
        """Of that meeting, once; and what is not seen does not."""
        after = update(PLAN, plan(attrs.evolve(Occasion(MARCH), **change), APRIL, MAY))
        assert uids(after) == uids(with_uids(PLAN))
        assert [one.sequence for one in after.occasions] == [1, 0, 0]

    def test_a_part_of_day_for_all_is_seen_at_each(self) -> None:
        """But for those that have hours or a part of their own."""
        own = Occasion(MAY, times=TimeSpan(time(9)))
        old, new = plan(MARCH, own), plan(MARCH, own, part_of_day=PartOfDay.MORNING)
        assert [one.sequence for one in update(old, new).occasions] == [1, 0]

    def test_a_part_of_day_may_be_said_at_each_meeting_instead(self) -> None:
        """Readers see no difference, so there is no new revision."""
        old = plan(MARCH, part_of_day=PartOfDay.MORNING)
        new = plan(Occasion(MARCH, part_of_day=PartOfDay.MORNING))
        after = update(old, new)
        assert [one.sequence for one in after.occasions] == [0]
        assert after.revision is None

    def test_what_went_keeps_the_part_of_day_that_its_plan_had(self) -> None:
        """Though the new plan has another one."""
        old = plan(MARCH, APRIL, part_of_day=PartOfDay.MORNING)
        after = update(old, plan(MARCH, part_of_day=PartOfDay.AFTERNOON))
        assert after.occasions[1].part_of_day is PartOfDay.MORNING

    def test_another_name_of_the_body_is_seen_everywhere(self) -> None:
        """It stands in each summary."""
        after = update(PLAN, attrs.evolve(PLAN, network="Nätverket för arkiv"))
        assert [one.sequence for one in after.occasions] == [1, 1, 1]
        assert uids(after) == uids(with_uids(PLAN))

    def test_other_members_are_no_new_version(self) -> None:
        """No calendar shows them: a plan that was read from a feed has none, and is the same plan."""
        members = attrs.evolve(PLAN, network=Network("Arkivnätverket", members=["Ida Ek"]))
        assert update(PLAN, members) == with_uids(members)
        assert update(members, PLAN) == with_uids(PLAN)

    def test_another_title_or_day_of_decision_is_a_new_version(self) -> None:
        """Whose meetings are the same."""
        for new in (attrs.evolve(PLAN, title="Tider"), attrs.evolve(PLAN, decided_on=date(2026, 10, 9))):
            after = update(PLAN, new)
            assert [one.sequence for one in after.occasions] == [0, 0, 0]
            assert after.revision == 1

    def test_what_loses_its_day_is_cancelled_there(self) -> None:
        """A vague time can move nothing; when it gets a day it is a new entry."""
        vague = update(PLAN, plan(Occasion(LATE_MARCH), APRIL, MAY))
        assert told(vague) == [(None, None, False), (MARCH, 1, True), (APRIL, 0, False), (MAY, 0, False)]
        assert uids(vague) == [None, *uids(with_uids(PLAN))]
        again = update(vague, plan(date(2027, 3, 24), APRIL, MAY))
        assert told(again)[:2] == [(MARCH, 1, True), (date(2027, 3, 24), 0, False)]
        assert again.occasions[1].uid not in uids(vague)

    def test_what_loses_its_day_leaves_its_uid_behind(self) -> None:
        """Also where somebody edited the plan with its uids."""
        known = with_uids(PLAN)
        first = attrs.evolve(known.occasions[0], dates=LATE_MARCH)
        vague = update(known, plan(first, *known.occasions[1:]))
        assert told(vague)[:2] == [(None, None, False), (MARCH, 1, True)]
        assert uids(vague) == [None, *uids(known)]

    def test_what_went_is_put_in_order(self) -> None:
        """Though the old plan was in none."""
        after = update(plan(MAY, MARCH, APRIL), plan())
        assert [one.first_day for one in after.occasions] == [MARCH, APRIL, MAY]

    def test_a_vague_time_with_a_uid_keeps_it(self) -> None:
        """Somebody gave it one, and from then on it is known."""
        old = plan(Occasion(LATE_MARCH, uid="x"))
        assert uids(update(old, plan(date(2027, 3, 24)))) == ["x"]
        assert uids(update(old, plan(Occasion(LATE_MARCH)))) == ["x"]

    def test_a_copy_of_a_meeting_is_a_new_one(self) -> None:
        """It cannot have the uid of the first, nor its number."""
        moved = update(PLAN, plan(date(2027, 3, 12), APRIL, MAY))
        copied = attrs.evolve(moved.occasions[0], dates=date(2027, 6, 11))
        after = update(moved, plan(*moved.occasions, copied))
        assert told(after)[0] == (date(2027, 3, 12), 1, False)
        assert told(after)[-1] == (date(2027, 6, 11), 0, False)
        assert len(set(uids(after))) == 4

    def test_numbers_never_fall(self) -> None:
        """A new plan that is further already keeps its own."""
        new = plan(Occasion(MARCH, uid=uids(with_uids(PLAN))[0], sequence=7), revision=4)
        after = update(PLAN, new)
        assert after.occasions[0].sequence == 7
        assert after.revision == 4

    def test_uids_of_the_new_plan_are_kept(self) -> None:
        """One that the old plan does not know is another meeting: the old one is cancelled."""
        after = update(plan(MARCH), plan(Occasion(MARCH, uid="x", sequence=3)))
        assert told(after) == [(MARCH, 3, False), (MARCH, 1, True)]
        assert uids(after) == ["x", uid_of("Arkivnätverket", MARCH)]

    def test_the_highest_number_is_told(self) -> None:
        """RFC 5545, section 3.3.8: no calendar could read a higher one."""
        with pytest.raises(WrongValueError, match=r"Occasion\.sequence"):
            update(plan(Occasion(MARCH, sequence=2**31 - 1)), plan(Occasion(MARCH, place="Ale")))

    def test_refuses_what_is_no_plan(self) -> None:
        """With the name of the argument."""
        with pytest.raises(WrongTypeError, match="old: expected a Schedule"):
            update(None, PLAN)  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError, match="new: expected a Schedule"):
            update(PLAN, [MARCH])  # type: ignore[arg-type]
