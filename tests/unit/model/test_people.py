import pytest

from motesprotokoll.errors import WrongValueError
from motesprotokoll.model import Attendance, Meeting, Participant


class TestParticipant:
    def test_keeps_strings_canonical(self) -> None:
        """Every string is in its one form, and what is empty is ``None``."""
        person = Participant("  Bo\u00a0Stro\u0308m ", role=" ", unit="\u200b", group="Na\u0308rvarande\n")
        assert person == Participant("Bo Ström", group="Närvarande")

    def test_needs_a_name(self) -> None:
        """Somebody is somebody."""
        for empty in ("", "\t", "\ufeff"):
            with pytest.raises(WrongValueError, match=r"^Participant\.name: must not be empty$"):
                Participant(empty)

    def test_is_invited_unless_said(self) -> None:
        """``None`` is nothing said about who came."""
        assert Participant("Ida Ek").attendance is None
        assert Participant("Ida Ek", attendance=Attendance.ABSENT).attendance is Attendance.ABSENT


class TestConversion:
    def test_names_become_participants(self) -> None:
        """One name, or several in any ordered series."""
        people = Meeting(
            participants=["Ida Ek", Participant("Bo Ström")],
            verifiers=(name for name in ("Ida Ek",)),
            chair="Ida Ek",
        )
        assert people.participants == (Participant("Ida Ek"), Participant("Bo Ström"))
        assert people.verifiers == (Participant("Ida Ek"),)
        assert people.chair == Participant("Ida Ek")

    @pytest.mark.parametrize("empty", ["", " ", "\u200b", "\ufeff \n", None])
    def test_an_empty_name_is_nobody(self, empty: str | None) -> None:
        """What canonical form leaves nothing of is no person."""
        assert Meeting(chair=empty, note_taker=empty) == Meeting()
