"""A meeting or a plan becomes a document: here, and in `motesprotokoll.wording`, is all its wording.

The words say what they can; a note in square brackets says what they leave open. To know which, `compose`
reads its own words back with the parsers that `interpret.composed` uses, so that nothing is missing:
``decompose(compose(meeting)) == meeting``, but for `LOSSES`.
"""

from collections.abc import Callable

from motesprotokoll.compose.minutes import minutes
from motesprotokoll.compose.views import (
    actions_view,
    agenda_view,
    attendance_view,
    decisions_view,
    extract,
    notes_template,
    schedule_document,
)
from motesprotokoll.compose.words import Words
from motesprotokoll.compose.year import year_view
from motesprotokoll.errors import RenderError
from motesprotokoll.messages import checked_language, language_of
from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.outline import Outline

LOSSES = {"Network": ("short_name", "organisation", "email", "members")}
"""What a document does not carry: fields by the class that holds them, wherever a value of it stands.

They are facts of a register, not of a meeting: no page shows them. JSON carries them, and so do the data in a
Word or PDF file; ``embed=False`` leaves those out where a file goes public.
"""

_DOCUMENTS: dict[str, Callable[[Meeting, Words], Outline]] = {
    "minutes": minutes,
    "agenda": agenda_view,
    "notes_template": notes_template,
    "decisions": decisions_view,
    "actions": actions_view,
    "attendance": attendance_view,
}
VIEWS = tuple(_DOCUMENTS)
"""The documents that can be made of a meeting. Only ``minutes`` reads back."""
_SCHEDULE_DOCUMENTS: dict[str, Callable[[Schedule, Words], Outline]] = {
    "minutes": schedule_document,
    "year": year_view,
}
SCHEDULE_VIEWS = tuple(_SCHEDULE_DOCUMENTS)
"""Those of a schedule on its own: its dates as in minutes, or a year at a glance. None reads back."""


def compose(
    value: Meeting | Schedule,
    *,
    view: str = "minutes",
    item: str | int | None = None,
    language: str | None = None,
) -> Outline:
    """The document of a meeting, or of a schedule on its own.

    Args:
        view: One of `VIEWS`; of a schedule one of `SCHEDULE_VIEWS`.
        item: An extract instead: the number of one item as printed, or its place in the agenda from 0.
        language: Of labels, ``"sv"`` or ``"en"``; without it the meeting's own, else Swedish.

    Raises:
        RenderError: No such view, item or language, or a year at a glance of a schedule without a year.
        MissingExtraError: A year at a glance needs the extra ``holidays``.
    """
    known = SCHEDULE_VIEWS if isinstance(value, Schedule) else VIEWS
    if view not in known:
        kind = "schedule" if isinstance(value, Schedule) else "meeting"
        raise RenderError(f"there is no view {view!r} of a {kind}", hint=f"one of {', '.join(known)}")
    if language is not None:
        checked_language(language)
    if isinstance(value, Schedule):
        return _SCHEDULE_DOCUMENTS[view](value, Words(language or "sv"))
    words = Words(language or language_of(value.language))
    return _DOCUMENTS[view](value, words) if item is None else extract(value, item, words)
