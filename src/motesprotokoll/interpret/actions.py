"""Who takes what on: sentences whose actor is a person, and lists of things to do."""

import re
from itertools import takewhile

import attrs

from motesprotokoll.interpret.accounting import writer_in
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.edges import first_word, last_word
from motesprotokoll.interpret.naming import is_first_name, is_full_name
from motesprotokoll.model import ActionItem, Basis, Dates, DateSpan, PartialDate, Participant
from motesprotokoll.swedish import parse_list
from motesprotokoll.swedish.finding_dates import find_dates
from motesprotokoll.swedish.found_dates import FoundDate
from motesprotokoll.swedish.name_shapes import are_initials, is_given_name
from motesprotokoll.swedish.roles import bare_office
from motesprotokoll.vocabulary import Sign

_PLACED = re.compile(r" (?:på|från|i) ")
_LONGEST_ACTOR = 60
_MOST_INITIALS = 4
_MOST_NAMES = 8
"""Words of names at the beginning of a sentence."""
_OWNER_BEHIND = re.compile(r" ?[(\[]([^()\[\]]{2,60})[)\]][.]?$")
_OWNER_LABELLED = re.compile(r"\b[Aa]nsvariga?: ([^:;.()]{2,60}?)(?=[.;)]|, [Kk]lart?\b|$)")
"""The owner behind a label within the line: ``Boka lokal. Ansvarig: Ida. Klart: 2027-03-01.``"""
_DASHED = re.compile(r" [–—-] ([^–—:]{2,60})$")
"""The owner behind a dash: ``Uppdatera planen – Ida``."""
_CALLED = re.compile(r"@(\w[\w-]*+)[,:]?(?: (?:och )?(?=@))?")
"""One who is called by name: ``@Ida och @Bo tar fram …``."""
_BOX = re.compile(r"\[([ xX])\] (?=\S)")
"""A box to tick in Markdown."""
_LED = re.compile(r"^[^:]{2,40}: (?=[A-ZÅÄÖ])")
"""What a sentence is about, before its subject: ``Kungälv: Ida bjuder in.``"""
_OWNER_AHEAD = re.compile(r"^(?:@(\w[\w-]*)|([^:]{2,60}):) ")


def action_in(sentence: str, desk: Desk, line: int) -> ActionItem | None:
    """The action that *sentence* puts on a person, if it does."""
    if sentence.endswith("?") or not desk.is_minutes:
        return None
    box = _BOX.match(sentence)
    if box is not None:
        asked = action_in(sentence[box.end() :], desk, line)
        if asked is not None:
            desk.label(box[1], line)
        return attrs.evolve(asked, done=bool(box[1].strip())) if asked is not None else None
    ahead, colon, told = sentence.partition(": ")
    if colon and (cue := desk.words.signs(Sign.ACTS).find(told.casefold())) is not None and cue.start() == 0:
        owners = _actors(ahead, desk)
        return _action(sentence, owners, desk, line, Basis.RECOGNISED) if owners else None
    if colon and first_word(told).casefold() in desk.words.infinitives:
        owners = _actors(ahead, desk)
        if owners and all(desk.person(owner) is not None for owner in owners):
            return _action(sentence, owners, desk, line, Basis.RECOGNISED)
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
        called = _called(sentence)
        return _action(sentence, called, desk, line, Basis.RECOGNISED) if called else None
    if writer_in(sentence) is not None:
        return None
    folded = sentence.casefold()
    found = desk.words.signs(Sign.ACTS).find(folded)
    if found is not None and not _questions(folded, found, desk):
        owners = _actors(sentence[: found.start()], desk) or _behind(
            sentence, found.start(), found.end(), desk
        )
        if owners:
            return _action(sentence, owners, desk, line, Basis.RECOGNISED)
    found = desk.words.signs(Sign.ASSIGNED).find(folded)
    if found is None:
        owners = _until_then(sentence, desk) or _in_brackets(sentence, desk)
    elif found.group() in ("ber", "bad"):
        owners = _asked(sentence[found.end() :].split(), desk)
    elif found.group().endswith(" åt"):
        owners = _actors(re.split(r" att |,", sentence[found.end() :])[0], desk)
    else:
        ahead = sentence[: found.start()].strip()
        charged = found.group().endswith("i uppdrag") and desk.words.ends_as_body(ahead.casefold())
        owners = [ahead] if charged and " " not in ahead else _actors(ahead, desk)
    return _action(sentence, owners, desk, line, Basis.RECOGNISED) if owners else None


def _called(text: str) -> list[str]:
    """Those whom *text* calls by name at its beginning."""
    names: list[str] = []
    place = 0
    while (found := _CALLED.match(text, place)) is not None:
        names.append(found[1])
        place = found.end()
    return names


def _questions(folded: str, found: "re.Match[str]", desk: Desk) -> bool:
    """Whether somebody only asks those who meet: ``Ida frågar om …``."""
    behind = first_word(folded[found.end() :].strip())
    return found.group() == "frågar" and behind in desk.words.questioning


def _leading(text: str, desk: Desk) -> list[str]:
    """The people on the list with whose names *text* begins: ``Ida och Bo målar båten``."""
    if not text.casefold().startswith(desk.first_words):
        return []
    owners = _actors(" ".join(_names(text.split(maxsplit=_MOST_NAMES))), desk)
    return owners if all(desk.person(owner) is not None for owner in owners) else []


def _names(words: list[str]) -> list[str]:
    """The words at the beginning that may be names: in capitals, and *och* between them."""
    return list(takewhile(lambda word: word[:1].isupper() or word == "och", words[:_MOST_NAMES]))


def _asked(words: list[str], desk: Desk) -> list[str]:
    """Whom somebody asks to do a thing: ``ber`` ``Ida och Bo undersöka …``."""
    names = _names(words)
    doing = words[len(names) :]
    asked = bool(doing) and (doing[0] == "att" or doing[0].rstrip(".").endswith(("a", "å")))
    return _actors(" ".join(names), desk) if asked else []


def _until_then(sentence: str, desk: Desk) -> list[str]:
    """The people on the list who do a thing until a day that is told: ``Ida målar båten till våren``."""
    owners = _leading(sentence, desk)
    if not owners or due_in(sentence, desk, strict=True) is None:
        return []
    verb = first_word(sentence[sentence.index(owners[-1]) + len(owners[-1]) :].strip())
    does = verb.endswith(("ar", "er")) and verb.islower()
    tells_more = does and verb not in desk.words.finite and verb not in desk.words.no_tasks
    return owners if tells_more else []


def _in_brackets(sentence: str, desk: Desk) -> list[str]:
    """The owner behind something to do: ``Kolla priset på färg (Ida)``."""
    found = _OWNER_BEHIND.search(sentence) if sentence.endswith((")", ").")) else None
    if found is None or first_word(sentence).casefold() not in desk.words.infinitives:
        return []
    return _actors(found[1], desk)


def begins_action(ahead: str, clause: str, desk: Desk) -> bool:
    """Whether *clause*, behind a comma, tells at once who does what: ``…, Ida återkommer med dag``."""
    folded = clause.casefold()
    found = desk.words.signs(Sign.ACTS).find(folded)
    return (
        found is not None
        and not _questions(folded, found, desk)
        and desk.person(clause[: found.start()].strip()) is not None
        and not _actors(ahead.rpartition(",")[2], desk)  # a list of names
    )


def stated_action(text: str, desk: Desk, line: int) -> ActionItem:
    """An entry below ``Att göra``: the owner stands before a colon, after an @, or in brackets at the end."""
    done = _BOX.match(text)
    if done is not None:
        desk.label(done[1], line)
        ticked = _stated(text[done.end() :], desk, line)
        return attrs.evolve(ticked, done=bool(done[1].strip()))
    return _stated(text, desk, line)


def _stated(text: str, desk: Desk, line: int) -> ActionItem:
    labelled = _OWNER_LABELLED.search(text)
    owners = _labelled(labelled[1], desk) if labelled is not None else stated_owners(text, desk)
    if not owners:
        recognised = action_in(text, desk, line)
        if recognised is not None:
            return ActionItem(text, owners=recognised.owners, due=recognised.due, basis=Basis.STATED)
        owners = _leading(text, desk)
    return _action(text, owners, desk, line, Basis.STATED)


def stated_owners(text: str, desk: Desk) -> list[str]:
    """Who is to do a thing, where that stands before a colon, after an @, or at the end."""
    owners: list[str] = []
    ahead = _OWNER_AHEAD.match(text)
    behind = _OWNER_BEHIND.search(text)
    if ahead is not None:
        owners = _called(text) if ahead[1] else _actors(ahead[2], desk)
    dashed = _DASHED.search(text)
    if not owners and dashed is not None:
        owners = _actors(re.split(r" (?:ber|bad) ", dashed[1])[-1], desk) or _initials(dashed[1])
    if not owners and behind is not None:
        owners = _actors(behind[1], desk) or _initials(behind[1])
    return owners


def _labelled(text: str, desk: Desk) -> list[str]:
    """Whom a label names as responsible, be it a person or not."""
    return owners_in(text, desk) or [text.strip()]


def owners_in(text: str, desk: Desk) -> list[str]:
    """The people whom *text* names, by their names or initials; empty if it names anything else."""
    return _actors(text, desk) or _initials(text)


def tabled_action(text: str, owner: str, due: str, desk: Desk, line: int) -> ActionItem:
    """An action in a table, whose owner and time stand in columns of their own."""
    owners = _labelled(owner, desk)
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
    text = text.strip(" ,").replace(" & ", " och ")
    for adverb in desk.words.adverbs:
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
    if not text[:1].isupper() or text.casefold() in desk.words.pronouns:
        return False
    if desk.person(text) is not None or text in desk.initials or is_full_name(text, desk):
        return True
    if " " not in text and (bare_office(text) is not None or text.casefold() in desk.words.acting):
        return True
    first, *placed = _PLACED.split(text, maxsplit=1)
    if not is_first_name(first, desk):
        return False
    folded = first.casefold()
    known = folded in desk.first_names or is_given_name(first) or _is_surname(folded, desk)
    common = (len(folded) > 4 and folded.endswith(desk.words.common)) or folded.endswith(desk.words.bodies)
    return known or (not placed and not common and not desk.people)


def _is_surname(folded: str, desk: Desk) -> bool:
    return any(folded in person.name.casefold().split(" ")[1:] for person in desk.people)


def _behind(sentence: str, start: int, end: int, desk: Desk) -> list[str]:
    """The actor behind the verb (``Till nästa möte tar Ida fram …``): only a person on the list."""
    words = sentence[end:].split() if start else []
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
    person = desk.person(written) or desk.initials.get(written) or _by_letters(written, desk)
    person = person or desk.holder(written)
    if person is not None:
        return person.name
    fitting = desk.first_names.get(written.split(" ")[0].casefold(), ())
    if len({person.name for person in fitting}) > 1:
        desk.warn("name.ambiguous", "Flera deltagare kan vara ”{name}”.", line, name=written)
    return written


def _by_letters(written: str, desk: Desk) -> Participant | None:
    """The one person on the list whose initials are *written*."""
    if not written.isupper() or len(written) > _MOST_INITIALS:
        return None
    fitting = [person for person in desk.people if are_initials(written, person.name)]
    return fitting[0] if len(fitting) == 1 else None


def due_in(text: str, desk: Desk, line: int = 0, *, strict: bool = False) -> Dates | None:
    """Until when: a date behind a word such as *senast*, or a meeting as written.

    With *strict* the word must say that it is the last day, and nothing is noted.
    """
    ahead = desk.words.last_days if strict else desk.words.before_dates
    for found in find_dates(text, meeting_date=desk.meeting_date, role="next"):
        before = last_word(text[: found.start].casefold().strip()).lstrip("(").rstrip(":")
        if before in ahead or first_word(found.text.casefold()) in ahead:
            if not strict:
                _pass_on(found, desk, line)
            return found.value
    until = desk.words.until.search(text)
    return PartialDate(until.group()) if until is not None else None
