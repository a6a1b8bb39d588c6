"""People in an attendance list: one line read and written."""

import re
from typing import NamedTuple

from motesprotokoll.errors import WrongTypeError, WrongValueError, quoted
from motesprotokoll.model import Participant
from motesprotokoll.model.text import canonical
from motesprotokoll.swedish.name_shapes import (
    are_initials,
    is_body,
    is_first_name,
    is_full_name,
    is_given_name,
    is_surely_person,
    title_before,
)
from motesprotokoll.swedish.name_words import NAME_WORDS, NameWords
from motesprotokoll.swedish.roles import looks_like_role, may_be_role
from motesprotokoll.swedish.words import PARTIES, REMARK_BEGINNINGS

_BRACKETS = re.compile(r"\(([^()]*+)\)")
_SIGNS = re.compile(r"[(),;]")
_COLUMNS = re.compile(r"\t|\||(?<! ) {3,}+")
_MAIL = re.compile(r"<([^<>\s@]++@[^<>\s@]++)>")
_DASH = re.compile(r" [-–—] ")
# Where a remark begins that stands behind a name without comma or brackets: "ordf. § 74–88". What stands in
# brackets is matched first, and so passed over.
_REMARK = re.compile(r"\([^()]*+\)| (?=§|ersätter |tjänstgör|t\.o\.m\. |fr\.o\.m\. |kl\. )")
_OFFICE = re.compile(
    r"(?:t\.?f\.? |[12](?::e|:a|\.)? |(?:förste|andre|första|andra) )?(?:vice )?"
    r"(?:ordf(?:örande|\.)?|ledamot|suppleant|ersättare|sekreterare|sekr\.?|kassör|justerare|adjungerad)"
    r"(?: x+)?"
)
"""An office that may stand behind a name without any sign between: ``Ida Ek (S) 2:e vice ordförande``."""
_NOTE_SEPARATOR = "; "


def parse_participant(line: str, /, *, words: NameWords = NAME_WORDS) -> Participant:
    """Read one line of an attendance list that names one person. Inverse of `format_participant`.

    Parts stand between commas (or semicolons, or in columns): name, role, unit, organisation. The last one is
    the organisation; one in the middle is a role if it looks like one, else a unit. A title may stand before
    the name, and an organisation before it with a dash or a colon. What stands in brackets is a remark and
    becomes the note, a party ("S") and an address too; but a role in brackets, and an organisation where no
    other is named, is read as such. What may as well be another person is nobody's organisation: it stays in
    the note. Nothing is lost: every letter and figure of the line stands in one of the fields.

    For a line that may name more people, or nobody, there is `parse_participants`.

    Args:
        words: What tells names from places, bodies and titles.

    Raises:
        WrongValueError: No letter in it.

    >>> parse_participant("Ida Ek, tf. HR-chef, Ale")
    Participant('Ida Ek', role='tf. HR-chef', organisation='Ale')
    """
    if not isinstance(line, str):
        raise WrongTypeError(f"expected str, got {quoted(line)}")
    text = canonical(in_columns(line))
    if not any(map(str.isalpha, text)):
        raise WrongValueError(f"{quoted(line)} names nobody")
    if "@" in text:
        text = _MAIL.sub(r"(\1)", text)
    first, *others = _comma_parts(text)
    first, *led = _opened(first.strip(), others, words)
    parts = [part for part in map(_split_part, (first, *led)) if part != _NOTHING]
    if not parts or not parts[0].words:
        return Participant(text)
    title, name = title_before(parts[0].words, words)
    return _assigned(parts[0]._replace(words=name), title or None, parts[1:], words)


def in_columns(line: str) -> str:
    """*line* with commas where its columns part: at tabs, pipes and wide gaps; a gap inside a name is none.

    >>> in_columns("Ida Ek\\tHR-chef\\tAle")
    'Ida Ek, HR-chef, Ale'
    """
    if "\t" not in line and "|" not in line and "   " not in line:
        return line
    cells = [cell.strip(" ,") for cell in _COLUMNS.split(line)]
    cells = list(filter(None, cells))
    if len(cells) > 1 and " " not in cells[0] and "\t" not in line and "|" not in line:
        return line
    return ", ".join(cells)


def _opened(first: str, others: list[str], words: NameWords) -> list[str]:
    """The parts of a line in the order name, the rest: what stands before the name is put behind it."""
    for opened in (_after_colon(first, words), _at_dash(first, words)):
        if opened:
            return [*opened, *others]
    if others:
        second = others[0].strip()
        if is_body(first, words) and is_surely_person(_bare(second), words):
            return [second, first, *others[1:]]
        if is_turned(first, second, words):
            return [f"{first}, {second}", *others[1:]]
    remark = _remark_behind(first, words)
    if remark:
        return [first[:remark], first[remark + 1 :], *others]
    return [first, *others]


def is_turned(first: str, second: str, /, words: NameWords = NAME_WORDS) -> bool:
    """Whether a surname stands before the given name: ``Ek, Ida``. The name is kept as it is written."""
    one_each = " " not in first and " " not in second
    return one_each and is_given_name(second) and is_first_name(first, words) and not is_given_name(first)


def _after_colon(first: str, words: NameWords) -> list[str]:
    """``Ordförande: Ida Ek``, ``Ale: Ida Ek``, ``Ida Ek: ordförande`` with the name first."""
    lead, colon, name = first.partition(": ")
    if colon and is_surely_person(lead, words):
        return [lead, name]
    return [name, lead] if colon and begins_with_name(name, words) else []


def _at_dash(first: str, words: NameWords) -> list[str]:
    """``Ida Ek – Ale``, ``Ale – Ida Ek`` with the name first; a dash inside a name is none."""
    dash = _DASH.search(first)
    if dash is None:
        return []
    left, right = first[: dash.start()], first[dash.end() :]
    if is_full_name(_bare(left), words):
        sure = is_body(right, words) or looks_like_role(right) or right[:1].islower()
        other = "-" not in dash.group() and right[:1].isalpha() and not is_surely_person(_bare(right), words)
        return [left, right] if sure or other else []
    return [right, left] if left[:1].isupper() and begins_with_name(right, words) else []


def begins_with_name(text: str, /, words: NameWords = NAME_WORDS) -> bool:
    """Whether *text* begins with a full name, a title and a name, or a known given name alone."""
    name = _bare(text)
    alone = " " not in name and is_first_name(name, words) and is_given_name(name)
    return alone or is_full_name(title_before(name, words)[1], words)


def bare_name(text: str, /, words: NameWords = NAME_WORDS) -> str:
    """The name in a part of a list, without the title or role before it and the remarks behind it.

    >>> bare_name("ordförande: Ida Ek (S) via länk")
    'Ida Ek'
    """
    lead, colon, behind = text.partition(": ")
    if colon and looks_like_role(lead):
        text = behind
    name = title_before(_DASH.split(_bare(text), maxsplit=1)[0], words)[1]
    remark = _remark_behind(name, words)
    return name[:remark] if remark else name


def _bare(text: str) -> str:
    """*text* up to a bracket."""
    return text.partition("(")[0].strip()


def _remark_behind(first: str, words: NameWords) -> int:
    """Where a remark begins that stands behind a full name without any sign: ``Ida Ek via länk``; else 0."""
    masked = _BRACKETS.sub(lambda found: "x" * len(found.group()), first)
    masked = masked.lower() if len(masked.lower()) == len(masked) else masked
    place = masked.find(" ")
    while place >= 0:
        begins = masked.startswith(REMARK_BEGINNINGS, place + 1) or _begins_office(masked[place + 1 :])
        if begins and not first[place + 1 : place + 2].isupper():
            name = _bare(first[:place])
            known = is_given_name(name) and is_first_name(name, words)
            return place if known or is_full_name(title_before(name, words)[1], words) else 0
        place = masked.find(" ", place + 1)
    return 0


def _begins_office(words: str) -> bool:
    """Whether *words* behind a name, the brackets masked, are an office: ``2:e vice ordförande``."""
    return _OFFICE.fullmatch(words) is not None


class _Part(NamedTuple):
    """What stands between two commas: its words, and the remarks that were taken out of it."""

    words: str
    in_brackets: tuple[str, ...] = ()
    remark: str = ""


_NOTHING = _Part("")


def _comma_parts(text: str) -> list[str]:
    """*text* cut at the commas outside of brackets."""
    if text.count("(") != text.count(")"):
        return re.split("[,;]", text)
    parts = []
    depth = start = 0
    for sign in _SIGNS.finditer(text):
        if sign.group() in ",;":
            if depth <= 0:
                parts.append(text[start : sign.start()])
                start = sign.end()
        else:
            depth += 1 if sign.group() == "(" else -1
    return [*parts, text[start:]]


def _split_part(part: str) -> _Part:
    part = part.strip()
    remark = ""
    if part[:1].islower() and _is_remark(part):
        return _Part("", (), part)  # whole: the brackets in "ersätter Bo Ek (S)" are about Bo
    dash = _DASH.search(part)
    if dash is not None and part[dash.end()].islower() and _is_remark(part[dash.end() :]):
        part, remark = part[: dash.start()], part[dash.end() :]
    cut = None if remark else next((found for found in _REMARK.finditer(part) if found.group() == " "), None)
    if cut is not None:
        part, remark = part[: cut.start()], part[cut.end() :]
    if "(" not in part:
        return _Part(part, (), remark)
    brackets = tuple(filter(None, map(str.strip, _BRACKETS.findall(part))))
    return _Part(canonical(_BRACKETS.sub(" ", part)), brackets, remark)


def _assigned(name: _Part, title: str | None, others: list[_Part], words: NameWords) -> Participant:
    parts: list[str] = []
    notes: list[str] = []
    brackets: list[str] = []
    for part in (name, *others):
        if part is not name and part.words:
            _sort_part(part.words, name.words, parts, notes, words)
        for inside in part.in_brackets:
            remark = _is_remark(inside) or are_initials(inside, name.words)
            (notes if remark else brackets).append(inside)
        if part.remark:
            notes.append(part.remark)
    role, unit, organisation = _named(parts)
    for inside in brackets:
        is_role = looks_like_role(inside) and not _is_own_firm(inside, name.words)
        if role is None and is_role:
            role = inside
        elif (
            organisation is None
            and not is_role
            and (inside[:1].isupper() or is_body(inside, words))
            and "," not in inside
        ):
            organisation = inside
        else:
            notes.append(inside)
    note = _NOTE_SEPARATOR.join(notes)
    role = ", ".join(filter(None, (title, role)))
    return Participant(name.words, role=role, unit=unit, organisation=organisation, note=note)


def _is_own_firm(text: str, name: str) -> bool:
    """Whether *text* is the firm of the person whose surname it holds: ``Byggkonsult Ek`` of Ida Ek."""
    return " " in name and name.rpartition(" ")[2] in text.split(" ")[1:]


def _sort_part(text: str, name: str, parts: list[str], notes: list[str], words: NameWords) -> None:
    """Put *text* where it belongs: figures go on with the remark before them ("§§ 21, 23")."""
    if not any(map(str.isalpha, text)) and "§" not in text:
        if notes and notes[-1][-1:].isdigit():
            notes[-1] = f"{notes[-1]}, {text}"
        else:
            notes.append(text)
    elif ((not text[:1].isupper() or "@" in text) and _is_remark(text)) or _may_be_other(text, name, words):
        notes.append(text)
    else:
        parts.append(text)


def _may_be_other(text: str, name: str, words: NameWords) -> bool:
    """Whether *text* may as well be another person as a body: ``Bo Ek`` beside Ida Ek, ``Bo`` beside Ida."""
    alone = " " not in name and " " not in text
    return is_surely_person(text, words) or (alone and is_given_name(name) and is_given_name(text))


def _named(parts: list[str]) -> tuple[str | None, str | None, str | None]:
    """Role, unit and organisation among the parts between commas."""
    role = organisation = None
    parts = list(parts)
    if parts and parts[-1][:1].islower() and all(map(looks_like_role, parts)):
        return ", ".join(parts), None, None
    if parts and looks_like_role(parts[-1]) and not any(map(may_be_role, parts[:-1])):
        role = parts.pop()
    if parts and (role is not None or len(parts) > 1 or not may_be_role(parts[0])):
        organisation = parts.pop()
    if role is None:
        role = next(filter(may_be_role, parts), None)
        if role is not None:
            parts.remove(role)
    return role, ", ".join(parts) or None, organisation


def _is_remark(text: str) -> bool:
    text = text.partition(_NOTE_SEPARATOR)[0]
    lowered = f"{text.lower()} "
    if lowered.strip(" -") in PARTIES or not any(map(str.isalpha, text)) or ("@" in text and " " not in text):
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
