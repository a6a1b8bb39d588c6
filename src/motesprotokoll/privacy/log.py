"""The log of a redaction: what was taken away, where and why, and never what it said."""

import json
from collections.abc import Iterable

import attrs

from motesprotokoll.messages import translate
from motesprotokoll.privacy.masks import kind_word

RULES = {
    "form": "formen säger vad det är",
    "doubtful": "det ser ut som ett sådant nummer, men kontrollsiffran stämmer inte eller saknas",
    "address": "en länk som innehöll uppgiften",
    "field": "fältet är till för sådana uppgifter",
    "identity": "en identitet som innehöll uppgiften",
    "full-name": "hela namnet på en person som ska skyddas",
    "alias": "ett annat namn på en person som ska skyddas",
    "part-of-name": "en del av namnet, och ingen annan kan vara den som menas",
    "whole": "uppgifterna går inte att skilja från texten runt om",
}
"""Why something was taken away."""
_LINE = "{where}: {kind}, {count} st ({rule})"


@attrs.frozen
class LogEntry:
    """Loggpost: what was taken away at one place, by one rule."""

    kind: str
    """A `motesprotokoll.swedish.PersonalData`, or ``"person"``."""
    where: str
    """The place in the meeting: ``$.agenda[3].body[1].content``."""
    rule: str
    """One of the keys of ``RULES``."""
    count: int = 1
    """How many times."""

    def message_in(self, language: str) -> str:
        """The entry in words."""
        rule = translate(RULES[self.rule], language)
        line = translate(_LINE, language)
        return line.format(where=self.where, kind=kind_word(self.kind, language), count=self.count, rule=rule)

    @property
    def message(self) -> str:
        """The entry in Swedish words."""
        return self.message_in("sv")


def counted(entries: Iterable[LogEntry]) -> tuple[LogEntry, ...]:
    """*entries* with those of one kind, place and rule as one, in their order."""
    found: dict[tuple[str, str, str], int] = {}
    for one in entries:
        key = (one.kind, one.where, one.rule)
        found[key] = found.get(key, 0) + one.count
    return tuple(LogEntry(*key, count) for key, count in found.items())


def log_to_json(log: Iterable[LogEntry]) -> str:
    """The log as JSON, to be kept with the decision to publish."""
    rows = [attrs.asdict(one) for one in log]
    return json.dumps({"format": "motesprotokoll-redaction", "version": 1, "log": rows}, indent=2) + "\n"
