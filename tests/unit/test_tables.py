"""Tables: rows with named and typed columns, and what other tools make of them."""

import csv
import io
import sys
from collections.abc import Mapping
from datetime import date

import pytest

from motesprotokoll.errors import MissingExtraError, WrongTypeError, WrongValueError
from motesprotokoll.tables import Column, Rows

COLUMNS = (
    Column("day", "Dag", "date"),
    Column("what", "Vad"),
    Column("count", "Antal", "number"),
    Column("done", "Klart", "truth"),
    Column("who", "Vilka", "texts"),
)
CELLS = (
    (date(2027, 2, 5), "Kaffe", 3, True, ("Ida Ek", "Bo Alm")),
    (None, "=SUM(A1)", None, False, ()),
    (date(2026, 1, 9), 'sa "hej"; och, gick', -2, None, ("Åsa Öst",)),
)
ROWS = Rows(COLUMNS, CELLS, "Ting")


class TestRows:
    def test_is_a_sequence_of_mappings(self) -> None:
        """A row is a mapping from the columns' names, in their order."""
        assert len(ROWS) == 3
        assert all(isinstance(row, Mapping) for row in ROWS)
        assert list(ROWS[0]) == ["day", "what", "count", "done", "who"]
        assert dict(ROWS[0])["count"] == 3
        assert len(ROWS[0]) == 5
        assert {"day": None, "what": "=SUM(A1)", "count": None, "done": False, "who": ()} in ROWS

    def test_a_slice_is_a_table(self) -> None:
        """A slice keeps columns and title."""
        assert ROWS[1:] == Rows(COLUMNS, CELLS[1:], "Ting")

    def test_a_name_gives_a_column(self) -> None:
        """One column's cells, in the order of the rows."""
        assert ROWS["count"] == (3, None, -2)

    @pytest.mark.parametrize("ask", [lambda rows: rows["kaka"], lambda rows: rows.select("kaka")])
    def test_tells_which_columns_there_are(self, ask) -> None:  # type: ignore[no-untyped-def]
        """A name that no column has is told with those that there are."""
        with pytest.raises(WrongValueError, match="one of day, what, count, done, who"):
            ask(ROWS)

    @pytest.mark.parametrize(
        "cells",
        [
            (date(2027, 1, 1), "x", "3", True, ()),
            (date(2027, 1, 1), "x", True, True, ()),
            (date(2027, 1, 1), "x", 3, True, None),
            ("2027-01-01", "x", 3, True, ()),
        ],
    )
    def test_refuses_a_cell_of_another_kind(self, cells: tuple[object, ...]) -> None:
        """Types hold in every row: true is no number, and several texts are never unknown."""
        with pytest.raises(WrongTypeError, match="row 0"):
            Rows(COLUMNS, [cells])  # type: ignore[list-item]

    @pytest.mark.parametrize("row", [("x",), ["a", "b"], "ab"])
    def test_refuses_a_row_of_another_length(self, row: object) -> None:
        """A row is a tuple with a cell for each column."""
        with pytest.raises(WrongValueError, match="expected 5 cells"):
            Rows(COLUMNS, [row])  # type: ignore[list-item]

    @pytest.mark.parametrize("columns", [(), ("day",)])
    def test_refuses_what_are_no_columns(self, columns: object) -> None:
        """A table has at least one column."""
        with pytest.raises(WrongTypeError):
            Rows(columns)  # type: ignore[arg-type]

    def test_refuses_two_columns_of_one_name(self) -> None:
        """A name is one column's."""
        with pytest.raises(WrongValueError, match="same name"):
            Rows([Column("a", "A"), Column("a", "B")])

    def test_where(self) -> None:
        """Only the rows for which it holds."""
        assert ROWS.where(lambda row: row["done"] is True)["what"] == ("Kaffe",)

    def test_select(self) -> None:
        """These columns, in this order."""
        assert ROWS.select("what", "day").cells[0] == ("Kaffe", date(2027, 2, 5))
        assert ROWS.select("what").title == "Ting"

    def test_sorted_by(self) -> None:
        """In order, and what is not known comes last."""
        assert ROWS.sorted_by("day")["day"] == (date(2026, 1, 9), date(2027, 2, 5), None)
        assert ROWS.sorted_by("done", "count")["count"] == (None, 3, -2)

    def test_repr_is_short(self) -> None:
        """A table says what it is, and a row what it holds."""
        assert repr(ROWS) == "Rows('Ting', 3 rows of day, what, count, done, who)"
        assert repr(ROWS[1]).startswith("{'day': None, 'what': '=SUM(A1)'")


class TestCsv:
    def test_reads_back(self) -> None:
        """What the standard library reads is what stands in the cells."""
        read = list(csv.DictReader(io.StringIO(ROWS.to_csv(), newline="")))
        assert read[0] == {
            "day": "2027-02-05",
            "what": "Kaffe",
            "count": "3",
            "done": "ja",
            "who": "Ida Ek; Bo Alm",
        }
        assert read[2]["what"] == 'sa "hej"; och, gick'

    def test_no_cell_is_a_formula(self) -> None:
        """A spreadsheet computes nothing: a text is text, and a number stays a number."""
        read = list(csv.DictReader(io.StringIO(ROWS.to_csv(), newline="")))
        assert read[1]["what"] == "'=SUM(A1)"
        assert read[2]["count"] == "-2"

    def test_for_excel(self) -> None:
        """Semicolons and a byte order mark are what Swedish Excel takes at a double click."""
        text = ROWS.to_csv(excel=True)
        assert text.startswith("\ufeffday;what;count;done;who\r\n")
        assert '"sa ""hej""; och, gick"' in text

    def test_shows_signs_that_drive_a_terminal_as_such(self) -> None:
        """No control character goes out."""
        rows = Rows([Column("a", "A")], [("x\x1b[2Jy\tz",)])
        assert rows.to_csv() == "a\r\nx\ufffd[2Jy z\r\n"


class TestData:
    def test_is_plain(self) -> None:
        """Dates are ISO text and texts a list, as JSON has them."""
        assert ROWS.to_data()[0] == {
            "day": "2027-02-05",
            "what": "Kaffe",
            "count": 3,
            "done": True,
            "who": ["Ida Ek", "Bo Alm"],
        }


class TestArrow:
    def test_keeps_types(self) -> None:
        """Each column has its type, and what is not known is null."""
        core = pytest.importorskip("arro3.core")
        table = core.Table.from_arrow(ROWS)
        kinds = core.DataType
        assert table.schema.field("day").type == kinds.date32()
        assert table.schema.field("what").type == kinds.utf8()
        assert table.schema.field("count").type == kinds.int64()
        assert table.schema.field("done").type == kinds.bool()
        assert table["day"].to_pylist() == [date(2027, 2, 5), None, date(2026, 1, 9)]
        assert table["who"].to_pylist() == [["Ida Ek", "Bo Alm"], [], ["Åsa Öst"]]

    def test_an_empty_table_has_types_too(self) -> None:
        """No rows, and still the same columns."""
        core = pytest.importorskip("arro3.core")
        assert core.Table.from_arrow(Rows(COLUMNS)).schema == core.Table.from_arrow(ROWS).schema

    def test_tells_the_extra(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without the package the error says which extra brings it."""
        monkeypatch.setitem(sys.modules, "arro3", None)
        with pytest.raises(MissingExtraError, match=r"motesprotokoll\[tables\]"):
            ROWS.__arrow_c_stream__()


@pytest.mark.slow
class TestOtherTools:
    def test_pandas(self) -> None:
        """pandas has dates as dates, and takes the rows as they are."""
        pandas = pytest.importorskip("pandas")
        frame = pandas.DataFrame.from_arrow(ROWS)
        assert frame["day"].tolist()[0] == date(2027, 2, 5)
        assert frame["count"].sum() == 1
        assert pandas.DataFrame(ROWS)["what"].tolist() == list(ROWS["what"])

    def test_polars(self) -> None:
        """polars has dates as dates and lists as lists."""
        polars = pytest.importorskip("polars")
        frame = polars.DataFrame(ROWS)
        assert frame.schema["day"] == polars.Date
        assert frame.schema["who"] == polars.List(polars.String)
        assert frame["day"].to_list() == list(ROWS["day"])

    def test_duckdb(self) -> None:
        """DuckDB asks a table by SQL."""
        duckdb = pytest.importorskip("duckdb")
        rows = ROWS
        asked = duckdb.sql("select what, year(day), len(who) from rows where day > date '2026-06-01'")
        assert rows is ROWS
        assert asked.fetchall() == [("Kaffe", 2027, 2)]


class TestShown:
    def test_shows_the_first_rows_in_a_notebook(self) -> None:
        """Under the names of the columns, and how many more there are; long texts are cut."""
        columns = (Column("text", "Text"), Column("open", "Öppen", "truth"))
        rows = Rows(columns, (("x" * 200, True), *((str(place), None) for place in range(21))), "Åtgärder")
        html = rows._repr_html_()
        assert html.startswith(
            '<div class="motesprotokoll"><div><b>Åtgärder (22)</b></div><table>'
            '<tr><td><div align="left"><b>text</b></div></td>'
            '<td><div align="left"><b>open</b></div></td></tr>'
            f'<tr><td><div align="left">{"x" * 119}…</div></td><td><div align="left">ja</div></td></tr>'
        )
        assert html.count("<tr>") == 12
        text = rows._repr_markdown_()
        assert text.startswith("**Åtgärder \\(22\\)**\n\n| text | open |\n| --- | --- |\n| xxx")
        assert text.endswith("| 8 |  |\n| … och 12 till |  |\n")

    def test_signs_stay_signs(self) -> None:
        """A cell ends no line and no cell, and opens no element."""
        rows = Rows((Column("a", "A"),), (("a|b\nc <b>&",),))
        assert rows._repr_markdown_() == "**\\(1\\)**\n\n| a |\n| --- |\n| a\\|b c &lt;b&gt;&amp; |\n"
        assert "a|b\nc &lt;b&gt;&amp;" in rows._repr_html_()
