"""Columns are as wide as their words need, and the page is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motesprotokoll.model import Emphasis
from motesprotokoll.outline import Grid, Listing, Node, Text
from motesprotokoll.renderers.docx.columns import NARROW_MARGIN, USUAL_MARGIN, columns_of

PAGE = 9_070
CALIBRI_BOLD = {"2": 507, "0": 507, "6": 507, "M": 874, "ö": 538, "t": 347, "e": 503, "n": 537}
"""How wide the letters of heads are, in thousandths of their height."""


def text(words: str, role: str | None = None) -> Text:
    return Text((words,), role=role)


def grid(*rows: tuple[str, ...], whole: bool = False) -> Grid:
    """A table of words, with a head; the first column may not be broken."""
    first = "whole" if whole else None
    return Grid(
        tuple(
            tuple((text(one, None if place else first),) if one else () for place, one in enumerate(row))
            for row in rows
        ),
        header_rows=1,
    )


def needed(word: str, margin: int) -> float:
    """The room that a word of a head needs."""
    return sum(CALIBRI_BOLD[sign] for sign in word) * 220 / 1000 + 2 * margin


class TestColumnsOf:
    def test_have_room_for_their_longest_word(self) -> None:
        """And share what is left by their text, up to the page's width."""
        found = columns_of(grid(("Ansvarig", "Vad"), ("", "ord " * 30)), 9_000)
        assert found.margin == USUAL_MARGIN
        assert found.widths[0] >= 2 * USUAL_MARGIN + 8 * 100
        assert found.widths[1] > 2 * found.widths[0]
        assert 8_990 <= sum(found.widths) <= 9_000

    def test_a_year_of_meetings_beside_organisations(self) -> None:
        """No head is broken, and no organisation: cells leave less free instead."""
        days = tuple(f"{day} maj 2026" for day in range(11, 23))
        found = columns_of(
            grid(("Organisation", *days, "Möten"), ("Göteborgsregionen", *("1" * 12), "12")), PAGE
        )
        assert found.margin == NARROW_MARGIN
        assert all(one >= needed("2026", NARROW_MARGIN) for one in found.widths[1:13])
        assert found.widths[13] >= needed("Möten", NARROW_MARGIN)
        assert found.widths[0] >= 17 * 105 + 2 * NARROW_MARGIN
        assert sum(found.widths) <= PAGE

    def test_the_widest_give_way_first(self) -> None:
        """Where not all words fit, the short ones stay whole."""
        found = columns_of(
            grid(("Nr", "Kompetensförsörjningsplanering", "Verksamhetsutvecklingsgruppen"), ("1", "", "")),
            2_400,
        )
        assert found.widths[0] >= 2 * 110 + 2 * NARROW_MARGIN
        assert abs(found.widths[1] - found.widths[2]) <= 1

    def test_what_must_not_be_broken_gets_its_line_first(self) -> None:
        """A day stays on its line beside long texts."""
        rows = (("Datum", "Punkt", "Beslut"), ("10 september 2027", "ord " * 30, "ord " * 50))
        line = 17 * 110 + 2 * USUAL_MARGIN
        assert columns_of(grid(*rows, whole=True), 6_000).widths[0] >= line
        assert columns_of(grid(*rows), 4_500).widths[0] < line

    def test_a_long_word_is_whole_where_there_is_room(self) -> None:
        """Before texts beside it get longer lines."""
        long = "livsmedelssäkerhetscertifieringen"
        found = columns_of(grid(("Punkt", "Beslut"), ("ord " * 30, long)), 7_000)
        assert found.widths[1] >= len(long) * 110

    def test_other_cells_than_words(self) -> None:
        """A list takes a line as any long text does."""
        cell: tuple[Node, ...] = (Listing(()),)
        found = columns_of(
            Grid((((text("Nr"),), cell), ((Text((Emphasis("1", strong=True),)),), cell))), PAGE
        )
        assert found.widths[1] > 5 * found.widths[0]

    def test_columns_that_cannot_have_it_share_what_there_is(self) -> None:
        """A hundred columns fit no page, and are written all the same."""
        many = Grid((tuple((text("ord"),) for _ in range(100)),))
        assert sum(columns_of(many, 9_000).widths) <= 9_000
        assert columns_of(many, 1).widths == (1,) * 100

    def test_small_tables_that_are_alike(self) -> None:
        """Have columns of one width, whatever stands in them."""
        month = Grid(
            ((*[(text("mån"),)] * 3,), ((text("1"),), (), (text("31 h s? A B C"),))), 1, "M", "month"
        )
        assert columns_of(month, 900).widths == (300, 300, 300)
        assert columns_of(month, 1).widths == (1, 1, 1)

    @given(
        st.lists(st.lists(st.text(max_size=60), min_size=3, max_size=3), min_size=1, max_size=4),
        st.integers(1, 12_000),
    )
    def test_any_table_fits_the_page(self, rows: list[list[str]], width: int) -> None:
        """Each column has a width, and together they are no wider than the page."""
        found = columns_of(Grid(tuple(tuple((text(one),) for one in row) for row in rows)), width)
        assert min(found.widths) >= 1
        assert sum(found.widths) <= max(width, 3)

    @pytest.mark.parametrize("size", [10, 10_000])
    def test_an_endless_text_is_as_any_long_one(self, size: int) -> None:
        """Only so much of it counts."""
        found = columns_of(grid(("Nr", "Vad"), ("1", "ord " * 30 * size)), PAGE)
        assert found.widths == columns_of(grid(("Nr", "Vad"), ("1", "ord " * 300)), PAGE).widths
