"""Rules about how decisions are written find those that leave something out, and no others."""

from datetime import date
from typing import Any

import pytest

import motesprotokoll as mp
from checked import excerpts, told
from motesprotokoll.checks import check
from motesprotokoll.findings import Severity
from motesprotokoll.model import (
    AgendaItem,
    Basis,
    Block,
    BulletList,
    Decision,
    Kind,
    Meeting,
    Network,
    Paragraph,
    Section,
    Table,
    Unread,
)
from timing import grows_at_most


def notes(*body: str | Block, **more: Any) -> Meeting:
    """Notes of a network with one item."""
    given: dict[str, Any] = {"kind": Kind.NOTES, "occasion": date(2027, 2, 5), **more}
    return Meeting(Network("Nätverket för hamnvakter"), agenda=[AgendaItem("Skyltar", body=body)], **given)


def protocol(*body: str | Block) -> Meeting:
    """A formal protocol with one paragraph."""
    item = AgendaItem("Delårsrapport", number="§ 4", body=body)
    return Meeting(Network("Miljönämnden"), kind=Kind.MINUTES, agenda=[item])


class TestWordlessDecision:
    @pytest.mark.parametrize("text", ["– …", "XXX", "____", "fylls i senare", "???"])
    def test_finds_signs_and_blanks(self, text: str) -> None:
        """What was to be filled in is no decision."""
        (finding,) = told(notes("Ida berättade.", Section("Beslut", [Decision(text)])), "MP401")
        assert (finding.where, finding.excerpt) == ("$.agenda[0].body[1].body[0]", text)
        assert finding.severity is Severity.ERROR
        assert finding.message == "Beslutet saknar text."

    def test_has_no_excerpt_of_clauses(self) -> None:
        """There are no words to point at."""
        assert excerpts(notes(Decision(clauses=["…", "–"])), "MP401") == [None]

    @pytest.mark.parametrize(
        "decision",
        [Decision(clauses=["att köpa"]), Decision("Ja"), Decision("Inget."), Decision("inga beslut")],
        ids=repr,
    )
    def test_leaves_words(self, decision: Decision) -> None:
        """Clauses are words, and that nothing was decided is something."""
        assert told(notes(decision), "MP401") == []


class TestDecisionWithoutSubject:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Det beslutades att köpa skyltar.", "Det beslutades"),
            ("Beslutades enhälligt att köpa skyltar.", "Beslutades"),
            ("Efter diskussion beslöts att köpa skyltar.", "beslöts"),
            ("Efter diskussion beslutades det att köpa skyltar.", "beslutades det"),
            ("Man beslutade att köpa skyltar.", "Man beslutade"),
            ("Man enades om att köpa skyltar.", "Man enades"),
            ("Vidare bestämdes att skyltarna ska vara blå.", "Vidare bestämdes"),
            ("Alla är glada och beslut fattas att köpa skyltar.", "beslut fattas"),
            ("Det beslutades att en av skyltarna ska bytas.", "Det beslutades"),
            ("Det beslutas om nya skyltar.", "Det beslutas"),
            ("Efter genomgång av förslaget beslutades att köpa skyltar.", "beslutades"),
        ],
    )
    def test_finds_passives_without_an_agent(self, text: str, words: str) -> None:
        """Nobody decided."""
        assert excerpts(notes(Decision(text)), "MP402") == [words]

    def test_finds_the_words_above_clauses(self) -> None:
        """What was decided may stand on lines of its own."""
        assert excerpts(notes(Decision("Det beslutades:", clauses=["att köpa"])), "MP402") == [
            "Det beslutades"
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "Nätverket beslutade att köpa skyltar.",
            "Det beslutades av styrelsen att köpa skyltar.",
            "Av styrelsen beslutades att köpa skyltar.",
            "Vid nämndens sammanträde beslöt nämnden att köpa skyltar.",
            "Budgeten beslutades enligt förslaget.",
            "Det beslutades den 3 mars att köpa skyltar.",
            "Det beslutades redan förra året att köpa skyltar.",
            "Ärendet bordläggs.",
            "Dagordningen godkändes.",
            "Vi beslutade att man ska köpa skyltar.",
        ],
    )
    def test_leaves_those_that_name_somebody(self, text: str) -> None:
        """Or that have a matter as their subject, or tell of another time."""
        assert told(notes(Decision(text)), "MP402") == []

    def test_leaves_what_the_data_know(self) -> None:
        """The body may stand in the data."""
        assert told(notes(Decision("Det beslutades att köpa.", decided_by="Nätverket")), "MP402") == []

    def test_is_a_warning_in_a_protocol_only(self) -> None:
        """Notes of a network owe less."""
        decision = Decision("Det beslutades att godkänna rapporten.")
        (formal,), (plain,) = told(protocol(decision), "MP402"), told(notes(decision), "MP402")
        assert (formal.severity, plain.severity) == (Severity.WARNING, Severity.NOTE)
        assert formal.where == "$.agenda[0].body[0]"
        assert formal.message == "Det står inte vem som beslutade: ”Det beslutades”."

    def test_is_not_asked_of_an_agenda(self) -> None:
        """Nothing has been decided there."""
        assert told(notes(Decision("Det beslutades att köpa."), kind=Kind.AGENDA), "MP402") == []


class TestHiddenDecision:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Nätverket beslutade att köpa skyltar.",
            "Efter diskussion beslutar nätverket att köpa skyltar.",
            "Hamnnätverket godkänner planen.",
            "Vi enades om att köpa skyltar.",
            "Vi spikar studiedag i Viken.",
            "Det beslutades att köpa skyltar.",
        ],
    )
    def test_finds_the_own_body_deciding(self, sentence: str) -> None:
        """In a paragraph, in a list and in what nobody understood."""
        text = f"Ida visade skyltarna. {sentence} Bo bjöd på kaffe."
        for block in (Paragraph(text), BulletList([text]), Unread(text)):
            assert excerpts(notes(block), "MP403") == [sentence]

    def test_tells_the_place(self) -> None:
        """And the words, cut where they are long."""
        sentence = f"Nätverket beslutade att köpa {'många ' * 20}skyltar."
        (finding,) = told(notes("Hej.", Section("Diskussion", [sentence])), "MP403")
        assert (finding.where, finding.excerpt) == ("$.agenda[0].body[1].body[0]", sentence)
        assert finding.severity is Severity.WARNING
        assert finding.message.startswith("Här står ett beslut i löpande text: ”Nätverket beslutade")
        assert len(finding.message) < 130

    @pytest.mark.parametrize(
        "sentence",
        [
            "Kommunstyrelsen beslutade i mars att köpa skyltar.",
            "Nätverket beslutade i mars att köpa skyltar.",
            "Nätverket beslutade vid förra mötet att köpa skyltar.",
            "Nätverket har beslutat att köpa skyltar.",
            "Nätverket beslutade den 3 mars 2026 att köpa skyltar.",
            "Ida föreslår att nätverket beslutar att köpa skyltar.",
            "Ska nätverket besluta att köpa skyltar?",
            "Om nätverket beslutar att köpa skyltar blir det dyrt.",
            "Vi antar att det blir dyrt.",
            "Alla valde en skylt.",
            "Nätverket rekommenderar blå skyltar.",
            "Dagordningen godkändes.",
            "Beslut tas på nästa möte.",
        ],
    )
    def test_leaves_what_is_no_decision_of_this_meeting(self, sentence: str) -> None:
        """Others' decisions, earlier ones, proposals, questions, and verbs that may only tell something."""
        assert told(notes(f"Ida visade skyltarna. {sentence}"), "MP403") == []

    @pytest.mark.parametrize(
        "label", ["Beslut", "Förslag till beslut", "Yrkanden", "Bakgrund", "Beslutsgång"]
    )
    def test_leaves_sections(self, label: str) -> None:
        """In which one expects it, or in which it is talked about."""
        assert told(notes(Section(label, ["Nätverket beslutade att köpa skyltar."])), "MP403") == []

    def test_leaves_tables_appendices_and_earlier_minutes(self) -> None:
        """There a decision is not hidden, or not of today."""
        sentence = "Nätverket beslutade att köpa skyltar."
        item = AgendaItem("Föregående anteckningar", body=[sentence])
        meeting = Meeting(Network("Nätverket för hamnvakter"), kind=Kind.NOTES, agenda=[item])
        assert told(meeting, "MP403") == []
        assert told(notes(Table([[sentence]])), "MP403") == []
        assert told(notes("Hej.", appendix=[sentence]), "MP403") == []

    def test_leaves_what_is_marked_elsewhere(self) -> None:
        """A summary may repeat it."""
        sentence = "Nätverket beslutade att köpa skyltar."
        assert told(notes(Decision(sentence), f"I korthet. {sentence}"), "MP403") == []

    def test_leaves_what_is_no_record_of_a_meeting(self) -> None:
        """Statutes say what a body decides each year."""
        assert told(notes("Nätverket beslutar om avgiften.", kind=None), "MP403") == []

    def test_knows_short_names(self) -> None:
        """A body may be called by them, and a meeting need not have a body."""
        network = Network("Nätverket för hamnvakter", short_name="Vaktrådet")
        item = AgendaItem("a", body=["Vaktrådet beslutade att vänta."])
        assert len(told(Meeting(network, kind=Kind.NOTES, agenda=[item]), "MP403")) == 1
        item = AgendaItem("a", body=["Styrgruppen beslutade att vänta."])
        assert len(told(Meeting(title="Styrgruppen", kind=Kind.NOTES, agenda=[item]), "MP403")) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "Kartan är klar och vi enades om att publicera den.",
            "Alla var positiva till förslaget och beslut fattades att genomföra det.",
            "Priset har stigit men nätverket beslutade att köpa skyltarna.",
        ],
    )
    def test_notes_what_comes_second(self, text: str) -> None:
        """A decision behind another clause is easily overlooked."""
        decision = Decision(text, decided_by="vi", basis=Basis.RECOGNISED)
        (finding,) = told(notes(decision), "MP403")
        assert (finding.severity, finding.excerpt) == (Severity.NOTE, text)

    @pytest.mark.parametrize(
        "text",
        [
            "Nätverket diskuterade frågan och beslutade att vänta.",
            "Eftersom kartan är klar och alla är här så beslutade nätverket att vänta.",
            "Efter att Ida har berättat och vi enades om att vänta.",
            "Skyltarna och vi enades om att vänta.",
            "Nätverket beslutade att vänta och att Ida kollar.",
            "Bo och Ida valdes.",
            "Nätverkets yttrande.",
        ],
    )
    def test_leaves_common_sentences(self, text: str) -> None:
        """One subject that does two things, and clauses that lead up to the decision."""
        decision = Decision(text, decided_by="Nätverket", basis=Basis.RECOGNISED)
        assert told(notes(decision), "MP403") == []

    def test_leaves_what_is_marked(self) -> None:
        """A decision below its label is where it belongs."""
        text = "Kartan är klar och vi enades om att publicera den."
        assert told(notes(Decision(text, decided_by="vi", basis=Basis.STATED)), "MP403") == []


class TestDecisionWithoutBody:
    def test_finds_it_in_a_protocol(self) -> None:
        """By its words or, where there are none, by its first clause."""
        body = [Decision("Delårsrapporten godkänns."), Decision(clauses=["att bifalla förslaget"])]
        findings = told(protocol(*body), "MP404")
        assert [one.excerpt for one in findings] == ["Delårsrapporten godkänns.", "att bifalla förslaget"]
        assert {one.severity for one in findings} == {Severity.NOTE}

    @pytest.mark.parametrize(
        "decision",
        [
            Decision("Miljönämnden beslutar att godkänna rapporten."),
            Decision("Rapporten godkänns.", decided_by="Miljönämnden"),
            Decision("Mötet beslutar att godkänna rapporten."),
            Decision("Det beslutades att godkänna rapporten."),
        ],
        ids=repr,
    )
    def test_leaves_those_with_a_body(self, decision: Decision) -> None:
        """And those of which another rule tells."""
        assert told(protocol(decision), "MP404") == []

    def test_is_for_those_who_select_it(self) -> None:
        """And never for notes or for minutes without paragraphs."""
        decision = Decision("Rapporten godkänns.")
        assert "MP404" not in [one.code for one in check(protocol(decision))]
        assert told(notes(decision), "MP404") == []
        assert told(notes(decision, kind=Kind.MINUTES), "MP404") == []


@pytest.mark.parametrize("code", ["MP401", "MP402", "MP403", "MP404", "MP405", "MP406", "MP407", "MP408"])
def test_takes_time_by_length(code: str) -> None:
    """Twice as much takes twice as long: of decisions, of sentences, and in one long text."""

    def large(size: int) -> Meeting:
        tabled = [mp.Outcome.TABLED, mp.Outcome.REFERRED_BACK]
        body = [
            *(Decision(f"Ärendet {n} läggs undan.", outcome=tabled[n % 2]) for n in range(size)),
            *(Decision("Enligt förslag.") for _ in range(size)),
            Paragraph("Det beslutades och " * size),
            Decision(f"{'vi och ' * size}beslutade", decided_by="vi", basis=Basis.RECOGNISED),
        ]
        items = [AgendaItem("a", number=f"§ {n}", body=[Section("Förslag", ["b"])]) for n in range(size)]
        item = AgendaItem("a", number="§ 0", body=body)
        return Meeting(Network("Nämnden"), kind=Kind.MINUTES, agenda=[item, *items])

    small, double = large(150), large(300)
    assert grows_at_most(lambda: check(small, select=[code]), lambda: check(double, select=[code]), 3)
