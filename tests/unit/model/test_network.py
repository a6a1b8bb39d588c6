from datetime import date
from typing import Any

import pytest

from motesprotokoll.errors import WrongValueError
from motesprotokoll.model import DateSpan, Meeting, Member, Network, Organisation, PartialDate, Schedule
from motesprotokoll.model.network import has_seat


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


class TestHasSeat:
    @pytest.mark.parametrize(
        ("since", "until", "found"),
        [
            (None, None, True),
            (date(2027, 2, 5), date(2027, 2, 5), True),
            (date(2027, 2, 6), None, False),
            (None, date(2027, 2, 4), False),
            (PartialDate("i mars", earliest=date(2027, 3, 1)), None, False),
            (None, PartialDate("2026", latest=date(2026, 12, 31)), False),
            (PartialDate("förr"), PartialDate("nyligen"), True),
        ],
    )
    def test_as_far_as_the_days_are_known(self, since: Any, until: Any, found: bool) -> None:
        """The first and the last day count; where either is not known, it speaks against nobody."""
        member = Member("Ida Ek", since=since, until=until)
        assert has_seat(member, date(2027, 2, 5)) is found
        assert has_seat(member, None) is True


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
