"""Swedish order against ICU, where that is installed: an oracle for this test, and nothing else needs it."""

from functools import cmp_to_key
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motesprotokoll.swedish import sort_key

icu = pytest.importorskip(
    "icu", reason="PyICU is not installed; it is only compared with (pip install PyICU)"
)

# The letters of names in Sweden, among them those of its neighbours and minorities, with the signs of names.
LETTERS = "abcdefghijklmnopqrstuvwxyzåäöéèëêáàâãçñüűúùûíìîïóòôõøæőœšžčćŧđðłþßŋğışęąńśźżý"
SIGNS = " -'’.,&()/0123456789"
NAMES = st.text(st.sampled_from(LETTERS + LETTERS.upper().replace("SS", "") + SIGNS), max_size=8)


@pytest.fixture(scope="module")
def collator() -> Any:
    """The standard Swedish order of CLDR."""
    return icu.Collator.createInstance(icu.Locale("sv_SE"))


@given(one=NAMES, other=NAMES)
def test_two_names_compare_as_in_icu(collator: Any, one: str, other: str) -> None:
    """Which of two names comes first, or that neither does, is what ICU says."""
    ours = (sort_key(one) > sort_key(other)) - (sort_key(one) < sort_key(other))
    assert ours == collator.compare(one, other)


@given(prefix=NAMES, one=NAMES, other=NAMES)
def test_names_that_begin_alike(collator: Any, prefix: str, one: str, other: str) -> None:
    """Differences after the same beginning, where accents and case decide late."""
    one, other = f"{prefix}{one}", f"{prefix.upper()}{other}"
    ours = (sort_key(one) > sort_key(other)) - (sort_key(one) < sort_key(other))
    assert ours == collator.compare(one, other)


@given(st.lists(NAMES, max_size=12))
def test_lists_sort_as_in_icu(collator: Any, names: list[str]) -> None:
    """A list sorted by our keys is the list that ICU sorts."""
    assert sorted(names, key=sort_key) == sorted(names, key=cmp_to_key(collator.compare))
