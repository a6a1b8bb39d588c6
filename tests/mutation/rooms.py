"""The rooms whose tests are tried, where their tests stand, and which test ran which line."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from mutation.mutants import WORD, Mutant, mutants_of

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
KEPT = ROOT / "build" / "mutate"

ROOMS = {
    "model": ("tests/unit/model", "tests/property/test_model.py"),
    "swedish": (
        "tests/unit/swedish",
        "tests/property/test_swedish.py",
        "tests/property/test_sorting.py",
        "tests/property/test_free_days.py",
        "tests/property/test_attendance_rows.py",
    ),
    "serialisation": ("tests/unit/serialisation", "tests/property/test_json.py"),
    "interpret": (
        "tests/unit/interpret",
        "tests/property/test_interpret.py",
        "tests/property/test_composed.py",
    ),
    "checks": (
        "tests/unit/checks",
        "tests/property/test_checks.py",
        "tests/property/test_configuration.py",
        "tests/property/test_fixing.py",
    ),
}
"""Only a room's own tests count: that a test of the command line falls over some mutant says little."""


@dataclass
class Tests:
    """Which tests ran which lines of a room, and what each took."""

    lines: dict[str, dict[int, list[str]]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    """What fails without a mutant, and is left out."""

    def of(self, mutant: Mutant, budget: float) -> list[str]:
        """Those that ran the mutant's line, quickest first, for so many seconds together.

        The tests of a module of that name come next: what is kept in a cache, only the first of them ran.
        What runs while its module is imported, no test ran, so any of the room may notice it: first those
        that ran anything of that module.
        """
        lines = self.lines.get(mutant.module, {})
        ran = {*lines.get(mutant.line, ())}
        stem = mutant.module.rpartition(".")[2]
        named = {name for name in self.seconds if f"test_{stem}" in name.partition("::")[0]}
        if ran:
            return [*self._quickest(ran, budget), *self._quickest(named - ran, budget / 2)]
        near = {name for some in lines.values() for name in some} | named
        rest = {*self.seconds} - near
        return [*self._quickest(near, budget), *self._quickest(rest, budget / 2)]

    def _quickest(self, names: set[str], budget: float) -> list[str]:
        chosen, spent = list[str](), 0.0
        for name in sorted(names & self.seconds.keys(), key=lambda name: (self.seconds[name], name)):
            spent += self.seconds[name]
            if chosen and spent > budget:
                break
            chosen.append(name)
        return chosen


def modules(room: str) -> dict[str, str]:
    """The source of each module of a room, by its name."""
    found = {}
    for path in sorted((SOURCE / "motesprotokoll" / room).rglob("*.py")):
        name = ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
        found[name] = path.read_text("utf-8")
    return found


def mutants(room: str, *, words: bool = False) -> list[Mutant]:
    """All mutants of a room: of its code, or of the words of its tables."""
    every = (one for name, source in modules(room).items() for one in mutants_of(name, source))
    return [one for one in every if (one.kind == WORD) is words]


def measure(room: str) -> Tests:
    """Run the room's tests with a note of each line that each of them runs, and once more by the clock."""
    KEPT.mkdir(parents=True, exist_ok=True)
    data, durations, settings = (KEPT / f"{room}.{end}" for end in ("coverage", "json", "ini"))
    settings.write_text(f"[run]\nsource = motesprotokoll.{room}\ndata_file = {data}\n", "utf-8")
    data.unlink(missing_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tests")}
    for noted in ((str(settings), "-"), ("-", str(durations))):
        command = [sys.executable, "-m", "mutation.measuring", *noted, *ROOMS[room]]
        subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=False)
    return kept(room)


def kept(room: str) -> Tests:
    """What `measure` found the last time.

    Raises:
        FileNotFoundError: It was never measured.
    """
    from coverage import CoverageData

    found = Tests(**json.loads((KEPT / f"{room}.json").read_text("utf-8")))
    data = CoverageData(basename=str(KEPT / f"{room}.coverage"))
    data.read()
    for name in data.measured_files():
        module = ".".join(Path(name).relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
        found.lines[module] = {
            line: [context.rpartition("|")[0] for context in contexts if context]
            for line, contexts in data.contexts_by_lineno(name).items()
        }
    return found
