"""A copy of somebody's own document with findings as comments where they belong, and nothing else changed."""

from typing import TYPE_CHECKING

from motesprotokoll.extras import lazily

if TYPE_CHECKING:
    from motesprotokoll.annotation.annotating import SHOWN_BY_WORD, annotate

__all__ = ["SHOWN_BY_WORD", "annotate"]

_MODULES = {"annotating": ("SHOWN_BY_WORD", "annotate")}
__getattr__, __dir__ = lazily(__name__, globals(), _MODULES, extra="docx")
