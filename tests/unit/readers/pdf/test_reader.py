import struct
from concurrent.futures import ThreadPoolExecutor

import pytest

import motesprotokoll as mp
import pdfs
from motesprotokoll import marks
from motesprotokoll.extraction import Extraction, Line
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.readers.pdf import PdfReader, pool
from motesprotokoll.readers.pdf.document import Document, Page, Word, document_of
from motesprotokoll.readers.pdf.hyphens import is_written
from motesprotokoll.readers.pdf.pool import Answer
from motesprotokoll.readers.pdf.reader import extraction_of
from pdfs import attached, document, lines, put

BODY = "Mötet diskuterade frågan om kompetensförsörjning i alla kommuner"


def read(*contents: str, **more: object) -> Extraction:
    """What a document of some pages says."""
    return PdfReader().read(document(*contents, **more), DEFAULT_LIMITS)  # type: ignore[arg-type]


def texts(found: Extraction) -> list[str]:
    return [line.text for line in found.lines]


def body(count: int = 6, y: float = 300) -> str:
    """Running text, so that it is clear what is usual."""
    return lines(*[f"{BODY} {place}." for place in range(count)], y=y)


def rows(*cells: tuple[str, ...], at: tuple[float, ...] = (70, 200, 330), y: float = 160) -> str:
    """A table, written row by row."""
    return "".join(
        put(left, y + 20 * place, text)
        for place, row in enumerate(cells)
        for left, text in zip(at, row, strict=True)
        if text
    )


class TestLines:
    def test_are_those_that_a_person_sees(self) -> None:
        """Each line of the page is a line, numbered through the document, with its page."""
        found = read(lines("Anteckningar", "Ida Ek, Ale"), lines("Sidan två"))
        assert found.lines == (
            Line("Anteckningar", 1, page=1),
            Line("Ida Ek, Ale", 2, page=1),
            Line("Sidan två", 3, gap=True, page=2),
        )
        assert found.findings == ()
        assert found.carried is None

    def test_words_of_one_line_in_several_pieces(self) -> None:
        """A change of the font in a line, or a raised sign, does not break it."""
        content = "BT /F1 11 Tf 70 700 Td (Enligt ) Tj /F2 11 Tf (Ida Ek) Tj /F1 7 Tf 4 Ts (2) Tj"
        content += " /F1 11 Tf 0 Ts ( igen) Tj ET"
        assert texts(read(content)) == ["Enligt Ida Ek2 igen"]

    def test_room_above_is_a_gap(self) -> None:
        """More room than between the lines of a paragraph begins a new one."""
        content = (
            body(5) + put(70, 300 + 14 * 5 + 10, "Nytt stycke") + put(70, 300 + 14 * 6 + 10, "går vidare")
        )
        assert [line.gap for line in read(content).lines] == [*[False] * 5, True, False]

    def test_a_paragraph_may_go_on_over_a_page(self) -> None:
        """After a full line at the foot of a page the next page begins without a gap, else with one."""
        full, short = lines(f"{BODY} och", y=700), lines(BODY, "slut.", y=680)
        assert read(full, lines(BODY)).lines[1].gap is False
        assert read(short, lines(BODY)).lines[2].gap is True

    def test_indentation(self) -> None:
        """In columns of half a size of letters, from where lines usually begin."""
        content = body() + put(92, 400, "• inskjutet") + put(9_000, 420, "bredvid")
        assert [line.indent for line in read(content).lines][-2:] == [4, 200]

    def test_a_list_sign_far_from_its_words(self) -> None:
        """The room behind it makes no column."""
        content = put(70, 160, "•") + put(120, 160, "punkt") + put(70, 180, "12.") + put(106, 180, "Budget")
        assert texts(read(content)) == ["• punkt", "12. Budget"]

    @pytest.mark.parametrize(
        ("turned", "matrix"),
        [(90, "0 1 -1 0 {down} 70"), (180, "-1 0 0 -1 525 {down}"), (270, "0 -1 1 0 {up} 772")],
    )
    def test_turned_pages(self, turned: int, matrix: str) -> None:
        """A page that is shown turned is read as it is shown."""
        content = ""
        for down, text in ((160, "rad ett"), (174, "rad tre")):
            content += f"BT /F1 11 Tf {matrix.format(down=down, up=595 - down)} Tm ({text}) Tj ET\n"
        found = read(content, page=f"/Rotate {turned}")
        assert texts(found) == ["rad ett", "rad tre"]
        assert [line.indent for line in found.lines] == [0, 0]

    def test_an_upside_down_order_is_mended(self) -> None:
        """Content that was written from the foot upwards is read from the top."""
        content = "".join(put(70, 700 - 30 * place, f"rad {20 - place}") for place in range(20))
        assert texts(read(content)) == [f"rad {place}" for place in range(1, 21)]

    def test_signs_beyond_the_first_plane(self) -> None:
        """A sign that takes two units of UTF-16 does not shift the words behind it."""
        font = (
            "/FX << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"
            " /ToUnicode 100 0 R >>"
        )
        to_unicode = pdfs.stream(
            b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF>"
            b" endcodespacerange 1 beginbfchar <41> <D835DC00> endbfchar endcmap end"
        )
        content = "BT /FX 11 Tf 70 700 Td (A b) Tj /F1 11 Tf 0 -14 Td (sist) Tj ET"
        assert texts(read(content, fonts=font, objects=[to_unicode]))[-1] == "sist"


class TestHyphens:
    def test_of_hyphenation_goes(self) -> None:
        """The word is whole on the line where it begins."""
        found = read(lines("Han talade om omställnings-", "fonden och mer", "sade han"))
        assert texts(found) == ["Han talade om omställningsfonden", "och mer", "sade han"]

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("alla HR-", "chefer kom"),
            ("sade Öberg-", "Lind sedan"),
            ("på 2030-", "talet hände"),
            ("alla e-", "tjänster kom"),
            ("våra mål-", "och styrdokument"),
        ],
    )
    def test_of_the_writer_stays(self, first: str, second: str) -> None:
        """After capitals, figures and single letters, before a name, and where a word is to come."""
        assert texts(read(lines(first, second))) == [first, second]

    def test_the_document_decides_where_it_has_the_word(self) -> None:
        """With a hyphen or without, as it stands elsewhere."""
        with_it = read(lines("Hela ledar-", "skapet är ledar-skapet."))
        assert texts(with_it) == ["Hela ledar-", "skapet är ledar-skapet."]
        without = read(lines("Alla HR-", "chefer. Hrchefer är många."))
        assert texts(without) == ["Alla HRchefer.", "Hrchefer är många."]

    def test_beside_a_sign(self) -> None:
        """Where no letters stand on both sides it is no hyphen of a word."""
        assert is_written("9", "(ungefär)", frozenset())
        assert is_written("", "fonden", frozenset())
        assert not is_written("(omställnings", "fonden).", frozenset())

    def test_at_the_end_of_the_document(self) -> None:
        """A hyphen before nothing stays."""
        assert texts(read(lines("Ordet är av-"))) == ["Ordet är av-"]

    def test_a_line_that_is_used_up(self) -> None:
        """The rest of a word alone on its line leaves no empty line."""
        assert texts(read(lines("Han talade om omställnings-", "fonden"))) == [
            "Han talade om omställningsfonden"
        ]


class TestHeadings:
    def test_by_size_and_weight(self) -> None:
        """The largest letters are level 1; bold lines of the usual size come last."""
        content = (
            put(70, 160, "Anteckningar", size=20)
            + put(70, 200, "1. Budget", size=14)
            + put(70, 230, "Bakgrund", font="F2")
            + body(y=250)
        )
        assert [line.level for line in read(content).lines[:4]] == [1, 2, 3, None]

    def test_that_is_wrapped_is_one(self) -> None:
        """A heading that goes on below is one line."""
        content = put(70, 160, "Anteckningar från det allra första mötet i", size=20)
        content += put(70, 184, "nätverket", size=20) + body()
        assert read(content).lines[0] == Line(
            "Anteckningar från det allra första mötet i nätverket", 1, level=1
        )

    def test_two_headings_are_two(self) -> None:
        """A line behind which the next word would have fitted is a heading of its own."""
        content = put(70, 160, "Nätverket", size=20) + put(70, 184, "Anteckningar", size=20) + body()
        assert texts(read(content))[:2] == ["Nätverket", "Anteckningar"]

    def test_a_bold_paragraph_is_none(self) -> None:
        """Nor are a bold sentence, and a fact in bold."""
        bold = "".join(put(70, 160 + 14 * at, f"{BODY} {at} och", font="F2") for at in range(5))
        bold += put(70, 250, "Detta är viktigt.", font="F2") + put(70, 270, "Plats: Ale", font="F2")
        content = bold + "".join(body(8, y=300 + 120 * at) for at in range(4))
        assert all(line.level is None for line in read(content).lines)

    def test_a_letterhead_above_the_title(self) -> None:
        """The body's name in smaller letters heads nothing."""
        content = put(70, 130, "Nätverket", size=13) + put(70, 160, "Anteckningar", size=20)
        assert [line.level for line in read(content + body()).lines[:2]] == [None, 1]

    def test_numbers_tell_more_than_a_bold_line(self) -> None:
        """Where numbered lines of the usual look head the items, bold lines are only bold."""
        content = put(70, 130, "Anteckningar", size=20) + put(70, 200, "Kommunikation", font="F2")
        content += body(1, 230) + put(70, 260, "1. Budget") + body(1, 280) + put(70, 310, "2. Lokaler")
        assert all(line.level is None for line in read(content + body(3, 330)).lines)

    def test_a_line_without_letters_is_none(self) -> None:
        """However large it is."""
        assert read(put(70, 160, "2027", size=20) + body()).lines[0].level is None


class TestColumns:
    def test_a_table(self) -> None:
        """Each row is a line with its cells; an empty cell of three is told."""
        found = read(
            rows(("Namn", "Roll", "Ort"), ("Ida Ek", "chef", "Ale"), ("Bo Ask", "", "Alingsås")) + body()
        )
        assert [line.cells for line in found.lines[:3]] == [
            ("Namn", "Roll", "Ort"),
            ("Ida Ek", "chef", "Ale"),
            ("Bo Ask", "", "Alingsås"),
        ]
        assert found.lines[2].text == "Bo Ask Alingsås"
        assert [line.gap for line in found.lines[:3]] == [False, False, False]

    def test_room_within_what_was_written_at_once(self) -> None:
        """A wide space of a justified line is none; a tab's is a column."""
        content = (
            "BT /F1 11 Tf 70 700 Td [(Plats) -6000 (Ale)] TJ 0 -20 Td [(Vi) -900 (ses) -900 (sen)] TJ ET "
        )
        assert [line.cells for line in read(content + body()).lines[:2]] == [("Plats", "Ale"), ()]

    def test_two_cells_in_one_column_stay_as_they_are(self) -> None:
        """Nothing is put into a column that has something already."""
        content = rows(("Namn", "Roll", "Ort")) + put(70, 180, "Ida") + put(110, 180, "Ek")
        assert read(content + body()).lines[1].cells == ("Ida", "Ek")

    def test_cells_close_to_each_other(self) -> None:
        """Rows that stand closer are cut where the columns of the table begin."""
        content = ""
        for y, label in (
            (160, "Mötesdatum ny"),
            (180, "Beslutande"),
            (200, "Övriga närvar"),
            (220, "Sekreterare s"),
        ):
            content += put(70, y, label) + put(150, y, "Bo Ask")
        found = read(content + body())
        assert [line.cells for line in found.lines[:4]] == [
            ("Mötesdatum ny", "Bo Ask"),
            ("Beslutande", "Bo Ask"),
            ("Övriga närvar", "Bo Ask"),
            ("Sekreterare s", "Bo Ask"),
        ]

    def test_a_cell_of_several_lines(self) -> None:
        """What is broken where its column ends is one cell, its hyphens gone."""
        content = rows(("Namn", "Förvaltning", "Ort"))
        content += put(70, 180, "Ida Ek") + lines(
            "Förvaltningen för om-", "ställning och inköp", x=200, y=180
        )
        content += put(330, 180, "Ale")
        content += (
            put(70, 220, "Bo Ask") + lines("Nätverket för HR-", "chefer", x=200, y=220) + put(330, 220, "Ale")
        )
        found = read(content + body())
        assert found.lines[2].cells == ("Bo Ask", "Nätverket för HR-chefer", "Ale")
        assert found.lines[1].cells == ("Ida Ek", "Förvaltningen för omställning och inköp", "Ale")

    def test_a_label_beside_a_list(self) -> None:
        """The label comes first, then each line of the list, as if it stood below."""
        content = put(70, 160, "Närvarande") + lines("Ida Ek, Ale", "Bo Ask, Kungälv", "Åsa Ö, Ale", x=200)
        found = read(content + put(70, 220, "Plats") + put(200, 220, "Ale") + body())
        assert texts(found)[:4] == ["Närvarande", "Ida Ek, Ale", "Bo Ask, Kungälv", "Åsa Ö, Ale"]
        assert [line.indent for line in found.lines[:4]] == [0, 0, 0, 0]
        assert found.lines[4].cells == ("Plats", "Ale")

    def test_running_text_in_columns(self) -> None:
        """One column is read after the other, not line by line across."""
        left = [f"vänster spalt rad {place} av text" for place in range(8)]
        right = [f"höger spalt rad {place} av texten" for place in range(8)]
        found = read(lines(*left) + lines(*right, x=330))
        assert texts(found) == [*left, *right]

    def test_text_above_a_table_is_no_part_of_it(self) -> None:
        """The first cell does not swallow what stands above it."""
        content = lines("Närvarande vid mötet", y=146) + rows(
            ("Ida Ek", "chef", "Ale"), ("Bo", "vik.", "Ale")
        )
        assert read(content + body()).lines[1].cells == ("Ida Ek", "chef", "Ale")


class TestLinks:
    @staticmethod
    def _link(address: str, *rectangles: str) -> str:
        action = f"/A << /S /URI /URI ({address}) >>"
        return "/Annots [" + "".join(
            f"<< /Type /Annot /Subtype /Link /Rect [{box}] {action} >>" for box in rectangles
        ) + "]"  # fmt: skip

    def test_stand_behind_their_words(self) -> None:
        """As in other formats: the words, then the address between angle brackets."""
        content = put(70, 160, "Se") + put(90, 160, "vår sida") + put(140, 160, "i dag")
        found = read(content, page=self._link("https://exempel.se/a", "88 675 134 695"))
        assert texts(found) == ["Se vår sida <https://exempel.se/a> i dag"]
        assert found.shown == "Se vår sida i dag"

    def test_over_two_lines(self) -> None:
        """The address stands once, behind the last word."""
        found = read(
            lines("Se den långa", "webbsidan nu"),
            page=self._link("https://exempel.se/a", "86 675 200 695", "68 660 125 674"),
        )
        assert texts(found) == ["Se den långa", "webbsidan <https://exempel.se/a> nu"]

    @pytest.mark.parametrize(
        ("words", "address"),
        [("https://exempel.se/a", "https://exempel.se/a"), ("ida@exempel.se", "mailto:ida@exempel.se")],
    )
    def test_whose_words_are_the_address(self, words: str, address: str) -> None:
        """It is not said twice."""
        assert texts(read(lines(words), page=self._link(address, "60 660 400 700"))) == [words]

    def test_to_a_place_in_the_document(self) -> None:
        """It has no address."""
        page = "/Annots [<< /Type /Annot /Subtype /Link /Rect [60 660 400 700] /Dest [10 0 R /Fit] >>]"
        assert texts(read(lines("Hej"), page=page)) == ["Hej"]

    def test_by_their_corners(self) -> None:
        """Word gives the four corners of each part."""
        page = self._link("https://exempel.se/a", "0 0 595 842").replace(
            "/A <<", "/QuadPoints [68 695 84 695 68 675 84 675] /A <<"
        )
        assert texts(read(lines("Se sidan"), page=page)) == ["Se <https://exempel.se/a> sidan"]


class TestFurniture:
    def test_what_stands_on_every_page(self) -> None:
        """Running headers and footers are furniture, also when they count; the first header stays."""
        pages = [
            put(70, 50, "Nätverket Ek") + put(450, 50, f"{n} (3)") + body() + put(70, 800, f"Dnr 12 sida {n}")
            for n in (1, 2, 3)
        ]
        found = read(*pages)
        assert texts(found)[0] == "Nätverket Ek"
        assert len(found.lines) == 19
        assert found.furniture == (
            "1 (3)",
            "Dnr 12 sida 1",
            "Nätverket Ek 2 (3)",
            "Dnr 12 sida 2",
            "Nätverket Ek 3 (3)",
            "Dnr 12 sida 3",
        )

    def test_a_header_that_says_nothing_new(self) -> None:
        """All of it is furniture if the first page says its words elsewhere."""
        pages = [put(70, 50, "Nätverket Ek") + lines("Ek är Nätverket") + body() for _ in (1, 2)]
        assert read(*pages).furniture == ("Nätverket Ek", "Nätverket Ek")

    def test_the_page_mark_of_a_single_page(self) -> None:
        """By its form and its place: the same words in the text stay."""
        assert read(put(450, 50, "Sida 1 (1)") + body()).furniture == ("Sida 1 (1)",)
        assert read(body() + put(290, 810, "1")).furniture == ("1",)
        assert read(body() + put(290, 600, "Sida 1 (1)")).furniture == ()

    def test_nothing_else(self) -> None:
        """A document of page marks only is empty."""
        found = read(put(450, 50, "Sida 1 (1)"))
        assert found.lines == ()
        assert mp.read(document(put(450, 50, "Sida 1 (1)"))).findings[0].code == "read.empty"

    def test_lines_that_only_look_alike(self) -> None:
        """Figures that do not count with the pages are words; so is what stands inside the text."""
        pages = [put(70, 90, f"Punkt {n}") + put(70, 400, "Beslut") + body(y=150) for n in (4, 9, 2)]
        assert read(*pages).furniture == ()

    def test_a_heading_that_begins_two_pages(self) -> None:
        """On two of many pages it is no header."""
        pages = [(put(70, 90, "Beslut") if n in (3, 7) else "") + body(y=150) for n in range(8)]
        assert "Beslut" in texts(read(*pages))

    def test_what_a_tagged_document_says_is_none_of_its_words(self) -> None:
        """It is believed in the margins, and for what was printed before; elsewhere it is read."""
        artifact = "/Artifact BMC {} EMC "
        content = artifact.format(put(70, 40, "Huvud")) + "/P BMC " + put(70, 200, "Namn") + "EMC "
        content += artifact.format(put(70, 400, "Namn")) + artifact.format(put(70, 500, "Dolt")) + body()
        found = read(
            content, catalog="/MarkInfo << /Marked true >> /StructTreeRoot << /Type /StructTreeRoot >>"
        )
        assert found.furniture == ("Namn",)
        assert {"Huvud", "Namn", "Dolt"} <= set(texts(found))
        assert found.shown is not None
        assert "Huvud" not in found.shown
        assert "Dolt" in found.shown


def word(text: str, left: int, base: int, **more: object) -> Word:
    """A word of which only the place matters."""
    plain = {"bold": False, "hidden": False, "artifact": False, "hyphen": False}
    return Word(text, left, base, left + 60 * len(text), 110, **{**plain, **more})  # type: ignore[arg-type]


class TestOrderOfTags:
    """Where a cell goes on over a page, the tags tell another order than the content."""

    MEETING = mp.Meeting(
        "Nätverket",
        agenda=[
            mp.AgendaItem("Val", body=[mp.Table([["Ida", "ett " * 1200, "slut " * 900], ["Bo", "x", "y"]])])
        ],
    )

    def test_is_found_when_it_is_asked_for(self) -> None:
        """With the same words, in the order in which they were composed."""
        found = PdfReader().read(mp.render(self.MEETING, "pdf").content, DEFAULT_LIMITS)
        assert found.shown is not None
        assert found.reordered is not None
        again = found.reordered()
        assert again is not None
        assert again != found.shown
        assert sorted(again.split()) == sorted(found.shown.split())
        cell = again[again.index("Ida") : again.index("Bo")].split()
        assert cell[1:1201] == ["ett"] * 1200

    def test_where_there_is_none(self) -> None:
        """Without tags, or without data that would have to agree with it, nothing can be asked for."""
        assert (
            PdfReader().read(mp.render(self.MEETING, "pdf", embed=False).content, DEFAULT_LIMITS).reordered
            is None
        )
        catalog, objects = attached([(marks.CARRIED_FILE, b"{}")])
        assert read(lines("Hej"), catalog=catalog, objects=objects).reordered is None

    def test_that_speaks_of_some_words_only(self) -> None:
        """Is no order."""
        catalog, objects = attached([(marks.CARRIED_FILE, b"{}")])
        catalog += " /MarkInfo << /Marked true >> /StructTreeRoot << /Type /StructTreeRoot >>"
        found = read(lines("Hej"), catalog=catalog, objects=objects)
        assert found.reordered is not None
        assert found.reordered() is None

    def test_that_cannot_be_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The document was read already: then there is no other order, and no error."""
        found = PdfReader().read(mp.render(self.MEETING, "pdf").content, DEFAULT_LIMITS)
        assert found.reordered is not None
        monkeypatch.setattr(pool.POOL, "ask", lambda question: Answer({"error": "damaged"}))
        assert found.reordered() is None


class TestOddWords:
    """What no test file shows: words as only some programs write them."""

    def test_letters_under_accents_above_the_line(self) -> None:
        """They stay in their line, however high they are drawn."""
        page = Page(1, 5950, 8420, [word("Namnet", 700, 1600), word("x\u0301\u0302", 1070, 1500)])
        assert [line.text for line in extraction_of(Document((page,))).lines] == ["Namnet x\u0301\u0302"]

    def test_words_written_backwards(self) -> None:
        """What begins far to the left of the word before it is another line of thought."""
        page = Page(1, 5950, 8420, [word("sist", 3000, 1600), word("först", 700, 1600)])
        assert extraction_of(Document((page,))).lines[0].cells == ("först", "sist")

    def test_words_that_show_nothing(self) -> None:
        """A sign without width makes no line."""
        page = Page(1, 5950, 8420, [word("\u200b", 700, 1600), word("Hej", 700, 2600)])
        assert [line.text for line in extraction_of(Document((page,))).lines] == ["Hej"]

    def test_nothing_but_a_hyphen(self) -> None:
        """Is read as that: pdfium tells it as a sign that is taken off its word."""
        page = Page(1, 5_950, 8_420, [Word("", 700, 1_600, 740, 110, False, False, False, hyphen=True)])
        assert texts(extraction_of(Document((page,)))) == ["-"]

    def test_a_document_without_a_page_that_can_be_read(self) -> None:
        """It is damaged, not scanned."""
        with pytest.raises(mp.MinutesError, match="damaged"):
            extraction_of(Document((Page(1, 0, 0, [], broken=True),)))

    def test_too_many_links_are_not_looked_for(self) -> None:
        """A page of thousands of links over thousands of words is none of minutes."""
        page = {
            "size": [10, 10],
            "corner": [0, 0],
            "text": " ".join("a" * 5_001),
            "style": [0],
            "links": [["https://exempel.se", [[0, 0, 10, 10]]]] * 1_000,
        }
        told = {
            "pages": [page], "styles": [[5, 0, 0, 0, 0]], "tagged": False, "language": "", "carried": False,
            "attached": [], "scripts": 0,
        }  # fmt: skip
        answer = Answer(told, struct.pack("4d", 0, -0.5, 0.5, 0) * 5_001)
        assert document_of(answer).pages[0].words[0].address is None
        page["links"] = page["links"][:1]  # type: ignore[index]
        assert document_of(answer).pages[0].words[0].address == "https://exempel.se"
        page["size"] = [float("inf"), 1]
        with pytest.raises(mp.MinutesError, match="no sensible answer"):
            document_of(answer)

    def test_a_password_is_words(self) -> None:
        """Another type is refused at once."""
        with pytest.raises(mp.MinutesError, match="password: expected str"):
            PdfReader(password=b"x")  # type: ignore[arg-type]


class TestFindings:
    def codes(self, found: Extraction) -> list[str]:
        return [finding.code for finding in found.findings]

    def test_hidden_text(self) -> None:
        """It is read, and told; if all of it is hidden, a machine has read a picture."""
        hidden = put(70, 200, "osynligt", before="3 Tr")
        assert self.codes(read(body() + hidden)) == ["pdf.hidden"]
        assert "osynligt" in texts(read(body() + hidden))
        assert self.codes(read(hidden)) == ["pdf.recognised"]

    def test_a_page_that_is_a_picture(self) -> None:
        """It is told which."""
        picture = pdfs.stream(
            b"\x00" * 12,
            "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceRGB /BitsPerComponent 8",
        )
        found = read(body(), "/I Do", objects=[picture], resources="/XObject << /I 100 0 R >>")
        assert self.codes(found) == ["pdf.page-scanned"]
        assert found.findings[0].where == "sida 2"

    def test_a_damaged_page(self) -> None:
        """It is told which; the others are read."""
        data = document(lines("Ett"), lines("Två")).replace(b"/Kids [10 0 R", b"/Kids [99 0 R")
        found = PdfReader().read(data, DEFAULT_LIMITS)
        assert texts(found) == ["Två"]
        assert self.codes(found) == ["pdf.page-damaged"]


class TestCarried:
    def test_data_and_language(self) -> None:
        """The file by our name is what the document carries; its language is what it says."""
        catalog, objects = pdfs.attached([("mote.json", '{"å": 1}'.encode())])
        found = read(lines("Hej"), catalog=f"{catalog} /Lang (sv-SE)", objects=objects)
        assert found.carried == '{"å": 1}'
        assert found.language == "sv-SE"
        assert found.findings == ()

    def test_data_that_is_none(self) -> None:
        """An empty file, or one of rubbish, is not trusted; the text is read, and it is told."""
        for content in (b"", b"\xff\xfe", b"{}"):
            catalog, objects = pdfs.attached([("mote.json", content)])
            reading = mp.read(document(lines("Hej"), catalog=catalog, objects=objects))
            assert [finding.code for finding in reading.findings] == ["own.data-differs"]


class TestManyDocuments:
    def test_in_threads(self) -> None:
        """Each gets its own answer, whoever else reads at the same time."""
        documents = {f"nummer {place}": document(lines(f"nummer {place}")) for place in range(24)}

        def one(name: str) -> list[str]:
            return texts(PdfReader().read(documents[name], DEFAULT_LIMITS))

        with ThreadPoolExecutor(6) as threads:
            assert list(threads.map(one, documents)) == [[name] for name in documents]

    @pytest.mark.slow
    def test_a_very_long_one(self) -> None:
        """More lines than minutes have are read by the hundred, with nothing lost."""
        found = read(*[lines(*[f"rad {place}" for place in range(45)], step=12)] * 450)
        assert len(found.lines) == 203
        assert sum(len(line.text.split()) for line in found.lines) == 2 * 45 * 450
