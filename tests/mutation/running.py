"""A mutant's child process, and the clock that it runs under."""

import os
import resource
import signal
import sys
from collections.abc import Sequence
from enum import Enum
from time import monotonic, sleep

# What every child would load is loaded here once; nothing of the library, which the child loads as a mutant.
import attrs  # noqa: F401
import cattrs.preconf.json  # noqa: F401
import hypothesis.strategies  # noqa: F401
import jsonschema  # noqa: F401
import pytest

from mutation import child
from mutation.mutants import Mutant
from mutation.rooms import KEPT

# What Python compiles is kept for the next child, whatever the shell says; apart from what others keep.
sys.dont_write_bytecode = False
sys.pycache_prefix = str(KEPT / "compiled")

MEMORY = 4 << 30
_PATIENCE = 6.0
"""How often longer than without a mutant the tests may take on a busy machine, with what starting takes."""
_STARTING = 30.0


class Outcome(Enum):
    """What became of a mutant."""

    KILLED = "noticed"
    TIMED_OUT = "out of time"
    SURVIVED = "survived"
    UNTESTED = "run by no test"


def outcome_of(mutant: Mutant | None, tests: Sequence[str], budget: float) -> Outcome:
    """Run the tests in a child. Without a mutant they should all pass."""
    if not tests:
        return Outcome.UNTESTED
    pid = os.fork()
    if pid == 0:
        _child(mutant, tests, budget)
    return _judged(pid, _STARTING + _PATIENCE * budget)


def _child(mutant: Mutant | None, tests: Sequence[str], budget: float) -> None:
    """Never returns. Whatever a mutant prints is of no interest."""
    status = 1
    try:
        os.setsid()
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        seconds = int(_STARTING + 2 * budget)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        status = child.run(mutant, tests)
    finally:
        os._exit(status)


def _judged(pid: int, seconds: float) -> Outcome:
    end = monotonic() + seconds
    while monotonic() < end:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return _told(status)
        sleep(0.02)
    os.killpg(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return Outcome.TIMED_OUT


def _told(status: int) -> Outcome:
    if os.WIFSIGNALED(status):
        return (
            Outcome.TIMED_OUT if os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL) else Outcome.KILLED
        )
    # A module that cannot be imported any more, or tests that cannot be collected, are noticed too.
    survived = os.WEXITSTATUS(status) in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
    return Outcome.SURVIVED if survived else Outcome.KILLED
