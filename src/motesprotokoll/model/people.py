"""People, as they were at one meeting."""

from collections.abc import Iterable
from enum import StrEnum

import attrs
from attrs import field

from motesprotokoll.model.text import (
    canonical,
    is_name,
    is_series,
    is_text,
    optional_instance,
    short_repr,
    to_name,
    to_text,
    tuple_of,
)


class Attendance(StrEnum):
    """Närvaro. ``None`` in its place means invited only: nothing is said about who came."""

    PRESENT = "present"
    """Närvarande ledamöter, tjänstgörande ersättare."""
    IN_ATTENDANCE = "in-attendance"
    """Samt, övriga närvarande, ej tjänstgörande."""
    ABSENT = "absent"
    """Förhinder, frånvarande."""


@attrs.frozen(repr=False)
class Participant:
    """Deltagare, as written in one document.

    ``role`` is a title ("tf. HR-chef"), ``unit`` a part of a larger organisation (förvaltning, bolag).
    """

    name: str = field(converter=to_name, validator=is_name)
    role: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)
    unit: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)
    organisation: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)
    attendance: Attendance | None = field(default=None, kw_only=True, validator=optional_instance(Attendance))
    group: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)
    """The heading that the person stood under, as written."""
    note: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)
    """A remark beside the name: "via länk", "t.o.m. punkt 4"."""

    def __repr__(self) -> str:
        return short_repr(self, "name", "role", "unit", "organisation")


def to_participant(value: str | Participant | None) -> Participant | None:
    """A plain name becomes a participant of that name; an empty one is ``None``."""
    if isinstance(value, str):
        return Participant(value) if canonical(value) else None
    return value


def to_participants(value: Iterable[str | Participant]) -> tuple[Participant, ...]:
    """Participants; a plain name becomes a participant of that name."""
    if not is_series(value):
        return value  # type: ignore[return-value]
    return tuple(Participant(one) if isinstance(one, str) else one for one in value)


is_optional_participant = optional_instance(Participant)


are_participants = tuple_of(Participant, "str")
