"""Repair of extracted text: raw lines in, `Line` values and furniture out. No letter and no digit is lost.

Extraction from Word and PDF leaves a blank line after every line, page breaks in the middle of sentences,
running headers, soft hyphens, decomposed letters and bullets out of the private use area. All of that is
undone here, so that `interpret` sees the lines that the writer saw.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs

from motesprotokoll.extraction import Line
from motesprotokoll.model.text import canonical

_HYPHENS = ("\u00ad", "\ufffe", "\ufffd\u00ad")
"""A hyphen that only hyphenation put there: SOFT HYPHEN, and what pdfium writes instead of it."""
_COLUMNS = re.compile(r"\t\s*+| {3}\s*+")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_ACCENTS = {
    accent + letter: whole
    for accent, pairs in (("¨", "aäoöuüAÄOÖUÜ"), ("˚", "aåAÅ"), ("´", "eéEÉaáAÁ"))
    for letter, whole in zip(pairs[::2], pairs[1::2], strict=True)
}
_REPLACED = {**_LIGATURES, **_ACCENTS, "\u00ad": "", "\ufffe": ""}
_ODD = re.compile("|".join(map(re.escape, sorted(_REPLACED, key=len, reverse=True))))
_PLAIN = re.compile("[!-~åäöÅÄÖéÉü–”’•…§½][ -~åäöÅÄÖéÉü–”’•…§½]*+")
"""Lines in which nothing can be wrong: most of them."""
_PRIVATE = re.compile("^[\ue000-\uf8ff]")
_LINE_BREAKS = re.compile("[\x0b\x85\u2028\u2029]")
_END_OF_SENTENCE = (".", "!", "?", ":", ";", ")", "”", '"')

_PAGE_MARK = re.compile(
    r"(?:(?:sid(?:a|an|nr)?\.?|page)\s)?([0-9]{1,4})\s?(?:[(\[/]|av|of)\s?([0-9]{1,4})\s?[)\]]?|"
    r"(?:sid(?:a|an|nr)?\.?|page)\s[0-9]{1,4}|[-–]\s?[0-9]{1,4}\s?[-–]",
    re.IGNORECASE,
)
MOST_LINES = 20_000
"""How many lines are told apart. Minutes of a whole year have some thousands."""
_EDGE = 3
"""How many lines from the top or bottom of a page a running header may stand."""


@attrs.define
class _Raw:
    text: str
    number: int
    indent: int
    page: int
    blanks: int
    cells: tuple[str, ...] = ()


@attrs.frozen
class Repaired:
    """Lines in reading order, and what stood around them on every page."""

    lines: tuple[Line, ...]
    furniture: tuple[str, ...] = ()


def repair(text: str) -> Repaired:
    """The lines of *text*, whose line breaks are LF, CRLF or CR, with page breaks as form feeds."""
    source = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(source) > MOST_LINES:
        source = _by_the_hundred(source)
    raws = _merged_at_hyphens(_raw_lines(source))
    doubled = _is_doubled(raws)
    if doubled:
        raws = _with_pages_at_missing_blanks(raws)
    marks = _without_first_marks(raws)
    furniture = _furniture(raws)
    kept = [raw for place, raw in enumerate(raws) if place not in furniture]
    usual = 1 if doubled else 0
    lines = tuple(
        Line(
            raw.text,
            number=raw.number,
            indent=raw.indent,
            gap=raw.blanks > usual and place > 0,
            page=raw.page,
            cells=raw.cells,
        )
        for place, raw in enumerate(kept)
    )
    return Repaired(lines, (*marks, *(raws[place].text for place in sorted(furniture))))


def clean(text: str) -> str:
    """One line of *text* without what extraction did to its letters."""
    if _PLAIN.fullmatch(text) is not None and "  " not in text:
        return text
    if _ODD.search(text) is not None:
        text = _ODD.sub(lambda match: _REPLACED[match.group()], text)
    text = canonical(text)
    return _PRIVATE.sub("•", text)


def in_bounds(lines: Sequence[Line]) -> tuple[Line, ...]:
    """*lines*, or pieces of a hundred of them where there are more than `MOST_LINES`."""
    if len(lines) <= MOST_LINES:
        return tuple(lines)
    texts = _by_the_hundred([line.text for line in lines])
    return tuple(
        Line(text, first.number, page=first.page) for text, first in zip(texts, lines[::100], strict=True)
    )


def _by_the_hundred(lines: list[str]) -> list[str]:
    """*lines* in pieces of a hundred: a text of so many lines is no minutes, and reading it has to end."""
    return [" ".join(lines[place : place + 100]) for place in range(0, len(lines), 100)]


def _raw_lines(source: Sequence[str]) -> list[_Raw]:
    raws: list[_Raw] = []
    page, blanks = 1, 0
    for number, line in enumerate(source, 1):
        if not line.strip(" \t"):
            blanks += 1
            continue
        for piece in _pieces(line):
            if piece == "\f":
                page += 1
                continue
            stripped = piece.strip()
            shown = _shown(stripped) if stripped else ""
            if not shown:
                blanks += 1
                continue
            indent = _indent(piece) if piece[0] in " \t" else 0
            raws.append(_Raw(shown, number, indent, page, blanks, columns(stripped)))
            blanks = 0
    return raws


def _shown(stripped: str) -> str:
    """The line as it is shown; a hyphen of hyphenation stays at its end until the lines are joined."""
    if stripped.endswith(_HYPHENS):
        return clean(stripped) + "\u00ad"
    return clean(stripped)


def _pieces(line: str) -> Sequence[str]:
    if line.isascii() and "\f" not in line and "\x0b" not in line:
        return (line,)
    if "\f" in line:
        return [piece for piece in re.split("(\f)", _LINE_BREAKS.sub("\n", line)) if piece]
    return _LINE_BREAKS.split(line)


def _indent(line: str) -> int:
    blank = line[: len(line) - len(line.lstrip())]
    return len(blank) + 3 * blank.count("\t")


def columns(stripped: str) -> tuple[str, ...]:
    """The columns of a line that is set with tabs or runs of spaces."""
    if "\t" not in stripped and "   " not in stripped:
        return ()
    cells = tuple(clean(cell) for cell in _COLUMNS.split(stripped))
    return cells if len(cells) > 1 and all(cells) else ()


def _merged_at_hyphens(raws: list[_Raw]) -> list[_Raw]:
    """*raws* with each line that ends in a hyphen of hyphenation joined to the next."""
    if not any(raw.text.endswith("\u00ad") for raw in raws):
        return raws
    merged: list[_Raw] = []
    parts: list[str] = []
    for raw in raws:
        if parts:
            parts.append(raw.text)
        else:
            merged.append(raw)
            parts = [raw.text]
        if not raw.text.endswith("\u00ad"):
            _join(merged[-1], parts)
            parts = []
    if parts:
        _join(merged[-1], parts)
    return [raw for raw in merged if raw.text]


def _join(raw: _Raw, parts: Sequence[str]) -> None:
    """Put what *parts* say together in *raw*, which was the first of them."""
    raw.text = canonical("".join(parts).replace("\u00ad", ""))
    if raw.cells:  # the word that goes on is that of its last column
        behind = "".join(parts[1:]).replace("\u00ad", "")
        raw.cells = (*raw.cells[:-1], canonical(raw.cells[-1] + behind))


def _is_doubled(raws: list[_Raw]) -> bool:
    """Whether a blank line stands after every line, also inside sentences, so that it means nothing."""
    pairs = len(raws) - 1
    if pairs < 3 or sum(raw.blanks > 0 for raw in raws[1:]) < 0.7 * pairs:
        return False
    needed = 1 if pairs < 20 else 2
    for previous, raw in pairwise(raws):
        first = raw.text[0]
        inside = first.islower() and raw.text[1:2] != " " and previous.text[-1] not in _END_OF_SENTENCE
        needed -= raw.blanks > 0 and inside
        if not needed:
            return True
    return False


def _with_pages_at_missing_blanks(raws: list[_Raw]) -> list[_Raw]:
    """Where lines are doubled, the one place without a blank line is a page break."""
    extra = 0
    for place, raw in enumerate(raws):
        extra += place > 0 and raw.blanks == 0 and raw.indent > 0
        raw.page += extra
    return raws


# ---------------------------------------------------------------------------------------------- furniture


def _furniture(raws: list[_Raw]) -> frozenset[int]:
    """The places of page marks and running headers in *raws*. A line is taken only on evidence.

    Evidence is the form of a page mark, or that the same line stands at the edge of several pages, or that it
    stands beside a page mark and was printed before. The first printing of a line always stays.
    """
    marks = {place for place, raw in enumerate(raws) if is_page_mark(raw.text)}
    if not marks and (not raws or raws[-1].page == 1):
        return frozenset()
    marks |= _numbered_lines(raws)
    seen: set[str] = set()
    taken = set(marks)
    edges = _edges(raws)
    repeated = _repeated(raws[place].text for place in edges)
    for place, raw in enumerate(raws):
        if place in marks:
            continue
        beside = place - 1 in taken or place + 1 in marks
        if raw.text in seen and (beside or (place in edges and raw.text in repeated)):
            taken.add(place)
        seen.add(raw.text)
    return frozenset(taken)


def is_page_mark(text: str) -> bool:
    """Whether *text* has the form of a page mark: ``3 (5)``, ``Sida 2 av 4``, ``- 3 -``."""
    if len(text) > 20 or not any(sign in "0123456789" for sign in text):
        return False
    match = _PAGE_MARK.fullmatch(text)
    if match is None:
        return False
    return match.group(1) is None or 0 < int(match.group(1)) <= int(match.group(2))


def _numbered_lines(raws: list[_Raw]) -> set[int]:
    """Header lines that end in a page mark (``Protokoll 3 (3)``), and bare page numbers at edges of pages."""
    found: dict[str, list[int]] = {}
    bare: list[tuple[int, int]] = []
    edges = _edges(raws)
    for place in edges:
        text = raws[place].text
        if text.isdecimal() and len(text) < 4:
            bare.append((place, int(text) - raws[place].page))
            continue
        words, mark = _marked(text)
        if mark:
            found.setdefault(words, []).append(place)
    offsets = Counter(offset for _, offset in bare)
    printed = {raw.text for raw in raws}
    taken = {
        place for words, places in found.items() if len(places) > 1 or words in printed for place in places
    }
    return taken | {place for place, offset in bare if offsets[offset] > 1}


def _without_first_marks(raws: list[_Raw]) -> list[str]:
    """Cut the page mark off the first printing of a running header: ``PROTOKOLL 1 (2)`` is the title, too."""
    if not raws or raws[-1].page == 1:
        return []
    printed: dict[str, list[int]] = {}
    for place in _edges(raws):
        words, mark = _marked(raws[place].text)
        if mark:
            printed.setdefault(words, []).append(place)
    known = {raw.text for raw in raws}
    cut = []
    for words, places in printed.items():
        first = raws[min(places)]
        if len(places) > 1 and words not in known and first.page == 1:
            cut.append(first.text[len(words) + 1 :])
            first.text, first.cells = words, ()
    return cut


def _marked(text: str) -> tuple[str, str]:
    """A running header and the page mark that ends it; no mark is an empty one."""
    words = text.split(" ")
    for size in (2, 1):
        if len(words) > size and is_page_mark(mark := " ".join(words[-size:])):
            return " ".join(words[:-size]), mark
    return text, ""


def _edges(raws: list[_Raw]) -> set[int]:
    """The places of lines near the top or the bottom of a page, of a document of several pages."""
    edges: set[int] = set()
    start = 0
    for place in range(1, len(raws) + 1):
        if place == len(raws) or raws[place].page != raws[start].page:
            edges.update(range(start, min(start + _EDGE, place)))
            edges.update(range(max(start, place - _EDGE), place))
            start = place
    return edges if raws and raws[-1].page > 1 else set()


def _repeated(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(text for text, count in Counter(texts).items() if count > 1)


# ------------------------------------------------------------------------------------------------ joining

SUSPENDED = frozenset({"och", "eller", "samt", "respektive", "resp.", "till", "&"})
"""Words after which a hyphen at a line end was the writer's own: ``mål- och`` / ``mål-`` + ``och``."""


def join(first: str, second: str) -> str:
    """Two pieces of one paragraph with the space between them that the writer meant.

    A real hyphen at the end of the first piece stays, and no space follows it (``HR-``, ``chefsnätverket``),
    except where it stands for a word to come (``mål-`` and ``och``).
    """
    if not first:
        return second
    if first[-1] in "-‐‑/" and len(first) > 1 and first[-2].isalnum():
        word = second.split(" ", 1)[0]
        if first[-1] == "/" or word.casefold() not in SUSPENDED:
            return first + second
    elif first[-1] in "–—" and first[-2:-1].isdigit() and second[:1].isdigit():
        return first + second
    return f"{first} {second}"
