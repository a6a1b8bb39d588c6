"""Calendars that stay in step with a plan: what has changed, the next version, a feed and invitations."""

import importlib
from typing import TYPE_CHECKING, Any

from motesprotokoll.registry import missing_extra

if TYPE_CHECKING:
    from motesprotokoll.calendars.differences import Change, ChangeKind, changes
    from motesprotokoll.calendars.feeds import feed
    from motesprotokoll.calendars.itip import Message, invitations
    from motesprotokoll.calendars.pages import year_page
    from motesprotokoll.calendars.updates import update, with_uids

__all__ = [
    "Change",
    "ChangeKind",
    "Message",
    "changes",
    "feed",
    "invitations",
    "update",
    "with_uids",
    "year_page",
]

# Where each name stands: a module is imported when one of its names is first asked for.
_MODULES = {
    "differences": ("Change", "ChangeKind", "changes"),
    "feeds": ("feed",),
    "itip": ("Message", "invitations"),
    "pages": ("year_page",),
    "updates": ("update", "with_uids"),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    module = _HOMES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        value = getattr(importlib.import_module(f"{__name__}.{module}"), name)
    except ModuleNotFoundError as error:
        missing = missing_extra("ics", "ics", error)
        if missing is None:
            raise
        raise missing from error
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
