"""Wheel and sdist hold what they should and nothing else, and come out the same wherever they are built."""

import base64
import csv
import email
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from email.message import Message
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.metadata import Metadata

pytestmark = pytest.mark.slow

A_MOMENT = "1767225600"  # the same for each build, so that two builds can be the same


def build(repository: Path, folder: Path, kind: str = "wheel") -> Path:
    """Build outside the tree, with the pinned backend, from the sources as they stand."""
    command = [sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", str(folder)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": A_MOMENT}
    subprocess.run([*command, str(repository)], env=environment, check=True, capture_output=True)
    [made] = [path for path in folder.iterdir() if path.is_file()]
    return made


def package_files(repository: Path) -> Iterator[str]:
    source = repository / "src"
    for path in (source / "motesprotokoll").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(source).as_posix()


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(repository, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(repository, tmp_path_factory.mktemp("sdist"), "sdist")


@pytest.fixture(scope="module")
def sources(sdist: Path) -> dict[str, bytes]:
    """The files of the sdist, by their paths in the repository."""
    with tarfile.open(sdist) as archive:
        files = {one.name: archive.extractfile(one) for one in archive.getmembers() if one.isfile()}
        return {name.partition("/")[2]: file.read() for name, file in files.items() if file}


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def metadata_text(wheel: Path, names: set[str]) -> bytes:
    [name] = [name for name in names if name.endswith(".dist-info/METADATA")]
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(name)


@pytest.fixture(scope="module")
def metadata(metadata_text: bytes) -> Message:
    return email.message_from_bytes(metadata_text)


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


def test_metadata_is_what_an_index_takes(metadata_text: bytes, repository: Path) -> None:
    """Every field is checked as an index does before it accepts a release; the description is the README."""
    parsed = Metadata.from_email(metadata_text, validate=True)
    assert parsed.name == "motesprotokoll"
    assert str(parsed.version) == version("motesprotokoll")
    assert str(parsed.requires_python) == ">=3.11"
    assert parsed.description_content_type == "text/markdown"
    assert (parsed.description or "").strip() == (repository / "README.md").read_text("utf-8").strip()
    assert "Typing :: Typed" in (parsed.classifiers or [])


def test_the_record_is_right(wheel: Path) -> None:
    """Each file of the wheel is listed with its hash and size."""
    with zipfile.ZipFile(wheel) as archive:
        [record] = [name for name in archive.namelist() if name.endswith(".dist-info/RECORD")]
        rows = {row[0]: row[1:] for row in csv.reader(archive.read(record).decode().splitlines())}
        assert {*rows} == {*archive.namelist()}
        for name in rows.keys() - {record}:
            data = archive.read(name)
            told = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            assert rows[name] == [f"sha256={told}", str(len(data))], name


def test_the_command_is_there(wheel: Path, names: set[str]) -> None:
    """Installing gives one command."""
    [name] = [name for name in names if name.endswith("/entry_points.txt")]
    with zipfile.ZipFile(wheel) as archive:
        told = archive.read(name).decode()
    assert told.strip() == "[console_scripts]\nmotesprotokoll = motesprotokoll.cli:main"


def test_sdist_holds_what_is_tracked(sources: dict[str, bytes], repository: Path) -> None:
    """All that a change needs: sources, tests, documentation; as it stands, and nothing of the machine."""
    git = shutil.which("git")
    if git is None or not (repository / ".git").exists():
        pytest.skip("not a git checkout, so nothing tells what is tracked")
    listing = subprocess.run([git, "ls-files", "-z"], cwd=repository, capture_output=True, check=True)
    tracked = {name for name in listing.stdout.decode().split("\0") if name and not name.startswith(".ci/")}
    tracked = {name for name in tracked if (repository / name).is_file()}
    assert tracked - sources.keys() == set()
    assert [name for name in sources if (repository / name).is_file() is False] == ["PKG-INFO"]
    assert not [name for name in sources if name.startswith((".venv", "build/", "dist/")) or ".pyc" in name]
    assert [name for name in tracked if sources[name] != (repository / name).read_bytes()] == []


def test_sdist_gives_the_same_wheel(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    """Who builds from the sdist gets what was released."""
    with tarfile.open(sdist) as archive:
        archive.extraction_filter = getattr(tarfile, "data_filter", None)  # not there before Python 3.11.4
        archive.extractall(tmp_path / "sources")
    [folder] = (tmp_path / "sources").iterdir()
    assert build(folder, tmp_path / "wheel").read_bytes() == wheel.read_bytes()


def test_same_sources_same_bytes(wheel: Path, sdist: Path, repository: Path, tmp_path: Path) -> None:
    """Building twice gives the same files."""
    assert build(repository, tmp_path / "wheel").read_bytes() == wheel.read_bytes()
    assert build(repository, tmp_path / "sdist", "sdist").read_bytes() == sdist.read_bytes()
