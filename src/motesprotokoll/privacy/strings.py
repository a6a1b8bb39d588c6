"""One string of a meeting without what is to go: found as it is seen, cut where it was written."""

from collections.abc import Iterable, Sequence

import attrs

from motesprotokoll.privacy.log import LogEntry
from motesprotokoll.privacy.masks import PERSON, blanked, mask_of, masks_pattern, person_masks
from motesprotokoll.privacy.names import Names
from motesprotokoll.privacy.profile import RedactionProfile
from motesprotokoll.privacy.removed import Removal
from motesprotokoll.swedish import PersonalData, find_personal_data
from motesprotokoll.swedish.lookalikes import seen, views

_ROUNDS = 8
"""How often a text is searched again: taking one number away may bare another beside it."""
_RANK = {kind.value: number for number, kind in enumerate(PersonalData)} | {PERSON: len(PersonalData)}


@attrs.frozen(repr=False)
class Hit:
    """What goes: from *start* to *end* of a text, *mask* in its place."""

    start: int
    end: int
    kind: str
    rule: str
    mask: str


@attrs.frozen(repr=False)
class Masked:
    """Texts after what was to go has gone, and what that was."""

    texts: tuple[str, ...]
    hits: tuple[Hit, ...] = ()
    removals: tuple[Removal, ...] = ()
    doubts: frozenset[int] = frozenset()

    def entries(self, where: str, rule: str | None = None) -> list[LogEntry]:
        """The log of it."""
        return [LogEntry(hit.kind, where, rule or hit.rule) for hit in self.hits]


class Masker:
    """Takes away from strings what *profile* says, with masks in *language*."""

    def __init__(
        self, profile: RedactionProfile, names: Names, language: str, venues: Iterable[str] = ()
    ) -> None:
        self.profile = profile
        self._names = names
        self._language = language
        self._people = person_masks(profile.persons)
        self._pattern = masks_pattern(self._people)
        self._venues = tuple(venues)
        """Where the body meets: these addresses are nobody's home."""

    def tells(self, path: str) -> bool:
        """Whether *path*, of an address, holds a name or a part of one in letters of any size."""
        return any(self._names.find(view, small=True)[0] for view in views(path)) if self._names else False

    def masked(self, texts: Sequence[str]) -> Masked:
        """*texts*, which are the pieces of one running text, without what is to go."""
        pieces = tuple(texts)
        hits: list[Hit] = []
        removals: list[Removal] = []
        doubts: set[int] = set()
        for _ in range(_ROUNDS):
            joined = "".join(pieces)
            found = self._found_in_pieces(pieces, doubts)
            if not found:
                return Masked(pieces, tuple(hits), tuple(removals), frozenset(doubts))
            hits += found
            removals += [one for hit in found for one in _removals(joined[hit.start : hit.end], hit)]
            pieces = _cut(pieces, found)
        # Numbers run into one another without an end: none of it can be shown.
        whole = attrs.evolve(hits[-1], rule="whole")
        pieces = (whole.mask, *("" for _ in pieces[1:]))
        return Masked(pieces, (*hits, whole), tuple(removals), frozenset(doubts))

    def _found_in_pieces(self, pieces: tuple[str, ...], doubts: set[int]) -> list[Hit]:
        """What is in the whole text, and in each piece alone: a link stands out from the words around it."""
        joined = "".join(pieces)
        found = self._found(joined, doubts)
        start = 0
        for piece in pieces if len(pieces) > 1 else ():
            alone = self._found(piece, doubts)
            found += [attrs.evolve(one, start=one.start + start, end=one.end + start) for one in alone]
            start += len(piece)
        return _merged(found)

    def _found(self, text: str, doubts: set[int]) -> list[Hit]:
        text = blanked(text, self._pattern)
        found = []
        for one in find_personal_data(text, kinds=self.profile.kinds):
            if not one.certain and not self.profile.doubtful:
                continue
            if one.kind is PersonalData.ADDRESS and self._is_venue(text[one.start : one.end]):
                continue
            rule = "form" if one.certain else "doubtful"
            mask = mask_of(one.kind, self._language)
            found.append(Hit(one.start, one.end, one.kind.value, rule, mask))
        return found + self._names_in(text, doubts)

    def _names_in(self, text: str, doubts: set[int]) -> list[Hit]:
        if not self._names:
            return []
        found = []
        for view in views(text):
            names, may_be = self._names.find(view)
            doubts |= may_be
            for one in names:
                mask = self._people[one.person] + (":s" if one.is_genitive else "")
                found.append(Hit(one.start, one.end, PERSON, one.rule, mask))
        return found

    def _is_venue(self, address: str) -> bool:
        address = seen(address).text.casefold()
        return any(address in venue for venue in self._venues)


def _merged(found: Iterable[Hit]) -> list[Hit]:
    """What overlaps as one hit, of the kind that tells most."""
    merged: list[Hit] = []
    for one in sorted(found, key=lambda hit: (hit.start, -hit.end, _RANK[hit.kind])):
        if merged and one.start < merged[-1].end:
            last = merged[-1]
            first = min(last, one, key=lambda hit: _RANK[hit.kind])
            merged[-1] = attrs.evolve(first, start=last.start, end=max(last.end, one.end))
        else:
            merged.append(one)
    return merged


def _cut(pieces: tuple[str, ...], hits: list[Hit]) -> tuple[str, ...]:
    """*pieces* with each mask where its hit begins, and nothing of the hit in any other piece."""
    changed = []
    start = 0
    for piece in pieces:
        end = start + len(piece)
        parts: list[str] = []
        place = start
        for hit in hits:
            if hit.end <= start or hit.start >= end:
                continue
            parts.append(piece[place - start : max(hit.start - start, 0)] if hit.start > place else "")
            parts.append(hit.mask if hit.start >= start else "")
            place = min(hit.end, end)
        changed.append("".join([*parts, piece[place - start :]]))
        start = end
    return tuple(changed)


def _removals(written: str, hit: Hit) -> list[Removal]:
    """The strings that must not be found again: what was written, and what it is seen as."""
    exact = hit.rule in ("part-of-name", "alias")
    texts = dict.fromkeys([written, *(view.text for view in views(written))])
    return [Removal(hit.kind, text, exact) for text in texts]
