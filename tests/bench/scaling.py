"""What cost grows with: the paragraphs of a document, and the number of documents, from 1 to 10,000.

A size is left out where the one before foretells that it takes longer than `PATIENCE`; ``PATIENCE=3600 make
bench BENCH=scaling`` takes all.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import motesprotokoll as mp
from bench.register import notes, written
from motesprotokoll.register import Index, Register, read_many

SIZES = (1, 10, 100, 1_000, 10_000)
PATIENCE = 20.0
"""Seconds for one figure."""
_REPEATED = 0.2
"""What takes less than so many seconds is taken three times, and the best counts."""


def meeting_of(paragraphs: int) -> mp.Meeting:
    """A meeting whose items say so many paragraphs, ten in each item."""
    said = [
        mp.Paragraph(f"Punkt {number} gås igenom och läggs till handlingarna.")
        for number in range(paragraphs)
    ]
    items = [
        mp.AgendaItem(f"Ärende {place + 1}", number=str(place + 1), body=said[place * 10 : place * 10 + 10])
        for place in range((paragraphs + 9) // 10)
    ]
    return mp.new_meeting(mp.Network("Nätverket för provning"), "2027-02-05 kl. 09.00–12.00", agenda=items)


def _prepared(paragraphs: int) -> dict[str, Callable[[], object]]:
    """Each piece of work over a meeting of so many paragraphs."""
    meeting = meeting_of(paragraphs)
    text, told = mp.render(meeting, "text").content, mp.dumps(meeting)
    found: dict[str, Callable[[], object]] = {
        "read text": lambda: mp.read(text, format="text"),
        "load JSON": lambda: mp.loads(told),
        "check": lambda: mp.check(meeting),
    }
    for name in ("text", "markdown", "html", "docx", "pdf"):
        found[f"write {name}"] = lambda name=name: mp.render(meeting, name)  # type: ignore[misc]
    return found


def seconds(call: Callable[[], object]) -> float | None:
    """What a call takes; None where the library refuses so much."""
    found = []
    for _ in range(3):
        start = perf_counter()
        try:
            call()
        except mp.MinutesError:
            return None
        found.append(perf_counter() - start)
        if found[0] > _REPEATED:
            break
    return min(found)


def by_size(
    prepared: Callable[[int], Mapping[str, Callable[[], object]]],
    sizes: tuple[int, ...] = SIZES,
    patience: float = PATIENCE,
) -> dict[str, list[float | None]]:
    """The seconds of each piece of work at each size; None where it is refused or would take too long."""
    found: dict[str, list[float | None]] = {}
    for place, size in enumerate(sizes):
        for name, call in prepared(size).items():
            before = found.setdefault(name, [None] * place)
            last = before[-1] if before else 0.0
            foretold = None if last is None else last * size / sizes[max(place - 1, 0)]
            waits = foretold is None or foretold > patience
            before.append(None if waits and place else seconds(call))
    return found


# ------------------------------------------------------------------------------------------------ documents


def _of_documents(folder: Path) -> Callable[[int], Mapping[str, Callable[[], object]]]:
    def prepared(count: int) -> Mapping[str, Callable[[], object]]:
        files = written(folder, count)
        return {
            "read": lambda: sum(1 for _ in read_many(files)),
            "a register, with its decisions": lambda: len(Register.from_files(files).decisions),
            "an index, and a question": lambda: _asked(files),
        }

    return prepared


def _asked(files: list[Path]) -> int:
    with Index() as index:
        index.add(islice(read_many(files), len(files)))
        return len(list(index.find("skola")))


# ------------------------------------------------------------------------------------------------ told


def markdown(found: Mapping[str, list[float | None]], sizes: tuple[int, ...], what: str) -> str:
    """A table: the milliseconds at each size, and how the cost of one grows from the first large size on."""
    head = "".join(f" {size:,} |" for size in sizes)
    lines = [f"| ms for so many {what} |{head} growth |", f"| --- |{' ---: |' * len(sizes)} ---: |"]
    for name, costs in found.items():
        told = "".join(f" {'–' if cost is None else f'{cost * 1e3:,.1f}'} |" for cost in costs)
        lines.append(f"| {name} |{told} {_growth(costs, sizes)} |")
    return "\n".join(lines)


def _growth(costs: list[float | None], sizes: tuple[int, ...]) -> str:
    """How many times the last size that was measured costs the one before, for each; 1 is linear."""
    known = [(size, cost) for size, cost in zip(sizes, costs, strict=True) if cost]
    if len(known) < 2:
        return ""
    (small, less), (large, more) = known[-2:]
    return f"{more / less / (large / small):.2f}"


def _parts() -> Iterator[str]:
    patience = float(os.environ.get("PATIENCE") or PATIENCE)
    yield (
        "Growth is what one costs at the largest size beside what it costs at the size before: 1 is linear, "
        f"less is better. A dash: refused, or foretold to take longer than {patience:g} s."
    )
    yield markdown(by_size(_prepared, SIZES, patience), SIZES, "paragraphs")
    with TemporaryDirectory() as folder:
        found = by_size(_of_documents(Path(folder)), SIZES, patience)
    yield markdown(found, SIZES, f"documents of {len(notes(1)):,} letters")


def report() -> str:
    """What the page shows of this section."""
    return "\n\n".join(_parts())
