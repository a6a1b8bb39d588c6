"""The picture of the README: two pages that we made of an example, side by side. ``make picture``."""

from pathlib import Path

import pypdfium2
from PIL import Image

import motesprotokoll as mp

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "examples" / "anteckningar" / "biblioteksutveckling-2027-03-12.txt"
SCALE, GAP = 1.1, 28
DESK, EDGE = (228, 230, 233), (190, 194, 200)
COLOURS = 24  # letters are black on white: more shades make a larger file, and no better one


def page_of(content: bytes) -> Image.Image:
    """The first page of a PDF file, with an edge."""
    with pypdfium2.PdfDocument(content) as document:
        page = document[0].render(scale=SCALE).to_pil().convert("RGB")
    framed = Image.new("RGB", (page.width + 2, page.height + 2), EDGE)
    framed.paste(page, (1, 1))
    return framed


def main() -> None:
    """Write the picture anew."""
    meeting = mp.read(SOURCE).meeting
    pages = [page_of(mp.render(meeting, "pdf", view=view).content) for view in ("minutes", "decisions")]
    width = sum(page.width + GAP for page in pages) + GAP
    desk = Image.new("RGB", (width, pages[0].height + 2 * GAP), DESK)
    left = GAP
    for page in pages:
        desk.paste(page, (left, GAP))
        left += page.width + GAP
    desk.quantize(COLOURS).save(HERE / "minutes-and-decisions.png", optimize=True)


if __name__ == "__main__":
    main()
