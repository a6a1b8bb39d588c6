"""Who is who over many meetings: one person where name and affiliation say so, and a finding where they may.

Nothing is merged on a guess. Where two spellings look like one person or one organisation, a finding tells,
and the register keeps both.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import attrs

from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model import Organisation
from motesprotokoll.swedish import find_organisation
from motesprotokoll.swedish.slips import one_slip_apart

_SHORTEST = 5
"""The shortest name of which another spelling is looked for: "Ale" and "Åle" are two names."""


@attrs.frozen
class Identity:
    """A person as the register knows them. As a string, name and affiliation."""

    name: str
    affiliation: str | None = None

    def __str__(self) -> str:
        return f"{self.name}, {self.affiliation}" if self.affiliation else self.name


@attrs.frozen
class People:
    """The identity of each name and affiliation as written, and what is doubtful about them."""

    identities: Mapping[tuple[str, str | None], Identity]
    findings: tuple[Finding, ...]

    def of(self, name: str, organisation: str | None) -> Identity:
        """The person who was written so."""
        return self.identities[name, organisation]


def people(written: Iterable[tuple[str, str | None]], organisations: Sequence[Organisation]) -> People:
    """Who *written* pairs of name and organisation are.

    A name without affiliation is the one person who bears it, if there is only one.
    """
    known = tuple(organisations)

    @cache
    def affiliation(text: str | None) -> str | None:
        found = find_organisation(text, known) if text else None
        return found.name if found else text

    pairs = sorted(set(written), key=lambda pair: (pair[0], pair[1] or ""))
    homes: dict[str, dict[str, str]] = defaultdict(dict)
    for name, organisation in pairs:
        home = affiliation(organisation)
        if home is not None:
            homes[name.casefold()].setdefault(home.casefold(), home)
    shown: dict[tuple[str, str], Identity] = {}
    identities = {}
    for name, organisation in pairs:
        home = affiliation(organisation)
        borne = homes[name.casefold()]
        if home is None and len(borne) == 1:
            (home,) = borne.values()
        key = (name.casefold(), (home or "").casefold())
        identities[name, organisation] = shown.setdefault(key, Identity(name, home))
    return People(identities, tuple(_doubts(shown.values(), homes)))


def _doubts(found: Iterable[Identity], homes: Mapping[str, Mapping[str, str]]) -> Iterator[Finding]:
    persons = sorted(found, key=str)
    yield from _several_homes(persons, homes)
    together: dict[str, list[str]] = defaultdict(list)
    for one in persons:
        together[(one.affiliation or "").casefold()].append(one.name)
    for names in together.values():
        for name, other in alike(names):
            yield _alike("register.names-alike", "{one} och {other}: är det samma person?", name, other)
    places = sorted({home for borne in homes.values() for home in borne.values()})
    for one_place, other_place in alike(places):
        yield _alike(
            "register.organisations-alike",
            "{one} och {other}: är det samma organisation?",
            one_place,
            other_place,
        )


def _several_homes(persons: Iterable[Identity], homes: Mapping[str, Mapping[str, str]]) -> Iterator[Finding]:
    told = set()
    for one in persons:
        folded = one.name.casefold()
        if len(homes[folded]) > 1 and folded not in told:
            told.add(folded)
            places = ", ".join(sorted(homes[folded].values()))
            yield Finding(
                "register.several-organisations",
                Severity.NOTE,
                "{name} står med flera organisationer: {places}. De räknas som olika personer.",
                None,
                (("name", one.name), ("places", places)),
            )


def _alike(code: str, template: str, one: str, other: str) -> Finding:
    return Finding(code, Severity.WARNING, template, None, (("one", one), ("other", other)))


# ------------------------------------------------------------------------------------------------ spellings


def alike(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of *names* that differ in one letter: another, one more, or two that changed places.

    Figures are meant: names that differ in one are two. Each name is looked up by what is left of it without
    one of its letters, so the cost grows with the number of names and not with that of pairs.
    """
    by_rest: dict[str, list[str]] = defaultdict(list)
    told: set[tuple[str, str]] = set()
    for name in names:
        folded = name.casefold()
        if len(folded) < _SHORTEST:
            continue
        rests = {folded, *(folded[:place] + folded[place + 1 :] for place in range(len(folded)))}
        near = dict.fromkeys(other for rest in sorted(rests) for other in by_rest.get(rest, ()))
        for other in near:
            is_slip = one_slip_apart(other.casefold(), folded) and _figures(other) == _figures(name)
            if is_slip and (other, name) not in told:
                told.add((other, name))
                yield other, name
        for rest in rests:
            by_rest[rest].append(name)


def _figures(text: str) -> str:
    return "".join(filter(str.isdigit, text))
