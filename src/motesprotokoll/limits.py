"""How large a document may be before reading it is refused. One value, passed to every reader."""

import attrs

from motesprotokoll.errors import LimitError

_MIB = 1024 * 1024


@attrs.frozen(kw_only=True)
class Limits:
    """Ceilings that keep reading bounded in time and memory; raise them for documents that you trust.

    Measured reasons stand in ``SECURITY.md``.
    """

    document_bytes: int = 20 * _MIB
    """The size of a document, in bytes, before it is decoded."""
    line_characters: int = 1_000_000
    """The length of one line, in characters."""
    json_depth: int = 200
    """How deep JSON may nest."""
    nesting: int = 24
    """How deep lists, sections and items may nest when a document is interpreted."""
    word_elements: int = 400_000
    """How many elements, each with an attribute, one part of a Word document may hold."""
    pdf_seconds: int = 20
    """How long the process that reads a PDF document may take."""
    pdf_memory: int = 768 * _MIB
    """How much memory that process may have, in bytes, on systems that can limit it (not on Windows)."""
    pdf_pages: int = 2_000
    """How many pages a PDF document may have."""
    pdf_words: int = 300_000
    """How many words a PDF document may have."""
    calendar_lines: int = 300_000
    """How many lines a calendar may have, as they stand in the file."""
    calendar_days: int = 500_000
    """How many days may be looked at to find when something recurs in a calendar."""
    findings: int = 200
    """How many findings are kept before the rest is only counted."""

    def check_size(self, data: bytes, where: str | None = None) -> None:
        """Refuse *data* that is larger than a document may be.

        Raises:
            LimitError: It is; with the limit that allows more.
        """
        if len(data) > self.document_bytes:
            raise LimitError(
                f"the document is larger than {self.document_bytes:,} bytes",
                where,
                "Limits(document_bytes=...) allows more",
            )


DEFAULT_LIMITS = Limits()
