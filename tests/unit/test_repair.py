"""Repair of extracted text: what extraction did is undone, and no letter is lost."""

import pytest

from motesprotokoll.extraction import Line
from motesprotokoll.repair import MOST_LINES, clean, in_bounds, join, repair


def texts(source: str) -> list[str]:
    return [line.text for line in repair(source).lines]


class TestLines:
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\u2028", "\x85"])
    def test_any_line_break(self, end: str) -> None:
        """Any kind of line break ends a line."""
        assert texts(f"Ale{end}Lerum") == ["Ale", "Lerum"]

    def test_numbers_and_indent(self) -> None:
        """A line knows its number in the source, its indent and the room above it."""
        lines = repair("Ale\n\n\t  Lerum\n").lines
        assert [(line.number, line.indent, line.gap) for line in lines] == [(1, 0, False), (3, 6, True)]

    def test_pages(self) -> None:
        """A form feed begins a page, also in the middle of a line."""
        lines = repair("Ale\fLerum\n\fTjörn").lines
        assert [(line.text, line.page) for line in lines] == [("Ale", 1), ("Lerum", 2), ("Tjörn", 3)]

    def test_columns(self) -> None:
        """Tabs and runs of spaces between words are columns; a double space is none."""
        lines = repair("Ida Ek\tAle\nBo Ek     Lerum\nEva  Al").lines
        assert [line.cells for line in lines] == [("Ida Ek", "Ale"), ("Bo Ek", "Lerum"), ()]

    def test_too_many(self) -> None:
        """A text of more lines than any minutes have is read a hundred lines at a time, with nothing lost."""
        lines = repair("ord\n" * (MOST_LINES + 5)).lines
        assert len(lines) < MOST_LINES / 50
        assert sum(line.text.count("ord") for line in lines) == MOST_LINES + 5


class TestInBounds:
    def test_few_lines_stay(self) -> None:
        """With all that is known of them."""
        lines = [Line("Lokaler", 1, level=1), Line("Ida Ek  Ale", 2, cells=("Ida Ek", "Ale"))]
        assert in_bounds(lines) == tuple(lines)

    def test_too_many(self) -> None:
        """A hundred become one, at the place of the first; that one of them was a heading makes them none."""
        lines = [Line(str(place), place, page=1 + place // 40, level=1) for place in range(1, MOST_LINES + 2)]
        found = in_bounds(lines)
        assert len(found) == MOST_LINES / 100 + 1
        assert found[1] == Line(" ".join(map(str, range(101, 201))), 101, page=3)
        assert " ".join(line.text for line in found) == " ".join(line.text for line in lines)


class TestBlankLines:
    DOUBLED = (
        "En lång mening som bryts\n\növer flera rader\n\noch sedan slutar.\n\n \n\n"
        "Nytt stycke.\n\nEn rad till."
    )

    def test_after_every_line(self) -> None:
        """Blank lines inside sentences mean nothing; more room than usual still does."""
        assert [line.gap for line in repair(self.DOUBLED).lines] == [False, False, False, True, False]

    def test_between_paragraphs(self) -> None:
        """Blank lines between whole sentences are room."""
        source = "En mening.\n\nEn till.\n\nOch en till.\n\nSlut."
        assert [line.gap for line in repair(source).lines] == [False, True, True, True]

    def test_missing_one_is_a_page_break(self) -> None:
        """Where lines are doubled, the one place without a blank line and with a space is a page break."""
        source = f"{self.DOUBLED}\n och en på nästa sida."
        assert [line.page for line in repair(source).lines] == [1, 1, 1, 1, 1, 2]


class TestFurniture:
    @pytest.mark.parametrize(
        "mark", ["3 (3)", "Sida 1 (24)", "1[25]", "2(36)", "Sida 2 av 10", "sid 4", "- 5 -"]
    )
    def test_page_marks(self, mark: str) -> None:
        """A page mark on a line of its own is furniture."""
        repaired = repair(f"Ale\n{mark}\nLerum")
        assert repaired.furniture == (mark,)

    @pytest.mark.parametrize("text", ["3 (2)", "0 (3)", "12", "Sida vid sida", "2 (3) båtar", "§ 3 (4)"])
    def test_no_page_marks(self, text: str) -> None:
        """What only looks like a page mark stays."""
        assert repair(f"Ale\n{text}\nLerum").furniture == ()

    def test_running_header(self) -> None:
        """A line at the edge of several pages is furniture, but the first printing stays."""
        repaired = repair("Nätverket\nA.\n\fNätverket\nB.\n\fNätverket\nC.")
        assert repaired.furniture == ("Nätverket", "Nätverket")
        assert repaired.lines[0].text == "Nätverket"

    def test_repetition_alone_is_no_evidence(self) -> None:
        """A line that is repeated in the text of one page stays."""
        assert repair("Ja.\nNej.\nJa.").furniture == ()

    def test_page_numbers(self) -> None:
        """Bare numbers at the edge of pages are furniture if they count the pages."""
        assert repair("A.\n1\n\fB.\n2\n\fC.\n3").furniture == ("1", "2", "3")
        assert repair("A.\n7\n\fB.\n3").furniture == ()


class TestClean:
    @pytest.mark.parametrize(
        ("raw", "whole"),
        [
            ("A\u030al", "Ål"),
            ("e\ufb03cient", "efficient"),
            ("m¨ote", "möte"),
            ("\u00a0a\u00a0b", "a b"),
            ("\uf0b7 punkt", "• punkt"),
            ("med\u00adborgare", "medborgare"),
            ("a\x00b", "a\ufffdb"),
        ],
    )
    def test_signs(self, raw: str, whole: str) -> None:
        """Letters that extraction took apart are whole again; what cannot stand in a text is marked."""
        assert clean(raw) == whole

    def test_soft_hyphen_at_line_end(self) -> None:
        """A hyphen of hyphenation at the end of a line joins it to the next, also one that pdfium writes."""
        assert texts("fören\u00ad\n\ningar\nmed\ufffe\nlem\u00ad") == ["föreningar", "medlem"]

    def test_a_word_that_is_hyphenated_goes_on_in_its_column(self) -> None:
        """And the columns say what the line says."""
        (line,) = repair("Plats och tid   Stads\u00ad\nhu\u00ad\nset i Lindö").lines
        assert line.text == "Plats och tid Stadshuset i Lindö"
        assert line.cells == ("Plats och tid", "Stadshuset i Lindö")


class TestJoin:
    @pytest.mark.parametrize(
        ("first", "second", "whole"),
        [
            ("HR-", "chefsnätverket", "HR-chefsnätverket"),
            ("mål-", "och medel", "mål- och medel"),
            ("2030-", "04-21", "2030-04-21"),
            ("och/", "eller", "och/eller"),
            ("14–", "15 maj", "14–15 maj"),
            ("båt –", "brygga", "båt – brygga"),
            ("båt -", "brygga", "båt - brygga"),
            ("", "brygga", "brygga"),
            ("båt", "brygga", "båt brygga"),
        ],
    )
    def test_hyphens(self, first: str, second: str, whole: str) -> None:
        """A real hyphen stays, without a space behind it unless a word is to come."""
        assert join(first, second) == whole
