"""What stands before the agenda, and what follows it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from motesprotokoll.interpret.composed.agenda import item_field
from motesprotokoll.interpret.composed.blocks import block, sentence
from motesprotokoll.interpret.composed.ledger import Ledger, NoteReader, named_value, or_none
from motesprotokoll.interpret.composed.occasions import OCCASION_LABELS, occasion_field
from motesprotokoll.interpret.composed.people import group, is_group, signer
from motesprotokoll.model import Block, Network, Occasion, Participant
from motesprotokoll.model.text import plain
from motesprotokoll.outline import Heading, Labelled, Node, Text
from motesprotokoll.vocabulary import SWEDISH
from motesprotokoll.wording import KINDS, LABELS, STATUSES, label_key

_HEAD_TEXTS = ("number", "case_number", "language", "id")


def head(nodes: list[Node], facts: dict[str, Any], ledger: Ledger) -> Iterator[Block]:
    """Enters the head's facts; what is none of them belongs to the preamble."""
    occasion: dict[str, Any] = {}
    people: list[Participant] = []
    for node in nodes:
        if isinstance(node, Heading):
            facts["printed_title"] = node.text
        elif isinstance(node, Text) and not facts and (name := sentence((node,))):
            facts["network"] = Network(name)
        elif isinstance(node, Labelled) and is_group(node):
            people.extend(group(node, ledger))
        elif not (isinstance(node, Labelled) and _head_field(node, facts, occasion, ledger)):
            yield from block(node, ledger)
    facts["participants"] = tuple(people)
    if occasion.pop("known", False):
        facts["occasion"] = Occasion(**occasion)


def _head_field(node: Labelled, facts: dict[str, Any], occasion: dict[str, Any], ledger: Ledger) -> bool:
    """Enters the fact that *node* labels; false where it labels none, or one that is known already."""
    key, text, notes = label_key(node.label), plain(node.content), NoteReader(node.notes, ledger)
    if key is None or key in facts or node.nodes or node.lines or "section" in notes or "schedule" in notes:
        return False
    if key in OCCASION_LABELS:
        return occasion_field(node, occasion, ledger)
    if key == "kind_label":
        facts["kind_label"] = text
        facts["kind"] = notes.value("kind", KINDS) if "kind" in notes else SWEDISH.kind_of(text)
    elif key in _HEAD_TEXTS or key == "title":
        facts[key] = text
        if key == "title":
            ledger.keep(facts.get("printed_title", ""))
    elif key == "kind" and (kind := named_value(KINDS, text)):
        facts["kind"] = kind
        ledger.keep(text)
    elif key == "status" and (status := named_value(STATUSES, text)):
        facts["status"] = status
        ledger.keep(text)
    elif key == "finished_on" and (day := or_none(date.fromisoformat, text)):
        facts["finished_on"] = day
        ledger.keep(text)
    else:
        return False
    ledger.keep(node.label)
    return True


def tail(nodes: list[Node], facts: dict[str, Any], ledger: Ledger) -> list[Block]:
    """Enters what stands after the agenda; what is no fact of a meeting goes before the appendix."""
    leftover: list[Block] = []
    verifiers: list[Participant] = []
    for node in nodes:
        key = label_key(node.label) if isinstance(node, Labelled) else None
        if not isinstance(node, Labelled) or key in facts:
            leftover.extend(block(node, ledger))
        elif key == "next_meeting" and not node.lines and (occasion := _next_meeting(node, ledger)):
            facts[key] = occasion
        elif key in ("chair", "note_taker") and node.content and not node.nodes:
            facts[key] = signer(node, ledger)
        elif key == "verifier" and node.content and not node.nodes:
            verifiers.append(signer(node, ledger))
        elif not (key == "attachments" and item_field(node, facts, ledger)):
            leftover.extend(block(node, ledger))
    facts["verifiers"] = tuple(verifiers)
    return leftover


def _next_meeting(node: Labelled, ledger: Ledger) -> Occasion | None:
    """The occasion below the label, or ``None`` where something there is no fact of one."""
    facts: dict[str, Any] = {}
    mark = len(ledger.words)
    parts = (attrs.evolve(node, label=LABELS["dates"], nodes=()), *node.nodes)
    for part in parts:
        if not (isinstance(part, Labelled) and not part.nodes and occasion_field(part, facts, ledger)):
            del ledger.words[mark:]
            return None
    ledger.keep(node.label)
    facts.pop("known")
    return Occasion(**facts)
