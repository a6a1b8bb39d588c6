"""Where things stand: in tenths of a point, from the upper left corner of the page as it is shown."""

from collections.abc import Callable
from typing import Any


def tenths(length: float) -> int:
    """A length in points; 0 for infinity, and for what is no number: a hostile file may say so."""
    return int(length * 10 + 0.5) if -1e7 < length < 1e7 else 0


class Shown:
    """From a place in the page's own coordinates to where a person sees it."""

    def __init__(self, pdfium: Any, page: Any) -> None:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        left, right, bottom, top = box.left, box.right, box.bottom, box.top
        self.width, self.height = right - left, top - bottom
        self.turned = turned = pdfium.FPDFPage_GetRotation(page) % 4
        self.corner = (0.0, 0.0) if turned else (left, top)
        """From where the places of words are told."""
        if turned % 2:
            self.width, self.height = self.height, self.width
        self._place: Callable[[float, float], tuple[float, float]] = (
            lambda x, y: (x - left, top - y),
            lambda x, y: (y - bottom, x - left),
            lambda x, y: (right - x, y - bottom),
            lambda x, y: (top - y, right - x),
        )[turned]

    def __call__(self, x: float, y: float) -> tuple[int, int]:
        across, down = self._place(x, y)
        return tenths(across), tenths(down)

    def upright(
        self, x: float, y: float, corner: tuple[float, float], opposite: tuple[float, float]
    ) -> tuple[float, float, float]:
        """Where a word would begin, its baseline, and where it would end, were the page not turned."""
        across, down = self._place(x, y)
        return across, -down, max(self._place(*corner)[0], self._place(*opposite)[0])

    def rectangle(self, left: float, right: float, bottom: float, top: float) -> list[int]:
        """Left, top, right and bottom of what lies between two corners."""
        (one, above), (other, below) = self(left, top), self(right, bottom)
        return [min(one, other), min(above, below), max(one, other), max(above, below)]
