"""A line of a page with all that is known of it, before it is furniture or a line of the document."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs

from motesprotokoll.readers.pdf.document import Word

_BULLETS = frozenset("•●○◦▪■□▫‣►➢➤")


@attrs.define(eq=False)
class Strip:
    """One line, or one row of a table with what its cells hold."""

    cells: list[list[Word]]
    page: int
    left: int
    right: int
    top: int
    base: int
    size: int
    column: tuple[int, int] | None = None
    """Where its column begins and ends, if it stands beside others."""

    @property
    def words(self) -> list[Word]:
        """All words, cell by cell."""
        return [word for cell in self.cells for word in cell]

    @property
    def text(self) -> str:
        """All words as they stand, without repair."""
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all words are bold, but for a sign at the beginning."""
        words = [word for word in self.words if word.text not in _BULLETS]
        return bool(words) and all(word.bold for word in words)


@attrs.frozen
class Usual:
    """What is usual in a document."""

    size: int
    """Of the letters of running text."""
    bold: bool
    """Whether running text is bold."""
    leading: float
    """From one base line to the next, in sizes of letters."""
    left: int
    """Where lines begin."""
    right: int
    """Where full lines end."""


def usual_of(strips: Sequence[Strip]) -> Usual:
    """What is usual in the lines of a document."""
    sizes: Counter[tuple[int, bool]] = Counter()
    lefts: Counter[int] = Counter()
    for strip in strips:
        for word in strip.words:
            sizes[word.size, word.bold] += len(word.text)
        lefts[strip.left // 10] += 1
    (size, bold), _ = sizes.most_common(1)[0]
    common = [left for left, count in lefts.items() if count * 10 >= len(strips)]
    rights = sorted(strip.right for strip in strips if len(strip.cells) == 1)
    right = rights[len(rights) * 19 // 20] if rights else max(strip.right for strip in strips)
    left = min(common) * 10 if common else min(strip.left for strip in strips)
    return Usual(size, bold, _leading(strips), left, right)


def _leading(strips: Iterable[Strip]) -> float:
    """The closest of the spaces between lines that are common."""
    counts: Counter[int] = Counter()
    for above, strip in pairwise(strips):
        same = above.page == strip.page and abs(above.size - strip.size) < 5
        if same and strip.base > above.base and len(strip.cells) == len(above.cells) == 1:
            counts[round(20 * (strip.base - above.base) / strip.size)] += 1
    total = sum(counts.values())
    common = [twentieths for twentieths, count in counts.items() if count * 6 >= total and twentieths > 15]
    return min(common) / 20 if common else 1.2
