"""The constants of our calendars."""

from typing import Final

from motesprotokoll.model.meeting import TIME_ZONE as _TIME_ZONE

PRODUCT: Final = "-//motesprotokoll//motesprotokoll//SV"
"""PRODID, by which a calendar is known as ours. Without a version: patch versions write the same bytes."""

OWN: Final = "X-MOTESPROTOKOLL-"
"""How the names of our own properties begin."""

DATA: Final = "X-MOTESPROTOKOLL-DATA"
"""The property of a calendar that holds a schedule as JSON, exactly; one for each schedule in it."""

FEED_METHOD: Final = "PUBLISH"
"""METHOD of a feed.

A plain file has no METHOD: it is no iTIP message but a snapshot (RFC 5545, section 3.7.2), PUBLISH demands an
ORGANIZER in each event (RFC 5546, section 3.2.1), which most plans cannot name, and only without a METHOD
does DTSTAMP tell when the event was last revised (RFC 5545, section 3.8.7.2), which is what we know.
"""

TIME_ZONE: Final = _TIME_ZONE
"""TZID of local times, and the name of their VTIMEZONE."""
