"""Corrections go where their words stand, once for each finding, and change nothing else."""

from datetime import date

import pytest

from motesprotokoll import read_text
from motesprotokoll.checks import Rule, check, fixed, rules
from motesprotokoll.checks.fixing import corrections, stands_at
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attachment,
    BulletList,
    Decision,
    Emphasis,
    Inline,
    Link,
    ListItem,
    Meeting,
    Occasion,
    Paragraph,
    Participant,
    Schedule,
    Table,
)

BODY = "$.preamble[0]"


def finding(excerpt: str | None, instead: str | None, where: str | None = BODY) -> Finding:
    return Finding("X1", Severity.NOTE, "Jaha.", where, (), excerpt, instead)


def mend(words: str | list[Inline], *findings: Finding) -> tuple[Inline, ...]:
    """The content of a paragraph after the findings were mended in it."""
    (block,) = fixed(Meeting(preamble=[Paragraph(words)]), findings).preamble
    assert isinstance(block, Paragraph)
    return block.content


class TestFixed:
    def test_replaces_what_is_wrong(self) -> None:
        """And a second time changes nothing."""
        slip = finding("tex", "t.ex.")
        assert mend("Böcker, tex romaner och texter.", slip) == ("Böcker, t.ex. romaner och texter.",)
        assert mend("Böcker, t.ex. romaner och texter.", slip) == ("Böcker, t.ex. romaner och texter.",)

    def test_once_for_each_finding(self) -> None:
        """Where the words stand more often, or less often, nobody can say which are meant."""
        slip = finding("tex", "t.ex.")
        assert mend("tex a, tex b", slip, slip) == ("t.ex. a, t.ex. b",)
        assert mend("tex a, tex b", slip) == ("tex a, tex b",)
        assert mend("tex a", slip, slip) == ("tex a",)

    def test_what_is_right_already_is_no_slip(self) -> None:
        """Though the wrong words are a part of the right ones."""
        slip = finding("m.m", "m.m.")
        assert mend("a m.m. och b m.m", slip) == ("a m.m. och b m.m.",)
        assert mend("a m.m.", slip) == ("a m.m.",)

    def test_no_part_of_a_longer_word(self) -> None:
        """Unless the words begin or end with a sign."""
        assert mend("Texten om tex.", finding("tex", "t.ex")) == ("Texten om t.ex.",)
        assert mend("ord,ord", finding(",", ", ")) == ("ord, ord",)

    def test_no_part_of_an_address(self) -> None:
        """Nor of a file's name, nor of a compound with a hyphen: the rules pass over those, too."""
        address = Link("https://exempel.se/tex", "https://exempel.se/tex")
        after = mend(["tex a, b.tex, tex-fil, tex@exempel.se ", address], finding("tex", "t.ex."))
        assert after == ("t.ex. a, b.tex, tex-fil, tex@exempel.se ", address)

    def test_several_in_one_string(self) -> None:
        """In whatever order they are told; of two that overlap the first."""
        both = finding("dvs", "d.v.s."), finding("bla", "bl.a.")
        assert mend("bla a, dvs b", *both) == ("bl.a. a, d.v.s. b",)
        assert mend("a b c", finding("b c", "x"), finding("a b", "y")) == ("y c",)

    def test_across_pieces(self) -> None:
        """The first of the pieces gets the words; one of which nothing is left is gone."""
        content = ["Se ", Emphasis("bl"), " a ", Link("det här", "https://exempel.se")]
        link = Link("det här", "https://exempel.se")
        assert mend(content, finding("bl a", "bl.a.")) == ("Se ", Emphasis("bl.a."), " ", link)
        assert mend(content, finding("Se bl", "Se")) == ("Se a ", link)
        assert mend(content, finding("a det här", "a")) == ("Se ", Emphasis("bl"), " a")
        assert mend(content, finding("det", "Det"))[-1] == Link("Det här", "https://exempel.se")

    @pytest.mark.parametrize(
        "one",
        [
            finding("tex", None),
            finding(None, "t.ex."),
            finding("tex", "tex"),
            finding("tex", "t.ex.", None),
            finding("tex", "t.ex.", "rad 3"),
            finding("tex", "t.ex.", "$.preamble[7]"),
            finding("tex", "t.ex.", "$.preamble[0][0]"),
            finding("tex", "t.ex.", "$.preamble[0].nothing"),
            finding("tex", "t.ex.", "$.preamble.__len__"),
            finding("tex", "t.ex.", "$.title.upper"),
            finding("tex", "t.ex.", "$.title"),
            finding("tex", "t.ex.", "$"),
            finding("tex", "", "$.preamble[0]"),
        ],
        ids=str,
    )
    def test_what_cannot_be_placed_is_left(self, one: Finding) -> None:
        """It has no correction, or no place; or nothing would be left of what must be there."""
        assert mend("tex", one) == ("tex",)

    def test_words_may_go(self) -> None:
        """Where something stays."""
        assert mend("det det är", finding("det det", "det")) == ("det är",)
        assert mend("a  tex", finding(" tex", "")) == ("a",)

    def test_wherever_words_stand(self) -> None:
        """Titles, names, att-satser, list items, cells, and what a place names itself; never an identity."""
        meeting = Meeting(
            title="tex 0",
            participants=[Participant("tex 1", role="chef", organisation="Ale")],
            agenda=[
                AgendaItem(
                    "tex 2",
                    body=[
                        Decision("Vi beslutar", clauses=["att tex 3", "att gå"], id="tex"),
                        BulletList([ListItem(["tex 4", BulletList(["b"])])]),
                        Table([["tex 5", "b"]], title="tex 6"),
                        ActionItem("Ring", owners=["tex 7"]),
                    ],
                    attachments=[Attachment("tex 8", url="https://exempel.se")],
                )
            ],
            next_meeting=Occasion(date(2027, 3, 5), place="tex 9"),
        )
        places = (
            "$",
            "$.participants[0]",
            "$.agenda[0]",
            "$.agenda[0].body[0]",
            "$.agenda[0].body[1].items[0]",
            "$.agenda[0].body[2].rows[0][0].body[0].content",
            "$.agenda[0].body[2].title",
            "$.agenda[0].body[3].owners[0]",
            "$.agenda[0].attachments[0]",
            "$.next_meeting",
        )
        after = fixed(meeting, [finding("tex", "t.ex.", where) for where in places])
        said = repr(corrections(meeting, [finding("tex", "t.ex.", where) for where in places]))
        assert said.count("Correction(") == 10
        assert corrections(after, [finding("tex", "t.ex.", where) for where in places]) == ()
        assert after.title == "t.ex. 0"
        assert after.agenda[0].body[0].id == "tex"
        assert after.agenda[0].body[0].clauses == ("att t.ex. 3", "att gå")
        assert after.next_meeting == Occasion(date(2027, 3, 5), place="t.ex. 9")

    def test_a_schedule(self) -> None:
        """It is mended likewise."""
        plan = Schedule("Mötestider tex", occasions=[date(2027, 3, 5)])
        assert fixed(plan, [finding("tex", "t.ex.", "$")]).title == "Mötestider t.ex."

    @pytest.mark.parametrize("one", rules(), ids=lambda one: one.code)
    def test_every_correction_of_a_rule_can_be_placed(self, one: Rule) -> None:
        """In its own examples; after it, the rule offers none."""
        for example in one.examples:
            if example.format == "json":
                continue
            meeting = read_text(example.text, format=example.format).meeting
            offered = [found for found in check(meeting, select=[one.code]) if found.instead is not None]
            assert len(corrections(meeting, offered)) == len(offered)
            after = check(fixed(meeting, offered), select=[one.code])
            assert all(found.instead is None for found in after)

    def test_what_check_offers(self) -> None:
        """After it, there is nothing of it to tell."""
        meeting = Meeting(agenda=[AgendaItem("Lokaler", body=["Vi ser över tex biblioteket, bla hyran."])])
        found = check(meeting, select=["abbreviation-slip"])
        assert len(found) == 2
        assert check(fixed(meeting, found), select=["abbreviation-slip"]) == ()


class TestStandsAt:
    """A finding points at words that are there."""

    def test_words_at_a_place(self) -> None:
        """Those of the value itself, not of what is nested in it, and not of a place that there is not."""
        meeting = Meeting(title="Odling", preamble=["Vi talar tex om vatten."], agenda=["Vatten"])
        for where, excerpt, stands in (
            (BODY, "tex", True),
            (BODY, None, True),
            (BODY, "text", False),
            ("$.agenda[0].title", "Vatten", True),
            ("$.preamble[7]", "tex", False),
            ("$.preamble[7]", None, False),
            ("nowhere", None, False),
            (None, None, True),
            (None, "Odling", False),
        ):
            assert stands_at(meeting, finding(excerpt, None, where)) is stands, (where, excerpt)
