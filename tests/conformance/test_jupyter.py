"""The example notebook as Jupyter runs it: no cell fails, and what it shows no sanitiser has to touch."""

import re
from pathlib import Path
from typing import Any

import pytest

pytestmark = [
    pytest.mark.slow,
    # Jupyter's own packages warn of one another.
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning"),
]


@pytest.fixture(scope="module")
def executed(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The notebook after a kernel has run it, in an empty folder."""
    for name in ("nbclient", "nbformat", "ipykernel"):
        pytest.importorskip(name, reason="make check installs requirements-peers.txt")
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(repository / "examples" / "tour.ipynb", as_version=4)
    nbformat.validate(notebook)
    folder = tmp_path_factory.mktemp("tour")
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}})
    with pytest.MonkeyPatch.context() as patch:
        for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        return client.execute()


def outputs(notebook: Any) -> list[Any]:
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def shown(notebook: Any, kind: str) -> list[str]:
    return [output["data"][kind] for output in outputs(notebook) if kind in output.get("data", {})]


def test_no_cell_fails(executed: Any) -> None:
    """Nothing is an error, and nothing is said on standard error."""
    assert [one for one in outputs(executed) if one.output_type == "error"] == []
    assert [one.text for one in outputs(executed) if one.get("name") == "stderr"] == []
    assert all(cell.execution_count for cell in executed.cells if cell.cell_type == "code")


def test_tables_are_harmless(executed: Any) -> None:
    """Small tables of five elements; a page of ours stands in a frame of its own."""
    pages = shown(executed, "text/html")
    frames = [page for page in pages if page.startswith("<iframe")]
    assert len(frames) == 1
    assert " sandbox " in frames[0]
    tables = [page for page in pages if page not in frames]
    assert len(tables) >= 10
    assert {tag for page in tables for tag in re.findall(r"</?(\w+)", page)} == {
        "div",
        "table",
        "tr",
        "td",
        "b",
    }


def test_markdown_stands_beside(executed: Any) -> None:
    """For an export that takes no HTML."""
    assert len(shown(executed, "text/markdown")) == len(shown(executed, "text/html")) - 1
    assert any("försörjning" in text for text in shown(executed, "text/markdown"))


def test_the_extension_shows_values_by_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loaded in the notebook, it makes a tuple of ours a table, and leaves any other as it is."""
    pytest.importorskip("IPython", reason="make check installs requirements-peers.txt")
    from IPython.core.interactiveshell import InteractiveShell

    from motesprotokoll import notebook
    from motesprotokoll.model import Decision

    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    shell = InteractiveShell.instance()
    try:
        notebook.load_ipython_extension(shell)
        data, _ = shell.display_formatter.format((Decision("Ja"),))
        assert "<b>Beslut (1)</b>" in data["text/html"]
        data, _ = shell.display_formatter.format((1, 2))
        assert set(data) == {"text/plain"}
        notebook.unload_ipython_extension(shell)
        data, _ = shell.display_formatter.format((Decision("Ja"),))
        assert set(data) == {"text/plain"}
    finally:
        InteractiveShell.clear_instance()
