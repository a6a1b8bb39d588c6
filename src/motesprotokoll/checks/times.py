"""Rules about days and hours: MP101 to MP109."""

from collections.abc import Iterable, Iterator
from datetime import date, time

from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model import DateSpan, Meeting, Occasion, Schedule, TimeSpan

Placed = tuple[str, Occasion]
"""An occasion and its place."""


def _occasions(meeting: Meeting) -> Iterator[Placed]:
    """Every occasion that the meeting names, with its place."""
    if meeting.occasion is not None:
        yield "$.occasion", meeting.occasion
    for found in meeting.walk(Schedule):
        assert isinstance(found.block, Schedule)
        for number, occasion in enumerate(found.block.occasions):
            yield f"{found.place}.occasions[{number}]", occasion
    if meeting.next_meeting is not None:
        yield "$.next_meeting", meeting.next_meeting


def end_before_start(meeting: Meeting) -> Iterator[Finding]:
    """MP101: days that end before they begin."""
    return backwards_days(_occasions(meeting))


def backwards_days(occasions: Iterable[Placed]) -> Iterator[Finding]:
    """MP101, for occasions anywhere."""
    for where, occasion in occasions:
        dates = occasion.dates
        if isinstance(dates, DateSpan) and dates.end < dates.start:
            yield Finding(
                "MP101",
                Severity.ERROR,
                "Slutdatum {end} ligger före startdatum {start}.",
                where,
                (("end", str(dates.end)), ("start", str(dates.start))),
            )


def hours_backwards(meeting: Meeting) -> Iterator[Finding]:
    """MP102: hours of one day that end before they begin. It may have gone on past midnight: look at it."""
    return backwards_hours(_occasions(meeting))


def backwards_hours(occasions: Iterable[Placed]) -> Iterator[Finding]:
    """MP102, for occasions anywhere."""
    for where, occasion in occasions:
        if occasion.times is not None and _backwards(occasion.times) and _on_one_day(occasion):
            yield Finding(
                "MP102",
                Severity.WARNING,
                "Sluttiden ligger före starttiden: {times}. Gick mötet över midnatt?",
                where,
                (("times", str(occasion.times)),),
            )


def _backwards(times: TimeSpan) -> bool:
    # An end of 00:00 is midnight at the end of the day.
    return times.end is not None and times.end != time(0) and times.end < times.start


def _on_one_day(occasion: Occasion) -> bool:
    return not isinstance(occasion.dates, DateSpan) or occasion.dates.is_one_day


def next_meeting_not_after(meeting: Meeting) -> Iterator[Finding]:
    """MP103: a next meeting that is not after this one."""
    held, following = meeting.date, meeting.next_meeting.first_day if meeting.next_meeting else None
    if held is not None and following is not None and following <= held:
        yield _order(
            "MP103",
            "Nästa möte {later} ligger inte efter mötet {earlier}.",
            "$.next_meeting",
            following,
            held,
        )


def finished_before_meeting(meeting: Meeting) -> Iterator[Finding]:
    """MP104: a document that was finished before the meeting was held."""
    held, finished = meeting.date, meeting.finished_on
    if held is not None and finished is not None and finished < held:
        yield _order("MP104", "Färdigställt {later}, före mötet {earlier}.", "$.finished_on", finished, held)


def _order(code: str, template: str, where: str, later: date, earlier: date) -> Finding:
    values = (("later", str(later)), ("earlier", str(earlier)))
    return Finding(code, Severity.WARNING, template, where, values)


TIME_RULES = (end_before_start, hours_backwards, next_meeting_not_after, finished_before_meeting)
