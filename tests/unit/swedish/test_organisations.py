"""The municipalities of Göteborgsregionen, and how an organisation is found."""

import pytest

from motesprotokoll.errors import WrongTypeError
from motesprotokoll.model import Organisation
from motesprotokoll.swedish import GR_MUNICIPALITIES, body_name, find_organisation, sort_key
from motesprotokoll.swedish.organisations import GOTEBORGSREGIONEN, KNOWN_ORGANISATIONS, known_with

# Code, name, definite form: the table of goteborgsregionen.se and the public codes, once more by hand.
MEMBERS = """
    1440 Ale · Ale kommun
    1489 Alingsås · Alingsås kommun
    1480 Göteborg · Göteborgs Stad
    1401 Härryda · Härryda kommun
    1384 Kungsbacka · Kungsbacka kommun
    1482 Kungälv · Kungälvs kommun
    1441 Lerum · Lerums kommun
    1462 Lilla Edet · Lilla Edets kommun
    1481 Mölndal · Mölndals stad
    1402 Partille · Partille kommun
    1415 Stenungsund · Stenungsunds kommun
    1419 Tjörn · Tjörns kommun
    1407 Öckerö · Öckerö kommun
"""
ROWS = [line.strip() for line in MEMBERS.strip().splitlines()]


class TestMunicipalities:
    def test_are_the_thirteen(self) -> None:
        """Each has its code, its name and its definite form, and they stand in Swedish order."""
        assert [f"{one.code} {one.name} · {body_name(one)}" for one in GR_MUNICIPALITIES] == ROWS
        assert list(GR_MUNICIPALITIES) == sorted(GR_MUNICIPALITIES, key=lambda one: sort_key(one.name))

    def test_have_the_definite_form_first(self) -> None:
        """The first alias is the definite form; none is a part of another."""
        for one in GR_MUNICIPALITIES:
            assert one.aliases[0] == body_name(one)
            assert one.kind == "kommun"
            assert one.part_of is None


class TestBodyName:
    def test_others(self) -> None:
        """Without an alias for the body the name itself stands in running text."""
        assert body_name(Organisation("Bergby", aliases=["BBY", "Bergby stad"])) == "Bergby stad"
        assert body_name(Organisation("Berg & Co", aliases=["Berg"])) == "Berg & Co"


class TestFindOrganisation:
    @pytest.mark.parametrize("one", GR_MUNICIPALITIES, ids=lambda one: one.name)
    def test_finds_each(self, one: Organisation) -> None:
        """By name, code and definite form, in any case, in the genitive, and with the body word alone."""
        body = body_name(one)
        for text in (one.name, one.code, body, f"{one.name}s", f"{body}s", f"{one.name} kommun"):
            assert text is not None
            for written in (text, text.upper(), text.lower(), f"  {text} "):
                assert find_organisation(written) is one

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Göteborgs stad", "Göteborg"),
            ("Göteborgs Stad", "Göteborg"),
            ("göteborg stad", "Göteborg"),
            ("Göteborgs kommun", "Göteborg"),
            ("GBG", "Göteborg"),
            ("Gbg", "Göteborg"),
            ("GBG:s", "Göteborg"),
            ("Kungälv kommun", "Kungälv"),
            ("Lilla\N{NO-BREAK SPACE}Edets kommun", "Lilla Edet"),
            ("O\N{COMBINING DIAERESIS}ckero\N{COMBINING DIAERESIS}", "Öckerö"),
        ],
    )
    def test_finds(self, text: str, name: str) -> None:
        """As documents write them."""
        found = find_organisation(text)
        assert found is not None
        assert found.name == name

    @pytest.mark.parametrize(
        "text",
        [
            *(
                "",
                " ",
                "kommun",
                "Ale stad",
                "Göteborg & Co",
                "Göteborgsregionen",
                "Kungälvs sjukhus",
                "Lilla",
            ),
            *("Goteborg", "144", "Alekommun", "Göteborg, Lerum", "Tjörnss", "Ale kommunen"),
        ],
    )
    def test_makes_no_guess(self, text: str) -> None:
        """What only resembles a name, or holds one, is none."""
        assert find_organisation(text) is None

    def test_own_organisations(self) -> None:
        """Other regions pass a tuple of their own; what two are called is nobody's."""
        bergby = Organisation("Bergby", kind="kommun", aliases=["BBY"])
        bank = Organisation("Bergby bank", aliases=["BBY"])
        genitive = Organisation("Bergbys")
        assert find_organisation("bby", [bergby]) is bergby
        assert find_organisation("Bergby kommun", (bergby, bank)) is bergby
        assert find_organisation("BBY", (bergby, bank)) is None
        assert find_organisation("BBY", (bergby, bergby)) is bergby
        assert find_organisation("Bergbys", (bergby, genitive)) is genitive
        assert find_organisation("Bergby bank kommun", (bank,)) is None
        assert find_organisation("Ale", ()) is None

    def test_refuses_other_types(self) -> None:
        """Only a string is looked for, and only organisations are looked through."""
        with pytest.raises(WrongTypeError):
            find_organisation(1440)  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError):
            find_organisation("Ale", ["Ale"])  # type: ignore[list-item]


class TestKnownWith:
    def test_own_ones_come_first(self) -> None:
        """The caller's organisations replace those of the same name, code or alias."""
        ale = Organisation("Ale kommun", code="1440")
        known = known_with((ale,))
        assert known[0] is ale
        assert len(known) == len(KNOWN_ORGANISATIONS)
        assert find_organisation("Ale kommun", known) is ale
        assert known_with(()) == KNOWN_ORGANISATIONS
        assert find_organisation("GR", KNOWN_ORGANISATIONS) is GOTEBORGSREGIONEN
