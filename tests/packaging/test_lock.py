"""The lock pins everything by hash and tells nothing about where it was made."""

import re
import tomllib
from pathlib import Path

import pytest

# Character classes such as [-] keep the pattern from finding itself in a search for addresses.
ADDRESS = re.compile(r"://|file:|\bindex[-]url|find[-]links|trusted[-]host|\s@\s|^\s*-", re.MULTILINE)
PIN = re.compile(
    r"^(?P<name>[a-z0-9][a-z0-9._-]*)==[^ ;]+(?: ; [^\\]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+$"
)
REQUIREMENT = re.compile(r"^(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^]]*])?(?P<bounds>[^;]*)")


def normalised(name: str) -> str:
    """The form of a project name that PEP 503 compares."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module", params=["requirements-dev.txt", "requirements-peers.txt"])
def lock(repository: Path, request: pytest.FixtureRequest) -> str:
    return (repository / request.param).read_text("utf-8")


def pins_of(lock: str) -> list[str]:
    return [pin.rstrip() for pin in re.split(r"\n(?=\S)", lock)]


def without_marker(pin: str) -> str:
    """Version and hashes: who needs a package decides on which systems."""
    return re.sub(r" ; [^\\]+(?= \\)", "", pin)


def declared_in(repository: Path, *groups: str) -> list[str]:
    """The core and what stands in the named groups."""
    declared = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))
    project = declared["project"]
    extras = [line for extra in project["optional-dependencies"].values() for line in extra]
    known = {"extras": extras, "build": declared["build-system"]["requires"], **declared["dependency-groups"]}
    return [*project["dependencies"], *(line for group in groups for line in known[group])]


def test_holds_no_address(lock: str) -> None:
    """No index, no link, no local path and no option: names, versions, markers and hashes only."""
    assert ADDRESS.findall(re.sub(r"^    --hash=sha256:", "", lock, flags=re.MULTILINE)) == []


def test_every_pin_has_hashes(lock: str) -> None:
    """`pip install --require-hashes --no-deps` accepts each entry, also pip 23.0 of Debian 12."""
    assert [pin for pin in pins_of(lock) if not PIN.match(pin)] == []


@pytest.mark.parametrize(
    ("name", "groups"),
    [("requirements-dev.txt", ("extras", "dev", "build")), ("requirements-peers.txt", ("peers",))],
)
def test_pins_whatever_is_declared(repository: Path, name: str, groups: tuple[str, ...]) -> None:
    """Core, extras, developers' tools and the build backend: nothing is left to chance."""
    pinned = {normalised(pin.partition("==")[0]) for pin in pins_of((repository / name).read_text("utf-8"))}
    declared = {normalised(REQUIREMENT.match(line)["name"]) for line in declared_in(repository, *groups)}  # type: ignore[index]
    assert declared - pinned <= {"motesprotokoll"}  # the extra `all` refers to the others


def test_both_locks_agree(repository: Path) -> None:
    """What both pin, they pin alike: they are installed into one environment. On which systems may differ."""
    dev, peers = (
        {
            pin.partition("==")[0]: without_marker(pin)
            for pin in pins_of((repository / name).read_text("utf-8"))
        }
        for name in ("requirements-dev.txt", "requirements-peers.txt")
    )
    assert {name: peers[name] for name in dev.keys() & peers.keys()} == {
        name: dev[name] for name in dev.keys() & peers.keys()
    }


def test_bounds_are_lower_bounds(repository: Path) -> None:
    """A library never caps its dependencies: whoever embeds it decides."""
    lines = declared_in(repository, "extras", "dev", "build", "peers")
    bounds = {line: REQUIREMENT.match(line)["bounds"].strip() for line in lines}  # type: ignore[index]
    assert [line for line, bound in bounds.items() if not re.fullmatch(r"(?:>=[0-9.]+)?", bound)] == []


def test_every_extra_is_in_all(repository: Path) -> None:
    """`motesprotokoll[all]` is what it says."""
    declared = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))
    extras = dict(declared["project"]["optional-dependencies"])
    assert extras.pop("all") == [f"motesprotokoll[{','.join(extras)}]"]
