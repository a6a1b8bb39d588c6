"""A label of attendance and what stands below it; what one row says is the matter of `swedish.parse_row`."""

import re

import attrs

from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.edges import last_word
from motesprotokoll.interpret.naming import names_person
from motesprotokoll.interpret.pieces import Piece
from motesprotokoll.model import Attendance, Participant
from motesprotokoll.swedish import parse_row
from motesprotokoll.swedish.attendance_rows import AttendanceRow
from motesprotokoll.vocabulary import Label

_STOP = re.compile(r"(?<=[a-zåäöé)]{2})\. (?=[A-ZÅÄÖ])")
"""A full stop behind a word, not behind an initial."""
_LONGEST_SHORT = 6
"""A word of more letters behind which a stop stands is not cut short: *ordf.*"""
_ALSO = re.compile(
    r"((?:Via länk|På länk|Digitalt|På distans|Dessutom|Även|Delvis) "
    r"(?:deltog|närvarade|medverkade)(?: även)?) (.+?)\.?"
)
"""``Via länk deltog Bo Ek (Ale).``"""
_HOLDS_OFFICE = re.compile(r"([A-ZÅÄÖ][\w -]{0,60}) (är|var) ([a-zåäö]+)\.?")


@attrs.define(eq=False)
class Group:
    """A label of attendance and the lines below it."""

    label: Label
    written: str
    line: int
    rest: str = ""
    titled: bool = False
    """Whether the label is an item's title, which stays there."""
    pieces: list[Piece] = attrs.Factory(list)
    marked: bool = False
    """Whether marks say who came: then no mark says nothing."""
    unread: list[str] = attrs.Factory(list)
    """What below the label names nobody, once it is read."""


def read_row(text: str, group: Group, line: int, desk: Desk, people: list[Participant]) -> None:
    """One row of a list: a person, several, or words that name nobody."""
    text, sentence = _without_sentence(text, desk)
    text = text if sentence else _without_stop(text)
    row = parse_row(text, words=desk.names)
    if not row.people:
        group.unread.append(text)  # even where a sentence names somebody: "alla. Bo kunde inte delta."
    if sentence:
        row = _with_office(row, sentence, line, desk, group)
    if row.people and row.people[0].attendance is not None:
        group.marked = True
    for label in row.labels:
        desk.label(label, line)
    people += row.people


def _without_stop(text: str) -> str:
    """*text* without the stop behind a role that ends the list: ``Ida Ek, ledamot.``"""
    last = last_word(text)
    whole = (
        text.endswith(".")
        and "," in text
        and last.islower()
        and last[:-1].isalpha()
        and len(last) > _LONGEST_SHORT
    )
    return text[:-1] if whole else text


def _without_sentence(text: str, desk: Desk) -> tuple[str, str]:
    """*text* and the sentence behind the list, if there is one: ``Ida Ek och Bo Alm. Bo är sekreterare.``"""
    if ". " not in text:
        return text, ""
    stop = _STOP.search(text)
    if stop is None:
        return text, ""
    behind = text[stop.end() :]
    if desk.words.finite.isdisjoint(behind.casefold().rstrip(".").split(" ")):
        return text, ""
    return text[: stop.start()], behind


def _with_office(row: AttendanceRow, sentence: str, line: int, desk: Desk, group: Group) -> AttendanceRow:
    """*row* with the office that a sentence gives to somebody in it as a remark; another sentence is kept."""
    absent = _absent_in(sentence, desk, line)
    if absent:
        return attrs.evolve(row, people=(*row.people, *absent))
    joined = _ALSO.fullmatch(sentence)
    also = parse_row(joined[2], words=desk.names) if joined is not None else row
    if joined is not None and also.people and all(names_person(one.name, desk) for one in also.people):
        desk.label(" ".join((joined[1], *also.labels)), line)
        return attrs.evolve(row, people=(*row.people, *also.people))
    said = _HOLDS_OFFICE.fullmatch(sentence)
    office = said[3] if said is not None and said[3].casefold() in desk.words.offices else None
    holders = [one for one in row.people if said and f"{one.name} ".startswith(f"{said[1]} ")]
    if said is None or office is None or len(holders) != 1:
        group.unread.append(sentence)
        return row
    desk.label(f"{said[1]} {said[2]}", line)
    people = (with_note(one, office) if one is holders[0] else one for one in row.people)
    return attrs.evolve(row, people=tuple(people))


def _absent_in(sentence: str, desk: Desk, line: int) -> tuple[Participant, ...]:
    """Those of whom a sentence behind the list says that they did not come: ``Bo Ek kunde inte vara med.``"""
    bare = sentence.rstrip(".")
    said = next((words for words in desk.words.absent_sayings if bare.casefold().endswith(f" {words}")), None)
    if said is None:
        return ()
    row = parse_row(bare[: -len(said)], words=desk.names)
    if not row.people or not all(names_person(one.name, desk) for one in row.people):
        return ()
    desk.label(said, line)
    for label in row.labels:
        desk.label(label, line)
    return tuple(attrs.evolve(one, attendance=Attendance.ABSENT) for one in row.people)


def with_note(person: Participant, more: str) -> Participant:
    """*person* with one remark more, if it says anything."""
    return attrs.evolve(person, note="; ".join(filter(None, (person.note, more.strip()))))
