"""The body of a document, as `compose.blocks` prints it."""

from collections.abc import Iterable, Iterator
from typing import Any

from motesprotokoll.interpret.composed.ledger import Ledger, NoteReader, or_none
from motesprotokoll.interpret.composed.occasions import occasion_line, spelt_out_dates
from motesprotokoll.model import (
    ActionItem,
    Block,
    BulletList,
    Cell,
    Dates,
    Decision,
    ListItem,
    Paragraph,
    Schedule,
    Section,
    Table,
    Unread,
)
from motesprotokoll.model.text import plain
from motesprotokoll.outline import Grid, Heading, Labelled, Listing, Node, Text
from motesprotokoll.vocabulary import SWEDISH
from motesprotokoll.wording import (
    BASES,
    OUTCOMES,
    PARTS_OF_DAY,
    dates_from_iso,
    decider_of,
    is_attendance_label,
    label_key,
)

_BASIS_OF_NOTE = {word: basis for basis, word in BASES.items()}


def blocks(nodes: Iterable[Node], ledger: Ledger) -> tuple[Block, ...]:
    """The blocks that nodes say, in order."""
    return tuple(one for node in nodes for one in block(node, ledger))


def block(node: Node, ledger: Ledger) -> Iterator[Block]:
    """The block that a node says, and what a hand may have put inside it that no block holds."""
    match node:
        case Text():
            if node.content:
                yield Paragraph(node.content)
        case Listing():
            if node.entries:
                yield BulletList(
                    tuple(
                        ListItem(blocks(entry.nodes, ledger), marker=entry.marker) for entry in node.entries
                    )
                )
        case Grid():
            yield _table(node, ledger)
        case Labelled():
            yield from _labelled(node, ledger)
        case Heading():  # a heading where none belongs: somebody moved it
            yield Section(node.text or "–")


def _table(grid: Grid, ledger: Ledger) -> Table:
    """A table; where a hand has taken cells or rows away, empty cells stand in their place."""
    width = max((1, *map(len, grid.rows)))
    rows = [[Cell(blocks(cell, ledger)) for cell in row] for row in grid.rows or ((),)]
    padded = [(*row, *[Cell()] * (width - len(row))) for row in rows]
    return Table(padded, header_rows=min(max(grid.header_rows, 0), len(rows)), title=grid.title)


def _labelled(node: Labelled, ledger: Ledger) -> Iterator[Block]:
    key, notes = label_key(node.label), NoteReader(node.notes, ledger)
    if notes.flag("section"):
        yield from _section(node, ledger)
    elif notes.flag("schedule"):
        yield _schedule(node, node.label, notes, ledger)
    elif key == "schedule" and not node.content and not node.nodes:
        ledger.keep(node.label)
        yield _schedule(node, None, notes, ledger)
    elif key == "decision" and not node.lines and (node.content or _clauses(node.nodes)):
        ledger.keep(node.label)
        yield from _decision(node, notes, ledger)
    elif key == "action" and node.content and not node.lines:
        ledger.keep(node.label)
        yield _action(node, notes)
        yield from blocks(node.nodes, ledger)
    elif key == "unread" and node.content and not node.lines:
        ledger.keep(node.label)
        yield Unread(node.content)
        yield from blocks(node.nodes, ledger)
    elif key is None and node.lines and not node.nodes and not is_attendance_label(node.label):
        yield _schedule(node, node.label, notes, ledger)
    else:
        yield from _section(node, ledger)


def _section(node: Labelled, ledger: Ledger) -> Iterator[Block]:
    """A section; words beside the label and bare lines, which ours never hold, become paragraphs of it."""
    own = [
        Paragraph(content) for content in (node.content, *(line.content for line in node.lines)) if content
    ]
    yield Section(node.label or "–", (*own, *blocks(node.nodes, ledger)))


def _decision(node: Labelled, notes: NoteReader, ledger: Ledger) -> Iterator[Block]:
    clauses = _clauses(node.nodes)
    text = plain(node.content)
    decided_by = notes.get("decided_by") or (None if notes.flag("nobody") else decider_of(text))
    yield Decision(
        node.content,
        clauses=clauses,
        basis=_basis(notes),
        outcome=notes.value("outcome", OUTCOMES) if "outcome" in notes else SWEDISH.outcome_of(text),
        decided_by=decided_by,
        id=notes.get("id"),
    )
    yield from blocks(node.nodes[1:] if clauses else node.nodes, ledger)


def _clauses(nodes: tuple[Node, ...]) -> tuple[str, ...]:
    """The att-satser: the first node, where it is a list of plain sentences without signs."""
    if not nodes or not isinstance(nodes[0], Listing):
        return ()
    texts = [sentence(entry.nodes) if entry.marker is None else "" for entry in nodes[0].entries]
    return tuple(texts) if all(texts) else ()


def sentence(nodes: tuple[Node, ...]) -> str:
    """The words of a single paragraph without links and emphasis; of anything else nothing."""
    if (
        len(nodes) == 1
        and isinstance(nodes[0], Text)
        and all(isinstance(part, str) for part in nodes[0].content)
    ):
        return plain(nodes[0].content)
    return ""


def _basis(notes: NoteReader) -> Any:
    return next((basis for word, basis in _BASIS_OF_NOTE.items() if notes.flag(word)), None)


def _action(node: Labelled, notes: NoteReader) -> ActionItem:
    due: Dates | None = (
        or_none(dates_from_iso, notes.get("due")) if "due" in notes else spelt_out_dates(notes)
    )
    return ActionItem(
        node.content,
        basis=_basis(notes),
        owners=notes.all("owner"),
        due=due,
        done=notes.flag("done"),
        id=notes.get("id"),
    )


def _schedule(node: Labelled, title: str | None, notes: NoteReader, ledger: Ledger) -> Schedule:
    return Schedule(
        title,
        network=notes.get("network"),
        year=notes.count("year") or None,
        part_of_day=notes.value("part_of_day", PARTS_OF_DAY),
        decided_on=notes.day("decided_on"),
        revision=notes.count("revision"),
        occasions=tuple(occasion_line(line, ledger) for line in node.lines),
    )
