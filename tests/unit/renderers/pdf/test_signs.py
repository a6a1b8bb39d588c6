"""Signs on a page: nothing that nobody sees, and a place to break for what is too long."""

import pytest

from motesprotokoll.renderers.pdf.signs import shown


class TestShown:
    def test_keeps_expressions_together(self) -> None:
        """As everywhere that we print."""
        assert shown("kl. 9") == "kl.\N{NO-BREAK SPACE}9"

    @pytest.mark.parametrize(
        "sign", ["\u202e", "\u2066", "\u200d", "\u00ad", "\ufe0f", "\u034f", "\U000e0041"]
    )
    def test_leaves_out_what_nobody_sees(self, sign: str) -> None:
        """Among it what would show the letters in another order than they stand in."""
        assert shown(f"a{sign}b") == "ab"

    def test_long_words_may_break(self) -> None:
        """After their signs, or after many letters, where a space of no width stands."""
        assert shown("ida.ek-strom@forvaltningen.exempelkommunen.se") == (
            "ida.\u200bek-\u200bstrom@\u200bforvaltningen.\u200bexempelkommunen.\u200bse"
        )
        assert shown("x" * 100).split("\u200b") == ["x" * 40, "x" * 40, "x" * 20]
        assert "\u200b" not in shown("arbetsmarknadspolitik" * 1)
