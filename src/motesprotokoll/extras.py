"""What is imported only when it is asked for, and what to tell where the package is missing that it needs."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from motesprotokoll.errors import MissingExtraError


def missing_extra(name: str, extra: str | None, error: ModuleNotFoundError) -> MissingExtraError | None:
    """The error for the format *name* that lacks a package; ``None`` where a module of ours is missing."""
    module = (error.name or "").partition(".")[0]
    if module in ("", "motesprotokoll"):
        return None
    wanted = f"motesprotokoll[{extra}]" if extra else "motesprotokoll"
    return MissingExtraError(
        f"the format {name!r} needs the package {module}", None, f"pip install '{wanted}'"
    )


def lazily(
    room: str, names: dict[str, Any], modules: Mapping[str, tuple[str, ...]], extra: str | None = None
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """``__getattr__`` and ``__dir__`` of a package each of whose modules is imported for its first name.

    Args:
        room: The ``__name__`` of the package.
        names: Its ``globals()``, where a name that was found is kept.
        modules: The public names of each module.
        extra: The extra that the modules need, which is also the name of a format. Without it a missing
            package is a plain ``ModuleNotFoundError``.
    """
    homes = {name: module for module, held in modules.items() for name in held}

    def found(name: str) -> Any:
        module = homes.get(name)
        if module is None:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        try:
            value = getattr(import_module(f"{room}.{module}"), name)
        except ModuleNotFoundError as error:
            missing = missing_extra(extra, extra, error) if extra else None
            if missing is None:
                raise
            raise missing from error
        names[name] = value
        return value

    return found, lambda: sorted({*names, *homes})
