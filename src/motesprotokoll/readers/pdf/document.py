"""What the child tells of a document, as values. Nothing of it is believed before it has been looked at."""

from array import array
from collections.abc import Iterator
from itertools import islice
from typing import Any

import attrs

from motesprotokoll.errors import LimitError, ReadError
from motesprotokoll.readers.pdf.pool import Answer

_CROWDED = 5_000_000
"""Words times links on one page from which on the links are not looked for: no minutes have so many."""
_HYPHEN = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""
_MOST_STRIPS = 1_000
"""No page is higher. Source: ISO 32000-1, annex C: 14,400 points."""
_STRIP = 200
"""Tenths of a point in one strip of a page, by which links are found again."""
_ROW = 4
"""How many numbers are told of a word."""
_FARTHEST = 1e7
"""So many points from the corner nothing stands."""
_Look = tuple[int, bool, bool, bool]
"""What is told of a style: its size, and whether it is bold, hidden, and of an artifact."""


@attrs.define(eq=False)
class Word:
    """A word and where it stands; lengths are tenths of a point from the upper left corner."""

    text: str
    left: int
    base: int
    right: int
    size: int
    bold: bool
    hidden: bool
    artifact: bool
    """Whether a tagged document says that this is none of its words."""
    hyphen: bool
    """Whether a hyphen at the end of the line was behind it; it is not in ``text``."""
    piece: int = 0
    """Words with the same number were written by one operator, as a line of running text mostly is."""
    address: str | None = None

    @property
    def accents(self) -> bool:
        """Whether it begins with a letter under accents, which may be drawn high above the line."""
        return "\u0300" <= self.text[1:2] <= "\u036f"


@attrs.define(eq=False)
class Page:
    """One page: its words in the order of its content."""

    number: int
    width: int
    height: int
    words: list[Word]
    broken: bool = False
    pictured: bool = False
    """Whether there is a picture and no word."""
    tags: tuple[tuple[int, ...] | None, ...] = ()
    """For each piece its place in the tree of tags, where that was asked for."""


@attrs.frozen
class Document:
    """All that the child found."""

    pages: tuple[Page, ...]
    language: str | None = None
    carried: str | None = None
    attached: tuple[str, ...] = ()
    active: bool = False
    """Whether it holds scripts, or starts programs."""
    tagged: bool = False
    """Whether it has a tree of tags."""


def document_of(answer: Answer) -> Document:
    """The document that the child's answer tells of.

    Raises:
        ReadError: The document could not be read, and why.
        LimitError: It is larger than allowed.
    """
    told = answer.told
    error = told.get("error") if isinstance(told, dict) else "answer"
    if error is not None:
        raise _error(str(error))
    try:
        rows = iter(array("d", answer.rows))
        looks = [_look(style) for style in told["styles"]]
        pages = tuple(_page(number, page, looks, rows) for number, page in enumerate(told["pages"], 1))
        return Document(
            pages,
            language=str(told["language"]) or None,
            carried=answer.carried.decode("utf-8", "replace") if told["carried"] else None,
            attached=tuple(map(str, told["attached"])),
            active=bool(told["scripts"] or any(page.get("launches") for page in told["pages"])),
            tagged=bool(told["tagged"]),
        )
    except (LookupError, TypeError, ArithmeticError, ValueError, AttributeError) as fault:
        raise _error("answer") from fault


def _error(name: str) -> ReadError:
    if name == "password":
        return ReadError(
            "the document is encrypted and asks for a password", None, "read(..., password=...) opens it"
        )
    if name in ("pages", "words"):
        return LimitError(
            f"the document has more {name} than are allowed", None, f"Limits(pdf_{name}=...) allows more"
        )
    if name == "damaged":
        return ReadError("this is no PDF document, or one that is damaged")
    return ReadError("the process that reads PDF documents gave no sensible answer")


def _look(style: list[int]) -> _Look:
    size, bold, _, hidden, artifact = style
    return int(size) or 1, bool(bold), bool(hidden), bool(artifact)


def _page(number: int, told: dict[str, Any], looks: list[_Look], rows: Iterator[float]) -> Page:
    width, height = map(int, told["size"])
    texts = str(told["text"]).split(" ") if told["text"] else []
    numbers = list(islice(rows, _ROW * len(texts)))
    words = _words(texts, [looks[style] for style in told["style"]], numbers, told["corner"])
    tags = tuple(None if tag is None else tuple(map(int, tag)) for tag in told.get("tags", ()))
    page = Page(number, width, height, words, bool(told.get("broken")), bool(told.get("picture")), tags)
    _link(page, told["links"])
    return page


def _words(texts: list[str], looks: list[_Look], numbers: list[float], corner: list[float]) -> list[Word]:
    edge, head = map(float, corner)
    lefts = _tenths([x - edge for x in numbers[::_ROW]])
    bases = _tenths([head - y for y in numbers[1::_ROW]])
    rights = map(max, lefts, _tenths([x - edge for x in numbers[2::_ROW]]))
    pieces = map(int, numbers[3::_ROW])
    words = []
    for text, left, base, right, piece in zip(texts, lefts, bases, rights, pieces, strict=True):
        size, bold, hidden, artifact = looks[piece]
        bare = text.removesuffix(_HYPHEN)
        hyphen = len(bare) < len(text)
        words.append(Word(bare, left, base, right, size, bold, hidden, artifact, hyphen, piece))
    return words


def _tenths(lengths: list[float]) -> list[int]:
    """*lengths* in tenths of a point; 0 for infinity and for what is no number, as a hostile file may say."""
    return [int(10 * one + 0.5) if -_FARTHEST < one < _FARTHEST else 0 for one in lengths]


def _link(page: Page, links: list[Any]) -> None:
    """Give the words that stand in the rectangle of a link its address."""
    if len(links) * len(page.words) > _CROWDED:
        return
    strips: dict[int, list[tuple[str, list[int]]]] = {}
    for address, rectangles in links:
        for left, top, right, bottom in rectangles:
            place = (str(address), [int(left), int(top), int(right), int(bottom)])
            first, last = max(top, 0) // _STRIP, min(bottom, page.height) // _STRIP
            for strip in range(first, min(last, first + _MOST_STRIPS) + 1):
                strips.setdefault(strip, []).append(place)
    for word in page.words if strips else ():
        middle, height = (word.left + word.right) // 2, word.base - word.size // 4
        for address, (left, top, right, bottom) in strips.get(height // _STRIP, ()):
            if left <= middle <= right and top <= height <= bottom:
                word.address = address
                break
