"""Own decisions in running text, and nobody else's.

A decision is own if the meeting's body is its subject, or if nobody is and the verb is passive. What another
body decided, what somebody proposes, asks or plans to decide is no decision of this meeting.
"""

from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.edges import first_word
from motesprotokoll.model import Basis, Decision, Outcome
from motesprotokoll.vocabulary import Sign

_PROPOSES = " föreslår "
_SHORTEST = 4
_LONGEST_OFFICE = 60
_LONGEST_PASSIVE = 45
"""Words in a sentence that still states a decision in the passive; longer ones describe."""
_EDGES = ".,;:()”\"'"


def decision_in(sentence: str, desk: Desk) -> Decision | None:
    """The own decision that *sentence* states, if it does."""
    if sentence.endswith("?") or not desk.is_minutes:
        return None
    folded = sentence.casefold()
    active = desk.words.signs(Sign.DECIDES).find(folded)
    passive = desk.words.signs(Sign.DECIDED).find(folded)
    if active is None and passive is None:
        return Decision(sentence, basis=Basis.RECOGNISED) if _is_chosen(sentence, folded) else None
    if desk.words.signs(Sign.NOT_OWN).find(folded) is not None:
        return None
    if any(phrase in folded for phrase in desk.words.assuming):
        return None
    decider: str | None = None
    if active is not None and (subject := _subject(sentence, active.start(), active.end(), desk)) is not None:
        decider = subject
    elif passive is None or not _is_own_passive(folded, passive.start(), desk):
        return None
    else:
        decider = _own_word(sentence[: passive.start()], desk) or ""
    return Decision(
        sentence,
        decided_by=decider or None,
        outcome=desk.words.outcome_of(sentence),
        basis=Basis.RECOGNISED,
    )


def _is_chosen(sentence: str, folded: str) -> bool:
    """Whether a line tells who was chosen: ``Ledamöter på två år: Ida Ek (omval) och Bo Alm (nyval)``."""
    office, colon, _ = sentence.partition(": ")
    if "förslag" in office.casefold() or "föresl" in office.casefold():
        return False
    marked = any(f"({word})" in folded for word in ("omval", "nyval", "fyllnadsval"))
    return marked and bool(colon) and len(office) < _LONGEST_OFFICE


def stated_decision(content: str, clauses: list[str], desk: Desk) -> Decision:
    """A decision that the document marks as one: below ``Beslut:``, or att-satser on lines of their own."""
    active = desk.words.signs(Sign.DECIDES).find(content.casefold())
    decider = _own_word(content[: active.start()], desk) if active else None
    outcome = _outcome(content, clauses, desk)
    plain = content.casefold().startswith("att ")
    return Decision(
        content,
        clauses=clauses,
        decided_by=decider,
        outcome=outcome or (Outcome.ADOPTED if plain else None),
        basis=Basis.STATED,
    )


def _outcome(content: str, clauses: list[str], desk: Desk) -> Outcome | None:
    """The outcome of a decision; of one with several clauses, that on which they agree, else that it
    was carried."""
    if not clauses:
        return desk.words.outcome_of(content)
    outcomes = {desk.words.outcome_of(clause) or Outcome.ADOPTED for clause in clauses}
    return outcomes.pop() if len(outcomes) == 1 else Outcome.ADOPTED


def leads_clauses(text: str, desk: Desk) -> bool:
    """Whether *text* is the beginning of a decision whose att-satser follow: ``Styrgruppen beslöt``."""
    bare = text.rstrip(" :").casefold()
    bare = bare.removesuffix(" att")
    place = bare.find(_PROPOSES)
    if place > 0 and bare.endswith((" besluta", " beslutar")):  # to propose it to others is the decision
        return _own_word(text[:place], desk) is not None
    active = desk.words.signs(Sign.DECIDES).find(bare)
    if active is not None:
        told = _subject(text, active.start(), active.end(), desk) is not None
        return told and active.end() == len(bare)
    passive = desk.words.signs(Sign.DECIDED).find(f"{bare} att")
    return passive is not None and passive.end() >= len(bare) and _is_own_passive(bare, passive.start(), desk)


def _subject(sentence: str, start: int, end: int, desk: Desk) -> str | None:
    """The own body as the subject of the verb from *start* to *end*: its words, or "" where it is left
    out."""
    before = sentence[:start].split()
    if not before:
        return _own_inverted(sentence, end, desk) or ""
    own, last = None, None
    for word in before:
        if is_own(word, desk):
            if last in desk.words.conditions:
                return None
            own = word.strip(_EDGES)
        elif is_other(word, desk) and last not in desk.words.for_others:
            return None
        last = word.casefold()
    return own or _own_inverted(sentence, end, desk)


def _own_inverted(sentence: str, end: int, desk: Desk) -> str | None:
    """The subject behind its verb: ``Efter diskussion beslutar nätverket att …``."""
    following = first_word(sentence[end:].strip())
    return following.strip(_EDGES) if is_own(following, desk) else None


def _own_word(text: str, desk: Desk) -> str | None:
    before = None
    for word in text.split():
        if before not in desk.words.no_subjects and is_own(word, desk):
            return word.strip(_EDGES)
        before = word.casefold()
    return None


def is_own(word: str, desk: Desk) -> bool:
    """Whether *word* names the body that meets."""
    word = word.strip(_EDGES).casefold()
    if _is_own_word(word, desk):
        return True
    return desk.words.ends_as_body(word) and (_is_of_own_name(word, desk) or _is_short_form(word, desk))


def is_other(word: str, desk: Desk) -> bool:
    """Whether *word* names another body."""
    word = word.strip(_EDGES).casefold()
    if _is_own_word(word, desk):
        return False
    word = word.removesuffix("s")
    return (
        desk.words.ends_as_body(word) and not _is_of_own_name(word, desk) and not _is_short_form(word, desk)
    )


def _is_own_word(word: str, desk: Desk) -> bool:
    return word in desk.words.own_words or (word == "styrelsen" and _has_board(desk))


def _has_board(desk: Desk) -> bool:
    """Whether *styrelsen* is who meets: in the minutes of an association that are of no general meeting."""
    own, words = desk.own, desk.words
    return any(kind in own for kind in words.with_board) and not any(
        kind in own for kind in words.without_board
    )


def _is_of_own_name(word: str, desk: Desk) -> bool:
    if not desk.own:
        return word in desk.words.bodies
    if word in desk.words.own_unnamed and not (desk.is_named and desk.words.names_body(desk.own)):
        return True
    for ending in desk.words.definite:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and stem in desk.own:
            return True
    return word in desk.own


def _is_short_form(word: str, desk: Desk) -> bool:
    """Whether *word* draws the own name together: *Hamnnätverket* of *Nätverket för hamnvakter*."""
    body = next((body for body in desk.words.bodies if word.endswith(body)), "")
    bare = next((body.removesuffix(ending) for ending in desk.words.definite if body.endswith(ending)), body)
    about = word.removesuffix(body)
    own = desk.own.split()
    begins = any(one.startswith((about, about.removesuffix("s"), about[:-1])) for one in own)
    is_long = bool(body) and len(about) >= _SHORTEST
    return is_long and begins and any(one.startswith(bare) for one in own)


def _is_own_passive(folded: str, start: int, desk: Desk) -> bool:
    words = folded.split()
    if len(words) > _LONGEST_PASSIVE:
        return False
    clause = folded[:start].rpartition(",")[2].split()
    if clause[1:2] == ["om"] and clause[0] in desk.words.matters:
        clause.remove("om")
    if not desk.words.conditions.isdisjoint(clause) and clause[0] not in ("till", "som"):
        return False
    for place, word in enumerate(words):
        if is_other(word, desk):
            ahead = words[max(0, place - 3) : place]
            if not desk.words.agents.isdisjoint(ahead):
                return False
    return True
