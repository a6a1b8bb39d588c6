"""The people who sign, the next meeting, and what follows the last item."""

import re
from collections.abc import Sequence
from datetime import date

import attrs

from motesprotokoll.errors import MinutesError
from motesprotokoll.interpret.columns import RIGHT
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.edges import begins_small
from motesprotokoll.interpret.moments import day_of, occasion_of, read_moment
from motesprotokoll.interpret.naming import names_person
from motesprotokoll.interpret.pieces import Form, Piece
from motesprotokoll.model import Occasion, Participant
from motesprotokoll.repair import join
from motesprotokoll.swedish import parse_participant
from motesprotokoll.vocabulary import Label, Topic

SIGNERS = frozenset({Topic.NOTE_TAKER, Topic.CHAIR, Topic.VERIFIER})
_SHORT = 90


@attrs.define(eq=False)
class Closing:
    """What the end of a document, or labels in its head, say."""

    note_taker: Participant | None = None
    chair: Participant | None = None
    verifiers: list[Participant] = attrs.Factory(list)
    next_meeting: Occasion | None = None
    finished_on: date | None = None
    rest: list[Piece] = attrs.Factory(list)
    """Lines that say something else, in order."""
    signed: set[str] = attrs.Factory(set)
    """The names that stand below *Justeras*, as signatures do."""
    lines: dict[Topic, int] = attrs.Factory(dict)
    """Where each of them stood."""


def read_closing(pieces: Sequence[Piece], desk: Desk, closing: Closing) -> None:
    """Read labels of signers and of the next meeting among *pieces* into *closing*."""
    reader = _Signatures(desk, closing)
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        topic = piece.label.topic if piece.label is not None and closes(piece, desk) else None
        if topic is Topic.NEXT_MEETING and closing.next_meeting is None:
            place = _next_meeting(pieces, place, desk, closing)
        elif topic is Topic.FINISHED and _finished(piece, desk, closing):
            place += 1
        elif topic in SIGNERS and piece.label is not None:
            reader.label(piece, piece.label)
            place += 1
        elif topic is Topic.FINISHED and names_person(piece.rest, desk):  # Justerat: Ida Ek
            reader.label(piece, Label(piece.label_text, Topic.VERIFIER))
            place += 1
        elif piece.line.cells and reader.columns(piece):
            place += 1
        elif topic is None and reader.may_be_name(piece):
            reader.name(piece)
            place += 1
        else:
            reader.flush()
            place = _others(pieces, place, closing)
    reader.flush()


def _others(pieces: Sequence[Piece], place: int, closing: Closing) -> int:
    """Lines of something else, up to the next label that is known here."""
    closing.rest.append(pieces[place])
    return place + 1


def closes(piece: Piece, desk: Desk) -> bool:
    """Whether a label without a colon is one, by what follows it: a name or a date."""
    if not piece.loose or piece.label is None:
        return True
    if piece.label.topic is Topic.NEXT_MEETING and not desk.is_minutes:
        return False
    if piece.label.topic in SIGNERS:
        return names_person(piece.rest, desk) and not piece.rest.endswith(".")
    return len(piece.rest) < _SHORT


class _Signatures:
    """Labels and names in whatever order they come: role above or below the name, two labels before two
    names."""

    def __init__(self, desk: Desk, closing: Closing) -> None:
        self._desk = desk
        self._closing = closing
        self._waiting: list[Label] = []
        self._name: Piece | None = None
        self._again: Label | None = None
        """*Justeras*, as long as names follow."""
        self._beside: tuple[str, ...] = ()
        """The names that stand side by side just above."""
        self._unsigned: Piece | None = None
        """Names side by side for which no label has come yet: their titles may stand below."""

    def label(self, piece: Piece, label: Label) -> None:
        if piece.rest:
            self.flush()
            if self._assign(label, piece.rest, piece):
                self._desk.label_with_number(piece)
            return
        self._desk.label_with_number(piece)
        beside, self._beside = self._beside, ()
        if beside and begins_small(piece.text):  # the title of one of the two above, by its column
            self._titled([beside[-1 if piece.line.indent > RIGHT else 0]], [label])
            return
        if self._again is not None and label.topic is Topic.CHAIR and begins_small(piece.text):
            return  # the title of the one who signed just above
        self._again = None
        if self._name is not None and not self._waiting:
            self._assign(label, self._name.line.text, self._name)
            self._name = None
        else:
            self._waiting.append(label)

    def columns(self, piece: Piece) -> bool:
        """Labels side by side, or names side by side below them."""
        cells = piece.line.cells
        labels = [self._desk.words.label_of(cell) for cell in cells]
        above, self._beside = self._beside, ()
        if all(label is not None and label.topic in SIGNERS for label in labels):
            self._desk.label(piece.line.text, piece.number)
            unsigned, self._unsigned = self._unsigned, None
            if unsigned is not None and len(unsigned.line.cells) == len(labels):
                for label, cell in zip(labels, unsigned.line.cells, strict=True):
                    assert label is not None
                    self._assign(label, cell, unsigned)
                return True
            self._return(unsigned)
            if len(above) == len(labels) and self._are_titles(piece, above, labels):
                self._titled(above, [label for label in labels if label is not None])
                return True
            self._waiting.extend(label for label in labels if label is not None)
            return True
        if (
            self._waiting
            and len(cells) > 1
            and all(_person(cell) is not None for cell in cells)
            and (len(self._waiting) == len(cells) or self._waiting[-1].topic is Topic.VERIFIER)
        ):
            for cell in cells:
                last = self._waiting[0]
                if len(self._waiting) > 1:
                    self._waiting.pop(0)
                self._assign(last, cell, piece)
            self._again = last if last.topic is Topic.VERIFIER else None
            self._waiting.clear()
            self._beside = tuple(cells)
            return True
        if self._with_titles(piece):
            return True
        if not self._waiting and all(names_person(cell, self._desk) for cell in cells):
            self.flush()
            self._unsigned = piece
            return True
        return False

    def _are_titles(self, piece: Piece, names: Sequence[str], labels: Sequence[Label | None]) -> bool:
        """Whether offices side by side are the titles of those above, who have signed; else others follow."""
        writer = self._closing.note_taker
        signed = {(Topic.VERIFIER, one.name) for one in self._closing.verifiers}
        if writer is not None:
            signed.add((Topic.NOTE_TAKER, writer.name))
        offices = [label.topic for label in labels if label is not None]
        return begins_small(piece.text) or not signed.isdisjoint(zip(offices, names, strict=True))

    def _with_titles(self, piece: Piece) -> bool:
        """Names side by side, each with its office behind: ``Ida Ek, ordförande    Bo Alm, sekreterare``."""
        signed = [signed_in(cell, self._desk) for cell in piece.line.cells]
        if not all(signed):
            return False
        self.flush()
        for name, label, written in filter(None, signed):
            self._desk.label(written, piece.number)
            self._assign(label, name, piece)
        return True

    def _return(self, piece: Piece | None) -> None:
        """Keep names for which no office was found."""
        if piece is not None:
            self._closing.rest.append(piece)

    def _titled(self, names: Sequence[str], labels: Sequence[Label]) -> None:
        """Titles below names side by side: who is the chair is no verifier beside another one."""
        closing = self._closing
        for name, label in zip(names, labels, strict=True):
            one = next((one for one in closing.verifiers if one.name == name), None)
            if one is not None and label.topic is Topic.CHAIR and closing.chair is None:
                closing.verifiers.remove(one)
                closing.chair = one
                closing.lines[Topic.CHAIR] = closing.lines.get(Topic.VERIFIER, 0)

    def may_be_name(self, piece: Piece) -> bool:
        text = piece.line.text
        if piece.form is not Form.TEXT or len(text) > _SHORT or text.endswith((".", "?", ":")):
            return False
        return (bool(self._waiting) and any(map(str.isalpha, text))) or names_person(text, self._desk)

    def name(self, piece: Piece) -> None:
        self._beside = ()
        if self._waiting:
            label = self._waiting.pop(0)
            self._again = label if label.topic is Topic.VERIFIER and not self._waiting else None
            self._assign(label, piece.line.text, piece)
            return
        in_columns = len(piece.line.cells) > 1
        if self._again is not None and not in_columns and names_person(piece.line.text, self._desk):
            self._assign(self._again, piece.line.text, piece)
            return
        self.flush()
        self._name = piece

    def flush(self) -> None:
        self._again = None
        if self._name is not None:
            self._closing.rest.append(self._name)
            self._name = None
        unsigned, self._unsigned = self._unsigned, None
        self._return(unsigned)
        self._waiting.clear()

    def _assign(self, label: Label, text: str, piece: Piece) -> bool:
        """Give the person whom *text* names the office of *label*; ``False`` if it names nobody."""
        person = _person(text) if _may_be_person(text, self._desk) else None
        closing = self._closing
        if person is None:
            self._closing.rest.append(attrs.evolve(piece, label=None))
            return False
        if label.topic is Topic.NOTE_TAKER and closing.note_taker is None:
            closing.note_taker = person
            closing.lines[Topic.NOTE_TAKER] = piece.number
        elif label.topic is Topic.CHAIR and closing.chair is None:
            closing.chair = person
            closing.lines[Topic.CHAIR] = piece.number
        elif label.topic is Topic.VERIFIER:
            known = {one.name for one in closing.verifiers}
            people = _listed(text, self._desk) or _people(text)
            if known.issuperset(one.name for one in people):
                self._desk.label(text, piece.number)
                return True
            closing.verifiers.extend(people)
            if label.topic is Topic.VERIFIER and not piece.rest:
                closing.signed.update(one.name for one in people)
            for word in re.findall(r" (och|samt) ", text) if len(people) > 1 else ():
                self._desk.label(word, piece.number)
            closing.lines[Topic.VERIFIER] = piece.number
        else:
            self._desk.label(text, piece.number)
        return True


def signed_in(text: str, desk: Desk) -> tuple[str, Label, str] | None:
    """The name and the office of a signature with the title behind the name, and the title as written:
    ``Ida Ek, ordförande``."""
    name, _, office = text.rpartition(" ")
    label = desk.words.label_of(office)
    name = name.rstrip(" ,")
    if label is None or label.topic not in SIGNERS or not names_person(name, desk):
        return None
    return name, label, office


def _may_be_person(text: str, desk: Desk) -> bool:
    """Whether *text* may name who signs: it begins with a capital, and figures stand only behind a name."""
    bare = text.strip(" ,;/_.")
    if begins_small(bare) and not names_person(bare, desk):
        return False
    return not any(map(str.isdigit, bare)) or names_person(bare, desk)


def _person(text: str) -> Participant | None:
    try:
        return parse_participant(text.strip(" ,;/"))
    except MinutesError:
        return None


def _listed(text: str, desk: Desk) -> list[Participant]:
    """The people in the attendance list whose names stand side by side in *text*, if that is all of it."""
    left, named = text, []
    for name in sorted({one.name for one in desk.people}, key=lambda name: (-len(name), name)):
        if name in left:  # "Bo Ek" is none where "Bo Ekman" stands
            left = left.replace(name, "", 1)
            named.append(name)
    if len(named) < 2 or any(map(str.isalnum, left)):
        return []
    return [Participant(name) for name in sorted(named, key=text.index)]


def _people(text: str) -> list[Participant]:
    parts = re.split(r" och | samt |; ", text)
    if len(parts) == 1 and text.count(",") and all(" " in part.strip() for part in text.split(",")):
        parts = text.split(",")
    people = [person for part in parts if (person := _person(part)) is not None]
    # A part that names nobody ("§§ 1–4") belongs to the name before it, so then the text is one person.
    whole = _person(text) if 0 < len(people) < len(parts) else None
    return people if whole is None else [whole]


def _next_meeting(pieces: Sequence[Piece], place: int, desk: Desk, closing: Closing) -> int:
    """The next meeting, on the label's line or on the lines below."""
    label = pieces[place]
    text, line = label.rest, label.number
    end = place + 1
    if not text:
        while end < len(pieces) and _tells_more(pieces, end, first=end == place + 1):
            text = join(text, pieces[end].line.text)
            end += 1
    if not text:
        desk.label_with_number(label)
        return end
    occasion = occasion_of(text, desk, pieces[end - 1].number, role="next")
    if occasion is None:
        closing.rest.extend([label, *pieces[place + 1 : end]])
        return end
    desk.label_with_number(label)
    closing.next_meeting = occasion
    closing.lines[Topic.NEXT_MEETING] = line
    return end


def _tells_more(pieces: Sequence[Piece], place: int, *, first: bool) -> bool:
    piece = pieces[place]
    if piece.label is not None and piece.label.topic not in (Topic.TIME, Topic.PLACE, Topic.DATE):
        return False
    return piece.form in (Form.TEXT, Form.NUMBERED, Form.BULLET) and (first or not piece.gap)


def _finished(piece: Piece, desk: Desk, closing: Closing) -> bool:
    """``Justerat 2023-05-02``."""
    if not piece.rest or closing.finished_on is not None:
        return False
    moment = read_moment(piece.rest, desk, piece.number)
    day = day_of(moment.dates)
    if day is None or any(map(str.isalnum, "".join(moment.around))):
        return False
    closing.finished_on = day
    desk.label(piece.line.text, piece.number)
    return True
