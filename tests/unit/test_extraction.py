"""What a reader hands over: plain values."""

import attrs
import pytest

from motesprotokoll.extraction import Extraction, Line


class TestLine:
    def test_is_a_value(self) -> None:
        """A line is its text and what its container says of it; it does not change."""
        line = Line("Ale", 3)
        assert line == Line("Ale", 3)
        assert (line.indent, line.gap, line.page, line.level, line.cells) == (0, False, 1, None, ())
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            line.text = "Lerum"  # type: ignore[misc]


class TestExtraction:
    def test_is_empty_at_first(self) -> None:
        """An extraction of nothing holds nothing, and no outline."""
        assert Extraction() == Extraction((), (), (), None)
