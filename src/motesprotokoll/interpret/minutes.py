"""How minutes are read: the head, those who came, item by item, and who signed."""

import re
from collections.abc import Sequence
from itertools import pairwise

import attrs

from motesprotokoll.extraction import Extraction
from motesprotokoll.interpret.accounting import (
    next_meeting_texts,
    of_occasion,
    of_person,
    tells_next_meeting,
    tells_office,
)
from motesprotokoll.interpret.agenda_tables import rows_as_items
from motesprotokoll.interpret.attachments import attachments_in
from motesprotokoll.interpret.attendance import read_group, with_remarks, without_invited_twice
from motesprotokoll.interpret.blocks import BlockBuilder
from motesprotokoll.interpret.bodies import with_body_told
from motesprotokoll.interpret.case_numbers import apart_from
from motesprotokoll.interpret.closing import Closing, read_closing
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.edges import first_word
from motesprotokoll.interpret.facts import one_fact_a_line
from motesprotokoll.interpret.first_signs import pieces_of
from motesprotokoll.interpret.head import read_head
from motesprotokoll.interpret.head_facts import Head
from motesprotokoll.interpret.layout import Draft, Layout, lay_out
from motesprotokoll.interpret.marked import take_next_meeting
from motesprotokoll.interpret.moments import (
    Told,
    find_times,
    read_around,
    read_moment,
    vague_opening,
    with_place,
)
from motesprotokoll.interpret.offices import with_offices
from motesprotokoll.interpret.paragraphs import Joiner, Shape, Unit, usual_width
from motesprotokoll.interpret.pieces import Piece
from motesprotokoll.interpret.presenters import presenters_in
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.limits import Limits
from motesprotokoll.model import (
    AgendaItem,
    Block,
    Decision,
    Kind,
    Meeting,
    Network,
    Occasion,
    Organisation,
    Paragraph,
    Participant,
    TimeSpan,
    Unread,
)
from motesprotokoll.vocabulary import Topic, Vocabulary
from motesprotokoll.wording import duration_in

_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")


def read_minutes(
    extraction: Extraction, network: Network | None, words: Vocabulary, limits: Limits
) -> Reading:
    """Read the lines of a document that somebody else wrote."""
    desk = Desk(words, limits)
    if network is not None:
        desk.know(_organisations(network))
    desk.years = frozenset(int(year) for line in extraction.lines for year in _YEAR.findall(line.text))
    lines = rows_as_items(one_fact_a_line(extraction.lines, words), words)
    pieces = pieces_of(lines, words)
    width = usual_width(pieces)
    layout = lay_out(pieces, desk)
    closing = Closing()
    head = read_head(layout.head, desk, closing)
    furniture = with_body_told(head, layout.preamble, extraction.furniture, desk)
    desk.is_minutes = _is_minutes(head, layout, closing, desk)
    head.kind = head.kind or _kind_signed(pieces, words) or _kind_above(extraction.furniture, words)
    nameless = bool(head.named) and not desk.is_minutes
    if nameless:
        head.network = None
        head.rest[:0] = head.named
    desk.own = _own_words(head, network)
    desk.is_named = head.network is not None or network is not None
    if any(line.role is not None for line in extraction.lines):
        for part in (head.rest, layout.preamble, *(one.pieces for one in layout.drafts), layout.closing):
            take_next_meeting(part, desk, closing)
    people, unread = _people(layout, desk)
    desk.people = people
    before = len(closing.rest)
    read_closing(layout.preamble, desk, closing)
    layout.preamble = closing.rest[before:]
    del closing.rest[before:]
    preamble, loose = _loose(head.rest, layout, desk, width, headed=not nameless)
    agenda = (*loose, *_agenda(layout.drafts, desk, width))
    read_closing(layout.closing, desk, closing)
    appendix = BlockBuilder(Joiner(closing.rest, width, words).units, desk).blocks()
    meeting = Meeting(
        _network(head, network, desk),
        occasion=head.occasion,
        kind=head.kind,
        kind_label=head.kind_label,
        title=head.title,
        number=head.number,
        case_number=head.case_number,
        participants=people,
        preamble=[*preamble, *unread],
        agenda=agenda,
        next_meeting=closing.next_meeting,
        note_taker=closing.note_taker,
        chair=closing.chair,
        verifiers=closing.verifiers,
        appendix=appendix,
        finished_on=closing.finished_on,
    )
    meeting = _with_derived(meeting, closing, desk)
    return Reading(meeting, (*extraction.findings, *desk.findings), furniture, desk.labels)


def _kind_signed(pieces: Sequence[Piece], words: Vocabulary) -> Kind | None:
    """What the document is by the line of the one who wrote it: ``Minnesanteckningar förda av Ida Ek``."""
    for piece in pieces:
        if piece.label is None or piece.label.topic is not Topic.NOTE_TAKER or not piece.rest:
            continue
        first = first_word(piece.label_text.casefold())
        if words.is_kind(first):
            return words.kind_of(first)
    return None


def _kind_above(furniture: Sequence[str], words: Vocabulary) -> Kind | None:
    """What the document is by its running header, where nothing in it says so."""
    said = (word for text in furniture if "<" not in text for word in text.casefold().split())
    return next((words.kind_of(word) for word in said if words.is_kind(word)), None)


def _is_minutes(head: Head, layout: Layout, closing: Closing, desk: Desk) -> bool:
    """Whether anything says that there was a meeting: what the document calls itself, who came or wrote, a
    body, items with numbers, or a date above all. Behind a name a date is that of a letter."""
    if head.kind_label is not None or layout.groups or closing.note_taker is not None:
        return True
    if any(desk.words.is_other_document(piece.text) for piece in layout.head[:2]):
        return False
    if head.title is not None or head.number is not None or closing.next_meeting is not None:
        return True
    if any(draft.number and not draft.title.endswith(".") for draft in layout.drafts):
        return True
    if head.dates is not None and (layout.drafts or not head.named):
        return True
    return head.network is not None and desk.words.names_body(head.network)


def _own_words(head: Head, network: Network | None) -> str:
    names = [head.network, head.title, head.kind_label, head.organisation]
    if network is not None:
        names += [network.name, network.short_name]
    return " ".join(name.casefold() for name in names if name)


def _organisations(network: Network) -> tuple[Organisation, ...]:
    """The organisations that the caller's network names, each once."""
    named = (network.organisation, *(member.organisation for member in network.members))
    return tuple(dict.fromkeys(one for one in named if one is not None))


def _network(head: Head, network: Network | None, desk: Desk) -> Network | None:
    if network is None:
        return Network(head.network, organisation=head.organisation) if head.network else None
    desk.label(f"{head.organisation or ''} {head.network or ''}", 1)
    return network


def _people(layout: Layout, desk: Desk) -> tuple[tuple[Participant, ...], list[Block]]:
    people: list[Participant] = []
    unread: list[Block] = []
    for group in layout.groups:
        people += [with_remarks(person, desk) for person in read_group(group, desk)]
        unread += [Unread(text) for text in group.unread if text]
    return without_invited_twice(people, desk), unread


def _loose(
    rest: Sequence[Piece], layout: Layout, desk: Desk, width: int, *, headed: bool
) -> tuple[list[Block], list[AgendaItem]]:
    """What stands before the first item. In a document without numbers its headings are the items."""
    units = Joiner([*rest, *layout.preamble], width, desk.words).units
    if layout.drafts or not headed:
        return BlockBuilder(_as_labels(units), desk).blocks(), []
    blocks, items = _split(units, desk, "")
    return blocks, items


def _as_labels(units: Sequence[Unit]) -> list[Unit]:
    """Headings before the first numbered item head sections."""
    return [
        attrs.evolve(unit, shape=Shape.LABEL) if unit.shape is Shape.HEADING and unit.text else unit
        for unit in units
    ]


def _agenda(drafts: Sequence[Draft], desk: Desk, width: int) -> list[AgendaItem]:
    """The items, those of a deeper level inside the one above."""
    _note_gaps(drafts, desk)
    roots: list[AgendaItem] = []
    stack: list[tuple[Draft, list[AgendaItem]]] = []
    deepest = desk.limits.nesting

    def close(level: int) -> None:
        while stack and stack[-1][0].level >= level:
            draft, children = stack.pop()
            item = _item(draft, children, desk, width)
            (stack[-1][1] if stack else roots).append(item)

    for draft in drafts:
        draft.level = min(draft.level, deepest)
        close(draft.level)
        stack.append((draft, []))
    close(0)
    return roots


def _note_gaps(drafts: Sequence[Draft], desk: Desk) -> None:
    last = None
    for draft in drafts:
        if draft.level != 1 or not draft.number.strip("§ ").isdigit():
            continue
        value = int(draft.number.strip("§ "))
        if last is not None and value != last + 1:
            message = "Numreringen bryts: {number} följer på {last}."
            desk.note("item.number-gap", message, draft.line, number=str(value), last=str(last))
        last = value


def _item(draft: Draft, children: list[AgendaItem], desk: Desk, width: int) -> AgendaItem:
    units = Joiner(draft.pieces, width, desk.words).units
    title, case_number = _case_number(draft, desk)
    label = desk.words.label_of(title)
    if label is not None and label.topic is Topic.ACTIONS:
        body = BlockBuilder(units, desk, title).actions()
        items: list[AgendaItem] = []
    elif label is not None and label.topic is Topic.DECISION:
        body, items = BlockBuilder(units, desk, title).decisions(), []
    else:
        body, items = _split(units, desk, title)
    return AgendaItem(
        title,
        number=draft.number,
        case_number=case_number,
        planned_duration=duration_in(title),
        presenters=presenters_in(body, desk),
        body=body,
        items=[*items, *children],
        attachments=attachments_in(body, desk),
    )


def _case_number(draft: Draft, desk: Desk) -> tuple[str, str | None]:
    """The title without the case number that stands at its beginning or its end, and that."""
    apart = apart_from(draft.title) if draft.case_number is None else None
    if apart is None:
        return draft.title, draft.case_number
    title, number, word = apart
    desk.label(word, draft.line)
    return title, number


def _split(units: Sequence[Unit], desk: Desk, heading: str) -> tuple[list[Block], list[AgendaItem]]:
    """Blocks up to the first sub-heading, and an item for each sub-heading."""
    starts = [place for place, unit in enumerate(units) if unit.shape is Shape.HEADING]
    body = BlockBuilder(units[: starts[0]] if starts else units, desk, heading).blocks()
    items = []
    for start, end in pairwise([*starts, len(units)]):
        title = units[start].text
        blocks = BlockBuilder(units[start + 1 : end], desk, title).blocks()
        items.append(
            AgendaItem(
                title,
                planned_duration=duration_in(title),
                presenters=presenters_in(blocks, desk),
                body=blocks,
                attachments=attachments_in(blocks, desk),
            )
        )
    return body, items


# ------------------------------------------------------------------------------- what also stands elsewhere


def _with_derived(meeting: Meeting, closing: Closing, desk: Desk) -> Meeting:
    """*meeting* with what its own items and attendance list tell of hours, offices and the next meeting."""
    meeting = with_offices(meeting, closing, desk)
    _label_copies(meeting, closing, desk)
    if meeting.next_meeting is None and desk.is_minutes:
        meeting = attrs.evolve(meeting, next_meeting=_told_next_meeting(meeting, desk))
    return _with_hours(meeting, desk)


def _label_copies(meeting: Meeting, closing: Closing, desk: Desk) -> None:
    """Words that were read into a field and that also stand elsewhere become labels, so that each
    counts once."""
    offices = ((closing.note_taker, Topic.NOTE_TAKER), (closing.chair, Topic.CHAIR))
    for person, office in (*offices, *((one, Topic.VERIFIER) for one in closing.verifiers)):
        if person is not None and tells_office(meeting, person, office, desk.words):
            desk.label(" ".join(of_person(person)), closing.lines.get(office, 0))
    if closing.next_meeting is not None and tells_next_meeting(meeting, desk.words):
        for part in of_occasion(closing.next_meeting):
            desk.label(part, closing.lines.get(Topic.NEXT_MEETING, 0))


def _told_next_meeting(meeting: Meeting, desk: Desk) -> Occasion | None:
    """The next meeting as an item of its own tells it; its words stay there."""
    for text in next_meeting_texts(meeting, desk.words):
        quiet = Desk(desk.words, desk.limits)
        quiet.meeting_date = desk.meeting_date
        moment = read_moment(text, desk, 0, role="next")
        if not moment.is_known:
            if (vague := vague_opening(text, desk, "next")) is not None:
                return vague
            continue
        told = Told()
        behind = with_place(moment.around[-1], told, desk)
        told = read_around((*moment.around[1:-1], behind), quiet, 0, told=told)
        return Occasion(
            moment.dates,
            times=moment.times,
            part_of_day=moment.part_of_day,
            place=told.place,
            mode=told.mode,
            tentative=told.tentative,
            place_tentative=told.place_tentative,
        )
    return None


def _with_hours(meeting: Meeting, desk: Desk) -> Meeting:
    """*meeting* with the hours at which its items say that it was opened and closed."""
    occasion = meeting.occasion or Occasion()
    if not meeting.agenda or (occasion.times is not None and occasion.times.end is not None):
        return meeting
    start = occasion.times or _hour(meeting.agenda[0], desk.words.opens, desk.words)
    if start is None:
        return meeting
    end = _hour(meeting.agenda[-1], desk.words.ends, desk.words)
    times = TimeSpan(start.start, end.start if end is not None else start.end)
    return attrs.evolve(meeting, occasion=attrs.evolve(occasion, times=times))


def _hour(item: AgendaItem, saying: tuple[str, ...], words: Vocabulary) -> TimeSpan | None:
    texts = [
        item.title or "",
        *(block.text for block in item.body if isinstance(block, Paragraph | Decision)),
    ]
    for text in texts:
        if not any(word in text.casefold() for word in saying):
            continue
        if (found := find_times(text, [], words)) is not None:
            return found[0]
    return None
