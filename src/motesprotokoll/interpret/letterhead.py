"""Which of the headings at the top name the meeting, and are no items of its agenda."""

from collections.abc import Sequence

from motesprotokoll.interpret.edges import OPEN_ENDS, begins_small, first_word
from motesprotokoll.interpret.head_facts import FACTS
from motesprotokoll.interpret.pieces import Form, Piece
from motesprotokoll.swedish.finding_dates import find_dates
from motesprotokoll.vocabulary import Topic, Vocabulary

_DEEPEST = 14
"""How many lines a head may have down to its last heading."""
_LONGEST = 60
"""A longer line is a sentence, and no part of a head."""


def titles_among(pieces: Sequence[Piece], words: Vocabulary) -> frozenset[int]:
    """The places of the headings that say what the document is, whose it is, or when the meeting was.

    A secretary's head often has two or three: the body, *Protokoll*, and the date. A heading that only gives
    a name counts if a fact of the head (``Plats: Ale``) or the attendance list follows it at once.
    """
    found: set[int] = set()
    waiting: list[int] = []
    for place, piece in enumerate(pieces[:_DEEPEST]):
        topic = piece.label.topic if piece.label is not None else None
        if topic in FACTS or topic is Topic.ATTENDANCE:
            found.update(waiting)
            waiting = []
            if topic is Topic.ATTENDANCE:
                break
        elif piece.form is Form.HEADING and topic is None:
            if piece.marker:
                break
            if place == 0 or _goes_on(piece, pieces[place - 1]) or _names_meeting(piece.text, words):
                found.add(place)
            elif words.names_body(piece.text) or words.meeting.search(piece.text) is not None:
                waiting.append(place)
            else:
                break
        elif waiting or topic is not None or not _is_short(piece):
            break
    return frozenset(found)


def _goes_on(piece: Piece, above: Piece) -> bool:
    """Whether a heading is the second line of the one above it."""
    below = above.form is Form.HEADING and not piece.gap and piece.depth == above.depth
    return below and (begins_small(piece.text) or above.text.endswith(OPEN_ENDS))


def _names_meeting(text: str, words: Vocabulary) -> bool:
    """Whether a heading says itself that it heads the document: *Anteckningar 8 maj*, *Möte 6/3 2024*."""
    folded = text.casefold()
    if any(word in folded for word in words.other_meetings):
        return False
    dates = find_dates(text, compact=True)
    dated = bool(dates) and (dates[0].start == 0 or words.meeting.search(text) is not None)
    return dated or words.is_kind(first_word(folded))


def _is_short(piece: Piece) -> bool:
    return piece.form in (Form.TEXT, Form.NUMBERED, Form.LINK) and (
        len(piece.text) < _LONGEST and not piece.text.endswith(".")
    )
