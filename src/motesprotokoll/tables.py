"""Rows with named and typed columns: what is known of many meetings, for any tool that takes tables.

`Rows` is a sequence of mappings, so pandas, polars and `csv.DictWriter` take it as it is; with the extra
``tables`` it also gives Arrow, by which types are kept. Names of columns are promises.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate, chain
from typing import Any, Literal, overload

import attrs
from attrs import field

from motesprotokoll import markup
from motesprotokoll.errors import MissingExtraError, WrongTypeError, WrongValueError, quoted
from motesprotokoll.messages import printable

Cell = str | int | bool | date | tuple[str, ...] | None
"""What a cell holds; ``None`` where nothing is known, but an empty tuple where a cell holds several texts."""
Kind = Literal["text", "number", "truth", "date", "texts"]

_TYPES: Mapping[Kind, type] = {"text": str, "number": int, "truth": bool, "date": date, "texts": tuple}

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the start of a formula, full-width forms included (OWASP, CSV injection)."""
_EPOCH = date(1970, 1, 1)
_BETWEEN = "; "
"""What stands between the texts of one cell where a format has no lists."""
_TRUTH = {True: "ja", False: "nej"}


@attrs.frozen
class Column:
    """A column: its name for programs, what it holds, and its Swedish name for people."""

    name: str
    label: str
    kind: Kind = "text"


@attrs.frozen(repr=False, eq=False)
class Row(Mapping[str, Cell]):
    """One row: from the names of the columns to what stands in them."""

    _places: Mapping[str, int]
    cells: tuple[Cell, ...]

    def __getitem__(self, name: str) -> Cell:
        return self.cells[self._places[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __repr__(self) -> str:
        return quoted(dict(self), 200)


def _columns(value: Iterable[Column]) -> tuple[Column, ...]:
    return tuple(value)


def _cells(value: Iterable[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(value)


def _are_columns(_: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if not value or not all(type(one) is Column for one in value):
        raise WrongTypeError(f"expected a tuple of Column, got {quoted(value)}", attribute.name)
    names = [one.name for one in value]
    if len(set(names)) < len(names):
        raise WrongValueError("two columns have the same name", attribute.name)


@attrs.frozen(repr=False)
class Rows(Sequence[Row]):
    """A table: rows of cells, with a name for each column. A slice of it is a table too.

    ``columns`` tells the columns, ``table["date"]`` gives one column's cells, ``table[0]`` a row.
    """

    columns: tuple[Column, ...] = field(converter=_columns, validator=_are_columns)
    cells: tuple[tuple[Cell, ...], ...] = field(default=(), converter=_cells)
    title: str = ""

    def __attrs_post_init__(self) -> None:
        for number, row in enumerate(self.cells):
            if type(row) is not tuple or len(row) != len(self.columns):
                raise WrongValueError(
                    f"expected {len(self.columns)} cells, got {quoted(row)}", f"row {number}"
                )
            for column, cell in zip(self.columns, row, strict=True):
                if type(cell) is not _TYPES[column.kind] and (cell is not None or column.kind == "texts"):
                    problem = f"expected {column.kind}, got {quoted(cell)}"
                    raise WrongTypeError(problem, f"row {number}, {column.name}")

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {column.name: place for place, column in enumerate(self.columns)}

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(self._places)

    @overload
    def __getitem__(self, key: int) -> Row: ...
    @overload
    def __getitem__(self, key: slice) -> "Rows": ...
    @overload
    def __getitem__(self, key: str) -> tuple[Cell, ...]: ...
    def __getitem__(self, key: int | slice | str) -> "Row | Rows | tuple[Cell, ...]":
        if isinstance(key, slice):
            return attrs.evolve(self, cells=self.cells[key])
        if isinstance(key, str):
            place = self._place(key)
            return tuple(row[place] for row in self.cells)
        return Row(self._places, self.cells[key])

    def __len__(self) -> int:
        return len(self.cells)

    def __iter__(self) -> Iterator[Row]:
        return (Row(self._places, cells) for cells in self.cells)

    def __contains__(self, row: object) -> bool:
        return any(dict(one) == row for one in self)

    def __repr__(self) -> str:
        return f"Rows({self.title!r}, {len(self)} rows of {', '.join(self.names)})"

    def _repr_html_(self) -> str:
        """The first rows, in any notebook: a table, unlike a meeting, is there to be looked at."""
        return self.brief().html()

    def _repr_markdown_(self) -> str:
        return self.brief().markdown()

    def brief(self) -> markup.Shown:
        """The first ten rows, and how many more there are, for notebooks."""
        rows = ([shown(cell) for cell in row] for row in self.cells)
        return markup.table(self.title, self.names, rows, len(self))

    def _place(self, name: str) -> int:
        if name not in self._places:
            raise WrongValueError(
                f"there is no column {quoted(name)}", None, f"one of {', '.join(self.names)}"
            )
        return self._places[name]

    # -- choosing --------------------------------------------------------------------------------

    def where(self, test: Callable[[Row], bool]) -> "Rows":
        """The rows for which *test* is true, in their order."""
        return attrs.evolve(self, cells=tuple(row.cells for row in self if test(row)))

    def select(self, *names: str) -> "Rows":
        """The same rows with these columns only, in this order.

        Raises:
            WrongValueError: There is no such column.
        """
        places = [self._place(name) for name in names]
        columns = tuple(self.columns[place] for place in places)
        cells = tuple(tuple(row[place] for place in places) for row in self.cells)
        return Rows(columns, cells, self.title)

    def sorted_by(self, *names: str) -> "Rows":
        """The same rows in the order of these columns, what is not known last; equal rows as they were.

        Raises:
            WrongValueError: There is no such column.
        """
        places = [self._place(name) for name in names]
        order = sorted(self.cells, key=lambda row: tuple(_sortable(row[place]) for place in places))
        return attrs.evolve(self, cells=tuple(order))

    # -- giving away -----------------------------------------------------------------------------

    def to_csv(self, *, excel: bool = False) -> str:
        """The table as CSV: names on top, ISO dates, ``ja`` and ``nej``, nothing that Excel would compute.

        With *excel* as Swedish Excel opens it by a double click: with semicolons and a byte order mark.
        Source: RFC 4180; OWASP, CSV injection.
        """
        stream = io.StringIO()
        writer = csv.writer(stream, delimiter=";" if excel else ",", lineterminator="\r\n")
        writer.writerow(self.names)
        writer.writerows([_in_csv(cell) for cell in row] for row in self.cells)
        return ("\ufeff" if excel else "") + stream.getvalue()

    def to_data(self) -> list[dict[str, object]]:
        """The rows as plain values for JSON: dates as ISO text, texts as lists."""
        return [
            {name: _plain(cell) for name, cell in zip(self.names, row, strict=True)} for row in self.cells
        ]

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The table as an Arrow stream: pandas, polars and DuckDB take it, with the types of columns.

        Raises:
            MissingExtraError: The extra ``tables`` is not installed.

        Source: the Arrow PyCapsule interface.
        """
        return _arrow(self).__arrow_c_stream__()


def text_of(value: object) -> str | None:
    """A cell as text, an enumeration as its word; ``None`` where nothing is known."""
    return None if value is None else str(value)


def shown(cell: Cell) -> str:
    """A cell as text; empty where nothing is known."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return _TRUTH[cell]
    return _BETWEEN.join(cell) if isinstance(cell, tuple) else str(cell)


def harmless(text: str) -> str:
    """*text* as a spreadsheet may get it: nothing that it takes for a formula, no sign that is not shown."""
    text = printable(text)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _in_csv(cell: Cell) -> str:
    return shown(cell) if isinstance(cell, int) else harmless(shown(cell))


def _plain(cell: Cell) -> object:
    if isinstance(cell, date):
        return cell.isoformat()
    return list(cell) if isinstance(cell, tuple) else cell


def _sortable(cell: Cell) -> tuple[bool, Any]:
    return (True, 0) if cell is None else (False, cell)


# ------------------------------------------------------------------------------------------------ Arrow


def _arrow(rows: Rows) -> Any:
    try:
        from arro3 import core as arrow
    except ImportError as error:
        raise MissingExtraError(
            "Arrow needs a package that is not installed", None, "pip install 'motesprotokoll[tables]'"
        ) from error

    texts, whole = arrow.DataType.utf8(), arrow.DataType.int32()

    def array(kind: Kind, cells: Sequence[Any]) -> Any:
        if kind == "date":  # it makes no array of days itself
            days = [None if cell is None else (cell - _EPOCH).days for cell in cells]
            return arrow.Array(days, whole).cast(arrow.DataType.date32())
        if kind == "texts":
            ends = accumulate(map(len, cells), initial=0)
            return arrow.list_array(
                arrow.Array(list(ends), whole), arrow.Array(list(chain.from_iterable(cells)), texts)
            )
        types = {"text": texts, "number": arrow.DataType.int64(), "truth": arrow.DataType.bool()}
        return arrow.Array(list(cells), types[kind])

    arrays = [array(column.kind, rows[column.name]) for column in rows.columns]
    return arrow.Table.from_arrays(arrays, names=list(rows.names))
