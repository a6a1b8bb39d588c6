"""What every format may ask of an outline."""

from hypothesis import given

from motesprotokoll.outline import Grid, Heading, Labelled, Node, Outline, Rule, Text, in_rows, title_of
from outlines import outlines

MONTH = Grid((), role="month")
COLUMN = Labelled("A", role="column")


class TestInRows:
    def test_neighbours_of_one_role_stand_together(self) -> None:
        """Each other node by itself, also where it is equal to its neighbour."""
        text, rule, label = Text(("a",)), Rule(), Labelled("A")
        nodes: tuple[Node, ...] = (
            text,
            text,
            MONTH,
            MONTH,
            COLUMN,
            rule,
            COLUMN,
            label,
            label,
            Heading("B", 1),
        )
        assert [len(row) for row in in_rows(nodes)] == [1, 1, 2, 1, 1, 1, 1, 1, 1]
        assert list(in_rows(())) == []

    def test_other_roles_put_nothing_side_by_side(self) -> None:
        """Two decisions are two."""
        decision, table = Labelled("Beslut", role="decision"), Grid((), role="x")
        assert [len(row) for row in in_rows((decision, decision, table, table))] == [1, 1, 1, 1]

    @given(outlines)
    def test_no_node_is_lost_or_moved(self, outline: Outline) -> None:
        """Whatever their roles."""
        assert tuple(node for row in in_rows(outline.nodes) for node in row) == outline.nodes


class TestTitleOf:
    def test_its_own_before_its_first_heading(self) -> None:
        """A document without either is called what it is, in its language."""
        headings = (Text(("a",)), Heading("Lokaler", 2), Heading("Budget", 2))
        assert title_of(Outline(headings, title="Möte 3")) == "Möte 3"
        assert title_of(Outline(headings)) == "Lokaler"
        assert title_of(Outline(())) == "Mötesanteckningar"
        assert title_of(Outline((), language="en")) == "Meeting notes"


class TestEquality:
    def test_looks_do_not_count(self) -> None:
        """A reader does not give them back."""
        rows = (((Text(("1",), role="marked"),),),)
        assert Grid(rows, role="month", header_columns=1) == Grid((((Text(("1",)),),),))
