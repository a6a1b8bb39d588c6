"""What the reader understands of our corpus: ``make score``, or ``make score SCORE="-v .md"`` for the misses.

Each document in ``corpus`` stands beside the meeting that a careful person reads in it. For each field both
are broken into facts; a fact in both is right, one only in the reading is false, one only in the expected
meeting is missed. Precision is right / (right + false), recall right / (right + missed), F1 their harmonic
mean, over the facts of all documents together. Words are compared by their letters and figures alone, in
small letters, so that neither spaces, dashes nor emoji count.

What is one fact:

======================= =====================================================================================
date                    the day or days; a vague date by its words
time                    start and end together
place, kind, body       the field
participants            name, organisation and attendance together
names                   the name alone (told to explain the row above)
items                   number and title together, sub-items included; *Punkt 4* is 4
decisions               content and clauses together, at least `ALIKE` alike
actions                 the text, at least `ALIKE` alike
owners                  one owner of one action; those of an action that is missed are missed
next meeting            the day or days; of a vague date one may say more than the other
next time, next place   as above (told to explain the row above)
signers                 office (chair, note-taker, verifier) and name together
======================= =====================================================================================

Alike is ``difflib.SequenceMatcher.ratio`` of the two texts; the most alike are paired first.

Letters are lost where the reading holds fewer of one than the document: counted against the lines of the
reader and, for text and Markdown, against the file itself without comments and HTML tags, marks above and
below letters left out, for extraction has torn some of them off.
"""

import argparse
import html
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import attrs

import motesprotokoll as mp
from motesprotokoll import guards
from motesprotokoll.interpret.accounting import count, letters_of_reading
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.readers.protocol import Reader
from motesprotokoll.registry import DEFAULT_REGISTRY

CORPUS = Path(__file__).parent / "corpus"
ALIKE = 0.9
SLOW = 2.0
"""Seconds."""
SAYS_NOTHING = {*range(39, 49), 58, 70, 81, 82}
"""The numbers of the documents that say almost nothing, in which nothing may be invented."""

Fact = tuple[str, ...]
Pairs = list[tuple[int, int]]


def plain(text: str | None) -> str:
    """The words of *text* in small letters, to compare by."""
    return " ".join(re.findall(r"[^\W_]+", (text or "").casefold()))


def days(dates: mp.DateSpan | mp.PartialDate | None) -> Iterator[Fact]:
    if dates is not None:
        yield (str(dates) if isinstance(dates, mp.DateSpan) else plain(dates.text),)


def one(value: str | None) -> Iterator[Fact]:
    if value:
        yield (value,)


def times(occasion: mp.Occasion | None) -> Iterator[Fact]:
    return one(str(occasion.times) if occasion and occasion.times else None)


def place(occasion: mp.Occasion | None) -> Iterator[Fact]:
    return one(plain(occasion.place) if occasion else None)


def number(item: mp.AgendaItem) -> str:
    """The number as written, but for its stop and the word *punkt*."""
    return re.sub(r"^punkt|[^\w§]", "", (item.number or "").casefold())


def items(agenda: Iterable[mp.AgendaItem]) -> Iterator[Fact]:
    for item in agenda:
        if item.number or item.title:
            yield number(item), plain(item.title)
        yield from items(item.items)


def participants(meeting: mp.Meeting) -> Iterator[Fact]:
    for who in meeting.participants:
        yield plain(who.name), plain(who.organisation), str(who.attendance or "invited")


def signers(meeting: mp.Meeting) -> Iterator[Fact]:
    offices = (("chair", meeting.chair), ("note-taker", meeting.note_taker))
    for office, who in (*offices, *(("verifier", who) for who in meeting.verifiers)):
        if who is not None:
            yield office, plain(who.name)


def decisions(meeting: mp.Meeting) -> Iterator[Fact]:
    for decision in meeting.decisions:
        text = " ".join((decision.text, *decision.clauses))
        yield (plain(text) or text,)


def actions(meeting: mp.Meeting) -> Iterator[Fact]:
    return ((plain(action.text) or action.text,) for action in meeting.actions)


def same(expected: Sequence[Fact], read: Sequence[Fact]) -> Pairs:
    """Which of *expected* is which of *read*, by equality."""
    free = list(enumerate(read))
    pairs = []
    for index, fact in enumerate(expected):
        found = next((other for other in free if other[1] == fact), None)
        if found is not None:
            free.remove(found)
            pairs.append((index, found[0]))
    return pairs


def alike(expected: Sequence[Fact], read: Sequence[Fact]) -> Pairs:
    """Which of *expected* is which of *read*, by likeness, the most alike first."""
    ratios = sorted(
        (-SequenceMatcher(None, here[0], there[0], autojunk=False).ratio(), index, other)
        for index, here in enumerate(expected)
        for other, there in enumerate(read)
    )
    pairs: Pairs = []
    for ratio, index, other in ratios:
        if -ratio >= ALIKE and all(index != left and other != right for left, right in pairs):
            pairs.append((index, other))
    return pairs


def within(expected: Sequence[Fact], read: Sequence[Fact]) -> Pairs:
    """The first of each, where one says all that the other says."""
    if not expected or not read:
        return []
    (here, *_), (there, *_) = expected[0], read[0]
    exact = any(re.match(r"\d{4}-\d\d-\d\d", day) for day in (here, there))
    return [(0, 0)] if here == there or (not exact and (here in there or there in here)) else []


@attrs.frozen
class Field:
    """A field of a meeting: its facts, and how the expected ones find those that were read."""

    name: str
    facts: Callable[[mp.Meeting], Iterator[Fact]]
    paired: Callable[[Sequence[Fact], Sequence[Fact]], Pairs] = same
    invented: bool = True
    """Whether a false fact of this field is an invented one. A heading is none, and a name is told once."""


FIELDS = (
    Field("date", lambda meeting: days(meeting.occasion.dates if meeting.occasion else None)),
    Field("time", lambda meeting: times(meeting.occasion)),
    Field("place", lambda meeting: place(meeting.occasion)),
    Field("kind", lambda meeting: one(meeting.kind)),
    Field("body", lambda meeting: one(plain(meeting.network.name) if meeting.network else None)),
    Field("participants", participants),
    Field("names", lambda meeting: ((name,) for name, *_ in participants(meeting)), invented=False),
    Field("items", lambda meeting: items(meeting.agenda), invented=False),
    Field("decisions", decisions, alike),
    Field("actions", actions, alike),
    Field("next meeting", lambda meeting: days(_next(meeting).dates), within),
    Field("next time", lambda meeting: times(_next(meeting))),
    Field("next place", lambda meeting: place(_next(meeting))),
    Field("signers", signers),
)
OWNERS = "owners"


def _next(meeting: mp.Meeting) -> mp.Occasion:
    return meeting.next_meeting or mp.Occasion()


@attrs.define
class Tally:
    """Right, false and missed facts."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def add(self, right: int, false: int, missed: int) -> None:
        self.right += right
        self.false += false
        self.missed += missed

    @property
    def precision(self) -> float:
        """1 where nothing was read."""
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        """1 where nothing was to be read."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        wrong = self.false + self.missed
        return 2 * self.right / (2 * self.right + wrong) if self.right + wrong else 1.0


@attrs.define
class Score:
    """What the whole corpus gave. The lists name the document and what is wrong with it."""

    tallies: dict[str, Tally] = attrs.Factory(dict)
    documents: int = 0
    crashes: list[str] = attrs.Factory(list)
    slow: list[str] = attrs.Factory(list)
    lost: list[str] = attrs.Factory(list)
    invented: list[str] = attrs.Factory(list)
    misses: dict[str, list[str]] = attrs.Factory(dict)


def documents(wanted: Sequence[str] = ()) -> Iterator[tuple[Path, Path]]:
    """Each document whose name holds one of *wanted* (all without), with its expected meeting."""
    for expected in sorted(CORPUS.glob("*.json")):
        for path in sorted(CORPUS.glob(f"{expected.stem}.*")):
            if path != expected and (not wanted or any(part in path.name for part in wanted)):
                yield path, expected


def alone() -> list[str]:
    """Documents without an expected meeting, and expected meetings without a document."""
    stems = {path.stem for path in CORPUS.iterdir() if path.name[:2].isdigit()}
    paired = {path.stem for path, _ in documents()}
    return sorted(stems - paired)


def score(wanted: Sequence[str] = ()) -> Score:
    """Read every document and compare."""
    total = Score({name: Tally() for name in names()})
    for path, expected in documents(wanted):
        total.documents += 1
        start = time.perf_counter()
        try:
            reading = mp.read(path)
        except Exception as error:  # noqa: BLE001 - whatever it raises is what is counted
            total.crashes.append(f"{path.name}: {type(error).__name__}: {error}")
            reading = mp.Reading(mp.Meeting())
        else:
            seconds = time.perf_counter() - start
            if seconds > SLOW:
                total.slow.append(f"{path.name}: {seconds:.1f} s")
            gone = lost(path, reading)
            if gone:
                total.lost.append(f"{path.name}: {gone.total()} ({''.join(sorted(gone.elements()))[:40]})")
        meeting = mp.load(expected)
        assert isinstance(meeting, mp.Meeting), expected.name
        compare(total, path, meeting, reading.meeting)
    return total


def names() -> list[str]:
    """The fields in the table's order: who is to do a thing stands behind the thing."""
    listed = [field.name for field in FIELDS]
    listed.insert(listed.index("actions") + 1, OWNERS)
    return listed


def compare(total: Score, path: Path, expected: mp.Meeting, read: mp.Meeting) -> None:
    """Add one document to *total*."""
    misses = total.misses.setdefault(path.name, [])
    empty = path.name[:2].isdigit() and int(path.name[:2]) in SAYS_NOTHING
    for field in FIELDS:
        wished, got = list(field.facts(expected)), list(field.facts(read))
        pairs = field.paired(wished, got)
        missed = [fact for index, fact in enumerate(wished) if index not in {left for left, _ in pairs}]
        false = [fact for index, fact in enumerate(got) if index not in {right for _, right in pairs}]
        total.tallies[field.name].add(len(pairs), len(false), len(missed))
        misses += [f"- {field.name}: {' | '.join(fact)}" for fact in missed]
        misses += [f"+ {field.name}: {' | '.join(fact)}" for fact in false]
        if empty and field.invented:
            total.invented += [f"{path.name}: {field.name}: {' | '.join(fact)}" for fact in false]
        if field.name == "actions":
            _owners(total, misses, expected, read, pairs)
    if empty:
        total.invented += [f"{path.name}: {what}" for what in _others(expected, read)]


def _owners(total: Score, misses: list[str], expected: mp.Meeting, read: mp.Meeting, pairs: Pairs) -> None:
    place_of = {right: left for left, right in pairs}
    wished = Counter(
        (str(index), plain(owner)) for index, action in enumerate(expected.actions) for owner in action.owners
    )
    got = Counter(
        (str(place_of.get(index, f"+{index}")), plain(owner))
        for index, action in enumerate(read.actions)
        for owner in action.owners
    )
    missed, false = wished - got, got - wished
    total.tallies[OWNERS].add((wished & got).total(), false.total(), missed.total())
    for sign, facts in (("-", missed), ("+", false)):
        misses += [f"{sign} {OWNERS}: {owner}" for _, owner in facts.elements()]


def _others(expected: mp.Meeting, read: mp.Meeting) -> Iterator[str]:
    """What else may be invented: fields that are set and should not be."""
    for name in ("number", "case_number", "status", "finished_on", "next_meeting", "schedule"):
        if getattr(expected, name) is None and getattr(read, name) is not None:
            yield f"{name}: {getattr(read, name)}"
    known = {plain(one.title) for one in expected.attachments}
    yield from (f"attachment: {one.title}" for one in read.attachments if plain(one.title) not in known)


COMMENT_OR_TAG = re.compile(r"<!--.*?-->|</?[a-z][a-z0-9]*+(?:\s[^<>]*+)?+>", re.DOTALL | re.IGNORECASE)
TEXTS = {"text", "markdown"}


def lost(path: Path, reading: mp.Reading) -> "Counter[str]":
    """The letters and figures that *reading* does not hold."""
    name = DEFAULT_REGISTRY.for_suffix(path.suffix)
    assert name is not None, path.name
    loaded = DEFAULT_REGISTRY.reader(name)
    data = path.read_bytes()
    reader = guards.made_reader(loaded)
    assert isinstance(reader, Reader), name
    extraction = guards.extraction_of(reader, data, DEFAULT_LIMITS, loaded)
    kept = letters_of_reading(reading)
    gone = count("".join([*(line.text for line in extraction.lines), *extraction.furniture])) - kept
    if name in TEXTS:
        text = decoded(data)
        seen = html.unescape(COMMENT_OR_TAG.sub(" ", text)) if name == "markdown" else text
        of_file = count(bare(seen)) - count(bare("".join(kept.elements())))
        return max(gone, of_file, key=Counter.total)
    return gone


def decoded(data: bytes) -> str:
    """UTF-8, else what Windows wrote."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def bare(text: str) -> str:
    """*text* with its ligatures taken apart, and without the marks above and below letters."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def table(total: Score) -> Iterator[str]:
    """The lines of the report."""
    yield f"{'field':14}{'precision':>10}{'recall':>8}{'F1':>8}{'right':>8}{'false':>7}{'missed':>8}"
    for name, tally in total.tallies.items():
        yield (
            f"{name:14}{tally.precision:10.3f}{tally.recall:8.3f}{tally.f1:8.3f}"
            f"{tally.right:8}{tally.false:7}{tally.missed:8}"
        )
    yield ""
    yield f"{total.documents} documents; not compared, for they stand alone: {', '.join(alone()) or 'none'}"
    for what in ("crashes", "slow", "lost", "invented"):
        told: list[str] = getattr(total, what)
        yield f"{what}: {len(told)}"
        yield from (f"  {line}" for line in told)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; always 0, for a figure is no failure. ``tests/test_corpus.py`` holds the goals."""
    parser = argparse.ArgumentParser(description="Precision and recall over tests/corpus.")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="also what each document lacks (-) or has too much (+)"
    )
    parser.add_argument("names", nargs="*", help="only documents whose names hold one of these")
    options = parser.parse_args(arguments)
    total = score(options.names)
    if options.verbose:
        for name, misses in total.misses.items():
            lines = misses or ["all right"]
            sys.stdout.write("\n  ".join([name, *lines]) + "\n")
        sys.stdout.write("\n")
    sys.stdout.write("\n".join(table(total)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
