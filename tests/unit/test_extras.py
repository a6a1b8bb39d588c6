"""What is imported only when it is asked for; and that nothing of the core asks for an extra."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import motesprotokoll as mp
from motesprotokoll.cli.commands import COMMANDS
from motesprotokoll.extras import lazily, missing_extra


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A package with a module, one that lacks a package, and one that is not there."""
    package, module = ModuleType("room"), ModuleType("room.chairs")
    package.__path__ = []
    module.stool = "a stool"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "room", package)
    monkeypatch.setitem(sys.modules, "room.chairs", module)
    monkeypatch.setitem(sys.modules, "room.tables", None)
    return package


def names(room: ModuleType, extra: str | None = "ics") -> Any:
    """Its ``__getattr__`` and ``__dir__``."""
    return lazily("room", vars(room), {"chairs": ("stool",), "tables": ("desk",)}, extra)


class TestLazily:
    def test_a_name_is_found_and_kept(self, room: ModuleType) -> None:
        """So that it is looked for once."""
        found, listed = names(room)
        assert {"stool", "desk"} <= {*listed()}
        assert found("stool") == "a stool"
        assert vars(room)["stool"] == "a stool"

    def test_another_name_is_none(self, room: ModuleType) -> None:
        """As of any module."""
        with pytest.raises(AttributeError, match="module 'room' has no attribute 'bench'"):
            names(room)[0]("bench")

    def test_a_missing_package_names_the_extra(self, room: ModuleType) -> None:
        """With what to install."""
        with pytest.raises(mp.MissingExtraError, match=r"'ics' needs the package room \(pip install"):
            names(room)[0]("desk")

    def test_without_an_extra_it_is_missing_plainly(self, room: ModuleType) -> None:
        """As Python tells it."""
        with pytest.raises(ModuleNotFoundError, match=r"room\.tables"):
            names(room, None)[0]("desk")


class TestMissingExtra:
    @pytest.mark.parametrize("name", [None, "motesprotokoll.absent"])
    def test_a_module_of_ours_that_is_missing_is_no_extra(self, name: str | None) -> None:
        """That is a broken installation."""
        assert missing_extra("ics", "ics", ModuleNotFoundError("gone", name=name)) is None

    def test_a_package_of_the_core(self) -> None:
        """It has no extra to name."""
        error = missing_extra("html", None, ModuleNotFoundError("gone", name="jinja2.sandbox"))
        assert error is not None
        assert (error.problem, error.hint) == (
            "the format 'html' needs the package jinja2",
            "pip install 'motesprotokoll'",
        )


# ------------------------------------------------------------------------------------ without any extra

ROOMS = (
    "annotation",
    "calendars",
    "checks",
    "comparing",
    "planning",
    "privacy",
    "register",
    "swedish",
)
NEEDS_AN_EXTRA = {"annotation", "calendars"}
"""Those of which some names do."""
TYPED = {
    "convert": "convert notes.txt -o out.html",
    "show": "show notes.txt",
    "check": "check notes.txt",
    "compare": "compare notes.txt later.txt",
    "redact": "redact notes.txt -o public.html",
    "decisions": "decisions notes.txt",
    "actions": "actions notes.txt",
    "search": "search kaffe notes.txt",
    "report": "report . -o report.html",
    "agenda": "agenda notes.txt -o next.html --on 2027-04-02",
    "plan": "plan --year 2028 --weekday fredag",
    "calendar": "calendar notes.txt -o plan.ics",
    "formats": "formats",
    "schema": "schema",
    "templates": "templates templates",
}
WITH_AN_EXTRA = {"plan": "holidays", "calendar": "ics"}
"""The commands that are about what an extra knows."""
NOTES = """Minnesanteckningar från IT-nätverket
2027-02-05

Närvarande: Ida Ek, Bo Al

1. Kaffe
Gruppen beslutar att köpa kaffe.
Ida ringer leverantören senast 2027-03-01.

Nästa möte 2027-04-02
"""
ALONE = """
import contextlib, importlib, io, json, sys
sys.modules.update(dict.fromkeys({blocked!r}))
for room in {rooms!r}:
    module = importlib.import_module("motesprotokoll." + room)
    for name in module.__all__ if room not in {needing!r} else ():
        getattr(module, name)
from motesprotokoll.cli import main
told = {{}}
for name, typed in {typed!r}.items():
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as errors:
        told[name] = main(typed.split()), errors.getvalue()
print(json.dumps(told))
"""


def packages(repository: Path) -> list[str]:
    """What is imported of the extras."""
    extras = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"][
        "optional-dependencies"
    ]
    modules = {"markdown-it-py": "markdown_it", "arro3-core": "arro3"}
    named = {re.split("[>=]", one)[0] for extra, ones in extras.items() if extra != "all" for one in ones}
    return sorted(modules.get(name, name) for name in named)


def test_without_extras_all_the_rest_works(repository: Path, tmp_path: Path) -> None:
    """Every room can be imported, and every command does its work or names the extra that it is about."""
    assert {*TYPED} == {*COMMANDS}
    (tmp_path / "notes.txt").write_text(NOTES, "utf-8")
    (tmp_path / "later.txt").write_text(NOTES.replace("köpa", "koka"), "utf-8")
    program = ALONE.format(blocked=packages(repository), rooms=ROOMS, needing=NEEDS_AN_EXTRA, typed=TYPED)
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    for name, (status, errors) in json.loads(done.stdout).items():
        extra = WITH_AN_EXTRA.get(name)
        assert status == 3 if extra else status in (0, 1), (name, errors)
        assert (f"motesprotokoll[{extra}]" in errors) if extra else "pip install" not in errors, (
            name,
            errors,
        )


def test_annotating_names_the_extra() -> None:
    """From the package too, not only from the command."""
    program = (
        "import sys; sys.modules['lxml'] = None\n"
        "from motesprotokoll import MissingExtraError, annotation\n"
        "try: annotation.annotate\n"
        "except MissingExtraError as error: print(error.hint)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "pip install 'motesprotokoll[docx]'\n"
