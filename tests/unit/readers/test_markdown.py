"""Markdown: ours exactly, anybody's without loss."""

import sys

import pytest

from motesprotokoll.errors import MissingExtraError
from motesprotokoll.extraction import Extraction
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import Emphasis, Link
from motesprotokoll.outline import Entry, Grid, Heading, Labelled, Line, Listing, Node, Outline, Text
from motesprotokoll.readers import markdown
from motesprotokoll.readers.markdown import MarkdownReader
from motesprotokoll.readers.protocol import Reader
from motesprotokoll.renderers.markdown import MarkdownRenderer
from timing import within

MARK = "\n\n<!-- Skrivet med motesprotokoll 1. -->\n"
WILD = """\
---
title: Anteckningar 12
---
# Möte *ett*

Se [planen](http://example.org/å "Titel") och <http://example.org>
rad två\\
rad tre &amp; `kod`

- a
  1. b

     c
-
7) d

| A | B |
|---|:-:|
| 1 | 2 [x][y] |
| 3 | 4 | 5 |

[y]: http://example.org/y 'T'
[y]: http://example.org/z

<div class="a">hej <b>du</b></div>
<!-- bort -->

~~~py
x = 1
~~~

![bild](b.png) <br> slut <ida@example.org>
"""


def read(text: str) -> Extraction:
    return MarkdownReader().read(text.encode(), DEFAULT_LIMITS)


def own(text: str) -> tuple[Node, ...]:
    outline = read(text + MARK).outline
    assert outline is not None
    return outline.nodes


class TestAnybodys:
    def test_gives_lines_with_what_markdown_knows(self) -> None:
        """Levels of headings, signs of lists, addresses, table rows and code, each with its line."""
        lines = [(line.number, line.indent, line.level, line.text) for line in read(WILD).lines]
        assert lines == [
            (1, 0, None, "---"),
            (2, 0, None, "title: Anteckningar 12"),
            (3, 0, None, "---"),
            (4, 0, 1, "Möte ett"),
            (6, 0, None, "Se planen <http://example.org/å> (Titel) och http://example.org"),
            (7, 0, None, "rad två"),
            (8, 0, None, "rad tre & kod"),
            (10, 0, None, "- a"),
            (11, 2, None, "1. b"),
            (13, 4, None, "c"),
            (14, 0, None, "-"),
            (15, 0, None, "7) d"),
            (17, 0, None, "| A | B |"),
            (18, 0, None, "|---|"),
            (19, 0, None, "| 1 | 2 x <http://example.org/y> (T) |"),
            (20, 0, None, "| 3 | 4 | 5 |"),
            (25, 0, None, "hej du"),
            (28, 0, None, "py"),
            (29, 0, None, "x = 1"),
            (32, 0, None, "bild <b.png> slut ida@example.org"),
        ]

    def test_what_is_no_text_is_furniture(self) -> None:
        """Tags and definitions are kept, beside the text."""
        assert read(WILD).furniture == (
            '<div class="a">',
            "<b>",
            "</b>",
            "</div>",
            "<!-- bort -->",
            "<br>",
            "[y]: http://example.org/y 'T'",
            "[y]: http://example.org/z",
        )

    def test_gaps_are_those_of_the_source(self) -> None:
        """A blank line above is told."""
        assert [line.gap for line in read("a\nb\n\nc").lines] == [True, False, True]

    def test_metadata_may_have_gaps(self) -> None:
        """Blank lines in it are only gaps."""
        assert [line.text for line in read("---\na: b\n\nc: d\n---\ne").lines][1:3] == ["a: b", "c: d"]

    def test_metadata_of_toml_are_labels(self) -> None:
        """An equals sign there is the colon of a label."""
        lines = [line.text for line in read('+++\ntitle = "Årsmöte"\nnumber = 7\n+++\nHej a = b.').lines]
        assert lines == ["+++", 'title: "Årsmöte"', "number: 7", "+++", "Hej a = b."]

    def test_a_line_in_bold_is_a_heading_by_its_looks(self) -> None:
        """Where it says nothing yet, stands alone and in no list: the deepest level that Markdown has."""
        assert [(line.level, line.text) for line in read("# A\n\n**Övriga frågor**\n\nHej").lines] == [
            (1, "A"),
            (6, "Övriga frågor"),
            (None, "Hej"),
        ]
        long = "ord " * 40
        for plain in (
            "**Beslut.**",
            "**Plats: Ale**",
            "**a** b",
            "**a**\nb",
            "- **a**",
            f"**{long.strip()}**",
        ):
            assert [line.level for line in read(plain).lines if line.level is not None] == []

    def test_what_is_for_a_program_is_furniture(self) -> None:
        """Boxes and tables of contents that a page of notes on the web asks for; not in a list."""
        found = read("[TOC]\n\n:::info\n\nHej\n\n:::\n\n- :::")
        assert [line.text for line in found.lines] == ["Hej", "- :::"]
        assert found.furniture == ("[TOC]", ":::info", ":::")

    def test_front_matter_has_an_end(self) -> None:
        """A rule at the beginning is no metadata."""
        assert [line.text for line in read("---\nhej").lines] == ["hej"]

    def test_the_deepest_nesting_is_plain_lines(self) -> None:
        """What the parser would drop is read as it stands."""
        assert "botten" in read("> " * 500 + "botten").lines[-1].text

    def test_is_a_reader(self) -> None:
        """It keeps the contract for readers."""
        assert isinstance(MarkdownReader(), Reader)


class TestOurs:
    def test_another_grammar_is_not_ours(self) -> None:
        """Only the mark of a grammar that we know counts."""
        assert read("Hej.\n\n<!-- Skrivet med motesprotokoll 9. -->").outline is None
        assert read("Hej.\n\n<!-- hej -->").outline is None
        assert read("[a]: b\n\n[a]" + MARK).outline is None

    def test_a_hand_may_add_what_it_likes(self) -> None:
        """Code, HTML, pictures and emphasis in links stay words."""
        assert own("`a` **b _c_** [**d**](e) ![f](g) <i>h</i>\ni") == (
            Text(
                (
                    "a ",
                    Emphasis("b c", strong=True),
                    " ",
                    Link("d", "e"),
                    " f g <i>h</i> i",
                )
            ),
        )
        assert own("    kod") == (Text(("kod",)),)
        assert own("<div>x</div>") == (Text(("<div>x</div>",)),)
        assert own("> a\n>\n> b") == (Text(("a",)), Text(("b",)))
        assert own("a [](b) c *&#8203;* d") == (Text(("a c d",)),)

    def test_labels_are_bold_and_end_in_a_colon(self) -> None:
        """Bold words without a colon are bold words."""
        assert own("**Plats**: Ale") == (Labelled("Plats", ("Ale",)),)
        assert own("**Beslut** *[a; b: c]*:\\\nx\\\ny *[z]*") == (
            Labelled(
                "Beslut", lines=(Line(("x",)), Line(("y",), (("z", ""),))), notes=(("a", ""), ("b", "c"))
            ),
        )
        assert type(own("**Plats** Ale")[0]) is Text
        assert type(own("**Plats** *Ale* och: du")[0]) is Text
        assert type(own("**Plats**")[0]) is Text

    @pytest.mark.parametrize("comment", ["list [", "list 3", 'list ["a"]', "list", "hej"])
    def test_broken_comments_mean_nothing(self, comment: str) -> None:
        """A list is a list, whatever stands above it."""
        assert own(f"<!-- {comment} -->\n- x\n- y") == (
            Listing((Entry((Text(("x",)),)), Entry((Text(("y",)),)))),
        )

    def test_a_table_may_have_lost_its_rows(self) -> None:
        """A title without a table is a paragraph; a list of no lists has a cell for each block."""
        assert own("<!-- table 1 titled -->\n**T**\n\nhej") == (Text(("T",)), Text(("hej",)))
        assert own("<!-- table 1 nested -->\n- x\n\n  y") == (Grid((((Text(("x",)),), (Text(("y",)),)),), 1),)
        assert own("<!-- table 1 -->\nhej") == (Text(("hej",)),)

    def test_headings_may_be_deeper_than_six(self) -> None:
        """A comment has the level."""
        assert own("###### X *[a]* <!-- level 9 -->") == (Heading("X", 9, (("a", ""),)),)


class TestExtra:
    def test_a_missing_parser_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Who lacks markdown-it-py is told what to install."""
        monkeypatch.setitem(sys.modules, "markdown_it", None)
        markdown._parser.cache_clear()
        with pytest.raises(MissingExtraError, match=r"pip install 'motesprotokoll\[markdown\]'"):
            read("x")
        markdown._parser.cache_clear()


class TestTime:
    @pytest.mark.parametrize("unit", ["[", "![", "[a"])
    def test_a_maze_of_brackets_is_plain_lines(self, unit: str) -> None:
        """What would keep the parser busy for minutes is read as it stands."""
        assert read(unit * 50_000).lines[0].text == unit * 50_000
        assert within(lambda: read(unit * 50_000), 3)
        assert read("[a] " * 300).lines[0].text == ("[a] " * 300).strip()
        assert len(read("[a\n\n" * 300).lines) == 300

    @pytest.mark.slow
    @pytest.mark.parametrize(
        "unit", ["- a\n", "**a**: b\n\n", "| a |\n", "<!-- list -->\n- a\n\n", "[a](b) "]
    )
    def test_large_files_are_read_in_time(self, unit: str) -> None:
        """Our own walk adds nothing that grows faster than the file."""
        text = unit * (40_000 // len(unit))
        assert within(lambda: (read(text + MARK), read(text)), 10)

    def test_list_signs_are_no_maze(self) -> None:
        """The comment that has them may hold as many brackets as there are signs."""
        signs = Listing(tuple(Entry((), f"[{place}[") for place in range(200)))
        page = MarkdownRenderer().render(Outline((signs, Text(("[" * 500,)))))
        assert MarkdownReader().read(page, DEFAULT_LIMITS).outline == Outline((signs, Text(("[" * 500,))))
