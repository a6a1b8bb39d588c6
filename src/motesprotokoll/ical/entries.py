"""From occasions to entries: what a calendar shows of a plan or a meeting, in words and values."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

import attrs

from motesprotokoll.errors import RenderError, quoted
from motesprotokoll.ical.identity import stamp_of, stamp_of_meeting, uid_of, uids_of
from motesprotokoll.model import (
    AgendaItem,
    Attachment,
    DateSpan,
    Meeting,
    Occasion,
    PartOfDay,
    Schedule,
    TimeSpan,
)
from motesprotokoll.model.places import items_in
from motesprotokoll.model.text import canonical
from motesprotokoll.swedish import format_date, format_occasion, format_time
from motesprotokoll.wording import MODES, PARTS_OF_DAY

Moment = date | datetime
"""A whole day, or a moment in UTC."""

WORDS: Final = {
    "nameless": "Möte",
    "cancelled": "Inställt: ",
    "tentative": " (preliminärt)",
    "part_of_day": "Tid: ",
    "starts": "Börjar: ",
    "mode": "Mötesform: ",
    "place_tentative": "Preliminär plats",
    "was_tentative": "Preliminär tid",
    "note": "Anmärkning: ",
    "agenda": "Dagordning:",
    "links": "Länkar och bilagor:",
    "year": "År: ",
    "decided_on": "Beslutat: ",
    "revision": "Revision: ",
    "undated": "Utan dag i kalendern: ",
}
"""The words of our calendars. The reader knows them by these, so each stands at the beginning of a line."""

LOSSES: Final = {
    "Network": ("short_name", "organisation", "email", "members"),
    "Schedule": ("occasions: those that are no event",),
    "Occasion": (
        "uid: None, which is read as the derived one; one that an earlier occasion has",
        "part_of_day: where it repeats the schedule's own",
        "times: an hour that the clocks jump over",
        "label: the word for an event without a name, where there is no network",
    ),
}
"""What a calendar does not carry without the data in it: ``embed=False``, or after somebody edited it."""


@attrs.frozen(kw_only=True)
class Entry:
    """Kalenderpost: what a calendar shows of one occasion. Equal entries look the same to everybody.

    An all-day entry has days, its end the day after the last one; any other has moments in UTC, and no end
    where none is known.
    """

    uid: str
    start: Moment
    end: Moment | None = None
    summary: str
    place: str | None = None
    lines: tuple[str, ...] = ()
    """The description of the occasion, line by line."""
    status: str = "CONFIRMED"
    """CONFIRMED, TENTATIVE or CANCELLED."""
    category: str | None = None
    """The body that meets."""
    sequence: int | None = None
    # What follows does not tell one occasion from another.
    stamp: datetime = attrs.field(eq=False)
    transparent: bool = attrs.field(default=False, eq=False)
    """Whether somebody who has the entry still counts as free."""
    agenda: tuple[str, ...] = attrs.field(default=(), eq=False)
    """What the description says after the occasion: the agenda of a meeting, links and attachments."""
    url: str | None = attrs.field(default=None, eq=False)

    @property
    def is_all_day(self) -> bool:
        """Whether the entry has days and no clock times."""
        return not isinstance(self.start, datetime)


# ------------------------------------------------------------------------------------------------ when


def span_of(occasion: Occasion) -> tuple[Moment, Moment | None]:
    """When the entry of *occasion* begins and ends, as in `Entry`. Hours are those of `Meeting.starts_at`.

    Without hours it is whole days; so are several days whose last hour is not known, because an event that
    ends when it begins would stand on the first of them only.

    Raises:
        RenderError: It cannot stand in a calendar; the message says why.
    """
    dates, times = occasion.dates, occasion.times
    if not isinstance(dates, DateSpan):
        known = f"all that is known is {quoted(dates.text)}" if dates else "none is known"
        raise RenderError(f"an event needs a day, and {known}", "occasion")
    if dates.end < dates.start:
        raise RenderError(f"the days {dates} end before they begin", "occasion")
    if times is None or (times.end is None and not dates.is_one_day):
        if dates.end == date.max:
            raise _outside(dates)
        return dates.start, dates.end + timedelta(days=1)
    return _moments(occasion, dates, times)


def _moments(occasion: Occasion, dates: DateSpan, times: TimeSpan) -> tuple[Moment, Moment | None]:
    held = Meeting(occasion=occasion)
    start, end = held.starts_at, held.ends_at
    if start is None or not date.min + MARGIN < dates.start <= dates.end < date.max - MARGIN:
        raise _outside(dates)
    if end is not None and end <= start:
        raise RenderError(f"{dates} {times} does not end after it begins", "occasion")
    return start.astimezone(UTC), end.astimezone(UTC) if end else None


MARGIN: Final = timedelta(days=2)
"""So near to the ends of the calendar, a moment has no day in every time zone."""


def _outside(dates: DateSpan) -> RenderError:
    return RenderError(f"{dates} is at the edge of what a calendar can say", "occasion")


# ------------------------------------------------------------------------------------------------ schedules


def entries_of(schedule: Schedule) -> tuple[Entry | None, ...]:
    """The entry of each occasion, in order; ``None`` for one that cannot stand in a calendar."""
    stamp, body = stamp_of(schedule), schedule.body_name
    return tuple(
        _entry(occasion, schedule.part_of_day_of(occasion), uid, stamp, body)
        for occasion, uid in zip(schedule.occasions, uids_of(schedule), strict=True)
    )


def _entry(
    occasion: Occasion, part: PartOfDay | None, uid: str | None, stamp: datetime, body: str | None
) -> Entry | None:
    try:
        span = span_of(occasion)
    except RenderError:
        return None
    assert uid is not None  # what has a day has an identity
    return _entry_on(occasion, span, part, uid=uid, stamp=stamp, body=body)


def _entry_on(
    occasion: Occasion,
    span: tuple[Moment, Moment | None],
    part: PartOfDay | None,
    *,
    uid: str,
    stamp: datetime,
    body: str | None,
) -> Entry:
    all_day = not isinstance(span[0], datetime)
    status = status_of(occasion)
    return Entry(
        uid=uid,
        start=span[0],
        end=span[1],
        summary=summary(body, occasion.label, part if all_day else None, status),
        place=occasion.place,
        lines=tuple(_lines(occasion, part, all_day)),
        status=status,
        transparent=occasion.cancelled or (all_day and part is not PartOfDay.WHOLE_DAY),
        category=body,
        sequence=occasion.sequence,
        stamp=stamp,
    )


def status_of(occasion: Occasion) -> str:
    """STATUS of the event."""
    if occasion.cancelled:
        return "CANCELLED"
    return "TENTATIVE" if occasion.tentative else "CONFIRMED"


def summary(body: str | None, label: str | None, part: PartOfDay | None, status: str) -> str:
    """What a calendar shows in its grid; the inverse is `motesprotokoll.ical.occasions.label_in`."""
    name = f"{body}: {label}" if body and label else body or label or WORDS["nameless"]
    before, after = around(part, status)
    return f"{before}{name}{after}"


def around(part: PartOfDay | None, status: str) -> tuple[str, str]:
    """What stands before and after the name in the summary.

    That a meeting is cancelled comes first, where no narrow column cuts it off.
    """
    before = WORDS["cancelled"] if status == "CANCELLED" else ""
    after = WORDS["tentative"] if status == "TENTATIVE" else ""
    return before, f", {PARTS_OF_DAY[part]}{after}" if part else after


def _lines(occasion: Occasion, part: PartOfDay | None, all_day: bool) -> Iterator[str]:
    """What the other properties leave open, a line each; the note comes last, whatever it says."""
    if part is not None:
        yield f"{WORDS['part_of_day']}{PARTS_OF_DAY[part]}"
    if all_day and occasion.times is not None:
        yield f"{WORDS['starts']}{canonical(format_time(occasion.times.start))}"
    if occasion.mode is not None:
        yield f"{WORDS['mode']}{MODES[occasion.mode]}"
    if occasion.place_tentative:
        yield WORDS["place_tentative"]
    if occasion.tentative and occasion.cancelled:  # STATUS has room for one of them
        yield WORDS["was_tentative"]
    if occasion.note is not None:
        yield f"{WORDS['note']}{occasion.note}"


def name_of(schedule: Schedule) -> str | None:
    """What the calendar of *schedule* is called in a list of calendars."""
    body = schedule.body_name
    return f"{body}: {schedule.title}" if body and schedule.title else body or schedule.title


def told_of(schedule: Schedule) -> tuple[str, ...]:
    """What the calendar of *schedule* says of itself, line by line: what stands in no event of it."""
    return tuple(_told(schedule))


def _told(schedule: Schedule) -> Iterator[str]:
    if schedule.year is not None:
        yield f"{WORDS['year']}{schedule.year}"
    if schedule.part_of_day is not None:
        yield f"{WORDS['part_of_day']}{PARTS_OF_DAY[schedule.part_of_day]}"
    if schedule.decided_on is not None:
        yield f"{WORDS['decided_on']}{canonical(format_date(schedule.decided_on))}"
    if schedule.revision is not None:
        yield f"{WORDS['revision']}{schedule.revision}"
    for occasion, entry in zip(schedule.occasions, entries_of(schedule), strict=True):
        if entry is None:
            yield f"{WORDS['undated']}{_in_words(occasion)}"


def _in_words(occasion: Occasion) -> str:
    when = canonical(format_occasion(occasion))
    return ", ".join(part for part in (when, occasion.label, occasion.place, occasion.note) if part) or "–"


# ------------------------------------------------------------------------------------------------ meetings


def entry_of(meeting: Meeting) -> Entry:
    """The entry of *meeting*: its occasion, and in the description its agenda, links and attachments.

    It has the identity of the same occasion on the plan of its body. No person stands in it.

    Raises:
        RenderError: The meeting has no day that a calendar can hold; the message says why.
    """
    occasion = meeting.occasion or Occasion()
    span = span_of(occasion)
    day = occasion.first_day
    assert day is not None  # else there is no span
    body = meeting.body_name
    if occasion.label is None and body is None:
        occasion = attrs.evolve(occasion, label=meeting.title)
    uid = occasion.uid or uid_of(body, day)
    stamp = stamp_of_meeting(meeting)
    entry = _entry_on(occasion, span, occasion.part_of_day, uid=uid, stamp=stamp, body=body)
    return attrs.evolve(entry, agenda=tuple(_agenda(meeting)), url=_address(meeting))


def _agenda(meeting: Meeting) -> Iterator[str]:
    if meeting.agenda:
        yield WORDS["agenda"]
        yield from _headings(meeting.agenda)
    links = tuple(_links(meeting))
    if links:
        yield WORDS["links"]
        for title, address in links:
            yield title if address is None or address == title else f"{title}: {address}"


def _headings(items: tuple[AgendaItem, ...]) -> Iterator[str]:
    """Numbers and titles, those below another item indented."""
    for item, _, above in items_in(items):
        if item.heading:
            yield f"{'  ' * min(len(above), _DEEPEST)}{item.heading}"


_DEEPEST = 5
"""How far the agenda is indented. A phone shows some forty signs in a row."""


def _links(meeting: Meeting) -> Iterator[tuple[str, str | None]]:
    """Links and attachments by title and address, each once."""
    found = [
        *((link.text, link.url) for link in meeting.links),
        *((one.title, one.url) for one in _attachments(meeting)),
    ]
    yield from dict.fromkeys(found)


def _attachments(meeting: Meeting) -> Iterator[Attachment]:
    for item, *_ in items_in(meeting.agenda):
        yield from item.attachments
    yield from meeting.attachments


_WEB = re.compile(r"https?://[!-~]+")


def _address(meeting: Meeting) -> str | None:
    """The one address on the web that the meeting names; with several, none of them is the event's own."""
    addresses = {address for _, address in _links(meeting) if address and _WEB.fullmatch(address)}
    return addresses.pop() if len(addresses) == 1 else None
