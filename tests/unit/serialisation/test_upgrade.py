"""Documents of older versions."""

import copy
from typing import Any

import pytest

from motesprotokoll.errors import DataError, LimitError, UnsupportedVersionError
from motesprotokoll.serialisation.upgrade import STEPS, VERSION, upgrade, version_of


def rename_titel(document: dict[str, Any]) -> dict[str, Any]:
    title = document.pop("titel")  # a step that misbehaves: it changes its argument
    return {**document, "title": title}


def add_item(document: dict[str, Any]) -> dict[str, Any]:
    document["agenda"][0]["title"] += "!"
    return document


FAKE = {1: rename_titel, 2: add_item}


class TestUpgrade:
    def test_leaves_the_newest_version_alone(self) -> None:
        """Nothing to do is done without a copy."""
        document = {"version": VERSION}
        assert upgrade(document) is document

    def test_takes_one_step_after_the_other(self) -> None:
        """A document of version 1 becomes one of version 2 and then one of version 3."""
        old = {"version": 1, "titel": "x", "agenda": [{"title": "a"}]}
        assert upgrade(old, steps=FAKE, newest=3) == {"version": 3, "title": "x", "agenda": [{"title": "a!"}]}
        middle = {"version": 2, "agenda": [{"title": "a"}]}
        assert upgrade(middle, steps=FAKE, newest=3)["agenda"] == [{"title": "a!"}]

    def test_never_changes_the_callers_dict(self) -> None:
        """Not even where a step does not behave."""
        old = {"version": 1, "titel": "x", "agenda": [{"title": "a"}]}
        before = copy.deepcopy(old)
        upgrade(old, steps=FAKE, newest=3)
        assert old == before

    def test_tells_a_document_that_only_claims_to_be_old(self) -> None:
        """A step may trust its document; what then breaks is the document's fault."""
        for broken in ({"version": 1}, {"version": 1, "titel": "x", "agenda": 5}):
            with pytest.raises(DataError, match="not a sound document of version"):
                upgrade(broken, steps=FAKE, newest=3)

    @pytest.mark.parametrize("error", [RecursionError(), MemoryError(), LimitError("x")])
    def test_lets_through_what_is_not_the_documents_fault(self, error: Exception) -> None:
        """No stack, no memory, and errors of our own stay what they are."""

        def step(document: dict[str, Any]) -> dict[str, Any]:
            raise error

        with pytest.raises(type(error)):
            upgrade({"version": 1}, steps={1: step}, newest=2)

    def test_refuses_newer_versions(self) -> None:
        """Forward only."""
        with pytest.raises(UnsupportedVersionError, match="reads versions up to 1"):
            upgrade({"version": 2})

    def test_has_a_step_for_each_old_version(self) -> None:
        """Raising the version without a step would strand every old file."""
        assert sorted(STEPS) == list(range(1, VERSION))


class TestVersionOf:
    @pytest.mark.parametrize("version", [None, "1", 1.0, True, 0, -1, [1]])
    def test_takes_whole_numbers_from_1(self, version: object) -> None:
        """A version has one form."""
        with pytest.raises(DataError, match=r"\$\.version"):
            version_of({"version": version})
        with pytest.raises(DataError, match="missing"):
            version_of({})
