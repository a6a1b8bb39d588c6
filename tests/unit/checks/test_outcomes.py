"""Rules about what comes of decisions and proposals find what was left open, and no more."""

from datetime import date

import pytest

from checked import told
from motesprotokoll.findings import Severity
from motesprotokoll.model import (
    AgendaItem,
    Attachment,
    Block,
    BulletList,
    Decision,
    Kind,
    Link,
    Meeting,
    Network,
    Outcome,
    Paragraph,
    Schedule,
    Section,
    Table,
)

PAINT = "Styrelsen beslutade att måla båthuset rött i sommar."


def minutes(*items: AgendaItem, kind: Kind = Kind.MINUTES) -> Meeting:
    return Meeting(Network("Roddklubben Viken"), occasion=date(2027, 2, 5), kind=kind, agenda=items)


def item(*body: str | Block, title: str = "Båthuset", number: str = "1", **more: object) -> AgendaItem:
    return AgendaItem(title, number=number, body=body, **more)  # type: ignore[arg-type]


class TestDecisionTwice:
    def test_finds_it_in_another_item(self) -> None:
        """Case and stops make no difference."""
        again = Decision(PAINT.upper().rstrip("."))
        (finding,) = told(minutes(item(Decision(PAINT)), item("Hej.", again, title="Bryggan")), "MP405")
        assert (finding.where, finding.excerpt) == ("$.agenda[1].body[1]", again.text)
        assert finding.severity is Severity.WARNING
        assert finding.message == f"Samma beslut står redan tidigare i dokumentet: ”{again.text}”."

    def test_finds_it_in_one_item(self) -> None:
        """There even words that fit any matter are one too many."""
        tabled = Decision("Ärendet om båthuset bordläggs till mars.", outcome=Outcome.TABLED)
        assert len(told(minutes(item(tabled, "Hej.", tabled)), "MP405")) == 1

    def test_finds_clauses(self) -> None:
        """A decision is all of its clauses."""
        one = Decision(clauses=["att måla båthuset", "att välja röd färg"])
        other = Decision(clauses=["att måla båthuset", "att välja blå färg"])
        (finding,) = told(minutes(item(one), item(other), item(one)), "MP405")
        assert (finding.where, finding.excerpt) == ("$.agenda[2].body[0]", "att måla båthuset")

    @pytest.mark.parametrize(
        ("text", "outcome"),
        [
            ("Styrelsen beslutade att lägga informationen till handlingarna.", Outcome.NOTED),
            ("Styrelsen bordlägger saken till nästa möte i mars.", Outcome.TABLED),
            ("Styrelsen beslutade att godkänna rapporten i sin helhet.", Outcome.ADOPTED),
            ("Styrelsen beslutade enligt förslag i alla delar.", Outcome.ADOPTED),
            ("Enligt förslag.", Outcome.ADOPTED),
            ("Godkändes.", Outcome.ADOPTED),
        ],
    )
    def test_leaves_what_fits_many_matters(self, text: str, outcome: Outcome) -> None:
        """The same words below another matter are another decision."""
        decision = Decision(text, outcome=outcome)
        assert told(minutes(item(decision), item(decision, title="Bryggan")), "MP405") == []

    @pytest.mark.parametrize("title", ["Sammanfattning", "Beslut", "9. Beslutslista", "Besluten i korthet"])
    def test_leaves_lists_of_decisions(self, title: str) -> None:
        """Minutes may end, or begin, with all that was decided."""
        meeting = minutes(item(Decision(PAINT)), item(Decision(PAINT), title=title))
        assert told(meeting, "MP405") == []

    def test_finds_it_below_a_title_that_only_begins_so(self) -> None:
        """*Beslut om båthuset* is a matter, and no list."""
        meeting = minutes(item(Decision(PAINT)), item(Decision(PAINT), title="Beslut om båthuset"))
        assert len(told(meeting, "MP405")) == 1

    def test_leaves_different_decisions(self) -> None:
        """A word is enough."""
        blue = Decision(PAINT.replace("rött", "blått"))
        assert told(minutes(item(Decision(PAINT)), item(blue)), "MP405") == []


class TestDecisionOnlyRefers:
    @pytest.mark.parametrize(
        "text",
        [
            "Enligt förslag.",
            "enligt styrelsens förslag",
            "I enlighet med föreliggande förslag.",
            "Styrelsen beslutar enligt förslaget.",
            "Styrelsen beslutade enhälligt enligt ovan.",
        ],
    )
    def test_finds_it_where_nothing_was_proposed(self, text: str) -> None:
        """The reader cannot know what was decided."""
        (finding,) = told(minutes(item("Kassören gick igenom ekonomin.", Decision(text))), "MP406")
        assert (finding.where, finding.excerpt) == ("$.agenda[0].body[1]", text)
        assert finding.severity is Severity.WARNING
        assert finding.message == f"Beslutet hänvisar till något som inte står under punkten: ”{text}”."

    def test_finds_each(self) -> None:
        """One that refers is no proposal for the other."""
        assert len(told(minutes(item(Decision("Enligt förslag."), Decision("Enligt ovan."))), "MP406")) == 2

    @pytest.mark.parametrize(
        "block",
        [
            Paragraph("Kassören föreslog 300 kronor."),
            Paragraph("Två alternativ visades."),
            BulletList(["Bo yrkade avslag."]),
            Section("Förslag till beslut", ["300 kronor"]),
            Table([["Avgift", "300"]]),
            Schedule(occasions=[date(2027, 3, 5)]),
            Paragraph(["Se ", Link("budgeten", "https://rodd.example/b"), "."]),
        ],
        ids=repr,
    )
    def test_leaves_it_where_something_may_be_the_proposal(self, block: Block) -> None:
        """A text that speaks of one, a table, a plan, a link."""
        assert told(minutes(item(block, Decision("Enligt förslag."))), "MP406") == []

    def test_leaves_it_beside_an_attachment(self) -> None:
        """The proposal may be there; it may also stand in another part of the item."""
        refers = Decision("Enligt förslag.")
        assert told(minutes(item(refers, attachments=[Attachment("Budget")])), "MP406") == []
        parts = [item("Bo föreslog rött.", title="Bakgrund"), item(refers, title="Beslut")]
        assert told(minutes(item(items=parts)), "MP406") == []

    @pytest.mark.parametrize(
        "decision",
        [
            Decision("Enligt förslag, med ändringen att avgiften blir 300 kronor."),
            Decision("Enligt förslag", clauses=["att avgiften blir 300 kronor"]),
            Decision("Styrelsen antar planen."),
            Decision("Styrelsen beslutade att båthuset målas enligt förslag 2 från Bo."),
        ],
        ids=repr,
    )
    def test_leaves_those_that_say_something(self, decision: Decision) -> None:
        """Then the reference is an addition."""
        assert told(minutes(item(decision)), "MP406") == []


class TestOutcomeWithoutConsequence:
    def tabled(self, text: str) -> Decision:
        return Decision(text, outcome=Outcome.TABLED)

    def sent(self, text: str, *clauses: str) -> Decision:
        return Decision(text, clauses=clauses, outcome=Outcome.REFERRED_BACK)

    @pytest.mark.parametrize(
        "text", ["Ärendet bordläggs.", "Val av revisor bordlades.", "Frågan om båten skjuts upp."]
    )
    def test_finds_what_is_put_off_for_ever(self, text: str) -> None:
        """Dates before it tell of something else."""
        body = ("Anbudet kom den 3 mars inför nästa möte.", self.tabled(text))
        (finding,) = told(minutes(item(*body)), "MP407")
        assert (finding.where, finding.excerpt) == ("$.agenda[0].body[1]", text)
        assert finding.severity is Severity.NOTE
        assert finding.message == "Det står inte till när ärendet skjuts upp."

    @pytest.mark.parametrize(
        "text",
        [
            "Ärendet bordläggs till nästa möte.",
            "Ärendet bordläggs till den 21 maj.",
            "Frågan skjuts upp till hösten.",
            "Bordläggs i väntan på svar från kommunen.",
            "Val av revisor bordlades till decembermötet.",
            "Ärendet bordläggs tills vidare.",
        ],
    )
    def test_leaves_what_comes_back(self, text: str) -> None:
        """On a day, at a meeting, or when something has happened."""
        assert told(minutes(item(self.tabled(text))), "MP407") == []

    def test_leaves_what_is_told_behind(self) -> None:
        """The next sentence may say when; that of another item does not."""
        body = (self.tabled("Ärendet bordläggs."), "Det tas upp i april.")
        assert told(minutes(item(*body)), "MP407") == []
        assert len(told(minutes(item(body[0]), item(body[1])), "MP407")) == 1

    @pytest.mark.parametrize(
        "decision",
        [Decision("Ärendet återremitteras."), Decision(clauses=["att återremittera ärendet"])],
        ids=repr,
    )
    def test_finds_what_is_sent_back_for_nothing(self, decision: Decision) -> None:
        """Nobody knows what to add."""
        sent = self.sent(decision.text, *decision.clauses)
        (finding,) = told(minutes(item(sent)), "MP407")
        assert finding.message == "Det står inte till vem ärendet återremitteras, eller varför."
        assert finding.excerpt == (decision.text or decision.clauses[0])

    @pytest.mark.parametrize(
        "text",
        [
            "Ärendet återremitteras till förvaltningen.",
            "Ärendet återremitteras för kostnadsberäkning.",
            "Nämnden beslutar att återremittera ärendet eftersom underlaget är ofullständigt.",
        ],
    )
    def test_leaves_what_is_sent_to_somebody(self, text: str) -> None:
        """Or for something."""
        assert told(minutes(item(self.sent(text))), "MP407") == []

    def test_leaves_what_the_item_tells(self) -> None:
        """The reasons may stand in the motion or in a clause."""
        motion = Section("Yrkanden", ["Nadja Rask yrkar att ärendet återremitteras för ny beräkning."])
        assert told(minutes(item(motion, self.sent("Ärendet återremitteras."))), "MP407") == []
        clauses = ("att återremittera ärendet", "att begära att kassören kompletterar budgeten")
        assert told(minutes(item(self.sent("Styrelsen beslutar", *clauses))), "MP407") == []

    def test_leaves_other_outcomes(self) -> None:
        """What was carried needs no day."""
        assert told(minutes(item(Decision("Bifalls.", outcome=Outcome.ADOPTED))), "MP407") == []


class TestProposalWithoutOutcome:
    @pytest.mark.parametrize("text", ["Bo Ek (M) yrkar avslag.", "Ida Ask (-) yrkar att ärendet avgörs."])
    def test_finds_a_motion_in_running_text(self, text: str) -> None:
        """Of somebody with a party, in an item of which nothing is decided."""
        (finding,) = told(self.formal(Paragraph(text)), "MP408")
        assert finding.message == "Här står ett yrkande, men inget beslut."
        assert told(self.formal(Paragraph(text), Decision("Ja.")), "MP408") == []
        assert told(self.formal(Paragraph(text), Paragraph("Ärendet bordläggs.")), "MP408") == []
        assert told(self.formal(Paragraph(text.replace("yrkar", "undrade om"))), "MP408") == []

    def formal(self, *body: str | Block) -> Meeting:
        """A protocol of two paragraphs, of which the first has a decision."""
        first = item(Decision("Nämnden godkänner rapporten."), number="§ 4")
        return minutes(first, item(*body, number="§ 5"))

    @pytest.mark.parametrize("label", ["Yrkanden", "Förslag till beslut", "Yrkande"])
    def test_finds_it(self, label: str) -> None:
        """Of a matter that was only proposed."""
        meeting = self.formal("Bo berättade.", Section(label, ["Nadja Rask (C) yrkar avslag."]))
        (finding,) = told(meeting, "MP408")
        assert (finding.where, finding.severity) == ("$.agenda[1].body[1]", Severity.WARNING)
        assert finding.message == f"Under ”{label}” står ett förslag, men inget beslut."

    def test_is_not_put_off_by_words_among_the_proposals(self) -> None:
        """*Yrkar bifall* tells of no outcome."""
        body = [
            Section("Yrkanden", ["Nadja Rask yrkar bifall. Ärendet bordläggs."]),
            Section("Reservation", ["Bo reserverar sig."]),
        ]
        assert len(told(self.formal(*body), "MP408")) == 1

    @pytest.mark.parametrize(
        "outcome",
        [
            Decision("Nämnden avslår ansökan."),
            Section("Beslut", ["Nämnden avslår ansökan."]),
            Paragraph("Ärendet utgår."),
            Paragraph("Förslaget drogs tillbaka."),
        ],
        ids=repr,
    )
    def test_leaves_what_came_to_something(self, outcome: Block) -> None:
        """A decision, or a word of what became of it."""
        assert told(self.formal(Section("Yrkanden", ["Bo yrkar avslag."]), outcome), "MP408") == []

    @pytest.mark.parametrize("last", ["Eva Al yrkar bifall.", "att avslå ansökan", BulletList(["avslag"])])
    def test_finds_several_proposals(self, last: str | Block) -> None:
        """All that stands below the label is proposed."""
        assert len(told(self.formal(Section("Yrkanden", ["Bo yrkar avslag.", last])), "MP408")) == 1

    def test_leaves_a_decision_without_a_label(self) -> None:
        """It stands below the proposal, and everybody sees it."""
        body = ["Bo yrkar avslag.", "Nämnden bifaller ansökan."]
        assert told(self.formal(Section("Yrkanden", body)), "MP408") == []

    def test_leaves_empty_sections(self) -> None:
        """A heading of the form that nobody used."""
        assert told(self.formal(Section("Yrkanden")), "MP408") == []

    def test_is_asked_of_formal_protocols_only(self) -> None:
        """And only of those in which decisions can be told at all."""
        proposal = Section("Förslag", ["Bo föreslog rött."])
        assert told(minutes(item(Decision("Ja."), proposal)), "MP408") == []
        assert told(minutes(item(Decision("Ja."), proposal, number="§ 1"), kind=Kind.NOTES), "MP408") == []
        assert told(minutes(item(proposal, number="§ 1")), "MP408") == []
