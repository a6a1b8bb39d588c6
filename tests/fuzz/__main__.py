"""Run the targets that are named, or all: each in a process of its own, with a clock for each input."""

import argparse
import os
import signal
import subprocess
import sys
import time
import traceback
from collections import deque
from pathlib import Path

from fuzz.mutating import Mutator
from fuzz.targets import TARGETS, Target

FAILURES = Path("fuzz-failures")
SECONDS_EACH = 10
"""Of one input. What takes longer is a hang."""
_MOST_FAILURES = 20
_PATIENCE = 60.0
"""How long a process may take besides its time; then something hangs that no signal ends."""


class HangError(BaseException):
    """An input that takes too long. No ``except Exception`` is to catch it."""


def main(words: list[str]) -> int:
    """1 if something failed."""
    told = _parser().parse_args(words)
    if told.again is not None:
        TARGETS[told.again.name.partition("-")[0]].check(told.again.read_bytes())
        return 0
    if told.child:
        return _fuzz(told.targets[0], told.seconds, told.seed)
    return _all(told.targets or list(TARGETS), told.seconds, told.jobs, told.seed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--jobs", type=int, default=2, help="how many targets at a time")
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    parser.add_argument("--again", type=Path, help="a file that failed")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    return parser


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


# ------------------------------------------------------------------------------------------------ all targets


def _all(names: list[str], seconds: float, jobs: int, seed: int) -> int:
    _say(f"seed {seed}; {seconds:g} seconds each")
    waiting, running, failed = deque(names), [], 0
    while waiting or running:
        while waiting and len(running) < jobs:
            running.append(_Running(waiting.popleft(), seconds, seed))
        running[0].wait(0.2)
        for one in [one for one in running if one.is_done()]:
            running.remove(one)
            failed += one.outcome() != 0
    return int(bool(failed))


class _Running:
    """A target in its process."""

    def __init__(self, name: str, seconds: float, seed: int) -> None:
        self.name = name
        words = ["--child", "--seconds", str(seconds), "--seed", str(seed), name]
        self.process = subprocess.Popen([sys.executable, "-m", "fuzz", *words])
        self.latest = time.monotonic() + seconds + _PATIENCE

    def wait(self, seconds: float) -> None:
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            if time.monotonic() > self.latest:
                self.process.kill()

    def is_done(self) -> bool:
        return self.process.poll() is not None or (self.wait(0) or self.process.poll() is not None)

    def outcome(self) -> int:
        """The status; what a process that died was working on is a failure."""
        under_way = _under_way(self.name)
        if self.process.returncode < 0 and under_way.exists():
            under_way.rename(FAILURES / f"{self.name}-killed-{os.getpid()}")
            _say(f"{self.name}: the process died ({self.process.returncode}), see {FAILURES}")
        under_way.unlink(missing_ok=True)
        if FAILURES.is_dir() and not any(FAILURES.iterdir()):
            FAILURES.rmdir()
        return self.process.returncode


# ------------------------------------------------------------------------------------------------ one target


def _under_way(name: str) -> Path:
    """Where the input stands that is being read, for the case that nobody lives to tell."""
    return FAILURES / f".{name}"


def _fuzz(name: str, seconds: float, seed: int) -> int:
    target = TARGETS[name]
    mutator = Mutator(seed, target.inputs(), [word.encode() for word in target.words])
    FAILURES.mkdir(exist_ok=True)
    problems: dict[str, Path] = {}
    done, start = 0, time.monotonic()
    with open(_under_way(name), "wb", buffering=0) as file:
        while time.monotonic() - start < seconds and len(problems) < _MOST_FAILURES:
            data = mutator.next()
            os.pwrite(file.fileno(), data, 0)
            os.ftruncate(file.fileno(), len(data))
            problem = _problem(target, data)
            done += 1
            if problem is not None and problem not in problems:
                problems[problem] = FAILURES / f"{name}-{seed}-{done}"
                problems[problem].write_bytes(data)
    rate = done / (time.monotonic() - start)
    _say(f"{name}: {done:,} inputs, {rate:,.0f} a second, {len(problems)} failures")
    for problem, path in problems.items():
        _say(f"  {path}: {problem}")
    return int(bool(problems))


def rate(name: str, seconds: float) -> float:
    """How many inputs a second a target takes, by a try of some seconds."""
    target = TARGETS[name]
    mutator = Mutator(1, target.inputs(), [word.encode() for word in target.words])
    done, start = 0, time.monotonic()
    while time.monotonic() - start < seconds:
        _problem(target, mutator.next())
        done += 1
    return done / (time.monotonic() - start)


def _problem(target: Target, data: bytes) -> str | None:
    """What is wrong with how *data* is taken, in a line; ``None`` where nothing is."""
    try:
        with _Clock():
            target.check(data)
    except (Exception, HangError) as error:  # noqa: BLE001 - that is what is sought
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}: {error!s:.300}"
    return None


class _Clock:
    """Ends what takes too long, where the system has such a clock."""

    def __enter__(self) -> None:
        if hasattr(signal, "setitimer"):
            signal.signal(signal.SIGALRM, _ring)
            signal.setitimer(signal.ITIMER_REAL, SECONDS_EACH)

    def __exit__(self, *_: object) -> None:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)


def _ring(*_: object) -> None:
    raise HangError(f"no end after {SECONDS_EACH} seconds")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
