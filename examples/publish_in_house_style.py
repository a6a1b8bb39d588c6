"""Publish notes in the style of a house: one theme, every format, and a Word template for the next meeting.

The files are left in the folder that is named as the argument, or in ``house-style``.
"""

import sys
from pathlib import Path

import motesprotokoll as mp

SOURCE = Path(__file__).parent / "anteckningar" / "biblioteksutveckling-2027-03-12.txt"
THEME = """\
name = "Regionförbundet Sjödal"
accent = "#5b2a86"
link = "#5b2a86"
decision = "#22663f"
footer = "Regionförbundet Sjödal · Strandgatan 3, Sjövalla · sjodal.example"
"""


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    theme = folder / "house.toml"
    theme.write_text(THEME, encoding="utf-8")
    meeting = mp.read(SOURCE).meeting
    for suffix in (".html", ".docx", ".pdf"):
        path = mp.write(meeting, folder / f"anteckningar{suffix}", theme=theme, overwrite=True)
        assert mp.read(path).meeting == meeting  # a style changes the looks and nothing else
    mp.write(meeting, folder / "beslut.pdf", view="decisions", theme=theme, overwrite=True)
    # Styles, header, footer and page of the template come from a Word file; any of the house would do.
    house = folder / "anteckningar.docx"
    mp.write(meeting, folder / "mall.docx", view="notes_template", reference_doc=house, overwrite=True)
    print("\n".join(sorted(path.name for path in folder.iterdir())))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "house-style"))
