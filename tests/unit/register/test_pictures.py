"""Pictures say in words and numbers what they show, and stay small."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from motesprotokoll.model import ActionItem, Attendance, Meeting, Participant
from motesprotokoll.register import Register, activity_picture, attendance_picture
from motesprotokoll.register.pictures import MOST_MEETINGS, MOST_ORGANISATIONS, Picture
from motesprotokoll.theme import Theme, contrast
from unit.register.meetings import AUTUMN, SPRING, item, notes

SVG = "{http://www.w3.org/2000/svg}"
REGISTER = Register([SPRING, AUTUMN])
CAME = Participant("Åsa Öst", organisation="Ale", attendance=Attendance.PRESENT)


def parsed(picture: Picture) -> ElementTree.Element:
    return ElementTree.fromstring(picture.svg)


def words_of(picture: Picture) -> list[str]:
    return [str(one.text) for one in parsed(picture).iter(f"{SVG}text")]


class TestAttendancePicture:
    def test_counts_persons_by_organisation_and_meeting(self) -> None:
        """Who is there without a seat counts; only absent people are 0, and nobody is no number."""
        table = attendance_picture(REGISTER).table
        assert table.names == ("organisation", "2027-03-05", "2027-09-10", "meetings")
        assert list(table.cells) == [
            ("Ale", 1, 1, 2),
            ("Göteborg", 0, None, 0),
            ("Göteborgsregionen", None, 1, 1),
            ("Kungälv", 1, 1, 2),
        ]

    def test_words_and_numbers_stand_in_the_picture(self) -> None:
        """No cell needs its colour to be understood."""
        said = words_of(attendance_picture(REGISTER))
        assert {"Ale", "5 mar", "10 sep", "2027", "0", "1", "–", "2 av 2"} <= {*said}

    def test_is_named_for_those_who_do_not_see_it(self) -> None:
        """Title and description are named by the drawing itself; it scales."""
        picture = attendance_picture(REGISTER)
        svg = parsed(picture)
        title, description = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
        assert title is not None
        assert description is not None
        assert svg.get("role") == "img"
        assert svg.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert (title.text, description.text) == (picture.title, picture.description)
        assert str(svg.get("viewBox")).split()[2:] == [svg.get("width"), svg.get("height")]
        assert svg.get("width") == str(picture.width)

    def test_escapes_what_documents_say(self) -> None:
        """Nothing that stands in a document becomes markup."""
        evil = '<script>alert("&")</script>'
        meeting = notes("2027-03-05", present=[f"Ida Ek, {evil}"])
        picture = attendance_picture(Register([meeting]))
        assert "<script" not in picture.svg + picture._repr_html_()
        assert any(said.startswith("<script>alert") for said in words_of(picture))

    def test_the_same_rows_are_the_same_text(self) -> None:
        """In whatever order the meetings came; and two pictures have names of their own."""
        assert attendance_picture(Register([AUTUMN, SPRING])) == attendance_picture(REGISTER)
        other = activity_picture(REGISTER)
        assert parsed(other).get("aria-labelledby") != parsed(attendance_picture(REGISTER)).get(
            "aria-labelledby"
        )

    def test_stays_small(self) -> None:
        """The latest meetings and the first organisations; the table has all organisations."""
        days = [date(2027, 1, 1) + timedelta(number) for number in range(MOST_MEETINGS + 3)]
        present = [f"Ida Ek, Bolag {number:03}" for number in range(MOST_ORGANISATIONS + 12)]
        register = Register([notes(str(day), present=present) for day in days])
        picture = attendance_picture(register)
        assert len(picture.table.columns) == MOST_MEETINGS + 2
        assert picture.table.names[1] == "2027-01-04"
        assert len(picture.table) == MOST_ORGANISATIONS + 12
        assert words_of(picture)[-1] == "… och 12 till"
        assert f"Bara de {MOST_MEETINGS} senaste mötena visas." in picture.description

    def test_meetings_of_one_day_and_of_none(self) -> None:
        """Each has a column of its own."""
        one = notes("2027-03-05", body="A", present=["Ida Ek"])
        other = notes("2027-03-05", body="B", present=["Bo Alm, Ale"])
        register = Register([one, other, Meeting("C", participants=[CAME])])
        table = attendance_picture(register).table
        assert len({*table.names}) == 5
        assert [one.label for one in table.columns[1:-1]] == ["5 mar", "5 mar", "utan datum"]
        assert table[-1]["organisation"] == "(utan organisation)"
        assert "utan datum" in words_of(attendance_picture(register))

    def test_the_year_is_told_where_there_are_several(self) -> None:
        """Where there is one, it goes without saying."""
        register = Register([SPRING, AUTUMN, notes("2028-02-04", present=["Ida Ek, Ale"])])
        table = attendance_picture(register).table
        assert [one.label for one in table.columns[1:-1]] == ["5 mar 2027", "10 sep 2027", "4 feb 2028"]

    def test_an_agenda_is_no_meeting(self) -> None:
        """Who is asked to come has not come."""
        agenda = notes("2027-12-01", kind="agenda", present=["Ida Ek, Ale"])
        assert (
            attendance_picture(Register([SPRING, AUTUMN, agenda])).table == attendance_picture(REGISTER).table
        )

    def test_who_was_invited_is_not_counted(self) -> None:
        """Nobody knows whether they came."""
        invited = Meeting("C", participants=[Participant("Bo Alm", organisation="Ale")])
        assert not attendance_picture(Register([invited])).table

    def test_two_documents_of_one_meeting_count_once(self) -> None:
        """A person is there once."""
        assert attendance_picture(Register([SPRING, SPRING])).table["2027-03-05"] == (1, 0, 1)

    def test_nothing_is_a_picture_too(self) -> None:
        """An empty register has an empty one."""
        picture = attendance_picture(Register())
        assert not picture.table
        assert repr(picture) == "Picture('Närvaro per organisation och möte', 0 rows)"

    def test_speaks_english(self) -> None:
        """Words, months and days."""
        picture = attendance_picture(REGISTER, language="en")
        assert picture.title == "Attendance by organisation and meeting"
        assert {"5 Mar", "2 of 2"} <= {*words_of(picture)}
        assert picture.table.columns[1].label == "5 Mar"

    @pytest.mark.parametrize("theme", [Theme(), Theme(text="#5a5a5a", quiet="#5a5a5a", decision="#000000")])
    def test_letters_stand_out_in_every_cell(self, theme: Theme) -> None:
        """Also where a theme's own letters are pale."""
        crowd = notes("2027-03-05", present=[f"{name} Ek, Ale" for name in ("Ida", "Bo", "Eva", "Kim")])
        svg = parsed(attendance_picture(Register([SPRING, AUTUMN, crowd]), theme=theme))
        fills = {str(one.get("fill")) for one in svg.iter(f"{SVG}rect")}
        assert len(fills) > 2
        assert all(contrast(theme.text, fill) >= 4.5 for fill in fills)


class TestActivityPicture:
    def test_counts_decisions_and_what_is_open(self) -> None:
        """What later minutes close is open until then."""
        assert list(activity_picture(REGISTER).table.cells) == [
            (date(2027, 3, 5), 1, 2, 2),
            (date(2027, 9, 10), 0, 0, 1),
        ]

    def test_says_its_numbers(self) -> None:
        """Both rows are named, and each bar has its number."""
        said = words_of(activity_picture(REGISTER))
        assert {"Beslut", "Öppna åtgärder", "2", "1", "0", "10 sep"} <= {*said}

    def test_a_period_knows_what_was_open_before(self) -> None:
        """Days outside are not shown, and their open actions are counted."""
        table = activity_picture(REGISTER, since=date(2027, 4, 1), until=date(2027, 12, 31)).table
        assert list(table.cells) == [(date(2027, 9, 10), 0, 0, 1)]
        assert not activity_picture(REGISTER, until=date(2027, 1, 1)).table

    def test_what_a_person_closed_was_open_until_then(self) -> None:
        """The day of closing is the first on which it is not."""
        meeting = notes("2027-03-05", item("A", ActionItem("Bo ringer.")))
        register = Register([meeting, notes("2027-04-05"), notes("2027-05-05")])
        (row,) = register.actions
        closed = register.with_followup(register.followup.close(str(row["id"]), date(2027, 5, 5)))
        assert activity_picture(closed).table["open"] == (1, 1, 0)

    def test_stays_small(self) -> None:
        """The latest meetings, and that there are more."""
        days = [date(2027, 1, 1) + timedelta(number) for number in range(MOST_MEETINGS + 1)]
        picture = activity_picture(Register([notes(str(day)) for day in days]))
        assert picture.table["date"] == tuple(days[1:])
        assert "senaste" in picture.description


class TestPicture:
    def test_shows_itself_in_a_notebook(self) -> None:
        """An image with its words, and the table, in tags that are left alone; and as a drawing."""
        picture = attendance_picture(REGISTER)
        markup = picture._repr_html_()
        assert markup.startswith(
            f'<div class="motesprotokoll"><div><b>{picture.title}</b></div><img src="data:'
        )
        assert f'alt="{picture.alt}"' in markup
        assert "<td>Göteborg</td><td>0</td><td>–</td><td>0</td>" in markup
        assert picture._repr_svg_() == picture.svg
