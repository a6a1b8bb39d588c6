"""Dates in running text."""

from datetime import date, time
from typing import Any

import pytest

from motesprotokoll.errors import WrongTypeError
from motesprotokoll.findings import Severity
from motesprotokoll.model import DateSpan, PartialDate, PartOfDay, TimeSpan
from motesprotokoll.swedish import FoundDate, find_dates

MEETING = date(2023, 9, 8)


def found(text: str, **known: Any) -> list[tuple[str, str]]:
    return [(one.text, _shown(one)) for one in find_dates(text, **{"meeting_date": MEETING, **known})]


def _shown(one: FoundDate) -> str:
    value = one.value
    return str(value) if isinstance(value, DateSpan) else f"{value.earliest}/{value.latest}"


class TestFindDates:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Vi ses den 30 mars.", [("den 30 mars", "2023-03-30")]),
            ("Vi ses torsdagen den 16 november!", [("torsdagen den 16 november", "2023-11-16")]),
            ("14–15 november, resa", [("14–15 november", "2023-11-14/2023-11-15")]),
            ("möte 2023-04-21, Ale", [("2023-04-21", "2023-04-21")]),
            ("(2023-04-21)", [("2023-04-21", "2023-04-21")]),
            ("den 13 oktober-mötet", [("den 13 oktober", "2023-10-13")]),
            ("3 och 17 maj", [("3", "2023-05-03"), ("17 maj", "2023-05-17")]),
            ("den 3:e och den 17:e maj", [("3:e", "2023-05-03"), ("17:e maj", "2023-05-17")]),
            ("16 och/alternativt 17 november", [("16", "2023-11-16"), ("17 november", "2023-11-17")]),
            (
                "3, 10 samt 17 maj 2024",
                [("3", "2024-05-03"), ("10", "2024-05-10"), ("17 maj 2024", "2024-05-17")],
            ),
            (
                "2 februari, 12 april och 17 maj 2024",
                [
                    ("2 februari", "2024-02-02"),
                    ("12 april", "2024-04-12"),
                    ("17 maj 2024", "2024-05-17"),
                ],
            ),
            (
                "2 februari och 14–15 november 2024",
                [("2 februari", "2024-02-02"), ("14–15 november 2024", "2024-11-14/2024-11-15")],
            ),
            (
                "14–15 februari och 2 mars 2024",
                [("14–15 februari", "2024-02-14/2024-02-15"), ("2 mars 2024", "2024-03-02")],
            ),
            ("12 april men 17 maj 2024", [("12 april", "2023-04-12"), ("17 maj 2024", "2024-05-17")]),
            ("17 maj och 2 mars 2024", [("17 maj", "2023-05-17"), ("2 mars 2024", "2024-03-02")]),
            ("17 maj, våren 2024", [("17 maj", "2023-05-17"), ("våren 2024", "2024-01-01/2024-06-30")]),
            ("från den 3 till den 5 mars", [("den 5 mars", "2023-03-05")]),
            ("den 3 mars 1500 personer", [("den 3 mars", "2023-03-03")]),
            ("den 3 mars 2024 års budget", [("den 3 mars", "2023-03-03")]),
            ("Protokoll 20230421", [("20230421", "2023-04-21")]),
            ("230421", [("230421", "2023-04-21")]),
            ("den 1/2", [("den 1/2", "2024-02-01")]),
            ("3/4 2024", [("3/4 2024", "2024-04-03")]),
            ("14/11 -15-11", [("14/11", "2023-11-14")]),
            ("5/9", [("5/9", "2023-09-05")]),
            ("i slutet av augusti", [("i slutet av augusti", "2023-08-16/2023-08-31")]),
            ("beslut i oktober.", [("oktober", "2023-10-01/2023-10-31")]),
            ("på december-träffen.", [("december-träffen", "2023-12-01/2023-12-31")]),
            ("Oktober 2023", [("Oktober 2023", "2023-10-01/2023-10-31")]),
            ("under vecka 47", [("vecka 47", "2023-11-20/2023-11-26")]),
            ("vi ses i vår.", [("i vår", "2023-01-01/2023-06-30")]),
        ],
    )
    def test_finds(self, text: str, expected: list[tuple[str, str]]) -> None:
        """Each phrase is found with what it means, and nothing else."""
        assert found(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "inget här",
            "15 personer och 3 marsvin",
            "dnr 230421",
            "KS 2018/124",
            "850101-1234",
            "20230421-1234",
            "drift 24/7, 1/2 tjänst och 3/4 av 1/3",
            "3.10.21.4",
            "10.12.24.5",
            "1,2 procent",
            "ring 031-21 04 23",
            "2023-04-21-rapport",
            "2023-04-21x",
            "fil_2023-04-21",
            "a/2023-04-21",
            "se https://exempel.se/2023-04-21 och www.exempel.se/1/5 och a@3.maj.se",
            "Maj återkommer, och April",
            "Augusti Maj",
            "vi i vår kommun",
            "våra vårdcentraler",
            "nästa möte om två veckor",
            "snarast",
            "den 13:e",
            "1, 2, 3, 4",
            "3 och 17/5x",
            "1,2,3 maja",
            "kl. 9–12",
            "klockan",
            "vt 24x",
            "3 och fredag",
        ],
    )
    def test_finds_nothing(self, text: str) -> None:
        """Numbers, fractions, case numbers, addresses and names are no dates."""
        assert found(text) == []

    def test_a_list_is_read_up_to_a_bound(self) -> None:
        """A list of more days before one month than anybody writes is not looked through again and again."""
        text = ", ".join(str(day) for day in range(1, 16)) + " maj"
        assert found(text)[-1] == ("15 maj", "2023-05-15")

    def test_six_digits_on_request(self) -> None:
        """In a title six digits are a date."""
        assert found("Möte 230421") == []
        assert found("Möte 230421", compact=True) == [("230421", "2023-04-21")]

    @pytest.mark.parametrize(
        ("text", "phrase", "times", "part"),
        [
            ("Träff tis 5/9 kl 13 i Ale", "tis 5/9 kl 13", TimeSpan(time(13)), None),
            ("26 maj kl. 09.00 – 12.00. Ale.", "26 maj kl. 09.00 – 12.00", TimeSpan(time(9), time(12)), None),
            ("Kl. 9–12 den 2 juni", "Kl. 9–12 den 2 juni", TimeSpan(time(9), time(12)), None),
            ("2 februari fm, kl 9", "2 februari fm, kl 9", TimeSpan(time(9)), PartOfDay.MORNING),
            ("2 februari - 09.00", "2 februari - 09.00", TimeSpan(time(9)), None),
            ("2 februari (kl. 9)", "2 februari (kl. 9", TimeSpan(time(9)), None),
            ("2 februari på eftermiddagen", "2 februari på eftermiddagen", None, PartOfDay.AFTERNOON),
            ("2 februari, Ale", "2 februari", None, None),
            ("2 februari 9–12 personer", "2 februari", None, None),
            (
                "2023-05-26 kl. 09:00-12:00, ajournering 10:00-10:35",
                "2023-05-26 kl. 09:00-12:00",
                TimeSpan(time(9), time(12)),
                None,
            ),
        ],
    )
    def test_hours(self, text: str, phrase: str, times: Any, part: Any) -> None:
        """Clock times and part of day beside a date belong to it; a later break does not."""
        (one,) = find_dates(text, year=2023)
        assert (one.text, one.times, one.part_of_day) == (phrase, times, part)
        assert text[one.start : one.end] == phrase

    def test_the_words_of_the_date_alone(self) -> None:
        """What is vague keeps the words of the date, without the hours beside it."""
        (one,) = find_dates("Kl. 9 i slutet av augusti på förmiddagen")
        assert one.value == PartialDate("i slutet av augusti")

    @pytest.mark.parametrize(
        ("text", "known", "rule", "codes"),
        [
            ("26 maj 2023", {}, "explicit", []),
            ("26 maj", {"year": 2023}, "heading", ["date.year-inferred"]),
            ("26 maj", {"meeting_date": MEETING, "role": "next"}, "role", ["date.year-inferred"]),
            ("26 maj", {"meeting_date": MEETING}, "meeting-year", ["date.year-inferred"]),
            ("söndag 13 oktober", {"meeting_date": MEETING}, "weekday", ["date.year-inferred"]),
            ("26 maj", {}, None, ["date.year-missing"]),
            ("31 april 2023", {}, None, ["date.impossible"]),
            ("29 februari", {"year": 2023}, None, ["date.impossible"]),
            ("måndag 26 maj 2023", {}, "explicit", ["date.weekday-mismatch"]),
            ("26 maj 2023 (v. 20)", {}, "explicit", ["date.week-mismatch"]),
            ("26/5-23", {}, "explicit", ["date.two-digit-year"]),
            ("26/5-28/5-23", {}, "explicit", ["date.two-digit-year"]),
            ("26 maj 2023 kl. 25", {}, "explicit", ["time.impossible"]),
            ("våren 2024", {}, "explicit", []),
            ("i september", {"year": 2024}, "heading", ["date.year-inferred"]),
            ("i september", {}, None, []),
        ],
    )
    def test_says_what_is_uncertain(self, text: str, known: Any, rule: Any, codes: list[str]) -> None:
        """The rule that gave the year, and a finding for whatever was inferred or is wrong."""
        (one,) = find_dates(text, **known)
        assert one.year_rule == rule
        assert [finding.code for finding in one.findings] == codes

    def test_a_finding_reads_well(self) -> None:
        """A finding quotes the phrase and tells how it was read."""
        (one,) = find_dates("möte 26 maj", year=2023)
        (finding,) = one.findings
        assert finding.severity is Severity.WARNING
        assert finding.message == "”26 maj” saknar år: läst som 2023-05-26."

    def test_what_is_impossible_keeps_its_words(self) -> None:
        """A day that does not exist is not corrected."""
        (one,) = find_dates("den 31 april 2023 kl. 9")
        assert (one.value, one.times) == (PartialDate("den 31 april 2023"), TimeSpan(time(9)))

    def test_refuses_other_types(self) -> None:
        """Only a string is searched."""
        with pytest.raises(WrongTypeError):
            find_dates(None)  # type: ignore[arg-type]


class TestRealDocuments:
    def test_the_dates_of_the_spring_meeting(self, seeds: Any) -> None:
        """Every day in the real minutes of April is found, with the year of the meeting."""
        text = next(seeds.glob("*2023-04-21.txt")).read_text("utf-8")
        days = [one.value for one in find_dates(text, meeting_date=date(2023, 4, 21))]
        spans = [day.start for day in days if isinstance(day, DateSpan)]
        assert spans == [date(2023, *day) for day in ((4, 21), (4, 21), (3, 3), (3, 30), (4, 13), (5, 26))]

    def test_the_dates_of_the_autumn_meeting(self, seeds: Any) -> None:
        """The plan for the next year is read by its heading's year."""
        text = next(seeds.glob("*2023-09-08.txt")).read_text("utf-8")
        plan = text[text.index("Förmiddagarna") :]
        days = [str(one.value) for one in find_dates(plan, year=2024, meeting_date=MEETING, role="next")]
        assert days == [
            "2024-02-02",
            "2024-04-12",
            "2024-05-17",
            "2024-09-06",
            "2024-10-11",
            "2024-11-14/2024-11-15",
            "2024-12-13",
        ]
