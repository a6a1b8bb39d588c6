"""Swedish dates and times: ours beside dateparser, dateutil and Babel, on one list of phrases in one run.

Each library gets a phrase as favourably as is fair. dateparser: Swedish only, the order of figures that the
phrase has, the day of the meeting as its base, and the future or the past where the field says so; and once
more told to skip the words that it does not know. dateutil: a parser that knows the Swedish words, the order
of figures, the meeting as the default; and once more skipping other words. Babel: the one of ``parse_date``
and ``parse_time`` that fits, in ``sv_SE``; it has none for both together, so it refuses those. A value is
taken as what the phrase asks for: only its day, only its clock time, or both. All are warm, which favours
those that keep caches.
"""

import timeit
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from importlib.metadata import version
from statistics import mean
from typing import ClassVar, NamedTuple

import dateparser
from babel.dates import parse_date as babel_date
from babel.dates import parse_time as babel_time
from dateutil.parser import parser, parserinfo

from bench.judging import Answer, Reader, answer, read_ours
from bench.phrases import NO_DATES, PHRASES, Kind, Phrase

OURS = "motesprotokoll"
ROUNDS = 25
WINDOW = 0.5e-3  # seconds
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
    OURS: read_ours,
    "dateparser": read_dateparser,
    "dateparser, told to skip": partial(
        read_dateparser, SKIP_TOKENS=["t", "kl", "klockan"], IGNORE_SURROUNDING_TEXT=True
    ),
    "dateutil": read_dateutil,
    "dateutil, fuzzy": partial(read_dateutil, fuzzy=True),
    "Babel": read_babel,
}


class Score(NamedTuple):
    """What a reader did with each phrase of a list: its answers, and the microseconds that they took."""

    answers: list[Answer]
    costs: list[float]

    def share(self, which: Answer) -> float:
        """How much of the list got that answer."""
        return self.answers.count(which) / len(self.answers)


def scores(phrases: Sequence[Phrase]) -> dict[str, Score]:
    """Each reader's score. They take turns, phrase by phrase, so that a busy machine is busy for all."""
    found = {name: Score([], []) for name in READERS}
    for phrase in phrases:
        for name, reader in READERS.items():
            found[name].answers.append(answer(reader, phrase))
            found[name].costs.append(microseconds(reader, phrase))
    return found


def microseconds(reader: Reader, phrase: Phrase) -> float:
    """What a phrase costs a warm reader: the best of windows as long for the quick as for the slow."""

    def tried() -> None:
        with suppress(Exception):  # a refusal takes its time, too
            reader(phrase)

    tried()
    number = max(1, round(WINDOW / timeit.timeit(tried, number=1)))
    return min(timeit.repeat(tried, number=number, repeat=ROUNDS)) / number * 1e6


def _report(title: str, phrases: Sequence[Phrase]) -> dict[str, Score]:
    found = scores(phrases)
    print(f"{title}: {len(phrases)} phrases")
    print(f"  {'':26}{'right':>8}{'wrong':>8}{'refused':>9}{'µs a phrase':>13}{'x ours':>8}")
    for name, score in found.items():
        shares = [f"{score.share(which):.0%}" for which in ("right", "wrong", "refused")]
        cost, times = mean(score.costs), mean(score.costs) / mean(found[OURS].costs)
        print(f"  {name:26}{shares[0]:>8}{shares[1]:>8}{shares[2]:>9}{cost:13.1f}{times:8.1f}")
    theirs = min(sum(score.costs) for name, score in found.items() if name.startswith("dateparser"))
    print(f"  ours is {theirs / sum(found[OURS].costs):.0f} times faster than dateparser (goal {GOAL:.0f})")
    return found


def _report_ours(ours: Score) -> None:
    """Which phrases ours does not read, and which take it long."""
    for phrase, given in zip(PHRASES, ours.answers, strict=True):
        if given != "right":
            print(f"  ours {given}: {phrase.text}")
    costs = sorted(zip(ours.costs, (phrase.text for phrase in PHRASES), strict=True), reverse=True)
    slow = [f"{text} ({cost:.0f})" for cost, text in costs if cost > SLOW_US]
    print(f"  ours, phrases over {SLOW_US:.0f} µs: {'; '.join(slow) or 'none'}")


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
    _report_ours(found[OURS])
    _report("Without spans, weeks and parts of day", [phrase for phrase in PHRASES if not phrase.is_span])
    _report_refusals()
