from typing import Any

import pytest

from motesprotokoll.errors import WrongValueError
from motesprotokoll.model import (
    AgendaItem,
    BulletList,
    Cell,
    Decision,
    ListItem,
    Meeting,
    Paragraph,
    Place,
    Schedule,
    Section,
    Table,
    Unread,
)
from motesprotokoll.model.places import items_in

INNER = AgendaItem("Löner", number="4 a", body=["h"])
OUTER = AgendaItem(
    "Budget",
    number="4",
    body=[
        BulletList(["a", ListItem(["b", Section("Bakgrund", ["c"])])]),
        Table([["d", ""], [Cell(["e", Decision("f")]), "g"]]),
    ],
    items=[INNER, AgendaItem(body=["i"])],
)
MEETING = Meeting(preamble=["x"], agenda=["Öppnande", OUTER], appendix=[Section("Not", [Unread("y")])])


class TestItemsIn:
    def test_gives_each_item_with_its_place_and_those_above(self) -> None:
        """An item comes before those below it."""
        found = [(item.title, str(place), len(above)) for item, place, above in items_in(MEETING.agenda)]
        assert found == [
            ("Öppnande", "$.agenda[0]", 0),
            ("Budget", "$.agenda[1]", 0),
            ("Löner", "$.agenda[1].items[0]", 1),
            (None, "$.agenda[1].items[1]", 1),
        ]

    def test_needs_no_stack(self) -> None:
        """However deep the items nest."""
        item = AgendaItem("a")
        for _ in range(2_000):
            item = AgendaItem("a", items=(item,))
        assert max(len(above) for _, _, above in items_in((item,))) == 2_000


class TestWalk:
    def test_gives_each_block_with_its_place_in_reading_order(self) -> None:
        """A block comes before what is nested in it."""
        found = [
            (str(one.place), getattr(one.block, "text", type(one.block).__name__)) for one in MEETING.walk()
        ]
        assert found == [
            ("$.preamble[0]", "x"),
            ("$.agenda[1].body[0]", "BulletList"),
            ("$.agenda[1].body[0].items[0].body[0]", "a"),
            ("$.agenda[1].body[0].items[1].body[0]", "b"),
            ("$.agenda[1].body[0].items[1].body[1]", "Section"),
            ("$.agenda[1].body[0].items[1].body[1].body[0]", "c"),
            ("$.agenda[1].body[1]", "Table"),
            ("$.agenda[1].body[1].rows[0][0].body[0]", "d"),
            ("$.agenda[1].body[1].rows[1][0].body[0]", "e"),
            ("$.agenda[1].body[1].rows[1][0].body[1]", "f"),
            ("$.agenda[1].body[1].rows[1][1].body[0]", "g"),
            ("$.agenda[1].items[0].body[0]", "h"),
            ("$.agenda[1].items[1].body[0]", "i"),
            ("$.appendix[0]", "Section"),
            ("$.appendix[0].body[0]", "y"),
        ]

    def test_gives_the_items_and_headings_above(self) -> None:
        """Outermost first: items by number and title, sections by label; an item without either adds none."""
        above = {str(one.place): (one.items, one.headings) for one in MEETING.walk()}
        assert above["$.preamble[0]"] == ((), ())
        assert above["$.agenda[1].body[0].items[1].body[1].body[0]"] == ((OUTER,), ("4. Budget", "Bakgrund"))
        assert above["$.agenda[1].items[0].body[0]"] == ((OUTER, INNER), ("4. Budget", "4 a. Löner"))
        assert above["$.agenda[1].items[1].body[0]"] == ((OUTER, OUTER.items[1]), ("4. Budget",))
        assert above["$.appendix[0].body[0]"] == ((), ("Not",))

    def test_gives_only_the_kinds_asked_for(self) -> None:
        """One kind or several; without one, all."""
        assert [type(one.block) for one in MEETING.walk(Decision)] == [Decision]
        assert [type(one.block) for one in MEETING.walk(Section, Table)] == [Section, Table, Section]
        assert list(MEETING.walk(Schedule)) == []
        assert len(list(MEETING.walk())) == 15

    def test_goes_deeper_than_any_document_that_can_be_read(self) -> None:
        """`motesprotokoll.limits` lets JSON nest 200 levels; walking and replacing keep up."""
        block: Any = Paragraph("x")
        for _ in range(200):
            block = Section("s", [block])
        meeting = Meeting(appendix=[block])
        *_, deepest = meeting.walk()
        assert deepest.headings == ("s",) * 200
        assert next(meeting.replace(deepest, Decision("y")).walk(Decision)).place == deepest.place


class TestReplace:
    def test_changes_one_block_and_nothing_else(self) -> None:
        """Every place that `walk` gives can be replaced; the old meeting is as it was."""
        before = repr(MEETING)
        for found in MEETING.walk():
            changed = MEETING.replace(found.place, Schedule("nytt"))
            assert changed == MEETING.replace(found, Schedule("nytt"))
            assert [str(one.place) for one in changed.walk(Schedule)] == [str(found.place)]
            assert changed.replace(found, found.block) == MEETING
        assert repr(MEETING) == before

    @pytest.mark.parametrize(
        "steps",
        [
            (),
            ("preamble",),
            ("preamble", 1),
            ("preamble", -1),
            ("preamble", 0, "content"),
            ("preamble", 0, "content", 0),
            ("agenda", 0),
            ("agenda", 1, "title"),
            ("agenda", 1, "body", 0, "items", 0),
            ("agenda", 1, "body", 1, "rows", 0, 0),
            ("decisions", 0),
            ("schedule",),
            ("nowhere",),
            ("__class__",),
            ("\ud800",),
            (0,),
            ("agenda", "0"),
            ("agenda", None),
            ("agenda", 1.0),
            (("agenda",),),
        ],
    )
    def test_refuses_a_place_without_a_block(self, steps: Any) -> None:
        """Too far, too near, negative, derived or nonsense: each is told with the place."""
        place = Place(steps)
        with pytest.raises(WrongValueError, match=r"^\$.*: there is no block at this place$"):
            MEETING.replace(place, Paragraph("z"))

    @pytest.mark.parametrize("place", ["$.preamble[0]", None, 7, ("preamble", 0)])
    def test_refuses_what_is_no_place(self, place: Any) -> None:
        """A place is what `walk` gave, not its text."""
        with pytest.raises(WrongValueError, match="there is no block at this place"):
            MEETING.replace(place, Paragraph("z"))

    def test_refuses_what_is_no_block(self) -> None:
        """Neither its words nor a value of another kind, not even one whose repr fails."""

        class Hostile:
            def __repr__(self) -> str:
                raise ZeroDivisionError

        wrong: Any
        place = next(MEETING.walk()).place
        for wrong in ("text", None, ListItem("a"), Cell("a"), AgendaItem("a"), MEETING, Hostile(), Paragraph):
            with pytest.raises(WrongValueError, match=r"^\$\.preamble\[0\]: not a block: "):
                MEETING.replace(place, wrong)


class TestPlace:
    def test_reads_like_a_path(self) -> None:
        """Names behind a full stop, numbers in brackets."""
        assert str(Place(("agenda", 3, "body", 1))) == "$.agenda[3].body[1]"
        assert str(Place(())) == "$"
