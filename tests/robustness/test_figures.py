"""The figures that the documentation states are not smaller than what was promised."""

import re
from pathlib import Path

import pytest

from fuzz.mutating import Mutator
from fuzz.targets import TARGETS
from hostile_files import SAMPLES

PROMISED_PROPERTIES, PROMISED_FILES = 60, 250


def test_there_are_as_many_as_was_promised(repository: Path) -> None:
    """Properties, by their decorator; hostile files; and a target for each kind of input."""
    texts = [path.read_text("utf-8") for path in (repository / "tests").rglob("test_*.py")]
    assert sum(len(re.findall(r"^\s*@given\(", text, re.MULTILINE)) for text in texts) >= PROMISED_PROPERTIES
    assert len(SAMPLES) >= PROMISED_FILES
    assert {*TARGETS} == {"json", "text", "markdown", "html", "docx", "pdf", "calendar", "template"}


@pytest.mark.parametrize("name", ["json", "text", "calendar", "template"])
def test_a_target_begins_from_files_and_takes_what_comes_of_them(name: str) -> None:
    """The same seed gives the same inputs, other than the files; and the library takes each."""
    target = TARGETS[name]
    inputs = target.inputs()
    words = [word.encode() for word in target.words]
    first, second = Mutator(1, inputs, words), Mutator(1, inputs, words)
    made = [first.next() for _ in range(20)]
    assert made == [second.next() for _ in range(20)]
    assert {*made} - {*inputs}
    for data in made:
        target.check(data)
