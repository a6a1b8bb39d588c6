"""People in order: by given name, family name or organisation, as Swedish sorts."""

from itertools import pairwise

import pytest

from motesprotokoll.errors import WrongValueError
from motesprotokoll.model import Participant
from motesprotokoll.swedish import family_name, sort_key, sort_participants

PEOPLE = [
    Participant("Ida Ek", organisation="Öckerö"),
    Participant("Åsa Dal", organisation="Ale"),
    Participant("Carl von der Ek", organisation="Ängelholm"),
    Participant("Örjan Åberg"),
    Participant("María de la Cruz", organisation="Lilla Edet"),
    Participant("Bo Dal Öst", organisation="Lerum"),
    Participant("Bo Dal-Öst", organisation="Lerum"),
]


def names(by: str) -> list[str]:
    return [one.name for one in sort_participants(PEOPLE, by=by)]  # type: ignore[arg-type]


class TestSortParticipants:
    def test_by_given_name(self) -> None:
        """The name as it is written, from its start; å, ä and ö come last. This is the usual order."""
        expected = ["Bo Dal Öst", "Bo Dal-Öst", "Carl von der Ek", "Ida Ek", "María de la Cruz"]
        assert names("given") == [*expected, "Åsa Dal", "Örjan Åberg"]
        assert sort_participants(PEOPLE) == sort_participants(PEOPLE, by="given")

    def test_by_family_name(self) -> None:
        """The last word, or the compound, without particles before it; then the given name."""
        expected = ["María de la Cruz", "Åsa Dal", "Bo Dal-Öst", "Carl von der Ek", "Ida Ek", "Örjan Åberg"]
        assert names("family") == [*expected, "Bo Dal Öst"]

    def test_by_organisation(self) -> None:
        """The organisation, then the name; those without one come last."""
        expected = ["Åsa Dal", "Bo Dal Öst", "Bo Dal-Öst", "María de la Cruz", "Carl von der Ek", "Ida Ek"]
        assert names("organisation") == [*expected, "Örjan Åberg"]

    def test_equal_names_keep_their_order(self) -> None:
        """Who compares equal stays where they stood, and any iterable is taken."""
        twins = (Participant("Ida Ek", note="1"), Participant("Ida Ek", note="2"))
        assert sort_participants(iter(twins)) == twins
        assert sort_participants(()) == ()

    def test_refuses_other_words(self) -> None:
        """There is nothing else to sort by."""
        with pytest.raises(WrongValueError):
            sort_participants(PEOPLE, by="age")  # type: ignore[arg-type]


class TestFamilyName:
    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("Ida Ek", "Ek"),
            ("Ida", "Ida"),
            ("", ""),
            ("Ida Maria Ek", "Ek"),
            ("Ida Ek-Alm", "Ek-Alm"),
            ("Ida af Ek", "af Ek"),
            ("Carl von der Ek", "von der Ek"),
            ("María de la Cruz", "de la Cruz"),
            ("von Ek", "Ek"),
            ("Ek, Ida", "Ek"),
            ("Ida Ek, jurist", "Ek"),
            ("von Ek, Carl", "Ek"),
            ("Bo Dal Öst", "Öst"),
        ],
    )
    def test_finds(self, name: str, expected: str) -> None:
        """The last word with its particles; of a name turned round what stands before the comma."""
        assert family_name(name) == expected

    def test_particles_do_not_count(self) -> None:
        """Von Ek stands among the Eks, also in the key of a text, and a name of particles only has a key."""
        assert sort_key("Carl von Ek", by="family")[0] == sort_key("Ida Ek", by="family")[0]
        assert sort_key("von von von", by="family")[0] == sort_key("von")


CHAIN = [
    *(
        "",
        " ",
        "  ",
        "_",
        "-",
        "‐",
        "‑",
        "–",
        "—",
        ",",
        ";",
        ":",
        "!",
        "?",
        ".",
        "…",
        "'",
        "‘",
        "’",
        '"',
        "“",
        "”",
    ),
    *(
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "§",
        "@",
        "*",
        "/",
        "\\",
        "&",
        "#",
        "%",
        "¶",
        "+",
        "<",
        "€",
        "0",
        "1",
        "٢",
        "9",
    ),
    *(
        "a",
        "A",
        "á",
        "Á",
        "à",
        "ă",
        "â",
        "ǎ",
        "ã",
        "ȧ",
        "ą",
        "ā",
        "aa",
        "b",
        "c",
        "č",
        "ç",
        "d",
        "D",
        "đ",
        "Đ",
        "ð",
    ),
    *(
        "e",
        "é",
        "è",
        "ê",
        "ë",
        "ė",
        "f",
        "h",
        "i",
        "I",
        "ı",
        "j",
        "l",
        "ł",
        "m",
        "n",
        "ñ",
        "ŋ",
        "o",
        "ó",
        "s",
        "š",
    ),
    *(
        "ss",
        "ß",
        "st",
        "t",
        "th",
        "þ",
        "ŧ",
        "u",
        "ú",
        "v",
        "w",
        "x",
        "y",
        "ý",
        "ü",
        "ű",
        "z",
        "å",
        "Å",
        "ä",
        "Ä",
    ),
    *("æ", "ę", "ö", "ø", "ő", "œ", "ô", "я", "中"),
]


@pytest.mark.parametrize("place", range(1, len(CHAIN)))
def test_the_order_of_signs_and_letters(place: int) -> None:
    """Space, signs, figures, a–z, å, ä, ö, other letters; among equal ones accents, then case."""
    before, after = CHAIN[place - 1], CHAIN[place]
    assert sort_key(before) < sort_key(after)
    assert sort_key(f"Ek {before}") < sort_key(f"Ek {after}")


@pytest.mark.parametrize(
    "words",
    [
        *(
            "áa ab",
            "Ba bá",
            "ek Ek ék Ék eka",
            "õ ö",
            "a-v av av.",
            "ek ek,bo",
            "a\u0301 a\u0301b",
            "c\u0327 c\u0327\u0301",
        ),
        *("a\u0001 a-", "\u0001a b", "å\u0301 ä", "å å\u0301 å\u0300"),
    ],
)
def test_letters_come_before_accents_and_accents_before_case(words: str) -> None:
    """The first letter that differs decides; among equal letters the marks, and only then the case."""
    assert all(sort_key(before) < sort_key(after) for before, after in pairwise(words.split()))


def test_control_signs_weigh_nothing() -> None:
    """Nor do marks that stand alone."""
    assert sort_key("I\u0001da") == sort_key("Ida")
    assert sort_key("\u0301Ida") == sort_key("Ida")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Bo Ek, Ale", "Ida Ek, Ale"),
        ("Ida Ek, Ale", "Bo Ek, Lerum"),
        ("Ida Ek, x, Ale", "Bo Ek, a, Lerum"),
        ("Bo, Öckerö", "Bo"),
    ],
)
def test_a_text_by_what_stands_behind_its_last_comma(before: str, after: str) -> None:
    """As by the organisation; without a comma it comes last."""
    assert sort_key(before, by="organisation") < sort_key(after, by="organisation")
