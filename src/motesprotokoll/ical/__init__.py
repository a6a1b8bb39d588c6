"""What writing and reading calendars share: entries, their identities, and the words in them. No syntax here.

An occasion of a plan becomes an `Entry`: a plain value with what a calendar shows of it (`entries_of`,
`entry_of`). The renderer puts entries into iCalendar, the reader takes them out again, and
`motesprotokoll.ical.occasions` is the inverse. A reader trusts the data that a calendar carries only where
they give the entries that are there.

Source: RFC 5545 (iCalendar), RFC 5546 (iTIP), RFC 7986 (names and descriptions of calendars).
"""

from motesprotokoll.ical.entries import LOSSES, Entry, entries_of, entry_of, name_of, span_of, told_of
from motesprotokoll.ical.identity import stamp_of, stamp_of_meeting, uid_of, uids_of
from motesprotokoll.ical.names import DATA, FEED_METHOD, OWN, PRODUCT, TIME_ZONE

__all__ = [
    "DATA",
    "FEED_METHOD",
    "LOSSES",
    "OWN",
    "PRODUCT",
    "TIME_ZONE",
    "Entry",
    "entries_of",
    "entry_of",
    "name_of",
    "span_of",
    "stamp_of",
    "stamp_of_meeting",
    "told_of",
    "uid_of",
    "uids_of",
]
