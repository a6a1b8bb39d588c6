"""Read notes, confirm the decisions that were recognised, and publish the result as a page."""

import sys
from pathlib import Path

import attrs

import motesprotokoll as mp

SOURCE = Path(__file__).parent / "anteckningar" / "biblioteksutveckling-2027-03-12.txt"


def confirmed(meeting: mp.Meeting) -> mp.Meeting:
    """The meeting with every decision confirmed, as after a person has looked at each."""
    for found in meeting.walk(mp.Decision):
        meeting = meeting.replace(found, attrs.evolve(found.block, basis=mp.Basis.CONFIRMED))
    return attrs.evolve(meeting, status=mp.Status.FINAL)


def main(target: Path) -> None:
    meeting = confirmed(mp.read(SOURCE).meeting)
    mp.write(meeting, target, overwrite=True)
    print(f"{len(meeting.decisions)} decisions confirmed; the page is {target.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "anteckningar.html"))
