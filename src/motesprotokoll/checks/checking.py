"""Rules put to a meeting, to a plan, or to several."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from motesprotokoll.checks.catalogue import DEFAULT_CATALOGUE, Catalogue
from motesprotokoll.checks.plans import Plan
from motesprotokoll.checks.profile import DEFAULT_PROFILE, Profile, refuse_unknown
from motesprotokoll.checks.rules import About, Rule
from motesprotokoll.checks.subject import Subject
from motesprotokoll.errors import WrongTypeError, WrongValueError, quoted
from motesprotokoll.findings import Finding
from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.model.text import series_of
from motesprotokoll.swedish import GR_SCHOOL_BREAKS, SchoolBreak, YearlyBreak
from motesprotokoll.swedish.school import checked_breaks


def check(
    value: Meeting | Schedule,
    /,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    profile: Profile | str = DEFAULT_PROFILE,
    catalogue: Catalogue = DEFAULT_CATALOGUE,
) -> tuple[Finding, ...]:
    """Look a meeting or a schedule over. The findings are in Swedish, each with a stable code and its place.

    The schedules in a meeting are held against the calendar. One that is given by itself is held against
    free days and school breaks, too, as by `check_schedules`, which takes many and says what it holds them
    against.

    Args:
        select: The rules to use, by code, name or beginning of a code: ``["MP3", "MP401"]``; ``["ALL"]`` is
            every rule. Without it those of the profile.
        ignore: The rules not to use, beside those that the profile ignores. Where both name a rule the longer
            beginning counts.
        profile: What the organisation wants, or the name of a profile that a package offers.
        catalogue: The rules and profiles that there are.

    Raises:
        WrongTypeError: It is neither a meeting nor a schedule, or the profile is none.
        WrongValueError: There is no such rule, or no such profile.
        PluginError: A rule of another package broke.

    >>> from motesprotokoll import AgendaItem, Meeting
    >>> for finding in check(Meeting(agenda=[AgendaItem()]), select=["MP1"]): print(finding)
    $.agenda[0]: warning [MP101] Punkten har varken rubrik eller text.
    """
    asked = _profile(profile, catalogue).choosing(select, ignore)
    wanted = _wanted(asked, catalogue)
    if isinstance(value, Schedule):
        return tuple(_of_plan(Plan(value), wanted, asked))
    if not isinstance(value, Meeting):
        raise WrongTypeError(f"expected a Meeting or a Schedule, got {quoted(value)}", "value")
    return tuple(_of_meeting(value, wanted, asked))


def _profile(profile: Profile | str, catalogue: Catalogue) -> Profile:
    if isinstance(profile, str):
        return catalogue.profile(profile)
    if not isinstance(profile, Profile):
        raise WrongTypeError(f"expected a Profile or the name of one, got {quoted(profile)}", "profile")
    return profile


@lru_cache(maxsize=64)
def _wanted(profile: Profile, catalogue: Catalogue) -> tuple[Rule, ...]:
    refuse_unknown(profile.codes, catalogue.rules)
    return profile.wanted(catalogue.rules)


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
            yield from profile.weighed(one(subject), one.name)
        elif one.about is About.OCCASIONS:
            yield from profile.weighed(one(subject.occasions), one.name)
        elif one.everywhere:
            for plan in plans:
                yield from profile.weighed(one(plan), one.name)


def _of_plan(plan: Plan, wanted: tuple[Rule, ...], profile: Profile) -> Iterator[Finding]:
    for one in wanted:
        if one.about is About.PLAN:
            yield from profile.weighed(one(plan), one.name)
        elif one.about is About.OCCASIONS:
            yield from profile.weighed(one(tuple(plan.occasions())), one.name)


def check_schedules(
    schedules: Iterable[Schedule],
    /,
    *,
    school_breaks: Iterable[SchoolBreak | YearlyBreak] = GR_SCHOOL_BREAKS,
    least_days: int = 0,
    profile: Profile | str = DEFAULT_PROFILE,
    catalogue: Catalogue = DEFAULT_CATALOGUE,
) -> tuple[Finding, ...]:
    """Look the meeting dates of one or several bodies over, each by itself and against one another.

    The place of a finding is that of the occasion in *schedules*: ``$[0].occasions[2]``.

    Args:
        school_breaks: When the schools are closed; empty, if that does not matter.
        least_days: How many days there must be from one meeting of a body to its next; 0 is any number.
        profile: What the organisation wants, or the name of a profile that a package offers.
        catalogue: The rules and profiles that there are.

    Raises:
        WrongTypeError: Something else than schedules, school breaks, a whole number, or a profile.
        WrongValueError: A distance below 0, or a profile with a rule that there is not.

    >>> from datetime import date
    >>> plan = Schedule("Mötestider 2027", year=2027, occasions=[date(2027, 2, 6), date(2027, 3, 5)])
    >>> for finding in check_schedules([plan]): print(finding)
    $[0].occasions[0]: warning [MP901] 2027-02-06 är en lördag.
    """
    given = series_of(schedules, Schedule, "schedules")
    breaks = checked_breaks(school_breaks, "school_breaks")
    if type(least_days) is not int:
        raise WrongTypeError(f"expected a whole number, got {quoted(least_days)}", "least_days")
    if least_days < 0:
        raise WrongValueError(f"{least_days} is no distance", "least_days", "0 or more days")
    plans = [Plan(one, f"$[{place}]", breaks, least_days) for place, one in enumerate(given)]
    asked = _profile(profile, catalogue)
    wanted = _wanted(asked, catalogue)
    alone = (finding for plan in plans for finding in _of_plan(plan, wanted, asked))
    over_all = [one for one in wanted if one.about is About.PLANS]
    together = (finding for one in over_all for finding in asked.weighed(one(plans), one.name))
    return (*alone, *together)
