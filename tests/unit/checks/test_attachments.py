"""Rules about attachments find what readers will miss, and leave what was sent by mail."""

from typing import Any

import pytest

from checked import excerpts, told
from motesprotokoll.checks import check
from motesprotokoll.findings import Severity
from motesprotokoll.model import (
    AgendaItem,
    Attachment,
    Block,
    BulletList,
    Decision,
    Kind,
    ListItem,
    Meeting,
    Network,
    Paragraph,
    Section,
    Table,
)
from timing import grows_at_most


def minutes(*body: str | Block, **more: Any) -> Meeting:
    """Minutes with one item."""
    item = AgendaItem("Budget", body=body, attachments=more.pop("own", ()))
    return Meeting(Network("Roddklubben Viken"), kind=Kind.MINUTES, agenda=[item], **more)


TWO = [Attachment("Närvarolista"), Attachment("Budget")]
LISTS: list[dict[str, Any]] = [
    {"attachments": TWO},
    {"appendix": [Section("Bilagor", [BulletList(["Närvarolista", "Budget"])])]},
    {"appendix": [Section("Bilagor", ["Bilaga 1 Närvarolista", "Bilaga 2 Budget"])]},
    {
        "appendix": [
            Section("Bilagor", [BulletList([ListItem("a", marker="1."), ListItem("b", marker="2.")])])
        ]
    },
    {"appendix": ["Bilaga 1. Närvarolista", "Ida Ek", "Bilaga 2: Budget"]},
    {"own": [Attachment("Bilaga 1", supplied=True), Attachment("Bilaga 2", url="https://rodd.example/b")]},
]
"""Ways to say that there are two attachments."""


class TestAttachmentMissing:
    @pytest.mark.parametrize("more", LISTS, ids=repr)
    def test_finds_a_number_that_no_list_has(self, more: dict[str, Any]) -> None:
        """However the attachments are listed."""
        (finding,) = told(minutes("Hej.", "Se bilaga 2 och bilaga nr 3.", **more), "MP601")
        assert (finding.where, finding.excerpt) == ("$.agenda[0].body[1]", "bilaga nr 3")
        assert finding.severity is Severity.WARNING
        assert finding.message == "Bilaga nr 3 finns inte i listan över bilagor."

    def test_finds_it_in_decisions(self) -> None:
        """And in their clauses."""
        body = [Decision("Planen antas enligt bilaga 3."), Decision(clauses=["att anta taxan, bilaga 4"])]
        findings = told(minutes(*body, attachments=TWO), "MP601")
        assert [(one.where, one.excerpt) for one in findings] == [
            ("$.agenda[0].body[0]", "bilaga 3"),
            ("$.agenda[0].body[1].clauses[0]", "bilaga 4"),
        ]

    def test_reads_titles(self) -> None:
        """An item may name an attachment, or be one."""
        items = [
            AgendaItem("Bokslut, bilaga 2"),
            AgendaItem("Budget, bilaga 3"),
            AgendaItem("Bilaga 2 Bokslut"),
        ]
        (finding,) = told(Meeting(agenda=items), "MP601")
        assert (finding.where, finding.excerpt) == ("$.agenda[1]", "bilaga 3")

    def test_points_at_the_right_words(self) -> None:
        """*Bilaga 3* begins *bilaga 31*, too; whoever looks for it looks for whole words."""
        many = [Attachment(f"Bilaga {n}") for n in (1, 2, 31)]
        assert excerpts(minutes("Se bilaga 31 och bilaga 3.", attachments=many), "MP601") == ["bilaga 3"]

    @pytest.mark.parametrize("more", LISTS, ids=repr)
    def test_leaves_the_numbers_of_the_list(self, more: dict[str, Any]) -> None:
        """Its own, or those of the places in it."""
        assert told(minutes("Se bilaga 1. Bilaga 2 visades.", **more), "MP601") == []

    def test_knows_letters(self) -> None:
        """Of the list, or by place."""
        lettered = [Attachment("Bilaga A Närvarolista"), Attachment("Bilaga B Budget")]
        (finding,) = told(minutes("Se bilaga B, bilaga C.", attachments=lettered), "MP601")
        assert finding.message == "Bilaga C finns inte i listan över bilagor."
        assert excerpts(minutes("Se bilaga B, bilaga C.", attachments=TWO), "MP601") == ["bilaga C"]
        many = [Attachment(f"x{n}") for n in range(30)]
        assert told(minutes("Se bilaga Z och bilaga 30.", attachments=many), "MP601") == []

    @pytest.mark.parametrize(
        "text",
        [
            "Hyran står i bilaga 4 till avtalet.",
            "Se bilaga 3 i kallelsen.",
            "Avtalets bilaga 7 saknas.",
            "Bilagan skickas ut.",
            "Se bifogat bildspel.",
            "Bilaga 2027 finns inte.",
            "Bilaga a finns inte.",
        ],
    )
    def test_leaves_other_attachments(self, text: str) -> None:
        """Those of another document, and those without a number."""
        assert told(minutes(text, attachments=TWO), "MP601") == []

    def test_leaves_minutes_without_a_list(self) -> None:
        """Mentions are no list: what they mean was sent by mail."""
        mentioned = [Attachment("bilaga 2"), Attachment("bildspel")]
        assert told(minutes("Se bilaga 3.", own=mentioned), "MP601") == []

    def test_leaves_the_list_itself(self) -> None:
        """And what follows it is read again."""
        listed = Section(
            "Bilagor", [BulletList(["Bilaga 1 Budget (ersätter bilaga 9)"]), Table([["bilaga 8"]])]
        )
        assert excerpts(minutes(listed, "Se bilaga 5."), "MP601") == ["bilaga 5"]


class TestAttachmentNotSupplied:
    def test_finds_each_title_once(self) -> None:
        """Of items and of the meeting."""
        own = [Attachment("bildspel"), Attachment("Budget", supplied=True), Attachment("Taxa", url="t.pdf")]
        more = [Attachment("Bildspel"), Attachment("Karta")]
        findings = told(minutes(own=own, attachments=more), "MP602")
        assert [(one.where, one.excerpt) for one in findings] == [
            ("$.agenda[0].attachments[0]", "bildspel"),
            ("$.attachments[1]", "Karta"),
        ]
        assert findings[0].severity is Severity.NOTE
        assert findings[0].message == "Bilagan ”bildspel” nämns men är inte bifogad."

    def test_is_for_those_who_select_it(self) -> None:
        """Notes cannot know what was sent with them."""
        assert "MP602" not in [one.code for one in check(minutes(own=[Attachment("bildspel")]))]

    def test_leaves_what_is_there(self) -> None:
        """Supplied, or behind an address."""
        assert told(minutes(own=[Attachment("a", supplied=True), Attachment("b", url="b")]), "MP602") == []


class TestAttachmentNotMentioned:
    def test_finds_a_number_that_the_text_leaves_out(self) -> None:
        """Where others are mentioned."""
        more = [Attachment("Bilaga 1 Ritning"), Attachment("Bilaga 2 Budget")]
        (finding,) = told(minutes("Se bilaga 2.", attachments=more), "MP603")
        assert (finding.where, finding.excerpt) == ("$.attachments[0]", "Bilaga 1 Ritning")
        assert finding.message == "Texten nämner inte bilagan ”Bilaga 1 Ritning”."
        assert finding.severity is Severity.NOTE

    def test_finds_it_by_the_sign_of_the_list(self) -> None:
        """Numbers may be those of the list."""
        entries = [
            ListItem("Ritning", marker="1."),
            ListItem("Budget", marker="2."),
            ListItem("Karta", marker="•"),
        ]
        meeting = minutes("Se bilaga 2.", appendix=[Section("Bilagor", [BulletList(entries)])])
        assert excerpts(meeting, "MP603") == ["Ritning"]

    def test_leaves_lists_without_numbers(self) -> None:
        """And texts that mention none by number."""
        numbered = [Attachment("Bilaga 1 Ritning")]
        assert told(minutes("Se bilaga 1.", attachments=[*numbered, Attachment("Budget")]), "MP603") == []
        assert told(minutes("Ida visade ritningen.", attachments=numbered), "MP603") == []
        assert "MP603" not in [one.code for one in check(minutes("Se bilaga 2.", attachments=numbered))]


class TestAttachmentTwice:
    def test_finds_titles_and_numbers(self) -> None:
        """In one list."""
        more = [
            Attachment("Budget"),
            Attachment("budget"),
            Attachment("Bilaga 1 a"),
            Attachment("Bilaga 1 b"),
        ]
        findings = told(minutes(attachments=more), "MP604")
        assert [(one.where, one.message) for one in findings] == [
            ("$.attachments[1]", "Bilagan ”budget” står två gånger."),
            ("$.attachments[3]", "Numret 1 används för flera bilagor."),
        ]
        assert {one.severity for one in findings} == {Severity.WARNING}

    def test_finds_them_below_a_label(self) -> None:
        """With the place of the line."""
        listed = Section("Bilagor", [BulletList(["Bilaga 1 a", "Bilaga 1 b"]), Paragraph("Bilaga 1 c")])
        places = [one.where for one in told(minutes(appendix=[listed]), "MP604")]
        assert places == ["$.appendix[0].body[0].items[1]", "$.appendix[0].body[1]"]

    def test_leaves_different_lists(self) -> None:
        """Two items may each have their slides."""
        own = [Attachment("bildspel"), Attachment("Budget 1"), Attachment("Budget 2")]
        assert told(minutes(own=own, attachments=[Attachment("bildspel")]), "MP604") == []


@pytest.mark.parametrize("code", ["MP601", "MP602", "MP603", "MP604"])
def test_takes_time_by_length(code: str) -> None:
    """Twice as much takes twice as long: of attachments, of lists, and in one long text."""

    def large(size: int) -> Meeting:
        body: list[Block] = [Section("Bilagor", [f"Bilaga {n % 999} x"]) for n in range(size)]
        body += [Paragraph("se bilaga 7 i bilaga " * size), Paragraph(f"{'x' * size * 20} bilaga 3")]
        own = [Attachment(f"Bilaga {n % 999} y", supplied=True) for n in range(size)]
        return minutes(*body, own=own, attachments=own)

    small, double = large(300), large(600)
    assert grows_at_most(lambda: check(small, select=[code]), lambda: check(double, select=[code]), 3)
