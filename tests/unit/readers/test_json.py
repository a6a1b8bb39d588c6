"""JSON: a meeting that was kept, and nothing else."""

import pytest

from motesprotokoll import dumps
from motesprotokoll.errors import DataError, LimitError
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.readers.json import JsonReader
from motesprotokoll.readers.protocol import ValueReader
from motesprotokoll.testing import sample_meeting

MEETING = sample_meeting("ord")


def read(text: str, limits: Limits = DEFAULT_LIMITS) -> Meeting:
    return JsonReader().read_value(text.encode(), limits)


class TestJsonReader:
    def test_gives_the_meeting(self) -> None:
        """Exactly."""
        assert read(dumps(MEETING)) == MEETING

    def test_gives_the_meeting_of_a_reading(self) -> None:
        """Whoever kept what was read has its meeting, too."""
        assert read(dumps(Reading(MEETING))) == MEETING

    def test_refuses_other_values(self) -> None:
        """A schedule is none; the error says how to get it."""
        with pytest.raises(DataError, match=r"this is a Schedule, not a meeting \(load\(\) gives it"):
            read(dumps(Schedule("Mötestider")))

    def test_keeps_to_the_limits(self) -> None:
        """As every reader."""
        with pytest.raises(LimitError):
            read(dumps(MEETING), Limits(document_bytes=10))

    def test_is_a_reader_of_values(self) -> None:
        """It keeps the contract."""
        assert isinstance(JsonReader(), ValueReader)
