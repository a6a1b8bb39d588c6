"""Which actions are open: the short number of each, and what later minutes or a person say of it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

import attrs

from motesprotokoll.model import Kind
from motesprotokoll.register.followup import Followup
from motesprotokoll.swedish import split_sentences
from motesprotokoll.tables import Row
from motesprotokoll.vocabulary.follow_up import DONE_WORDS, REMAINS_WORDS

_NUMBER = re.compile(r"\bÅ(?:[0-9]{2})?-[0-9]{1,5}\b")
_WORD = re.compile(r"\w+")
_LEAST_WORDS = 3
"""An action of fewer telling words than this is not recognised in other words than its number."""
_TELLING = 4
"""How long a word is that tells what an action is about."""


class ClosedBy(StrEnum):
    """How an action was closed."""

    STATED = "stated"
    """The document that it stands in says that it is done."""
    LATER = "later"
    """A later meeting names its number or says that it is done."""
    PERSON = "person"
    """Somebody closed it."""


@attrs.frozen
class State:
    """Whether an action is open, and what closed it."""

    number: str
    closed_on: date | None = None
    closed_by: ClosedBy | None = None

    @property
    def open(self) -> bool:
        """Whether nothing has closed it."""
        return self.closed_by is None


def is_open_on(row: Row, day: date) -> bool:
    """Whether an action with its state was open at the end of a day: made by then, and not closed."""
    made, closed = row["date"], row["closed_on"]
    if isinstance(made, date) and made > day:
        return False
    return row["open"] is True or (isinstance(closed, date) and closed > day)


# ------------------------------------------------------------------------------------------------ states


@attrs.frozen
class _Said:
    """A sentence of later minutes that may close an action."""

    day: date
    text: str
    done: bool
    """Whether it says that something is done."""

    @property
    def numbers(self) -> frozenset[str]:
        return frozenset(_NUMBER.findall(self.text))

    @property
    def telling(self) -> frozenset[str]:
        return _telling(self.text)


def states(
    actions: Sequence[Row], items: Iterable[Row], kinds: Mapping[str, Kind | None], followup: Followup
) -> dict[str, State]:
    """The state of each action, by its id. *kinds* tells of each meeting what kind of document it is.

    What a person says goes before what documents say; but what minutes say after the day on which somebody
    opened an action again counts once more. An agenda or a summons closes nothing: it only asks.
    """
    closings = _closings(actions, items, kinds)
    found = {}
    for row in actions:
        settled = followup.of(str(row["id"]))
        state = State(settled.number or "")
        if settled.closed_on is not None:
            state = attrs.evolve(state, closed_on=settled.closed_on, closed_by=ClosedBy.PERSON)
        elif row["done"] and settled.reopened_on is None:
            day = row["date"] if isinstance(row["date"], date) else None
            state = attrs.evolve(state, closed_on=day, closed_by=ClosedBy.STATED)
        else:
            said = closings.get(row["body"], _Closings())
            later = _closed_later(row, state.number, said, settled.reopened_on)
            if later is not None:
                state = attrs.evolve(state, closed_on=later, closed_by=ClosedBy.LATER)
        found[str(row["id"])] = state
    return found


@attrs.frozen
class _Closings:
    """What the minutes of one body say that may close actions, by number and by telling word."""

    by_number: Mapping[str, Sequence[_Said]] = attrs.field(factory=lambda: defaultdict(list))
    by_word: Mapping[str, Sequence[_Said]] = attrs.field(factory=lambda: defaultdict(list))


def _closings(
    actions: Iterable[Row], items: Iterable[Row], kinds: Mapping[str, Kind | None]
) -> dict[object, _Closings]:
    found: dict[object, _Closings] = defaultdict(_Closings)
    for row in items:
        if kinds.get(str(row["meeting"])) in (Kind.AGENDA, Kind.SUMMONS) or not isinstance(row["date"], date):
            continue
        for said in _sentences(row["date"], str(row["text"])):
            _add(said, found[row["body"]])
    for row in actions:
        if row["done"] and isinstance(row["date"], date):
            _add(_Said(row["date"], str(row["text"]), True), found[row["body"]])
    return found


def _add(said: _Said, to: _Closings) -> None:
    for number in said.numbers:
        to.by_number[number].append(said)  # type: ignore[attr-defined]
    if said.done:
        for word in said.telling:
            to.by_word[word].append(said)  # type: ignore[attr-defined]


def _sentences(day: date, text: str) -> Iterator[_Said]:
    """The sentences that name a number or say that something is done, and not that it remains."""
    for line in text.split("\n"):
        folded = _words(line)
        if "Å" not in line and folded.isdisjoint(DONE_WORDS):
            continue
        for sentence in split_sentences(line):
            spoken = _words(sentence)
            if spoken.isdisjoint(REMAINS_WORDS):
                done = not spoken.isdisjoint(DONE_WORDS)
                if done or _NUMBER.search(sentence):
                    yield _Said(day, sentence, done)


def _closed_later(row: Row, number: str, closings: _Closings, reopened: date | None) -> date | None:
    """The first day on which later minutes close the action, after it was opened again."""
    made = row["date"]
    if not isinstance(made, date):
        return None
    day = max(made, reopened or made)
    named = [said.day for said in closings.by_number.get(number, ()) if said.day > day]
    telling = _telling(str(row["text"]))
    told: list[date] = []
    if len(telling) >= _LEAST_WORDS:
        rarest = min(telling, key=lambda word: (len(closings.by_word.get(word, ())), word))
        said = closings.by_word.get(rarest, ())
        told = [one.day for one in said if one.day > day and telling <= one.telling]
    return min((*named, *told), default=None)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _telling(text: str) -> frozenset[str]:
    """The words of *text* that tell what it is about."""
    return frozenset(word for word in _words(text) if len(word) >= _TELLING)
