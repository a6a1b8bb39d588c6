"""Rotating hosts: who is next, continued from last year's places."""

from collections.abc import Iterator

import attrs

from motesprotokoll.model import DateSpan, Schedule
from motesprotokoll.planning.reasons import Reason, because
from motesprotokoll.swedish.organisations import find_organisation


@attrs.frozen
class Turn:
    """Värd: where a meeting is, and why there."""

    host: str
    reason: Reason


def turns(hosts: tuple[str, ...], last_year: Schedule | None) -> Iterator[Turn]:
    """The hosts, on and on, after the one who was last year's last; from the first one where nobody was."""
    if not hosts:
        return
    last = _last_host(hosts, last_year)
    place = 0 if last is None else hosts.index(last) + 1
    reason = _first_reason(last, last_year)
    while True:
        host = hosts[place % len(hosts)]
        yield Turn(host, attrs.evolve(reason, values=(("host", host), *reason.values)))
        reason = because("värd är {host}, på tur efter {previous}", previous=host)
        place += 1


def _first_reason(last: str | None, last_year: Schedule | None) -> Reason:
    """Why the first host is the first."""
    if last is not None:
        return because("värd är {host}, på tur efter {previous} som var värd sist förra året", previous=last)
    if last_year is None:
        return because("värd är {host}, först i listan")
    return because("värd är {host}, först i listan, för ingen i den var värd förra året")


def _last_host(hosts: tuple[str, ...], last_year: Schedule | None) -> str | None:
    """The host of the latest meeting that had one of them."""
    occasions = last_year.occasions if last_year else ()
    held = [one for one in occasions if one.place and not one.cancelled and isinstance(one.dates, DateSpan)]
    for one in sorted(held, key=lambda one: str(one.dates), reverse=True):
        host = next((host for host in hosts if _is_at(str(one.place), host)), None)
        if host is not None:
            return host
    return None


def _is_at(place: str, host: str) -> bool:
    """Whether a place names a host: the same name, the same municipality, or a room of the host's."""
    said, name = place.casefold(), host.casefold()
    if said == name or said.startswith((f"{name} ", f"{name}, ", f"{name}s ")):
        return True
    known = find_organisation(place)
    return known is not None and known == find_organisation(host)
