"""What is to be taken away."""

from typing import Any

import pytest

from motesprotokoll.errors import WrongTypeError, WrongValueError
from motesprotokoll.privacy import PUBLISH, FlaggedPerson, RedactionProfile
from motesprotokoll.swedish import PersonalData


class TestRedactionProfile:
    def test_takes_plain_values(self) -> None:
        """Kinds and people as strings."""
        profile = RedactionProfile(kinds=["email"], persons=["Ida Ek"])
        assert profile.kinds == {PersonalData.EMAIL}
        assert profile.persons == (FlaggedPerson("Ida Ek"),)
        assert RedactionProfile(kinds={"email"}) == RedactionProfile(kinds=["email"])

    def test_changes_by_copies(self) -> None:
        """More people, fewer kinds; the profile itself stays."""
        changed = PUBLISH.with_persons("Ida Ek").with_persons(FlaggedPerson("Bo Ask")).keeping("email")
        assert len(changed.persons) == 2
        assert changed.kinds == PUBLISH.kinds - {PersonalData.EMAIL}
        assert PUBLISH.persons == ()

    def test_its_repr_names_nobody(self) -> None:
        """Nor does that of a person."""
        profile = RedactionProfile(kinds=["email"], persons=["Ida Ek"])
        assert repr(profile) == "RedactionProfile(email; 1 persons)"
        assert repr(FlaggedPerson("Ida Ek")) == "FlaggedPerson()"
        assert repr(FlaggedPerson("Ida Ek", role="elev")) == "FlaggedPerson(role='elev')"

    @pytest.mark.parametrize(
        ("given", "told"),
        [
            ({"kinds": "email"}, "expected kinds of personal data"),
            ({"kinds": ["x"]}, "there is no such kind .* coordination-number"),
            ({"kinds": 1}, "expected kinds of personal data"),
            ({"persons": "Ida Ek"}, "expected a tuple of FlaggedPerson"),
            ({"persons": [1]}, "expected a tuple of FlaggedPerson"),
            ({"persons": ["  "]}, "expected a name"),
            ({"persons": ["12"]}, "expected a name"),
            ({"is_private": 1}, "expected a function"),
            ({"doubtful": 1}, "expected bool"),
        ],
    )
    def test_refuses_what_means_nothing(self, given: dict[str, Any], told: str) -> None:
        """By name, and without naming anybody."""
        with pytest.raises((WrongTypeError, WrongValueError), match=told) as caught:
            RedactionProfile(**given)
        assert "Ida" not in str(caught.value)

    @pytest.mark.parametrize(
        "given",
        [
            {"name": ["Ida Ek"]},
            {"name": "811218-9876"},
            {"name": "Ida Ek", "aliases": "Idan"},
            {"name": "Ida Ek", "aliases": [("Idan",)]},
        ],
    )
    def test_an_error_names_nobody(self, given: dict[str, Any]) -> None:
        """Logs hold errors, and a protected name must not be in them."""
        with pytest.raises((WrongTypeError, WrongValueError)) as caught:
            FlaggedPerson(**given)
        assert "Ida" not in str(caught.value)
        assert "9876" not in str(caught.value)

    def test_a_role_has_no_brackets(self) -> None:
        """They are those of its mask."""
        with pytest.raises(WrongValueError, match="without brackets"):
            FlaggedPerson("Ida Ek", role="[x]")
