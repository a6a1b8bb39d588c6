"""A document beside what was understood: each line tells what became of it, in the order of the document."""

from datetime import date, time

import pytest

import motesprotokoll as mp
from motesprotokoll.beside import beside, lines_beside
from motesprotokoll.extraction import Line
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    BulletList,
    Decision,
    ListItem,
    Meeting,
    Network,
    Occasion,
    Paragraph,
    PartialDate,
    Participant,
    Section,
    Table,
    TimeSpan,
    Unread,
)

MEETING = Meeting(
    Network("Skolnätet", organisation="Ale kommun"),
    occasion=Occasion(date(2027, 2, 5), times=TimeSpan(time(9), time(12)), place="Ale"),
    kind_label="Anteckningar",
    participants=[Participant("Ida Ek", organisation="Ale"), Participant("Bo Al")],
    agenda=[
        AgendaItem(
            "Budget",
            number="1",
            body=[
                Paragraph("Ida berättade om läget i kommunen."),
                Decision("Nätverket beslutar", clauses=["att spara pengar"]),
                ActionItem("Bo ringer runt"),
                Section("Bakgrund", body=[Unread("Otydligt klotter här")]),
                Table([["a", "b"]], title="Kostnader"),
                BulletList([ListItem("Ett led i listan")]),
            ],
            items=[AgendaItem("Lokal", number="a")],
        ),
    ],
    note_taker="Bo Al",
    next_meeting=Occasion(PartialDate("i maj")),
)


def told(*texts: str, labels: tuple[str, ...] = (), cells: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """What became of lines with these *texts*."""
    lines = [Line(text, number, cells=cells) for number, text in enumerate(texts, 1)]
    return [row.told for row in lines_beside(lines, Reading(MEETING, labels=labels))]


class TestLinesBeside:
    def test_text_by_what_it_is(self) -> None:
        """Items with their numbers, decisions, clauses, actions, text, and what was not understood."""
        found = told(
            "1. Budget",
            "Ida berättade om läget i kommunen.",
            "Beslut: Nätverket beslutar",
            "- att spara pengar",
            "Bo ringer runt",
            "Bakgrund",
            "Otydligt klotter här",
            "Kostnader",
            "• Ett led i listan",
            "a. Lokal",
        )
        assert found == [
            ("punkt 1",), ("text",), ("beslut",), ("att-sats",), ("åtgärd",), ("avsnitt",), ("oläst",),
            ("tabell",), ("text",), ("punkt a",),
        ]  # fmt: skip

    def test_a_line_of_several_things(self) -> None:
        """Each is told, in order; and a thing of several lines is told at each of them."""
        assert told("i kommunen. Nätverket beslutar att spara") == [("text", "beslut", "att-sats")]
        assert told("Ida berättade om", "läget i kommunen.") == [("text",), ("text",)]

    def test_facts_with_their_values(self) -> None:
        """As they were understood, so that a wrong one is seen."""
        assert told("Skolnätet, Ale kommun") == [("organ: Skolnätet", "organisation: Ale kommun")]
        assert [line.replace("\u00a0", " ") for line in told("Den 5 februari")[0]] == [
            "tid: 5 februari 2027, kl. 09.00–12.00"
        ]
        assert told("kl. 09:00")[0][0].startswith("tid: ")
        assert told("Med: Bo Al, Ida Ek") == [("närvarande: Bo Al, Ida Ek (Ale)", "antecknat av: Bo Al")]
        assert told("Vi ses i maj") == [("nästa möte: i maj",)]

    def test_cells_one_by_one(self) -> None:
        """A row may hold in another order what the meeting holds."""
        cells = ("Bo ringer runt", "Ida berättade om läget i kommunen.")
        assert told("  ".join(cells), cells=cells) == [("åtgärd", "text")]

    def test_labels_and_what_belongs_to_nothing(self) -> None:
        """A label says so. What nothing knows has a question mark, what has no letter has nothing."""
        assert told("Närvarande:", "Xyz abc", "____", labels=("Närvarande",)) == [("etikett",), ("?",), ()]

    def test_a_line_that_is_known_in_part(self) -> None:
        """By its beginning or its end: words of it may have become something else."""
        assert told("Ida berättade om läget i kommunen och mer som ströks därefter helt") == [("text",)]
        assert told("skolnäte") == [("organ: Skolnätet",)]

    def test_short_words_are_not_found_inside_others(self) -> None:
        """Three letters stand in many words."""
        assert told("lag") == [("?",)]

    def test_a_name_of_one_letter_and_a_meeting_without_days(self) -> None:
        """A letter stands in every word, and only a place is known of the time."""
        meeting = Meeting(occasion=Occasion(place="Ale"), participants=[Participant("B")])
        rows = lines_beside([Line("B", 1), Line("Möte i Ale", 2)], Reading(meeting))
        assert [row.told for row in rows] == [("?",), ("plats: Ale",)]

    def test_findings_at_their_lines(self) -> None:
        """By line or by page; others stand in the summary alone."""
        findings = [
            Finding("a", Severity.NOTE, "A", "rad 2"),
            Finding("b", Severity.NOTE, "B", "sida 2"),
            Finding("c", Severity.NOTE, "C"),
            Finding("d", Severity.NOTE, "D", "rad 99"),
        ]
        lines = [Line("Ett", 1), Line("Två", 2), Line("Tre", 3, page=2), Line("Fyra", 4, page=2)]
        rows = lines_beside(lines, Reading(MEETING, tuple(findings)))
        assert [[one.code for one in row.findings] for row in rows] == [[], ["a"], ["b"], []]

    def test_in_english(self) -> None:
        """The words are translated, the document's own stay."""
        rows = lines_beside([Line("1. Budget"), Line("Bo Al")], Reading(MEETING), "en")
        assert [row.told for row in rows] == [("item 1",), ("present: Bo Al", "notes by: Bo Al")]


class TestBeside:
    @pytest.mark.parametrize("width", [20, 80, 500])
    def test_two_columns(self, width: int) -> None:
        """No line is wider than the terminal; long ones go on below."""
        lines = [Line("Ida berättade om läget i kommunen. " * 5, 1), Line("Med: Bo Al, Ida Ek", 2)]
        finding = Finding("x.y", Severity.WARNING, "Något som är osäkert. " * 8, "rad 1")
        head, *rows = beside(lines, Reading(MEETING, (finding,)), width=width)
        assert head.startswith("Dokumentet, rad för rad")
        assert all(len(row) <= min(max(width, 60), 140) for row in rows)
        assert any(row.startswith("  ^ rad 1: varning [x.y]") for row in rows)
        assert any("| närvarande: Bo Al" in row for row in rows)

    def test_a_document_of_an_archive(self) -> None:
        """Each of its lines is known."""
        text = """Anteckningar Skolnätet 2027-02-05
Närvarande: Ida Ek, Bo Al
1. Budget
Nätverket beslutar att spara.
2. Nästa möte
5 mars 2027
Vid anteckningarna: Bo Al
"""
        reading = mp.read_text(text)
        rows = lines_beside([Line(line, number) for number, line in enumerate(text.splitlines(), 1)], reading)
        assert all(row.told and row.told != ("?",) for row in rows), rows
