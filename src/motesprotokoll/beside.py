"""A document beside what was understood of it: each line with what became of it, and the findings there.

A reading does not remember which line a value came from. So the words of the meeting are laid out in its
order, and each line is looked for among them, from where the line before it was found.
"""

import re
import textwrap
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate

import attrs

from motesprotokoll.extraction import Line
from motesprotokoll.findings import Finding
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.locating import SHORT, WINDOW, days_as_written, letters_of
from motesprotokoll.messages import translate
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attendance,
    Block,
    Decision,
    Meeting,
    Occasion,
    Paragraph,
    Participant,
    Section,
    Table,
    Unread,
)
from motesprotokoll.model.places import items_in, walk_body
from motesprotokoll.summary import finding_line, when

Translate = Callable[[str], str]
Passage = tuple[str, str]
"""What words are (``beslut``), and the words."""
Fact = tuple[str, str, str]
"""What it is (``plats``), how it is told, and the letters by which a line tells it."""

_NUMBER = re.compile(r"^[\W\d_]*+(?:[a-zåäö][.)]\s)?")
_PLACE = re.compile(r"(rad|sida) (\d+)")
_ENDS = 24
"""So many letters of a line's beginning or end tell where it belongs, when the whole does not."""
_UNKNOWN = "?"
_NARROWEST, _WIDEST = 60, 140


@attrs.frozen
class Beside:
    """One line of the document, what became of it, and what was found uncertain in it."""

    line: str
    told: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def lines_beside(lines: Sequence[Line], reading: Reading, language: str = "sv") -> tuple[Beside, ...]:
    """Each of *lines* with what became of it. What cannot be placed is told by ``?``."""
    t = partial(translate, language=language)
    placed = _placed(lines, reading.findings)
    finder = _Finder(reading, t, language)
    return tuple(
        Beside(line.text, finder.told(line), tuple(placed[place])) for place, line in enumerate(lines)
    )


def beside(lines: Sequence[Line], reading: Reading, language: str = "sv", width: int = 100) -> Iterator[str]:
    """The document in two columns of together *width* signs: its lines, and what became of them."""
    t = partial(translate, language=language)
    yield t("Dokumentet, rad för rad ({sign} = raden hör inte till något som lästes ut)").format(
        sign=_UNKNOWN
    )
    width = min(max(width, _NARROWEST), _WIDEST)
    left = width * 3 // 5
    for row in lines_beside(lines, reading, language):
        texts = textwrap.wrap(row.line, left) or [""]
        told = textwrap.wrap("; ".join(row.told), width - left - 3) or [""]
        for place in range(max(len(texts), len(told))):
            text = texts[place] if place < len(texts) else ""
            yield f"{text:<{left}} | {told[place] if place < len(told) else ''}".rstrip()
        for finding in row.findings:
            yield from textwrap.wrap(
                finding_line(finding, language), width, initial_indent="  ^ ", subsequent_indent="    "
            )


# ------------------------------------------------------------------------------------------------ findings


def _placed(lines: Sequence[Line], findings: Iterable[Finding]) -> dict[int, list[Finding]]:
    """The findings by the line under which they are shown. Those without a place stand in the summary."""
    by_number = {line.number or place: place for place, line in reversed([*enumerate(lines, 1)])}
    by_page = {line.page: place for place, line in reversed([*enumerate(lines, 1)])}
    placed = defaultdict[int, list[Finding]](list)
    for finding in findings:
        found = _PLACE.match(finding.where or "")
        if found:
            known = by_number if found[1] == "rad" else by_page
            place = known.get(int(found[2]))
            if place is not None:
                placed[place - 1].append(finding)
    return placed


# ------------------------------------------------------------------------------------------------ words


class _Finder:
    """What became of line after line."""

    def __init__(self, reading: Reading, t: Translate, language: str) -> None:
        found = [(tag, letters_of(text)) for tag, text in _passages(reading.meeting, t)]
        passages = [(tag, letters) for tag, letters in found if letters]
        self._tags = [tag for tag, _ in passages]
        self._text = "".join(letters for _, letters in passages)
        self._starts = [0, *accumulate(len(letters) for _, letters in passages)][:-1]
        self._begins = frozenset(self._starts)
        self._cursor = 0
        self._facts = dict[str, list[tuple[str, str]]]()
        for what, told, key in _facts(reading.meeting, t, language):
            if len(key) > 1:
                self._facts.setdefault(key, []).append((what, told))
        self._labels = frozenset(map(letters_of, reading.labels))
        self._label = t("etikett")

    def told(self, line: Line) -> tuple[str, ...]:
        """What became of *line*."""
        whole, bare = letters_of(line.text), letters_of(_NUMBER.sub("", line.text))
        if whole in self._facts:
            return self._known(whole)
        after = letters_of(line.text.partition(":")[2])
        for letters in filter(None, (whole, bare, after)):
            tags = self._at(letters)
            if tags:
                return tags
        found = (*self._known(whole), *(tag for cell in line.cells for tag in self._at(letters_of(cell))))
        return tuple(dict.fromkeys(found)) or self._partly(whole, bare)

    def _partly(self, whole: str, bare: str) -> tuple[str, ...]:
        """What became of a line that nothing holds as a whole."""
        if whole in self._labels or bare in self._labels:
            return (self._label,)
        found = (*self._at(bare[:_ENDS]), *self._at(whole[-_ENDS:])) if len(whole) >= _ENDS else ()
        ends = (whole[:SHORT], whole[-SHORT:]) if len(whole) >= SHORT else ()
        keys = [key for key in self._facts if any(end in key for end in ends)]
        found = tuple(dict.fromkeys(found)) or _grouped(one for key in keys for one in self._facts[key])
        return found or ((_UNKNOWN,) if whole else ())

    def _at(self, letters: str) -> tuple[str, ...]:
        """What the passages are in which *letters* stand."""
        start = self._find(letters) if letters else -1
        if start < 0:
            return ()
        end = start + len(letters)
        self._cursor = end
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1)
        return tuple(dict.fromkeys(self._tags[first:last]))

    def _find(self, letters: str) -> int:
        reach = len(letters)
        for low, high in (
            (self._cursor, self._cursor + WINDOW + reach),
            (max(self._cursor - WINDOW, 0), self._cursor + reach),
        ):
            start = self._text.find(letters, low, high)
            if start >= 0 and (reach >= SHORT or start in self._begins):
                return start
        return -1

    def _known(self, letters: str) -> tuple[str, ...]:
        """The facts that *letters* tell, in their order."""
        keys = [key for key in self._facts if key in letters]
        longest = [key for key in keys if not any(key in other for other in keys if other != key)]
        return _grouped(one for key in sorted(longest, key=letters.index) for one in self._facts[key])


def _grouped(facts: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """``närvarande: Ida Ek, Bo Al`` instead of the same word again and again."""
    groups: dict[str, dict[str, None]] = {}
    for what, told in facts:
        groups.setdefault(what, {})[told] = None
    return tuple(f"{what}: {', '.join(told)}" for what, told in groups.items())


def _passages(meeting: Meeting, t: Translate) -> Iterator[Passage]:
    """The words of the meeting's text in its order."""
    yield from _in_body(meeting.preamble, t)
    yield from _in_items(meeting.agenda, t)
    yield from _in_body(meeting.appendix, t)


def _in_items(agenda: tuple[AgendaItem, ...], t: Translate) -> Iterator[Passage]:
    for item, *_ in items_in(agenda):
        name = f"{t('punkt')} {item.number}" if item.number else t("punkt")
        yield name, item.heading or ""
        yield from _in_body(item.body, t)


def _in_body(body: tuple[Block, ...], t: Translate) -> Iterator[Passage]:
    for found in walk_body(body):
        block = found.block
        if isinstance(block, Decision):
            yield t("beslut"), block.text
            yield from ((t("att-sats"), clause) for clause in block.clauses)
        elif isinstance(block, ActionItem):
            yield t("åtgärd"), block.text
        elif isinstance(block, Paragraph):
            yield t("text"), block.text
        elif isinstance(block, Unread):
            yield t("oläst"), block.text
        elif isinstance(block, Section):
            yield t("avsnitt"), block.label
        elif isinstance(block, Table):
            yield t("tabell"), block.title or ""


# ------------------------------------------------------------------------------------------------ facts


def _facts(meeting: Meeting, t: Translate, language: str) -> Iterator[Fact]:
    """What is known beside the text."""
    network = meeting.network
    home = network.organisation if network else None
    named = (
        (t("organ"), network.name if network else None),
        (t("organisation"), home.name if home else None),
        (t("dokument"), meeting.kind_label),
        (t("titel"), meeting.title),
        (t("nummer"), meeting.number),
        (t("diarienummer"), meeting.case_number),
    )
    yield from ((what, text, letters_of(text)) for what, text in named if text)
    yield from _moments(t("tid"), meeting.occasion, t, language)
    words = {
        Attendance.PRESENT: t("närvarande"),
        Attendance.IN_ATTENDANCE: t("övrig närvarande"),
        Attendance.ABSENT: t("frånvarande"),
    }
    for person in meeting.participants:
        yield _person(words.get(person.attendance or Attendance.PRESENT, t("närvarande")), person)
    offices = (
        (t("antecknat av"), meeting.note_taker),
        (t("ordförande"), meeting.chair),
        *((t("justerare"), one) for one in meeting.verifiers),
    )
    yield from (_person(what, person) for what, person in offices if person)
    yield from _moments(t("nästa möte"), meeting.next_meeting, t, language)


def _person(what: str, person: Participant) -> Fact:
    beside = f" ({person.organisation})" if person.organisation else ""
    return what, f"{person.name}{beside}", letters_of(person.name)


def _moments(what: str, occasion: Occasion | None, t: Translate, language: str) -> Iterator[Fact]:
    if occasion is None:
        return
    told = when(occasion, language) or ""
    yield from ((what, told, letters_of(words)) for words in _ways(occasion))
    if occasion.place:
        yield t("plats"), occasion.place, letters_of(occasion.place)


def _ways(occasion: Occasion) -> Iterator[str]:
    """How a document may write the days and the hours."""
    if occasion.times is not None:
        yield f"{occasion.times.start:%H%M}"
    yield from days_as_written(occasion.dates)
