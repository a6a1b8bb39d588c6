"""A word that is broken at the end of a line: whether its hyphen was only the line's.

PDF does not say. pdfium gives a hyphen of hyphenation and a written one alike. The rule, first match decides:

1. The document has the whole word elsewhere, without hyphen or with it: as there.
2. What stands before it is an abbreviation in capitals, a figure or one letter (``HR-chef``, ``2030-talet``,
   ``e-tjänst``), or what follows begins with a capital or a figure (``Öberg-Lind``): the hyphen was written.
3. What follows says that a word is to come (``mål- och``): the hyphen was written.
4. Else it was the line's.

Source: Svenska skrivregler, on hyphens in compounds with abbreviations, figures and names.
"""

from collections.abc import Iterable

from motesprotokoll.repair import SUSPENDED

_AROUND = "().,;:!?”\"'»«[]…"


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """The words of a document, without the signs around them."""
    return frozenset(text.strip(_AROUND).casefold() for text in texts)


def is_written(first: str, second: str, known: frozenset[str]) -> bool:
    """Whether the hyphen between *first*, at the end of a line, and *second* was written by somebody."""
    before, after = first.lstrip(_AROUND), second.rstrip(_AROUND)
    if not before or not after or not (before[-1].isalnum() and after[0].isalnum()):
        return True
    whole, parted = f"{before}{after}".casefold(), f"{before}-{after}".casefold()
    if (whole in known) != (parted in known):
        return parted in known
    stem = before.rpartition("-")[2]
    if (len(stem) < 6 and stem.isupper()) or stem[-1].isdigit() or len(stem) == 1 or not after[0].islower():
        return True
    return after.casefold() in SUSPENDED
