"""The body that a form names elsewhere than in its head: in the running header, or in the notice."""

from collections.abc import Sequence

from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.head_facts import Head
from motesprotokoll.interpret.pieces import Piece
from motesprotokoll.swedish.finding_dates import find_dates
from motesprotokoll.vocabulary import Topic

_LONGEST = 60
_EDGES = " ,;.–-|:"


def with_body_told(
    head: Head, preamble: list[Piece], furniture: tuple[str, ...], desk: Desk
) -> tuple[str, ...]:
    """*furniture* without the line that gives *head* its body, where the head itself names none.

    A form has the municipality in its letterhead, and whose minutes they are beside it on every page or in
    the notice. The municipality is then what the body is a part of.
    """
    if not _lacks_body(head, desk):
        return furniture
    for pieces in (head.rest, preamble):
        if (piece := _labelled_body(pieces, desk)) is not None:
            pieces.remove(piece)
            desk.label_with_number(piece)
            _set_body(head, piece.rest)
            return furniture
    for place, text in enumerate(furniture):
        if (body := _body_in(text, desk)) is not None:
            before, _, behind = text.partition(body)
            desk.label(before, 0)
            desk.label(behind, 0)
            _set_body(head, body)
            return (*furniture[:place], *furniture[place + 1 :])
    return furniture


def _lacks_body(head: Head, desk: Desk) -> bool:
    """Whether the head says what it is of a form, and the only name in it is one of no body."""
    if head.kind is None or head.organisation is not None or head.title is not None:
        return False
    return head.network is None or (bool(head.named) and not desk.words.names_body(head.network))


def _set_body(head: Head, name: str) -> None:
    head.organisation, head.network = head.network, name


def _labelled_body(pieces: Sequence[Piece], desk: Desk) -> Piece | None:
    """The line with the label of a body: ``Organ   Miljönämnden``."""
    for piece in pieces:
        if piece.label is not None and piece.label.topic is Topic.BODY and desk.words.names_body(piece.rest):
            return piece
    return None


def _body_in(text: str, desk: Desk) -> str | None:
    """The body that a running header names, alone or beside a day: ``Miljönämnden 2026-03-10``."""
    if len(text) > _LONGEST or "<" in text:  # a link that stands around a document on its page
        return None
    found = find_dates(text)
    bare = (text[: found[0].start] if found else text).strip(_EDGES)
    if not bare or any(map(str.isdigit, bare)) or desk.words.kind_of(bare) is not None:
        return None
    return bare if desk.words.names_body(bare) and desk.words.meeting.search(bare) is None else None
