"""Places as people call them."""

from datetime import date

import pytest

from motesprotokoll.checks import place_in_words
from motesprotokoll.checks.placing import _PARTS, in_order
from motesprotokoll.messages import translate
from motesprotokoll.model import AgendaItem, Meeting, Occasion, Schedule

MEETING = Meeting(
    agenda=[
        AgendaItem("Budget", number="4", items=[AgendaItem("Resor", number="4.1"), AgendaItem(body=["a"])]),
        AgendaItem("Val", number="§ 12"),
        AgendaItem("Övrigt"),
        AgendaItem(number="7.)"),
        AgendaItem("x" * 100, number="a"),
    ]
)


class TestPlaceInWords:
    @pytest.mark.parametrize(
        ("where", "words"),
        [
            ("$.agenda[0]", "punkt 4 Budget"),
            ("$.agenda[0].body[3].rows[0][1].body[0]", "punkt 4 Budget"),
            ("$.agenda[0].items[0].body[1]", "punkt 4.1 Resor"),
            ("$.agenda[0].items[1]", "punkt nummer 2 i ordningen"),
            ("$.agenda[1].attachments[0]", "§ 12 Val"),
            ("$.agenda[2]", "punkten Övrigt"),
            ("$.agenda[3]", "punkt 7"),
            ("$.agenda[4]", f"a {'x' * 59}…"),
            ("$.agenda[9]", None),
            ("$.agenda[x]", None),
            ("$.participants[3]", "deltagarlistan"),
            ("$.next_meeting", "nästa möte"),
            ("$.appendix[0]", "texten efter punkterna"),
            ("$.attachments[1]", "bilagorna"),
            ("$.case_number", "diarienumret"),
            ("$.chair", "ordföranden"),
            ("$.finished_on", "dagen för färdigställandet"),
            ("$.kind", "dokumentets slag"),
            ("$.kind_label", "dokumentets slag"),
            ("$.network.members[0]", "organet"),
            ("$.note_taker", "den som antecknade"),
            ("$.number", "mötets nummer"),
            ("$.occasion.times", "mötets tid och plats"),
            ("$.preamble[0]", "texten före punkterna"),
            ("$.title", "titeln"),
            ("$.verifiers[0]", "justerarna"),
            ("$.unheard_of", None),
            ("rad 12", "rad 12"),
            ("sida 3", "sida 3"),
            ("$", None),
            (None, None),
        ],
    )
    def test_in_a_meeting(self, where: str | None, words: str | None) -> None:
        """The innermost item by its number and title, else the part."""
        assert place_in_words(MEETING, where) == words

    def test_in_a_schedule(self) -> None:
        """The occasion with its day."""
        plan = Schedule(occasions=[date(2027, 2, 5), Occasion(label="höst")])
        assert place_in_words(plan, "$.occasions[0]") == "tillfälle 1 (2027-02-05)"
        assert place_in_words(plan, "$.occasions[1].place") == "tillfälle 2"
        assert place_in_words(plan, "$.occasions[4]") is None
        assert place_in_words(plan, "$.title") is None

    def test_in_english(self) -> None:
        """Every part has its English name."""
        assert place_in_words(MEETING, "$.agenda[0]", "en") == "item 4 Budget"
        assert place_in_words(MEETING, "rad 3", "en") == "line 3"
        for words in _PARTS.values():
            assert translate(words, "en") != words


class TestInOrder:
    def test_places_sort_as_a_document_has_them(self) -> None:
        """The whole and its head, then the parts; numbers as numbers."""
        places = [
            None,
            "$.title",
            "$.participants[2]",
            "$.agenda[2].body[0]",
            "$.agenda[2].body[10]",
            "$.agenda[10]",
            "$.next_meeting",
        ]
        assert sorted([*places[3:], *places[:3]], key=in_order) == places
        assert in_order("rad 3") == (0,)
