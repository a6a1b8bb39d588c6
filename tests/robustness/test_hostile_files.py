"""The hostile files: each gives what is expected of it, in bounded time and memory, and nothing else."""

import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from hostile_files import FORMATS, SAMPLES, Sample, error_of
from timing import SLOWER

SECONDS = 6.0 * SLOWER
"""Of the processor for one file, on a machine that others use; of them all, the most takes about two."""
MIB = 1024 * 1024
MOST_MEMORY = 256 * MIB


def everyday() -> list[object]:
    """One in twelve every time, all of them when there is time."""
    return [
        pytest.param(sample, id=str(sample), marks=[pytest.mark.slow] if place % 12 else [])
        for place, sample in enumerate(SAMPLES)
    ]


def test_there_are_enough() -> None:
    """Of each kind of file, some; and none under the name of another."""
    assert len(SAMPLES) >= 250
    assert len({str(sample) for sample in SAMPLES}) == len(SAMPLES)
    assert min(Counter(sample.format for sample in SAMPLES)[name] for name in FORMATS) >= 15


@pytest.mark.parametrize("sample", everyday())
def test_gives_what_is_expected(sample: Sample, tmp_path: Path) -> None:
    """A result, or the error that is named; never another exception, and never for long."""
    content = sample.make()
    start = time.process_time()
    error = error_of(sample.format, content, tmp_path)
    assert time.process_time() - start < SECONDS
    assert sample.fits(error), f"{error!r} instead of {sample.outcome}"
    assert len(str(error)) <= 2_000


CHILD = """
import sys, tempfile
from pathlib import Path
from hostile_files import SAMPLES, error_of
PEAK = "/proc/self/status"  # what getrusage tells, a child inherits from its parent
def peak():
    with open(PEAK) as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) * 1024
format_name = sys.argv[1]
made = [(sample.name, sample.make()) for sample in SAMPLES if sample.format == format_name]
before = peak()
with tempfile.TemporaryDirectory() as folder:
    for name, content in made:
        error_of(format_name, content, Path(folder))
        print(peak() - before, name, sep="|")
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much memory a process has had")
@pytest.mark.parametrize("format_name", [name for name in FORMATS if name != "pdf"])
def test_takes_little_memory(format_name: str) -> None:
    """All of a format one after another, in a process of their own; that of PDF has a ceiling anyway."""
    # Measuring which lines run would take longer than to run them.
    alone = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    alone["PYTHONPATH"] = str(Path(__file__).resolve().parents[1])
    done = subprocess.run(
        [sys.executable, "-c", CHILD, format_name], env=alone, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    told = [line.split("|", 1) for line in done.stdout.splitlines()]
    assert len(told) == sum(sample.format == format_name for sample in SAMPLES)
    assert [(name, int(peak) // MIB) for peak, name in told if int(peak) > MOST_MEMORY][:3] == []
