"""A house's own Word file gives looks, and nothing else."""

import datetime as dt
import io
import os
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import attrs
import pytest

import motesprotokoll as mp
from everything import MEETING
from images import png
from motesprotokoll.compose import compose
from motesprotokoll.errors import TemplateError
from motesprotokoll.model import Meeting, Occasion, Status
from motesprotokoll.outline import About, Entry, Heading, Labelled, Listing, Outline, Text
from motesprotokoll.renderers.docx import DocxRenderer
from motesprotokoll.theme import Theme
from word_files import NAMESPACES, p, parts_of, relations, word, zipped
from word_schema import W, faults_in

DRAFT = Outline(
    (
        Heading("Möte", 1),
        Labelled("Beslut", ("Ja.",), role="decision"),
        Listing((Entry((Text(("a",)),), "1."), Entry((Text(("b",)),)))),
    ),
    about=About(body="HR-nätverket", banner="UTKAST", dates="5 februari 2027"),
)
SECTION = (
    '<w:sectPr xmlns:x="urn:x" w:rsidR="00AB" x:a="1"><w:headerReference w:type="default" r:id="header1"/>'
    '<w:footerReference w:type="default" r:id="footer1"/><w:type w:val="continuous"/>'
    '<w:pgSz w:w="10000" w:h="14000"/><w:pgMar w:top="1000" w:right="1500" w:bottom="1000" w:left="1500" '
    'w:header="500" w:footer="500" w:gutter="0"/><w:cols w:space="708"/><w:titlePg w:val="0"/>'
    '<w:docGrid w:linePitch="360"/>'
    '<w:sectPrChange w:id="1" w:author="Ida Ek"><w:sectPr/></w:sectPrChange></w:sectPr>'
)
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Husfont"/><w:lang w:val="en-US"/><w:specVanish/>
</w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>
<w:rPr><w:lang w:val="en-US"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Beslut"><w:name w:val="Beslut,Resolution"/></w:style>
<w:style w:type="character" w:styleId="MpLabel"><w:name w:val="Husets egen"/></w:style>
<w:style w:type="character" w:styleId="x"><w:name w:val="Åtagande"/></w:style>
<w:style w:type="paragraph"/>
"""
NUMBERING = """
<w:numPicBullet w:numPicBulletId="0"/>
<w:abstractNum w:abstractNumId="7"><w:name w:val="Husets lista"/></w:abstractNum>
<w:abstractNum w:abstractNumId="9"><w:name w:val="motesprotokoll"/></w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>
<w:num w:numId="x"><w:abstractNumId w:val="7"/></w:num>
"""
HOUSE = {
    "styles": STYLES,
    "numbering": NUMBERING,
    "header1": p("Husets sidhuvud"),
    "footer1": p("Husets sidfot"),
}

_MANY = b"<a>" + "".join(f"<b{n}/>" for n in range(900_000)).encode() + b"</a>"


def written(file: bytes, folder: Path, outline: Outline = DRAFT, **options: object) -> dict[str, bytes]:
    path = folder / "mall.dotx"
    path.write_bytes(file)
    data = DocxRenderer(reference_doc=path, **options).render(outline)  # type: ignore[arg-type]
    assert faults_in(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def everything_in(found: dict[str, bytes]) -> bytes:
    return b"".join(found.values())


def pages_of(found: dict[str, bytes], kind: str) -> dict[str, str]:
    """The words of each header or footer, by the pages that it is for."""
    targets = {
        one.get("Id"): one.get("Target")
        for one in ElementTree.fromstring(found["word/_rels/document.xml.rels"])
    }
    pages = {}
    for one in ElementTree.fromstring(found["word/document.xml"]).iter(f"{W}{kind}Reference"):
        target = targets[one.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")]
        words = ElementTree.fromstring(found[f"word/{target}"]).itertext()
        pages[one.get(f"{W}type", "")] = "".join(words)
    return pages


class TestStyles:
    def test_the_house_s_own_are_used_and_ours_added(self, tmp_path: Path) -> None:
        """By name, with the house's ids; another style that has our id or name keeps it."""
        found = written(word("", **HOUSE), tmp_path)
        styles = found["word/styles.xml"].decode()
        text = found["word/document.xml"].decode()
        assert '<w:pStyle w:val="Beslut"/>' in text
        assert '<w:pStyle w:val="Title"/>' in text
        assert '<w:rStyle w:val="MpDecisionLabel"/>' in text
        assert 'w:styleId="MpLabel2"><w:name w:val="Etikett"/>' in styles
        assert 'w:styleId="MpAction"><w:name w:val="Åtagande2"/>' in styles
        assert '<w:next w:val="Normal"/>' in styles
        assert "Husfont" in styles

    def test_the_language_is_the_document_s(self, tmp_path: Path) -> None:
        """Whatever the house's file says: screen readers speak by it."""
        for language, locale in (("sv", b"sv-SE"), ("en", b"en-GB")):
            outline = attrs.evolve(DRAFT, language=language)
            styles = written(word("", **HOUSE), tmp_path, outline)["word/styles.xml"]
            assert b"en-US" not in styles
            assert styles.count(b'<w:lang w:val="' + locale) == 1

    def test_a_file_without_styles_has_ours(self, tmp_path: Path) -> None:
        """And one whose styles say nothing gets all of them."""
        with_none = zipped(
            {
                "[Content_Types].xml": "<Types/>",
                "_rels/.rels": relations(("r", "officeDocument", "/word/../word/document.xml")),
                "word/document.xml": f"<w:document {NAMESPACES}><w:body/></w:document>",
            }
        )
        assert b'w:name w:val="Beslut"' in written(with_none, tmp_path)["word/styles.xml"]
        found = written(word("", styles=""), tmp_path)["word/styles.xml"]
        assert found.count(b'w:default="1" w:styleId="Normal"') == 1
        assert b'<w:lang w:val="sv-SE"' in found


class TestNumbering:
    def test_the_house_s_own_stands_beside_ours(self, tmp_path: Path) -> None:
        """With numbers of its own; lists of a document that we wrote are not kept twice."""
        found = written(word("", **HOUSE), tmp_path)
        numbering = found["word/numbering.xml"].decode()
        assert numbering.count('w:name w:val="motesprotokoll"') == 1
        assert '<w:abstractNum w:abstractNumId="8">' in numbering
        assert "Husets lista" in numbering
        assert '<w:numId w:val="5"/>' in found["word/document.xml"].decode()

    def test_a_file_without_lists(self, tmp_path: Path) -> None:
        """Has ours alone, as does one whose numbering is empty."""
        for parts in ({}, {"numbering": ""}):
            numbering = written(word("", styles=STYLES, **parts), tmp_path)["word/numbering.xml"].decode()
            assert numbering.count("<w:abstractNum ") == 2


class TestPages:
    def test_header_footer_and_page_are_the_house_s(self, tmp_path: Path) -> None:
        """And every page says all the same that it is a draft."""
        found = written(word(p("Text i mallen") + SECTION, **HOUSE), tmp_path)
        assert pages_of(found, "header") == {"default": "Husets sidhuvudUTKAST"}
        assert pages_of(found, "footer") == {"default": "Husets sidfot"}
        text = found["word/document.xml"].decode()
        assert '<w:pgSz w:w="10000" w:h="14000"/>' in text
        assert "Text i mallen" not in text
        assert b"Ida Ek" not in everything_in(found)
        assert "continuous" not in text

    def test_what_is_no_draft_has_the_header_as_it_is(self, tmp_path: Path) -> None:
        """Nothing is put in."""
        plain = attrs.evolve(DRAFT, about=About(body="HR-nätverket"))
        found = written(word(SECTION, **HOUSE), tmp_path, plain)
        assert pages_of(found, "header") == {"default": "Husets sidhuvud"}

    def test_pages_without_a_header_get_the_banner(self, tmp_path: Path) -> None:
        """The first page and even pages too, where the house sets them apart."""
        section = SECTION.replace('<w:titlePg w:val="0"/>', "<w:titlePg/>")
        settings = f"<w:settings {NAMESPACES}><w:evenAndOddHeaders/></w:settings>"
        file = word(
            section,
            **HOUSE,
            others={"word/settings.xml": settings},
            more=(("s", "settings", "settings.xml"),),
        )
        found = written(file, tmp_path)
        heads = pages_of(found, "header")
        assert set(heads) == {"default", "first", "even"}
        assert all("UTKAST" in words for words in heads.values())
        assert b"evenAndOddHeaders" in found["word/settings.xml"]

    def test_a_house_without_header_and_footer_has_ours(self, tmp_path: Path) -> None:
        """Also where its file has no set-up of pages at all."""
        section = "<w:sectPr><w:titlePg/></w:sectPr>"
        for body in ("", p("x"), section):
            found = written(word(body, styles=STYLES), tmp_path, theme=Theme(footer="Storgatan 1"))
            heads, feet = pages_of(found, "header"), pages_of(found, "footer")
            assert heads["default"] == "HR-nätverket · 5 februari 2027UTKAST"
            assert feet["default"] == "Storgatan 1Sida 1 (1)"
            assert set(heads) == set(feet) == ({"default", "first"} if body is section else {"default"})

    def test_the_last_section_counts(self, tmp_path: Path) -> None:
        """A cover has one of its own; references that lead nowhere and those given twice are left out."""
        cover = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="5000" w:h="5000"/></w:sectPr></w:pPr></w:p>'
        twice = SECTION.replace(
            "<w:footerReference",
            '<w:headerReference r:id="header1"/><w:headerReference r:id="x"/><w:footerReference',
        )
        found = written(word(cover + twice, **HOUSE), tmp_path)
        assert b'w:w="5000"' not in found["word/document.xml"]
        assert pages_of(found, "header") == {"default": "Husets sidhuvudUTKAST"}

    @pytest.mark.parametrize(
        ("size", "width"),
        [
            ('<w:pgSz w:w="10000"/><w:pgMar w:left="1000" w:right="2000"/>', 7_000),
            ('<w:pgSz w:w="10000"/>', 10_000 - 2 * 1418),
            ('<w:pgSz w:w="bred"/><w:pgMar w:left="-5"/>', 11_906),
            ('<w:pgSz w:w="10"/>', 1_000),
        ],
    )
    def test_tables_are_as_wide_as_the_house_s_text(self, tmp_path: Path, size: str, width: int) -> None:
        """Whatever its file says of its pages."""
        outline = compose(MEETING, view="attendance")
        found = written(word(f"<w:sectPr>{size}</w:sectPr>", styles=STYLES), tmp_path, outline)
        told = ElementTree.fromstring(found["word/document.xml"]).find(f".//{W}tblW")
        assert told is not None
        assert width - 10 <= int(told.get(f"{W}w", "")) <= width


HEADER = (
    '<w:p><w:r><w:drawing><a:blip r:embed="pic"/></w:drawing></w:r>'
    '<w:r><w:drawing><a:blip r:link="remote"/></w:drawing></w:r>'
    '<w:r><w:pict><v:imagedata r:id="lost"/><v:fill r:id="lost"/></w:pict></w:r>'
    '<w:hyperlink r:id="site"><w:r><w:t>Webbplats</w:t></w:r></w:hyperlink>'
    '<w:hyperlink r:id="bad"><w:r><w:t>Fara</w:t></w:r></w:hyperlink></w:p>'
)
HEADER_RELATIONS = relations(
    ("pic", "image", "media/logo.png"),
    ("remote", "image", "https://exempel.se/logo.png"),
    ("site", "hyperlink", "https://exempel.se"),
    ("bad", "hyperlink", "javascript:alert(1)"),
    ("lost", "image", "media/none.png"),
    ("chart", "chart", "charts/chart1.xml"),
)


class TestWhatComesAlong:
    def file(self, **others: str | bytes) -> bytes:
        types = (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="a/b"/>'
            '<Override PartName="/word/theme/theme1.xml" ContentType="application/tema"/></Types>'
        )
        return word(
            SECTION,
            styles=STYLES,
            header1=HEADER,
            footer1=p("x"),
            more=(
                ("t", "theme", "theme/theme1.xml"),
                ("f", "fontTable", "fontTable.xml"),
                ("v", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"),
                ("c", "comments", "comments.xml"),
                ("a", "attachedTemplate", "https://exempel.se/mall.dotm"),
            ),
            others={
                "[Content_Types].xml": types,
                "word/_rels/header1.xml.rels": HEADER_RELATIONS,
                "word/media/logo.png": png(2, 2),
                "word/theme/theme1.xml": '<a:theme xmlns:a="urn:a" name="Husets"/>',
                "word/fontTable.xml": f'<w:fonts {NAMESPACES}><w:font w:name="Husfont"/></w:fonts>',
                "word/vbaProject.bin": b"MAKRO",
                "word/comments.xml": f"<w:comments {NAMESPACES}>HEMLIGT</w:comments>",
                **others,
            },
        )

    def test_pictures_theme_fonts_and_links_do(self, tmp_path: Path) -> None:
        """With their types, under names of our own."""
        found = written(self.file(), tmp_path)
        kept = everything_in(found)
        assert png(2, 2) in found.values()
        assert b'name="Husets"' in kept
        assert b"Husfont" in kept
        assert b"application/tema" in found["[Content_Types].xml"]
        assert b'Target="https://exempel.se" TargetMode="External"' in kept

    def test_what_leads_out_and_what_runs_does_not(self, tmp_path: Path) -> None:
        """No macro, no comment, no picture of elsewhere, no attached template; a bad link keeps its words."""
        found = written(self.file(), tmp_path)
        kept = everything_in(found)
        for gone in (b"MAKRO", b"HEMLIGT", b"exempel.se/logo", b"mall.dotm", b"javascript", b"r:link"):
            assert gone not in kept
        header = next(part for name, part in found.items() if b"Webbplats" in part and "rels" not in name)
        assert b"Fara" in header
        assert header.count(b"<w:drawing>") == 1
        assert b"w:pict" not in header

    def test_parts_whose_types_are_not_told_come_too(self, tmp_path: Path) -> None:
        """Word guesses, and so may whoever reads the result."""
        types = {"[Content_Types].xml": '<Types xmlns="urn:x"/>'}
        assert png(2, 2) in written(self.file(**types), tmp_path).values()
        with_none = {**parts_of(self.file())}
        del with_none["[Content_Types].xml"]
        assert png(2, 2) in written(zipped(with_none), tmp_path).values()

    def test_parts_that_are_not_there_are_done_without(self, tmp_path: Path) -> None:
        """A file may name more than it holds."""
        more = (
            ("t", "theme", "none.xml"),
            ("header1", "header", "none2.xml"),
            ("s", "settings", "none3.xml"),
        )
        found = written(word(SECTION, styles=STYLES, more=more), tmp_path)
        assert pages_of(found, "header")["default"].endswith("UTKAST")

    def test_other_prefixes_are_none_of_our_business(self, tmp_path: Path) -> None:
        """XML means the same whatever its names are called for short."""
        styles = (
            '<s:styles xmlns:s="http://schemas.openxmlformats.org/wordprocessingml/2006/main" s:x="1">'
            '<s:style s:type="paragraph" s:styleId="B"><s:name s:val="Beslut"/></s:style></s:styles>'
        )
        found = written(self.file(**{"word/styles.xml": styles}), tmp_path)
        assert b'<w:pStyle w:val="B"/>' in found["word/document.xml"]

    def test_a_logo_of_the_theme_stands_on_the_first_page(self, tmp_path: Path) -> None:
        """Whatever the header has."""
        found = written(self.file(), tmp_path, theme=Theme(logo=png(3, 3), logo_text="Ale"))
        assert found["word/media/motesprotokoll.png"] == png(3, 3)

    def test_a_document_of_ours_is_a_template_too(self, tmp_path: Path) -> None:
        """What it says is not taken over."""
        meeting = Meeting("Nätet", occasion=Occasion(dt.date(2027, 2, 5)), status=Status.DRAFT)
        found = written(mp.render(MEETING, "docx").content, tmp_path, compose(meeting))
        assert found["word/numbering.xml"].count(b"<w:abstractNum ") == 2
        assert not any(name.startswith("customXml") for name in found)
        again = DocxRenderer().render(compose(meeting))
        assert mp.read(again).meeting == meeting


class TestThereAndBack:
    def test_a_meeting_in_a_house_s_style_reads_back(self, tmp_path: Path) -> None:
        """By its data and by its own structure."""
        path = tmp_path / "mall.docx"
        path.write_bytes(word(p("x") + SECTION, **HOUSE))
        for embed in (True, False):
            data = mp.render(MEETING, "docx", reference_doc=path, embed=embed)
            assert mp.read(data).meeting == mp.read(mp.render(MEETING, "docx", embed=embed)).meeting

    def test_a_template_that_has_changed_is_read_again(self, tmp_path: Path) -> None:
        """Though it is kept as long as it is the same."""
        path = tmp_path / "mall.docx"
        for width in (5000, 6000):
            path.write_bytes(word(f'<w:sectPr><w:pgSz w:w="{width}" w:h="9000"/></w:sectPr>', styles=STYLES))
            os.utime(path, ns=(width, width))
            data = DocxRenderer(reference_doc=path).render(DRAFT)
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                assert f'w:w="{width}"' in archive.read("word/document.xml").decode()


class TestFaults:
    @pytest.mark.parametrize(
        ("data", "problem"),
        [
            (b"", "this is empty"),
            (b"hej", "this is no Word document"),
            (b"%PDF-1.7", "a PDF document, not a Word document"),
            (b"PK\x03\x04 avbruten", "zip of the Word document is broken"),
            (b"PK\x05\x06" + b"\x00" * 10 + b"\x05\x00\x00\x00", "zip of the Word document is broken"),
            (b"PK" + b"\x00" * 99 + b"PK\x05\x06" + b"\xff" * 18, "more than 2,000 parts"),
            (zipped({"a": "b"}), "a zip archive without a Word document"),
            (zipped({"xl/workbook.xml": "<a/>"}), "an Excel workbook"),
            (zipped({"../a": "b"}), "a part outside itself"),
            (zipped({"word/document.xml": "<a/>"}), "the template is no Word document"),
            (zipped({"_rels/.rels": relations(("r", "officeDocument", "x.xml"))}), "without a Word document"),
            (zipped({"_rels/.rels": "<a"}), "no well-formed XML"),
            (zipped({"_rels/.rels": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "has a document type"),
            (
                zipped(
                    {
                        "_rels/.rels": relations(("r", "officeDocument", "word/document.xml")),
                        "word/document.xml": (
                            '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" '
                            'w:conformance="strict"/>'
                        ),
                    }
                ),
                "strict",
            ),
            (word("<w:p>"), "no well-formed XML"),
            (word("", others={"word/styles.xml": "\x00"}), "no well-formed XML"),
            (word("", others={"word/styles.xml": b" " * 9_000_000 + b"<a/>"}), "too much"),
            (word("", others={"word/styles.xml": _MANY}), "more than 400,000 elements$"),
        ],
        ids=range(18),
    )
    def test_what_is_no_word_file_is_refused_by_name(self, data: bytes, problem: str, tmp_path: Path) -> None:
        """One clear error, and nothing is unpacked without bounds."""
        path = tmp_path / "mall.dotx"
        path.write_bytes(data)
        with pytest.raises(TemplateError, match=problem) as caught:
            DocxRenderer(reference_doc=path).render(DRAFT)
        assert caught.value.where == "mall.dotx"

    def test_a_broken_part_is_told(self, tmp_path: Path) -> None:
        """By its name."""
        data = bytearray(word("", styles=STYLES))
        at = data.find(b"word/styles.xml") + len(b"word/styles.xml") + 20
        data[at : at + 40] = bytes(40)
        path = tmp_path / "mall.dotx"
        path.write_bytes(bytes(data))
        with pytest.raises(TemplateError, match=r"word/styles\.xml"):
            DocxRenderer(reference_doc=path).render(DRAFT)

    @pytest.mark.parametrize("name", ["finns-inte.dotx", "a\x00b.dotx", "."])
    def test_a_file_that_cannot_be_read_is_told(self, name: str, tmp_path: Path) -> None:
        """Missing, impossible, or a folder."""
        with pytest.raises(TemplateError, match="cannot be read"):
            DocxRenderer(reference_doc=tmp_path / name).render(DRAFT)

    def test_a_file_that_is_too_large_is_not_read(self, tmp_path: Path) -> None:
        """A template has no need of it."""
        path = tmp_path / "mall.dotx"
        path.write_bytes(b"PK" + bytes(20 * 1024 * 1024))
        with pytest.raises(TemplateError, match="larger than 20 MB"):
            DocxRenderer(reference_doc=path).render(DRAFT)
