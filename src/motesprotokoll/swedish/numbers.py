"""Numbers and amounts, written as Swedish writes them, and read.

Source: TT-språket, Siffror; CLDR sv: groups of three figures, a decimal comma, no-break spaces within the
number and before what it counts, and a minus sign that is no hyphen.
"""

import re
from decimal import Decimal

from motesprotokoll.errors import WrongTypeError, WrongValueError, quoted
from motesprotokoll.model.text import canonical
from motesprotokoll.swedish.words import NBSP

_MOST_FIGURES = 40
_TOO_LARGE: int = 10**_MOST_FIGURES
_LONGEST = 3 * _MOST_FIGURES  # figures before and behind the comma, and the spaces between groups
_SIGNS = str.maketrans({",": NBSP, ".": ",", "-": "\N{MINUS SIGN}"})
_NUMBER = re.compile("([-\N{MINUS SIGN}]?)([0-9]{1,3}(?: [0-9][0-9][0-9])++|[0-9]++)(?:,([0-9]++))?")


def format_number(number: int | Decimal, /) -> str:
    """Write a number, with all the decimals that it has. Inverse of `parse_number`.

    Raises:
        WrongTypeError: Neither int nor Decimal: a float has decimals that nobody meant.
        WrongValueError: Infinite, no number, or of more than 40 figures before or behind the comma.

    >>> format_number(1_609_000).replace(NBSP, " ")
    '1 609 000'
    """
    if type(number) not in (int, Decimal):
        raise WrongTypeError(f"expected int or Decimal, got {quoted(number)}")
    if not _is_short(number):
        raise WrongValueError(f"{quoted(number)} is no number that is written out")
    return f"{Decimal(number):,f}".translate(_SIGNS)


def _is_short(number: int | Decimal) -> bool:
    if isinstance(number, int):
        return abs(number) < _TOO_LARGE
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -_MOST_FIGURES and number.adjusted() < _MOST_FIGURES


def parse_number(text: str, /) -> int | Decimal:
    """Read a number, such as ``"1 609 000"`` or ``"2,5"``. Inverse of `format_number`.

    Raises:
        WrongValueError: Not a number as Swedish writes it: a full stop is no decimal comma.

    >>> parse_number("1 609 000"), parse_number("2,5")
    (1609000, Decimal('2.5'))
    """
    if not isinstance(text, str):
        raise WrongTypeError(f"expected str, got {quoted(text)}")
    found = _NUMBER.fullmatch(canonical(text)) if len(text) <= _LONGEST else None
    if found is None:
        raise WrongValueError(f"{quoted(text)} is not a number")
    whole = f"{'-' if found[1] else ''}{found[2].replace(' ', '')}"
    return int(whole) if found[3] is None else Decimal(f"{whole}.{found[3]}")


def format_quantity(number: int | Decimal, unit: str, /) -> str:
    """Write a number and what it counts: 70 %, 12 mnkr, 30 minuter. Errors are those of `format_number`.

    >>> format_quantity(70, "%").replace(NBSP, " ")
    '70 %'
    """
    return f"{format_number(number)}{NBSP}{canonical(unit)}"
