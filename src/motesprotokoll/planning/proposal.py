"""Next year's dates: the best plan that keeps all the rules, with its reasons."""

from collections.abc import Iterable, Iterator
from datetime import time

import attrs

from motesprotokoll.errors import WrongTypeError, WrongValueError, quoted
from motesprotokoll.model import AgendaItem, Mode, Network, Occasion, PartOfDay, Schedule, TimeSpan
from motesprotokoll.planning import wishes as understood
from motesprotokoll.planning.busy import BusyLike, to_busy
from motesprotokoll.planning.choices import Choice, Chooser
from motesprotokoll.planning.conflicts import conflict
from motesprotokoll.planning.decision import PROPOSED_TITLE, Form, agenda_item
from motesprotokoll.planning.explaining import explanation
from motesprotokoll.planning.hosts import Turn, turns
from motesprotokoll.planning.optimum import best
from motesprotokoll.planning.penalties import Drawback
from motesprotokoll.planning.slots import Ground, halves, slots
from motesprotokoll.planning.task import task
from motesprotokoll.planning.wishes import AUTUMN, MOST_MEETINGS, SPRING, Span, Wishes
from motesprotokoll.swedish.school import GR_SCHOOL_BREAKS, SchoolBreak, YearlyBreak, checked_breaks


@attrs.frozen
class Proposal:
    """Förslag: a year's meetings as a plan to decide, and why it looks as it does."""

    schedule: Schedule
    """The dates, each tentative."""
    choices: tuple[Choice, ...]
    """Each date with its reason, its runner-up and its rejected neighbours."""
    wishes: Wishes
    drawbacks: tuple[Drawback, ...] = ()
    """All that speaks against the plan; no other plan has less of it, counted in points."""

    @property
    def explanation(self) -> tuple[str, ...]:
        """The whole in Swedish, line by line."""
        return self.explanation_in("sv")

    def explanation_in(self, language: str) -> tuple[str, ...]:
        """The whole in *language*, ``"sv"`` or ``"en"``, line by line."""
        return tuple(explanation(self.schedule, self.choices, self.wishes, self.drawbacks, language))

    def agenda_item(self, *, form: Form = "list", number: str | None = None) -> AgendaItem:
        """The item of an agenda at which the plan is decided; see `agenda_item`."""
        return agenda_item(self.schedule, form=form, number=number)


def propose(
    network: str | Network,
    year: int,
    *,
    weekdays: str | Iterable[str],
    part_of_day: PartOfDay | str | None = None,
    times: TimeSpan | time | str | None = None,
    spring: int = 3,
    autumn: int = 4,
    spring_window: Span | None = None,
    autumn_window: Span | None = None,
    least_days: int = 21,
    two_days: Span | None = None,
    two_days_label: str | None = None,
    school_breaks: Iterable[SchoolBreak | YearlyBreak] = GR_SCHOOL_BREAKS,
    blocked: Iterable[BusyLike] | Schedule = (),
    avoid: Iterable[BusyLike] | Schedule = (),
    before: Iterable[BusyLike] | Schedule = (),
    before_within: int = 28,
    hosts: Iterable[str] = (),
    last_year: Schedule | None = None,
    place: str | None = None,
    mode: Mode | str | None = None,
) -> Proposal:
    """Propose the dates on which a body meets in *year*.

    No meeting is ever on a public holiday, an eve, a Saturday or Sunday (unless that weekday is asked for),
    in a school break (also where it is only possible), on a blocked day, outside the windows, or nearer to
    another one than *least_days*. Among the plans that keep these rules the one with the fewest drawbacks is
    found, for certain; what a drawback is, and what it weighs, stands in `PENALTIES`.

    Args:
        network: The body, or its name.
        year: The calendar year. No clock is read.
        weekdays: Names of weekdays, Swedish or English: ``"friday"``, ``["tisdag", "torsdag"]``.
        part_of_day: Such as ``"morning"`` or ``"förmiddag"``.
        times: Such as ``"9–12"``.
        spring: The number of meetings in the spring.
        autumn: The number of meetings in the autumn.
        spring_window: From and to, also in words; without it 15 January–14 June.
        autumn_window: From and to, also in words; without it 20 August–15 December.
        least_days: From the last day of a meeting to the first day of the next one.
        two_days: When one of the meetings is to take two days in a row, of which one is a weekday that was
            asked for: ``"november"``, ``"oktober–november"``, or from and to. It counts as one meeting.
        two_days_label: What that meeting is called, such as "Studieresa".
        school_breaks: The breaks to keep free; those of the Göteborg region without it.
        blocked: Days that are out of the question, also as pairs of a day and the reason.
        avoid: Others' busy days. A collision is no hard rule but the heaviest drawback of all: where it
            cannot be avoided, the plan says so. What must not happen belongs into *blocked*. A day on which
            the others are busy at another time of the day weighs little.
        before: Dates of a body that handles the network's questions: the network should have met shortly
            before.
        before_within: How many days before each of them at most.
        hosts: Where the meetings rotate, in their order. It goes on after last year's last host; the meeting
            of two days has none.
        last_year: Last year's plan. Its weeks decide between plans that are equal otherwise.
        place: Where the meetings without a host are.
        mode: On site, remote or hybrid.

    Raises:
        PlanningError: No plan can meet the wishes; it names those that collide.
        WrongTypeError: A value of another type; the error names the argument.
        WrongValueError: A value that means nothing; the error names the argument.
        MissingExtraError: The extra ``holidays`` is not installed.

    >>> proposal = propose("Nätverket för skolbibliotek", 2027, weekdays="friday", spring=2, autumn=1)
    >>> [str(one.dates) for one in proposal.schedule.occasions]
    ['2027-02-12', '2027-05-21', '2027-10-15']
    """
    year = understood.to_year(year)
    return _proposed(
        Wishes(
            network=_network(network),
            year=year,
            weekdays=understood.to_weekdays(weekdays),
            part_of_day=understood.to_part(part_of_day),
            times=understood.to_times(times),
            spring=understood.to_number(spring, "spring", 0, MOST_MEETINGS),
            autumn=understood.to_number(autumn, "autumn", 0, MOST_MEETINGS),
            spring_window=understood.to_window(spring_window, year, "spring_window", SPRING),
            autumn_window=understood.to_window(autumn_window, year, "autumn_window", AUTUMN),
            least_days=understood.to_number(least_days, "least_days", 1, 366),
            two_days=understood.to_two_days(two_days, year),
            school_breaks=checked_breaks(school_breaks, "school_breaks"),
            blocked=to_busy(blocked, year, "blocked"),
            avoid=to_busy(avoid, year, "avoid"),
            before=to_busy(before, year, "before"),
            before_within=understood.to_number(before_within, "before_within", 1, 366),
            hosts=understood.to_names(hosts, "hosts"),
            last_year=understood.to_own(last_year, "last_year", Schedule),
            place=understood.to_text(place, "place"),
            mode=understood.to_mode(mode),
            label=understood.to_text(two_days_label, "two_days_label"),
        )
    )


def _network(value: str | Network) -> Network:
    if isinstance(value, Network):
        return value
    if not isinstance(value, str):
        raise WrongTypeError(f"expected Network or str, got {quoted(value)}", "network")
    return Network(value)


def _proposed(wishes: Wishes) -> Proposal:
    _check_together(wishes)
    ground, both = Ground(wishes), halves(wishes)
    given = task(wishes, both, tuple(slots(ground, half) for half in both))
    plan = best(given)
    if plan is None:
        raise conflict(wishes)
    chooser = Chooser(ground, given, plan)
    hosts = turns(wishes.hosts, wishes.last_year)
    choices = tuple(_choice(chooser, place, hosts) for place in range(len(plan)))
    schedule = Schedule(
        PROPOSED_TITLE.format(year=wishes.year),
        network=wishes.network,
        year=wishes.year,
        part_of_day=wishes.part_of_day,
        occasions=[one.occasion for one in choices],
    )
    return Proposal(schedule, choices, wishes, given.drawbacks(plan))


def _choice(chooser: Chooser, place: int, hosts: Iterator[Turn]) -> Choice:
    """The choice of one date. The meeting of two days, which often is a journey, takes no host's turn."""
    wishes, slot = chooser.ground.wishes, chooser.plan[place]
    turn = None if slot.is_two_days else next(hosts, None)
    occasion = Occasion(
        slot.dates,
        part_of_day=PartOfDay.WHOLE_DAY if slot.is_two_days else wishes.part_of_day,
        times=None if slot.is_two_days else wishes.times,
        place=turn.host if turn else wishes.place,
        mode=wishes.mode,
        tentative=True,
        label=wishes.label if slot.is_two_days else None,
    )
    return chooser.choice(place, occasion, () if turn is None else (turn.reason,))


def _check_together(wishes: Wishes) -> None:
    if not wishes.spring and not wishes.autumn:
        raise WrongValueError("a plan needs a meeting", "spring", "spring= or autumn= must be more than 0")
    if wishes.autumn_window.start <= wishes.spring_window.end:
        raise WrongValueError("the autumn must begin after the spring has ended", "autumn_window")
