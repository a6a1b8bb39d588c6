"""The renderer: a schedule, or a meeting, as a file for calendars."""

import json

import attrs

from motesprotokoll.ical import entries_of, entry_of, name_of, told_of
from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.renderers.ics.components import calendar_of, content_of
from motesprotokoll.serialisation import to_dict


@attrs.frozen(kw_only=True)
class IcsRenderer:
    """Writes events: one for each day of a plan, or the one of a meeting, with its agenda.

    ``embed`` says whether the calendar of a plan holds the plan as data, so that it reads back exactly:
    names and addresses of members, too.
    """

    embed: bool = True
    media_type = "text/calendar"
    suffix = ".ics"

    def render_value(self, value: Meeting | Schedule) -> bytes:
        """The calendar, in UTF-8.

        Raises:
            RenderError: A meeting without a day.
        """
        if isinstance(value, Meeting):
            return content_of(calendar_of([entry_of(value)]))
        calendar = calendar_of(
            [entry for entry in entries_of(value) if entry is not None],
            name=name_of(value),
            told=told_of(value),
            categories=[value.network.name] if value.network else [],
            data=[data_of(value)] if self.embed else [],
        )
        return content_of(calendar)


def data_of(schedule: Schedule) -> str:
    """*schedule* as a line of JSON."""
    return json.dumps(to_dict(schedule), ensure_ascii=False, separators=(",", ":"))
