"""A meeting as it is after a document has carried it: without what the table of losses names."""

import attrs

from motesprotokoll.compose import LOSSES
from motesprotokoll.model import Meeting, Network, Schedule


def without_losses(meeting: Meeting) -> Meeting:
    """The meeting without what the table of losses names."""
    for found in meeting.walk(Schedule):
        assert isinstance(found.block, Schedule)
        meeting = meeting.replace(found, attrs.evolve(found.block, network=_bare(found.block.network)))
    return attrs.evolve(meeting, network=_bare(meeting.network))


def _bare(network: Network | None) -> Network | None:
    kept = {field.name for field in attrs.fields(Network)} - set(LOSSES["Network"])
    return Network(**{name: getattr(network, name) for name in kept}) if network else None
