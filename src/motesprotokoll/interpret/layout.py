"""The document laid out in its parts: head, attendance, items, and what follows the last item."""

import attrs

from motesprotokoll.interpret.attendance import may_be_row
from motesprotokoll.interpret.case_numbers import CASE_NUMBER, is_case_number
from motesprotokoll.interpret.cells import cells_of, header_of, is_separator
from motesprotokoll.interpret.closing import SIGNERS, closes, signed_in
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.edges import OPEN_ENDS, STOPS_OR_COLON, at, begins_small, last_word
from motesprotokoll.interpret.groups import Group
from motesprotokoll.interpret.head_facts import FACTS
from motesprotokoll.interpret.letterhead import titles_among
from motesprotokoll.interpret.naming import names_person
from motesprotokoll.interpret.numbering import items_among
from motesprotokoll.interpret.pieces import Form, Piece
from motesprotokoll.model import Attendance
from motesprotokoll.repair import join
from motesprotokoll.swedish import split_sentences
from motesprotokoll.vocabulary import Label, Sign, Topic

_CLOSING = SIGNERS | {Topic.FINISHED, Topic.NEXT_MEETING, Topic.ATTACHMENTS}
_HEADING = frozenset({Topic.NEXT_MEETING, Topic.SCHEDULE, Topic.ACTIONS, Topic.PLAN})
"""Labels that may be the title below a number."""
_LONGEST_RUN_IN = 60
"""The longest title with sentences behind it on its line."""
_LONGEST_ROW = 160
_TOLD = (".", "!")
"""Signs with which something told ends; a title may be a question."""
_MOST_TITLE_LINES = 4
_TITLE_LENGTH = 300
_LONGEST_CASE = 50


@attrs.define(eq=False)
class Draft:
    """An item with its lines, not yet read."""

    title: str
    number: str
    line: int
    level: int
    case_number: str | None = None
    pieces: list[Piece] = attrs.Factory(list)


@attrs.define(eq=False)
class Layout:
    """The parts of a document, in order within each."""

    head: list[Piece] = attrs.Factory(list)
    groups: list[Group] = attrs.Factory(list)
    preamble: list[Piece] = attrs.Factory(list)
    drafts: list[Draft] = attrs.Factory(list)
    closing: list[Piece] = attrs.Factory(list)


def lay_out(pieces: list[Piece], desk: Desk) -> Layout:
    """The parts of the document that *pieces* are."""
    return _LayingOut(pieces, desk).layout


class _LayingOut:
    def __init__(self, pieces: list[Piece], desk: Desk) -> None:
        self._pieces = pieces
        self._desk = desk
        titles = titles_among(pieces, desk.words)
        self._items = items_among(_outside_attendance(pieces, desk), titles)
        self.layout = Layout()
        self._after_group = False
        self._closing = self._closing_place()
        place = 0
        while place < len(pieces):
            place += self._take(place)

    def _closing_place(self) -> int:
        """Where what follows the items begins: at the first label of an end behind the last item."""
        last = max(self._items, default=-1)
        floor = last + 1
        if last < 0:
            floor = self._last_sentence() + 1
        for place in range(floor, len(self._pieces)):
            piece = self._pieces[place]
            if piece.line.cells and self._are_signatures(place):
                return place
            if piece.label is not None and piece.label.topic is Topic.NEXT_MEETING and self._is_next(last):
                continue
            if (
                piece.label is not None
                and piece.label.topic in _CLOSING
                and place > 0
                and closes(piece, self._desk)
            ):
                signed_above = (
                    piece.label.topic in SIGNERS and not piece.rest and self._is_name(place - 1, last)
                )
                return place - 1 if signed_above else place
        return len(self._pieces)

    def _is_next(self, last: int) -> bool:
        """Whether the last item is itself the one on the next meeting, so that its words stay there."""
        titled = self._pieces[last : last + 2] if last >= 0 else []
        title = next((piece.text for piece in titled if piece.text), "")  # the number may stand alone
        label = self._desk.words.label_of(title)
        return label is not None and label.topic is Topic.NEXT_MEETING

    def _is_header(self, place: int, first_of: Group | None) -> bool:
        """Whether a table begins here that is no part of the list: behind names, or behind a label that
        has some."""
        piece, above = self._pieces[place], self._pieces[place - 1]
        if (
            piece.form is not Form.ROW
            or above.form is Form.ROW
            or (first_of is not None and not first_of.rest)
        ):
            return False
        return bool(header_of(cells_of(piece), self._desk))

    def _are_signatures(self, place: int) -> bool:
        """Whether offices stand side by side here, with names behind or above them."""
        piece = self._pieces[place]
        below = at(self._pieces, place + 1)
        if self._are_labels(piece) or all(signed_in(cell, self._desk) for cell in piece.line.cells):
            return True
        if below is None or len(below.line.cells) != len(piece.line.cells) or not self._are_labels(below):
            return False
        return all(names_person(cell, self._desk) for cell in piece.line.cells)

    def _are_labels(self, piece: Piece) -> bool:
        labels = [self._desk.words.label_of(cell) for cell in piece.line.cells]
        return bool(labels) and all(label is not None and label.topic in SIGNERS for label in labels)

    def _is_name(self, place: int, last_item: int) -> bool:
        """Whether a name stands alone above a role, and not below a label of its own."""
        piece = self._pieces[place]
        alone = place > last_item + 1 and piece.form is Form.TEXT and piece.label is None
        return alone and names_person(piece.text, self._desk) and not piece.text.endswith(".")

    def _last_sentence(self) -> int:
        for place, piece in reversed([*enumerate(self._pieces)]):
            if piece.form in (Form.TEXT, Form.BULLET) and piece.label is None and len(piece.text) > 40:
                return place
        return len(self._pieces) // 2

    def _take(self, place: int) -> int:
        piece = self._pieces[place]
        layout = self.layout
        if place >= self._closing:
            layout.closing.append(piece)
            return 1
        if place in self._items:
            return self._open_item(place, piece)
        if piece.label is not None and piece.label.topic is Topic.ATTENDANCE and self._opens_group(place):
            return self._group(place, piece)
        if piece.form is Form.ROW and not layout.drafts and "name" in header_of(cells_of(piece), self._desk):
            return self._table(place, piece)
        if piece.label is not None and self._is_secretary(place, piece, piece.label):
            return self._group(place, piece)
        self._after_group = False
        if layout.drafts:
            layout.drafts[-1].pieces.append(piece)
        elif layout.groups and not self._is_fact(piece):
            layout.preamble.append(piece)
        else:
            layout.head.append(piece)
        return 1

    @staticmethod
    def _is_fact(piece: Piece) -> bool:
        """Whether a line below the attendance list is one of the head: ``Datum: 2030-02-05``."""
        return piece.label is not None and piece.label.topic in FACTS and bool(piece.rest) and not piece.loose

    def _opens_group(self, place: int) -> bool:
        """Whether a label of attendance heads a list: always above the items, inside one only with
        names below."""
        if not self.layout.drafts:
            return True
        piece = self._pieces[place]
        guests = piece.label is not None and piece.label.attendance is Attendance.IN_ATTENDANCE
        if guests or (self.layout.groups and self.layout.drafts[-1].pieces and not self._after_group):
            return False
        if piece.rest:
            return names_person(piece.rest.rstrip("."), self._desk) or "," in piece.rest
        below = at(self._pieces, place + 1)
        return below is not None and place + 1 not in self._items and may_be_row(below, self._desk, gap=False)

    def _group(self, place: int, piece: Piece) -> int:
        assert piece.label is not None
        label = piece.label
        if label.topic is not Topic.ATTENDANCE:  # the secretary came, too
            label = attrs.evolve(label, attendance=Attendance.IN_ATTENDANCE)
        self._desk.label(piece.marker, piece.number)
        group = Group(label, piece.label_text, piece.number, piece.rest)
        end = self._rows(place + 1, group)
        self.layout.groups.append(group)
        self._after_group = True
        return end - place

    def _is_secretary(self, place: int, piece: Piece, label: Label) -> bool:
        """Whether *Sekreterare* heads a group of those who came: alone on its line, between two groups."""
        name, below = at(self._pieces, place + 1), at(self._pieces, place + 2)
        return (
            self._after_group
            and label.topic is Topic.NOTE_TAKER
            and not piece.rest
            and piece.label_text.casefold() in self._desk.words.offices
            and name is not None
            and name.label is None
            and not name.gap
            and names_person(name.text, self._desk)
            and below is not None
            and below.label is not None
            and below.label.topic is Topic.ATTENDANCE
        )

    def _table(self, place: int, piece: Piece) -> int:
        """A table of people whose header alone says what it is."""
        group = Group(Label("", Topic.ATTENDANCE, Attendance.PRESENT), "", piece.number)
        end = place
        while end < len(self._pieces) and self._pieces[end].form is Form.ROW:
            row, below = self._pieces[end], self._pieces[end + 1 : end + 2]
            heads = bool(below) and is_separator(below[0].line)
            if end > place and row.gap and (heads or not may_be_row(row, self._desk, gap=True)):
                break  # another table
            group.pieces.append(row)
            end += 1
        self.layout.groups.append(group)
        return end - place

    def _rows(self, place: int, group: Group) -> int:
        """Give *group* the lines that belong to it; where they end."""
        start = place
        spaced = place < len(self._pieces) and self._pieces[place].gap
        if spaced and (group.rest or place in self._items):
            return place
        while place < len(self._pieces) and place not in self._items and place < self._closing:
            piece = self._pieces[place]
            if piece.label is not None and not _is_role_of_above(piece, group):
                break
            if self._is_header(place, group if place == start else None):
                break
            if not self._belongs(piece, group, gap=piece.gap and place > start, spaced=spaced):
                break
            group.pieces.append(piece)
            place += 1
        return place

    def _belongs(self, piece: Piece, group: Group, *, gap: bool, spaced: bool) -> bool:
        """Whether a line goes on with the list of *group*; where every name has room above, room says
        nothing."""
        small = begins_small(piece.text) and (bool(group.pieces) or bool(group.rest))
        if small and (spaced or not gap) and len(piece.text) < _LONGEST_ROW:
            return True
        return may_be_row(piece, self._desk, gap=gap)

    def _open_item(self, place: int, piece: Piece) -> int:
        begun = place
        number = piece.marker.rstrip(".)") if piece.marker[:1].isalnum() else piece.marker
        if piece.form is Form.BULLET and not number[:1].isalnum():
            number = ""
        title, behind = self._run_in(piece)
        draft = Draft(title, number, piece.number, self._items[place])
        self.layout.drafts.append(draft)
        place += 1
        if behind:
            line = attrs.evolve(piece.line, text=behind, gap=True)
            draft.pieces.append(Piece(Form.TEXT, line, behind))
            return place - begun
        if piece.label is None:
            place = self._title(place, draft)
        place = self._case_number(place, draft)
        label = self._desk.words.label_of(draft.title)
        if label is not None and label.topic is Topic.ATTENDANCE:
            group = Group(label, draft.title, draft.line, titled=True)
            end = self._rows(place, group)
            if end > place:
                self.layout.groups.append(group)
                place = end
        return place - begun

    def _run_in(self, piece: Piece) -> tuple[str, str]:
        """The title of an item, and the sentences behind it on its line: ``3. Ekonomi. Ida redovisar …``, or
        no title before a decision (``3. Dagordningen godkändes.``)."""
        text = piece.text
        if piece.form is not Form.NUMBERED or piece.label is not None or "." not in text:
            return text, ""
        first, *others = split_sentences(text)
        is_title = len(first) <= _LONGEST_RUN_IN and not self._is_said(first)
        if is_title and others and self._are_sentences(others):
            return first.rstrip("."), " ".join(others)
        return ("", text) if text.endswith(".") and self._decides(text) else (text, "")

    def _are_sentences(self, parts: list[str]) -> bool:
        """Whether *parts* are sentences and not the rest of a title: they come to a stop, or have a verb."""
        words = " ".join(parts).casefold().split(" ")
        return parts[-1].endswith(STOPS_OR_COLON) or not self._desk.words.finite.isdisjoint(words)

    def _is_said(self, text: str) -> bool:
        """Whether *text* is a sentence and no title: it comes to a stop, and there is a verb in it."""
        words = text.casefold().rstrip(".!").split(" ")
        stops = text.endswith(_TOLD)
        return stops and (not self._desk.words.finite.isdisjoint(words) or self._decides(text))

    def _decides(self, text: str) -> bool:
        signs = map(self._desk.words.signs, (Sign.DECIDED, Sign.DECIDES))
        return any(cues.find(text.casefold()) is not None for cues in signs)

    def _case_number(self, place: int, draft: Draft) -> int:
        """A case number on a line of its own below the title."""
        piece = at(self._pieces, place)
        if piece is None or not draft.title or place in self._items or len(piece.text) > _LONGEST_CASE:
            return place
        found = CASE_NUMBER.fullmatch(piece.text if piece.form is Form.HEADING else piece.line.text)
        if found is None:
            return place
        self._desk.label(found[1], piece.number)
        draft.case_number = found[2]
        return place + 1

    def _title(self, place: int, draft: Draft) -> int:
        """Join a title that is wrapped, or that stands below its number, to one."""
        lines = 1 if draft.title else 0
        untitled = lines == 0 or is_case_number(draft.title)
        last = draft.title
        while place < len(self._pieces) and lines < _MOST_TITLE_LINES and place not in self._items:
            piece = self._pieces[place]
            label = self._desk.words.label_of(draft.title)
            if label is not None and label.topic is Topic.NEXT_MEETING:
                break
            heads = piece.label is None or (untitled and not piece.rest and piece.label.topic in _HEADING)
            if piece.form is not Form.TEXT or not heads or len(draft.title) > _TITLE_LENGTH:
                break
            text = piece.line.text
            if not untitled and (piece.gap or not self._goes_on(last, piece)):
                break
            if untitled and not draft.title and self._is_said(text):
                break
            draft.title = join(draft.title, text)
            last = text
            untitled = False
            lines += 1
            place += 1
        return place

    def _goes_on(self, title: str, piece: Piece) -> bool:
        text = piece.text
        if title.endswith(STOPS_OR_COLON):
            return False
        if title.endswith(OPEN_ENDS):
            return True
        if last_word(title).casefold() in self._desk.words.joining:
            return begins_small(text) or not text.endswith(_TOLD)
        if not begins_small(text):
            return False
        sentence = text.endswith(_TOLD) or ". " in text
        return not (sentence and not self._desk.words.finite.isdisjoint(text.casefold().split(" ")))


def _is_role_of_above(piece: Piece, group: Group) -> bool:
    """Whether an office on a line of its own belongs to the name above it: ``Bo Ek (S), 1:e vice`` /
    ``ordförande``. Then it is no label."""
    above = group.pieces[-1].text if group.pieces else group.rest
    if piece.label is None or piece.label.topic not in SIGNERS or piece.rest or piece.gap or not above:
        return False
    if not piece.text[:1].islower() or piece.text.endswith(":"):
        return False
    piece.label, piece.label_text = None, ""
    return True


def _outside_attendance(pieces: list[Piece], desk: Desk) -> list[Piece]:
    """*pieces* with the numbers of a numbered attendance list taken for what they are."""
    inside = False
    for piece in pieces:
        if piece.label is not None:
            inside = piece.label.topic is Topic.ATTENDANCE and not piece.rest
        elif inside and piece.form is Form.NUMBERED and piece.scheme in ".) ":
            if names_person(piece.text, desk):
                piece.form = Form.BULLET
            else:
                inside = False
        elif inside and piece.form is Form.TEXT and not names_person(piece.text, desk):
            inside = begins_small(piece.text)
    return pieces
