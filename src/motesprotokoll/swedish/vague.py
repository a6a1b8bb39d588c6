"""The grammar of vague times: months, weeks, seasons, deadlines."""

from collections.abc import Callable
from typing import NamedTuple

from motesprotokoll.swedish.days import PLAUSIBLE_YEARS, full_year
from motesprotokoll.swedish.periods import (
    Fixed,
    days_of_week,
    months,
    next_month,
    next_week,
    next_year,
    thirds,
    weekday_of_month,
    weeks,
    weeks_after,
)
from motesprotokoll.swedish.scanning import Scanner
from motesprotokoll.swedish.words import (
    DEFINITE_WEEKDAYS,
    EVERY,
    EVERY_NTH,
    FULL_MONTHS,
    HALF_YEARS,
    HOLIDAY_FREE,
    LAST,
    MEETING_WORDS,
    MONTH_COMPOUNDS,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    PARTS_OF_MONTH,
    QUARTERS,
    RECURRING_UNITS,
    SEASONS,
    UNDATED,
    WEAK_SEASONS,
    WEEKDAY_PLURALS,
    WEEKDAYS,
)
from motesprotokoll.swedish.years import Bounds, Candidate, Context, YearRule, infer


class Vague(NamedTuple):
    """A vague time as written."""

    candidate: Candidate | None = None
    """The days that it means in a year."""
    year: int | None = None
    """The year that it names."""
    relative: Fixed | None = None
    """The days that it means, counted from the meeting ("nästa vecka")."""
    plain: bool = False
    """Whether it is a bare month without year or anything else, which may be a name: "Maj"."""


def vague_bounds(vague: Vague, known: Context) -> tuple[Bounds | None, YearRule | None]:
    """The first and the last day that *vague* may mean, and the rule that gave the year."""
    if vague.relative is not None:
        return (vague.relative(known.meeting_date), None) if known.meeting_date else (None, None)
    if vague.candidate is None:
        return None, None
    if vague.year is not None:
        return vague.candidate(vague.year), "explicit"
    found = infer(vague.candidate, known, vague=True)
    return found if found is not None else (None, None)


def read_vague(scanner: Scanner) -> Vague | None:
    """Read a vague time at the scanner's place; without one, the place stays."""
    start = scanner.place
    token = scanner.peek()
    for grammar in _GRAMMARS.get(token, ()):
        found = grammar(scanner)
        if found is not None:
            return found
        scanner.place = start
    return None


def _read_month_span(scanner: Scanner) -> Vague | None:
    """September, september 2023, augusti–september, mars/april."""
    first = scanner.word(FULL_MONTHS)
    assert first is not None  # a month is what this grammar begins with
    here = scanner.place
    if not (scanner.space() and scanner.take("månad")):
        scanner.place = here
    here = scanner.place
    last = None
    if scanner.dash() or scanner.take("/") or _read_and(scanner):
        last = scanner.word(FULL_MONTHS)
    if last is None:
        scanner.place = here
        if scanner.take("-") and scanner.peek() in MEETING_WORDS:
            scanner.place += 1
            return Vague(months(first, first), _read_year(scanner))
        scanner.place = here
    year = _read_year(scanner)
    plain = last is None and year is None and scanner.low[here - 1] != "månad"
    return Vague(months(first, last or first), year, plain=plain)


def _read_and(scanner: Scanner) -> bool:
    return scanner.space() and scanner.take("och", "eller") and scanner.space()


def _read_compound(scanner: Scanner) -> Vague | None:
    """Septembermötet."""
    month = scanner.word(MONTH_COMPOUNDS)
    return None if month is None else Vague(months(month, month), _read_year(scanner))


def _read_year(scanner: Scanner) -> int | None:
    """A year after the words, of four digits."""
    start = scanner.place
    scanner.take(",")
    scanner.space()
    token = scanner.digits()
    if len(token) == 4 and int(token) in PLAUSIBLE_YEARS and scanner.peek(1) not in (":", "/"):
        scanner.place += 1
        if not (scanner.peek() == " " and scanner.peek(1) == "års"):
            return int(token)
    scanner.place = start
    return None


def _read_part_of_month(scanner: Scanner) -> Vague | None:
    """I slutet av augusti; början av 2024."""
    if scanner.take("i"):
        scanner.space()
    part = scanner.word(PARTS_OF_MONTH)
    if part is None or not (scanner.space() and scanner.take("av", "på") and scanner.space()):
        return None
    month = scanner.word(FULL_MONTHS)
    if month is not None:
        return Vague(months(month, month, part), _read_year(scanner))
    year = _read_year(scanner)
    return None if year is None else Vague(thirds(part[0]), year)


def _read_season(scanner: Scanner) -> Vague | None:
    """Våren 2024, i höst, vt 2024, vt24."""
    preposition = scanner.take("i")
    if preposition:
        scanner.space()
    name = scanner.peek()
    days = scanner.word(SEASONS)
    if days is None:
        return None
    year = _read_year(scanner)
    if year is None and name in ("vt", "ht"):
        if not scanner.take("-"):
            scanner.space()
        if len(scanner.digits()) == 2:
            year = full_year(int(scanner.digits()))
            scanner.place += 1
    if year is None and name in WEAK_SEASONS and not (preposition and len(name) > 2):
        return None
    (first, first_day), (last, last_day) = days
    return Vague(months(first, last, (first_day, last_day)), year)


def _read_winter(scanner: Scanner) -> Vague | None:
    """Vintern, vintern 2023/24: only two years tell which of a year's two winters is meant."""
    scanner.take("vintern")
    start = scanner.place
    scanner.space()
    year, last = scanner.digits(), scanner.digits(2)
    if len(year) == 4 and int(year) and scanner.peek(1) in ("/", "-") and len(last) in (2, 4):
        scanner.place += 3
        return Vague(months(11, 3), int(year))
    scanner.place = start
    _read_year(scanner)
    return Vague()


def _read_week(scanner: Scanner) -> Vague | None:
    """Vecka 47, v. 7–8, vecka 47 2024."""
    scanner.take("v", "vecka", "veckorna")
    scanner.take(".")
    scanner.space()
    first = _week_number(scanner)
    if first is None:
        return None
    here = scanner.place
    last = None
    if scanner.dash() or _read_and(scanner) or scanner.take("/"):
        last = _week_number(scanner)
    if last is None:
        scanner.place = here
    return Vague(weeks(first, last or first), _read_year(scanner))


def _week_number(scanner: Scanner) -> int | None:
    token = scanner.digits()
    if len(token) not in (1, 2) or not 1 <= int(token) <= 53:
        return None
    scanner.place += 1
    return int(token)


def _read_weekday_of_week(scanner: Scanner) -> Vague | None:
    """Tis v. 8, mån–ons v. 12, torsdagen i vecka 8."""
    first = scanner.word(WEEKDAYS)
    scanner.take(".")
    last = scanner.word(WEEKDAYS) if scanner.dash() else first
    scanner.take(".")
    if first is None or last is None or last < first or not scanner.space():
        return None
    if scanner.take("i"):
        scanner.space()
    if not scanner.take("v", "vecka"):
        return None
    scanner.take(".")
    scanner.space()
    week = _week_number(scanner)
    return None if week is None else Vague(days_of_week(week, first + 1, last + 1), _read_year(scanner))


def _read_weekday_of_month(scanner: Scanner) -> Vague | None:
    """Första fredagen i mars; första fredagen i månaden, which recurs."""
    number = -1 if scanner.take(LAST) else (scanner.word(ORDINAL_WORDS) or 0)
    weekday = scanner.word(DEFINITE_WEEKDAYS) if scanner.space() else None
    if weekday is None or not (scanner.space() and scanner.take("i") and scanner.space()):
        return None
    month = scanner.word(FULL_MONTHS)
    if month is not None:
        return Vague(weekday_of_month(number, weekday, month), _read_year(scanner))
    recurs = scanner.take("månaden") or (scanner.take(*EVERY) and scanner.space() and scanner.take("månad"))
    return Vague() if recurs else None


def _read_recurring(scanner: Scanner) -> Vague | None:
    """Varannan fredag, var tredje vecka, helgfri måndag."""
    every = scanner.take(*EVERY) or (scanner.take("var") and scanner.space() and scanner.take(*EVERY_NTH))
    if every and not scanner.space():
        return None
    free = scanner.take(*HOLIDAY_FREE)
    if not (scanner.space() if free else every):
        return None
    recurs = scanner.word(WEEKDAYS) is not None or scanner.word(WEEKDAY_PLURALS) is not None
    return Vague() if recurs or (not free and scanner.take(*RECURRING_UNITS)) else None


def _read_turn_of_month(scanner: Scanner) -> Vague | None:
    """Månadsskiftet mars/april."""
    scanner.take("månadsskiftet")
    first = scanner.word(FULL_MONTHS) if scanner.space() else None
    if first is None or not (scanner.dash() or scanner.take("/")):
        return None
    last = scanner.word(FULL_MONTHS)
    if last != first % 12 + 1:
        return None
    days = PARTS_OF_MONTH["slutet"][0], PARTS_OF_MONTH["början"][1]
    return Vague(months(first, last, days), _read_year(scanner))


def _read_part_of_year(scanner: Scanner) -> Vague | None:
    """Första kvartalet 2024, andra halvåret."""
    number = scanner.word(ORDINAL_WORDS)
    if number is None or not scanner.space():
        return None
    if scanner.take("kvartalet"):
        first_last = QUARTERS.get(number)
    else:
        first_last = HALF_YEARS.get(number) if scanner.take("halvåret") else None
    return None if first_last is None else Vague(months(*first_last), _read_year(scanner))


def _read_quarter(scanner: Scanner) -> Vague | None:
    """Kvartal 1 2024, Q1 2024."""
    scanner.take("kvartal", "q")
    scanner.space()
    token = scanner.digits()
    first_last = QUARTERS.get(int(token)) if len(token) == 1 else None
    if first_last is None:
        return None
    scanner.place += 1
    return Vague(months(*first_last), _read_year(scanner))


def _read_whole_year(scanner: Scanner) -> Vague | None:
    """År 2024, under 2024, hela 2024."""
    scanner.take("under", "år", "hela")
    year = _read_year(scanner)
    return None if year is None else Vague(months(1, 12), year)


def _read_turn_of_year(scanner: Scanner) -> Vague | None:
    """Årsskiftet, årsskiftet 2024/2025."""
    scanner.take("årsskiftet")
    start = scanner.place
    scanner.space()
    token = scanner.digits()
    year = int(token) if len(token) == 4 else 0
    if not year or scanner.peek(1) not in ("/", "-") or len(scanner.digits(2)) not in (2, 4):
        scanner.place = start
        return Vague(months(12, 1))
    scanner.place += 3
    return Vague(months(12, 1), year)


def _read_next(scanner: Scanner) -> Vague | None:
    """Nästa vecka, nästa månad, nästa år."""
    scanner.take("nästa")
    if not scanner.space():
        return None
    relative = _NEXT.get(scanner.peek())
    if relative is None:
        return None
    scanner.place += 1
    return Vague(relative=relative)


_NEXT: dict[str, Fixed] = {"vecka": next_week, "månad": next_month, "år": next_year}


def _read_in_weeks(scanner: Scanner) -> Vague | None:
    """Om två veckor; om ca fyra veckor is too vague for a week of its own."""
    scanner.take("om", "inom")
    within = scanner.low[scanner.place - 1] == "inom"
    scanner.space()
    about = scanner.take("ca", "cirka", "ungefär")
    if about:
        scanner.take(".")
        scanner.space()
    number = scanner.word(NUMBER_WORDS)
    if number is None and len(scanner.digits()) in (1, 2):
        number = int(scanner.digits())
        scanner.place += 1
    if number is None or not (
        scanner.space() and scanner.take("vecka", "veckor", "månad", "månader", "dagar")
    ):
        return None
    if about or within or scanner.low[scanner.place - 1] not in ("vecka", "veckor"):
        return Vague()
    count = number
    return Vague(relative=lambda meeting: weeks_after(meeting, count))


def _read_undated(scanner: Scanner) -> Vague | None:
    """Nästa möte, snarast."""
    for words in _UNDATED_WORDS:
        if scanner.words(*words):
            return Vague()
    return None


# The longest first, so that "snarast möjligt" is not read as "snarast".
_UNDATED_WORDS = sorted((tuple(words.split()) for words in UNDATED), key=len, reverse=True)

_Grammar = Callable[[Scanner], Vague | None]
_GRAMMARS: dict[str, tuple[_Grammar, ...]] = {
    **dict.fromkeys(FULL_MONTHS, (_read_month_span,)),
    **dict.fromkeys(MONTH_COMPOUNDS, (_read_compound,)),
    **dict.fromkeys(PARTS_OF_MONTH, (_read_part_of_month,)),
    **dict.fromkeys(SEASONS, (_read_season,)),
    **dict.fromkeys(ORDINAL_WORDS, (_read_part_of_year, _read_weekday_of_month)),
    LAST: (_read_weekday_of_month,),
    **dict.fromkeys(WEEKDAYS, (_read_weekday_of_week,)),
    **dict.fromkeys((*EVERY, "var", *HOLIDAY_FREE), (_read_recurring,)),
    "månadsskiftet": (_read_turn_of_month,),
    **dict.fromkeys(("v", "vecka", "veckorna"), (_read_week,)),
    **dict.fromkeys(("kvartal", "q"), (_read_quarter,)),
    **dict.fromkeys(("under", "år", "hela"), (_read_whole_year,)),
    **dict.fromkeys(("om", "inom"), (_read_in_weeks,)),
    **dict.fromkeys((words[0] for words in _UNDATED_WORDS), (_read_undated,)),
    "i": (_read_part_of_month, _read_season),
    "vintern": (_read_winter,),
    "årsskiftet": (_read_turn_of_year,),
    "nästa": (_read_next, _read_undated),
}
STARTERS = frozenset(_GRAMMARS)
"""The words that a vague time may begin with."""
