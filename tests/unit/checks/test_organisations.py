"""Rules about where people come from: who is missing, what is misspelt, and nothing that is merely new."""

from datetime import date

import pytest

from motesprotokoll.checks import Profile, check
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model import (
    Attendance,
    Dates,
    DateSpan,
    Kind,
    Meeting,
    Member,
    Network,
    Organisation,
    PartialDate,
    Participant,
)
from motesprotokoll.swedish import GR_MUNICIPALITIES
from timing import grows_at_most

PRESENT, ABSENT = Attendance.PRESENT, Attendance.ABSENT
DAY = date(2026, 2, 6)
NETWORK = Network(
    "Nätverket", members=[Member("Ida Ek", organisation="Ale"), Member("Bo Al", organisation="Lilla Edet")]
)


def told(meeting: Meeting, code: str, profile: Profile = Profile()) -> list[Finding]:  # noqa: B008
    return list(check(meeting, select=[code], profile=profile))


def of(*organisations: str | None, **more: object) -> Meeting:
    """A meeting to which somebody of each of *organisations* came."""
    people = [
        Participant(f"Ida {letter}sson", organisation=one, attendance=PRESENT)
        for letter, one in zip("ABCDEFGH", organisations, strict=False)
    ]
    return Meeting(**{"participants": people, **more})  # type: ignore[arg-type]


def missing(*organisations: str, **more: object) -> list[str]:
    """Which organisations of `NETWORK` are told when those of *organisations* came."""
    found = told(of(*organisations, **{"network": NETWORK, "occasion": DAY, **more}), "MP305")
    assert {one.where for one in found} <= {"$.participants"}
    return [dict(one.values)["organisation"] for one in found]


def spelt(*organisations: str, own: tuple[str, ...] = (), **more: object) -> list[tuple[str | None, str]]:
    """What is quoted, and what is thought to be meant."""
    found = told(of(*organisations, **more), "MP306", Profile(organisations=own))
    return [(one.excerpt, dict(one.values)["nearest"]) for one in found]


class TestOrganisationUnaccounted:
    def test_nobody_came_from_there(self) -> None:
        """Each organisation is told once; who has no organisation has none that is missing."""
        assert missing("Partille") == ["Ale", "Lilla Edet"]
        assert missing("Ale") == ["Lilla Edet"]
        (one,) = told(of("Ale", network=NETWORK), "MP305")
        assert one.message == "Ingen från Lilla Edet står som närvarande eller frånvarande."
        assert one.severity is Severity.WARNING
        several = [Member(name, organisation="Lerum") for name in ("Eva Lind", "Eva Lund")]
        network = Network("Nätverket", members=[*several, Member("Bo Al")])
        assert missing("Ale", network=network) == ["Lerum"]

    @pytest.mark.parametrize(
        "written",
        ["Lilla Edet", "Lilla Edets kommun", "LILLA EDET", "Vård, Lilla Edet", "Barn och skola i Lilla Edet"],
    )
    def test_somebody_came_from_there(self, written: str) -> None:
        """Whatever it is called, and with whatever stands beside it."""
        assert missing("Ale kommun", written) == []

    def test_other_names(self) -> None:
        """An alias will do, and so will a unit or the member's own name."""
        members = [Member("Ida Ek", organisation=one) for one in GR_MUNICIPALITIES if one.name == "Göteborg"]
        network = Network("Nätverket", members=members)
        assert missing("GBG", network=network) == []
        assert missing("Göteborgs Stad", network=network) == []
        unit = [Participant("Eva Lind", unit="Grundskola, Göteborg", attendance=PRESENT)]
        assert missing(participants=unit, network=network) == []
        named = [Participant("IDA EK", attendance=PRESENT)]
        assert missing(participants=named, network=network) == []

    def test_parts_of_a_whole(self) -> None:
        """A part that came brings the whole; the whole alone may be any of its parts."""
        whole = Organisation("Tallåsa", aliases=["Tallåsa kommun"])
        parts = [Organisation(name, part_of=whole) for name in ("Skolan", "Vården")]
        members = [Member(f"Ida {one.name}", organisation=one) for one in (whole, *parts)]
        network = Network("Nätverket", members=members)
        assert missing("Ale", network=network) == ["Tallåsa", "Skolan", "Vården"]
        assert missing("Skolan", network=network) == ["Vården"]
        assert missing("Tallåsa kommun", network=network) == []
        of_a_unit = [Participant("Eva Lind", organisation="Tallåsa", unit="Skolan", attendance=PRESENT)]
        assert missing(participants=of_a_unit, network=network) == ["Vården"]

    def test_excused(self) -> None:
        """Who could not come is accounted for."""
        people = [
            Participant("Eva Lind", organisation="Ale", attendance=PRESENT),
            Participant("Eva Lund", organisation="Lilla Edet", attendance=ABSENT),
        ]
        assert missing(participants=people) == []

    @pytest.mark.parametrize(
        ("since", "until", "counts"),
        [
            (DateSpan(date(2026, 2, 7)), None, False),
            (DateSpan(DAY), None, True),
            (None, DateSpan(date(2026, 2, 5)), False),
            (None, DateSpan(DAY), True),
            (PartialDate("våren", earliest=date(2026, 3, 1)), None, False),
            (PartialDate("förr"), None, True),
            (None, PartialDate("2025", latest=date(2025, 12, 31)), False),
            (None, PartialDate("nyligen"), False),
        ],
    )
    def test_who_had_the_seat_that_day(self, since: Dates | None, until: Dates | None, counts: bool) -> None:
        """Those who came later or had left are not missed."""
        network = Network(
            "Nätverket", members=[Member("Bo Al", organisation="Lerum", since=since, until=until)]
        )
        assert missing("Ale", network=network) == (["Lerum"] if counts else [])

    def test_what_is_not_known_is_not_asked(self) -> None:
        """Without a day every seat counts; without a list, members, or a meeting that was held, none does."""
        later = Network("Nätverket", members=[Member("Bo Al", organisation="Lerum", since=DAY)])
        assert missing("Ale", network=later, occasion=None) == ["Lerum"]
        assert missing() == []
        assert missing("Ale", network="Nätverket") == []
        assert missing("Ale", network=None) == []
        assert missing("Ale", kind=Kind.SUMMONS) == []


class TestMisspeltOrganisation:
    @pytest.mark.parametrize(
        ("written", "nearest"),
        [
            ("Kungälf", "Kungälv"),
            ("kungälf", "Kungälv"),
            ("Lerrum kommun", "Lerum"),
            ("Leruns kommun", "Lerum"),
            ("Göteborsg Stad", "Göteborg"),
            ("Stenungsnud", "Stenungsund"),
            ("Region Haland", "Region Halland"),
            ("Lila Edet", "Lilla Edet"),
        ],
    )
    def test_nearly_a_municipality(self, written: str, nearest: str) -> None:
        """Or a region; a letter too few, too many, another, or two that changed places."""
        assert spelt(written) == [(written, nearest)]

    @pytest.mark.parametrize(
        "written",
        [
            "Kungälv",
            "Kungälvs",
            "Kungälvs kommun",
            "KUNGÄLVS KOMMUN",
            "Göteborgs Stad",
            "Region Skåne",
            "Vänern Konsult AB",
            "Granhult",
            "Alm",
            "Moras",
            "Sund",
            "Torås",
            "Moru kommun",
            "Kungälvsbostäder",
        ],
    )
    def test_known_or_quite_another(self, written: str) -> None:
        """What resembles nothing is nobody's mistake, and short names resemble too much."""
        assert spelt(written) == []

    def test_own_organisations(self) -> None:
        """Those of the profile and of the members are known, by each of their names."""
        assert spelt("Tallåssa", own=("Tallåsa",)) == [("Tallåssa", "Tallåsa")]
        assert spelt("Kungälf", own=("Kungälf",)) == []
        members = [Member("Ida Ek", organisation=Organisation("Tallåsa", aliases=["Tallåsabolaget"]))]
        network = Network("Nätverket", members=[*members, Member("Bo Al")])
        assert spelt("Talåsabolaget", network=network) == [("Talåsabolaget", "Tallåsabolaget")]

    def test_once_for_each_spelling(self) -> None:
        """However many came from there."""
        meeting = of("Ale", "Kungälf", "Kungälf", None)
        assert [one.where for one in told(meeting, "MP306")] == ["$.participants[1]"]


class TestPresentWithoutOrganisation:
    def test_the_only_one(self) -> None:
        """Of five or more; it is a note."""
        (one,) = told(of("Ale", "Lerum", None, "Tjörn", "Partille"), "MP309")
        assert (one.where, one.excerpt, one.severity) == ("$.participants[2]", "Ida Csson", Severity.NOTE)

    @pytest.mark.parametrize(
        "organisations",
        [
            ("Ale", "Lerum", None, "Tjörn"),
            ("Ale", "Lerum", None, None, "Tjörn", "Partille"),
            ("Ale", "Lerum", "Öckerö", "Tjörn", "Partille"),
            (None, None, None, None, None),
        ],
    )
    def test_one_of_several(self, organisations: tuple[str | None, ...]) -> None:
        """Few others, or others like that, or nobody."""
        assert told(of(*organisations), "MP309") == []

    def test_who_is_known_otherwise(self) -> None:
        """Chair and note-taker, guests, and those of whom a unit is told."""
        meeting = of("Ale", "Lerum", None, "Tjörn", "Partille", note_taker="Ida Csson")
        assert told(meeting, "MP309") == []
        listed = of("Ale", "Lerum", "Tjörn", "Partille").participants
        for more in ({"attendance": Attendance.IN_ATTENDANCE}, {"attendance": PRESENT, "unit": "Skola"}):
            guest = Participant("Eva Lind", **more)  # type: ignore[arg-type]
            assert told(Meeting(participants=[*listed, guest]), "MP309") == []


@pytest.mark.parametrize("form", ["Lerun{}", "L{}", "Region {}", "{}"])
def test_twice_the_organisations_take_twice_the_time(form: str) -> None:
    """In the list, and in the network."""

    def many(count: int) -> Meeting:
        names = [form.format(f"{number:x}") for number in range(count)]
        people = [Participant(name, organisation=name, attendance=PRESENT) for name in names]
        members = [Member(f"x{name}", organisation=f"x{name}") for name in names]
        return Meeting(Network("Nätverket", members=members), participants=people)

    small, large = many(200), many(800)
    for code in ("MP305", "MP306", "MP309"):
        assert grows_at_most(lambda: told(small, code), lambda: told(large, code), 8)  # noqa: B023
