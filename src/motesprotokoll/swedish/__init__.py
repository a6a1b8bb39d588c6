"""The Swedish language of dates, times, names and lists: what knows Swedish and no meetings.

`parse_x` reads a text or raises one of our errors; `format_x` is its inverse. No clock is read and nothing is
guessed: a year that a text does not name comes from `year=`, `meeting_date=` and `role=`, by the rules in
`years`.
"""

from typing import TYPE_CHECKING

from motesprotokoll.extras import lazily

if TYPE_CHECKING:
    from motesprotokoll.swedish.attendance_rows import AttendanceRow, parse_participants, parse_row
    from motesprotokoll.swedish.date_lists import format_date_list, parse_date_list
    from motesprotokoll.swedish.dates import (
        definite_weekday,
        format_date,
        format_date_span,
        format_week,
        parse_date,
        parse_date_span,
    )
    from motesprotokoll.swedish.deadlines import (
        Deadline,
        adjustment_deadline,
        appeal_deadline,
        deadline,
        notice_deadline,
        notice_removal,
    )
    from motesprotokoll.swedish.finding_dates import find_dates
    from motesprotokoll.swedish.finding_personal_data import IDENTITY_NUMBERS, find_personal_data
    from motesprotokoll.swedish.found_dates import FoundDate
    from motesprotokoll.swedish.found_personal_data import FoundPersonalData, PersonalData
    from motesprotokoll.swedish.free_days import (
        HALF_DAYS,
        BridgeDay,
        bridge_day,
        half_day,
        is_working_day,
        non_working_day,
    )
    from motesprotokoll.swedish.lists import (
        format_list,
        format_ordinal,
        genitive,
        parse_list,
        parse_ordinal,
    )
    from motesprotokoll.swedish.moments import Clock, Moment, stockholm
    from motesprotokoll.swedish.name_shapes import is_vacant
    from motesprotokoll.swedish.name_words import NameWords
    from motesprotokoll.swedish.names import resolve_name
    from motesprotokoll.swedish.numbers import format_number, format_quantity, parse_number
    from motesprotokoll.swedish.occasions import (
        format_dates,
        format_occasion,
        format_part_of_day,
        parse_dates,
        parse_occasion,
        parse_part_of_day,
    )
    from motesprotokoll.swedish.organisations import (
        GOTEBORGSREGIONEN,
        GR_MUNICIPALITIES,
        body_name,
        find_organisation,
    )
    from motesprotokoll.swedish.participants import (
        format_participant,
        parse_participant,
        reads_back,
    )
    from motesprotokoll.swedish.roles import looks_like_role
    from motesprotokoll.swedish.school import (
        GR_SCHOOL_BREAKS,
        BreakBasis,
        SchoolBreak,
        YearlyBreak,
        school_break,
        school_breaks,
    )
    from motesprotokoll.swedish.sentences import split_sentences
    from motesprotokoll.swedish.sorting import family_name, sort_key, sort_participants
    from motesprotokoll.swedish.times import (
        format_time,
        format_time_span,
        parse_time,
        parse_time_span,
    )

__all__ = [
    "GOTEBORGSREGIONEN",
    "GR_MUNICIPALITIES",
    "GR_SCHOOL_BREAKS",
    "HALF_DAYS",
    "IDENTITY_NUMBERS",
    "AttendanceRow",
    "BreakBasis",
    "BridgeDay",
    "Clock",
    "Deadline",
    "FoundDate",
    "FoundPersonalData",
    "Moment",
    "NameWords",
    "PersonalData",
    "SchoolBreak",
    "YearlyBreak",
    "adjustment_deadline",
    "appeal_deadline",
    "body_name",
    "bridge_day",
    "deadline",
    "definite_weekday",
    "family_name",
    "find_dates",
    "find_organisation",
    "find_personal_data",
    "format_date",
    "format_date_list",
    "format_date_span",
    "format_dates",
    "format_list",
    "format_number",
    "format_occasion",
    "format_ordinal",
    "format_part_of_day",
    "format_participant",
    "format_quantity",
    "format_time",
    "format_time_span",
    "format_week",
    "genitive",
    "half_day",
    "is_vacant",
    "is_working_day",
    "looks_like_role",
    "non_working_day",
    "notice_deadline",
    "notice_removal",
    "parse_date",
    "parse_date_list",
    "parse_date_span",
    "parse_dates",
    "parse_list",
    "parse_number",
    "parse_occasion",
    "parse_ordinal",
    "parse_part_of_day",
    "parse_participant",
    "parse_participants",
    "parse_row",
    "parse_time",
    "parse_time_span",
    "reads_back",
    "resolve_name",
    "school_break",
    "school_breaks",
    "sort_key",
    "sort_participants",
    "split_sentences",
    "stockholm",
]

# Where each name stands: a module is imported when one of its names is first asked for.
_MODULES = {
    "attendance_rows": (
        "AttendanceRow",
        "parse_participants",
        "parse_row",
    ),
    "date_lists": (
        "format_date_list",
        "parse_date_list",
    ),
    "dates": (
        "definite_weekday",
        "format_date",
        "format_date_span",
        "format_week",
        "parse_date",
        "parse_date_span",
    ),
    "deadlines": (
        "Deadline",
        "adjustment_deadline",
        "appeal_deadline",
        "deadline",
        "notice_deadline",
        "notice_removal",
    ),
    "finding_dates": ("find_dates",),
    "finding_personal_data": (
        "IDENTITY_NUMBERS",
        "find_personal_data",
    ),
    "found_dates": ("FoundDate",),
    "found_personal_data": (
        "FoundPersonalData",
        "PersonalData",
    ),
    "free_days": (
        "HALF_DAYS",
        "BridgeDay",
        "bridge_day",
        "half_day",
        "is_working_day",
        "non_working_day",
    ),
    "lists": (
        "format_list",
        "format_ordinal",
        "genitive",
        "parse_list",
        "parse_ordinal",
    ),
    "moments": (
        "Clock",
        "Moment",
        "stockholm",
    ),
    "name_shapes": ("is_vacant",),
    "name_words": ("NameWords",),
    "names": ("resolve_name",),
    "numbers": (
        "format_number",
        "format_quantity",
        "parse_number",
    ),
    "occasions": (
        "format_dates",
        "format_occasion",
        "format_part_of_day",
        "parse_dates",
        "parse_occasion",
        "parse_part_of_day",
    ),
    "organisations": (
        "GOTEBORGSREGIONEN",
        "GR_MUNICIPALITIES",
        "body_name",
        "find_organisation",
    ),
    "participants": (
        "format_participant",
        "parse_participant",
        "reads_back",
    ),
    "roles": ("looks_like_role",),
    "school": (
        "GR_SCHOOL_BREAKS",
        "BreakBasis",
        "SchoolBreak",
        "YearlyBreak",
        "school_break",
        "school_breaks",
    ),
    "sentences": ("split_sentences",),
    "sorting": (
        "family_name",
        "sort_key",
        "sort_participants",
    ),
    "times": (
        "format_time",
        "format_time_span",
        "parse_time",
        "parse_time_span",
    ),
}
__getattr__, __dir__ = lazily(__name__, globals(), _MODULES)
