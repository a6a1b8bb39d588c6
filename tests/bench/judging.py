"""Whether a reader of dates is right: one rule for ours and for all that ours is compared with."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Literal

from bench.phrases import Kind, Phrase
from motesprotokoll import swedish
from motesprotokoll.model import DateSpan, Occasion, PartialDate

Answer = Literal["right", "wrong", "refused"]
Reader = Callable[[Phrase], object]


def read_ours(phrase: Phrase) -> object:
    """By the parser for what the phrase is."""
    if phrase.kind == "time":
        return swedish.parse_time(phrase.text)
    if phrase.kind == "interval":
        return swedish.parse_time_span(phrase.text)
    return _OURS[phrase.kind](phrase.text, meeting_date=phrase.meeting, role=phrase.role)


_OURS: dict[Kind, Callable[..., object]] = {
    "date": swedish.parse_date,
    "span": swedish.parse_date_span,
    "week": swedish.parse_dates,
    "occasion": swedish.parse_occasion,
}


def answer(reader: Reader, phrase: Phrase) -> Answer:
    """Whether a reader gives what the phrase means, another value, or none. Any exception refuses."""
    value = None
    with suppress(Exception):  # theirs are of many kinds
        value = reader(phrase)
    if value is None:
        return "refused"
    return "right" if _comparable(value) == _expected(phrase) else "wrong"


def _comparable(value: object) -> object:
    """A week of ours as its days, an occasion of a day and a time as a moment."""
    if isinstance(value, PartialDate) and value.earliest is not None and value.latest is not None:
        return DateSpan(value.earliest, value.latest)
    return _moment(value) if isinstance(value, Occasion) else value


def _expected(phrase: Phrase) -> object:
    return _moment(phrase.meaning) if isinstance(phrase.meaning, Occasion) else phrase.meaning


def _moment(occasion: Occasion) -> object:
    """The moment, where an occasion is no more than one."""
    times, days = occasion.times, occasion.dates
    if occasion != Occasion(days, times=times) or times is None or times.end is not None:
        return occasion
    if not isinstance(days, DateSpan) or not days.is_one_day:
        return occasion
    return datetime.combine(days.start, times.start)
