"""What the child tells of a document, as values. Nothing of it is believed before it has been looked at."""

from typing import Any

import attrs

from motesprotokoll.errors import LimitError, ReadError

_CROWDED = 5_000_000
"""Words times links on one page from which on the links are not looked for: no minutes have so many."""
_HYPHEN = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""
_MOST_STRIPS = 1_000
"""No page is higher. Source: ISO 32000-1, annex C: 14,400 points."""
_STRIP = 200
"""Tenths of a point in one strip of a page, by which links are found again."""


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
    """For each piece its place in the tree of tags, in a tagged document that carries a meeting."""


@attrs.frozen
class Document:
    """All that the child found."""

    pages: tuple[Page, ...]
    language: str | None = None
    carried: str | None = None
    attached: tuple[str, ...] = ()
    active: bool = False
    """Whether it holds scripts, or starts programs."""


def document_of(told: Any) -> Document:
    """The document that the child's answer tells of.

    Raises:
        ReadError: The document could not be read, and why.
        LimitError: It is larger than allowed.
    """
    error = told.get("error") if isinstance(told, dict) else "answer"
    if error is not None:
        raise _error(str(error))
    try:
        pages = tuple(_page(number, page, told["styles"]) for number, page in enumerate(told["pages"], 1))
        return Document(
            pages,
            language=str(told["language"]) or None,
            carried=None if told["carried"] is None else str(told["carried"]),
            attached=tuple(map(str, told["attached"])),
            active=bool(told["scripts"] or told["launches"]),
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


def _page(number: int, told: dict[str, Any], styles: list[list[int]]) -> Page:
    width, height = map(int, told["size"])
    words = _words(told["words"], styles)
    tags = tuple(None if tag is None else tuple(map(int, tag)) for tag in told.get("tags", ()))
    page = Page(number, width, height, words, bool(told.get("broken")), bool(told.get("picture")), tags)
    _link(page, told["links"])
    return page


def _words(told: dict[str, Any], styles: list[list[int]]) -> list[Word]:
    columns = [list(map(int, told[name])) for name in ("left", "base", "right", "piece")]
    looks = [
        (int(size) or 1, bool(bold), bool(hidden), bool(artifact))
        for size, bold, _, hidden, artifact in styles
    ]
    of_piece = [looks[style] for style in told["style"]]
    texts = str(told["text"]).split(" ") if told["text"] else []
    words = []
    for text, left, base, right, piece in zip(texts, *columns, strict=True):
        size, bold, hidden, artifact = of_piece[piece]
        bare = text.removesuffix(_HYPHEN)
        hyphen = len(bare) < len(text)
        words.append(Word(bare, left, base, right, size, bold, hidden, artifact, hyphen, piece))
    return words


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
