"""A text as its reader sees it."""

import pytest

from motesprotokoll.swedish.lookalikes import Seen, seen, views


class TestSeen:
    def test_plain_text_is_itself(self) -> None:
        """Nothing is mapped where nothing differs."""
        assert seen("abc 1") == Seen("abc 1")
        assert seen("abc 1").written(1, 3) == (1, 3)

    def test_mends_signs_and_knows_their_places(self) -> None:
        """One dash, one space, ASCII figures, and nothing that nobody sees."""
        view = seen("å\u00ad\u2013\u00a0\uff11\u0661")
        assert view.text == "å- 11"
        assert view.written(1, 3) == (2, 4)
        assert view.written(0, 5) == (0, 6)

    def test_the_repr_tells_no_text(self) -> None:
        """It may be personal."""
        assert repr(seen("811218")) == "Seen(6 signs)"


class TestViews:
    def test_decodes_what_is_encoded_again_and_again(self) -> None:
        """Percent-encoding of UTF-8 and of Latin-1, and entities; at most three times."""
        assert [view.text for view in views("a%C3%A5b%E5 &amp;#64;")] == [
            "a%C3%A5b%E5 &amp;#64;",
            "aåbå &#64;",
            "aåbå @",
        ]
        assert [view.text for view in views("%252525252540")][-1] == "%252540"
        assert [view.text for view in views("x")] == ["x"]

    def test_knows_where_the_encoded_stood(self) -> None:
        """What is found in the decoded text is cut from the written one."""
        decoded = list(views("å i%40x.se"))[1]
        assert decoded.text == "å i@x.se"
        assert decoded.written(2, 8) == (2, 10)
        assert decoded.written(3, 4) == (3, 6)

    def test_knows_each_sign_around_the_encoded(self) -> None:
        """What is decoded begins where its code does; what follows begins where that ends."""
        once = list(views("a%40b%41&#66;c"))[1]
        assert once.text == "a@bABc"
        assert once.starts == (0, 1, 4, 5, 8, 13, 14)
        longer = list(views("x&amp;#8230;y"))[-1]
        assert longer.text == "x...y"
        assert longer.written(1, 4) == (1, 12)

    def test_a_run_of_codes_shares_its_place(self) -> None:
        """Its signs are spread over it, none of them behind its end."""
        view = list(views("é%C3%A5%C3%A4z"))[1]
        assert view.text == "éåäz"
        assert view.starts == (0, 1, 7, 13, 14)


@pytest.mark.parametrize(
    ("sign", "plain"),
    [
        *((dash, "-") for dash in "-‐‑‒–—―−－⁻➖﹣"),
        *((space, " ") for space in "\N{NO-BREAK SPACE}\N{THIN SPACE}\t\N{IDEOGRAPHIC SPACE}"),
        *(
            (nothing, "")
            for nothing in "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{COMBINING GRAPHEME JOINER}"
        ),
        *(
            ("１", "1"),
            ("٣", "3"),
            ("＠", "@"),
            ("．", "."),
            ("＋", "+"),
            ("Ａ", "A"),
            ("ｂ", "b"),
            ("𝐜", "c"),
        ),
        *(("å", "å"), ("Å", "Å"), ("é", "é"), ("ß", "ß"), ("…", "..."), ("½", "½"), ("€", "€"), ("“", "“")),
    ],
)
def test_what_a_reader_takes_a_sign_for(sign: str, plain: str) -> None:
    """One dash, one space, plain figures and letters, and nothing for what nobody sees; others stay."""
    assert seen(f"x{sign}y").text == f"x{plain}y"
