"""Word: the lines of any document, and the outline and the meeting of one that we wrote."""

import attrs

from motesprotokoll.errors import WrongValueError, quoted
from motesprotokoll.extraction import Extraction
from motesprotokoll.limits import Limits
from motesprotokoll.readers.docx.document import read_document
from motesprotokoll.readers.docx.runs import Changes

__all__ = ["Changes", "DocxReader"]


def _check_changes(_: object, __: object, value: object) -> None:
    if value not in ("accept", "reject", "error"):
        raise WrongValueError(
            f"changes must be 'accept', 'reject' or 'error', not {quoted(value)}", "DocxReader.changes"
        )


@attrs.frozen(kw_only=True)
class DocxReader:
    """Reads Word documents (``.docx``, ``.docm``, ``.dotx``), of Word and of other programs.

    Args:
        changes: What tracked changes mean. ``"accept"`` reads the document as if all were accepted,
            ``"reject"`` as if all were rejected; each is told in a finding either way. ``"error"`` refuses a
            document with any.
    """

    changes: Changes = attrs.field(default="accept", validator=_check_changes)

    def read(self, data: bytes, limits: Limits) -> Extraction:
        """The document's lines, in reading order, with headers and footers as furniture.

        Of a document that we wrote, its outline and the meeting that it carries, too.

        Raises:
            LimitError: The document, or a part or line of it, is larger than *limits* allows.
            UnsupportedFormatError: The bytes are something else, or have a password; the message says so.
            ReadError: The document is broken, or has tracked changes and ``changes`` is ``"error"``.
        """
        return read_document(data, limits, self.changes)
