"""The contract of readers, renderers and rules, to run in the tests of whoever writes one. Ours pass it, too.

    from motesprotokoll.testing import check_renderer

    def test_my_renderer():
        check_renderer(MyRenderer())

Each check raises `AssertionError` with what is wrong in words, under ``python -O`` as well.
"""

from motesprotokoll.testing.readers import check_reader
from motesprotokoll.testing.renderers import check_renderer
from motesprotokoll.testing.rules import check_rule
from motesprotokoll.testing.samples import HOSTILE, PLAIN, sample_meeting, sample_outlines

__all__ = [
    "HOSTILE",
    "PLAIN",
    "check_reader",
    "check_renderer",
    "check_rule",
    "sample_meeting",
    "sample_outlines",
]
