"""Markdown that people like to read and to edit."""

import pytest

from motesprotokoll.errors import RenderError
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import Emphasis, Link
from motesprotokoll.outline import Entry, Grid, Heading, Labelled, Line, Listing, Node, Outline, Rule
from motesprotokoll.readers.markdown import MarkdownReader
from motesprotokoll.renderers.markdown import MarkdownRenderer
from motesprotokoll.renderers.protocol import Renderer
from outlines import listing, text


def shown(*nodes: Node) -> str:
    """What stands there; which spaces do not break is tested in ``test_typography``."""
    outline = Outline(nodes)
    page = MarkdownRenderer().render(outline)
    assert MarkdownReader().read(page, DEFAULT_LIMITS).outline == outline
    words = page.decode().replace("\N{NO-BREAK SPACE}", " ")
    return words.removesuffix("<!-- Skrivet med motesprotokoll 1. -->\n").removesuffix("\n")


class TestBlocks:
    def test_headings(self) -> None:
        """Number signs; notes in italics; a comment below the sixth level."""
        assert shown(Heading("Möte #2", 1), Heading("X", 2, (("a", "b"),))) == "# Möte #2\n\n## X *[a: b]*\n"
        assert shown(Heading("X #", 7)) == "###### X \\# <!-- level 7 -->\n"

    def test_labels(self) -> None:
        """One line each; short lines follow with hard breaks; blocks and decisions are quoted."""
        lines = (Line(("Ida Ek",)), Line(("Bo Ask",), (("via länk", ""),)), Line(()), Line((), (("x", ""),)))
        assert shown(Labelled("Plats", ("Ale",)), Labelled("Samt", lines=lines)) == (
            "**Plats**: Ale\n\n**Samt**:\\\nIda Ek\\\nBo Ask *[via länk]*\\\n&#8203;\\\n*[x]*\n"
        )
        assert shown(Labelled("Bakgrund", nodes=(text("a"),))) == "> **Bakgrund**:\n>\n> a\n"
        assert shown(Labelled("Beslut", ("a",), role="decision")) == "> **Beslut**: a\n"

    def test_lists_have_signs_of_markdown_where_it_can_tell_them_apart(self) -> None:
        """Star, plus and hyphen, numbers as they were, and a comment for the rest."""
        nested = Listing((Entry((text("a"), listing("o", "b")), "•"), Entry((), "•")))
        assert shown(nested, listing(None, "c"), listing("3.", "d")) == "* a\n  + b\n*\n\n- c\n\n3. d\n"
        assert shown(listing("–", "a"), listing("–", "b")) == (
            '<!-- list "–" -->\n- a\n\n<!-- list "–" -->\n- b\n'
        )
        assert shown(listing(None, "a"), listing(None, "b")) == "- a\n\n<!-- list -->\n- b\n"
        mixed = Listing((Entry((), "-->"), Entry((text("a"),))))
        assert shown(mixed) == '<!-- list ["-\\u002d\\u003e", null] -->\n-\n- a\n'

    def test_tables(self) -> None:
        """Pipes for one row of headings; a comment says more."""
        rows = (((text("A"),), (text("B|"),)), ((), (text(),)))
        assert shown(Grid(rows, 1)) == "| A   | B\\|     |\n|-----|---------|\n|     | &#8203; |\n"
        assert shown(Grid(rows[:1], 0, "T")).startswith("<!-- table 0 titled -->\n**T**\n\n|     |")
        assert shown(Grid((((listing("•", "a"),), (text("b"),)),))) == (
            "<!-- table 0 nested -->\n-\n  -\n    * a\n  - b\n"
        )

    def test_rules_and_empty_pages(self) -> None:
        """Three stars, which are no metadata even on the first line."""
        assert shown(Rule()) == "***\n"
        assert shown() == ""

    def test_has_no_mark_in_a_view_that_cannot_be_read_back(self) -> None:
        """Only a document that carries its outline says that we wrote it."""
        assert MarkdownRenderer().render(Outline((text("a"),), carries=False)) == b"a\n"

    def test_refuses_what_nobody_could_read(self) -> None:
        """A list in a list in a list … ends somewhere."""
        node: Node = text("djupt")
        for _ in range(500):
            node = Listing((Entry((node,)),))
        with pytest.raises(RenderError, match="deeper than 40"):
            MarkdownRenderer().render(Outline((node,)))

    def test_is_a_renderer(self) -> None:
        """It keeps the contract for renderers."""
        assert isinstance(MarkdownRenderer(), Renderer)


class TestEscapes:
    @pytest.mark.parametrize(
        "words",
        [
            "[sic] och [igen]",
            "R&D",
            "a < b",
            "snake_case",
            "+46 31",
            "–5",
            "#1",
            "kl. 09.00: start",
            "Vad?!",
            "50 %",
        ],
    )
    def test_ordinary_prose_has_none(self, words: str) -> None:
        """Only what CommonMark would take for markup is escaped."""
        assert shown(text("a ", Emphasis("b"), f" {words}")) == f"a *b* {words}\n"

    @pytest.mark.parametrize(
        ("words", "written"),
        [
            ("- a", "\\- a"),
            ("1. a", "1\\. a"),
            ("# a", "\\# a"),
            ("[a]: b", "\\[a]: b"),
            ("a *b* _c_ `d` ~e~", "a \\*b\\* \\_c\\_ \\`d\\` \\~e\\~"),
            ("<b> &amp; [a](b)", "\\<b> \\&amp; \\[a\\](b)"),
        ],
    )
    def test_markup_is_escaped(self, words: str, written: str) -> None:
        """One backslash, where it is needed."""
        assert shown(text(words)) == f"{written}\n"

    def test_emphasis_within_words_is_kept_apart(self) -> None:
        """Where CommonMark would not see emphasis, an empty comment parts the signs."""
        assert shown(text("a", Emphasis("!b!"), "c")) == "a<!-- -->*!b!*<!-- -->c\n"
        assert shown(text("a", Emphasis("b"), Emphasis("c", strong=True))) == "a*b*<!-- -->**c**\n"

    def test_bold_at_the_beginning_is_no_label(self) -> None:
        """Underscores say that it is not."""
        assert shown(text(Emphasis("Plats", strong=True), ": Ale")) == "__Plats__: Ale\n"

    def test_links(self) -> None:
        """As short as CommonMark allows, and as they were."""
        assert shown(text("se!", Link("a]", "b c>&amp;"))) == "se\\![a\\]](<b%20c\\>\\&amp;>)\n"
        assert shown(text(Link("http://x.se", "http://x.se"))) == "<http://x.se>\n"
        assert shown(text(Link("a", "http://x.se/?a=1&b=2"))) == "[a](http://x.se/?a=1&b=2)\n"
