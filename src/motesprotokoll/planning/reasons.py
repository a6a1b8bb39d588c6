"""Reasons in words: what speaks for or against a day, in Swedish, and in English through the catalogue."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from motesprotokoll.messages import translate
from motesprotokoll.model import DateSpan
from motesprotokoll.swedish.dates import format_date, format_date_span, format_week
from motesprotokoll.swedish.lists import format_list
from motesprotokoll.swedish.words import NUMBER_WORDS, WEEKDAY_NAMES

# Språkrådet: numbers up to twelve are words in running text.
_WORDS = {number: word for word, number in NUMBER_WORDS.items()}
DAYS_OF_WEEK = 7


@attrs.frozen
class Reason:
    """Skäl: one thing that is said of a day, as a Swedish sentence or part of one.

    ``template`` is Swedish with places in braces, and ``values`` fills them: with words that stay as they
    are, numbers, days ("5 mars"), spans of days with their weekdays ("fredag 5 mars"), periods ("1–30
    november"), reasons, or several of them. As a string it is Swedish.
    """

    template: str
    values: tuple[tuple[str, Any], ...] = ()

    def in_language(self, language: str = "sv") -> str:
        """The words in *language*, ``"sv"`` or ``"en"``. Names of holidays and breaks stay Swedish."""
        told = {name: _told(value, language) for name, value in self.values}
        return translate(self.template, language).format(**told)

    def __str__(self) -> str:
        return self.in_language()


@attrs.frozen
class Period:
    """The days from and to, as a value of a reason: without weekdays, unlike a span."""

    span: DateSpan


def because(template: str, /, **values: Any) -> Reason:
    """The reason with *template* and its *values*."""
    return Reason(template, tuple(values.items()))


def _told(value: Any, language: str) -> str:
    if isinstance(value, Reason):
        return value.in_language(language)
    if isinstance(value, tuple):
        return format_list((_told(one, language) for one in value), conjunction=translate("och", language))
    if isinstance(value, int):
        return _WORDS.get(value, str(value)) if language == "sv" else str(value)
    if isinstance(value, Period):
        first, last = value.span.start, value.span.end
        return format_date_span(value.span, style="short") if language == "sv" else f"{first} to {last}"
    if isinstance(value, date | DateSpan):
        return _told_day(value) if language == "sv" else str(value)
    return str(value)


def _told_day(value: date | DateSpan) -> str:
    if isinstance(value, date):
        return format_date(value, style="short")
    if value.is_one_day:
        return format_date(value.start, style="weekday", year=False)
    first, last = (WEEKDAY_NAMES[day.weekday()] for day in (value.start, value.end))
    return f"{first}–{last} {format_date_span(value, style='short')}"


def joined(parts: Iterable[Reason]) -> Reason:
    """*parts* one after the other, with semicolons: each may be a list of its own."""
    first, *more = parts
    return because("{first}; {more}", first=first, more=joined(more)) if more else first


def sentence(reason: Reason, language: str = "sv") -> str:
    """*reason* with a capital and a full stop."""
    text = reason.in_language(language)
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"


def week(day: date) -> Reason:
    """Vecka 7."""
    return because("vecka {week}", week=format_week(day).rpartition("\N{NO-BREAK SPACE}")[2])


def weeks(days: int) -> Reason:
    """*days* as whole weeks, the nearest number of them."""
    number = rounded_weeks(days)
    return because("en vecka") if number == 1 else because("{number} veckor", number=number)


def day_count(number: int) -> Reason:
    """En dag, tre dagar."""
    return because("en dag") if number == 1 else because("{number} dagar", number=number)


def rounded_weeks(days: int) -> int:
    """The whole weeks nearest to *days*."""
    return (days + DAYS_OF_WEEK // 2) // DAYS_OF_WEEK


def weekday_names(numbers: tuple[int, ...]) -> Reason:
    """Måndagar och fredagar."""
    return because("{names}", names=tuple(because(_PLURALS[number]) for number in numbers))


_PLURALS = tuple(f"{name}ar" for name in WEEKDAY_NAMES)
