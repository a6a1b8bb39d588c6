"""Personnummer, samordningsnummer and interim numbers in a text.

An organisation number is told from them by its third figure, which no month has; a sole trader's is the
person's own number, also within a VAT number.

Source: folkbokföringslag (1991:481) 18 § and Skatteverket, SKV 704 (personnummer) and SKV 707
(samordningsnummer): year, month, day, birth number, check digit by the Luhn algorithm; ``+`` instead of ``-``
from the year of the hundredth birthday; day + 60 in a samordningsnummer. Skatteverket, SKV 709: the third
figure of an organisation number is at least 2.
"""

import re
from collections.abc import Iterator
from datetime import date

from motesprotokoll.swedish.found_personal_data import FoundPersonalData, PersonalData

INTERIM_LETTERS = "TRSUWXJKLMN"
"""What stands for the first figure of the birth number in an interim number, which counts as 1.

Source: the letters that Swedish registers of health care and education use."""
_LETTERS = INTERIM_LETTERS + INTERIM_LETTERS.lower()
_SHAPES = (
    # 811218-9876, 19811218+9876, 811218 9876, 8112189876, 811218 - 9876
    re.compile(
        r"(?<![0-9])(?P<year>(?:1[89]|20)?[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
        rf"(?P<sign> ?[-+]{{1,2}} ?| ?|[./_:·])(?P<last>[0-9{_LETTERS}][0-9]{{3}})"
        r"(?![0-9])"
    ),
    # 1981-12-18-9876
    re.compile(
        r"(?<![0-9])(?P<year>(?:1[89]|20)?[0-9]{2})([-./ ])(?P<month>[0-9]{2})\2(?P<day>[0-9]{2})"
        r"(?:(?P<sign> ?[-+] ?)|(?P<spaced> ))(?P<last>[0-9]{4})(?![0-9])"
    ),
    # 811218-98 76, 8 1 1 2 1 8 - 9 8 7 6: broken over lines, or with space between the figures
    re.compile(
        r"(?<![0-9])(?P<year>(?:(?:1 ?[89]|2 ?0) ?)?[0-9] ?[0-9]) ?(?P<month>[0-9] ?[0-9]) ?"
        r"(?P<day>[0-9] ?[0-9])(?P<spaced> ?[-+] ?)(?P<last>[0-9] ?[0-9] ?[0-9] ?[0-9])(?! ?[0-9])"
    ),
    # SE811218987601
    re.compile(
        r"(?<![^\W_])SE[ -]?(?P<year>[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
        r"(?P<sign>[- ]?)(?P<last>[0-9]{4})[- ]?01(?![0-9])"
    ),
)
_WEAK = tuple("./_:·")
_CLOCK = re.compile("(?:[01][0-9]|2[0-4])[0-5][0-9]")


def identity_numbers_in(text: str) -> Iterator[FoundPersonalData]:
    """The numbers of people in *text*, which is plain (`seen`).

    One with a sign between date and last figures counts, uncertain, also where its check digit is wrong:
    somebody mistyped it. What may be a day and a clock time counts only with the right check digit.
    """
    for shape in _SHAPES:
        match = shape.search(text)
        while match is not None:
            found = _judged(match)
            if found is not None:
                yield found
            # The next may begin within what was none.
            match = shape.search(text, match.end() if found else match.start() + 1)


def _judged(match: re.Match[str]) -> FoundPersonalData | None:
    parts = (match[name].replace(" ", "") for name in ("year", "month", "day", "last"))
    year, month, written_day, last = parts
    day = int(written_day)
    kind = PersonalData.PERSONAL_NUMBER
    if day > 60:
        kind, day = PersonalData.COORDINATION_NUMBER, day - 60
    if not _is_day(year, int(month), day):
        return None
    is_interim = last[0].upper() in INTERIM_LETTERS
    digits = year[-2:] + month + written_day + (f"1{last[1:]}" if is_interim else last)
    is_right = has_right_check_digit(digits)
    sign = match.groupdict().get("sign") or ""
    is_marked = sign.strip(" ./_:·") != ""
    # "2026-03-14 0905", "12.10.15 - 09 30": a day and a time, whatever their figures add up to.
    is_time = _CLOCK.fullmatch(last) is not None
    if is_time and (sign in _WEAK or match.groupdict().get("spaced")):
        return None
    if is_interim:
        kind = PersonalData.INTERIM_NUMBER
    if not is_right and (not is_marked or is_time):
        return None
    return FoundPersonalData(kind, match.start(), match.end(), is_right and not is_interim)


def _is_day(year: str, month: int, day: int) -> bool:
    """Whether there is such a day, in any century where the year does not say which."""
    years = (int(year),) if len(year) == 4 else (1900 + int(year), 2000 + int(year))
    return any(_exists(one, month, day) for one in years)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def has_right_check_digit(digits: str, /) -> bool:
    """Whether the last of *digits* is the check digit of the others, by the Luhn algorithm.

    Source: ISO/IEC 7812-1, annex B; SKV 704.

    >>> has_right_check_digit("8112189876"), has_right_check_digit("8112189875")
    (True, False)
    """
    doubled = (int(digit) * (2 - number % 2) for number, digit in enumerate(digits))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
