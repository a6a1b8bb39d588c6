"""Whatever is checked, what is in order has no findings, and nothing makes a rule fall over."""

import pytest
from hypothesis import given

from motesprotokoll.checks import check, check_schedules
from motesprotokoll.errors import WrongTypeError
from motesprotokoll.findings import Finding
from motesprotokoll.messages import translate
from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.testing import sample_meeting
from strategies import meetings


class TestCheck:
    def test_a_good_meeting_has_no_findings(self) -> None:
        """Nothing is said of a meeting that is in order."""
        assert check(sample_meeting()) == ()
        assert check(Meeting()) == ()

    def test_refuses_anything_else(self) -> None:
        """Only meetings and plans are looked over."""
        with pytest.raises(WrongTypeError, match="expected a Meeting"):
            check("x")  # type: ignore[arg-type]

    @given(meetings())
    def test_every_rule_takes_any_meeting(self, meeting: Meeting) -> None:
        """None raises, each tells where, in both languages, and the same again when asked again."""
        found = check(meeting, select=["ALL"])
        assert found == check(meeting, select=["ALL"])
        for finding in found:
            assert isinstance(finding, Finding)
            assert (finding.where or "").startswith("$")
            assert translate(finding.template, "en") != finding.template
            assert finding.message
            assert finding.message_in("en")


class TestCheckSchedules:
    def test_one_plan_alone_is_refused(self) -> None:
        """With what to do; other things have no such hint."""
        with pytest.raises(WrongTypeError, match="expected a list of Schedule") as caught:
            check_schedules(Schedule("Mötestider"))  # type: ignore[arg-type]
        assert caught.value.hint == "put it in a list"
        with pytest.raises(WrongTypeError, match="expected a list of Schedule") as caught:
            check_schedules(3)  # type: ignore[arg-type]
        assert caught.value.hint is None
