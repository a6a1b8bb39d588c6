"""The lines that a person sees, with what their looks say: headings, room above, columns, links."""

from collections.abc import Sequence
from itertools import groupby, pairwise

import attrs

from motesprotokoll.extraction import Line
from motesprotokoll.readers.pdf.document import Word
from motesprotokoll.readers.pdf.hyphens import is_written, vocabulary
from motesprotokoll.readers.pdf.strips import Strip, Usual, usual_of
from motesprotokoll.repair import MOST_LINES, clean, join

_LARGER = 1.1
"""How much larger than running text a heading is."""
_LONGEST_HEADING = 160
_MOST_HEADING_LINES = 3
_ROOM = 1.25
"""How much more than from line to line there is above a paragraph."""
_ROOM_IN_TABLE = 3.2
_DEEPEST = 6
_WIDEST = 200
_NO_HEADING = (".", ",", ";", "-")
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
    levels = _levels(rejoined, usual)
    gaps = _gaps(rejoined, usual)
    lines: list[Line] = []
    place = 0
    while place < len(rejoined):
        strip = rejoined[place]
        size = _heading_size(rejoined, place, levels, gaps) if id(strip) in levels else 1
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
    return tuple(lines if len(lines) <= MOST_LINES else _by_the_hundred(lines))


def _by_the_hundred(lines: list[Line]) -> list[Line]:
    """*lines* in pieces of a hundred: a text of so many lines is no minutes, and reading it has to end."""
    return [
        attrs.evolve(lines[place], text=" ".join(line.text for line in lines[place : place + 100]), cells=())
        for place in range(0, len(lines), 100)
    ]


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


# --------------------------------------------------------------------------------------------- looks


def _levels(strips: Sequence[Strip], usual: Usual) -> dict[int, int]:
    """The level of each strip that looks like a heading, by its identity: the largest letters are level 1."""
    looks = {id(strip): look for strip in strips if (look := _look(strip, usual)) is not None}
    ranks = sorted(set(looks.values()), reverse=True)
    return {place: min(ranks.index(look) + 1, _DEEPEST) for place, look in looks.items()}


def _look(strip: Strip, usual: Usual) -> tuple[int, bool] | None:
    """The size and weight by which a line looks like a heading, ``None`` for one that does not."""
    text = strip.text
    if len(strip.cells) > 1 or len(text) > _LONGEST_HEADING or not any(map(str.isalpha, text)):
        return None
    larger = strip.size >= _LARGER * usual.size
    bolder = strip.bold and not usual.bold
    if not (larger or bolder) or (strip.size < usual.size and not larger):
        return None
    if not larger and (text.endswith(_NO_HEADING) or ": " in text):
        return None
    return round(strip.size / 5), bolder


def _heading_size(strips: Sequence[Strip], place: int, levels: dict[int, int], gaps: Sequence[bool]) -> int:
    """Of how many lines the heading at *place* is. More than a few in bold are a paragraph that says so."""
    level = levels[id(strips[place])]
    end = place + 1
    while end < len(strips) and levels.get(id(strips[end])) == level and not gaps[end]:
        if strips[end].page != strips[place].page or not _is_full(strips[end - 1], strips[end], strips):
            break
        end += 1
    if end - place > _MOST_HEADING_LINES:
        for strip in strips[place:end]:
            del levels[id(strip)]
        return 1
    return end - place


def _is_full(above: Strip, below: Strip, strips: Sequence[Strip]) -> bool:
    """Whether the first word of *below* would not have fitted behind *above*."""
    edge = max(strip.right for strip in strips)
    first = below.words[0]
    return above.right + first.right - first.left + above.size // 4 > edge - above.size


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
