"""What is to be taken away: a profile, which the caller changes to what the law and the house ask for."""

from collections.abc import Callable, Iterable
from typing import Any

import attrs
from attrs import field

from motesprotokoll.errors import WrongTypeError, WrongValueError
from motesprotokoll.model.text import (
    is_bool,
    is_series,
    is_text,
    refuse,
    refuse_value,
    to_name,
    to_text,
    to_texts,
)
from motesprotokoll.swedish import PersonalData


def _is_plain_role(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """A role without brackets, so that its mask is read as one."""
    is_text(instance, attribute, value)
    if value is not None and any(sign in value for sign in "[]"):
        raise refuse_value(instance, attribute, value, "a role without brackets")


def _is_some_name(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    # No error says what was given: it may name the person.
    if not isinstance(value, str):
        raise WrongTypeError(f"expected str, got {type(value).__name__}", "FlaggedPerson.name")
    if not any(map(str.isalpha, value)):
        raise WrongValueError("expected a name", "FlaggedPerson.name")


def _are_aliases(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if type(value) is not tuple or not all(type(one) is str for one in value):
        hint = "a single one is written [alias]"
        raise WrongTypeError("expected a list of str", "FlaggedPerson.aliases", hint)


@attrs.frozen(repr=False)
class FlaggedPerson:
    """En person vars namn ska bort: protected identity, a private person, a child.

    ``role`` is what stands in the place of the name ("vårdnadshavare"); without it the person's number does.
    ``aliases`` are other words by which the text calls the person: a nickname, initials, a former name. The
    repr does not say who it is.
    """

    name: str = field(converter=to_name, validator=_is_some_name)
    role: str | None = field(default=None, kw_only=True, converter=to_text, validator=_is_plain_role)
    aliases: tuple[str, ...] = field(default=(), kw_only=True, converter=to_texts, validator=_are_aliases)

    def __repr__(self) -> str:
        return f"FlaggedPerson(role={self.role!r})" if self.role else "FlaggedPerson()"


def _to_kinds(value: Iterable[str]) -> frozenset[PersonalData]:
    if not is_series(value) and not isinstance(value, set | frozenset):
        return value  # type: ignore[return-value]
    try:
        return frozenset(PersonalData(kind) for kind in value)
    except ValueError:
        names = ", ".join(PersonalData)
        raise WrongValueError("there is no such kind of personal data", "kinds", f"one of {names}") from None


def _are_kinds(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if type(value) is not frozenset:
        raise refuse(instance, attribute, value, "kinds of personal data")


def _to_persons(value: "Iterable[str | FlaggedPerson]") -> tuple[FlaggedPerson, ...]:
    if not is_series(value):
        return value  # type: ignore[return-value]
    return tuple(FlaggedPerson(one) if isinstance(one, str) else one for one in value)


def _are_persons(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if type(value) is not tuple or not all(type(one) is FlaggedPerson for one in value):
        # Not the value itself: it names people.
        raise WrongTypeError("expected a tuple of FlaggedPerson or str", "RedactionProfile.persons")


def _is_question(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if value is not None and not callable(value):
        raise WrongTypeError(
            f"expected a function or None, got {type(value).__name__}", "RedactionProfile.is_private"
        )


@attrs.frozen(kw_only=True, repr=False)
class RedactionProfile:
    """Gallringsprofil: what `motesprotokoll.redact` takes away, and from whom."""

    kinds: frozenset[PersonalData] = field(
        default=frozenset(PersonalData), converter=_to_kinds, validator=_are_kinds
    )
    """The kinds of personal data that go, wherever they stand."""
    doubtful: bool = field(default=True, validator=is_bool)
    """Whether what only looks like such data goes, too: an identity number with a wrong check digit."""
    persons: tuple[FlaggedPerson, ...] = field(default=(), converter=_to_persons, validator=_are_persons)
    """Whose names go. Their numbers follow this order, and are the same in all meetings of one profile."""
    is_private: Callable[[str], bool] | None = field(default=None, validator=_is_question)
    """Asked once for each name in running text that stands in no list of people: whether it is to go."""

    def with_persons(self, *persons: str | FlaggedPerson) -> "RedactionProfile":
        """This profile with more people whose names go."""
        return attrs.evolve(self, persons=(*self.persons, *_to_persons(persons)))

    def keeping(self, *kinds: str) -> "RedactionProfile":
        """This profile without some kinds of personal data: ``PUBLISH.keeping("email")``.

        Raises:
            WrongValueError: There is no such kind.
        """
        return attrs.evolve(self, kinds=self.kinds - _to_kinds(kinds))

    def __repr__(self) -> str:
        kinds = ", ".join(sorted(self.kinds))
        return f"RedactionProfile({kinds}; {len(self.persons)} persons)"


PUBLISH = RedactionProfile()
"""For minutes on a public web page: identity numbers, telephone numbers, e-mail and street addresses go, and
names of officials and of elected persons stay.

Source: SKR, vägledning om publicering av protokoll på webben: names and titles of officials and of elected
persons may be published, personal numbers and sensitive data may not; what is told of private persons is
masked after review."""
