"""What every test may lean on: Hypothesis profiles, a switch for slow tests, the folder of real documents."""

import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).resolve().parents[1]

# A build searches the same values each time: a change fails it, chance never, nor a slow machine.
# `make search` seeks anew.
settings.register_profile(
    "quick",
    max_examples=50,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", parent=settings.get_profile("quick"), max_examples=1_000)
settings.register_profile("few", parent=settings.get_profile("quick"), max_examples=10)
settings.register_profile("fuzz", parent=settings.get_profile("thorough"), derandomize=False)
settings.load_profile(os.environ.get("MOTESPROTOKOLL_PROFILE", "quick"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="also run the tests that are marked as slow")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--slow"):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if not item.get_closest_marker("slow")]


_HERE = {"127.0.0.1", "::1", "localhost", ""}


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Nothing that any test does reaches another machine: who tries fails, and is told.

    Processes that tests start are on their own; what reads PDF files has no sockets at all.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _only_here(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", _only_known(socket.getaddrinfo))
        yield


def _only_here(real: Callable[..., Any]) -> Callable[..., Any]:
    """A call of a socket whose last argument is where it goes: an address, or the path of a local one."""

    def call(self: socket.socket, *given: Any) -> Any:
        if isinstance(given[-1], tuple):
            _refuse_elsewhere(given[-1][0])
        return real(self, *given)

    return call


def _only_known(real: Callable[..., Any]) -> Callable[..., Any]:
    def call(host: Any, *given: Any, **options: Any) -> Any:
        _refuse_elsewhere(host)
        return real(host, *given, **options)

    return call


def _refuse_elsewhere(host: Any) -> None:
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name is not None and name not in _HERE:
        raise AssertionError(f"a test tried to reach {name!r}")


@pytest.fixture
def no_holidays(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if the extra ``holidays`` were not installed."""
    from motesprotokoll.swedish import free_days

    monkeypatch.setitem(sys.modules, "holidays", None)
    free_days.free_days.cache_clear()
    yield
    free_days.free_days.cache_clear()


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the repository."""
    return REPOSITORY


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of real documents, which stands beside the repository and is never part of it."""
    folder = Path(os.environ.get("MOTESPROTOKOLL_SEEDS") or REPOSITORY.parent / "shared" / "seeds")
    if not folder.is_dir():
        pytest.skip(f"the real documents are not here: no folder {folder} (set MOTESPROTOKOLL_SEEDS)")
    return folder
