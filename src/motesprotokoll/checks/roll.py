"""Who is in the lists of a document, and whom a name in its text may mean."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from motesprotokoll.model import Attendance, Meeting, Participant
from motesprotokoll.swedish.slips import Names

CAME = (Attendance.PRESENT, Attendance.IN_ATTENDANCE)
"""How somebody is listed who was there."""
_PLACE = re.compile(r" \(| (?:på|från|i|hos) ")
"""What parts a name from where somebody comes from: ``Ida på Ale kommun``, ``Ida (Ale)``."""


class Roll:
    """The people of a meeting: those in its list, those with an office, and the members of the body."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting

    @property
    def is_kept(self) -> bool:
        """Whether the document lists who came, so that it means something not to be listed."""
        return len([one for one in self.meeting.participants if one.attendance in CAME]) > 1

    @cached_property
    def officers(self) -> tuple[tuple[str, Participant], ...]:
        """Chair, note-taker and verifiers, with their places."""
        meeting = self.meeting
        single = (("$.chair", meeting.chair), ("$.note_taker", meeting.note_taker))
        verifiers = ((f"$.verifiers[{number}]", one) for number, one in enumerate(meeting.verifiers))
        return (*((where, one) for where, one in single if one is not None), *verifiers)

    @cached_property
    def listed(self) -> Names:
        """The names in the list of participants."""
        return Names(one.name for one in self.meeting.participants)

    @cached_property
    def listed_words(self) -> "Words":
        """The words of the names in the list of participants."""
        return Words(one.name for one in self.meeting.participants)

    def is_listed_shortly(self, name: str) -> bool:
        """Whether the list has *name* as those do who know each other: *Ida*, or *Ida E*, for Ida Ek."""
        first, *others = name.casefold().split()
        short = {first, *(f"{first} {word[0]}{stop}" for word in others[-1:] for stop in ("", "."))}
        return bool(others) and any(one.name.casefold() in short for one in self.meeting.participants)

    @cached_property
    def members(self) -> Names:
        """The names of the members of the body."""
        network = self.meeting.network
        return Names(one.name for one in network.members) if network is not None else Names(())

    @cached_property
    def known(self) -> Names:
        """The names in the list, of those with an office, and of the members."""
        return Names(one.name for one in self._everybody())

    @cached_property
    def present(self) -> "Words":
        """The words of the names of those who came."""
        return Words(one.name for one in self.meeting.participants if one.attendance in CAME)

    @cached_property
    def all_words(self) -> "Words":
        """The words of the names of everybody who is known."""
        return Words(one.name for one in self._everybody())

    def _everybody(self) -> Iterator[Participant]:
        yield from self.meeting.participants
        yield from (one for _, one in self.officers)
        if self.meeting.network is not None:
            yield from (Participant(one.name) for one in self.meeting.network.members)


class Words:
    """Full names by the words in them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_word: dict[str, set[str]] = {}
        for name in names:
            folded = name.casefold()
            for word in folded.replace(",", " ").split():
                self._by_word.setdefault(word, set()).add(folded)
                if "-" in word:
                    self._by_word.setdefault(word.partition("-")[0], set()).add(folded)

    def fitting(self, written: str) -> frozenset[str]:
        """The names that hold every word of *written*; a single letter is the beginning of one."""
        whole = [word for word in written.casefold().split() if len(word.rstrip(".")) > 1]
        if not whole:
            return frozenset()
        found = [self._by_word.get(word) or self._by_word.get(word.removesuffix("s")) for word in whole]
        if not all(found):
            return frozenset()
        least, *others = sorted((one for one in found if one), key=len)
        return frozenset(name for name in least if all(name in other for other in others))


def name_and_place(written: str) -> tuple[str, bool]:
    """The name in *written*, and whether a place stands with it.

    >>> name_and_place("Ida på Ale kommun"), name_and_place("Ida Ek")
    (('Ida', True), ('Ida Ek', False))
    """
    name, *place = _PLACE.split(written, maxsplit=1)
    return name, bool(place)
