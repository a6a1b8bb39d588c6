"""The Swedish language of dates, times, names and lists: what knows Swedish and no meetings.

`parse_x` reads a text or raises one of our errors; `format_x` is its inverse. No clock is read and nothing is
guessed: a year that a text does not name comes from `year=`, `meeting_date=` and `role=`, by the rules in
`years`.
"""

from motesprotokoll.swedish.dates import (
    definite_weekday,
    format_date,
    format_date_span,
    parse_date,
    parse_date_span,
)
from motesprotokoll.swedish.finding_dates import FoundDate, find_dates
from motesprotokoll.swedish.lists import format_list, format_ordinal, genitive, parse_list, parse_ordinal
from motesprotokoll.swedish.moments import Clock, Moment, stockholm
from motesprotokoll.swedish.names import resolve_name
from motesprotokoll.swedish.occasions import (
    format_dates,
    format_occasion,
    format_part_of_day,
    parse_dates,
    parse_occasion,
    parse_part_of_day,
)
from motesprotokoll.swedish.participants import (
    format_participant,
    looks_like_role,
    parse_participant,
    reads_back,
)
from motesprotokoll.swedish.sentences import split_sentences
from motesprotokoll.swedish.sorting import sort_key
from motesprotokoll.swedish.times import format_time, format_time_span, parse_time, parse_time_span

__all__ = [
    "Clock",
    "FoundDate",
    "Moment",
    "definite_weekday",
    "find_dates",
    "format_date",
    "format_date_span",
    "format_dates",
    "format_list",
    "format_occasion",
    "format_ordinal",
    "format_part_of_day",
    "format_participant",
    "format_time",
    "format_time_span",
    "genitive",
    "looks_like_role",
    "parse_date",
    "parse_date_span",
    "parse_dates",
    "parse_list",
    "parse_occasion",
    "parse_ordinal",
    "parse_part_of_day",
    "parse_participant",
    "parse_time",
    "parse_time_span",
    "reads_back",
    "resolve_name",
    "sort_key",
    "split_sentences",
    "stockholm",
]
