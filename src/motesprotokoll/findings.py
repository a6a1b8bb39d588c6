"""What a reader or a check noticed: values, not exceptions, so that the user sees all of them."""

from enum import StrEnum

import attrs

from motesprotokoll.messages import translate


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """Something is wrong and should be mended before anybody relies on it."""
    WARNING = "warning"
    """Something was inferred or is doubtful; look at it."""
    NOTE = "note"
    """Good to know."""


@attrs.frozen(repr=False)
class Finding:
    """One thing worth telling about a document, with a stable code.

    ``template`` is the Swedish message with its places in braces; ``values`` fills them. ``where`` is a line
    of the document (``rad 12``) or a place in the meeting (``$.agenda[3].body[1]``), ``None`` for the whole.
    """

    code: str
    severity: Severity
    template: str
    where: str | None = None
    values: tuple[tuple[str, str], ...] = ()
    excerpt: str | None = None
    """The words that it is about, as they stand at that place."""
    instead: str | None = None
    """What may stand there instead without a second thought: a safe correction."""

    @property
    def message(self) -> str:
        """The message in Swedish."""
        return self.message_in("sv")

    def message_in(self, language: str) -> str:
        """The message in *language*, ``"sv"`` or ``"en"``."""
        return translate(self.template, language).format(**dict(self.values))

    def __repr__(self) -> str:
        where = f", where={self.where!r}" if self.where else ""
        return f"Finding({self.code!r}, {self.severity.value}{where})"

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        return f"{where}{self.severity.value} [{self.code}] {self.message}"
