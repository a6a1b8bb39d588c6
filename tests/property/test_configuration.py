"""Whatever stands in a file of configuration: a profile, or one error that names the file."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motesprotokoll.checks import Profile, check
from motesprotokoll.errors import MinutesError
from motesprotokoll.model import AgendaItem, Meeting

KEYS = ("select", "ignore", "severity", "per-file-ignores", "organisations", "profile", "selct")
WORDS = st.sampled_from(["MP1", "MP101", "ALL", "note", "*.txt", "[", "[z-a]", "**", "docx", ""]) | st.text(
    max_size=5
)
VALUES = st.recursive(
    WORDS | st.integers() | st.booleans() | st.just(1.5),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that is written again and again."""
    return tmp_path_factory.mktemp("configuration") / "motesprotokoll.toml"


def read(file: Path, text: str) -> None:
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    problem, profile = None, Profile()
    try:
        profile = Profile.from_toml(file)
    except MinutesError as error:
        problem = str(error)
    assert problem is None or str(file) in problem
    check(Meeting(agenda=[AgendaItem()]), profile=profile.for_file(file.parent / "a.txt"))


@given(st.sampled_from(KEYS), VALUES)
def test_any_value(file: Path, key: str, value: object) -> None:
    """Of any key."""
    read(file, f"[check]\n{key} = {json.dumps(value, ensure_ascii=False)}\n")


@given(st.sampled_from(("severity", "per-file-ignores", "select")), WORDS, VALUES)
def test_any_table(file: Path, key: str, name: str, value: object) -> None:
    """With any key in it."""
    read(file, f"[check.{key}]\n{json.dumps(name)} = {json.dumps(value, ensure_ascii=False)}\n")


@given(st.text())
def test_any_text(file: Path, text: str) -> None:
    """Which is seldom TOML."""
    read(file, text)
