"""How far each guess goes: up to which length, number or distance a layout is what it looks like."""

from collections.abc import Callable

import attrs
import pytest

from motesprotokoll.interpret import Reading, interpret
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import Paragraph, Table
from motesprotokoll.readers.text import TextReader

HEAD = "Styrelsen för båtar\nAnteckningar 2030-04-12\n"


def read(text: str) -> Reading:
    return interpret(TextReader().read(text.encode(), DEFAULT_LIMITS))


def padded(text: str, length: int) -> str:
    """*text* made so long, by a last word of small letters."""
    return f"{text} {'n' * (length - len(text) - 1)}"


@attrs.frozen
class Bound:
    what: str
    most: int
    source: Callable[[int], str]
    holds: Callable[[Reading], object]


BOUNDS = [
    Bound(
        "words of a passive decision",
        45,
        lambda n: f"{HEAD}1. A\nBudgeten {'stor ' * (n - 2)}godkändes.",
        lambda reading: reading.meeting.decisions,
    ),
    Bound(
        "the office before those who were chosen",
        59,
        lambda n: f"{HEAD}1. A\n{padded('Ledamöter', n)}: Ida Ek (omval).",
        lambda reading: reading.meeting.decisions,
    ),
    Bound(
        "the line that leads att-satser",
        199,
        lambda n: f"{HEAD}1. A\n{padded('Styrelsen', n - 9)} beslutar\natt vila",
        lambda reading: reading.meeting.decisions[0].clauses,
    ),
    Bound(
        "the decision that a finding shows whole",
        60,
        lambda n: f"{HEAD}1. A\n{padded('Styrelsen beslutar att', n - 1)}.",
        lambda reading: reading.findings[0].message.endswith("n.”"),
    ),
    Bound(
        "the name of who acts",
        60,
        lambda n: f"{HEAD}1. A\nIda E{'k' * (n - 5)} kontaktar varvet.",
        lambda reading: reading.meeting.actions,
    ),
    Bound(
        "initials of one person",
        4,
        lambda n: (
            f"{HEAD}Närvarande\n{' '.join(('Ada', 'Boman', 'Cask', 'Dal', 'Ek')[:n])}\n"
            f"1. A\nVi ses.\n2. Att göra\n- Måla ({'ABCDE'[:n]})"
        ),
        lambda reading: any(name.startswith("Ada ") for name in reading.meeting.actions[0].owners),
    ),
    Bound(
        "a number that runs ahead",
        6,
        lambda n: f"{HEAD}1. A\nVi ses.\n{1 + n}. B\nVi ses.",
        lambda reading: len(reading.meeting.agenda) == 2,
    ),
    Bound(
        "the number of an item",
        300,
        lambda n: f"{HEAD}{n}. Båtar\nVi ses.",
        lambda reading: reading.meeting.agenda,
    ),
    Bound(
        "the number of a paragraph",
        100_000,
        lambda n: f"{HEAD}§ {n} Båtar\nVi ses.",
        lambda reading: reading.meeting.agenda,
    ),
    Bound(
        "a title with sentences behind it",
        60,
        lambda n: f"{HEAD}1. {padded('Båtar', n - 1)}. Ida redovisade läget.",
        lambda reading: reading.meeting.agenda[0].body,
    ),
    Bound(
        "lines of a title",
        4,
        lambda n: f"{HEAD}1. Båtar och\n" + "bryggor och\n" * (n - 2) + "segel\n\nVi ses.",
        lambda reading: reading.meeting.agenda[0].title.endswith("segel"),
    ),
    Bound(
        "a case number on a line of its own",
        50,
        lambda n: f"{HEAD}§ 1 Båtar\nDnr KS 2030/{'1' * (n - 12)}\nVi ses.",
        lambda reading: reading.meeting.agenda[0].case_number,
    ),
    Bound(
        "a title in a table",
        60,
        lambda n: (
            f"{HEAD}| Punkt | Diskussion |\n| --- | --- |\n"
            f"| 1. {padded('Båtar', n)} | De flyter. |\n| 2. Segel | De är vita. |\n"
        ),
        lambda reading: reading.meeting.agenda,
    ),
    Bound(
        "columns of a table",
        64,
        lambda n: f"{HEAD}1. A\n|{'a|' * (n - 1)}\n|{'b|' * (n - 1)}",
        lambda reading: isinstance(reading.meeting.agenda[0].body[0], Table),
    ),
    Bound(
        "a row of a list of people",
        160,
        lambda n: f"{HEAD}Närvarande\nBo Alm\n{padded('Ida Ek, kassör', n)}\n1. A\nVi ses.",
        lambda reading: len(reading.meeting.participants) == 2,
    ),
    Bound(
        "a name that signs",
        90,
        lambda n: f"{HEAD}1. A\nVi ses.\n\nSekreterare\n{padded('Ida Ek, chef för', n)}",
        lambda reading: reading.meeting.note_taker,
    ),
    Bound(
        "labels above as many values",
        4,
        lambda n: (
            "Protokoll\n"
            + "".join(f"{one}\n" for one in ("Organ", "Datum", "Tid", "Plats", "Diarienummer")[:n])
            + "".join(f"{one}\n" for one in ("Hamnrådet", "2030-04-12", "18.00", "Båthuset", "KS 1")[:n])
            + "1. A\nVi ses."
        ),
        lambda reading: reading.meeting.body_name == "Hamnrådet",
    ),
    Bound(
        "a sub-heading",
        100,
        lambda n: f"{HEAD}1. A\n{padded('Båtar', n)}\n\nDe ligger vid bryggan och läcker lite grann.",
        lambda reading: reading.meeting.agenda[0].items,
    ),
    Bound(
        "the second line of a sub-heading",
        70,
        lambda n: f"{HEAD}1. A\nVi ses.\n\nBåtar\n{padded('och segel', n)}\n\nDe är vita i år.",
        lambda reading: reading.meeting.agenda[0].items,
    ),
    Bound(
        "lines that the paper has broken",
        125,
        lambda n: f"{HEAD}1. A\n" + f"{padded('Båtarna', n)}\n" * 4 + "Slut.",
        lambda reading: len(reading.meeting.agenda[0].body) == 1,
    ),
    Bound(
        "who presents, before the verb",
        120,
        lambda n: f"{HEAD}1. A\n{padded('Ida Ek, chef för', n)} berättade om båtar.",
        lambda reading: reading.meeting.agenda[0].presenters,
    ),
    Bound(
        "a bullet that is an item",
        59,
        lambda n: f"{HEAD}- {padded('Båtar', n)}\nDe flyter i hamnen.\n- Segel\nDe är vita i år.",
        lambda reading: reading.meeting.agenda,
    ),
    Bound(
        "a place below the date",
        59,
        lambda n: f"{HEAD}{padded('Salen', n - 12)} Folkets hus\n1. A\nVi ses.",
        lambda reading: reading.meeting.place,
    ),
    Bound(
        "a line between the body and what the document is",
        60,
        lambda n: f"Båtklubben Viken\n{padded('Stranden', n)}\nProtokoll 2030-04-12\n1. A\nVi ses.",
        lambda reading: reading.meeting.kind_label,
    ),
    Bound(
        "lines between the body and what the document is",
        2,
        lambda n: "Båtklubben Viken\n" + "Stranden\n" * n + "Protokoll 2030-04-12\n1. A\nVi ses.",
        lambda reading: reading.meeting.kind_label,
    ),
    Bound(
        "lines above the last of a letterhead",
        6,
        lambda n: (
            "Plats: Båthuset\n" * (n - 2) + "Båtklubben Viken\nStranden\nProtokoll 2030-04-12\n1. A\nVi ses."
        ),
        lambda reading: reading.meeting.kind_label,
    ),
    Bound(
        "a line behind which the end may have begun",
        40,
        lambda n: (
            f"{HEAD}Vi talade länge om båtarna som ligger vid bryggan.\nJusterare: Bo Alm\n"
            f"{padded('Ekan läcker', n - 1)}.\nSekreterare: Ida Ek"
        ),
        lambda reading: reading.meeting.appendix,
    ),
    Bound(
        "a line of a schedule",
        120,
        lambda n: f"{HEAD}1. A\n{padded('5 maj 2031, Resa', n)}\n\n{padded('6 maj 2031, Resa', n)}",
        lambda reading: reading.meeting.schedule,
    ),
    Bound(
        "words above a schedule that say its year",
        299,
        lambda n: f"{HEAD}1. A\n{padded('Tiderna för 2035 är', n - 1)}.\n\n5 maj\n\n6 juni",
        lambda reading: reading.meeting.schedule.year == 2035,
    ),
    Bound(
        "a line that is a title",
        160,
        lambda n: f"{padded('Protokoll 2030-04-12', n)}\n1. A\nVi ses.",
        lambda reading: reading.meeting.kind_label,
    ),
    Bound(
        "the distance of the next meeting in its title",
        11,
        lambda n: f"{HEAD}1. A\nVi ses.\n2. {'K' + 'k' * (n - 2)} nästa möte\nDen 21 maj 2030.",
        lambda reading: reading.meeting.next_meeting,
    ),
    Bound(
        "words before the next time",
        3,
        lambda n: f"{HEAD}1. A\nStyrelsen {'nu ' * (n - 2)}ses nästa gång den 21 maj 2030.",
        lambda reading: reading.meeting.next_meeting,
    ),
    Bound(
        "columns below each other",
        4,
        lambda n: (
            HEAD
            + "".join(f"{one}\n" for one in ("Namn", "Roll", "Organisation", "Enhet", "Titel")[:n])
            + "".join(f"{one}\n" for one in ("Ida Ek", "kassör", "Ale", "Hamnen", "chef")[:n])
            + "1. A\nVi ses."
        ),
        lambda reading: [one.name for one in reading.meeting.participants] == ["Ida Ek"],
    ),
]


@pytest.mark.parametrize("bound", BOUNDS, ids=[bound.what for bound in BOUNDS])
def test_a_guess_ends_where_it_says(bound: Bound) -> None:
    """What is just long enough is still read; one sign, word or line more, and it is left as it stands."""
    assert bound.holds(read(bound.source(bound.most)))
    assert not bound.holds(read(bound.source(bound.most + 1)))


def test_a_long_paragraph_is_joined_as_a_short_one() -> None:
    """Whether few lines or many make up a paragraph, they are joined alike."""
    line = "båtarna ligger vid bryggan i hamnen och läcker lite mer för varje dag som går-\n"
    for count in (39, 40, 41):
        (paragraph,) = read(f"{HEAD}1. A\nNu när\n{line * count}vi ses.").meeting.agenda[0].body
        assert isinstance(paragraph, Paragraph)
        assert paragraph.text.count("båtarna") == count
        assert paragraph.text.endswith("går-vi ses.")
