"""iCalendar, read: our own plans back (`schedules_in`), and when others are busy (`busy_in`).

Any bytes give a result or a `ReadError`, in bounded time. icalendar splits the lines; what they mean is read
here, because its own components look up time zones on the disk and expand nothing.
"""

from motesprotokoll.readers.ics.busy import busy_in
from motesprotokoll.readers.ics.schedules import schedules_in

__all__ = ["busy_in", "schedules_in"]
