"""Law 2, first half: what is composed is read back as the same meeting, but for the documented losses."""

import attrs
from hypothesis import given
from strategies import meetings

from motesprotokoll.compose import LOSSES, compose
from motesprotokoll.interpret.composed import decompose
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


@given(meetings())
def test_a_composed_document_is_read_back_as_the_same_meeting(meeting: Meeting) -> None:
    """Nothing but the losses of the table differs."""
    again, _ = decompose(compose(meeting))
    assert again == without_losses(meeting)


@given(meetings())
def test_an_english_document_is_read_back_too(meeting: Meeting) -> None:
    """The labels' language does not matter to what is read."""
    again, _ = decompose(compose(meeting, language="en"))
    assert again == without_losses(meeting)
