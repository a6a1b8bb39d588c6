"""Single values, both ways."""

from datetime import date, time, timedelta
from typing import Any

import attrs
import pytest

from motesprotokoll.errors import WrongTypeError, WrongValueError
from motesprotokoll.model import Block, Inline
from motesprotokoll.serialisation.converter import (
    BLOCK_TAGS,
    INLINE_TAGS,
    format_duration,
    make_converter,
    parse_duration,
)
from motesprotokoll.serialisation.faults import Faults, below

CONVERTER = make_converter()


class TestDuration:
    @pytest.mark.parametrize(
        ("minutes", "text"),
        [
            (0, "PT0M"),
            (1, "PT1M"),
            (30, "PT30M"),
            (60, "PT1H"),
            (90, "PT1H30M"),
            (1440, "PT24H"),
            (6001, "PT100H1M"),
        ],
    )
    def test_is_written_in_hours_and_minutes(self, minutes: int, text: str) -> None:
        """The shortest form of ISO 8601 in these two units, and back."""
        assert format_duration(timedelta(minutes=minutes)) == text
        assert parse_duration(text) == timedelta(minutes=minutes)

    def test_may_be_as_long_as_python_counts(self) -> None:
        """The longest one comes back."""
        longest = timedelta(days=timedelta.max.days, hours=23, minutes=59)
        assert parse_duration(format_duration(longest)) == longest

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "P",
            "PT",
            "PT1",
            "P1D",
            "PT1S",
            "PT1.5H",
            "-PT1M",
            "PT1M1H",
            "pt1m",
            "PT1M\n",
            "PT٣M",
            "30",
            "PT99999999999H",
        ],
    )
    def test_refuses_other_forms(self, text: str) -> None:
        """Other units and signs mean nothing here."""
        with pytest.raises(WrongValueError, match="expected a duration"):
            parse_duration(text)

    def test_takes_more_than_sixty_minutes(self) -> None:
        """A person may write it so."""
        assert parse_duration("PT90M") == timedelta(minutes=90)


class TestTags:
    def test_every_block_has_one(self) -> None:
        """A new block without a tag could be written and not read."""
        assert set(BLOCK_TAGS.values()) == set(Block.__args__)
        assert set(INLINE_TAGS.values()) | {str} == set(Inline.__args__)


class TestHooks:
    @pytest.mark.parametrize(
        ("kind", "right", "wrong"),
        [
            (str, ["x", "å"], [None, 1, True, b"x", ["x"]]),
            (int, [0, -1, 2**70], [None, True, 1.0, "1", float("nan")]),
            (bool, [True, False], [None, 0, 1, "true"]),
            (date, ["2026-03-14"], [None, 1, "14 mars"]),
            (time, ["09:00", "23:59"], [None, 9, "09.00", "09:00:00", "24:00", "09:60"]),
            (timedelta, ["PT5M"], [None, 5]),
            (tuple[str, str], [["a", "b"]], ["ab", [1, 2], ["a"], ["a", "b", "c"], ("a", "b")]),
        ],
    )
    def test_are_strict(self, kind: Any, right: list[Any], wrong: list[Any]) -> None:
        """cattrs would take nearly all of these."""
        for value in right:
            assert CONVERTER.unstructure(CONVERTER.structure(value, kind), kind) == value
        for value in wrong:
            with pytest.raises((WrongTypeError, WrongValueError, Faults)):
                CONVERTER.structure(value, kind)

    def test_take_a_new_class_without_more_ado(self) -> None:
        """A class of a higher floor, its tuples of pairs included, needs no code here."""
        value = Pairs(pairs=(("a", "b"), ("c", "d")), names=("x",))
        plain = CONVERTER.unstructure(value)
        assert plain == {"pairs": [["a", "b"], ["c", "d"]], "names": ["x"]}
        assert CONVERTER.structure(plain, Pairs) == value
        with pytest.raises(Faults) as caught:
            CONVERTER.structure({"pairs": [["a"], ["b", 1]]}, Pairs)
        assert [path for path, _ in caught.value.found] == [".pairs[0]", ".pairs[1][1]"]


@attrs.frozen
class Pairs:
    pairs: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()


class TestBelow:
    def test_lets_through_what_does_not_speak_of_the_document(self) -> None:
        """No memory is no fault of the document."""
        error = MemoryError()
        with pytest.raises(MemoryError) as caught:
            below(".x", error)
        assert caught.value is error

    def test_keeps_field_and_hint_of_the_model(self) -> None:
        """The class is known from the place; the field is not."""
        assert below("[3]", WrongTypeError("p", "Table.rows", "h")) == [("[3].rows", "p (h)")]
        assert below("[3]", WrongTypeError("p", "Table")) == [("[3]", "p")]
