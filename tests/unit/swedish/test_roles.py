"""Roles: what is an office, a title, or neither."""

import pytest

from motesprotokoll.swedish.roles import bare_office, is_role_word, is_title, looks_like_role, may_be_role


@pytest.mark.parametrize(
    ("word", "office"),
    [
        ("ordföranden", "ordförande"),
        ("Ordföranden", "ordförande"),
        ("kassören", "kassör"),
        ("HR-chefen", "hr-chef"),
        ("rektor", "rektor"),
        ("Rektorn", "rektor"),
        ("ordförande", "ordförande"),
        ("kassör", None),
        ("kassörn", "kassör"),
        ("lärare", None),
        ("Ale", None),
        ("mötena", None),
        ("handen", None),
        ("", None),
    ],
)
def test_the_office_that_a_word_means(word: str, office: str | None) -> None:
    """In the definite, or one that needs no article; any other word is none."""
    assert bare_office(word) == office


@pytest.mark.parametrize("word", ["chef", "HR-chef", "chef.", "chef,", "Chef:", "ordförande", "bitr.chef"])
def test_words_that_are_roles(word: str) -> None:
    """Alone or at the end of a compound, with a sign behind them or not."""
    assert is_role_word(word)


@pytest.mark.parametrize("word", ["chefer", "chef;", "Ale", "chefX", ""])
def test_words_that_are_none(word: str) -> None:
    """Another form, another sign, another word."""
    assert not is_role_word(word)


@pytest.mark.parametrize(
    ("text", "role", "maybe"),
    [
        ("chef", True, True),
        ("Chef", True, True),
        ("chef för kansliet", True, True),
        ("Nordisk Konsult", False, False),
        ("Nordisk konsult", True, True),
        ("Konsult AB", False, False),
        ("Konsult Nord", True, True),
        ("tf. Ek", True, True),
        ("Dr.", True, True),
        ("Dr. Ek", False, False),
        ("Kommunalrådet", True, True),
        ("Det kommunalrådet", False, False),
        ("kommunalrådet igen", False, True),
        ("kansliet", False, False),
        ("något annat", False, True),
        ("Något annat", False, False),
    ],
)
def test_what_looks_like_a_role(text: str, role: bool, maybe: bool) -> None:
    """By its words; and where a role is likely, also other words in lower case that are no office."""
    assert (looks_like_role(text), may_be_role(text)) == (role, maybe)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("HR-chef", True),
        ("tf. HR-chef", True),
        ("Kommunalrådet", True),
        ("det nya kommunalrådet", True),
        ("ersättare för", False),
        ("chef igen", False),
        ("", False),
    ],
)
def test_what_may_stand_before_a_name(text: str, title: bool) -> None:
    """The last word decides."""
    assert is_title(text) is title
