"""Agenda items, as `compose.minutes` prints them."""

from typing import Any

from motesprotokoll.interpret.composed.blocks import block
from motesprotokoll.interpret.composed.ledger import Ledger, NoteReader
from motesprotokoll.interpret.composed.people import all_said, signer
from motesprotokoll.model import AgendaItem, Attachment, Block, Link, Participant
from motesprotokoll.model.text import plain
from motesprotokoll.outline import Heading, Labelled, Line, Node
from motesprotokoll.wording import duration_from_words, duration_in, label_key, number_and_title


def items(nodes: list[Node], ledger: Ledger) -> tuple[AgendaItem, ...]:
    """Items from headings of any depth: what follows a heading is its own until one that is not deeper."""
    items: list[AgendaItem] = []
    place = 0
    while place < len(nodes):
        heading = nodes[place]
        assert isinstance(heading, Heading)  # the first node is one, and each span ends before the next
        end = _end_of_item(nodes, place)
        items.append(_item(heading, nodes[place + 1 : end], ledger))
        place = end
    return tuple(items)


def _end_of_item(nodes: list[Node], start: int) -> int:
    level = nodes[start].level  # type: ignore[union-attr]
    for place in range(start + 1, len(nodes)):
        node = nodes[place]
        if isinstance(node, Heading) and node.level <= level:
            return place
    return len(nodes)


def _item(heading: Heading, nodes: list[Node], ledger: Ledger) -> AgendaItem:
    facts = _heading_facts(heading, ledger)
    first_sub = next((place for place, node in enumerate(nodes) if isinstance(node, Heading)), len(nodes))
    body: list[Block] = []
    for node in nodes[:first_sub]:
        if not (isinstance(node, Labelled) and item_field(node, facts, ledger)):
            body.extend(block(node, ledger))
    facts.setdefault("planned_duration", duration_in(facts["title"]))
    return AgendaItem(body=tuple(body), items=items(nodes[first_sub:], ledger), **facts)


def _heading_facts(heading: Heading, ledger: Ledger) -> dict[str, Any]:
    notes = NoteReader(heading.notes, ledger)
    if notes.flag("untitled"):
        if notes.flag("unnumbered"):
            ledger.keep(heading.text)
            return {"number": None, "title": None}
        return {"number": heading.text, "title": None}
    if notes.flag("unnumbered"):
        return {"number": None, "title": heading.text}
    number, title = number_and_title(heading.text, notes.get("number"))
    return {"number": number, "title": title}


def item_field(node: Labelled, facts: dict[str, Any], ledger: Ledger) -> bool:
    """Enters the fact that *node* labels; false where it labels none, or one that is known already."""
    key, text, notes = label_key(node.label), plain(node.content), NoteReader(node.notes, ledger)
    if key is None or key in facts or node.nodes or "section" in notes or "schedule" in notes:
        return False
    if key == "case_number" and text and not node.lines:
        facts[key] = text
    elif key == "planned_duration" and not node.lines and (not text or duration_from_words(text) is not None):
        facts[key] = duration_from_words(text)
        ledger.keep(text)
    elif key == "presenters" and all_said(node.lines) and not text:
        facts[key] = tuple(_presenter(line, ledger) for line in node.lines)
    elif key == "attachments" and all_said(node.lines) and not text:
        facts[key] = tuple(_attachment(line, ledger) for line in node.lines)
    else:
        return False
    ledger.keep(node.label)
    return True


def _presenter(line: Line, ledger: Ledger) -> Participant:
    return signer(Labelled("", line.content, notes=line.notes), ledger)


def _attachment(line: Line, ledger: Ledger) -> Attachment:
    notes = NoteReader(line.notes, ledger)
    link = line.content[0] if len(line.content) == 1 and isinstance(line.content[0], Link) else None
    return Attachment(
        plain(line.content),
        url=link.url if link else None,
        kind=notes.get("kind"),
        supplied=not notes.flag("mentioned"),
    )
