"""The lines that a person sees, with what their looks say: headings, room above, columns, links."""

from collections.abc import Sequence
from itertools import groupby, pairwise

import attrs

from motesprotokoll.extraction import Line
from motesprotokoll.readers.pdf.document import Word
from motesprotokoll.readers.pdf.hyphens import is_written, vocabulary
from motesprotokoll.readers.pdf.looks import heading_size, levels_of
from motesprotokoll.readers.pdf.strips import Strip, Usual, usual_of
from motesprotokoll.repair import clean, in_bounds, join

_ROOM = 1.25
"""How much more than from line to line there is above a paragraph."""
_ROOM_IN_TABLE = 3.2
_WIDEST = 200
_FULL = 0.8
_SHORT = 40
"""Signs of a line that is never a full one, where all lines of a document are short."""


def lines_of(strips: Sequence[Strip]) -> tuple[Line, ...]:
    """The lines of a document whose furniture is taken away."""
    if not strips:
        return ()
    known = vocabulary(word.text for strip in strips for word in strip.words)
    usual = usual_of(strips)
    rejoined = _rejoined(strips, known)
    _address_links(rejoined)
    levels = levels_of(rejoined, usual)
    gaps = _gaps(rejoined, usual)
    lines: list[Line] = []
    place = 0
    while place < len(rejoined):
        strip = rejoined[place]
        size = heading_size(rejoined, place, levels, gaps) if id(strip) in levels else 1
        level = levels.get(id(strip))
        words = [word for one in rejoined[place : place + size] for word in one.words]
        cells = _cells(strip, known) if level is None else ()
        text = clean(_spelled(words, known) if len(cells) < 2 else " ".join(filter(None, cells)))
        if text:
            left = strip.column[0] if strip.column else usual.left
            indent = min(max(0, round(2 * (strip.left - left) / usual.size)), _WIDEST)
            shown = cells if len(cells) > 2 or (len(cells) == 2 and all(cells)) else ()
            lines.append(Line(text, len(lines) + 1, indent, gaps[place], strip.page, level, shown))
        place += size
    return in_bounds(lines)


# ------------------------------------------------------------------------------------------- letters


def _rejoined(strips: Sequence[Strip], known: frozenset[str]) -> list[Strip]:
    """*strips* with each word that hyphenation broke whole, on the line where it begins."""
    rest = [attrs.evolve(strip, cells=[list(cell) for cell in strip.cells]) for strip in strips]
    for above, below in pairwise(rest):
        if len(above.cells) != 1 or len(below.cells) != 1 or not above.words or not below.words:
            continue
        last, first = above.cells[0][-1], below.cells[0][0]
        if last.hyphen and not is_written(last.text, first.text, known):
            whole = attrs.evolve(first, text=last.text + first.text, left=last.left, base=last.base)
            above.cells[0][-1] = whole
            above.right = max(above.right, last.right)
            del below.cells[0][0]
    return [strip for strip in rest if strip.words]


def _spelled(words: Sequence[Word], known: frozenset[str]) -> str:
    """*words* in one line, with the addresses of links behind what is linked."""
    text = ""
    for place, word in enumerate(words):
        above = words[place - 1] if place else None
        if above is None:
            text = word.text
        elif not above.hyphen:
            broken = word.base - above.base > word.size // 2
            text = join(text, word.text) if broken else f"{text} {word.text}"
        elif is_written(above.text, word.text, known):
            text = join(f"{text}-", word.text)
        else:
            text += word.text
        if word.address is not None:
            text += f" <{word.address}>"
    return f"{text}-" if words and words[-1].hyphen else text


def _address_links(strips: Sequence[Strip]) -> None:
    """Leave the address of a link at its last word only, and none where its words are the address."""
    words = [word for strip in strips for word in strip.words]
    for address, linked in groupby(words, key=lambda word: word.address):
        if address is None:
            continue
        *others, last = linked
        for word in others:
            word.address = None
        shown = "".join(word.text for word in (*others, last))
        bare = clean(address)
        same = bare.removeprefix("mailto:") in (shown, shown.rstrip(".,;)"))
        last.address = None if same or not bare else bare


def _cells(strip: Strip, known: frozenset[str]) -> tuple[str, ...]:
    return tuple(clean(_spelled(cell, known)) for cell in strip.cells)


# ---------------------------------------------------------------------------------------------- room


def _gaps(strips: Sequence[Strip], usual: Usual) -> list[bool]:
    """Whether there is more room above each of *strips* than between the lines of a paragraph."""
    gaps = [False]
    for above, strip in pairwise(strips):
        if above.page != strip.page or strip.top <= above.top:
            left, right = above.column or (usual.left, usual.right)
            full = above.right - left > _FULL * (right - left)
            gaps.append(not full or (above.column is None and len(above.text) < _SHORT))
        else:
            size = max(above.size, strip.size)
            table = len(above.cells) > 1 and len(strip.cells) > 1
            room = _ROOM_IN_TABLE if table else _ROOM * usual.leading
            gaps.append((strip.top - above.base) > room * size)
    return gaps
