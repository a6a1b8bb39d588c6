"""Agenda items."""

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import attrs
from attrs import field

from motesprotokoll.model.content import (
    Attachment,
    Block,
    are_attachments,
    is_body,
    to_attachments,
    to_body,
)
from motesprotokoll.model.people import Participant, are_participants, to_participants
from motesprotokoll.model.text import is_series, is_text, refuse, refuse_value, short_repr, to_text


def is_optional_duration(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """A length of time in whole minutes, or ``None``."""
    if value is None:
        return
    if type(value) is not timedelta:
        raise refuse(instance, attribute, value, "a timedelta or None")
    if value < timedelta(0) or value.seconds % 60 or value.microseconds:
        raise refuse_value(instance, attribute, value, "a timedelta in whole minutes")


def to_agenda(value: "Iterable[str | AgendaItem]") -> "tuple[AgendaItem, ...]":
    """Agenda items; a plain title becomes an item of that title."""
    if not is_series(value):
        return value  # type: ignore[return-value]
    return tuple(AgendaItem(one) if isinstance(one, str) else one for one in value)


def are_agenda(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """A tuple of agenda items."""
    if type(value) is not tuple or not all(type(one) is AgendaItem for one in value):
        raise refuse(instance, attribute, value, "a tuple of AgendaItem or str")


_PLAIN_NUMBER = re.compile("[0-9]+(?: ?[a-zåäö])?")


@attrs.frozen(repr=False)
class AgendaItem:
    """Punkt, ärende, paragraf: what was on the table, and what was said of it.

    ``number`` is kept as written: "4", "§ 12", "6 a". ``items`` are sub-items and sub-headings; they follow
    after the body.
    """

    title: str | None = field(default=None, converter=to_text, validator=is_text)
    number: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)
    case_number: str | None = field(default=None, kw_only=True, converter=to_text, validator=is_text)
    """Diarienummer, as written."""
    planned_duration: timedelta | None = field(default=None, kw_only=True, validator=is_optional_duration)
    """Avsatt tid, in whole minutes. The words stay in the title, too."""
    presenters: tuple[Participant, ...] = field(
        default=(), kw_only=True, converter=to_participants, validator=are_participants
    )
    """Föredragande. Their names stay in the body, too, where they were written there."""
    body: tuple[Block, ...] = field(default=(), kw_only=True, converter=to_body, validator=is_body)
    items: "tuple[AgendaItem, ...]" = field(
        default=(), kw_only=True, converter=to_agenda, validator=are_agenda
    )
    attachments: tuple[Attachment, ...] = field(
        default=(), kw_only=True, converter=to_attachments, validator=are_attachments
    )

    @property
    def heading(self) -> str:
        """Number and title as they are printed."""
        if self.number is None or self.title is None:
            return self.number or self.title or ""
        return f"{self.number}{'. ' if _PLAIN_NUMBER.fullmatch(self.number) else ' '}{self.title}"

    def __repr__(self) -> str:
        return short_repr(self, "title", "number")


attrs.resolve_types(AgendaItem, globals(), locals())
