"""Small tables for notebooks, in HTML and in Markdown."""

import pytest

from motesprotokoll.markup import LONG, MANY, Line, Shown, first, plain, table
from motesprotokoll.testing import HOSTILE


class TestShown:
    def test_as_html(self) -> None:
        """A head is bold, an empty cell of it is not; without names there is no row of them."""
        shown = Shown("A & B", (Line(("Punkter", ""), head=True), Line(("1", "<i>"))))
        assert shown.html() == (
            '<div class="motesprotokoll"><div><b>A &amp; B</b></div><table>'
            '<tr><td><div align="left"><b>Punkter</b></div></td><td><div align="left"></div></td></tr>'
            '<tr><td><div align="left">1</div></td><td><div align="left">&lt;i&gt;</div></td></tr>'
            "</table></div>"
        )

    def test_as_markdown(self) -> None:
        """Markdown wants a head: names, or as many empty cells as there are columns."""
        lines = (Line(("Punkter", ""), head=True), Line(("1", "a|b")))
        assert Shown("A", lines).markdown() == (
            "**A**\n\n| | |\n| --- | --- |\n| **Punkter** |  |\n| 1 | a\\|b |\n"
        )
        named = Shown("A", (Line(("x",)),), ("n|m",)).markdown()
        assert named == "**A**\n\n| n\\|m |\n| --- |\n| x |\n"
        assert Shown("A", ()).markdown() == "**A**\n\n| |\n| --- |\n"

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"])
    def test_a_row_of_markdown_is_one_line(self, end: str) -> None:
        """Whatever its cells hold."""
        assert len(plain(f"a{end}b{HOSTILE}").splitlines()) == 1


class TestFirst:
    def test_ten_and_how_many_more(self) -> None:
        """Told in the column that is asked for; nothing is told where all are shown."""
        lines = [Line((str(number), "x")) for number in range(MANY + 2)]
        assert first(lines[:MANY]) == tuple(lines[:MANY])
        assert first(lines, 1) == (*lines[:MANY], Line(("", "… och 2 till")))
        assert first(lines[:MANY], 0, 1_000)[-1] == Line(("… och 990 till", ""))


class TestTable:
    def test_long_texts_are_cut(self) -> None:
        """And told to be; only what is shown is asked for."""
        rows = iter([["x" * LONG], ["x" * LONG + "y"], *([["z"]] * 20)])
        shown = table("A", ["n"], rows, 22)
        assert shown.title == "A (22)"
        assert [line.cells[0] for line in shown.lines[:3]] == ["x" * LONG, "x" * (LONG - 1) + "…", "z"]
        assert len(list(rows)) == 12
        assert table("", ["n"], [], 0).title == "(0)"
