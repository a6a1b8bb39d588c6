"""What the README and the documentation show runs, and so does every example."""

import doctest
import importlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

from motesprotokoll import swedish

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md")])
SOURCE = ROOT / "src"
WITH_EXAMPLES = sorted(
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
    for path in SOURCE.glob("motesprotokoll/**/*.py")
    if "    >>> " in path.read_text("utf-8")
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_code_on_a_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a reader would type it, from top to bottom, in a folder with the examples beside it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    document = Sybil(parsers=[PythonCodeBlockParser()], path=str(ROOT)).parse(page)
    for example in document.examples():
        example.evaluate()


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_the_examples_in_docstrings_are_true(module: str) -> None:
    """As somebody types them who has imported what the module itself uses."""
    failed, attempted = doctest.testmod(importlib.import_module(module))
    assert attempted
    assert not failed


def test_the_page_on_swedish_shows_every_public_name() -> None:
    """In its code, not only in its words: whoever adds a function there shows how it is used."""
    page = (ROOT / "docs/how-to/swedish-dates-and-names.md").read_text("utf-8")
    code = "\n".join(re.findall(r"^```python\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL))
    shown = set(re.findall(r"\bswedish\.(\w+)", code))
    assert sorted({*swedish.__all__} - shown) == []


@pytest.mark.parametrize("script", sorted(ROOT.glob("examples/*.py")), ids=lambda script: script.name)
def test_an_example_runs(script: Path, tmp_path: Path) -> None:
    """In an empty folder, saying what it did."""
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


NOTEBOOKS = sorted(ROOT.glob("examples/*.ipynb"))


def cells_of(notebook: Path) -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = json.loads(notebook.read_text("utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda notebook: notebook.name)
def test_the_cells_of_a_notebook_run(
    notebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From top to bottom, also where there is no Jupyter and no pandas."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "pandas", None)
    names: dict[str, object] = {}
    for cell in cells_of(notebook):
        exec(compile("".join(cell["source"]), notebook.name, "exec"), names)
    assert "pandas is not installed here" in capsys.readouterr().out


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda notebook: notebook.name)
def test_a_notebook_is_kept_without_its_outputs(notebook: Path) -> None:
    """They would be out of date, and tell where they were made."""
    assert cells_of(notebook)
    assert {(len(cell["outputs"]), cell["execution_count"]) for cell in cells_of(notebook)} == {(0, None)}


def test_every_link_to_a_file_of_ours_leads_somewhere() -> None:
    """A page that was moved takes its links along; examples in fences are no links."""
    for page in PAGES:
        text = re.sub(r"^(`{3,}).*?^\1", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
