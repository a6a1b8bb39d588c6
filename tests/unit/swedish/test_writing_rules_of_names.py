"""The table of writing rules for names, numbers and references, row by row. The names are invented.

Sources: attendance lists of networks and boards in the wild, TT-språket, style guides of authorities.
"""

from typing import Any

import pytest

from motesprotokoll import read_text
from motesprotokoll.model import AgendaItem, Participant
from motesprotokoll.swedish import (
    find_dates,
    format_list,
    format_number,
    format_participant,
    format_quantity,
    parse_list,
    parse_number,
    parse_participant,
    resolve_name,
)
from motesprotokoll.typography import typeset

NBSP = "\N{NO-BREAK SPACE}"


def person(name: str, **fields: Any) -> Participant:
    return Participant(name, **fields)


ROWS: list[tuple[str, str, Participant]] = [
    ("network row", "Ida Ek, Ale", person("Ida Ek", organisation="Ale")),
    ("network row", "Ida Ek, tf. HR-chef, Ale", person("Ida Ek", role="tf. HR-chef", organisation="Ale")),
    (
        "network row",
        "Bo Alm, Grundskoleförvaltningen, Göteborg",
        person("Bo Alm", unit="Grundskoleförvaltningen", organisation="Göteborg"),
    ),
    (
        "network row",
        "Eva By, Berg & Co, Göteborg",
        person("Eva By", unit="Berg & Co", organisation="Göteborg"),
    ),
    ("network row", "Ann-Britt Lind Åberg, SKR", person("Ann-Britt Lind Åberg", organisation="SKR")),
    ("network row", "Ida Ek", person("Ida Ek")),
    (
        "political row",
        "Bo Alm (S), Ale, ordförande",
        person("Bo Alm", role="ordförande", organisation="Ale", note="S"),
    ),
    ("political row", "Bo Alm (m), Ale", person("Bo Alm", organisation="Ale", note="m")),
    ("political row", "Bo Alm (M), Ale, ordf.", person("Bo Alm", role="ordf.", organisation="Ale", note="M")),
    (
        "political row",
        "Bo Alm (M), Ale, v. ordf.",
        person("Bo Alm", role="v. ordf.", organisation="Ale", note="M"),
    ),
    (
        "political row",
        "Bo Alm (M), Ale, 1:e vice ordförande",
        person("Bo Alm", role="1:e vice ordförande", organisation="Ale", note="M"),
    ),
    ("double names", "Eva-Lotta Ek, Ale", person("Eva-Lotta Ek", organisation="Ale")),
    ("double names", "Eva Ek Åberg, Ale", person("Eva Ek Åberg", organisation="Ale")),
    ("double names", "Eva Ek-Åberg, Ale", person("Eva Ek-Åberg", organisation="Ale")),
]
REMARKS = (
    "(tjänstgörande)",
    "tjänstgörande",
    "tjg ers",
    "ersätter Eva By",
    "tjänstgörande ersättare för Eva By",
    "§§ 26–32",
    "ej § 13",
    "del av § 80",
    "t.o.m. p. 10",
    "punkt 6",
    "kl. 8.15–11.00",
    "(endast muntliga föredragningar)",
    "(oberoende, tidigare KD)",
)


def _name(row: tuple[Any, ...]) -> str:
    return f"{row[0]}: {row[1]!r}"


@pytest.mark.parametrize(("row", "line", "expected"), ROWS, ids=map(_name, ROWS))
def test_reads_and_writes_a_row(row: str, line: str, expected: Participant) -> None:
    """A row is read into its fields; written again, it is read as the same person."""
    assert parse_participant(line) == expected
    assert parse_participant(format_participant(expected)) == expected


@pytest.mark.parametrize("remark", REMARKS)
def test_reads_a_remark(remark: str) -> None:
    """What stands behind a person and says how they took part is their note."""
    found = parse_participant(f"Bo Alm, Ale, {remark}")
    assert found == person("Bo Alm", organisation="Ale", note=remark.strip("()"))


@pytest.mark.parametrize("seat", ["Vakant", "---", "N.N."])
def test_an_empty_seat_is_nobody(seat: str) -> None:
    """A seat that nobody holds stands in the list, but it is no person who was there."""
    text = f"Protokoll 21 april 2023\n\nNärvarande\n\nIda Ek, Ale\n\n{seat}, Åby\n\n1. Budget\n\nVi talade.\n"
    assert [one.name for one in read_text(text).meeting.present if one.name.startswith(("Ida", seat))] == [
        "Ida Ek"
    ]


class TestFirstNames:
    PEOPLE = (
        person("Björn Ek", organisation="Ale"),
        person("Maria By", organisation="Öckerö"),
        person("Maria Alm", organisation="Tjörn"),
    )

    def test_one(self) -> None:
        """A first name that one person has is that person."""
        assert resolve_name("Björn", self.PEOPLE) is self.PEOPLE[0]

    def test_with_a_place(self) -> None:
        """The place tells two of the same name apart."""
        assert resolve_name("Maria på Öckerö", self.PEOPLE) is self.PEOPLE[1]

    def test_two(self) -> None:
        """Two Marias mean no guess."""
        assert resolve_name("Maria", self.PEOPLE) is None


@pytest.mark.parametrize("text", ["A, B och C", "A, B samt C", "A, B & C"])
def test_list_of_names(text: str) -> None:
    """Without a comma before the last one; "samt" and "&" are read, too."""
    assert format_list(["A", "B", "C"]) == "A, B och C"
    assert parse_list(text) == ("A", "B", "C")


NO_DATES = [
    *(("paragraph numbers", text) for text in ("§ 12", "§§ 12–14", "12 §", "§12", "§ 74-88", "§ 3/12")),
    *(("paragraph numbers", text) for text in ("26 -- 38", "155-168")),
    ("statute references", "5 kap. 65 § kommunallagen (2017:725)"),
    *(("statute references", text) for text in ("KL 5 kap § 67", "5:67 KL", "kommunallagen 6:25")),
    *(("agenda numbers", text) for text in ("1.", "1", "1)", "Punkt 1", "4 ½", "a.")),
    *(("page mark", text) for text in ("3 (3)", "Sida 1 (24)", "1[25]", "2(36)", "sid 3/12")),
    *(
        ("diary number", text)
        for text in ("Dnr KS 2018/124", "Dnr 2017/00065", "KS/2011:286", "KSKF/2019:106")
    ),
    *(("diary number", text) for text in ("2013-KS0548/003", "D nr 013-430/05", "Dnr 32-2009-0615")),
    *(
        ("percent and money", text)
        for text in ("70 %", "70%", "277 000 kronor", "12 mnkr", "12 kr", "12 tkr")
    ),
    *(("percent and money", text) for text in ("12 kkr", "12 mkr", "12 milj kr", "12 MSEK")),
]


@pytest.mark.parametrize(("row", "text"), NO_DATES, ids=map(_name, NO_DATES))
def test_is_no_date(row: str, text: str) -> None:
    """Numbers of paragraphs, statutes, items, pages and cases, and amounts, are no dates in running text."""
    for whole in (text, f"Enligt {text} gäller detta", f"({text})"):
        assert find_dates(whole, year=2023) == ()


class TestWritten:
    def test_paragraph_numbers(self) -> None:
        """No line is broken between the sign and its number."""
        assert typeset(AgendaItem("Budget", number="§ 12").heading) == f"§{NBSP}12 Budget"
        assert typeset("§§ 12–14") == f"§§{NBSP}12–14"

    def test_statute_references(self) -> None:
        """Chapter and paragraph stay with their numbers."""
        expected = f"5{NBSP}kap. 65{NBSP}§ kommunallagen (2017:725)"
        assert typeset("5 kap. 65 § kommunallagen (2017:725)") == expected

    def test_agenda_numbers(self) -> None:
        """Items of a network have a number and a stop."""
        assert AgendaItem("Budget", number="1").heading == "1. Budget"

    def test_a_case_number_is_as_it_was(self) -> None:
        """It is never made over."""
        assert AgendaItem("Budget", case_number="Dnr KS 2018/124").case_number == "Dnr KS 2018/124"

    @pytest.mark.parametrize(
        ("number", "unit", "text"),
        [
            (70, "%", f"70{NBSP}%"),
            (277_000, "kronor", f"277{NBSP}000{NBSP}kronor"),
            (12, "mnkr", f"12{NBSP}mnkr"),
        ],
    )
    def test_quantities(self, number: int, unit: str, text: str) -> None:
        """No-break spaces between groups of three figures and before the unit."""
        assert format_quantity(number, unit) == text

    def test_numbers(self) -> None:
        """Groups of three, a decimal comma; what is written is read."""
        assert format_number(1_609_000) == f"1{NBSP}609{NBSP}000"
        assert parse_number("1 609 000") == parse_number(f"1{NBSP}609{NBSP}000") == 1_609_000


def test_page_marks_are_furniture() -> None:
    """The mark of a page is no part of what was said."""
    text = "Protokoll 21 april 2023\n\n1. Budget\n\nVi talade om budgeten.\n\n3 (3)\n"
    reading = read_text(text)
    assert any("3 (3)" in line for line in reading.furniture)
