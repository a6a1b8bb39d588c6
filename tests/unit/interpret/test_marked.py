"""Lines that say themselves what they are: nothing about them is guessed."""

import pytest

from motesprotokoll.extraction import Extraction, Line
from motesprotokoll.interpret import interpret
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.model import ActionItem, Basis, Block, Decision, Outcome, Paragraph, PartialDate, Section

HEAD = (
    Line("HR-nätverket", 1),
    Line("Anteckningar möte 2027-02-05", 2, gap=True),
    Line("Närvarande", 3, gap=True),
    Line("Ida Ek, Ale", 4),
    Line("Bo Al, Lerum", 5),
    Line("1. Välkomna", 6, gap=True),
    Line("Ida hälsade alla välkomna.", 7, gap=True),
    Line("2. Budget", 8, gap=True),
)


def reading(*lines: tuple[str | None, str]) -> Reading:
    marked = [Line(text, number, gap=True, role=role) for number, (role, text) in enumerate(lines, 9)]
    return interpret(Extraction((*HEAD, *marked)))


def body(*lines: tuple[str | None, str]) -> tuple[Block, ...]:
    return reading(*lines).meeting.agenda[1].body


class TestDecisions:
    def test_each_line_is_one(self) -> None:
        """Without a cue in its words; what stands around it stays what it is."""
        found = body(
            (None, "Vi talade om bilen."), ("decision", "Bilen säljs."), ("decision", "Båten också.")
        )
        assert found == (
            Paragraph("Vi talade om bilen."),
            Decision("Bilen säljs.", basis=Basis.STATED),
            Decision("Båten också.", basis=Basis.STATED),
        )

    @pytest.mark.parametrize("role", ["decision", "clause"])
    def test_clauses_belong_to_the_line_above(self, role: str) -> None:
        """By their style, or because they begin with *att*."""
        (found,) = body(
            ("decision", "Nätverket beslutar"), (role, "att sälja bilen"), (role, "att köpa en båt")
        )
        assert isinstance(found, Decision)
        assert (found.text, found.clauses) == ("Nätverket beslutar", ("att sälja bilen", "att köpa en båt"))
        assert (found.outcome, found.decided_by) == (Outcome.ADOPTED, "Nätverket")

    def test_clauses_alone_are_a_decision(self) -> None:
        """The next line that is none begins another."""
        found = body(("clause", "Sälja bilen."), ("clause", "köpa en båt"), ("decision", "Allt annat vilar."))
        assert [block.clauses for block in found if isinstance(block, Decision)] == [
            ("Sälja bilen.", "köpa en båt"),
            (),
        ]

    def test_a_list_below_a_lead_is_its_clauses(self) -> None:
        """Its signs are labels; elsewhere an entry is a decision of its own."""
        read = reading(
            ("decision", "Nätverket beslutar att:"), ("decision", "• sälja"), ("decision", "2. köpa")
        )
        (found,) = read.meeting.decisions
        assert found.clauses == ("sälja", "köpa")
        assert "2" in "".join(read.labels)
        assert body(("decision", "1. Bilen säljs."))[0] == Decision("Bilen säljs.", basis=Basis.STATED)

    def test_a_line_that_begins_small_goes_on(self) -> None:
        """A paragraph that a hand has broken."""
        (found,) = body(("decision", "Bilen som står"), ("decision", "på gården säljs."))
        assert found == Decision("Bilen som står på gården säljs.", basis=Basis.STATED)

    def test_the_label_is_said_already(self) -> None:
        """On the line, or on one of its own; another label is words like others."""
        read = reading(
            ("decision", "Beslut:"), ("decision", "Beslut: Bilen säljs."), ("decision", "Plats: Ale.")
        )
        assert [one.text for one in read.meeting.decisions] == ["Bilen säljs.", "Plats: Ale."]
        assert read.labels.count("Beslut") == 2
        assert (
            reading(("decision", "Beslut om bilen fattas nu."))
            .meeting.decisions[0]
            .text.startswith("Beslut om")
        )

    def test_room_that_nobody_used(self) -> None:
        """Dots and empty labels say nothing."""
        assert body(("decision", "…"), ("action", "Åtgärd:"), ("next-meeting", "Nästa möte:")) == ()

    def test_a_number_is_no_item(self) -> None:
        """What the style says comes before what the line looks like."""
        assert [item.number for item in reading(("decision", "§ 3 antas.")).meeting.agenda] == ["1", "2"]

    def test_ends_a_section(self) -> None:
        """A decision belongs to the item, not to the background above it."""
        found = body((None, "Bakgrund"), (None, "Bilen är gammal."), ("decision", "Bilen säljs."))
        assert [type(block) for block in found] == [Section, Decision]


class TestActions:
    def test_each_line_is_one(self) -> None:
        """With its owner and its time, as below *Att göra*."""
        found = body(
            ("action", "Ida ringer senast 1 mars 2027"), ("decision", "Vi väntar."), ("action", "Städa (Bo)")
        )
        first, decision, last = found
        assert isinstance(first, ActionItem)
        assert isinstance(last, ActionItem)
        assert (first.owners, first.basis, str(first.due)) == (("Ida Ek",), Basis.STATED, "2027-03-01")
        assert (last.owners, last.basis) == (("Bo Al",), Basis.STATED)
        assert isinstance(decision, Decision)


class TestNextMeeting:
    def test_is_taken_out_of_the_text(self) -> None:
        """Wherever it stands; its label is none of its words."""
        read = reading(
            ("next-meeting", "Nästa möte: 26 maj"), ("next-meeting", "kl. 9–12, Ale"), (None, "Slut.")
        )
        told = read.meeting.next_meeting
        assert told is not None
        assert (str(told.dates), str(told.times), told.place) == ("2027-05-26", "09:00–12:00", "Ale")
        assert read.meeting.agenda[1].body == (Paragraph("Slut."),)

    def test_what_names_none_stays_text(self) -> None:
        """So does a second one."""
        assert body(("next-meeting", "Vi hörs."), (None, "Slut."))[0] == Paragraph("Vi hörs.")
        read = reading(("next-meeting", "26 maj 2027"), (None, "Då."), ("next-meeting", "9 juni 2027"))
        assert str(read.meeting.next_meeting and read.meeting.next_meeting.dates) == "2027-05-26"
        assert "9 juni 2027" in str(read.meeting.agenda[1].body[-1])

    def test_may_be_vague(self) -> None:
        """As written."""
        told = reading(("next-meeting", "I slutet av augusti")).meeting.next_meeting
        assert told is not None
        assert isinstance(told.dates, PartialDate)


class TestBulletsWithoutWords:
    @pytest.mark.parametrize("text", ["Beslut:", "Närvarande"])
    def test_below_a_label(self, text: str) -> None:
        """Found by law 5: an entry that holds nothing decided nothing, and is nobody."""
        found = interpret(Extraction((Line(text, 1), Line("•", 2)))).meeting
        assert (found.decisions, found.participants) == ((), ())
