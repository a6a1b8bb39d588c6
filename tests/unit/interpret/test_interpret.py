"""`interpret` as a caller meets it: options, levels that a container gives, limits, time."""

import pytest

from motesprotokoll.compose import compose
from motesprotokoll.extraction import Extraction, Line
from motesprotokoll.interpret import Reading, interpret
from motesprotokoll.interpret.accounting import count, letters_of, letters_of_reading
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.model import (
    Attendance,
    Link,
    Meeting,
    Member,
    Network,
    Organisation,
    Outcome,
    Paragraph,
)
from motesprotokoll.outline import Outline
from motesprotokoll.readers.text import TextReader
from motesprotokoll.renderers.text import TextRenderer
from motesprotokoll.vocabulary import SWEDISH, Cue, Label, Sign, Topic
from timing import grows_at_most


def read(text: str, limits: Limits = DEFAULT_LIMITS) -> Reading:
    return interpret(TextReader().read(text.encode(), limits), limits=limits)


class TestInterpret:
    def test_empty(self) -> None:
        """An empty file is an empty meeting with a finding."""
        reading = read("")
        assert reading.meeting == Meeting()
        assert [finding.code for finding in reading.findings] == ["text.empty"]

    def test_network(self) -> None:
        """The network that a caller gives stands in the meeting; the words in the document are labels
        then."""
        network = Network("Nätverket för kustens hamnar", short_name="Hamnchefsnätverket", members=["Ida Ek"])
        extraction = TextReader().read(
            b"Hamnchefer\nAnteckningar 2030-02-05\n1. A\nHamnchefsn\xc3\xa4tverket beslutar att vila.",
            DEFAULT_LIMITS,
        )
        reading = interpret(extraction, network=network)
        assert reading.meeting.network is network
        assert "Hamnchefer" in reading.labels
        assert len(reading.meeting.decisions) == 1

    def test_organisations_of_the_network(self) -> None:
        """What a caller's organisations are also called tells who is meant, and is nobody's name; what a row
        says stays as it is written."""
        bergby = Organisation("Bergby kommun", aliases=["BBY", "Eva Dal"])
        network = Network("Hamnchefer", members=[Member("Ida Ek", organisation=bergby), Member("Bo Alm")])
        text = "Närvarande\nIda Ek, Bergby kommun\nIda By, Göteborg\nBo Alm, Eva Dal\n1. A\n"
        text += "Ida på BBY återkommer med underlag. Ida från GBG återkommer med kaffe."
        reading = interpret(TextReader().read(text.encode(), DEFAULT_LIMITS), network=network)
        written = [(one.name, one.organisation) for one in reading.meeting.participants]
        assert written == [("Ida Ek", "Bergby kommun"), ("Ida By", "Göteborg"), ("Bo Alm", "Eva Dal")]
        assert [action.owners for action in reading.meeting.actions] == [("Ida Ek",), ("Ida By",)]

    def test_vocabulary(self) -> None:
        """The words that a caller adds are understood."""
        words = SWEDISH.extended(
            labels=[Label("Runt bordet", Topic.ATTENDANCE, Attendance.PRESENT)],
            cues=[Cue("klubbar", Sign.DECIDES, Outcome.ADOPTED)],
        )
        extraction = TextReader().read(
            b"Runt bordet: Ida Ek, Bo Ek\n1. A\nVi klubbar budgeten.", DEFAULT_LIMITS
        )
        meeting = interpret(extraction, vocabulary=words).meeting
        assert len(meeting.present) == 2
        assert meeting.decisions[0].outcome is Outcome.ADOPTED

    def test_own_document(self) -> None:
        """A document that we wrote is read by its outline, with the reader's furniture and findings."""
        reading = interpret(Extraction(outline=Outline(()), furniture=("Skriven av oss",)))
        assert reading == Reading(Meeting(), furniture=("Skriven av oss",), labels=reading.labels)

    def test_levels(self) -> None:
        """Headings whose level a container gives are items, the deeper ones inside."""
        lines = (
            Line("Protokoll 2030-02-05", 1, level=1),
            Line("Båtar", 2, level=2),
            Line("De flyter.", 3),
            Line("Segel", 4, level=3),
            Line("De är vita.", 5),
            Line("Bryggor", 6, level=2),
        )
        agenda = interpret(Extraction(lines)).meeting.agenda
        assert [item.title for item in agenda] == ["Båtar", "Bryggor"]
        assert [item.title for item in agenda[0].items] == ["Segel"]

    def test_findings_are_limited(self) -> None:
        """Only so many findings are kept; the rest is counted."""
        text = "Vi\n1. A\n" + "Vi spikar det. " * 9
        findings = read(text, Limits(findings=3)).findings
        assert [finding.code for finding in findings] == ["decision.recognised"] * 3 + ["findings.more"]
        assert findings[-1].message == "Ytterligare 6 anmärkningar visas inte."
        assert len(read(text, Limits(findings=9)).findings) == 9

    def test_findings_tell_the_line(self) -> None:
        """A finding says in Swedish what was uncertain, and on which line."""
        finding = read("Vi\n1. A\n\nVi spikar det.").findings[0]
        assert finding.where == "rad 4"
        assert finding.message == "Läst som ett beslut: ”Vi spikar det.”"

    def test_deep_items(self) -> None:
        """Items nest no deeper than the limit."""
        text = "\n".join("1" + ".1" * depth + ". Titel" for depth in range(8))
        meeting = read(text, Limits(nesting=2)).meeting
        assert meeting.agenda[0].items
        assert not any(inner.items for inner in meeting.agenda[0].items)

    def test_deep_lists(self) -> None:
        """Entries nest no deeper than the limits allow."""
        lines = tuple(Line("- " + "abcd"[depth], number=depth, indent=4 * depth) for depth in range(4))
        lists = interpret(Extraction(lines), limits=Limits(nesting=2)).meeting.preamble
        depth, inner = 0, lists
        while inner:
            depth, inner = (
                depth + 1,
                [one for item in inner[0].items for one in item.body if hasattr(one, "items")],
            )
        assert depth == 2

    def test_lines_with_a_role_or_a_level_end_a_list_of_names(self) -> None:
        """What the container says of a line stands above what its words may look like."""
        names = [Line("Närvarande"), Line("Ida Ek, Ale")]
        for line in (Line("Bo Alm, kassör", role="action"), Line("Bo Alm", level=2)):
            meeting = interpret(Extraction((*names, line))).meeting
            assert [one.name for one in meeting.participants] == ["Ida Ek"]
        table = [Line(text) for text in ("Närvarande", "Roll", "Namn", "Kassör", "Ida Ek", "Vakt")]
        meeting = interpret(Extraction((*table, Line("Bo Alm", level=2)))).meeting
        assert [(one.name, one.role) for one in meeting.participants][:1] == [("Ida Ek", "Kassör")]
        assert "Bo Alm" not in [one.name for one in meeting.participants]


class TestAccounting:
    def test_links_count_once(self) -> None:
        """An address that is its own text counts once; behind other words it counts, too."""
        bare, named = Link("http://a.b", "http://a.b"), Link("sida", "http://a.b")
        assert letters_of(Meeting(preamble=[Paragraph(bare)])) == count("httpab")
        assert letters_of(Meeting(preamble=[Paragraph(named)])) == count("sidahttpab")

    def test_furniture_and_labels_count(self) -> None:
        """What became structure and what stood around the text count, too."""
        assert letters_of_reading(Reading(Meeting(), furniture=("1",), labels=("Plats",))) == count("1Plats")


PATHOLOGICAL = {
    "items": "1. Titel\n",
    "numbers": "1.\n",
    "decimals": "1.1.1.1 ",
    "words": "ett ord till ",
    "lines": "ett ord till på en rad\n",
    "headings": "Kort rubrik\nEn mening.\n",
    "bullets": "- punkt\n",
    "people": "Närvarande\nIda Ek, Ale\n",
    "commas": "Ida Ek, ",
    "brackets": "([",
    "links": "https://a.b\n",
    "decisions": "Nätverket beslutar. ",
    "clauses": "att göra\n",
    "labels": "Beslut:\n",
    "dates": "2 februari\n",
    "lists of dates": "2 och ",
    "columns": "|a",
    "rows": "|a|b|\n",
    "signatures": "Ida Ek\nSekreterare\n",
    "hyphens": "a\u00ad\n",
    "marks": "2 (2)\n",
    "pages": "\fSida\n",
    "combining": "\u0315\u0300",
}


@pytest.mark.parametrize("name", PATHOLOGICAL)
class TestTime:
    @pytest.mark.slow
    def test_doubling(self, name: str) -> None:
        """Four times the text takes about four times the time: nothing is quadratic."""
        part = PATHOLOGICAL[name]
        once, four_times = (part * (size // len(part)) for size in (10_000, 40_000))
        assert grows_at_most(lambda: read(once), lambda: read(four_times), 8)


class TestOwnDocuments:
    def test_network(self) -> None:
        """Also in a document that we wrote, the network that a caller gives wins; its name there is a
        label."""
        network = Network("Kustnätverket")
        reading = interpret(Extraction(outline=Outline(())), network=network)
        assert reading.meeting.network is network

    def test_text_is_recognised(self) -> None:
        """A text that we wrote is read by its own structure and has no lines."""
        meeting = Meeting("Kustnätverket", agenda=["Båtar"])
        data = TextRenderer().render(compose(meeting))
        extraction = TextReader().read(data, DEFAULT_LIMITS)
        assert extraction.lines == ()
        assert interpret(extraction).meeting == meeting
