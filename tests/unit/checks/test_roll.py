"""Who is in the lists, and whom a written name may mean."""

import pytest

from motesprotokoll.checks.roll import Roll, Words, name_and_place
from motesprotokoll.model import Attendance, Meeting, Member, Network, Participant

MEETING = Meeting(
    Network("Nätverket", members=[Member("Maja Holm")]),
    participants=[
        Participant("Ida Ek", attendance=Attendance.PRESENT),
        Participant("Anna-Stina af Ek", attendance=Attendance.IN_ATTENDANCE),
        Participant("Eva Lind", attendance=Attendance.ABSENT),
    ],
    chair="Bo Al",
    verifiers=["Ida Ek"],
)


class TestRoll:
    def test_knows_everybody(self) -> None:
        """Those in the list, those with an office, and the members; each in their own places."""
        roll = Roll(MEETING)
        assert "Eva Lind" in roll.listed
        assert "Bo Al" not in roll.listed
        assert all(name in roll.known for name in ("Eva Lind", "Bo Al", "Maja Holm"))
        assert "Maja Holm" in roll.members
        assert [where for where, _ in roll.officers] == ["$.chair", "$.verifiers[0]"]
        assert roll.is_kept

    def test_of_nobody(self) -> None:
        """A meeting without a list has none."""
        roll = Roll(Meeting())
        assert not roll.is_kept
        assert roll.officers == ()
        assert "Ida Ek" not in roll.members

    def test_words_of_those_who_came(self) -> None:
        """Not of those who did not, and not of those with an office alone."""
        roll = Roll(MEETING)
        assert roll.present.fitting("Ek") == {"ida ek", "anna-stina af ek"}
        assert roll.present.fitting("Eva") == frozenset()
        assert roll.listed_words.fitting("Eva") == {"eva lind"}
        assert roll.all_words.fitting("Bo") == {"bo al"}


class TestWords:
    @pytest.mark.parametrize(
        "written",
        ["Ida Ek", "ida", "EK", "Idas", "Ida E", "I. Ek", "Ek Ida", "Anna", "Anna-Stina", "Ida  Ek"],
    )
    def test_every_word_is_in_the_name(self, written: str) -> None:
        """In any order and case, in the genitive, with an initial, or the first half of a double name."""
        words = Words(["Ek, Ida" if "Ek Ida" in written else "Ida Ek", "Anna-Stina Alm"])
        assert len(words.fitting(written)) == 1

    @pytest.mark.parametrize("written", ["", "I", "I. E.", "Ida Alm", "Stina", "Eva"])
    def test_some_word_is_not(self, written: str) -> None:
        """Initials alone are nobody."""
        assert Words(["Ida Ek", "Anna-Stina Alm"]).fitting(written) == frozenset()


class TestNameAndPlace:
    @pytest.mark.parametrize(
        "written", ["Ida på Ale kommun", "Ida (Ale)", "Ida från Ale", "Ida i Ale", "Ida hos Ale"]
    )
    def test_a_place_stands_with_it(self, written: str) -> None:
        """Behind a word of place, or in brackets."""
        assert name_and_place(written) == ("Ida", True)

    @pytest.mark.parametrize("written", ["Ida Ek", "Ida", "Ipå Ek", ""])
    def test_a_name_alone(self, written: str) -> None:
        """Nothing is taken off."""
        assert name_and_place(written) == (written, False)
