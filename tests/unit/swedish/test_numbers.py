"""Numbers and amounts."""

from decimal import Decimal
from typing import Any

import pytest

from motesprotokoll.errors import WrongTypeError, WrongValueError
from motesprotokoll.swedish import format_number, format_quantity, parse_number

NBSP = "\N{NO-BREAK SPACE}"


class TestFormatNumber:
    @pytest.mark.parametrize(
        ("number", "text"),
        [
            (0, "0"),
            (999, "999"),
            (1000, "1 000"),
            (-1_609_000, "−1 609 000"),
            (Decimal("2.50"), "2,50"),
            (Decimal("1E+3"), "1 000"),
            (Decimal("1234567.891"), "1 234 567,891"),
            (10**40 - 1, ("9 " + "999 " * 13).strip()),
        ],
    )
    def test_writes(self, number: int | Decimal, text: str) -> None:
        """Groups of three with no-break spaces, a decimal comma, and every decimal that was given."""
        assert format_number(number) == text.replace(" ", NBSP)
        assert parse_number(text) == parse_number(format_number(number)) == number

    @pytest.mark.parametrize("number", [2.5, True, "7", None])
    def test_refuses_other_types(self, number: Any) -> None:
        """A float is not what was meant, and a truth is no number."""
        with pytest.raises(WrongTypeError):
            format_number(number)

    @pytest.mark.parametrize(
        "number", [Decimal("NaN"), Decimal("Infinity"), 10**40, Decimal("1E-41"), Decimal("1E+99999")]
    )
    def test_refuses_what_is_not_written_out(self, number: int | Decimal) -> None:
        """Neither what is no number nor one as long as a page."""
        with pytest.raises(WrongValueError):
            format_number(number)


class TestParseNumber:
    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("1609000", 1_609_000),
            (f"1{NBSP}609\N{THIN SPACE}000", 1_609_000),
            (" -5 ", -5),
            ("−2,5", Decimal("-2.5")),
            ("007", 7),
        ],
    )
    def test_reads(self, text: str, number: int | Decimal) -> None:
        """With groups or without, with either minus sign."""
        assert parse_number(text) == number

    @pytest.mark.parametrize(
        "text",
        ["", "-", "2.5", "1 60", "16 09 000", "1,", ",5", "1e3", "٧", "1 000 kr", "70 %", "--1", "9" * 200],
    )
    def test_refuses(self, text: str) -> None:
        """A stop may be a group or a comma to somebody, so it is neither."""
        with pytest.raises(WrongValueError):
            parse_number(text)

    def test_refuses_other_types(self) -> None:
        """Only a string is read."""
        with pytest.raises(WrongTypeError):
            parse_number(7)  # type: ignore[arg-type]


def test_format_quantity() -> None:
    """A no-break space before what is counted."""
    assert format_quantity(Decimal("1.5"), " milj kr ") == f"1,5{NBSP}milj kr"
