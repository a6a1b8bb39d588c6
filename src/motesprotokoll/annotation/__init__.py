"""A copy of somebody's own document with findings as comments where they belong, and nothing else changed."""

from motesprotokoll.annotation.annotating import annotate

__all__ = ["annotate"]
