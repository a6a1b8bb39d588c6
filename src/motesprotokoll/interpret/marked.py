"""Lines of which the document says itself what they are, by our named styles in Word, whatever cues say."""

import re
from collections.abc import Sequence

import attrs

from motesprotokoll.interpret.actions import stated_action
from motesprotokoll.interpret.closing import Closing
from motesprotokoll.interpret.decisions import stated_decision
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.edges import STOPS_OR_COLON, begins_small
from motesprotokoll.interpret.moments import occasion_of
from motesprotokoll.interpret.pieces import Form, Piece
from motesprotokoll.model import ActionItem, Decision
from motesprotokoll.repair import join
from motesprotokoll.vocabulary import Topic

_SIGN = re.compile(r"(?:[•●○◦▪–—−*-]|[0-9]{1,3}[.)]|[a-zåäö][.)]) (?=\S)")
_LEADS = (":", " att")


def marked_blocks(pieces: Sequence[Piece], desk: Desk) -> list[Decision | ActionItem]:
    """The decisions or actions that lines with a role are.

    Each line is one of its own, but for what goes on with the line above: its att-satser, and words that
    begin with a small letter.
    """
    if pieces[0].line.role == "action":
        tasks = _joined([(piece, _words(piece, Topic.ACTIONS, desk)) for piece in pieces])
        return [stated_action(text, desk, piece.number) for piece, text in tasks]
    blocks: list[Decision | ActionItem] = []
    lead, clauses = "", list[str]()
    for piece, text in _joined([(piece, _words(piece, Topic.DECISION, desk)) for piece in pieces]):
        if _is_clause(piece, text, lead):
            clauses.append(text)
            continue
        if lead or clauses:
            blocks.append(stated_decision(lead, clauses, desk))
        lead, clauses = text, []
    if lead or clauses:
        blocks.append(stated_decision(lead, clauses, desk))
    return blocks


def _joined(told: Sequence[tuple[Piece, str]]) -> list[tuple[Piece, str]]:
    """Lines that say something; one that begins with a small letter goes on with the one above."""
    found: list[tuple[Piece, str]] = []
    for piece, text in told:
        small = begins_small(text) and not _begins(piece, text)
        if found and small and not found[-1][1].endswith(STOPS_OR_COLON):
            found[-1] = (found[-1][0], join(found[-1][1], text))
        elif any(map(str.isalnum, text)):  # else it is room that nobody has used
            found.append((piece, text))
    return found


def _begins(piece: Piece, text: str) -> bool:
    """Whether a line is one of its own although it begins with a small letter: an att-sats, or an entry."""
    is_clause = piece.line.role == "clause" or text.startswith("att ")
    return is_clause or _SIGN.match(piece.line.text) is not None


def _is_clause(piece: Piece, text: str, lead: str) -> bool:
    if piece.line.role == "clause" or text.startswith("att "):
        return True
    return lead.endswith(_LEADS) and _SIGN.match(piece.line.text) is not None


def _words(piece: Piece, topic: Topic, desk: Desk) -> str:
    """What a line says, without the sign of a list, and without the label that its style says already."""
    text = piece.line.text
    sign = _SIGN.match(text)
    if sign is not None:
        desk.label(sign[0], piece.number)
        text = text[sign.end() :]
    written, colon, rest = text.partition(":")
    label = desk.words.label_of(written)
    if label is None or label.topic is not topic or (not colon and text != written):
        return text
    desk.label(written, piece.number)
    return rest.strip()


def take_next_meeting(pieces: list[Piece], desk: Desk, closing: Closing) -> None:
    """Take the lines on the next meeting out of *pieces*; what tells no meeting stays, as ordinary text."""
    place = 0
    while place < len(pieces):
        end = place
        while end < len(pieces) and pieces[end].line.role == "next-meeting":
            end += 1
        if end == place:
            place += 1
        elif closing.next_meeting is None and _is_meeting(pieces[place:end], desk, closing):
            del pieces[place:end]
        else:
            for at in range(place, end):
                bare = attrs.evolve(pieces[at].line, role=None)
                pieces[at] = attrs.evolve(pieces[at], form=Form.TEXT, line=bare)
            place = end


def _is_meeting(pieces: Sequence[Piece], desk: Desk, closing: Closing) -> bool:
    """Read the next meeting that *pieces* tell of, if they do, or if they tell nothing."""
    text = ""
    for piece in pieces:
        text = join(text, _words(piece, Topic.NEXT_MEETING, desk))
    if not any(map(str.isalnum, text)):
        return True  # room that nobody has used
    occasion = occasion_of(text, desk, pieces[0].number, role="next")
    if occasion is None:
        return False
    closing.next_meeting = occasion
    closing.lines[Topic.NEXT_MEETING] = pieces[0].number
    return True
