"""iCalendar: the meetings of a plan, or one meeting, as events for any calendar.

For other modules that make calendars: `event_of` turns a `motesprotokoll.ical.Entry` into an
``icalendar.Event``, `calendar_of` puts entries and what a calendar says of itself into an
``icalendar.Calendar``, and `content_of` gives its bytes. Entries come from `motesprotokoll.ical.entries_of`
(of a schedule) and `motesprotokoll.ical.entry_of` (of a meeting). Further properties go in through
``component.add(name, value)``: their names must be constants of our source, because icalendar checks names
by ``assert`` only, and texts are wrapped in `Text`.
"""

from motesprotokoll.renderers.ics.components import Text, calendar_of, content_of, event_of, time_zone
from motesprotokoll.renderers.ics.renderer import IcsRenderer

__all__ = ["IcsRenderer", "Text", "calendar_of", "content_of", "event_of", "time_zone"]
