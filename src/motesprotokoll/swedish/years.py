"""Which year a date means that names none: five rules, and never a clock.

1. The year that is written with the date.
2. The year in the nearest heading (``year=``).
3. The role of the field: the next meeting is on the first such day from the meeting on, a back-reference on
the last.
4. Otherwise the meeting's own year; the next one if the day would lie more than 200 days back.
5. A weekday decides between the candidates.

Source: tried on some seventy Swedish minutes. "The nearest such day" is wrong: it reads "13 oktober" in the
minutes of an April meeting as the year before.
"""

from collections.abc import Callable, Sequence
from datetime import MAXYEAR, MINYEAR, date, datetime
from typing import Literal, NamedTuple

from motesprotokoll.errors import WrongTypeError, WrongValueError, quoted

Role = Literal["next", "past"]
YearRule = Literal["explicit", "heading", "role", "weekday", "meeting-year"]
Bounds = tuple[date, date]
Candidate = Callable[[int], Bounds | None]
"""The first and the last day that a phrase means in a year; ``None`` for 29 February of most."""

FARTHEST_BACK = 200
"""Days that a date of the meeting's own year may lie before the meeting (rule 4)."""
_LEAP_GAP = 8  # years from one 29 February to the next, over a year such as 2100


def checked_year(year: int) -> None:
    """Refuse what is no year of the calendar.

    Raises:
        WrongTypeError: It is no whole number.
        WrongValueError: It is not from 1 to 9999.
    """
    if type(year) is not int:
        raise WrongTypeError(f"expected a year as a whole number, got {quoted(year)}", "year")
    if not MINYEAR <= year <= MAXYEAR:
        raise WrongValueError(f"{quoted(year)} is no year of the calendar", "year", "from 1 to 9999")


class Context(NamedTuple):
    """What is known around a date: the heading's year, the meeting's day, the role of the field."""

    year: int | None = None
    meeting_date: date | None = None
    role: Role | None = None


def context(year: int | None, meeting_date: date | None, role: Role | None) -> Context:
    """The three as one value.

    Raises:
        WrongTypeError: One of them has another type.
        WrongValueError: No such year or role.
    """
    if year is not None:
        checked_year(year)
    if meeting_date is not None and (
        not isinstance(meeting_date, date) or isinstance(meeting_date, datetime)
    ):
        raise WrongTypeError(f"expected a date or None, got {quoted(meeting_date)}", "meeting_date")
    if role not in (None, "next", "past"):
        raise WrongValueError(f"{quoted(role)} is no role", "role", "'next', 'past' or None")
    return Context(year, meeting_date, role)


def infer(
    candidate: Candidate, known: Context, fits: Callable[[Bounds], bool] | None = None, *, vague: bool = False
) -> tuple[Bounds, YearRule] | None:
    """The bounds of *candidate* in the year that rules 2 to 5 give, and the rule; ``None`` without a year.

    Args:
        fits: Whether the weekday that is written agrees (rule 5).
        vague: The bounds are those of a vague phrase, so a month that has begun may still be meant.
    """
    if known.year is not None:
        bounds = candidate(known.year)
        return None if bounds is None else (bounds, "heading")
    if known.meeting_date is None:
        return None
    rule: YearRule = "meeting-year" if known.role is None else "role"
    choices = _choices(candidate, known.meeting_date, known.role, vague)
    best = choices[0] if choices else None
    if fits is not None and (best is None or not fits(best)):
        better = next((bounds for bounds in choices[1:] if bounds is not None and fits(bounds)), None)
        if better is not None:
            return better, "weekday"
    return None if best is None else (best, rule)


def _choices(candidate: Candidate, meeting: date, role: Role | None, vague: bool) -> Sequence[Bounds | None]:
    """What the phrase means by rule 3 or 4, and then what only a weekday may prefer."""
    if role is None:
        return _around(candidate, meeting)
    near = range(meeting.year - 1, meeting.year + _LEAP_GAP + 1)
    if role == "past":
        near = range(meeting.year + 1, meeting.year - _LEAP_GAP - 1, -1)
    # A day itself must lie on the right side; of a vague span some day must.
    edge = int(vague) if role == "next" else int(not vague)
    every = (bounds for bounds in map(candidate, near) if bounds is not None)
    if role == "next":
        return [bounds for bounds in every if bounds[edge] >= meeting][:2]
    return [bounds for bounds in every if bounds[edge] <= meeting][:2]


def _around(candidate: Candidate, meeting: date) -> Sequence[Bounds | None]:
    own = candidate(meeting.year)
    following, former = candidate(meeting.year + 1), candidate(meeting.year - 1)
    if own is not None and (meeting - max(own)).days > FARTHEST_BACK:
        return [following, own, former]
    return [own, following, former]
