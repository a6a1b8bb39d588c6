"""Who is who over many meetings."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motesprotokoll.register.people import Identity, alike, people
from motesprotokoll.swedish.organisations import KNOWN_ORGANISATIONS


def known(*written: tuple[str, str | None]):  # type: ignore[no-untyped-def]
    """Who they are, with the municipalities of the region known."""
    return people(written, KNOWN_ORGANISATIONS)


class TestPeople:
    def test_an_alias_is_the_same_organisation(self) -> None:
        """Ale and Ale kommun are one, so the two are one person."""
        found = known(("Ida Ek", "Ale"), ("Ida Ek", "Ale kommun"))
        assert found.of("Ida Ek", "Ale") == found.of("Ida Ek", "Ale kommun") == Identity("Ida Ek", "Ale")
        assert found.findings == ()

    def test_case_makes_no_difference(self) -> None:
        """IDA EK is Ida Ek."""
        found = known(("IDA EK", "Ale"), ("Ida Ek", "Ale"))
        assert found.of("IDA EK", "Ale") == found.of("Ida Ek", "Ale")

    def test_a_name_alone_is_its_only_bearer(self) -> None:
        """Where only one bears the name, it is that person."""
        assert str(known(("Ida Ek", "Ale"), ("Ida Ek", None)).of("Ida Ek", None)) == "Ida Ek, Ale"

    def test_a_name_alone_is_no_one_of_two(self) -> None:
        """Two bear the name: nothing is guessed, and a finding tells."""
        found = known(("Ida Ek", "Ale"), ("Ida Ek", "Lerum"), ("Ida Ek", None))
        assert found.of("Ida Ek", None) == Identity("Ida Ek")
        assert [one.code for one in found.findings] == ["register.several-organisations"]
        assert "Ale, Lerum" in found.findings[0].message

    def test_another_spelling_is_a_finding_and_no_merge(self) -> None:
        """One letter apart and of the same organisation: perhaps one person, so it is asked."""
        found = known(("Ida Ekman", "Ale"), ("Ida Ekmann", "Ale"))
        assert found.of("Ida Ekman", "Ale") != found.of("Ida Ekmann", "Ale")
        assert [one.message for one in found.findings] == ["Ida Ekman och Ida Ekmann: är det samma person?"]

    def test_the_same_spelling_slip_elsewhere_is_none(self) -> None:
        """Ida Ekman in Ale and Ida Ekmann in Lerum are two persons."""
        assert known(("Ida Ekman", "Ale"), ("Ida Ekmann", "Lerum")).findings == ()

    def test_organisations_that_look_alike(self) -> None:
        """An organisation with a slip is kept apart and told."""
        found = known(("Ida Ek", "Stadsbiblioteket"), ("Bo Alm", "Stadsbibliotekt"))
        assert [one.code for one in found.findings] == ["register.organisations-alike"]


def edits(one: str, other: str) -> int:
    """The distance of Damerau and Levenshtein (optimal string alignment), by the book."""
    table = {(i, 0): i for i in range(len(one) + 1)} | {(0, j): j for j in range(len(other) + 1)}
    for i, a in enumerate(one, 1):
        for j, b in enumerate(other, 1):
            table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(one), len(other)]


class TestAlike:
    @given(st.lists(st.text("abå ", min_size=5, max_size=8), max_size=8, unique=True))
    def test_finds_just_the_names_one_letter_apart(self, names: list[str]) -> None:
        """The pairs are those that the distance by the book calls one apart."""
        expected = {frozenset(pair) for pair in combinations(names, 2) if edits(*pair) == 1}
        assert {frozenset(pair) for pair in alike(names)} == expected

    @pytest.mark.parametrize("pair", [("Ale", "Åle"), ("Grupp 12", "Grupp 13"), ("Ida Ek", "ida ek")])
    def test_short_names_figures_and_case_are_no_slips(self, pair: tuple[str, str]) -> None:
        """Short names are near one another by nature, and figures are meant."""
        assert list(alike(pair)) == []
