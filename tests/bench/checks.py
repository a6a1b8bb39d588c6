"""What checking costs: every rule of the library over many meetings, and each family by itself.

The meetings are the invented notes of `register`, read once; what reading costs is told there.
``MEETINGS=10000 make bench BENCH=checks`` takes so many.
"""

import os
import re
from time import process_time

import motesprotokoll as mp
from bench.register import notes
from motesprotokoll.checks import Subject, check, rules

MEETINGS = 1_000
GOAL_SECONDS = 2.0
EVERY = ("ALL",)
_TWICE = re.compile(r"\b(\w+)(?: \1\b)+", re.IGNORECASE)
"""Where a common word was drawn twice in a row: people do not write so, and a rule would tell of each."""


def meetings(count: int) -> list[mp.Meeting]:
    """So many invented meetings, as read from text."""
    return [mp.read_text(_TWICE.sub(r"\1", notes(number))).meeting for number in range(count)]


def seconds(checked: list[mp.Meeting], select: tuple[str, ...] | None = None) -> tuple[float, int]:
    """What it takes to check them with the rules that *select* names, and how many findings there are."""
    start = process_time()
    found = sum(len(check(meeting, select=select)) for meeting in checked)
    return process_time() - start, found


def families() -> list[str]:
    """The beginnings of the codes of the library: MP1, MP2 …"""
    return sorted({rule.code[:3] for rule in rules()})


def shared(checked: list[mp.Meeting]) -> float:
    """What it takes to look up what many rules ask for: the families share it."""
    start = process_time()
    for meeting in checked:
        subject = Subject(meeting)
        assert subject.passages is not None
        assert subject.vocabulary is not None
    return process_time() - start


def main() -> None:
    """All rules, those of the default set, and each family."""
    count = int(os.environ.get("MEETINGS", MEETINGS))
    checked = meetings(count)
    seconds(checked[:10], EVERY)  # what is compiled or looked up once
    print(f"\nChecking {count:,} meetings of some 3,900 letters, on one core")
    goal = GOAL_SECONDS * count / MEETINGS
    for name, select in (("every rule", EVERY), ("the default set", None)):
        spent, found = seconds(checked, select)
        print(f"  {name:16}{spent:7.2f} s   {found:,} findings (goal {goal:g} s)")
    print(f"  {'shared look-ups':16}{shared(checked):7.2f} s")
    for family in families():
        spent, found = seconds(checked, (family,))
        print(f"  {family:16}{spent:7.2f} s   {found:,} findings")
