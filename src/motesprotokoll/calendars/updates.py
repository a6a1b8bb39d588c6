"""The next version of a plan, in which every meeting is still the same entry in everybody's calendar."""

from collections import deque
from collections.abc import Iterator
from datetime import date

import attrs

from motesprotokoll.calendars.matching import claims, matched
from motesprotokoll.ical import Entry, entries_of, uids_of
from motesprotokoll.model import Occasion, Schedule
from motesprotokoll.model.schedule import checked_schedule


def with_uids(schedule: Schedule) -> Schedule:
    """*schedule*, with a uid and a sequence on each occasion that has a day; what is there stays.

    The uids are those that rendering derives. Store the result: a uid is given once and kept, also when the
    day changes (`update`). Where two occasions have the same uid, the first one keeps it.

    >>> from datetime import date
    >>> plan = with_uids(Schedule(network="Arkivnätverket", occasions=[date(2027, 3, 5)]))
    >>> plan.occasions[0].sequence, plan == with_uids(plan)
    (0, True)
    """
    checked_schedule(schedule, "schedule")
    uids = zip(schedule.occasions, uids_of(schedule), strict=True)
    return attrs.evolve(schedule, occasions=tuple(_identified(one, uid) for one, uid in uids))


def update(old: Schedule, new: Schedule) -> Schedule:
    """*new* as the next version of *old*: calendars that hold the old one move, change and cancel rightly.

    A meeting keeps its uid: it is known by it, else by day and label, else as the one that has moved least,
    by at most four weeks. Where a calendar shows something else than before, its sequence is raised by one.
    What is no longer there is kept as cancelled, since a calendar deletes nothing by itself. What came gets a
    uid that neither plan has had. The revision is raised by one if anything has changed.

    Updating to the same plan changes nothing: ``update(old, old) == with_uids(old)``.

    Raises:
        WrongValueError: A sequence or the revision has reached the largest number that calendars know.

    Source: RFC 5545, section 3.8.7.4; RFC 5546, section 2.1.4.
    """
    before = with_uids(checked_schedule(old, "old"))
    kept = _kept(before, checked_schedule(new, "new"))
    gone = _gone(before, new, {one.uid for one in kept})
    after = with_uids(_raised(before, attrs.evolve(new, occasions=_merged(kept, gone))))
    revision = number(old.revision, new.revision, raised=_content(after) != _content(before))
    return attrs.evolve(after, revision=revision)


def effective(schedule: Schedule) -> tuple[Occasion, ...]:
    """The occasions as a reader understands them: each with the part of day that holds for all of them."""
    return tuple(attrs.evolve(one, part_of_day=schedule.part_of_day_of(one)) for one in schedule.occasions)


def shown(schedule: Schedule) -> tuple[Entry | None, ...]:
    """What a calendar shows of each occasion, whatever its uid and sequence; ``None`` for nothing."""
    return tuple(bare(entry) if entry else None for entry in entries_of(schedule))


def bare(entry: Entry) -> Entry:
    """*entry* without its identity and number: two that are equal look the same to everybody."""
    return attrs.evolve(entry, uid="", sequence=None)


def number(old: int | None, new: int | None, *, raised: bool) -> int | None:
    """The sequence or revision after *old*: raised by one or the same, and never below what *new* says."""
    least = (old or 0) + 1 if raised else old
    return max((one for one in (least, new) if one is not None), default=None)


# ------------------------------------------------------------------ what stays, what goes


def _identified(occasion: Occasion, uid: str | None) -> Occasion:
    if (
        uid is None and occasion.uid is not None
    ):  # another has it: without an identity a number counts nothing
        return attrs.evolve(occasion, uid=None, sequence=None)
    sequence = (occasion.sequence or 0) if uid else occasion.sequence
    return attrs.evolve(occasion, uid=uid, sequence=sequence)


def _kept(before: Schedule, new: Schedule) -> list[Occasion]:
    """The occasions of *new*, with the uids of those in *before* that they are; what came has none yet.

    What stood in a calendar and has lost its day leaves its uid behind: without a day it can cancel nothing.
    """
    was, is_now = shown(before), shown(new)
    partners = {
        place: before.occasions[known]
        for known, place in matched(effective(before), effective(new))
        if was[known] is None or is_now[place] is not None
    }
    uids = {one.uid for one in before.occasions}
    kept = []
    for place, (one, claim) in enumerate(zip(new.occasions, claims(new.occasions), strict=True)):
        partner = partners.get(place)
        own = None if claim in uids else claim
        uid = (partner.uid if partner else None) or own
        # What loses its identity begins anew, and so does a copy of another meeting.
        kept.append(attrs.evolve(one, uid=uid, sequence=one.sequence if uid or one.uid is None else None))
    return kept


def _gone(before: Schedule, new: Schedule, kept: set[str | None]) -> list[Occasion]:
    """What went and has an identity, as cancelled, in the order of time."""
    other_part = before.part_of_day != new.part_of_day
    gone = [
        attrs.evolve(one, cancelled=True, part_of_day=seen.part_of_day if other_part else one.part_of_day)
        for one, seen in zip(before.occasions, effective(before), strict=True)
        if one.uid and one.uid not in kept
    ]
    return sorted(gone, key=_first_day)


def _first_day(occasion: Occasion) -> date:
    return occasion.first_day or date.max


def _merged(kept: list[Occasion], gone: list[Occasion]) -> Iterator[Occasion]:
    """*kept* in its own order, and each of *gone* before the first that is later."""
    waiting = deque(gone)
    for one in kept:
        while waiting and one.first_day and _first_day(waiting[0]) < one.first_day:
            yield waiting.popleft()
        yield one
    yield from waiting


def _raised(before: Schedule, after: Schedule) -> Schedule:
    """*after*, with the sequences that follow from those of *before*."""
    was = {one.uid: (one.sequence, entry) for one, entry in zip(before.occasions, shown(before), strict=True)}
    raised = []
    for one, entry in zip(after.occasions, shown(after), strict=True):
        if one.uid is not None and one.uid in was:
            sequence, seen = was[one.uid]
            one = attrs.evolve(one, sequence=number(sequence, one.sequence, raised=entry != seen))
        raised.append(one)
    return attrs.evolve(after, occasions=tuple(raised))


def _content(schedule: Schedule) -> Schedule:
    """*schedule* as people read it: without what an update itself gives, and without the members."""
    occasions = tuple(attrs.evolve(one, uid=None, sequence=None) for one in effective(schedule))
    return attrs.evolve(
        schedule, network=schedule.body_name, occasions=occasions, part_of_day=None, revision=None
    )
