"""What looks like a person's name: the rules of `swedish.name_shapes` with the words of one desk."""

from motesprotokoll.interpret.desk import Desk
from motesprotokoll.swedish import name_shapes


def names_person(text: str, desk: Desk) -> bool:
    """Whether *text* begins with what looks like a person's full name."""
    return name_shapes.names_person(text, desk.names)


def is_full_name(words: str, desk: Desk) -> bool:
    """Whether *words* look like a first name and a surname."""
    return name_shapes.is_full_name(words, desk.names)


def is_first_name(word: str, desk: Desk) -> bool:
    """Whether a single *word* may be a first name."""
    return name_shapes.is_first_name(word, desk.names)
