"""Calendars that stay in step with a plan: what has changed, the next version, a feed and invitations."""

from typing import TYPE_CHECKING

from motesprotokoll.extras import lazily

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

_MODULES = {
    "differences": ("Change", "ChangeKind", "changes"),
    "feeds": ("feed",),
    "itip": ("Message", "invitations"),
    "pages": ("year_page",),
    "updates": ("update", "with_uids"),
}
__getattr__, __dir__ = lazily(__name__, globals(), _MODULES, extra="ics")
