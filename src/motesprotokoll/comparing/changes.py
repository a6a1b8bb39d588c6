"""What has changed between two versions of a meeting, as values."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import attrs

from motesprotokoll.comparing.document import outline_of
from motesprotokoll.comparing.rewording import Span, reworded
from motesprotokoll.comparing.sentences import sentence_of, where_of
from motesprotokoll.comparing.spelling import spelled
from motesprotokoll.errors import quoted
from motesprotokoll.model import Meeting, Place
from motesprotokoll.outline import Outline


class ChangeKind(StrEnum):
    """Slag av ändring."""

    ADDED = "added"
    """Tillkommit."""
    REMOVED = "removed"
    """Utgått."""
    MOVED = "moved"
    """Flyttat: it stands elsewhere among its neighbours, or under another heading."""
    CHANGED = "changed"
    """Ändrat."""


_MIRRORED = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}


@attrs.frozen(repr=False)
class Side:
    """One side of a change: what stood there in one version of the meeting, and where."""

    value: object
    """The part that was added, removed or moved, or what the field that was changed holds."""
    place: Place
    headings: tuple[str, ...] = ()
    """The headings that stand above it, outermost first."""
    owner: object = None
    """What has the field that was changed; ``None`` for a part that was added, removed, moved or reworded."""


@attrs.frozen(repr=False, kw_only=True)
class Change:
    """Ändring: one thing that differs between two versions of a meeting.

    ``str()`` of it is the sentence for people.
    """

    kind: ChangeKind = attrs.field(kw_only=False)
    what: str = attrs.field(kw_only=False)
    """What has changed, or what has the field that has: ``"item"``, ``"decision"``, ``"participant"`` …"""
    field: str | None = None
    """The field that has changed, by its name in the model: ``"outcome"``; ``None`` for the whole thing."""
    old: Side | None = None
    new: Side | None = None
    across: tuple[str, ...] | None = None
    """The headings above the list that it came to or went from, in the version in which it does not stand."""

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings above it in the new version; where it is no more, those above what it stood among."""
        if self.new is None and self.across is not None:
            return self.across
        side = self.new or self.old
        return side.headings if side else ()

    @property
    def place(self) -> Place | None:
        """Where it stands in the new version; what was removed, in the old one."""
        side = self.new or self.old
        return side.place if side else None

    @property
    def before(self) -> str | None:
        """The words before, a line for each part; ``None`` if there was nothing."""
        return self.words_in("sv")[0]

    @property
    def after(self) -> str | None:
        """The words after; ``None`` if there is nothing any longer."""
        return self.words_in("sv")[1]

    def words_in(self, language: str) -> tuple[str | None, str | None]:
        """The words before and after. What has no words of its own is told in *language*."""
        was = self.old.value if self.old else None
        is_now = self.new.value if self.new else None
        return spelled(was, is_now, self.field, language)

    @property
    def rewording(self) -> tuple[Span, ...]:
        """The words before and after as one text, in which it is told what went and what came."""
        return reworded(self.before or "", self.after or "")

    @property
    def sentence(self) -> str:
        """What has changed, in Swedish, with the headings above it."""
        return self.sentence_in("sv")

    def sentence_in(self, language: str) -> str:
        """What has changed, in *language*, ``"sv"`` or ``"en"``, with the headings above it."""
        told = sentence_of(self, language)
        where = where_of(self)
        return f"{where}: {told}" if where else told

    def to_data(self, language: str = "sv") -> dict[str, Any]:
        """The change as plain values, for JSON. ``words`` tell the rewording, each with its sign."""
        before, after = self.words_in(language)
        return {
            "kind": self.kind.value,
            "what": self.what,
            "field": self.field,
            "old_place": str(self.old.place) if self.old else None,
            "new_place": str(self.new.place) if self.new else None,
            "headings": list(self.headings),
            "before": before,
            "after": after,
            "words": [[span.sign, span.text] for span in reworded(before or "", after or "")],
            "sentence": self.sentence_in(language),
        }

    @property
    def mirrored(self) -> "Change":
        """The change on the way back."""
        kind = _MIRRORED.get(self.kind, self.kind)
        return Change(kind, self.what, field=self.field, old=self.new, new=self.old, across=self.across)

    def __str__(self) -> str:
        return self.sentence

    def __repr__(self) -> str:
        return f"Change({self.kind.value!r}, {quoted(self.sentence, 120)})"


@attrs.frozen(repr=False)
class Comparison:
    """Jämförelse: two versions of a meeting, and what changed between them. True if anything did."""

    old: Meeting
    new: Meeting
    changes: tuple[Change, ...] = ()

    def outline(self, language: str | None = None) -> Outline:
        """The changes as a document: what `motesprotokoll.render` renders.

        Args:
            language: ``"sv"`` or ``"en"``; without it that of the new version, else Swedish.

        Raises:
            RenderError: There is no such language.
        """
        return outline_of(self, language)

    def to_data(self, language: str = "sv") -> list[dict[str, Any]]:
        """The changes as plain values, for JSON."""
        return [change.to_data(language) for change in self.changes]

    def __bool__(self) -> bool:
        return bool(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __repr__(self) -> str:
        return f"Comparison({len(self.changes)} changes)"
