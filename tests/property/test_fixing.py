"""Whatever is found in any meeting, its corrections change no more than they say."""

from hypothesis import given

from motesprotokoll.checks import check, fixed, place_in_words
from motesprotokoll.checks.fixing import corrections
from motesprotokoll.checks.mending import mended
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model import Meeting
from strategies import SLOW_EACH, meetings


@SLOW_EACH
@given(meetings())
def test_what_is_mended_is_mended(meeting: Meeting) -> None:
    """A second time there is nothing to do, and every place of a finding can be told."""
    found = check(meeting, select=["ALL"])
    once = fixed(meeting, found)
    assert fixed(once, found) == once
    for one in found:
        place_in_words(meeting, one.where)


@SLOW_EACH
@given(meetings())
def test_any_words_of_a_meeting_can_be_replaced(meeting: Meeting) -> None:
    """The first word of each text that stands there once, by a word that no other text has."""
    slips = []
    for found in meeting.walk():
        words = str(getattr(found.block, "text", "")).split()
        if words:
            slips.append(Finding("X1", Severity.NOTE, "Jaha.", str(found.place), (), words[0], "Xyzzy"))
    placed = corrections(meeting, slips)
    for one in placed:
        text, done = mended(one.text, [one])
        assert not done or text == f"{one.text[: one.start]}Xyzzy{one.text[one.end :]}"
    after = fixed(meeting, slips)
    assert fixed(after, slips) == after
