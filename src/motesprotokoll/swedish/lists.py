"""Lists of words, ordinals and genitives, written and read."""

import re
from collections.abc import Iterable

from motesprotokoll.errors import WrongValueError, quoted
from motesprotokoll.model.text import canonical
from motesprotokoll.swedish.words import COMPANY_WORDS

_SEPARATOR = re.compile(r", (?:och |samt )?| (?:och|samt) ")
_ORDINAL = re.compile(r"([0-9]{1,9}):?([ae])")


def format_list(words: Iterable[str], /, *, conjunction: str = "och") -> str:
    """Write a list, without a comma before the conjunction. Empty for no words. Inverse of `parse_list`.

    >>> format_list(["Ale", "Tjörn", "Öckerö"])
    'Ale, Tjörn och Öckerö'
    """
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def parse_list(text: str, /) -> tuple[str, ...]:
    """The words of a list joined by commas, "och" and "samt". Inverse of `format_list`.

    It is for words that hold none of the separators themselves: it cannot know "Vård och omsorg" as one. "&"
    is a part of names ("Berg & Co") and separates only before the last word of a list that has a comma and no
    conjunction, and not before a word such as "Co".

    >>> parse_list("Ale, Tjörn samt Öckerö")
    ('Ale', 'Tjörn', 'Öckerö')
    """
    text = canonical(text)
    words = [word.strip(" ,") for word in _SEPARATOR.split(text)]
    if " & " in words[-1] and "," in text and " och " not in text and " samt " not in text:
        head, last = words[-1].rsplit(" & ", 1)
        if last.split(" ")[0].lower() not in COMPANY_WORDS:
            words[-1:] = [head, last]
    return tuple(filter(None, words))


def format_ordinal(number: int, /) -> str:
    """Write an ordinal in figures. Inverse of `parse_ordinal`.

    Source: CLDR sv, ordinal plural rules: "one" for n % 10 = 1, 2 and n % 100 ≠ 11, 12.

    >>> [format_ordinal(number) for number in (1, 3, 12, 22)]
    ['1:a', '3:e', '12:e', '22:a']
    """
    return f"{number}:{_ordinal_ending(number)}"


def _ordinal_ending(number: int) -> str:
    return "a" if abs(number) % 10 in (1, 2) and abs(number) % 100 not in (11, 12) else "e"


def parse_ordinal(text: str, /) -> int:
    """Read an ordinal in figures, such as ``"21:a"``. Inverse of `format_ordinal` from 0 on.

    Raises:
        WrongValueError: Not an ordinal, or one with another number's ending.

    >>> parse_ordinal("21:a")
    21
    """
    found = _ORDINAL.fullmatch(canonical(text))
    if found is None or found[2] != _ordinal_ending(int(found[1])):
        raise WrongValueError(f"{quoted(text)} is not an ordinal")
    return int(found[1])


def genitive(name: str, /) -> str:
    """*name* in the genitive: Idas, Lars, GR:s.

    Source: Språkrådet: no further s after s, x or z, and a colon after an abbreviation that is read letter by
    letter.

    >>> [genitive(name) for name in ("Ida", "Lars", "GR")]
    ['Idas', 'Lars', 'GR:s']
    """
    last = name.rpartition(" ")[2]
    if last[-1:].isdigit() or (last.isupper() and last.isalpha()):
        return f"{name}:s"
    return name if last[-1:] in ("", "s", "x", "z") else f"{name}s"
