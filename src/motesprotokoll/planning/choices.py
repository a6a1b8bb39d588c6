"""Each date of a plan with what speaks for it, the runner-up, and its neighbours with what speaks against."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from motesprotokoll.model import DateSpan, Occasion
from motesprotokoll.model.times import days_of
from motesprotokoll.planning.optimum import Plan, score
from motesprotokoll.planning.penalties import Drawback
from motesprotokoll.planning.reasons import DAYS_OF_WEEK, Period, Reason, because, day_count, joined, weeks
from motesprotokoll.planning.slots import WORKING_WEEK, Ground, Slot
from motesprotokoll.planning.task import Task

_NEIGHBOURS = (-2, -1, 1, 2)
"""How many weeks away a neighbour is whose rejection is explained."""


@attrs.frozen
class Alternative:
    """Alternativ: a day that was not chosen, and why."""

    dates: DateSpan
    reason: Reason
    possible: bool = True
    """Whether it could take the place of the chosen day with all the other dates held."""


@attrs.frozen
class Choice:
    """Val: a date of the proposal with its reasons."""

    occasion: Occasion
    reason: Reason
    """What speaks for the day, and what is said of it."""
    drawbacks: tuple[Drawback, ...] = ()
    """What speaks against the day all the same."""
    runner_up: Alternative | None = None
    """Reservdatum: the best other day with all the other dates held; ``None`` if there is none."""
    rejected: tuple[Alternative, ...] = ()
    """The neighbours: the same weekday one and two weeks away, and the week's other weekdays that were
    wished for; but for the runner-up."""


@attrs.frozen
class Chooser:
    """What the reasons of a plan are found with."""

    ground: Ground
    task: Task
    plan: Plan

    def choice(self, place: int, occasion: Occasion, more: tuple[Reason, ...] = ()) -> Choice:
        """All that is said of the meeting number *place*, and what *more* there is to say."""
        runner_up = self.runner_up(place)
        return Choice(
            occasion,
            self.reason(place, more),
            self.plan[place].drawbacks,
            runner_up,
            self.rejected(place, runner_up),
        )

    def runner_up(self, place: int) -> Alternative | None:
        """The best other slot for the meeting number *place*."""
        fitting = [slot for slot in self.task.slots[place] if self._fits(place, slot)]
        found = min(
            fitting, key=lambda slot: (score(self.task, self._with(place, slot)), slot.start), default=None
        )
        return None if found is None else Alternative(found.dates, self._costs(place, found))

    def _fits(self, place: int, slot: Slot) -> bool:
        own = self.plan[place]
        if slot.dates == own.dates or slot.is_two_days is not own.is_two_days:
            return False
        return self._too_near(place, slot.dates) is None

    def _with(self, place: int, slot: Slot) -> Plan:
        """The plan with *slot* for the meeting number *place*, by date."""
        held = (*self.plan[:place], slot, *self.plan[place + 1 :])
        return tuple(sorted(held, key=lambda one: one.start))

    def _too_near(self, place: int, dates: DateSpan) -> Reason | None:
        """What of the other meetings is nearer than the least distance."""
        for other in (*self.plan[:place], *self.plan[place + 1 :]):
            after, before = (dates.start - other.end).days, (other.start - dates.end).days
            if max(after, before) <= 0:
                return because("dagen är redan vald")
            if max(after, before) < self.task.least_days:
                template = "bara {days} efter mötet {day}" if after > 0 else "bara {days} före mötet {day}"
                return because(template, days=day_count(max(after, before)), day=other.start)
        return None

    def _costs(self, place: int, slot: Slot) -> Reason:
        """What the plan would pay with *slot* that it does not pay now."""
        changed = self._with(place, slot)
        (now, weeks_now), (then, weeks_then) = score(self.task, self.plan), score(self.task, changed)
        if then > now:
            return joined(self._worse(changed, changed.index(slot)))
        if weeks_then > weeks_now:
            return because("lika bra, men inte samma vecka som förra året")
        return because("lika bra, men senare")

    def _worse(self, changed: Plan, place: int) -> Iterator[Reason]:
        """What speaks against the *changed* plan and not against this one, the heaviest first."""
        paid, pays = Counter(self.task.drawbacks(self.plan)), Counter(self.task.drawbacks(changed))
        added = sorted((pays - paid).elements(), key=lambda one: -one.points)
        # A distance is another one after each change, but worse only if it lies further from even.
        eased = {name for name in ("uneven", "edge") if _points(pays, name) <= _points(paid, name)}
        yield from (one.reason for one in added if one.penalty not in eased | {"uneven"})
        if _points(pays, "uneven") > _points(paid, "uneven"):
            distances = tuple(self._distances(changed, place))
            yield because("avstånden blir ojämnare ({distances})", distances=distances)

    def rejected(self, place: int, runner_up: Alternative | None) -> tuple[Alternative, ...]:
        """The neighbours of the meeting number *place*, by date, with the reason of each."""
        chosen = self.plan[place].dates
        near = {*self._neighbours(chosen)} - {chosen, runner_up.dates if runner_up else chosen}
        return tuple(self._judged(place, dates) for dates in sorted(near, key=lambda one: one.start))

    def _neighbours(self, chosen: DateSpan) -> Iterator[DateSpan]:
        monday = chosen.start - timedelta(days=chosen.start.weekday())
        days = [chosen.start + timedelta(weeks=number) for number in _NEIGHBOURS]
        for day in (*days, *(monday + timedelta(days=number) for number in range(DAYS_OF_WEEK))):
            dates = DateSpan(day, day + (chosen.end - chosen.start))
            if self._is_wished(dates):
                yield dates

    def _is_wished(self, dates: DateSpan) -> bool:
        """Whether its weekdays are such as were asked for; at a weekend nobody wonders why not."""
        weekdays = {day.weekday() for day in days_of(dates)}
        wished = {*self.ground.wishes.weekdays}
        return bool(weekdays & wished) and weekdays <= wished | WORKING_WEEK

    def _judged(self, place: int, dates: DateSpan) -> Alternative:
        hard = self._outside(place, dates) or self.ground.obstacle(dates) or self._too_near(place, dates)
        if hard is not None:
            return Alternative(dates, hard, possible=False)
        return Alternative(dates, self._costs(place, self.ground.slot(dates)))

    def _outside(self, place: int, dates: DateSpan) -> Reason | None:
        half, wished = self.task.halves[place], self.ground.wishes.two_days
        windows = [half.window] if dates.is_one_day or wished is None else [wished, half.window]
        for window in windows:
            if dates.start < window.start or dates.end > window.end:
                return because("utanför perioden {window}", window=Period(window))
        return None

    # -------------------------------------------------------------------------------- what speaks for it

    def reason(self, place: int, more: tuple[Reason, ...] = ()) -> Reason:
        """What is said of the meeting number *place*."""
        distances = tuple(self._distances(self.plan, place))
        told = [because("{distances}", distances=distances)] if distances else []
        return joined([*self._of_the_day(place), *told, *self._of_others(place), *more])

    def _of_the_day(self, place: int) -> Iterator[Reason]:
        slot = self.plan[place]
        if not slot.drawbacks:
            yield because("inget talar emot dagarna" if slot.is_two_days else "inget talar emot dagen")
        for one in slot.drawbacks:
            yield because("nackdel: {reason}", reason=one.reason)
        if self.ground.last_weeks and not slot.other_week:
            yield because("samma vecka som ett möte förra året")

    def _distances(self, plan: Plan, place: int) -> Iterator[Reason]:
        """How far the other meetings of the half-year are."""
        slot, halves = plan[place], self.task.halves
        if place > 0 and halves[place - 1] is halves[place]:
            earlier = plan[place - 1].start
            yield because("{weeks} efter mötet {day}", weeks=weeks((slot.start - earlier).days), day=earlier)
        if place + 1 < len(plan) and halves[place + 1] is halves[place]:
            later = plan[place + 1].start
            yield because("{weeks} före mötet {day}", weeks=weeks((later - slot.start).days), day=later)

    def _of_others(self, place: int) -> Iterator[Reason]:
        """The other bodies' meetings that this one is in time for, as the last one before them."""
        end = self.plan[place].end
        following = self.plan[place + 1].end if place + 1 < len(self.plan) else date.max
        for one in self.task.others[: self.task.served(end)]:
            if end < one.dates.start <= following:
                what = one.what or because("det andra mötet")
                yield because("i tid före {what} den {day}", what=what, day=one.dates.start)


def _points(drawbacks: Counter[Drawback], penalty: str) -> int:
    return sum(one.points * number for one, number in drawbacks.items() if one.penalty == penalty)
