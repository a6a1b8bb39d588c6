"""Readers, renderers and installed packages that were made up for tests."""

import sys
from pathlib import Path

import attrs
import pytest

from motesprotokoll.errors import ReadError, RenderError
from motesprotokoll.extraction import Extraction, Line
from motesprotokoll.limits import Limits
from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.outline import Outline


@attrs.frozen
class LinesReader:
    """Reads one line for each line, and refuses what is not UTF-8."""

    def read(self, data: bytes, limits: Limits) -> Extraction:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ReadError("not UTF-8") from error
        return Extraction(tuple(Line(line) for line in text.split("\n")))


@attrs.frozen(kw_only=True)
class CountRenderer:
    """Writes how many nodes a document has."""

    sign: str = "n"
    media_type: str = attrs.field(default="text/x-count", init=False)
    suffix: str = attrs.field(default=".count", init=False)

    def render(self, outline: Outline) -> bytes:
        return f"{len(outline.nodes)} {self.sign}\n".encode()


@attrs.frozen(kw_only=True)
class BinaryRenderer:
    """Writes bytes that are no text."""

    media_type: str = attrs.field(default="application/x-fake", init=False)
    suffix: str = attrs.field(default=".fake", init=False)

    def render(self, outline: Outline) -> bytes:
        return b"\x00\xff"


@attrs.frozen(kw_only=True)
class TitleRenderer:
    """A format of data: the name of the body that meets."""

    media_type: str = attrs.field(default="text/plain", init=False)
    suffix: str = attrs.field(default=".title", init=False)

    def render_value(self, value: Meeting | Schedule) -> bytes:
        if isinstance(value, Schedule):
            raise RenderError("a schedule has no title here")
        return (value.network.name if value.network else "").encode()


@attrs.frozen
class TitleReader:
    """The inverse of `TitleRenderer`."""

    def read_value(self, data: bytes, limits: Limits) -> Meeting:
        return Meeting(data.decode("utf-8", errors="replace").strip() or None)


class FakePackages:
    """Packages that look installed: a folder on the path with modules and their dist-info."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(
        self,
        name: str,
        *,
        readers: dict[str, str] | None = None,
        renderers: dict[str, str] | None = None,
        rules: dict[str, str] | None = None,
        profiles: dict[str, str] | None = None,
        modules: dict[str, str] | None = None,
        version: str = "1.0",
    ) -> None:
        """Install a package of this name with entry points and modules of source text."""
        info = self.folder / f"{name.replace('-', '_')}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        lines = []
        groups = {"readers": readers, "renderers": renderers, "rules": rules, "profiles": profiles}
        for group, entries in groups.items():
            lines.append(f"[motesprotokoll.{group}]")
            lines += [f"{key} = {value}" for key, value in (entries or {}).items()]
        (info / "entry_points.txt").write_text("\n".join(lines) + "\n")
        for module, source in (modules or {}).items():
            (self.folder / f"{module}.py").write_text(source, "utf-8")


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakePackages:
    """A place to install packages that vanishes after the test, with the modules that came from it."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    before = set(sys.modules)
    yield FakePackages(folder)
    for module in set(sys.modules) - before:
        if str(folder) in (getattr(sys.modules[module], "__file__", None) or ""):
            del sys.modules[module]
