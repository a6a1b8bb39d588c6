"""Text of ours, also when a hand has changed it."""

import pytest

from motesprotokoll import marks
from motesprotokoll.model import Emphasis, Link
from motesprotokoll.outline import Entry, Grid, Heading, Labelled, Line, Listing, Node, Rule, Text
from motesprotokoll.readers.own_text import read_own_text
from timing import within

MARK = "\n\nSkrivet med motesprotokoll 1.\n"


def read(text: str) -> tuple[Node, ...]:
    outline = read_own_text(text + MARK)
    assert outline is not None
    return outline.nodes


class TestMark:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "Hej.",
            "Hej.\nSkrivet med motesprotokoll 1.",
            "Hej.\n\nSkrivet med motesprotokoll 2.",
            "Hej.\n\nSkrivet med motesprotokoll 1. Eller?",
        ],
    )
    def test_anybody_elses_text_is_none_of_ours(self, text: str) -> None:
        """Without the mark as a last line of its own, or with that of a newer grammar, nothing is claimed."""
        assert read_own_text(text) is None

    def test_the_title_is_the_first_heading(self) -> None:
        """Title and language are told, though nobody compares them."""
        outline = read_own_text("Möte\n====\n\nWritten with motesprotokoll 1.")
        assert outline is not None
        assert (outline.title, outline.language) == ("Möte", "en")


class TestHandEdited:
    def test_labels_need_no_table(self) -> None:
        """A known word needs one space, any other two, or something below."""
        assert read("Plats: Ale\nSal:  3\nKaka: ja") == (
            Labelled("Plats", ("Ale",)),
            Labelled("Sal", ("3",)),
            Text(("Kaka: ja",)),
        )
        assert read("Kaka:\n  ja\n  nej") == (Labelled("Kaka", lines=(Line(("ja",)), Line(("nej",)))),)
        assert read("Kaka[x]: ja") == (Text(("Kaka[x]: ja",)),)

    def test_notes_take_any_spelling(self) -> None:
        """Blanks around the separators mean nothing."""
        assert read("Beslut [a:b ;c]: x") == (Labelled("Beslut", ("x",), notes=(("a", "b"), ("c", ""))),)

    def test_a_list_after_words_needs_no_blank_line(self) -> None:
        """A sign at the beginning of a line ends the paragraph above; words without one end the list."""
        assert read("Vi tog\n• ett\nslut") == (
            Text(("Vi tog",)),
            Listing((Entry((Text(("ett",)),), "•"),)),
            Text(("slut",)),
        )

    def test_empty_entries_hold_nothing(self) -> None:
        """A lone sign is an entry; what comes after a blank line is not in it."""
        assert read("•\n\n  djupt") == (Listing((Entry((), "•"),)), Text(("djupt",)))

    def test_rows_may_lack_their_last_bar(self) -> None:
        """What stands behind the last bar is a cell too, and a line in a table that is no row ends it."""
        assert read("| a | b\n|---|\nc") == (
            Grid((((Text(("a",)),), (Text(("b",)),)),), 1),
            Text(("c",)),
        )
        assert read("|---\n|a\nb") == (Grid((((Text(("a",)),),),)), Text(("b",)))

    def test_deep_headings_say_their_level(self) -> None:
        """Below the fourth level the underline has the number."""
        assert read("X [a]\n..... 7\n\nY\n----") == (Heading("X", 7, (("a", ""),)), Heading("Y", 2))

    def test_signs_without_meaning_stay(self) -> None:
        """Half a link, lone stars and a link to nowhere are words."""
        zero = "\u200b"
        assert read("a <b *c [d]") == (Text(("a <b *c [d]",)),)
        assert read(f"a *{zero}* b") == (Text(("a ** b",)),)
        assert read(f"<{zero}> [x] <{zero}>") == (Text(("<> [x] <>",)),)
        assert read("*a* **b** <u> [w] <u>") == (
            Text(
                (
                    Emphasis("a"),
                    " ",
                    Emphasis("b", strong=True),
                    " ",
                    Link("u", "u"),
                    " ",
                    Link("w", "u"),
                )
            ),
        )

    def test_a_rule_and_a_star_list_differ(self) -> None:
        """Three stars are a rule; two are lists in each other at most."""
        assert read("* * *") == (Rule(),)
        assert read("* *")[0] == Listing((Entry((Listing((Entry(),)),)),))

    def test_depth_ends_in_paragraphs(self) -> None:
        """Beyond the depth that we write all is words, none of them lost."""
        text = "".join("  " * level + "*\n" for level in range(300)) + "  " * 300 + "botten"
        assert "botten" in repr(read(text))
        assert marks.MAX_DEPTH < 300


class TestTime:
    @pytest.mark.parametrize(
        "unit",
        [
            "*",
            "**a",
            "[",
            "[a] ",
            "<",
            "\\",
            "[a\\",
            "a: ",
            "{",
            "| ",
            "\n|",
            "\n* ",
            "\n  a:",
            "- ",
            "\n\n ",
            "a [b: ;",
        ],
    )
    def test_twice_the_text_takes_twice_the_time(self, unit: str) -> None:
        """No text makes the grammar search again and again."""
        text = unit * (100_000 // len(unit))
        assert within(lambda: read(text), 2)
