"""What a vocabulary is: labels, cues and phrases as data with a name and a source, quick to look up.

Matching is by case-folded words. A phrase that ends in ``*`` takes any ending: ``godkän*`` is both *godkänns*
and *godkände*.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property, lru_cache

import attrs

from motesprotokoll.model import Attendance, Kind, Mode, Outcome, PartOfDay
from motesprotokoll.swedish.name_words import NameWords


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


_LOOSE = frozenset(
    {
        Topic.ATTENDANCE,
        Topic.DATE,
        Topic.TIME,
        Topic.CHAIR,
        Topic.NOTE_TAKER,
        Topic.VERIFIER,
        Topic.FINISHED,
        Topic.NEXT_MEETING,
    }
)


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
    """Words that say until when."""
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
    return max(phrase.casefold().split(" "), key=lambda word: (word not in _FREQUENT, len(word)))


_FIRST_PICTURE = "\u2190"
"""From here on Unicode has arrows, dingbats and emoji, which say nothing in a label."""


_BROKEN = "\N{REPLACEMENT CHARACTER}"
"""What stands for a letter that a wrong encoding has destroyed."""


def label_key(text: str) -> str:
    """*text* as labels are compared: case-folded, without colon, emphasis marks and outer space."""
    bare = text.casefold().strip(" :*_.#")
    while bare and bare[-1] > _FIRST_PICTURE and not bare[-1].isalnum():
        bare = bare[:-1].rstrip(" :*_.#")
    while bare and bare[0] > _FIRST_PICTURE and not bare[0].isalnum():
        bare = bare[1:].lstrip(" :*_.#")
    return " ".join(bare.split())


_OR_BROKEN = {ord(letter): f"[{letter}{_BROKEN}]" for letter in "åäöé"}
"""Letters of a cue may be broken where its longest word is whole."""


def _pattern(phrase: str) -> str:
    words = [
        re.escape(word[:-1]) + r"\w*+" if word.endswith("*") else re.escape(word) for word in phrase.split()
    ]
    return r"\s".join(words).translate(_OR_BROKEN)


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
    def _regex(self) -> "re.Pattern[str]":
        longest_first = sorted({cue.phrase.casefold() for cue in self.cues}, key=len, reverse=True)
        return re.compile(r"(?<!\w)(?:" + "|".join(map(_pattern, longest_first)) + r")(?!\w)")

    def hint(self, folded: str) -> bool:
        """Whether *folded* (case-folded) may hold a cue: quick, and never wrong when it says no."""
        whole, stems = self._keys
        if any(stem in folded for stem in stems):
            return True
        return bool(whole) and not whole.isdisjoint(_words_in(folded))

    def find(self, folded: str, start: int = 0) -> "re.Match[str] | None":
        """The first cue in *folded* (case-folded) from *start* on."""
        return self._regex.search(folded, start) if self.hint(folded) else None


@attrs.frozen
class Vocabulary:
    """The words that a reader knows. A frozen value: `extended` gives a larger one."""

    labels: tuple[Label, ...] = ()
    cues: tuple[Cue, ...] = ()
    kinds: tuple[tuple[str, Kind], ...] = ()
    """Words by which documents call themselves, the weightiest first."""
    parts_of_day: tuple[tuple[str, PartOfDay], ...] = ()
    own_words: tuple[str, ...] = ()
    """Subjects that always mean the body that meets: *vi*, *mötet*."""
    bodies: tuple[str, ...] = ()
    """Endings of words that name a body: *nämnden*, *fullmäktige*."""
    modes: tuple[tuple[str, Mode], ...] = ()
    """Words by which the form of a meeting is told, and what they mean."""
    virtual_places: frozenset[str] = frozenset()
    """What stands as the place of a meeting that has none: *Teams*, *digitalt möte*."""
    place_words: tuple[str, ...] = ()
    """Endings of words that make a line below the date the place: *sammanträdesrum*, *bygdegården*."""
    video_links: tuple[str, ...] = ()
    """Parts of addresses that lead into a meeting."""
    blanks: frozenset[str] = frozenset()
    """What stands where a fact has not been written yet: *tbd*."""
    no_names: frozenset[str] = frozenset()
    """Stamps at the top of a document that are nobody's name: *utkast*."""
    genitives: tuple[str, ...] = ()
    """Endings of the name of a body whose last *s* can only be that of the genitive."""
    opens: tuple[str, ...] = ()
    """Parts of words that say that the meeting began."""
    ends: tuple[str, ...] = ()
    """Parts of words that say that the meeting was over."""
    tentative: tuple[str, ...] = ()
    """Beginnings of words that say that something may change."""
    cancelled: tuple[str, ...] = ()
    """Beginnings of words that say that a meeting is off."""
    fillers: frozenset[str] = frozenset()
    """Words around a date that say nothing of their own: *är*, *den*, *möte*."""
    places: frozenset[str] = frozenset()
    """Names of places and bodies that could be taken for a person's name."""
    body_words: frozenset[str] = frozenset()
    """Words in the name of an organisation that no person's name holds."""
    serving_remarks: tuple[str, ...] = ()
    """Beginnings of remarks beside a substitute's name that mean one who took a seat."""
    vacant: frozenset[str] = frozenset()
    """What stands in the place of a name where a seat is empty."""
    before_names: frozenset[str] = frozenset()
    """Kinds of documents that say who wrote where a name follows: ``Anteckningar: Bo Ek``."""
    attributed: frozenset[str] = frozenset()
    """First words of labels that may have more words behind them: ``Närvarande föräldrar:``."""
    organisation_stems: tuple[str, ...] = ()
    """Endings of words, without the definite article, that make a line the name of a body."""
    no_bodies: frozenset[str] = frozenset()
    """Words that only look as if they named a body."""
    titles: frozenset[str] = frozenset()
    """Titles that stand before a name: ``VD Eva Al``."""
    absent_remarks: tuple[str, ...] = ()
    """Beginnings of remarks beside a name that mean *not* present."""
    attended: frozenset[str] = frozenset()
    """What in the column for attendance says that a person came: *X*, *Ja*."""
    columns: tuple[tuple[str, str], ...] = ()
    """Headings of columns in a table of people, and the field that they mean."""
    task_columns: tuple[tuple[str, str], ...] = ()
    """Headings of columns in a table of things to do: ``what``, ``owner``, ``due``, ``decision``."""
    joining: frozenset[str] = frozenset()
    """Words that never end a heading, because something follows them: *och*, *på*."""

    def extended(self, labels: Iterable[Label] = (), cues: Iterable[Cue] = ()) -> "Vocabulary":
        """A vocabulary with more words; a label that is there already takes the new meaning."""
        return attrs.evolve(self, labels=(*self.labels, *labels), cues=(*self.cues, *cues))

    @cached_property
    def names(self) -> NameWords:
        """What tells a person's name from other words."""
        return NameWords(self.places, self.body_words, self.titles, self.vacant)

    @cached_property
    def _by_key(self) -> dict[str, Label]:
        return {label_key(label.words): label for label in self.labels}

    @cached_property
    def label_starts(self) -> frozenset[str]:
        """The first words of labels that may stand without a colon: ``Datum 2026-03-03``, ``Vid
        protokollet Bo Ek``."""
        return frozenset(key.split(" ")[0] for key, label in self._by_key.items() if label.topic in _LOOSE)

    def loose_label_of(self, text: str) -> tuple[Label, int] | None:
        """The label at the beginning of *text*, without a colon behind it, and its length."""
        parts = text.split(" ", 5)
        for size in range(min(4, len(parts) - 1), 0, -1):
            written = " ".join(parts[:size])
            label = self._by_key.get(label_key(written))
            if label is not None:
                return (label, len(written)) if label.topic in _LOOSE else None
        return None

    @cached_property
    def _sets(self) -> dict[Sign, CueSet]:
        return {sign: CueSet(tuple(cue for cue in self.cues if cue.sign is sign)) for sign in Sign}

    @cached_property
    def sayings(self) -> CueSet:
        """Every cue of a decision or an action."""
        signs = (Sign.DECIDES, Sign.DECIDED, Sign.ACTS, Sign.ASSIGNED)
        return CueSet(tuple(cue for cue in self.cues if cue.sign in signs))

    @cached_property
    def _outcomes(self) -> tuple[tuple[Outcome, CueSet], ...]:
        order = (
            Outcome.REFERRED_BACK,
            Outcome.TABLED,
            Outcome.WITHDRAWN,
            Outcome.NOTED,
            Outcome.DECLINED,
            Outcome.ADOPTED,
        )
        return tuple(
            (outcome, CueSet(tuple(cue for cue in self.cues if cue.outcome is outcome))) for outcome in order
        )

    def is_tentative(self, folded: str) -> bool:
        """Whether case-folded words say that something may change."""
        return any(word in folded for word in self.tentative)

    def is_cancelled(self, folded: str) -> bool:
        """Whether case-folded words say that a meeting is off."""
        return any(word in folded for word in self.cancelled)

    def mode_of(self, folded: str) -> Mode | None:
        """The form of meeting that case-folded words name."""
        return next((mode for word, mode in self.modes if word in folded), None)

    def is_virtual_place(self, folded: str) -> bool:
        """Whether case-folded words are written as the place of a meeting that has none: *Teams*."""
        return folded.strip(" .,") in self.virtual_places

    def names_place(self, text: str) -> bool:
        """Whether a word of *text* names a room or a house."""
        return any(word.strip(",").endswith(self.place_words) for word in text.casefold().split(" "))

    def is_blank(self, text: str) -> bool:
        """Whether *text* only holds a place for what is to be written later: ``XXX``, ``???``, ``____``."""
        folded = text.casefold().strip(" .?_–-…[]()*")
        return not any(map(str.isalnum, folded)) or folded in self.blanks or set(folded) == {"x"}

    def without_genitive(self, name: str) -> str:
        """The *name* of a body without the *s* of the genitive, where that is sure: *Båtklubben* of
        *Båtklubbens*."""
        return name[:-1] if name.casefold().endswith(self.genitives) else name

    def is_filler(self, folded: str) -> bool:
        """Whether all of some case-folded words say nothing of their own."""
        return all(word.strip(".,:") in self.fillers for word in folded.split())

    def is_opening(self, folded: str) -> bool:
        """Whether one case-folded word stands before a place and is no part of it."""
        return folded in self.fillers or self.is_tentative(folded) or self.mode_of(folded) is not None

    def only_mode(self, folded: str) -> bool:
        """Whether some case-folded words say how sure and in which form, and nothing else."""
        return all(self.is_opening(word.strip(".,:")) for word in folded.split())

    @cached_property
    def offices(self) -> dict[str, Topic | None]:
        """Remarks beside a name, and the office that they tell."""
        return {cue.phrase.casefold(): cue.topic for cue in self.cues if cue.sign is Sign.OFFICE}

    def elected_offices(self, title: str) -> frozenset[Topic]:
        """The offices that the item with this *title* elects to: ``Val av justerare``."""
        folded = title.casefold()
        if "val av" not in folded and "utse" not in folded:
            return frozenset()
        return frozenset(topic for word, topic in self.offices.items() if topic and word in folded)

    @cached_property
    def _parts(self) -> dict[str, PartOfDay]:
        return dict(self.parts_of_day)

    def part_of_day(self, text: str) -> PartOfDay | None:
        """The part of the day that *text* as a whole names: ``Förmiddagarna:``."""
        return self._parts.get(label_key(text))

    @cached_property
    def finite(self) -> frozenset[str]:
        """Verbs of which a heading holds none."""
        told = (cue.phrase.casefold() for cue in self.cues if cue.sign in (Sign.FINITE, Sign.DECIDES))
        return frozenset(phrase for phrase in told if " " not in phrase)

    @cached_property
    def infinitives(self) -> frozenset[str]:
        """The verbs of taking something on, as a list of things to do begins with them: *kolla*, *skriv*."""
        verbs = {cue.phrase.split(" ")[0] for cue in self.cues if cue.sign is Sign.ACTS}
        stems = {verb[:-2] for verb in verbs if verb.endswith("er")}
        bare = {verb[:-1] for verb in verbs if verb.endswith(("ar", "ör"))}
        return frozenset({*stems, *(f"{stem}a" for stem in stems), *bare})

    @cached_property
    def longest_label(self) -> int:
        """The length of the longest label: a line that is longer is none."""
        return max((len(label.words) for label in self.labels), default=0) + 8

    def signs(self, sign: Sign) -> CueSet:
        """The cues of one *sign*."""
        return self._sets[sign]

    def label_of(self, text: str) -> Label | None:
        """The label that *text* is as a whole, whatever its case and with or without a colon."""
        if len(text) > self.longest_label:
            return None
        key = label_key(text)
        return self._by_key.get(key) if _BROKEN not in key else self._broken_label_of(key)

    def _broken_label_of(self, key: str) -> Label | None:
        """The one label of which *key* has lost letters, but not most: each broken sign was one of them."""
        if 3 * key.count(_BROKEN) > len(key):
            return None
        pattern = re.compile(re.escape(key).replace(_BROKEN, "[åäöé]"))
        found = [
            label for name, label in self._by_key.items() if len(name) == len(key) and pattern.fullmatch(name)
        ]
        return found[0] if len({label.topic for label in found}) == 1 else None

    def attributed_label_of(self, text: str) -> Label | None:
        """The label of attendance that *text* narrows: ``Närvarande föräldrar``."""
        first, _, more = text.partition(" ")
        if first.casefold() not in self.attributed or not 0 < len(more.split(" ")) < 4:
            return None
        return self.label_of(first)

    def columns_of(self, cells: Iterable[str]) -> list[str | None]:
        """What the cells of a header say that their columns hold: who does what until when."""
        return [self._tasks.get(label_key(cell)) for cell in cells]

    @cached_property
    def _tasks(self) -> dict[str, str]:
        return dict(self.task_columns)

    @cached_property
    def _columns(self) -> dict[str, str]:
        return dict(self.columns)

    def column_of(self, cell: str) -> str | None:
        """The field of a person that the heading *cell* means."""
        return self._columns.get(label_key(cell))

    def names_body(self, text: str) -> bool:
        """Whether a word of *text* makes it the name of a body: ``Roddklubben Viken``, ``BRF Utsikten``."""
        for word in text.casefold().split(" "):
            if word in self.no_bodies:
                continue
            for stem in (word, word.removesuffix("en"), word.removesuffix("et"), word.removesuffix("n")):
                if stem.endswith(self.organisation_stems):
                    return True
        return False

    @cached_property
    def stated(self) -> "re.Pattern[str]":
        """Labels of a decision or an action that run into their words: ``Beslut: Vi köper båten.``"""
        topics = (Topic.DECISION, Topic.ACTIONS)
        words = {label.words.casefold() for label in self.labels if label.topic in topics}
        longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        return re.compile(rf"(?i)(?:^|(?<=[.!?] ))(\**({longest_first})(?:\*\*: ?|: ?\**)) ?(?=\S)")

    def is_attendance(self, label: str) -> bool:
        """Whether *label* heads a list of people, be they present, absent or only invited."""
        found = self.label_of(label)
        return found is not None and found.topic is Topic.ATTENDANCE

    def attendance_of(self, label: str) -> Attendance | None:
        """What *label* says of those below it; ``None`` also where it says nothing (*Kallade*)."""
        found = self.label_of(label)
        return found.attendance if found is not None else None

    def kind_of(self, label: str) -> Kind | None:
        """The kind of document that a title or label names, by its weightiest word."""
        folded = label.casefold()
        for word, kind in self.kinds:
            if word in folded:
                return kind
        return None

    def is_kind(self, word: str) -> bool:
        """Whether one case-folded word is what a document calls itself: *styrelseprotokoll*."""
        stem = word.strip(" :,.–-").removesuffix("ar")
        return any(stem.endswith(kind) for kind, _ in self.kinds)

    def outcome_of(self, text: str) -> Outcome | None:
        """What became of the matter, by the words of a decision; ``None`` where they do not say.

        The order matters: a decision to refer back is also a decision, and *beslutar att avslå* declines.
        """
        folded = text.casefold()
        for outcome, cues in self._outcomes:
            if cues.find(folded) is not None:
                return outcome
        return None
