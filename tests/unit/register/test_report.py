"""The report of a year tells what tables tell, in every format."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import motesprotokoll as mp
from motesprotokoll.errors import MinutesError, RenderError, WrongTypeError, WrongValueError
from motesprotokoll.model import ActionItem, AgendaItem, Attendance, Meeting, Network, Participant, Schedule
from motesprotokoll.outline import Grid, Heading, Listing, Outline, Text, printed, walk
from motesprotokoll.register import Record, Register
from motesprotokoll.register.report import MOST_FINDINGS
from unit.register.meetings import AUTUMN, BODY, SPRING, item, notes

REGISTER = Register([SPRING, AUTUMN])
BROKEN = Record("/hemma/hos/mig/trasig.pdf", error="this is no PDF document", error_code="reading.failed")
OTHER = notes(
    "2027-04-01",
    item("Möten", Schedule(year=2028, occasions=[date(2028, 1, 9)])),
    body="Styrelsen",
    present=["Kim Ask, Ale"],
)


def part(outline: Outline, title: str) -> list[Any]:
    """The nodes below a heading."""
    nodes = list(outline.nodes)
    start = next(place for place, one in enumerate(nodes) if isinstance(one, Heading) and one.text == title)
    rest = nodes[start + 1 :]
    ends = (place for place, one in enumerate(rest) if isinstance(one, Heading) and one.level == 2)
    return rest[: next(ends, len(rest))]


def rows(outline: Outline, title: str) -> list[list[str]]:
    """The cells of the first table below a heading, without its head."""
    grid = next(one for one in part(outline, title) if isinstance(one, Grid))
    return [["".join(printed(cell)) for cell in row] for row in grid.rows[1:]]


def titles(outline: Outline) -> list[str]:
    return [one.text for one in outline.nodes if isinstance(one, Heading) and one.level == 2]


class TestReport:
    def test_tells_a_year(self) -> None:
        """All of its parts, in order, with the name of the body."""
        outline = REGISTER.report(BODY, 2027)
        assert outline.title == f"{BODY}: Årsrapport 2027"
        assert outline.carries is False
        assert outline.about.body == BODY
        assert outline.about.day == date(2027, 12, 31)
        assert titles(outline) == [
            "Möten",
            "Närvaro",
            "Fattade beslut",
            "Beslut och öppna åtgärder över tid",
            "Öppna åtgärder",
            "Kommande möten",
        ]
        assert "2 Fattade beslut 1" in " ".join(printed(outline.nodes))

    def test_meetings(self) -> None:
        """When, what and where, who came, and how much was decided."""
        assert rows(REGISTER.report(year=2027), "Möten") == [
            ["5 mars 2027", "Ale", "2", "1", "2"],
            ["10 september 2027", "", "3", "0", "0"],
        ]

    def test_decisions_have_their_outcome(self) -> None:
        """In words."""
        found = rows(REGISTER.report(year=2027), "Fattade beslut")
        assert found == [
            ["5 mars 2027", "2. Provtagning", "Nätverket beslutar att mäta varje månad.", "bifall"]
        ]

    def test_open_actions_have_number_owner_and_age(self) -> None:
        """On the last day of the report, and late where that is past."""
        found = rows(REGISTER.report(year=2027), "Öppna åtgärder")
        assert found == [
            ["Å27-2", "Bo frågar ekonomen om pengar.", "Bo Alm", "", "5 mars 2027, 301 dagar"],
        ]
        found = rows(REGISTER.report(year=2027, on=date(2027, 4, 2)), "Öppna åtgärder")
        assert found[0] == [
            "Å27-1",
            "Ida tar fram mallen för provtagning.",
            "Ida Ek",
            "1 april 2027 (försenat)",
            "5 mars 2027, 28 dagar",
        ]

    def test_due_in_time_and_in_words(self) -> None:
        """What is not late is only told; days in words stay."""
        actions = [
            ActionItem("Bo ringer.", due=date(2027, 5, 1)),
            ActionItem("Ida skriver.", due=mp.PartialDate("till hösten")),
        ]
        outline = Register([notes("2027-03-05", item("A", *actions))]).report()
        assert [(row[3], row[4]) for row in rows(outline, "Öppna åtgärder")] == [
            ("1 maj 2027", "5 mars 2027"),
            ("till hösten", "5 mars 2027"),
        ]

    def test_what_was_open_before_the_year_still_is(self) -> None:
        """An action of an earlier year is open, and its meeting is not told."""
        register = Register([SPRING, AUTUMN, notes("2028-02-04", present=["Ida Ek, Ale"])])
        outline = register.report(year=2028)
        assert [row[0] for row in rows(outline, "Öppna åtgärder")] == ["Å27-2"]
        assert len(rows(outline, "Möten")) == 1
        assert part(outline, "Fattade beslut") == [Text(("Inga beslut är antecknade.",))]

    def test_dates_to_come(self) -> None:
        """After the last day only."""
        (listing,) = part(REGISTER.report(year=2027), "Kommande möten")
        assert isinstance(listing, Listing)
        assert list(printed((listing,)))[1::2] == ["4 februari 2028"]
        assert part(Register([SPRING]).report(year=2027), "Kommande möten") == [
            Text(("Inga datum är kända.",))
        ]

    def test_without_a_year_all_until_the_last_meeting(self) -> None:
        """That is the day on which ages are told."""
        outline = REGISTER.report()
        assert outline.about.name == "Rapport till och med 10 september 2027"
        assert rows(outline, "Öppna åtgärder")[0][-1] == "5 mars 2027, 189 dagar"

    def test_meetings_without_a_day(self) -> None:
        """Nothing has an age, and nothing is to come."""
        body = [AgendaItem("A", body=[ActionItem("Bo ringer.")])]
        outline = Register([Meeting("A", agenda=body)]).report()
        assert outline.about.name == "Rapport"
        assert titles(outline) == ["Möten", "Fattade beslut", "Öppna åtgärder", "Att se över"]
        assert rows(outline, "Öppna åtgärder") == [["Å-1", "Bo ringer.", "", "", ""]]

    def test_several_bodies(self) -> None:
        """Each row says whose it is, and each body has its own attendance."""
        outline = Register([SPRING, AUTUMN, OTHER]).report(year=2027)
        assert outline.title == "Årsrapport 2027"
        assert rows(outline, "Möten")[1][1] == "Styrelsen"
        assert [one.text for one in part(outline, "Närvaro") if isinstance(one, Heading)] == [
            BODY,
            "Styrelsen",
        ]
        (listing,) = part(outline, "Kommande möten")
        assert [text for text in printed((listing,)) if text] == [
            "9 januari 2028, Styrelsen",
            f"4 februari 2028, {BODY}",
        ]

    def test_a_body_of_which_nobody_is_named(self) -> None:
        """Has no attendance to show."""
        outline = Register([SPRING, notes("2027-04-01", body="Styrelsen")]).report(year=2027)
        assert [one.text for one in part(outline, "Närvaro") if isinstance(one, Heading)] == [BODY]

    def test_meetings_that_name_no_body(self) -> None:
        """Are told with those of the only body that is named."""
        bare = Meeting(
            occasion=date(2027, 4, 1),
            participants=[Participant("Kim Ask", organisation="Ale", attendance=Attendance.PRESENT)],
            agenda=[item("Tider", Schedule(year=2028, occasions=[date(2028, 1, 9)]))],
        )
        outline = Register([bare]).report(year=2027)
        assert rows(outline, "Närvaro") == [["Ale", "1", "1"]]
        (listing,) = part(outline, "Kommande möten")
        assert "9 januari 2028" in list(printed((listing,)))

    def test_meetings_that_name_no_body_beside_several(self) -> None:
        """Stand last, under a heading of their own, and their dates say so."""
        bare = Meeting(
            occasion=date(2027, 1, 8),
            participants=[Participant("Kim Ask", organisation="Ale", attendance=Attendance.PRESENT)],
            agenda=[item("Tider", Schedule(year=2028, occasions=[date(2028, 2, 4)]))],
        )
        outline = Register([bare, SPRING, AUTUMN, OTHER]).report(year=2027)
        told = part(outline, "Närvaro")
        names = [one.text for one in told if isinstance(one, Heading)]
        assert names == [BODY, "Styrelsen", "Möten utan angivet organ"]
        last = [one for one in told if isinstance(one, Grid)][-1]
        assert [list(printed(cell)) for cell in last.rows[1]] == [["Ale"], ["1"], ["1"]]
        (listing,) = part(outline, "Kommande möten")
        assert [text for text in printed((listing,)) if text][1:] == [
            f"4 februari 2028, {BODY}",
            "4 februari 2028, utan angivet organ",
        ]
        assert rows(outline, "Möten")[0][1] == ""

    def test_one_body_in_small_letters_is_one(self) -> None:
        """Nobody is told twice."""
        shouted = notes("2027-06-04", body=BODY.upper(), present=["Bo Alm, Kungälv"])
        outline = Register([SPRING, shouted, OTHER]).report(year=2027)
        names = [one.text for one in part(outline, "Närvaro") if isinstance(one, Heading)]
        assert names == [BODY, "Styrelsen"]

    def test_a_network_is_its_name(self) -> None:
        """As everywhere in a register."""
        register = Register([SPRING, OTHER])
        assert register.report(Network(BODY), 2027) == register.report(BODY, 2027)

    def test_documents_that_could_not_be_read(self) -> None:
        """By the name of the file: nobody learns where it lies."""
        outline = Register([SPRING, BROKEN]).report(year=2027)
        assert rows(outline, "Dokument som inte kunde läsas") == [["trasig.pdf", "this is no PDF document"]]

    def test_what_somebody_should_look_at(self) -> None:
        """Warnings and errors, not notes; a few of many."""
        outline = Register([SPRING, SPRING]).report(year=2027)
        assert "Samma möte finns i flera dokument" in rows(outline, "Att se över")[0][2]
        many = Meeting(BODY, occasion=date(2027, 3, 5), agenda=[AgendaItem()] * (MOST_FINDINGS + 2))
        nodes = part(Register([many]).report(), "Att se över")
        assert len(nodes[0].rows) == MOST_FINDINGS + 1
        assert nodes[1] == Text(("… och 2 till",))

    def test_two_files_of_one_meeting_are_told(self, tmp_path: Path) -> None:
        """By their names, among what somebody should look at; the meeting is counted once."""
        for name in ("a.txt", "b.md"):
            mp.write(AUTUMN, tmp_path / name)
        outline = Register.from_files(sorted(tmp_path.iterdir())).report(year=2027)
        told = [words for _, _, words in rows(outline, "Att se över") if "Samma möte" in words]
        assert len(told) == 1
        assert "a.txt" in told[0]
        assert "b.md" in told[0]
        facts = list(printed(outline.nodes))
        assert facts[facts.index("Möten") + 1] == "1"

    def test_speaks_english(self) -> None:
        """All its own words."""
        outline = REGISTER.report(year=2027, language="en")
        assert outline.language == "en"
        assert titles(outline)[-2:] == ["Open actions", "Meetings to come"]
        assert rows(outline, "Open actions")[0][-1] == "2027-03-05, 301 days"

    @pytest.mark.parametrize(
        ("given", "error"),
        [
            ({"year": "2027"}, WrongTypeError),
            ({"year": True}, WrongTypeError),
            ({"year": 0}, WrongValueError),
            ({"year": 10_000}, WrongValueError),
            ({"on": "2027-01-01"}, WrongTypeError),
            ({"language": "fi"}, RenderError),
            ({"year": 2026}, RenderError),
            ({"body": "Ingen"}, RenderError),
        ],
    )
    def test_refuses_what_it_cannot_tell(self, given: Any, error: type[MinutesError]) -> None:
        """A wrong name is no empty report."""
        with pytest.raises(error):
            REGISTER.report(**given)

    def test_names_the_bodies_that_there_are(self) -> None:
        """Somebody misspelt one."""
        with pytest.raises(RenderError, match=BODY):
            REGISTER.report("Vatten", 2027)
        with pytest.raises(RenderError, match=r"there is no meeting to report$"):
            Register().report()

    @pytest.mark.parametrize("name", ["text", "markdown", "html", "docx", "pdf"])
    def test_every_format_shows_it(self, name: str) -> None:
        """The same bytes each time; pictures where a format has them."""
        outline = REGISTER.report(year=2027)
        rendered = mp.renderer(name).render_outline(outline)
        assert rendered.content == mp.renderer(name).render_outline(outline).content
        if rendered.is_text:
            assert "Å27-2" in rendered.text
            assert rendered.text.count("<svg") == (2 if name == "html" else 0)

    def test_a_report_is_read_as_a_document_of_anybody(self) -> None:
        """It does not say that it is minutes of ours."""
        for name in ("text", "html"):
            reading = mp.read(
                mp.renderer(name).render_outline(REGISTER.report(year=2027)).content, format=name
            )
            assert reading.meeting not in (SPRING, AUTUMN)

    def test_pictures_stand_beside_their_tables(self) -> None:
        """A drawing is of a table, so who does not see it has the table."""
        drawn = [
            one for one in walk(REGISTER.report(year=2027).nodes) if isinstance(one, Grid) and one.picture
        ]
        assert [one.picture.alt.partition(".")[0] for one in drawn if one.picture] == [
            "Närvaro per organisation och möte",
            "Beslut och öppna åtgärder över tid",
        ]


class TestRealDocuments:
    def test_the_two_together(self, seeds: Path) -> None:
        """Five decisions, five open actions, and who came from each municipality to both."""
        register = Register.from_files(sorted(seeds.glob("*.txt")))
        outline = register.report(year=2023)
        assert len(rows(outline, "Möten")) == 2
        assert len(rows(outline, "Fattade beslut")) == 5
        found = rows(outline, "Öppna åtgärder")
        assert [row[0] for row in found] == [f"Å23-{number}" for number in range(1, len(found) + 1)]
        assert len(found) == len(register.open_actions) >= 4
        assert {row[-1].partition(",")[0] for row in found} == {"21 april 2023", "8 september 2023"}
        came = {row[0]: row[1:] for row in rows(outline, "Närvaro")}
        assert len(came) == 15
        assert came["Göteborg"] == ["1", "3", "2"]
        assert came["Lerum"] == ["0", "1", "1"]
        assert came["Öckerö"] == ["0", "0", "0"]
        assert [sum(int(row[place]) for row in came.values()) for place in (0, 1)] == [12, 13]
