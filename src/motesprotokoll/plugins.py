"""What other packages offer by entry points: listed with nothing imported, imported when it is asked for."""

import os
from importlib import import_module
from typing import TYPE_CHECKING

import attrs

from motesprotokoll.errors import PluginError, quoted

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

PLUGINS_SWITCH = "MOTESPROTOKOLL_PLUGINS"
"""The environment variable that leaves out what other packages offer when it is ``0``."""


@attrs.frozen
class Offer:
    """What one package says that it has, not yet imported."""

    group: str
    name: str
    value: str
    """Where it stands: ``module:name``."""
    package: str
    version: str

    @property
    def owner(self) -> str:
        """The package with its version: whom to blame."""
        return f"{self.package} {self.version}"


def turned_on() -> bool:
    """Whether what other packages offer is wanted at all."""
    return os.environ.get(PLUGINS_SWITCH) != "0"


def offers(*groups: str) -> tuple[Offer, ...]:
    """What packages offer in the entry-point *groups*. Among many packages that costs some 80 ms."""
    from importlib.metadata import entry_points  # as dear as attrs, and only needed here

    return tuple(
        Offer(group, point.name, point.value, *_distribution(point))
        for group in groups
        for point in entry_points(group=group)
    )


def _distribution(point: "EntryPoint") -> tuple[str, str]:
    if point.dist is None:
        return "an unnamed package", "?"
    return point.dist.name, point.dist.version


def imported(reference: str, owner: str) -> object:
    """What *reference* (``module:name``) names. What breaks there is told as the fault of its *owner*.

    Raises:
        PluginError: It does not load.
    """
    module, _, name = reference.partition(":")
    try:
        found: object = import_module(module.strip())
        for step in name.partition("[")[0].strip().split("."):
            found = getattr(found, step)
    except Exception as error:
        problem = f"{quoted(reference)} does not load: {type(error).__name__}: {error}"
        raise PluginError(problem, owner) from error
    return found
