"""Rules put to a meeting, to a plan, or to several."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import attrs

from motesprotokoll.checks.catalogue import rules
from motesprotokoll.checks.plans import Plan
from motesprotokoll.checks.profile import DEFAULT_PROFILE, Profile, refuse_unknown
from motesprotokoll.checks.rules import About, Rule
from motesprotokoll.checks.subject import Subject
from motesprotokoll.errors import WrongTypeError, WrongValueError, quoted
from motesprotokoll.findings import Finding
from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.model.text import is_series
from motesprotokoll.swedish import GR_SCHOOL_BREAKS, SchoolBreak, YearlyBreak


def check(
    value: Meeting | Schedule,
    /,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    profile: Profile = DEFAULT_PROFILE,
) -> tuple[Finding, ...]:
    """Look a meeting or a schedule over. The findings are in Swedish, each with a stable code and its place.

    The schedules in a meeting are held against the calendar. One that is given by itself is held against
    free days and school breaks, too, as by `check_schedules`, which takes many and says what it holds them
    against.

    Args:
        select: The rules to use, by code, name or beginning of a code: ``["MP3", "MP401"]``; ``["ALL"]`` is
            every rule. Without it those of the profile.
        ignore: The rules not to use, likewise. Where both name a rule the longer beginning counts.
        profile: What the organisation wants.

    Raises:
        WrongTypeError: It is neither a meeting nor a schedule.
        WrongValueError: There is no such rule.

    >>> from motesprotokoll import AgendaItem, Meeting
    >>> for finding in check(Meeting(agenda=[AgendaItem()]), select=["MP1"]): print(finding)
    $.agenda[0]: warning [MP101] Punkten har varken rubrik eller text.
    """
    asked = _asked(profile, select, ignore)
    if isinstance(value, Schedule):
        return tuple(_of_plan(Plan(value), _wanted(asked), asked))
    if not isinstance(value, Meeting):
        raise WrongTypeError(f"expected a Meeting or a Schedule, got {quoted(value)}", "value")
    return tuple(_of_meeting(value, _wanted(asked), asked))


def _asked(profile: Profile, select: Iterable[str] | None, ignore: Iterable[str] | None) -> Profile:
    changes: dict[str, Any] = {"select": select, "ignore": ignore}
    return attrs.evolve(profile, **{name: value for name, value in changes.items() if value is not None})


@lru_cache(maxsize=64)
def _wanted(profile: Profile) -> tuple[Rule, ...]:
    every = rules()
    refuse_unknown((*profile.select, *profile.ignore), every)
    return profile.wanted(every)


def _of_meeting(meeting: Meeting, wanted: tuple[Rule, ...], profile: Profile) -> Iterator[Finding]:
    """What there is to tell of a meeting.

    Which days are free is asked of a plan and not of minutes: those are read long after, and anywhere.
    """
    subject = Subject(meeting, profile)
    plans = [Plan(schedule, where) for where, schedule in subject.schedules]
    for one in wanted:
        if not one.is_for(meeting.kind):
            continue
        if one.about is About.MEETING:
            yield from _weighed(one(subject), profile)
        elif one.about is About.OCCASIONS:
            yield from _weighed(one(subject.occasions), profile)
        elif one.everywhere:
            for plan in plans:
                yield from _weighed(one(plan), profile)


def _of_plan(plan: Plan, wanted: tuple[Rule, ...], profile: Profile) -> Iterator[Finding]:
    for one in wanted:
        if one.about is About.PLAN:
            yield from _weighed(one(plan), profile)
        elif one.about is About.OCCASIONS:
            yield from _weighed(one(tuple(plan.occasions())), profile)


def _weighed(findings: Iterator[Finding], profile: Profile) -> Iterator[Finding]:
    """The findings with the severity that the profile wants."""
    if not profile.severity:
        return findings
    return (_with(one, profile) for one in findings)


def _with(finding: Finding, profile: Profile) -> Finding:
    severity = profile.severity_of(finding.code)
    return attrs.evolve(finding, severity=severity) if severity else finding


def check_schedules(
    schedules: Iterable[Schedule],
    /,
    *,
    school_breaks: Iterable[SchoolBreak | YearlyBreak] = GR_SCHOOL_BREAKS,
    least_days: int = 0,
    profile: Profile = DEFAULT_PROFILE,
) -> tuple[Finding, ...]:
    """Look the meeting dates of one or several bodies over, each by itself and against one another.

    The place of a finding is that of the occasion in *schedules*: ``$[0].occasions[2]``.

    Args:
        school_breaks: When the schools are closed; empty, if that does not matter.
        least_days: How many days there must be from one meeting of a body to its next; 0 is any number.
        profile: What the organisation wants.

    Raises:
        WrongTypeError: Something else than schedules, school breaks, or a whole number.
        WrongValueError: A distance below 0.

    >>> from datetime import date
    >>> plan = Schedule("Mötestider 2027", year=2027, occasions=[date(2027, 2, 6), date(2027, 3, 5)])
    >>> for finding in check_schedules([plan]): print(finding)
    $[0].occasions[0]: warning [MP901] 2027-02-06 är en lördag.
    """
    given = _given(schedules)
    breaks = _breaks(school_breaks)
    if type(least_days) is not int:
        raise WrongTypeError(f"expected a whole number, got {quoted(least_days)}", "least_days")
    if least_days < 0:
        raise WrongValueError(f"{least_days} is no distance", "least_days", "0 or more days")
    plans = [Plan(one, f"$[{place}]", breaks, least_days) for place, one in enumerate(given)]
    wanted = _wanted(profile)
    alone = (finding for plan in plans for finding in _of_plan(plan, wanted, profile))
    together = (one for rule in wanted if rule.about is About.PLANS for one in rule(plans))
    return (*alone, *_weighed(together, profile))


def _given(schedules: Iterable[Schedule]) -> tuple[Schedule, ...]:
    hint = "put it in a list" if isinstance(schedules, Schedule) else None
    if not is_series(schedules):
        raise WrongTypeError(f"expected a list of Schedule, got {quoted(schedules)}", "schedules", hint)
    given = tuple(schedules)
    for one in given:
        if not isinstance(one, Schedule):
            raise WrongTypeError(f"expected a Schedule, got {quoted(one)}", "schedules")
    return given


def _breaks(breaks: Iterable[SchoolBreak | YearlyBreak]) -> tuple[SchoolBreak | YearlyBreak, ...]:
    if not is_series(breaks):
        raise WrongTypeError(f"expected a tuple of school breaks, got {quoted(breaks)}", "school_breaks")
    given = tuple(breaks)
    for one in given:
        if not isinstance(one, SchoolBreak | YearlyBreak):
            raise WrongTypeError(f"expected SchoolBreak or YearlyBreak, got {quoted(one)}", "school_breaks")
    return given
