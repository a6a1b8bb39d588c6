"""Where a text names a person whose name is to go: whole names in any order and form, and parts of them.

A whole name is two of its words side by side, or one and an initial: "Ida Ek", "Ek, Ida", "Ida Eks", "I. Ek",
"Ida E", "ida.ek", "IDA EK". One word alone ("Ida", "Eks") is the person where it begins with a capital and
nobody else whom the meeting names can be meant. Bare initials ("IE") are nobody: name them as an alias.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

import attrs

from motesprotokoll.privacy.profile import FlaggedPerson
from motesprotokoll.swedish.given_names import GIVEN_NAMES
from motesprotokoll.swedish.lookalikes import Seen
from motesprotokoll.swedish.name_shapes import is_full_name
from motesprotokoll.swedish.names import plain_order

_WORD = re.compile("(?:[^\\W\\d_][\u0300-\u036f]*+)++")
_ACCENT = re.compile("[\u0300-\u036f]")
_GAP = re.compile(r"[ .,_+'’-]{1,3}")
_PARTICLE_WORDS = "af av von de der den van da di al el la le bin ben ibn"
_PARTICLES = frozenset(_PARTICLE_WORDS.split(" "))
_SHORTEST_GLUED = 5
"""Names written together ("idaek") count from so many letters on."""
_MOST_BETWEEN = 2
"""So many names may stand between the first and the last that the caller gave."""
_LOOKALIKES = str.maketrans("аеіјорсухѕԁһкмтвнαεικονρτυχβημζ", "aeijopcyxsdhkmtbhaeikonptyxbhmz")
"""Small letters of Cyrillic and Greek whose forms, small or capital, are those of Latin ones.

Source: Unicode Technical Standard 39, confusables."""


@lru_cache(4096)
def _folded(word: str) -> str:
    return folded(word)


def folded(word: str) -> str:
    """*word* without capitals and accents: "ASA" in an address is "Åsa"."""
    if word.isascii():
        return word.casefold()
    return _ACCENT.sub("", unicodedata.normalize("NFD", word.casefold())).translate(_LOOKALIKES)


def words_of(name: str) -> tuple[str, ...]:
    """The words of *name*, folded, without particles."""
    words = [_folded(word) for word in _WORD.findall(name)]
    return tuple(word for word in words if word not in _PARTICLES) or tuple(words)


def written_words(text: str) -> list[str]:
    """The words in *text*, as they are written, without the ending of a genitive."""
    return [word.removesuffix("s") for word in _WORD.findall(text)]


@attrs.frozen(repr=False)
class NameHit:
    """The name of a flagged person: from *start* to *end* of a text."""

    person: int
    """The person's place in the profile."""
    start: int
    end: int
    rule: str
    is_genitive: bool = False


@attrs.frozen
class _Word:
    start: int
    end: int
    text: str
    folded: str

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def _words_in(text: str) -> list[_Word]:
    return [_Word(one.start(), one.end(), one.group(), _folded(one.group())) for one in _WORD.finditer(text)]


class _Wanted:
    """A flagged person as names are looked for."""

    def __init__(self, number: int, person: FlaggedPerson, others: Iterable[tuple[str, ...]]) -> None:
        self.number = number
        units = [words_of(unit) for unit in plain_order(person.name).split() if words_of(unit)]
        units = [unit for unit in units if not set(unit) <= _PARTICLES] or units
        self.count = len(units)
        self.unit_of = {word: place for place, unit in reversed(list(enumerate(units))) for word in unit}
        self.initials = {unit[0][0] for unit in units} if self.count > 1 else set()
        self.glued = _glued(units)
        self.aliases = [(alias, words_of(alias)) for alias in person.aliases if words_of(alias)]
        self._others = [frozenset(other) for other in others if not self._is_same(other)]
        self.shared = {word for other in self._others for word in other}
        """The words of the name that somebody else has, too."""

    def _is_same(self, words: tuple[str, ...]) -> bool:
        """Whether *words* name this person: no more than the name says, or two parts of it and more."""
        units = {self.unit_of[word] for word in words if word in self.unit_of}
        return len(units) > 1 or set(words) <= set(self.unit_of)

    def is_known_other(self, left: _Word, right: _Word) -> bool:
        """Whether the two words name somebody else whom the meeting lists."""
        names = {left.folded, right.folded}, {left.folded, right.folded.removesuffix("s")}
        return any(name <= other for name in names for other in self._others)

    def unit(self, word: _Word) -> tuple[int, bool] | None:
        """Which unit of the name *word* is, and whether in the genitive."""
        if word.folded in self.unit_of:
            return self.unit_of[word.folded], False
        if word.folded.endswith("s") and word.folded[:-1] in self.unit_of:
            return self.unit_of[word.folded[:-1]], True
        return None

    def is_initial(self, word: _Word) -> bool:
        return len(word.text) == 1 and word.is_capital and word.folded in self.initials


def _glued(units: list[tuple[str, ...]]) -> frozenset[str]:
    """The first and last name written together, in either order, also with half of a double name."""
    if len(units) < 2:
        return frozenset()
    firsts, lasts = ({*unit, "".join(unit)} for unit in (units[0], units[-1]))
    glued = (word for first in firsts for last in lasts for word in (first + last, last + first))
    return frozenset(word for word in glued if len(word) >= _SHORTEST_GLUED)


def whole_names(persons: Iterable[FlaggedPerson]) -> Iterator[str]:
    """The names of *persons* in the forms that are to be in no file, whether the meeting held them or not.

    A single word is none of them: it is somebody only where the meeting says nobody else of that name.
    """
    for person in persons:
        units = plain_order(person.name).split()
        if len(units) > 1:
            first, last = units[0], units[-1]
            yield from (" ".join(units), f"{first} {last}", f"{last} {first}", *_glued([(first,), (last,)]))


class Names:
    """Finds the names of flagged *persons* in texts of a meeting that also names *others*."""

    def __init__(self, persons: tuple[FlaggedPerson, ...], others: Iterable[str]) -> None:
        known = [words_of(name) for name in (*others, *(person.name for person in persons))]
        self._wanted = [_Wanted(number, person, known) for number, person in enumerate(persons)]

    def __bool__(self) -> bool:
        return bool(self._wanted)

    def find(self, view: Seen, *, small: bool = False) -> tuple[list[NameHit], set[int]]:
        """The names in *view*, by the places where they were written; and who *may* be named besides.

        Parts of names count also in *small* letters where all is written in them, as in addresses.
        """
        words = _words_in(view.text)
        hits: list[NameHit] = []
        doubts: set[int] = set()
        for wanted in self._wanted:
            for hit in _found(wanted, view.text, words, small):
                if hit is None:
                    doubts.add(wanted.number)
                else:
                    start, end = view.written(hit.start, hit.end)
                    hits.append(attrs.evolve(hit, start=start, end=end))
        return hits, doubts


def _found(wanted: _Wanted, text: str, words: list[_Word], small: bool) -> Iterator[NameHit | None]:
    """The person's names; ``None`` for each word that may be a part of it, or of another's."""
    yield from _aliases(wanted, text, words)
    place = 0
    while place < len(words):
        word = words[place]
        if word.folded in wanted.glued or word.folded.removesuffix("s") in wanted.glued:
            yield NameHit(wanted.number, word.start, word.end, "full-name")
            place += 1
        elif wanted.unit(word) is None and not wanted.is_initial(word):
            place += 1
        else:
            end = _run_end(wanted, text, words, place)
            first, last = _own(wanted, text, words, place, end)
            yield from _judged(wanted, text, words, first, last, small)
            place = end


def _run_end(wanted: _Wanted, text: str, words: list[_Word], place: int) -> int:
    """The place behind the words of the name that stand side by side from *place* on."""
    end = place + 1
    ahead = end
    between = 0
    while ahead < len(words) and _are_beside(wanted, text, words[ahead - 1], words[ahead]):
        if wanted.unit(words[ahead]) is not None or wanted.is_initial(words[ahead]):
            if not between or not wanted.is_known_other(words[ahead - 1], words[ahead]):
                end = ahead + 1
        elif words[ahead].folded not in _PARTICLES:
            between += 1
            if between > _MOST_BETWEEN or not _may_be_between(wanted, text, words[ahead - 1], words[ahead]):
                break
        ahead += 1
    return end


def _may_be_between(wanted: _Wanted, text: str, left: _Word, word: _Word) -> bool:
    """Whether *word* may be a middle name that the flagged name does not tell: "Ida Maria Ek"."""
    is_close = text[left.end : word.start] in (" ", "-")
    return is_close and word.is_capital and left.is_capital and not wanted.is_known_other(left, word)


def _own(wanted: _Wanted, text: str, words: list[_Word], place: int, end: int) -> tuple[int, int]:
    """The run without what belongs to somebody else in a list: "Ida Ek, Bo Ask" names no Bo Ek."""
    is_list = end - place > 1 and "," in text[words[end - 2].end : words[end - 1].start]
    if is_list and all(_name_of_another(wanted, text, words, one) for one in (place, end - 1)):
        return place + 1, end - 1
    return place, end


def _are_beside(wanted: _Wanted, text: str, left: _Word, right: _Word) -> bool:
    gap = text[left.end : right.start]
    if _GAP.fullmatch(gap) is None:
        return False
    return not gap.startswith(". ") or wanted.is_initial(left)


def _judged(
    wanted: _Wanted, text: str, words: list[_Word], place: int, end: int, small: bool
) -> Iterator[NameHit | None]:
    run = words[place:end]
    if not run:
        return
    units = [wanted.unit(word) for word in run]
    named = {unit[0] for unit in units if unit is not None}
    last = units[-1]
    is_genitive = last is not None and last[1]
    initials = any(wanted.is_initial(word) for word in run)
    if len(named) > 1 or (named and initials):
        yield NameHit(wanted.number, run[0].start, run[-1].end, "full-name", is_genitive)
        return
    for number, (word, unit) in enumerate(zip(run, units, strict=True), place):
        if unit is None:
            continue
        if wanted.count == 1 and _stands_alone(text, word):
            yield NameHit(wanted.number, word.start, word.end, "full-name", unit[1])
        elif word.is_capital or small:
            other = _name_of_another(wanted, text, words, number)
            if other is None:
                is_shared = word.folded in wanted.shared or word.folded.removesuffix("s") in wanted.shared
                part = NameHit(wanted.number, word.start, word.end, "part-of-name", unit[1])
                yield None if is_shared else part
            elif not wanted.is_known_other(*other):
                yield None


def _stands_alone(text: str, word: _Word) -> bool:
    return not any(map(str.isalnum, text[: word.start] + text[word.end :]))


def _name_of_another(
    wanted: _Wanted, text: str, words: list[_Word], place: int
) -> tuple[_Word, _Word] | None:
    """The word with a name beside it that makes it somebody else's: "Ida Berg", "Bo Ek"."""
    word = words[place]
    if place + 1 < len(words) and text[word.end : words[place + 1].start] == " ":
        after = words[place + 1]
        if word.folded in wanted.unit_of and is_full_name(f"{word.text} {after.text}"):
            return word, after
    if place and text[words[place - 1].end : word.start] == " ":
        before = words[place - 1]
        if before.is_capital and before.text.casefold() in GIVEN_NAMES:
            return before, word
    return None


def _aliases(wanted: _Wanted, text: str, words: list[_Word]) -> Iterator[NameHit]:
    for alias, parts in wanted.aliases:
        size = len(parts)
        for place in range(len(words) - size + 1):
            if words[place].folded != parts[0] and size > 1:
                continue
            run = words[place : place + size]
            last = run[-1].folded
            is_genitive = last != parts[-1] and last == f"{parts[-1]}s"
            fits = tuple(word.folded for word in run[:-1]) == parts[:-1] and (
                last == parts[-1] or is_genitive
            )
            gaps = pairwise(run)
            if fits and all(_are_beside(wanted, text, *pair) for pair in gaps):
                if alias.isupper() and not run[0].text.isupper():
                    continue  # "IE" is not "ie"
                yield NameHit(wanted.number, run[0].start, run[-1].end, "alias", is_genitive)
