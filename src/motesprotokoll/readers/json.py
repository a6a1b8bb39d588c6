"""JSON: a meeting as data, exactly."""

import attrs

from motesprotokoll.errors import DataError
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.limits import Limits
from motesprotokoll.model import Meeting
from motesprotokoll.serialisation import loads


@attrs.frozen
class JsonReader:
    """Reads the meeting that `motesprotokoll.save` or ``render(meeting, "json")`` wrote."""

    def read_value(self, data: bytes, limits: Limits) -> Meeting:
        """The meeting, exactly as it was kept; of a kept reading, its meeting.

        Raises:
            DataError: The data are no meeting.
            UnsupportedVersionError: A newer version of the library wrote them.
            LimitError: They are too large or nest too deep.
        """
        value = loads(data, limits=limits)
        if isinstance(value, Reading):
            return value.meeting
        if not isinstance(value, Meeting):
            raise DataError(
                f"this is a {type(value).__name__}, not a meeting", "$", "load() gives it as it is"
            )
        return value
