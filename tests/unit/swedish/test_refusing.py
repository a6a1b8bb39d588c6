"""What is refused is told with the name of the argument, and with a hint where there is one to give."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from motesprotokoll.errors import MinutesError
from motesprotokoll.model import Participant
from motesprotokoll.swedish import (
    YearlyBreak,
    adjustment_deadline,
    appeal_deadline,
    bridge_day,
    deadline,
    find_organisation,
    find_personal_data,
    half_day,
    is_working_day,
    non_working_day,
    notice_deadline,
    notice_removal,
    school_break,
    school_breaks,
    sort_key,
    sort_participants,
)

DAY = date(2027, 2, 5)
WRONG: Any = "2027-02-05"
ORDERS = "'given', 'family' or 'organisation'"


@pytest.mark.parametrize(
    ("call", "where", "hint"),
    [
        (lambda: deadline(WRONG, days=1), "start", None),
        (lambda: deadline(DAY, days=WRONG), "days", None),
        (lambda: deadline(DAY, weeks=0), "weeks", "from 1"),
        (lambda: deadline(DAY, months=10**9), "months", None),
        (lambda: deadline(DAY), None, None),
        (lambda: appeal_deadline(WRONG), "announced", None),
        (lambda: notice_removal(WRONG), "announced", None),
        (lambda: adjustment_deadline(WRONG), "meeting", None),
        (lambda: notice_deadline(WRONG), "adjusted", None),
        (lambda: school_breaks(WRONG), "year", None),
        (lambda: school_breaks(2027, [WRONG]), "breaks", None),
        (lambda: school_breaks(2027, WRONG), "breaks", None),
        (lambda: school_break(WRONG), "day", None),
        (lambda: YearlyBreak("lov", 0), "YearlyBreak.week", None),
        (lambda: find_personal_data(WRONG.encode()), "text", None),
        (lambda: find_organisation("Ale", organisations=[WRONG]), "organisations", None),
        (lambda: sort_key(Participant("Ida Ek"), by=WRONG), "by", ORDERS),
        (lambda: sort_participants([Participant("Ida Ek")], by=WRONG), "by", ORDERS),
        (lambda: is_working_day(WRONG), "day", None),
        (lambda: non_working_day(WRONG), "day", None),
        (lambda: bridge_day(WRONG), "day", None),
        (lambda: half_day(WRONG), "day", None),
    ],
)
def test_names_the_argument(call: Callable[[], object], where: str | None, hint: str | None) -> None:
    """So that whoever calls with many arguments knows which."""
    with pytest.raises(MinutesError) as caught:
        call()
    assert (caught.value.where, caught.value.hint) == (where, hint)
