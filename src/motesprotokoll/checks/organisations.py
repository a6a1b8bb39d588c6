"""Rules about where people come from: MP305, MP306 and MP309."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from motesprotokoll.checks.rules import HELD, Told, rule, tell
from motesprotokoll.checks.subject import Subject
from motesprotokoll.findings import Severity
from motesprotokoll.model import Attendance, Member, Organisation, PartialDate
from motesprotokoll.model.network import has_seat
from motesprotokoll.swedish.municipalities import MUNICIPALITIES, REGIONS
from motesprotokoll.swedish.organisations import without_body_word
from motesprotokoll.swedish.slips import one_slip_apart

_SHORTEST = 5
"""Letters of a name that is compared: shorter ones resemble too much."""
_SHORTEST_ALONE = 6
"""The same without a word such as *kommun*: many villages and companies are called something like that."""
_MANY = 4
"""So many with an organisation make one without it an exception."""


@rule(
    "MP305",
    "organisation-unaccounted",
    title="Medlem som varken är närvarande eller frånvarande",
    advice="Skriv vem som kom därifrån, eller att ingen kunde komma.",
    kinds=HELD,
)
def organisation_unaccounted(subject: Subject) -> Iterator[Told]:
    """A municipality or other organisation of the network from which nobody is listed, neither present nor
    excused.

    Who missed the meeting should get the notes and be asked; and who forgot to list somebody sees it here.
    The members are those of the network that the meeting has: ``read(..., network=...)`` gives it one.

    Fails (json):

        {"format": "motesprotokoll", "version": 1, "type": "meeting",
         "network": {"name": "Nätverket för skolskjuts",
                     "members": [{"name": "Ida Ek", "organisation": {"name": "Ale"}},
                                 {"name": "Bo Al", "organisation": {"name": "Lerum"}}]},
         "participants": [{"name": "Ida Ek", "organisation": "Ale", "attendance": "present"}]}

    Passes (json):

        {"format": "motesprotokoll", "version": 1, "type": "meeting",
         "network": {"name": "Nätverket för skolskjuts",
                     "members": [{"name": "Ida Ek", "organisation": {"name": "Ale"}},
                                 {"name": "Bo Al", "organisation": {"name": "Lerum"}}]},
         "participants": [{"name": "Ida Ek", "organisation": "Ale", "attendance": "present"},
                          {"name": "Eva Lind", "organisation": "Lerums kommun", "attendance": "absent"}]}
    """
    network = subject.meeting.network
    if network is None or not network.members or not subject.came:
        return
    listed = {one.name.casefold() for one in subject.meeting.participants}
    words, wholes = _words_of_places(subject), _wholes(subject)
    seated: dict[str, bool] = {}
    for member in network.members:
        if member.organisation is not None and _is_seated(member, subject):
            told = member.name.casefold() in listed or _is_there(member.organisation, words, wholes)
            for one in _with_parents(member.organisation) if told else (member.organisation,):
                seated[one.name] = seated.get(one.name, False) or told
    for name in (name for name, told in seated.items() if not told):
        message = "Ingen från {organisation} står som närvarande eller frånvarande."
        yield tell(message, "$.participants", organisation=name)


def _with_parents(organisation: Organisation) -> Iterator[Organisation]:
    """An organisation and what it is part of: whoever comes from the part comes from the whole."""
    above: Organisation | None = organisation
    while above is not None:
        yield above
        above = above.part_of


def _is_there(organisation: Organisation, words: frozenset[str], wholes: frozenset[str]) -> bool:
    """Whether it is named; or whether only the whole that it is part of is, so that nobody can tell."""
    above = organisation.part_of
    return _is_named(organisation, words) or (
        above is not None and any(without_body_word(name) in wholes for name in (above.name, *above.aliases))
    )


def _is_seated(member: Member, subject: Subject) -> bool:
    """Whether *member* had the seat on the day of the meeting: not one that ended nobody knows when."""
    until = member.until
    is_over = isinstance(until, PartialDate) and until.latest is None
    return has_seat(member, subject.meeting.date) and not is_over


def _words_of_places(subject: Subject) -> frozenset[str]:
    texts = (
        text
        for one in subject.meeting.participants
        for text in (one.organisation, one.unit, one.role, one.note)
        if text
    )
    return frozenset(word for text in texts for word in text.casefold().replace(",", " ").split())


def _wholes(subject: Subject) -> frozenset[str]:
    """The organisations of people of whom no unit is told, bare, and so also without genitive."""
    people = subject.meeting.participants
    bare = [without_body_word(one.organisation) for one in people if one.organisation and not one.unit]
    return frozenset((*bare, *(name.removesuffix("s") for name in bare)))


def _is_named(organisation: Organisation, words: frozenset[str]) -> bool:
    """Whether all words of its name, or of another that it goes by, are among *words*."""
    return any(
        all(word in words or f"{word}s" in words for word in without_body_word(name).split())
        for name in (organisation.name, *organisation.aliases)
    )


@rule(
    "MP306",
    "misspelt-organisation",
    title="Organisation som troligen är felstavad",
    advice="Kontrollera stavningen, eller lägg till namnet bland profilens organisationer.",
)
def misspelt_organisation(subject: Subject) -> Iterator[Told]:
    """An organisation that differs by one letter from one that is known: Kungälf for Kungälv.

    Whoever searches for the municipality later does not find the notes. Known are the municipalities and
    regions of Sweden, the organisations of the network's members, and those of the profile. What resembles
    none of them is nobody's mistake.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Kungälf

        1. Budget
        Budgeten är klar.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Kungälvs kommun
        Eva Lind, Vänern Konsult AB

        1. Budget
        Budgeten är klar.
    """
    own = _own_names(subject)
    told: set[str] = set()
    for number, one in enumerate(subject.meeting.participants):
        written = one.organisation
        if written is None or written.casefold() in told:
            continue
        told.add(written.casefold())
        nearest = _nearest(written, own)
        if nearest is not None:
            message = "”{organisation}” finns inte bland kända organisationer: menas {nearest}?"
            where = f"$.participants[{number}]"
            yield tell(message, where, excerpt=written, organisation=written, nearest=nearest)


def _own_names(subject: Subject) -> tuple[str, ...]:
    members = subject.meeting.network.members if subject.meeting.network is not None else ()
    names = (
        name
        for one in members
        if one.organisation is not None
        for name in (one.organisation.name, *one.organisation.aliases)
    )
    return (*subject.profile.organisations, *dict.fromkeys(names))


@lru_cache(maxsize=16)
def _known(own: tuple[str, ...]) -> tuple[frozenset[str], dict[str, tuple[tuple[str, str], ...]]]:
    """What the known are called in small letters, and by the first letter those words with the full names."""
    names = {without_body_word(name): name for name in (*REGIONS, *MUNICIPALITIES, *own)}
    by_letter: dict[str, tuple[tuple[str, str], ...]] = {}
    for bare, name in names.items():
        if len(bare) >= _SHORTEST:
            by_letter[bare[0]] = (*by_letter.get(bare[0], ()), (bare, name))
    return frozenset({*names, *(f"{name}s" for name in names)}), by_letter


@lru_cache(maxsize=1024)
def _nearest(written: str, own: tuple[str, ...]) -> str | None:
    """The known organisation that is one slip away from *written*; ``None`` where that is known itself."""
    exact, by_letter = _known(own)
    folded = written.casefold()
    bare = without_body_word(written)
    shortest = _SHORTEST if bare != folded else _SHORTEST_ALONE
    if len(bare) < shortest or bare in exact:
        return None
    near = (name for known, name in by_letter.get(bare[0], ()) if _is_slip_of(known, bare))
    return next(near, None)


def _is_slip_of(known: str, bare: str) -> bool:
    """Whether *bare* is *known* but for one slip, or its genitive: ``Leruns kommun``."""
    return one_slip_apart(bare, known) or (bare.endswith("s") and one_slip_apart(bare[:-1], known))


@rule(
    "MP309",
    "present-without-organisation",
    title="Deltagare utan organisation",
    advice="Skriv varifrån personen kommer, som för de andra.",
    severity=Severity.NOTE,
    kinds=HELD,
)
def present_without_organisation(subject: Subject) -> Iterator[Told]:
    """The only one of those who came of whom the list does not say where they come from.

    It was forgotten more often than left out. Who led the meeting or took the notes is not asked.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum
        Eva Lind, Partille
        Karin Lindgren, Tjörn
        Maja Holm

        1. Budget
        Budgeten är klar.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek
        Bo Al
        Eva Lind
        Karin Lindgren
        Maja Holm, Tjörn

        1. Budget
        Budgeten är klar.
    """
    bare = [(where, one) for where, one in subject.came if not (one.organisation or one.unit)]
    if len(bare) != 1 or len(subject.came) - 1 < _MANY or bare[0][1].attendance is not Attendance.PRESENT:
        return
    where, one = bare[0]
    if one.name.casefold() not in _names(other.name for _, other in subject.roll.officers):
        yield tell("Varifrån {name} kommer framgår inte.", where, excerpt=one.name, name=one.name)


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)


ORGANISATION_RULES = (organisation_unaccounted, misspelt_organisation, present_without_organisation)
