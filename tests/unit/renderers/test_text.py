"""Text as a secretary would type it."""

import pytest

from motesprotokoll.errors import RenderError
from motesprotokoll.model import Emphasis, Link
from motesprotokoll.outline import Entry, Grid, Heading, Labelled, Line, Listing, Node, Outline, Rule
from motesprotokoll.readers.own_text import read_own_text
from motesprotokoll.renderers.protocol import Renderer
from motesprotokoll.renderers.text import TextRenderer, wrapped
from outlines import listing, text

PAGE = """\
Kulturnätverket

Anteckningar den 21 april
=========================

Datum: 2027-04-21, kl. 09.00–12.00
Plats: Ale kommun

Närvarande:
    Ida Ek, Ale
    Bo Ask [via länk]

1. Välkomna
-----------

Vi enades om följande: alla läser. kl. 09.00: start, se [planen]
<https://example.org/plan> eller <https://example.org>, **nu**.

• Modellen
  o en undernivå
• Frågor

Beslut [igenkänt; utfall: avslag]: Nätverket beslutar att inte gå vidare med
    frågan under våren.

Kassör:  –

Ordning
| Nr | Vad  |
|----|------|
| 1  | Kaka |
|    | Te   |

* * *

Bakgrund:

    Ett stycke.

Skrivet med motesprotokoll 1.
"""


def shown(*nodes: Node, width: int = 80) -> str:
    """What stands there; which spaces do not break is tested in ``test_typography``."""
    return (
        TextRenderer(width=width)
        .render(Outline(nodes, carries=False))
        .decode()
        .replace("\N{NO-BREAK SPACE}", " ")
    )


class TestPage:
    def test_reads_like_minutes(self) -> None:
        """A whole page, as it stands in a file."""
        outline = Outline(
            (
                text("Kulturnätverket"),
                Heading("Anteckningar den 21 april", 1),
                Labelled("Datum", ("2027-04-21, kl. 09.00–12.00",)),
                Labelled("Plats", ("Ale kommun",)),
                Labelled(
                    "Närvarande", lines=(Line(("Ida Ek, Ale",)), Line(("Bo Ask",), (("via länk", ""),)))
                ),
                Heading("1. Välkomna", 2),
                text(
                    "Vi enades om följande: alla läser. kl. 09.00: start, se ",
                    Link("planen", "https://example.org/plan"),
                    " eller ",
                    Link("https://example.org", "https://example.org"),
                    ", ",
                    Emphasis("nu", strong=True),
                    ".",
                ),
                Listing(
                    (
                        Entry((text("Modellen"), listing("o", "en undernivå")), "•"),
                        Entry((text("Frågor"),), "•"),
                    )
                ),
                Labelled(
                    "Beslut",
                    ("Nätverket beslutar att inte gå vidare med frågan under våren.",),
                    notes=(("igenkänt", ""), ("utfall", "avslag")),
                ),
                Labelled("Kassör"),
                Grid(
                    (((text("Nr"),), (text("Vad"),)), ((text("1"),), (text("Kaka"),)), ((), (text("Te"),))),
                    1,
                    "Ordning",
                ),
                Rule(),
                Labelled("Bakgrund", nodes=(text("Ett stycke."),)),
            )
        )
        page = TextRenderer().render(outline).decode()
        assert page.replace("\N{NO-BREAK SPACE}", " ") == PAGE
        assert read_own_text(page) == outline

    def test_says_in_its_language_that_we_wrote_it(self) -> None:
        """The last line is a sentence of the document's language; both are recognised."""
        assert read_own_text("Ett stycke.\n\nWritten with motesprotokoll 1.\n") == Outline(
            (text("Ett stycke."),)
        )
        assert read_own_text("Skrivet med motesprotokoll 1.") == Outline(())

    def test_says_nothing_in_a_view_that_cannot_be_read_back(self) -> None:
        """Only a document that carries its outline has the mark."""
        assert shown(text("Hej.")) == "Hej.\n"
        assert shown() == "\n"

    def test_is_a_renderer(self) -> None:
        """It keeps the contract for renderers."""
        assert isinstance(TextRenderer(), Renderer)
        assert TextRenderer().suffix == ".txt"

    def test_refuses_what_nobody_could_read(self) -> None:
        """A list in a list in a list … ends somewhere."""
        node: Node = text("djupt")
        for _ in range(500):
            node = Listing((Entry((node,)),))
        with pytest.raises(RenderError, match="deeper than 40"):
            shown(node)


class TestEscapes:
    @pytest.mark.parametrize(
        "words",
        [
            "Vi enades om följande: allt.",
            "kl. 09.00: start",
            "a < b och c > d",
            "tre * fyra",
            "[sic] och [igen]",
            "oj – nej",
            "A. Ek sa nej",
            "50 procent",
            "–5 grader",
            "snake_case #1 & co `x`",
        ],
    )
    def test_ordinary_prose_has_none(self, words: str) -> None:
        """Only what would be taken for structure is escaped."""
        assert shown(text(words)) == f"{words}\n"

    @pytest.mark.parametrize(
        ("words", "written"),
        [
            ("- nej", "\\- nej"),
            ("1. Ett", "\\1. Ett"),
            ("Datum: i morgon", "\\Datum: i morgon"),
            ("| a |", "\\| a |"),
            ("{x} y", "\\{x} y"),
            ("{x", "\\{x"),
            ("*a* <b>", "\\*a* \\<b>"),
            ("C:\\x", "C:\\\\x"),
            ("Skrivet med motesprotokoll 1.", "\\Skrivet med motesprotokoll 1."),
        ],
    )
    def test_what_looks_like_structure_has_one(self, words: str, written: str) -> None:
        """One backslash, where it is needed."""
        assert shown(text(words)) == f"{written}\n"

    def test_brackets_at_the_end_of_a_line_are_no_notes(self) -> None:
        """Words in brackets at the end of a heading stay words."""
        assert shown(Heading("Möte [inställt]", 2)).startswith("Möte [inställt\\]\n---")

    def test_odd_list_signs_stand_in_braces(self) -> None:
        """Any sign is kept, and what follows it is indented by four."""
        entry = Entry((text("Ett"), text("Två")), "§ 1")
        assert shown(Listing((entry,))) == "{§ 1} Ett\n\n    Två\n"


class TestLabels:
    def test_a_brace_that_the_content_closes_is_no_list_sign(self) -> None:
        """A label may begin with a brace, whatever stands after it."""
        outline = Outline((Labelled("{", ("}",)),))
        page = TextRenderer().render(outline).decode()
        assert page.startswith("\\{:  }\n")
        assert read_own_text(page) == outline

    def test_empty_lines_and_clauses(self) -> None:
        """A line without words is a lone backslash; a list stands right below the words that lead to it."""
        samt = Labelled("Samt", lines=(Line(()), Line(("a [b]",)), Line((), (("c", ""),))))
        beslut = Labelled("Beslut", ("Nämnden beslutar",), nodes=(listing("•", "att a"),))
        page = TextRenderer().render(Outline((samt, beslut))).decode()
        assert page.startswith(
            "Samt:\n    \\\n    a [b\\]\n    [c]\n\nBeslut: Nämnden beslutar\n    • att a\n"
        )
        assert read_own_text(page) == Outline((samt, beslut))

    def test_words_in_brackets_before_an_address_are_no_link(self) -> None:
        """The bracket is escaped where it would be one."""
        paragraph = text("se [a] ", Link("b", "b"))
        assert shown(paragraph) == "se [a\\] <b>\n"
        assert shown(Listing((Entry((Grid((((),),)),)),))) == "*\n  |   |\n"

    def test_a_known_label_may_be_empty(self) -> None:
        """It needs no sign of its own."""
        assert shown(Labelled("Plats")) == "Plats:\n"


class TestTables:
    def test_cells_with_lists_hang_below_a_bar(self) -> None:
        """A table whose cells hold more than words has one cell a line, and a line over each row."""
        grid = Grid((((text("A"),), ()), ((text("B"), listing("•", "x")), (text("C"),))), 1)
        assert shown(grid) == "|---\n| A\n|\n|===\n| B\n  • x\n| C\n"

    def test_a_table_may_be_all_head(self) -> None:
        """The line below the head is there even when nothing follows."""
        assert shown(Grid((((text("A"),),),), 1)) == "| A |\n|---|\n"
        assert shown(Grid((((text("A"), text("B")),),), 1)) == "|---\n| A\n\n  B\n|===\n"


class TestWrapped:
    def test_keeps_signs_on_the_line_before(self) -> None:
        """No line begins with a sign that could start a list, a table or an underline."""
        assert wrapped("aaaaaaaaaaaaaaaaaaaaaaaa - bbb", 24) == ["aaaaaaaaaaaaaaaaaaaaaaaa -", "bbb"]
        assert wrapped("aaaaaaaaaaaaa bbbbbbbbbb - c", 24) == ["aaaaaaaaaaaaa", "bbbbbbbbbb - c"]
        assert wrapped("- " * 40 + "-", 24) == ["- " * 40 + "-"]

    def test_long_words_stay_whole(self) -> None:
        """A word longer than the line has a line of its own."""
        assert wrapped("a " + "b" * 60 + " c", 24) == ["a", "b" * 60, "c"]
