"""What a renderer is. Third parties implement this; `motesprotokoll.testing` holds the contract."""

from typing import Protocol, runtime_checkable

from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.outline import Outline


@runtime_checkable
class Renderer(Protocol):
    """Turns an outline into the bytes of one format. Options are keyword-only fields of the class.

    A renderer is a frozen value without state: the same outline gives the same bytes, always and anywhere.
    One with a true attribute ``embed`` gets outlines that hold the meeting itself, in ``carried``, to be
    attached to the document.
    """

    @property
    def media_type(self) -> str:
        """The media type of the bytes, such as ``text/html``."""

    @property
    def suffix(self) -> str:
        """The usual suffix of a file name, with its dot."""

    def render(self, outline: Outline) -> bytes:
        """The document.

        Raises:
            RenderError: The outline holds what the format cannot show.
        """


@runtime_checkable
class ValueRenderer(Protocol):
    """Turns a meeting or a schedule itself into bytes, for formats of data: JSON, calendars.

    Views, extracts and the language of labels do not concern it.
    """

    @property
    def media_type(self) -> str:
        """The media type of the bytes."""

    @property
    def suffix(self) -> str:
        """The usual suffix of a file name, with its dot."""

    def render_value(self, value: Meeting | Schedule) -> bytes:
        """The bytes.

        Raises:
            RenderError: The format cannot hold such a value.
        """
