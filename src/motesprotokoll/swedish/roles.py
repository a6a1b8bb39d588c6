"""Roles: what in an attendance list is an office or a title, by its words."""

from motesprotokoll.swedish.name_words import TITLES
from motesprotokoll.swedish.words import (
    COMPANY_WORDS,
    OFFICES,
    ROLE_BEGINNINGS,
    ROLE_DEFINITES,
    ROLE_ENDINGS,
    ROLE_WORDS,
    UNIT_ENDINGS,
)


def looks_like_role(text: str, /) -> bool:
    """Whether *text* is a role by its words: "tf. HR-chef", "ordförande", "Chef för kansliet".

    Source: the tables in `words`, from attendance lists in the wild.
    """
    lowered = text.lower()
    if lowered.startswith(ROLE_BEGINNINGS):
        return True
    words = text.split()
    if not words or words[-1].lower() in COMPANY_WORDS:
        return False
    if len(words) == 1 and (lowered.rstrip(".") in TITLES or lowered.endswith(ROLE_DEFINITES)):
        return True
    # A capital letter after the first word begins a proper name: "Nordisk Konsult" is an organisation.
    return any(is_role_word(word) for place, word in enumerate(words) if place == 0 or word[0].islower())


def is_role_word(word: str, /) -> bool:
    """Whether one word is a role, or a compound that ends in one: "HR-chef"."""
    word = word.lower().rstrip(".,:")
    return word in ROLE_WORDS or word.endswith(ROLE_ENDINGS)


def bare_office(word: str, /) -> str | None:
    """The office that a single *word* in the definite means, or that needs no article: ``ordföranden``,
    ``rektor``; ``None`` for any other word.

    >>> bare_office("Kassören"), bare_office("Rektor"), bare_office("Lärare")
    ('kassör', 'rektor', None)
    """
    folded = word.casefold()
    if folded in OFFICES:
        return folded
    for article in ("en", "n"):
        bare = folded.removesuffix(article)
        if bare != folded and is_role_word(bare):
            return bare
    return None


def may_be_role(text: str) -> bool:
    """Whether *text* is a role where one is likely: also anything in lower case that is no office."""
    return looks_like_role(text) or (text[0].islower() and not text.lower().endswith(UNIT_ENDINGS))


def is_title(text: str, /) -> bool:
    """Whether *text* may stand before a name: its last word is a role, also with the article
    ("Kommunalrådet"). "Ersättare för" is none: there somebody else follows."""
    last = text.rpartition(" ")[2]
    return is_role_word(last) or last.casefold().endswith(ROLE_DEFINITES)
