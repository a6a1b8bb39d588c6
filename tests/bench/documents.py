"""What reading and rendering a document cost.

Every figure is the best of several rounds, so that another process on the machine disturbs it least. Reading
is given as a ratio to a floor measured beside it: one frozen attrs object for each line of the document.
"""

import timeit
from collections.abc import Callable
from pathlib import Path

import attrs

import motesprotokoll as mp
from motesprotokoll.extraction import Line

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
EXAMPLES = ROOT / "examples" / "anteckningar"
ROUNDS = 60
READ_GOAL = 20.0
RENDER_GOAL_MS = 2.0


@attrs.frozen
class SmallestLine:
    """The least that a frozen value can say of a line."""

    text: str
    number: int


def best_ms(call: Callable[[], object], times: int = 3) -> float:
    """The best mean over rounds, in milliseconds."""
    call()
    return min(timeit.repeat(call, number=times, repeat=ROUNDS)) / times * 1_000


def lines_of(data: bytes) -> list[Line]:
    """The floor: for each line the frozen attrs object that a reader makes of it, and nothing more."""
    return [Line(line, number, gap=False, page=1) for number, line in enumerate(data.decode().splitlines())]


def smallest_lines_of(data: bytes) -> list[SmallestLine]:
    """A lower floor: objects of two fields."""
    return [SmallestLine(line, number) for number, line in enumerate(data.decode().splitlines())]


def report(path: Path) -> None:
    """The figures of one document."""
    data = path.read_bytes()
    meeting = mp.read(data, format="text").meeting
    floor = best_ms(lambda: lines_of(data))
    least = best_ms(lambda: smallest_lines_of(data))
    reading = best_ms(lambda: mp.read(data, format="text"))
    print(f"{path.name}: {len(data)} bytes, {len(data.splitlines())} lines")
    print(
        f"  read        {reading:8.3f} ms   {reading / floor:6.1f} x one Line a line (goal {READ_GOAL:.0f})"
    )
    print(f"              {'':8}      {reading / least:6.1f} x the smallest object a line")
    for name in ("text", "markdown", "html"):
        rendering = best_ms(lambda name=name: mp.render(meeting, name))  # type: ignore[misc]
        print(f"  to {name:9}{rendering:8.3f} ms   (goal {RENDER_GOAL_MS:.0f} ms)")
        content = mp.render(meeting, name).content
        back = best_ms(lambda name=name, content=content: mp.read(content, format=name))  # type: ignore[misc]
        print(f"  and back    {back:8.3f} ms")
    dumping = best_ms(lambda: mp.dumps(meeting))
    text = mp.dumps(meeting)
    loading = best_ms(lambda: mp.loads(text))
    print(f"  JSON out    {dumping:8.3f} ms   in {loading:8.3f} ms   ({len(text)} characters)")


def main() -> None:
    """Every seed, or the examples where the seeds are not at hand."""
    print(f"\nReading and rendering: the best of {ROUNDS} rounds")
    for path in sorted(SEEDS.glob("*.txt")) or sorted(EXAMPLES.glob("*.txt")):
        report(path)
