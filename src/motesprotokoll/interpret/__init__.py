"""The heart of the library: lines of a document become a meeting. It knows Swedish minutes and no file
format."""

import attrs

from motesprotokoll.extraction import Extraction
from motesprotokoll.interpret.minutes import read_minutes
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.model import Network
from motesprotokoll.vocabulary import SWEDISH, Vocabulary

__all__ = ["Reading", "interpret"]


def interpret(
    extraction: Extraction,
    *,
    network: Network | None = None,
    vocabulary: Vocabulary = SWEDISH,
    limits: Limits = DEFAULT_LIMITS,
) -> Reading:
    """The meeting that a document tells of, with all that was uncertain about reading it.

    It never fails: what nobody understands stays in the meeting, where it stood. A document that we wrote is
    read back by its own structure, any other by the words and shapes that Swedish minutes use.

    Args:
        network: The body that meets, if the caller knows it; its members and aliases then stand in the
            meeting.
        vocabulary: The labels and cues to go by.
        limits: How deep lists may nest, and how many findings are kept.
    """
    if extraction.outline is not None:
        from motesprotokoll.interpret.composed import decompose  # only our own documents need it

        meeting, labels = decompose(extraction.outline)
        if network is not None:
            labels = (*([meeting.network.name] if meeting.network else []), *labels)
            meeting = attrs.evolve(meeting, network=network)
        return Reading(meeting, extraction.findings, extraction.furniture, labels)
    return read_minutes(extraction, network, vocabulary, limits)
