"""People in an attendance list: one line read and written."""

import re
from typing import NamedTuple

from motesprotokoll.errors import WrongTypeError, WrongValueError, quoted
from motesprotokoll.model import Participant
from motesprotokoll.model.text import canonical
from motesprotokoll.swedish.words import (
    COMPANY_WORDS,
    PARTIES,
    REMARK_BEGINNINGS,
    ROLE_BEGINNINGS,
    ROLE_ENDINGS,
    ROLE_WORDS,
    UNIT_ENDINGS,
)

_BRACKETS = re.compile(r"\(([^()]*+)\)")
_SIGNS = re.compile(r"[(),]")
# Where a remark begins that stands behind a name without comma or brackets: "ordf. § 74–88". What stands in
# brackets is matched first, and so passed over.
_REMARK = re.compile(r"\([^()]*+\)| (?=§|ersätter |tjänstgör|t\.o\.m\. |fr\.o\.m\. |kl\. )")
_NOTE_SEPARATOR = "; "


def parse_participant(line: str, /) -> Participant:
    """Read one line of an attendance list. Inverse of `format_participant`.

    Parts stand between commas: name, role, unit, organisation. The last one is the organisation; one in the
    middle is a role if it looks like one, else a unit. What stands in brackets is a remark and becomes the
    note, a party ("S") too; but a role in brackets, and an organisation where no other is named, is read as
    such. Nothing is lost: every letter and figure of the line stands in one of the fields.

    Raises:
        WrongValueError: No letter in it.

    >>> parse_participant("Ida Ek, tf. HR-chef, Ale")
    Participant('Ida Ek', role='tf. HR-chef', organisation='Ale')
    """
    if not isinstance(line, str):
        raise WrongTypeError(f"expected str, got {quoted(line)}")
    text = canonical(line)
    if not any(map(str.isalpha, text)):
        raise WrongValueError(f"{quoted(line)} names nobody")
    if "," not in text and _REMARK.search(text) is None:
        return Participant(text)
    parts = [part for part in map(_split_part, _comma_parts(text)) if part != _NOTHING]
    if not parts or not parts[0].words:
        return Participant(text)
    return _assigned(parts[0], parts[1:])


class _Part(NamedTuple):
    """What stands between two commas: its words, and the remarks that were taken out of it."""

    words: str
    in_brackets: tuple[str, ...] = ()
    remark: str = ""


_NOTHING = _Part("")


def _comma_parts(text: str) -> list[str]:
    """*text* cut at the commas outside of brackets."""
    if text.count("(") != text.count(")"):
        return text.split(",")
    parts = []
    depth = start = 0
    for sign in _SIGNS.finditer(text):
        if sign.group() == ",":
            if depth <= 0:
                parts.append(text[start : sign.start()])
                start = sign.end()
        else:
            depth += 1 if sign.group() == "(" else -1
    return [*parts, text[start:]]


def _split_part(part: str) -> _Part:
    part = part.strip()
    remark = ""
    cut = next((found for found in _REMARK.finditer(part) if found.group() == " "), None)
    if cut is not None:
        part, remark = part[: cut.start()], part[cut.end() :]
    if "(" not in part:
        return _Part(part, (), remark)
    brackets = tuple(filter(None, map(str.strip, _BRACKETS.findall(part))))
    return _Part(canonical(_BRACKETS.sub(" ", part)), brackets, remark)


def _assigned(name: _Part, others: list[_Part]) -> Participant:
    parts: list[str] = []
    notes: list[str] = []
    brackets: list[str] = []
    for part in (name, *others):
        if part is not name and part.words:
            _sort_part(part.words, parts, notes)
        for inside in part.in_brackets:
            (notes if _is_remark(inside) else brackets).append(inside)
        if part.remark:
            notes.append(part.remark)
    role, unit, organisation = _named(parts)
    for inside in brackets:
        is_role = looks_like_role(inside)
        if role is None and is_role:
            role = inside
        elif organisation is None and not is_role and inside[:1].isupper() and "," not in inside:
            organisation = inside
        else:
            notes.append(inside)
    note = _NOTE_SEPARATOR.join(notes)
    return Participant(name.words, role=role, unit=unit, organisation=organisation, note=note)


def _sort_part(words: str, parts: list[str], notes: list[str]) -> None:
    """Put *words* where they belong: figures go on with the remark before them ("§§ 21, 23")."""
    if not any(map(str.isalpha, words)) and "§" not in words:
        if notes:
            notes[-1] = f"{notes[-1]}, {words}"
        else:
            notes.append(words)
    elif not words[:1].isupper() and _is_remark(words):
        notes.append(words)
    else:
        parts.append(words)


def _named(parts: list[str]) -> tuple[str | None, str | None, str | None]:
    """Role, unit and organisation among the parts between commas."""
    role = organisation = None
    parts = list(parts)
    if parts and looks_like_role(parts[-1]) and not any(map(_may_be_role, parts[:-1])):
        role = parts.pop()
    if parts and (role is not None or len(parts) > 1 or not _may_be_role(parts[0])):
        organisation = parts.pop()
    if role is None:
        role = next(filter(_may_be_role, parts), None)
        if role is not None:
            parts.remove(role)
    return role, ", ".join(parts) or None, organisation


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
    # A capital letter after the first word begins a proper name: "Nordisk Konsult" is an organisation.
    return any(_is_role_word(word) for place, word in enumerate(words) if place == 0 or word[0].islower())


def _is_role_word(word: str) -> bool:
    word = word.lower().rstrip(".,:")
    return word in ROLE_WORDS or word.endswith(ROLE_ENDINGS)


def _may_be_role(text: str) -> bool:
    """Whether *text* is a role where one is likely: also anything in lower case that is no office."""
    return looks_like_role(text) or (text[0].islower() and not text.lower().endswith(UNIT_ENDINGS))


def _is_remark(text: str) -> bool:
    text = text.split(_NOTE_SEPARATOR, 1)[0]
    lowered = f"{text.lower()} "
    if lowered.strip(" -") in PARTIES or not any(map(str.isalpha, text)):
        return True
    return lowered.startswith(REMARK_BEGINNINGS) and not (" " not in text and looks_like_role(text))


def format_participant(person: Participant, /) -> str:
    """Write a person on one line: name, role, unit, organisation (note).

    `reads_back` tells whether `parse_participant` understands it.

    >>> format_participant(Participant("Ida Ek", role="tf. HR-chef", organisation="Ale", note="via länk"))
    'Ida Ek, tf. HR-chef, Ale (via länk)'
    """
    parts = (person.name, person.role, person.unit, person.organisation)
    line = ", ".join(part for part in parts if part is not None)
    return line if person.note is None else f"{line} ({person.note})"


def reads_back(person: Participant, /) -> bool:
    """Whether the line that `format_participant` writes is read as the same person.

    It is not where a name holds a comma, or a unit stands without its organisation, and the like: write the
    parts out there. Attendance and group are not on the line, so they do not count.

    >>> reads_back(Participant("Ida Ek", unit="Kansliet"))
    False
    """
    line = format_participant(person)
    return any(map(str.isalpha, line)) and _on_the_line(parse_participant(line)) == _on_the_line(person)


def _on_the_line(person: Participant) -> tuple[str | None, ...]:
    return person.name, person.role, person.unit, person.organisation, person.note
