"""Rules about days and hours: MP201 to MP299."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, time

from motesprotokoll.checks.plans import on_one_day
from motesprotokoll.checks.rules import HELD, About, Told, rule, tell
from motesprotokoll.checks.subject import Subject
from motesprotokoll.errors import MissingExtraError, WrongValueError
from motesprotokoll.findings import Severity
from motesprotokoll.model import DateSpan, Meeting, Occasion, Paragraph, TimeSpan
from motesprotokoll.swedish import FoundDate, find_dates, non_working_day
from motesprotokoll.swedish.words import CLOCK_WORDS, MONTH_NAMES, SATURDAY, WEEKDAY_NAMES, WEEKDAYS

Placed = Iterable[tuple[str, Occasion]]
"""Occasions with their places."""

_FAR_OFF = 500
"""Days to the next meeting: bodies that meet once a year do so within fewer."""

# Looking is dear, so each rule asks first whether the document holds any word of those that it is about, and
# then only of texts that hold what could be wrong.
_WEEKDAY = re.compile(
    r"\b(?:(?:m[åa]n|tis|ons|tors|fre|l[öo]r|s[öo]n)dag(?:en)?|mån|tis|ons|tors?|fre|lör|sön)\b",
    re.IGNORECASE,
)
_WEEK_WORDS = frozenset({"v", "vecka", "veckan"})
_WEEK = re.compile(r"\bv(?:ecka|\.)? ?\d", re.IGNORECASE)
# The days that some months do not have.
_LATE = ("29", "30", "31")
_LAST_DAYS = re.compile(
    r"(?:29|3[01])(?:(?::e)? (?:[Ff]eb|[Aa]pr|[Jj]un|[Ss]ep|[Nn]ov)|[/.](?:2|4|6|9|11)\b)"
    r"|-(?:0[2469]|11)-(?:29|3[01])\b"
)
# And those that no month has.
_NO_DAY = re.compile(rf"\b[Dd]en (?:3[2-9]|[4-9]\d)(?::e)? (?:{'|'.join(MONTH_NAMES)})\b")
# Of which nobody knows in which year it is meant.
_LEAP_DAY = re.compile(r"\D*29(?::e)? [Ff]eb\D*|\D*29[/.]2\b\D*")
# An hour after 24.00, or more than 59 minutes.
_NO_TIME = re.compile(
    r"\bkl(?:ockan|\.)? ?(?:(?:2[5-9]|[3-9]\d)[.:]\d\d|24[.:](?!00)\d\d|\d{1,2}[.:][6-9]\d)(?![\d.:])",
    re.IGNORECASE,
)
# A span of hours that is a paragraph by itself, as where a line of the head could not be read.
_NO_SPAN = re.compile(r"\d{1,2}[.:][6-9]\d ?[–-] ?\d{1,2}[.:]\d\d|\d{1,2}[.:]\d\d ?[–-] ?\d{1,2}[.:][6-9]\d")
# What tells that a day in a title is not that of the meeting itself.
_ANOTHER_DAY = re.compile(
    r"\b(?:inför|uppföljning|efter|senast|till och med|t\.o\.m\.|justera\w*|revidera\w*|uppdatera\w*|version"
    r"|möten|perioden)\b",
    re.IGNORECASE,
)
# Days that are counted from today. Source: the deictic adverbials of time in Svenska Akademiens grammatik.
_RELATIVE = re.compile(
    r"\b(?:i ?morgon(?! bitti)|(?<!möte )(?<!mötet )i ?går|i förrgår|i övermorgon|häromdagen"
    r"|(?:denna|den här|nästa) vecka|förra veckan"
    r"|i (?:mån|tis|ons|tors|fre|lör|sön)dags|på (?:mån|tis|ons|tors|fre|lör|sön)dag)\b(?! den\b| \d)",
    re.IGNORECASE,
)
_RELATIVE_WORDS = frozenset(
    {"morgon", "imorgon", "går", "igår", "förrgår", "övermorgon", "häromdagen", "vecka", "veckan"}
    | {name for day in WEEKDAY_NAMES for name in (day, f"{day}s")}
)


def _ends_before(times: TimeSpan) -> bool:
    # An end of 00:00 is midnight at the end of the day.
    return times.end is not None and times.end != time(0) and times.end < times.start


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

    Fails (json):

        {"format": "motesprotokoll", "version": 1, "type": "meeting",
         "occasion": {"dates": {"start": "2026-02-06", "end": "2026-02-05"}}}

    Passes (json):

        {"format": "motesprotokoll", "version": 1, "type": "meeting",
         "occasion": {"dates": {"start": "2026-02-05", "end": "2026-02-06"}}}
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

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 12.00–9.00

        1. Budget
        Budgeten är klar.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Budget
        Budgeten är klar.
    """
    for where, occasion in occasions:
        if occasion.times is not None and _ends_before(occasion.times) and on_one_day(occasion):
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
    """A next meeting (nästa möte) that is not after this one.

    Minutes are often written over those of last time, and the old date stays.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Budget
        Budgeten är klar.

        2. Nästa möte
        Nästa möte är den 24 april 2025 kl. 9.00.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Budget
        Budgeten är klar.

        2. Nästa möte
        Nästa möte är den 24 april 2026 kl. 9.00.
    """
    meeting = subject.meeting
    held, following = meeting.date, _next_day(subject)
    if held is not None and following is not None and following <= held and not _later_that_day(meeting):
        message = "Nästa möte {later} ligger inte efter mötet {earlier}."
        yield tell(message, "$.next_meeting", later=following, earlier=held)


def _later_that_day(meeting: Meeting) -> bool:
    """Whether the next meeting is on the same day and hour by hour after this one, as in a crisis."""
    this, following = meeting.occasion, meeting.next_meeting
    if this is None or following is None or this.first_day != following.first_day:
        return False
    if this.times is None or following.times is None:
        return False
    return following.times.start >= (this.times.end or this.times.start) and following.times != this.times


def _next_day(subject: Subject) -> date | None:
    following = subject.meeting.next_meeting
    return following.first_day if following is not None else None


@rule(
    "MP204",
    "finished-before-meeting",
    title="Färdigställt före mötet",
    advice="Kontrollera dagen då dokumentet färdigställdes eller justerades.",
    kinds=HELD,
)
def finished_before_meeting(subject: Subject) -> Iterator[Told]:
    """A document that was finished or verified (justerat) before the meeting was held.

    One of the two dates is wrong, and the day of approval is what an appeal is counted from.

    Fails:

        Tallåsa byalag
        Protokoll styrelsemöte 6 februari 2026

        § 1 Budget
        Budgeten är klar.

        Justerat den 1 februari 2026
        Ida Ek

    Passes:

        Tallåsa byalag
        Protokoll styrelsemöte 6 februari 2026

        § 1 Budget
        Budgeten är klar.

        Justerat den 20 februari 2026
        Ida Ek
    """
    held, finished = subject.meeting.date, subject.meeting.finished_on
    if held is not None and finished is not None and finished < held:
        message = "Färdigställt {later}, före mötet {earlier}."
        yield tell(message, "$.finished_on", later=finished, earlier=held)


@rule(
    "MP205",
    "wrong-weekday",
    title="Veckodagen stämmer inte med datumet",
    advice="Kontrollera vilket av de två som är rätt, och ändra det andra.",
)
def wrong_weekday(subject: Subject) -> Iterator[Told]:
    """A date whose weekday is not the one that stands beside it.

    Half of those who were invited go by the weekday (torsdag: Thursday), half by the date. A date without a
    year is taken for the one that lies nearest to the meeting and has that weekday; only where there is none,
    something is told.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Studiebesök
        Studiebesöket blir torsdag 13 mars 2026.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Studiebesök
        Studiebesöket blir fredag 13 mars 2026.
    """
    if subject.vocabulary.isdisjoint(WEEKDAYS):
        return
    for where, found, _ in _found(subject, _WEEKDAY, "date.weekday-mismatch"):
        if isinstance(found.value, DateSpan) and found.value.is_one_day:
            message = "Veckodagen i ”{text}” stämmer inte: {date} är en {weekday}."
            day = found.value.start
            weekday = WEEKDAY_NAMES[day.weekday()]
            yield tell(message, where, excerpt=found.text, text=found.text, date=day, weekday=weekday)
        else:
            message = "Veckodagarna i ”{text}” stämmer inte med datumen {dates}."
            yield tell(message, where, excerpt=found.text, text=found.text, dates=found.value)


def _found(subject: Subject, cue: re.Pattern[str], code: str) -> Iterator[tuple[str, FoundDate, str]]:
    """The dates of which *code* is told, in those texts that hold *cue*, and what follows in the text."""
    if cue.search(subject.lowered) is None:
        return
    for where, text in subject.passages:
        if cue.search(text):
            for found in subject.dates_in(text):
                if any(finding.code == code for finding in found.findings):
                    yield where, found, text[found.end :]


@rule(
    "MP206",
    "no-such-date",
    title="Datum som inte finns",
    advice="Kontrollera dagen och månaden.",
)
def no_such_date(subject: Subject) -> Iterator[Told]:
    """A date that is in no calendar, such as 31 April.

    Nobody can keep it, and each reader mends it in another way.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Budget
        Synpunkter lämnas till kansliet senast den 31 april.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Budget
        Synpunkter lämnas till kansliet senast den 30 april.
    """
    if _NO_DAY.search(subject.lowered) is not None:
        for where, text in subject.passages:
            for day in _NO_DAY.finditer(text):
                yield tell("”{text}” är ett datum som inte finns.", where, excerpt=day[0], text=day[0])
    if not any(day in subject.lowered for day in _LATE):
        return
    for where, found, _ in _found(subject, _LAST_DAYS, "date.impossible"):
        if _LEAP_DAY.fullmatch(found.text):
            continue
        yield tell("”{text}” är ett datum som inte finns.", where, excerpt=found.text, text=found.text)


@rule(
    "MP207",
    "next-meeting-on-free-day",
    title="Nästa möte på en ledig dag",
    advice="Kontrollera nästa mötes datum; en förväxlad dag är vanligare än ett möte på en ledig dag.",
    kinds=HELD,
)
def next_meeting_on_free_day(subject: Subject) -> Iterator[Told]:
    """A next meeting on a public holiday, or at a weekend although this one was not.

    It is a slip more often than a wish. A body that itself met on a Saturday or Sunday, as many associations
    do, is not asked about weekends. Holidays need the extra ``holidays``; without it they are passed over.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Nästa möte
        Nästa möte är den 25 april 2026 kl. 9.00.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Nästa möte
        Nästa möte är den 24 april 2026 kl. 9.00.
    """
    held, day = subject.meeting.date, _next_day(subject)
    following = subject.meeting.next_meeting
    if day is None or following is None or following.cancelled:
        return
    name = _holiday(day)
    if name is not None:
        yield tell("Nästa möte {day} är {name}, en ledig dag.", "$.next_meeting", day=day, name=name)
    elif day.weekday() >= SATURDAY and held is not None and held.weekday() < SATURDAY:
        weekday = WEEKDAY_NAMES[day.weekday()]
        yield tell("Nästa möte {day} är en {weekday}.", "$.next_meeting", day=day, weekday=weekday)


def _holiday(day: date) -> str | None:
    try:
        return non_working_day(day)
    except (MissingExtraError, WrongValueError):
        return None


@rule(
    "MP208",
    "title-on-another-day",
    title="Rubrikens datum är inte mötets",
    advice="Kontrollera vilket datum som är rätt; ofta står rubriken från förra mötet kvar.",
)
def title_on_another_day(subject: Subject) -> Iterator[Told]:
    """A title with another date than that of the meeting.

    Minutes are often written over those of last time, and the heading keeps the old day.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        Anteckningar 14 januari

        1. Budget
        Budgeten är klar.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        Anteckningar 6 februari

        1. Budget
        Budgeten är klar.
    """
    meeting = subject.meeting
    dates = meeting.occasion.dates if meeting.occasion is not None else None
    if not isinstance(dates, DateSpan):
        return
    for where, text in (("$.title", meeting.title), ("$.kind_label", meeting.kind_label)):
        if text is None or _ANOTHER_DAY.search(text):
            continue
        found = find_dates(text, meeting_date=dates.start, compact=True)
        days = [one for one in found if isinstance(one.value, DateSpan)]
        if len(days) == 1 and not _overlap(days[0].value, dates):
            message = "I rubriken står ”{text}”, men mötet hölls {date}."
            yield tell(message, where, excerpt=days[0].text, text=days[0].text, date=dates.start)


def _overlap(one: object, other: DateSpan) -> bool:
    return isinstance(one, DateSpan) and one.start <= other.end and other.start <= one.end


@rule(
    "MP209",
    "relative-day",
    title="Dag som räknas från i dag",
    advice="Skriv datumet i stället: den som läser senare vet inte vilken dag som var i dag.",
    severity=Severity.NOTE,
    kinds=HELD,
)
def relative_day(subject: Subject) -> Iterator[Told]:
    """A day that is counted from today: *i morgon* (tomorrow), *i fredags* (last Friday), *nästa vecka* (next
    week).

    Minutes are read months later, and often written days after the meeting, so nobody knows which day was
    meant. Each wording is told once.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Budget
        Förslaget skickas ut nästa vecka.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Budget
        Förslaget skickas ut den 13 februari.
    """
    told: set[str] = set()
    if subject.vocabulary.isdisjoint(_RELATIVE_WORDS):
        return
    for where, text in subject.texts:
        for found in _RELATIVE.finditer(text):
            words = found.group()
            if words.casefold() not in told:
                told.add(words.casefold())
                yield tell(
                    "Vilken dag som menas med ”{words}” framgår inte senare.",
                    where,
                    excerpt=words,
                    words=words,
                )


@rule(
    "MP210",
    "next-meeting-far-off",
    title="Långt till nästa möte",
    advice="Kontrollera årtalet i nästa mötes datum.",
    kinds=HELD,
)
def next_meeting_far_off(subject: Subject) -> Iterator[Told]:
    """A next meeting more than 500 days away.

    Even what meets once a year does so sooner, so one of the two years is a slip.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Nästa möte
        Nästa möte är den 24 april 2028 kl. 9.00.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Nästa möte
        Nästa möte är den 24 april 2026 kl. 9.00.
    """
    held, following = subject.meeting.date, _next_day(subject)
    if held is not None and following is not None and (following - held).days > _FAR_OFF:
        message = "Nästa möte {later} ligger {days} dagar efter mötet {earlier}."
        days = (following - held).days
        yield tell(message, "$.next_meeting", later=following, earlier=held, days=days)


@rule(
    "MP211",
    "wrong-week",
    title="Veckan stämmer inte med datumet",
    advice="Kontrollera vilket av de två som är rätt, och ändra det andra.",
)
def wrong_week(subject: Subject) -> Iterator[Told]:
    """A date that is not in the week that stands beside it (vecka 12, or v. 12).

    Swedish calendars count weeks as ISO 8601 does. Whoever goes by the week comes on another day.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Studiebesök
        Studiebesöket blir fredag 13 mars vecka 12.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Studiebesök
        Studiebesöket blir fredag 13 mars vecka 11.
    """
    if subject.vocabulary.isdisjoint(_WEEK_WORDS):
        return
    for where, found, behind in _found(subject, _WEEK, "date.week-mismatch"):
        if behind.startswith((" (", ":")):
            continue  # the week has days of its own: "6 juni, v. 20 (11–15 maj)"
        message = "Veckan i ”{text}” stämmer inte: {date} ligger i vecka {week}."
        day = found.value.start if isinstance(found.value, DateSpan) else None
        week = day.isocalendar().week if day is not None else ""
        yield tell(message, where, excerpt=found.text, text=found.text, date=day, week=week)


@rule(
    "MP212",
    "no-such-time",
    title="Klockslag som inte finns",
    advice="Kontrollera timmen och minuterna.",
)
def no_such_time(subject: Subject) -> Iterator[Told]:
    """A clock time that no clock shows: an hour after 24.00, or 60 minutes and more.

    It is a slip of the finger, and whoever wants to come has to guess.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Studiebesök
        Bussen går kl. 9.75 från stationen.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–12.00

        1. Studiebesök
        Bussen går kl. 9.45 från stationen.
    """
    message = "Klockslaget i ”{text}” finns inte."
    preamble = [(place, block.text) for place, block in _preamble(subject)]
    for where, text in preamble:
        if _NO_SPAN.fullmatch(text):
            yield tell(message, where, excerpt=text, text=text)
    if subject.vocabulary.isdisjoint(CLOCK_WORDS):
        return
    for where, text in subject.passages:
        for found in _NO_TIME.finditer(text):
            yield tell(message, where, excerpt=found.group(), text=found.group())


def _preamble(subject: Subject) -> Iterator[tuple[str, Paragraph]]:
    for number, block in enumerate(subject.meeting.preamble):
        if isinstance(block, Paragraph):
            yield f"$.preamble[{number}]", block


DATE_RULES = (
    days_backwards,
    hours_backwards,
    next_meeting_not_after,
    finished_before_meeting,
    wrong_weekday,
    no_such_date,
    next_meeting_on_free_day,
    title_on_another_day,
    relative_day,
    next_meeting_far_off,
    wrong_week,
    no_such_time,
)
