"""What keeps account while a document of ours is read: the words that became structure, and the notes."""

from datetime import date
from typing import Any

from motesprotokoll.errors import MinutesError
from motesprotokoll.outline import Notes
from motesprotokoll.wording import note_keys, value_of


class Ledger:
    """The words that became structure, in the document's order."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def keep(self, *words: str) -> None:
        """Enter words, in the order in which they stand."""
        self.words.extend(word for word in words if word)


class NoteReader:
    """The notes of one line by key. Reading one enters its words in the ledger."""

    def __init__(self, notes: Notes, ledger: Ledger) -> None:
        self._notes = [(note_keys().get(word), word, value) for word, value in notes]
        self._ledger = ledger

    def __contains__(self, key: str) -> bool:
        return any(key == known for known, _, _ in self._notes)

    def all(self, key: str) -> tuple[str, ...]:
        """The values of every note with this key."""
        found = [(word, value) for known, word, value in self._notes if known == key]
        for word, value in found:
            self._ledger.keep(word, value)
        return tuple(value for _, value in found)

    def get(self, key: str) -> str | None:
        """The value of the last note with this key."""
        values = self.all(key)
        return values[-1] if values else None

    def flag(self, key: str) -> bool:
        """Whether there is a note with this key."""
        return self.get(key) is not None

    def value(self, key: str, table: Any) -> Any:
        """The enumerated value that a note names."""
        word = self.get(key)
        return None if word is None else named_value(table, word)

    def day(self, key: str) -> date | None:
        """The day that a note names."""
        day: date | None = or_none(date.fromisoformat, self.get(key))
        return day

    def count(self, key: str) -> int | None:
        """The whole number that a note names."""
        text = self.get(key)
        return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 4300 else None


def or_none(convert: Any, text: str | None) -> Any:
    """What *convert* makes of *text*, or ``None`` where it can make nothing of it."""
    try:
        return None if text is None else convert(text)
    except (ValueError, MinutesError):
        return None


def named_value(table: Any, word: str) -> Any:
    """The enumerated value that *word* names in *table*, or ``None``."""
    try:
        return value_of(table, word)
    except KeyError:
        return None
