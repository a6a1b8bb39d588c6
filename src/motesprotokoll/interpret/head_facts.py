"""What the head of a document says, gathered line by line."""

from collections.abc import Sequence

import attrs

from motesprotokoll.interpret.moments import Told
from motesprotokoll.interpret.pieces import Piece
from motesprotokoll.model import Dates, Kind, Occasion, PartOfDay, TimeSpan
from motesprotokoll.vocabulary import Topic

FACTS = frozenset(
    {Topic.DATE, Topic.TIME, Topic.PLACE, Topic.TIME_AND_PLACE, Topic.NUMBER, Topic.CASE_NUMBER}
)
"""What labels in a head tell of the meeting, beside who met and who signs."""


@attrs.define(eq=False)
class Head:
    """What the head says."""

    network: str | None = None
    organisation: str | None = None
    """What the body is a part of: a line above its own name."""
    named: Sequence[Piece] = ()
    """The lines that were taken for the body's name only because it comes first."""
    kind: Kind | None = None
    kind_label: str | None = None
    title: str | None = None
    number: str | None = None
    case_number: str | None = None
    dates: Dates | None = None
    times: TimeSpan | None = None
    part_of_day: PartOfDay | None = None
    told: Told = attrs.Factory(Told)
    """What is said of the occasion beside days and hours."""
    rest: list[Piece] = attrs.Factory(list)
    """Lines that are no part of the head."""

    @property
    def occasion(self) -> Occasion | None:
        """When and where, if anything of it is known."""
        occasion = self.told.occasion(self.dates, self.times, self.part_of_day)
        return None if occasion == Occasion() else occasion
