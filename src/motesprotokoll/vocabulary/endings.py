"""Endings by which Swedish words are inflected, so that a search for one form finds the others.

Source: step 1 of the Swedish stemmer of the Snowball project (endings of nouns, adjectives and verbs), and
Språkrådet, Svenska skrivregler, on compounds. Vowels that change (*bok*, *böcker*) are beyond endings.
"""

_NOUNS = """
    a an ans ar ars arna arnas as e en ens er ers erna ernas et ets n na nas or ors orna ornas r s t
    anden andet aren arens ena enas heten hetens heter heterna
"""
_ADJECTIVES = "ast aste are ares"
_VERBS = "ad ade ades ande arne at de des te"
ENDINGS = frozenset(f"{_NOUNS} {_ADJECTIVES} {_VERBS}".split())

LEAST_STEM = 3
"""A stem keeps at least so many letters. Source: region R1 of the same stemmer begins no earlier."""

LEAST_PART = 4
"""A stem of fewer letters is no part of a compound: *råd* is none of *område*."""

_LONGEST = max(map(len, ENDINGS))
_VOWELS = "aeiouyåäöé"


def stem_of(word: str) -> str:
    """*word*, in lower case, without the longest ending that it may have.

    A single consonant is an ending behind a vowel only: *möte-t*, but *plats*.
    """
    for length in range(min(_LONGEST, len(word) - LEAST_STEM), 0, -1):
        ending = word[-length:]
        if ending in ENDINGS and (length > 1 or ending in _VOWELS or word[-2] in _VOWELS):
            return word[:-length]
    return word


def is_form_of(word: str, other: str) -> bool:
    """Whether *word* is another form of *other*: with another ending, or with none."""
    starts = (stem_of(other), other, other.removesuffix("s"))
    return any(word.startswith(start) and (word[len(start) :] in _MAYBE) for start in starts)


_MAYBE = ENDINGS | {""}


def is_part_of(stem: str, word: str) -> bool:
    """Whether a word of that stem may be a part of the compound *word*."""
    return len(stem) >= LEAST_PART and stem in word
