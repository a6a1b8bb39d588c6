"""What changed between two versions of a meeting: ``compare(old, new)``."""

from motesprotokoll.comparing.changes import Change, ChangeKind, Comparison, Side
from motesprotokoll.comparing.differences import compare
from motesprotokoll.comparing.rewording import Span, reworded

__all__ = ["Change", "ChangeKind", "Comparison", "Side", "Span", "compare", "reworded"]
