"""Rules about items, decisions and actions: MP121 to MP129."""

from collections.abc import Iterator

from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model import ActionItem, AgendaItem, Decision, Meeting


def _items(agenda: tuple[AgendaItem, ...], above: str) -> Iterator[tuple[str, AgendaItem]]:
    for number, item in enumerate(agenda):
        where = f"{above}[{number}]"
        yield where, item
        yield from _items(item.items, f"{where}.items")


def empty_item(meeting: Meeting) -> Iterator[Finding]:
    """MP121: an agenda item that has neither a title nor anything below it."""
    for where, item in _items(meeting.agenda, "$.agenda"):
        if item.title is None and not item.body and not item.items:
            yield Finding("MP121", Severity.WARNING, "Punkten har varken rubrik eller text.", where)


def number_twice(meeting: Meeting) -> Iterator[Finding]:
    """MP122: two items of the agenda with the same number."""
    seen: set[str] = set()
    for index, item in enumerate(meeting.agenda):
        if item.number is None:
            continue
        number = item.number.rstrip(".)").casefold()
        if number in seen:
            yield Finding(
                "MP122",
                Severity.WARNING,
                "Numret {number} används för flera punkter.",
                f"$.agenda[{index}]",
                (("number", item.number),),
            )
        seen.add(number)


def wordless_decision(meeting: Meeting) -> Iterator[Finding]:
    """MP123: a decision that does not say what was decided."""
    for found in meeting.walk(Decision):
        block = found.block
        if isinstance(block, Decision) and not any(map(_says_something, (block.text, *block.clauses))):
            yield Finding("MP123", Severity.ERROR, "Beslutet saknar text.", str(found.place))


def _says_something(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def action_without_owner(meeting: Meeting) -> Iterator[Finding]:
    """MP124: something that is to be done, and nobody named who does it."""
    for found in meeting.walk(ActionItem):
        if isinstance(found.block, ActionItem) and not found.block.owners:
            yield Finding("MP124", Severity.WARNING, "Åtgärden saknar ansvarig.", str(found.place))


CONTENT_RULES = (empty_item, number_twice, wordless_decision, action_without_owner)
