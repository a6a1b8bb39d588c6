"""The public names: what `import motesprotokoll` gives, and what it costs."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import motesprotokoll

SOURCE = Path(motesprotokoll.__file__).read_text("utf-8")

PROMISED = [
    "read",
    "read_text",
    "new_meeting",
    "render",
    "renderer",
    "write",
    "save",
    "load",
    "dumps",
    "loads",
    "to_dict",
    "from_dict",
    "json_schema",
    "check",
    "compare",
    "Comparison",
    "formats",
    "MinutesError",
    "Network",
    "Member",
    "Organisation",
    "Participant",
    "Attendance",
    "Occasion",
    "Meeting",
    "AgendaItem",
    "Paragraph",
    "BulletList",
    "ListItem",
    "Table",
    "Section",
    "Decision",
    "ActionItem",
    "Schedule",
    "Unread",
    "Link",
    "Emphasis",
    "Basis",
    "Attachment",
    "DateSpan",
    "TimeSpan",
    "PartialDate",
    "swedish",
    "Finding",
    "Severity",
    "Reading",
    "Rendered",
    "Limits",
    "Registry",
    "register_reader",
    "register_renderer",
    "Kind",
    "Status",
    "Outcome",
    "__version__",
]


def loaded_after(code: str) -> set[str]:
    """The modules that a fresh process has loaded after *code*."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


class TestNames:
    @pytest.mark.parametrize("name", PROMISED)
    def test_what_is_promised_is_there(self, name: str) -> None:
        """Each name of the design is public."""
        assert name in motesprotokoll.__all__
        assert getattr(motesprotokoll, name) is not None

    def test_every_name_resolves(self) -> None:
        """Whatever is listed can be had, is listed once, and shows in dir()."""
        for name in motesprotokoll.__all__:
            assert getattr(motesprotokoll, name) is not None
        assert len(set(motesprotokoll.__all__)) == len(motesprotokoll.__all__)
        assert set(motesprotokoll.__all__) <= set(dir(motesprotokoll))

    def test_the_type_checker_sees_the_same_names(self) -> None:
        """The block for type checkers, the table of modules and __all__ agree."""
        block = next(node for node in ast.parse(SOURCE).body if isinstance(node, ast.If))
        seen = {
            alias.name: node.module
            for node in block.body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        table = {name: f"motesprotokoll.{module}" for name, module in motesprotokoll._MODULE_OF.items()}
        modules = ("calendars", "planning", "privacy", "register", "swedish")
        assert seen == table | dict.fromkeys(modules, "motesprotokoll")
        for name in modules:
            assert motesprotokoll.__getattr__(name) is getattr(motesprotokoll, name)
        assert set(motesprotokoll.__all__) == set(seen) | {"__version__"}

    def test_every_name_of_the_model_and_every_error_is_public(self) -> None:
        """A new noun or error does not stay behind."""
        from motesprotokoll import errors, model

        own = {
            name
            for name, value in vars(errors).items()
            if isinstance(value, type) and issubclass(value, Exception)
        }
        assert set(model.__all__) | own <= set(motesprotokoll.__all__)

    def test_an_unknown_name_is_an_attribute_error(self) -> None:
        """As of any module."""
        with pytest.raises(AttributeError, match="module 'motesprotokoll' has no attribute 'nonsense'"):
            _ = motesprotokoll.nonsense

    def test_the_version_is_the_installed_one(self) -> None:
        """__version__ comes from the installed metadata."""
        assert motesprotokoll.__version__ == importlib.import_module("importlib.metadata").version(
            "motesprotokoll"
        )


class TestCost:
    def test_importing_loads_nothing(self) -> None:
        """`import motesprotokoll` loads none of what it may need later, not even its own modules."""
        more = loaded_after("import motesprotokoll") - loaded_after("pass")
        assert more == {"motesprotokoll"}

    def test_the_model_loads_no_formats(self) -> None:
        """Who only uses the values pays for attrs and no more."""
        loaded = loaded_after("from motesprotokoll import Meeting, Decision")
        assert "attrs" in loaded
        assert not {name.partition(".")[0] for name in loaded} & {"jinja2", "babel", "cattrs", "markdown_it"}
        assert "importlib.metadata" not in loaded

    def test_reading_text_loads_no_templates_and_no_catalogues(self) -> None:
        """Each format pays for itself only."""
        loaded = loaded_after("import motesprotokoll as mp; mp.read_text('Hej')")
        assert not {name.partition(".")[0] for name in loaded} & {"jinja2", "babel", "markdown_it"}
        assert not loaded & {"motesprotokoll.readers.html", "motesprotokoll.renderers.html"}
