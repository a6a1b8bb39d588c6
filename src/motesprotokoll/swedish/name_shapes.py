"""What looks like a person's name, and what does not: places, bodies, titles and empty seats are nobody."""

import re
from functools import lru_cache

from motesprotokoll.swedish.given_names import GIVEN_NAMES
from motesprotokoll.swedish.name_words import (
    BODY_BEGINNINGS,
    BODY_ENDINGS,
    NAME_WORDS,
    NOBODY,
    PARTICLES,
    NameWords,
)
from motesprotokoll.swedish.roles import is_role_word, is_title
from motesprotokoll.swedish.words import DASHES, PARTIES, ROLE_DEFINITES

_MOST_WORDS = 6
_MOST_TITLE_WORDS = 5
_USUAL_LENGTH = 80
# How surnames end that hardly any other pair of words in capitals does. Source: Skatteverket, the most common
# surnames.
_SURNAME_ENDINGS = ("sson", "ström", "gren", "qvist", "kvist", "lund", "dahl", "stedt", "ić", "ski", "ska")
_BROKEN = "\N{REPLACEMENT CHARACTER}"  # a letter that a wrong encoding has destroyed
_NO_SIGNS = str.maketrans("", "", f" -.'’{_BROKEN}")  # what stands in names beside letters
_BEFORE_NAMES = (",", "(", " – ", " - ", " X", "\t", " §", ";", "|", ":", " från ", " m.fl", " m fl")


def head_of(text: str, /) -> str:
    """The words before whatever parts a name from what is said of it.

    >>> head_of("Ida Ek (S), Ale")
    'Ida Ek'
    """
    for sign in _BEFORE_NAMES:
        place = text.find(sign)
        if place > 0:
            text = text[:place]
    return text.strip()


def names_person(text: str, /, words: NameWords = NAME_WORDS) -> bool:
    """Whether *text* begins with what looks like a person's full name, perhaps with a title before it."""
    title, name = title_before(head_of(text), words)
    return bool(title) or is_full_name(name, words)


def title_before(text: str, /, words: NameWords = NAME_WORDS) -> tuple[str, str]:
    """The title or role before a name, and the name: ``HR-chef Ida Ek``; no title is an empty one.

    >>> title_before("tf. HR-chef Ida Ek")
    ('tf. HR-chef', 'Ida Ek')
    """
    if is_full_name(text, words):
        return "", text
    place = -1
    for number in range(_MOST_TITLE_WORDS):
        place = text.find(" ", place + 1)
        if place < 0:
            break
        title, name = text[:place], text[place + 1 :]
        known = number == 0 and title.casefold().rstrip(".") in words.titles
        of_body = number == 0 and title.islower() and title.endswith("s")  # "valberedningens Ida Ek"
        if of_body and is_surely_person(name, words):
            return title, name
        if (known or is_title(title)) and (
            is_full_name(name, words) or (known and is_first_name(name, words))
        ):
            return title, name
    return "", text


def is_full_name(text: str, /, words: NameWords = NAME_WORDS) -> bool:
    """Whether *text* looks like a first name and a surname.

    >>> is_full_name("Eva-Lotta af Ek Alm"), is_full_name("Lilla Edet")
    (True, False)
    """
    # The cheapest questions first: every row of a document comes by here, and most of them several times.
    if not 0 < text.count(" ") < _MOST_WORDS or not _is_capital(text):
        return False
    return _known_shape(text, words) if len(text) <= _USUAL_LENGTH else _has_shape(text, words)


def _has_shape(text: str, words: NameWords) -> bool:
    if not text.translate(_NO_SIGNS).isalpha():
        return False
    parts = text.split(" ")
    last = parts[-1]
    if not _begins_surname(last) or (text.endswith(".") and len(last) > len("K.")):
        return False
    if not all(_is_capital(part) or _is_particle(part) for part in parts):
        return False
    if any(part.isupper() and len(part) > 2 for part in parts) and not text.isupper():
        return False
    folded = text.casefold()
    return not _is_no_person(folded, folded.split(" "), words)


_known_shape = lru_cache(4096)(_has_shape)


def _is_capital(word: str) -> bool:
    """Whether *word* begins with a capital letter, or with one that may have been."""
    return word[:1].isupper() or word[:1] == _BROKEN


def _begins_surname(word: str) -> bool:
    return _is_capital(word) or _holds_particle(word)


def _is_particle(word: str) -> bool:
    return word in PARTICLES or _holds_particle(word)


def _holds_particle(word: str) -> bool:
    """Whether a particle and a name are written as one word: ``al-Rashid``, ``d'Arc``."""
    before, _, name = word.replace("’", "'").replace("'", "-").partition("-")
    return (before in PARTICLES or len(before) == 1) and name[:1].isupper()


def _is_no_person(folded: str, parts: list[str], words: NameWords) -> bool:
    """Whether *folded* is a place or a body, or begins with a title."""
    return (
        folded in words.places
        or words.places.issuperset(parts)
        or not words.body_words.isdisjoint(parts)
        or parts[0] in BODY_BEGINNINGS
        or parts[-1].endswith(BODY_ENDINGS)
        or parts[0].rstrip(".") in words.titles
        or parts[0] in NOBODY
        or any(is_role_word(part) or part.endswith(ROLE_DEFINITES) for part in parts[:-1])
    )


def is_first_name(word: str, /, words: NameWords = NAME_WORDS) -> bool:
    """Whether a single *word* may be a first name: by its looks, so any unknown word in a capital may."""
    if not word[:1].isupper() or (word.isupper() and len(word) > 1):
        return False
    if not all(sign.isalpha() or sign in "-'’" for sign in word):
        return False
    folded = word.casefold()
    return not is_body(word, words) and not any(
        folded in no for no in (NOBODY, BODY_BEGINNINGS, words.vacant)
    )


def is_given_name(text: str, /) -> bool:
    """Whether the first word of *text* is known as a given name; of ``Eva-Lotta`` the first part decides.

    >>> is_given_name("Bo Ek"), is_given_name("Stora Torget")
    (True, False)
    """
    first = text.partition(" ")[0].casefold()
    return first in GIVEN_NAMES or first.partition("-")[0] in GIVEN_NAMES


def is_surely_person(text: str, /, words: NameWords = NAME_WORDS) -> bool:
    """Whether *text* looks like a full name and holds a known given name or an ending of surnames."""
    return is_full_name(text, words) and (
        is_given_name(text) or text.casefold().rpartition(" ")[2].endswith(_SURNAME_ENDINGS)
    )


def is_body(text: str, /, words: NameWords = NAME_WORDS) -> bool:
    """Whether *text* is known as a place or a body, or holds a word that only bodies have."""
    folded = text.casefold().strip(" .")
    if folded in words.places or folded.removesuffix("s") in words.places:
        return True
    parts = folded.split(" ")
    return not words.body_words.isdisjoint(parts) or parts[-1].endswith(BODY_ENDINGS)


def is_vacant(text: str, /, words: NameWords = NAME_WORDS) -> bool:
    """Whether a row names an empty seat: ``Vakant``, ``N.N., Ale``, ``Ale: vakant``, or signs only.

    >>> is_vacant("Vakant (S), Ale"), is_vacant("---"), is_vacant("Ida Ek, Ale")
    (True, True, False)
    """
    if not any(map(str.isalnum, text)):
        return True
    folded = text.casefold()
    _, _, behind = folded.partition(":")
    heads = (folded, behind if ":" not in behind else "")  # "Vakant, Ale" and "Ale: vakant"
    return any(_is_empty(re.split(r"[,(]", head)[0].strip(), words) for head in heads)


def _is_empty(head: str, words: NameWords) -> bool:
    return bool(head) and (head.strip(f" {DASHES}") in words.vacant or not any(map(str.isalnum, head)))


def are_initials(sign: str, name: str, /) -> bool:
    """Whether *sign* is made of the first letters of *name*: ``IE`` of Ida Ek.

    >>> are_initials("IE", "Ida Ek"), are_initials("GR", "Ida Ek")
    (True, False)
    """
    letters = "".join(part[:1] for part in name.replace("-", " ").split() if part[:1].isupper())
    return len(sign) > 1 and sign == letters and sign.casefold() not in PARTIES
