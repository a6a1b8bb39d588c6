"""A body's meeting dates for a period."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs
from attrs import field

from motesprotokoll.errors import WrongTypeError, quoted
from motesprotokoll.model.network import Network, is_optional_network, to_network
from motesprotokoll.model.text import (
    is_series,
    is_text,
    optional_instance,
    refuse,
    refuse_value,
    short_repr,
    to_text,
    tuple_of,
)
from motesprotokoll.model.times import (
    Dates,
    Occasion,
    PartOfDay,
    is_optional_date,
    is_optional_sequence,
    to_occasion,
)


def to_occasions(value: "Iterable[date | Dates | Occasion]") -> tuple[Occasion, ...]:
    """Occasions; a plain day becomes an occasion on that day."""
    if not is_series(value):
        return value  # type: ignore[return-value]
    return tuple(to_occasion(one) for one in value)  # type: ignore[misc]


are_occasions = tuple_of(Occasion, "date")


def is_optional_year(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """A year of the calendar or ``None``."""
    if value is None:
        return
    if type(value) is not int:
        raise refuse(instance, attribute, value, "a year as a whole number or None")
    if not 1 <= value <= 9999:
        raise refuse_value(instance, attribute, value, "a year from 1 to 9999")


def only_year(occasions: Iterable[Occasion]) -> int | None:
    """The year that all first days are in; ``None`` where there are several, or no day is known."""
    years = {one.first_day.year for one in occasions if one.first_day}
    return years.pop() if len(years) == 1 else None


@attrs.frozen(repr=False)
class Schedule:
    """Mötestider: the dates on which a body meets, as proposed or decided."""

    title: str | None = field(default=None, converter=to_text, validator=is_text)
    network: Network | None = field(
        default=None, kw_only=True, converter=to_network, validator=is_optional_network
    )
    year: int | None = field(default=None, kw_only=True, validator=is_optional_year)
    part_of_day: PartOfDay | None = field(default=None, kw_only=True, validator=optional_instance(PartOfDay))
    """Applies to every occasion that says nothing else ("Förmiddagarna:")."""
    occasions: tuple[Occasion, ...] = field(
        default=(), kw_only=True, converter=to_occasions, validator=are_occasions
    )
    decided_on: date | None = field(default=None, kw_only=True, validator=is_optional_date)
    revision: int | None = field(default=None, kw_only=True, validator=is_optional_sequence)

    @property
    def body_name(self) -> str | None:
        """The name of the body that meets."""
        return self.network.name if self.network else None

    def part_of_day_of(self, occasion: Occasion) -> PartOfDay | None:
        """The part of the day that *occasion* has on this plan: its own, else the one that applies to all.

        A clock time says when it is, so what applies to all says nothing of an occasion with one.
        """
        return occasion.part_of_day or (self.part_of_day if occasion.times is None else None)

    def __repr__(self) -> str:
        return short_repr(self, "title", "year", "occasions")


def checked_schedule(value: object, where: str) -> Schedule:
    """The argument *where*, which must be a schedule."""
    if not isinstance(value, Schedule):
        raise WrongTypeError(f"expected a Schedule, got {quoted(value)}", where)
    return value
