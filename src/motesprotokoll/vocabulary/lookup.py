"""A vocabulary: its tables, quick to look up."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import attrs

from motesprotokoll.errors import WrongTypeError, quoted
from motesprotokoll.model import Attendance, Kind, Mode, Outcome, PartOfDay
from motesprotokoll.swedish.name_words import NameWords
from motesprotokoll.vocabulary.tables import Tables
from motesprotokoll.vocabulary.terms import BROKEN, Cue, CueSet, Label, Sign, Topic, label_key

_TABLES = frozenset(field.name for field in attrs.fields(Tables))
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
"""What labels without a colon may announce."""


def _rows(name: str, more: Iterable[Any], known: Iterable[Any]) -> Iterator[Any]:
    """What a caller adds to the table *name*, in lower case, as the words there are."""
    kind = type(next(iter(known), ""))
    for one in more if isinstance(more, Iterable) and not isinstance(more, str) else [None]:
        if not isinstance(one, kind):
            raise WrongTypeError(f"expected rows like those that are there, got {quoted(more)}", name)
        yield one.casefold() if isinstance(one, str) else one


def _either(words: Iterable[str]) -> str:
    """A pattern for any of *words*, the longest first; for none of them, one that never matches."""
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})" if longest_first else "(?!)"


@attrs.frozen
class Vocabulary(Tables):
    """The words that a reader knows. A frozen value: `extended` gives a larger one."""

    def extended(
        self, labels: Iterable[Label] = (), cues: Iterable[Cue] = (), **tables: Iterable[Any]
    ) -> "Vocabulary":
        """A vocabulary with more words; a label that is there already takes the new meaning.

        Args:
            labels: Lines that announce what follows them.
            cues: Phrases in running text that are a sign of something.
            tables: More words for any other table, by its name: ``bodies=["laget"]``.

        Raises:
            WrongTypeError: There is no such table, or what is given are no rows of it.
        """
        changes: dict[str, Any] = {}
        for name, more in {"labels": labels, "cues": cues, **tables}.items():
            if name not in _TABLES:
                raise WrongTypeError(f"a vocabulary has no table {quoted(name)}", "extended")
            known = getattr(self, name)
            changes[name] = type(known)((*known, *_rows(name, more, known)))
        return attrs.evolve(self, **changes)

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
            key = label_key(written)
            label = self._by_key.get(key) or (self._next_of(key) if key.startswith("nästa ") else None)
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

    @cached_property
    def _absent(self) -> "re.Pattern[str]":
        stems = [remark[:-1] for remark in self.absent_remarks if remark.endswith("*")]
        whole = [remark for remark in self.absent_remarks if not remark.endswith("*")]
        return re.compile(rf"{_either(stems)}|{_either(whole)}(?!\w)")

    def says_absent(self, folded: str) -> bool:
        """Whether a case-folded remark beside a name begins by saying that the person did not come."""
        return self._absent.match(folded) is not None

    @cached_property
    def _hour_words(self) -> dict[str, str]:
        return dict(self.hour_labels)

    def is_hour(self, folded: str, words: tuple[str, ...]) -> bool:
        """Whether a case-folded label is that of the hour at which the meeting began, or was over: *words*
        are `opens` or `ends`."""
        if self._hour_words.get(folded) in words:
            return True
        told = any(word.split(" ")[-1] in folded for word in words)
        return told and folded.startswith(("möte", "sammanträde"))

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

    def is_other_document(self, text: str) -> bool:
        """Whether the first word of *text* is what another kind of document calls itself: *Stadgar för …*"""
        first = text.casefold().split(" ", 1)[0]
        return first.endswith(self.other_documents) or first.startswith(self.other_documents)

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
    def _beginnings(self) -> frozenset[str]:
        """The first two letters of all labels: most lines begin otherwise, and need no closer look."""
        return frozenset(key[:2] for key in self._by_key)

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
        begins = text[:2].casefold()
        if begins.isalpha() and begins not in self._beginnings:
            return None
        key = label_key(text)
        if BROKEN in key:
            return self._broken_label_of(key)
        return self._by_key.get(key) or (self._next_of(key) if key.startswith("nästa ") else None)

    def _next_of(self, key: str) -> Label | None:
        """The label of the next meeting that *key* is by the name of what meets: ``Nästa skolråd``."""
        found = self.signs(Sign.NEXT).find(key)
        return self._next if found is not None and found.group() == key else None

    @cached_property
    def _next(self) -> Label | None:
        return next((label for label in self.labels if label.topic is Topic.NEXT_MEETING), None)

    def _broken_label_of(self, key: str) -> Label | None:
        """The one label of which *key* has lost letters, but not most: each broken sign was one of them."""
        if 3 * key.count(BROKEN) > len(key):
            return None
        pattern = re.compile(re.escape(key).replace(BROKEN, "[åäöé]"))
        found = [
            label for name, label in self._by_key.items() if len(name) == len(key) and pattern.fullmatch(name)
        ]
        return found[0] if len({label.topic for label in found}) == 1 else None

    def attributed_label_of(self, text: str) -> Label | None:
        """The label of attendance that *text* narrows: ``Närvarande föräldrar``."""
        first, _, more = text.strip(" *").partition(" ")
        if first.casefold() not in self.attributed or not 0 < len(more.split(" ")) < 4:
            return None
        if any(map(str.isdigit, more)) and not more.startswith("("):
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

    def ends_as_body(self, word: str) -> bool:
        """Whether *word*, without capitals, is a body in the definite form: ``hamnnätverket``."""
        return word.endswith(self.bodies) and not word.endswith(self.only_like_bodies)

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
    def meeting(self) -> "re.Pattern[str]":
        """The word for a meeting, with what stands before it: ``ordinarie årsmöte``."""
        kinds, nouns = (_either(words) for words in (self.kinds_of_meeting, self.meetings))
        return re.compile(rf"(?i)\b(?:{kinds} )?[\w-]*{nouns}(?:t|n)?\b")

    @cached_property
    def telling(self) -> "re.Pattern[str]":
        """A verb by which somebody tells those who meet something."""
        return re.compile(rf" {self.signs(Sign.TELLS).pattern}\b")

    @cached_property
    def electing(self) -> "re.Pattern[str]":
        """A verb by which somebody is chosen."""
        return re.compile(rf"(?:^| ){self.signs(Sign.ELECTS).pattern}(?= |\.|$)")

    @cached_property
    def until(self) -> "re.Pattern[str]":
        """Until when, without a date: ``till nästa möte``, ``före jul``, ``på höst-träffen``."""
        told = self.signs(Sign.DEADLINE).pattern
        return re.compile(rf"(?i)\b{told}\b|\bpå [a-zåäö]+-(?:träffen|mötet)\b")

    @cached_property
    def season_begins(self) -> tuple[str, ...]:
        """How a sentence begins that tells when the meeting of the other half-year is: ``Höstmötet blir``."""
        return tuple(f"{name}et {verb}" for name in self.seasonal for verb in self.is_held)

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
