"""The catalogue in one language, and the two shapes that every part of a document uses."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import attrs

from motesprotokoll.messages import translate
from motesprotokoll.outline import Labelled, Note, Notes
from motesprotokoll.wording import note_words, words_of

T = TypeVar("T")


@attrs.frozen
class Words:
    """The catalogue in one language: how labels and notes are said."""

    language: str

    def label(self, key: str) -> str:
        return words_of(self.language)[key]

    def note(self, key: str, value: str = "") -> Note:
        return note_words(self.language)[key], value

    def given(self, **values: str | None) -> Notes:
        """A note for each value that is there, in the order of the arguments."""
        return tuple(self.note(key, value) for key, value in values.items() if value is not None)

    def word(self, table: Mapping[T, str], value: T) -> str:
        return translate(table[value], self.language)

    def __call__(self, message: str) -> str:
        return translate(message, self.language)


def field(key: str, text: str, words: Words, notes: Notes = ()) -> Labelled:
    return Labelled(words.label(key), (text,) if text else (), notes=notes, role="field")


def fields(words: Words, **values: str | None) -> Iterable[Labelled]:
    return (field(key, value, words) for key, value in values.items() if value is not None)
