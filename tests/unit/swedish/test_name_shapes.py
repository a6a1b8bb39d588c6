"""What looks like a person's name, and what does not."""

import pytest

from motesprotokoll.swedish.name_shapes import (
    are_initials,
    head_of,
    is_body,
    is_first_name,
    is_full_name,
    is_given_name,
    is_surely_person,
    is_vacant,
    names_person,
    title_before,
)

NAMES = """
    Ida Ek · Eva-Lotta Alm · Eva Alm-Berg · Ida Ek Alm · IDA EK · Bo E. Alm · B. Alm · Siobhán O’Connor
    Carl von der Ek · Fredrik af Sten · José María de la Fuente Sol · Mohamed al-Rashid · Jeanne d'Arc
    Jeanne d’Arc · Ida x'Ek · Bo x-Ek · �sa Ek · Ida �berg · IDA EK
    IDA EK ALM · Ida K. · Ida EK · Ida Ek Al Bo Cy Di
    Nguyễn Thị Minh · Zoë Noël · Abu Bakr · Øystein Ås · Håkan Lilla
"""
OTHERS = """
    Ida · Ale · Lilla Edet · Business Region Göteborg · Göteborgs Stad · GR SKR · Svenska Kyrkan
    Stora Torget · Vård och Omsorg · Berg & Co · Berg AB · Karl Johansskolan · Nya Bergtaget · ida ek
    Ida ek · Ida 2 Ek · Ida Ek. · HR-chef Ida Ek · Kommunalrådet Ida Ek · Rektor Ek · Alla Barn
    Norra Kommunledningen · Ida Ek Al Bo Cy Di Fy · Ida HVB Ek · Ale Lerum
    Jeanne d'arc · Jeanne ab'Arc · Jeanne ab-Arc · Ida Kl. · Ida EKA · Ida  Ek · Ida Ek- x
"""


def listed(text: str) -> list[str]:
    return [one.strip() for line in text.strip().splitlines() for one in line.split(" · ")]


class TestIsFullName:
    @pytest.mark.parametrize("name", listed(NAMES))
    def test_names(self, name: str) -> None:
        """Two to six words in capitals, with particles and initials between them."""
        assert is_full_name(name)
        assert names_person(f"{name}, Ale")

    @pytest.mark.parametrize("text", listed(OTHERS))
    def test_others(self, text: str) -> None:
        """Places, bodies, titles, other signs and words in lower case are no names."""
        assert not is_full_name(text)


class TestNamesPerson:
    @pytest.mark.parametrize(
        "text", ["Ida Ek (S)", "VD Ida", "HR-chef Ida Ek – Ale", "Ida Ek X", "Ida Ek från Ale"]
    )
    def test_names(self, text: str) -> None:
        """A name, perhaps behind a title, before what is said of it."""
        assert names_person(text)

    @pytest.mark.parametrize("text", ["", "Ida", "Ale, Ida Ek", "VD", "VD Ale", "(S) Ida Ek", "Nästa möte"])
    def test_others(self, text: str) -> None:
        """One first name alone does not do."""
        assert not names_person(text)


class TestTitleBefore:
    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("HR-chef Ida Ek", "HR-chef"),
            ("en två tre fyra ordförande Ida Ek", "en två tre fyra ordförande"),
            ("en två tre fyra fem ordförande Ida Ek", ""),
            ("valberedningens Zofi Vass", ""),
            ("Valberedningens Ida Ek", ""),
            ("den valberedningens Ida Ek", ""),
            ("vice ordförande Zofi Vass", "vice ordförande"),
            ("vice ordförande Zofi", ""),
            ("tf. HR-chef Ida Ek", "tf. HR-chef"),
            ("1:e vice ordförande Ida Ek", "1:e vice ordförande"),
            ("Dr. Ida Ek", "Dr."),
            ("Ordföranden Ida Ek", "Ordföranden"),
            ("valberedningens Ida Ek", "valberedningens"),
            ("Rektor Ida", "Rektor"),
            ("Ida Ek", ""),
            ("HR-chef Ida", ""),
            ("Rektor Ale", ""),
            ("ersättare för Ida Ek", ""),
            ("Lars Chef", ""),
            ("", ""),
        ],
    )
    def test_parts(self, text: str, title: str) -> None:
        """Only what ends in a role is a title, and only before a name."""
        found = title_before(text)
        assert found[0] == title
        assert " ".join(filter(None, found)) == text


class TestOneWord:
    @pytest.mark.parametrize("word", ["Ida", "Eva-Lotta", "Zulejka", "D’Arcy", "D'Arcy", "I"])
    def test_first_names(self, word: str) -> None:
        """Any unknown word in a capital may be a first name."""
        assert is_first_name(word)

    @pytest.mark.parametrize(
        "word",
        [
            "ida",
            "HR",
            "Ale",
            "Ales",
            "Vakant",
            "Alla",
            "Ekonomiavdelningen",
            "Stora",
            "Ida2",
            "Ida Ek",
            "",
            "IE",
            "Ida_",
        ],
    )
    def test_others(self, word: str) -> None:
        """Places, bodies, empty seats and abbreviations are none."""
        assert not is_first_name(word)

    def test_given_names_are_known(self) -> None:
        """Known is what stands in the table, of compounds the first part."""
        assert is_given_name("Eva-Zulejka Ek")
        assert is_given_name("ÅSA")
        assert not is_given_name("Zulejka")
        assert not is_given_name("")


class TestSurely:
    @pytest.mark.parametrize("text", ["Bo Xyz", "Zulejka Persson", "Zulejka Lundqvist"])
    def test_persons(self, text: str) -> None:
        """A known first name or a surname's ending makes sure."""
        assert is_surely_person(text)

    @pytest.mark.parametrize("text", ["Zulejka Xyz", "Bo", "Svenska Persson", "Bo Bolaget"])
    def test_others(self, text: str) -> None:
        """Looks alone do not."""
        assert not is_surely_person(text)


class TestBodiesAndSeats:
    @pytest.mark.parametrize(
        "text", ["Ale", "Ales", "Göteborgs Stad", "gr", "Vårdnämnden", "Bergs förening", "Kommunal."]
    )
    def test_bodies(self, text: str) -> None:
        """Places, and what holds a word that only bodies have."""
        assert is_body(text)

    @pytest.mark.parametrize("text", ["Ida Ek", "", "Kultur", "Styrelseproffs"])
    def test_no_bodies(self, text: str) -> None:
        """What is not known is none."""
        assert not is_body(text)

    @pytest.mark.parametrize(
        "text", ["Vakant", "VAKANT (S)", "N.N., Ale", "nn", "Ale: vakant", "- vakant -", "---", "—, Ale", ""]
    )
    def test_empty_seats(self, text: str) -> None:
        """The words and signs for nobody, also with the place that is free."""
        assert is_vacant(text)

    @pytest.mark.parametrize("text", ["Ida Ek", ", Ida Ek", "(S), Ida", "Ale, vakant", "Vakanta Ek", "Ale"])
    def test_taken_seats(self, text: str) -> None:
        """Anything else may be somebody."""
        assert not is_vacant(text)


class TestAreInitials:
    def test_of_the_name(self) -> None:
        """The capitals of the name, hyphen or not; a party stays a party."""
        assert are_initials("ELE", "Eva-Lotta Ek")
        assert are_initials("IE", "Ida von Ek")
        assert not are_initials("EI", "Ida Ek")
        assert not are_initials("I", "Ida")
        assert not are_initials("MP", "Maria Persson")


def test_head() -> None:
    """The words before the first sign that parts a name from what is said of it."""
    assert head_of("Ida Ek – HR-chef, Ale") == "Ida Ek"
    assert head_of("(S) Ida Ek") == "(S) Ida Ek"
    assert head_of("B, Ale") == "B"
    assert head_of(", Ida") == ", Ida"
    for sign in (
        ",",
        " (S)",
        " – Ale",
        " - Ale",
        " X",
        "\tAle",
        " § 3",
        "; Ale",
        "| Ale",
        ": Ale",
        " från Ale",
    ):
        assert head_of(f"Ida Ek{sign}") == "Ida Ek"
    for sign in (" m.fl.", " m fl"):
        assert head_of(f"Ida Ek{sign}") == "Ida Ek"
