"""Which lines look like headings: by the size and weight of their letters, against those of running text."""

import re
from collections.abc import Mapping, Sequence

from motesprotokoll.readers.pdf.strips import Strip, Usual

_LARGER = 1.1
"""How much larger than running text a heading is."""
_LONGEST_HEADING = 160
_MOST_HEADING_LINES = 3
_DEEPEST = 6
_ABOVE_TITLE = 8
"""Of how many lines a letterhead above the title may be."""
_NO_HEADING = (".", ",", ";", "-")
_NUMBERED = re.compile(r"(?:§ ?[0-9]{1,3}|[0-9]{1,3}(?:[.)]| ?§)) [A-ZÅÄÖ]")


def levels_of(strips: Sequence[Strip], usual: Usual) -> dict[int, int]:
    """The level of each strip that looks like a heading, by its identity: the largest letters are level 1.

    What stands above the title, as the name of the body may, heads nothing.
    """
    looks = {id(strip): look for strip in strips if (look := _look(strip, usual)) is not None}
    if _has_plain_items(strips, looks):
        return {}
    ranks = sorted(set(looks.values()), reverse=True)
    title = next((at for at, strip in enumerate(strips) if looks.get(id(strip)) in ranks[:1]), 0)
    for strip in strips[:title] if title < _ABOVE_TITLE else ():
        looks.pop(id(strip), None)
    return {place: min(ranks.index(look) + 1, _DEEPEST) for place, look in looks.items()}


def _has_plain_items(strips: Sequence[Strip], looks: Mapping[int, object]) -> bool:
    """Whether numbered lines that look like running text head the items: each has text below it.

    Then the numbers tell more than a bold line here and there.
    """
    numbered = [_NUMBERED.match(strip.text) is not None for strip in strips]
    heads = [strip for at, strip in enumerate(strips) if numbered[at] and not any(numbered[at + 1 : at + 2])]
    plain = sum(id(strip) not in looks for strip in heads)
    return plain > 1 and 2 * plain > len(heads)


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


def heading_size(strips: Sequence[Strip], place: int, levels: dict[int, int], gaps: Sequence[bool]) -> int:
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
