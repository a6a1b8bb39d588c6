"""What writer and reader of Word files both know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motesprotokoll import word
from motesprotokoll.wording import words_of
from outlines import markers


class TestStyles:
    def test_each_name_means_one_style(self) -> None:
        """Word knows styles by name, so no two may share one, in either language and either kind."""
        styles = [*word.PARAGRAPH_STYLES, *word.CHARACTER_STYLES]
        for language in ("sv", "en"):
            names = [style.name(language).casefold() for style in styles]
            assert len(names) == len(set(names))
        assert len({style.id for style in styles}) == len(styles)

    @pytest.mark.parametrize("style", word.PARAGRAPH_STYLES, ids=lambda style: style.id)
    def test_paragraphs_are_found_by_name_and_by_id(self, style: word.ParagraphStyle) -> None:
        """A file that Word has saved has ids of Word's own; one of another program may have others."""
        assert word.paragraph_style(style.swedish.upper(), "x") is style
        assert word.paragraph_style(f"{style.english},b") is style
        assert word.paragraph_style("någon annan", style.id) is style

    @pytest.mark.parametrize("style", word.CHARACTER_STYLES, ids=lambda style: style.id)
    def test_words_are_found_by_name_and_by_id(self, style: word.CharacterStyle) -> None:
        """As paragraphs are."""
        assert word.character_style(style.swedish) is style
        assert word.character_style(style.english, "x") is style
        assert word.character_style("", style.id) is style

    def test_a_style_of_somebody_else_is_none_of_ours(self) -> None:
        """And a style of words is none of paragraphs."""
        assert word.paragraph_style("Brödtext,Beslut", "BodyText") is None
        assert word.paragraph_style("Etikett", "MpLabel") is None
        assert word.character_style("Beslut", "MpDecision") is None

    def test_labels_of_styles_are_words_that_we_have(self) -> None:
        """Else a paragraph that a secretary made by its style would have no label."""
        labels = {style.label for style in word.PARAGRAPH_STYLES} - {None}
        assert labels == {"decision", "action", "next_meeting", "unread"}
        assert labels <= set(words_of("sv"))

    def test_no_name_holds_a_comma(self) -> None:
        """Word takes what follows on a comma for another name."""
        for style in (*word.PARAGRAPH_STYLES, *word.CHARACTER_STYLES):
            assert "," not in style.swedish + style.english


class TestDepth:
    @given(st.integers(0, 45))
    def test_comes_back(self, depth: int) -> None:
        """As deep as documents may nest."""
        assert word.depth_of(word.indent_of(depth)) == depth

    @given(st.integers(-(10**9), 10**9))
    def test_any_indentation_is_some_depth(self, indent: int) -> None:
        """A hand may have set any; the result is never absurd."""
        assert 0 <= word.depth_of(indent) <= 10 + word.STEP

    def test_bears_with_rounding(self) -> None:
        """Some programs keep hundredths of a millimetre."""
        assert [word.depth_of(word.indent_of(n) + by) for n in range(4) for by in (-2, 2)] == [
            0, 0, 1, 1, 2, 2, 3, 3,
        ]  # fmt: skip


class TestSignOf:
    @pytest.mark.parametrize(
        ("marker", "sign"),
        [
            ("1.", word.Sign("decimal", "", 1, ".")),
            ("0)", word.Sign("decimal", "", 0, ")")),
            ("§ 12", word.Sign("decimal", "§ ", 12, "")),
            ("1.2.", word.Sign("decimal", "1.", 2, ".")),
            ("01.", word.Sign("decimal", "0", 1, ".")),
            ("a)", word.Sign("lowerLetter", "", 1, ")")),
            ("(c)", word.Sign("lowerLetter", "(", 3, ")")),
            ("å)", word.Sign("bullet", "å)")),
            ("•", word.Sign("bullet", "•")),
            ("–", word.Sign("bullet", "–")),
            ("100 %", word.NO_SIGN),
            ("%1", word.NO_SIGN),
            ("", word.NO_SIGN),
            ("ett tecken som är längre än andra", word.NO_SIGN),
        ],
    )
    def test_numbers_letters_and_other_signs(self, marker: str, sign: word.Sign) -> None:
        """What counts is a number; what Word's numbering would take for a place to count is text."""
        assert word.sign_of(marker) == sign

    @given(markers)
    def test_the_level_shows_the_sign(self, marker: str | None) -> None:
        """What Word works out for the first entry is the sign."""
        if marker is None:
            return
        sign = word.sign_of(marker)
        number = chr(sign.number + 96) if sign.format == "lowerLetter" else str(sign.number)
        shown = sign.level_text(2).replace("%3", number)
        assert shown == ("" if sign == word.NO_SIGN else marker)
