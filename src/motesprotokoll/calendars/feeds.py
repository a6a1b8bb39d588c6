"""A feed: one calendar of many plans, to be put on a web server and subscribed to."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

import attrs

from motesprotokoll.calendars.updates import with_uids
from motesprotokoll.errors import RenderError, WrongTypeError, WrongValueError, quoted
from motesprotokoll.ical import FEED_METHOD, Entry, entries_of, entry_of, name_of, told_of
from motesprotokoll.ical.entries import WORDS
from motesprotokoll.model import Meeting, Network, Schedule
from motesprotokoll.model.text import series_of
from motesprotokoll.rendered import Rendered
from motesprotokoll.renderers.ics import IcsRenderer, calendar_of, content_of
from motesprotokoll.renderers.ics.renderer import data_of
from motesprotokoll.wording import LABELS


def feed(
    schedules: Iterable[Schedule],
    *,
    meetings: Iterable[Meeting] = (),
    title: str | None = None,
    refresh: timedelta | None = None,
) -> Rendered:
    """One calendar of all *schedules* to subscribe to; put its next version at the same address.

    A feed is read by anyone: names and addresses of members and the address of the body are left out. What
    somebody has written into a note, a label or a heading stands there as it is.

    Args:
        schedules: Plans, as a rule of different bodies. The next version of a plan comes from `update`.
        meetings: Agendas. Headings, links and attachments are told with the occasion that has the same uid,
            else with the one of the same body and day. Links to e-mail addresses are left out.
        title: What the calendar is called in a list of calendars.
        refresh: How often to ask for the next version. Programs take it as advice.

    Raises:
        RenderError: Two plans say different things of one meeting, or a meeting stands on no plan.
        MissingExtraError: icalendar is not installed.

    Source: RFC 5546, section 3.2.1, but for its ORGANIZER, which would be an address; RFC 7986, sections 5.1
    and 5.7.
    """
    plans = [_public(with_uids(one)) for one in series_of(schedules, Schedule, "schedules")]
    calendar = calendar_of(
        _with_agendas(_united(plans), series_of(meetings, Meeting, "meetings")),
        name=title or _name(plans),
        told=told_of(plans[0]) if len(plans) == 1 else _undated(plans),
        categories=[plan.network.name for plan in plans if plan.network],
        data=[data_of(plan) for plan in plans],
        method=FEED_METHOD,
        refresh=_positive(refresh),
    )
    return Rendered(content_of(calendar), IcsRenderer.media_type, IcsRenderer.suffix)


def _positive(refresh: timedelta | None) -> timedelta | None:
    """RFC 7986, section 5.7: a positive duration; RFC 5545, section 3.3.6: in whole seconds."""
    if refresh is None:
        return None
    if not isinstance(refresh, timedelta):
        raise WrongTypeError(f"expected a timedelta or None, got {quoted(refresh)}", "refresh")
    if refresh < timedelta(seconds=1) or refresh.microseconds:
        raise WrongValueError(f"expected whole seconds, at least one, got {quoted(refresh)}", "refresh")
    return refresh


def _public(plan: Schedule) -> Schedule:
    """*plan* without what only its members need to know."""
    return attrs.evolve(plan, network=Network(plan.network.name) if plan.network else None)


def _name(plans: list[Schedule]) -> str:
    """What the calendar is called: the plan, else what all of them are."""
    return (name_of(plans[0]) if len(plans) == 1 else None) or LABELS["schedule"]


def _undated(plans: list[Schedule]) -> Iterator[str]:
    """What stands in no event, with the body whose it is."""
    for plan in plans:
        name = f"{plan.network.name}: " if plan.network else ""
        yield from (f"{name}{line}" for line in told_of(plan) if line.startswith(WORDS["undated"]))


def _united(plans: list[Schedule]) -> list[Entry]:
    """The entries of all plans, each once."""
    found: dict[str, Entry] = {}
    for plan in plans:
        for entry in entries_of(plan):
            if entry is not None and found.setdefault(entry.uid, entry) != entry:
                raise RenderError(
                    f"two plans say different things of {quoted(entry.summary)} on {_day(entry)}",
                    f"uid {entry.uid}",
                    "give only the latest version of a plan, and each plan its own body",
                )
    return list(found.values())


def _day(entry: Entry) -> str:
    return entry.start.isoformat()[:10]


# ------------------------------------------------------------------ agendas


def _with_agendas(entries: list[Entry], meetings: Iterable[Meeting]) -> Iterator[Entry]:
    """*entries*, those of *meetings* with their agendas."""
    agendas: dict[int, Entry] = {}
    for meeting in meetings:
        own = entry_of(meeting)
        agendas[_place_of(meeting, own, entries)] = own
    for place, entry in enumerate(entries):
        yield _with_agenda(entry, agendas[place]) if place in agendas else entry


def _with_agenda(entry: Entry, own: Entry) -> Entry:
    """*entry* of a plan with the agenda of its meeting. It is as new as the newer of the two."""
    stamp = max(entry.stamp, own.stamp)
    return attrs.evolve(entry, agenda=_without_people(own.agenda), url=own.url, stamp=stamp)


def _place_of(meeting: Meeting, own: Entry, entries: list[Entry]) -> int:
    """Where the occasion of *meeting* stands among *entries*."""
    if meeting.occasion and meeting.occasion.uid:
        for place, one in enumerate(entries):
            if one.uid == own.uid:
                return place
    found = [
        place for place, one in enumerate(entries) if (one.category, _day(one)) == (own.category, _day(own))
    ]
    for closer in (_is_held, lambda one: one.start == own.start, lambda one: one.summary == own.summary):
        found = [place for place in found if closer(entries[place])] or found
    if len(found) == 1:
        return found[0]
    problem = "several occasions on the plans" if found else "no occasion on the plans"
    raise RenderError(
        f"{problem} can be the meeting {quoted(own.summary)} on {_day(own)}",
        "meetings",
        "take its occasion from the plan: attrs.evolve(meeting, occasion=...)",
    )


def _is_held(entry: Entry) -> bool:
    return entry.status != "CANCELLED"


def _without_people(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of an agenda that lead to nobody's mailbox."""
    kept = tuple(line for line in lines if "mailto:" not in line.casefold())
    return kept[:-1] if kept[-1:] == (WORDS["links"],) else kept
