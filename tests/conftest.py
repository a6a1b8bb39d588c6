"""What every test may lean on: Hypothesis profiles, a switch for slow tests, the folder of real documents."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

REPOSITORY = Path(__file__).resolve().parents[1]

# A build searches the same values each time: a change fails it, and chance never. `make fuzz` searches anew.
settings.register_profile("quick", max_examples=100, deadline=None, derandomize=True, print_blob=True)
settings.register_profile("thorough", parent=settings.get_profile("quick"), max_examples=1_000)
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
