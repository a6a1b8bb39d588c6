"""Every rule of the library, in the order in which findings are told, and what other packages add."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

import attrs

from motesprotokoll import guards
from motesprotokoll.checks.accessibility import ACCESSIBILITY_RULES
from motesprotokoll.checks.actions import ACTION_RULES
from motesprotokoll.checks.attachments import ATTACHMENT_RULES
from motesprotokoll.checks.completeness import COMPLETENESS_RULES
from motesprotokoll.checks.dates import DATE_RULES
from motesprotokoll.checks.decisions import DECISION_RULES
from motesprotokoll.checks.language import LANGUAGE_RULES
from motesprotokoll.checks.people import PEOPLE_RULES
from motesprotokoll.checks.profile import Profile, nearest
from motesprotokoll.checks.rules import Rule, refuse_names
from motesprotokoll.checks.schedules import PLAN_RULES
from motesprotokoll.errors import MinutesError, PluginError, WrongValueError, quoted
from motesprotokoll.model.text import is_series
from motesprotokoll.plugins import Offer, imported, offers, turned_on
from motesprotokoll.registry import Loaded

BUILT_IN: tuple[Rule, ...] = (
    *COMPLETENESS_RULES,
    *DATE_RULES,
    *PEOPLE_RULES,
    *DECISION_RULES,
    *ACTION_RULES,
    *ATTACHMENT_RULES,
    *LANGUAGE_RULES,
    *ACCESSIBILITY_RULES,
    *PLAN_RULES,
)

RULES_GROUP = "motesprotokoll.rules"
"""The entry-point group of rules: each names a `Rule` or several."""
PROFILES_GROUP = "motesprotokoll.profiles"
"""The entry-point group of profiles: each names a `Profile`, or a function that gives one."""
OURS = "MP"
"""How the codes of the library begin, and nobody else's."""


class Catalogue:
    """The rules and profiles that there are.

    ``plugins=False`` leaves other packages out, as does ``MOTESPROTOKOLL_PLUGINS=0`` in the environment. A
    package whose rules do not load is an error: to leave them out in silence would look like approval.
    """

    def __init__(self, *, plugins: bool | None = None, built_in: Iterable[Rule] = BUILT_IN) -> None:
        self._built_in = tuple(built_in)
        self._plugins = turned_on() if plugins is None else plugins

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule, ours first.

        Raises:
            PluginError: What a package offers does not load, is no rule, or takes a code or a name that is
                taken.
        """
        found = list(self._built_in)
        owners = {spelling: "motesprotokoll" for one in found for spelling in (one.code, one.name)}
        for offer in self._offers:
            if offer.group == RULES_GROUP:
                for one in _rules_of(offer):
                    _take(one, offer.owner, owners)
                    found.append(one)
        return tuple(found)

    @cached_property
    def _offers(self) -> tuple[Offer, ...]:
        return offers(RULES_GROUP, PROFILES_GROUP) if self._plugins else ()

    def rule(self, named: str) -> Rule:
        """The rule with this code or name, however it is cased.

        Raises:
            WrongValueError: There is none; with the nearest.
        """
        meant = named.casefold()
        for one in self.rules:
            if meant in (one.code.casefold(), one.name):
                return one
        known = {one.code: one.name for one in self.rules}
        raise WrongValueError(f"there is no rule {quoted(named)}", None, nearest(named, known))

    def profile(self, name: str) -> Profile:
        """The profile that a package offers under *name*.

        Raises:
            WrongValueError: None does; with those that there are.
            PluginError: It does not load, is none, or two packages offer the name.
        """
        offered = [offer for offer in self._offers if offer.group == PROFILES_GROUP]
        found = [offer for offer in offered if offer.name == name]
        if not found:
            names = ", ".join(sorted(offer.name for offer in offered))
            hint = f"there is {names}" if names else "no package offers any; a path ends in .toml"
            raise WrongValueError(f"there is no profile {quoted(name)}", "profile", hint)
        if len(found) > 1:
            packages = " and ".join(sorted(offer.package for offer in found))
            raise PluginError(f"{packages} both offer {quoted(name)}", PROFILES_GROUP)
        return _profile_of(found[0])


def _rules_of(offer: Offer) -> Iterator[Rule]:
    value = imported(offer.value, offer.owner)
    with guards.blaming(Loaded(lambda: None, offer.name, offer.owner)):
        given = [value] if isinstance(value, Rule) else list(value) if is_series(value) else []  # type: ignore[call-overload]
    if not given or not all(isinstance(one, Rule) for one in given):
        raise PluginError(f"{quoted(offer.value)} is no rule and no list of rules", offer.owner)
    return (attrs.evolve(one, owner=offer.owner) for one in given)


def _take(one: Rule, owner: str, owners: dict[str, str]) -> None:
    """Let *owner* have the code and the name of its rule, if nobody else has them."""
    try:
        refuse_names(one.code, one.name)
    except MinutesError as error:
        raise PluginError(error.problem, owner, error.hint) from error
    if one.code.startswith(OURS):
        raise PluginError(
            f"the code {one.code} is of the library", owner, f"no code of others begins with {OURS}"
        )
    for spelling in (one.code, one.name):
        if spelling in owners:
            raise PluginError(f"{spelling} is taken by {owners[spelling]}", owner)
        owners[spelling] = owner


def _profile_of(offer: Offer) -> Profile:
    value = imported(offer.value, offer.owner)
    if not isinstance(value, Profile) and callable(value):
        make: Callable[[], object] = value
        with guards.blaming(Loaded(make, offer.name, offer.owner)):
            value = make()
    if not isinstance(value, Profile):
        raise PluginError(f"{quoted(value)} is no Profile", offer.owner)
    return value


DEFAULT_CATALOGUE = Catalogue()
"""The catalogue that the functions of the library use."""


def rules() -> tuple[Rule, ...]:
    """Every rule that there is, those of other packages last. Raises as `Catalogue.rules`."""
    return DEFAULT_CATALOGUE.rules
