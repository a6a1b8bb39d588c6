"""Items without a number of their own: letters below an item, and bullets that head what is said."""

from motesprotokoll.interpret.edges import STOPS_OR_COLON, at
from motesprotokoll.interpret.pieces import Form, Piece

_LONGEST = 60
_STOPS = (*STOPS_OR_COLON, ",", ";", "…")


def is_title(text: str) -> bool:
    """Whether *text* is short, begins with a capital and comes to no stop."""
    return text[:1].isupper() and len(text) < _LONGEST and not text.endswith(_STOPS)


def lettered_among(pieces: list[Piece], items: dict[int, int]) -> dict[int, int]:
    """The places of ``a. Kassan``, ``b. Hamnen`` below an item, each with words of its own, by level."""
    found: dict[int, int] = {}
    run: list[int] = []
    level = 0
    for place, piece in enumerate(pieces):
        if place in items:
            found.update(_whole(run, level))
            run, level = [], items[place] + 1
        elif (
            level
            and piece.form is Form.BULLET
            and len(piece.marker) == 2
            and piece.marker[0] == chr(ord("a") + len(run))
        ):
            if not (is_title(piece.text) and _has_words(pieces, place)):
                level = 0  # a list of sentences
            run.append(place)
    found.update(_whole(run, level))
    return found


def _whole(run: list[int], level: int) -> dict[int, int]:
    return dict.fromkeys(run, level) if level and len(run) > 1 else {}


def _has_words(pieces: list[Piece], place: int) -> bool:
    """Whether a sentence stands below the title at *place*."""
    below = at(pieces, place + 1)
    return below is not None and below.form is Form.TEXT and below.text[:1].isupper() and below.label is None


def topics_among(pieces: list[Piece]) -> dict[int, int]:
    """The bullets of the outermost level, where each of them heads a sentence or deeper bullets."""
    first = next((at for at, piece in enumerate(pieces) if piece.form is Form.BULLET), len(pieces))
    if first == len(pieces) or not pieces[first].marker or pieces[first].marker[0].isalnum():
        return {}
    outermost, found = pieces[first].line.indent, []
    for place in range(first, len(pieces)):
        piece = pieces[place]
        if piece.form is Form.HEADING or piece.label is not None:
            break
        if piece.form is Form.BULLET and piece.line.indent == outermost:
            if piece.marker != pieces[first].marker:
                continue
            if not is_title(piece.text) or not (_has_words(pieces, place) or _has_deeper(pieces, place)):
                return {}
            found.append(place)
    return dict.fromkeys(found, 1) if len(found) > 1 else {}


def _has_deeper(pieces: list[Piece], place: int) -> bool:
    below = at(pieces, place + 1)
    return (
        below is not None
        and below.form is Form.BULLET
        and (below.line.indent > pieces[place].line.indent + 1 or below.marker != pieces[place].marker)
    )
