"""Lines told apart by their first sign: bullets, numbers, headings, rows, labels and running text."""

import re

import attrs

from motesprotokoll.extraction import Line
from motesprotokoll.interpret.columns import mark_rows, side_by_side
from motesprotokoll.interpret.labelled import LONGEST_LOOSE, labelled
from motesprotokoll.interpret.pieces import Form, Piece
from motesprotokoll.interpret.upright import rows_set_right
from motesprotokoll.model import Kind
from motesprotokoll.swedish import parse_row
from motesprotokoll.vocabulary import Topic, Vocabulary

_BULLETS = frozenset("•●○◦▪■□▫–−—-*·‣►➢➤→✓✔⁃∙")
_POINTERS = frozenset("👉➡✅☑✔🔹🔸▶☞❗❌📍")
"""Pictures that stand before the entries of a list."""
_POINTER = re.compile(r"[^\w\s]{1,3} (?=\S)")
_ARROWS = frozenset({"=> ", "-> "})
_WIDE_BULLETS = frozenset("•●○◦▪■□▫‣►➢➤✓✔⁃∙")
"""Signs that are a bullet even without a space behind them."""
_LETTERED = re.compile(r"([a-z]|[A-Z](?=\))|[ivx]{2,4})([.)]) ")
_NUMBER = re.compile(
    r"(?P<para>(?:[A-ZÅÄÖ][A-Za-zåäö]{0,4} )?§{1,2} ?[0-9]{1,6}(?: ?[a-h](?![\w]))?)"
    r"(?P<end1>[.:)]?)(?P<rest1>(?: .*)?)"
    r"|(?P<back>[0-9]{1,6} ?§)(?P<end2>[.:]?)(?P<rest2>(?: .*)?)"
    r"|(?P<plain>[0-9]{1,4}(?>(?:\.[0-9]{1,3}){0,7})(?: ?[a-h](?![\w])| ?½)?)"
    r"(?P<end3>[.):]?)(?P<rest3>(?: .*|[^\W\d_](?:[^\W\d_].*)?)?)"
)
_WORDED = re.compile(r"((Punkt|Paragraf|Ärende) [0-9]{1,4})([.:)]?(?: [–—-](?= ))?)((?: .*)?)")
_STARS = re.compile(r"(\*{1,8}) +(.+)")
_SIGNED = re.compile(
    r"(?P<slash>/{0,2}) ?(?P<name>[A-ZÅÄÖ][\w-]+(?: (?:[a-z]{2,3} )?[A-ZÅÄÖ][\w-]+){0,3})/?"
    r"(?:, (?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2} [a-z]+ [0-9]{4}))?"
)
_ATTENDED = re.compile(
    r"(?P<names>[A-ZÅÄÖ][^.:;?!]{5,200}) (?P<verb>(?:var med|var närvarande|var på plats|deltog|närvarade)"
    r"(?: på mötet| i mötet| vid mötet)?)\.(?= |$)"
)
_FEWEST = 2
"""How many people a sentence must name to be the list of those who came."""
_MOST_BELOW_NAME = 8
"""How many lines may stand below the name in a mail: a title, an address, telephones."""
_LETTERHEAD = 6
"""How many lines at the top may say that the document is minutes."""
_METADATA = 10
"""How many lines at the top may be facts in a list, or the head of a document of org-mode."""
_MOST_COLUMNS = 64
"""Word allows 63 columns; what has more is no table of people or figures."""
_HASHES = re.compile(r"(#{1,6})(?: ++|(?=[^\d\s#])|(?<=##)(?=[1-9][0-9]?[.)]? ))(.*)")


def pieces_of(lines: tuple[Line, ...], words: Vocabulary) -> list[Piece]:
    """Each line with what its first signs say."""
    lines = rows_set_right(lines, words)
    lines = side_by_side(lines, words)
    pieces = [piece for line in lines if (piece := _piece(line, words)).text or piece.marker]
    mark_rows(pieces, words)
    _unlist_head(pieces, words)
    _mark_signature(pieces, words)
    _mark_attended(pieces, words)
    if any(line.text.startswith("#+") for line in lines[:_METADATA]):
        _mark_starred(pieces, words)
    return _underlined(pieces)


_HEAD_TOPICS = frozenset(
    {
        *(Topic.DATE, Topic.TIME, Topic.PLACE, Topic.TIME_AND_PLACE, Topic.BODY, Topic.NUMBER),
        *(Topic.ATTENDANCE, Topic.CHAIR, Topic.NOTE_TAKER, Topic.VERIFIER),
    }
)


def _unlist_head(pieces: list[Piece], words: Vocabulary) -> None:
    """Facts of the head that are set as a list, ``- Plats: Ale``, are lines of the head."""
    for place, piece in enumerate(pieces[:_METADATA]):
        if piece.form is Form.BULLET and ":" in piece.text and not piece.marker.isalnum():
            bare = labelled(Piece(Form.TEXT, attrs.evolve(piece.line, text=piece.text), piece.text), words)
            if bare.label is None or bare.loose or bare.label.topic not in _HEAD_TOPICS:
                return
            pieces[place] = bare
        elif piece.form is Form.NUMBERED or len(piece.text) > LONGEST_LOOSE:
            return


def _mark_attended(pieces: list[Piece], words: Vocabulary) -> None:
    """The sentence near the top that says who came, where no list does: ``Ida Ek och Bo Alm var med.``"""
    if any(piece.label is not None and piece.label.topic is Topic.ATTENDANCE for piece in pieces):
        return
    for piece in pieces[:_METADATA]:
        found = _ATTENDED.match(piece.text) if piece.form is Form.TEXT and piece.label is None else None
        if found is None or len(parse_row(found["names"], words=words.names).people) < _FEWEST:
            continue
        piece.label, piece.label_text = words.label_of("Närvarande"), found["verb"]
        piece.rest = f"{found['names']}.{piece.text[found.end() :]}"
        return


def _mark_signature(pieces: list[Piece], words: Vocabulary) -> None:
    """Who signs minutes at their end without a word for it says who wrote them; who signs a letter does not.

    That is the last line, ``/Ida Ek`` or ``Ida Ek, 2026-01-29``, or the name below a greeting in a mail.
    """
    place = _place_of_signature(pieces, words)
    if place is None or not _are_minutes(pieces, words):
        return
    signature = pieces[place]
    found = _SIGNED.fullmatch(signature.text.strip("*_"))
    assert found is not None
    signature.label = next((label for label in words.labels if label.topic is Topic.NOTE_TAKER), None)
    signature.rest = found["name"]
    if found["day"]:
        line = attrs.evolve(signature.line, text=found["day"], gap=False)
        pieces.insert(place + 1, Piece(Form.TEXT, line, line.text))


def _place_of_signature(pieces: list[Piece], words: Vocabulary) -> int | None:
    """Where a name signs the document, if one does."""
    last = len(pieces) - 1
    for place in range(last, max(last - _MOST_BELOW_NAME, 0), -1):
        piece = pieces[place]
        if piece.form is not Form.TEXT or piece.label is not None or piece.line.cells:
            continue
        found = _SIGNED.fullmatch(piece.text.strip("*_"))
        if found is None or (" " not in found["name"] and not found["slash"]):
            continue
        greeted = pieces[place - 1].text.casefold().rstrip(" ,.!/").endswith(words.greetings)
        if greeted or (place == last and (found["day"] or found["slash"])):
            return place
    return None


def _are_minutes(pieces: list[Piece], words: Vocabulary) -> bool:
    """Whether what is signed tells of a meeting that has been, and no other line says who wrote it."""
    topics = {piece.label.topic for piece in pieces if piece.label is not None}
    if Topic.NOTE_TAKER in topics:
        return False
    kinds = {words.kind_of(piece.text) for piece in pieces[:_LETTERHEAD]}
    if not kinds.isdisjoint({Kind.SUMMONS, Kind.AGENDA}):
        return False
    return Topic.ATTENDANCE in topics or not kinds.isdisjoint({Kind.NOTES, Kind.MINUTES})


def _mark_starred(pieces: list[Piece], words: Vocabulary) -> None:
    """In a document of org-mode, stars at the beginning of a line are the level of a heading."""
    for piece in pieces:
        found = _STARS.fullmatch(piece.line.text) if piece.line.text[0] == "*" else None
        if found is not None and piece.line.indent == 0:
            piece.form, piece.marker, piece.text, piece.depth = Form.HEADING, "", found[2], len(found[1])
            labelled(piece, words)


def _piece(line: Line, words: Vocabulary) -> Piece:
    text = line.text
    if line.role is not None:
        return Piece(Form.MARKED, line, text)
    if line.level is not None:
        return labelled(_heading(line, text, line.level), words)
    first = text[0]
    if first.isalpha():
        return _worded(line, text, words)
    if first in "=-" and text[:3] in _ARROWS:
        return Piece(Form.BULLET, line, text[3:], marker=text[:2])
    if first in _BULLETS:
        return _bullet(line, text, words)
    if first in _POINTERS and (pointed := _POINTER.match(text)) is not None:
        return _pointed(line, pointed[0], text[pointed.end() :], words)
    if first == ":" and text[1:2] == " ":
        return labelled(Piece(Form.TEXT, attrs.evolve(line, text=text[2:]), text[2:]), words)
    if "0" <= first <= "9" or first == "§":
        return _numbered(line, text) or Piece(Form.TEXT, line, text)
    if first == "|" and text.count("|") <= _MOST_COLUMNS:
        return Piece(Form.ROW, line, text)
    if first == "#":
        found = _HASHES.match(text)
        if found is not None and not text.startswith("#+"):
            return labelled(_heading(line, found[2].rstrip("# "), len(found[1])), words)
        return labelled(Piece(Form.TEXT, line, text.removeprefix("#+")), words)
    if not any(map(str.isalnum, text)):
        return Piece(Form.RULE, line, text)
    return labelled(Piece(Form.TEXT, line, text.lstrip("% ") if first == "%" else text), words)


def _pointed(line: Line, sign: str, text: str, words: Vocabulary) -> Piece:
    """A line behind a picture that points: the entry of a list, unless it begins with a label."""
    piece = labelled(Piece(Form.TEXT, attrs.evolve(line, text=text), text), words)
    if piece.label is not None and piece.rest:
        return piece
    return Piece(Form.BULLET, line, text, marker=sign.strip())


def _worded(line: Line, text: str, words: Vocabulary) -> Piece:
    """A line that begins with a letter: mostly text, but ``o`` may be a bullet and ``a)`` a letter in a
    list."""
    if text.startswith("o "):
        return Piece(Form.BULLET, line, text[2:], marker="o")
    if (found := _LETTERED.match(text)) is not None:
        return Piece(Form.BULLET, line, text[found.end() :], marker=found[1] + found[2])
    if text.startswith("http") and " " not in text:
        return Piece(Form.LINK, line, text)
    numbered = _numbered(line, text)
    if numbered is not None:
        return numbered
    if " | " in text and text.count("|") <= _MOST_COLUMNS:
        return Piece(Form.ROW, line, text)
    return labelled(Piece(Form.TEXT, line, text), words)


def _bullet(line: Line, text: str, words: Vocabulary) -> Piece:
    first, second = text[0], text[1:2]
    if not second:
        return (
            Piece(Form.BULLET, line, "", marker=first)
            if first in _WIDE_BULLETS
            else Piece(Form.RULE, line, text)
        )
    if second == " ":
        if not any(map(str.isalnum, text)):
            return Piece(Form.RULE, line, text)
        return Piece(Form.BULLET, line, text[2:], marker=first)
    if first in _WIDE_BULLETS:
        return Piece(Form.BULLET, line, text[1:], marker=first)
    if not any(map(str.isalnum, text)):
        return Piece(Form.RULE, line, text)
    if text.startswith("**"):
        return _bold(line, text, words)
    return Piece(Form.TEXT, line, text)


def _bold(line: Line, text: str, words: Vocabulary) -> Piece:
    """A line in bold: a heading if all of it is, else a label or a run-in heading."""
    inner = text[2:]
    if inner.endswith("**") and "**" not in inner[:-2]:
        bare = inner[:-2].strip()
        return _numbered(line, bare) or labelled(_heading(line, bare, 2), words)
    return labelled(Piece(Form.TEXT, line, text.replace("**", "")), words)


def _heading(line: Line, text: str, level: int) -> Piece:
    """A heading; its own number, if it has one, is told apart from its words."""
    found = _numbered(line, text)
    if found is None:
        return Piece(Form.HEADING, line, text, depth=level)
    return attrs.evolve(found, form=Form.HEADING, depth=level)


def _numbered(line: Line, text: str) -> Piece | None:
    worded = _WORDED.fullmatch(text)
    if worded is not None:
        return _number_piece(line, worded[1], worded[3], worded[4], worded[2])
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    if found["para"] is not None:
        return _number_piece(line, found["para"], found["end1"], found["rest1"], "§")
    if found["back"] is not None:
        return _number_piece(line, found["back"], found["end2"], found["rest2"], "§")
    return _number_piece(line, found["plain"], found["end3"], found["rest3"], found["end3"] or " ")


def _number_piece(line: Line, number: str, end: str, rest: str, scheme: str) -> Piece:
    figures = [int(part) for part in re.findall("[0-9]+", number)]
    return Piece(
        Form.NUMBERED,
        line,
        rest.strip(),
        marker=number,
        written=number + end,
        value=figures[-1],
        depth=len(figures) + (number[-1] in "abcdefgh½"),
        scheme="." if scheme == ":" else scheme,
    )


def _underlined(pieces: list[Piece]) -> list[Piece]:
    """*pieces* without rules; a line of text that is underlined with ``===`` or ``---`` is a heading."""
    kept: list[Piece] = []
    ruled = False
    for piece in pieces:
        if piece.form is not Form.RULE:
            piece.gap = piece.gap or ruled
            kept.append(piece)
            ruled = False
            continue
        ruled = True
        above = kept[-1] if kept else None
        sign = piece.text[0]
        whole = len(piece.text) >= 3 and piece.text == sign * len(piece.text)
        if above is not None and whole and sign in "=-" and not piece.line.gap and above.form is Form.TEXT:
            if above.label is None or not above.rest:
                above.form, above.depth = Form.HEADING, 1 if sign == "=" else 2
        elif (
            above is not None
            and whole
            and sign in "=-"
            and not piece.line.gap
            and above.form is Form.NUMBERED
        ):
            above.form, above.depth = Form.HEADING, 1 if sign == "=" else 2
    return kept
