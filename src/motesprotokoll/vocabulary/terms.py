"""What a vocabulary is made of: labels and cues, each with a name and a source, and sets of cues to look for.

Matching is by case-folded words. A phrase that ends in ``*`` takes any ending: ``godkän*`` is both *godkänns*
and *godkände*. A word that begins with ``*`` takes any compound: ``nästa *möte`` is *nästa årsmöte*, too.
"""

import re
from enum import StrEnum
from functools import cached_property, lru_cache

import attrs

from motesprotokoll.model import Attendance, Outcome


class Topic(StrEnum):
    """What a label announces."""

    ATTENDANCE = "attendance"
    """Those who came, or did not."""
    BODY = "body"
    """The body that meets."""
    TITLE = "title"
    """The meeting's title."""
    NUMBER = "number"
    """The meeting's number."""
    CASE_NUMBER = "case-number"
    """Diarienummer."""
    DATE = "date"
    """The day."""
    TIME = "time"
    """The hour, often with the day."""
    PLACE = "place"
    """The place."""
    TIME_AND_PLACE = "time-and-place"
    """Both at once."""
    CHAIR = "chair"
    """Ordförande."""
    NOTE_TAKER = "note-taker"
    """Sekreterare."""
    VERIFIER = "verifier"
    """Justerare."""
    FINISHED = "finished"
    """The day when the document was verified."""
    NEXT_MEETING = "next-meeting"
    """The next meeting."""
    SCHEDULE = "schedule"
    """Meeting dates for a period."""
    PLAN = "plan"
    """The planned agenda."""
    DECISION = "decision"
    """What was decided."""
    ACTIONS = "actions"
    """What is to be done."""
    SECTION = "section"
    """A part of an item, such as its background."""
    ATTACHMENTS = "attachments"
    """A list of attachments."""


@attrs.frozen
class Label:
    """Words that announce what follows them, such as *Närvarande*."""

    words: str
    topic: Topic
    attendance: Attendance | None = None
    """For `Topic.ATTENDANCE`; ``None`` means that the people were invited, which says nothing of who came."""
    name: str = "caller"
    source: str = "the caller"


class Sign(StrEnum):
    """What a cue in running text is a sign of."""

    DECIDES = "decides"
    """An active verb of deciding: it counts only with the meeting's own body as its subject."""
    DECIDED = "decided"
    """A passive of deciding: it counts unless somebody else is named."""
    OUTCOME = "outcome"
    """What became of the matter."""
    NOT_OWN = "not-own"
    """No decision of this meeting: a proposal, a report, a plan to decide."""
    ACTS = "acts"
    """A verb by which a named person takes something on."""
    ASSIGNED = "assigned"
    """A phrase by which something is put on a person."""
    NEXT = "next"
    """Words that announce the next meeting in a sentence."""
    ATTACHED = "attached"
    """Words that mention an attachment."""
    DEADLINE = "deadline"
    """Words that say until when, without a date."""
    TELLS = "tells"
    """A verb behind the name of one who presents an item."""
    ELECTS = "elects"
    """A verb beside the name of one who is chosen to an office of the meeting."""
    FINITE = "finite"
    """Verbs so common that a line with one is a sentence, not a heading."""
    OFFICE = "office"
    """Remarks beside a name that say which office the person held."""


@attrs.frozen
class Cue:
    """A phrase in running text that is a sign of something."""

    phrase: str
    sign: Sign
    outcome: Outcome | None = None
    topic: Topic | None = None
    """For `Sign.OFFICE`: which office."""
    name: str = "caller"
    source: str = "the caller"


_WORD = re.compile(r"\w+")
_FREQUENT = frozenset(("till", "över", "fram", "beslut", "mötet", "dagordningen", "inte", "från", "vidare"))
"""Words of cues that stand in so many sentences that they tell nothing."""


@lru_cache(maxsize=8)
def _words_in(folded: str) -> frozenset[str]:
    """The words of a case-folded sentence; it is asked for several signs in a row."""
    return frozenset(_WORD.findall(folded))


def _key_word(phrase: str) -> str:
    """The word of a phrase that tells most: without it, the phrase cannot stand in a text."""
    words = [word for word in phrase.casefold().split(" ") if not word.startswith("*")]
    return max(words, key=lambda word: (word not in _FREQUENT, len(word)))


_FIRST_PICTURE = "\u2190"
"""From here on Unicode has arrows, dingbats and emoji, which say nothing in a label."""


BROKEN = "\N{REPLACEMENT CHARACTER}"
"""What stands for a letter that a wrong encoding has destroyed."""


def label_key(text: str) -> str:
    """*text* as labels are compared: case-folded, without colon, emphasis marks and outer space."""
    bare = text.casefold().strip(" :*_.#")
    while bare and bare[-1] > _FIRST_PICTURE and not bare[-1].isalnum() and bare[-1] != BROKEN:
        bare = bare[:-1].rstrip(" :*_.#")
    while bare and bare[0] > _FIRST_PICTURE and not bare[0].isalnum() and bare[0] != BROKEN:
        bare = bare[1:].lstrip(" :*_.#")
    return " ".join(bare.split())


_OR_BROKEN = {ord(letter): f"[{letter}{BROKEN}]" for letter in "åäöé"}
"""Letters of a cue may be broken where its longest word is whole."""


def _pattern(phrase: str) -> str:
    return r"\s".join(map(_word_pattern, phrase.split())).translate(_OR_BROKEN)


def _word_pattern(word: str) -> str:
    stem = re.escape(word.strip("*"))
    return (r"\w{0,30}" if word.startswith("*") else "") + stem + (r"\w*+" if word.endswith("*") else "")


@attrs.frozen
class CueSet:
    """The cues of one sign, ready to be looked for."""

    cues: tuple[Cue, ...]

    @cached_property
    def _keys(self) -> tuple[frozenset[str], tuple[str, ...]]:
        """The word of each phrase that tells most, and the stems of those that take any ending."""
        keys = {_key_word(cue.phrase) for cue in self.cues}
        whole = frozenset(word for word in keys if not word.endswith("*"))
        return whole, tuple(sorted(word[:-1] for word in keys if word.endswith("*")))

    @cached_property
    def pattern(self) -> str:
        """Any of the cues, the longest first, as a part of a regular expression; of no cues, what never
        matches."""
        longest_first = sorted({cue.phrase.casefold() for cue in self.cues}, key=len, reverse=True)
        return f"(?:{'|'.join(map(_pattern, longest_first))})" if longest_first else "(?!)"

    @cached_property
    def _regex(self) -> "re.Pattern[str]":
        return re.compile(rf"(?<!\w){self.pattern}(?!\w)")

    def hint(self, folded: str) -> bool:
        """Whether *folded* (case-folded) may hold a cue: quick, and never wrong when it says no."""
        whole, stems = self._keys
        for stem in stems:  # no generator: each sentence comes by here, for several signs
            if stem in folded:
                return True
        return bool(whole) and not whole.isdisjoint(_words_in(folded))

    def find(self, folded: str, start: int = 0) -> "re.Match[str] | None":
        """The first cue in *folded* (case-folded) from *start* on."""
        return self._regex.search(folded, start) if self.hint(folded) else None
