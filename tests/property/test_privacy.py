"""What is planted in every string of a meeting goes, from the meeting and from whatever is written of it."""

import pytest
from hypothesis import assume, given

import motesprotokoll as mp
from losses import without_losses
from motesprotokoll.model.text import plain
from motesprotokoll.privacy import PUBLISH, redact, verify
from planted import PERSONS, cores_in, planted_meetings, strings_of
from strategies import SLOW_EACH, meetings, schedules

PROFILE = PUBLISH.with_persons(*PERSONS)
TEXTS = ("text", "markdown", "html", "json")


@SLOW_EACH
@given(planted_meetings())
def test_nothing_planted_survives(meeting: mp.Meeting) -> None:
    """No string of the redacted meeting holds any of it, and no running text does over its pieces."""
    redacted = redact(meeting, PROFILE).meeting
    for text in strings_of(redacted):
        assert not cores_in(text), text
    for found in redacted.walk(mp.Paragraph, mp.Decision, mp.ActionItem, mp.Unread):
        assert not cores_in(plain(found.block.content))  # type: ignore[union-attr]


@SLOW_EACH
@given(planted_meetings())
def test_twice_changes_nothing(meeting: mp.Meeting) -> None:
    """A redacted meeting is redacted."""
    once = redact(meeting, PROFILE).meeting
    twice = redact(once, PROFILE)
    assert twice.meeting == once
    assert [entry for entry in twice.log if entry.rule != "field"] == []


@pytest.mark.parametrize("format_name", TEXTS)
@SLOW_EACH
@given(planted_meetings())
def test_no_text_format_holds_it(format_name: str, meeting: mp.Meeting) -> None:
    """What is written of the redacted meeting is proven clean, and reads back as it."""
    redaction = redact(meeting, PROFILE)
    page = mp.render(redaction.meeting, format_name)
    assert not cores_in(page.text)
    assert verify(redaction, page) == ()
    expected = redaction.meeting if format_name == "json" else without_losses(redaction.meeting)
    assert mp.read(page, format=format_name).meeting == expected


@pytest.mark.slow
@SLOW_EACH
@given(planted_meetings())
def test_no_word_file_holds_it(meeting: mp.Meeting) -> None:
    """Nor does a Word file, in any of its parts."""
    redaction = redact(meeting, PROFILE)
    page = mp.render(redaction.meeting, "docx")
    assert verify(redaction, page) == ()
    assert mp.read(page).meeting == redaction.meeting


@pytest.mark.slow
@SLOW_EACH
@given(planted_meetings())
def test_no_pdf_holds_it(meeting: mp.Meeting) -> None:
    """Nor does a PDF, in its pages, its attachment and its metadata."""
    redaction = redact(meeting, PROFILE)
    try:
        page = mp.render(redaction.meeting, "pdf")
    except mp.RenderError as error:
        assume("U+" not in str(error))
        raise
    assert verify(redaction, page) == ()
    assert mp.read(page).meeting == redaction.meeting


@SLOW_EACH
@given(planted_meetings(schedules().map(lambda schedule: mp.Meeting(appendix=[schedule]))))
def test_no_calendar_holds_it(meeting: mp.Meeting) -> None:
    """Nor does the calendar of the meeting's plan."""
    redaction = redact(meeting, PROFILE)
    schedule = redaction.meeting.schedule
    assert schedule is not None
    page = mp.render(schedule, "ics")
    assert not cores_in(page.text)
    assert verify(redaction, page) == ()


@SLOW_EACH
@given(meetings())
def test_what_holds_nothing_stays(meeting: mp.Meeting) -> None:
    """Where nothing is logged, the meeting is the very same object; where something is, it changed."""
    redaction = redact(meeting, PROFILE)
    assert (redaction.meeting is meeting) == (redaction.log == ())


@SLOW_EACH
@given(planted_meetings())
def test_what_was_not_planted_stays(meeting: mp.Meeting) -> None:
    """Nobody is protected and every kind is kept: then nothing changes."""
    everything = PUBLISH.keeping(*PUBLISH.kinds)
    assert redact(meeting, everything).meeting is meeting
