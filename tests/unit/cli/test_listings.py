"""What the library can do, told by itself."""

import json

import pytest

from command_line import Run
from motesprotokoll.cli import DONE
from motesprotokoll.registry import DEFAULT_REGISTRY, Format
from motesprotokoll.serialisation import json_schema


class TestFormatsAndSchema:
    def test_formats_lists_ours(self, run: Run) -> None:
        """A table of what can be read and written."""
        status, out, _ = run("formats")
        lines = [line.split() for line in out.splitlines()]
        assert status == DONE
        assert lines[0] == ["Format", "Läsa", "Skriva", "Filändelser", "Tillägg", "Källa"]
        assert ["text", "ja", "ja", ".txt", "-", "motesprotokoll"] in lines

    def test_formats_tells_what_is_shadowed(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """A package that offers one of our names is listed with a remark."""
        shadowed = Format(
            name="text",
            can_read=True,
            can_write=False,
            source="plug-in",
            package="p",
            version="2",
            shadowed=True,
        )
        monkeypatch.setattr(type(DEFAULT_REGISTRY), "formats", lambda _: (shadowed,))
        assert run("formats")[1].splitlines()[1].split() == [
            "text",
            "ja",
            "nej",
            "-",
            "-",
            "p",
            "2",
            "(skymd)",
        ]

    def test_schema_is_the_schema(self, run: Run) -> None:
        """The command prints what json_schema() gives."""
        assert json.loads(run("schema")[1]) == json_schema()
