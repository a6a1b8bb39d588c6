import io
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motesprotokoll import planning
from motesprotokoll.errors import LimitError, MinutesError, ReadError, WrongTypeError, WrongValueError
from motesprotokoll.limits import Limits
from motesprotokoll.model import DateSpan, Occasion, PartOfDay, TimeSpan
from timing import grows_at_most

MARCH = DateSpan(date(2027, 3, 5))
HOURS = TimeSpan(time(9), time(12))


def read(text: str, **options: int) -> tuple[Occasion, ...]:
    return planning.busy_days(text.encode("utf-8"), **options)


class TestTables:
    @pytest.mark.parametrize(
        "text",
        [
            "2027-03-05",
            "\ufeff2027-03-05\r\n",
            "5 mars 2027\n\n",
            "fredag 5 mars 2027",
            "5.3.2027",
            "datum\n2027-03-05",
            "Datum:\n2027-03-05",
            "Dag;Plats\n2027-03-05;Ale",
            "x,2027-03-05",
            "\n;;\n2027-03-05;\n",
        ],
    )
    def test_one_day_in_many_forms(self, text: str) -> None:
        """Swedish or ISO, with a mark of its encoding or without, below a word or alone."""
        assert [one.dates for one in read(text)] == [MARCH]

    @pytest.mark.parametrize("sign", [";", ",", "\t"])
    def test_columns_by_the_words_over_them(self, sign: str) -> None:
        """In any order, with any of the three signs between them."""
        lines = (("Ämne", "Till", "Från"), ("Resa", "2027-02-19", "2027-02-15"))
        assert read("\n".join(sign.join(line) for line in lines)) == (
            Occasion(DateSpan(date(2027, 2, 15), date(2027, 2, 19)), label="Resa"),
        )

    def test_two_columns_of_dates_without_words(self) -> None:
        """Are from and to; what stands behind them says what it is."""
        assert read("2027-02-15;2027-02-19;Resa\n2027-03-05;;Möte") == (
            Occasion(DateSpan(date(2027, 2, 15), date(2027, 2, 19)), label="Resa"),
            Occasion(MARCH, label="Möte"),
        )

    def test_an_export_of_outlook(self) -> None:
        """Quoted, with commas, and hours in columns of their own."""
        text = (
            '"Subject","Start Date","Start Time","End Date","End Time"\n'
            '"Styrelsen, extra","2027-03-05","09:00","2027-03-05","12:00"\n'
            '"Resa","2027-02-15","09:00","2027-02-19","12:00"\n'
        )
        assert read(text) == (
            Occasion(DateSpan(date(2027, 2, 15), date(2027, 2, 19)), label="Resa"),
            Occasion(MARCH, times=HOURS, label="Styrelsen, extra"),
        )

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Datum;Tid\n2027-03-05;9–12", Occasion(MARCH, times=HOURS)),
            ("Datum;Tid\n2027-03-05;kl. 09.00–12.00", Occasion(MARCH, times=HOURS)),
            ("Datum;Tid\n2027-03-05;förmiddag", Occasion(MARCH, part_of_day=PartOfDay.MORNING)),
            ("Datum;Tid\n2027-03-05;efter lunch", Occasion(MARCH)),
            ("Datum;Tid\n2027-03-05;9 AM to 12", Occasion(MARCH)),
            ("Datum;Starttid;Sluttid\n2027-03-05;9 AM;12", Occasion(MARCH)),
            ("Datum;Starttid;Sluttid\n2027-03-05;09.00;", Occasion(MARCH)),
            ("Från;Till\n2027-03-05 09:00;2027-03-05 12:00", Occasion(MARCH, times=HOURS)),
            ("Från;Till\n2027-03-05 09:00;2027-03-05", Occasion(MARCH)),
            ("5 mars 2027 kl. 9–12", Occasion(MARCH, times=HOURS)),
        ],
    )
    def test_hours_where_they_can_be_read(self, text: str, expected: Occasion) -> None:
        """Otherwise the whole day is taken, which no plan will regret."""
        assert read(text) == (expected,)

    def test_a_year_is_for_dates_without_one(self) -> None:
        """And leaves out the days of other years."""
        assert read("5 mars\n2026-03-05\n6/3", year=2027) == (Occasion(MARCH), Occasion(date(2027, 3, 6)))

    def test_days_come_sorted_and_once(self) -> None:
        """However they stood."""
        assert [str(one.dates) for one in read("2027-03-06\n2027-03-05\n2027-03-06")] == [
            "2027-03-05",
            "2027-03-06",
        ]

    @pytest.mark.parametrize(
        ("text", "where", "said"),
        [
            ("2027-03-05\n31 februari 2027", "line 2", "'31 februari 2027' is not a date"),
            ("Datum;x\n\n;y", "line 3", "'' is not a date"),
            ("Från;Till\n2027-03-05;snart", "line 2", "'snart' is not a date"),
            ("Från;Till\n2027-03-05;2027-03-01", "line 2", "runs backwards"),
            ("5 mars", "line 1", "neither a date"),
            ("Datum\n5 mars", "line 2", "year="),
            ("hej\n2027-03-05", "line 1", "neither a date"),
        ],
    )
    def test_a_line_without_a_date_is_named(self, text: str, where: str, said: str) -> None:
        """A day that went unread would be planned on."""
        with pytest.raises(ReadError) as caught:
            read(text)
        assert caught.value.where == where
        assert said in str(caught.value)

    @pytest.mark.parametrize("text", ["", "\n \n", ";;;\n"])
    def test_nothing_is_told(self, text: str) -> None:
        """An empty file is more likely a wrong one than a body that never meets."""
        with pytest.raises(ReadError):
            read(text)


class TestSources:
    def test_paths_and_open_files(self, tmp_path: Path) -> None:
        """A path in either form, bytes, or a file that is open as text or bytes; the name is in messages."""
        path = tmp_path / "styrelsen.csv"
        path.write_text("2027-03-05\n", "utf-8")
        for source in (
            path,
            str(path),
            path.read_bytes(),
            io.BytesIO(path.read_bytes()),
            io.StringIO("2027-03-05"),
        ):
            assert planning.busy_days(source) == (Occasion(MARCH),)
        path.write_text("2027-03-05\nx\n", "utf-8")
        with pytest.raises(ReadError) as caught:
            planning.busy_days(path)
        assert caught.value.where == f"{path}:2"

    def test_a_calendar_is_known_by_its_name_or_its_beginning(self, tmp_path: Path) -> None:
        """And gives days, hours and titles."""
        text = (
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:1\r\n"
            "DTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20270305\r\nSUMMARY:Styrelsen\r\n"
            "END:VEVENT\r\nEND:VCALENDAR\r\n"
        )
        path = tmp_path / "styrelsen.ics"
        path.write_text(text, "utf-8", newline="")
        expected = (Occasion(MARCH, label="Styrelsen"),)
        assert planning.busy_days(path) == planning.busy_days(text.encode()) == expected
        assert planning.busy_days(path, year=2027) == expected
        assert planning.busy_days(path, year=2026) == ()

    def test_a_calendar_that_recurs_too_often_asks_for_a_year(self) -> None:
        """The limit counts the days that are looked at."""
        events = "".join(
            f"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTART;VALUE=DATE:20200101\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
            for number in range(30)
        )
        text = f"BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n"
        with pytest.raises(LimitError, match="year="):
            planning.busy_days(text.encode(), limits=Limits(calendar_days=5_000))
        with pytest.raises(LimitError, match="calendar_days"):
            planning.busy_days(text.encode(), year=2027, limits=Limits(calendar_days=50))

    def test_a_meeting_is_proposed_beside_them(self, tmp_path: Path) -> None:
        """What is read is what `propose` takes."""
        path = tmp_path / "styrelsen.csv"
        path.write_text("Datum;Möte\n2027-03-19;Styrelsen\n", "utf-8")
        wishes = {"weekdays": "friday", "spring": 1, "autumn": 0, "spring_window": "8–22 mars"}
        free = planning.propose("Nätverket", 2027, **wishes)  # type: ignore[arg-type]
        moved = planning.propose("Nätverket", 2027, **wishes, avoid=planning.busy_days(path))  # type: ignore[arg-type]
        assert [str(one.schedule.occasions[0].dates) for one in (free, moved)] == ["2027-03-19", "2027-03-12"]

    @pytest.mark.parametrize(
        ("source", "options", "kind"),
        [
            (3, {}, WrongTypeError),
            (b"x", {"year": "2027"}, WrongTypeError),
            (b"x", {"year": 0}, WrongValueError),
            ("det-finns-ingen-sådan.csv", {}, ReadError),
            (b"%PDF-1.7", {}, ReadError),
        ],
    )
    def test_what_is_no_source_is_refused(
        self, source: object, options: dict[str, int], kind: type[MinutesError]
    ) -> None:
        """With the class of error that fits."""
        with pytest.raises(kind):
            planning.busy_days(source, **options)  # type: ignore[arg-type]

    def test_the_number_of_lines_is_bounded(self) -> None:
        """By the limit that calendars have."""
        with pytest.raises(LimitError, match="3 lines"):
            planning.busy_days(b"2027-03-05\n" * 4, limits=Limits(calendar_lines=3))

    def test_a_field_without_end_is_an_error(self) -> None:
        """As any other file that is no table."""
        with pytest.raises(ReadError):
            planning.busy_days(b'datum\n"' + b"x" * 300_000)

    def test_twice_the_lines_cost_twice_as_much(self) -> None:
        """No pass over all lines for each of them."""
        lines = b"2027-03-05;2027-03-06;Resa\n"
        assert grows_at_most(
            lambda: planning.busy_days(lines * 500), lambda: planning.busy_days(lines * 4_000), 16
        )


@given(st.binary(max_size=200) | st.text(';,\n"0123456789-åmars ', max_size=120).map(str.encode))
def test_any_bytes_give_days_or_an_error_of_ours(data: bytes) -> None:
    """Never another exception."""
    try:
        found = planning.busy_days(data, year=2027)
    except MinutesError:
        return
    assert all(isinstance(one.dates, DateSpan) for one in found)
