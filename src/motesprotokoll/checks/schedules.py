"""Rules about the meeting dates of one body or of several: MP901 to MP999.

The rules about free days stand in `free_days`, those about two meetings at once in `collisions`. The others
are here: what a plan says that cannot all be true, or seldom is meant.
"""

from collections.abc import Iterator
from itertools import pairwise

from motesprotokoll.checks.collisions import collisions, twice_on_a_day
from motesprotokoll.checks.free_days import FREE_DAY_RULES, on_weekend
from motesprotokoll.checks.plans import Plan, days_looked_at, span_of
from motesprotokoll.checks.rules import About, Told, rule
from motesprotokoll.findings import Severity
from motesprotokoll.model import DateSpan, Occasion, PartialDate
from motesprotokoll.swedish import find_dates
from motesprotokoll.swedish.words import WEEKDAYS

_SIGNS = " .,;:!?()"
_MISMATCH = "date.weekday-mismatch"


@rule(
    "MP906",
    "weekday-contradicts",
    title="Veckodag och datum stämmer inte överens",
    advice="Ta reda på vilket som är rätt, och rätta det andra.",
    about=About.PLAN,
    everywhere=True,
)
def weekday_contradicts(plan: Plan) -> Iterator[Told]:
    """A weekday in words that is not that of the date: one of them is wrong, who knows which.

    A reader tells this of the dates that it reads. What it leaves behind a date becomes the label or the
    note: so ``9 april 2027, torsdag`` (Thursday) is told, since that is a Friday, and so is a date in a note.

    Fails:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 5 mars 2027, fredag
        - 9 april 2027, torsdag

    Passes:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 5 mars 2027, fredag
        - 9 april 2027, fredag
    """
    for where, occasion in plan.occasions():
        for text, said in _wrong_weekdays(occasion, plan.schedule.year):
            values = (("text", text), ("date", said))
            message = "Veckodagen i ”{text}” stämmer inte med datumet {date}."
            yield Told(message, where, values)


def _wrong_weekdays(occasion: Occasion, year: int | None) -> Iterator[tuple[str, str]]:
    """Words that name a weekday, and the date that has another."""
    span = span_of(occasion)
    vague = occasion.dates.text if isinstance(occasion.dates, PartialDate) else None
    for text in filter(None, (vague, occasion.label, occasion.note)):
        weekday = WEEKDAYS.get(text.strip(_SIGNS).casefold())
        if weekday is not None and span is not None:
            days = {day.weekday() for day in days_looked_at(span)}
            if days and weekday not in days:
                yield text, str(span)
        elif weekday is None:
            found = find_dates(text, year=span.start.year if span else year)
            for one in found:
                if any(finding.code == _MISMATCH for finding in one.findings):
                    yield one.text, str(one.value)


@rule(
    "MP908",
    "too-close",
    title="För tätt mellan mötena",
    advice="Flytta ett av mötena.",
    about=About.PLAN,
)
def too_close(plan: Plan) -> Iterator[Told]:
    """A meeting fewer days after the one before than the caller asked for; silent without that.

    So with ``least_days=21`` the second of 5 and 19 March is told. How close is too close is for the body
    to say: a board may meet every week.

    Fails with least_days=21:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 5 mars
        - 19 mars

    Passes with least_days=21:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 5 mars
        - 26 mars

    Passes:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 5 mars
        - 6 mars
    """
    held = sorted(((span.start, span.end, where) for where, _, span in plan.held()), key=lambda one: one[:2])
    for (_, ended, _), (day, _, where) in pairwise(held):
        if plan.least_days and (day - ended).days < plan.least_days:
            message = "{day} ligger för nära mötet {earlier}: minsta avstånd i dagar är {least}."
            values = (("day", str(day)), ("earlier", str(ended)), ("least", str(plan.least_days)))
            yield Told(message, where, values)


@rule(
    "MP909",
    "other-year",
    title="Möte ett annat år än planens",
    advice="Kontrollera årtalet.",
    about=About.PLAN,
    everywhere=True,
)
def other_year(plan: Plan) -> Iterator[Told]:
    """A meeting in another year than that of the plan, as when an old list was written over.

    So ``2026-03-05`` is told in the plan for 2027; a meeting over New Year that touches the year is not.

    Fails:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 5 mars 2026
        - 9 april 2027

    Passes:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 5 mars 2027
        - 9 april 2027
    """
    year = plan.schedule.year
    for where, span in _spans(plan):
        if year is not None and not span.start.year <= year <= span.end.year:
            values = (("day", str(span.start)), ("year", str(year)))
            message = "{day} ligger inte i {year}, det år som mötestiderna gäller."
            yield Told(message, where, values)


@rule(
    "MP910",
    "out-of-order",
    title="Datumen står inte i ordning",
    advice="Kontrollera månad och år, eller ändra ordningen.",
    severity=Severity.NOTE,
    about=About.PLAN,
    everywhere=True,
)
def out_of_order(plan: Plan) -> Iterator[Told]:
    """A date that stands behind a later one: perhaps its month or year is wrong.

    So ``2027-03-05`` behind ``2027-04-09`` is told, as a note: the order itself harms nobody.

    Fails:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 9 april
        - 5 mars
        - 7 maj

    Passes:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 5 mars
        - 9 april
        - 14 maj
    """
    for (_, before), (where, span) in pairwise(_spans(plan)):
        if span.start < before.start:
            values = (("day", str(span.start)), ("later", str(before.start)))
            yield Told("{day} står efter {later}, som är senare.", where, values)


def _spans(plan: Plan) -> Iterator[tuple[str, DateSpan]]:
    for where, occasion in plan.occasions():
        if span := span_of(occasion):
            yield where, span


PLAN_RULES = (
    on_weekend,
    weekday_contradicts,
    twice_on_a_day,
    other_year,
    out_of_order,
    *FREE_DAY_RULES,
    too_close,
    collisions,
)
