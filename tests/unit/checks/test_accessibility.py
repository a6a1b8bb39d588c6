"""Each rule about whether everybody can read a document finds what it is for, and leaves the rest alone."""

from typing import Any

import pytest

from motesprotokoll.checks import check
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model import (
    AgendaItem,
    Attendance,
    BulletList,
    Kind,
    Meeting,
    Network,
    Participant,
    Section,
    Table,
)
from timing import grows_at_most

PLACE = "$.agenda[0].body[0]"
SOME = [["Ale", "12"], ["Lerum", "9"], ["Tjörn", "4"]]


def of(code: str, *body: Any, **fields: Any) -> tuple[Finding, ...]:
    """What the rule *code* tells of a meeting with one item."""
    return check(Meeting(agenda=[AgendaItem("Punkt", body=body)], **fields), select=[code])


class TestTableWithoutHeader:
    def test_finds_tables_wherever_they_stand(self) -> None:
        """In a section, too; each by itself."""
        found = of("MP801", Table(SOME), Section("Bakgrund", [Table(SOME)]))
        assert [one.where for one in found] == [PLACE, "$.agenda[0].body[1].body[0]"]
        assert found[0].severity is Severity.WARNING
        assert found[0].message == "Tabellen har ingen rubrikrad."

    @pytest.mark.parametrize(
        "table",
        [
            Table([["Kommun", "Antal"], *SOME], header_rows=1),
            Table(SOME[:2]),
            Table([["Ale"], ["Lerum"], ["Tjörn"]]),
            Table([["Tid:", "9–12"], ["Plats:", "Ale"], ["Form:", ""]]),
        ],
    )
    def test_leaves_others_alone(self, table: Table) -> None:
        """Those with a header, small ones, single columns, and labels with their values."""
        assert of("MP801", table) == ()


class TestHeadingLevelSkipped:
    @staticmethod
    def numbers(*numbers: str) -> list[tuple[str | None, str]]:
        items = [AgendaItem("A", number=one) for one in numbers]
        return [(one.where, one.message) for one in check(Meeting(agenda=items), select=["MP802"])]

    def test_finds_a_level_that_is_not_there(self) -> None:
        """At the item that comes too deep."""
        message = "Punkt 2.1.1 kommer utan att det finns någon punkt 2.1."
        assert self.numbers("1.", "2.", "2.1.1") == [("$.agenda[2]", message)]
        deep = Meeting(agenda=[AgendaItem("A", number="3", items=[AgendaItem("B", number="3.2.1")])])
        (finding,) = check(deep, select=["MP802"])
        assert (finding.where, finding.severity) == ("$.agenda[0].items[0]", Severity.NOTE)

    @pytest.mark.parametrize(
        "numbers", [("2", "2.1", "2.1.1"), ("2", "3.1"), ("5.1.1", "5.1.2"), ("§ 4", "4 a"), ("1.1",), ("",)]
    )
    def test_leaves_others_alone(self, numbers: tuple[str, ...]) -> None:
        """Levels that follow each other, and numbers of which the upper levels are told elsewhere."""
        assert self.numbers(*numbers) == []


class TestEmptyHeaderCell:
    def test_names_the_column(self) -> None:
        """Each that holds something."""
        table = Table(
            [["Kommun", "", "2027", ""], ["Ale", "1", "2", ""], ["Lerum", "", "3", ""]], header_rows=1
        )
        (finding,) = of("MP803", table)
        assert (finding.where, finding.severity) == (PLACE, Severity.WARNING)
        assert finding.message == "Kolumn 2 i tabellen har ingen rubrik."

    @pytest.mark.parametrize(
        "table",
        [
            Table([["", "2026"], ["Ale", "1"]], header_rows=1),
            Table([["", "Antal", ""], ["", "2026", "2027"], ["Ale", "1", "2"]], header_rows=2),
            Table([["", ""], ["Ale", "1"]]),
            Table([["", ""]], header_rows=1),
        ],
    )
    def test_leaves_others_alone(self, table: Table) -> None:
        """The corner, headers of two rows, tables without header, and empty ones."""
        assert of("MP803", table) == ()


class TestTypedList:
    @pytest.mark.parametrize(
        "marks", [("- ", "- ", "- "), ("1) ", "2) ", "3) "), ("a. ", "b. ", "c. "), ("• ",) * 4]
    )
    def test_finds_paragraphs_with_marks(self, marks: tuple[str, ...]) -> None:
        """One finding, at the first of them."""
        (finding,) = of("MP804", "Vi behöver:", *(f"{mark}nycklar" for mark in marks), "Slut.")
        assert (finding.where, finding.severity) == ("$.agenda[0].body[1]", Severity.NOTE)
        assert finding.message == f"{len(marks)} stycken i rad är en lista som är skriven för hand."

    def test_finds_each_list(self) -> None:
        """Two items are two places."""
        item = AgendaItem("A", body=["- a", "- b", "- c"])
        found = check(Meeting(agenda=[item, item]), select=["MP804"])
        assert [one.where for one in found] == ["$.agenda[0].body[0]", "$.agenda[1].body[0]"]

    @pytest.mark.parametrize(
        "body",
        [
            ("– Hej, sade hon.", "– Hej."),
            ("- a", "mellan", "- b", "- c"),
            ("2027 blev bra.", "12 kom.", "5–7 maj.", "-5 grader."),
            (BulletList(["- a", "- b", "- c"]),),
        ],
    )
    def test_leaves_others_alone(self, body: tuple[Any, ...]) -> None:
        """Few, with others between, numbers of sentences, and real lists."""
        assert of("MP804", *body) == ()


class TestColourOrPlaceAlone:
    @pytest.mark.parametrize(
        ("text", "words", "how"),
        [
            ("Det rödmarkerade är nytt.", "rödmarkerade", "färg"),
            ("Nya rader är markerade med gult.", "markerade med gult", "färg"),
            ("Det som står i rött gäller.", "står i rött", "färg"),
            ("Det som är rött i tabellen gäller.", "Det som är rött i tabellen", "färg"),
            ("Siffrorna i tabellen ovan till höger.", "tabellen ovan till höger", "läget på sidan"),
            ("Den gröna texten gäller.", "gröna texten", "färg"),
            ("Se bilden till höger.", "Se bilden till höger", "läget på sidan"),
            ("Se till vänster.", "Se till vänster", "läget på sidan"),
            ("Siffrorna i högerspalten.", "högerspalten", "läget på sidan"),
        ],
    )
    def test_finds_it(self, text: str, words: str, how: str) -> None:
        """With the words that say it so."""
        (finding,) = of("MP805", text)
        assert (finding.where, finding.excerpt, finding.severity) == (PLACE, words, Severity.WARNING)
        assert finding.message == f"”{words}” säger det med {how}."

    @pytest.mark.parametrize(
        "text",
        [
            "Bolaget har röda siffror, och den gula linjen är sen.",
            "Vägen viker av till höger. Se tabellen nedan.",
            "Vi markerade att frågan är viktig.",
            "Det som är rött i dag målas vitt.",
            "Gröna partiet lade text.",
            "Partierna till vänster yrkade avslag.",
        ],
    )
    def test_leaves_others_alone(self, text: str) -> None:
        """Colours and sides of the world outside the page."""
        assert of("MP805", text) == ()

    def test_is_silent_in_english(self) -> None:
        """The words are Swedish."""
        assert of("MP805", "Se bilden till höger.", language="en") == ()


class TestCapitals:
    def test_finds_a_paragraph(self) -> None:
        """With all of it as the excerpt."""
        text = "ALLA MÅSTE LÄMNA IN SINA NYCKLAR PÅ FREDAG!"
        (finding,) = of("MP806", text)
        assert (finding.where, finding.excerpt, finding.severity) == (PLACE, text, Severity.NOTE)

    @pytest.mark.parametrize(
        "text", ["BESTÄLL NYCKLAR TILL HAMNEN SENAST FREDAG", "ALLA SKA TA HEM EGNA NYCKEL PÅ FREDAG"]
    )
    def test_finds_the_shortest_paragraph(self, text: str) -> None:
        """Of six words, and of thirty letters."""
        assert [one.excerpt for one in of("MP806", text)] == [text]

    @pytest.mark.parametrize(
        "text",
        [
            "ÅTERRAPPORTERING AV RENHÅLLNINGSENTREPRENÖRERNAS FÖRSENINGAR NU",
            "OBS! VIKTIGT",
            "HR, LSS, GDPR, KS, KF, AB",
            "ALLA MÅSTE LÄMNA IN SINA NYCKLAR på fredag.",
        ],
    )
    def test_leaves_others_alone(self, text: str) -> None:
        """A few words, abbreviations, and paragraphs of both kinds."""
        assert of("MP806", text) == ()

    def test_leaves_titles_alone(self) -> None:
        """Many layouts have them so, and headings tell what they are."""
        assert check(Meeting(agenda=["ALLA MÅSTE LÄMNA IN SINA NYCKLAR PÅ FREDAG"])) == ()


class TestNamelessDocument:
    def test_finds_minutes_without_anything_to_know_them_by(self) -> None:
        """A note, since what is missing is told by other rules, too."""
        people = [Participant("Ida Ek", attendance=Attendance.PRESENT)]
        (finding,) = of("MP807", "Hej.", participants=people)
        assert (finding.where, finding.severity) == ("$", Severity.NOTE)
        assert len(of("MP807", "Hej.", kind=Kind.MINUTES)) == 1

    @pytest.mark.parametrize(
        "fields",
        [{"title": "Möte"}, {"network": Network("Nätverket")}, {"kind": None}, {"kind": Kind.AGENDA}],
    )
    def test_leaves_others_alone(self, fields: dict[str, Any]) -> None:
        """What has a name, and what is no record of a meeting."""
        assert of("MP807", "Hej.", **{"kind": Kind.NOTES, **fields}) == ()
        assert check(Meeting(kind=Kind.NOTES), select=["MP807"]) == ()


class TestSignAlone:
    def test_tells_each_sign_once(self) -> None:
        """Where it stands first."""
        found = of("MP808", Table([["Nycklar", "🟢"], ["Larm", "🔴"], ["Lås", "🟢"]]), "✓")
        assert [one.excerpt for one in found] == ["🟢", "🔴", "✓"]
        assert found[0].where == f"{PLACE}.rows[0][1].body[0]"
        assert found[0].severity is Severity.NOTE

    @pytest.mark.parametrize(
        "text", ["–", "…", "✓ klart", "X", "***", "→", "¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤", "🎉 Grattis 🎉"]
    )
    def test_leaves_others_alone(self, text: str) -> None:
        """Signs with words, dashes, and what is typed for looks."""
        assert of("MP808", text) == ()

    @pytest.mark.parametrize(("length", "told"), [(12, 1), (13, 0)])
    def test_a_row_of_signs_is_for_looks(self, length: int, told: int) -> None:
        """From thirteen signs on."""
        assert len(of("MP808", "🟢" * length)) == told


@pytest.mark.parametrize("text", ["- a", "röd text ", "A", "✓", "till höger "])
def test_long_documents_stay_quick(text: str) -> None:
    """The rules are linear in the number of paragraphs and in their length."""
    small, large = (
        Meeting(agenda=[AgendaItem("A", body=[*[text] * count, text * count])]) for count in (300, 2_400)
    )
    assert grows_at_most(
        lambda: check(small, select=["MP8"]), lambda: check(large, select=["MP8"]), factor=24
    )
