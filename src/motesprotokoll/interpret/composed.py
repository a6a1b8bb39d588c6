"""A document that we wrote becomes a meeting again: the inverse of `motesprotokoll.compose`, no guessing.

It is total: a document that somebody changed by hand gives the meeting that its labels say; what stands where
nothing is expected becomes a section or a paragraph in that place, so that no word is dropped.
"""

from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any

import attrs

from motesprotokoll.errors import DateError, MinutesError
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attachment,
    Block,
    BulletList,
    Cell,
    Dates,
    DateSpan,
    Decision,
    Link,
    ListItem,
    Meeting,
    Network,
    Occasion,
    Paragraph,
    PartialDate,
    Participant,
    PartOfDay,
    Schedule,
    Section,
    Table,
    TimeSpan,
    Unread,
)
from motesprotokoll.model.text import plain
from motesprotokoll.outline import Grid, Heading, Labelled, Line, Listing, Node, Notes, Outline, Rule, Text
from motesprotokoll.swedish import parse_occasion, parse_participant
from motesprotokoll.vocabulary import SWEDISH
from motesprotokoll.wording import (
    ATTENDANCES,
    BASES,
    KINDS,
    LABELS,
    MODES,
    OUTCOMES,
    PARTS_OF_DAY,
    STATUSES,
    attendance_of,
    dates_from_iso,
    decider_of,
    document_title,
    duration_from_words,
    duration_in,
    is_attendance_label,
    label_key,
    note_keys,
    number_and_title,
    split_occasion,
    value_of,
)

_ATTENDANCE_OF_NOTE = {word: attendance for attendance, word in ATTENDANCES.items()}
_BASIS_OF_NOTE = {word: basis for basis, word in BASES.items()}
_HEAD_TEXTS = ("number", "case_number", "language", "id")
_OCCASION_LABELS = ("dates", "place", "mode", "label", "note", "uid")


class _Ledger:
    """The words that became structure, in the document's order."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def keep(self, *words: str) -> None:
        self.words.extend(word for word in words if word)


class _Notes:
    """The notes of one line by key. Reading one enters its words in the ledger."""

    def __init__(self, notes: Notes, ledger: _Ledger) -> None:
        self._notes = [(note_keys().get(word), word, value) for word, value in notes]
        self._ledger = ledger

    def __contains__(self, key: str) -> bool:
        return any(key == known for known, _, _ in self._notes)

    def all(self, key: str) -> tuple[str, ...]:
        found = [(word, value) for known, word, value in self._notes if known == key]
        for word, value in found:
            self._ledger.keep(word, value)
        return tuple(value for _, value in found)

    def get(self, key: str) -> str | None:
        values = self.all(key)
        return values[-1] if values else None

    def flag(self, key: str) -> bool:
        return self.get(key) is not None

    def value(self, key: str, table: Any) -> Any:
        word = self.get(key)
        return None if word is None else _value(table, word)

    def day(self, key: str) -> date | None:
        day: date | None = _or_none(date.fromisoformat, self.get(key))
        return day

    def count(self, key: str) -> int | None:
        text = self.get(key)
        return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 4300 else None


def _or_none(convert: Any, text: str | None) -> Any:
    try:
        return None if text is None else convert(text)
    except (ValueError, MinutesError):
        return None


def _value(table: Any, word: str) -> Any:
    try:
        return value_of(table, word)
    except KeyError:
        return None


def decompose(outline: Outline) -> tuple[Meeting, tuple[str, ...]]:
    """The meeting that *outline* says, and the words of it that became structure."""
    ledger = _Ledger()
    body, tail, appendix = _parts(outline.nodes)
    facts: dict[str, Any] = {}
    first_item = next((place for place, node in enumerate(body) if _is_item(node)), len(body))
    rest = _head(body[:first_item], facts, ledger)
    facts["preamble"] = tuple(rest)
    facts["agenda"] = _items(body[first_item:], ledger)
    leftover = _tail(tail, facts, ledger)
    facts["appendix"] = (*leftover, *_blocks(appendix, ledger))
    return _titled(facts, outline.language, ledger), tuple(ledger.words)


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


def _titled(facts: dict[str, Any], language: str, ledger: _Ledger) -> Meeting:
    """The meeting; the printed title is its own unless it is the one that its facts give."""
    printed, own = facts.pop("printed_title", None), facts.pop("title", None)
    meeting = Meeting(**facts)
    if own is not None or printed is None:
        return attrs.evolve(meeting, title=own)
    if printed in (document_title(meeting, "sv"), document_title(meeting, "en")):
        ledger.keep(printed)
        return meeting
    return attrs.evolve(meeting, title=printed)


# ------------------------------------------------------------------ head


def _head(nodes: list[Node], facts: dict[str, Any], ledger: _Ledger) -> Iterator[Block]:
    """Enters the head's facts; what is none of them belongs to the preamble."""
    occasion: dict[str, Any] = {}
    people: list[Participant] = []
    for node in nodes:
        if isinstance(node, Heading):
            facts["printed_title"] = node.text
        elif isinstance(node, Text) and not facts and (name := _sentence((node,))):
            facts["network"] = Network(name)
        elif isinstance(node, Labelled) and _is_group(node):
            people.extend(_group(node, ledger))
        elif not (isinstance(node, Labelled) and _head_field(node, facts, occasion, ledger)):
            yield from _block(node, ledger)
    facts["participants"] = tuple(people)
    if occasion.pop("known", False):
        facts["occasion"] = Occasion(**occasion)


def _head_field(node: Labelled, facts: dict[str, Any], occasion: dict[str, Any], ledger: _Ledger) -> bool:
    """Enters the fact that *node* labels; false where it labels none, or one that is known already."""
    key, text, notes = label_key(node.label), plain(node.content), _Notes(node.notes, ledger)
    if key is None or key in facts or node.nodes or node.lines or "section" in notes:
        return False
    if key in _OCCASION_LABELS:
        return _occasion_field(node, occasion, ledger)
    if key == "kind_label":
        facts["kind_label"] = text
        facts["kind"] = notes.value("kind", KINDS) if "kind" in notes else SWEDISH.kind_of(text)
    elif key in _HEAD_TEXTS or key == "title":
        facts[key] = text
        if key == "title":
            ledger.keep(facts.get("printed_title", ""))
    elif key == "kind" and (kind := _value(KINDS, text)):
        facts["kind"] = kind
        ledger.keep(text)
    elif key == "status" and (status := _value(STATUSES, text)):
        facts["status"] = status
        ledger.keep(text)
    elif key == "finished_on" and (day := _or_none(date.fromisoformat, text)):
        facts["finished_on"] = day
        ledger.keep(text)
    else:
        return False
    ledger.keep(node.label)
    return True


def _occasion_field(node: Labelled, facts: dict[str, Any], ledger: _Ledger) -> bool:
    key, text, notes = label_key(node.label), plain(node.content), _Notes(node.notes, ledger)
    if key is None or key in facts or node.lines:
        return False
    if key == "dates":
        if not _when(text, notes, facts, ledger):
            return False
        facts["tentative"], facts["cancelled"] = notes.flag("tentative"), notes.flag("cancelled")
        facts["sequence"] = notes.count("sequence")
    elif key == "mode":
        mode = _value(MODES, text)
        if mode is None:
            return False
        facts["mode"] = mode
        ledger.keep(text)
    else:
        facts[key] = text
        if key == "place":
            facts["place_tentative"] = notes.flag("place_tentative")
    facts["known"] = True
    ledger.keep(node.label)
    return True


def _when(text: str, notes: _Notes, facts: dict[str, Any], ledger: _Ledger) -> bool:
    """Enters day, hour and part of day; false where the words say none."""
    if spelt_out(notes):
        facts.update(_spelt_out(notes))
    elif text:
        try:
            said = parse_occasion(text)
        except DateError:
            return False
        facts.update(dates=said.dates, times=said.times, part_of_day=said.part_of_day)
    else:
        facts["dates"] = None
    ledger.keep(text)
    return True


_SPELT_OUT = ("date", "vague", "from", "part_of_day")


def spelt_out(notes: _Notes) -> bool:
    """Whether notes say the date, so that the words beside them are only for people."""
    return any(key in notes for key in _SPELT_OUT)


def _spelt_out(notes: _Notes) -> dict[str, Any]:
    start, end = (_or_none(time.fromisoformat, notes.get(key)) for key in ("from", "to"))
    return {
        "dates": _spelt_out_dates(notes),
        "times": TimeSpan(start, end) if start else None,
        "part_of_day": notes.value("part_of_day", PARTS_OF_DAY),
    }


def _spelt_out_dates(notes: _Notes) -> Dates | None:
    if "date" in notes:
        span: DateSpan | None = _or_none(dates_from_iso, notes.get("date"))
        return span
    if vague := notes.get("vague"):
        return PartialDate(vague, earliest=notes.day("earliest"), latest=notes.day("latest"))
    return None


# ------------------------------------------------------------------ people


def _all_said(lines: tuple[Line, ...]) -> bool:
    """Whether there are lines, and every one says something."""
    return bool(lines) and all(plain(line.content) for line in lines)


def _is_group(node: Labelled) -> bool:
    if node.content or node.nodes or not _all_said(node.lines):
        return False
    key, keys = label_key(node.label), {note_keys().get(word) for word, _ in node.notes}
    if keys & _ATTENDANCE_OF_NOTE.keys():
        return True
    return (
        "section" not in keys
        and "schedule" not in keys
        and (key in _ATTENDANCE_OF_NOTE or (key is None and is_attendance_label(node.label)))
    )


def _group(node: Labelled, ledger: _Ledger) -> Iterator[Participant]:
    notes, key = _Notes(node.notes, ledger), label_key(node.label)
    said = [attendance for word, attendance in _ATTENDANCE_OF_NOTE.items() if notes.flag(word)]
    group: str | None = node.label
    if said:
        attendance = said[-1]
    elif key in _ATTENDANCE_OF_NOTE:
        attendance, group = _ATTENDANCE_OF_NOTE[key], None
    else:
        attendance = attendance_of(node.label)
    # A heading stands once over many names, so its letters are counted once and not with each person.
    ledger.keep(node.label)
    for line in node.lines:
        yield attrs.evolve(_person(line, ledger), attendance=attendance, group=group)


def _person(line: Line, ledger: _Ledger) -> Participant:
    notes, text = _Notes(line.notes, ledger), plain(line.content)
    if name := notes.get("name"):
        ledger.keep(text)
        return Participant(
            name,
            role=notes.get("role"),
            unit=notes.get("unit"),
            organisation=notes.get("organisation"),
            note=notes.get("remark"),
        )
    try:
        return parse_participant(text)
    except MinutesError:
        return Participant(text)


def _signer(node: Labelled, ledger: _Ledger) -> Participant:
    notes = _Notes(node.notes, ledger)
    said = note_keys().get(notes.get("attendance") or "")
    attendance = _ATTENDANCE_OF_NOTE.get(said) if said else None
    ledger.keep(node.label)
    one = _person(Line(node.content, node.notes), ledger)
    return attrs.evolve(one, attendance=attendance, group=notes.get("group"))


# ------------------------------------------------------------------ agenda


def _items(nodes: list[Node], ledger: _Ledger) -> tuple[AgendaItem, ...]:
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


def _item(heading: Heading, nodes: list[Node], ledger: _Ledger) -> AgendaItem:
    facts = _heading_facts(heading, ledger)
    first_sub = next((place for place, node in enumerate(nodes) if isinstance(node, Heading)), len(nodes))
    body: list[Block] = []
    for node in nodes[:first_sub]:
        if not (isinstance(node, Labelled) and _item_field(node, facts, ledger)):
            body.extend(_block(node, ledger))
    facts.setdefault("planned_duration", duration_in(facts["title"]))
    return AgendaItem(body=tuple(body), items=_items(nodes[first_sub:], ledger), **facts)


def _heading_facts(heading: Heading, ledger: _Ledger) -> dict[str, Any]:
    notes = _Notes(heading.notes, ledger)
    if notes.flag("untitled"):
        if notes.flag("unnumbered"):
            ledger.keep(heading.text)
            return {"number": None, "title": None}
        return {"number": heading.text, "title": None}
    if notes.flag("unnumbered"):
        return {"number": None, "title": heading.text}
    number, title = number_and_title(heading.text, notes.get("number"))
    return {"number": number, "title": title}


def _item_field(node: Labelled, facts: dict[str, Any], ledger: _Ledger) -> bool:
    key, text, notes = label_key(node.label), plain(node.content), _Notes(node.notes, ledger)
    if key is None or key in facts or node.nodes or "section" in notes or "schedule" in notes:
        return False
    if key == "case_number" and text and not node.lines:
        facts[key] = text
    elif key == "planned_duration" and not node.lines and (not text or duration_from_words(text) is not None):
        facts[key] = duration_from_words(text)
        ledger.keep(text)
    elif key == "presenters" and _all_said(node.lines) and not text:
        facts[key] = tuple(_presenter(line, ledger) for line in node.lines)
    elif key == "attachments" and _all_said(node.lines) and not text:
        facts[key] = tuple(_attachment(line, ledger) for line in node.lines)
    else:
        return False
    ledger.keep(node.label)
    return True


def _presenter(line: Line, ledger: _Ledger) -> Participant:
    return _signer(Labelled("", line.content, notes=line.notes), ledger)


def _attachment(line: Line, ledger: _Ledger) -> Attachment:
    notes = _Notes(line.notes, ledger)
    link = line.content[0] if len(line.content) == 1 and isinstance(line.content[0], Link) else None
    return Attachment(
        plain(line.content),
        url=link.url if link else None,
        kind=notes.get("kind"),
        supplied=not notes.flag("mentioned"),
    )


# ------------------------------------------------------------------ what follows the agenda


def _tail(nodes: list[Node], facts: dict[str, Any], ledger: _Ledger) -> list[Block]:
    """Enters what stands after the agenda; what is no fact of a meeting goes before the appendix."""
    leftover: list[Block] = []
    verifiers: list[Participant] = []
    for node in nodes:
        key = label_key(node.label) if isinstance(node, Labelled) else None
        if not isinstance(node, Labelled) or key in facts:
            leftover.extend(_block(node, ledger))
        elif key == "next_meeting" and not node.lines and (occasion := _next_meeting(node, ledger)):
            facts[key] = occasion
        elif key in ("chair", "note_taker") and node.content and not node.nodes:
            facts[key] = _signer(node, ledger)
        elif key == "verifier" and node.content and not node.nodes:
            verifiers.append(_signer(node, ledger))
        elif not (key == "attachments" and _item_field(node, facts, ledger)):
            leftover.extend(_block(node, ledger))
    facts["verifiers"] = tuple(verifiers)
    return leftover


def _next_meeting(node: Labelled, ledger: _Ledger) -> Occasion | None:
    """The occasion below the label, or ``None`` where something there is no fact of one."""
    facts: dict[str, Any] = {}
    mark = len(ledger.words)
    parts = (attrs.evolve(node, label=LABELS["dates"], nodes=()), *node.nodes)
    for part in parts:
        if not (isinstance(part, Labelled) and not part.nodes and _occasion_field(part, facts, ledger)):
            del ledger.words[mark:]
            return None
    ledger.keep(node.label)
    facts.pop("known")
    return Occasion(**facts)


# ------------------------------------------------------------------ blocks


def _blocks(nodes: Iterable[Node], ledger: _Ledger) -> tuple[Block, ...]:
    return tuple(block for node in nodes for block in _block(node, ledger))


def _block(node: Node, ledger: _Ledger) -> Iterator[Block]:
    match node:
        case Text():
            if node.content:
                yield Paragraph(node.content)
        case Listing():
            yield BulletList(
                tuple(ListItem(_blocks(entry.nodes, ledger), marker=entry.marker) for entry in node.entries)
            )
        case Grid():
            rows = tuple(tuple(Cell(_blocks(cell, ledger)) for cell in row) for row in node.rows)
            yield Table(rows, header_rows=node.header_rows, title=node.title)
        case Labelled():
            yield from _labelled(node, ledger)
        case Heading():  # a heading where none belongs: somebody moved it
            yield Section(node.text or "–")
        case Rule():
            return


def _labelled(node: Labelled, ledger: _Ledger) -> Iterator[Block]:
    key, notes = label_key(node.label), _Notes(node.notes, ledger)
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
        yield from _blocks(node.nodes, ledger)
    elif key == "unread" and node.content and not node.lines:
        ledger.keep(node.label)
        yield Unread(node.content)
        yield from _blocks(node.nodes, ledger)
    elif key is None and node.lines and not node.nodes and not is_attendance_label(node.label):
        yield _schedule(node, node.label, notes, ledger)
    else:
        yield from _section(node, ledger)


def _section(node: Labelled, ledger: _Ledger) -> Iterator[Block]:
    """A section; words beside the label and bare lines, which ours never hold, become paragraphs of it."""
    own = [
        Paragraph(content) for content in (node.content, *(line.content for line in node.lines)) if content
    ]
    yield Section(node.label or "–", (*own, *_blocks(node.nodes, ledger)))


def _decision(node: Labelled, notes: _Notes, ledger: _Ledger) -> Iterator[Block]:
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
    yield from _blocks(node.nodes[1:] if clauses else node.nodes, ledger)


def _clauses(nodes: tuple[Node, ...]) -> tuple[str, ...]:
    """The att-satser: the first node, where it is a list of plain sentences without signs."""
    if not nodes or not isinstance(nodes[0], Listing):
        return ()
    texts = [_sentence(entry.nodes) if entry.marker is None else "" for entry in nodes[0].entries]
    return tuple(texts) if all(texts) else ()


def _sentence(nodes: tuple[Node, ...]) -> str:
    if (
        len(nodes) == 1
        and isinstance(nodes[0], Text)
        and all(isinstance(part, str) for part in nodes[0].content)
    ):
        return plain(nodes[0].content)
    return ""


def _basis(notes: _Notes) -> Any:
    return next((basis for word, basis in _BASIS_OF_NOTE.items() if notes.flag(word)), None)


def _action(node: Labelled, notes: _Notes) -> ActionItem:
    due: Dates | None = (
        _or_none(dates_from_iso, notes.get("due")) if "due" in notes else _spelt_out_dates(notes)
    )
    return ActionItem(
        node.content,
        basis=_basis(notes),
        owners=notes.all("owner"),
        due=due,
        done=notes.flag("done"),
        id=notes.get("id"),
    )


def _schedule(node: Labelled, title: str | None, notes: _Notes, ledger: _Ledger) -> Schedule:
    part: PartOfDay | None = notes.value("part_of_day", PARTS_OF_DAY)
    return Schedule(
        title,
        network=notes.get("network"),
        year=notes.count("year") or None,
        part_of_day=part,
        decided_on=notes.day("decided_on"),
        revision=notes.count("revision"),
        occasions=tuple(_occasion_line(line, part, ledger) for line in node.lines),
    )


def _occasion_line(line: Line, part: PartOfDay | None, ledger: _Ledger) -> Occasion:
    text, notes = plain(line.content), _Notes(line.notes, ledger)
    facts: dict[str, Any] = {"label": None}
    if spelt_out(notes) or notes.flag("undated"):
        facts.update(_spelt_out(notes))
        ledger.keep(text)
    elif said := split_occasion(text):
        bare, facts["label"] = said
        facts.update(dates=bare.dates, times=bare.times, part_of_day=bare.part_of_day)
        ledger.keep(text.removesuffix(facts["label"] or ""))
    else:
        facts["label"] = text
    if facts.get("part_of_day") is None and not notes.flag("any_part"):
        facts["part_of_day"] = part
    facts["label"] = notes.get("label") or facts["label"]
    return Occasion(
        place=notes.get("place"),
        mode=notes.value("mode", MODES),
        tentative=notes.flag("tentative"),
        place_tentative=notes.flag("place_tentative"),
        cancelled=notes.flag("cancelled"),
        note=notes.get("note"),
        uid=notes.get("uid"),
        sequence=notes.count("sequence"),
        **facts,
    )
