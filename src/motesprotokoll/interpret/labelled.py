"""Labels at the beginning of a line: ``Plats: Ale``, ``Närvarande`` alone, ``Vid protokollet Bo Ek``."""

import re

from motesprotokoll.interpret.edges import first_word
from motesprotokoll.interpret.pieces import Form, Piece
from motesprotokoll.swedish.words import WEEKDAY_STEMS
from motesprotokoll.vocabulary import Label, Topic, Vocabulary

_DOTTED = ("...", "___", "……")
"""How the line for a signature ends."""
_NAME = re.compile(r"\s*[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ]")
LONGEST_LOOSE = 100
"""A longer line is a sentence, and begins with no label."""
_WITH_COLON = frozenset({"nästa", "med"})
"""Words that begin many a sentence, and are labels only before a colon."""
_DATE_BEGINNINGS = (*"0123456789", *WEEKDAY_STEMS, "den", "kl")


def labelled(piece: Piece, words: Vocabulary) -> Piece:
    """*piece* with the label that it begins with, if any: ``Plats: Ale``, or ``Närvarande`` alone."""
    text = piece.text
    if text[:1] == "/" and _signed(piece, words):
        return piece
    if len(piece.line.cells) > 1 and all(words.label_of(cell) is not None for cell in piece.line.cells):
        return piece  # labels beside each other: what they label stands above or below
    if len(piece.line.cells) == 2 and piece.form is Form.TEXT:
        left, right = piece.line.cells
        label = words.label_of(left)
        if label is not None and words.label_of(right) is None and not right.endswith(":"):
            piece.label, piece.label_text, piece.rest = label, left.rstrip(" :"), right
            return piece
    written, colon, _ = text[: words.longest_label].partition(":")
    if not colon:
        text = text.rstrip("._… ") if text.endswith(_DOTTED) else text
        if len(text) < words.longest_label and (label := _whole_label(text, words)):
            piece.label, piece.label_text = label, text
        elif len(text) < LONGEST_LOOSE and first_word(text).casefold() in words.label_starts:
            _split_loose(piece, words)
        return piece
    behind = text.partition(":")[2]
    label = words.label_of(written)
    if label is None and "(" in written:
        label = words.label_of(written[: written.index("(")])
    if label is None:
        label = words.attributed_label_of(written) or _body_decides(written, words)
    if label is None and written.casefold() in words.before_names and _NAME.match(behind) is not None:
        label = words.label_of("Antecknat av")
    if label is not None:
        piece.label, piece.label_text, piece.rest = label, written.strip(" *"), behind.strip()
    return piece


def _whole_label(text: str, words: Vocabulary) -> Label | None:
    """The label that a line without a colon is: also one that is narrowed (``Deltagare från skolan``) or
    that says how many follow (``Deltagare (5)``)."""
    label = words.label_of(text) or _body_decides(text, words)
    if label is None and words.finite.isdisjoint(text.casefold().split(" ")):
        label = words.attributed_label_of(text)
    return label


def _signed(piece: Piece, words: Vocabulary) -> bool:
    """Whether *piece* is a signature with its office behind: ``/Bo Ek, sekreterare``, ``/Bo vid pennan``."""
    name, comma, office = piece.text[1:].rpartition(",")
    if not comma:
        name, office = _with_office(piece.text[1:], words)
    topic = words.offices.get(office.strip(" .").casefold())
    if topic is None or _NAME.match(name) is None:
        return False
    piece.label = next((label for label in words.labels if label.topic is topic), None)
    piece.label_text, piece.rest = office.strip(), name.strip()
    return True


def _with_office(text: str, words: Vocabulary) -> tuple[str, str]:
    """A name and the office of several words behind it."""
    folded = text.casefold().rstrip(" .")
    behind = [office for office in words.offices if " " in office and folded.endswith(f" {office}")]
    size = max(map(len, behind), default=0)
    return (text[: len(folded) - size], text[len(folded) - size :]) if size else (text, "")


def _body_decides(written: str, words: Vocabulary) -> Label | None:
    """The label ``Kommunstyrelsens beslut``; whose it is, its reader tells."""
    if not written.casefold().endswith("s beslut") or not words.names_body(written[: -len("s beslut")]):
        return None
    return words.label_of("Beslut")


def _split_loose(piece: Piece, words: Vocabulary) -> None:
    """A label without a colon that runs into its words: ``Nästa möte 26 maj``, ``Vid protokollet Bo Ek``."""
    found = words.loose_label_of(piece.text)
    if found is None:
        return
    label, length = found
    if piece.text[:length].casefold() in _WITH_COLON:
        return
    rest = piece.text[length:].lstrip(" –-")
    if label.topic is Topic.ATTENDANCE and (
        not piece.text[:1].isupper()
        or _NAME.match(rest) is None
        or rest.endswith(".")
        or not words.finite.isdisjoint(rest.casefold().split(" "))
    ):
        return
    if label.topic in (Topic.DATE, Topic.TIME) and not rest[:3].casefold().startswith(_DATE_BEGINNINGS):
        return
    piece.label, piece.label_text, piece.rest, piece.loose = label, piece.text[:length], rest, True
