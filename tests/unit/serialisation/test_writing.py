"""JSON as indented text."""

import json
from typing import Any

import pytest

from motesprotokoll.errors import LimitError
from motesprotokoll.serialisation.writing import format_json


class TestFormatJson:
    @pytest.mark.parametrize(
        "value",
        [
            "å \" \\ \n \x00 \u2028 </script> 😀",
            0, -1, 2**70, True, False, None, {}, [], [[]], {"a": {}},
            {"å": [1, "x", None, {"b": [True, []]}], "\n": "\t"},
        ],
    )  # fmt: skip
    def test_writes_what_the_standard_library_writes(self, value: Any) -> None:
        """Only faster."""
        assert format_json(value, 200) == json.dumps(value, ensure_ascii=False, indent=2) + "\n"

    def test_counts_the_levels(self) -> None:
        """A list in a list is two levels."""
        assert format_json([[1]], 2)
        with pytest.raises(LimitError, match="deeper than 1"):
            format_json([[1]], 1)
        with pytest.raises(LimitError):
            format_json({"a": []}, 1)
