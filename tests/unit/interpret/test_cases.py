"""Every form that minutes take in plain text, as a source and the facts that it tells.

A case stands in ``cases/*.txt``: its name after ``===``, the source, and after ``---`` what must be
understood. For each kind of fact that a case names, all facts of that kind must be just those, in that order;
``none`` says that there are none.
"""

from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from motesprotokoll.interpret import Reading, interpret
from motesprotokoll.interpret.accounting import count, letters_of_reading
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attendance,
    Basis,
    Block,
    BulletList,
    Decision,
    Occasion,
    Paragraph,
    Participant,
    Schedule,
    Section,
    Table,
    Unread,
)
from motesprotokoll.readers.text import TextReader

FOLDER = Path(__file__).parent / "cases"
SHARED = "delad organisation"
"""Cases in which an organisation is written once for several people, who then each have it."""


@attrs.frozen
class Case:
    name: str
    source: str
    facts: tuple[str, ...]


def cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("=== ")[1:]:
            name, _, rest = part.partition("\n")
            source, _, facts = rest.rpartition("\n---\n")
            source = (
                source.replace("␌", "\f").replace("␣", "\u00a0").replace("¬", "\u00ad").replace("⌧", "\uf0b7")
            )
            yield Case(f"{path.stem}: {name}", source, tuple(filter(None, facts.split("\n"))))


def person(one: Participant) -> str:
    parts = (("roll", one.role), ("enhet", one.unit), ("org", one.organisation), ("not", one.note))
    return one.name + "".join(f" [{name}: {value}]" for name, value in parts if value is not None)


def occasion(one: Occasion) -> str:
    flags = (
        ("preliminärt", one.tentative),
        ("preliminär plats", one.place_tentative),
        ("inställt", one.cancelled),
    )
    dates = getattr(one.dates, "text", None) or one.dates
    values = (dates, one.times, one.part_of_day, one.mode)
    named = (("plats", one.place), ("kallas", one.label), ("not", one.note))
    return " ".join(
        [
            *(str(value) for value in values if value is not None),
            *(f"[{name}: {value}]" for name, value in named if value is not None),
            *(f"[{name}]" for name, flag in flags if flag),
        ]
    )


def facts(reading: Reading) -> Iterator[tuple[str, str]]:
    meeting = reading.meeting
    if meeting.network is not None:
        yield "body", meeting.network.name
    for key, value in (
        ("kind", meeting.kind),
        ("calls", meeting.kind_label),
        ("title", meeting.title),
        ("number", meeting.number),
        ("case", meeting.case_number),
        ("finished", meeting.finished_on),
    ):
        if value is not None:
            yield key, str(value)
    if meeting.occasion is not None:
        yield "when", occasion(meeting.occasion)
    keys = {
        Attendance.PRESENT: "present",
        Attendance.IN_ATTENDANCE: "also",
        Attendance.ABSENT: "absent",
        None: "invited",
    }
    for one in meeting.participants:
        yield keys[one.attendance], person(one)
        if one.group is not None:
            yield "group", one.group
    yield from blocks(meeting.preamble)
    for item in meeting.agenda:
        yield from items(item, "")
    yield from blocks(meeting.appendix, "appendix")
    if meeting.next_meeting is not None:
        yield "next", occasion(meeting.next_meeting)
    for key, who in (("chair", meeting.chair), ("note-taker", meeting.note_taker)):
        if who is not None:
            yield key, person(who)
    for who in meeting.verifiers:
        yield "verifier", person(who)
    for finding in reading.findings:
        if finding.code != "decision.recognised":
            yield "finding", finding.code if finding.where is None else f"{finding.code} {finding.where}"
            yield "message", finding.message
    for text in reading.furniture:
        yield "furniture", text
    for text in reading.labels:
        yield "label", text


def items(item: AgendaItem, above: str) -> Iterator[tuple[str, str]]:
    name = above + " ".join(filter(None, (item.number, item.title)))
    yield "item", name
    if item.case_number is not None:
        yield "item-case", item.case_number
    if item.planned_duration is not None:
        yield "duration", str(item.planned_duration)
    for one in item.presenters:
        yield "presenter", person(one)
    for attachment in item.attachments:
        yield "attachment", attachment.title
    yield from blocks(item.body)
    for inner in item.items:
        yield from items(inner, f"{name} > ")


def blocks(body: tuple[Block, ...], where: str = "text", depth: int = 1) -> Iterator[tuple[str, str]]:
    for block in body:
        if isinstance(block, Paragraph):
            yield where, block.text
        elif isinstance(block, Unread):
            yield "unread", block.text
        elif isinstance(block, BulletList):
            for one in block.items:
                yield "list", f"{depth} {one.marker} {one.text}".strip()
                yield from (fact for fact in blocks(one.body, where, depth + 1) if fact[0] != where)
        elif isinstance(block, Section):
            yield "section", block.label
            yield from blocks(block.body, where, depth)
        elif isinstance(block, Table):
            yield "header", str(block.header_rows)
            for row in block.rows:
                yield "row", " | ".join(cell.text for cell in row)
                for cell in row:
                    yield from (fact for fact in blocks(cell.body, where) if fact[0] != where)
        else:
            yield from said(block)


def said(block: Decision | ActionItem | Schedule) -> Iterator[tuple[str, str]]:
    if isinstance(block, Decision):
        words = " / ".join(filter(None, (block.text, *block.clauses)))
        by = f" by {block.decided_by}" if block.decided_by else ""
        yield "decision", f"{block.outcome} {block.basis}{by}: {words}"
    elif isinstance(block, ActionItem):
        due = f" ({getattr(block.due, 'text', block.due)})" if block.due is not None else ""
        yield "action", f"{', '.join(block.owners) or '–'}{due}: {block.text}"
        yield ("stated" if block.basis is Basis.STATED else "recognised"), block.text
        if block.done:
            yield "done", block.text
    else:
        yield "schedule", f"{block.year} {block.part_of_day}"
        for one in block.occasions:
            yield "meets", occasion(one)


ALL = list(cases())


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_is_understood_and_loses_nothing(case: Case) -> None:
    """The facts that a form of minutes tells are understood, and no others of their kind; no letter and no
    figure of it is lost, and none counts twice."""
    extraction = TextReader().read(case.source.encode(), DEFAULT_LIMITS)
    reading = interpret(extraction)
    found = list(facts(reading))
    expected = [fact.partition(": ")[::2] for fact in case.facts]
    assert expected, "a case without facts tests nothing"
    for key in dict.fromkeys(key for key, _ in expected):
        wanted = [value for name, value in expected if name == key and value != "none"]
        assert [value for name, value in found if name == key] == wanted, key
    there = count("".join([*(line.text for line in extraction.lines), *extraction.furniture]))
    held = letters_of_reading(reading)
    assert there <= held if SHARED in case.name else there == held
