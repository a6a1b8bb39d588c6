"""Word files in another program: LibreOffice shows every word, and other libraries find the structure."""

import datetime as dt
import io
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import motesprotokoll as mp
from everything import MEETING
from images import png
from motesprotokoll.compose import VIEWS, compose
from motesprotokoll.model import AgendaItem, BulletList, ListItem, Meeting, Schedule
from motesprotokoll.outline import Entry, Grid, Labelled, Listing, Node, Outline, printed
from motesprotokoll.renderers.docx import DocxRenderer
from motesprotokoll.theme import Theme
from year_plans import PLAN

pytestmark = pytest.mark.slow

DEPTH = Meeting(
    "Nätet",
    agenda=[
        AgendaItem(
            "Listor",
            body=[
                BulletList(
                    [
                        ListItem(
                            [
                                "ytterst",
                                BulletList(
                                    [
                                        ListItem(
                                            ["mitten", BulletList([ListItem(["innerst"], marker="–")])],
                                            marker="a)",
                                        )
                                    ]
                                ),
                            ],
                            marker="1.",
                        ),
                        ListItem(["nästa"], marker="2."),
                    ]
                )
            ],
        )
    ],
)
THEME = Theme(logo=png(40, 10), logo_text="Ale kommun", footer="Storgatan 1", accent="#1d4f91")


def documents(repository: Path) -> Iterator[tuple[str, Outline]]:
    """Every view of everything that a meeting may hold and of the examples, by name."""
    meetings = {"allt": MEETING, "djup": DEPTH}
    for path in sorted((repository / "examples" / "anteckningar").glob("*.txt")):
        meetings[path.stem] = mp.read(path).meeting
    for name, meeting in meetings.items():
        for view in VIEWS:
            yield f"{name}-{view}", compose(meeting, view=view)
    yield (
        "mötestider",
        compose(Schedule(title="Mötestider 2027", occasions=[dt.date(2027, 2, 5), dt.date(2027, 4, 9)])),
    )
    yield "årsöversikt", compose(PLAN, view="year")


def unsigned(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The nodes without list signs, for which LibreOffice's text has its own."""
    bare: list[Node] = []
    for node in nodes:
        if isinstance(node, Listing):
            entries = tuple(Entry(unsigned(one.nodes)) for one in node.entries)
            bare.append(attrs.evolve(node, entries=entries))
        elif isinstance(node, Labelled):
            bare.append(attrs.evolve(node, nodes=unsigned(node.nodes)))
        elif isinstance(node, Grid):
            rows = tuple(tuple(unsigned(cell) for cell in row) for row in node.rows)
            bare.append(attrs.evolve(node, rows=rows))
        else:
            bare.append(node)
    return tuple(bare)


def letters(text: str) -> str:
    """Letters and figures, each in its place."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> tuple[Path, dict[str, Outline]]:
    """The documents as LibreOffice saves them: as PDF, as text, as HTML and as Word again."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not here: no soffice on the path")
    folder = tmp_path_factory.mktemp("word")
    outlines = dict(documents(repository))
    for name, outline in outlines.items():
        (folder / f"{name}.docx").write_bytes(DocxRenderer(theme=THEME).render(outline))
    files = sorted(map(str, folder.glob("*.docx")))
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    for kind in ("pdf", "txt:Text (encoded):UTF8", "html", "docx:MS Word 2007 XML"):
        out = folder / kind.partition(":")[0]
        command = [soffice, home, "--headless", "--convert-to", kind, "--outdir", str(out), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder, outlines


def test_every_word_is_shown(converted: tuple[Path, dict[str, Outline]]) -> None:
    """In order, in the text of each document."""
    folder, outlines = converted
    for name, outline in outlines.items():
        told = letters((folder / "txt" / f"{name}.txt").read_text("utf-8-sig"))
        rest = told
        for words in printed(unsigned(outline.nodes)):
            wanted = letters(words)
            assert wanted in rest, (name, words)
            rest = rest[rest.index(wanted) + len(wanted) :]


def test_every_document_becomes_pages(converted: tuple[Path, dict[str, Outline]]) -> None:
    """With every word on them, and the footer of the theme on each."""
    pdfium = pytest.importorskip("pypdfium2")
    folder, outlines = converted
    for name, outline in outlines.items():
        document = pdfium.PdfDocument(folder / "pdf" / f"{name}.pdf")
        pages = [page.get_textpage().get_text_range() for page in document]
        told = letters("".join(pages))
        assert all("Storgatan1" in letters(page) for page in pages)
        for words in printed(outline.nodes):
            for word in words.split():
                assert letters(word) in told, (name, word)
        document.close()


def test_three_levels_of_lists_are_kept(converted: tuple[Path, dict[str, Outline]]) -> None:
    """As lists in lists with their own signs, not as paragraphs that look like it."""
    folder, _ = converted
    page = (folder / "html" / "djup-minutes.html").read_text("utf-8")
    inner = page[: page.index("innerst")]
    assert len(re.findall(r"<(?:ol|ul)\b", inner)) - len(re.findall(r"</(?:ol|ul)>", inner)) == 3
    text = (folder / "txt" / "djup-minutes.txt").read_text("utf-8-sig")
    lines = [line.split() for line in text.splitlines()]
    signs = [line[0] for line in lines if line and line[-1] in ("ytterst", "mitten", "innerst", "nästa")]
    assert signs[:2] + signs[3:] == ["1.", "a)", "2."]
    assert not signs[2].isalnum()  # its text has a bullet of its own for every bullet


def test_what_libreoffice_saves_is_read(converted: tuple[Path, dict[str, Outline]]) -> None:
    """The secretary may use it instead of Word: no word of the minutes is lost."""
    folder, outlines = converted
    for name in ("allt-minutes", "djup-minutes"):
        reading = mp.read(folder / "docx" / f"{name}.docx")
        told = letters(mp.dumps(reading))
        told += letters("".join(reading.labels))
        for words in printed(unsigned(outlines[name].nodes)):
            for word in re.findall(r"\w+", words):
                assert letters(word) in told, word


def test_python_docx_finds_headings_and_tables(repository: Path) -> None:
    """By the names that Word has for them."""
    docx = pytest.importorskip("docx")
    for name, outline in documents(repository):
        found = docx.Document(io.BytesIO(DocxRenderer(theme=THEME).render(outline)))
        names = [paragraph.style.name for paragraph in found.paragraphs]
        assert names.count("Title") == 1, name
        assert found.core_properties.title == outline.title
        assert found.core_properties.author == ""
        for table in found.tables:
            assert table.style.name == "Mötestabell"


def test_mammoth_keeps_three_levels() -> None:
    """Which sees only what each paragraph says of itself."""
    mammoth = pytest.importorskip("mammoth")
    page = mammoth.convert_to_html(io.BytesIO(DocxRenderer().render(compose(DEPTH)))).value
    assert "<ol><li>ytterst<ol><li>mitten<ul><li>innerst</li></ul></li></ol></li><li>nästa</li></ol>" in page
