"""Who is who in a calendar: the identity of an event, and when it was last revised."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from motesprotokoll.model import Meeting, Schedule

_NAMESPACE = UUID("0b7f3c0e-5d0f-5c62-9a53-6e1a1f6f2a27")
"""Ours alone. It never changes: with it every derived identity would."""
_FIRST_YEAR = 1970
"""Where nothing tells when a plan was made. The first that any calendar knows."""


def uid_of(body: str | None, day: date, ordinal: int = 0) -> str:
    """The identity of the event of *body* on *day*; *ordinal* tells several on one day apart.

    The same each time, and nobody's name can be read out of it (RFC 7986, section 5.3). So a meeting and the
    plan that it stood on speak of one event.

    >>> from datetime import date
    >>> uid_of("HR-chefsnätverket", date(2027, 2, 5))
    '5c670861-0dc0-5c33-9bfb-5faced112515'
    """
    return str(uuid5(_NAMESPACE, f"{ordinal}\n{day.isoformat()}\n{body or ''}"))


def uids_of(schedule: Schedule) -> tuple[str | None, ...]:
    """The identity of each occasion: its own, else a derived one; ``None`` without a day.

    No two are the same: of occasions that say the same identity, the first has it. A derived identity that
    an occasion of the schedule says already, such as one that moved away from that day, is passed over.
    """
    return tuple(_identities(schedule))


def _identities(schedule: Schedule) -> Iterator[str | None]:
    body = schedule.body_name
    taken = {occasion.uid for occasion in schedule.occasions}
    given: set[str] = set()
    next_on: Counter[date] = Counter()
    for occasion in schedule.occasions:
        day = occasion.first_day
        if occasion.uid is not None and occasion.uid not in given:
            given.add(occasion.uid)
            yield occasion.uid
        elif day is None:
            yield None
        else:
            while (uid := uid_of(body, day, next_on[day])) in taken:
                next_on[day] += 1
            next_on[day] += 1
            yield uid


def stamp_of(schedule: Schedule) -> datetime:
    """DTSTAMP of all events of *schedule*, by its data: no clock is read.

    The day of the decision, else the first day of the year, at midnight UTC, and a second for each revision,
    so that a later one is later (RFC 5546, section 2.1.5, asks for that among events of one SEQUENCE).
    """
    days = (occasion.first_day for occasion in schedule.occasions)
    first = next((day for day in days if day is not None), None)
    year = schedule.year or (first.year if first else _FIRST_YEAR)
    return _stamp(schedule.decided_on or date(year, 1, 1), schedule.revision)


def stamp_of_meeting(meeting: Meeting) -> datetime:
    """DTSTAMP of the event of *meeting*: the day when its document was finished, else as `stamp_of`."""
    day = meeting.date
    sequence = meeting.occasion.sequence if meeting.occasion else None
    return _stamp(meeting.finished_on or date(day.year if day else _FIRST_YEAR, 1, 1), sequence)


def _stamp(day: date, revision: int | None) -> datetime:
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    try:
        return midnight + timedelta(seconds=revision or 0)
    except OverflowError:  # a decision on the last days of the calendar
        return midnight
