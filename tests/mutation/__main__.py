"""``make mutate``: the rooms, with MUTANTS (a number a room, or all), SEED, WORDS=1, KEPT=1, AT=module:line.

Prints the score of each room and its survivors. It never fails: whether a survivor wants a test or is the
same program in other words is for a person to say, in ``tests/mutation/survivors.md``.
"""

# ruff: noqa: T201

import os
import random
import sys
from time import monotonic

from mutation import rooms
from mutation.mutants import Mutant
from mutation.running import Outcome, outcome_of

BUDGET = 10.0
"""Seconds of tests that a mutant meets at most, as they took without it."""
GOAL = 0.85


def sample(every: list[Mutant], size: str, seed: int) -> list[Mutant]:
    """So many of them by chance, or all; in the order of the text."""
    if size == "all" or int(size) >= len(every):
        return every
    return sorted(random.Random(seed).sample(every, int(size)), key=lambda one: (one.module, one.line))


def report(room: str, size: str, seed: int, again: bool) -> None:
    """One room: the share of mutants that a test notices, and those that none does."""
    words = bool(os.environ.get("WORDS"))
    every = rooms.mutants(room, words=words)
    chosen = sample(every, size, seed)
    if places := os.environ.get("AT"):
        chosen = [one for one in every if f"{one.module}:{one.line}".endswith(tuple(places.split(",")))]
    tests = rooms.kept(room) if again else rooms.measure(room)
    for name in tests.failed:
        print(f"  left out, since it fails without a mutant: {name}")
    start = monotonic()
    found: dict[Outcome, list[Mutant]] = {outcome: [] for outcome in Outcome}
    if (sound := outcome_of(None, sorted(tests.seconds, key=tests.seconds.__getitem__)[:50], BUDGET)) is not (
        Outcome.SURVIVED
    ):
        print(f"{room}: the tests do not pass without a mutant ({sound.value}), so nothing can be said")
        return
    for mutant in chosen:
        outcome = outcome_of(mutant, tests.of(mutant, BUDGET), BUDGET)
        found[outcome].append(mutant)
        if outcome in (Outcome.SURVIVED, Outcome.UNTESTED):
            print(f"  {outcome.value}: {mutant}", flush=True)
    noticed = len(found[Outcome.KILLED]) + len(found[Outcome.TIMED_OUT])
    share = noticed / len(chosen) if chosen else 1.0
    counts = ", ".join(f"{len(some)} {outcome.value}" for outcome, some in found.items())
    of = (
        f"{'words of tables' if words else f'goal {GOAL:.0%}'}; of {len(every):,} that there are, seed {seed}"
    )
    spent = monotonic() - start
    print(f"{room}: {share:.1%} of {len(chosen)} mutants noticed ({of}): {counts}; {spent:.0f} s", flush=True)


def main(names: list[str]) -> int:
    """Report on the named rooms, or all; 2 for a name that is none."""
    if unknown := sorted({*names} - {*rooms.ROOMS}):
        print(f"no room {', '.join(unknown)}: there are {', '.join(rooms.ROOMS)}", file=sys.stderr)
        return 2
    if not hasattr(os, "fork"):
        print("mutants run in forked processes, which this system has not", file=sys.stderr)
        return 0
    size, seed = os.environ.get("MUTANTS") or "60", int(os.environ.get("SEED") or 1)
    for room in names or rooms.ROOMS:
        report(room, size, seed, again=bool(os.environ.get("KEPT")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
