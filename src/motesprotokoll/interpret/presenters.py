"""Who presented an item: a label, or a sentence that begins with a name and a verb of telling."""

import re
from collections.abc import Iterable

from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.naming import is_first_name, is_full_name
from motesprotokoll.model import Block, Paragraph, Participant
from motesprotokoll.swedish import parse_participant

_LABEL = re.compile(r"(?i)^föredragande: ?(.+)$")
_LONGEST = 120


def presenters_in(body: Iterable[Block], desk: Desk) -> list[Participant]:
    """The people who presented what *body* tells of, as written there. Their names stay in the text, too."""
    for block in body:
        if not isinstance(block, Paragraph):
            continue
        text = block.text
        label = _LABEL.match(text)
        if label is not None:
            return _named(label[1].rstrip("."), desk)
        found = desk.words.telling.search(text, 0, _LONGEST + 20)
        if found is not None and text[:1].isupper():
            people = _named(text[: found.start()], desk)
            if people:
                return people
    return []


def _named(text: str, desk: Desk) -> list[Participant]:
    """The people whom the beginning of a sentence names; empty if it names anything else."""
    if len(text) > _LONGEST:
        return []
    behind = None
    names, comma, more = text.partition(", ")
    if comma:
        listed = [part.strip() for part in re.split(r", | och ", text)]
        if all(_is_person(part, desk) for part in listed):
            names, more = text, ""
        behind = more.strip(" ,") or None
    people = []
    for name in re.split(r", | och ", names):
        name = name.split(" (")[0].strip()
        if not _is_person(name, desk):
            return []
        known = desk.person(name)
        if known is not None and not is_full_name(name, desk):
            people.append(Participant(known.name))
        else:
            people.append(parse_participant(f"{name}, {behind}") if behind else Participant(name))
    return people


def _is_person(text: str, desk: Desk) -> bool:
    if is_full_name(text, desk):
        return True
    return is_first_name(text, desk) and desk.person(text) is not None
