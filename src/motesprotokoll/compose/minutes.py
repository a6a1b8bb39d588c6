"""The minutes, whole: head, attendance, agenda, and what follows it. This view reads back exactly."""

from collections.abc import Iterable

import attrs

from motesprotokoll.compose.blocks import attachments, blocks
from motesprotokoll.compose.occasions import occasion_fields
from motesprotokoll.compose.people import attendance_groups, person
from motesprotokoll.compose.words import Words, field, fields
from motesprotokoll.model import AgendaItem, DateSpan, Meeting, Occasion, Status
from motesprotokoll.model.text import canonical
from motesprotokoll.outline import About, Heading, Labelled, Line, Node, Notes, Outline, Rule, Text
from motesprotokoll.swedish import format_dates
from motesprotokoll.vocabulary import SWEDISH
from motesprotokoll.wording import (
    KINDS,
    STATUSES,
    document_title,
    duration_in,
    duration_words,
    split_heading,
)


def minutes(meeting: Meeting, words: Words) -> Outline:
    """Everything that the meeting says, but for `LOSSES`."""
    nodes: tuple[Node, ...] = (
        *head(meeting, words),
        *attendance_groups(meeting.participants, words),
        *blocks(meeting.preamble, words),
        *agenda(meeting.agenda, 2, words),
    )
    tail = _tail(meeting, words)
    if tail or meeting.appendix:
        nodes = (*nodes, Rule(), *tail)
    if meeting.appendix:
        nodes = (*nodes, Rule(), *blocks(meeting.appendix, words))
    return document(meeting, nodes, words, carries=True)


def document(
    meeting: Meeting, nodes: Iterable[Node], words: Words, *, name: str | None = None, carries: bool = False
) -> Outline:
    """A document about *meeting*; *name* is what it is called where that is not the meeting's own title."""
    title = name or document_title(meeting, words.language)
    return Outline(
        tuple(nodes),
        title=f"{meeting.network.name}: {title}" if meeting.network else title,
        language=words.language,
        carries=carries,
        about=about(meeting, title, words),
    )


def about(meeting: Meeting, name: str, words: Words) -> About:
    """What a document called *name* tells machines and running headers of *meeting*."""
    occasion = meeting.occasion or Occasion()
    dates = occasion.dates
    span = dates if isinstance(dates, DateSpan) else None
    return About(
        name=name,
        body=meeting.body_name or "",
        banner=banner(meeting, words),
        day=meeting.date,
        dates=canonical(format_dates(dates)) if dates else "",
        starts=meeting.starts_at or (span.start if span else None),
        ends=meeting.ends_at or (span.end if span and span.end != span.start else None),
        place=occasion.place or "",
        mode=occasion.mode,
        cancelled=occasion.cancelled,
    )


def banner(meeting: Meeting, words: Words) -> str:
    """What every page says of the document's status: that it is a draft, or when it was finished."""
    if meeting.status is Status.DRAFT:
        return words.word(STATUSES, Status.DRAFT).upper()
    if meeting.finished_on:
        return f"{words.label('finished_on')} {meeting.finished_on}"
    return ""


def head(meeting: Meeting, words: Words) -> Iterable[Node]:
    """Body, title, and the facts of the meeting, a label each."""
    title = document_title(meeting, words.language)
    yield from masthead(meeting, title)
    # A title that reads like the one that a meeting without a title gets, in any language, is told apart.
    untitled = attrs.evolve(meeting, title=None)
    if meeting.title and title in (document_title(untitled, "sv"), document_title(untitled, "en")):
        yield field("title", title, words)
    yield from _kind(meeting, words)
    yield from fields(words, number=meeting.number, case_number=meeting.case_number)
    if meeting.occasion:
        yield from occasion_fields(meeting.occasion, words, "iso")
    if meeting.status:
        yield field("status", words.word(STATUSES, meeting.status), words)
    finished = str(meeting.finished_on) if meeting.finished_on else None
    yield from fields(words, finished_on=finished, language=meeting.language, id=meeting.id)


def masthead(meeting: Meeting, title: str) -> Iterable[Node]:
    """The body's name above the document's title."""
    if meeting.network:
        yield Text((meeting.network.name,), role="body-name")
    yield Heading(title, 1)


def _kind(meeting: Meeting, words: Words) -> Iterable[Node]:
    if meeting.kind_label:
        known = SWEDISH.kind_of(meeting.kind_label) == meeting.kind
        kind = words.word(KINDS, meeting.kind) if meeting.kind else ""
        yield field("kind_label", meeting.kind_label, words, () if known else (words.note("kind", kind),))
    elif meeting.kind:
        yield field("kind", words.word(KINDS, meeting.kind), words)


def agenda(items: tuple[AgendaItem, ...], level: int, words: Words) -> Iterable[Node]:
    """Items with their bodies, and the sub-items one level deeper."""
    for item in items:
        yield heading(item, level, words)
        yield from item_fields(item, words)
        yield from blocks(item.body, words)
        yield from agenda(item.items, level + 1, words)


def heading(item: AgendaItem, level: int, words: Words) -> Heading:
    """Number and title as printed, with a note where they would be read otherwise."""
    text, notes = item.heading, _heading_notes(item, words)
    return Heading(text or words("Utan rubrik"), level, notes, role="item")


def _heading_notes(item: AgendaItem, words: Words) -> Notes:
    if item.title is None:
        return (words.note("untitled"), *(() if item.number else (words.note("unnumbered"),)))
    if split_heading(item.heading) == (item.number, item.title):
        return ()
    # The number stands before the title already; the note says which part of the heading it is.
    return (words.note("number", item.number),) if item.number else (words.note("unnumbered"),)


def item_fields(item: AgendaItem, words: Words) -> Iterable[Labelled]:
    """The facts of an item, a label each."""
    yield from fields(words, case_number=item.case_number)
    if item.planned_duration != duration_in(item.title):
        duration = item.planned_duration
        shown = duration_words(duration, words.language) if duration is not None else ""
        yield field("planned_duration", shown, words)
    if item.presenters:
        lines = tuple(person(one, words, alone=True) for one in item.presenters)
        yield Labelled(words.label("presenters"), lines=lines, role="presenters")
    yield from attachments(item.attachments, words)


def _tail(meeting: Meeting, words: Words) -> tuple[Node, ...]:
    return (
        *attachments(meeting.attachments, words),
        *next_meeting(meeting, words),
        *signatures(meeting, words),
    )


def next_meeting(meeting: Meeting, words: Words) -> Iterable[Labelled]:
    """When and where the body meets next."""
    if meeting.next_meeting is not None:
        first, *rest = occasion_fields(meeting.next_meeting, words)
        label = words.label("next_meeting")
        yield attrs.evolve(first, label=label, nodes=tuple(rest), role="next-meeting")


def signatures(meeting: Meeting, words: Words) -> Iterable[Labelled]:
    """Chair, verifiers and note-taker, in the order in which Swedish minutes close."""
    signers = (
        ("chair", meeting.chair),
        *(("verifier", one) for one in meeting.verifiers),
        ("note_taker", meeting.note_taker),
    )
    for key, who in signers:
        if who is not None:
            line: Line = person(who, words, alone=True)
            yield Labelled(words.label(key), line.content, notes=line.notes, role="signature")
