"""Rules about people: MP301 to MP399, but for those about where they come from (see `organisations`)."""

from collections.abc import Iterator

from motesprotokoll.checks.organisations import ORGANISATION_RULES
from motesprotokoll.checks.roll import CAME, name_and_place
from motesprotokoll.checks.rules import FORMAL, HELD, Told, rule, tell
from motesprotokoll.checks.subject import Subject
from motesprotokoll.findings import Severity
from motesprotokoll.model import Attendance, Meeting, Participant
from motesprotokoll.swedish import format_list
from motesprotokoll.swedish.name_shapes import is_first_name, is_given_name, is_surely_person

_ENOUGH = 50  # of one name: more are no list of people, and the rule stays linear
_SHOWN = 3
"""So many names are told of those that one may mean."""


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


@rule(
    "MP301",
    "present-and-absent",
    title="Både närvarande och frånvarande",
    advice="Kontrollera vem som var med, och stryk personen på det ena stället.",
)
def present_and_absent(subject: Subject) -> Iterator[Told]:
    """Somebody who is listed both as present (närvarande) and as absent (frånvarande).

    The list tells who took part in the decisions.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum

        Frånvarande
        Bo Al, Lerum

        1. Budget
        Budgeten är klar.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale

        Frånvarande
        Bo Al, Lerum

        1. Budget
        Budgeten är klar.
    """
    for number, earlier, one in _pairs(subject.meeting):
        came = [other.attendance in CAME for other in (earlier, one)]
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

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum
        Ida Ek, Ale

        1. Budget
        Budgeten är klar.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum
        Ida Ek, Partille

        1. Budget
        Budgeten är klar.
    """
    for number, earlier, one in _pairs(subject.meeting):
        if earlier.attendance is one.attendance:
            yield _about("{name} står två gånger i deltagarlistan.", number, one)


def _about(template: str, number: int, one: Participant) -> Told:
    return tell(template, f"$.participants[{number}]", excerpt=one.name, name=one.name)


@rule(
    "MP303",
    "unlisted-owner",
    title="Uppdrag till någon som inte finns i deltagarlistan",
    advice="Kontrollera namnet. Är det någon som inte var med, skriv varifrån personen kommer.",
)
def unlisted_owner(subject: Subject) -> Iterator[Told]:
    """Something that is to be done by somebody who is in no list: neither among those who came or were
    excused, nor with an office, nor a member of the body.

    Either the name is wrong, or somebody has a task without knowing of it. Organisations, groups and titles
    are nobody, and where the document has no list of names nothing is told.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum

        1. Budget
        Karin Lindgren återkommer med siffror.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum

        Förhinder
        Karin Lindgren, Partille

        1. Budget
        Karin Lindgren återkommer med siffror.
    """
    if not subject.roll.is_kept:
        return
    roll = subject.roll
    for where, owner, text in _owners(subject):
        name, _ = name_and_place(owner)
        if _is_person(name) and not roll.all_words.fitting(name) and roll.known.like(name) is None:
            message = "{name} finns inte bland dem som var med eller var anmälda."
            yield tell(message, where, excerpt=_in(owner, text), name=owner)


def _owners(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """Each name to which something is given, once: where that is, the name, and the text there."""
    told: set[str] = set()
    for where, action in subject.actions:
        for owner in action.owners:
            if owner.casefold() not in told:
                told.add(owner.casefold())
                yield where, owner, action.text


def _is_person(name: str) -> bool:
    if " " in name:
        return is_surely_person(name)
    return is_first_name(name) and is_given_name(name)


def _in(words: str, text: str) -> str | None:
    """*words* where they stand in *text* just so."""
    return words if words in text else None


@rule(
    "MP304",
    "ambiguous-owner",
    title="Namn som passar på flera",
    advice="Skriv för- och efternamn.",
)
def ambiguous_owner(subject: Subject) -> Iterator[Told]:
    """Something that is to be done by "Maria", where two Marias were there.

    At the meeting everybody knew which one, a month later each of them believes that it is the other.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Maria Ek, Ale
        Maria Lind, Lerum

        1. Budget
        Maria återkommer med siffror.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Maria Ek, Ale
        Maria Lind, Lerum

        1. Budget
        Maria Lind återkommer med siffror.
    """
    for where, owner, text in _owners(subject):
        name, placed = name_and_place(owner)
        fitting = subject.roll.present.fitting(name) if not placed else frozenset()
        if len(fitting) > 1 and name.casefold() not in fitting:
            names = format_list(sorted(subject.roll.listed.known[one] for one in fitting)[:_SHOWN])
            message = "”{name}” kan vara flera av dem som var med: {names}."
            yield tell(message, where, excerpt=_in(owner, text), name=owner, names=names)


@rule(
    "MP307",
    "unlisted-officer",
    title="Ordförande, sekreterare eller justerare som inte finns i deltagarlistan",
    advice="Skriv in personen i listan, eller kontrollera namnet.",
    severity=Severity.NOTE,
    kinds=HELD,
)
def unlisted_officer(subject: Subject) -> Iterator[Told]:
    """A chair, note-taker or verifier (justerare) who is not in the list of participants, although there is
    one.

    They were there, or they could not have done it; so the list is not complete, or the name is wrong.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum

        1. Budget
        Budgeten är klar.

        Antecknat av:
        Karin Lindgren

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum

        1. Budget
        Budgeten är klar.

        Antecknat av:
        Ida Ek
    """
    roll = subject.roll
    if not roll.is_kept:
        return
    told: set[str] = set()
    for where, one in roll.officers:
        known = one.name in roll.listed or roll.listed_words.fitting(one.name) or roll.listed.like(one.name)
        if not (known or roll.is_listed_shortly(one.name)) and _is_person(one.name) and one.name not in told:
            told.add(one.name)
            yield tell("{name} finns inte i deltagarlistan.", where, excerpt=one.name, name=one.name)


@rule(
    "MP308",
    "nearly-same-name",
    title="Nästan samma namn",
    advice="Kontrollera hur namnet stavas, och skriv det likadant överallt.",
)
def nearly_same_name(subject: Subject) -> Iterator[Told]:
    """A name that differs by one letter from another: Karin Ek and Karin Ekh.

    It is told of somebody with an office or a task who is not in the list but for that letter, of somebody in
    the list who is nearly a member of the body, and, as a note, of two in the list whose surnames differ by a
    letter too many. Lind and Lund are two families, and two places, titles or parties are two people.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Karin Lindgren, Lerum

        1. Budget
        Budgeten är klar.

        Antecknat av:
        Carin Lindgren

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Eva Lind, Lerum
        Eva Lund, Partille

        1. Budget
        Budgeten är klar.

        Antecknat av:
        Eva Lund
    """
    for severity, alike in (
        (Severity.WARNING, (*_nearly_listed(subject), *_nearly_members(subject))),
        (Severity.NOTE, _twins(subject)),
    ):
        for where, name, other, text in alike:
            message = "{name} och {other} skiljer sig med en bokstav: är det samma person?"
            yield tell(message, where, severity=severity, excerpt=_in(name, text), name=name, other=other)


Alike = tuple[str, str, str, str]
"""The place of a name, the name, the one that it resembles, and the text at the place."""


def _nearly_listed(subject: Subject) -> Iterator[Alike]:
    roll = subject.roll
    told: set[str] = set()
    officers = ((where, one.name, one.name) for where, one in roll.officers)
    for where, name, text in (*officers, *_owners(subject)):
        other = roll.listed.like(name) if name not in roll.listed else None
        if other is not None and name not in told:
            told.add(name)
            yield where, name, other, text


def _nearly_members(subject: Subject) -> Iterator[Alike]:
    roll = subject.roll
    for number, one in enumerate(subject.meeting.participants):
        other = roll.members.like(one.name) if one.name not in roll.members else None
        if other is not None and other not in roll.listed:
            yield f"$.participants[{number}]", one.name, other, one.name


def _twins(subject: Subject) -> Iterator[Alike]:
    """Two in the list with one given name, whose surnames differ by a letter more."""
    first: dict[str, Participant] = {}
    for one in subject.meeting.participants:
        first.setdefault(one.name.casefold(), one)
    for number, one in enumerate(subject.meeting.participants):
        found = subject.roll.listed.like(one.name)
        other = first[found.casefold()] if found is not None else None
        if other is not None and len(other.name) < len(one.name) and _may_be_one(one, other):
            yield f"$.participants[{number}]", one.name, other.name, one.name


def _may_be_one(one: Participant, other: Participant) -> bool:
    given, other_given = (each.name.casefold().partition(" ")[0] for each in (one, other))
    return given == other_given and not any(
        mine and others and mine.casefold() != others.casefold()
        for mine, others in (
            (one.organisation, other.organisation),
            (one.unit, other.unit),
            (one.role, other.role),
            (one.note, other.note),  # a party
        )
    )


@rule(
    "MP310",
    "absent-officer",
    title="Frånvarande med uppdrag på mötet",
    advice="Kontrollera om personen var med, eller vem som gjorde det i stället.",
    kinds=HELD,
)
def absent_officer(subject: Subject) -> Iterator[Told]:
    """A chair, note-taker or verifier (justerare) who is listed as absent.

    Nobody leads, records or verifies a meeting without being there.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum

        Förhinder
        Karin Lindgren, Partille

        1. Budget
        Budgeten är klar.

        Antecknat av:
        Karin Lindgren

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum

        Förhinder
        Karin Lindgren, Partille

        1. Budget
        Budgeten är klar.

        Antecknat av:
        Bo Al
    """
    listed: dict[str, set[Attendance | None]] = {}
    for one in subject.meeting.participants:
        listed.setdefault(one.name.casefold(), set()).add(one.attendance)
    for where, one in subject.roll.officers:
        if listed.get(one.name.casefold()) == {Attendance.ABSENT}:
            message = "{name} står som frånvarande men har haft ett uppdrag på mötet."
            yield tell(message, where, excerpt=one.name, name=one.name)


@rule(
    "MP311",
    "verifies-own-notes",
    title="Sekreteraren justerar sitt eget protokoll",
    advice="Låt någon annan justera, eller kontrollera vem som antecknade.",
    kinds=FORMAL,
)
def verifies_own_notes(subject: Subject) -> Iterator[Told]:
    """A formal protocol that is verified (justerat) by the one who wrote it.

    To verify is to confirm what somebody else wrote (kommunallagen 2017:725, chapter 5, section 69).

    Fails:

        Tallåsa byalag
        Protokoll styrelsemöte 6 februari 2026

        Närvarande: Ida Ek, Bo Al

        § 1 Budget
        Budgeten är klar.

        Sekreterare: Ida Ek
        Justeras: Ida Ek

    Passes:

        Tallåsa byalag
        Protokoll styrelsemöte 6 februari 2026

        Närvarande: Ida Ek, Bo Al

        § 1 Budget
        Budgeten är klar.

        Sekreterare: Ida Ek
        Justeras: Bo Al
    """
    meeting = subject.meeting
    for number, one in enumerate(meeting.verifiers):
        if meeting.note_taker is not None and one.name.casefold() == meeting.note_taker.name.casefold():
            message = "{name} har både skrivit och justerat protokollet."
            yield tell(message, f"$.verifiers[{number}]", excerpt=one.name, name=one.name)


PEOPLE_RULES = (
    present_and_absent,
    listed_twice,
    unlisted_owner,
    ambiguous_owner,
    *ORGANISATION_RULES[:2],
    unlisted_officer,
    nearly_same_name,
    *ORGANISATION_RULES[2:],
    absent_officer,
    verifies_own_notes,
)
