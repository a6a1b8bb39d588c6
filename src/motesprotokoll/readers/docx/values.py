"""What attributes of Word's XML say."""

from motesprotokoll.word_package import Element, w

DEEPEST = 200
"""How deep elements may stand in each other."""


def value_of(element: Element | None, name: str = "val") -> str | None:
    """An attribute of *element* in Word's namespace; ``None`` if there is no element or no attribute."""
    return None if element is None else element.get(w(name))


def number_in(text: str | None) -> int | None:
    """A whole number of at most six digits; ``None`` for anything else."""
    bare = (text or "").removeprefix("-")
    if not bare.isascii() or not bare.isdigit() or len(bare) > 6:
        return None
    return int(text or "")
