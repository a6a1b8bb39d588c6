"""A year at a glance of many bodies: who meets when, and on which days nobody works."""

import os
from collections.abc import Iterable

from motesprotokoll.api import renderer
from motesprotokoll.compose.words import Words
from motesprotokoll.compose.year import year_outline
from motesprotokoll.errors import RenderError, WrongTypeError, quoted
from motesprotokoll.messages import checked_language
from motesprotokoll.model import Schedule
from motesprotokoll.model.text import is_series, series_of
from motesprotokoll.outline import Outline
from motesprotokoll.rendered import Rendered
from motesprotokoll.renderers.protocol import Renderer
from motesprotokoll.swedish import GR_SCHOOL_BREAKS, SchoolBreak, YearlyBreak
from motesprotokoll.swedish.years import checked_year
from motesprotokoll.theme import Theme


def year_page(
    schedules: Iterable[Schedule],
    year: int | None = None,
    format: str | Renderer = "html",  # noqa: A002 (the name that a user expects)
    *,
    theme: Theme | str | os.PathLike[str] | None = None,
    language: str = "sv",
    school_breaks: Iterable[SchoolBreak | YearlyBreak] = GR_SCHOOL_BREAKS,
) -> Rendered:
    """Twelve months with the meetings of every body by its letter, free days and school breaks; and in words.

    Args:
        schedules: The plans. Two of one body (spring and autumn) have one letter.
        year: What is shown; what cannot lie in it is left out. Without it, the years of the schedules.
        format: As for `motesprotokoll.render`.
        theme: Colours, font, logo and footer of an organisation.
        language: Of labels, ``"sv"`` or ``"en"``.
        school_breaks: When the schools are closed; empty, if that does not matter.

    Raises:
        WrongTypeError, WrongValueError: Something else than schedules, or no year of the calendar.
        RenderError: There is no schedule, no year is known, or the schedules lie in too many years.
        MissingExtraError: The extra ``holidays`` is not installed, or that of the format.

    >>> from datetime import date
    >>> plan = Schedule(network="Nätet", year=2027, occasions=[date(2027, 3, 5)])
    >>> "**5** A B" in year_page([plan, Schedule("Styrelsen", occasions=plan.occasions)], 2027, "text").text
    True
    """
    bound = renderer(format, theme=theme)
    return bound.render_outline(composed_year(schedules, year, language, school_breaks))


def composed_year(
    schedules: Iterable[Schedule],
    year: int | None = None,
    language: str = "sv",
    school_breaks: Iterable[SchoolBreak | YearlyBreak] = GR_SCHOOL_BREAKS,
) -> Outline:
    """The document that `year_page` renders. Arguments and errors are its."""
    given = series_of(schedules, Schedule, "schedules")
    if not given:
        raise RenderError("there is no schedule to show")
    words = Words(checked_language(language))
    if not is_series(school_breaks):
        raise WrongTypeError(f"expected school breaks, got {quoted(school_breaks)}", "school_breaks")
    if year is not None:
        checked_year(year)
    return year_outline(given, words, year=year, breaks=tuple(school_breaks))
