from datetime import date
from typing import Any

import pytest

from motesprotokoll.errors import WrongTypeError, WrongValueError
from motesprotokoll.model import (
    ActionItem,
    Attachment,
    BulletList,
    Cell,
    DateSpan,
    Decision,
    Emphasis,
    Inline,
    Link,
    ListItem,
    Outcome,
    Paragraph,
    Section,
    Table,
    Unread,
)


class TestParagraph:
    def test_text_is_the_content_as_one_string(self) -> None:
        """Every block with content gives its words."""
        content: list[Inline] = ["Se ", Link("här", "https://example.org"), " ", Emphasis("nu")]
        for block in (Paragraph(content), Unread(content), Decision(content), ActionItem(content)):
            assert block.text == "Se här nu"


class TestDecision:
    def test_needs_content_or_clauses(self) -> None:
        """Either will do; empty clauses are none."""
        assert Decision("Nätverket beslutar").clauses == ()
        only_clauses = Decision(clauses=["att spara", " "])
        assert (only_clauses.text, only_clauses.clauses) == ("", ("att spara",))
        for empty in ({}, {"content": " "}, {"clauses": ["", "\u200b"]}):
            arguments: Any = empty
            with pytest.raises(WrongValueError, match=r"^Decision: a decision needs content or clauses$"):
                Decision(**arguments)

    @pytest.mark.parametrize("outcome", [*Outcome, None])
    def test_affirmative_follows_from_the_outcome(self, outcome: Outcome | None) -> None:
        """What was noted, or of which nothing is said, was neither carried nor not."""
        expected = {Outcome.ADOPTED: True, Outcome.NOTED: None, None: None}.get(outcome, False)
        assert Decision("x", outcome=outcome).affirmative is expected


class TestActionItem:
    def test_takes_a_plain_day(self) -> None:
        """It becomes a span; owners are canonical, and the empty ones are left out."""
        action = ActionItem("Ida ringer", due=date(2027, 2, 5), owners=[" Ida  Ek", ""])
        assert action.due == DateSpan(date(2027, 2, 5))
        assert action.owners == ("Ida Ek",)
        assert action.done is False


class TestAttachment:
    def test_is_mentioned_only_unless_said(self) -> None:
        """Its address holds no space; an empty one is ``None``."""
        attachment = Attachment(" Bilaga  1 ", url="https://example.org/a b", kind="")
        assert (attachment.title, attachment.kind, attachment.supplied) == ("Bilaga 1", None, False)
        assert attachment.url == "https://example.org/a%20b"
        assert Attachment("x", url="\u200b").url is None


class TestBulletList:
    def test_plain_values_convert(self) -> None:
        """A string becomes an item of one paragraph, a lone block its body, an empty string nothing."""
        bullets = BulletList(["a", ListItem(Paragraph("b")), ListItem(["c", " ", BulletList(["d"])]), ""])
        assert [item.text for item in bullets.items] == ["a", "b", "c", ""]
        assert bullets.items[2].body[1] == BulletList(["d"])
        assert bullets.items[3] == ListItem()

    def test_text_of_an_item_is_that_of_its_own_paragraphs(self) -> None:
        """What is nested below is not among it."""
        assert ListItem(["a", Decision("b"), BulletList(["c"]), "d"]).text == "a d"

    def test_needs_an_item(self) -> None:
        """A list of nothing is none."""
        with pytest.raises(WrongValueError, match=r"^BulletList\.items: a list needs at least one item$"):
            BulletList([])


class TestTable:
    def test_plain_values_convert(self) -> None:
        """A string, a block and a cell all stand for a cell; rows may be lists or generators."""
        table = Table([["a", Paragraph("b")], (one for one in (Cell(["c", "d"]), ""))], header_rows=1)
        assert [[cell.text for cell in row] for row in table.rows] == [["a", "b"], ["c d", ""]]
        assert table.rows[1][1] == Cell()

    @pytest.mark.parametrize("rows", [[], [[]], [[], []], [["a"], ["b", "c"]], [["a"], []]])
    def test_has_rows_of_one_length(self, rows: Any) -> None:
        """At least one cell, and as many in every row."""
        with pytest.raises(WrongValueError, match=r"^Table\.rows: a table needs at least one cell"):
            Table(rows)

    @pytest.mark.parametrize("rows", [["ab"], [["a"], "b"], [7], [["a"], None], [{"a"}], [[7]], [[["a"]]]])
    def test_refuses_what_is_no_row(self, rows: Any) -> None:
        """A row is a series of cells, not a string."""
        with pytest.raises(WrongTypeError, match=r"^Table\.rows: expected a tuple of tuples of Cell or str"):
            Table(rows)

    def test_has_no_more_header_rows_than_rows(self) -> None:
        """All rows may be headers, but not more."""
        assert Table([["a"]], header_rows=1).header_rows == 1
        with pytest.raises(WrongValueError, match=r"^Table\.header_rows: more header rows than rows$"):
            Table([["a"]], header_rows=2)
        with pytest.raises(WrongValueError, match=r"^Table\.header_rows: expected a whole number from 0"):
            Table([["a"]], header_rows=-1)


class TestSection:
    def test_may_be_empty(self) -> None:
        """A label alone stands; no label does not."""
        assert Section(" Bakgrund ", ["", "a"]) == Section("Bakgrund", [Paragraph("a")])
        assert Section("Bakgrund").body == ()
        with pytest.raises(WrongValueError, match=r"^Section\.label: must not be empty$"):
            Section("")
