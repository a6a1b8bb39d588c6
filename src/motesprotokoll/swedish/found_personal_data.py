"""What is found of personal data in a text: its kind, its place and how sure that is."""

from enum import StrEnum

import attrs


class PersonalData(StrEnum):
    """Personuppgift: a kind of personal data that a text tells by its form alone."""

    PERSONAL_NUMBER = "personal-number"
    """Personnummer."""
    COORDINATION_NUMBER = "coordination-number"
    """Samordningsnummer: the day is counted from 61."""
    INTERIM_NUMBER = "interim-number"
    """Tillfälligt personnummer: a letter where the birth number begins."""
    EMAIL = "email"
    """E-postadress."""
    TELEPHONE = "telephone"
    """Telefonnummer."""
    ADDRESS = "address"
    """Gatuadress, postadress, c/o."""


@attrs.frozen(repr=False)
class FoundPersonalData:
    """One piece of personal data: ``text[start:end]`` of the text that was searched.

    Its repr does not say what stands there, so that no log does.
    """

    kind: PersonalData
    start: int
    end: int
    certain: bool = True
    """Whether more than its shape speaks for it: the check digit of a number, a label before it."""

    def __repr__(self) -> str:
        return f"FoundPersonalData({self.kind.value}, {self.start}:{self.end}, certain={self.certain})"
