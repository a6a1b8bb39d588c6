"""The places of a meeting are found again in the document that it was read from."""

import pytest

import motesprotokoll as mp
from everything import MEETING as EVERYTHING
from motesprotokoll.locating import Locator, Spot, lines_in
from timing import grows_at_most

NOTES = """\
Nätverket för stadsodling

Anteckningar möte 12 mars 2027

Plats: Ängsholm

Närvarande
Ida Ek, Ängsholm
Bo Ask, Storvik

1. Odling
Ida Ek berättar om lotterna, tex om vattnet. Lotterna är tex för få.

Nätverket beslutar
- att godkänna planen
- att söka bidrag

2. Övrigt
Lotterna är tex för få.

Nästa möte: 9 april 2027, Storvik

Antecknat av: Ida Ek
"""
LINES = NOTES.splitlines()
MEETING = mp.read_text(NOTES).meeting
LOCATOR = Locator(LINES, MEETING)


def words(where: str | None, excerpt: str | None = None) -> tuple[str, int] | None:
    """The words that are found, and the line in which they stand."""
    spot = LOCATOR.spot(where, excerpt)
    return None if spot is None else (LINES[spot.line][spot.start : spot.end], spot.line)


class TestSpot:
    def test_values_of_the_body(self) -> None:
        """Headings, paragraphs, decisions and clauses stand where they were read from."""
        assert words("$.agenda[0]") == ("1. Odling", 10)
        assert words("$.agenda[0].body[0]") == (LINES[11].rstrip("."), 11)
        assert words("$.agenda[0].body[1]") == ("Nätverket beslutar", 13)
        assert words("$.agenda[0].body[1].clauses[1]") == ("att söka bidrag", 15)

    def test_what_is_said_twice_is_found_twice(self) -> None:
        """In the order of the document."""
        assert words("$.agenda[1].body[0]") == ("Lotterna är tex för få", 18)

    def test_an_excerpt(self) -> None:
        """It is looked for within its value, as whole words first."""
        assert words("$.agenda[0].body[0]", "tex") == ("tex", 11)
        assert LOCATOR.spot("$.agenda[0].body[0]", "tex") == Spot(11, 29, 32)
        assert words("$.agenda[1].body[0]", "tex") == ("tex", 18)
        assert words("$.agenda[0].body[0]", "om  lotterna,") == ("om lotterna,", 11)

    def test_an_excerpt_that_is_written_otherwise(self) -> None:
        """By its letters; where it is not there, the whole value is meant."""
        assert words("$.agenda[0].body[0]", "»tex« om vattnet") == ("tex om vattnet", 11)
        assert words("$.agenda[0].body[0]", "saknas") == words("$.agenda[0].body[0]")
        assert words("$.agenda[0].body[0]", "???") == words("$.agenda[0].body[0]")

    def test_the_head_and_the_tail(self) -> None:
        """Who is first in a list and signs below is found where the place says."""
        assert words("$.participants[0]") == ("Ida Ek", 7)
        assert words("$.note_taker") == ("Ida Ek", 22)
        assert words("$.occasion") == ("12 mars 2027", 2)
        assert words("$.next_meeting") == ("9 april 2027", 20)
        assert words("$.next_meeting.place") == ("Storvik", 20)
        assert words("$.network") == ("Nätverket för stadsodling", 0)

    def test_what_has_no_words_stands_where_its_value_does(self) -> None:
        """A field of a participant, a row of an item."""
        assert words("$.participants[1].organisation") == ("Bo Ask", 8)
        assert words("$.agenda[1].attachments[4]") == ("2. Övrigt", 17)

    def test_the_whole_meeting_has_no_place(self) -> None:
        """Nor has what the document does not hold."""
        for where in (None, "$", "rad 3", "$.chair", "$.agenda[7]"):
            assert LOCATOR.spot(where) is None

    def test_who_is_listed_twice_is_found_twice(self) -> None:
        """In the order of the list; a list in another order than the document is found all the same."""
        meeting = mp.Meeting(participants=["Ida Ek", "Bo Ask", "Ida Ek"])
        locator = Locator(["Ida Ek", "Bo Ask", "Ida Ek"], meeting)
        assert [locator.spot(f"$.participants[{n}]") for n in range(3)] == [Spot(n, 0, 6) for n in range(3)]
        backwards = Locator(["Bo Ask", "Ida Ek"], meeting)
        assert [backwards.spot(f"$.participants[{n}]") for n in range(3)] == [
            Spot(1, 0, 6),
            Spot(0, 0, 6),
            Spot(1, 0, 6),
        ]

    def test_a_short_word_is_no_part_of_another(self) -> None:
        """A participant called Al is not found in Valborg."""
        meeting = mp.Meeting(participants=["Al"], note_taker="Al")
        lines = ["Valborg", "Al", "Valborg"]
        locator = Locator(lines, meeting)
        assert locator.spot("$.participants[0]") == locator.spot("$.note_taker") == Spot(1, 0, 2)
        assert Locator(["Valborg"], meeting).spot("$.note_taker") is None

    def test_a_value_that_goes_on_over_lines(self) -> None:
        """The first line is given, or the one in which the excerpt stands."""
        meeting = mp.Meeting(agenda=[mp.AgendaItem("A", body=["Vi talade länge om bron och vägen."])])
        locator = Locator(["A", "Vi talade länge", "om bron och vägen."], meeting)
        assert locator.spot("$.agenda[0].body[0]") == Spot(1, 0, 15)
        assert locator.spot("$.agenda[0].body[0]", "bron") == Spot(2, 3, 7)
        assert locator.spot("$.agenda[0].body[0]", "länge om") == Spot(1, 10, 15)

    def test_every_kind_of_value(self) -> None:
        """Whatever a document of ours says can be found in it."""
        text = mp.render(EVERYTHING, "text").text.splitlines()
        locator = Locator(text, EVERYTHING)
        for where, sign in (
            ("$.chair", "Ordförande"),
            ("$.verifiers[0]", EVERYTHING.verifiers[0].name),
            ("$.attachments[0]", EVERYTHING.attachments[0].title),
            ("$.finished_on", "Färdigställt"),
            ("$.case_number", str(EVERYTHING.case_number)),
            ("$.next_meeting", "Nästa möte"),
        ):
            spot = locator.spot(where)
            assert spot is not None, where
            assert sign in " ".join(text[spot.line - 1 : spot.line + 1]), where
        for found in EVERYTHING.walk(mp.Decision, mp.Section, mp.Table, mp.Schedule, mp.ActionItem):
            assert locator.spot(str(found.place)) is not None

    def test_days_that_are_told_in_words(self) -> None:
        """And an occasion that has nothing but a label."""
        meeting = mp.Meeting(
            occasion=mp.Occasion(mp.PartialDate("slutet av maj")), next_meeting=mp.Occasion(label="Höstmötet")
        )
        locator = Locator(["Möte i slutet av maj", "Höstmötet"], meeting)
        assert locator.spot("$.occasion") == Spot(0, 7, 20)
        assert locator.spot("$.next_meeting") == Spot(1, 0, 9)

    def test_gives_up_on_words_that_are_always_part_of_others(self) -> None:
        """A short name is looked for so many times and no more."""
        meeting = mp.Meeting(participants=["Al"], note_taker="Al")
        locator = Locator(["Valborg " * 60, "Al", "Valborg " * 60], meeting)
        assert locator.spot("$.participants[0]") is None
        assert locator.spot("$.note_taker") is None

    @pytest.mark.slow
    def test_takes_time_as_the_document_grows(self) -> None:
        """Also where nothing is found, and where everything is alike."""

        def place(size: int) -> None:
            items = [mp.AgendaItem(f"Punkt {n}", body=["ja", f"Text nummer {n}."]) for n in range(size)]
            meeting = mp.Meeting(agenda=items, participants=["ja"] * 20)
            Locator(["ja nej ja"] * size, meeting)
            Locator([f"Punkt {n}" for n in range(size)], meeting)

        assert grows_at_most(lambda: place(500), lambda: place(1_000), 3)


def test_lines_in() -> None:
    """Each line of a reading stands in the document, also one with a number that Word counts."""
    document = ["Odling", "Vi talade.", "Vi talade igen."]
    assert lines_in(document, ["1. Odling", "Vi talade.", "borta", "Vi talade igen.", ""]) == [
        Spot(0, 0, 6),
        Spot(1, 0, 9),
        None,
        Spot(2, 0, 14),
        None,
    ]
