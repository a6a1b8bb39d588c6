"""The plans that documents hold, put together: whole ones, and single dates that minutes name."""

from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from motesprotokoll.cli.dates import why_no_event
from motesprotokoll.cli.documents import Document, read_any, source_of
from motesprotokoll.errors import ReadError, WrongValueError
from motesprotokoll.model import Kind, Meeting, Occasion, Schedule
from motesprotokoll.model.schedule import only_year
from motesprotokoll.model.times import completed
from motesprotokoll.planning import busy_days

Key = tuple[str | None, int | None]
"""Whose plan it is, and of which year."""
_TABLES = (".ics", ".csv", ".tsv")
"""Files of others' dates, which `motesprotokoll.planning.busy_days` reads."""


@attrs.frozen
class Single:
    """One date out of a document without a plan: the next meeting, or the meeting itself."""

    meeting: Meeting
    occasion: Occasion

    @property
    def is_own(self) -> bool:
        """Whether it is the meeting of the document itself, and not the next one."""
        return self.occasion is self.meeting.occasion

    @property
    def plan(self) -> Schedule:
        """The date as a plan of its own."""
        return Schedule(
            network=self.meeting.network, year=only_year([self.occasion]), occasions=[self.occasion]
        )


def key_of(plan: Schedule) -> Key:
    """Whose plan it is, and of which year, as far as it says."""
    return plan.body_name, plan.year or only_year(plan.occasions)


# ------------------------------------------------------------------------------------ out of one document


def plans_in(document: Document) -> tuple[Schedule, ...]:
    """The whole plans of a document. A plan in minutes is that of their body, unless it names another."""
    found: list[Schedule] = []
    for value in document.values:
        if isinstance(value, Schedule):
            found.append(value)
            continue
        for block in (one.block for one in value.walk(Schedule)):
            assert isinstance(block, Schedule)
            found.append(attrs.evolve(block, network=block.network or value.network))
    return tuple(found)


def single_in(document: Document) -> Single | None:
    """The date that a document is about: a summons its own, and minutes the next one, if they name it."""
    meetings = (one for one in document.values if isinstance(one, Meeting))
    return next(filter(None, (_single(one) for one in meetings)), None)


def _single(meeting: Meeting) -> Single | None:
    own, following = meeting.occasion, meeting.next_meeting
    is_ahead = meeting.kind in (Kind.AGENDA, Kind.SUMMONS)
    chosen = (own or following) if is_ahead else (following or own)
    return Single(meeting, chosen) if chosen else None


def busy_in(name: str, year: int) -> Sequence[Occasion | Schedule]:
    """Others' meetings in a calendar of anybody's, a table of dates, or a document with a plan."""
    if name == "-" or name.lower().endswith(_TABLES):
        return busy_days(source_of(name), year=year)
    return _some_plans(name)


def last_plan_in(name: str, body: str | None, year: int) -> Schedule:
    """The plan of the year before *year*, of *body* where the file has plans of several."""
    found = _some_plans(name)
    if len(found) > 1 and body is not None:
        found = [one for one in found if key_of(one)[0] == body]
    if len(found) > 1:
        found = [one for one in found if key_of(one)[1] in (None, year - 1)]
    if len(found) != 1:
        number = f"{len(found)} plans" if found else "no plan"
        raise WrongValueError(f"{number} in it can be that of {year - 1}", name, "--body names the body")
    return found[0]


def _some_plans(name: str) -> list[Schedule]:
    found = [*plans_in(read_any(name))]
    if not found:
        raise ReadError("there are no meeting dates in it", name)
    return found


# ------------------------------------------------------------------------------------ of several documents


@attrs.define
class Gathering:
    """Plans by whose they are and of which year, from one document after the other."""

    known: dict[Key, Schedule] = attrs.Factory(dict)
    """The plans that are known already: a single date is added to them."""
    plans: dict[Key, Schedule] = attrs.Factory(dict)
    meetings: list[Meeting] = attrs.Factory(list)
    """The documents about single meetings, for their agendas."""

    def add_plan(self, plan: Schedule, file: str) -> None:
        """Add a whole plan. Two of one body, such as spring and autumn, become one."""
        key = key_of(plan)
        earlier = self.plans.get(key)
        self.plans[key] = plan if earlier is None else _united(earlier, plan, file)

    def add_single(self, single: Single) -> None:
        """Add one date to the plan of its body, or complete it there."""
        bare = single.plan
        key = key_of(bare)
        plan = self.plans.get(key) or self.known.get(key)
        self.plans[key] = bare if plan is None else _with(plan, single.occasion)
        if single.is_own and single.meeting.agenda and why_no_event(single.occasion, str) is None:
            self.meetings.append(single.meeting)


def gathered(documents: Iterable[Document], known: Iterable[Schedule] = ()) -> Gathering:
    """What *documents* say together. Whole plans come first, so that single dates find their place on them.

    Raises:
        WrongValueError: Two plans of one body and year say different things of a day.
    """
    result, singles = Gathering({key_of(one): one for one in known}), []
    for document in documents:
        plans = plans_in(document)
        for plan in plans:
            result.add_plan(plan, document.name)
        single = None if plans else single_in(document)
        if single is not None:
            singles.append(single)
    for single in singles:
        result.add_single(single)
    return result


def _united(plan: Schedule, other: Schedule, file: str) -> Schedule:
    """Both as one plan, with what the first one says of itself."""
    new = [one for one in other.occasions if one not in plan.occasions]
    both = {one.dates for one in plan.occasions} & {one.dates for one in new}
    if both:
        day = min(map(str, both))
        problem = f"another plan of the same body and year says something else of {day}"
        raise WrongValueError(problem, file, "give only the latest version of a plan")
    return attrs.evolve(plan, occasions=_in_order((*plan.occasions, *new)))


def _with(plan: Schedule, single: Occasion) -> Schedule:
    """*plan* with a date that a document names: what it says more of it, or the date itself."""
    for place, one in enumerate(plan.occasions):
        if one.dates == single.dates:
            changed = _told_by_both(one, single)
            return attrs.evolve(
                plan, occasions=(*plan.occasions[:place], changed, *plan.occasions[place + 1 :])
            )
    return attrs.evolve(plan, occasions=_in_order((*plan.occasions, single)))


def _told_by_both(one: Occasion, single: Occasion) -> Occasion:
    tentative, cancelled = one.tentative and single.tentative, one.cancelled or single.cancelled
    return attrs.evolve(completed(one, single), tentative=tentative, cancelled=cancelled)


def _in_order(occasions: Iterable[Occasion]) -> tuple[Occasion, ...]:
    return tuple(sorted(occasions, key=lambda one: one.first_day or date.max))
