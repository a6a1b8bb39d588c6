"""What of an outline is drawn, and that it is what `printed` says, in that order."""

from collections.abc import Iterator

import pytest
from hypothesis import given

from motesprotokoll.errors import RenderError
from motesprotokoll.model import Content, Emphasis, Link
from motesprotokoll.outline import (
    Entry,
    Grid,
    Heading,
    Labelled,
    Line,
    Listing,
    Node,
    Rule,
    Text,
    printed,
)
from motesprotokoll.renderers.pdf.nodes import DEEPEST, Levels, Value, drawn
from outlines import outlines, text
from pdf_pages import spelled


def kinds(*nodes: Node) -> list[str]:
    return kinds_in(drawn(nodes))


def one(node: Node) -> Value:
    (value,) = drawn((node,))
    return value


def words(value: object) -> Iterator[str]:
    """Every word that is drawn, in order; a sign of our own is none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from words(part)
    elif isinstance(value, dict):
        for name in ("title", "marker", "label", "text", "compound", "content", "notes", "lines", "facts"):
            order = ("label", "notes", "content", "lines") if "label" in value else (name,)
            if name == order[0]:
                for known in order:
                    yield from words(value.get(known, ""))
        for name in ("head", "rows", "cells", "entries", "nodes", "parts"):
            yield from words(value.get(name, ""))


class TestDrawn:
    @given(outlines)
    def test_holds_the_words_of_the_outline_in_their_order(self, outline: object) -> None:
        """No letter and no figure is added, lost or moved, however deep it stands."""
        nodes = outline.nodes  # type: ignore[attr-defined]
        assert spelled(words(drawn(nodes))) == spelled(printed(nodes))

    def test_refuses_what_nobody_could_read(self) -> None:
        """A list in a list in a list … ends somewhere."""
        node: Node = text("djupt")
        for _ in range(41):
            node = Listing((Entry((node,)),))
        with pytest.raises(RenderError, match="deeper than 40"):
            drawn((node,))

    @pytest.mark.parametrize(
        "wrap",
        [
            lambda node: Listing((Entry((node,), "1."), Entry((), None))),
            lambda node: Labelled("Bakgrund", ("a",), nodes=(node,)),
            lambda node: Grid((((node,), (text("b"),)),), 0, "T"),
            lambda node: Labelled("Beslut", nodes=(node,), role="decision"),
        ],
    )
    def test_what_stands_too_deep_is_printed_flat(self, wrap: object) -> None:
        """Boxes end after some levels, tables where a column has no room; the words and their order stay."""
        node: Node = text("djupt")
        for _ in range(40):
            node = wrap(node)  # type: ignore[operator]
        values = drawn((node,))
        assert 2 < depth_of(values) <= DEEPEST
        assert spelled(words(values)) == spelled(printed((node,)))


def depth_of(values: object) -> int:
    """How many boxes stand in each other."""
    if isinstance(values, list):
        return max(map(depth_of, values), default=0)
    if not isinstance(values, dict):
        return 0
    inner = max((depth_of(values.get(name, [])) for name in ("nodes", "entries", "rows", "cells")), default=0)
    return inner + (values.get("kind") in ("list", "section", "set-off", "table"))


class TestHeadings:
    def test_levels_begin_at_one_and_skip_none(self) -> None:
        """As PDF/UA-1 asks; how a heading looks stays what it was."""
        headings = drawn(tuple(Heading("A", level) for level in (3, 9, 9, 1, 2, -4, 5)))
        assert [value["level"] for value in headings] == [1, 2, 3, 1, 2, 1, 2]
        assert [value["look"] for value in headings] == [3, 9, 9, 1, 2, 1, 5]

    def test_levels_end_at_six(self) -> None:
        """The structure of PDF 1.7 knows no more."""
        levels = Levels()
        assert [levels.of(level) for level in range(1, 10)] == [1, 2, 3, 4, 5, 6, 6, 6, 6]

    def test_one_without_words_is_left_out(self) -> None:
        """A heading of nothing is not allowed, and says nothing."""
        assert kinds(Heading("", 1), Heading("\u200d", 2)) == []
        assert kinds(Heading("", 1, (("onumrerad", ""),))) == ["heading"]


class TestLabels:
    def test_neighbouring_facts_share_a_list(self) -> None:
        """Until something else stands between them."""
        facts = [Labelled("Datum", ("x",)), Labelled("Plats", ("y",)), text("z"), Labelled("Id", ("w",))]
        assert kinds(*facts) == ["facts", "text", "facts"]
        assert [fact["label"] for fact in drawn(tuple(facts))[0]["facts"]] == ["Datum", "Plats"]

    def test_decisions_and_actions_are_set_off_by_their_role(self) -> None:
        """Each in a box of its own."""
        nodes = [Labelled("Beslut", ("v",), role=role) for role in ("decision", "action", None)]
        assert kinds(*nodes) == ["set-off", "set-off", "facts"]

    def test_a_short_decision_stays_whole(self) -> None:
        """A long one may go on overleaf, or nobody would see its end."""
        short = Labelled("Beslut", ("Vi enades.",), role="decision")
        long = Labelled("Beslut", ("Vi enades. " * 200,), role="decision")
        deep = Labelled("Beslut", nodes=(Listing(tuple(Entry((text("att"),)) for _ in range(20))),))
        assert one(short)["whole"]
        assert not one(long)["whole"]
        assert not one(deep)["whole"]

    def test_names_stand_beside_their_label_or_below_it(self) -> None:
        """Two who speak are a fact; the attendance is a list."""
        lines = (Line(("Ida Ek",), (("roll", "ordförande"),)), Line(("Bo Al",)))
        assert kinds(Labelled("Föredragande", lines=lines, role="presenters")) == ["facts"]
        shown = one(Labelled("Närvarande", lines=lines, role="attendance"))
        assert shown["kind"] == "section"
        assert shown["lines"][0] == {"content": ["Ida Ek"], "notes": "[roll: ordförande]"}

    def test_the_next_meeting_is_a_list_of_its_own(self) -> None:
        """It stands apart from those who sign, with its place below its date."""
        place = Labelled("Plats", ("Ale",), role="field")
        nodes = (
            Labelled("Nästa möte", ("x",), nodes=(place,), role="next-meeting"),
            Labelled("Ordförande", ("Ida",), role="signature"),
            Labelled("Antecknat av", ("Bo",), role="signature"),
        )
        groups = [[fact["label"] for fact in value["facts"]] for value in drawn(nodes)]
        assert groups == [["Nästa möte", "Plats"], ["Ordförande", "Antecknat av"]]

    def test_facts_below_a_heading_stay_with_what_follows(self) -> None:
        """Or a page would end in a heading and a name."""
        fact = Labelled("Plats", ("x",))
        assert [value.get("leads") for value in drawn((Heading("A", 1), fact, text("b"), fact))] == [
            None,
            True,
            None,
            False,
        ]

    def test_long_labels_stand_above_their_words(self) -> None:
        """Only short ones have room beside them."""
        labels = ["Diarienummer", "Färdigställt", "En egen och ganska lång benämning", "WWWWWWWWWWWWWWWW"]
        facts = drawn(tuple(Labelled(label, ("x",)) for label in labels))[0]["facts"]
        assert [fact["beside"] for fact in facts] == [True, True, False, False]


class TestLists:
    def test_signs_are_kept_as_written(self) -> None:
        """Where there are none, the page has its own."""
        marked = one(Listing((Entry((), "8."), Entry((), "9)"))))
        assert (marked["marked"], marked["numbered"]) == (True, True)
        assert [entry["marker"] for entry in marked["entries"]] == ["8.", "9)"]
        mixed = one(Listing((Entry((), "–"), Entry(()))))
        assert (mixed["marked"], mixed["numbered"]) == (True, False)
        assert [entry["marker"] for entry in mixed["entries"]] == ["–", "•"]
        assert not one(Listing((Entry(()),)))["marked"]


class TestTables:
    def test_head_and_rows(self) -> None:
        """Rows that are too short are filled up."""
        table = one(Grid((((text("A"),), (text("B"),)), ((text("c"),),)), 1, "T"))
        assert (table["title"], table["columns"], len(table["head"]), len(table["rows"])) == ("T", 2, 1, 1)
        assert table["rows"][0]["cells"][1] == []
        assert table["head"][0]["names"]

    def test_without_cells_there_is_only_the_title(self) -> None:
        """Nothing to draw is no error."""
        assert kinds(Grid(((), ()), 0, "T"), Grid(())) == ["text"]

    def test_a_head_that_is_too_large_stands_once(self) -> None:
        """Typst would cut it off at the end of the page."""
        long = (text("huvud " * 400),)
        table = one(Grid(((long, long), ((text("a"),), ())), 1))
        assert (table["head"], [row["names"] for row in table["rows"]]) == ([], [True, False])
        many = one(Grid((((text("a"),),),) * 9, 4))
        assert (many["head"], len(many["rows"])) == ([], 9)

    def test_rows_that_fit_stay_whole(self) -> None:
        """So their words stand in order on the page; in many columns less fits."""
        cell = (text("ord " * 60),)
        assert one(Grid(((cell,),)))["rows"][0]["whole"]
        assert not one(Grid(((cell,) * 8,)))["rows"][0]["whole"]


class TestSideBySide:
    def test_small_tables_stand_in_one_row(self) -> None:
        """Each by itself in it, with its head, however many columns it has; and cells with their looks."""
        cells = (
            (Text(("1",), role="marked"),),
            (Text(("2",), role="room"),),
            (text("3"), text("4")),
            (),
            *[(text("ord"),)] * 4,
        )
        month = Grid(((*[(text("mån"),)] * 8,), cells, cells[:1]), 1, "Mars", "month")
        row = one_of(month, month, month)
        assert (row["kind"], row["tables"], len(row["parts"])) == ("beside", True, 3)
        ((table,), *_) = row["parts"]
        assert (table["kind"], len(table["head"]), len(table["rows"])) == ("table", 1, 2)
        assert table["rows"][0]["looks"] == ["marked", "", "", "", "", "", "", ""]
        assert table["rows"][1]["looks"] == ["marked", *[""] * 7]

    def test_short_lists_fill_up_to_three_columns(self) -> None:
        """In their order, the longest column as short as can be."""
        sizes = (5, 1, 1, 9, 2, 2)
        lists = [Labelled(f"{n}", lines=(Line(("x",)),) * n, role="column") for n in sizes]
        row = one_of(*lists)
        assert not row["tables"]
        shown = [[int(value["label"]) for value in part] for part in row["parts"]]
        assert shown == [[5, 1], [1, 9], [2, 2]]
        assert [len(one_of(*lists[:count])["parts"]) for count in (1, 2, 3)] == [1, 2, 3]

    def test_other_neighbours_stand_below_each_other(self) -> None:
        """So do labels of another role, and what stands between two rows parts them."""
        month = Grid((((text("a"),),),), role="month")
        column = Labelled("A", lines=(Line(("x",)),), role="column")
        assert kinds(month, month, text("b"), month, column, column) == ["beside", "text", "beside", "beside"]
        assert kinds(Grid((((text("a"),),),)), Grid((((text("a"),),),))) == ["table", "table"]

    def test_only_at_the_top_of_a_document(self) -> None:
        """Inside anything else they stand one below the other, and none of them is lost however deep."""
        month = Grid((((text("djupt"),),),), role="month")
        assert kinds_in(one(Labelled("A", nodes=(month, month)))["nodes"]) == ["table", "table"]
        node: Node = Labelled("A", nodes=(month, month))
        for _ in range(20):
            node = Labelled("Bakgrund", nodes=(node,))
        assert spelled(words(drawn((node,)))) == spelled(printed((node,)))

    def test_leaves_room_for_what_a_column_holds(self) -> None:
        """Typst lays out so many levels, and a row of columns takes two."""
        node: Node = text("djupt")
        for _ in range(20):
            node = Labelled("A", nodes=(node,), role="column")
        assert depth_of(one(node)["parts"][0]) <= DEEPEST - 2


def kinds_in(values: list[Value]) -> list[str]:
    return [value["kind"] for value in values]


def one_of(*nodes: Node) -> Value:
    """The only value of several nodes."""
    (value,) = drawn(nodes)
    return value


class TestRunningText:
    def pieces(self, *content: object) -> Content:
        return tuple(one(text(*content))["content"])

    def test_emphasis_and_links(self) -> None:
        """Links lead on where their address is harmless and stands by itself."""
        assert self.pieces(
            "a ", Emphasis("b"), Emphasis("c", strong=True), Link("d", "https://å.se/e f")
        ) == (
            "a ",
            {"text": "b", "strong": False},
            {"text": "c", "strong": True},
            {"text": "d", "url": "https://%C3%A5.se/e%20f"},
        )

    @pytest.mark.parametrize(
        "address", ["javascript:alert(1)", "file:///etc/passwd", "//x", "a/b", "#x", "https://" + "x" * 5_000]
    )
    def test_other_addresses_leave_their_words(self, address: str) -> None:
        """The words are the document; the data that it carries has the address."""
        assert self.pieces(Link("ord", address)) == ("ord",)

    def test_long_words_may_be_hyphenated(self) -> None:
        """Short ones would only make lines restless."""
        assert self.pieces("Om kompetensförsörjning i dag") == (
            "Om ",
            {"compound": "kompetensförsörjning"},
            " i dag",
        )

    def test_rules_and_the_name_of_the_body(self) -> None:
        """The two that have a look of their own."""
        assert kinds(Rule(), Text(("Nätverket",), role="body-name")) == ["rule", "body-name"]
