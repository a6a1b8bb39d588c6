"""Days, hours and places in words, with notes where the words would be read otherwise."""

from collections.abc import Iterable
from typing import Literal

from motesprotokoll.compose.words import Words, field, fields
from motesprotokoll.errors import DateError
from motesprotokoll.model import Dates, DateSpan, Occasion, PartialDate, TimeSpan
from motesprotokoll.model.text import canonical
from motesprotokoll.outline import Labelled, Line, Notes
from motesprotokoll.swedish import format_occasion, parse_occasion
from motesprotokoll.wording import MODES, PARTS_OF_DAY, iso_dates, iso_time

Style = Literal["text", "iso"]
"""How a date is written: in words as in running text, or in figures as in the head of a document."""


def occasion_fields(occasion: Occasion, words: Words, style: Style = "text") -> Iterable[Labelled]:
    """The facts of one occasion, a label each; the date comes first even where nothing is known of it."""
    said = when(occasion, words, style)
    state = (
        *((words.note("tentative"),) if occasion.tentative else ()),
        *((words.note("cancelled"),) if occasion.cancelled else ()),
    )
    sequence = None if occasion.sequence is None else str(occasion.sequence)
    notes = (*said.notes, *state, *words.given(sequence=sequence))
    yield Labelled(words.label("dates"), said.content, notes=notes, role="field")
    uncertain = (words.note("place_tentative"),) if occasion.place_tentative else ()
    if occasion.place or uncertain:
        yield field("place", occasion.place or "", words, uncertain)
    mode = words.word(MODES, occasion.mode) if occasion.mode else None
    yield from fields(words, mode=mode, label=occasion.label, note=occasion.note, uid=occasion.uid)


def when(occasion: Occasion, words: Words, style: Style = "text") -> Line:
    """Day, hour and part of day in words; spelt out in notes where the words would be read otherwise."""
    bare = Occasion(occasion.dates, times=occasion.times, part_of_day=occasion.part_of_day)
    if bare == Occasion():
        return Line(())
    text = canonical(format_occasion(bare, style=style))
    return Line((text,) if text else (), () if text and _reads_as(text, bare) else when_notes(bare, words))


def _reads_as(text: str, occasion: Occasion) -> bool:
    try:
        return parse_occasion(text) == occasion
    except DateError:
        return False


def when_notes(occasion: Occasion, words: Words) -> Notes:
    part = words.word(PARTS_OF_DAY, occasion.part_of_day) if occasion.part_of_day else None
    return (
        *dates_notes(occasion.dates, words),
        *_times_notes(occasion.times, words),
        *words.given(part_of_day=part),
    )


def dates_notes(dates: Dates | None, words: Words) -> Notes:
    if isinstance(dates, DateSpan):
        return (words.note("date", iso_dates(dates)),)
    if isinstance(dates, PartialDate):
        earliest = str(dates.earliest) if dates.earliest else None
        latest = str(dates.latest) if dates.latest else None
        return words.given(vague=dates.text, earliest=earliest, latest=latest)
    return ()


def _times_notes(times: TimeSpan | None, words: Words) -> Notes:
    if times is None:
        return ()
    return words.given(**{"from": iso_time(times.start), "to": iso_time(times.end) if times.end else None})
