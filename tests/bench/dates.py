"""Swedish dates and times: ours beside dateparser, dateutil and Babel, on one list of phrases in one run.

Each library gets a phrase as favourably as is fair. dateparser: Swedish only, the order of figures that the
phrase has, the day of the meeting as its base, and the future or the past where the field says so; and once
more told to skip the words that it does not know. dateutil: a parser that knows the Swedish words, the order
of figures, the meeting as the default; and once more skipping other words. Babel: the one of ``parse_date``
and ``parse_time`` that fits, in ``sv_SE``; it has none for both together, so it refuses those. A value is
taken as what the phrase asks for: only its day, only its clock time, or both. All are warm, which favours
those that keep caches.
"""

import time as clock
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from importlib.metadata import version
from typing import ClassVar, Literal, NamedTuple

import dateparser
from babel.dates import parse_date as babel_date
from babel.dates import parse_time as babel_time
from dateutil.parser import parser, parserinfo

from bench.phrases import NO_DATES, PHRASES, Kind, Phrase
from motesprotokoll import swedish
from motesprotokoll.model import DateSpan, Occasion, PartialDate

Answer = Literal["right", "wrong", "refused"]
Reader = Callable[[Phrase], object]

ROUNDS = 15
GOAL = 30.0
SLOW_US = 30.0
_BASE = date(2023, 4, 21)
_PREFER = {None: "current_period", "next": "future", "past": "past"}


class SwedishWords(parserinfo):
    """What dateutil has to know of Swedish."""

    JUMP: ClassVar = [*parserinfo.JUMP, "den", "kl", "kl.", "klockan"]
    WEEKDAYS: ClassVar = [
        ("mån", "måndag", "måndagen", "må"),
        ("tis", "tisdag", "tisdagen", "ti"),
        ("ons", "onsdag", "onsdagen", "on"),
        ("tors", "torsdag", "torsdagen", "to", "tor"),
        ("fre", "fredag", "fredagen", "fr"),
        ("lör", "lördag", "lördagen", "lö"),
        ("sön", "söndag", "söndagen", "sö"),
    ]
    MONTHS: ClassVar = [
        ("jan", "januari"),
        ("feb", "februari"),
        ("mar", "mars"),
        ("apr", "april"),
        ("maj",),
        ("jun", "juni"),
        ("jul", "juli"),
        ("aug", "augusti"),
        ("sep", "sept", "september"),
        ("okt", "oktober"),
        ("nov", "november"),
        ("dec", "december"),
    ]
    AMPM: ClassVar = [("fm",), ("em",)]
    HMS: ClassVar = [("h", "timme", "timmar"), ("m", "minut", "minuter"), ("s", "sekund", "sekunder")]


_DATEUTIL = parser(SwedishWords(dayfirst=True))


def _begins_with_year(text: str) -> bool:
    return text[:4].isdecimal()


def _base(phrase: Phrase) -> datetime:
    return datetime.combine(phrase.meeting or _BASE, datetime.min.time())


def _asked(value: datetime | None, kind: Kind) -> object:
    """What the phrase asks for of a moment: a phrase of one day is not wrong for its midnight."""
    if value is None or kind == "occasion":
        return value
    return value.time() if kind in ("time", "interval") else value.date()


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


def read_dateparser(phrase: Phrase, **told: object) -> object:
    """``dateparser.parse``, perhaps *told* more."""
    found = dateparser.parse(
        phrase.text,
        languages=["sv"],
        settings={
            "DATE_ORDER": "YMD" if _begins_with_year(phrase.text) else "DMY",
            "PREFER_LOCALE_DATE_ORDER": False,
            "PREFER_DATES_FROM": _PREFER[phrase.role],
            "RELATIVE_BASE": _base(phrase),
            **told,
        },
    )
    return _asked(found, phrase.kind)


def read_dateutil(phrase: Phrase, *, fuzzy: bool = False) -> object:
    """``dateutil.parser``."""
    iso = _begins_with_year(phrase.text)
    found = _DATEUTIL.parse(phrase.text, default=_base(phrase), dayfirst=not iso, yearfirst=iso, fuzzy=fuzzy)
    return _asked(found, phrase.kind)


def read_babel(phrase: Phrase) -> object:
    """``babel.dates``."""
    if phrase.kind == "occasion":
        return None
    read = babel_time if phrase.kind in ("time", "interval") else babel_date
    return read(phrase.text, locale="sv_SE")


READERS: dict[str, Reader] = {
    "motesprotokoll": read_ours,
    "dateparser": read_dateparser,
    "dateparser, told to skip": partial(
        read_dateparser, SKIP_TOKENS=["t", "kl", "klockan"], IGNORE_SURROUNDING_TEXT=True
    ),
    "dateutil": read_dateutil,
    "dateutil, fuzzy": partial(read_dateutil, fuzzy=True),
    "Babel": read_babel,
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


class Score(NamedTuple):
    """What a reader did with a list of phrases."""

    answers: tuple[Answer, ...]
    microseconds: float
    """A phrase, in the mean."""

    def share(self, which: Answer) -> float:
        """How much of the list got that answer."""
        return self.answers.count(which) / len(self.answers)


def scores(phrases: Sequence[Phrase]) -> dict[str, Score]:
    """Each reader's score. They take turns, round by round, so that a busy machine is busy for all."""
    answers = {name: tuple(answer(reader, one) for one in phrases) for name, reader in READERS.items()}
    best = dict.fromkeys(READERS, float("inf"))
    for _ in range(ROUNDS):
        for name, reader in READERS.items():
            best[name] = min(best[name], _seconds(reader, phrases))
    return {name: Score(answers[name], best[name] / len(phrases) * 1e6) for name in READERS}


def _seconds(reader: Reader, phrases: Iterable[Phrase]) -> float:
    start = clock.perf_counter()
    for phrase in phrases:
        with suppress(Exception):  # a refusal takes its time, too
            reader(phrase)
    return clock.perf_counter() - start


def _report(title: str, phrases: Sequence[Phrase]) -> dict[str, Score]:
    found = scores(phrases)
    ours = found["motesprotokoll"].microseconds
    print(f"{title}: {len(phrases)} phrases")
    print(f"  {'':26}{'right':>8}{'wrong':>8}{'refused':>9}{'µs a phrase':>13}{'x ours':>8}")
    for name, score in found.items():
        shares = [f"{score.share(which):.0%}" for which in ("right", "wrong", "refused")]
        print(
            f"  {name:26}{shares[0]:>8}{shares[1]:>8}{shares[2]:>9}"
            f"{score.microseconds:13.1f}{score.microseconds / ours:8.1f}"
        )
    return found


def _report_ours(found: dict[str, Score]) -> None:
    """What ours promises: all right, none wrong, so many times faster than the faster dateparser."""
    for phrase, given in zip(PHRASES, found["motesprotokoll"].answers, strict=True):
        if given != "right":
            print(f"  ours {given}: {phrase.text}")
    theirs = min(score.microseconds for name, score in found.items() if name.startswith("dateparser"))
    ratio = theirs / found["motesprotokoll"].microseconds
    print(f"  ours is {ratio:.0f} times faster than dateparser (goal {GOAL:.0f})")
    costs = [(_microseconds(phrase), phrase.text) for phrase in PHRASES]
    slow = [f"{text} ({cost:.0f})" for cost, text in sorted(costs, reverse=True) if cost > SLOW_US]
    print(f"  ours, phrases over {SLOW_US:.0f} µs: {'; '.join(slow) or 'none'}")


def _microseconds(phrase: Phrase) -> float:
    times = 20
    return min(_seconds(read_ours, [phrase] * times) for _ in range(ROUNDS)) / times * 1e6


def _report_refusals() -> None:
    print(f"Phrases that mean nothing, which only a refusal answers rightly: {len(NO_DATES)}")
    for name, reader in READERS.items():
        taken = [text for text, kind in NO_DATES if answer(reader, Phrase(text, kind, _BASE)) != "refused"]
        print(f"  {name:26}{len(taken)} taken for something{': ' if taken else ''}{'; '.join(taken)}")


def main() -> None:
    """The whole list, the part of it that every library could express, and what means nothing."""
    others = ", ".join(f"{name} {version(name)}" for name in ("dateparser", "python-dateutil", "Babel"))
    print(f"\nSwedish dates and times, beside {others}: the best of {ROUNDS} rounds")
    print("The list follows our own rule table. A span that a library cannot express is wrong only where it")
    print("gives a value all the same; otherwise it is refused.")
    found = _report("All", PHRASES)
    _report_ours(found)
    _report("Without spans, weeks and parts of day", [phrase for phrase in PHRASES if not phrase.is_span])
    _report_refusals()
