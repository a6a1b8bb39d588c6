"""The pages of the reference tell what there is: no more, no less, and nothing that has changed since."""

import ast
import importlib
import re
import runpy
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import motesprotokoll
from motesprotokoll.limits import DEFAULT_LIMITS, Limits

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "reference"
PUBLIC = [
    *("annotation", "calendars", "checks", "comparing", "planning"),
    *("privacy", "register", "swedish", "testing", "vocabulary"),
]
DIRECTIVE = re.compile(r"^\.\. (?:py:data|autoclass|autofunction|autodata):: (\S+)$", re.MULTILINE)
UNITS = {"MiB": 1024 * 1024, "KiB": 1024}

made: dict[str, Callable[[], str]] = runpy.run_path(str(ROOT / "docs" / "pages.py"))["PAGES"]


@pytest.mark.parametrize("name", made)
def test_what_is_made_from_the_code_is_up_to_date(name: str) -> None:
    """The page that is committed is the one that would be made now: `make pages`."""
    assert (REFERENCE / name).read_text("utf-8") == made[name]()


def documented(module: str) -> list[str]:
    """The names of *module* that the pages of Python tell of."""
    names = []
    for page in sorted((REFERENCE / "api").glob("*.md")):
        for part in page.read_text("utf-8").split(".. currentmodule:: ")[1:]:
            whose, _, rest = part.partition("\n")
            names += DIRECTIVE.findall(rest) if whose == module else []
    return names


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_package_is_told_whole(name: str) -> None:
    """Each public name stands on the pages of Python, once, and nothing else does."""
    module = f"motesprotokoll.{name}"
    assert sorted(documented(module)) == sorted(importlib.import_module(module).__all__)


def test_the_library_itself_is_told_whole() -> None:
    """Each public name stands there once; packages, and classes of a package of their own, on its page."""
    elsewhere = {"__version__", "Comparison", "Vocabulary", *PUBLIC}
    assert sorted(documented("motesprotokoll")) == sorted({*motesprotokoll.__all__} - elsewhere)


def codes_in(path: Path) -> set[str]:
    """Every string in the code of *path* that is a code as findings have."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            strings = [one.value for one in node.args if isinstance(one, ast.Constant)]
            found |= {one for one in strings[:1] if isinstance(one, str) and CODE.fullmatch(one)}
        if isinstance(node, ast.Dict):
            keys = [one.value for one in node.keys if isinstance(one, ast.Constant)]
            found |= {one for one in keys if isinstance(one, str) and CODE.fullmatch(one)}
    return found


FAMILIES = "date|decision|docx|findings|item|name|own|pdf|planning|privacy|read|register|text|time"
CODE = re.compile(rf"(?:{FAMILIES})\.[a-z]+(?:-[a-z]+)*")


def test_the_codes_of_findings_are_told_whole() -> None:
    """Each code that the library gives stands on its page once, and nothing else does."""
    page = (REFERENCE / "finding-codes.md").read_text("utf-8")
    told = re.findall(r"^\| `(\S+)` \|", page, flags=re.MULTILINE)
    given = set().union(*(codes_in(path) for path in (ROOT / "src").rglob("*.py")))
    assert sorted(told) == sorted(given)


def limits_told() -> dict[str, str]:
    """The limits of SECURITY.md, with their defaults as they stand there."""
    page = (ROOT / "SECURITY.md").read_text("utf-8")
    return dict(re.findall(r"^\| `([\w.]+)` \| ([^|]+) \|", page, flags=re.MULTILINE))


def as_told(value: int) -> set[str]:
    """The ways in which *value* may be written."""
    return {f"{value:,}", *(f"{value // size} {unit}" for unit, size in UNITS.items() if value % size == 0)}


def test_every_limit_is_told_with_its_default() -> None:
    """Whoever decides whether to trust the library finds each ceiling on one page."""
    fields = [field.name for field in attrs.fields(Limits)]
    told = limits_told()
    assert [name for name in told if "." not in name] == fields
    assert [name for name in fields if told[name] not in as_told(getattr(DEFAULT_LIMITS, name))] == []


def test_every_constant_that_is_told_has_that_value() -> None:
    """Those that no caller can change stand there by the name that they have in the code."""
    constants = {name: value for name, value in limits_told().items() if "." in name}
    assert constants
    for name, told in constants.items():
        module, _, constant = name.rpartition(".")
        value = getattr(importlib.import_module(f"motesprotokoll.{module}"), constant)
        assert told in as_told(value), name


def test_the_picture_in_the_readme_is_small() -> None:
    """It is fetched by everybody who looks at the page."""
    pictures = sorted(ROOT.glob("docs/images/*.png"))
    assert pictures
    assert max(picture.stat().st_size for picture in pictures) <= 150_000
