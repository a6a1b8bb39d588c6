"""Rules about two meetings at once: MP907 in one plan, MP911 between those of several bodies."""

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from motesprotokoll.checks.plans import Hours, Plan, days_looked_at, overlap
from motesprotokoll.checks.rules import About, Told, rule
from motesprotokoll.findings import Severity
from motesprotokoll.model import Member
from motesprotokoll.model.network import has_seat

_ENOUGH = 50
"""How many earlier meetings of one day a meeting is compared with: more are no plan; this stays linear."""
_NAMED = 3
"""How many of those who would have to be in two places are named."""


@attrs.frozen
class _Held:
    """A meeting of a plan on one day."""

    plan: Plan
    where: str
    hours: Hours


@rule(
    "MP907",
    "twice-on-a-day",
    title="Två möten samtidigt",
    advice="Kontrollera om ett datum har skrivits två gånger.",
    about=About.PLAN,
    everywhere=True,
)
def twice_on_a_day(plan: Plan) -> Iterator[Told]:
    """One body that meets twice at the same time of the same day: a date was written twice.

    So 5 March and 5 March are told. In the morning and in the afternoon they are not: that was thought of.

    Fails:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 5 mars
        - 9 april
        - 5 mars

    Passes:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 5 mars kl. 9–12
        - 5 mars kl. 13–16
        - 9 april
    """
    told: set[str] = set()
    for day, earlier, one in _pairs((plan,)):
        if one.where not in told:
            message = "Två mötestillfällen samtidigt {day}: det andra är {other}."
            values = (("day", str(day)), ("other", earlier.where))
            yield Told(message, one.where, values)
        told.add(one.where)


@rule(
    "MP911",
    "collision",
    title="Två organ möts samtidigt",
    advice="Flytta det ena mötet om någon ska vara med på båda.",
    about=About.PLANS,
)
def collisions(plans: Sequence[Plan]) -> Iterator[Told]:
    """Two bodies that meet at the same time: a warning where somebody has a seat in both, else a note.

    So the board on 5 March at 9 and the network on the morning of that day are told; the network in the
    afternoon is not, nor is a meeting that is cancelled. Two plans of the same body are no two bodies. The
    plans are those that `check_schedules` is given.

    Fails (json):

        {
          "format": "motesprotokoll", "version": 1, "type": "meeting",
          "agenda": [{"title": "Mötestider 2027", "body": [
            {"type": "schedule", "network": {"name": "Nätverket för skolskjuts"}, "year": 2027,
             "occasions": [{"dates": {"start": "2027-03-05"}, "times": {"start": "09:00", "end": "12:00"}}]},
            {"type": "schedule", "network": {"name": "Nätverket för måltider"}, "year": 2027,
             "occasions": [{"dates": {"start": "2027-03-05"}, "times": {"start": "10:00"}}]}
          ]}]
        }

    Passes (json):

        {
          "format": "motesprotokoll", "version": 1, "type": "meeting",
          "agenda": [{"title": "Mötestider 2027", "body": [
            {"type": "schedule", "network": {"name": "Nätverket för skolskjuts"}, "year": 2027,
             "occasions": [{"dates": {"start": "2027-03-05"}, "times": {"start": "09:00", "end": "12:00"}}]},
            {"type": "schedule", "network": {"name": "Nätverket för måltider"}, "year": 2027,
             "occasions": [{"dates": {"start": "2027-03-05"}, "times": {"start": "13:00"}}]}
          ]}]
        }
    """
    told: set[tuple[str, int]] = set()
    for day, earlier, one in _pairs(plans):
        if _same_body(earlier.plan, one.plan) or (one.where, id(earlier.plan)) in told:
            continue
        told.add((one.where, id(earlier.plan)))
        values = (("one", earlier.plan.name), ("other", one.plan.name), ("day", str(day)))
        people = _in_both(earlier.plan, one.plan, day)
        if people:
            message = "{one} och {other} möts samtidigt {day}, och {people} har plats i båda."
            named = ", ".join(people[:_NAMED]) + (" …" if len(people) > _NAMED else "")
            yield Told(message, one.where, (*values, ("people", named)))
        else:
            message = "{one} och {other} möts samtidigt {day}."
            yield Told(message, one.where, values, Severity.NOTE)


def _pairs(plans: Sequence[Plan]) -> Iterator[tuple[date, _Held, _Held]]:
    """Each meeting with every earlier one that takes an hour of the same day."""
    by_day: dict[date, list[_Held]] = {}
    for plan in plans:
        for where, occasion, span in plan.held():
            one = _Held(plan, where, plan.hours(occasion))
            for day in days_looked_at(span):
                before = by_day.setdefault(day, [])
                for other in before[:_ENOUGH]:
                    if overlap(other.hours, one.hours):
                        yield day, other, one
                before.append(one)


def _same_body(one: Plan, other: Plan) -> bool:
    bodies = one.schedule.network, other.schedule.network
    if bodies[0] is None or bodies[1] is None:
        return one is other
    return bodies[0].name.casefold() == bodies[1].name.casefold()


def _in_both(one: Plan, other: Plan, day: date) -> list[str]:
    """Those who have a seat in both bodies on *day*, as the first of the two spells their names."""
    there: dict[str, list[Member]] = {}
    for member in _members(other, day):
        there.setdefault(member.name.casefold(), []).append(member)
    return [
        member.name
        for member in _members(one, day)
        if any(_same(member, namesake) for namesake in there.get(member.name.casefold(), ())[:_ENOUGH])
    ]


def _members(plan: Plan, day: date) -> Iterator[Member]:
    network = plan.schedule.network
    return (member for member in network.members if has_seat(member, day)) if network else iter(())


def _same(one: Member, namesake: Member) -> bool:
    """Two of one name from two places are two people."""
    home, other = one.organisation, namesake.organisation
    return home is None or other is None or home.name.casefold() == other.name.casefold()
