import attrs
import pytest

from motesprotokoll.errors import LimitError
from motesprotokoll.limits import DEFAULT_LIMITS, Limits


class TestLimits:
    def test_every_ceiling_is_a_positive_number(self) -> None:
        """By default every one is set, and a caller raises one by name."""
        assert Limits() == DEFAULT_LIMITS
        assert all(type(one) is int and one > 0 for one in attrs.astuple(DEFAULT_LIMITS))
        assert Limits(nesting=99).nesting == 99
        assert hash(Limits()) == hash(DEFAULT_LIMITS)

    def test_defaults_are_those_that_were_measured(self) -> None:
        """Lowering one refuses documents that were read before: a thing to tell in the changelog."""
        assert DEFAULT_LIMITS.document_bytes == 20 * 1024 * 1024
        assert DEFAULT_LIMITS.line_characters == 1_000_000
        assert DEFAULT_LIMITS.json_depth == 200
        assert DEFAULT_LIMITS.nesting == 24
        assert DEFAULT_LIMITS.word_elements == 400_000
        assert DEFAULT_LIMITS.findings == 200

    def test_refuses_what_is_too_large(self) -> None:
        """One byte more is too much; the error says where, and what allows more."""
        limits = Limits(document_bytes=2_000)
        limits.check_size(b"x" * 2_000)
        with pytest.raises(LimitError) as caught:
            limits.check_size(b"x" * 2_001, "mars.txt")
        assert str(caught.value) == (
            "mars.txt: the document is larger than 2,000 bytes (Limits(document_bytes=...) allows more)"
        )

    def test_is_frozen_and_takes_names_only(self) -> None:
        """A bare number would not say which ceiling it is."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            DEFAULT_LIMITS.nesting = 1  # type: ignore[misc]
        with pytest.raises(TypeError):
            Limits(1)  # type: ignore[call-arg]
