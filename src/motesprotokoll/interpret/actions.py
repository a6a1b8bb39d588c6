"""Who takes what on: sentences whose actor is a person, and lists of things to do."""

import re

import attrs

from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.naming import is_first_name, is_full_name
from motesprotokoll.model import ActionItem, Basis, Dates, DateSpan, PartialDate
from motesprotokoll.swedish import parse_list
from motesprotokoll.swedish.finding_dates import FoundDate, find_dates
from motesprotokoll.vocabulary import Sign

_PLACED = re.compile(r" (?:på|från|i) ")
_LONGEST_ACTOR = 60
_ADVERBS = (" också", " även", " sedan", " därefter", " därför", " nu", " fortsatt")
_PRONOUNS = frozenset(
    {"vi", "jag", "ni", "de", "alla", "hon", "han", "den", "det", "man", "samtliga", "ingen", "någon"}
)
_DEFINITE = ("en", "et", "na", "erna", "arna", "orna")
_UNTIL = re.compile(
    r"(?i)\b(?:till|inför|innan|före|vid) (?:nästa (?:möte|träff|sammanträde|nätverksträff)|mötet)\b"
    r"|\b(?:till|inför|innan|före) (?:sommaren|midsommar|semestern|jul|påsk|årsskiftet|hösten|våren)\b"
    r"|\bsnarast\b"
    r"|\bpå [a-zåäö]+-(?:träffen|mötet)\b|\bpå nästa (?:möte|träff)\b"
)
_BEFORE_DATE = frozenset(
    {"senast", "till", "inför", "innan", "före", "under", "i", "på", "den", "klart", "klar"}
)
_OWNER_BEHIND = re.compile(r" ?[(\[]([^()\[\]]{2,60})[)\]][.]?$")
_BOX = re.compile(r"\[([ xX])\] (?=\S)")
"""A box to tick in Markdown."""
_LED = re.compile(r"^[^:]{2,40}: (?=[A-ZÅÄÖ])")
"""What a sentence is about, before its subject: ``Kungälv: Ida bjuder in.``"""
_OWNER_AHEAD = re.compile(r"^(?:@(\w[\w-]*)|([^:]{2,60}):) ")


def action_in(sentence: str, desk: Desk, line: int) -> ActionItem | None:
    """The action that *sentence* puts on a person, if it does."""
    if sentence.endswith("?"):
        return None
    ahead, colon, told = sentence.partition(": ")
    if colon and (cue := desk.words.signs(Sign.ACTS).find(told.casefold())) is not None and cue.start() == 0:
        owners = _actors(ahead, desk)
        return _action(sentence, owners, desk, line, Basis.RECOGNISED) if owners else None
    led = _LED.match(sentence)
    if led is not None:
        action = _said_by_person(sentence[led.end() :], desk, line)
        known = {person.name for person in desk.people}
        if action is None or not known.issuperset(action.owners):
            return None
        return attrs.evolve(action, content=sentence)
    return _said_by_person(sentence, desk, line)


def _said_by_person(sentence: str, desk: Desk, line: int) -> ActionItem | None:
    if sentence.startswith("@"):
        owner = sentence[1:].split(" ", 1)[0].strip(",.:")
        return _action(sentence, [owner], desk, line, Basis.RECOGNISED) if owner else None
    folded = sentence.casefold()
    found = desk.words.signs(Sign.ACTS).find(folded)
    if found is not None:
        owners = _actors(sentence[: found.start()], desk) or _behind(
            sentence, found.start(), found.end(), desk
        )
        if owners:
            return _action(sentence, owners, desk, line, Basis.RECOGNISED)
    found = desk.words.signs(Sign.ASSIGNED).find(folded)
    if found is None:
        return None
    if found.group().endswith(" åt"):
        owners = _actors(re.split(r" att |,", sentence[found.end() :], maxsplit=1)[0], desk)
    else:
        owners = _actors(sentence[: found.start()], desk)
    return _action(sentence, owners, desk, line, Basis.RECOGNISED) if owners else None


def stated_action(text: str, desk: Desk, line: int) -> ActionItem:
    """An entry below ``Att göra``: the owner stands before a colon, after an @, or in brackets at the end."""
    done = _BOX.match(text)
    if done is not None:
        desk.label(done[1], line)
        ticked = _stated(text[done.end() :], desk, line)
        return attrs.evolve(ticked, done=bool(done[1].strip()))
    return _stated(text, desk, line)


def _stated(text: str, desk: Desk, line: int) -> ActionItem:
    owners: list[str] = []
    ahead = _OWNER_AHEAD.match(text)
    behind = _OWNER_BEHIND.search(text)
    if ahead is not None:
        owners = [ahead[1]] if ahead[1] else _actors(ahead[2], desk)
    if not owners and behind is not None:
        owners = _actors(behind[1], desk) or _initials(behind[1])
    if not owners:
        recognised = action_in(text, desk, line)
        if recognised is not None:
            return ActionItem(text, owners=recognised.owners, due=recognised.due, basis=Basis.STATED)
        first = text.split(" ", 1)[0].strip(",.")
        owners = [first] if desk.person(first) is not None else []
    return _action(text, owners, desk, line, Basis.STATED)


def tabled_action(text: str, owner: str, due: str, desk: Desk, line: int) -> ActionItem:
    """An action in a table, whose owner and time stand in columns of their own."""
    owners = _actors(owner, desk) or _initials(owner) or [owner]
    action = _action(text, owners, desk, line, Basis.STATED)
    found = find_dates(due, meeting_date=desk.meeting_date, role="next")
    if not found:
        return action
    _pass_on(found[0], desk, line)
    return attrs.evolve(action, due=found[0].value)


def _initials(text: str) -> list[str]:
    parts = re.split(r"[/,] ?| och ", text)
    return parts if all(part.isupper() and len(part) < 5 for part in parts) else []


def _actors(text: str, desk: Desk) -> list[str]:
    """The people whom *text* names, as written; empty if it names anything else."""
    text = text.strip(" ,")
    for adverb in _ADVERBS:
        text = text.removesuffix(adverb)
    if not text or len(text) > _LONGEST_ACTOR or ":" in text:
        return []
    if _is_actor(text, desk):
        return [text]
    names = list(parse_list(text))
    if len(names) == 2 and is_full_name(names[0], desk) and not is_first_name(names[1], desk):
        return [names[0]] if not is_full_name(names[1], desk) else names
    return names if names and all(_is_actor(name, desk) for name in names) else []


def _is_actor(text: str, desk: Desk) -> bool:
    if not text[:1].isupper() or text.casefold() in _PRONOUNS:
        return False
    if desk.person(text) is not None or text in desk.initials or is_full_name(text, desk):
        return True
    first, *placed = _PLACED.split(text, maxsplit=1)
    if not is_first_name(first, desk):
        return False
    known = first.casefold() in desk.first_names
    folded = first.casefold()
    common = (len(folded) > 4 and folded.endswith(_DEFINITE)) or folded.endswith(desk.words.bodies)
    return known or (not placed and not common)


def _behind(sentence: str, start: int, end: int, desk: Desk) -> list[str]:
    """The actor behind the verb (``Till nästa möte tar Ida fram …``): only a person on the list."""
    if start == 0:
        return []
    words = sentence[end:].split()[:2]
    for size in (2, 1):
        name = " ".join(words[:size]).strip(",.")
        if name[:1].isupper() and desk.person(name) is not None:
            return [name]
    return []


def _action(text: str, owners: list[str], desk: Desk, line: int, basis: Basis) -> ActionItem:
    return ActionItem(
        text,
        owners=[_resolved(owner, desk, line) for owner in owners],
        due=due_in(text, desk, line),
        basis=basis,
    )


def _pass_on(found: FoundDate, desk: Desk, line: int) -> None:
    """Note that the year was inferred; a time that stays vague needs no remark."""
    for finding in found.findings if isinstance(found.value, DateSpan) else ():
        desk.pass_on(finding, line)


def _resolved(written: str, desk: Desk, line: int) -> str:
    person = desk.person(written) or desk.initials.get(written)
    if person is not None:
        return person.name
    fitting = desk.first_names.get(written.split(" ")[0].casefold(), ())
    if len({person.name for person in fitting}) > 1:
        desk.warn("name.ambiguous", "Flera deltagare kan vara ”{name}”.", line, name=written)
    return written


def due_in(text: str, desk: Desk, line: int = 0) -> Dates | None:
    """Until when: a date behind a word such as *senast*, or a meeting as written."""
    for found in find_dates(text, meeting_date=desk.meeting_date, role="next"):
        before = text[: found.start].split()
        if (before and before[-1].casefold().lstrip("(") in _BEFORE_DATE) or found.text.split(" ")[
            0
        ].casefold() in _BEFORE_DATE:
            _pass_on(found, desk, line)
            return found.value
    until = _UNTIL.search(text)
    return PartialDate(until.group()) if until is not None else None
