"""PDF files: what they show, what they tell machines, and that the same meeting is the same bytes."""

import ctypes
import json
import os
import re
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import attrs
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

import motesprotokoll as mp
from everything import MEETING
from images import png
from motesprotokoll import marks
from motesprotokoll.compose import VIEWS, compose
from motesprotokoll.errors import RenderError, ThemeError, WrongTypeError
from motesprotokoll.model import Link
from motesprotokoll.outline import (
    About,
    Entry,
    Grid,
    Heading,
    Labelled,
    Listing,
    Node,
    Outline,
    Text,
    printed,
)
from motesprotokoll.renderers.pdf import PdfRenderer, engine
from motesprotokoll.renderers.pdf.fonts import FOLDER
from motesprotokoll.renderers.protocol import Renderer
from motesprotokoll.testing import sample_meeting
from motesprotokoll.theme import Theme
from pdf_pages import attached, content, margins, pieces, spelled
from pictures import DRAWN

ABOUT = About(name="Protokoll 5 februari 2027", body="Nätverket", banner="UTKAST", day=date(2027, 2, 5))


def text(*words: object) -> Text:
    return Text(tuple(words))  # type: ignore[arg-type]


def page(*nodes: Node, theme: Theme | None = None, **told: object) -> bytes:
    return PdfRenderer(theme=theme).render(Outline(nodes, **told))  # type: ignore[arg-type]


def metadata(data: bytes) -> str:
    """The XMP packet, which PDF/A keeps in plain sight."""
    return data[data.index(b"<?xpacket begin") : data.index(b"<?xpacket end")].decode()


def told_instead(data: bytes) -> list[str]:
    """The words that tags give in place of what they hold."""
    document = pypdfium2.PdfDocument(data)
    tree = pdfium.FPDF_StructTree_GetForPage(document[0])
    waiting = [
        pdfium.FPDF_StructTree_GetChildAtIndex(tree, place)
        for place in range(pdfium.FPDF_StructTree_CountChildren(tree))
    ]
    told = []
    while waiting:
        branch = waiting.pop()
        length = pdfium.FPDF_StructElement_GetAltText(branch, None, 0)
        words = ctypes.create_string_buffer(length)
        pdfium.FPDF_StructElement_GetAltText(branch, words, length)
        told.append(words.raw.decode("utf-16-le").rstrip("\0"))
        inside = range(max(pdfium.FPDF_StructElement_CountChildren(branch), 0))
        below = (pdfium.FPDF_StructElement_GetChildAtIndex(branch, place) for place in inside)
        waiting += [one for one in below if one]
    return told


class TestPages:
    def test_is_a_renderer(self) -> None:
        """It keeps the contract for renderers."""
        assert isinstance(PdfRenderer(), Renderer)

    @pytest.mark.parametrize("view", VIEWS)
    @pytest.mark.parametrize("meeting", [MEETING, sample_meeting()], ids=["everything", "sample"])
    def test_every_view_shows_its_words_in_order(self, view: str, meeting: mp.Meeting) -> None:
        """All that `printed` tells, and nothing else, is content; the rest is in the margins."""
        outline = compose(meeting, view=view)
        data = PdfRenderer().render(outline)
        shown = (words for words, artifact in pieces(data) if not artifact)
        assert spelled(shown) == spelled(printed(outline.nodes))

    def test_a_picture_is_told_to_those_who_do_not_see_it(self) -> None:
        """It is tagged with its words."""
        data = page(Heading("Möte", 1), DRAWN)
        assert "En ruta" in told_instead(data)

    def test_margins_say_who_and_when_on_every_page(self) -> None:
        """The body, the document, its status, the theme's line, and the page of how many."""
        data = page(
            Heading("Möte", 1), *[text("Ord " * 300)] * 6, about=ABOUT, theme=Theme(footer="Gatan 1, Orten")
        )
        around = margins(data)
        for words in ("Nätverket · Protokoll 5 februari 2027", "UTKAST", "Gatan 1, Orten"):
            assert around.count(words) == len(pypdfium2.PdfDocument(data)) == 3
        assert [words for words in around if re.fullmatch(r"\d \(\d\)", words)] == ["1 (3)", "2 (3)", "3 (3)"]

    def test_margins_are_short(self) -> None:
        """What is too long for them is cut, since the document says it anyhow."""
        about = About(name="n" * 500, body="b" * 500, banner="U " * 500)
        around = margins(page(text("x"), about=about, theme=Theme(footer="f " * 500)))
        assert 400 < len("".join(around)) < 520
        assert sum(words.endswith("…") for words in around) == 3
        same = margins(page(text("x"), about=About(name="Nätverket", body="Nätverket")))
        assert same == ["Nätverket", "1 (1)"]

    def test_heads_of_tables_stand_on_every_page(self) -> None:
        """Again as an artifact, so that nobody reads them twice."""
        rows = tuple(((text(f"rad {number}"),), (text("ord"),)) for number in range(90))
        data = page(Grid((((text("Huvud"),), (text("B"),)), *rows), 1))
        assert content(data).count("Huvud") == 1
        assert margins(data).count("Huvud") == len(pypdfium2.PdfDocument(data)) - 1 > 0

    def test_links_lead_where_they_say(self) -> None:
        """Harmless addresses only."""
        data = page(text(Link("a", "https://example.org/x"), Link("b", "javascript:x"), Link("c", "d/e")))
        assert re.findall(rb"/URI ?\(([^)]*)\)", data) == [b"https://example.org/x"]
        assert content(data).replace(" ", "") == "abc"

    def test_refuses_what_nobody_could_read(self) -> None:
        """As every format."""
        node: Node = text("djupt")
        for _ in range(41):
            node = Listing((Entry((node,)),))
        with pytest.raises(RenderError, match="deeper than 40"):
            page(node)

    def test_forty_levels_are_set(self) -> None:
        """The most that is allowed."""
        node: Node = text("djupt")
        for number in range(40):
            node = (
                Listing((Entry((node,)),))
                if number % 2
                else Labelled("Beslut", nodes=(node,), role="decision")
            )
        assert "djupt" in content(page(node))


class TestSigns:
    @pytest.mark.parametrize(
        "sign",
        ["漢", "😀", "\ue000", "\ud800", "א", "\u0378", "\U0001f1f8", "\x00", "\x07", "\U000f0000", "\ufdd0"],
        ids=ascii,
    )
    @pytest.mark.parametrize(
        "node",
        [
            lambda words: text(words),
            lambda words: Heading(words, 2),
            lambda words: Labelled("Beslut", notes=(("x", words),), role="decision"),
            lambda words: Listing((Entry((), words),)),
            lambda words: Grid((((),),), 0, words),
        ],
    )
    def test_what_no_font_has_is_named(self, node: object, sign: str) -> None:
        """Never a box on the page: the character, its number and the words around it."""
        with pytest.raises(RenderError) as caught:
            page(node(f"ord {sign} ord"))  # type: ignore[operator]
        assert f"U+{ord(sign):04X}" in str(caught.value)
        assert "ord" in str(caught.value)

    @pytest.mark.parametrize("place", ["name", "body", "banner"])
    def test_in_the_margins_too(self, place: str) -> None:
        """They stand on every page."""
        with pytest.raises(RenderError, match=r"U\+6F22"):
            page(text("a"), about=About(**{place: "漢"}))  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        "words", ["x\u0301\u0302", "a\u202eb\u202c", "\u0301x", "\ufffd", "→ ☐ ≤ ✓", "1\u20442"]
    )
    def test_others_are_set(self, words: str) -> None:
        """Marks on letters, signs without a look, and what the fonts behind ours have."""
        assert page(text(words)).startswith(b"%PDF-1.7")

    def test_no_word_is_code(self) -> None:
        """What would be Typst is words."""
        words = (
            '#panic("x") #read("/etc/passwd") $x$ *a* _b_ `c` @d <e> \\ // /* = # [f] #import "@preview/x"'
        )
        assert spelled([content(page(text(words), Heading(words, 2)))]) == spelled([words, words])


class TestMachines:
    def test_told_are_title_language_and_standards(self) -> None:
        """As PDF/A-3a and PDF/UA-1 ask; a conformance test holds it to all of them."""
        data = page(text("a"), title="Nätverket: Möte", about=ABOUT)
        told = metadata(data)
        assert "<pdfaid:part>3</pdfaid:part>" in told
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in told
        assert "<pdfuaid:part>1</pdfuaid:part>" in told
        assert "Nätverket: Möte" in told
        assert "2027-02-05T12:00:00Z" in told
        assert marks.GENERATOR in told
        assert b"/Lang(sv-SE)" in data

    def test_english_documents_say_so(self) -> None:
        """The language of their words."""
        assert b"/Lang(en)" in page(text("a"), language="en")

    def test_every_document_has_a_name(self) -> None:
        """Its title, its first heading, or what it is."""
        assert "Rubrik" in metadata(page(text("a"), Heading("Rubrik", 3)))
        assert "Mötesanteckningar" in metadata(page(text("a")))

    def test_headings_are_bookmarks(self) -> None:
        """In the order and under each other as the document has them."""
        data = page(Heading("Möte", 1), Heading("1. A", 2), Heading("Under", 3), Heading("2. B", 2))
        toc = [(item.level, item.get_title()) for item in pypdfium2.PdfDocument(data).get_toc()]
        assert toc == [(0, "Möte"), (1, "1. A"), (2, "Under"), (1, "2. B")]

    @pytest.mark.parametrize("day", [None, date.min, date.max, date(1969, 12, 31)])
    def test_any_day_will_do(self, day: date | None) -> None:
        """Without one, and in the first years of all, it is the first of the year 2000."""
        told = metadata(page(text("a"), about=About(day=day)))
        assert f"{day if day and day.year >= 1_000 else date(2000, 1, 1)}T12:00:00Z" in told

    def test_a_view_that_is_not_read_back_does_not_say_who_wrote_it(self) -> None:
        """As in the other formats."""
        assert marks.GENERATOR not in metadata(page(text("a"), carries=False))


class TestCarried:
    def test_the_minutes_carry_their_meeting(self) -> None:
        """As an attached file, which is the source of the document."""
        data = mp.render(MEETING, "pdf").content
        (name,) = attached(data)
        assert name == marks.CARRIED_FILE
        assert mp.loads(attached(data)[name]) == MEETING
        assert b"/AFRelationship/Source" in data

    def test_only_where_it_is_wanted(self) -> None:
        """Not with embed=False, and not in another view."""
        assert attached(mp.render(MEETING, "pdf", embed=False).content) == {}
        assert attached(mp.render(MEETING, "pdf", view="decisions").content) == {}
        outline = attrs.evolve(compose(MEETING), carried="{}")
        assert attached(PdfRenderer(embed=False).render(outline)) == {}

    def test_data_that_is_no_text_is_refused(self) -> None:
        """What cannot be written as UTF-8."""
        with pytest.raises(RenderError, match="cannot be set"):
            page(text("a"), carried="\ud800")


class TestTheme:
    def test_logo_with_its_words(self) -> None:
        """On the first page, with an alternative text."""
        theme = Theme(logo=png(3, 2), logo_text="Exempelkommunen")
        data = page(text("a"), theme=theme)
        assert b"/Alt(Exempelkommunen)" in data
        images = [
            [thing.type for thing in one.get_objects(max_depth=3)].count(3)
            for one in pypdfium2.PdfDocument(data)
        ]
        assert images == [1]

    def test_a_broken_logo_is_told(self) -> None:
        """The theme sees only how the file begins."""
        with pytest.raises(RenderError, match="the PDF cannot be set"):
            page(text("a"), theme=Theme(logo=b"\x89PNG\r\n\x1a\n", logo_text="x"))

    def test_colours(self) -> None:
        """Its page and its letters."""
        plain, blue = page(text("a")), page(text("a"), theme=Theme(text="#0b2a6b", page="#f6f9ff"))
        assert plain != blue

    def test_a_font_of_its_own(self) -> None:
        """By its files, with ours behind it; the name alone is no font."""
        maths = str(FOLDER / "NotoSansMath-Regular.ttf")
        data = page(text("abc漢"[:3]), theme=Theme(font="Noto Sans Math", font_files=(maths,)))
        assert b"NotoSansMath-Regular" in data
        assert b"NotoSans-Regular" in page(text("abc"), theme=Theme(font="Arial"))

    def test_a_font_that_is_not_in_its_files_is_told(self, tmp_path: Path) -> None:
        """So that no document is set in another one unseen."""
        maths = str(FOLDER / "NotoSansMath-Regular.ttf")
        with pytest.raises(
            ThemeError, match=r"no font file holds the family 'Arial' \(they hold Noto Sans Math\)"
        ):
            page(text("a"), theme=Theme(font="Arial", font_files=(maths,)))
        broken = tmp_path / "trasig.ttf"
        broken.write_bytes(b"x")
        with pytest.raises(ThemeError, match=r"trasig\.ttf: this is no font"):
            page(text("a"), theme=Theme(font="Arial", font_files=(str(broken),)))

    def test_a_theme_is_a_theme(self) -> None:
        """Anything else is told at once."""
        with pytest.raises(WrongTypeError, match="expected a Theme"):
            PdfRenderer(theme="blå")  # type: ignore[arg-type]


ELSEWHERE = """
import hashlib, sys
from motesprotokoll import render
from motesprotokoll.testing import sample_meeting
sys.stdout.write(hashlib.sha256(render(sample_meeting(), "pdf").content).hexdigest())
"""


class TestSameBytes:
    @pytest.mark.slow
    def test_in_other_processes_zones_and_folders(self, tmp_path: Path) -> None:
        """Nothing of where and when gets into a file."""
        found = {
            subprocess.run(
                [sys.executable, "-c", ELSEWHERE],
                capture_output=True,
                check=True,
                text=True,
                cwd=tmp_path,
                env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": seed},
            ).stdout
            for zone, seed in (("Pacific/Auckland", "1"), ("America/Adak", "99"))
        }
        assert len(found) == 1

    def test_in_sixteen_threads(self) -> None:
        """Each has a compiler of its own; what they write is what one alone writes."""
        outlines = [compose(sample_meeting(f"ord {number}")) for number in range(4)]
        alone = [PdfRenderer().render(outline) for outline in outlines]
        barrier, found = threading.Barrier(16), []

        def work(start: int) -> None:
            barrier.wait()
            for step in range(4):
                place = (start + step) % 4
                found.append(PdfRenderer().render(outlines[place]) == alone[place])

        threads = [threading.Thread(target=work, args=(number,)) for number in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == [True] * 64

    def test_names_no_place_on_this_machine(self) -> None:
        """No folder, no user, no host."""
        data = mp.render(MEETING, "pdf").content
        for name in (str(Path.home()), str(FOLDER), sys.prefix, os.uname().nodename):
            assert name.encode() not in data or len(name) < 3


class TestEngine:
    def test_a_warning_is_an_error(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Such as a font that is not there: the page would look like something else."""
        chosen = engine.font_set("", ())
        families = ("Nobodys Font", *chosen.families)
        other = attrs.evolve(chosen, families=families)
        monkeypatch.setattr(engine, "font_set", lambda family, files: other)
        with pytest.raises(RenderError, match="unknown font family"):
            page(text("a"))

    def test_what_typst_cannot_do_is_told(self) -> None:
        """With its own words and hints."""
        with pytest.raises(RenderError, match=r"the PDF cannot be set: .*does not contain key"):
            engine.typeset({"page": json.dumps({})}, engine.font_set("", ()))

    def test_a_panic_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Rust's giving up is an error like others; what the user stops is not."""

        class PanicException(BaseException):
            pass

        class Giving:
            def __init__(self, error: BaseException) -> None:
                self.error = error

            def compile_with_warnings(self, **options: object) -> None:
                raise self.error

        monkeypatch.setattr(engine, "_compiler", lambda chosen: Giving(PanicException("oj")))
        with pytest.raises(RenderError, match="the PDF cannot be set: oj"):
            page(text("a"))
        monkeypatch.setattr(engine, "_compiler", lambda chosen: Giving(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            page(text("a"))
        monkeypatch.undo()
        assert content(page(text("a"))) == "a"

    def test_a_forked_process_is_told_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Typst's threads are not in it, and it would wait for them for ever."""
        page(text("a"))
        monkeypatch.setattr(os, "getpid", lambda: -1)
        with pytest.raises(RenderError, match="forked"):
            page(text("a"))

    def test_keeps_few_compilers(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """However many themes a server has."""
        monkeypatch.setattr(engine, "_MOST_THEMES", 2)
        monkeypatch.setattr(engine, "_compilers", engine._Compilers())
        chosen = engine.font_set("", ())
        sets = [attrs.evolve(chosen) for _ in range(4)]
        first = engine._compiler(sets[0])
        assert engine._compiler(sets[0]) is first
        for one in sets[1:]:
            engine._compiler(one)
        assert [kept for kept, _ in engine._compilers.by_fonts.values()] == sets[2:]
