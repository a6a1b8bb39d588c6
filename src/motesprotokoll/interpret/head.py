"""The head of a document: who met, when and where, and what the document calls itself."""

import re
from collections.abc import Sequence

import attrs

from motesprotokoll.interpret.closing import SIGNERS, Closing, closes, read_closing
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.edges import BREAKS, OPEN_ENDS, at, begins_small, first_word, last_word
from motesprotokoll.interpret.head_facts import FACTS, Head
from motesprotokoll.interpret.moments import (
    day_of,
    find_times,
    read_around,
    read_moment,
    whole_times,
)
from motesprotokoll.interpret.pieces import Form, Piece
from motesprotokoll.interpret.titles import TitleLines
from motesprotokoll.model import Mode, TimeSpan
from motesprotokoll.repair import join
from motesprotokoll.swedish import split_sentences
from motesprotokoll.swedish.finding_dates import find_dates
from motesprotokoll.vocabulary import Topic

_METADATA = re.compile(r"[a-z][a-z_-]{1,19}: \S")
"""A line of metadata for a program: ``tags: möte``."""
_FORM = 14
"""How many lines a form of facts may have above what the document calls itself."""
_LETTERHEAD = 6
"""How many lines may stand above what the document calls itself."""
_LONGEST_LETTERHEAD = 60
_QUOTES = "\"' <>[]"
"""Signs around a value that are none of its words."""
_REGISTERED = re.compile(r"\b[0-9]{6}-[0-9]{4}\b")
_LONGEST_REGISTERED = 40
"""Organisationsnummer: a line in a letterhead that says nothing of the meeting."""
_FACTS = FACTS | {Topic.BODY, Topic.TITLE}
_NAMING = frozenset({Topic.PLAN, Topic.SECTION})
"""Labels that may also be what a document calls itself: *Föredragningslista*, *Sammanfattning*."""


def read_head(pieces: Sequence[Piece], desk: Desk, closing: Closing) -> Head:
    """Read the head; people who sign there go into *closing*."""
    reader = _HeadReader(pieces, desk, closing)
    return reader.head


class _HeadReader(TitleLines):
    def __init__(self, pieces: Sequence[Piece], desk: Desk, closing: Closing) -> None:
        super().__init__(pieces, desk)
        self._closing = closing
        self._over = False
        self._mail = False
        place = 0
        while place < len(pieces):
            place += self._take(place)
        self._named_by_label()

    def _is_named_below(self) -> bool:
        """Whether the line below the first one says what the document is."""
        below = at(self._pieces, 1)
        return below is not None and below.label is None and self._desk.words.kind_of(below.text) is not None

    def _named_by_label(self) -> None:
        """What the document is, if all that says so is a label at the very top: *Dagordning*."""
        first = self.head.rest[0] if self.head.rest else None
        if self.head.kind is not None or first is None or first is not self._pieces[0]:
            return
        if first.label is None or first.label.topic not in _NAMING or first.rest:
            return
        self.head.kind = self._desk.words.kind_of(first.label_text)
        if self.head.kind is not None:
            self.head.kind_label = first.label_text
            del self.head.rest[0]

    def _take(self, place: int) -> int:
        piece = self._pieces[place]
        topic = piece.label.topic if piece.label is not None and closes(piece, self._desk) else None
        if topic in _FACTS and (piece.rest or not self._over):
            return self._fact(place, piece)
        if self._hour(piece) or self._mailed(place, piece):
            return 1
        if topic in SIGNERS or topic is Topic.FINISHED or (topic is Topic.NEXT_MEETING and piece.rest):
            return self._signer(place)
        if place == 0 and topic in _NAMING and self._is_named_below():
            self.head.rest.append(piece)
            return 1
        if piece.form is Form.LINK and self._video(piece):
            return 1
        called = self._over and topic is None
        called = called and (self._is_below_greeting(piece) or self._is_called(place, piece))
        if called and self._title_line(piece.text, piece):
            return 1
        if self._over or topic is not None or piece.form not in (Form.TEXT, Form.HEADING, Form.NUMBERED):
            self._over = self._over or piece.form is not Form.LINK
            self.head.rest.append(piece)
            return 1
        metadata = piece.form is Form.TEXT and _METADATA.match(piece.text) is not None
        if metadata and self._desk.words.kind_of(piece.text) is None:
            self.head.rest.append(piece)
            return 1
        text, used = self._joined(place)
        if self._title_line(text, piece):
            if self.head.named and self.head.named[-1] is piece:
                self.head.named = (*self.head.named[:-1], *self._pieces[place : place + used])
        else:
            self.head.rest.extend(self._pieces[place : place + used])
            if _REGISTERED.search(text) is not None and len(text) < _LONGEST_REGISTERED:
                return used
            known = bool(self.head.network or self.head.title or self.head.kind)
            self._over = self._over or (known and not self._goes_on_below(place + used, text))
        return used

    def _goes_on_below(self, place: int, text: str) -> bool:
        """Whether a short line that says nothing stands above what the document is, as in a letterhead."""
        below = [piece for piece in self._pieces[place : place + 2] if piece.label is None]
        return (
            self.head.kind is None
            and place <= _LETTERHEAD
            and len(text) <= _LONGEST_LETTERHEAD
            and any(
                self._desk.words.kind_of(piece.text) is not None and not self._is_sentence(piece.text, None)
                for piece in below
            )
        )

    def _hour(self, piece: Piece) -> bool:
        """Read ``Mötets öppnande: 18.00`` and ``Slut: 20.10``: the hours, each on a line of its own."""
        written, colon, value = piece.text.partition(":")
        words, folded = self._desk.words, written.casefold().strip()
        starts = words.is_hour(folded, words.opens)
        if piece.form is not Form.TEXT or not colon or not (starts or words.is_hour(folded, words.ends)):
            return False
        moment = whole_times(value.strip())
        times = moment.times if moment is not None else None
        if times is None or times.end is not None or (not starts and self.head.times is None):
            return False
        if starts:
            self.head.times = self.head.times or times
        else:
            assert self.head.times is not None
            self.head.times = TimeSpan(self.head.times.start, times.start)
        self._desk.label(piece.text, piece.number)
        return True

    def _mailed(self, place: int, piece: Piece) -> bool:
        """Keep a line of the head of a mail (``Skickat: …``); its day tells the year of the meeting."""
        written, colon, value = piece.text.partition(":")
        if place > _LETTERHEAD + 2 or not colon or written.casefold() not in self._desk.words.mail_labels:
            return False
        self._mail = True
        if self._desk.meeting_date is None:
            sent = read_moment(value, self._desk, piece.number, quiet=True)
            self._desk.meeting_date = day_of(sent.dates)
        self.head.rest.append(piece)
        return True

    def _is_below_greeting(self, piece: Piece) -> bool:
        """Whether a mail names the meeting and its day in a line of its own, below what it says first."""
        if not self._mail or self.head.dates is not None or piece.form not in (Form.TEXT, Form.HEADING):
            return False
        words, text = self._desk.words, piece.text
        if len(text) > _LONGEST_LETTERHEAD or not find_dates(text) or self._is_sentence(text, None):
            return False
        return words.meeting.search(text) is not None or words.kind_of(text) is not None

    def _is_called(self, place: int, piece: Piece) -> bool:
        """Whether a heading below a form of facts says what the document is: ``BYGGMÖTESPROTOKOLL NR 7``."""
        if self.head.kind is not None or place >= _FORM or piece.form is not Form.HEADING or piece.marker:
            return False
        return self._desk.words.is_kind(first_word(piece.text).casefold())

    def _video(self, piece: Piece) -> bool:
        """Read a bare address that leads into the meeting; it is the place, unless there is one."""
        if self.head.told.place is not None or not any(
            part in piece.text.casefold() for part in self._desk.words.video_links
        ):
            return False
        self.head.told.mode = self.head.told.mode or Mode.REMOTE
        self.head.told.add_place(piece.text)
        return True

    def _signer(self, place: int) -> int:
        piece = self._pieces[place]
        used = 1
        below = at(self._pieces, place + 1)
        if not piece.rest and below is not None and below.label is None and not below.gap:
            used = 2
        before = len(self._closing.rest)
        read_closing(self._pieces[place : place + used], self._desk, self._closing)
        self.head.rest.extend(self._closing.rest[before:])
        del self._closing.rest[before:]
        return used

    def _joined(self, place: int) -> tuple[str, int]:
        """A title that is wrapped over lines, as one."""
        first = self._pieces[place]
        text, used = self._shown(first), 1
        below = at(self._pieces, place + 1)
        if below is not None and self._is_held_below(text, below):
            return join(text, self._first_sentence(place + 1)), 2
        for piece in self._pieces[place + 1 : place + 3]:
            last = last_word(text).casefold()
            goes_on = begins_small(piece.text) or text.endswith(OPEN_ENDS) or last in self._desk.words.joining
            alike = piece.form is Form.TEXT or (piece.form is first.form and piece.depth == first.depth)
            if not alike or piece.label is not None or piece.gap or not goes_on:
                break
            text = join(text, self._shown(piece))
            used += 1
        return text, used

    def _is_held_below(self, text: str, below: Piece) -> bool:
        """Whether the line below what a document is called goes on with whose it is: ``Protokoll`` / ``fört
        vid årsmöte med …``."""
        words = self._desk.words
        return (
            words.kind_of(text) is not None
            and " " not in text
            and below.form is Form.TEXT
            and below.label is None
            and first_word(below.text) in words.of_whom
        )

    def _first_sentence(self, place: int) -> str:
        """The first sentence at *place*; what follows it is put in a line of its own."""
        piece = self._pieces[place]
        first, *others = split_sentences(piece.line.text)
        if others:
            line = attrs.evolve(piece.line, text=" ".join(others))
            self.head.rest.append(Piece(Form.TEXT, line, line.text))
        return first

    @staticmethod
    def _shown(piece: Piece) -> str:
        if piece.form is Form.HEADING and not piece.marker:
            return piece.text
        return piece.line.text.lstrip("#% ")

    # --------------------------------------------------------------------------------- facts with a label

    def _fact(self, place: int, piece: Piece) -> int:
        assert piece.label is not None
        head, desk, topic = self.head, self._desk, piece.label.topic
        value, used, line = piece.rest, 1, piece.number
        if not value:
            below = at(self._pieces, place + 1)
            if below is None or below.label is not None or below.form in (Form.BULLET, Form.ROW):
                head.rest.append(piece)
                return 1
            value, used, line = below.line.text, 2, below.number
        value, more = self._wrapped(value, place + used)
        used += more
        value = value.strip(_QUOTES)
        if desk.words.is_blank(value):
            head.rest.extend(attrs.evolve(one, label=None) for one in self._pieces[place : place + used])
            return used
        desk.label_with_number(piece)
        if topic is Topic.BODY and head.network is None:
            head.network = value
        elif topic is Topic.TITLE and self._title_line(value, piece):
            if piece.label_text.casefold() not in desk.words.mail_subjects:
                head.named = ()  # the label says that it is a name
        elif topic is Topic.NUMBER and head.number is None:
            head.number = value
        elif topic is Topic.CASE_NUMBER and head.case_number is None:
            head.case_number = value
        elif topic is Topic.PLACE and find_times(value, [], desk.words) is not None:
            self._time(value, line, Topic.TIME_AND_PLACE)
        elif topic is Topic.PLACE:
            self._place(value, line)
        elif topic in (Topic.DATE, Topic.TIME, Topic.TIME_AND_PLACE) and self._time(value, line, topic):
            pass
        else:
            self._left(piece, value)
        return used

    def _left(self, piece: Piece, value: str) -> None:
        """Keep the words behind a label that they do not answer."""
        shown = attrs.evolve(piece.line, text=value)
        self.head.rest.append(attrs.evolve(piece, text=value, label=None, rest="", gap=True, line=shown))

    def _wrapped(self, value: str, place: int) -> tuple[str, int]:
        used = 0
        for piece in self._pieces[place : place + 3]:
            goes_on = begins_small(piece.text) or value.endswith(BREAKS)
            goes_on = goes_on and not first_word(piece.text).endswith(":")
            if piece.form is not Form.TEXT or piece.gap or piece.label is not None or not goes_on:
                break
            value = join(value, piece.line.text)
            used += 1
        return value, used

    def _place(self, value: str, line: int) -> None:
        head, words = self.head, self._desk.words
        folded = value.casefold()
        mode = words.mode_of(folded)
        head.told.mode = head.told.mode or mode
        if words.is_virtual_place(folded):
            self.head.told.add_place(value)
        elif mode is not None and words.only_mode(folded):
            self._desk.label(value, line)
        elif words.is_tentative(folded) and words.is_opening(first_word(folded).strip(".,:")):
            opening, _, place = value.partition(" ")
            self._desk.label(opening, line)
            self.head.told.add_place(place, tentative=True)
        else:
            self.head.told.add_place(value)

    def _time(self, value: str, line: int, topic: Topic) -> bool:
        moment = read_moment(value, self._desk, line, compact=True, year=self._year)
        if not moment.is_known:
            if topic is Topic.TIME and (hours := whole_times(value)) is not None:
                self._set_moment(hours, line, stated=True)
                return True
            if topic is Topic.TIME_AND_PLACE:
                self._place(value, line)
                return True
            return False
        self._set_moment(moment, line, stated=True)
        told = read_around(moment.around, self._desk, line, any_place=topic is not Topic.DATE)
        self.head.told.add(told)
        return True
