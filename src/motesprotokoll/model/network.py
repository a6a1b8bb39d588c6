"""Who meets: bodies, their members and the organisations that they come from."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs
from attrs import field

from motesprotokoll.model.text import (
    are_texts,
    canonical,
    is_name,
    is_series,
    is_text,
    optional_instance,
    refuse,
    short_repr,
    to_name,
    to_text,
    to_texts,
    tuple_of,
)
from motesprotokoll.model.times import Dates, DateSpan, is_optional_dates, to_dates


def to_organisation(value: "str | Organisation | None") -> "Organisation | None":
    """A plain name becomes an organisation of that name; an empty one is ``None``."""
    if isinstance(value, str):
        return Organisation(value) if canonical(value) else None
    return value


def is_optional_organisation(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """An organisation or ``None``."""
    if value is not None and type(value) is not Organisation:
        raise refuse(instance, attribute, value, "Organisation, str or None")


@attrs.frozen(repr=False)
class Organisation:
    """Organisation: a municipality, an administration, a company.

    ``aliases`` are other names by which documents call it ("Göteborg", "GBG").
    """

    name: str = field(converter=to_name, validator=is_name)
    code: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)
    """A public code, such as the municipality code."""
    kind: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)
    """Kommun, förvaltning, bolag, in the caller's words."""
    part_of: "Organisation | None" = field(
        default=None, kw_only=True, converter=to_organisation, validator=is_optional_organisation
    )
    aliases: tuple[str, ...] = field(default=(), kw_only=True, converter=to_texts, validator=are_texts)

    def __repr__(self) -> str:
        return short_repr(self, "name", "code", "kind")


attrs.resolve_types(Organisation, globals(), locals())


@attrs.frozen(repr=False)
class Member:
    """Ledamot i nätverket: a person with a seat, over time."""

    name: str = field(converter=to_name, validator=is_name)
    role: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)
    organisation: Organisation | None = field(
        default=None, kw_only=True, converter=to_organisation, validator=is_optional_organisation
    )
    email: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)
    since: Dates | None = field(default=None, kw_only=True, converter=to_dates, validator=is_optional_dates)
    until: Dates | None = field(default=None, kw_only=True, converter=to_dates, validator=is_optional_dates)

    def __repr__(self) -> str:
        return short_repr(self, "name", "role", "organisation")


def has_seat(member: Member, day: date | None) -> bool:
    """Whether *member* has a seat on *day*, as far as the days are known; those of a vague time count."""
    since, until = member.since, member.until
    if day is None:
        return True
    begins = since.start if isinstance(since, DateSpan) else since and since.earliest
    ends = until.end if isinstance(until, DateSpan) else until and until.latest
    return not (begins and day < begins) and not (ends and day > ends)


def to_members(value: "Iterable[str | Member]") -> tuple[Member, ...]:
    """Members; a plain name becomes a member of that name."""
    if not is_series(value):
        return value  # type: ignore[return-value]
    return tuple(Member(member) if isinstance(member, str) else member for member in value)


are_members = tuple_of(Member, "str")


@attrs.frozen(repr=False)
class Network:
    """Nätverk, or any body that meets."""

    name: str = field(converter=to_name, validator=is_name)
    short_name: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)
    organisation: Organisation | None = field(
        default=None, kw_only=True, converter=to_organisation, validator=is_optional_organisation
    )
    email: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)
    members: tuple[Member, ...] = field(default=(), kw_only=True, converter=to_members, validator=are_members)

    def __repr__(self) -> str:
        return short_repr(self, "name", "short_name")


def to_network(value: str | Network | None) -> Network | None:
    """A plain name becomes a body of that name; an empty one is ``None``."""
    if isinstance(value, str):
        return Network(value) if canonical(value) else None
    return value


is_optional_network = optional_instance(Network)
