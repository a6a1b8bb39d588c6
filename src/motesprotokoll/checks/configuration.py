"""Where an organisation writes down which rules it wants: a TOML file beside or above its documents."""

import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from motesprotokoll import files
from motesprotokoll.checks.catalogue import DEFAULT_CATALOGUE, Catalogue
from motesprotokoll.checks.profile import DEFAULT_PROFILE, Profile, refuse_unknown
from motesprotokoll.errors import MinutesError, WrongTypeError, WrongValueError, nearest_of, quoted

OWN_FILE, PROJECT_FILE = "motesprotokoll.toml", "pyproject.toml"
"""The names that are looked for, the first before the second in each folder."""

_FIELDS: Mapping[str, str] = {
    "select": "select",
    "ignore": "ignore",
    "severity": "severity",
    "per-file-ignores": "per_file_ignores",
    "organisations": "organisations",
    "profile": "profile",
}
"""From the keys of the file to the fields of `Profile`; ``profile`` is the name of one to go by."""


def profile_for(path: str | os.PathLike[str], *, catalogue: Catalogue = DEFAULT_CATALOGUE) -> Profile:
    """The profile that holds for the document at *path*: that of the nearest folder above it that has one.

    ``motesprotokoll.toml`` counts, and a ``pyproject.toml`` that has ``[tool.motesprotokoll.check]``.

    Args:
        catalogue: Where codes and names of profiles are looked up.

    Raises:
        WrongValueError: The file tells something else than a profile.
        ReadError: It cannot be read. `PluginError`: what a package offers breaks.
    """
    return profile_above(path, catalogue=catalogue).for_file(path)


def profile_above(path: str | os.PathLike[str], *, catalogue: Catalogue = DEFAULT_CATALOGUE) -> Profile:
    """As `profile_for`, for all files in the folder of *path*."""
    found = configuration_above(path)
    return DEFAULT_PROFILE if found is None else profile_in(found, catalogue=catalogue)


def configuration_above(path: str | os.PathLike[str]) -> Path | None:
    """The file that tells the profile for documents in the folder of *path*; ``None`` where there is none."""
    whole = Path(os.path.abspath(path))
    for folder in whole.parents:
        for name in (OWN_FILE, PROJECT_FILE):
            file = folder / name
            if os.path.isfile(file) and (name == OWN_FILE or _section(_loaded(file), file) is not None):
                return file
    return None


def profile_in(path: str | os.PathLike[str], *, catalogue: Catalogue = DEFAULT_CATALOGUE) -> Profile:
    """As `Profile.from_toml`."""
    if not isinstance(path, str | os.PathLike):
        raise WrongTypeError(f"expected a path, got {quoted(path)}", "path")
    file = Path(path)
    told = _section(_loaded(file), file)
    if told is None:
        raise WrongValueError("there is no table [tool.motesprotokoll.check]", str(file))
    _refuse_keys(told, tuple(_FIELDS), str(file))
    try:
        return _profile(told, file, catalogue)
    except (WrongValueError, WrongTypeError) as error:
        raise _placed(error, file) from error


def _profile(told: Mapping[str, Any], file: Path, catalogue: Catalogue) -> Profile:
    values = {_FIELDS[key]: value for key, value in told.items()}
    name = values.pop("profile", None)
    profile = Profile(**values, folder=os.path.abspath(file.parent))
    for key, codes in _codes_of(profile):
        refuse_unknown(codes, catalogue.rules, key)
    if name is None:
        return profile
    if not isinstance(name, str):
        raise WrongValueError(f"{quoted(name)} is no name of a profile", "profile")
    return profile.over(catalogue.profile(name))


def _codes_of(profile: Profile) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "select", profile.select
    yield "ignore", profile.ignore
    yield "severity", tuple(code for code, _ in profile.severity)
    for pattern, codes in profile.per_file_ignores:
        yield f"per-file-ignores {quoted(pattern)}", codes


def _placed(error: MinutesError, file: Path) -> WrongValueError:
    """*error* with the file where it stands."""
    return WrongValueError(error.problem, f"{file} {error.where}", error.hint)


def _loaded(file: Path) -> Mapping[str, Any]:
    data = files.opened(file).data
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # besides errors of TOML: long figures, deep brackets
        raise WrongValueError(f"this is no TOML: {error}", str(file)) from error


def _section(told: Mapping[str, Any], file: Path) -> Mapping[str, Any] | None:
    """The table of the profile; ``None`` for a project that has none."""
    if file.name == PROJECT_FILE:
        ours = _table(_table(told, "tool", file), "motesprotokoll", file)
        _refuse_keys(ours, ("check",), str(file))
        return _table(ours, "check", file) if "check" in ours else None
    _refuse_keys(told, ("check",), str(file))
    return _table(told, "check", file)


def _table(told: Mapping[str, Any], key: str, file: Path) -> Mapping[str, Any]:
    value = told.get(key, {})
    if not isinstance(value, Mapping):
        raise WrongValueError(f"expected a table, got {quoted(value)}", f"{file} {key}")
    return value


def _refuse_keys(told: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in told:
        if key not in known:
            near = nearest_of(key, known) if len(known) > 1 else None
            guess = f"did you mean {near!r}? " if near else ""
            raise WrongValueError(
                f"there is no key {quoted(key)}", where, f"{guess}there is {', '.join(known)}"
            )
