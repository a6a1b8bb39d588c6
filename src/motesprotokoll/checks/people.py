"""Rules about people: MP301 to MP399."""

from collections.abc import Iterator

from motesprotokoll.checks.rules import Told, rule, tell
from motesprotokoll.checks.subject import Subject
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


@rule(
    "MP301",
    "present-and-absent",
    title="Både närvarande och frånvarande",
    advice="Kontrollera vem som var med, och stryk personen på det ena stället.",
)
def present_and_absent(subject: Subject) -> Iterator[Told]:
    """Somebody who is listed both among those who came and among those who did not.

    The list tells who took part in the decisions.
    """
    for number, earlier, one in _pairs(subject.meeting):
        came = [other.attendance in _CAME for other in (earlier, one)]
        if any(came) and Attendance.ABSENT in (earlier.attendance, one.attendance):
            yield _about("{name} står både som närvarande och som frånvarande.", number, one)


@rule(
    "MP302",
    "listed-twice",
    title="Två gånger i deltagarlistan",
    advice="Stryk den ena raden; är det två personer med samma namn, skriv varifrån de kommer.",
)
def listed_twice(subject: Subject) -> Iterator[Told]:
    """Somebody who is listed twice in the same way.

    Attendance is counted from the list.
    """
    for number, earlier, one in _pairs(subject.meeting):
        if earlier.attendance is one.attendance:
            yield _about("{name} står två gånger i deltagarlistan.", number, one)


def _about(template: str, number: int, one: Participant) -> Told:
    return tell(template, f"$.participants[{number}]", excerpt=one.name, name=one.name)


PEOPLE_RULES = (present_and_absent, listed_twice)
