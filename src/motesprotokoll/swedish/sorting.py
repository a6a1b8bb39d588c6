"""Swedish alphabetical order, without a locale: a key for `sorted`.

Source: CLDR, collation sv, standard (SAOL 13, 2006: v and w are different letters), compared with ICU. First
the letters decide: space, then signs, figures, a–z, å, ä, ö. Then accents: e before é. Then lower case before
upper.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Literal

from motesprotokoll.errors import WrongValueError, quoted
from motesprotokoll.model import Participant
from motesprotokoll.model.text import stream_safe
from motesprotokoll.swedish.name_words import PARTICLES

By = Literal["given", "family", "organisation"]
SortKey = tuple[Any, ...]
"""What `sorted` compares; keys made with the same ``by`` compare with each other."""

# Letters that sort as others do, and the rank of each among them. Source: CLDR sv, standard; root for ß, ł
# and ħ.
_AS_LETTERS = {
    "å": ("å", 0),
    "ä": ("ä", 0),
    "æ": ("ä", 1),
    "ę": ("ä", 2),
    "ö": ("ö", 0),
    "ø": ("ö", 1),
    "ő": ("ö", 2),
    "œ": ("ö", 3),
    "ô": ("ö", 4),
    "ü": ("y", 1),
    "ű": ("y", 2),
    "đ": ("d", 1),
    "ð": ("d", 2),
    "ł": ("l", 1),
    "þ": ("th", 1),
    "ß": ("ss", 1),
}
# With the letters of Sami and Turkish names that are letters of their own (CLDR root).
_ALPHABET = {letter: rank for rank, letter in enumerate("abcdefghiıjklmnŋopqrstŧuvwxyzåäö")}
# The signs of names in the order of CLDR root; all others follow them by code point.
_SIGNS = {sign: rank for rank, sign in enumerate("_-‐‑–—,;:!?.…'‘’\"“”()[]{}§@*/\\&#%")}
# Marks on letters in the order of DUCET: acute, grave, breve, circumflex, caron, ring, diaeresis, double
# acute, tilde, dot above, cedilla, ogonek, macron.
_MARKS = {
    mark: rank
    for rank, mark in enumerate(
        "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0327\u0328\u0304", 1
    )
}
_SPACE, _PUNCTUATION, _SYMBOL, _FIGURE, _LETTER, _OTHER_LETTER = range(6)

_Weights = tuple[tuple[tuple[int, int], ...], tuple[int, ...], int]


def sort_key(value: str | Participant, /, *, by: By | None = None) -> SortKey:
    """What to sort a text or a person by, so that Swedish order comes out.

    Args:
        by: For names: "given" by the whole name from its start, "family" by its `family_name` and then the
            whole name, "organisation" by the organisation and then the name (of a text: what stands after its
            last comma); those without one come last.

    Raises:
        WrongValueError: Another word for *by*.

    >>> sorted(["Öckerö", "Ale", "Lillan", "Ängelholm", "Lilla Edet", "Åmål"], key=sort_key)
    ['Ale', 'Lilla Edet', 'Lillan', 'Åmål', 'Ängelholm', 'Öckerö']
    """
    name = value.name if isinstance(value, Participant) else value
    if by is None or by == "given":
        return _key(name)
    if by == "family":
        return _key(_sorted_by(family_name(name))), _key(name)
    if by == "organisation":
        body = value.organisation if isinstance(value, Participant) else _after_comma(value)
        return body is None, _key(body or ""), _key(name)
    raise WrongValueError(f"{quoted(by)} is nothing to sort by", "by", "'given', 'family' or 'organisation'")


def sort_participants(people: Iterable[Participant], /, *, by: By = "given") -> tuple[Participant, ...]:
    """*people* in Swedish alphabetical order of their names: by given name, family name or organisation, as
    `sort_key` says. Those who compare equal keep their order.

    Raises:
        WrongValueError: Another word for *by*.

    >>> people = [Participant("Ida af Ek"), Participant("Eva Åberg"), Participant("Bo Dal Öst")]
    >>> [one.name for one in sort_participants(people, by="family")]
    ['Ida af Ek', 'Eva Åberg', 'Bo Dal Öst']
    """
    return tuple(sorted(people, key=lambda one: sort_key(one, by=by)))


def family_name(name: str, /) -> str:
    """The family name, as far as the letters tell: the last word of *name* with the particles before it
    ("af", "von", "de la"); what stands before a comma where the name is turned round ("Ek, Ida").

    Which of two surnames without a hyphen belongs to the given names, no letter tells: "Bo Dal Öst" is
    found under Ö, "Bo Dal-Öst" under D. A name of one word is its own family name.

    >>> [family_name(name) for name in ("Ida Ek", "Carl von der Ek", "Ida Ek-Alm", "Ek, Ida", "Ida")]
    ['Ek', 'von der Ek', 'Ek-Alm', 'Ek', 'Ida']
    """
    before, comma, _ = name.partition(",")
    if comma and " " not in before.strip():
        return before.strip()
    words = before.split()
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return " ".join(words[max(start, 0) :])


def _sorted_by(family: str) -> str:
    """*family* without the particles before it, which do not count: von Ek stands among the Eks.

    Source: Svenska Akademien's and the libraries' practice for Swedish names: af and von are passed over.
    """
    return family.rpartition(" ")[2]


def _after_comma(text: str) -> str | None:
    _, comma, behind = text.rpartition(",")
    return behind.strip() if comma else None


def _key(text: str) -> SortKey:
    primary: list[tuple[int, int]] = []
    accents: list[tuple[int, ...]] = []
    cases: list[int] = []
    for letter in _letters(text):
        weights, accent, case = _weights(letter)
        if not weights:
            continue
        primary += weights
        accents.append(accent)
        cases.append(case)
    return tuple(primary), tuple(accents), tuple(cases)


def _letters(text: str) -> list[str]:
    """*text* cut into letters, each with the marks that stand on it."""
    letters: list[str] = []
    for sign in unicodedata.normalize("NFC", stream_safe(text)):
        if letters and unicodedata.combining(sign):
            letters[-1] += sign
        else:
            letters.append(sign)
    return letters


@lru_cache(maxsize=2_048)
def _weights(letter: str) -> _Weights:
    lowered = letter.lower()
    case = int(lowered != letter)
    if lowered in _AS_LETTERS:
        bases, rank = _AS_LETTERS[lowered]
        return tuple((_LETTER, _ALPHABET[base]) for base in bases), (rank,), case
    base, *marks = list(unicodedata.normalize("NFD", lowered))
    for mark in marks:
        whole = unicodedata.normalize("NFC", base + mark)
        if whole in _AS_LETTERS:
            bases, rank = _AS_LETTERS[whole]
            rest = [_mark(other) for other in marks if other != mark]
            return tuple((_LETTER, _ALPHABET[one]) for one in bases), (rank, *rest), case
    return _primary(base), (0, *map(_mark, marks)), case


def _mark(mark: str) -> int:
    return _MARKS.get(mark, ord(mark))


def _primary(sign: str) -> tuple[tuple[int, int], ...]:
    if sign in _ALPHABET:
        return ((_LETTER, _ALPHABET[sign]),)
    kind = unicodedata.category(sign)
    if sign.isspace():
        return ((_SPACE, 0),)
    if kind[0] in "CM":  # control signs and marks alone weigh nothing
        return ()
    if sign in _SIGNS:
        return ((_PUNCTUATION, _SIGNS[sign]),)
    if kind[0] in "PZ":
        return ((_PUNCTUATION, len(_SIGNS) + ord(sign)),)
    if kind[0] == "S":
        return ((_SYMBOL, ord(sign)),)
    number = unicodedata.digit(sign, None)
    return ((_FIGURE, number),) if number is not None else ((_OTHER_LETTER, ord(sign)),)
