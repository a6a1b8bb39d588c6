"""On which days something recurs: RRULE, by whole days, within a window and a budget.

Source: RFC 5545, section 3.3.10. What recurs within a day (FREQ=HOURLY and below) is not read.
"""

import re
from calendar import isleap, monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

import attrs

from motesprotokoll.errors import LimitError, ReadError, quoted

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBER = re.compile(r"[+-]?[0-9]{1,3}")
_POSITIVE = re.compile(r"[0-9]{1,6}")
_DAYS = ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYDAY", "BYSETPOS")
_HOURS = ("BYHOUR", "BYMINUTE", "BYSECOND")
_KNOWN = frozenset(("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", *_DAYS, *_HOURS))
_LONGEST = 2_000
"""How long a rule may be, in characters: each part of it may name a few hundred numbers at most."""

Weekdays = frozenset[tuple[int | None, int]]
"""Weekdays from 0, perhaps with their place in the month or year: the second, the last (-1)."""


@attrs.define
class Budget:
    """How many days may still be looked at, of all that recurs in one calendar."""

    left: int
    whole: int = attrs.field(default=attrs.Factory(lambda self: self.left, takes_self=True))

    def spend(self, days: int = 1) -> None:
        """Look at so many days.

        Raises:
            LimitError: There are not so many left.
        """
        self.left -= days
        if self.left < 0:
            raise LimitError(
                f"what recurs in the calendar takes more than {self.whole:,} days to look at",
                hint="Limits(calendar_days=...) allows more",
            )


@attrs.frozen(kw_only=True)
class Rule:
    """A rule of recurrence. ``until`` is a day or a moment, as it was written."""

    freq: str
    interval: int = 1
    count: int | None = None
    until: str | None = None
    week_start: int = 0
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    year_days: frozenset[int] = frozenset()
    weeks: frozenset[int] = frozenset()
    weekdays: Weekdays = frozenset()
    places: frozenset[int] = frozenset()
    """BYSETPOS."""


# ------------------------------------------------------------------------------------------------ reading


def parse_rule(text: str, where: str) -> Rule:
    """The rule that the value of RRULE says.

    Raises:
        ReadError: None, or one that recurs within the day.
    """
    parts = dict(part.partition("=")[::2] for part in text.strip().upper().rstrip(";").split(";"))
    if len(text) > _LONGEST or not parts.keys() <= _KNOWN:
        raise _broken(text, where)
    if parts.get("FREQ") not in _CANDIDATES or any("," in parts.get(key, "") for key in _HOURS):
        raise ReadError(f"what recurs within a day is not read: {quoted(text)}", where)
    try:
        return Rule(
            freq=parts["FREQ"],
            interval=_positive(parts.get("INTERVAL", "1")),
            count=_positive(parts["COUNT"]) if "COUNT" in parts else None,
            until=parts.get("UNTIL"),
            week_start=_WEEKDAYS.index(parts.get("WKST", "MO")),
            months=_numbers(parts, "BYMONTH", 1, 12),
            month_days=_numbers(parts, "BYMONTHDAY", -31, 31),
            year_days=_numbers(parts, "BYYEARDAY", -366, 366),
            weeks=_numbers(parts, "BYWEEKNO", -53, 53),
            weekdays=_weekdays(parts.get("BYDAY", "")),
            places=_numbers(parts, "BYSETPOS", -366, 366),
        )
    except ValueError:
        raise _broken(text, where) from None


def _broken(text: str, where: str) -> ReadError:
    return ReadError(f"{quoted(text)} is no rule of recurrence", where)


def _positive(text: str) -> int:
    if not _POSITIVE.fullmatch(text) or int(text) == 0:
        raise ValueError(text)
    return int(text)


def _numbers(parts: dict[str, str], key: str, least: int, most: int) -> frozenset[int]:
    texts = parts[key].split(",") if parts.get(key) else []
    if not all(map(_NUMBER.fullmatch, texts)):
        raise ValueError(key)
    numbers = frozenset(map(int, texts))
    if any(not least <= one <= most or one == 0 for one in numbers):
        raise ValueError(key)
    return numbers


def _weekdays(text: str) -> Weekdays:
    found = set()
    for part in text.split(",") if text else []:
        match = _BY_DAY.fullmatch(part)
        if match is None:
            raise ValueError(part)
        found.add((int(match[1]) if match[1] else None, _WEEKDAYS.index(match[2])))
    return frozenset(found)


# ------------------------------------------------------------------------------------------------ days


def days_of(rule: Rule, start: date, first: date, last: date, budget: Budget) -> Iterator[date]:
    """The days on which *rule* recurs after *start*, which is one of them whatever the rule says.

    Those before *first* may be left out, those after *last* are. In order.

    Raises:
        LimitError: It takes more than the *budget*.
    """
    if start <= last:
        yield start
    left = rule.count - 1 if rule.count is not None else None
    for day in _days(rule, start, first, last, budget):
        if day > last or left == 0:
            return
        if day > start:
            left = left - 1 if left is not None else None
            yield day


def _days(rule: Rule, start: date, first: date, last: date, budget: Budget) -> Iterator[date]:
    skipped = 0 if rule.count is not None else max(0, _periods(rule, start, first) // rule.interval - 1)
    for turn in range(skipped, _periods(rule, start, last) // rule.interval + 1):
        budget.spend(_COSTS[rule.freq])
        found = sorted(set(_CANDIDATES[rule.freq](rule, start, turn * rule.interval)))
        yield from _placed(found, rule.places)


def _periods(rule: Rule, start: date, day: date) -> int:
    """How many days, weeks, months or years *day* is after *start*."""
    if rule.freq == "DAILY":
        return (day - start).days
    if rule.freq == "WEEKLY":
        return (day.toordinal() - _week_of(start, rule.week_start)) // 7
    if rule.freq == "MONTHLY":
        return (day.year - start.year) * 12 + day.month - start.month
    return day.year - start.year


def _placed(days: list[date], places: Iterable[int]) -> Iterable[date]:
    if not places:
        return days
    count = len(days)
    wanted = {place - 1 if place > 0 else count + place for place in places}
    return [day for index, day in enumerate(days) if index in wanted]


def _week_of(day: date, week_start: int) -> int:
    """The ordinal of the first day of the week of *day*."""
    return day.toordinal() - (day.weekday() - week_start) % 7


def _daily(rule: Rule, start: date, days: int) -> Iterator[date]:
    day = start + timedelta(days=days)
    return _filtered(rule, iter((day,)))


def _weekly(rule: Rule, start: date, weeks: int) -> Iterator[date]:
    monday = _week_of(start, rule.week_start) + 7 * weeks
    wanted = {weekday for _, weekday in rule.weekdays} or {start.weekday()}
    return (day for day in _week_from(monday) if day.weekday() in wanted and _in_month(rule, day))


_END = date.max.toordinal() + 1


def _week_from(ordinal: int) -> Iterator[date]:
    """The days of a week, as far as the calendar goes."""
    return map(date.fromordinal, range(max(1, ordinal), min(ordinal + 7, _END)))


def _monthly(rule: Rule, start: date, months: int) -> Iterator[date]:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not rule.months or month + 1 in rule.months:
        yield from _in_one_month(rule, start, year, month + 1)


def _in_one_month(rule: Rule, start: date, year: int, month: int) -> Iterator[date]:
    length = monthrange(year, month)[1]
    if rule.weekdays and not rule.month_days:
        month_days = [date(year, month, day) for day in range(1, length + 1)]
        yield from _on_weekdays(month_days, rule.weekdays)
        return
    for day in rule.month_days or {start.day}:
        number = day if day > 0 else length + 1 + day
        if 1 <= number <= length:
            found = date(year, month, number)
            if not rule.weekdays or any(found.weekday() == weekday for _, weekday in rule.weekdays):
                yield found


def _on_weekdays(days: list[date], weekdays: Weekdays) -> Iterator[date]:
    """Those of *days* (a month or a year) that are such weekdays, at such a place among their like."""
    for place, weekday in weekdays:
        like = [day for day in days if day.weekday() == weekday]
        yield from like if place is None else _placed(like, (place,))


def _yearly(rule: Rule, start: date, years: int) -> Iterator[date]:
    year = start.year + years
    length = 366 if isleap(year) else 365
    if rule.year_days:
        numbers = (one if one > 0 else length + 1 + one for one in rule.year_days)
        days = (date(year, 1, 1) + timedelta(days=one - 1) for one in numbers if 1 <= one <= length)
        return _filtered(rule, days)
    if rule.weeks:
        return _filtered(rule, _in_weeks(rule, start, year))
    if rule.weekdays and not rule.months and not rule.month_days:
        first = date(year, 1, 1).toordinal()
        return _on_weekdays([date.fromordinal(first + one) for one in range(length)], rule.weekdays)
    months = rule.months or (range(1, 13) if rule.month_days else {start.month})
    return (day for month in sorted(months) for day in _in_one_month(rule, start, year, month))


def _in_weeks(rule: Rule, start: date, year: int) -> Iterator[date]:
    """The days of the year in the numbered weeks; week 1 is the first with four days in the year."""
    first = _week_of(date(year, 1, 4), rule.week_start)
    count = (_week_of(date(year, 12, 28), rule.week_start) - first) // 7 + 1
    wanted = {weekday for _, weekday in rule.weekdays} or {start.weekday()}
    numbers = {one if one > 0 else count + 1 + one for one in rule.weeks}
    for number in sorted(one for one in numbers if 1 <= one <= count):
        week = _week_from(first + 7 * (number - 1))
        yield from (day for day in week if day.weekday() in wanted)


def _filtered(rule: Rule, days: Iterator[date]) -> Iterator[date]:
    wanted = {weekday for _, weekday in rule.weekdays}
    for day in days:
        from_end = day.day - monthrange(day.year, day.month)[1] - 1
        in_days = not rule.month_days or not rule.month_days.isdisjoint((day.day, from_end))
        if in_days and _in_month(rule, day) and (not wanted or day.weekday() in wanted):
            yield day


def _in_month(rule: Rule, day: date) -> bool:
    return not rule.months or day.month in rule.months


_CANDIDATES: dict[str, Callable[[Rule, date, int], Iterator[date]]] = {
    "DAILY": _daily,
    "WEEKLY": _weekly,
    "MONTHLY": _monthly,
    "YEARLY": _yearly,
}
_COSTS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}
"""How many days are looked at in one turn."""
