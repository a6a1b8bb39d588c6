"""Rotating hosts: who is next, continued from last year's places."""

from collections.abc import Sequence

from motesprotokoll.model import DateSpan, Schedule
from motesprotokoll.planning.reasons import Reason, because
from motesprotokoll.swedish.organisations import find_organisation


def turns(hosts: tuple[str, ...], last_year: Schedule | None, number: int) -> tuple[str, ...]:
    """The hosts of so many meetings, after the one who was last year's last; from the first one otherwise."""
    if not hosts:
        return ()
    found = _last_host(hosts, last_year)
    first = 0 if found is None else hosts.index(found) + 1
    return tuple(hosts[(first + turn) % len(hosts)] for turn in range(number))


def turn_reason(hosts: tuple[str, ...], last_year: Schedule | None) -> Reason:
    """Why the first host is the first."""
    found = _last_host(hosts, last_year)
    if found is not None:
        return because("värdskapet går vidare efter {host}, som var värd sist förra året", host=found)
    if last_year is None:
        return because("värdskapet börjar med den första i listan")
    return because("värdskapet börjar med den första i listan, för ingen i den var värd förra året")


def _last_host(hosts: Sequence[str], last_year: Schedule | None) -> str | None:
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
