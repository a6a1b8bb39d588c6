"""Every municipality and region of Sweden is there once."""

from motesprotokoll.model.text import canonical
from motesprotokoll.swedish import GR_MUNICIPALITIES
from motesprotokoll.swedish.municipalities import MUNICIPALITIES, REGIONS

COUNTIES = (26, 8, 9, 13, 13, 8, 12, 1, 5, 33, 6, 49, 16, 12, 10, 15, 10, 7, 8, 15, 14)
"""How many municipalities each county has, from Stockholm to Norrbotten."""


class TestMunicipalities:
    def test_are_as_many_as_there_are(self) -> None:
        """None twice; the counties stand one after the other, each in the order of its alphabet."""
        assert len(MUNICIPALITIES) == len(set(MUNICIPALITIES)) == sum(COUNTIES) == 290
        begins = [sum(COUNTIES[:place]) for place in range(len(COUNTIES))]
        firsts = [MUNICIPALITIES[begin] for begin in begins]
        assert (firsts[0], firsts[7], firsts[11], firsts[-1]) == ("Botkyrka", "Gotland", "Ale", "Arjeplog")

    def test_are_names_as_they_are_written(self) -> None:
        """Without spaces around them, and without the word for such a body."""
        for name in (*MUNICIPALITIES, *REGIONS):
            assert canonical(name) == name
            assert not name.endswith((" kommun", " stad"))

    def test_hold_those_of_the_federation(self) -> None:
        """Which stand in a table of their own, with their codes."""
        assert {one.name for one in GR_MUNICIPALITIES} <= set(MUNICIPALITIES)


class TestRegions:
    def test_are_as_many_as_there_are(self) -> None:
        """One in each county."""
        assert len(REGIONS) == len(set(REGIONS)) == len(COUNTIES) == 21
