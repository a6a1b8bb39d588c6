"""People in order: by given name, family name or organisation, as Swedish sorts."""

import pytest

from motesprotokoll.errors import WrongValueError
from motesprotokoll.model import Participant
from motesprotokoll.swedish import family_name, sort_key, sort_participants

PEOPLE = [
    Participant("Ida Ek", organisation="Öckerö"),
    Participant("Åsa Dal", organisation="Ale"),
    Participant("Carl von der Ek", organisation="Ängelholm"),
    Participant("Örjan Åberg"),
    Participant("María de la Cruz", organisation="Lilla Edet"),
    Participant("Bo Dal Öst", organisation="Lerum"),
    Participant("Bo Dal-Öst", organisation="Lerum"),
]


def names(by: str) -> list[str]:
    return [one.name for one in sort_participants(PEOPLE, by=by)]  # type: ignore[arg-type]


class TestSortParticipants:
    def test_by_given_name(self) -> None:
        """The name as it is written, from its start; å, ä and ö come last. This is the usual order."""
        expected = ["Bo Dal Öst", "Bo Dal-Öst", "Carl von der Ek", "Ida Ek", "María de la Cruz"]
        assert names("given") == [*expected, "Åsa Dal", "Örjan Åberg"]
        assert sort_participants(PEOPLE) == sort_participants(PEOPLE, by="given")

    def test_by_family_name(self) -> None:
        """The last word, or the compound, without particles before it; then the given name."""
        expected = ["María de la Cruz", "Åsa Dal", "Bo Dal-Öst", "Carl von der Ek", "Ida Ek", "Örjan Åberg"]
        assert names("family") == [*expected, "Bo Dal Öst"]

    def test_by_organisation(self) -> None:
        """The organisation, then the name; those without one come last."""
        expected = ["Åsa Dal", "Bo Dal Öst", "Bo Dal-Öst", "María de la Cruz", "Carl von der Ek", "Ida Ek"]
        assert names("organisation") == [*expected, "Örjan Åberg"]

    def test_equal_names_keep_their_order(self) -> None:
        """Who compares equal stays where they stood, and any iterable is taken."""
        twins = (Participant("Ida Ek", note="1"), Participant("Ida Ek", note="2"))
        assert sort_participants(iter(twins)) == twins
        assert sort_participants(()) == ()

    def test_refuses_other_words(self) -> None:
        """There is nothing else to sort by."""
        with pytest.raises(WrongValueError):
            sort_participants(PEOPLE, by="age")  # type: ignore[arg-type]


class TestFamilyName:
    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("Ida Ek", "Ek"),
            ("Ida", "Ida"),
            ("", ""),
            ("Ida Maria Ek", "Ek"),
            ("Ida Ek-Alm", "Ek-Alm"),
            ("Ida af Ek", "af Ek"),
            ("Carl von der Ek", "von der Ek"),
            ("María de la Cruz", "de la Cruz"),
            ("von Ek", "Ek"),
            ("Ek, Ida", "Ek"),
            ("Ida Ek, jurist", "Ek"),
            ("von Ek, Carl", "Ek"),
            ("Bo Dal Öst", "Öst"),
        ],
    )
    def test_finds(self, name: str, expected: str) -> None:
        """The last word with its particles; of a name turned round what stands before the comma."""
        assert family_name(name) == expected

    def test_particles_do_not_count(self) -> None:
        """Von Ek stands among the Eks, also in the key of a text, and a name of particles only has a key."""
        assert sort_key("Carl von Ek", by="family")[0] == sort_key("Ida Ek", by="family")[0]
        assert sort_key("von von von", by="family")[0] == sort_key("von")
