"""Invitations and cancellations, one message a meeting, to be sent by whoever sends mail.

Source: RFC 5546 (iTIP), sections 3.2.2 and 3.2.5; RFC 6047 (iMIP), section 2.4, for the type of the content.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Literal
from urllib.parse import quote

import attrs
from icalendar import vCalAddress

from motesprotokoll.calendars.updates import bare, effective, number, update, with_uids
from motesprotokoll.errors import RenderError, quoted
from motesprotokoll.ical import Entry, entries_of, entry_of
from motesprotokoll.ical.entries import summary
from motesprotokoll.model import Meeting, Member, Network, Occasion, Schedule
from motesprotokoll.model.network import has_seat
from motesprotokoll.model.schedule import checked_schedule
from motesprotokoll.model.text import canonical
from motesprotokoll.model.times import completed
from motesprotokoll.rendered import Rendered
from motesprotokoll.renderers.ics import IcsRenderer, calendar_of, content_of
from motesprotokoll.swedish import format_occasion

Method = Literal["REQUEST", "CANCEL"]


_SUBJECTS = {
    "new": "Inbjudan: {meeting}",
    "changed": "Ändrad inbjudan: {meeting}",
    "cancelled": "Inställt: {meeting}",
    "withdrawn": "Inbjudan gäller inte längre: {meeting}",
}
"""What the mail is called. A meeting that somebody no longer belongs to is not cancelled (3.2.5)."""


@attrs.frozen(kw_only=True, repr=False)
class Message:
    """Inbjudan, or that it no longer holds: what to send to whom. The library sends nothing.

    ``rendered`` is what the mail holds; its media type names the method, as mail programs ask for.
    """

    method: Method
    uid: str
    recipients: tuple[str, ...]
    """Addresses, each once."""
    subject: str
    """In Swedish: what it is, who meets, and when."""
    rendered: Rendered
    without_address: tuple[str, ...] = ()
    """Members with a seat that day whom the message does not reach: tell them in another way."""

    def __repr__(self) -> str:
        return f"Message({self.method}, {quoted(self.subject, 80)}, {len(self.recipients)} recipients)"


def invitations(value: Schedule | Meeting, *, since: Schedule | None = None) -> tuple[Message, ...]:
    """The messages that put meetings into the calendars of the members: one for each meeting.

    Invited is who has a seat on the (first) day, by `Member.since` and `Member.until`.

    Args:
        value: A plan, or one meeting, which comes with its agenda.
        since: The plan that was sent out last. Only what differs from it is told: new, moved and changed
            meetings by REQUEST, cancelled ones and those that went by CANCEL. Who has got a seat since is
            invited to what is left, and who has left it hears so. Meetings are known again as in `update`.
            Without *since* a plan gives every meeting that is held.

    Raises:
        RenderError: The body has no address to invite from, nobody with a seat has one, or one is no address.
        MissingExtraError: icalendar is not installed.
    """
    if since is not None:
        checked_schedule(since, "since")
    steps: Iterable[_Step]
    if isinstance(value, Meeting):
        _organiser(value.network)
        steps = [_step_of_meeting(value, since)]
    else:
        _organiser(checked_schedule(value, "value").network)
        steps = _steps_of_plan(value, since)
    return tuple(message for step in steps for message in _messages(step))


# ------------------------------------------------------------------ what is to be told


Told = dict[str, tuple[Occasion, Entry]]


@attrs.frozen(kw_only=True)
class _Step:
    """One meeting as it was told and as it is."""

    occasion: Occasion
    entry: Entry
    network: Network | None
    old: Occasion | None = None
    """As it was told: ``None`` where nobody has it in a calendar."""
    old_network: Network | None = None
    changed: bool = True


def _steps_of_plan(plan: Schedule, since: Schedule | None) -> Iterator[_Step]:
    told = with_uids(since) if since else None
    after = update(told, plan) if told else with_uids(plan)
    was = _told(told)
    for occasion, entry in zip(after.occasions, entries_of(after), strict=True):
        if entry is None:
            continue
        old, seen = was.get(entry.uid, (None, None))
        changed = seen is None or entry.sequence != seen.sequence
        if seen is not None and not changed:
            # Newer than what was told, for those who have got or left a seat; whenever it was decided.
            entry = attrs.evolve(entry, stamp=max(entry.stamp, _after(seen.stamp)))
        yield _Step(
            occasion=occasion,
            entry=entry,
            network=after.network,
            old=old,
            old_network=_before(told, after.network),
            changed=changed,
        )


def _step_of_meeting(meeting: Meeting, since: Schedule | None) -> _Step:
    """A meeting, as far as it stands on the plan in its place there."""
    told = with_uids(since) if since else None
    occasion = meeting.occasion or Occasion()
    found = _on_plan(occasion, _told(told))
    if found is None:
        # Whoever cancels a meeting without saying what was sent out tells all who would have come.
        old = occasion if told is None and occasion.cancelled else None
        return _Step(
            occasion=occasion,
            entry=entry_of(meeting),
            network=meeting.network,
            old=old,
            old_network=meeting.network,
        )
    old, seen = found
    occasion = attrs.evolve(completed(occasion, old), uid=occasion.uid or old.uid)
    entry = entry_of(attrs.evolve(meeting, occasion=occasion))
    differs = bare(seen) != bare(entry)
    return _Step(
        occasion=occasion,
        entry=_following(entry, seen, differs=differs),
        network=meeting.network,
        old=old,
        old_network=_before(told, meeting.network),
        changed=differs or bool(entry.agenda),
    )


def _on_plan(occasion: Occasion, was: Told) -> tuple[Occasion, Entry] | None:
    """What was told of a meeting: by its uid, else the only one of that day."""
    if occasion.uid is not None:
        return was.get(occasion.uid)
    same = [pair for pair in was.values() if pair[0].first_day == occasion.first_day]
    return same[0] if len(same) == 1 else None


def _following(entry: Entry, seen: Entry, *, differs: bool) -> Entry:
    """*entry* as the next version of what was *seen*, and older than any later change of the plan.

    A new agenda is newer by DTSTAMP alone; other facts have the next sequence, which the next version of the
    plan has too, with a later DTSTAMP (RFC 5546, section 2.1.5).
    """
    stamp = seen.stamp if differs else max(entry.stamp, _after(seen.stamp))
    sequence = number(seen.sequence, entry.sequence, raised=differs)
    return attrs.evolve(entry, sequence=sequence, stamp=stamp)


def _after(stamp: datetime) -> datetime:
    try:
        return stamp + timedelta(seconds=1)
    except OverflowError:  # the last moment of the calendar
        return stamp


def _told(plan: Schedule | None) -> Told:
    """What stands in the calendars of those who were told of *plan*, by uid."""
    if plan is None:
        return {}
    entries = zip(effective(plan), entries_of(plan), strict=True)
    return {one.uid: (occasion, one) for occasion, one in entries if one and not occasion.cancelled}


def _before(told: Schedule | None, now: Network | None) -> Network | None:
    """The body with those who were told; the one of today, where the old plan names nobody to tell."""
    network = told.network if told else None
    return network if network and any(member.email for member in network.members) else now


# ------------------------------------------------------------------ who is told what


@attrs.frozen
class _Guest:
    address: str
    name: str


Guests = dict[str, _Guest]
"""Those who can be invited, by address without case."""

# Narrower than RFC 5321, on purpose: no mailbox of an organisation has what is left out, and some of it would
# end a line or a parameter.
_SIGN = r"[^\s@<>()\[\]\\,;:\"\x00-\x1f\x7f-\x9f\ufffd]"
_ADDRESS = re.compile(rf"{_SIGN}{{1,64}}@{_SIGN}{{1,255}}")


def _messages(step: _Step) -> Iterator[Message]:
    before = _guests(step.old_network, step.old)
    if step.occasion.cancelled:
        if before:
            yield _message("cancelled", step, before, before)
        return
    now = _guests(step.network, step.occasion)
    if not now:
        raise RenderError(
            f"nobody with a seat on {step.occasion.first_day} has an address", "network.members"
        )
    told = now if step.changed else {key: one for key, one in now.items() if key not in before}
    left = {key: one for key, one in before.items() if key not in now}
    if told:
        yield _message("changed" if step.old and step.changed else "new", step, told, now)
    if left:
        yield _message("withdrawn", step, left, left)


def _seated(network: Network | None, occasion: Occasion | None) -> list[Member]:
    if network is None or occasion is None:
        return []
    return [member for member in network.members if has_seat(member, occasion.first_day)]


def _guests(network: Network | None, occasion: Occasion | None) -> Guests:
    guests: Guests = {}
    for member in _seated(network, occasion):
        if member.email and _ADDRESS.fullmatch(member.email):
            guests.setdefault(member.email.casefold(), _Guest(member.email, member.name))
    return guests


def _organiser(network: Network | None) -> _Guest:
    """Who invites.

    Raises:
        RenderError: Nobody can, or nobody can be invited.
    """
    if network is None or network.email is None:
        raise RenderError("the body has no address to invite from", "network.email")
    if not any(member.email for member in network.members):
        raise RenderError("no member of the body has an address to be invited at", "network.members")
    addresses = [("network.email", network.email)]
    addresses += [
        (f"network.members[{place}].email", one.email)
        for place, one in enumerate(network.members)
        if one.email
    ]
    for where, address in addresses:
        if not _ADDRESS.fullmatch(address):
            raise RenderError(f"{quoted(address)} is no address", where)
    return _Guest(network.email, network.name)


# ------------------------------------------------------------------ messages


def _message(kind: str, step: _Step, told: Guests, named: Guests) -> Message:
    method: Method = "REQUEST" if kind in ("new", "changed") else "CANCEL"
    return Message(
        method=method,
        uid=step.entry.uid,
        recipients=tuple(one.address for one in told.values()),
        subject=_SUBJECTS[kind].format(meeting=_name(step)),
        rendered=_rendered(method, step, named, whole=kind != "withdrawn"),
        without_address=_without_address(kind, step),
    )


def _name(step: _Step) -> str:
    """Who meets, and when."""
    body = summary(step.entry.category, step.occasion.label, None, "CONFIRMED")
    when = format_occasion(Occasion(step.occasion.dates), style="weekday")
    return f"{body} {canonical(when)}"


def _without_address(kind: str, step: _Step) -> tuple[str, ...]:
    if kind == "withdrawn":
        return ()
    seated = (
        _seated(step.old_network, step.old) if kind == "cancelled" else _seated(step.network, step.occasion)
    )
    return tuple(member.name for member in seated if not member.email)


def _rendered(method: Method, step: _Step, named: Guests, *, whole: bool) -> Rendered:
    """The message as a calendar. Where only some are uninvited it has no STATUS (RFC 5546, section 3.2.5)."""
    calendar = calendar_of([step.entry], method=method)
    (event,) = calendar.walk("VEVENT")
    if not whole:
        del event["STATUS"]
    event.add("ORGANIZER", _mailbox(_organiser(step.network)))
    for guest in named.values():
        event.add("ATTENDEE", _mailbox(guest, _ASKED if method == "REQUEST" else {}))
    media_type = f"{IcsRenderer.media_type}; method={method}; charset=utf-8"
    return Rendered(content_of(calendar), media_type, IcsRenderer.suffix)


_ASKED = {
    "CUTYPE": "INDIVIDUAL",
    "ROLE": "REQ-PARTICIPANT",
    "PARTSTAT": "NEEDS-ACTION",
    "RSVP": "TRUE",
}
"""What is asked of everybody: to answer (RFC 5545, sections 3.2.3, 3.2.12, 3.2.16 and 3.2.17)."""


def _mailbox(guest: _Guest, parameters: Mapping[str, str] = MappingProxyType({})) -> vCalAddress:
    """A person or body by address (RFC 6068); icalendar quotes the name by RFC 6868."""
    mailbox = vCalAddress("mailto:" + quote(guest.address, safe="@!$'*+"))
    for name, value in {"CN": guest.name, **parameters}.items():
        mailbox.params[name] = value
    return mailbox
