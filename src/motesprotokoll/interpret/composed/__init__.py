"""A document that we wrote becomes a meeting again: the inverse of `motesprotokoll.compose`, no guessing.

It is total: a document that somebody changed by hand gives the meeting that its labels say; what stands where
nothing is expected becomes a section or a paragraph in that place, so that no word is dropped.
"""

from typing import Any

import attrs

from motesprotokoll.interpret.composed.agenda import items
from motesprotokoll.interpret.composed.blocks import blocks
from motesprotokoll.interpret.composed.ledger import Ledger
from motesprotokoll.interpret.composed.parts import head, tail
from motesprotokoll.model import Meeting
from motesprotokoll.outline import Heading, Node, Outline, Rule
from motesprotokoll.wording import document_title


def decompose(outline: Outline) -> tuple[Meeting, tuple[str, ...]]:
    """The meeting that *outline* says, and the words of it that became structure."""
    ledger = Ledger()
    body, after, appendix = _parts(outline.nodes)
    facts: dict[str, Any] = {}
    first_item = next((place for place, node in enumerate(body) if _is_item(node)), len(body))
    rest = head(body[:first_item], facts, ledger)
    facts["preamble"] = tuple(rest)
    facts["agenda"] = items(body[first_item:], ledger)
    leftover = tail(after, facts, ledger)
    facts["appendix"] = (*leftover, *blocks(appendix, ledger))
    return _titled(facts, ledger), tuple(ledger.words)


def _parts(nodes: tuple[Node, ...]) -> tuple[list[Node], list[Node], list[Node]]:
    parts: tuple[list[Node], list[Node], list[Node]] = ([], [], [])
    place = 0
    for node in nodes:
        if isinstance(node, Rule) and place < 2:
            place += 1
        else:
            parts[place].append(node)
    return parts


def _is_item(node: Node) -> bool:
    return isinstance(node, Heading) and node.level > 1


def _titled(facts: dict[str, Any], ledger: Ledger) -> Meeting:
    """The meeting; the printed title is its own unless it is the one that its facts give."""
    printed, own = facts.pop("printed_title", None), facts.pop("title", None)
    meeting = Meeting(**facts)
    if own is not None or printed is None:
        return attrs.evolve(meeting, title=own)
    if printed in (document_title(meeting, "sv"), document_title(meeting, "en")):
        ledger.keep(printed)
        return meeting
    return attrs.evolve(meeting, title=printed)
