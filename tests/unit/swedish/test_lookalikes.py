"""A text as its reader sees it."""

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
