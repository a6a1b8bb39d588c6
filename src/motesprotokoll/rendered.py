"""What rendering gives: bytes that know what they are."""

import html

import attrs

from motesprotokoll.errors import RenderError

_TEXTUAL = ("application/json", "application/xml")
_PREVIEW = (
    '<iframe class="motesprotokoll" sandbox srcdoc="{page}" width="100%" height="600" '
    'title="Förhandsvisning"></iframe>'
)


@attrs.frozen(repr=False)
class Rendered:
    """A document that was rendered. ``bytes()`` gives its content, ``str()`` its text."""

    content: bytes
    media_type: str
    suffix: str
    """The usual suffix of a file name, with its dot."""

    @property
    def is_text(self) -> bool:
        """Whether the content is readable text, in UTF-8."""
        kind = self.media_type.partition(";")[0]
        return kind.startswith("text/") or kind in _TEXTUAL or kind.endswith(("+json", "+xml"))

    @property
    def text(self) -> str:
        """The content as a string.

        Raises:
            RenderError: The format is not text.
        """
        if not self.is_text:
            raise RenderError(f"{self.media_type} is no text", None, "take .content, or write() it to a file")
        return self.content.decode("utf-8")

    def __str__(self) -> str:
        return self.text if self.is_text else repr(self)

    def __bytes__(self) -> bytes:
        return self.content

    def __repr__(self) -> str:
        return f"Rendered({self.media_type}, {len(self.content)} bytes)"

    def _repr_html_(self) -> str | None:
        """A page in a notebook gets a frame of its own, so that its style and the notebook's never meet."""
        if self.media_type.partition(";")[0] != "text/html":
            return None
        return _PREVIEW.format(page=html.escape(self.text, quote=True))

    def _repr_markdown_(self) -> str | None:
        return self.text if self.media_type.partition(";")[0] == "text/markdown" else None
