"""Lines joined to what the writer wrote: paragraphs, entries of lists, sub-headings, labels.

Where a paragraph ends is a question of evidence: room above, a small first letter, a line that stops although
the next word would still have fitted.
"""

from collections.abc import Sequence
from enum import Enum, auto

import attrs

from motesprotokoll.interpret.edges import BREAKS, OPEN_ENDS, STOPS, at, begins_small, first_word, last_word
from motesprotokoll.interpret.pieces import Form, Piece
from motesprotokoll.repair import join
from motesprotokoll.vocabulary import Label, Topic, Vocabulary


class Shape(Enum):
    """What some joined lines are."""

    PARAGRAPH = auto()
    ENTRY = auto()
    HEADING = auto()
    LABEL = auto()
    ROWS = auto()
    LINK = auto()
    MARKED = auto()


@attrs.define(eq=False)
class Unit:
    """Joined lines that are one thing."""

    shape: Shape
    line: int
    text: str = ""
    marker: str = ""
    indent: int = 0
    gap: bool = False
    label: Label | None = None
    depth: int = 0
    rows: list[Piece] = attrs.Factory(list)
    run_in: bool = False
    """Whether the label has words behind it on its own line; they are the next unit."""


USUAL_WIDTH = 80
_UNWRAPPED = 125
_FULL = 0.8
"""How much of the usual width a line must fill before its end can be the paper's and not the writer's."""
_COMPLETE = (*STOPS, ".”", '."', ".)", "!”", "?”", "…")
_INNER = frozenset("#(/&+%")
"""Signs with which no sentence begins, so that the line goes on with the one above."""
_GOES_ON = (*OPEN_ENDS, "(")
_NO_HEADING = ".,;:!?–-…"
"""Signs with which no heading ends."""
_HEADING_LENGTH = 100

BODY_TOPICS = frozenset(
    {
        Topic.SECTION,
        Topic.DECISION,
        Topic.ACTIONS,
        Topic.SCHEDULE,
        Topic.ATTACHMENTS,
        Topic.NEXT_MEETING,
        Topic.PLAN,
    }
)


def usual_width(pieces: Sequence[Piece]) -> int:
    """The length of a full line of running text; 0 where each paragraph is one long line."""
    lengths = sorted(length for piece in pieces if (length := len(piece.line.text)) > 40)
    if len(lengths) < 4:
        return 0 if lengths and lengths[-1] > _UNWRAPPED else USUAL_WIDTH
    width = lengths[len(lengths) * 9 // 10]
    return 0 if width > _UNWRAPPED else width


class Joiner:
    """Joins the lines of one body. Create it with them and take its `units`."""

    def __init__(self, pieces: Sequence[Piece], width: int, words: Vocabulary) -> None:
        self._pieces = pieces
        self._width = width
        self._words = words
        self._open: Unit | None = None
        self._parts: list[str] = []
        self._held: list[Unit] = []
        self.units: list[Unit] = []
        place = 0
        while place < len(pieces):
            place += self._take(place)
        self._close()

    def _take(self, place: int) -> int:
        """Deal with the line at *place*; how many lines that was."""
        piece = self._pieces[place]
        form = piece.form
        if form is Form.TEXT or (form is Form.NUMBERED and not is_entry(piece)):
            return self._text(place, piece)
        if form is Form.BULLET or form is Form.NUMBERED:
            self._start(self._entry(piece), piece.text)
        elif form is Form.LINK:
            self._link(place, piece)
        elif form is Form.ROW:
            return self._rows(place)
        elif form is Form.MARKED:
            return self._marked(place)
        else:
            self._heading(piece, piece.line.text if piece.marker else piece.text)
        return 1

    @staticmethod
    def _entry(piece: Piece) -> Unit:
        marker = piece.written or piece.marker
        return Unit(Shape.ENTRY, piece.number, marker=marker, indent=piece.line.indent, gap=piece.gap)

    def _text(self, place: int, piece: Piece) -> int:
        text = piece.line.text if piece.form is Form.NUMBERED else piece.text
        unit = self._open
        if (
            piece.label is not None
            and not piece.loose
            and piece.label.topic in BODY_TOPICS
            and text[:1].isupper()
            and self._is_free(piece)
        ):
            self._label(piece)
            return 1
        if unit is not None and self._goes_on(unit, piece, text):
            doubtful = bool(self._parts) and self._parts[-1].endswith(STOPS) and not begins_small(text)
            turned = self._pieces[place - 1].line.page != piece.line.page
            size = self._heading_size(place, short=not turned) if doubtful else 0
            if not size:
                self._parts.append(text)
                return 1
        else:
            size = self._heading_size(place)
        if size:
            whole = text
            for later in self._pieces[place + 1 : place + size]:
                whole = join(whole, later.text)
            self._heading(piece, whole)
            return size
        shape = Unit(Shape.PARAGRAPH, piece.number, indent=piece.line.indent, gap=piece.gap)
        self._start(shape, text)
        return 1

    def _is_free(self, piece: Piece) -> bool:
        """Whether a label may begin here: not in the middle of a sentence."""
        if piece.gap or piece.rest or not self._parts:
            return True
        last = self._parts[-1]
        return not last.endswith(BREAKS) and last_word(last).casefold() not in self._words.joining

    def _label(self, piece: Piece) -> None:
        self._close()
        unit = Unit(
            Shape.LABEL,
            piece.number,
            piece.label_text,
            label=piece.label,
            gap=piece.gap,
            run_in=bool(piece.rest),
        )
        self.units.append(unit)
        if piece.rest:
            self._start(Unit(Shape.PARAGRAPH, piece.number), piece.rest)

    def _heading(self, piece: Piece, text: str) -> None:
        self._close()
        if piece.label is not None and piece.label.topic in BODY_TOPICS and not piece.marker:
            self._label(piece)
        else:
            self.units.append(Unit(Shape.HEADING, piece.number, text, depth=piece.depth, gap=piece.gap))

    def _rows(self, place: int) -> int:
        end = place
        while end < len(self._pieces) and self._pieces[end].form is Form.ROW:
            end += 1
        rows = list(self._pieces[place:end])
        if len(rows) == 1 and not rows[0].text.startswith("|"):
            rows[0].form = Form.TEXT
            return 0
        self._close()
        self.units.append(Unit(Shape.ROWS, rows[0].number, rows=rows))
        return end - place

    def _marked(self, place: int) -> int:
        """Lines that the document itself says are decisions, or actions: as many as follow on each other."""
        self._close()
        end = place
        is_action = self._pieces[place].line.role == "action"
        while end < len(self._pieces) and self._pieces[end].form is Form.MARKED:
            if (self._pieces[end].line.role == "action") != is_action:
                break
            end += 1
        rows = list(self._pieces[place:end])
        self.units.append(Unit(Shape.MARKED, rows[0].number, rows=rows))
        return end - place

    def _link(self, place: int, piece: Piece) -> None:
        """An address on a line of its own. At the foot of a page it must not split the sentence that
        goes on."""
        unit = Unit(Shape.LINK, piece.number, piece.text)
        following = next(
            (one for one in self._pieces[place + 1 : place + 10] if one.form is not Form.LINK), None
        )
        broken = self._open is not None and not (self._parts or [""])[-1].endswith(_COMPLETE)
        if broken and following is not None and following.form is Form.TEXT and begins_small(following.text):
            following.gap = False
            self._held.append(unit)
        else:
            self._close()
            self.units.append(unit)

    def _start(self, unit: Unit, text: str) -> None:
        self._close()
        self._open = unit
        self._parts = [text] if text else []

    def _close(self) -> None:
        unit = self._open
        if unit is not None:
            unit.text = _joined(self._parts)
            self.units.append(unit)
            self._open, self._parts = None, []
        self.units.extend(self._held)
        self._held = []

    # ------------------------------------------------------------- does a line go on with the one before?

    def _goes_on(self, unit: Unit, piece: Piece, text: str) -> bool:
        if not self._parts:
            return not piece.gap  # a bullet alone on its line
        last = self._parts[-1]
        small = begins_small(text) or text[:1] in _INNER
        if piece.gap:
            return small and not last.endswith((*_COMPLETE, ":")) and _may_be_page_break(piece, last)
        if small:
            return not (text.startswith("att ") and self._is_clause(last))
        if last.endswith(_GOES_ON) or last_word(last).casefold() in self._words.joining:
            return True
        if unit.shape is Shape.ENTRY and piece.line.indent >= unit.indent + 2:
            return True
        if text[0] == "@":  # whoever is called by name has a line of their own
            return False
        return not last.endswith(":") and self._is_full(last, text)

    def _is_clause(self, last: str) -> bool:
        """Whether a line that begins with *att* is an att-sats of its own: the one before stopped early."""
        return last.endswith((":", " besluta")) or (len(self._parts) == 1 and not self._is_full(last, "att"))

    def _is_full(self, last: str, following: str) -> bool:
        if not self._width:
            return False
        return len(last) + 1 + len(first_word(following)) > _FULL * self._width

    # ----------------------------------------------------------------------- is a line a sub-heading?

    def _heading_size(self, place: int, *, short: bool = False) -> int:
        """How many lines from *place* on are an unnumbered sub-heading: 0, 1 or 2.

        A sub-heading is a line without a final stop and without a verb, and a full sentence or a list
        follows it.
        """
        pieces = self._pieces
        first = pieces[place]
        if not self._may_be_heading(first.line.text) or (first.label is not None and not first.loose):
            return 0
        if place > 0 and _labels_below(pieces[place - 1]):
            return 0
        size = 1
        following = at(pieces, place + 1)
        if following is not None and _is_small(following):
            if not self._may_end_heading(following.text):
                return 0
            size = 2
            following = at(pieces, place + 2)
        elif last_word(first.text).casefold() in self._words.joining:
            return 0
        if following is None:
            return 0
        last = pieces[place + size - 1].line.text
        return size if self._may_follow(following, place + size, last, short=short) else 0

    def _may_be_heading(self, text: str) -> bool:
        return (
            len(text) <= _HEADING_LENGTH
            and text[:1].isupper()
            and len(text) > 2
            and text[-1] not in _NO_HEADING
            and text.partition(":")[0].casefold() not in (*self._words.mail_labels, *self._words.owner_labels)
            and self._is_verbless(text)
        )

    def _may_end_heading(self, text: str) -> bool:
        return len(text) <= _HEADING_LENGTH * 0.7 and text[-1] not in _NO_HEADING and self._is_verbless(text)

    def _is_verbless(self, text: str) -> bool:
        if ". " in text or "? " in text or "http" in text:
            return False
        return self._words.finite.isdisjoint(text.casefold().replace(",", " ").split(" "))

    def _may_follow(self, following: Piece, place: int, last: str, *, short: bool) -> bool:
        if following.form in (Form.BULLET, Form.ROW) or (
            following.form is Form.NUMBERED and is_entry(following)
        ):
            return not following.gap or not short
        if following.form is not Form.TEXT:
            return False
        text = following.text
        if begins_small(text) or text[:1] in _INNER or not self._is_sentence(place):
            return False
        if following.gap or not self._is_full(last, text):
            return True
        return not short and not self._is_verbless(self._opening(place))

    def _opening(self, place: int) -> str:
        return " ".join(piece.text for piece in self._pieces[place : place + 2])

    def _is_sentence(self, place: int) -> bool:
        """Whether the lines from *place* on come to a full stop before the next room."""
        for count, piece in enumerate(self._pieces[place : place + 15]):
            if piece.form is not Form.TEXT or (count and piece.gap):
                return False
            if piece.text.endswith(_COMPLETE) or ". " in piece.text:
                return True
        return False


def _joined(parts: list[str]) -> str:
    """*parts* joined: each to the one before it, since a paragraph may have thousands of lines."""
    whole: list[str] = []
    last = ""
    for part in parts:
        joined = join(last, part)
        whole.append(joined[len(last) :])
        last = part
    return "".join(whole)


def _may_be_page_break(piece: Piece, last: str) -> bool:
    """Whether the room between the line *last* and *piece* may be that between two pages."""
    return last.endswith(BREAKS) or piece.line.page > 1


def _labels_below(piece: Piece) -> bool:
    """Whether *piece* is a label alone on its line, so that what stands below it is what it labels."""
    label = piece.label
    if label is None or piece.loose or piece.rest:
        return False
    return label.topic is Topic.SECTION or label.topic is Topic.DECISION


def _is_small(piece: Piece) -> bool:
    """Whether a line goes on with the sentence of the line above."""
    return piece.form is Form.TEXT and not piece.gap and begins_small(piece.text)


def is_entry(piece: Piece) -> bool:
    """Whether a numbered line that is no agenda item is an entry of a list, and not a sentence with a
    figure."""
    return piece.scheme in (".", ")") and bool(piece.text) and len(piece.marker) < 7
