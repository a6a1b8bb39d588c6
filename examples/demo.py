"""Read the example notes, say what was understood, and publish them: ``make demo``.

Give other files as arguments to try your own: ``python examples/demo.py my-notes.txt``. The published files
are left in the folder ``demo-output``.
"""

import sys
from pathlib import Path

import motesprotokoll as mp

EXAMPLES = sorted((Path(__file__).parent / "anteckningar").glob("*.txt"))
OUTPUT = Path("demo-output")
FORMATS = ("html", "docx", "pdf", "markdown", "text", "json")


def main(paths: list[Path]) -> None:
    OUTPUT.mkdir(exist_ok=True)
    for path in paths:
        reading = mp.read(path)
        tell(path, reading)
        publish(path.stem, reading.meeting)
    print(f"The published files are in the folder {OUTPUT}{'/'}")


def tell(path: Path, reading: mp.Reading) -> None:
    meeting = reading.meeting
    body = meeting.network.name if meeting.network else "(no body named)"
    print(f"{path.name}: {body}, {meeting.date or 'no date'}, {meeting.place or 'no place'}")
    present, more, absent = len(meeting.present), len(meeting.in_attendance), len(meeting.absent)
    print(f"  {present} present, {more} more, {absent} absent")
    for item in meeting.agenda:
        print(f"  {item.heading}")
    for decision in meeting.decisions:
        outcome = decision.outcome.value if decision.outcome else "outcome not said"
        text = " ".join([decision.text, *decision.clauses])
        print(f"  Decision ({outcome}): {text}")
    for action in meeting.actions:
        print(f"  Action for {', '.join(action.owners) or 'nobody named'}: {action.text}")
    if meeting.schedule:
        days = ", ".join(str(occasion.dates) for occasion in meeting.schedule.occasions)
        print(f"  Schedule {meeting.schedule.year}: {days}")
    if meeting.next_meeting:
        following = meeting.next_meeting
        print(f"  Next meeting: {following.dates}, {following.place or 'place not said'}")
    for finding in reading.findings:
        print(f"  ! {finding}")
    print()


def publish(name: str, meeting: mp.Meeting) -> None:
    for format_name in FORMATS:
        page = mp.render(meeting, format_name)
        mp.write(page, OUTPUT / f"{name}{page.suffix}", overwrite=True)
        # What was published reads back as the same meeting: the minutes are the record.
        assert mp.read(page).meeting == meeting
    for suffix in (".html", ".pdf"):
        mp.write(meeting, OUTPUT / f"{name}-beslut{suffix}", view="decisions", overwrite=True)
    mp.write(meeting, OUTPUT / f"{name}-mall.docx", view="notes_template", overwrite=True)


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]] or EXAMPLES)
