"""Every date phrase in running text, with its place and with what is uncertain about it."""

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from motesprotokoll.errors import WrongTypeError, quoted
from motesprotokoll.swedish.days import WrittenDay, WrittenSpan, read_days
from motesprotokoll.swedish.found_dates import FoundDate, Hit, found_date
from motesprotokoll.swedish.occasions import read_part_of_day
from motesprotokoll.swedish.scanning import Scanner
from motesprotokoll.swedish.times import WrittenTimes, read_times
from motesprotokoll.swedish.vague import STARTERS, Vague, read_vague
from motesprotokoll.swedish.words import CLOCK_WORDS, FULL_MONTHS, NUMBERED, SHARED_OUT, WEEKDAYS
from motesprotokoll.swedish.years import Role, context

_FIRST_HOUR, _LAST_HOUR = 6, 24
"""Between which two bare figures behind a day may be hours."""
_BEHIND_HOURS = frozenset({"på", "i", "via", "hos", "digitalt"})
# Words that begin a deadline without any date in it, or one counted from today: not looked for.
_TOO_VAGUE = frozenset(
    {"nästa", "om", "inom", "snarast", "omgående", "löpande", "vid", "kommande", "nästkommande"}
)
_VAGUE_STARTERS = STARTERS - _TOO_VAGUE
_INTERESTING = _VAGUE_STARTERS | WEEKDAYS.keys() | CLOCK_WORDS | {"den"}
# With nothing beside them these are fractions, or round the clock, and no days.
_FRACTIONS = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (1, 10), (24, 7)})
# A text with no figure and none of these holds no phrase: the cheap test before anything else is tried.
_HINTS = (*FULL_MONTHS, "våren", "vårterm", "i vår", "sommar", "höst", "kvartal", "halvår", "årsskift")
_FIGURE = re.compile("[0-9]")
LONGEST_LIST = 12
"""Days before one month that are looked through for it."""
_LIST_SIGNS = frozenset({",", "och", "samt", "eller", "resp", "respektive", "alternativt", "/", ".", ";"})
_ADDRESS_MARKS = ("://", "www.", "@")


def find_dates(
    text: str,
    /,
    *,
    year: int | None = None,
    meeting_date: date | None = None,
    role: Role | None = None,
    compact: bool = False,
) -> tuple[FoundDate, ...]:
    """Every date phrase in *text*, in order; vague ones only where they cannot be anything else.

    A list of days before one month ("3 och 17 maj") gives each of them, and a year behind the last date of a
    list counts for those before it. Nothing is found in web and mail addresses.

    Args:
        year: The year of the nearest heading.
        meeting_date: The day of the meeting, from which a missing year is inferred; see `years`.
        role: "next" for the next meeting or a plan, "past" for back-references.
        compact: Whether six digits (230421) are a date, as in a title; otherwise only where they are the
        whole text.

    >>> found, = find_dates("Vi ses torsdagen den 16 november kl. 9.", year=2023)
    >>> found.text, found.value, found.times
    ('torsdagen den 16 november kl. 9', DateSpan(2023-11-16), TimeSpan(09:00))
    """
    if not isinstance(text, str):
        raise WrongTypeError(f"expected str, got {quoted(text)}")
    known = context(year, meeting_date, role)
    if _FIGURE.search(text) is None and not _has_hint(text.lower()):
        return ()
    scanner = Scanner(text)
    hits = _hits(scanner, compact or len(scanner.tokens) == 1)
    if not hits:
        return ()
    starts = [0, *accumulate(map(len, scanner.tokens))]
    addresses = _addresses(text)
    hits = _with_years_of_lists(scanner, hits)
    hits = [hit for hit in hits if not _is_inside(starts[hit.start], addresses)]
    return tuple(found_date(text, starts, hit, known) for hit in hits)


def _has_hint(lowered: str) -> bool:
    return any(hint in lowered for hint in _HINTS)


def _hits(scanner: Scanner, compact: bool) -> list[Hit]:
    hits: list[Hit] = []
    low = scanner.low
    place, count = 0, len(scanner.tokens)
    while place < count:
        token = low[place]
        if (token in _INTERESTING or "0" <= token[:1] <= "9") and _is_free(scanner, place):
            scanner.place = place
            found = _read(scanner, compact)
            if found:
                hits += found
                place = found[-1].end
                continue
        place += 1
    return hits


def _is_free(scanner: Scanner, place: int) -> bool:
    """Whether a phrase may begin here: not within a number, a word, a path or a case number."""
    before = scanner.low[place - 1]  # before the first token, as behind the last, stands an empty one
    if before in ("/", "_", "#", "=", "&", "@", "§", "+", "%"):
        return False
    if before in ("-", ".", ":", ","):
        return not scanner.low[place - 2][-1:].isalnum()
    return not before[-1:].isalnum()


def _read(scanner: Scanner, compact: bool) -> list[Hit]:
    """The phrases at the scanner's place: one, or those of a list of days before one month."""
    start = scanner.place
    times = read_times(scanner) if scanner.peek() in CLOCK_WORDS else None
    scanner.take(",")
    scanner.space()
    first = scanner.place
    days = _read_list(scanner) if times is None else []
    if days:
        head, (begin, last, written) = days[:-1], days[-1]
        hits = [Hit(here, there, here, there, one) for here, there, one in head]
        return [*hits, _with_hours(scanner, Hit(begin, last, begin, last, written))]
    found = _read_dates(scanner, compact)
    if found is None:
        return []
    hit = Hit(start, scanner.place, first, scanner.place, found, times)
    return [_with_hours(scanner, hit)]


def _read_dates(scanner: Scanner, compact: bool) -> WrittenSpan | Vague | None:
    start = scanner.place
    six_digits = len(scanner.digits()) == 6
    written = read_days(scanner, running=True, connectors=False)
    if written is None:
        return _read_vague(scanner)
    unlikely = (
        (six_digits and not compact)
        or (written.start.slashed and not _is_day(scanner, start, written))
        or (written.start.short_year and _is_numbered(scanner, start))
    )
    return None if unlikely or not _is_closed(scanner) else written


def _read_vague(scanner: Scanner) -> Vague | None:
    start = scanner.place
    if scanner.low[start] not in _VAGUE_STARTERS:
        return None
    vague = read_vague(scanner)
    if vague is None or vague.candidate is None or not _is_closed(scanner) or _is_our(scanner, start):
        return None
    return None if vague.plain and not scanner.tokens[start].islower() else vague


def _is_our(scanner: Scanner, start: int) -> bool:
    """Whether "i vår" goes on and so is more likely "in our"."""
    begun = scanner.low[start : scanner.place] == ["i", " ", "vår"]
    return begun and scanner.peek() == " " and scanner.peek(1).isalpha()


def _is_closed(scanner: Scanner) -> bool:
    """Whether the phrase ends here, and is not the beginning of a longer number or word."""
    token, following = scanner.peek(), scanner.peek(1)
    if token[:1].isalnum() or token in ("_", "%", "/", "+", "="):
        return False
    if token == "-":
        return not (following[:1].isdigit() or scanner.low[scanner.place - 1].isdigit()) or following in (
            "",
            " ",
        )
    return not (token in (".", ":") and scanner.digits(1))


def _is_day(scanner: Scanner, start: int, written: WrittenSpan) -> bool:
    """Whether a day with a slash is one, and no fraction: 1/2, 3/4, 24/7 are, unless something tells."""
    day = written.start
    if (
        day.year is not None
        or day.weekday is not None
        or written.end is not None
        or scanner.low[start] == "den"
    ):
        return True
    shared_out = scanner.peek() == " " and scanner.peek(1) in SHARED_OUT
    return (day.day, day.month) not in _FRACTIONS and not shared_out and not _is_numbered(scanner, start)


def _is_numbered(scanner: Scanner, start: int) -> bool:
    """Whether the word before says that a number is no day: "nr 3/12"."""
    place = start - (scanner.low[start - 1] == " ")
    place -= scanner.low[place - 1] == "."
    return scanner.low[place - 1] in NUMBERED


def _read_list(scanner: Scanner) -> list[tuple[int, int, WrittenSpan]]:
    """Days before one month: "3 och 17 maj 2024". Empty where there is no such list."""
    start = here = scanner.place
    days: list[tuple[int, int, int]] = []
    while len(days) < LONGEST_LIST:
        token = scanner.digits()
        if len(token) not in (1, 2) or not 1 <= int(token) <= 31:
            break
        scanner.place += 1
        if scanner.peek() == ":" and scanner.peek(1) in ("a", "e"):
            scanner.place += 2
        end = scanner.place
        if not _read_separator(scanner):
            break
        days.append((here, end, int(token)))
        here = scanner.place
    scanner.place = here
    # The last one begins with its day, too: "nr 5, 2026-04-07" is one date.
    listed = bool(days) and len(scanner.digits()) in (1, 2)
    last = read_days(scanner, running=True, connectors=False) if listed else None
    if last is None or last.start.slashed or last.start.weekday is not None or not _is_closed(scanner):
        scanner.place = start
        return []
    month = last.start._replace(short_year=False)
    found = [(one, end, WrittenSpan(month._replace(day=day))) for one, end, day in days]
    return [*found, (here, scanner.place, last)]


def _read_separator(scanner: Scanner) -> bool:
    """What stands between the days of a list: "," or "och" or "och/eller"."""
    start = scanner.place
    comma = scanner.take(",") and scanner.peek() == " "
    scanner.space()
    word = False
    for _ in range(2):
        if scanner.take("och", "samt", "eller", "respektive", "alternativt"):
            word = True
            scanner.take("/")
    scanner.space()
    if scanner.take("den"):
        scanner.space()
    if comma or word:
        return True
    scanner.place = start
    return False


def _with_hours(scanner: Scanner, hit: Hit) -> Hit:
    """*hit* with the clock times and the part of the day that follow it."""
    times, part = hit.times, None
    end = scanner.place
    for _ in range(2):
        _skip_to_hours(scanner)
        found = _read_hours(scanner) if times is None else None
        if found is not None:
            times, end = found, scanner.place
            continue
        named = read_part_of_day(scanner) if part is None else None
        if named is None:
            break
        part, end = named, scanner.place
    scanner.place = end
    return hit._replace(times=times, part=part, end=end)


def _read_hours(scanner: Scanner) -> WrittenTimes | None:
    """The clock times at the place; behind a day two bare figures are hours if nothing else follows them:
    ``9 april 10-11``, ``mellan 10 och 11``."""
    start = scanner.place
    found = read_times(scanner)
    if found is not None:
        return found
    follows = scanner.low[start - 1] == " " and scanner.low[start - 2] not in (",", "-")
    found = read_times(scanner, bare=True) if follows else None
    if found is None or found.end is None:
        scanner.place = start
        return None
    hours = _FIRST_HOUR <= found.start[0] < found.end[0] <= _LAST_HOUR
    ends = scanner.peek() in ("", ",", ".", ";", ")") and not scanner.digits(1)
    if not hours or not (ends or scanner.peek(1) in _BEHIND_HOURS):
        scanner.place = start
        return None
    return found


def _skip_to_hours(scanner: Scanner) -> None:
    scanner.take(",")
    scanner.space()
    if scanner.peek() == "-" and scanner.peek(1) == " ":
        scanner.dash()
    elif scanner.peek() == "(" and scanner.peek(1) in CLOCK_WORDS:
        scanner.take("(")


def _with_years_of_lists(scanner: Scanner, hits: list[Hit]) -> list[Hit]:
    """A year behind the last date of a list counts for those before it."""
    mended = list(hits)
    for place in range(len(hits) - 2, -1, -1):
        hit, following = mended[place], mended[place + 1]
        if not (isinstance(hit.written, WrittenSpan) and isinstance(following.written, WrittenSpan)):
            continue
        day = hit.written.end or hit.written.start
        then = following.written.start
        year = then.year if then.year is not None else following.written.end and following.written.end.year
        if day.year is not None or not year or _in_year(day) >= _in_year(then):
            continue
        if _is_list_separator(scanner.low[hit.end : following.start]):
            mended[place] = hit._replace(written=_in(hit.written, year))
    return mended


def _in_year(day: WrittenDay) -> tuple[int, int]:
    return day.month or 0, day.day


def _in(written: WrittenSpan, year: int) -> WrittenSpan:
    if written.end is None:
        return written._replace(start=written.start._replace(year=year))
    return written._replace(end=written.end._replace(year=year))


def _is_list_separator(between: Sequence[str]) -> bool:
    words = {token for token in between if token != " "}
    return bool(words) and words <= _LIST_SIGNS


def _addresses(text: str) -> list[tuple[int, int]]:
    """Where web and mail addresses stand."""
    if not any(mark in text for mark in _ADDRESS_MARKS):
        return []
    places = []
    start = 0
    for word in text.split(" "):
        if any(mark in word for mark in _ADDRESS_MARKS):
            places.append((start, start + len(word)))
        start += len(word) + 1
    return places


def _is_inside(place: int, spans: list[tuple[int, int]]) -> bool:
    nearest = bisect_right(spans, (place, sys.maxsize)) - 1
    return nearest >= 0 and place < spans[nearest][1]
