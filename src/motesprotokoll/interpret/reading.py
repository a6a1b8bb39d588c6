"""What reading a document gives."""

import attrs

from motesprotokoll.findings import Finding
from motesprotokoll.model import Meeting


@attrs.frozen(repr=False)
class Reading:
    """A document as it was understood: the meeting, and all that is worth knowing about how it was read."""

    meeting: Meeting
    findings: tuple[Finding, ...] = ()
    """What was uncertain, in the document's order."""
    furniture: tuple[str, ...] = ()
    """Running headers and page marks."""
    labels: tuple[str, ...] = ()
    """The words that became structure, in the document's order: "Närvarande", "Plats", "26 maj kl. 09.00"."""

    def __repr__(self) -> str:
        return f"Reading({self.meeting!r}, {len(self.findings)} findings)"
