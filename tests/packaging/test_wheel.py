"""The wheel holds the whole package and nothing else, wherever it is built."""

import email
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

A_MOMENT = "1767225600"  # the same for each build, so that two builds can be the same


def build(repository: Path, folder: Path) -> Path:
    """Build outside the tree, with the pinned backend, from the sources as they stand."""
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(folder),
        str(repository),
    ]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": A_MOMENT}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    return wheel


def package_files(repository: Path) -> Iterator[str]:
    source = repository / "src"
    for path in (source / "motesprotokoll").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(source).as_posix()


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(repository, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def metadata(wheel: Path, names: set[str]) -> Message:
    [name] = [name for name in names if name.endswith(".dist-info/METADATA")]
    with zipfile.ZipFile(wheel) as archive:
        return email.message_from_bytes(archive.read(name))


def test_holds_each_file_of_the_package(names: set[str], repository: Path) -> None:
    """Code, templates, schemas and catalogues: what is in the source folder is in the wheel, and no more."""
    assert {name for name in names if ".dist-info/" not in name} == set(package_files(repository))


@pytest.mark.parametrize(
    ("what", "suffix"),
    [
        ("the mark of a typed package", "/py.typed"),
        ("templates", ".j2"),
        ("the schema", ".json"),
        ("catalogues", ".po"),
        ("fonts", ".ttf"),
    ],
)
def test_holds_what_is_not_code(names: set[str], what: str, suffix: str) -> None:
    """Data files are the ones that packaging loses silently."""
    assert [name for name in names if name.startswith("motesprotokoll/") and name.endswith(suffix)], what


def test_says_what_it_is(metadata: Message) -> None:
    """Licence by PEP 639, no licence classifier, and the extras that the documentation names."""
    assert metadata["License-Expression"] == "MIT AND OFL-1.1"  # the code, and the fonts
    assert metadata["License-File"] == "LICENSE"
    assert not [line for line in metadata.get_all("Classifier", []) if line.startswith("License")]
    assert set(metadata.get_all("Provides-Extra", [])) >= {"all", "markdown"}


def test_same_sources_same_bytes(wheel: Path, repository: Path, tmp_path: Path) -> None:
    """Building twice gives the same file."""
    assert build(repository, tmp_path).read_bytes() == wheel.read_bytes()
