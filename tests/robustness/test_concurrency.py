"""Many at a time: threads, whoever is first, and processes that share nothing give the same bytes."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest

import motesprotokoll as mp
from everything import MEETING

TESTS = Path(__file__).resolve().parents[1]
FORMATS = ("text", "markdown", "html", "docx", "json")

THREADS = """
import hashlib, sys, threading
sys.path.insert(0, sys.argv[1])
import motesprotokoll as mp
from everything import MEETING
FORMATS, THREADS, TIMES = sys.argv[2].split(","), int(sys.argv[3]), int(sys.argv[4])
gate = threading.Barrier(THREADS)
found, failed = set(), []

def work():
    try:
        gate.wait()
        for number in range(TIMES):
            name = FORMATS[number % len(FORMATS)]
            content = mp.render(MEETING, name).content
            found.add((name, hashlib.sha256(content).hexdigest()))
            if number % 50 == 0 and name != "pdf":
                assert mp.read(content, format=name).meeting.title == MEETING.title
    except BaseException as error:
        failed.append(repr(error))

threads = [threading.Thread(target=work) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(*failed, *sorted(f"{name} {digest}" for name, digest in found), sep="\\n")
"""


def digest(meeting: mp.Meeting, format_name: str) -> str:
    """The format and what its bytes come to, as the threads print it."""
    return f"{format_name} {hashlib.sha256(mp.render(meeting, format_name).content).hexdigest()}"


def in_threads(formats: tuple[str, ...], threads: int, times: int) -> list[str]:
    """What threads of a new process print, all of which begin at once, with nothing loaded yet."""
    alone = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    words = [sys.executable, "-c", THREADS, str(TESTS), ",".join(formats), str(threads), str(times)]
    done = subprocess.run(words, env=alone, capture_output=True, text=True, check=True)
    return done.stdout.split("\n")[:-1]


@pytest.mark.parametrize(
    ("formats", "threads", "times"),
    [
        (FORMATS, 8, 5),
        pytest.param(FORMATS, 16, 500, marks=pytest.mark.slow),
        pytest.param(("pdf",), 8, 10, marks=pytest.mark.slow),
    ],
)
def test_threads_give_the_same_bytes(formats: tuple[str, ...], threads: int, times: int) -> None:
    """Each format once, whoever was first to load what it needs."""
    assert in_threads(formats, threads, times) == sorted(digest(MEETING, name) for name in formats)


@pytest.mark.slow
def test_processes_give_the_same_bytes() -> None:
    """A pool of processes that are spawned: the meeting goes there as a pickle."""
    wanted = [name for name in (*FORMATS, "pdf", "ics") for _ in range(20)]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        told = list(pool.map(partial(mp.render, MEETING), wanted))
    assert told == [mp.render(MEETING, name) for name in wanted]
