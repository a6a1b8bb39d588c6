"""Rules about days and hours: MP201 to MP299."""

from collections.abc import Iterable, Iterator
from datetime import time

from motesprotokoll.checks.rules import HELD, About, Told, rule, tell
from motesprotokoll.checks.subject import Subject
from motesprotokoll.findings import Severity
from motesprotokoll.model import DateSpan, Occasion, TimeSpan

Placed = Iterable[tuple[str, Occasion]]
"""Occasions with their places."""


def _ends_before(times: TimeSpan) -> bool:
    # An end of 00:00 is midnight at the end of the day.
    return times.end is not None and times.end != time(0) and times.end < times.start


def _on_one_day(occasion: Occasion) -> bool:
    return not isinstance(occasion.dates, DateSpan) or occasion.dates.is_one_day


@rule(
    "MP201",
    "days-backwards",
    title="Slutdatum före startdatum",
    advice="Kontrollera båda datumen; ett av dem är troligen felskrivet.",
    severity=Severity.ERROR,
    about=About.OCCASIONS,
)
def days_backwards(occasions: Placed) -> Iterator[Told]:
    """Days that end before they begin.

    One of the two dates is wrong, and whoever books the meeting takes the wrong one.
    """
    for where, occasion in occasions:
        dates = occasion.dates
        if isinstance(dates, DateSpan) and dates.end < dates.start:
            message = "Slutdatum {end} ligger före startdatum {start}."
            yield tell(message, where, end=dates.end, start=dates.start)


@rule(
    "MP202",
    "hours-backwards",
    title="Sluttid före starttid",
    advice="Kontrollera klockslagen. Pågick mötet över midnatt, skriv båda datumen.",
    about=About.OCCASIONS,
)
def hours_backwards(occasions: Placed) -> Iterator[Told]:
    """Hours of one day that end before they begin.

    One of them is wrong, unless the meeting went on past midnight: look at it.
    """
    for where, occasion in occasions:
        if occasion.times is not None and _ends_before(occasion.times) and _on_one_day(occasion):
            message = "Sluttiden ligger före starttiden: {times}. Gick mötet över midnatt?"
            yield tell(message, where, times=occasion.times)


@rule(
    "MP203",
    "next-meeting-not-after",
    title="Nästa möte ligger inte efter mötet",
    advice="Kontrollera nästa mötes datum: ofta är det förra mötets datum eller fel årtal som står kvar.",
    kinds=HELD,
)
def next_meeting_not_after(subject: Subject) -> Iterator[Told]:
    """A next meeting that is not after this one.

    Minutes are often written over those of last time, and the old date stays.
    """
    meeting = subject.meeting
    held, following = meeting.date, meeting.next_meeting.first_day if meeting.next_meeting else None
    if held is not None and following is not None and following <= held:
        message = "Nästa möte {later} ligger inte efter mötet {earlier}."
        yield tell(message, "$.next_meeting", later=following, earlier=held)


@rule(
    "MP204",
    "finished-before-meeting",
    title="Färdigställt före mötet",
    advice="Kontrollera dagen då dokumentet färdigställdes eller justerades.",
    kinds=HELD,
)
def finished_before_meeting(subject: Subject) -> Iterator[Told]:
    """A document that was finished before the meeting was held.

    One of the two dates is wrong, and the day of approval is what an appeal is counted from.
    """
    held, finished = subject.meeting.date, subject.meeting.finished_on
    if held is not None and finished is not None and finished < held:
        message = "Färdigställt {later}, före mötet {earlier}."
        yield tell(message, "$.finished_on", later=finished, earlier=held)


DATE_RULES = (days_backwards, hours_backwards, next_meeting_not_after, finished_before_meeting)
