"""Plans told on a terminal: whose they are, and a line for each date."""

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR
from functools import partial

from motesprotokoll.cli.arguments import Translate
from motesprotokoll.errors import RenderError
from motesprotokoll.ical import span_of
from motesprotokoll.messages import translate
from motesprotokoll.model import DateSpan, Occasion, PartialDate, Schedule
from motesprotokoll.planning.reasons import because, week
from motesprotokoll.wording import LABELS, MODES, PARTS_OF_DAY, when_words


def name_of(plan: Schedule, language: str) -> str:
    """What the plan is called, and whose it is."""
    year = f" {plan.year}" if plan.year else ""
    title = plan.title or f"{translate(LABELS['schedule'], language)}{year}"
    if plan.network is None:
        return title
    return because("{title} för {network}", title=title, network=plan.network.name).in_language(language)


def lines_of(plan: Schedule, language: str) -> Iterator[str]:
    """The name of *plan*, and its dates. Where all are tentative the title says so, and the dates do not."""
    yield name_of(plan, language)
    yield ""
    marked = not all(one.tentative for one in plan.occasions)
    yield from (f"  {line_of(one, plan, language, marked=marked)}" for one in plan.occasions)


def line_of(one: Occasion, plan: Schedule, language: str, *, marked: bool = True) -> str:
    """One date: day, week, hours, place, and what else is said of it."""
    t = partial(translate, language=language)
    states = (
        t("preliminärt") if one.tentative and marked else None,
        t("inställt") if one.cancelled else None,
    )
    state = ", ".join(filter(None, states))
    parts = (day_of(one, plan, language), *_hours(one, plan, language), one.place, one.label, one.note)
    return ", ".join(filter(None, parts)) + (f" ({state})" if state else "")


def day_of(one: Occasion, plan: Schedule, language: str) -> str:
    """The day with its weekday and week, and with its year where that is not the year of the plan."""
    if not isinstance(one.dates, DateSpan):
        return one.dates.text if one.dates else translate("utan datum", language)
    day = because("{day}", day=one.dates).in_language(language)
    year = f" {one.dates.end.year}" if language == "sv" and one.dates.end.year != plan.year else ""
    return f"{day}{year} ({week(one.dates.start).in_language(language)})"


def _hours(one: Occasion, plan: Schedule, language: str) -> Iterator[str]:
    part = plan.part_of_day_of(one)
    if part is not None:
        yield translate(PARTS_OF_DAY[part], language)
    if one.times is not None:
        yield when_words(one.times, language)
    if one.mode is not None:
        yield translate(MODES[one.mode], language)


def why_no_event(one: Occasion, t: Translate) -> str | None:
    """Why *one* cannot stand in a calendar; ``None`` where it can."""
    try:
        span_of(one)
    except RenderError:
        if one.dates is None:
            return t("datum saknas")
        if isinstance(one.dates, PartialDate):
            return t("dagen är inte bestämd")
        is_edge = {one.dates.start.year, one.dates.end.year} & {MINYEAR, MAXYEAR}
        return t("så långt räcker ingen kalender") if is_edge else t("slutet ligger före början")
    return None
