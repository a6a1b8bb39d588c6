"""Which of the numbered lines and headings are the agenda's items, and which only look like it.

Numbers may be wrong or start again; they are kept as written and no item is dropped. What looks like an item
and is none: a list inside an item, a planned agenda printed before the notes, a table of contents, names that
are numbered.
"""

import re
from collections import Counter
from itertools import pairwise

from motesprotokoll.interpret.case_numbers import tells_case_number
from motesprotokoll.interpret.edges import begins_small
from motesprotokoll.interpret.pieces import Form, Piece
from motesprotokoll.interpret.topics import is_title as _is_title
from motesprotokoll.interpret.topics import lettered_among, topics_among
from motesprotokoll.vocabulary import Topic

_DOT_LEADER = re.compile(r"(?:\. ?){3}[. ]*+[0-9]{1,4}$|…[…. ]*+[0-9]{1,4}$")
_SCHEMES = ("§", "Punkt", "Paragraf", "Ärende", ".", ")", " ")
"""In order of weight: where a document has paragraphs (§), numbers with a dot are lists."""
_HIGHEST = {"§": 100_000}
_LEAP = 6
"""How far a number may run ahead of the one before and still be the next item."""


def items_among(pieces: list[Piece], titles: frozenset[int] = frozenset()) -> dict[int, int]:
    """The places in *pieces* where an item begins, and its level: 1, or deeper for ``3.1`` below ``3``.

    The headings at *titles* name the meeting.
    """
    headings = _headings(pieces, titles)
    if len(headings) > 1:
        return _with_plain(pieces, headings)
    scheme = _main_scheme(pieces)
    if scheme is None:
        topics = topics_among(pieces)
        return {**topics, **{place: 1 for place in headings if place > max(topics)}} if topics else headings
    numbered = [place for place, piece in enumerate(pieces) if piece.form is Form.NUMBERED]
    candidates = [place for place in numbered if _is_candidate(pieces[place], scheme)]
    # Points of a building meeting are numbered 7.1, 7.2: the first figure is that of the meeting.
    highest = min((pieces[place].depth for place in candidates), default=1)
    top = [place for place in candidates if pieces[place].depth == highest]
    if scheme in ".)":
        top = _with_bare(pieces, top)
    items = dict.fromkeys(_without_lists(pieces, _without_plan(pieces, top)), 1)
    items.update(_subitems(pieces, candidates, items))
    items.update(lettered_among(pieces, items))
    return items


def _with_bare(pieces: list[Piece], places: list[int]) -> list[int]:
    """*places* with the numbers that have lost their stop, where just that number is missing among them."""
    last, found = 0, list(places)
    at = 0
    for place, piece in enumerate(pieces):
        if at < len(places) and places[at] == place:
            last, at = piece.value, at + 1
        elif piece.form is Form.NUMBERED and piece.scheme == " " and piece.depth == 1:
            following = pieces[places[at]].value if at < len(places) else last + 2
            fits = places and piece.value == last + 1 and following == last + 2
            if fits and _is_candidate(piece, " ") and _is_title(piece.text):
                found.append(place)
                last = piece.value
    return sorted(found)


def _with_plain(pieces: list[Piece], headings: dict[int, int]) -> dict[int, int]:
    """*headings* with the numbered lines that do not look like one, where just their numbers are missing
    between two headings that do: *§ 41* between *§ 40* and *§ 42*."""
    found = dict(headings)
    numbered = [place for place in sorted(headings) if pieces[place].marker and pieces[place].depth]
    for before, after in pairwise(numbered):
        first, last = pieces[before], pieces[after]
        if first.scheme != last.scheme or not 1 < last.value - first.value <= _LEAP:
            continue
        value = first.value
        for place in range(before + 1, after):
            piece = pieces[place]
            alike = piece.form is Form.NUMBERED and piece.scheme == first.scheme and place not in headings
            if alike and piece.value == value + 1 < last.value and _is_candidate(piece, first.scheme):
                found[place], value = headings[before], piece.value
    return dict(sorted(found.items()))


def _headings(pieces: list[Piece], titles: frozenset[int]) -> dict[int, int]:
    """The headings that are items, by level. The document's title and headings of attendance are none."""
    places = [
        place
        for place, piece in enumerate(pieces)
        if piece.form is Form.HEADING and place not in titles and _may_head_item(piece)
    ]
    levels = Counter(pieces[place].depth for place in places)
    if not titles and levels[1] == 1 and pieces[places[0]].depth == 1:
        places = places[1:]
    depths = {pieces[place].depth for place in places}
    return {place: pieces[place].depth - min(depths) + 1 for place in places}


def _may_head_item(piece: Piece) -> bool:
    if piece.label is not None and piece.label.topic not in _ITEM_TOPICS and not piece.marker:
        return False
    if not piece.marker and tells_case_number(piece.text):
        return False
    if piece.scheme not in " .)§":  # Punkt 1: no date begins so
        return True
    first = piece.text[:1]
    is_date = first.islower() if piece.marker and piece.scheme == " " else first.isdigit()
    return not is_date


_ITEM_TOPICS = frozenset({Topic.NEXT_MEETING, Topic.SCHEDULE, Topic.ACTIONS})


def _main_scheme(pieces: list[Piece]) -> str | None:
    counts = Counter(
        piece.scheme for piece in pieces if piece.form is Form.NUMBERED and _is_candidate(piece, piece.scheme)
    )
    several = next((scheme for scheme in _SCHEMES if counts[scheme] > 1), None)
    return several or next((scheme for scheme in _SCHEMES if counts[scheme]), None)


def _is_candidate(piece: Piece, scheme: str) -> bool:
    if piece.value == 0 or piece.value > _HIGHEST.get(piece.scheme, 300):
        return False
    if piece.scheme != scheme and not (piece.depth > 1 and piece.scheme in " ." and scheme in ".§"):
        return False
    text = piece.text
    if not text:
        return piece.scheme != " " or piece.depth == 1
    if _DOT_LEADER.search(text) is not None:
        return False
    first = text.lstrip("\"”'(*\ufffd")[:1]
    if piece.scheme in (" ", "§"):
        return first.isupper() and not _leads_zero(piece.marker)
    return (first.isalnum() or not first) and not _leads_zero(piece.marker) and not _is_date(piece)


def _leads_zero(number: str) -> bool:
    return any(part.startswith("0") for part in number.split("."))


def _is_date(piece: Piece) -> bool:
    return piece.depth > 1 and piece.text[:1] in "-–"


def _without_plan(pieces: list[Piece], places: list[int]) -> list[int]:
    """*places* without the numbered lines of a planned agenda or a table of contents before the notes
    themselves."""
    run = 1
    while run < len(places) and pieces[places[run]].value == pieces[places[run - 1]].value + 1:
        run += 1
    if run < 2 or run == len(places) or pieces[places[run]].value != pieces[places[0]].value:
        return places
    titles = [pieces[place].text.casefold() for place in places]
    again = sum(title in titles[run:] for title in titles[:run])
    before = pieces[places[0] - 1].label if places[0] else None
    planned = before is not None and before.topic is Topic.PLAN
    if again * 2 > run or (planned and _are_together(pieces, places[:run])):
        return places[run:]
    return places


def _are_together(pieces: list[Piece], places: list[int]) -> bool:
    """Whether nothing but wrapped words stands between the numbered lines at *places*."""
    return all(
        after - before == 1 or all(begins_small(pieces[place].text) for place in range(before + 1, after))
        for before, after in pairwise(places)
    )


def _without_lists(pieces: list[Piece], places: list[int]) -> list[int]:
    """*places* without numbered lists inside items."""
    kept: list[int] = []
    last = 0
    index = 0
    while index < len(places):
        value = pieces[places[index]].value
        size = _list_at(pieces, places, index, kept, last) if kept and value <= last else 0
        if size:
            index += size
            continue
        if not kept or value <= last + _LEAP or pieces[places[index]].scheme == "§":
            kept.append(places[index])
            last = value
        index += 1
    return kept


def _list_at(pieces: list[Piece], places: list[int], index: int, kept: list[int], last: int) -> int:
    """How many numbered lines from *index* on are a list inside the item before; 0 if they are items."""
    if pieces[places[index]].value != 1:
        return 0
    run = 1
    while index + run < len(places) and pieces[places[index + run]].value == run + 1:
        if run + 1 == last + 1 and _opens_item(pieces, places[index + run], places[index]):
            return run
        run += 1
    if pieces[places[index]].line.indent > pieces[kept[-1]].line.indent + 1:
        return run
    if index + run < len(places):
        return run if last < pieces[places[index + run]].value <= last + 2 else 0
    return run if _closes_with_list(pieces, places[index : index + run]) else 0


def _opens_item(pieces: list[Piece], place: int, first: int) -> bool:
    """Whether the line at *place*, whose number both goes on with a list and with the agenda, is an item."""
    if pieces[place].line.indent != pieces[first].line.indent:
        return pieces[place].line.indent < pieces[first].line.indent
    return pieces[place].line.gap and not pieces[first].line.gap


def _closes_with_list(pieces: list[Piece], places: list[int]) -> bool:
    """Whether the numbered lines at the end of the document are a list: led in by text, with nothing
    between them."""
    before = pieces[places[0] - 1]
    led_in = before.form is Form.TEXT and (before.text.endswith(":") or not pieces[places[0]].line.gap)
    return led_in and _are_together(pieces, places)


def _subitems(pieces: list[Piece], candidates: list[int], items: dict[int, int]) -> dict[int, int]:
    """The places of numbers such as ``3.1`` or ``3 a`` below an item 3, with their levels."""
    found: dict[int, int] = {}
    above = ""
    for place in candidates:
        if place in items:
            above = pieces[place].marker
        elif pieces[place].depth > 1 and above and _starts_with_number(pieces[place].marker, above):
            found[place] = pieces[place].depth
    return found


def _starts_with_number(number: str, above: str) -> bool:
    above = above.strip("§ ")
    return number.startswith(above) and not number[len(above) : len(above) + 1].isdigit()
