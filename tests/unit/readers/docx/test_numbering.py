"""The numbers that Word shows: counted as Word counts."""

import pytest

from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.readers.docx import DocxReader
from motesprotokoll.readers.docx.numbering import number_in_format
from motesprotokoll.readers.docx.symbols import shown, symbol
from word_files import level, numbering, p, word

NUM = '<w:num w:numId="{}"><w:abstractNumId w:val="{}"/>{}</w:num>'


def entry(number: int, place: int = 0, style: str = "") -> str:
    return p("x", style, f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>')


def signs(body: str, part: str) -> list[str]:
    lines = DocxReader().read(word(body, numbering=part), DEFAULT_LIMITS).lines
    return [line.text.removesuffix("x").rstrip() for line in lines]


class TestNumberInFormat:
    @pytest.mark.parametrize(
        ("value", "form", "said"),
        [
            (1, "decimal", "1"),
            (7, "decimalZero", "07"),
            (27, "lowerLetter", "aa"),
            (28, "upperLetter", "BB"),
            (1994, "lowerRoman", "mcmxciv"),
            (4, "upperRoman", "IV"),
            (3, "ordinalText", "3"),
            (0, "lowerLetter", "0"),
            (999_999, "upperLetter", "999999"),
            (4_000, "upperRoman", "4000"),
            (1, "none", ""),
        ],
    )
    def test_shows(self, value: int, form: str, said: str) -> None:
        """What no letters or Roman figures can show well is shown as a figure."""
        assert number_in_format(value, form) == said


class TestCounting:
    LEVELS = (level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "decimal", "%1.%2.%3"))

    def test_deeper_levels_begin_anew(self) -> None:
        """Below each entry; a level that was skipped counts from its start."""
        body = "".join(entry(1, place) for place in (0, 1, 1, 0, 1, 2, 2, 0, 2))
        found = signs(body, numbering(*self.LEVELS))
        assert found == ["1.", "a)", "b)", "2.", "a)", "2.a.1", "2.a.2", "3.", "3.a.1"]

    def test_lists_of_one_kind_count_on(self) -> None:
        """Two numbers of one abstract list share its count, unless one of them begins anew."""
        again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
        nums = NUM.format(1, 7, "") + NUM.format(2, 7, "") + NUM.format(3, 7, again)
        body = entry(1) + entry(2) + entry(3) + entry(3) + entry(1)
        assert signs(body, numbering(*self.LEVELS, nums=nums)) == ["1.", "2.", "5.", "6.", "7."]

    def test_a_number_may_define_its_own_levels(self) -> None:
        """What it overrides, and nothing else; a level out of bounds is none."""
        own = '<w:lvlOverride w:ilvl="{}">' + level(0, "upperRoman", "%1:", start=4) + "</w:lvlOverride>"
        nothing = '<w:lvlOverride w:ilvl="1"/>'
        nums = NUM.format(1, 7, own.format(0) + own.format(99) + nothing)
        assert signs(entry(1) + entry(1), numbering(*self.LEVELS, nums=nums)) == ["IV:", "V:"]

    def test_a_level_may_never_begin_anew(self) -> None:
        """Or only below a level that it names."""
        kept = level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>')
        third = level(2, "decimal", "%3", '<w:lvlRestart w:val="1"/>')
        body = "".join(entry(1, place) for place in (0, 1, 2, 1, 2, 0, 1, 2))
        found = signs(body, numbering(level(0, "decimal", "%1."), kept, third))
        assert found == ["1.", "1", "1", "2", "2", "2.", "3", "1"]

    def test_legal_numbers_are_figures(self) -> None:
        """All parts, whatever their own levels show; a level that shows nothing stays silent."""
        legal = level(1, "lowerLetter", "%1.%2", "<w:isLgl/>")
        body = entry(1) + entry(1, 1)
        assert signs(body, numbering(level(0, "upperRoman", "%1"), legal)) == ["I", "1.1"]
        assert signs(body, numbering(level(0, "none", "§"), legal)) == ["§", ".1"]

    def test_odd_texts_are_kept(self) -> None:
        """Percent signs that name no level, and levels that nobody defined."""
        assert signs(entry(1), numbering(level(0, "decimal", "100 % %1%"))) == ["100 % 1%"]
        assert signs(entry(1, 5), numbering(level(0, "decimal", "%1"))) == [""]
        assert signs(entry(1, 99), numbering(level(0, "decimal", "%1.%9"))) == [""]

    def test_bullets_are_shown(self) -> None:
        """In the characters that other fonts have, too; an empty one as a bullet."""
        font = '<w:rPr><w:rFonts w:hAnsi="Wingdings"/></w:rPr>'
        levels = (level(0, "bullet", "\uf0a7", font), level(1, "bullet", "o"), level(2, "bullet", ""))
        assert signs("".join(entry(1, place) for place in range(3)), numbering(*levels)) == ["▪", "o", "•"]

    def test_a_level_may_belong_to_a_style(self) -> None:
        """Then the style decides, whatever the paragraph says."""
        own = level(1, "decimal", "%1.%2", '<w:pStyle w:val="R2"/>')
        body = entry(1, 0, "Rubrik1") + entry(1, 0, "R2")
        assert signs(body, numbering(level(0, "decimal", "%1."), own)) == ["1.", "1.1"]

    def test_lists_that_lead_nowhere(self) -> None:
        """A number without a list, a list that refers to one, in a circle, or to nothing."""
        abstract = '<w:abstractNum w:abstractNumId="{}">{}</w:abstractNum>'
        link, to_link = '<w:styleLink w:val="{}"/>', '<w:numStyleLink w:val="{}"/>'
        linked = abstract.format(8, to_link.format("S"))
        real = abstract.format(9, link.format("S") + level(0, "decimal", "%1)"))
        circle = abstract.format(6, link.format("C") + to_link.format("C"))
        nums = "".join(NUM.format(number, key, "") for number, key in ((1, 8), (2, 6), (3, 99)))
        part = linked + real + circle + nums
        assert signs(entry(1) + entry(2) + entry(3) + entry(4), part) == ["1)", "", "", ""]

    def test_odd_levels_are_left_out(self) -> None:
        """A level without a place, without a format, or with its formats to choose from."""
        form = '<w:numFmt w:val="upperLetter"/>'
        chosen = f"<mc:AlternateContent><mc:Choice>{form}</mc:Choice></mc:AlternateContent>"
        levels = (
            f'<w:lvl><w:lvlText w:val="x"/></w:lvl><w:lvl w:ilvl="0">{chosen}<w:lvlText w:val="%1"/></w:lvl>'
        )
        bare = '<w:lvl w:ilvl="1"><w:lvlText w:val="%2"/></w:lvl>'
        assert signs(entry(1) + entry(1, 1), numbering(levels, bare)) == ["A", "1"]


class TestSymbol:
    @pytest.mark.parametrize(
        ("font", "code", "sign"),
        [
            ("Wingdings", "F0FE", "☑"),
            ("Wingdings 2", "F052", "\uf052"),
            ("Symbol", "00B7", "•"),
            ("Webdings", "F0B7", "•"),
            ("Arial", "B7", "·"),
            ("Arial", "2022", "•"),
            ("", "", "\ufffd"),
            ("", "D800", "\ufffd"),
            ("", "110000", "\ufffd"),
            ("", "1234567", "\ufffd"),
            ("", "-5", "\ufffd"),
        ],
    )
    def test_gives_what_is_seen(self, font: str, code: str, sign: str) -> None:
        """Known signs of symbol fonts, else the character of the code; what is none is told apart."""
        assert symbol(font, code) == sign

    def test_texts_in_a_symbol_font(self) -> None:
        """Sign by sign; what is unknown stays."""
        assert shown("Symbol", "\uf0b7a\uf000") == "•α\uf000"
