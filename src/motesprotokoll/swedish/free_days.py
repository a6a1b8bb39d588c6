"""Free days: public holidays and eves, the bridge days between them, and the half days before them.

The source is the package ``holidays`` (extra ``holidays``), which follows lag (1989:253) and, for the three
eves, semesterlagen (1977:480) 7 §. It is imported when a day is first asked for; nothing is computed here
that it knows. No clock is read.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

import attrs
from attrs import field

from motesprotokoll.errors import MissingExtraError, WrongTypeError, WrongValueError, quoted
from motesprotokoll.model.text import is_name, to_name
from motesprotokoll.swedish.dates import definite_weekday
from motesprotokoll.swedish.lists import format_list
from motesprotokoll.swedish.words import SATURDAY

ONE_DAY = timedelta(days=1)

# Holidays whose name begins with a person's name, which keeps its capital in running text.
_PROPER_NAMES = ("Kristi ", "Marie ")

# The holiday, and what the day before it is called when people leave early. An employer's agreement decides
# which days those are, so a caller may give others. Source: the half days of the package `holidays`
# (categories OPTIONAL and BANK: "from 2pm") that Swedish calendars also print.
HALF_DAYS: Mapping[str, str] = MappingProxyType(
    {
        "trettondedag jul": "trettondagsafton",
        "långfredagen": "skärtorsdagen",
        "första maj": "valborgsmässoafton",
        "alla helgons dag": "allhelgonaafton",
        "julafton": "dagen före julafton",
    }
)


@attrs.frozen
class BridgeDay:
    """Klämdag: a working day between two free days, and what those are called.

    As a string it is the reason, as Swedish running text gives it.
    """

    before: str = field(converter=to_name, validator=is_name)
    after: str = field(converter=to_name, validator=is_name)

    def __str__(self) -> str:
        return f"klämdag mellan {self.before} och {self.after}"


def non_working_day(day: date, /) -> str | None:
    """The name of the public holiday or eve on *day*, as in running text; ``None`` on any other day.

    The eves are midsommarafton, julafton and nyårsafton. An ordinary Saturday or Sunday has no name, although
    nobody works: see `is_working_day`.

    Raises:
        WrongTypeError: Not a date.
        WrongValueError: A year for which no holidays are known, before 1953 or after 2100.
        MissingExtraError: The extra ``holidays`` is not installed.

    Source: lag (1989:253) om allmänna helgdagar; semesterlagen (1977:480) 7 §.

    >>> non_working_day(date(2026, 5, 14))
    'Kristi himmelsfärdsdag'
    >>> non_working_day(date(2008, 5, 1))
    'första maj och Kristi himmelsfärdsdag'
    """
    names = free_days(checked_day(day).year).get(day)
    return format_list(names) if names else None


def is_working_day(day: date, /) -> bool:
    """Whether *day* is neither a Saturday nor a Sunday, a public holiday or an eve.

    These are also the days to which lag (1930:173) 2 § lets a last day move. Errors are those of
    `non_working_day`.

    >>> is_working_day(date(2026, 6, 19))  # midsommarafton, a Friday
    False
    """
    return checked_day(day).weekday() < SATURDAY and non_working_day(day) is None


def bridge_day(day: date, /) -> BridgeDay | None:
    """The two free days that *day* is the only working day between; ``None`` for any other day.

    Errors are those of `non_working_day`.

    >>> str(bridge_day(date(2026, 5, 15)))
    'klämdag mellan Kristi himmelsfärdsdag och lördagen'
    """
    # 1 January and 31 December are free themselves, so no neighbour is in a year that is not known.
    if not is_working_day(day) or is_working_day(day - ONE_DAY) or is_working_day(day + ONE_DAY):
        return None
    return BridgeDay(_told(day - ONE_DAY), _told(day + ONE_DAY))


def half_day(day: date, /, *, eves: Mapping[str, str] = HALF_DAYS) -> str | None:
    """What *day* is called, if it is a working day on which people leave early; else ``None``.

    A half day is none for a meeting in the morning.

    Args:
        eves: The name of a holiday (as `non_working_day` gives it) and what the day before it is called.

    Errors are those of `non_working_day`.

    >>> half_day(date(2026, 4, 30))
    'valborgsmässoafton'
    """
    if not is_working_day(day):
        return None
    tomorrow = day + ONE_DAY
    names = free_days(tomorrow.year).get(tomorrow, ())
    return next((eves[name] for name in names if name in eves), None)


def easter_sunday(year: int, /) -> date:
    """Påskdagen of *year*. Errors are those of `non_working_day`.

    >>> easter_sunday(2026)
    datetime.date(2026, 4, 5)
    """
    return next(day for day, names in free_days(year).items() if "påskdagen" in names)


def checked_day(day: date, where: str = "day") -> date:
    """The argument *where*, which must be a date and no moment.

    Raises:
        WrongTypeError: It is something else.
    """
    if type(day) is not date:
        raise WrongTypeError(f"expected a date, got {quoted(day)}", where)
    return day


def _told(day: date) -> str:
    return non_working_day(day) or definite_weekday(day)


@cache
def free_days(year: int) -> Mapping[date, tuple[str, ...]]:
    """The public holidays and eves of *year* in order, each with its names.

    Two may fall on one day, as första maj and Kristi himmelsfärdsdag did in 2008.

    Raises:
        WrongValueError: A year for which no holidays are known.
        MissingExtraError: The extra ``holidays`` is not installed, or is older than the eves in it.
    """
    try:
        from holidays import DE_FACTO, PUBLIC, country_holidays
    except ImportError as error:
        raise MissingExtraError(
            "Swedish holidays need the package holidays, 0.88 or later",
            hint="pip install 'motesprotokoll[holidays]'",
        ) from error
    # Without a language the names follow the environment: with LANG=en_US midsommardagen is "Midsummer Day".
    known = country_holidays("SE", years=year, expand=False, language="sv", categories=(PUBLIC, DE_FACTO))
    if not known.start_year <= year <= known.end_year:
        raise WrongValueError(
            f"no Swedish holidays are known for the year {year}",
            "day",
            f"from {known.start_year} to {known.end_year}",
        )
    return MappingProxyType({day: tuple(map(_running_text, known.get_list(day))) for day in sorted(known)})


def _running_text(name: str) -> str:
    return name if name.startswith(_PROPER_NAMES) else f"{name[:1].lower()}{name[1:]}"
