"""What stands where something was taken away."""

import re
from collections.abc import Iterable, Sequence

from motesprotokoll.messages import LANGUAGES, translate
from motesprotokoll.privacy.profile import FlaggedPerson
from motesprotokoll.swedish import PersonalData

KIND_WORDS = {
    PersonalData.PERSONAL_NUMBER: "personnummer",
    PersonalData.COORDINATION_NUMBER: "samordningsnummer",
    PersonalData.INTERIM_NUMBER: "tillfälligt personnummer",
    PersonalData.EMAIL: "e-postadress",
    PersonalData.TELEPHONE: "telefonnummer",
    PersonalData.ADDRESS: "adress",
}
"""What each kind is called in the mask and in the log."""
PERSON = "person"
"""The kind of an entry of the log that is about a flagged person."""
_MASK = "[borttaget: {kind}]"
_NUMBERED = "[person {number}]"
BLANK = "\x00"
"""Stands for each sign of a mask while a text is searched: no string of the model holds it."""


def kind_word(kind: str, language: str) -> str:
    """What *kind* is called."""
    return translate(KIND_WORDS.get(kind, "namn på en person"), language)  # type: ignore[call-overload]


def mask_of(kind: PersonalData, language: str) -> str:
    """What stands in the place of data of a *kind*."""
    return translate(_MASK, language).format(kind=kind_word(kind, language))


def person_masks(persons: Sequence[FlaggedPerson]) -> tuple[str, ...]:
    """What stands in the place of each person's name: the role, with a number where several have one role."""
    roles = [person.role for person in persons]
    masks = []
    for number, role in enumerate(roles, 1):
        if role is None:
            masks.append(_NUMBERED.format(number=number))
        elif roles.count(role) == 1:
            masks.append(f"[{role}]")
        else:
            masks.append(f"[{role} {roles[:number].count(role)}]")
    return tuple(masks)


def masks_pattern(own: Iterable[str]) -> re.Pattern[str]:
    """What finds masks: those of all kinds in all languages, those with numbers, and *own* ones."""
    fixed = {mask_of(kind, language) for kind in PersonalData for language in LANGUAGES} | set(own)
    words = "|".join(re.escape(mask) for mask in sorted(fixed, key=lambda mask: (-len(mask), mask)))
    return re.compile(rf"{words}|\[person [1-9][0-9]{{0,5}}\]")


def blanked(text: str, pattern: re.Pattern[str]) -> str:
    """*text* with blanks for its masks, in which nothing is found."""
    return pattern.sub(lambda match: BLANK * len(match.group()), text) if "[" in text else text
