"""What one document gives a register: the rows of each table, and its error where it could not be read.

A record holds plain cells, no meeting: thousands of them are small, and processes hand them to one another
cheaply.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from datetime import date
from functools import partial
from hashlib import blake2b

import attrs

from motesprotokoll import api
from motesprotokoll import files as sources
from motesprotokoll.batch import Progress, each
from motesprotokoll.checks import check
from motesprotokoll.errors import MinutesError
from motesprotokoll.findings import Finding
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attachment,
    Block,
    BulletList,
    Dates,
    DateSpan,
    Decision,
    Found,
    Meeting,
    Network,
    Occasion,
    Place,
    Schedule,
    Section,
    Table,
)
from motesprotokoll.model.places import items_in
from motesprotokoll.register.columns import PLACES
from motesprotokoll.register.folders import named
from motesprotokoll.registry import DEFAULT_REGISTRY
from motesprotokoll.serialisation import dumps
from motesprotokoll.summary import decision_text
from motesprotokoll.swedish import format_dates, format_occasion
from motesprotokoll.tables import Cell, Row, text_of

Cells = tuple[Cell, ...]


@attrs.frozen(repr=False)
class Record:
    """One document in a register. Where it could not be read, there is the error and nothing else."""

    file: str | None = None
    """The file as it was named; ``None`` for a meeting that came from no file."""
    meeting: str | None = None
    """The meeting's id."""
    digest: str | None = None
    """What tells the file's content from any other."""
    error: str | None = None
    error_code: str | None = None
    rows: Mapping[str, tuple[Cells, ...]] = attrs.field(factory=dict)
    """From the name of a table to this document's rows of it."""

    def table(self, name: str) -> Iterator[Row]:
        """This document's rows of a table, by the names of its columns."""
        return (Row(PLACES[name], cells) for cells in self.rows.get(name, ()))

    @property
    def about(self) -> Row | None:
        """What the meetings' table says of it; ``None`` of a document that could not be read."""
        return next(self.table("meetings"), None)

    def __repr__(self) -> str:
        return f"Record({self.file or self.meeting!r}{', error' if self.error else ''})"


def failed(file: str, error: MinutesError, digest: str | None = None) -> Record:
    """The record of a file that could not be read."""
    return Record(file, None, digest, str(error), error.code)


def record_of(value: Meeting | Reading, file: str | None = None, digest: str | None = None) -> Record:
    """The record of a meeting, or of a document as it was read with what was uncertain in it."""
    reading = Reading(value) if isinstance(value, Meeting) else value
    meeting = reading.meeting
    about = _About(meeting, file)
    rows = {
        "meetings": (_meeting(about),),
        "items": tuple(_items(about)),
        "decisions": tuple(_decisions(about)),
        "actions": tuple(_actions(about)),
        "attendance": tuple(_attendance(about)),
        "schedule": tuple(_schedule(about)),
        "attachments": tuple(_attachments(about)),
        "findings": tuple(_finding(one, about) for one in (*reading.findings, *check(meeting))),
    }
    return Record(file, about.id, digest, rows=rows)


def record_of_file(file: str, *, network: Network | None = None, limits: Limits = DEFAULT_LIMITS) -> Record:
    """The record of a file. What is wrong with it is in the record.

    It is a function of a module, so that other processes can be asked for it.
    """
    digest = None
    try:
        opened = sources.opened(file, limits)
        digest = blake2b(opened.data, digest_size=16).hexdigest()
        known = DEFAULT_REGISTRY.for_suffix(opened.suffix) if opened.suffix else None
        return record_of(api.read(opened.data, format=known, network=network, limits=limits), file, digest)
    except MinutesError as error:
        return failed(file, error, digest)


def read_many(
    files: Iterable[str | os.PathLike[str]],
    *,
    network: Network | None = None,
    limits: Limits = DEFAULT_LIMITS,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Iterator[Record]:
    """The records of *files* as they come, one a file. The arguments are those of `Register.from_files`."""
    read = partial(record_of_file, network=network, limits=limits)
    for count, outcome in enumerate(each(read, named(files), executor), 1):
        if progress is not None:
            progress(count, outcome.task)
        if outcome.result is not None:
            yield outcome.result
        else:
            assert outcome.error is not None  # what came of a file is the one or the other
            yield failed(outcome.task, outcome.error)


# ------------------------------------------------------------------------------------------------ identity


def meeting_id(meeting: Meeting) -> str:
    """The id of a meeting: its own, else one that its body, day and number give, else its whole content.

    So two documents of one meeting have one id, and a file may move without changing it.
    """
    if meeting.id:
        return meeting.id
    if meeting.network and meeting.date:
        return _digest("m", meeting.network.name.casefold(), str(meeting.date), meeting.number or "")
    return _digest("m", dumps(meeting))


def _digest(kind: str, *parts: str) -> str:
    return f"{kind}-{blake2b(chr(31).join(parts).encode(), digest_size=6).hexdigest()}"


class _About:
    """What all rows of a document have in common, and the ids that it has given."""

    def __init__(self, meeting: Meeting, file: str | None) -> None:
        self.meeting = meeting
        self.file = file
        self.id = meeting_id(meeting)
        self.date = meeting.date
        self.body = meeting.body_name
        self._given: Counter[str] = Counter()

    def row_id(self, kind: str, *parts: str) -> str:
        """An id that stays while what is said stays, wherever in the document it stands."""
        plain = _digest(kind, self.id, *parts)
        self._given[plain] += 1
        count = self._given[plain]
        return plain if count == 1 else f"{plain}-{count}"

    @property
    def head(self) -> tuple[Cell, ...]:
        return (self.id, self.date, self.body)


# ------------------------------------------------------------------------------------------------ the tables


def _meeting(about: _About) -> Cells:
    meeting = about.meeting
    return (
        *about.head,
        meeting.title,
        text_of(meeting.kind),
        meeting.number,
        meeting.place,
        text_of(meeting.status),
        len(meeting.present),
        len(meeting.in_attendance),
        len(meeting.absent),
        len(meeting.decisions),
        len(meeting.actions),
        meeting.next_meeting.first_day if meeting.next_meeting else None,
        about.file,
    )


def _items(about: _About) -> Iterator[Cells]:
    meeting = about.meeting
    for name, body in (("preamble", meeting.preamble), ("appendix", meeting.appendix)):
        if body:
            yield _item_row(AgendaItem(body=body), (), Place((name,)), about)
    for item, place, above in items_in(meeting.agenda):
        headings = tuple(one.heading for one in above if one.heading)
        yield _item_row(item, headings, place, about)


def _item_row(item: AgendaItem, above: tuple[str, ...], place: Place, about: _About) -> Cells:
    text = "\n".join(words(item.body))
    row_id = about.row_id("p", item.heading, text)
    return (row_id, *about.head, item.number, item.title, above, text, str(place), about.file)


def _decisions(about: _About) -> Iterator[Cells]:
    for found in about.meeting.walk(Decision):
        decision = found.block
        assert isinstance(decision, Decision)  # `walk` was asked for nothing else
        text = decision_text(decision)
        yield (
            decision.id or about.row_id("b", text),
            *about.head,
            *_where(found),
            text,
            text_of(decision.outcome),
            decision.decided_by,
            text_of(decision.basis),
            str(found.place),
            about.file,
        )


def _actions(about: _About) -> Iterator[Cells]:
    for found in about.meeting.walk(ActionItem):
        action = found.block
        assert isinstance(action, ActionItem)
        yield (
            action.id or about.row_id("a", action.text, *action.owners),
            *about.head,
            *_where(found),
            action.text,
            action.owners,
            _last_day(action.due),
            format_dates(action.due) if action.due else None,
            action.done,
            text_of(action.basis),
            str(found.place),
            about.file,
        )


def _where(found: Found) -> tuple[Cell, Cell]:
    """The item that a block stands in, and the headings above it."""
    return (found.items[-1].heading or None if found.items else None), found.headings


def _last_day(dates: Dates | None) -> date | None:
    return dates.end if isinstance(dates, DateSpan) else dates.latest if dates else None


def _attendance(about: _About) -> Iterator[Cells]:
    for one in about.meeting.participants:
        yield (
            about.row_id("n", one.name, one.organisation or ""),
            *about.head,
            one.name,
            one.role,
            one.unit,
            one.organisation,
            text_of(one.attendance),
            one.group,
            one.note,
            about.file,
        )


def _schedule(about: _About) -> Iterator[Cells]:
    meeting = about.meeting
    if meeting.next_meeting:
        yield _occasion(meeting.next_meeting, "next", about.body, about)
    for found in meeting.walk(Schedule):
        schedule = found.block
        assert isinstance(schedule, Schedule)
        body = schedule.body_name or about.body
        for one in schedule.occasions:
            yield _occasion(one, "schedule", body, about)


def _occasion(one: Occasion, source: str, body: str | None, about: _About) -> Cells:
    said = format_occasion(one) if one.dates or one.times else ""
    span = one.dates if isinstance(one.dates, DateSpan) else None
    return (
        one.uid or about.row_id("t", source, body or "", said, one.label or ""),
        about.id,
        body,
        span.start if span else None,
        span.end if span else None,
        format_dates(one.dates) if one.dates else None,
        f"{one.times.start:%H.%M}" if one.times else None,
        f"{one.times.end:%H.%M}" if one.times and one.times.end else None,
        text_of(one.part_of_day),
        one.place,
        one.label,
        one.tentative,
        one.cancelled,
        source,
        about.file,
    )


def _attachments(about: _About) -> Iterator[Cells]:
    for heading, one in _all_attachments(about.meeting):
        yield (
            about.row_id("d", heading or "", one.title, one.url or ""),
            *about.head,
            heading,
            one.title,
            one.kind,
            one.url,
            one.supplied,
            about.file,
        )


def _all_attachments(meeting: Meeting) -> Iterator[tuple[str | None, Attachment]]:
    for item, *_ in items_in(meeting.agenda):
        yield from ((item.heading or None, one) for one in item.attachments)
    yield from ((None, one) for one in meeting.attachments)


def _finding(one: Finding, about: _About) -> Cells:
    return (about.file, about.id, one.code, one.severity.value, one.message, one.where)


# ------------------------------------------------------------------------------------------------ words


def words(body: Iterable[Block]) -> Iterator[str]:
    """Every text of *body*, in reading order; the row of a table is one."""
    for block in body:
        if isinstance(block, BulletList):
            for item in block.items:
                yield from words(item.body)
        elif isinstance(block, Section):
            yield block.label
            yield from words(block.body)
        elif isinstance(block, Table):
            yield from (block.title,) if block.title else ()
            for row in block.rows:
                yield " | ".join(" ".join(words(cell.body)) for cell in row)
        elif isinstance(block, Schedule):
            yield from _words_of_schedule(block)
        elif isinstance(block, Decision):
            yield decision_text(block)
        else:
            yield block.text


def _words_of_schedule(schedule: Schedule) -> Iterator[str]:
    yield from (schedule.title,) if schedule.title else ()
    for one in schedule.occasions:
        told = (format_occasion(one), one.label, one.place, one.note)
        yield ", ".join(part for part in told if part)
