"""School breaks (lov): data that the caller may replace, and what it says of a day.

A municipality decides its own school year, so nothing here is a formula. The rows for the Göteborg region
are the dates that Göteborgsregionen has recommended its members; what they leave open stands as such in the
value.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

import attrs
from attrs import field

from motesprotokoll.errors import MissingExtraError, WrongTypeError, WrongValueError, quoted
from motesprotokoll.model import DateSpan
from motesprotokoll.model.text import is_name, is_series, refuse, refuse_value, to_name
from motesprotokoll.swedish.free_days import checked_day, easter_sunday
from motesprotokoll.swedish.years import checked_year


class BreakBasis(StrEnum):
    """How well the dates of a school break are known."""

    PUBLISHED = "published"
    """The dates are published for that very year."""
    YEARLY = "yearly"
    """It is in the same week every year; that year's dates were not looked up."""
    POSSIBLE = "possible"
    """It is on these dates or on others: the year's dates are not known."""


def is_span_forwards(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """Days of which the last is not before the first."""
    if type(value) is not DateSpan:
        raise refuse(instance, attribute, value, "DateSpan")
    if value.end < value.start:
        raise refuse_value(instance, attribute, value, "a span that does not run backwards")


def is_optional_week(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """An ISO week whose working days are all in one year, or ``None``."""
    if value is None:
        return
    if type(value) is not int:
        raise refuse(instance, attribute, value, "a week as a whole number or None")
    if not 2 <= value <= 52:
        raise refuse_value(instance, attribute, value, "a week from 2 to 52")


def is_break_basis(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """One of the members of `BreakBasis`."""
    if type(value) is not BreakBasis:
        raise refuse(instance, attribute, value, "BreakBasis")


@attrs.frozen
class SchoolBreak:
    """Lov: days on which the schools have no lessons."""

    name: str = field(converter=to_name, validator=is_name)
    dates: DateSpan = field(validator=is_span_forwards)
    source: str = field(default="the caller", converter=to_name, validator=is_name)
    basis: BreakBasis = field(default=BreakBasis.PUBLISHED, kw_only=True, validator=is_break_basis)

    @property
    def certain(self) -> bool:
        """Whether the break is on these dates; not, where it may as well be in another week."""
        return self.basis is not BreakBasis.POSSIBLE


@attrs.frozen
class YearlyBreak:
    """Återkommande lov: a break that each year has, for the years whose dates nobody has given.

    ``week`` is its ISO week, Monday to Friday. Without one it is beside Easter, in the week before or after:
    which of the two is decided year by year, so both are given as possible.
    """

    name: str = field(converter=to_name, validator=is_name)
    week: int | None = field(default=None, validator=is_optional_week)
    source: str = field(default="the caller", converter=to_name, validator=is_name)

    def in_year(self, year: int, /) -> tuple[SchoolBreak, ...]:
        """The break in the calendar year *year*.

        Raises:
            WrongValueError: Beside Easter, and Easter is not known for that year.
            MissingExtraError: Beside Easter, and the extra ``holidays`` is not installed.
        """
        if self.week is not None:
            week = DateSpan(*(date.fromisocalendar(year, self.week, day) for day in (1, 5)))
            return (SchoolBreak(self.name, week, self.source, basis=BreakBasis.YEARLY),)
        easter = easter_sunday(year)
        return tuple(
            SchoolBreak(self.name, _around(easter, first, last), self.source, basis=BreakBasis.POSSIBLE)
            for first, last in _BESIDE_EASTER
        )


# Monday to Thursday before Easter, and Tuesday to Friday after it; the days between are public holidays.
_BESIDE_EASTER = ((-6, -3), (2, 5))


def _around(day: date, first: int, last: int) -> DateSpan:
    return DateSpan(day + timedelta(days=first), day + timedelta(days=last))


_GR = (
    "Göteborgsregionen, Skollov inom Göteborgsregionen: "
    "https://goteborgsregionen.se/styrande-dokument/2021-05-07-skollov-inom-goteborgsregionen.printable"
)
# "Höstlov är alltid vecka 44 och sportlov vecka 7. Vilken vecka det är påsklov kan variera och ligga före
# eller efter påsk." Said by the largest member; the other twelve are taken to do the same.
_CITY = (
    "Göteborgs Stad, Läsårstider: "
    "https://goteborg.se/wps/portal/enhetssida/karralundsskolan-1-9-grundsarskola/lasarstider-studiedagar"
)

GR_SCHOOL_BREAKS: tuple[SchoolBreak | YearlyBreak, ...] = (
    SchoolBreak("höstlov", DateSpan(date(2023, 10, 30), date(2023, 11, 3)), _GR),
    SchoolBreak("påsklov", DateSpan(date(2024, 4, 2), date(2024, 4, 5)), _GR),
    SchoolBreak("höstlov", DateSpan(date(2024, 10, 28), date(2024, 11, 1)), _GR),
    SchoolBreak("påsklov", DateSpan(date(2025, 4, 14), date(2025, 4, 17)), _GR),
    SchoolBreak("höstlov", DateSpan(date(2025, 10, 27), date(2025, 10, 31)), _GR),
    SchoolBreak("påsklov", DateSpan(date(2026, 4, 7), date(2026, 4, 10)), _GR),
    YearlyBreak("sportlov", 7, _CITY),
    YearlyBreak("höstlov", 44, _CITY),
    YearlyBreak("påsklov", None, _CITY),
)
"""The breaks that the schools in the Göteborg region are known to have in common: not jullov, nor summer."""


def school_breaks(
    year: int, /, breaks: Iterable[SchoolBreak | YearlyBreak] = GR_SCHOOL_BREAKS
) -> tuple[SchoolBreak, ...]:
    """The school breaks that touch the calendar year *year*, by date.

    A `SchoolBreak` of that year comes before a `YearlyBreak` of the same name.

    Raises:
        WrongTypeError: *year* is no whole number, or *breaks* holds something else.
        WrongValueError: No year of the calendar, or a break beside Easter where Easter is not known.
        MissingExtraError: A break beside Easter, and the extra ``holidays`` is not installed.

    >>> [(one.name, str(one.dates), one.certain) for one in school_breaks(2026)]  # doctest: +ELLIPSIS
    [('sportlov', '2026-02-09/2026-02-13', True), ('påsklov', '2026-04-07/2026-04-10', True), ...]
    """
    checked_year(year)
    rows = checked_breaks(breaks, "breaks")
    dated = [
        one for one in rows if type(one) is SchoolBreak and one.dates.start.year <= year <= one.dates.end.year
    ]
    known = {one.name for one in dated}
    return tuple(sorted([*dated, *_yearly(rows, year, known)], key=_by_date))


def known_school_breaks(
    year: int, /, breaks: Iterable[SchoolBreak | YearlyBreak] = GR_SCHOOL_BREAKS
) -> tuple[SchoolBreak, ...]:
    """As `school_breaks`, but without those beside Easter in a year whose Easter nobody knows.

    So it answers for every year of the calendar, and without the extra ``holidays``.
    """
    rows = checked_breaks(breaks, "breaks")
    try:
        return school_breaks(year, rows)
    except (MissingExtraError, WrongValueError):
        return school_breaks(year, [one for one in rows if isinstance(one, SchoolBreak) or one.week])


def checked_breaks(
    breaks: Iterable[SchoolBreak | YearlyBreak], where: str
) -> tuple[SchoolBreak | YearlyBreak, ...]:
    """The rows of the argument *where*, which must be school breaks.

    Raises:
        WrongTypeError: One of them is something else, or they are no series.
    """
    if not is_series(breaks):
        raise WrongTypeError(f"expected a tuple of school breaks, got {quoted(breaks)}", where)
    rows = tuple(breaks)
    for one in rows:
        if type(one) not in (SchoolBreak, YearlyBreak):
            raise WrongTypeError(f"expected SchoolBreak or YearlyBreak, got {quoted(one)}", where)
    return rows


def _yearly(rows: tuple[SchoolBreak | YearlyBreak, ...], year: int, known: set[str]) -> Iterator[SchoolBreak]:
    for one in rows:
        if isinstance(one, YearlyBreak) and one.name not in known:
            yield from one.in_year(year)


def _by_date(one: SchoolBreak) -> tuple[date, date, str]:
    return one.dates.start, one.dates.end, one.name


def school_break(
    day: date, /, breaks: Iterable[SchoolBreak | YearlyBreak] = GR_SCHOOL_BREAKS
) -> SchoolBreak | None:
    """The school break that *day* is in, a certain one first; ``None`` if it is in none.

    Errors are those of `school_breaks`.

    >>> school_break(date(2026, 4, 8)).name
    'påsklov'
    """
    return break_on(day, school_breaks(checked_day(day).year, breaks))


def break_on(day: date, known: Iterable[SchoolBreak]) -> SchoolBreak | None:
    """That of *known* which *day* is in, a certain one first."""
    within = [one for one in known if one.dates.start <= day <= one.dates.end]
    return min(within, key=lambda one: not one.certain, default=None)
