"""How a text begins and ends: its first and its last word, and whether it goes on with what stood before."""


def first_word(text: str) -> str:
    """What stands before the first space."""
    return text.partition(" ")[0]


def last_word(text: str) -> str:
    """What stands behind the last space."""
    return text.rpartition(" ")[2]


def begins_small(text: str) -> bool:
    """Whether *text* begins with a small letter, as the rest of a sentence does."""
    return text[:1].islower()
