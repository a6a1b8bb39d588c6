"""Rules about what is missing: MP101 to MP199."""

from collections.abc import Iterator

from motesprotokoll.checks.rules import Told, rule, tell
from motesprotokoll.checks.subject import Subject


@rule(
    "MP101",
    "empty-item",
    title="Punkt utan rubrik och text",
    advice="Skriv vad punkten handlar om, eller stryk den.",
)
def empty_item(subject: Subject) -> Iterator[Told]:
    """An agenda item that has neither a title nor anything below it.

    It is often left over from a template, and the reader wonders what was deleted.
    """
    for where, item in subject.items:
        if item.title is None and not item.body and not item.items:
            yield tell("Punkten har varken rubrik eller text.", where)


@rule(
    "MP102",
    "number-twice",
    title="Samma nummer på två punkter",
    advice="Numrera om, så att en hänvisning bara kan avse en punkt.",
)
def number_twice(subject: Subject) -> Iterator[Told]:
    """Two items of the agenda with the same number.

    Later minutes refer to "punkt 4", and must mean one thing.
    """
    seen: set[str] = set()
    for index, item in enumerate(subject.meeting.agenda):
        if item.number is None:
            continue
        number = item.number.rstrip(".)").casefold()
        if number in seen:
            yield tell("Numret {number} används för flera punkter.", f"$.agenda[{index}]", number=item.number)
        seen.add(number)


COMPLETENESS_RULES = (empty_item, number_twice)
