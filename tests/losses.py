"""A meeting as it is after a document has carried it: without what the table of losses names."""

from datetime import datetime, time

import attrs

from motesprotokoll.compose import LOSSES
from motesprotokoll.ical import entries_of, uids_of
from motesprotokoll.model import Meeting, Network, Occasion, Schedule, TimeSpan
from motesprotokoll.model.meeting import moment_of


def without_losses(meeting: Meeting) -> Meeting:
    """The meeting without what the table of losses names."""
    for found in meeting.walk(Schedule):
        assert isinstance(found.block, Schedule)
        meeting = meeting.replace(found, attrs.evolve(found.block, network=_bare(found.block.network)))
    return attrs.evolve(meeting, network=_bare(meeting.network))


def _bare(network: Network | None) -> Network | None:
    kept = {field.name for field in attrs.fields(Network)} - set(LOSSES["Network"])
    return Network(**{name: getattr(network, name) for name in kept}) if network else None


def as_calendars_carry(schedule: Schedule) -> Schedule:
    """The schedule without what `motesprotokoll.ical.LOSSES` names."""
    kept = []
    uids = uids_of(schedule)
    for occasion, uid, entry in zip(schedule.occasions, uids, entries_of(schedule), strict=True):
        if entry is None:
            continue
        lost_part = entry.is_all_day and occasion.part_of_day is schedule.part_of_day
        nameless = schedule.network is None and occasion.label == "Möte"
        kept.append(
            attrs.evolve(
                occasion,
                uid=uid,
                part_of_day=None if lost_part else occasion.part_of_day,
                label=None if nameless else occasion.label,
                times=_on_the_clock(occasion),
            )
        )
    return attrs.evolve(schedule, network=_bare(schedule.network), occasions=kept)


def _on_the_clock(occasion: Occasion) -> TimeSpan | None:
    """Hours as clocks showed them: one that was jumped over became the next."""
    times, dates = occasion.times, occasion.dates
    if times is None or (times.end is None and not dates.is_one_day):
        return times
    start = moment_of(dates.start, times.start)
    end = moment_of(dates.end, times.end) if times.end else None
    return TimeSpan(_hour(start), _hour(end) if end else times.end)


def _hour(moment: datetime) -> time:
    return time(moment.hour, moment.minute)
