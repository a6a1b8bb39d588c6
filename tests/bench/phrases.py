"""One list of Swedish dates and times as minutes write them, each with what it means.

The forms are those of the rule table that `motesprotokoll.swedish` follows: dates, spans of days, weeks,
clock times, spans of them, and whole occasions. A phrase that names no year has the day of the meeting beside
it.
"""

from datetime import date, time
from typing import Literal, NamedTuple

from motesprotokoll.model import DateSpan, Occasion, PartOfDay, TimeSpan
from motesprotokoll.swedish.years import Role

Kind = Literal["date", "span", "week", "time", "interval", "occasion"]
Value = date | DateSpan | time | TimeSpan | Occasion

SPRING = date(2023, 4, 21)
AUTUMN = date(2023, 9, 8)
WINTER = date(2023, 12, 8)


class Phrase(NamedTuple):
    """A phrase, what kind it is of, what it means, and what is known around it."""

    text: str
    kind: Kind
    meaning: Value
    meeting: date | None = None
    role: Role | None = None

    @property
    def is_span(self) -> bool:
        """Whether it takes more than one day and one clock time to say what it means."""
        value = self.meaning
        if isinstance(value, Occasion):
            days, times = value.dates, value.times
            one_day = isinstance(days, DateSpan) and days.is_one_day
            return not one_day or times is None or times.end is not None
        return isinstance(value, DateSpan | TimeSpan)


def _days(
    kind: Kind, meaning: date | DateSpan, *texts: str, meeting: date | None = None, role: Role | None = None
) -> list[Phrase]:
    return [Phrase(text, kind, meaning, meeting, role) for text in texts]


def _span(year: int, month: int, day: int, *end: int) -> DateSpan:
    return DateSpan(date(year, month, day), date(*end))


def _clock(meaning: time, *texts: str) -> list[Phrase]:
    return [Phrase(text, "time", meaning) for text in texts]


def _hours(start: time, end: time, *texts: str) -> list[Phrase]:
    return [Phrase(text, "interval", TimeSpan(start, end)) for text in texts]


def _occasion(
    text: str,
    dates: date | DateSpan,
    times: TimeSpan | None,
    part: PartOfDay | None = None,
    meeting: date | None = None,
) -> Phrase:
    return Phrase(text, "occasion", Occasion(dates, times=times, part_of_day=part), meeting)


_SPRING_TEXTS = (
    "21 april",
    "den 21 april",
    "21:a april",
    "21 apr",
    "21 apr.",
    "21/4",
    "fredag 21 april",
    "Fredag den 21 april",
    "fredagen den 21 april",
    "fre 21 april",
    "fre. 21 apr.",
    "fr 21/4",
)

DATES = [
    *_days(
        "date",
        date(2023, 4, 21),
        "2023-04-21",
        "2023 - 04 - 21",
        "2023–04–21",
        "2023−04−21",
        "2023.04.21",
        "2023/04/21",
        "20230421",
        "230421",
        "21 april 2023",
        "den 21 april 2023",
        "21 April 2023",
        "21 apr 2023",
        "fredag 21 april 2023",
        "fredagen den 21 april 2023",
        "21.4.2023",
        "21.04.23",
        "21/4 2023",
        "21/4-23",
    ),
    *_days("date", date(2023, 4, 21), *_SPRING_TEXTS, meeting=SPRING),
    *_days("date", date(2023, 5, 1), "den 1:a maj", meeting=SPRING),
    *_days("date", date(2023, 10, 1), "1 okt. 2023"),
    *_days("date", date(2023, 9, 21), "21 sept", meeting=AUTUMN),
    *_days("date", date(2023, 9, 5), "tis 5/9", meeting=AUTUMN),
    *_days("date", date(2023, 11, 16), "torsdagen den 16 november", meeting=AUTUMN),
    # The year: the meeting's own, the one after it, or what the role of the field or the weekday says.
    *_days("date", date(2023, 10, 13), "13 oktober", meeting=SPRING),
    *_days("date", date(2024, 1, 19), "19 januari", meeting=WINTER),
    *_days("date", date(2024, 2, 2), "2 februari", meeting=AUTUMN, role="next"),
    *_days("date", date(2023, 4, 13), "den 13 april", meeting=SPRING, role="past"),
    *_days("date", date(2022, 11, 24), "24 november", meeting=SPRING, role="past"),
    *_days("date", date(2024, 4, 12), "fredagen den 12 april", meeting=AUTUMN),
]

SPANS = [
    *_days(
        "span",
        _span(2024, 11, 14, 2024, 11, 15),
        "14–15 november 2024",
        "14-15 november 2024",
        "14 – 15 november 2024",
        "14—15 november 2024",
        "den 14–15 november 2024",
        "2024-11-14 – 15",
    ),
    *_days("span", _span(2023, 11, 14, 2023, 11, 15), "14–15 november", "14/11–15/11", meeting=AUTUMN),
    *_days("span", _span(2023, 9, 28, 2023, 9, 29), "Torsdag-fredag 28-29 september (v 39)", meeting=AUTUMN),
    *_days("span", _span(2024, 11, 30, 2024, 12, 2), "30 november–2 december 2024", "2024-11-30--12-02"),
    *_days("span", _span(2024, 1, 31, 2024, 2, 2), "31 januari - 2 februari 2024"),
    *_days(
        "span",
        _span(2024, 12, 30, 2025, 1, 2),
        "30 december 2024–2 januari 2025",
        "30 december–2 januari 2025",
    ),
    *_days("span", _span(2020, 3, 12, 2020, 3, 13), "2020-03-12—13"),
    *_days("week", _span(2023, 11, 20, 2023, 11, 26), "vecka 47", "v. 47", "v.47", meeting=AUTUMN),
    *_days("week", _span(2023, 2, 13, 2023, 2, 26), "v. 7-8", meeting=SPRING),
]

TIMES = [
    *_clock(time(9), "kl. 09.00", "kl. 9.00", "kl.9.00", "kl. 9", "kl 9", "klockan 9", "09.00", "9:00"),
    *_clock(time(13, 15), "13:15", "13.15", "kl 13.15"),
    *_clock(time(8, 30), "Kl. 08:30"),
    *_hours(
        time(9),
        time(12),
        "kl. 09.00–12.00",
        "kl. 09.00 – 12.00",
        "kl. 9–12",
        "kl 9-12",
        "09.00 - 12.00",
        "kl. 9.00 till 12.00",
    ),
    *_hours(time(8, 30), time(11, 30), "08.30-11.30", "08:30-11:30"),
    *_hours(time(9, 15), time(12), "kl 9.15 – 12"),
    *_hours(time(18), time(0), "kl. 18–24"),
]

OCCASIONS = [
    _occasion("2023-04-21 kl. 09.00", date(2023, 4, 21), TimeSpan(time(9))),
    _occasion("2023-04-21 13:15", date(2023, 4, 21), TimeSpan(time(13, 15))),
    _occasion("21 april 2023 kl 9", date(2023, 4, 21), TimeSpan(time(9))),
    _occasion("fredagen den 21 april 2023 kl. 9.15", date(2023, 4, 21), TimeSpan(time(9, 15))),
    _occasion("tis 5/9 kl 13", date(2023, 9, 5), TimeSpan(time(13)), meeting=AUTUMN),
    _occasion("kl. 10 den 2 juni", date(2023, 6, 2), TimeSpan(time(10)), meeting=SPRING),
    _occasion("26 maj kl. 09.00 – 12.00", date(2023, 5, 26), TimeSpan(time(9), time(12)), meeting=SPRING),
    _occasion("2023-04-21, kl. 09.00 – 12.00", date(2023, 4, 21), TimeSpan(time(9), time(12))),
    _occasion(
        "fredag 3 mars kl 13.15-15.00", date(2023, 3, 3), TimeSpan(time(13, 15), time(15)), meeting=SPRING
    ),
    _occasion("kl. 9–12 den 2 juni", date(2023, 6, 2), TimeSpan(time(9), time(12)), meeting=SPRING),
    _occasion("onsdag 8 mars fm", date(2023, 3, 8), None, PartOfDay.MORNING, meeting=SPRING),
    _occasion(
        "14–15 november 2024 kl. 10.00–15.00",
        _span(2024, 11, 14, 2024, 11, 15),
        TimeSpan(time(10), time(15)),
    ),
]

PHRASES = (*DATES, *SPANS, *TIMES, *OCCASIONS)

NO_DATES: tuple[tuple[str, Kind], ...] = (
    ("31 februari 2026", "date"),
    ("29 februari 2023", "date"),
    ("måndagen den 21 april 2023", "date"),  # a Friday
    ("21/13 2023", "date"),
    ("32 mars 2026", "date"),
    ("8112289874", "date"),  # the figures of a personal number
    ("KS 2018/124", "date"),
    ("5 kap. 65 §", "date"),
    ("kl. 25.00", "time"),
    ("kl. 9.75", "time"),
)
"""Phrases that mean no day and no time, or contradict themselves: the only right answer is to refuse them."""
