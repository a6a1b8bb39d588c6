"""The body of a document: paragraphs, lists, tables, decisions, actions and schedules."""

from collections.abc import Iterable

from motesprotokoll.compose.occasions import dates_notes, when
from motesprotokoll.compose.words import Words
from motesprotokoll.model import (
    ActionItem,
    Attachment,
    Block,
    BulletList,
    DateSpan,
    Decision,
    Link,
    Occasion,
    Paragraph,
    Schedule,
    Section,
    Table,
    Unread,
)
from motesprotokoll.model.text import plain
from motesprotokoll.outline import Entry, Grid, Labelled, Line, Listing, Node, Notes, Text
from motesprotokoll.vocabulary import SWEDISH
from motesprotokoll.wording import (
    BASES,
    MODES,
    OUTCOMES,
    PARTS_OF_DAY,
    decider_of,
    is_attendance_label,
    iso_dates,
    label_key,
    split_occasion,
)


def blocks(body: Iterable[Block], words: Words) -> tuple[Node, ...]:
    """Blocks as nodes, one for one."""
    return tuple(_block(block, words) for block in body)


def _block(block: Block, words: Words) -> Node:
    match block:
        case Paragraph():
            return Text(block.content)
        case Decision():
            return decision(block, words)
        case ActionItem():
            return action(block, words)
        case BulletList():
            return Listing(tuple(Entry(blocks(item.body, words), item.marker) for item in block.items))
        case Table():
            rows = tuple(tuple(blocks(cell.body, words) for cell in row) for row in block.rows)
            return Grid(rows, block.header_rows, block.title)
        case Section():
            notes = (words.note("section"),) if _looks_like_another(block.label) else ()
            return Labelled(block.label, nodes=blocks(block.body, words), notes=notes, role="section")
        case Schedule():
            return schedule(block, words)
        case Unread():  # pragma: no branch
            return Labelled(words.label("unread"), block.content, role="unread")


def _looks_like_another(label: str) -> bool:
    """Whether a label of the document's own choice would be read as a keyword or as a heading over names."""
    return label_key(label) is not None or is_attendance_label(label)


def decision(block: Decision, words: Words) -> Labelled:
    """A decision, set off by its label; each att-sats on a line of its own below it."""
    clauses = tuple(Entry((Text((clause,)),)) for clause in block.clauses)
    nodes = (Listing(clauses, role="clauses"),) if clauses else ()
    notes = (
        *_basis(block, words),
        *_outcome(block, words),
        *_decider(block, words),
        *words.given(id=block.id),
    )
    return Labelled(words.label("decision"), block.content, nodes=nodes, notes=notes, role="decision")


def _basis(block: Decision | ActionItem, words: Words) -> Notes:
    return (words.note(BASES[block.basis]),) if block.basis else ()


def _outcome(block: Decision, words: Words) -> Notes:
    if SWEDISH.outcome_of(block.text) == block.outcome:
        return ()
    return (words.note("outcome", words.word(OUTCOMES, block.outcome)),)


def _decider(block: Decision, words: Words) -> Notes:
    if decider_of(block.text) == block.decided_by:
        return ()
    return (words.note("decided_by", block.decided_by) if block.decided_by else words.note("nobody"),)


def action(block: ActionItem, words: Words) -> Labelled:
    """What somebody is to do, set off by its label, with owner and date beside it."""
    notes = (
        *_basis(block, words),
        *(words.note("owner", owner) for owner in block.owners),
        *due(block, words),
        *((words.note("done"),) if block.done else ()),
        *words.given(id=block.id),
    )
    return Labelled(words.label("action"), block.content, notes=notes, role="action")


def due(block: ActionItem, words: Words) -> Notes:
    """When an action is due, as a note."""
    if isinstance(block.due, DateSpan):
        return (words.note("due", iso_dates(block.due)),)
    return dates_notes(block.due, words)


def schedule(block: Schedule, words: Words) -> Labelled:
    """Meeting dates, one a line."""
    title = block.title or words.label("schedule")
    part = words.word(PARTS_OF_DAY, block.part_of_day) if block.part_of_day else None
    # A title that reads like another label, and a schedule without lines, would be taken for something else.
    doubtful = block.title is not None and (_looks_like_another(block.title) or not block.occasions)
    notes = (
        *((words.note("schedule"),) if doubtful else ()),
        *words.given(
            network=block.body_name,
            year=None if block.year is None else str(block.year),
            part_of_day=part,
            decided_on=str(block.decided_on) if block.decided_on else None,
            revision=None if block.revision is None else str(block.revision),
        ),
    )
    lines = tuple(occasion_line(one, words) for one in block.occasions)
    return Labelled(title, lines=lines, notes=notes, role="schedule")


def occasion_line(one: Occasion, words: Words) -> Line:
    """One date of a schedule on one line, with its label behind a comma and the rest in notes."""
    said = when(one, words)
    date_words = plain(said.content)
    bare = Occasion(one.dates, times=one.times, part_of_day=one.part_of_day)
    text = f"{date_words}, {one.label}" if one.label and date_words else date_words
    # The label follows in words where it can be told from the date: "14–15 november 2024, Studieresa".
    in_words = bool(text) and not said.notes and split_occasion(text) == (bare, one.label)
    notes = (
        *said.notes,
        *(() if date_words else (words.note("undated"),)),
        *((words.note("tentative"),) if one.tentative else ()),
        *((words.note("cancelled"),) if one.cancelled else ()),
        *words.given(place=one.place),
        *((words.note("place_tentative"),) if one.place_tentative else ()),
        *words.given(
            mode=words.word(MODES, one.mode) if one.mode else None,
            label=None if in_words else one.label,
            note=one.note,
            uid=one.uid,
            sequence=None if one.sequence is None else str(one.sequence),
        ),
    )
    return Line(((text if in_words else date_words) or words("Datum saknas"),), notes)


def attachments(given: tuple[Attachment, ...], words: Words) -> tuple[Labelled, ...]:
    """Attachments, one a line; one that is only mentioned says so."""
    lines = tuple(
        Line(
            (Link(one.title, one.url) if one.url else one.title,),
            (*(() if one.supplied else (words.note("mentioned"),)), *words.given(kind=one.kind)),
        )
        for one in given
    )
    return (Labelled(words.label("attachments"), lines=lines, role="attachments"),) if lines else ()
