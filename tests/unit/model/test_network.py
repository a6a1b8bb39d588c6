from datetime import date

import pytest

from motesprotokoll.errors import WrongValueError
from motesprotokoll.model import DateSpan, Meeting, Member, Network, Organisation, Schedule


class TestConversion:
    def test_names_become_values(self) -> None:
        """A plain name stands for an organisation, a member or a body of that name."""
        network = Network("HR", organisation="Väst", members=["Ida Ek", Member("Bo Ström")])
        assert network.organisation == Organisation("Väst")
        assert network.members == (Member("Ida Ek"), Member("Bo Ström"))
        assert Meeting("HR").network == Schedule(network="HR").network == Network("HR")

    @pytest.mark.parametrize("empty", ["", " ", "\u200b", "\ufeff \n", None])
    def test_an_empty_name_is_nothing(self, empty: str | None) -> None:
        """What canonical form leaves nothing of is no organisation and no body."""
        assert Organisation("Ale", part_of=empty) == Organisation("Ale")
        assert Meeting(empty) == Meeting()


class TestOrganisation:
    def test_leaves_empty_aliases_out(self) -> None:
        """The others are canonical, in the order given."""
        assert Organisation("Ale", aliases=[" GBG ", "", "\u200b", "A\u030a"]).aliases == ("GBG", "Å")

    def test_needs_a_name(self) -> None:
        """The error names the class and the field."""
        with pytest.raises(WrongValueError, match=r"^Organisation\.name: must not be empty$"):
            Organisation(" ")


class TestMember:
    def test_has_a_seat_over_time(self) -> None:
        """A day becomes a span; an end before the start is kept."""
        member = Member("Ida Ek", since=date(2027, 1, 1), until=date(2026, 1, 1))
        assert (member.since, member.until) == (DateSpan(date(2027, 1, 1)), DateSpan(date(2026, 1, 1)))
