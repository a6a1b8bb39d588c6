"""Rules about people: MP111 to MP119."""

from collections.abc import Iterator

from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model import Attendance, Meeting, Participant

_CAME = (Attendance.PRESENT, Attendance.IN_ATTENDANCE)


def _who(participant: Participant) -> tuple[str, str]:
    """Who somebody is, as far as a list of names tells: two of one name from two places are two people."""
    return participant.name.casefold(), (participant.organisation or "").casefold()


def _same(one: Participant, other: Participant) -> bool:
    (name, organisation), (other_name, other_organisation) = _who(one), _who(other)
    return name == other_name and (
        organisation == other_organisation or not (organisation and other_organisation)
    )


def _pairs(meeting: Meeting) -> Iterator[tuple[int, Participant, Participant]]:
    """Each participant of a name that stood in the list before, with the first of that name."""
    seen: dict[str, list[Participant]] = {}
    for number, one in enumerate(meeting.participants):
        before = seen.setdefault(one.name.casefold(), [])
        earlier = next((other for other in before[:_ENOUGH] if _same(one, other)), None)
        if earlier is not None:
            yield number, earlier, one
        before.append(one)


_ENOUGH = 50  # of one name: more are no list of people, and the rule stays linear


def present_and_absent(meeting: Meeting) -> Iterator[Finding]:
    """MP111: somebody who is listed both among those who came and among those who did not."""
    for number, earlier, one in _pairs(meeting):
        came = [other.attendance in _CAME for other in (earlier, one)]
        if any(came) and Attendance.ABSENT in (earlier.attendance, one.attendance):
            yield _about("MP111", "{name} står både som närvarande och som frånvarande.", number, one)


def listed_twice(meeting: Meeting) -> Iterator[Finding]:
    """MP112: somebody who is listed twice in the same way."""
    for number, earlier, one in _pairs(meeting):
        if earlier.attendance is one.attendance:
            yield _about("MP112", "{name} står två gånger i deltagarlistan.", number, one)


def _about(code: str, template: str, number: int, one: Participant) -> Finding:
    return Finding(code, Severity.WARNING, template, f"$.participants[{number}]", (("name", one.name),))


PEOPLE_RULES = (present_and_absent, listed_twice)
