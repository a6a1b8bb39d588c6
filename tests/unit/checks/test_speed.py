"""Checking takes as long as the document is, with every rule and whatever the document is made of."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bench import checks as bench
from motesprotokoll.checks import check
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attachment,
    Attendance,
    Block,
    BulletList,
    DateSpan,
    Decision,
    Kind,
    Link,
    Meeting,
    Member,
    Network,
    Occasion,
    Organisation,
    Paragraph,
    Participant,
    Schedule,
    Section,
    Table,
    Unread,
)
from timing import grows_at_most, within

TIMES, FACTOR = 8, 30
"""Eight times as much may cost thirty times as much: quadratic would be sixty-four."""
DAY = date(2027, 3, 5)


def in_item(*blocks: Block) -> Meeting:
    network = Network("Kartgruppen", members=[Member("Ida Ek", organisation="Ale")])
    people = [Participant("Ida Ek", organisation="Ale", attendance=Attendance.PRESENT)]
    return Meeting(
        network, occasion=DAY, kind=Kind.MINUTES, participants=people, agenda=[AgendaItem("A", body=blocks)]
    )


def letters(number: int) -> str:
    """A word of letters for each number: no two are near each other."""
    return "".join(chr(97 + int(digit) * 2) for digit in f"{number * 7919:06}").capitalize()


def texts(text: str) -> Callable[[int], Meeting]:
    """One long paragraph, and decisions and actions that say the same."""
    return lambda count: in_item(Paragraph(text * count), Decision(text * count), ActionItem(text * count))


def blocks(make: Callable[[int], Block]) -> Callable[[int], Meeting]:
    """As many blocks."""
    return lambda count: in_item(*map(make, range(count)))


def people(make: Callable[[int], Participant]) -> Callable[[int], Meeting]:
    """As many people, each with something to do."""

    def meeting(count: int) -> Meeting:
        told = [make(number) for number in range(count)]
        tasks = [ActionItem(f"{one.name} ringer", owners=[one.name.split()[0]]) for one in told]
        return Meeting(
            "Gruppen",
            kind=Kind.NOTES,
            participants=told,
            agenda=[AgendaItem("A", body=tasks)],
            verifiers=told,
        )

    return meeting


def members(count: int) -> Meeting:
    seats = [
        Member(f"{letters(one)} Ek", organisation=Organisation(letters(one + 9))) for one in range(count)
    ]
    there = [Participant(one.name, organisation=letters(9), attendance=Attendance.PRESENT) for one in seats]
    return Meeting(Network("Gruppen", members=seats), kind=Kind.NOTES, participants=there, agenda=["A"])


def plans(count: int) -> Meeting:
    days = [
        Occasion(DateSpan(DAY + timedelta(one % 300)), label="torsdag", note="9 maj") for one in range(count)
    ]
    return in_item(Schedule(year=2027, occasions=days))


def nested(count: int) -> Meeting:
    items = [
        AgendaItem("A", number=f"2.{one}.1", items=[AgendaItem("B", number=f"{one}")]) for one in range(count)
    ]
    return Meeting(agenda=items, kind=Kind.MINUTES)


SHAPES: dict[str, Callable[[int], Meeting]] = {
    "words": texts("bord och stolar. "),
    "one word": texts("bord"),
    "decisions": texts("Nämnden beslutade att bifalla förslaget. Det beslutades att vänta. "),
    "promises": texts("Ida återkommer snarast med förslag i morgon, senast fredag 3 mars. "),
    "dates": texts("30 februari 2027, måndag 5 mars kl. 25.00, 5/3–4/3 "),
    "attachments": texts("Se bilaga 2 och bilaga, bifogas. "),
    "addresses": texts("http://intranet/a,b.Se C:\\x file:///y www.a.se. "),
    "abbreviations": texts("tex t.ex t ex mm bla "),
    "signs": texts(" , . ;"),
    "stops": texts("aaa.Bbb"),
    "brackets": texts("[fyll "),
    "colours": texts("till höger rödmarkerat i rött "),
    "capitals": texts("OBS NN XXX "),
    "names": texts("Ida Ek Karin Ekh "),
    "paragraphs": blocks(lambda one: Paragraph(f"- stycke {one} beslutade tex")),
    "clauses": lambda count: in_item(Decision(clauses=[f"att {letters(one)}" for one in range(count)])),
    "same decisions": blocks(lambda one: Decision("Gruppen beslutar att vänta.")),
    "other decisions": blocks(lambda one: Decision(f"Gruppen beslutar att {letters(one)}.")),
    "actions": blocks(lambda one: ActionItem("Ida ringer snarast", owners=["Ida"], due=DAY)),
    "owners": blocks(lambda one: ActionItem("ringer", owners=[letters(one)])),
    "unread": blocks(lambda one: Unread(f"?? {one}")),
    "sections": blocks(lambda one: Section("Yrkanden", ["Bo yrkar avslag."])),
    "rows": lambda count: in_item(Table([["a", "✓", "x"]] * count)),
    "columns": lambda count: in_item(Table([[""] * count, ["x"] * count], header_rows=1)),
    "lists": lambda count: in_item(BulletList(["Ida ringer"] * count)),
    "links": blocks(lambda one: Paragraph(("Se ", Link("här", f"http://exempel.se/{one}")))),
    "supplied": lambda count: Meeting(attachments=[Attachment(f"Bilaga {one}") for one in range(count)]),
    "same people": people(lambda one: Participant("Ida Ek", attendance=Attendance.PRESENT)),
    "other people": people(
        lambda one: Participant(f"{letters(one)} {letters(one + 5)}", organisation=letters(one))
    ),
    "first names": people(lambda one: Participant(f"Maria {letters(one)}", attendance=Attendance.PRESENT)),
    "near names": people(lambda one: Participant(f"Karin Ek{chr(97 + one % 26)}", organisation=f"Al{one}")),
    "members": members,
    "plans": plans,
    "items": nested,
    "titles": lambda count: Meeting(agenda=[f"Bilaga {one} måndag 5 mars" for one in range(count)]),
}


def _grows(shape: str, select: tuple[str, ...], few: int) -> bool:
    small, large = (SHAPES[shape](count) for count in (few, few * TIMES))
    return grows_at_most(
        lambda: check(small, select=select), lambda: check(large, select=select), factor=FACTOR
    )


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_costs_grow_as_the_document_does(shape: str) -> None:
    """With every rule."""
    assert _grows(shape, bench.EVERY, 200)


@pytest.mark.slow
@pytest.mark.parametrize("family", bench.families())
@pytest.mark.parametrize("shape", SHAPES)
def test_costs_of_a_family_grow_as_the_document_does(shape: str, family: str) -> None:
    """Each by itself and larger, so that a slow one does not hide behind the others."""
    assert _grows(shape, (family,), 800)


def test_a_thousand_meetings_take_two_seconds() -> None:
    """On one core, with every rule; a tenth of them here, and twice the time for a slow machine."""
    meetings = bench.meetings(100)
    bench.seconds(meetings[:5], bench.EVERY)
    assert within(lambda: bench.seconds(meetings, bench.EVERY), 2 * bench.GOAL_SECONDS / 10)
