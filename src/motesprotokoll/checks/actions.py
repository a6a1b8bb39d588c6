"""Rules about what people are to do: MP501 to MP599."""

from collections.abc import Iterator

from motesprotokoll.checks.rules import Told, rule, tell
from motesprotokoll.checks.subject import Subject


@rule(
    "MP501",
    "action-without-owner",
    title="Åtgärd utan ansvarig",
    advice="Skriv vem som ska göra det.",
)
def action_without_owner(subject: Subject) -> Iterator[Told]:
    """Something that is to be done, and nobody named who does it.

    What nobody has promised is seldom done.
    """
    for where, action in subject.actions:
        if not action.owners:
            yield tell("Åtgärden saknar ansvarig.", where)


ACTION_RULES = (action_without_owner,)
