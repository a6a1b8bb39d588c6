"""Hygiene: what is committed is the project, and nothing of the machine or the people it was made with."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ALLOWED_AT_THE_TOP = {
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "README.sv.md",
    "SECURITY.md",
    "docs",
    "examples",
    "pyproject.toml",
    "requirements-dev.txt",
    "requirements-peers.txt",
    "src",
    "tests",
}

# Character classes such as [-] keep these patterns from finding themselves.
MACHINE_PATH = re.compile(
    r"(?<![\w.~])/(?:home|root|tmp|work|opt|Users|var/folders)/(?=\w)|\b[A-Z]:\\Users\\"
)
INDEX_ADDRESS = re.compile(
    r"(?:extra-)?index[-_]url|find[-_]links|trusted[-_]host|pypi\.org/simp[l]e|files\.pythonhosted\.o[r]g"
)
WORKPLACE = re.compile(r"/wor[k]/")

# "Given Family", as the real documents write people, and what looks like it there but is a place.
PERSON = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé][\w-]* [A-ZÅÄÖ][a-zåäöé][\w-]*")
PLACES = {"Lilla Edet", "Västra Götaland"}
LONG_ENOUGH_TO_BE_A_QUOTE = 40


@pytest.fixture(scope="module")
def tracked(repository: Path) -> list[Path]:
    git = shutil.which("git")
    if git is None or not (repository / ".git").exists():
        pytest.skip("not a git checkout, so nothing tells what is tracked")
    listing = subprocess.run([git, "ls-files", "-z"], cwd=repository, capture_output=True, check=True)
    names = [name for name in listing.stdout.decode().split("\0") if name]
    return [repository / name for name in names if (repository / name).is_file()]


@pytest.fixture(scope="module")
def texts(tracked: list[Path], repository: Path) -> dict[str, str]:
    return {
        path.relative_to(repository).as_posix(): path.read_bytes().decode("utf-8", errors="replace")
        for path in tracked
    }


@pytest.fixture(scope="module")
def lines_of_text(texts: dict[str, str]) -> dict[str, str]:
    """Each file as one line; fonts say nothing."""
    return {name: one_line(text) for name, text in texts.items() if not name.endswith(".ttf")}


def places(pattern: re.Pattern[str], texts: dict[str, str]) -> list[str]:
    return [
        f"{name}:{text.count(chr(10), 0, hit.start()) + 1}: {hit.group()}"
        for name, text in texts.items()
        for hit in pattern.finditer(text)
    ]


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("path", ["/home" + "/me/x", "file://" + "/tmp" + "/x", "'/work" + "/main'"])
def test_a_machine_path_would_be_seen(path: str) -> None:
    """The pattern finds what it is for, so that the test below means something."""
    assert MACHINE_PATH.search(path)


@pytest.mark.parametrize("path", ["https://example.org/home/x", "~/home/x", "shared/tmp/x", "and/or"])
def test_an_ordinary_path_is_none_of_the_machine(path: str) -> None:
    """Addresses and relative paths are no machine paths."""
    assert not MACHINE_PATH.search(path)


@pytest.mark.parametrize("pattern", [MACHINE_PATH, INDEX_ADDRESS, WORKPLACE])
def test_no_tracked_file_tells_where_it_was_made(pattern: re.Pattern[str], texts: dict[str, str]) -> None:
    """No machine path, no package index and no trace of the workplace is committed."""
    assert places(pattern, texts) == []


def test_the_top_level_holds_only_what_has_a_reason(tracked: list[Path], repository: Path) -> None:
    """A new name at the top is a decision: it is made here, not in passing."""
    at_the_top = {path.relative_to(repository).parts[0] for path in tracked}
    assert at_the_top - ALLOWED_AT_THE_TOP == set()


def test_no_name_of_a_real_person_is_repeated(seeds: Path, lines_of_text: dict[str, str]) -> None:
    """Whoever attended a real meeting is named in its document and nowhere in the project."""
    people = {name for seed in seeds.glob("*.txt") for name in PERSON.findall(seed.read_text("utf-8"))}
    people -= PLACES
    assert people, "the real documents name people; the pattern should have found some"
    found = [(name, person) for name, text in lines_of_text.items() for person in people if person in text]
    assert found == []


def test_no_passage_of_a_real_document_is_repeated(seeds: Path, lines_of_text: dict[str, str]) -> None:
    """Examples are made up: no long line of a real document stands in the project."""
    lines = {one_line(line) for seed in seeds.glob("*.txt") for line in seed.read_text("utf-8").splitlines()}
    quotes = {line for line in lines if len(line) >= LONG_ENOUGH_TO_BE_A_QUOTE}
    found = [(name, quote) for name, text in lines_of_text.items() for quote in quotes if quote in text]
    assert found == []
