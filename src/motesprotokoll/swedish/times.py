"""Clock times and spans of them, read and written; and moments in Swedish time."""

from datetime import time
from functools import partial
from typing import Literal, NamedTuple

from motesprotokoll.errors import DateError, WrongValueError, quoted
from motesprotokoll.model import TimeSpan
from motesprotokoll.swedish.days import is_number_of_day
from motesprotokoll.swedish.scanning import Scanner, whole
from motesprotokoll.swedish.words import CLOCK_WORDS, NBSP

TimeStyle = Literal["full", "running"]
WrittenClock = tuple[int, int]
"""Hour and minute as written; nothing says yet that the clock shows them."""


class WrittenTimes(NamedTuple):
    """A clock time or a span of them as written."""

    start: WrittenClock
    end: WrittenClock | None = None


def read_times(scanner: Scanner, *, bare: bool = False) -> WrittenTimes | None:
    """Read clock times at the scanner's place; without any, the place stays.

    Args:
        bare: Whether a number without "kl." and without minutes is an hour.
    """
    start = scanner.place
    between = scanner.words("mellan") or scanner.words("från")
    joined = scanner.low[start] == "mellan" and between
    if between:
        scanner.space()
    named = _read_clock_word(scanner)
    first = _read_clock(scanner, named)
    last = None
    if first is not None:
        here = scanner.place
        if _read_connector(scanner, joined):
            last_named = _read_clock_word(scanner) or named
            last = _read_clock(scanner, last_named)
        if last is None:
            scanner.place = here
    if first is None or not (named or bare or first[1] or (last is not None and last[1])):
        scanner.place = start
        return None
    if joined and last is None:
        scanner.place = start
        return None
    return WrittenTimes(first[0], last[0] if last else None)


def _read_clock_word(scanner: Scanner) -> bool:
    if not scanner.take(*CLOCK_WORDS):
        return False
    scanner.take(".")
    scanner.space()
    return True


def _read_connector(scanner: Scanner, joined: bool) -> bool:
    if scanner.dash():
        return True
    start = scanner.place
    if scanner.space():
        if scanner.take("och") if joined else scanner.take("till") or scanner.dotted("t", "o", "m"):
            scanner.space()
            return True
        scanner.place = start
    return False


def _read_clock(scanner: Scanner, named: bool) -> tuple[WrittenClock, bool] | None:
    """A clock time, and whether its minutes were written."""
    token = scanner.digits()
    if len(token) in (1, 2):
        if scanner.peek(1) in (".", ":") and len(scanner.digits(2)) == 2:
            if scanner.peek(3) in (".", ":") and scanner.digits(4):
                return None  # 21.04.2023
            minute = int(scanner.digits(2))
            scanner.place += 3
            return (int(token), minute), True
        if _is_a_day(scanner):
            return None
        scanner.place += 1
        return (int(token), 0), False
    # "kl 0900-1200", but not the year of "kl. 9, 2024-05-03".
    if named and len(token) == 4 and (scanner.peek(1) != "-" or len(scanner.digits(2)) == 4):
        scanner.place += 1
        return (int(token[:2]), int(token[2:])), True
    return None


def _is_a_day(scanner: Scanner) -> bool:
    """Whether a bare number is the day of a date: "kl. 9 – 12 juni"."""
    return scanner.peek(1) in ("/", "%") or is_number_of_day(scanner)


def times_meant(written: WrittenTimes) -> TimeSpan | None:
    """The times that *written* means, ``None`` if the clock has none such. An end of 24.00 is midnight."""
    start = _time(written.start)
    if start is None or written.end is None:
        return None if start is None else TimeSpan(start)
    end = time(0) if written.end == (24, 0) else _time(written.end)
    return None if end is None else TimeSpan(start, end)


def _time(clock: WrittenClock) -> time | None:
    hour, minute = clock
    return time(hour, minute) if hour < 24 and minute < 60 else None


def parse_time_span(text: str, /) -> TimeSpan:
    """Read a clock time or a span of them, such as ``"kl. 09.00–12.00"``. Inverse of `format_time_span`.

    An end of 24.00 is 00.00 at the end of the day.

    Raises:
        DateError: Not a time, or none that the clock shows.

    >>> parse_time_span("kl 9-12")
    TimeSpan(09:00–12:00)
    """
    return _parse(text, "a clock time or a span of them")


def _parse(text: str, what: str) -> TimeSpan:
    return meaning(text, whole(text, what, partial(read_times, bare=True)), what)


def meaning(text: str, written: WrittenTimes, what: str) -> TimeSpan:
    """The times that *written* means.

    Raises:
        DateError: The clock never shows them.
    """
    times = times_meant(written)
    if times is None:
        hint = "only an end may be 24.00" if written.start == (24, 0) else "hours are 0–23 and minutes 0–59"
        raise DateError(f"{quoted(text)} is not {what}", None, hint)
    return times


def parse_time(text: str, /) -> time:
    """Read one clock time, such as ``"kl. 09.00"``, ``"9.15"`` or ``"klockan 9"``. Inverse of `format_time`.

    Raises:
        DateError: Not one clock time, or none that the clock shows.

    >>> parse_time("kl. 9.15")
    datetime.time(9, 15)
    """
    times = _parse(text, "a clock time")
    if times.end is not None:
        raise DateError(f"{quoted(text)} is not a clock time", None, "it is a span of them")
    return times.start


def format_time(at: time, /, *, style: TimeStyle = "full") -> str:
    """Write a clock time, with a full stop and a non-breaking space. Inverse of `parse_time`.

    Args:
        style: "full" kl. 09.00, for heads, lists and tables; "running" kl. 9 or kl. 9.15, for sentences.

    Raises:
        WrongValueError: No such style.

    Source: Myndigheternas webbriktlinjer 66.

    >>> format_time(time(9)).replace(NBSP, " ")
    'kl. 09.00'
    """
    return f"kl.{NBSP}{_digits((at.hour, at.minute), *_widths(style, at))}"


def format_time_span(times: TimeSpan, /, *, style: TimeStyle = "full") -> str:
    """Write a clock time or a span of them. Inverse of `parse_time_span`; an end of 00:00 is written 24.00.

    In running text both ends have minutes or neither has; before seven in the morning hours have two figures.
    Arguments and errors are those of `format_time`.

    >>> format_time_span(TimeSpan(time(9), time(12))).replace(NBSP, " ")
    'kl. 09.00–12.00'
    >>> format_time_span(TimeSpan(time(9), time(12)), style="running").replace(NBSP, " ")
    'kl. 9–12'
    """
    if times.end is None:
        return format_time(times.start, style=style)
    widths = _widths(style, times.start, times.end)
    start = _digits((times.start.hour, times.start.minute), *widths)
    last = (24, 0) if times.end == time(0) else (times.end.hour, times.end.minute)
    return f"kl.{NBSP}{start}–{_digits(last, *widths)}"


_FIRST_HOUR_OF_DAY = 7


def _widths(style: str, *times: time) -> tuple[int, bool]:
    """How many figures hours have at least, and whether minutes are written.

    Source: webbriktlinjer 66: "kl. 9.00–15.30", whole hours "kl. 9–15", at night "kl. 01–06"; in lists and
    tables the same number of figures, "09.00".
    """
    if style == "full":
        return 2, True
    if style != "running":
        raise WrongValueError(f"{quoted(style)} is no style", "style")
    return 2 if times[0].hour < _FIRST_HOUR_OF_DAY else 1, any(at.minute for at in times)


def _digits(clock: WrittenClock, figures: int, minutes: bool) -> str:
    hour, minute = clock
    return f"{hour:0{figures}}.{minute:02}" if minutes else f"{hour:0{figures}}"
