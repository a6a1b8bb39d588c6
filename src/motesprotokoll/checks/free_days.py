"""Rules about days on which people do not work, or not all day: MP901 to MP905, and MP912.

All but the first need the extra ``holidays``. Where it is absent, or knows nothing of the year, they find
nothing and MP912 says so. Occasions that are cancelled or have no certain day are passed over.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from motesprotokoll.checks.plans import NOON, Plan, days_looked_at
from motesprotokoll.checks.rules import About, Told, rule
from motesprotokoll.errors import MissingExtraError, WrongValueError
from motesprotokoll.findings import Severity
from motesprotokoll.swedish import bridge_day, half_day, non_working_day
from motesprotokoll.swedish.free_days import free_days
from motesprotokoll.swedish.school import break_on, known_school_breaks
from motesprotokoll.swedish.words import SATURDAY

T = TypeVar("T")
_WEEKEND = {SATURDAY: "{day} är en lördag.", 6: "{day} är en söndag."}


@rule(
    "MP901",
    "weekend",
    title="Möte på en lördag eller söndag",
    advice="Kontrollera datumet; en förväxlad dag är vanligare än ett möte på helgen.",
    about=About.PLAN,
    everywhere=True,
)
def on_weekend(plan: Plan) -> Iterator[Told]:
    """A meeting on a Saturday or Sunday, which more often is a slip of the pen than a wish.

    So ``2027-02-06`` is told, which is a Saturday; whoever meant the Friday sees it here.

    Fails:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 6 februari
        - 12 mars

    Passes:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 5 februari
        - 12 mars
    """
    for where, _, span in plan.held():
        day = next((day for day in days_looked_at(span) if day.weekday() >= SATURDAY), None)
        if day is not None:
            yield Told(_WEEKEND[day.weekday()], where, (("day", str(day)),))


@rule(
    "MP902",
    "holiday",
    title="Möte på en helgdag",
    advice="Välj en annan dag.",
    about=About.PLAN,
)
def on_holiday(plan: Plan) -> Iterator[Told]:
    """A meeting on a public holiday or on one of the three eves, when nobody is at work.

    So ``2027-03-26`` is told, which is långfredagen (Good Friday); a plan for Fridays meets it every year.

    Source: lagen (1989:253) om allmänna helgdagar; the eves of midsummer, Christmas and the New Year are
    free in the agreements of municipalities and regions.

    Fails:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 19 februari
        - 26 mars

    Passes:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 19 februari
        - 2 april
    """
    for where, _, span in plan.held():
        for day, name in _told(days_looked_at(span), non_working_day):
            message = "{day} är {name}, och då arbetar ingen."
            yield Told(message, where, (("day", str(day)), ("name", name)))


@rule(
    "MP903",
    "bridge-day",
    title="Möte på en klämdag",
    advice="Fråga deltagarna, eller välj en annan dag.",
    severity=Severity.NOTE,
    about=About.PLAN,
)
def on_bridge_day(plan: Plan) -> Iterator[Told]:
    """A meeting on the one working day between two free days, which many take off.

    So ``2027-05-07`` is told: it lies between Kristi himmelsfärdsdag (Ascension Day) and a Saturday. It is a
    note, for a board may well meet then.

    Fails:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 9 april
        - 7 maj

    Passes:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 9 april
        - 14 maj
    """
    for where, _, span in plan.held():
        for day, bridge in _told(days_looked_at(span), bridge_day):
            values = (("day", str(day)), ("before", bridge.before), ("after", bridge.after))
            message = "{day} är en klämdag, mellan {before} och {after}."
            yield Told(message, where, values)


@rule(
    "MP904",
    "half-day",
    title="Eftermiddagsmöte på en halvdag",
    advice="Lägg mötet på förmiddagen, eller välj en annan dag.",
    severity=Severity.NOTE,
    about=About.PLAN,
)
def on_half_day(plan: Plan) -> Iterator[Told]:
    """A meeting in the afternoon of a day on which many leave at noon.

    So ``2027-04-30``, valborgsmässoafton (Walpurgis Night), is told of a meeting at 13, of a whole day, and
    where no hour is known; but not of a meeting in the morning, which is over by then.

    Fails:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 9 april kl. 13–15
        - 30 april kl. 13–15

    Passes:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 9 april kl. 13–15
        - 30 april kl. 9–11
    """
    for where, occasion, span in plan.held():
        _, end = plan.hours(occasion)
        if end <= NOON:
            continue
        for day, name in _told(days_looked_at(span), half_day):
            message = "{day} är {name}: många slutar mitt på dagen."
            yield Told(message, where, (("day", str(day)), ("name", name)))


@rule(
    "MP905",
    "school-break",
    title="Möte under ett skollov",
    advice="Fråga deltagarna, eller välj en annan vecka.",
    about=About.PLAN,
)
def in_school_break(plan: Plan) -> Iterator[Told]:
    """A meeting while the schools are closed, when those who have children at school are away.

    So ``2027-02-19`` is told, in the week of sportlov (the winter break). Where the dates of a break are not
    known for that year, it is a note on each that is possible: påsklov (the Easter break) lies in the week
    before or after Easter. A caller names the breaks that count, as `check_schedules` takes them; else they
    are those of the schools in Göteborgsregionen.

    Fails:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 22 januari
        - 19 februari

    Passes:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 22 januari
        - 5 mars
    """
    for where, _, span in plan.held():
        told = _told(
            days_looked_at(span), lambda day: break_on(day, known_school_breaks(day.year, plan.breaks))
        )
        for day, found in told:
            values = (("day", str(day)), ("name", found.name))
            if found.certain:
                yield Told("{day} ligger i skolornas {name}.", where, values)
            else:
                message = "{day} kan ligga i skolornas {name}: årets datum är inte kända."
                yield Told(message, where, values, Severity.NOTE)


@rule(
    "MP912",
    "free-days-unknown",
    title="Helgdagar är inte kontrollerade",
    advice="Installera tillägget holidays, eller kontrollera dagarna för hand.",
    severity=Severity.NOTE,
    about=About.PLAN,
)
def free_days_unknown(plan: Plan) -> Iterator[Told]:
    """That free days were not looked for, since nobody knows them; silence would look like approval.

    So without the extra ``holidays`` each schedule has this note, and so has one for a year that the calendar
    of free days does not know.

    Fails (json):

        {
          "format": "motesprotokoll", "version": 1, "type": "meeting",
          "agenda": [{"title": "Mötestider", "body": [
            {"type": "schedule", "year": 2150, "occasions": [{"dates": {"start": "2150-03-05"}}]}
          ]}]
        }

    Passes:

        Anteckningar möte 2026-11-20

        1. Mötestider 2027
        - 5 mars
        - 9 april
    """
    for year in sorted({day.year for _, _, span in plan.held() for day in (span.start, span.end)}):
        try:
            free_days(year)
        except MissingExtraError:
            message = (
                "Helgdagar, klämdagar, halvdagar och vissa lov är inte kontrollerade: det kräver holidays."
            )
            yield Told(message, plan.where)
            return
        except WrongValueError:
            message = "Inga helgdagar är kända för {year}, så de är inte kontrollerade."
            yield Told(message, plan.where, (("year", str(year)),))


def _told(days: tuple[date, ...], ask: Callable[[date], T | None]) -> Iterator[tuple[date, T]]:
    """The first of *days* of which there is something to tell, with what it is; none where nobody knows."""
    for day in days:
        try:
            found = ask(day)
        except (MissingExtraError, WrongValueError):
            return
        if found is not None:
            yield day, found
            return


FREE_DAY_RULES = (on_holiday, on_bridge_day, on_half_day, in_school_break, free_days_unknown)
"""The rules that ask which days are free, and the one that says where nobody knows."""
