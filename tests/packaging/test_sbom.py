"""The list of what a release needs is whole, and tells nothing of developers' tools or of the machine."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from release import sbom

TOOLS = {"pytest", "hypothesis", "mypy", "ruff", "hatchling", "sphinx", "cyclonedx-bom"}


def test_all_that_the_extras_ask_for(repository: Path) -> None:
    """And what that asks for; no tool, and not the library itself."""
    declared = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [
        *declared["dependencies"],
        *(one for some in declared["optional-dependencies"].values() for one in some),
    ]
    asked = {sbom.normalised(re.split(r"[^\w.-]", line)[0]) for line in lines if "sys_platform" not in line}
    found = sbom.needed()
    assert asked - found == {"motesprotokoll"}
    assert {"markupsafe", "mdurl"} <= found
    assert found.isdisjoint({*TOOLS, "motesprotokoll"})


def test_without_extras_it_is_the_core() -> None:
    """Four, and what they need."""
    found = sbom.needed(extras=())
    assert {"attrs", "cattrs", "jinja2", "babel"} <= found
    assert found.isdisjoint({"lxml", "typst", "pypdfium2"})


def test_each_has_its_hashes() -> None:
    """The lock pins whatever is needed."""
    assert sbom.needed() - sbom.hashes().keys() == set()
    assert all(re.fullmatch("[0-9a-f]{64}", one) for some in sbom.hashes().values() for one in some)


@pytest.mark.slow
def test_the_document() -> None:
    """It names each with its version, the fonts, and who needs whom; and is the same each time."""
    pytest.importorskip("cyclonedx_py", reason="`make check` installs what writes the list")
    text = sbom.text(sbom.sbom(sbom.environment()))
    told = json.loads(text)
    assert told["bomFormat"] == "CycloneDX"
    assert told["metadata"]["component"]["name"] == "motesprotokoll"
    libraries = {sbom.normalised(one["name"]) for one in told["components"] if one["type"] == "library"}
    assert libraries == sbom.needed()
    assert all(one["version"] for one in told["components"] if one["type"] == "library")
    files = [one for one in told["components"] if one["type"] == "file"]
    assert len(files) == len([*sbom.FONTS.glob("*.ttf")])
    refs = {one["bom-ref"] for one in told["components"]} | {told["metadata"]["component"]["bom-ref"]}
    assert {ref for edge in told["dependencies"] for ref in edge["dependsOn"]} <= refs
    assert "file:" not in text
    assert sbom.text(sbom.sbom(sbom.environment())) == text
