import sys
import unicodedata
from enum import StrEnum
from typing import Any

import pytest

from motesprotokoll.errors import WrongTypeError, WrongValueError
from motesprotokoll.model import Attendance, Emphasis, Inline, Link, Paragraph, Participant
from motesprotokoll.model.text import (
    canonical,
    is_series,
    links_of,
    plain,
    series_of,
    short_repr,
    shortened,
    stream_safe,
    strings_in,
    to_content,
    to_optional_url,
    to_url,
)
from motesprotokoll.outline import Heading
from timing import within


class Text(str):
    """What other libraries derive from str."""

    __slots__ = ()


class Colour(StrEnum):
    RED = "red"


def slow_canonical(text: str) -> str:
    """The rule, written once more, without any short cut."""
    text = text.replace("\ufeff", "").replace("\u200b", "")
    text = "".join(" " if sign.isspace() else sign for sign in text)
    while "  " in text:
        text = text.replace("  ", " ")
    text = "".join("\ufffd" if is_forbidden(sign) else sign for sign in text)
    return unicodedata.normalize("NFC", text).strip(" ")


def is_forbidden(sign: str) -> bool:
    noncharacter = 0xFDD0 <= ord(sign) <= 0xFDEF or ord(sign) & 0xFFFE == 0xFFFE
    return noncharacter or unicodedata.category(sign) in ("Cc", "Cs")


class TestCanonical:
    @pytest.mark.parametrize(
        ("text", "kept"),
        [
            ("", ""),
            (" ", ""),
            ("Ida Ek", "Ida Ek"),
            ("  Ida \t\r\n Ek ", "Ida Ek"),
            ("30\u00a0000\u202fkr", "30 000 kr"),
            ("a\u2028b\u2029c\x0cd\x85e\x1ff\u3000g", "a b c d e f g"),
            ("A\u030alvsborg, A\u0308lmhult", "Ålvsborg, Älmhult"),
            ("\u212bstro\u0308m", "Åström"),
            ("\ufeffa\u200bb\ufeff", "ab"),
            ("\u200b \ufeff", ""),
            (" X  marks X ", "X marks X"),
            ("a \u200b b", "a b"),
            ("a\x00b\x1bc\x7fd\x9fe", "a\ufffdb\ufffdc\ufffdd\ufffde"),
            ("\ud800a\udfff", "\ufffda\ufffd"),
            ("\ufffe\uffff\ufdd0\U0001ffff\U0010fffe", "\ufffd" * 5),
            ("09.00–12.00 — ”nej”", "09.00–12.00 — ”nej”"),
            ("sam\u00adman", "sam\u00adman"),
            ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
            ("\u20d0\u20d2", "\u20d2\u20d0"),
        ],
    )
    def test_keeps_one_form(self, text: str, kept: str) -> None:
        """NFC, trimmed, runs of white space one space; what no document may hold is U+FFFD, never nothing."""
        assert canonical(text) == kept
        assert canonical(kept) == kept

    def test_short_cut_is_right_for_every_sign(self) -> None:
        """The fast way out gives what the rule gives, for each sign alone, between letters and doubled."""
        signs = [chr(number) for number in (*range(0x10000), *range(0x1D15E, 0x1D1EF), 0x1FFFF, 0x10FFFF)]
        wrong = [
            text
            for sign in signs
            for text in (sign, f"a{sign}b", sign + sign)
            if canonical(text) != slow_canonical(text)
        ]
        assert wrong == []

    def test_short_cut_puts_every_mark_in_order(self) -> None:
        """Two combining marks in either order are one text."""
        marks = [
            sign
            for sign in map(chr, range(sys.maxunicode + 1))
            if unicodedata.combining(sign) not in (0, 230)
        ]
        wrong = [sign for sign in marks if canonical(f"x\u20d0{sign}") != canonical(f"x{sign}\u20d0")]
        assert wrong == []

    def test_gives_a_plain_string(self) -> None:
        """Strings of a class of their own become plain ones, whether they need work or not."""
        for text in (Text("ab"), Text("a  b"), Colour.RED):
            assert type(canonical(text)) is str
        assert Participant(Text("Ida Ek")) == Participant("Ida Ek")
        assert [type(piece) for piece in Paragraph([Text("a"), Link("b", "c")]).content] == [str, Link]

    @pytest.mark.slow
    @pytest.mark.parametrize(
        "text", ["\u0301\u0323", "\u0344\u0f73", "\u20d0\u20d2", " \t", "a\u0301", "中文", "\u200b ", "\x00a"]
    )
    def test_is_linear(self, text: str) -> None:
        """Three hundred thousand hostile signs take less than a second."""
        hostile = "a" + text * (300_000 // len(text))
        kept = canonical(hostile)
        assert canonical(kept) == kept
        assert within(lambda: canonical(hostile), 1)


class TestStreamSafe:
    @pytest.mark.parametrize("mark", ["\u0301", "\u0344", "\u20d0", "\u0323\u0301"])
    @pytest.mark.parametrize("base", ["", "a", "\u1f82"])
    def test_never_lets_more_than_thirty_marks_stand_together(self, mark: str, base: str) -> None:
        """UAX #15 counts the marks after decomposition."""
        safe = unicodedata.normalize("NFD", canonical(base + mark * 200))
        runs = safe.split("\u034f")
        assert len(runs) > 5
        assert max(sum(1 for sign in run if unicodedata.combining(sign)) for run in runs) <= 30

    def test_sees_short_runs_of_signs_that_are_several_marks_each(self) -> None:
        """Sixteen signs of two marks each are a run of thirty-two; fifteen are none."""
        assert "\u034f" in canonical("a" + "\u0344" * 16)
        assert "\u034f" not in canonical("a" + "\u0344" * 15)
        assert "\u034f" in canonical("\u1f82" + "\u0344" * 14)

    @pytest.mark.parametrize("text", ["", "a" + "\u0301" * 30, "中文" * 40, "Привет, мир" * 9])
    def test_leaves_ordinary_text_alone(self, text: str) -> None:
        """Nothing is put into a text that has no long run of marks."""
        assert stream_safe(text) == text

    def test_counts_anew_after_each_base(self) -> None:
        """Letters with a few marks each are no run, however many there are."""
        text = "e\u0323\u0301" * 50 + "å" * 50
        assert stream_safe(text) == text


class TestToContent:
    link = Link("länken", "https://example.org")

    def test_takes_a_string_a_link_and_emphasis(self) -> None:
        """One plain piece is content; what says nothing is no piece."""
        assert to_content(" a  b ") == ("a b",)
        assert to_content(" \u200b") == ()
        assert to_content(self.link) == (self.link,)
        assert to_content(Emphasis("x")) == (Emphasis("x"),)

    def test_merges_neighbouring_strings(self) -> None:
        """Strings that stand together are one, composed across the seam."""
        assert to_content(["a", " ", " b", "", "c"]) == ("a bc",)
        assert to_content(["A", "\u030a", self.link, "x", "y"]) == ("Å", self.link, "xy")

    def test_keeps_spaces_beside_links_and_trims_the_ends(self) -> None:
        """A space inside the text stands; one at an end does not."""
        pieces: list[Inline] = ["  Se ", self.link, "  och ", Emphasis("x"), " "]
        assert to_content(pieces) == ("Se ", self.link, " och ", Emphasis("x"))
        assert to_content([" ", self.link, " ", self.link, " "]) == (self.link, " ", self.link)
        assert to_content([" ", "\u200b"]) == ()

    def test_takes_any_ordered_series(self) -> None:
        """A generator does as well as a list."""
        assert to_content(piece for piece in ("a", self.link)) == ("a", self.link)

    def test_merging_is_linear(self) -> None:
        """A hundred thousand pieces take less than a second."""
        pieces = ["abcdefghij"] * 100_000
        assert to_content(pieces) == ("abcdefghij" * 100_000,)
        assert within(lambda: to_content(pieces), 1)

    def test_leaves_what_is_no_content_to_the_validator(self) -> None:
        """The validator knows the field's name, so it refuses."""
        wrong: Any
        for wrong in (7, None, b"ab", {"a": 1}, {"a"}, ["a", 7], ["a", ["b"]], ["a", Paragraph("b")]):
            with pytest.raises(WrongTypeError, match=r"^Paragraph\.content: expected a string or a tuple"):
                Paragraph(wrong)

    def test_refuses_what_says_nothing(self) -> None:
        """A paragraph without words is none."""
        for empty in ("", " \n", "\u200b", [], [" ", ""]):
            with pytest.raises(WrongValueError, match=r"^Paragraph\.content: must not be empty"):
                Paragraph(empty)


class TestPlain:
    def test_joins_the_words(self) -> None:
        """Addresses and marks of emphasis are left out."""
        assert plain(to_content(["Se ", Link("här", "https://x"), " – ", Emphasis("nu")])) == "Se här – nu"
        assert plain(to_content(["Se ", Link("här", "https://x")])) == "Se här"
        assert plain(("a",)) == "a"
        assert plain(()) == ""
        assert plain((Link("a", "b"),)) == "a"

    def test_is_canonical_across_seams(self) -> None:
        """A mark behind a link joins the link's last letter in the plain text."""
        assert plain(to_content([Emphasis("A"), "\u030an"])) == "Ån"


class TestStringsIn:
    def test_all_the_way_down_in_order(self) -> None:
        """Words, addresses and names, wherever they stand; an enumerated value is none."""
        lead = Participant("Ida Ek", role="ordförande", attendance=Attendance.PRESENT)
        given = (Paragraph(("Se ", Link("kartan", "https://exempel.se"), ".")), (lead, 3, None), "slut")
        found = ["Se ", "kartan", "https://exempel.se", ".", "Ida Ek", "ordförande", "slut"]
        assert list(strings_in(given)) == found

    def test_what_makes_no_difference_is_left_out(self) -> None:
        """The role of a node of an outline is no word of the document."""
        assert list(strings_in(Heading("Lokaler", 2, role="item"))) == ["Lokaler"]


class TestLinksOf:
    def test_gives_the_links_in_order(self) -> None:
        """Only links, each as it stands."""
        first, second = Link("a", "b"), Link("c", "d")
        assert tuple(links_of(("x", first, Emphasis("y"), second))) == (first, second)


class TestLink:
    def test_writes_spaces_of_an_address_as_such(self) -> None:
        """An address holds no space, so that every format can carry it."""
        assert Link("a", " https://example.org/å b ").url == "https://example.org/å%20b"
        assert to_url("a \n b") == "a%20b"
        assert to_optional_url(" ") is None
        assert to_optional_url(None) is None

    def test_refuses_an_empty_text_or_address(self) -> None:
        """A link needs both."""
        with pytest.raises(WrongValueError, match=r"^Link\.text: must not be empty$"):
            Link("\u200b", "https://example.org")
        with pytest.raises(WrongValueError, match=r"^Link\.url: must not be empty$"):
            Link("a", " ")


class TestEmphasis:
    def test_says_how_strong_it_is(self) -> None:
        """Italics unless bold; the repr tells."""
        assert repr(Emphasis("a")) == "Emphasis('a')"
        assert repr(Emphasis("a", strong=True)) == "Emphasis('a', strong=True)"
        assert Emphasis("a") != Emphasis("a", strong=True)


class TestIsSeries:
    def test_takes_what_has_an_order(self) -> None:
        """Lists, tuples, generators and the keys of a dict all have one."""
        assert all(map(is_series, ([], (), iter("ab"), {"a": 1}.keys(), range(3))))

    def test_takes_neither_text_nor_what_loses_something(self) -> None:
        """A set has no order and a mapping would lose its values."""
        assert not any(map(is_series, ("ab", b"ab", bytearray(), {"a"}, frozenset(), {}, None, 7)))


class TestSeriesOf:
    def test_gives_the_elements(self) -> None:
        """Of anything that has an order."""
        links = (Link("a", "b"), Link("c", "d"))
        assert series_of(iter(links), Link, "links") == links

    @pytest.mark.parametrize(
        ("value", "problem"),
        [
            (Link("a", "b"), "links: expected a list of Link, got Link('a', 'b') (put it in a list)"),
            ({7}, "links: expected a list of Link, got {7}"),
            ([Link("a", "b"), 8], "links: expected a Link, got 8"),
        ],
    )
    def test_refuses_anything_else(self, value: Any, problem: str) -> None:
        """With the name of the argument; for one alone it says what to do."""
        with pytest.raises(WrongTypeError) as caught:
            series_of(value, Link, "links")
        assert str(caught.value) == problem


class TestRefuse:
    def test_guesses_the_mistake(self) -> None:
        """A bare string and a set where a list is meant get a hint."""
        wrong: Any = "Ida Ek"
        with pytest.raises(WrongTypeError, match=r"\(a bare string is not a list: write \[value\]\)$"):
            Participants(wrong)
        wrong = {"Ida Ek"}
        with pytest.raises(WrongTypeError, match=r"\(a set has no order: write sorted\(value\)\)$"):
            Participants(wrong)


def Participants(value: Any) -> object:  # noqa: N802 - stands for a class
    from motesprotokoll.model import Meeting

    return Meeting(participants=value)


class TestShortRepr:
    def test_shows_what_is_set(self) -> None:
        """The first field without its name, the others with it, those that say nothing not at all."""
        assert short_repr(Participant("Ida Ek", role="chef"), "name", "role", "unit") == (
            "Participant('Ida Ek', role='chef')"
        )

    def test_cuts(self) -> None:
        """A long text ends with an ellipsis."""
        assert shortened("abcdef", 6) == "abcdef"
        assert shortened("abcdefg", 6) == "abcde…"
