"""Many meetings: what a register of them costs, in one process and two, and what searching them costs.

The meetings are invented notes as text, with words drawn as in a language: some are in every document, most
in few (Zipf's law). That matters: an index of random letters has only rare words, and of few words only
common ones. ``MEETINGS=10000 make bench BENCH=register`` takes so many meetings.
"""

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import cache
from itertools import accumulate, islice
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.publish import resident_mb
from motesprotokoll.register import Index, Record, Register, read_many

MEETINGS = 1_000
MANY = 10_000
GOAL_SECONDS, GOAL_RATIO = 60, 1.7
GOAL_DOCUMENTS, GOAL_MS = 500, 50
QUESTIONS = 200

_FIRST = (
    "arbets barn bibliotek bygg cykel djur drift elev energi farts fastighets fritids folkhälso granskning "
    "hälso hamn idrotts järnvägs klimat kommun kompetens kultur kvalitets kyl lantbruks livsmedels lokal "
    "lön medborgar medie miljö mobilitets natur närings omsorgs park personal planerings rekryterings "
    "resurs risk samhälls samverkans skatte skol skogs social stads ström tillsyns trafik trygghets "
    "upphandlings utbildnings vatten verksamhets vård väg ungdoms äldre"
)
_SECOND = (
    "ansvar arbete avgift avtal behov bidrag budget chef dag enhet forum fråga försörjning förvaltning "
    "förslag grupp gång hjälp insats inventering karta krav kurs ledning lokal lån mål möte nämnd nät "
    "ordning organisation plan policy program projekt rapport register resa rum råd samordning schema "
    "skola statistik stöd system tillsyn tjänst underlag utveckling utredning verksamhet vecka villkor "
    "vision värde yta ärende översikt"
)
_ENDINGS = ("", "en", "ens", "ar", "arna")
_SMALL = (
    "och att i det som på en för av är med till den har de inte om ett men var från nu så kan eller vid "
    "under efter också alla när ska över här mellan redan utan varje vi"
)
_BODIES = ("bibliotek", "stadsodling", "måltider", "fritidsgårdar", "vattenvård", "cykelvägar")
_PEOPLE = ("Ida Ek", "Bo Ask", "Eva Alm", "Åke Lind", "Tove Hed", "Ulf Berg", "Maj Sand", "Nils Fors")
_HOMES = ("Ängsholm", "Storvik", "Västanå", "Lindö", "Norrbygd", "Sjövalla")


_STEMS = 4_400
"""How many words are no compounds of those above: names, loans, and all that has no relatives."""


@cache
def vocabulary() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Some 30,000 words, the most common first, and the sums of their shares."""
    dice = Random(0)
    longer = [f"{stem}{end}" for stem in (*_compounds(), *_stems(dice)) for end in _ENDINGS]
    dice.shuffle(longer)
    words = tuple(dict.fromkeys([*_SMALL.split(), *longer]))
    return words, tuple(accumulate(1 / rank for rank in range(1, len(words) + 1)))


def _compounds() -> Iterator[str]:
    """Some words end many compounds, most of them few."""
    firsts = _FIRST.split()
    for place, second in enumerate(_SECOND.split()):
        for first in firsts[: max(4, round(len(firsts) / (1 + place / 8)))]:
            yield f"{first}{second}"


def _stems(dice: Random) -> Iterator[str]:
    for _ in range(_STEMS):
        parts = (
            dice.choice("bdfghjklmnprstv") + dice.choice("aeiouyåäö") for _ in range(dice.choice((2, 2, 3)))
        )
        yield f"{''.join(parts)}{dice.choice(('l', 'n', 'r', 's', 't', 'k', 'nd', 'rt', 'sk', 'lm'))}"


def _said(dice: Random, count: int) -> str:
    words, shares = vocabulary()
    text = " ".join(dice.choices(words, cum_weights=shares, k=count))
    return f"{text.capitalize()}."


def notes(number: int) -> str:
    """The notes of one invented meeting."""
    dice = Random(number)
    body = _BODIES[number % len(_BODIES)]
    day = f"{2010 + number // 300 % 20}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    people = dice.sample(_PEOPLE, 5)
    present = "\n".join(f"{name}, {home}" for name, home in zip(people, _HOMES, strict=False))
    items = "\n\n".join(_item(place, dice, people) for place in range(1, 7))
    return (
        f"Nätverket för {body}\n\nAnteckningar möte {day}, kl. 09.00–12.00\n\n"
        f"Plats: {dice.choice(_HOMES)}\n\nNärvarande\n{present}\n\n{items}\n\nAntecknat av:\n{people[0]}\n"
    )


def _item(place: int, dice: Random, people: list[str]) -> str:
    words, shares = vocabulary()
    title = dice.choices(words, cum_weights=shares, k=3)
    told = "\n".join(_said(dice, 12) for _ in range(6))
    decided = f"\n\nNätverket beslutar att {_said(dice, 6).lower()}" if place % 3 == 0 else ""
    promised = f"\n\n{people[1].split()[0]} återkommer med {_said(dice, 4).lower()}" if place == 4 else ""
    return f"{place}. {' '.join(title).capitalize()}\n{told}{decided}{promised}"


def written(folder: Path, count: int) -> list[Path]:
    """So many notes as files in *folder*."""
    files = [folder / f"mote{number:05}.txt" for number in range(count)]
    for number, file in enumerate(files):
        file.write_text(notes(number), encoding="utf-8")
    return files


# ------------------------------------------------------------------------------------------------ figures


def seconds(files: list[Path], processes: int) -> float:
    """How long a register of *files* takes, and its tables of decisions and open actions.

    Processes have read some files before: what starting them costs is the same for few files and many.
    """
    if processes == 1:
        return _seconds(files, None)
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as executor:
        assert list(read_many(files[: 8 * processes], executor=executor))
        return _seconds(files, executor)


def _seconds(files: list[Path], executor: Executor | None) -> float:
    start = perf_counter()
    register = Register.from_files(files, executor=executor)
    told = len(register.documents), len(register.decisions), len(register.open_actions)
    assert told[0] == len(files)
    assert min(told) > 0
    return perf_counter() - start


def held(files: list[Path]) -> Iterator[tuple[int, float]]:
    """Read *files* one by one and keep nothing; after each quarter: how many, and the memory."""
    quarters = {len(files) * part // 4 for part in range(1, 5)}
    for number, _ in enumerate(read_many(files), 1):
        if number in quarters:
            yield number, resident_mb()


def questions(count: int) -> list[str]:
    """What somebody asks: a word, two words, or a part of compounds; common words and rare ones."""
    dice = Random(1)
    words, shares = vocabulary()
    small = len(_SMALL.split())
    common = dice.choices(words[small:], cum_weights=shares[small:], k=count)
    asked = [*common, *_SECOND.split(), *(" ".join(dice.sample(common, 2)) for _ in range(count))]
    return dice.sample(asked, min(count, len(asked)))


def asked(index: Index, count: int) -> list[float]:
    """What each of so many questions costs, in milliseconds, sorted."""
    found = []
    for question in questions(count):
        start = perf_counter()
        index.find(question)
        found.append((perf_counter() - start) * 1e3)
    return sorted(found)


# ------------------------------------------------------------------------------------------------ report


def _report_register(files: list[Path]) -> None:
    one, two = seconds(files, 1), seconds(files, 2)
    print(f"A register of {len(files):,} meetings as text")
    for name, spent in (("one process", one), ("two processes", two)):
        print(f"  {name:14}{spent:8.1f} s   {len(files) / spent:7.0f} a second")
    print(f"  two are {one / two:.2f} times as fast as one (goal {GOAL_RATIO})")
    print(f"  {MANY:,} on two at this rate: {two / len(files) * MANY:.0f} s (goal {GOAL_SECONDS})")


def _report_memory(files: list[Path]) -> None:
    """In a process of its own, where nothing else is in memory."""
    print("Memory while records stream by, in a process of its own", flush=True)
    subprocess.run([sys.executable, "-m", "bench.register", str(files[0].parent)], check=False)


def _print_memory(folder: Path) -> None:
    found = list(held(sorted(folder.glob("*.txt"))))
    for number, memory in found:
        print(f"  after {number:>6,}   {memory:6.1f} MB")
    print(f"  since the first quarter: {found[-1][1] - found[0][1]:+.1f} MB (goal: flat)")


def _report_search(records: list[Record]) -> None:
    with Index() as index:
        start = perf_counter()
        index.add(records)
        spent = perf_counter() - start
        ms = asked(index, QUESTIONS)
    print(f"Search: {len(records):,} documents, in memory")
    print(f"  taken in: {len(records) / spent:.0f} documents a second (goal {GOAL_DOCUMENTS})")
    nearly = ms[len(ms) * 95 // 100]
    print(
        f"  a question: {median(ms):.1f} ms in the middle, {nearly:.1f} for 95 of 100, {ms[-1]:.1f} at most "
        f"(goal {GOAL_MS})"
    )


def main() -> None:
    """The register, the memory, and the search."""
    count = int(os.environ.get("MEETINGS", MEETINGS))
    print("\nRegister: invented notes with the words of a language")
    with TemporaryDirectory() as folder:
        files = written(Path(folder), count)
        _report_register(files)
        _report_memory(files)
        _report_search(list(islice(read_many(files), count)))


if __name__ == "__main__":
    _print_memory(Path(sys.argv[1]))
