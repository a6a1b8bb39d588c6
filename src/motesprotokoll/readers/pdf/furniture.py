"""What stands around the text on every page: running headers, footers, page marks.

A line is taken on evidence only: that it stands in a margin *and* is the same on several pages but for its
figures, has the form of a page mark, or is said to be no part of the text by a tagged document.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import attrs

from motesprotokoll.readers.pdf.document import Page
from motesprotokoll.readers.pdf.strips import Strip
from motesprotokoll.repair import is_page_mark

TOP = 0.14
"""The part of a page's height in which a running header may stand."""
FOOT = 0.12
_MOST = 8
"""How many lines of a page may be running headers, and how many footers."""
_OFTEN = 0.4
"""On what share of the pages a line has to stand: those of odd pages may differ from those of even ones."""
_FIGURES = re.compile("[0-9]+")
_NEARLY = 60
"""How far, in tenths of a point, the same header may be moved on another page."""


@attrs.frozen
class Parted:
    """The lines of a document, and those around them."""

    lines: tuple[Strip, ...]
    furniture: tuple[Strip, ...]
    artifacts: frozenset[int]
    """The identities of words that a tagged document says are none of its own, where that may be so: in a
    margin, or printed before."""


def parted(pages: Sequence[Page], strips: Sequence[Sequence[Strip]]) -> Parted:
    """The *strips* of each of *pages*, told apart.

    The first printing of a running header stays where it says what the first page says nowhere else: it may
    be the only place where the body and the kind of document are named.
    """
    artifacts = _artifacts(pages, strips)
    words = frozenset(id(word) for strip in artifacts for word in strip.words)
    told = len({strip.page for strip in artifacts}) > 1
    taken = {id(strip) for strip in artifacts} | _taken(pages, strips, told=told)
    lines: list[Strip] = []
    furniture: list[Strip] = []
    for page, on_page in zip(pages, strips, strict=True):
        kept = [strip for strip in on_page if id(strip) not in taken]
        if page is pages[0]:
            said = {word.text.casefold() for strip in kept for word in strip.words}
            for strip in on_page:
                if id(strip) in taken and strip.base < page.height / 2 and _says_more(strip, said):
                    taken.discard(id(strip))
                    _cut_mark(strip, furniture)
        for strip in on_page:
            (furniture if id(strip) in taken else lines).append(strip)
    return Parted(tuple(lines), tuple(furniture), words)


def _says_more(strip: Strip, said: set[str]) -> bool:
    words = [word.text.casefold() for word in strip.words]
    return not is_page_mark(strip.text) and any(
        word not in said and any(map(str.isalpha, word)) for word in words
    )


def _cut_mark(strip: Strip, furniture: list[Strip]) -> None:
    """Cut the page mark off a header that stays: ``PROTOKOLL 1 (2)`` is the title, too."""
    words = strip.words
    for size in (4, 3, 2, 1):
        if len(words) > size and is_page_mark(" ".join(word.text for word in words[-size:])):
            furniture.append(attrs.evolve(strip, cells=[words[-size:]]))
            cells = [[word for word in cell if word not in words[-size:]] for cell in strip.cells]
            strip.cells = [cell for cell in cells if cell]
            return


def _artifacts(pages: Sequence[Page], strips: Sequence[Sequence[Strip]]) -> list[Strip]:
    found: list[Strip] = []
    printed: set[str] = set()
    for page, on_page in zip(pages, strips, strict=True):
        for strip in on_page:
            if not all(word.artifact for word in strip.words):
                printed.add(strip.text)
            elif margin_of(strip, page) is not None or strip.text in printed:
                found.append(strip)
    return found


def _taken(pages: Sequence[Page], strips: Sequence[Sequence[Strip]], *, told: bool) -> set[int]:
    """The identities of the strips that are furniture by their form, or because they are printed again.

    Where the document has *told* what is printed again, nothing else is taken for it.
    """
    edges = [edge for page, on_page in zip(pages, strips, strict=True) for edge in _at_edges(page, on_page)]
    alike: defaultdict[tuple[bool, str], list[Strip]] = defaultdict(list)
    for top, edge in edges:
        for strip in edge:
            alike[top, _FIGURES.sub("0", strip.text)].append(strip)
    least = max(2, len(pages) * _OFTEN)
    repeated = {
        id(strip)
        for same in alike.values()
        if not told and len({strip.page for strip in same}) >= least and _counts(same)
        for strip in same
        if _is_near(strip, same)
    }
    taken: set[int] = set()
    for _, edge in edges:
        outermost = True
        for strip in edge:
            marked = is_page_mark(strip.text) or (len(pages) == 1 and strip.text == "1")
            outermost = outermost and (marked or id(strip) in repeated)
            if marked or outermost:
                taken.add(id(strip))
    return taken


def margin_of(strip: Strip, page: Page) -> str | None:
    """``"top"`` or ``"foot"`` for what stands in a margin, else ``None``."""
    if strip.base < TOP * page.height:
        return "top"
    return "foot" if strip.top > (1 - FOOT) * page.height else None


def _at_edges(page: Page, strips: Sequence[Strip]) -> Iterator[tuple[bool, list[Strip]]]:
    """The lines in the margins of a page, from the edge inwards: at the top (true) and at the foot."""
    top = sorted((one for one in strips if margin_of(one, page) == "top"), key=lambda one: one.base)
    foot = sorted((one for one in strips if margin_of(one, page) == "foot"), key=lambda one: -one.base)
    yield True, top[:_MOST]
    yield False, foot[:_MOST]


def _counts(same: Sequence[Strip]) -> bool:
    """Whether lines that are alike but for figures are the same line: equal, or counting with the pages."""
    if len({strip.text for strip in same}) == 1:
        return True
    first, *others = same
    for strip in others:
        turned = strip.page - first.page
        if strip.text != first.text and not _counted(first.text, strip.text, turned):
            return False
    return True


def _counted(first: str, other: str, turned: int) -> bool:
    """Whether each figure of *other* is that of *first*, or as much higher as the pages are apart."""
    pairs = zip(_FIGURES.findall(first), _FIGURES.findall(other), strict=True)
    return all(one == two or int(two[-6:]) - int(one[-6:]) == turned for one, two in pairs)


def _is_near(strip: Strip, same: Sequence[Strip]) -> bool:
    return any(other.page != strip.page and abs(other.base - strip.base) < _NEARLY for other in same)
