"""Publishing: our PDF beside WeasyPrint's, our Word beside docxtpl's and python-docx's, in one run.

Every document is another one (`bench.shapes`), and each time goes from the meeting to the bytes of the file.
All write the same document before any goes on to the next, so that a busy machine is busy for all; a figure
is the median over the documents. Our PDF and Word files carry the meeting as data; the others' do not.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

import motesprotokoll as mp
from bench import peers, shapes
from bench.peers import Peer

DOCUMENTS = 24
PDFS = 1_000
MARKS = (100, 500, 1_000)
GOALS = {"pdf": 10.0, "docx": 5.0}
OURS = ("pdf", "docx", "html", "text", "markdown", "json")
THEIRS: dict[str, tuple[str, Callable[[], Peer]]] = {
    "WeasyPrint, PDF/UA-1": ("pdf", lambda: peers.weasyprint("pdf/ua-1")),
    "WeasyPrint, without tags": ("pdf", peers.weasyprint),
    "docxtpl": ("docx", peers.docxtpl),
    "python-docx": ("docx", peers.python_docx),
}
"""What each writes, and how it is made ready."""
_HINT = "it needs Pango: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


class Cost(NamedTuple):
    """What writing some documents cost: milliseconds and bytes, one of each for a document."""

    ms: list[float]
    sizes: list[int]


def available() -> tuple[dict[str, Peer], dict[str, str]]:
    """Those of the others that are installed and load; and why each of the rest does not."""
    found: dict[str, Peer] = {}
    missing: dict[str, str] = {}
    for name, (_, make) in THEIRS.items():
        try:
            found[name] = make()
        except ImportError as error:
            missing[name] = f"not installed ({error.name})"
        except OSError:
            missing[name] = _HINT
    return found, missing


def costs(meetings: Iterator[mp.Meeting], others: dict[str, Peer], documents: int) -> dict[str, Cost]:
    """What ours and *others* cost for each of so many *documents*; one more, which is not told, warms all."""
    found = {name: Cost([], []) for name in (*OURS, *others)}
    for meeting in islice(meetings, documents + 1):
        for name, cost in found.items():
            start = perf_counter()
            content = others[name](meeting) if name in others else mp.render(meeting, name).content
            cost.ms.append((perf_counter() - start) * 1e3)
            cost.sizes.append(len(content))
    return {name: Cost(cost.ms[1:], cost.sizes[1:]) for name, cost in found.items()}


def ratio(found: dict[str, Cost], name: str) -> float:
    """How many times longer one of the others takes than ours for the same format."""
    return median(found[name].ms) / median(found[THEIRS[name][0]].ms)


def _report(title: str, meetings: Iterator[mp.Meeting], others: dict[str, Peer]) -> None:
    found = costs(meetings, others, DOCUMENTS)
    print(f"{title}: the median of {DOCUMENTS} documents")
    print(f"  {'':26}{'ms':>8}{'bytes':>10}{'x ours':>8}{'goal':>6}")
    for name, cost in found.items():
        beside = f"{ratio(found, name):8.1f}{GOALS[THEIRS[name][0]]:6.0f}" if name in others else ""
        print(f"  {name:26}{median(cost.ms):8.2f}{median(cost.sizes):10.0f}{beside}")


# ------------------------------------------------------------------------------------------------ memory


def resident_mb() -> float:
    """The memory that this process holds now; where the system does not tell, the most that it ever held."""
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        import resource  # not on Windows, where nothing of this runs

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (2**20 if sys.platform == "darwin" else 2**10)
    return int(status.partition("VmRSS:")[2].split()[0]) / 2**10


def held(documents: int, marks: tuple[int, ...]) -> Iterator[tuple[int, float, float]]:
    """Write so many PDFs on this thread; at each of *marks*: how many, the memory, and the seconds so far."""
    start = perf_counter()
    for number, meeting in enumerate(islice(shapes.short_meetings(), documents), 1):
        mp.render(meeting, "pdf")
        if number in marks:
            yield number, resident_mb(), perf_counter() - start


def _report_memory() -> None:
    """In a process of its own, where nothing of the others is in memory."""
    print(f"{PDFS:,} PDFs on one thread, in a process of its own", flush=True)
    subprocess.run([sys.executable, "-m", "bench.publish"], check=False)


def _print_memory() -> None:
    found = list(held(PDFS, MARKS))
    for number, memory, seconds in found:
        print(f"  after {number:>5,}   {memory:6.1f} MB   {seconds:6.1f} s")
    print(f"  since the first {MARKS[0]}: {found[-1][1] - found[0][1]:+.1f} MB (goal: flat)")


def _versions() -> Iterator[str]:
    for name in ("typst", "weasyprint", "docxtpl", "python-docx"):
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}"


def main() -> None:
    """Short meetings, long ones, and the memory that many PDFs take."""
    others, missing = available()
    print(f"\nPublishing: {', '.join(_versions())}")
    for name, reason in missing.items():
        print(f"  {name} is left out: {reason}")
    _report("As long as the examples", shapes.short_meetings(), others)
    _report("As long as a whole day", shapes.long_meetings(), others)
    _report_memory()


if __name__ == "__main__":
    _print_memory()
