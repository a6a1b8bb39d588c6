"""Endings: which words are forms of one another, and which are parts of compounds."""

import pytest

from motesprotokoll.vocabulary.endings import is_form_of, is_part_of, stem_of


class TestIsFormOf:
    @pytest.mark.parametrize(
        "forms",
        [
            "möte mötet möten mötena mötets mötenas",
            "beslut beslutet besluten beslutens",
            "skola skolan skolor skolorna skolans",
            "plats platsen platser platserna",
            "nätverk nätverket nätverken nätverkets",
            "chef chefen chefer cheferna",
            "öppen öppet öppna",
            "kommun kommunen kommuner kommunerna kommuns kommunernas",
            "råd rådet råden rådets",
        ],
    )
    def test_forms_of_a_word(self, forms: str) -> None:
        """The first form finds the others."""
        first, *others = forms.split()
        assert [one for one in others if not is_form_of(one, first)] == []

    @pytest.mark.parametrize(
        ("word", "other"),
        [("område", "råd"), ("för", "fora"), ("mote", "möte"), ("planera", "plats"), ("nät", "nätverk")],
    )
    def test_other_words(self, word: str, other: str) -> None:
        """Another word is none, and å, ä and ö are letters of their own."""
        assert not is_form_of(word, other)


class TestStemOf:
    @pytest.mark.parametrize(
        ("word", "stem"),
        [("mötet", "möt"), ("plats", "plats"), ("skolorna", "skol"), ("arna", "arn"), ("en", "en"), ("", "")],
    )
    def test_keeps_what_is_no_ending(self, word: str, stem: str) -> None:
        """The longest ending goes, but three letters stay and a consonant behind one is none."""
        assert stem_of(word) == stem


class TestIsPartOf:
    def test_inside_compounds(self) -> None:
        """Anywhere in the word, if the stem is long enough to tell."""
        assert is_part_of("försörjning", "kompetensförsörjningsutmaning")
        assert is_part_of("skol", "grundskoleförvaltningen")
        assert not is_part_of("råd", "område")
