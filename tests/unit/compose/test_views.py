"""The documents about a meeting, as a reader of each would see them."""

import datetime as dt

import attrs
import pytest

from motesprotokoll.compose import VIEWS, compose
from motesprotokoll.errors import RenderError
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attachment,
    Attendance,
    Decision,
    Kind,
    Meeting,
    Member,
    Network,
    Occasion,
    Outcome,
    PartialDate,
    Participant,
    Schedule,
    Section,
    TimeSpan,
)
from motesprotokoll.model.text import plain
from motesprotokoll.outline import Grid, Heading, Labelled, Outline, Text

MEETING = Meeting(
    "Nätverket för stadsodling",
    occasion=Occasion(dt.date(2027, 2, 5), times=TimeSpan(dt.time(9), dt.time(12)), place="Ängsholm"),
    kind=Kind.NOTES,
    participants=[
        Participant(
            "Ida Ek",
            role="tf. parkchef",
            organisation="Ängsholm",
            attendance=Attendance.PRESENT,
            note="via länk",
        ),
        Participant("Bo Ask", unit="Parkförvaltningen", attendance=Attendance.ABSENT),
        Participant("Åsa Öberg"),
    ],
    agenda=[
        AgendaItem(
            "Odlingslotter",
            number="1",
            body=[
                "Bo redovisar kön.",
                Section("Förslag", [Decision("Nätverket beslutar att söka medel.", outcome=Outcome.ADOPTED)]),
                "Ida berättar.",
            ],
            items=[AgendaItem("Kön i Storvik", number="1 a", body=[Decision("Frågan bordläggs.")])],
        ),
        AgendaItem(
            "Verktyg",
            number="2",
            attachments=[Attachment("Prislista", url="https://exempel.se/pris", supplied=True)],
            body=[
                ActionItem("Ida skriver ett utkast.", owners=["Ida Ek", "Bo"], due=dt.date(2027, 3, 5)),
                ActionItem("Bo köper spadar.", done=True),
                ActionItem("Någon ringer.", due=PartialDate("i vår")),
            ],
        ),
        AgendaItem("Övriga frågor"),
    ],
    next_meeting=Occasion(dt.date(2027, 4, 9)),
    note_taker=Participant("Bo Ask"),
)


def texts(outline: Outline) -> list[str]:
    """What a reader sees at the top level, a string a node."""
    shown = []
    for node in outline.nodes:
        if isinstance(node, Heading):
            shown.append(f"{'#' * node.level} {node.text}")
        elif isinstance(node, Text):
            shown.append(plain(node.content))
        elif isinstance(node, Labelled):
            shown.append(f"{node.label}: {plain(node.content)}")
    return shown


def rows(outline: Outline) -> list[list[str]]:
    """The cells of the only table."""
    (grid,) = (node for node in outline.nodes if isinstance(node, Grid))
    return [
        [" ".join(plain(node.content) for node in cell if isinstance(node, Text)) for cell in row]
        for row in grid.rows
    ]


class TestAgenda:
    def test_holds_titles_and_nothing_that_was_said(self) -> None:
        """An agenda is printed before the meeting: items, when, where and when next; no body text."""
        shown = texts(compose(MEETING, view="agenda"))
        assert shown == [
            "Nätverket för stadsodling",
            "# Dagordning 5 februari 2027",
            "Datum: 5 februari 2027 kl. 09.00–12.00",
            "Plats: Ängsholm",
            "## 1. Odlingslotter",
            "### 1 a. Kön i Storvik",
            "## 2. Verktyg",
            "Bilagor: ",
            "## Övriga frågor",
            "Nästa möte: 9 april 2027",
        ]


def lists_of(outline: Outline) -> dict[str, list[str]]:
    """The lists of people by their headings."""
    found: dict[str, list[str]] = {}
    for node in outline.nodes:
        if isinstance(node, Labelled) and node.role == "attendance":
            assert node.label not in found
            room = [plain(one.content) for one in node.nodes if isinstance(one, Text)]
            found[node.label] = [plain(line.content) for line in node.lines] + room
    return found


class TestNotesTemplate:
    def test_leaves_room_below_each_item(self) -> None:
        """The template lists those called and leaves room where somebody is to write."""
        outline = compose(MEETING, view="notes_template")
        assert texts(outline).count("…") == 3
        assert texts(outline)[-1] == "Antecknat av: Bo Ask"

    def test_lists_those_called_to_be_struck_or_moved(self) -> None:
        """Whoever was only called is taken to come; what is known of others stands."""
        assert lists_of(compose(MEETING, view="notes_template")) == {
            "Närvarande": ["Ida Ek, tf. parkchef, Ängsholm (via länk)", "Åsa Öberg"],
            "Förhinder": ["Bo Ask, Parkförvaltningen"],
        }

    def test_lists_the_members_where_nobody_is_called_yet(self) -> None:
        """Those with a seat on the day; and there is room for those who do not come."""
        members = [
            Member("Ida Ek", role="parkchef", organisation="Ängsholm", until=dt.date(2027, 12, 31)),
            Member("Bo Ask", since=dt.date(2027, 2, 6)),
            Member("Åsa Öberg", until=dt.date(2027, 2, 4)),
            Member("Pia By", since=PartialDate("hösten 2020")),
        ]
        meeting = Meeting(Network("Nätet", members=members), occasion=Occasion(dt.date(2027, 2, 5)))
        found = lists_of(compose(meeting, view="notes_template"))
        assert found == {"Närvarande": ["Ida Ek, parkchef, Ängsholm", "Pia By"], "Förhinder": ["…"]}
        undated = attrs.evolve(meeting, occasion=None)
        assert len(lists_of(compose(undated, view="notes_template"))["Närvarande"]) == 4

    def test_has_room_for_names_where_nobody_is_known(self) -> None:
        """Nobody is invented; the headings stand, in the language asked for."""
        found = lists_of(compose(Meeting(), view="notes_template", language="en"))
        assert found == {"Present": ["…"], "Absent": ["…"]}

    def test_keeps_headings_of_the_list_s_own(self) -> None:
        """A heading that the document gave to a group of people is not taken for another."""
        people = [
            Participant("Ida Ek", group="Ledamöter"),
            Participant("Bo", attendance=Attendance.IN_ATTENDANCE),
        ]
        found = lists_of(compose(Meeting(participants=people), view="notes_template"))
        assert list(found) == ["Ledamöter", "Även närvarande", "Förhinder"]

    def test_asks_when_to_meet_next(self) -> None:
        """What is decided already stands; else there is a label to write behind."""
        assert "Nästa möte: 9 april 2027" in texts(compose(MEETING, view="notes_template"))
        assert "Nästa möte: " in texts(compose(Meeting(), view="notes_template"))


class TestDecisions:
    def test_stand_under_the_headings_that_they_stood_under(self) -> None:
        """A decision without its heading cannot be understood a year later."""
        assert texts(compose(MEETING, view="decisions"))[4:] == [
            "## 1. Odlingslotter – Förslag",
            "Beslut: Nätverket beslutar att söka medel.",
            "## 1. Odlingslotter – 1 a. Kön i Storvik",
            "Beslut: Frågan bordläggs.",
        ]

    def test_says_so_where_there_is_none(self) -> None:
        """An empty page would look like a fault."""
        assert "Inga beslut finns i dokumentet." in texts(compose(Meeting(), view="decisions"))

    def test_outside_items_need_no_heading(self) -> None:
        """A decision in the preamble has nothing above it."""
        meeting = Meeting(preamble=[Decision("Vi beslutar att börja.")])
        assert texts(compose(meeting, view="decisions")) == ["# Beslut", "Beslut: Vi beslutar att börja."]


class TestActions:
    def test_are_a_table_of_who_what_and_when(self) -> None:
        """What people ask for after a meeting."""
        assert rows(compose(MEETING, view="actions")) == [
            ["Ansvarig", "Vad", "Senast", "Punkt"],
            ["Ida Ek, Bo", "Ida skriver ett utkast.", "5 mars 2027", "2. Verktyg"],
            ["", "Bo köper spadar.", "klart", "2. Verktyg"],
            ["", "Någon ringer.", "i vår", "2. Verktyg"],
        ]

    def test_says_so_where_there_is_none(self) -> None:
        """An empty table would look like a fault."""
        assert "Inga åtgärder finns i dokumentet." in texts(compose(Meeting(), view="actions"))


class TestAttendance:
    def test_is_a_table_of_people(self) -> None:
        """With role, home and remark, as far as they are known."""
        assert rows(compose(MEETING, view="attendance")) == [
            ["Namn", "Roll", "Organisation", "Närvaro"],
            ["Ida Ek", "tf. parkchef", "Ängsholm", "närvarande (via länk)"],
            ["Bo Ask", "", "Parkförvaltningen", "förhinder"],
            ["Åsa Öberg", "", "", "inbjuden"],
        ]

    def test_says_so_where_there_is_nobody(self) -> None:
        """An empty table would look like a fault."""
        assert "Inga deltagare finns i dokumentet." in texts(compose(Meeting(), view="attendance"))


class TestExtract:
    def test_holds_one_item_whole(self) -> None:
        """Head, the item with its sub-items, and who signs; no other item."""
        shown = texts(compose(MEETING, item="1"))
        assert shown[1] == "# Utdrag: Anteckningar 5 februari 2027"
        assert "### 1 a. Kön i Storvik" in shown
        assert shown[-1] == "Antecknat av: Bo Ask"
        assert not any("Verktyg" in line for line in shown)

    def test_finds_a_sub_item_by_its_number(self) -> None:
        """Numbers are unique over all levels or refused."""
        assert "## 1 a. Kön i Storvik" in texts(compose(MEETING, item="1 a"))

    def test_takes_a_place_for_an_item_without_number(self) -> None:
        """Items are counted from 0, as in Python."""
        assert "## Övriga frågor" in texts(compose(MEETING, item=2))

    @pytest.mark.parametrize("item", ["7", 3, -1])
    def test_refuses_an_item_that_is_not_there(self, item: str | int) -> None:
        """With the numbers that there are."""
        with pytest.raises(RenderError, match="no item"):
            compose(MEETING, item=item)

    def test_refuses_a_number_that_two_items_have(self) -> None:
        """Wrong numbering is kept as written, so it happens."""
        meeting = Meeting(agenda=[AgendaItem("A", number="1"), AgendaItem("B", number="1")])
        with pytest.raises(RenderError, match="2 items are numbered '1'"):
            compose(meeting, item="1")


class TestSchedule:
    def test_is_a_document_of_its_own(self) -> None:
        """With its body and year above the dates."""
        schedule = Schedule(network="Nätverket", year=2028, occasions=[dt.date(2028, 2, 4)])
        outline = compose(schedule)
        assert texts(outline)[:2] == ["Nätverket", "# Mötestider 2028"]
        assert outline.title == "Nätverket: Mötestider 2028"

    def test_needs_neither_body_nor_year(self) -> None:
        """What is unknown is left out."""
        assert texts(compose(Schedule("Plan")))[0] == "# Plan"


class TestCompose:
    @pytest.mark.parametrize("view", VIEWS)
    def test_only_the_minutes_say_that_they_read_back(self, view: str) -> None:
        """Every other view leaves things out, so reading it back would lose them."""
        assert compose(MEETING, view=view).carries is (view == "minutes")

    def test_an_extract_does_not_say_so(self) -> None:
        """It is not the whole meeting."""
        assert compose(MEETING, item="2").carries is False

    def test_refuses_an_unknown_view(self) -> None:
        """With those that there are."""
        with pytest.raises(RenderError, match="notes_template"):
            compose(MEETING, view="summary")

    def test_refuses_an_unknown_language(self) -> None:
        """Rather than printing half of the words in Swedish."""
        with pytest.raises(RenderError, match="'fi'"):
            compose(MEETING, language="fi")

    def test_speaks_the_language_of_the_meeting(self) -> None:
        """Unless the caller asks for another; a language without a catalogue gets Swedish labels."""
        for tag in ("en", "en-GB"):
            assert "Place: Ale" in texts(compose(Meeting(occasion=Occasion(place="Ale"), language=tag)))
        assert "Plats: Ale" in texts(compose(Meeting(occasion=Occasion(place="Ale"), language="fi")))

    def test_prints_the_number_of_a_title_once(self) -> None:
        """A number that reads like nothing known is told apart by a note."""
        meeting = Meeting(agenda=[AgendaItem("Budget", number="XIV")])
        assert compose(meeting).nodes[-1] == Heading("XIV Budget", 2, (("nummer", "XIV"),))
