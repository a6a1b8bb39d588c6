"""Rules about decisions: MP401 to MP499."""

from collections.abc import Iterator

from motesprotokoll.checks.rules import Told, rule, tell
from motesprotokoll.checks.subject import Subject
from motesprotokoll.findings import Severity


@rule(
    "MP401",
    "wordless-decision",
    title="Beslut utan text",
    advice="Skriv ut vad som beslutades.",
    severity=Severity.ERROR,
)
def wordless_decision(subject: Subject) -> Iterator[Told]:
    """A decision that does not say what was decided.

    The one thing that everybody looks for in minutes is missing.
    """
    for where, decision in subject.decisions:
        if not any(map(_says_something, (decision.text, *decision.clauses))):
            yield tell("Beslutet saknar text.", where)


def _says_something(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


DECISION_RULES = (wordless_decision,)
