"""The pages of the rules are those in the documentation, and tell all that a rule says."""

import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from motesprotokoll.checks import HELD, Rule, rule
from motesprotokoll.checks.catalogue import BUILT_IN
from motesprotokoll.checks.pages import FAMILIES, index, page, pages, write
from motesprotokoll.findings import Severity
from motesprotokoll.model import Kind


@rule("GR101", "no-coffee", title="Kaffe saknas", advice="Koka kaffe.", kinds=HELD, severity=Severity.NOTE)
def no_coffee(_: object) -> tuple[()]:
    """A meeting without coffee.

    Nobody thinks without ``coffee``.

    Fails (markdown):

        ```
        # Anteckningar
        ```

    Passes with least_days=7:

        Anteckningar

        Kaffe
    """
    return ()


PAGE = """\
# GR101 no-coffee

**Kaffe saknas** · *Kaffe saknas* · note, used by itself, for meetings that were held

A meeting without coffee.

Nobody thinks without `coffee`.

**What to do.** Koka kaffe.

*Koka kaffe.*

## Fails

````markdown
```
# Anteckningar
```
````

## Passes

With `least_days=7`:

```text
Anteckningar

Kaffe
```
"""


class TestPage:
    def test_tells_what_the_rule_says(self) -> None:
        """What it finds, why, what to do, and examples."""
        assert page(no_coffee) == PAGE

    def test_tells_when_it_is_used(self) -> None:
        """And for which documents."""
        summons: Rule = attrs.evolve(no_coffee, default=False, kinds=frozenset({Kind.SUMMONS, Kind.AGENDA}))
        assert "note, used only where it is selected, for agenda, summons" in page(summons)


class TestIndex:
    def test_lists_every_rule_by_its_family(self) -> None:
        """Each once, with its page; families without a rule are left out."""
        told = index(BUILT_IN)
        for one in BUILT_IN:
            assert told.count(f"[{one.code}]({one.code}.md)") == 1
        assert "| `present-and-absent` |" in told
        assert all(any(one.code.startswith(begin) for begin in FAMILIES) for one in BUILT_IN)
        assert "## MP3" not in index([one for one in BUILT_IN if one.code.startswith("MP1")])


class TestWrite:
    def test_writes_pages_and_takes_old_ones_away(self, tmp_path: Path) -> None:
        """As the module is run."""
        folder = tmp_path / "rules"
        write(folder, BUILT_IN[:1])
        (folder / "MP999.md").write_text("old", "utf-8")
        (folder / "other.md").write_text("mine", "utf-8")
        subprocess.run([sys.executable, "-m", "motesprotokoll.checks.pages", str(folder)], check=True)
        assert {one.name for one in folder.iterdir()} == {*pages(BUILT_IN), "other.md"}


def _documented(repository: Path) -> dict[str, str]:
    folder = repository / "docs" / "reference" / "rules"
    return {one.name: one.read_text("utf-8") for one in folder.glob("*.md")}


@pytest.mark.parametrize("name", sorted(pages(BUILT_IN)))
def test_the_documentation_is_up_to_date(repository: Path, name: str) -> None:
    """`make rules` writes it anew."""
    assert _documented(repository).get(name) == pages(BUILT_IN)[name]


def test_no_page_is_left_over(repository: Path) -> None:
    """Of a rule that is no more."""
    assert set(_documented(repository)) == set(pages(BUILT_IN))
