"""What the lines at the top call the document, the body and the meeting."""

import re
from collections.abc import Sequence

import attrs

from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.edges import STOPS_OR_COLON, begins_small, first_word, last_word
from motesprotokoll.interpret.head_facts import Head
from motesprotokoll.interpret.moments import Moment, day_of, label_phrase, read_around, read_moment
from motesprotokoll.interpret.pieces import Form, Piece
from motesprotokoll.model import Dates, DateSpan, Kind, PartialDate
from motesprotokoll.swedish.finding_dates import find_dates
from motesprotokoll.vocabulary import label_key

_NUMBER = re.compile(r"(?i)(?:,? ?\b(?:möte|nr\.?|nummer)) ?(\d{1,4}(?:[:/]\d{1,4})?)(?![.\d:/-])")
_NUMBERED = re.compile(r"(?i)(?<=\wmöte) (\d{1,3})(?![.\d:/-])")
"""The number of a meeting behind a compound: ``Projektmöte 5``."""
_CASE_NUMBER = re.compile(r"(?i)\b(?:dnr|diarienr|diarienummer)\.?:? ((?:[A-ZÅÄÖ-]{1,8} )?\S*\d\S*)")
_YEARLY = re.compile(r" ([0-9]{1,4}[:/][0-9]{1,4})$")
_HELD_BY = re.compile(r" (i|för|med|hos) (\S[^.!?]{1,80})$")
_YEAR = re.compile(r" (?:19|20)[0-9]{2}$")
_LONE_YEAR = re.compile(r"(?<![\w./:-])(?:19|20)[0-9]{2}(?![\w./:-])")
_CALLED = re.compile(r"(?i)(.{2,80}?) (kallas (?:härmed )?till )(\S.*)")
_AT_HOME = re.compile(r"(?:Hemma hos|Hos|hos) [A-ZÅÄÖ][^.!?:]{1,40}")
_ADDRESS = re.compile(
    r"[A-ZÅÄÖ][a-zåäöé-]+(?: [A-Za-zÅÄÖåäöé-]+){0,3} [0-9]{1,3}(?: ?[A-Ha-h])?"
    r", [A-ZÅÄÖ][A-Za-zåäöé -]{1,40}"
)
"""A street and its number, and the town."""
_MOST_NAME_LINES = 4
_EDGES = " ,–-:(.|"
_LONGEST_TITLE = 160
_LONGEST_PLACE = 60


def _year_alone(pieces: Sequence[Piece]) -> int | None:
    """The one year that stands in the titles without a day: ``Mötesanteckningar, möte 2 2024``."""
    found = {
        int(year[0])
        for piece in pieces
        if piece.label is None and len(piece.text) < _LONGEST_TITLE and not find_dates(piece.text)
        for year in _LONE_YEAR.finditer(piece.text)
    }
    return found.pop() if len(found) == 1 else None


class TitleLines:
    """Reads lines without a label into a head, and keeps what is told of when and where."""

    def __init__(self, pieces: Sequence[Piece], desk: Desk) -> None:
        self._pieces = pieces
        self._desk = desk
        self.head = Head()
        self._stated = False
        self._year = _year_alone(pieces[:_MOST_NAME_LINES])

    def _set_moment(self, moment: Moment, line: int, *, stated: bool = False) -> None:
        """Take over what is known; a date behind a label (*stated*) is meant, one in a heading may be old."""
        head = self.head
        for phrase in moment.phrases:
            label_phrase(phrase, moment.dates, self._desk, line)
        if moment.dates is not None:
            self._set_dates(moment.dates, line, stated=stated)
        head.times = head.times or moment.times
        head.part_of_day = head.part_of_day or moment.part_of_day

    def _set_dates(self, dates: Dates, line: int, *, stated: bool = False) -> None:
        head = self.head
        day, known = day_of(dates), day_of(head.dates)
        if isinstance(dates, PartialDate) and head.dates is not None:
            self._desk.label(dates.text, line)
            return
        if day is not None and known is not None:
            if day != known:
                self._two_dates(known.isoformat(), day.isoformat(), line)
                if stated and not self._stated:
                    head.dates, self._desk.meeting_date = dates, day
            self._stated = self._stated or stated
            return
        if isinstance(head.dates, PartialDate):
            self._desk.label(head.dates.text, line)
        head.dates = dates
        self._stated = stated
        self._desk.meeting_date = day or self._desk.meeting_date

    def _two_dates(self, first: str, second: str, line: int) -> None:
        message = "Dokumentet anger två olika datum för mötet: {first} och {second}."
        self._desk.warn("date.two-dates", message, line, first=first, second=second)

    # ------------------------------------------------------------------------------- lines without a label

    def _title_line(self, text: str, piece: Piece) -> bool:
        """Read a line that names the meeting; whether it is one."""
        head, words = self.head, self._desk.words
        kind = words.kind_of(text)
        if len(text) > _LONGEST_TITLE or words.is_blank(text) or label_key(text) in words.no_names:
            return False
        if kind is None and (self._where_line(text, piece) or self._called_line(text, piece.number)):
            return True
        if kind is not None and head.kind_label is None and not self._is_sentence(text, kind):
            head.kind = kind
            self._kind_line(text, piece.number)
            return True
        if kind is None and self._body_below(text, piece):
            return True
        if (
            head.kind_label is not None
            and (kind is not None or piece.form is Form.HEADING)
            and head.title is None
        ):
            self._second_title(text, piece.number)
            return True
        moment = read_moment(text, self._desk, piece.number, compact=True, quiet=True, year=self._year)
        if moment.is_known and self._date_line(text, moment, piece.number):
            return True
        if self._is_sentence(text, None):
            return False
        if self._desk.words.meeting.search(text) is not None and head.title is None:
            self._meeting_line(text, piece.number)
            return True
        if moment.is_known:
            return self._dated_line(moment, piece)
        if head.network is None and head.title is None:
            head.network, head.named = text, (piece,)
            return True
        if self._is_body_line(text, piece):
            self._set_body(text, piece)
            return True
        if head.told.place is None and head.dates is not None and self._is_place_line(text, piece):
            self.head.told.add_place(text)
            return True
        if head.title is None and piece.form is Form.HEADING:
            head.title = text
            return True
        return False

    def _where_line(self, text: str, piece: Piece) -> bool:
        """Read a line that only says where: ``Hos Ida Ek``, ``Digitalt möte``, below another line."""
        head, words = self.head, self._desk.words
        if head.told.place is not None or piece is self._pieces[0] or piece.form is not Form.TEXT:
            return False
        if words.is_virtual_place(text.casefold()):
            head.told.mode = head.told.mode or words.mode_of(text.casefold())
        elif _AT_HOME.fullmatch(text) is None:
            return False
        self.head.told.add_place(text)
        return True

    def _called_line(self, text: str, line: int) -> bool:
        """Read ``Hamnrådet kallas till sammanträde`` and what follows."""
        found = _CALLED.match(text)
        if found is None or self.head.network is not None or not self._desk.words.names_body(found[1]):
            return False
        self._desk.label(found[2], line)
        self.head.network = found[1]
        if self._desk.words.meeting.search(found[3]) is not None and self.head.title is None:
            self._meeting_line(found[3], line)
        else:
            self._desk.label(found[3], line)
        return True

    def _body_below(self, text: str, piece: Piece) -> bool:
        """Read a heading below what the document calls itself, if it gives the name of the body."""
        head, words = self.head, self._desk.words
        if head.kind_label is None or piece.form is not Form.HEADING or head.title is not None:
            return False
        if not words.names_body(text) or words.meeting.search(text) is not None or head.dates is not None:
            return False
        if head.network is None:
            head.network = text
            return True
        if self._is_body_line(text, piece):
            self._set_body(text, piece)
            return True
        return False

    def _set_body(self, name: str, piece: Piece) -> None:
        """Take *name* for the body; what stood above it is what it is a part of."""
        head = self.head
        head.named = (*head.named, piece) if head.named else ()
        above = filter(None, (head.organisation, head.network))
        head.organisation, head.network = ", ".join(above) or None, name

    def _is_body_line(self, text: str, piece: Piece) -> bool:
        """Whether the name of a body stands below a title, or below what the body is a part of."""
        head, words = self.head, self._desk.words
        parts = head.organisation.count(", ") + 1 if head.organisation is not None else 0
        if (
            parts > 1
            or (parts and head.kind is not None)
            or (head.dates is not None and head.network is not None)
            or piece.form is Form.NUMBERED
        ):
            return False
        near = piece in self._pieces[:_MOST_NAME_LINES]
        return near and words.names_body(text) and text.casefold() not in words.bodies

    def _is_place_line(self, text: str, piece: Piece) -> bool:
        """Whether a line below the date is no more than an address in a known place: ``Folkets hus, Ale``."""
        if piece.form is not Form.TEXT or len(self.head.rest):
            return False
        words = self._desk.words
        if len(text) < _LONGEST_PLACE and words.names_place(text) and not words.names_body(text):
            return True
        if _ADDRESS.fullmatch(text) is not None:
            return True
        return "," in text and text.rsplit(",", 1)[-1].strip().casefold() in self._desk.words.places

    def _is_sentence(self, text: str, kind: Kind | None) -> bool:
        if kind is not None and self._desk.words.kind_of(first_word(text)) is not None:
            return False
        if text.endswith(STOPS_OR_COLON) and " " in text:
            return True
        return not self._desk.words.finite.isdisjoint(text.casefold().split(" "))

    def _second_title(self, text: str, line: int) -> None:
        """A second heading is the title, whole; the date in it is only compared."""
        head = self.head
        head.title = text
        moment = read_moment(
            text, self._desk, line, compact=True, quiet=head.dates is not None, year=self._year
        )
        if isinstance(moment.dates, DateSpan):
            self._set_dates(moment.dates, line)
        head.times = head.times or moment.times

    def _date_line(self, text: str, moment: Moment, line: int) -> bool:
        """A line that is a date, with no more than a place or a form of meeting beside it."""
        before = moment.around[0].strip(_EDGES)
        words = self._desk.words
        folded = before.casefold()
        online = words.mode_of(folded) and words.is_virtual_place(last_word(folded))
        if before and not online and not words.only_mode(folded):
            return False
        if not moment.phrases or (moment.dates is None and len(text) > 40):
            return False
        if isinstance(moment.dates, PartialDate) and (
            not any(map(str.isdigit, text)) or self._goes_on_in_words(moment.around[-1])
        ):
            return False
        self._date_line_read(text, line)
        return True

    def _goes_on_in_words(self, behind: str) -> bool:
        """Whether a sentence goes on behind a date without a year: ``Den 4 november föll ett ljus``."""
        words = behind.strip(_EDGES).split(" ")
        first = words[0]
        opens = self._desk.words.is_opening(first.casefold()) or first.casefold() in self._desk.words.joining
        return len(words) > 1 and begins_small(first) and not opens

    def _dated_line(self, moment: Moment, piece: Piece) -> bool:
        """A name and a date in one line: of a place that is known, else of the body."""
        before = moment.around[0].strip(_EDGES)
        if moment.dates is None or not before:
            return False
        if moment.around[0].rstrip().endswith(":") and not self._desk.words.names_body(before):
            return False  # a label that nobody knows: "Reviderad: 2026-05-01"
        bare = attrs.evolve(piece.line, text=before, cells=())
        if before.casefold() in self._desk.words.places:
            self.head.told.add_place(before)
        elif self.head.network is not None:
            if not self._is_body_line(before, piece):
                return False
            self._set_body(before, attrs.evolve(piece, text=before, line=bare))
        elif self.head.title is not None and self._desk.words.meeting.match(before) is not None:
            self._desk.label(self.head.title, piece.number)  # what a mail is about says less: "dagens möte"
            self.head.title = before
        else:
            self.head.network = before
            self.head.named = (attrs.evolve(piece, text=before, line=bare),)
        self._set_moment(moment, piece.number)
        self.head.told.add(read_around(moment.around[1:], self._desk, piece.number, any_place=True))
        return True

    def _date_line_read(self, text: str, line: int) -> None:
        moment = read_moment(text, self._desk, line, compact=True, year=self._year)
        self._set_moment(moment, line)
        behind = moment.around[-1]
        led = "".join(moment.around[:-1]).strip(_EDGES)
        folded = behind.strip(_EDGES).casefold()
        names = behind[:1] == " " and behind[1:2].isupper() and "," not in behind
        is_place = folded in self._desk.words.places or self._desk.words.only_mode(folded)
        if names and not led and not is_place and self.head.title is None:
            self.head.title = behind.strip(_EDGES)
            return
        self.head.told.add(read_around(moment.around, self._desk, line, any_place=True))

    def _meeting_line(self, text: str, line: int) -> None:
        """A title with the word for a meeting in it: ``Styrelsemöte nr 11``, ``Årsmöte 2023-03-12``."""
        moment = read_moment(text, self._desk, line, compact=True, year=self._year)
        named = text
        if moment.dates is not None or moment.times is not None:
            self._set_moment(moment, line)
            named = moment.around[0]
            self.head.told.add(read_around(moment.around[1:], self._desk, line, any_place=True))
        named = self._without_numbers(named, line).strip(_EDGES)
        if not named or self._body_and_meeting(named, line):
            return
        words = self._desk.words
        if words.meeting.search(named) is None and self.head.network is None and words.names_body(named):
            self.head.network = named  # "Styrgrupp Hamnen – möte 5"
        else:
            self.head.title = named

    def _body_and_meeting(self, text: str, line: int) -> bool:
        """Tell apart ``Båtklubbens årsmöte``, ``Båtklubben – årsmöte``, ``Årsmöte i Båtklubben``."""
        head, words = self.head, self._desk.words
        meeting = words.meeting.search(text)
        if meeting is None or head.network is not None:
            return False
        body, title, between = "", meeting.group(), ""
        behind = text[meeting.end() :].strip(_EDGES)
        if meeting.start() == 0 and behind[:1].isupper() and words.names_body(behind):
            body = behind
        elif meeting.start() == 0 and (held := _HELD_BY.match(text, meeting.end())):
            between, body = held[1], held[2]
        elif meeting.start() > 0 and (meeting.end() == len(text) or _YEAR.match(text, meeting.end())):
            before = text[: meeting.start()].rstrip()
            body, title = before.strip(_EDGES), text[meeting.start() :]
            if before == body:
                body = words.without_genitive(body)
                between = before[len(body) :]
        if not body or not words.names_body(body):
            return False
        self._desk.label(between, line)
        head.network, head.title = body, title
        return True

    def _kind_line(self, text: str, line: int) -> None:
        """What the document calls itself, with whatever else the line tells."""
        text = self._without_case(text, line)
        moment = read_moment(text, self._desk, line, compact=True, year=self._year)
        named = text
        if moment.is_known:
            self._set_moment(moment, line)
            kind_of, around = self._desk.words.kind_of, moment.around
            named = next((words for words in around if kind_of(words) is not None), around[-1])
            place = around.index(named)
            others = self._without_body((*around[:place], *around[place + 1 :]), line)
            self.head.told.add(read_around(others, self._desk, line, any_place=True))
        self._names(self._without_numbers(named, line).strip(_EDGES), line)

    def _without_body(self, around: tuple[str, ...], line: int) -> tuple[str, ...]:
        """*around* without the body that is named behind the date: ``… 2030-05-06 med hamnrådet``."""
        held = _HELD_BY.fullmatch(around[-1].rstrip(_EDGES)) if around else None
        if held is None or self.head.network is not None or not self._desk.words.names_body(held[2]):
            return around
        self._desk.label(held[1], line)
        self.head.network = held[2]
        return around[:-1]

    def _without_numbers(self, text: str, line: int) -> str:
        """*text* without the case number and the number of the meeting, which are noted."""
        head = self.head
        text = self._without_case(text, line)
        found = (
            _NUMBER.search(text)
            or _NUMBERED.search(text)
            or (_YEARLY.search(text) if self._desk.words.kind_of(text) else None)
        )
        if found is not None and head.number is None:
            head.number = found[1]
            self._desk.label(found.group()[: found.start(1) - found.start()], line)
            text = f"{text[: found.start()]} {text[found.end() :]}"
        return " ".join(text.split())

    def _without_case(self, text: str, line: int) -> str:
        """*text* without the case number of the meeting, which is noted."""
        found = _CASE_NUMBER.search(text)
        if found is None or self.head.case_number is not None:
            return text
        self.head.case_number = found[1].strip(_EDGES + ")")
        self._desk.label(found.group()[: found.start(1) - found.start()], line)
        return text[: found.start()] + text[found.end() :]

    def _names(self, text: str, line: int) -> None:
        """Tell the kind, the body and the title apart in what is left of the line."""
        words = self._desk.words
        tokens = text.split(" ")
        place = next((at for at, token in enumerate(tokens) if words.kind_of(token) is not None), None)
        if place is None:
            self.head.kind_label = text or None
            return
        before = " ".join(tokens[:place]).strip(_EDGES)
        if before and words.kind_of(before) is None and before.casefold() != "dagordning &":
            self._body_or_title(before, line)
            self.head.kind_label = " ".join(tokens[place:])
            return
        end = place + 1
        while end < len(tokens) and tokens[end].casefold() in words.of_whom:
            end += 1
        behind = " ".join(tokens[end:])
        if (
            not behind
            or words.kind_of(behind) is not None
            or (end == place + 1 and (self.head.network is not None or words.meeting.match(behind)))
        ):
            self.head.kind_label = text
            return
        self.head.kind_label = " ".join(tokens[:end]).rstrip(_EDGES)
        self._body_or_title(behind, line)

    def _body_or_title(self, text: str, line: int) -> None:
        """``förbundsstyrelsens sammanträde``: a body in the genitive and its meeting; or one of the two."""
        head = self.head
        text = text.strip(_EDGES + '”"')
        meeting = self._desk.words.meeting.search(text)
        if head.title is None and self._body_and_meeting(text, line):
            return
        if (
            meeting is not None
            and meeting.end() == len(text)
            and meeting.start() > 0
            and head.network is None
        ):
            body = text[: meeting.start()].strip(_EDGES)
            bare = self._desk.words.without_genitive(body)
            if bare.casefold() in self._desk.words.no_bodies:
                head.title = head.title or text
                return
            self._desk.label(body[len(bare) :], line)
            head.network = bare
            if head.title is None:
                head.title = meeting.group()
            else:
                self._desk.label(meeting.group(), line)
        elif (
            meeting is None
            and head.network is None
            and (text[:1].isupper() or self._desk.words.names_body(text))
        ):
            head.network = text
        elif meeting is None and self._is_part_of_above(text):
            head.organisation, head.network = head.network, text
        elif head.title is None:
            head.title = text
        else:
            self._desk.label(text, line)

    def _is_part_of_above(self, text: str) -> bool:
        """Whether *text* is a body, and the line that came first and names none is what it is a part of:
        ``REGION SÖDERBYGDEN`` / ``Protokoll från nämnden för folktandvård``."""
        head, words = self.head, self._desk.words
        if head.network is None or not head.named or head.organisation is not None:
            return False
        return words.names_body(text) and not words.names_body(head.network)
