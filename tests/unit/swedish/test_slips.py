"""One slip of the finger is one, two are another word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motesprotokoll.swedish.slips import Names, one_slip_apart

WORDS = st.text("abå ", max_size=6)


def slips(word: str) -> set[str]:
    """Every word that is one slip away from *word*, by trying them all."""
    letters = "abå "
    found = {word[:place] + word[place + 1 :] for place in range(len(word))}
    for place in range(len(word) + 1):
        found |= {word[:place] + letter + word[place:] for letter in letters}
        found |= {word[:place] + letter + word[place + 1 :] for letter in letters if place < len(word)}
        found.add(word[:place] + word[place : place + 2][::-1] + word[place + 2 :])
    return found - {word}


class TestOneSlipApart:
    @given(WORDS, WORDS)
    def test_is_what_trying_them_all_finds(self, one: str, other: str) -> None:
        """A letter put in, left out or changed, or two that changed places."""
        assert one_slip_apart(one, other) is (other in slips(one))

    @given(WORDS)
    def test_every_slip_is_one(self, word: str) -> None:
        """From either side."""
        for other in slips(word):
            assert one_slip_apart(word, other)
            assert one_slip_apart(other, word)


class TestNames:
    def test_knows_names_in_any_case(self) -> None:
        """And finds the first that resembles another, as it was written."""
        names = Names(["Karin Ek", "KARIN EK", "Bo Al"])
        assert "karin ek" in names
        assert "Karin" not in names
        assert names.like("karin ekh") == "Karin Ek"
        assert names.like("Carin Ek") == "Karin Ek"

    @pytest.mark.parametrize("name", ["Karin Ek", "Karin Alm", "Karin", "Karinn", "", f"Karin {'k' * 80}"])
    def test_resembles_none(self, name: str) -> None:
        """Itself is no other name; a single word is too little; very long ones are none."""
        assert Names(["Karin Ek", "Karin", f"Karin {'k' * 81}"]).like(name) is None
