"""JSON text from anywhere."""

import json
from typing import Any

import pytest

from motesprotokoll.errors import DataError, LimitError
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.serialisation.syntax import depth_of, parse
from timing import grows_at_most


def read(text: str | bytes) -> Any:
    return parse(text, DEFAULT_LIMITS)


class TestParse:
    def test_reads_json(self) -> None:
        """Sound JSON gives what `json.loads` gives."""
        text = '{"a": [1, -2, 3.5, 1e3, true, null, "å\\n\\u00e5\\ud83d\\ude00"], "b": {}}'
        assert read(text) == read(text.encode()) == json.loads(text)

    @pytest.mark.parametrize(
        "text", ["", " ", "{", "[1,]", '{"a":1,}', "'x'", "{} {}", "nul", '"\x01"', '"x']
    )
    def test_refuses_what_is_no_json(self, text: str) -> None:
        """The error says in which line and column."""
        with pytest.raises(DataError, match=r"line \d+, column \d+: not JSON"):
            read(text)

    @pytest.mark.parametrize("name", ["NaN", "Infinity", "-Infinity"])
    def test_refuses_numbers_that_json_does_not_have(self, name: str) -> None:
        """Python reads them, no other program does."""
        with pytest.raises(DataError, match=f"{name} is not JSON"):
            read(f"[{name}]")

    def test_refuses_numbers_without_end(self) -> None:
        """Python takes quadratic time on them and refuses some of its own accord."""
        with pytest.raises(DataError, match="5000 digits"):
            read("[" + "9" * 5_000 + "]")

    @pytest.mark.parametrize(
        "data",
        [b"\xff\xfe[\x00]\x00", "[1]".encode("utf-16"), "[1]".encode("utf-32"), b'"\xed\xa0\x80"', b'"\xe5"'],
    )
    def test_refuses_other_encodings(self, data: bytes) -> None:
        """JSON is UTF-8; nothing is guessed. A surrogate coded on its own is no UTF-8."""
        with pytest.raises(DataError):
            read(data)

    def test_refuses_utf_16_without_a_mark(self) -> None:
        """`json.loads` would guess it."""
        with pytest.raises(DataError):
            read("[1]".encode("utf-16-le"))

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ('{"a": 1, "a": 1}', [("$", "key 'a' stands twice")]),
            ('{"x": [0, {"b": 1, "c": 2, "b": 3}]}', [("$.x[1]", "key 'b' stands twice")]),
            ('{"a": {"b": 1, "b": 2}, "c": {"d": 1, "d": 2, "d": 3}}', [("$.a", "'b'"), ("$.c", "'d'")]),
            ('{"a": {"b": 1, "b": 2}, "a": 3}', [("$", "key 'a' stands twice")]),
            ('{"a": 1, "a": 2, "b": 1, "b": 2}', [("$", "'a'"), ("$", "'b'")]),
        ],
    )
    def test_refuses_equal_keys(self, text: str, expected: list[tuple[str, str]]) -> None:
        """The last one would win, and the first would be lost without a word."""
        with pytest.raises(DataError) as caught:
            read(text)
        found = caught.value.problems
        assert [path for path, _ in found] == [path for path, _ in expected]
        assert all(problem in text for (_, problem), (_, text) in zip(expected, found, strict=True))

    def test_keeps_paths_short(self) -> None:
        """A key of a million letters above a hundred thousand objects costs nothing."""
        key, objects = "k" * 1_000_000, "{}," * 100_000
        text = f'{{"{key}": [{objects} {{"b": 1, "b": 2}}]}}'
        with pytest.raises(DataError) as caught:
            read(text)
        assert caught.value.problems[0][0].endswith("kkk[100000]")

    def test_refuses_depth_before_it_parses(self) -> None:
        """Python's own parser would run out of stack."""
        with pytest.raises(LimitError, match="deeper than 200"):
            read("[" * 201 + "]" * 201)
        assert read("[" * 200 + "]" * 200)
        with pytest.raises(LimitError):
            read("[" * 1_000_000)
        with pytest.raises(LimitError) as caught:
            parse("[[]]", Limits(json_depth=1))
        assert caught.value.hint == "Limits(json_depth=...) sets how deep"

    @pytest.mark.parametrize("sign", ["", "-"])
    def test_refuses_numbers_that_mean_nothing(self, sign: str) -> None:
        """Of thirty signs a number is read."""
        digits = "9" * (30 - len(sign))
        assert read(f"{sign}{digits}") == int(f"{sign}{digits}")
        with pytest.raises(DataError):
            read(f"{sign}{digits}9")


class TestDepthOf:
    @pytest.mark.parametrize(
        ("text", "depth"),
        [
            ("", 0),
            ("1", 0),
            ("[]", 1),
            ('{"a": [1, {"b": 2}], "c": {}}', 3),
            ('"[[["', 0),
            ('["[\\"[["]', 1),
            ('["\\\\", ["x"]]', 2),
            ('["\\\\\\"[[[[", []]', 2),
            ('["\\\\\\\\", [[]]]', 3),
            ('"[[[', 0),
            ("]][", 0),
            ("[\ud800å[", 2),
        ],
    )
    def test_looks_past_strings(self, text: str, depth: int) -> None:
        """A bracket in a string is a sign like others."""
        assert depth_of(text) == depth

    @pytest.mark.parametrize("piece", ['"', '\\"', "\\", "[", '"[', '\\\\"', '"\\', "[]", '"x",'])
    def test_takes_linear_time(self, piece: str) -> None:
        """Ten times the text takes about ten times as long, whatever is in it."""
        small, large = ('"' + piece * size for size in (20_000, 200_000))
        assert grows_at_most(lambda: depth_of(small), lambda: depth_of(large), 40)
