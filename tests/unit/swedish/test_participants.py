"""People: lines of an attendance list, and names in running text."""

from typing import Any

import pytest

from motesprotokoll.errors import WrongTypeError, WrongValueError
from motesprotokoll.model import Attendance, Organisation, Participant
from motesprotokoll.swedish import (
    format_participant,
    looks_like_role,
    parse_participant,
    reads_back,
    resolve_name,
)


class TestParseParticipant:
    @pytest.mark.parametrize(
        ("line", "fields"),
        [
            ("Ida Ek", {}),
            ("Vakant", {}),
            ("N.N.", {}),
            ("Ida Ek, Ale", {"organisation": "Ale"}),
            ("Ida Ek, GR", {"organisation": "GR"}),
            ("Ida Ek, Lilla Edet", {"organisation": "Lilla Edet"}),
            ("Ida Ek, Berg & Co", {"organisation": "Berg & Co"}),
            ("Ida Ek, Nordisk Konsult", {"organisation": "Nordisk Konsult"}),
            ("Ida Ek, Konsult AB", {"organisation": "Konsult AB"}),
            ("Ida Ek, stadsledningskontoret", {"organisation": "stadsledningskontoret"}),
            ("Ida Ek, HR-chef", {"role": "HR-chef"}),
            ("Ida Ek, ordf.", {"role": "ordf."}),
            ("Ida Ek, koordinerar arbetet", {"role": "koordinerar arbetet"}),
            ("Ida Ek, tf. HR-chef, Ale", {"role": "tf. HR-chef", "organisation": "Ale"}),
            ("Ida Ek, Tf. HR-chef, Ale", {"role": "Tf. HR-chef", "organisation": "Ale"}),
            ("Ida Ek, v. ordförande, Ale", {"role": "v. ordförande", "organisation": "Ale"}),
            ("Ida Ek, 1:e vice ordförande, Ale", {"role": "1:e vice ordförande", "organisation": "Ale"}),
            (
                "Ida Ek, verksamhetschef Vård och omsorg, Ale",
                {"role": "verksamhetschef Vård och omsorg", "organisation": "Ale"},
            ),
            ("Ida Ek, Skolförvaltningen, Ale", {"unit": "Skolförvaltningen", "organisation": "Ale"}),
            ("Ida Ek, kommunkansliet, Ale", {"unit": "kommunkansliet", "organisation": "Ale"}),
            ("Ida Ek, Berg & Co, Ale", {"unit": "Berg & Co", "organisation": "Ale"}),
            ("Ida Ek, Vård och omsorg, Ale", {"unit": "Vård och omsorg", "organisation": "Ale"}),
            (
                "Ida Ek, HR-chef, Kansliet, Ale",
                {"role": "HR-chef", "unit": "Kansliet", "organisation": "Ale"},
            ),
            ("Ida Ek, A, B, C, Ale", {"unit": "A, B, C", "organisation": "Ale"}),
            ("Ida Ek, Ale, ordförande", {"role": "ordförande", "organisation": "Ale"}),
            ("Ida Ek (Ale)", {"organisation": "Ale"}),
            ("Ida Ek (Ale), Kansliet", {"organisation": "Kansliet", "note": "Ale"}),
            ("Ida Ek (S), Ale, ordförande", {"role": "ordförande", "organisation": "Ale", "note": "S"}),
            ("Ida Ek (m)", {"note": "m"}),
            ("Ida Ek (ordförande), Ale", {"role": "ordförande", "organisation": "Ale"}),
            ("Ida Ek (protokollförare)", {"role": "protokollförare"}),
            ("Ida Ek (HR-chef), ordförande", {"role": "ordförande", "note": "HR-chef"}),
            ("Ida Ek (protokoll)", {"note": "protokoll"}),
            ("Ida Ek (via länk), Ale", {"organisation": "Ale", "note": "via länk"}),
            ("Ida Ek, Ale (t.o.m. punkt 4)", {"organisation": "Ale", "note": "t.o.m. punkt 4"}),
            ("Ida Ek (tjänstgörande)", {"note": "tjänstgörande"}),
            ("Ida Ek (anslöt senare)", {"note": "anslöt senare"}),
            ("Ida Ek (2)", {"note": "2"}),
            ("Ida Ek (X, Y)", {"note": "X, Y"}),
            ("Ida Ek ()", {}),
            ("Ida Ek, Ale, via länk", {"organisation": "Ale", "note": "via länk"}),
            ("Ida Ek, Ale, kl. 8.15–11.00", {"organisation": "Ale", "note": "kl. 8.15–11.00"}),
            ("Ida Ek (M), §§ 21, 23–25", {"note": "M; §§ 21, 23–25"}),
            ("Ida Ek, 12", {"note": "12"}),
            ("Ida Ek (M) ersätter Bo Alm (M) § 24", {"note": "M; ersätter Bo Alm (M) § 24"}),
            ("Ida Ek, mötesordf. § 74-88", {"role": "mötesordf.", "note": "§ 74-88"}),
            ("Ida Ek t.o.m. punkt 4", {"note": "t.o.m. punkt 4"}),
            ("Ida Ek kl. 8.15–11.00, Ale", {"organisation": "Ale", "note": "kl. 8.15–11.00"}),
            ("Ida Ek, Ale,", {"organisation": "Ale"}),
            ("Ida Ek, Bo Alm", {"note": "Bo Alm"}),
            ("Ida Ek, Bo Alm, Ale", {"organisation": "Ale", "note": "Bo Alm"}),
            ("Ida Ek, Stora Torget", {"organisation": "Stora Torget"}),
            ("Chefen Ida Ek", {"role": "Chefen"}),
            ("VD Ida Ek, ordförande", {"role": "VD, ordförande"}),
            ("Ida Ek, Kommunalrådet", {"role": "Kommunalrådet"}),
            ("Ida Ek, Ale, 0700-00 00 00, 0300-1", {"organisation": "Ale", "note": "0700-00 00 00, 0300-1"}),
            ("Ida Ek\tAle\t", {"organisation": "Ale"}),
            ("Ida    Ek, Ale", {"organisation": "Ale"}),
            (" Ida  Ek ,\N{NO-BREAK SPACE}Ale", {"organisation": "Ale"}),
        ],
    )
    def test_reads_every_shape(self, line: str, fields: dict[str, str]) -> None:
        """Each part of the line is found by its place and its words."""
        assert parse_participant(line) == Participant("Ida Ek" if "Ek" in line else line, **fields)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("line", "name", "organisation"),
        [
            ("(via länk)", "(via länk)", None),
            (", Ida Ek", "Ida Ek", None),
            ("(S), Ida Ek", "(S), Ida Ek", None),
            ("Ida (Ek, Ale", "Ida (Ek", "Ale"),
            ("Ida) Ek (, Ale", "Ida) Ek (", "Ale"),
            ("Ida, Bo", "Ida", None),
            ("Ek, Ida, Ale", "Ek, Ida", "Ale"),
            ("Rektor Ida, Ale", "Ida", "Ale"),
            ("Ale: båtar", "Ale: båtar", None),
            ("Chef för Bo Ek", "Chef för Bo Ek", None),
            ("A b c d e f g h", "A b c d e f g h", None),
            ("Anna-Lena af Ek Alm-Berg, Ale", "Anna-Lena af Ek Alm-Berg", "Ale"),
        ],
    )
    def test_odd_lines_lose_nothing(self, line: str, name: str, organisation: str | None) -> None:
        """A line that fits no shape still gives a name."""
        person = parse_participant(line)
        assert (person.name, person.organisation) == (name, organisation)

    @pytest.mark.parametrize("line", ["", "---", " 12, 13", "()"])
    def test_refuses_what_names_nobody(self, line: str) -> None:
        """Without a letter there is no name."""
        with pytest.raises(WrongValueError):
            parse_participant(line)

    def test_refuses_other_types(self) -> None:
        """Only a string is read."""
        with pytest.raises(WrongTypeError):
            parse_participant(None)  # type: ignore[arg-type]


class TestFormatParticipant:
    def test_the_order_of_the_parts(self) -> None:
        """Name, role, unit, organisation and the note in brackets; only what is known."""
        person = Participant("Ida Ek", role="HR-chef", unit="Kansliet", organisation="Ale", note="via länk")
        assert format_participant(person) == "Ida Ek, HR-chef, Kansliet, Ale (via länk)"
        assert format_participant(Participant("Ida Ek")) == "Ida Ek"

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"organisation": "Ale"}, True),
            ({"organisation": "Ale", "attendance": Attendance.ABSENT, "group": "Förhinder"}, True),
            ({"role": "HR-chef", "organisation": "Ale", "note": "S"}, True),
            ({"note": "M; §§ 21, 23"}, True),
            ({"unit": "Kansliet"}, False),
            ({"note": "Ale"}, False),
            ({"organisation": "Ale, Lerum"}, False),
            ({"role": "Ale"}, False),
        ],
    )
    def test_reads_back(self, fields: Any, expected: bool) -> None:
        """Whether the line is read as the same person is told without trying elsewhere."""
        assert reads_back(Participant("Ida Ek", **fields)) is expected

    def test_a_name_without_letters_does_not_read_back(self) -> None:
        """The model takes a name that is no name; the line does not."""
        assert not reads_back(Participant("---"))


class TestLooksLikeRole:
    @pytest.mark.parametrize(
        "text", ["HR-chef", "Chef för kansliet", "vd", "VD", "bitr. rektor", "Administrativ chef"]
    )
    def test_roles(self, text: str) -> None:
        """A word of the tables, at the start or in lower case, makes a role."""
        assert looks_like_role(text)

    @pytest.mark.parametrize("text", ["", "Ale", "Nordisk Konsult", "Ledarna", "Chef AB", "Vårdförbundet"])
    def test_others(self, text: str) -> None:
        """Organisations are none."""
        assert not looks_like_role(text)


PEOPLE = (
    Participant("Ida Ek", organisation="Lerums kommun"),
    Participant("Bo Alm", organisation="Ale"),
    Participant("Bo Berg", organisation="Göteborgs Stad"),
    Participant("Eva-Lotta Ek Alm", unit="Kansliet"),
    Participant("Lars Sten"),
    Participant("Andrea By"),
    Participant("Andreas By"),
)
IDA, BO_IN_ALE, BO_IN_TOWN, EVA, LARS, _, _ = PEOPLE


class TestResolveName:
    @pytest.mark.parametrize(
        ("written", "person"),
        [
            ("Ida", IDA),
            ("ida", IDA),
            ("Idas", IDA),
            ("Ida Ek", IDA),
            ("Ida Eks", IDA),
            ("Ida på Lerum", IDA),
            ("Ida från Lerums kommun", IDA),
            ("Bo i Ale", BO_IN_ALE),
            ("Bo från Ale kommun", BO_IN_ALE),
            ("Bo i Göteborg", BO_IN_TOWN),
            ("Bo Alm", BO_IN_ALE),
            ("Eva-Lotta", EVA),
            ("Eva-Lotta Ek", EVA),
            ("Eva-Lotta på Kansliet", EVA),
            ("Lars", LARS),
            ("Andrea By", PEOPLE[5]),
        ],
    )
    def test_finds_the_one(self, written: str, person: Participant) -> None:
        """A name that fits one person names that person."""
        assert resolve_name(written, PEOPLE) == person

    @pytest.mark.parametrize(
        "written",
        [
            "",
            "Bo",
            "Bos",
            "Eva",
            "Ek",
            "Maja",
            "Ida på Öckerö",
            "Ida Ek Alm",
            "Ida i",
            "Andreas",
            "Lars i Ale",
        ],
    )
    def test_makes_no_guess(self, written: str) -> None:
        """Nobody or more than one, another place, a genitive that is also a name: no guess."""
        assert resolve_name(written, PEOPLE) is None

    def test_the_same_person_twice_is_one(self) -> None:
        """Who is listed twice is not two people."""
        again = Participant("Ida Ek", organisation="Lerums kommun", note="via länk")
        assert resolve_name("Ida", (*PEOPLE, again)) == IDA

    def test_nobody_attends(self) -> None:
        """Without a list there is nobody."""
        assert resolve_name("Ida", ()) is None


NEIGHBOURS = (
    Participant("Maria Ek", organisation="Öckerö kommun"),
    Participant("Maria Berg", organisation="Göteborgs Stad"),
    Participant("Ida Al", organisation="Ale"),
    Participant("Ida By Lund", unit="Lerums kommun"),
    Participant("Ek, Sara", organisation="GR"),
    Participant("Per Dal", organisation="Bergby"),
    Participant("Per Alm", organisation="Havsvik"),
)
ON_THE_ISLAND, IN_TOWN, IN_ALE, IN_LERUM, TURNED, IN_BERGBY, _ = NEIGHBOURS


class TestResolveByPlace:
    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("Maria på Öckerö", ON_THE_ISLAND),
            ("Marias på Öckerö", ON_THE_ISLAND),
            ("Maria (Öckerö)", ON_THE_ISLAND),
            ("Maria (Öckerö kommun)", ON_THE_ISLAND),
            ("Maria från GBG", IN_TOWN),
            ("Maria hos Göteborgs kommun", IN_TOWN),
            ("Maria i 1480", IN_TOWN),
            ("Ida från Ale kommun", IN_ALE),
            ("Ida Al från Ale", IN_ALE),
            ("Ida i Lerum", IN_LERUM),
            ("Ida A", IN_ALE),
            ("Ida A.", IN_ALE),
            ("Ida B", IN_LERUM),
            ("Ida L.", IN_LERUM),
            ("ida by l", IN_LERUM),
            ("Maria B på Göteborg", IN_TOWN),
            ("Sara", TURNED),
            ("Sara Ek", TURNED),
            ("Sara på Göteborgsregionen", TURNED),
            ("Per från Bergby", IN_BERGBY),
        ],
    )
    def test_finds_the_one(self, written: str, expected: Participant) -> None:
        """A place by any of its names, or the initial of a surname, tells two of one first name apart."""
        assert resolve_name(written, NEIGHBOURS) == expected

    @pytest.mark.parametrize(
        "written",
        [
            *(
                "Maria",
                "Marias",
                "Maria på Ale",
                "Maria (Ale)",
                "Maria (Öckerö",
                "Ida X",
                "Ida E.",
                "Ida .",
                "Ida (",
            ),
            *(
                "Ida ()",
                "Ida Al på Lerum",
                "Per",
                "Per från BBY",
                "Maria på",
                "på Öckerö",
                "Ida från kommunen",
            ),
        ],
    )
    def test_makes_no_guess(self, written: str) -> None:
        """Two who fit, a place that is not theirs or that nobody knows: nobody."""
        assert resolve_name(written, NEIGHBOURS) is None

    def test_two_with_the_same_initial(self) -> None:
        """An initial that two surnames have names nobody."""
        assert resolve_name("Ida E", [Participant("Ida Ek"), Participant("Ida Elm")]) is None

    def test_own_organisations(self) -> None:
        """Aliases come from the caller's organisations."""
        own = [Organisation("Bergby", aliases=["BBY"])]
        assert resolve_name("Per från BBY", NEIGHBOURS, organisations=own) == IN_BERGBY


# Lines of one person: what the signs and words of each make of it.
LINES = [
    ("Ida    Ek", "Ida Ek"),
    ("Ida Ek    Ale", "Ida Ek [org: Ale]"),
    ("Ida\tEk", "Ida [org: Ek]"),
    ("Ida | Ale", "Ida [org: Ale]"),
    ("Ida Ek ,\tAle", "Ida Ek [org: Ale]"),
    ("Max Ek\tAlex", "Max Ek [org: Alex]"),
    ("Ale, Ida Ek, HR-chef", "Ida Ek [roll: HR-chef] [org: Ale]"),
    ("Ale, Zofi Vass", "Ale [org: Zofi Vass]"),
    ("Ek, Ida, Ale", "Ek, Ida [org: Ale]"),
    ("Ek Alm, Ida", "Ek Alm [org: Ida]"),
    ("Ek, Ida Bo", "Ek [not: Ida Bo]"),
    ("ek, Ida", "ek [org: Ida]"),
    ("Ale: Ida", "Ida [org: Ale]"),
    ("Ale: Zofi", "Ale: Zofi"),
    ("Ida Ek: ordförande", "Ida Ek [roll: ordförande]"),
    ("Ida Ek:ordförande", "Ida Ek:ordförande"),
    ("Ida Ek - Ale", "Ida Ek [org: Ale]"),
    ("Ida Ek – Zofi Vass", "Ida Ek [org: Zofi Vass]"),
    ("Ida Ek - Zofi Vass", "Ida Ek - Zofi Vass"),
    ("Ida Ek – Bo Alm", "Ida Ek – Bo Alm"),
    ("Ida Ek - ordförande", "Ida Ek [roll: ordförande]"),
    ("Ida Ek – för Ale", "Ida Ek [not: för Ale]"),
    ("Ida Ek - för Ale", "Ida Ek [not: för Ale]"),
    ("Ida Ek – 3", "Ida Ek – 3"),
    ("Ida Ek – via länk", "Ida Ek [not: via länk]"),
    ("Ida Ek (S) – Ale", "Ida Ek [org: Ale] [not: S]"),
    ("ale – Ida Ek", "ale – Ida Ek"),
    ("Ale – Zofi", "Ale – Zofi"),
    ("Ida Ek via länk", "Ida Ek [not: via länk]"),
    ("Ida Ek Via länk", "Ida Ek Via länk"),
    ("Ida via länk", "Ida [not: via länk]"),
    ("Ida Ek (via länk) via telefon", "Ida Ek [not: via länk; via telefon]"),
    ("HR-chef Ida Ek deltar på distans", "Ida Ek [roll: HR-chef] [not: deltar på distans]"),
    ("Ida Ek § 3", "Ida Ek [not: § 3]"),
    ("Ida Ek §§ 3–5", "Ida Ek [not: §§ 3–5]"),
    ("Ida Ek, § 3, 5", "Ida Ek [not: § 3, 5]"),
    ("Ida Ek, § 3, § 5", "Ida Ek [not: § 3; § 5]"),
    ("Ida Ek, § 3, del av § 5", "Ida Ek [not: § 3; del av § 5]"),
    ("Ida Ek, 5", "Ida Ek [not: 5]"),
    ("Ida Ek, via länk, 5", "Ida Ek [not: via länk; 5]"),
    ("Ida Ek, Ale, Via länk", "Ida Ek [enhet: Ale] [org: Via länk]"),
    ("Ida Ek, via länk, Ale", "Ida Ek [org: Ale] [not: via länk]"),
    ("Ida Ek, S, Ale", "Ida Ek [enhet: S] [org: Ale]"),
    ("Ida Ek, s", "Ida Ek [not: s]"),
    ("Ida, Bo", "Ida [not: Bo]"),
    ("Ida, Ale", "Ida [org: Ale]"),
    ("Ida Ek, Bo", "Ida Ek [org: Bo]"),
    ("Ida Ek, Bo Alm", "Ida Ek [not: Bo Alm]"),
    ("Ida Ek (ale)", "Ida Ek [org: ale]"),
    ("Ida Ek (Ale, Lerum)", "Ida Ek [not: Ale, Lerum]"),
    ("Ida Ek (Ale), Lerum", "Ida Ek [org: Lerum] [not: Ale]"),
    ("Ida Ek (HR-chef), rektor, Ale", "Ida Ek [roll: rektor] [org: Ale] [not: HR-chef]"),
    ("Ida Ek (HR-chef) (Ale)", "Ida Ek [roll: HR-chef] [org: Ale]"),
    ("Ida Ek (IE)", "Ida Ek [not: IE]"),
    ("Ida Ek (EK)", "Ida Ek [org: EK]"),
    ("Ida Ek (Byggkonsult Ek)", "Ida Ek [org: Byggkonsult Ek]"),
    ("Ida Ek (Byggkonsult Alm)", "Ida Ek [roll: Byggkonsult Alm]"),
    ("Ida (Byggkonsult Ida)", "Ida [roll: Byggkonsult Ida]"),
    ("Ida Ek (S, M), Ale", "Ida Ek [org: Ale] [not: S, M]"),
    ("Ida Ek (S, Ale", "Ida Ek (S [org: Ale]"),
    ("Ida Ek, chefen, rektor", "Ida Ek [roll: chefen, rektor]"),
    ("Ida Ek, HR-chef, rektor", "Ida Ek [roll: HR-chef, rektor]"),
    ("Ida Ek, HR-chef, kansliet", "Ida Ek [roll: HR-chef] [org: kansliet]"),
    ("Ida Ek, HR-chef, kansliet, Ale", "Ida Ek [roll: HR-chef] [enhet: kansliet] [org: Ale]"),
    ("Ida Ek, kansliet, Ale", "Ida Ek [enhet: kansliet] [org: Ale]"),
    ("Ida Ek, kansliet, HR-chef", "Ida Ek [roll: HR-chef] [org: kansliet]"),
    ("Ida Ek, Ale, HR-chef", "Ida Ek [roll: HR-chef] [org: Ale]"),
    ("Ida Ek, något annat, Ale", "Ida Ek [roll: något annat] [org: Ale]"),
    ("Ida Ek, något annat", "Ida Ek [roll: något annat]"),
    ("Ida Ek, protokoll", "Ida Ek [not: protokoll]"),
    ("Ida Ek, sekreterare", "Ida Ek [roll: sekreterare]"),
    ("Ida Ek, skriv till ida@ale.example", "Ida Ek [roll: skriv till ida@ale.example]"),
    ("Ida Ek, Ale, bo@x", "Ida Ek [org: Ale] [not: bo@x]"),
    ("Rektor Ida Ek, chef, Ale", "Ida Ek [roll: Rektor, chef] [org: Ale]"),
    ("Ida Ek; Ale", "Ida Ek [org: Ale]"),
    ("Ida Ek –", "Ida Ek –"),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_what_a_line_makes_of_its_parts(line: str, expected: str) -> None:
    """A comma, a bracket, a dash, a known word: each decides what a part of the line is."""
    one = parse_participant(line)
    parts = (("roll", one.role), ("enhet", one.unit), ("org", one.organisation), ("not", one.note))
    told = "".join(f" [{name}: {value}]" for name, value in parts if value is not None)
    assert f"{one.name}{told}" == expected
