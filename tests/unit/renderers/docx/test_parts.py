"""What stands around the text of a Word file: properties, header, footer, looks, and the zip itself."""

import datetime as dt
import io
import os
import subprocess
import sys
import zipfile
from xml.etree import ElementTree

import attrs
import pytest

import motesprotokoll as mp
from everything import MEETING
from images import jpeg, png
from motesprotokoll import word
from motesprotokoll.compose import VIEWS, compose
from motesprotokoll.errors import RenderError
from motesprotokoll.outline import About, Heading, Outline
from motesprotokoll.renderers.docx import DocxRenderer
from motesprotokoll.renderers.docx.images import image_size
from motesprotokoll.renderers.docx.looks import CHARACTER_LOOKS, paragraph_looks
from motesprotokoll.theme import Theme
from word_files import parts_of
from word_schema import W, faults_in

ABOUT = About(
    name="Anteckningar 5 februari 2027",
    body="HR-nätverket",
    banner="UTKAST",
    day=dt.date(2027, 2, 5),
    dates="5 februari 2027",
)
OUTLINE = Outline((Heading("Möte", 1),), title="HR-nätverket: Möte", about=ABOUT)


def written(outline: Outline = OUTLINE, **options: object) -> dict[str, bytes]:
    data = DocxRenderer(**options).render(outline)  # type: ignore[arg-type]
    assert faults_in(data) == []
    return parts_of(data)


def words_of(part: bytes) -> str:
    return "|".join("".join(one.itertext()) for one in ElementTree.fromstring(part).iter(f"{W}p"))


class TestProperties:
    def test_tell_title_language_and_day(self) -> None:
        """At a fixed hour, and with no author made up."""
        core = ElementTree.fromstring(written()["docProps/core.xml"])
        assert [(one.tag.partition("}")[2], one.text) for one in core] == [
            ("created", "2027-02-05T12:00:00Z"),
            ("modified", "2027-02-05T12:00:00Z"),
            ("language", "sv-SE"),
            ("title", "HR-nätverket: Möte"),
        ]

    @pytest.mark.parametrize("day", [None, dt.date(1, 1, 1), dt.date(1899, 12, 31)])
    def test_tell_no_day_that_word_does_not_know(self, day: dt.date | None) -> None:
        """Nothing is made up for it."""
        outline = attrs.evolve(OUTLINE, about=About(day=day))
        assert b"created" not in written(outline)["docProps/core.xml"]

    def test_say_that_it_is_ours_where_it_reads_back(self) -> None:
        """Other views are read as anybody's."""
        assert b'name="motesprotokoll"><vt:i4>1<' in written()["docProps/custom.xml"]
        assert "docProps/custom.xml" not in written(attrs.evolve(OUTLINE, carries=False))

    def test_language_is_that_of_the_labels(self) -> None:
        """Screen readers speak by it."""
        assert b'w:lang w:val="sv-SE"' in written()["word/styles.xml"]
        english = written(attrs.evolve(OUTLINE, language="en"))
        assert b'w:lang w:val="en-GB"' in english["word/styles.xml"]
        assert b'w:name w:val="Decision"' in english["word/styles.xml"]
        assert words_of(english["word/footer1.xml"]) == "Page 1 (1)"


class TestCarried:
    def test_the_meeting_is_a_part_that_word_keeps(self) -> None:
        """With its properties, and named by the document."""
        found = parts_of(mp.render(MEETING, "docx").content)
        root = ElementTree.fromstring(found[word.CARRIED_PART])
        assert root.tag == word.CARRIED
        assert mp.loads(root.text or "") == MEETING
        assert word.CARRIED_ID.encode() in found["customXml/itemProps1.xml"]
        assert b"itemProps1.xml" in found["customXml/_rels/item1.xml.rels"]
        assert b"../customXml/item1.xml" in found["word/_rels/document.xml.rels"]

    @pytest.mark.parametrize("view", [view for view in VIEWS if view != "minutes"])
    def test_other_views_carry_nothing(self, view: str) -> None:
        """A list of decisions is not the record."""
        found = parts_of(mp.render(MEETING, "docx", view=view).content)
        assert not any(name.startswith("customXml") for name in found)

    def test_nothing_is_carried_where_that_is_not_wanted(self) -> None:
        """And the file is ours all the same."""
        found = parts_of(mp.render(MEETING, "docx", embed=False).content)
        assert word.CARRIED_PART not in found
        assert "docProps/custom.xml" in found


class TestHeaderAndFooter:
    def test_every_page_says_whose_it_is_and_its_status(self) -> None:
        """Body, day and banner; the organisation's line and the page."""
        found = written(theme=Theme(footer="Storgatan 1 & 2"))
        assert words_of(found["word/header1.xml"]) == "HR-nätverket · 5 februari 2027UTKAST"
        assert words_of(found["word/footer1.xml"]) == "Storgatan 1 & 2Sida 1 (1)"
        assert found["word/footer1.xml"].count(b"<w:fldSimple") == 2

    def test_says_its_name_where_nothing_else_is_known(self) -> None:
        """And nothing at all where there is not even a name."""
        named = attrs.evolve(OUTLINE, about=About(name="Mötestider 2027"))
        assert words_of(written(named)["word/header1.xml"]) == "Mötestider 2027"
        assert words_of(written(Outline(()))["word/header1.xml"]) == ""


class TestLooks:
    def test_every_style_has_them(self) -> None:
        """One more in `word` without any would break every file."""
        assert set(paragraph_looks(Theme())) == set(word.PARAGRAPH_STYLES)
        assert set(CHARACTER_LOOKS) == set(word.CHARACTER_STYLES)

    def test_a_theme_gives_font_and_colours(self) -> None:
        """Each where it belongs, and nowhere else."""
        found = written(theme=Theme(font="Fira Sans", decision="#123456", link="#654321"))
        assert b'w:ascii="Fira Sans"' in found["word/styles.xml"]
        assert b'w:name="Fira Sans"' in found["word/fontTable.xml"]
        assert b'w:fill="F3F5F7"' in found["word/styles.xml"]
        assert found["word/styles.xml"].count(b"123456") == 3
        assert found["word/styles.xml"].count(b"654321") == 1

    def test_a_dark_page_is_dark_in_word_too(self) -> None:
        """Or pale letters would stand on white; a page of paper's colour is left to the paper."""
        pale = dict.fromkeys(("text", "quiet", "link", "accent", "decision", "action"), "#f0f0f0")
        dark = written(theme=Theme(page="#101820", panel="#202830", **pale))
        assert b'<w:background w:color="101820"/><w:body>' in dark["word/document.xml"]
        assert b"<w:displayBackgroundShape/>" in dark["word/settings.xml"]
        assert b"ackground" not in written()["word/document.xml"] + written()["word/settings.xml"]

    def test_a_secretary_finds_the_styles_that_she_needs(self) -> None:
        """In the gallery, by their Swedish names, and what follows on a decision is ordinary text."""
        styles = ElementTree.fromstring(written()["word/styles.xml"])
        gallery = {}
        for style in styles.iter(f"{W}style"):
            if style.find(f"{W}qFormat") is not None:
                name, place, following = (style.find(f"{W}{tag}") for tag in ("name", "uiPriority", "next"))
                assert name is not None
                assert place is not None
                gallery[int(place.get(f"{W}val", "")), name.get(f"{W}val")] = (
                    None if following is None else following.get(f"{W}val")
                )
        assert [name for _, name in sorted(gallery)][:6] == [
            "Normal",
            "Anteckning",
            "Beslut",
            "Att-sats",
            "Åtagande",
            "Nästa möte",
        ]
        assert gallery[2, "Beslut"] == "Normal"

    def test_a_logo_has_words(self) -> None:
        """On the first page, in its own shape, neither too high nor too wide."""
        found = written(theme=Theme(logo=png(400, 100), logo_text='Ale "kommun"'))
        text = found["word/document.xml"].decode()
        assert text.count('descr="Ale &quot;kommun&quot;"') == 2
        assert 'cx="2160000" cy="540000"' in text
        assert found["word/media/motesprotokoll.png"] == png(400, 100)
        tall = written(theme=Theme(logo=jpeg(100, 200), logo_text="Ale"))
        assert 'cx="270000" cy="540000"' in tall["word/document.xml"].decode()
        wide = written(theme=Theme(logo=png(1000, 100), logo_text="Ale"))
        assert 'cx="2160000" cy="216000"' in wide["word/document.xml"].decode()
        assert b'Extension="jpeg"' in tall["[Content_Types].xml"]


class TestImageSize:
    @pytest.mark.parametrize("data", [png(3, 4), jpeg(3, 4), jpeg(3, 4, padding=True)])
    def test_is_read_from_the_image(self, data: bytes) -> None:
        """PNG says it first, JPEG behind other things."""
        assert image_size(data) == (3, 4)

    @pytest.mark.parametrize(
        "data",
        [
            png(3, 4)[:20],
            png(0, 4),
            jpeg(3, 4)[:12],
            b"\xff\xd8\xff\xe0\x00\x00",
            b"\xff\xd8\xff\xe0\xff\xff" + b"x" * 9,
            b"\xff\xd8\xff\xd9" + b"\x00" * 20,
        ],
    )
    def test_an_image_that_says_none_is_refused(self, data: bytes) -> None:
        """Word would show nothing."""
        with pytest.raises(RenderError, match="logo"):
            image_size(data)


SCRIPT = """
import hashlib
from everything import MEETING
import motesprotokoll as mp
print(hashlib.sha256(mp.render(MEETING, "docx").content).hexdigest())
"""


class TestSameBytes:
    @pytest.mark.slow
    def test_in_any_process_and_time_zone(self, repository: os.PathLike[str]) -> None:
        """Nothing of the machine or the moment is in the file."""
        found = set()
        for zone, seed in (("UTC", "1"), ("Pacific/Auckland", "2"), ("America/Caracas", "3")):
            paths = os.pathsep.join([*filter(None, sys.path), os.path.join(repository, "tests")])
            environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
            ran = subprocess.run(
                [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True
            )
            found.add(ran.stdout)
        assert len(found) == 1

    def test_parts_stand_in_order_and_have_no_date(self) -> None:
        """The types first, as Word writes it; every date the first that a zip can tell."""
        with zipfile.ZipFile(io.BytesIO(DocxRenderer().render(OUTLINE))) as archive:
            names = archive.namelist()
            assert names[0] == "[Content_Types].xml"
            assert names[1:] == sorted(names[1:])
            assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert {one.create_system for one in archive.infolist()} == {3}

    def test_every_part_has_a_type(self) -> None:
        """And nothing is named that is not there."""
        found = written(theme=Theme(logo=png(3, 4), logo_text="Ale"))
        types = ElementTree.fromstring(found["[Content_Types].xml"])
        overrides = {one.get("PartName", "")[1:] for one in types if one.get("PartName")}
        suffixes = {one.get("Extension") for one in types}
        assert overrides <= set(found)
        assert all(name in overrides or name.rpartition(".")[2] in suffixes for name in found)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_view_keeps_the_schema(view: str, language: str) -> None:
    """Word refuses a file whose elements stand in another order."""
    outline = compose(MEETING, view=view, language=language)
    assert faults_in(DocxRenderer().render(outline)) == []
