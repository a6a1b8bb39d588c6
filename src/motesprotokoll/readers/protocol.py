"""What a reader is. Third parties implement this; `motesprotokoll.testing` holds the contract."""

from typing import Protocol, runtime_checkable

from motesprotokoll.extraction import Extraction
from motesprotokoll.limits import Limits
from motesprotokoll.model import Meeting


@runtime_checkable
class Reader(Protocol):
    """Turns the bytes of one format into lines, furniture and what else it knows; no meetings here."""

    def read(self, data: bytes, limits: Limits) -> Extraction:
        """The document's lines, in reading order, with nothing lost.

        Raises:
            ReadError: The bytes are no such document, or a limit was hit.
        """


@runtime_checkable
class ValueReader(Protocol):
    """Reads a format that holds a meeting as data, so that there is nothing to interpret."""

    def read_value(self, data: bytes, limits: Limits) -> Meeting:
        """The meeting, exactly as it was written.

        Raises:
            ReadError: The bytes hold no meeting, or a limit was hit.
        """
