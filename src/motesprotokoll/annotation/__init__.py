"""A copy of somebody's own document with findings as comments where they belong, and nothing else changed."""

from motesprotokoll.annotation.annotating import SHOWN_BY_WORD, annotate

__all__ = ["SHOWN_BY_WORD", "annotate"]
