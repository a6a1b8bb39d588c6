"""In the child process: a module is imported as a mutant, and only the tests that ran its line are run."""

import importlib.abc
import importlib.machinery
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest

from mutation.mutants import Mutant, mutated


class _Loader(importlib.machinery.SourceFileLoader):
    """Compiles the changed tree; what is kept in ``__pycache__`` is neither read nor written."""

    mutant: Mutant

    def get_code(self, fullname: str) -> CodeType:
        source = self.get_source(fullname)
        return compile(mutated(source or "", self.mutant), self.path, "exec", dont_inherit=True)


class Breaks(importlib.abc.MetaPathFinder):
    """Finds one module, and gives it the mutant's code."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> Any:
        if name != self.mutant.module:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is None or spec.origin is None:
            return None
        loader = _Loader(name, spec.origin)
        loader.mutant = self.mutant
        spec.loader = loader
        return spec


class Only:
    """Of the tests that pytest finds, those that are named, in that order."""

    def __init__(self, names: Sequence[str]) -> None:
        self.rank = {name: rank for rank, name in enumerate(names)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.rank), key=lambda item: self.rank[item.nodeid]
        )


class Durations:
    """What each test took, for the order in which a mutant meets them."""

    def __init__(self, path: Path) -> None:
        self.path, self.seconds, self.failed = path, dict[str, float](), list[str]()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        # A test that fails without a mutant would notice every mutant, and none.
        told = {name: cost for name, cost in self.seconds.items() if name not in self.failed}
        self.path.write_text(json.dumps({"seconds": told, "failed": self.failed}), "utf-8")


def run(mutant: Mutant | None, tests: Sequence[str]) -> int:
    """Pytest's status for these tests with the mutant, or with the code as it stands."""
    if mutant is not None:
        sys.meta_path.insert(0, Breaks(mutant))
    files = sorted({name.partition("::")[0] for name in tests})
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-n0", "--no-cov"]
    options += ["-W", "ignore:Module already imported so cannot be rewritten"]
    return int(pytest.main([*options, *files], plugins=[Only(tests)]))
