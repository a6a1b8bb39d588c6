"""The one table: ours beside its peers and beside the floor, for one meeting in every format.

The meeting is as long as a whole day. The floor is the least that reading its text could be: its bytes
decoded, its lines split, one frozen object a line. All take turns within each round, so that a busy machine
is busy for all; a figure is the median over the rounds, of which what is slow has fewer.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from statistics import median
from time import perf_counter
from typing import NamedTuple

import motesprotokoll as mp
from bench import publish, reading, shapes
from bench.documents import lines_of
from bench.judging import read_ours
from bench.phrases import PHRASES
from motesprotokoll import swedish

Call = Callable[[], object]

ROUNDS = 31
ENOUGH_SECONDS, LEAST = 1.0, 3
OURS = "motesprotokoll"
FLOOR = "floor: one frozen object a line"


class Row(NamedTuple):
    """What a piece of work cost a library, in milliseconds; and how many times ours and the floor that is."""

    work: str
    by: str
    ms: float
    ours: float
    floor: float


def medians(calls: Mapping[str, Call], rounds: int = ROUNDS) -> dict[str, float]:
    """What each call costs in milliseconds; without those that fail. They take turns."""
    spent: dict[str, list[float]] = {}
    for name, call in calls.items():
        with suppress(Exception):  # whatever the others raise, the rest goes on
            call()  # it warms what there is to warm
            spent[name] = []
    for _ in range(rounds):
        for name, times in spent.items():
            if len(times) >= LEAST and sum(times) > ENOUGH_SECONDS * 1e3:
                continue
            start = perf_counter()
            calls[name]()
            times.append((perf_counter() - start) * 1e3)
    return {name: median(times) for name, times in spent.items()}


def table(rounds: int = ROUNDS) -> list[Row]:
    """All rows, the floor first."""
    meeting = next(shapes.long_meetings())
    data = mp.render(meeting, "text").content
    floors = medians(
        {
            "floor: bytes decoded": lambda: data.decode(),
            "floor: lines split": lambda: data.decode().splitlines(),
            FLOOR: lambda: lines_of(data),
        },
        rounds,
    )
    least = floors[FLOOR]
    found = [Row("the text as bytes", by, ms, float("nan"), ms / least) for by, ms in floors.items()]
    for work, calls in _works(meeting):
        costs = medians({FLOOR: lambda: lines_of(data), **calls}, rounds)  # as busy as for the others
        least = costs.pop(FLOOR)
        ours = costs.setdefault(OURS, float("nan"))
        found += [Row(work, by, ms, ms / ours, ms / least) for by, ms in costs.items()]
    return found


# ------------------------------------------------------------------------------------------------ works


def _works(meeting: mp.Meeting) -> Iterator[tuple[str, dict[str, Call]]]:
    for name in ("text", "markdown", "html"):
        data = mp.render(meeting, name).content
        yield f"read {name}", {OURS: lambda data=data, name=name: mp.read(data, format=name)}  # type: ignore[misc]
    yield "read Word", _reading(meeting, ".docx")
    yield "read PDF", _reading(meeting, ".pdf")
    others, _ = publish.available()
    for name in publish.OURS:
        calls: dict[str, Call] = {OURS: lambda name=name: mp.render(meeting, name)}  # type: ignore[misc]
        for by, write in others.items():
            if publish.THEIRS[by][0] == name:
                calls[by] = lambda write=write: write(meeting)  # type: ignore[misc]
        yield f"write {name}", calls
    text = mp.dumps(meeting)
    yield "load JSON", {OURS: lambda: mp.loads(text)}
    yield "check", {OURS: lambda: mp.check(meeting)}
    yield f"{len(PHRASES)} dates and times", _dates()
    yield "read a calendar", _calendar()


def _reading(meeting: mp.Meeting, suffix: str) -> dict[str, Call]:
    """Lines and words only, as the others give; and the whole meeting, from the file without its data."""
    data = mp.render(meeting, suffix.removeprefix("."), embed=False).content
    readers, _ = reading.available(suffix)
    first, *_ = reading.OURS[suffix]
    names = {first: OURS, "mp.read": f"{OURS}, the whole meeting"}
    return {names.get(by, by): lambda read=read: read(data) for by, read in readers.items()}  # type: ignore[misc]


def _dates() -> dict[str, Call]:
    calls: dict[str, Call] = {OURS: lambda: [read_ours(phrase) for phrase in PHRASES]}
    try:
        from bench import dates
    except ImportError:
        return calls
    for name, read in dates.READERS.items():
        if name != dates.OURS:
            calls[name] = lambda read=read: [_tried(read, phrase) for phrase in PHRASES]  # type: ignore[misc]
    return calls


def _tried(read: Callable[..., object], phrase: object) -> None:
    with suppress(Exception):  # a refusal takes its time, too
        read(phrase)


def _calendar() -> dict[str, Call]:
    """A year of a body that meets each month."""
    days = [swedish.parse_occasion(f"2027-{month:02}-05 kl. 09.00–12.00") for month in range(1, 13)]
    data = mp.render(mp.Schedule("Mötestider 2027", occasions=days), "ics").content
    calls: dict[str, Call] = {OURS: lambda: mp.read_schedule(data)}
    with suppress(ImportError):
        from icalendar import Calendar

        calls["icalendar, components only"] = lambda: Calendar.from_ical(data)
    with suppress(ImportError):
        import vobject

        calls["vobject, components only"] = lambda: vobject.readOne(data.decode())
    return calls


# ------------------------------------------------------------------------------------------------ told


def markdown(rows: list[Row]) -> str:
    """The rows as a table in Markdown."""
    lines = ["| work | by | ms | × ours | × floor |", "| --- | --- | ---: | ---: | ---: |"]
    work = ""
    for row in rows:
        ours = "" if row.ours != row.ours else f"{row.ours:.2f}"  # not a number is not itself
        told = row.work if row.work != work else ""
        figures = "failed | |" if row.ms != row.ms else f"{row.ms:.3f} | {ours} | {row.floor:.1f}"
        lines.append(f"| {told} | {row.by} | {figures} |")
        work = row.work
    return "\n".join(lines)


def report() -> str:
    """What the page shows of this section."""
    meeting = next(shapes.long_meetings())
    data = mp.render(meeting, "text").content
    told = f"One meeting of {len(data):,} bytes of text in {len(data.splitlines()):,} lines; the medians of "
    return f"{told}{LEAST} to {ROUNDS} rounds.\n\n{markdown(table())}"
