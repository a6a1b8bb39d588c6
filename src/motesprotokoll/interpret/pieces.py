"""Lines told apart by their first sign: bullets, numbers, headings, rows, labels and running text."""

import re
from enum import Enum

import attrs

from motesprotokoll.extraction import Line
from motesprotokoll.interpret.upright import rows_set_right
from motesprotokoll.swedish.words import WEEKDAY_STEMS
from motesprotokoll.vocabulary import Label, Topic, Vocabulary


class Form(Enum):
    """What a line looks like."""

    TEXT = "text"
    HEADING = "heading"
    NUMBERED = "numbered"
    BULLET = "bullet"
    ROW = "row"
    RULE = "rule"
    LINK = "link"
    MARKED = "marked"
    """The document says itself what the line is: `Line.role`."""


@attrs.define(eq=False)
class Piece:
    """One line and what its first signs say of it."""

    form: Form
    line: Line
    text: str
    """The words after the marker."""
    marker: str = ""
    """The bullet, or the number as written, without the dot or bracket behind it."""
    written: str = ""
    """The number with the dot or bracket behind it."""
    value: int = 0
    """The number, or the last part of ``3.1``."""
    depth: int = 0
    """The level of a heading, or how many parts a number has."""
    scheme: str = ""
    """Which sign goes with the number: ``§``, ``.``, ``)``, nothing."""
    label: Label | None = None
    label_text: str = ""
    """The label as written, without its colon."""
    rest: str = ""
    """What stands behind the label on the same line."""
    loose: bool = False
    """Whether no colon stands between the two, so that it may be a sentence."""
    gap: bool = attrs.field(default=attrs.Factory(lambda self: self.line.gap, takes_self=True))
    """Whether there was room above, or a rule."""

    @property
    def number(self) -> int:
        """The line in the source."""
        return self.line.number


_BULLETS = frozenset("•●○◦▪■□▫–−—-*·‣►➢➤→✓✔⁃∙")
_DOTTED = ("...", "___", "……")
"""How the line for a signature ends."""
_ARROWS = frozenset({"=> ", "-> "})
_WIDE_BULLETS = frozenset("•●○◦▪■□▫‣►➢➤✓✔⁃∙")
"""Signs that are a bullet even without a space behind them."""
_LETTERED = re.compile(r"([a-z]|[A-Z](?=\))|[ivx]{2,4})([.)]) ")
_NUMBER = re.compile(
    r"(?P<para>(?:[A-ZÅÄÖ][A-Za-zåäö]{0,4} )?§{1,2} ?[0-9]{1,6}(?: ?[a-h](?![\w]))?)"
    r"(?P<end1>[.:)]?)(?P<rest1>(?: .*)?)"
    r"|(?P<back>[0-9]{1,6} ?§)(?P<end2>[.:]?)(?P<rest2>(?: .*)?)"
    r"|(?P<plain>[0-9]{1,4}(?:\.[0-9]{1,3}){0,7}+(?: ?[a-h](?![\w])| ?½)?)"
    r"(?P<end3>[.):]?)(?P<rest3>(?: .*|[^\W\d_].*)?)"
)
_WORDED = re.compile(r"((?:Punkt|Paragraf|Ärende) [0-9]{1,4})([.:)]?(?: [–—-](?= ))?)((?: .*)?)")
_STARS = re.compile(r"(\*{1,8}) +(.+)")
_METADATA = 10
_LETTERHEAD = 3
_RIGHT = 10
"""From which column on a lone word stands in the right one of two."""
"""How many lines at the top may be set in columns."""
_NAME = re.compile(r"\s*[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ]")
_LONGEST_LOOSE = 100
_MOST_COLUMNS = 64
"""Word allows 63 columns; what has more is no table of people or figures."""
_DATE_BEGINNINGS = (*"0123456789", *WEEKDAY_STEMS, "den", "kl")
_HASHES = re.compile(r"(#{1,6})(?: ++|(?=[^\d\s#])|(?<=##)(?=[1-9][0-9]?[.)]? ))(.*)")


def pieces_of(lines: tuple[Line, ...], words: Vocabulary) -> list[Piece]:
    """Each line with what its first signs say."""
    lines = _side_by_side(rows_set_right(lines, words), words)
    pieces = [piece for line in lines if (piece := _piece(line, words)).text or piece.marker]
    if any(line.cells for line in lines):
        _mark_rows(pieces, words)
    _unlist_head(pieces, words)
    if any(line.text.startswith("#+") for line in lines[:_METADATA]):
        _mark_starred(pieces, words)
    return _underlined(pieces)


def _side_by_side(lines: tuple[Line, ...], words: Vocabulary) -> tuple[Line, ...]:
    """*lines* with those in two that hold two facts: a letterhead in columns, or labels beside each other."""
    if not any(line.cells for line in lines):
        return lines
    apart: list[Line] = []
    lines = _columns_below_each_other(lines, words)
    for place, line in enumerate(lines):
        if line.cells and (
            _are_facts(line.cells, words) or (place < _LETTERHEAD and _are_names(line.cells, words))
        ):
            apart.extend(
                attrs.evolve(line, text=cell, cells=(), gap=line.gap and not at)
                for at, cell in enumerate(line.cells)
            )
        else:
            apart.append(line)
    return tuple(apart)


def _columns_below_each_other(lines: tuple[Line, ...], words: Vocabulary) -> tuple[Line, ...]:
    """*lines* with two lists of people that stand side by side (``Närvarande:    Frånvarande:``) in order."""
    apart: list[Line] = []
    place = 0
    while place < len(lines):
        labels = [words.label_of(cell) for cell in lines[place].cells]
        end = place + 1
        if len(labels) == 2 and all(label and label.topic is Topic.ATTENDANCE for label in labels):
            while end < len(lines) and not lines[end].gap and len(lines[end].cells) in (0, 2):
                end += 1
            apart.extend(_by_column(lines[place:end]))
        else:
            apart.append(lines[place])
        place = end
    return tuple(apart)


def _by_column(lines: tuple[Line, ...]) -> list[Line]:
    """The left column, then the right one; a line of one name is of the side where it begins."""
    columns: tuple[list[Line], list[Line]] = ([], [])
    for line in lines:
        if line.cells:
            for column, cell in zip(columns, line.cells, strict=True):
                column.append(attrs.evolve(line, text=cell, cells=(), gap=line.gap and column is columns[0]))
        else:
            columns[line.indent > _RIGHT].append(line)
    return [*columns[0], *columns[1]]


def _are_facts(cells: tuple[str, ...], words: Vocabulary) -> bool:
    """Whether each column is a label with its words: ``Sekreterare: Bo Ek     Justeras: Ida Al``."""
    parts = [cell.partition(":") for cell in cells]
    return all(rest and words.label_of(label) is not None for label, _, rest in parts)


def _are_names(cells: tuple[str, ...], words: Vocabulary) -> bool:
    """Whether the columns of a letterhead are lines of their own: the body, and what the document is."""
    if len(cells) != 2 or words.label_of(cells[0]) is not None or any(":" in cell for cell in cells):
        return False
    label = words.label_of(cells[1])
    return words.kind_of(cells[1]) is not None or (label is not None and label.topic is Topic.DATE)


def _mark_rows(pieces: list[Piece], words: Vocabulary) -> None:
    """Lines in columns below a header that says what is done by whom, or who somebody is, are the rows of a
    table."""
    columns = 0
    of_people = False
    for piece in pieces:
        cells = piece.line.cells
        if len(cells) > 2 and "owner" in words.columns_of(cells):
            columns, of_people = len(cells), False
        elif len(cells) > 1 and _heads_people(cells, words):
            columns, of_people = len(cells), True
        elif len(cells) != columns and not (of_people and 1 < len(cells) < columns):
            columns = 0
        if columns:
            piece.label, piece.label_text, piece.rest, piece.loose = None, "", "", False
            piece.form, piece.marker, piece.written, piece.text = Form.ROW, "", "", piece.line.text


def _heads_people(cells: tuple[str, ...], words: Vocabulary) -> bool:
    """Whether columns are headed as those of a table of people are: ``Befattning    Namn    Närvarande``."""
    fields = [words.column_of(cell) for cell in cells if not cell[:1].isdigit()]  # a day heads a column, too
    return None not in fields and len(fields) > 1 and ("name" in fields or "member" in fields)


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
            bare = _labelled(Piece(Form.TEXT, attrs.evolve(piece.line, text=piece.text), piece.text), words)
            if bare.label is None or bare.loose or bare.label.topic not in _HEAD_TOPICS:
                return
            pieces[place] = bare
        elif piece.form is Form.NUMBERED or len(piece.text) > _LONGEST_LOOSE:
            return


def _mark_starred(pieces: list[Piece], words: Vocabulary) -> None:
    """In a document of org-mode, stars at the beginning of a line are the level of a heading."""
    for piece in pieces:
        found = _STARS.fullmatch(piece.line.text) if piece.line.text[0] == "*" else None
        if found is not None and piece.line.indent == 0:
            piece.form, piece.marker, piece.text, piece.depth = Form.HEADING, "", found[2], len(found[1])
            _labelled(piece, words)


def _piece(line: Line, words: Vocabulary) -> Piece:
    text = line.text
    if line.role is not None:
        return Piece(Form.MARKED, line, text)
    if line.level is not None:
        return _labelled(_heading(line, text, line.level), words)
    first = text[0]
    if first.isalpha():
        return _worded(line, text, first, words)
    if first in "=-" and text[:3] in _ARROWS:
        return Piece(Form.BULLET, line, text[3:], marker=text[:2])
    if first in _BULLETS:
        return _bullet(line, text, words)
    if first == ":" and text[1:2] == " ":
        return _labelled(Piece(Form.TEXT, attrs.evolve(line, text=text[2:]), text[2:]), words)
    if "0" <= first <= "9" or first == "§":
        return _numbered(line, text, _NUMBER) or Piece(Form.TEXT, line, text)
    if first == "|" and text.count("|") <= _MOST_COLUMNS:
        return Piece(Form.ROW, line, text)
    if first == "#":
        found = _HASHES.match(text)
        if found is not None and not text.startswith("#+"):
            return _labelled(_heading(line, found[2].rstrip("# "), len(found[1])), words)
        return _labelled(Piece(Form.TEXT, line, text.removeprefix("#+")), words)
    if not any(map(str.isalnum, text)):
        return Piece(Form.RULE, line, text)
    return _labelled(Piece(Form.TEXT, line, text.lstrip("% ") if first == "%" else text), words)


def _worded(line: Line, text: str, first: str, words: Vocabulary) -> Piece:
    """A line that begins with a letter: mostly text, but ``o`` may be a bullet and ``a)`` a letter in a
    list."""
    second = text[1:2]
    if second == " " and first == "o":
        return Piece(Form.BULLET, line, text[2:], marker="o")
    if second in (".", ")", "i", "v", "x") and (found := _LETTERED.match(text)) is not None:
        return Piece(Form.BULLET, line, text[found.end() :], marker=found[1] + found[2])
    if first == "h" and text.startswith("http") and " " not in text:
        return Piece(Form.LINK, line, text)
    if first in "PÄ" and text[1:3] in ("un", "ar", "re") and (found := _WORDED.fullmatch(text)) is not None:
        return _number_piece(line, found[1], found[2], found[3], found[1].split()[0])
    if "§" in text[:7] and (para := _numbered(line, text, _NUMBER)) is not None:
        return para
    if " | " in text and text.count("|") <= _MOST_COLUMNS:
        return Piece(Form.ROW, line, text)
    return _labelled(Piece(Form.TEXT, line, text), words)


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
        found = _numbered(line, bare, _NUMBER) if bare[:1].isdigit() or bare[:1] == "§" else None
        return found or _labelled(_heading(line, bare, 2), words)
    return _labelled(Piece(Form.TEXT, line, text.replace("**", "")), words)


def _heading(line: Line, text: str, level: int) -> Piece:
    """A heading; its own number, if it has one, is told apart from its words."""
    first = text[:1]
    found = _numbered(line, text, _NUMBER) if first and ("0" <= first <= "9" or first == "§") else None
    if first and first in "PÄ" and (worded := _WORDED.fullmatch(text)) is not None:
        found = _number_piece(line, worded[1], worded[2], worded[3], worded[1].split()[0])
    if found is None:
        return Piece(Form.HEADING, line, text, depth=level)
    return attrs.evolve(found, form=Form.HEADING, depth=level)


def _numbered(line: Line, text: str, pattern: "re.Pattern[str]") -> Piece | None:
    found = pattern.fullmatch(text)
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


def _labelled(piece: Piece, words: Vocabulary) -> Piece:
    """*piece* with the label that it begins with, if any: ``Plats: Ale``, or ``Närvarande`` alone."""
    text = piece.text
    if text[:1] == "/" and _signed(piece, words):
        return piece
    colon = text.find(":", 0, words.longest_label)
    if piece.line.cells and len(piece.line.cells) == 2 and piece.form is Form.TEXT:
        written, rest = piece.line.cells
        if (
            (label := words.label_of(written)) is not None
            and words.label_of(rest) is None
            and rest[-1] != ":"
        ):
            piece.label, piece.label_text, piece.rest = label, written.rstrip(" :"), rest
            return piece
    if colon < 0:
        text = text.rstrip("._… ") if text.endswith(_DOTTED) else text
        if len(text) < words.longest_label and (label := words.label_of(text) or _body_decides(text, words)):
            piece.label, piece.label_text = label, text
        elif len(text) < _LONGEST_LOOSE and text.split(" ", 1)[0].casefold() in words.label_starts:
            _split_loose(piece, words)
        return piece
    written = text[:colon]
    label = words.label_of(written)
    if label is None and "(" in written:
        label = words.label_of(written[: written.index("(")])
    if label is None:
        label = words.attributed_label_of(written) or _body_decides(written, words)
    if (
        label is None
        and written.casefold() in words.before_names
        and _NAME.match(text, colon + 1) is not None
    ):
        label = words.label_of("Antecknat av")
    if label is not None:
        piece.label, piece.label_text, piece.rest = label, written.strip(" *"), text[colon + 1 :].strip()
    return piece


def _signed(piece: Piece, words: Vocabulary) -> bool:
    """Whether *piece* is a signature with its office behind: ``/Bo Ek, sekreterare``."""
    name, comma, office = piece.text[1:].rpartition(",")
    topic = words.offices.get(office.strip(" .").casefold()) if comma else None
    if topic is None or _NAME.match(name) is None:
        return False
    piece.label = next((label for label in words.labels if label.topic is topic), None)
    piece.label_text, piece.rest = office.strip(), name.strip()
    return True


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
    if label.topic is Topic.NEXT_MEETING and " " not in piece.text[:length]:
        return  # "Nästa" needs its colon
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
