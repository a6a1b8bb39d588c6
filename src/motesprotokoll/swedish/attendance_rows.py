"""Rows of attendance lists that name one person, several, or nobody."""

import re
from typing import NamedTuple

import attrs

from motesprotokoll.errors import WrongTypeError, quoted
from motesprotokoll.model import Attendance, Participant
from motesprotokoll.model.text import canonical
from motesprotokoll.swedish.name_shapes import (
    is_body,
    is_first_name,
    is_full_name,
    is_given_name,
    is_surely_person,
    is_vacant,
)
from motesprotokoll.swedish.name_words import ADDING, GROUPS, NAME_WORDS, NameWords
from motesprotokoll.swedish.participants import (
    bare_name,
    begins_with_name,
    in_columns,
    is_turned,
    parse_participant,
)
from motesprotokoll.swedish.roles import looks_like_role
from motesprotokoll.swedish.words import ABBREVIATIONS

_SIGNS = re.compile(r"[(),;]| och | samt | & | ?/ ?")
_LED = re.compile(r"(?:^|(?<=[,;.] ))([A-ZÅÄÖ0-9][^,:;.]{1,60}): ")
_CLASS = re.compile(r"(?:^|(?<=, ))([1-9][A-ZÅÄÖa-d]?) (?=[A-ZÅÄÖ][a-zåäö])")
"""A class of a school before its pupils: ``4A Alva och Milo, 4B Tindra``."""
_X_MARK = re.compile(r" ([Xx])(?: ?, ?| |$)")
_COMMAS = frozenset({"", ",", ";"})


@attrs.frozen
class AttendanceRow:
    """Rad i en närvarolista: whom it names, and the words that became structure."""

    people: tuple[Participant, ...] = ()
    """Empty where the row names nobody: an empty seat, an organisation, a head count."""
    labels: tuple[str, ...] = ()
    """Words of the row that stand in no person: joining words, a mark, a heading, an empty seat among others.
    An organisation written once for several people stands in each of them."""


class _Token(NamedTuple):
    """What stands between two signs, and the sign before it."""

    sign: str
    text: str
    behind: str = ""
    """A conjunction that joins nothing: ``Ida Ek och``."""


def parse_participants(row: str, /, *, words: NameWords = NAME_WORDS) -> tuple[Participant, ...]:
    """The people whom one row of an attendance list names, in the shapes that minutes take: ``A, B och C``,
    ``A, B, Org``, ``Org: A, B``, ``Org – A``, ``A, Org; B, Org``, and all that `parse_participant` reads.

    Two people share the one organisation behind them; of three it is the last one's: two readings fit.
    Empty where the row names nobody, such as an empty seat ("Vakant"), an organisation alone or "alla i
    styrelsen": nobody is invented, and the caller keeps the row. A part that may be a person or a body is a
    person only if its first name is known, or if its surname tells.

    Args:
        words: What tells names from places, bodies and titles.

    Raises:
        WrongTypeError: Not a string.

    >>> parse_participants("Ida Ek, Bo Alm, Ale kommun")
    (Participant('Ida Ek', organisation='Ale kommun'), Participant('Bo Alm', organisation='Ale kommun'))
    """
    return parse_row(row, words=words).people


def parse_row(row: str, /, *, words: NameWords = NAME_WORDS) -> AttendanceRow:
    """As `parse_participants`, with the words of the row that became structure.

    >>> parse_row("Ida Ek och Bo Alm").labels
    ('och',)
    """
    if not isinstance(row, str):
        raise WrongTypeError(f"expected str, got {quoted(row)}")
    text = canonical(in_columns(row))
    if is_vacant(text, words):
        return AttendanceRow()
    first, _, others = text.partition(" ")
    if first in ADDING and begins_with_name(others.split(",")[0], words):
        return _with_labels(_row(others, words), first)
    return _row(text, words)


def _with_labels(row: AttendanceRow, *labels: str) -> AttendanceRow:
    return attrs.evolve(row, labels=(*labels, *row.labels)) if row.people else row


def _row(text: str, words: NameWords) -> AttendanceRow:
    if text[0].isdigit() and len(_CLASS.findall(text)) > 1:
        text = _CLASS.sub(r"\1: ", text)
    marked = _marked(text, words)
    if marked is not None:
        return marked
    led = list(_LED.finditer(text))
    if led and led[0].start() == 0:
        return _led_row(text, led, words)
    dashed = _dashed(text, words)
    if dashed is not None:
        return dashed
    tokens = _joined(_tokens(text), words)
    several = _segments(tokens, words)
    if several is not None:
        return several
    return _people_of(tokens, words)


def _marked(text: str, words: NameWords) -> AttendanceRow | None:
    """A name and the X of those present: ``Ida Ek X, ordf. § 74–88``."""
    mark = _X_MARK.search(text)
    if mark is None:
        return None
    if not is_full_name(text[: mark.start()], words):  # a mark or an initial: "Bo X Ek"
        return AttendanceRow()
    name, remark = text[: mark.start()], text[mark.end() :]
    if remark:
        name = f"{name}, {remark}" if looks_like_role(remark) else f"{name} ({remark})"
    one = parse_participant(name, words=words)
    return AttendanceRow((attrs.evolve(one, attendance=Attendance.PRESENT),), (mark[1],))


# ------------------------------------------------------------------------------- what stands before the names


def _led_row(text: str, led: "list[re.Match[str]]", words: NameWords) -> AttendanceRow:
    """``Org: A, B, Org2: C``; a role or the heading of a group may stand in the place of the organisation."""
    people: list[Participant] = []
    labels: list[str] = []
    for place, match in enumerate(led):
        end = led[place + 1].start() if place + 1 < len(led) else len(text)
        behind = text[match.end() : end].strip(" ,;.")
        if is_vacant(behind, words):
            labels += (match[1], behind)
            continue
        row = _led_people(match[1], behind, words)
        if not row.people:
            return AttendanceRow()
        people += row.people
        labels += row.labels
    return AttendanceRow(tuple(people), tuple(labels))


def _led_people(lead: str, behind: str, words: NameWords) -> AttendanceRow:
    if is_surely_person(lead, words):  # "Ida Ek: ordförande"
        return AttendanceRow((parse_participant(f"{lead}, {behind}", words=words),))
    if looks_like_role(lead):
        return _people_of(_joined(_tokens(f"{lead}: {behind}"), words), words)
    row = _people_of(_joined(_tokens(behind), words), words, led=True)
    if not row.people:
        return row
    if lead.partition(" ")[0].casefold() in GROUPS:
        grouped = (attrs.evolve(one, group=lead) for one in row.people)
        return AttendanceRow(tuple(grouped), (lead, *row.labels))
    if all(one.organisation for one in row.people):
        return _with_labels(row, lead)
    return attrs.evolve(row, people=tuple(_of(one, lead) for one in row.people))


def _of(one: Participant, organisation: str) -> Participant:
    return one if one.organisation else attrs.evolve(one, organisation=organisation)


def _dashed(text: str, words: NameWords) -> AttendanceRow | None:
    """``Org – A, B``: as with a colon, where what stands before the dash is no name."""
    for dash in (" – ", " — ", " - "):
        lead, found, behind = text.partition(dash)
        if found and lead[:1].isupper() and "," not in lead and "(" not in lead:
            if is_full_name(lead, words) or not begins_with_name(behind.split(",")[0], words):
                return None
            return _led_people(lead, behind, words)
    return None


# ------------------------------------------------------------------------------------------ names in a list


def _tokens(text: str) -> list[_Token]:
    """*text* cut at the signs of a list that stand outside of brackets."""
    tokens: list[_Token] = []
    depth = start = 0
    sign = ""
    balanced = text.count("(") == text.count(")")
    for found in _SIGNS.finditer(text):
        if found.group() in "()":
            depth = max(0, depth + (1 if found.group() == "(" else -1)) if balanced else 0
        elif depth == 0:
            tokens.append(_Token(sign, text[start : found.start()]))
            sign, start = found.group(), found.end()
    return [*tokens, _Token(sign, text[start:])]


def _joined(tokens: list[_Token], words: NameWords) -> list[_Token]:
    """*tokens* with those put together again that one part has a conjunction in: ``Vård och omsorg``."""
    parts: list[list[_Token]] = []
    for token in _filled(tokens):
        if parts and token.sign not in _COMMAS and not _begins_next(parts[-1][-1].text, token.text, words):
            parts[-1].append(token)
        else:
            parts.append([token])
    return [_Token(part[0].sign, _written(part)) for part in parts]


def _written(part: list[_Token]) -> str:
    """What stands in one part, without the sign before it."""
    first, *others = part
    return "".join((first.text, first.behind, *(piece for token in others for piece in token)))


def _filled(tokens: list[_Token]) -> list[_Token]:
    """The *tokens* that hold words. A conjunction with none behind it stands for the comma that follows
    (``Ida Ek och, Bo Alm``); else it stays behind the words before it."""
    filled: list[_Token] = []
    waiting = ""
    for token in tokens:
        text = _without_stop(token.text.strip(" ,;"))
        if not text:
            waiting = _conjunction(waiting, token.sign) if filled else ""
            continue
        if waiting and token.sign not in _COMMAS:
            filled[-1], waiting = _left(filled[-1], waiting), ""
        filled.append(_Token(waiting or token.sign, text))
        waiting = ""
    if waiting:
        filled[-1] = _left(filled[-1], waiting)
    return filled


def _conjunction(waiting: str, sign: str) -> str:
    """The words of joining that two signs with nothing between them make."""
    if sign in _COMMAS:
        return waiting
    both = f"{waiting.rstrip()}{sign}"
    return both if any(map(str.isalpha, both)) else ""


def _left(token: _Token, waiting: str) -> _Token:
    """*token* with a conjunction behind its words that joins them to nothing."""
    return token._replace(behind=waiting.rstrip())


def _without_stop(text: str) -> str:
    """*text* without the stop of a sentence; that of an abbreviation or an initial stays."""
    last = text.rpartition(" ")[2].casefold()
    is_stop = text.endswith(".") and " " in text and len(last) > 2 and last not in ABBREVIATIONS
    return text[:-1] if is_stop else text


def _begins_next(before: str, text: str, words: NameWords) -> bool:
    """Whether *text*, behind a conjunction, is the next person."""
    name, last = bare_name(text, words), bare_name(before, words)
    if is_full_name(name, words):
        return is_surely_person(name, words) or is_full_name(last, words) or is_body(before, words)
    return is_first_name(name, words) and (is_given_name(name) or is_given_name(last))


def _segments(tokens: list[_Token], words: NameWords) -> AttendanceRow | None:
    """``A, Org; B, Org``: where each part between semicolons begins with a name, or is an empty seat."""
    if not any(token.sign == ";" for token in tokens):
        return None
    groups: list[list[_Token]] = []
    for token in tokens:
        if token.sign == ";" or not groups:
            groups.append([token._replace(sign="")])
        else:
            groups[-1].append(token)
    people: list[Participant] = []
    labels: list[str] = []
    for group in groups:
        if is_vacant(group[0].text, words):
            labels += (token.text for token in group)
            continue
        row = _people_of(group, words)
        whole = people and all(is_full_name(one.name, words) and one.organisation for one in people)
        if whole and len(group) == 1 and is_body(group[0].text, words):
            labels.append(group[0].text)  # a body that sent nobody
            continue
        if not row.people:
            return None
        people += row.people
        labels += row.labels
    return AttendanceRow(tuple(people), tuple(labels)) if people else None


def _people_of(tokens: list[_Token], words: NameWords, *, led: bool = False) -> AttendanceRow:
    """The people in a list; what is no name belongs to the person before it. Where the list is *led* by an
    organisation, no other one follows."""
    if not tokens:
        return AttendanceRow()
    begins = _beginnings(tokens, words, led=led)
    if len(tokens) == 2 and tokens[1].sign == "," and is_turned(tokens[0].text, tokens[1].text, words):
        begins = [True, False]
    if not begins[0]:
        alone = _alone(tokens, words)
        return AttendanceRow((alone,)) if alone is not None else AttendanceRow()
    rows: list[list[str]] = []
    labels: list[str] = []
    for token, begin in zip(tokens, begins, strict=True):
        if begin:
            rows.append([token.text])
            labels += [token.sign.strip()] if token.sign.strip() in ("och", "samt") else []
        elif token.sign in _COMMAS:
            rows[-1].append(token.text)
        else:
            rows[-1][-1] += f"{token.sign}{token.text}"
    people = [parse_participant(", ".join(row), words=words) for row in rows]
    return AttendanceRow(_sharing(people, rows), tuple(labels))


def _alone(tokens: list[_Token], words: NameWords) -> Participant | None:
    """The one person of a list that begins with no name: ``Ale, Ida Ek``; or nobody."""
    text = "".join(
        f"{token.sign}{' ' if token.sign in _COMMAS and token.sign else ''}{token.text}" for token in tokens
    )
    one = parse_participant(text, words=words) if any(map(str.isalpha, text)) else None
    return one if one is not None and is_full_name(one.name, words) else None


def _beginnings(tokens: list[_Token], words: NameWords, *, led: bool) -> list[bool]:
    """At which tokens a person begins."""
    names = [bare_name(token.text, words) for token in tokens]
    full = [is_full_name(name, words) for name in names]
    if not any(full):
        return _first_names(tokens, names, words)
    if not full[0]:
        return _informal(tokens, names, full, words)
    shaped = led or (len(full) > 2 and all(full))
    begins = []
    for place, name in enumerate(names):
        follows_body = place > 1 and is_body(tokens[place - 1].text, words)
        sure = place == 0 or shaped or follows_body or tokens[place].sign not in _COMMAS
        sure = (
            sure
            or is_surely_person(name, words)
            or _are_related(names[place - 1], name)
            or name != tokens[place].text.split("(")[0].strip()
        )
        begins.append(full[place] and sure)
    return begins


def _are_related(name: str, other: str) -> bool:
    """Whether two names end in the same surname: ``Ida Ek, Alfa Ek``."""
    return " " in name and name.rpartition(" ")[2] == other.rpartition(" ")[2]


def _informal(tokens: list[_Token], names: list[str], full: list[bool], words: NameWords) -> list[bool]:
    """For a list of first names and full ones, as informal groups have it (``Nora, Bo E, Tilde och Ida Ek``):
    all, if most are known as given names and nothing more is said of anybody; or if all are known, whatever
    brackets say of them. A role among them is nobody's name."""
    known = [is_given_name(name) for name in names]
    told = all(
        (whole or is_first_name(name, words)) and name == _said_of(token) and not looks_like_role(name)
        for whole, name, token in zip(full, names, tokens, strict=True)
    )
    bare = all(name == token.text for name, token in zip(names, tokens, strict=True))
    if len(names) > 2 and told and (all(known) or (bare and 3 * sum(known) >= 2 * len(names))):
        return [True] * len(names)
    return [False]


def _said_of(token: _Token) -> str:
    """*token* without what stands in brackets behind it, or from where somebody is: ``Bo från förskolan``."""
    return token.text.split(" (")[0].split(" från ")[0].strip()


def _first_names(tokens: list[_Token], names: list[str], words: NameWords) -> list[bool]:
    """For a list of first names only: all, if at least half of them are known as such, and the last one,
    which may be an organisation, is or stands behind a conjunction; or the first one alone, with what is said
    of it."""
    firsts = [is_first_name(name, words) for name in names]
    known = [is_given_name(name) for name in names]
    if len(names) == 1:
        return [firsts[0] and (known[0] or names[0] == tokens[0].text)]
    if all(firsts) and 2 * sum(known) >= len(names) and (known[-1] or tokens[-1].sign not in _COMMAS):
        return firsts
    return [firsts[0] and known[0] and not any(known[1:])] + [False] * (len(names) - 1)


def _sharing(people: list[Participant], rows: list[list[str]]) -> tuple[Participant, ...]:
    """Two people and one organisation (``Namn, Namn, Org``) share it."""
    last = people[-1].organisation
    if (
        len(people) == 2
        and last
        and len(rows[0]) == 1
        and len(rows[1]) == 2
        and people[0] == Participant(rows[0][0])
    ):
        return attrs.evolve(people[0], organisation=last), people[1]
    return tuple(people)
