"""JSON: a meeting or a schedule as data, exactly."""

import attrs

from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.serialisation import dumps


@attrs.frozen
class JsonRenderer:
    """Writes what ``load()`` gives back: everything, exactly."""

    media_type = "application/json"
    suffix = ".json"

    def render_value(self, value: Meeting | Schedule) -> bytes:
        """The value as `motesprotokoll.dumps` writes it, in UTF-8."""
        return dumps(value).encode("utf-8")
