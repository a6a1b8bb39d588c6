"""The short ids of actions and decisions, as they are given and as people type them."""

from datetime import date

import pytest

from motesprotokoll.model import Decision
from motesprotokoll.register import Followup, Register
from motesprotokoll.register.numbers import meant_by, nearest, numbered
from motesprotokoll.tables import Column, Row, Rows
from timing import grows_at_most
from unit.register.meetings import AUTUMN, SPRING, item, notes

NUMBERS = ("Å27-1", "Å27-2", "Å27-12", "B27-1")


def rows(count: int) -> tuple[Row, ...]:
    """So many actions of one body on one day."""
    columns = (Column("id", ""), Column("date", "", "date"), Column("body", ""), Column("meeting", ""))
    cells = tuple((f"a-{place}", date(2027, 1, 8), "Rådet", "m") for place in range(count))
    return tuple(Rows(columns, cells))


class TestNumbered:
    def test_decisions_have_numbers_of_their_own(self) -> None:
        """Beside those of actions, in the same order, and they stay when an older document turns up."""
        assert Register([SPRING, AUTUMN]).decisions["number"] == ("B27-1",)
        older = notes("2027-01-08", item("A", Decision("Rådet beslutar att vila.")))
        register = Register([older, SPRING], followup=Register([SPRING]).followup)
        assert register.decisions["number"] == ("B27-2", "B27-1")

    def test_a_row_that_is_there_twice_has_one(self) -> None:
        """Two documents of one meeting tell the same action."""
        followup = numbered((*rows(2), *rows(1)), "Å", Followup())
        assert [one.number for one in followup.settled.values()] == ["Å27-1", "Å27-2"]

    def test_is_linear(self) -> None:
        """Four times the rows take four times the time, on the safe side."""
        few, many = rows(1_000), rows(4_000)
        assert grows_at_most(
            lambda: numbered(few, "Å", Followup()), lambda: numbered(many, "Å", Followup()), 8
        )


class TestMeantBy:
    @pytest.mark.parametrize(
        "typed",
        ["Å27-2", "å27-2", "A27-2", "a27–2", "Å27\u22122", "Å27 - 2", " Å27-2 ", "A\u030a27-2", "Å27 2"],
    )
    def test_takes_what_keyboards_make_of_it(self, typed: str) -> None:
        """Small letters, other dashes, a letter without its ring or one of two signs."""
        assert meant_by(typed, NUMBERS) == "Å27-2"

    @pytest.mark.parametrize("typed", ["Å27-3", "27-2", "", "Å272", "2"])
    def test_guesses_no_further(self, typed: str) -> None:
        """Another number is another action."""
        assert meant_by(typed, NUMBERS) is None

    def test_two_that_look_alike(self) -> None:
        """What somebody wrote by hand in the file has to be typed as it is, if another looks like it."""
        assert meant_by("a-1", ("Å-1", "A-1")) is None
        assert meant_by("A-1", ("Å-1", "A-1")) == "A-1"


class TestNearest:
    def test_names_the_one_that_is_most_like_it(self) -> None:
        """A finger beside the key, or a sign left out."""
        assert nearest("Å27-22", NUMBERS) == "Å27-2"
        assert nearest("27-1", NUMBERS) in ("Å27-1", "B27-1")
        assert nearest("å2712", NUMBERS) == "Å27-12"

    def test_nothing_like_it(self) -> None:
        """Nothing is named."""
        assert nearest("mallen", NUMBERS) is None
        assert nearest("Å27-1", ()) is None
