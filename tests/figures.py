"""How much is tested, in figures: ``make figures``."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from fuzz.__main__ import rate
from fuzz.targets import TARGETS
from hostile_files import SAMPLES

TESTS = Path(__file__).resolve().parent
THOROUGH = 10
"""How many times as many examples `make check` asks for as `make test`."""


class Collected:
    """What pytest finds, without running any of it."""

    def __init__(self) -> None:
        self.tests = self.examples = 0
        self.properties: set[object] = set()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        self.tests = len(items)
        for item in items:
            test = getattr(item, "obj", None)
            if hasattr(test, "hypothesis"):
                self.properties.add(test.hypothesis.inner_test)
                self.examples += test._hypothesis_internal_use_settings.max_examples


def collected() -> Collected:
    """The tests that `make check` runs."""
    found = Collected()
    words = [
        "--collect-only",
        "-qq",
        "--slow",
        "-n",
        "0",
        "-p",
        "no:cacheprovider",
        "--no-summary",
        str(TESTS),
    ]
    write, sys.stdout.write = sys.stdout.write, lambda text: len(text)  # type: ignore[method-assign]
    try:
        pytest.main(words, plugins=[found])
    finally:
        sys.stdout.write = write  # type: ignore[method-assign]
    return found


def main() -> int:
    """Print the figures."""
    found = collected()
    lines = [
        f"tests                  {found.tests:>8,}",
        f"properties             {len(found.properties):>8,}",
        f"examples of a build    {found.examples * THOROUGH:>8,}  at most; some strategies have fewer",
        f"hostile files          {len(SAMPLES):>8,}",
    ]
    for name, count in sorted(Counter(sample.format for sample in SAMPLES).items()):
        lines.append(f"  {name:<20} {count:>8,}")
    lines.append("fuzzed inputs a second")
    sys.stdout.write("\n".join(lines) + "\n")
    for name in TARGETS:
        sys.stdout.write(f"  {name:<20} {rate(name, 3):>8,.0f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
