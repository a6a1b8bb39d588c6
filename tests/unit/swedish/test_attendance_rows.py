"""Rows of attendance lists in every shape: who they name, and that no letter of them is lost."""

import pytest

from letters import letters, letters_of
from motesprotokoll.errors import WrongTypeError
from motesprotokoll.model import Attendance, Participant
from motesprotokoll.swedish import (
    NameWords,
    format_participant,
    parse_participant,
    parse_participants,
    parse_row,
    reads_back,
)
from timing import grows_at_most


def person(one: Participant) -> str:
    parts = (("roll", one.role), ("enhet", one.unit), ("org", one.organisation), ("not", one.note))
    return one.name + "".join(f" [{name}: {value}]" for name, value in parts if value is not None)


# Every shape of attendance that minutes in the wild take: the row, and the people whom it names.
SHAPES: list[tuple[str, list[str]]] = [
    ("Ida Ek, Ale", ["Ida Ek [org: Ale]"]),
    ("Ida Ek, tf. HR-chef, Lerum", ["Ida Ek [roll: tf. HR-chef] [org: Lerum]"]),
    ("Ida Ek, Skolförvaltningen, Göteborg", ["Ida Ek [enhet: Skolförvaltningen] [org: Göteborg]"]),
    ("Ida Ek, Berg & Co, Göteborg", ["Ida Ek [enhet: Berg & Co] [org: Göteborg]"]),
    ("Eva-Lotta Alm Nykvist, SKR", ["Eva-Lotta Alm Nykvist [org: SKR]"]),
    ("Ida Ek, GR", ["Ida Ek [org: GR]"]),
    ("Ida Ek, Bo Ek, Ale kommun", ["Ida Ek [org: Ale kommun]", "Bo Ek [org: Ale kommun]"]),
    ("Ida Ek, Bo Ek", ["Ida Ek", "Bo Ek"]),
    (
        "Ale kommun: Ida Ek, Bo Ek, Lerums kommun: Eva Al",
        ["Ida Ek [org: Ale kommun]", "Bo Ek [org: Ale kommun]", "Eva Al [org: Lerums kommun]"],
    ),
    ("Ale: Ida Ek, Bo Alm och Eva Al", ["Ida Ek [org: Ale]", "Bo Alm [org: Ale]", "Eva Al [org: Ale]"]),
    ("Ale – Ida Ek", ["Ida Ek [org: Ale]"]),
    ("Ida Ek – Ale", ["Ida Ek [org: Ale]"]),
    ("Ida Ek (Ale kommun)", ["Ida Ek [org: Ale kommun]"]),
    ("Ida Ek (S), Ale, ordförande", ["Ida Ek [roll: ordförande] [org: Ale] [not: S]"]),
    ("Ida Ek (S), Ale, 1:e vice ordförande", ["Ida Ek [roll: 1:e vice ordförande] [org: Ale] [not: S]"]),
    ("Ida Ek (m)", ["Ida Ek [not: m]"]),
    ("Bo Ek (M) ersätter Per Lind (M) § 24", ["Bo Ek [not: M; ersätter Per Lind (M) § 24]"]),
    ("Ida Ek (V) (tjänstgörande)", ["Ida Ek [not: V; tjänstgörande]"]),
    ("Ida Ek (M), §§ 21–23", ["Ida Ek [not: M; §§ 21–23]"]),
    ("Ida Ek (M), §§ 1–12, ej § 13", ["Ida Ek [not: M; §§ 1–12; ej § 13]"]),
    (
        "Ida Ek (KD), tjänstgörande ersättare för Bo Ek (S), §§ 26–32",
        ["Ida Ek [not: KD; tjänstgörande ersättare för Bo Ek (S); §§ 26–32]"],
    ),
    ("Ida Ek (endast muntliga föredragningar)", ["Ida Ek [not: endast muntliga föredragningar]"]),
    ("Ida Ek (oberoende, tidigare KD)", ["Ida Ek [not: oberoende, tidigare KD]"]),
    ("Ida Ek (C), del av § 80", ["Ida Ek [not: C; del av § 80]"]),
    ("Ida Ek X, mötesordf. § 74-88", ["Ida Ek [roll: mötesordf.] [not: § 74-88]"]),
    ("Ida Ek X, ej § 91-97", ["Ida Ek [not: ej § 91-97]"]),
    ("Ida Ek anmält förhinder", ["Ida Ek [not: anmält förhinder]"]),
    ("Ida Ek t.o.m. punkt 4", ["Ida Ek [not: t.o.m. punkt 4]"]),
    ("Ida Ek\tHR-chef\tAle", ["Ida Ek [roll: HR-chef] [org: Ale]"]),
    ("Ida Ek      Ale", ["Ida Ek [org: Ale]"]),
    ("| Ida Ek | HR-chef | Ale |", ["Ida Ek [roll: HR-chef] [org: Ale]"]),
    ("HR-chef Ida Ek, Ale", ["Ida Ek [roll: HR-chef] [org: Ale]"]),
    ("Ida Ek, Ale, ida.ek@ale.example", ["Ida Ek [org: Ale] [not: ida.ek@ale.example]"]),
    ("Ida Ek <ida.ek@ale.example>, Ale", ["Ida Ek [org: Ale] [not: ida.ek@ale.example]"]),
    ("Ida Ek (deltar från punkt 4), Ale", ["Ida Ek [org: Ale] [not: deltar från punkt 4]"]),
    ("Ida Ek, Ale, deltar från punkt 4", ["Ida Ek [org: Ale] [not: deltar från punkt 4]"]),
    ("Ida Ek deltar från punkt 4", ["Ida Ek [not: deltar från punkt 4]"]),
    ("Ida Ek, Ale, kl. 8.15–11.00", ["Ida Ek [org: Ale] [not: kl. 8.15–11.00]"]),
    ("Ida Ek (protokoll)", ["Ida Ek [not: protokoll]"]),
    ("Ida", ["Ida"]),
    ("Ida, Bo, Eva samt Ola", ["Ida", "Bo", "Eva", "Ola"]),
    (
        "Ida Ek, Ale, Bo Ek, Lilla Edet, Eva Al, Tjörn",
        ["Ida Ek [org: Ale]", "Bo Ek [org: Lilla Edet]", "Eva Al [org: Tjörn]"],
    ),
    (
        "Ordf. Ida Ek, VD Bo Ek och rektor Maria Al",
        ["Ida Ek [roll: Ordf.]", "Bo Ek [roll: VD]", "Maria Al [roll: rektor]"],
    ),
    ("Ida Ek, Vård och omsorg, Ale", ["Ida Ek [enhet: Vård och omsorg] [org: Ale]"]),
    (
        "Ida Ek, Myndigheten för båtar och bryggor",
        ["Ida Ek [org: Myndigheten för båtar och bryggor]"],
    ),
]

NOBODY = [
    *("Vakant", "Vakant, Lerum", "Vakant (S)", "Lerum: vakant", "N.N.", "N.N., Ale", "NN", "---", "–", ""),
    *("Öckerö", "Ale kommun", "Ekonomiavdelningen", "alla i styrelsen", "samt ytterligare 31 medlemmar"),
    *("Samtliga ledamöter", "Ingen", "ingen, inte någon", "Vård och Omsorg", "Ale och Lerum"),
    *("Samt 4 åhörare", "Hela nämnden", "Kommunstyrelsen", "Se bilaga 1", "Enligt närvarolista"),
    *("Vakant plats (S)", "N.N. (M)", "Övriga: inga", "Representanter från Ale och Lerum"),
]

# Rows invented for this table, with what they must give, before any of them was read.
INVENTED: list[tuple[str, list[str]]] = [
    (
        "Åsa Lindqvist-Öberg, bitr. socialchef, Härryda kommun",
        ["Åsa Lindqvist-Öberg [roll: bitr. socialchef] [org: Härryda kommun]"],
    ),
    ("Mohamed al-Rashid, Partille", ["Mohamed al-Rashid [org: Partille]"]),
    (
        "José María de la Fuente, controller, Mölndals stad",
        ["José María de la Fuente [roll: controller] [org: Mölndals stad]"],
    ),
    ("Bo E. Alm, Tjörn", ["Bo E. Alm [org: Tjörn]"]),
    ("B. Alm, Tjörn", ["B. Alm [org: Tjörn]"]),
    ("Siobhán O’Connor, strateg, SKR", ["Siobhán O’Connor [roll: strateg] [org: SKR]"]),
    (
        "Karin Ek Alm och Per-Olof Sten, Öckerö kommun",
        ["Karin Ek Alm [org: Öckerö kommun]", "Per-Olof Sten [org: Öckerö kommun]"],
    ),
    ("Lars Ek / Eva Al, Lerum", ["Lars Ek [org: Lerum]", "Eva Al [org: Lerum]"]),
    (
        "Kungälvs kommun: Ulla Berg (M), ordförande; Jan Ask (S)",
        [
            "Ulla Berg [roll: ordförande] [org: Kungälvs kommun] [not: M]",
            "Jan Ask [org: Kungälvs kommun] [not: S]",
        ],
    ),
    (
        "Tf. förvaltningschef Nils Holm, Alingsås",
        ["Nils Holm [roll: Tf. förvaltningschef] [org: Alingsås]"],
    ),
    ("Kommunalrådet Greta Frost (C)", ["Greta Frost [roll: Kommunalrådet] [not: C]"]),
    ("Ordförande: Greta Frost, Ale", ["Greta Frost [roll: Ordförande] [org: Ale]"]),
    (
        "Ordförande: Greta Frost, sekreterare: Jan Ask",
        ["Greta Frost [roll: Ordförande]", "Jan Ask [roll: sekreterare]"],
    ),
    (
        "Göteborgs Stad – Anna Vik, Olof Ask",
        ["Anna Vik [org: Göteborgs Stad]", "Olof Ask [org: Göteborgs Stad]"],
    ),
    (
        "Anna Vik – verksamhetschef, Stenungsund",
        ["Anna Vik [roll: verksamhetschef] [org: Stenungsund]"],
    ),
    ("Anna Vik - Kungsbacka", ["Anna Vik [org: Kungsbacka]"]),
    ("Anna Vik - Alm", ["Anna Vik - Alm"]),
    ("Ale, Anna Vik", ["Anna Vik [org: Ale]"]),
    ("Anna Vik, Bo Ask, Carl Ryd", ["Anna Vik", "Bo Ask", "Carl Ryd"]),
    ("Anna Vik, Bo Ask, Carl Ryd, Lerum", ["Anna Vik", "Bo Ask", "Carl Ryd [org: Lerum]"]),
    ("Anna, Ale", ["Anna [org: Ale]"]),
    ("Anna och Bo", ["Anna", "Bo"]),
    ("Anna Vik, Nya Bergtaget", ["Anna Vik [org: Nya Bergtaget]"]),
    ("Anna Vik, Svenska Kyrkan", ["Anna Vik [org: Svenska Kyrkan]"]),
    ("Anna Vik, Stora Torget, Göteborg", ["Anna Vik [enhet: Stora Torget] [org: Göteborg]"]),
    ("Anna Vik (AV)", ["Anna Vik [not: AV]"]),
    ("Anna Vik (GR)", ["Anna Vik [org: GR]"]),
    ("Anna Vik (L), Ale, t.o.m. kl. 11.15", ["Anna Vik [org: Ale] [not: L; t.o.m. kl. 11.15]"]),
    ("Anna Vik (via Teams)", ["Anna Vik [not: via Teams]"]),
    ("Anna Vik via länk", ["Anna Vik [not: via länk]"]),
    ("Anna Vik, tel. 0303-12 34 56", ["Anna Vik [not: tel. 0303-12 34 56]"]),
    ("Anna Vik, Kungälv, 070-000 00 00", ["Anna Vik [org: Kungälv] [not: 070-000 00 00]"]),
    (
        "Anna Vik, anna@ex.example; Bo Ask, bo@ex.example",
        ["Anna Vik [not: anna@ex.example]", "Bo Ask [not: bo@ex.example]"],
    ),
    (
        "Anna Vik, HR-chef, Ale; Bo Ask, HR-strateg, Tjörn",
        ["Anna Vik [roll: HR-chef] [org: Ale]", "Bo Ask [roll: HR-strateg] [org: Tjörn]"],
    ),
    ("Anna Vik; HR-chef; Ale", ["Anna Vik [roll: HR-chef] [org: Ale]"]),
    ("Anna Vik tjänstledig", ["Anna Vik [not: tjänstledig]"]),
    ("Anna Vik, föräldraledig", ["Anna Vik [not: föräldraledig]"]),
    ("Vik, Anna", ["Vik, Anna"]),
    ("Anna Vik m.fl.", ["Anna Vik [not: m.fl.]"]),
    ("Anna Vik samt Bo Ask", ["Anna Vik", "Bo Ask"]),
    ("Anna Vik, Bo Ask & Carl Ryd", ["Anna Vik", "Bo Ask", "Carl Ryd"]),
    ("Carl von Ryd, Fredrik af Sten, Ale", ["Carl von Ryd [org: Ale]", "Fredrik af Sten [org: Ale]"]),
    ("Anna Vik, Erik Dahls skola, Ale", ["Anna Vik [enhet: Erik Dahls skola] [org: Ale]"]),
    ("Anna Vik, Karl Johansskolan, Göteborg", ["Anna Vik [enhet: Karl Johansskolan] [org: Göteborg]"]),
    (
        "Anna Vik, kommunstyrelsens ordförande, Ale",
        ["Anna Vik [roll: kommunstyrelsens ordförande] [org: Ale]"],
    ),
    (
        "Anna Vik, chef för vård, skola och omsorg, Ale",
        ["Anna Vik [roll: chef för vård] [enhet: skola och omsorg] [org: Ale]"],
    ),
    ("Anna Vik X", ["Anna Vik"]),
    ("Anna Vik §§ 3–9", ["Anna Vik [not: §§ 3–9]"]),
    ("Anna Vik (ersättare för Bo Ask)", ["Anna Vik [roll: ersättare för Bo Ask]"]),
    ("Professor Anna Vik, Chalmers", ["Anna Vik [roll: Professor] [org: Chalmers]"]),
    ("Dr. Anna Vik, Sahlgrenska", ["Anna Vik [roll: Dr.] [org: Sahlgrenska]"]),
    ("ANNA VIK, ALE", ["ANNA VIK [org: ALE]"]),
    ("Anna Vik\N{NO-BREAK SPACE}(S),\N{NO-BREAK SPACE}Tjörn", ["Anna Vik [org: Tjörn] [not: S]"]),
    ("Anna Vik , Ale ,", ["Anna Vik [org: Ale]"]),
    (
        "Business Region Göteborg: Anna Vik, Bo Ask",
        ["Anna Vik [org: Business Region Göteborg]", "Bo Ask [org: Business Region Göteborg]"],
    ),
    ("Länsstyrelsen – Anna Vik", ["Anna Vik [org: Länsstyrelsen]"]),
    ("Anna Vik, Business Region Göteborg", ["Anna Vik [org: Business Region Göteborg]"]),
    (
        "Anna Vik (Ale), Bo Ask (Lerum) och Carl Ryd (Tjörn)",
        ["Anna Vik [org: Ale]", "Bo Ask [org: Lerum]", "Carl Ryd [org: Tjörn]"],
    ),
    ("Ale: Anna Vik; Lerum: Bo Ask; Tjörn: vakant", ["Anna Vik [org: Ale]", "Bo Ask [org: Lerum]"]),
    ("Anna Vik, Ale (fr.o.m. punkt 3)", ["Anna Vik [org: Ale] [not: fr.o.m. punkt 3]"]),
    ("Anna Vik, Volvo", ["Anna Vik [org: Volvo]"]),
    ("Anna, Volvo", ["Anna [org: Volvo]"]),
    ("Anna Vik, Ale, Bo Ask", ["Anna Vik [org: Ale]", "Bo Ask"]),
    (
        "Anna Vik, Ale kommun och Bo Ask, Lerums kommun",
        ["Anna Vik [org: Ale kommun]", "Bo Ask [org: Lerums kommun]"],
    ),
    ("Anna Vik, Kultur och Fritid, Ale", ["Anna Vik [enhet: Kultur och Fritid] [org: Ale]"]),
    ("Närvarande: Anna Vik och Bo Ask", ["Anna Vik", "Bo Ask"]),
]
# A second round, on what the first had taught.
MORE: list[tuple[str, list[str]]] = [
    ("Lena Holm (HR-direktör), Göteborgs Stad", ["Lena Holm [roll: HR-direktör] [org: Göteborgs Stad]"]),
    ("Lena Holm, HR, Ale", ["Lena Holm [enhet: HR] [org: Ale]"]),
    ("Lena Holm, personalchef Tjörn", ["Lena Holm [roll: personalchef Tjörn]"]),
    ("Lena Holm Tjörn", ["Lena Holm Tjörn"]),
    (
        "Lena Holm, Göteborg, stadsledningskontoret",
        ["Lena Holm [enhet: Göteborg] [org: stadsledningskontoret]"],
    ),
    ("Amanda Åkerö-Sjö och Tove Nordlund (båda SKR)", ["Amanda Åkerö-Sjö", "Tove Nordlund [not: båda SKR]"]),
    ("Lena Holm, Ale (ersätter Nils Torp)", ["Lena Holm [org: Ale] [not: ersätter Nils Torp]"]),
    ("Nils Torp (MP), Lerum, 2:e vice ordf.", ["Nils Torp [roll: 2:e vice ordf.] [org: Lerum] [not: MP]"]),
    ("Nils Torp (SD) §§ 1-4, 7-9", ["Nils Torp [not: SD; §§ 1-4, 7-9]"]),
    ("Nils Torp (L) tjg ers för Eva Ros (L)", ["Nils Torp [not: L; tjg ers för Eva Ros (L)]"]),
    (
        "Nils Torp, tjänstgörande för Eva Ros (M) §§ 3-4",
        ["Nils Torp [not: tjänstgörande för Eva Ros (M) §§ 3-4]"],
    ),
    (
        "Enhetschef Nils Torp och samordnare Eva Ros, Partille",
        ["Nils Torp [roll: Enhetschef]", "Eva Ros [roll: samordnare] [org: Partille]"],
    ),
    ("Ledamöter: Nils Torp, Eva Ros, Alva Rehn", ["Nils Torp", "Eva Ros", "Alva Rehn"]),
    ("Sekreterare: Alva Rehn", ["Alva Rehn [roll: Sekreterare]"]),
    ("Alva Rehn, sekreterare", ["Alva Rehn [roll: sekreterare]"]),
    ("Alva Rehn, vid protokollet", ["Alva Rehn [not: vid protokollet]"]),
    ("Alva Rehn | Stenungsund", ["Alva Rehn [org: Stenungsund]"]),
    (
        "Ulf Krok, utbildningsförvaltningen, Lilla Edet (digitalt)",
        ["Ulf Krok [enhet: utbildningsförvaltningen] [org: Lilla Edet] [not: digitalt]"],
    ),
    ("Ulf Krok, Lilla Edet, på Teams", ["Ulf Krok [org: Lilla Edet] [not: på Teams]"]),
    ("Ulf Krok, Kungsbacka, från kl. 10", ["Ulf Krok [org: Kungsbacka] [not: från kl. 10]"]),
    ("Ulf Krok från kl. 10", ["Ulf Krok [not: från kl. 10]"]),
    ("Ulf Krok, avvek kl 14.30", ["Ulf Krok [not: avvek kl 14.30]"]),
    (
        "Ulf Krok, Kungsbacka – deltog t.o.m. punkt 5",
        ["Ulf Krok [org: Kungsbacka] [not: deltog t.o.m. punkt 5]"],
    ),
    ("Ulf Krok (förhinder)", ["Ulf Krok [not: förhinder]"]),
    ("Ulf Krok - sjuk", ["Ulf Krok [not: sjuk]"]),
    ("Ulf Krok: Kungsbacka", ["Ulf Krok [org: Kungsbacka]"]),
    ("Kungsbacka Ulf Krok", ["Kungsbacka Ulf Krok"]),
    ("Ulf, Kungsbacka; Mia, Härryda", ["Ulf [org: Kungsbacka]", "Mia [org: Härryda]"]),
    ("Ulf K, Mia B", ["Ulf K", "Mia B"]),
    ("Ulf K.", ["Ulf K."]),
    (
        "Mia Bäck, Härryda, Siv Gran, Härryda och Ulf Krok, Kungsbacka",
        ["Mia Bäck [org: Härryda]", "Siv Gran [org: Härryda]", "Ulf Krok [org: Kungsbacka]"],
    ),
    (
        "Härryda: Mia Bäck (HR-chef), Siv Gran (HR-strateg)",
        ["Mia Bäck [roll: HR-chef] [org: Härryda]", "Siv Gran [roll: HR-strateg] [org: Härryda]"],
    ),
    ("Härryda kommun – Mia Bäck, HR-chef", ["Mia Bäck [roll: HR-chef] [org: Härryda kommun]"]),
    (
        "Region Halland: Mia Bäck, Västra Götalandsregionen: Siv Gran",
        ["Mia Bäck [org: Region Halland]", "Siv Gran [org: Västra Götalandsregionen]"],
    ),
    ("Mia Bäck, Göteborg & Co", ["Mia Bäck [org: Göteborg & Co]"]),
    ("Mia Bäck, Liseberg AB, Göteborg", ["Mia Bäck [enhet: Liseberg AB] [org: Göteborg]"]),
    (
        "Mia Bäck, Nils Torp, Siv Gran och Ulf Krok, samtliga Ale",
        ["Mia Bäck", "Nils Torp", "Siv Gran", "Ulf Krok [roll: samtliga Ale]"],
    ),
    ("Ngozi Okonkwo-Lind, Mölndal", ["Ngozi Okonkwo-Lind [org: Mölndal]"]),
    ("Anh Tuấn Lê, IT-samordnare, Alingsås", ["Anh Tuấn Lê [roll: IT-samordnare] [org: Alingsås]"]),
    ("Dr Mia Bäck (inbjuden), Chalmers", ["Mia Bäck [roll: Dr] [org: Chalmers] [not: inbjuden]"]),
    ("Mia Bäck (adj.), GR", ["Mia Bäck [org: GR] [not: adj.]"]),
    ("Mia Bäck, GR, processledare", ["Mia Bäck [roll: processledare] [org: GR]"]),
    ("GR: Mia Bäck", ["Mia Bäck [org: GR]"]),
]
ROWS = [*SHAPES, *INVENTED, *MORE]


class TestParseParticipants:
    @pytest.mark.parametrize(("row", "expected"), ROWS)
    def test_reads_every_shape(self, row: str, expected: list[str]) -> None:
        """A row names just these people, with what it says of each."""
        assert [person(one) for one in parse_participants(row)] == expected

    @pytest.mark.parametrize("row", NOBODY)
    def test_invents_nobody(self, row: str) -> None:
        """An empty seat, a place, a body, a head count and a word for all name nobody."""
        assert parse_participants(row) == ()

    @pytest.mark.parametrize(("row", "expected"), ROWS)
    def test_loses_nothing(self, row: str, expected: list[str]) -> None:
        """Every letter and figure stands in a person or a label; only what several share stands twice."""
        found = parse_row(row)
        held = letters_of(*found.people) + letters("".join(found.labels))
        shared = len({one.organisation for one in found.people}) < len(found.people) or found.people[0].group
        assert letters(row) <= held if shared else letters(row) == held

    @pytest.mark.parametrize(("row", "expected"), [row for row in ROWS if len(row[1]) == 1])
    def test_one_person_is_what_one_line_gives(self, row: str, expected: list[str]) -> None:
        """A row with one person and no words of structure is read alike by both functions."""
        found = parse_row(row)
        assert found.labels or found.people == (parse_participant(row),)

    @pytest.mark.parametrize(("row", "expected"), ROWS)
    def test_reads_back(self, row: str, expected: list[str]) -> None:
        """What is written of each person is read as the same person, but for brackets in brackets."""
        for one in parse_participants(row):
            assert reads_back(one) == ("(" not in (one.note or "")), format_participant(one)

    def test_says_what_became_structure(self) -> None:
        """Joining words, the mark of those present, headings and seats stand in the labels."""
        assert parse_row("Ida Ek, Bo Alm samt Eva Al").labels == ("samt",)
        assert parse_row("samt Ida Ek, Ale").labels == ("samt",)
        assert parse_row("Ida Ek X").labels == ("X",)
        assert parse_row("Ale: Ida Ek, Lerum").labels == ("Ale",)
        assert parse_row("Ale: Ida Ek; Lerum: vakant").labels == ("Lerum", "vakant")
        assert parse_row("Ida Ek, Ale; Vakant, Lerum").labels == ("Vakant", "Lerum")
        assert parse_row("Vakant") == parse_row("Ale: vakant") == parse_row("") == parse_row(", samt ,")

    def test_a_mark_means_present(self) -> None:
        """An X behind a name says that the person was there; between names it may be an initial."""
        assert parse_participants("Ida Ek X, § 3")[0].attendance is Attendance.PRESENT
        assert parse_participants("Ida X Ek") == ()

    def test_a_heading_on_the_row(self) -> None:
        """A heading before the names is the group of each."""
        assert [one.group for one in parse_participants("Ej tjänstgörande: Ida Ek")] == [None]
        assert [one.group for one in parse_participants("Gäster: Ida Ek och Bo Alm")] == ["Gäster", "Gäster"]

    @pytest.mark.parametrize(
        ("row", "names"),
        [
            ("Ida, Bo, Zulejka", []),
            ("Ida, Zulejka, Bo", ["Ida", "Zulejka", "Bo"]),
            ("Zulejka och Bo", ["Zulejka", "Bo"]),
            ("Bo och Zulejka", ["Bo", "Zulejka"]),
            ("Zulejka Xyz, Bo Alm", ["Zulejka Xyz", "Bo Alm"]),
            ("Bo Alm, Zulejka Xyz", ["Bo Alm"]),
            ("Bo Alm och Zulejka Xyz", ["Bo Alm", "Zulejka Xyz"]),
            ("Bo Alm, Zulejka Persson", ["Bo Alm", "Zulejka Persson"]),
            ("Bo Alm, Ale, Zulejka Xyz, Lerum", ["Bo Alm", "Zulejka Xyz"]),
            ("Xi Ax, Yo Box, Zu Cox", ["Xi Ax", "Yo Box", "Zu Cox"]),
            ("Ida Ek; båtar och bryggor", ["Ida Ek"]),
            ("Ida Ek – Bo Alm", ["Ida Ek – Bo Alm"]),
            ("hela styrelsen, Ale: Ida Ek", []),
            ("Ale: 12 personer, Lerum: 3 personer", []),
            ("Kassör: hon, kassan", []),
            ("Havsprojektet: ingen", []),
            ("Ida Ek: ordförande", ["Ida Ek"]),
            ("Norra delen – Ida Ek, Bo Alm", ["Ida Ek", "Bo Alm"]),
            ("Norra – södra", []),
            ("Information – nytt läge", []),
            ("Information (kort)", []),
            ("Zulejka", ["Zulejka"]),
            ("Ida (via länk)", ["Ida"]),
            (",", []),
            ("Ida Ek, Vård/omsorg, Ale", ["Ida Ek"]),
            ("ida ek, ale", []),
        ],
    )
    def test_where_two_readings_fit(self, row: str, names: list[str]) -> None:
        """A person is who surely is one; an unknown name in a place for bodies is none."""
        assert [one.name for one in parse_participants(row)] == names

    def test_own_words(self) -> None:
        """A house's own places and words are no people."""
        own = NameWords(places=frozenset({"eva dal"}), vacant=frozenset({"ledig"}))
        assert [one.organisation for one in parse_participants("Ida Ek, Eva Dal", words=own)] == ["Eva Dal"]
        assert parse_participants("Ledig", words=own) == ()

    def test_refuses_other_types(self) -> None:
        """Only a string is read."""
        with pytest.raises(WrongTypeError):
            parse_participants(None)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        "piece",
        [
            *(
                "Ida Ek, ",
                "Ida och ",
                "Ale: ",
                "Ale: Ida Ek, ",
                "Ida Ek (",
                "(S) ",
                "ej ",
                " X",
                " / ",
                "Ek; ",
                "|",
                "    a",
            ),
            *(
                "HR-chef ",
                "– ",
                " - Ek",
                "@a ",
                "<a@",
                "t.o.m. ",
                "Ordförande: ",
                ") ",
                "A. ",
                "al-",
                "& Ek ",
                "§ ",
            ),
        ],
    )
    def test_doubling(self, piece: str) -> None:
        """Eight times a long row takes no more than twenty times as long."""
        small, large = f"Ida Ek{piece * 500}", f"Ida Ek{piece * 4_000}"
        assert grows_at_most(lambda: parse_participants(small), lambda: parse_participants(large), 20)


# Rows that differ in a sign or a word, and so in whom they name, with the words that became structure.
JOINTS: list[tuple[str, list[str], tuple[str, ...]]] = [
    ("samt Bo Alm", ["Bo Alm"], ("samt",)),
    ("och Ida Ek", ["Ida Ek"], ("och",)),
    ("samt Bo X Ek", [], ()),
    ("Ale: Ida Ek, Zofi Vass", ["Ida Ek [org: Ale]", "Zofi Vass [org: Ale]"], ()),
    ("Ida Ek, Zofi Vass", ["Ida Ek [org: Zofi Vass]"], ()),
    ("Ida Ek, Zofi Vass, Ale", ["Ida Ek [enhet: Zofi Vass] [org: Ale]"], ()),
    ("Ida Ek, Zofi Vass, Eva Al", ["Ida Ek", "Zofi Vass", "Eva Al"], ()),
    ("Ida Ek, Ale, Zofi Vass", ["Ida Ek [org: Ale]", "Zofi Vass"], ()),
    ("Ida Ek och Zofi Vass", ["Ida Ek", "Zofi Vass"], ("och",)),
    ("Ida Ek, Zofi Ek", ["Ida Ek", "Zofi Ek"], ()),
    ("Ida Ek, Zofi Eks", ["Ida Ek [org: Zofi Eks]"], ()),
    ("Ida Ek, Zofi Vass (S)", ["Ida Ek [org: Zofi Vass] [not: S]"], ()),
    ("Ale, Zofi Vass", [], ()),
    ("Ale — Ida Ek, Bo Alm", ["Ida Ek [org: Ale]", "Bo Alm [org: Ale]"], ()),
    ("Ale - Ida Ek, Bo Alm", ["Ida Ek [org: Ale]", "Bo Alm [org: Ale]"], ()),
    ("ale – Ida Ek", [], ()),
    ("Ale, Lerum – Ida Ek", [], ()),
    ("Ale (kommun) – Ida Ek", ["Ida Ek [org: Ale] [not: kommun]"], ()),
    ("Ida Ek (Ale, Lerum), Bo Alm", ["Ida Ek [not: Ale, Lerum]", "Bo Alm"], ()),
    ("Ida Ek (S, Bo Alm", ["Ida Ek (S", "Bo Alm"], ()),
    ("Ida Ek S), Bo Alm", [], ()),
    ("Ida Ek, och Bo Alm", ["Ida Ek", "Bo Alm"], ("och",)),
    ("Ida Ek och , Bo Alm", ["Ida Ek", "Bo Alm"], ("och",)),
    ("Ida Ek och, Bo Alm", [], ()),
    ("Ida Ek och", [], ()),
    ("Ida Ek / / Bo Alm", ["Ida Ek", "Bo Alm"], ()),
    ("Ida Ek ,, Bo Alm", ["Ida Ek", "Bo Alm"], ()),
    (", Ida Ek, , Bo Alm", ["Ida Ek", "Bo Alm"], ()),
    ("Ida Ek & Bo Alm", ["Ida Ek", "Bo Alm"], ()),
    ("Ida Ek/Bo Alm", ["Ida Ek", "Bo Alm"], ()),
    ("Ida Ek samt Bo Alm", ["Ida Ek", "Bo Alm"], ("samt",)),
    ("Ida Ek och Vård och omsorg", ["Ida Ek och Vård och omsorg"], ()),
    ("Ida Ek och Bo Alm.", ["Ida Ek", "Bo Alm"], ("och",)),
    ("Ida Ek, Ale kommun.", ["Ida Ek [org: Ale kommun]"], ()),
    ("Ida Ek, Ale m.fl.", ["Ida Ek [org: Ale m.fl.]"], ()),
    ("Ida Ek, Bo E.", ["Ida Ek", "Bo E."], ()),
    ("Ida Ek.", ["Ida Ek"], ()),
    ("Ida Ek; Bo Alm; Ale", ["Ida Ek [org: Ale]", "Bo Alm [org: Ale]"], ()),
    ("Ida Ek, Ale; Bo Alm, Lerum; Tjörn", ["Ida Ek [org: Ale]", "Bo Alm [org: Lerum]"], ("Tjörn",)),
    ("Ida Ek, Ale; vakant, Lerum", ["Ida Ek [org: Ale]"], ("vakant", "Lerum")),
    ("Ida Ek; vakant", ["Ida Ek"], ("vakant",)),
    ("N.N.; vakant", [], ()),
    ("Ale; Lerum", [], ()),
    ("Ale: Xenia Vass", ["Xenia Vass [org: Ale]"], ()),
    ("Ale: Ida EX", ["Ida EX [org: Ale]"], ()),
    ("Ida Max, Bo Alm", ["Ida Max", "Bo Alm"], ()),
    ("Ale: Max Ek, Lerum: Bo Max", ["Max Ek [org: Ale]", "Bo Max [org: Lerum]"], ()),
    ("Ale: Ida Ek; Lerum: Bo Alm.", ["Ida Ek [org: Ale]", "Bo Alm [org: Lerum]"], ()),
    ("Ale: Ida Ek, Lerum: vakant", ["Ida Ek [org: Ale]"], ("Lerum", "vakant")),
    ("Ale: Ida Ek, Lerum: okänt", [], ()),
    ("Ordförande: Ida Ek, Ale", ["Ida Ek [roll: Ordförande] [org: Ale]"], ()),
    ("Ida Ek: ordförande", ["Ida Ek [roll: ordförande]"], ()),
    ("Ida Ek X ordförande", ["Ida Ek [roll: ordförande]"], ("X",)),
    ("Ida Ek x, Ale", ["Ida Ek [org: Ale]"], ("x",)),
    ("Ek, Ida", ["Ek, Ida"], ()),
    ("Ale, Ida Ek", ["Ida Ek [org: Ale]"], ()),
    ("Ale, Lerum, Ida Ek", [], ()),
    ("Ida Ek, Bo Alm, Eva Al, Ale", ["Ida Ek", "Bo Alm", "Eva Al [org: Ale]"], ()),
    ("Nora, Bo E, Tilde och Ida Ek", ["Nora", "Bo E", "Tilde", "Ida Ek"], ("och",)),
    ("Nora, Zofi, Ida Ek", ["Nora", "Zofi", "Ida Ek"], ()),
    ("Nora, Bo Ek", [], ()),
    ("Nora (S), Zofi, Ida Ek", [], ()),
    ("Zofi, Nono, Ida Ek", [], ()),
    ("Ida, Zofi", ["Ida [org: Zofi]"], ()),
    ("Zofi, Ida", ["Zofi, Ida"], ()),
    ("Ida och Zofi", ["Ida", "Zofi"], ("och",)),
    ("Zofi och Ida", ["Zofi", "Ida"], ("och",)),
    ("Zofi", ["Zofi"], ()),
    ("Zofi (Ale)", [], ()),
    ("Ida (Ale)", ["Ida [org: Ale]"], ()),
    ("Ida, Bo, Zofi", [], ()),
    ("Ida, Bo och Zofi", ["Ida", "Bo", "Zofi"], ("och",)),
    ("Ida, Zofi, Nono, Bo", ["Ida", "Zofi", "Nono", "Bo"], ()),
    ("Ida, Zofi, Nono, Nana, Bo", [], ()),
]


@pytest.mark.parametrize(("row", "people", "labels"), JOINTS)
def test_joints(row: str, people: list[str], labels: tuple[str, ...]) -> None:
    """A sign, a conjunction or a known name decides where one person ends and the next begins."""
    parsed = parse_row(row)
    assert ([person(one) for one in parsed.people], parsed.labels) == (people, labels)
