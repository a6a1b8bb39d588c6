"""Lists, ordinals, genitives, sentences, order, and the tables."""

import random
from datetime import date

import pytest
from babel import Locale
from babel.dates import format_date as babel_format_date
from babel.lists import format_list as babel_format_list

import motesprotokoll.swedish
from motesprotokoll.errors import WrongValueError
from motesprotokoll.model import Participant
from motesprotokoll.swedish import (
    format_date,
    format_list,
    format_ordinal,
    genitive,
    parse_list,
    parse_ordinal,
    sort_key,
    split_sentences,
)
from motesprotokoll.swedish.words import ABBREVIATIONS, MONTH_NAMES, MONTHS, WEEKDAY_NAMES, WEEKDAYS

SWEDISH = Locale("sv", "SE")


class TestTables:
    def test_months_are_those_of_cldr(self) -> None:
        """Names and abbreviations of the months are those that Babel knows."""
        wide, short = SWEDISH.months["format"]["wide"], SWEDISH.months["format"]["abbreviated"]
        assert dict(enumerate(MONTH_NAMES, 1)) == wide
        assert {name.rstrip("."): number for number, name in short.items()}.items() <= MONTHS.items()

    def test_weekdays_are_those_of_cldr(self) -> None:
        """Names and abbreviations of the weekdays are those that Babel knows."""
        wide, short = SWEDISH.days["format"]["wide"], SWEDISH.days["format"]["abbreviated"]
        assert dict(enumerate(WEEKDAY_NAMES)) == wide
        assert {name.rstrip("."): number for number, name in short.items()}.items() <= WEEKDAYS.items()

    def test_dates_are_written_as_babel_writes_them(self) -> None:
        """Where Babel has a correct pattern, ours gives the same."""
        for day in (date(2023, 4, 21), date(2024, 12, 1)):
            assert format_date(day) == babel_format_date(day, "long", SWEDISH)
            assert format_date(day, style="weekday") == babel_format_date(day, "full", SWEDISH)
            assert format_date(day, style="iso") == babel_format_date(day, "short", SWEDISH)


class TestPackage:
    def test_every_name_is_there(self) -> None:
        """Each public name leads to a value, and is listed."""
        for name in motesprotokoll.swedish.__all__:
            assert getattr(motesprotokoll.swedish, name) is not None
        assert set(motesprotokoll.swedish.__all__) <= set(dir(motesprotokoll.swedish))

    def test_other_names_are_not(self) -> None:
        """A name that does not exist is an AttributeError, as in any module."""
        with pytest.raises(AttributeError, match="parse_moon"):
            motesprotokoll.swedish.parse_moon  # noqa: B018


class TestLists:
    @pytest.mark.parametrize("words", [["A"], ["A", "B"], ["A", "B", "C"], ["A", "B", "C", "D"]])
    def test_writes_as_babel_does(self, words: list[str]) -> None:
        """The three lines of our own give what CLDR says."""
        assert format_list(words) == babel_format_list(words, locale=SWEDISH)
        assert format_list(words, conjunction="eller") == babel_format_list(words, style="or", locale=SWEDISH)

    def test_no_words(self) -> None:
        """No words are no text."""
        assert format_list([]) == ""
        assert parse_list("") == ()

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("A, B och C", ("A", "B", "C")),
            ("A, B samt C", ("A", "B", "C")),
            ("A, B, och C", ("A", "B", "C")),
            ("A,B och C,", ("A,B", "C")),
            ("A och B samt C", ("A", "B", "C")),
            ("Ida Ek, Bo Alm & Eva By", ("Ida Ek", "Bo Alm", "Eva By")),
            ("Ida Ek, Berg & Co", ("Ida Ek", "Berg & Co")),
            ("Ida Ek, Berg & Alm & Eva By", ("Ida Ek", "Berg & Alm", "Eva By")),
            ("Xenia, Max X", ("Xenia", "Max X")),
            ("Berg & Alm", ("Berg & Alm",)),
            ("Ida, Bo och Berg & Alm", ("Ida", "Bo", "Berg & Alm")),
            ("Hochberg, Blochmann", ("Hochberg", "Blochmann")),
        ],
    )
    def test_reads(self, text: str, words: tuple[str, ...]) -> None:
        """Commas, "och" and "samt" separate; "&" only where it cannot be part of a name that we know."""
        assert parse_list(text) == words


class TestOrdinals:
    def test_endings_are_those_of_cldr(self) -> None:
        """-a after the numbers whose plural rule is "one", else -e."""
        for number in range(131):
            ending = {"one": "a", "other": "e"}[SWEDISH.ordinal_form(number)]
            assert format_ordinal(number) == f"{number}:{ending}"

    @pytest.mark.parametrize("text", ["", "1", "1:e", "3:a", "x:a", "1:b", "1" * 5_000 + ":a", "٣:e"])
    def test_refuses(self, text: str) -> None:
        """Not an ordinal, or one with another number's ending."""
        with pytest.raises(WrongValueError):
            parse_ordinal(text)

    def test_reads_without_colon(self) -> None:
        """The colon is often left out."""
        assert parse_ordinal("21a") == 21


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ida", "Idas"),
        ("Lars", "Lars"),
        ("Max", "Max"),
        ("Moritz", "Moritz"),
        ("GR", "GR:s"),
        ("SKR", "SKR:s"),
        ("Adda", "Addas"),
        ("Plan 3", "Plan 3:s"),
        ("HR-chefen", "HR-chefens"),
        ("Berg & Co", "Berg & Cos"),
        ("", ""),
    ],
)
def test_genitive(name: str, expected: str) -> None:
    """An s, none after s, x and z, and a colon after what is read letter by letter."""
    assert genitive(name) == expected


class TestSplitSentences:
    @pytest.mark.parametrize(
        ("text", "sentences"),
        [
            ("", ("",)),
            ("En mening.", ("En mening.",)),
            ("En. Två! Tre? Fyra… Fem", ("En.", "Två!", "Tre?", "Fyra…", "Fem")),
            ("Möte kl. 09.00–12.00. Plats: Ale.", ("Möte kl. 09.00–12.00.", "Plats: Ale.")),
            ("Enl. Ida. (Se s. 5.) ”Ja.” Nej.", ("Enl. Ida.", "(Se s. 5.)", "”Ja.”", "Nej.")),
            ("Ida E. Ek kom. 3 gick.", ("Ida E. Ek kom.", "3 gick.")),
            ("1. Inledning. 2. Slut", ("1. Inledning.", "2. Slut")),
            ("Se punkt 4. Sedan", ("Se punkt 4.", "Sedan")),
            ("Det är bra. och så vidare", ("Det är bra. och så vidare",)),
            ("Bra.  Dubbelt", ("Bra.  Dubbelt",)),
            ("Bra. ", ("Bra. ",)),
            ("Varför... Därför.", ("Varför...", "Därför.")),
            ("Den 3 mars (prel. Ale). Åter.", ("Den 3 mars (prel. Ale).", "Åter.")),
        ],
    )
    def test_splits(self, text: str, sentences: tuple[str, ...]) -> None:
        """A stop before a space and a capital or figure ends a sentence, but not after an abbreviation."""
        assert split_sentences(text) == sentences

    @pytest.mark.parametrize("abbreviation", sorted(ABBREVIATIONS))
    def test_never_after_an_abbreviation(self, abbreviation: str) -> None:
        """None of the abbreviations ends a sentence, in brackets and at the start neither."""
        for text in (
            f"Så {abbreviation} Ale",
            f"Så ({abbreviation} Ale)",
            f"{abbreviation.capitalize()} Ale",
        ):
            assert split_sentences(text) == (text,)


# What ICU 72 says of Swedish order (CLDR sv, standard), least first.
IN_ORDER = (
    ("", " ", "-", "1", "2", "a", "A"),
    ("Lilla Edet", "Lilla-Edet", "Lillan"),
    ("e", "é", "ê", "f"),
    ("va", "vb", "wa", "wb"),
    ("Y", "ü", "Ü", "z", "å", "Å", "ä", "æ", "ö", "ø", "ő"),
    ("d", "đ", "dz"),
    ("l", "ł", "lz"),
    ("tg", "th", "þ", "ti"),
    ("ss", "ß", "st"),
    ("Aa", "Ab", "Å"),
    ("ale", "Ale", "alé"),
    ("_", "-", ",", ".", "(", "&", "+", "1", "a"),
    ("Ale", "Göteborg", "Lilla Edet", "Tjörn", "Åmål", "Ängelholm", "Öckerö"),
)


class TestSortKey:
    @pytest.mark.parametrize("expected", IN_ORDER)
    def test_order(self, expected: tuple[str, ...]) -> None:
        """The rules of CLDR for Swedish: letters, then accents, then lower case before upper."""
        shuffled = list(expected)
        random.Random(1).shuffle(shuffled)
        assert tuple(sorted(shuffled, key=sort_key)) == expected

    @pytest.mark.parametrize(
        ("one", "other"), [("Öckerö", "O\u0308ckero\u0308"), ("å\u0301", "a\u030a\u0301"), ("a\x00", "a")]
    )
    def test_same(self, one: str, other: str) -> None:
        """Texts that are canonically the same have the same key; control signs weigh nothing."""
        assert sort_key(one) == sort_key(other)

    def test_other_letters_come_last(self) -> None:
        """Letters of other scripts, and rare signs, have a place too."""
        assert sorted(["Ж", "ö", "€", "¶", "½", "²", "a\u0323\u030a"], key=sort_key) == [
            "¶",
            "€",
            "²",
            "a\u0323\u030a",
            "ö",
            "½",
            "Ж",
        ]

    def test_by(self) -> None:
        """People by first name, last name or organisation; those without one last."""
        ida = Participant("Ida Ek", organisation="Öckerö")
        bo = Participant("Bo Åberg", organisation="Ale")
        eva = Participant("Eva Alm")
        people = [ida, eva, bo]
        assert sorted(people, key=lambda one: sort_key(one, by="given")) == [bo, eva, ida]
        assert sorted(people, key=lambda one: sort_key(one)) == [bo, eva, ida]
        assert sorted(people, key=lambda one: sort_key(one, by="family")) == [eva, ida, bo]
        assert sorted(people, key=lambda one: sort_key(one, by="organisation")) == [bo, ida, eva]
        texts = ["Ida Ek, Öckerö", "Eva Alm", "Bo Åberg, Ale"]
        assert sorted(texts, key=lambda one: sort_key(one, by="organisation")) == [
            texts[2],
            texts[0],
            texts[1],
        ]

    def test_refuses_other_words(self) -> None:
        """There is nothing else to sort by."""
        with pytest.raises(WrongValueError):
            sort_key("a", by="age")  # type: ignore[arg-type]
