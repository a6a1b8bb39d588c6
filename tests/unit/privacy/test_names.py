"""The forms in which a text names a person, and those in which it names somebody else."""

import pytest

from motesprotokoll.model import Meeting, Paragraph
from motesprotokoll.privacy import FlaggedPerson, redact
from motesprotokoll.privacy.candidates import names_in
from motesprotokoll.privacy.names import folded, whole_names, words_of
from timing import grows_at_most


def masked(text: str, *persons: str | FlaggedPerson, among: tuple[str, ...] = ()) -> str:
    meeting = Meeting(participants=among, preamble=[text])
    [paragraph] = redact(meeting, persons=persons or ["Ida Ek"]).meeting.preamble
    assert isinstance(paragraph, Paragraph)
    return paragraph.text


class TestWholeNames:
    @pytest.mark.parametrize(
        "text",
        [
            "Ida Ek",
            "IDA EK",
            "ida ek",
            "Ek, Ida",
            "Ek Ida",
            "I. Ek",
            "I Ek",
            "Ida E",
            "ida.ek",
            "ida_ek",
            "ida-ek",
            "idaek",
            "EkIda",
            "Ida%20Ek",
            "I\u00adda Ek",
            "Ida Maria Ek",
            "Ida-Maria Ek",
            "Ida Anna Maria Ek",
            "\uff29\uff44\uff41 \uff25\uff4b",
            "\u0406d\u0430 \u0395k",
        ],
    )
    def test_each_form(self, text: str) -> None:
        """In any order and any letters, with an initial, and as addresses write it."""
        assert masked(f"Hos {text} nu") == "Hos [person 1] nu"

    @pytest.mark.parametrize(
        ("text", "expected"), [("Ida Eks hus", "[person 1]:s hus"), ("IDAEKS", "[person 1]")]
    )
    def test_genitives(self, text: str, expected: str) -> None:
        """The ending stays, behind a colon."""
        assert masked(text) == expected

    @pytest.mark.parametrize(
        "text", ["Åsa Öberg-Lind", "Asa Oberg", "ÅSA LIND", "Öberg-Lind, Åsa", "Å. Öberg-Lind", "asaoberg"]
    )
    def test_double_names_and_letters_without_accents(self, text: str) -> None:
        """Half of a double name is enough beside the other name."""
        assert masked(text, "Åsa Öberg-Lind") == "[person 1]"

    @pytest.mark.parametrize(
        "text", ["Anna Maria von Ek", "Anna Ek", "Anna von Ek", "Maria Ek", "Anna Maria"]
    )
    def test_middle_names_and_particles(self, text: str) -> None:
        """Any two of the names; a particle belongs to what stands around it."""
        assert masked(text, "Anna Maria von Ek") == "[person 1]"

    @pytest.mark.parametrize(
        "text", ["Ida Berg", "Bo Ek", "IE", "Frida Ekström", "ida", "en ek", "Ida Berg, Bo Ek", "idag Ekot"]
    )
    def test_other_people_and_words_stay(self, text: str) -> None:
        """Another surname, another first name, bare initials, words in small letters."""
        assert masked(text) == text

    def test_a_middle_name_is_nobody_who_is_listed(self) -> None:
        """Two names of the list without a comma between them, and too many words between."""
        assert masked("Ida By Bo Ek", among=("Ida By", "Bo Ek")) == "Ida By Bo Ek"
        assert masked("Ida Ann Ek", among=("Ann Ek",)) == "Ida Ann Ek"
        assert masked("Ida Ann Siv Mai Ek") == "Ida Ann Siv Mai [person 1]"

    def test_neighbours_in_a_list_are_no_name(self) -> None:
        """Whose surname and whose first name stand side by side is nobody."""
        assert masked("Ida Ek, Bo Ask", "Bo Ek") == "Ida Ek, Bo Ask"

    def test_a_sentence_ends_a_name(self) -> None:
        """Behind a stop begins something else; behind an initial it does not."""
        assert masked("Vi såg Ida. Ekar växer.") == "Vi såg [person 1]. Ekar växer."


class TestParts:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Ida bad om ordet", "[person 1] bad om ordet"),
            ("Idas ord", "[person 1]:s ord"),
            ("fru Ek", "fru [person 1]"),
            ("Eks bil", "[person 1]:s bil"),
            ("IDA", "[person 1]"),
        ],
    )
    def test_where_nobody_else_can_be_meant(self, text: str, expected: str) -> None:
        """A word with a capital that no other name of the meeting holds."""
        assert masked(text, among=("Ida Ek", "Bo Ask")) == expected

    def test_stays_where_somebody_else_can(self) -> None:
        """Another Ida, another Ek, and another protected person."""
        assert masked("Ida, Ek", among=("Ida By", "Bo Ek")) == "[person 1]"
        assert masked("Ida och Ek", among=("Ida By", "Bo Ek")) == "Ida och Ek"
        assert masked("Ida", "Ida Ek", "Ida By") == "Ida"

    def test_a_longer_form_of_the_name_is_nobody_else(self) -> None:
        """Ida Maria Ek in the list is the Ida Ek who is protected."""
        assert masked("Ida", among=("Ida Maria Ek",)) == "[person 1]"


class TestOneWord:
    def test_alone_or_where_it_is_unique(self) -> None:
        """A name of one word is that person where the text says nothing else."""
        assert masked("Maria", "Maria", among=("Maria By",)) == "[person 1]"
        assert masked("Hos Maria", "Maria") == "Hos [person 1]"
        assert masked("Hos Maria", "Maria", among=("Maria By",)) == "Hos Maria"


class TestAliases:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("IE sade", "[person 1] sade"),
            ("ie sade", "ie sade"),
            ("Lill Pigg kom", "[person 1] kom"),
            ("lill-piggs", "[person 1]:s"),
            ("Lill kom", "Lill kom"),
            ("Lill. Pigg kom", "Lill. Pigg kom"),
        ],
    )
    def test_other_words_for_the_person(self, text: str, expected: str) -> None:
        """Initials in capitals only, nicknames in any letters."""
        assert masked(text, FlaggedPerson("Ida Ek", aliases=["IE", "Lill Pigg"])) == expected


class TestWords:
    def test_folds(self) -> None:
        """Without capitals and accents; a name of particles alone keeps them."""
        assert folded("ÅSÉ") == "ase"
        assert words_of("Anna von Ek") == ("anna", "ek")
        assert words_of("von") == ("von",)

    def test_whole_names_are_looked_for_in_files(self) -> None:
        """In the orders in which they are written; one word alone stands in any file."""
        assert list(whole_names([FlaggedPerson("Ek, Ida"), FlaggedPerson("Maria")]))[:3] == [
            "Ida Ek",
            "Ida Ek",
            "Ek Ida",
        ]

    @pytest.mark.parametrize("unit", ["Ida ", "Ida. ", "I ", "ek,", "von ", "Lill "])
    def test_is_linear(self, unit: str) -> None:
        """Twice the text takes about twice the time."""
        person = FlaggedPerson("Ida Ek", aliases=["Lill Pigg", "IE"])
        small, large = unit * 1_500, unit * 3_000
        assert grows_at_most(lambda: masked(small, person), lambda: masked(large, person), 3)


class TestNamesIn:
    def test_finds_full_names(self) -> None:
        """The longest that fit, in order."""
        text = "Vi hörde Kim Alm. Göteborgs Stad och Anna von Lund kom till Ale kommun."
        assert list(names_in(text)) == ["Kim Alm", "Anna von Lund"]
