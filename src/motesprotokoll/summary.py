"""A meeting in a few lines: what the command line and notebooks show of it."""

from collections.abc import Iterable, Iterator
from functools import partial

import attrs

from motesprotokoll.findings import Finding, Severity
from motesprotokoll.messages import translate
from motesprotokoll.model import ActionItem, Decision, Meeting, Occasion
from motesprotokoll.wording import when_words

SEVERITIES = {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.NOTE: "upplysning"}
"""The Swedish word for each severity."""


@attrs.frozen
class Row:
    """One line of the summary: what it tells (``Plats``), and the fact."""

    label: str
    text: str


def title_of(meeting: Meeting) -> str:
    """What the meeting is called: its body, else its title, else the word for a meeting."""
    return meeting.body_name or meeting.title or meeting.kind_label or translate("Möte")


def when(occasion: Occasion | None, language: str = "sv") -> str | None:
    """Day and hours, as far as they are known."""
    if occasion is None:
        return None
    known = (occasion.dates, occasion.times)
    return _joined(when_words(one, language) for one in known if one) or None


def facts(meeting: Meeting, language: str = "sv") -> tuple[Row, ...]:
    """What is known of the meeting as a whole; nothing stands for what is not known."""
    t = partial(translate, language=language)
    following = meeting.next_meeting
    rows = (
        (t("Dokument"), meeting.kind_label),
        (t("Möte"), meeting.title if meeting.network else None),
        (t("Tid"), when(meeting.occasion, language)),
        (t("Plats"), meeting.place),
        (t("Deltagare"), _attendance(meeting, language)),
        (t("Antecknat av"), meeting.note_taker.name if meeting.note_taker else None),
        (t("Nästa möte"), _joined((when(following, language), following.place)) if following else None),
    )
    return tuple(Row(label, text) for label, text in rows if text)


def _joined(parts: Iterable[str | None]) -> str:
    return ", ".join(part for part in parts if part)


def _attendance(meeting: Meeting, language: str) -> str:
    t = partial(translate, language=language)
    groups = (
        (t("{count} närvarande"), meeting.present),
        (t("{count} övriga närvarande"), meeting.in_attendance),
        (t("{count} frånvarande"), meeting.absent),
    )
    return _joined(words.format(count=len(people)) for words, people in groups if people)


def summary(meeting: Meeting, findings: Iterable[Finding] = (), language: str = "sv") -> Iterator[str]:
    """The lines that tell what a meeting holds."""
    t = partial(translate, language=language)
    yield title_of(meeting)
    rows = facts(meeting, language)
    width = max((len(row.label) for row in rows), default=0) + 2
    for row in rows:
        yield f"  {row.label + ':':<{width}}{row.text}"
    yield from _section(t("Punkter"), (item.heading or t("(utan rubrik)") for item in meeting.agenda))
    yield from _section(t("Fattade beslut"), (decision_text(one) for one in meeting.decisions))
    yield from _section(t("Åtgärder"), (action_text(one) for one in meeting.actions))
    yield from _section(t("Att se över"), (finding_line(one, language) for one in findings))


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    shown = tuple(lines)
    if shown:
        yield ""
        yield f"{heading} ({len(shown)})"
        yield from (f"  {line}" for line in shown)


def decision_text(decision: Decision) -> str:
    """The decision's words with its att-satser behind."""
    return " ".join((*((decision.text,) if decision.text else ()), *decision.clauses))


def action_text(action: ActionItem) -> str:
    """The action's words with its owners behind."""
    return f"{action.text} ({', '.join(action.owners)})" if action.owners else action.text


def finding_line(finding: Finding, language: str = "sv") -> str:
    """A finding in one line: where, how serious, which, and what."""
    where = f"{finding.where}: " if finding.where else ""
    severity = translate(SEVERITIES[finding.severity], language)
    return f"{where}{severity} [{finding.code}] {finding.message_in(language)}"
