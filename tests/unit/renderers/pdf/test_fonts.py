"""Which characters can be shown: read out of the fonts, and a character that is missing is named."""

import struct
from pathlib import Path

import pytest

from motesprotokoll.errors import RenderError, ThemeError
from motesprotokoll.renderers.pdf import fonts
from motesprotokoll.renderers.pdf.fonts import FOLDER, Coverage, own_points, points_in, points_of

REGULAR = FOLDER / "NotoSans-Regular.ttf"


def sfnt(*tables: tuple[bytes, bytes], version: bytes = b"\x00\x01\x00\x00") -> bytes:
    """A font file that holds just these tables."""
    head = version + struct.pack(">H6x", len(tables))
    at = len(head) + 16 * len(tables)
    records, bodies = b"", b""
    for name, body in tables:
        records += struct.pack(">4sIII", name, 0, at + len(bodies), len(body))
        bodies += body
    return head + records + bodies


def cmap(*subtables: bytes) -> bytes:
    at = 4 + 8 * len(subtables)
    records, bodies = b"", b""
    for subtable in subtables:
        records += struct.pack(">HHI", 3, 10, at + len(bodies))
        bodies += subtable
    return struct.pack(">HH", 0, len(subtables)) + records + bodies


def format_12(*groups: tuple[int, int, int]) -> bytes:
    return struct.pack(">HHIII", 12, 0, 0, 0, len(groups)) + b"".join(
        struct.pack(">III", *group) for group in groups
    )


def format_4(*segments: tuple[int, int, int, int], glyphs: tuple[int, ...] = ()) -> bytes:
    """Segments of start, end, delta and range offset, and the list of glyphs that offsets point into."""
    starts, ends, deltas, offsets = zip(*segments, strict=True)
    count = len(segments)
    return (
        struct.pack(">HHHHHHH", 4, 0, 0, 2 * count, 0, 0, 0)
        + struct.pack(f">{count}H", *ends)
        + b"\0\0"
        + struct.pack(f">{count}H{count}H{count}H", *starts, *deltas, *offsets)
        + struct.pack(f">{len(glyphs)}H", *glyphs)
    )


def written(folder: Path, data: bytes) -> Path:
    path = folder / "ett.ttf"
    path.write_bytes(data)
    return path


class TestPointsIn:
    def test_knows_what_our_fonts_have(self) -> None:
        """Letters and signs of Swedish minutes, and arrows and boxes by the fonts behind them."""
        points = own_points()
        assert all(ord(sign) in points for sign in "åäöÅÄÖéü§–—”’…•€½²→⇒✓☐☑≤≥≠−•◦ŁŠČ")
        assert ord("→") not in points_in(REGULAR)
        assert ord("漢") not in points

    @pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ttf")), ids=lambda path: path.stem)
    def test_agrees_with_another_reader_of_fonts(self, path: Path) -> None:
        """The same code points as fontTools finds."""
        tables = pytest.importorskip("fontTools.ttLib", reason="fontTools comes with what we compare with")
        with tables.TTFont(path, lazy=True) as font:
            theirs = {point for table in font["cmap"].tables if table.isUnicode() for point in table.cmap}
            lacking = {point for point, glyph in font.getBestCmap().items() if glyph == ".notdef"}
        assert points_in(path) == theirs - lacking

    def test_reads_both_kinds_of_table(self, tmp_path: Path) -> None:
        """Distances, lists of glyphs (0 is none) and groups."""
        table = cmap(
            format_4((65, 67, 1, 0), (70, 72, 0, 4), (0xFFFF, 0xFFFF, 1, 0), glyphs=(5, 0, 6)),
            format_4((0xFFFF, 0xFFFF, 1, 0), (80, 80, 0x10000 - 80, 0)),
            struct.pack(">HHH", 14, 0, 0),
            format_12((0x1F600, 0x1F602, 9), (0x20, 0x21, 0)),
        )
        found = points_in(written(tmp_path, sfnt((b"head", b""), (b"cmap", table))))
        assert found == {65, 66, 67, 70, 72, 0x1F600, 0x1F601, 0x1F602, 0x21}

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"no font",
            REGULAR.read_bytes()[:300],
            sfnt((b"head", b"")),
            sfnt((b"cmap", b"")),
            sfnt((b"cmap", cmap(format_12((0, 0xFFFFFFFF, 1))))),
            sfnt((b"cmap", cmap(format_12(*[(0, 0x10FFFF, 1)] * 3)))),
            sfnt((b"cmap", cmap(struct.pack(">HHIII", 12, 0, 0, 0, 0xFFFFFFF)))),
            sfnt((b"cmap", cmap(format_4(*[(0, 0xFFFF, 1, 0)] * 9)))),
            sfnt((b"cmap", cmap(format_4((0, 9, 1, 60_000))))),
            sfnt((b"cmap", cmap(format_12((65, 66, 1)))), version=b"ttcf"),
        ],
        ids=lambda data: f"{len(data)} bytes",
    )
    def test_what_is_no_font_is_told(self, tmp_path: Path, data: bytes) -> None:
        """Broken and hostile files alike, at once."""
        with pytest.raises(ThemeError, match=r"ett\.ttf: this is no font"):
            points_in(written(tmp_path, data))

    def test_a_file_that_is_not_there_or_too_large_is_told(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """By its name alone, without the folders above it."""
        with pytest.raises(ThemeError, match=r"^borta\.ttf: the font cannot be read"):
            points_in(tmp_path / "borta.ttf")
        monkeypatch.setattr(fonts, "_LARGEST_FONT", 1_000)
        with pytest.raises(ThemeError, match="no font that can be used"):
            points_in(REGULAR)

    def test_a_family_shows_what_all_its_faces_have(self, tmp_path: Path) -> None:
        """A word may stand in any of them."""
        bold = written(tmp_path, sfnt((b"cmap", cmap(format_12((65, 70, 1))))))
        assert points_of([[REGULAR, bold]]) == set(range(65, 71))
        assert points_of([]) == set()


class TestCoverage:
    COVERAGE = Coverage(frozenset(map(ord, " abcde\u0301")))

    def test_what_can_be_shown_passes(self) -> None:
        """Also a letter that is put together from its parts."""
        self.COVERAGE.check(["abc", "", "\N{LATIN SMALL LETTER E WITH ACUTE}"])

    def test_names_the_character_and_the_words_around_it(self) -> None:
        """So that somebody finds it; others are named after it."""
        with pytest.raises(RenderError) as caught:
            self.COVERAGE.check(["abc", "a b 漢 c 漢 d", "\ue000"])
        assert caught.value.problem == (
            "no font has the character '漢' (U+6F22 CJK UNIFIED IDEOGRAPH-6F22) in 'a b 漢 c 漢 d', "
            f"nor have they {chr(0xE000)!r} (U+E000)"
        )
        assert caught.value.hint == "replace it, or give a theme whose font_files have it"

    def test_shows_only_some_words_of_a_long_text(self) -> None:
        """Those beside it."""
        with pytest.raises(RenderError) as caught:
            self.COVERAGE.check(["a" * 1_000 + "x" + "b" * 1_000])
        assert f"'{'a' * 24}x{'b' * 23}'" in caught.value.problem

    def test_of_no_font_everything_is_missing(self) -> None:
        """The empty set is a set, too."""
        with pytest.raises(RenderError, match=r"U\+0061"):
            Coverage(frozenset()).check(["a"])
