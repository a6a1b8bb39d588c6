"""How Swedish abbreviations are written, and how they are often written instead.

Source: *Myndigheternas skrivregler* (Språkrådet, 8th ed. 2014, the chapter on abbreviations): a stop for
each word that was cut, no space within; "dvs." and "osv." may have one stop at the end; "ca" and "nr" lost
their middle and have none. The wrong forms are those that language pages of authorities and universities
warn of (Skellefteå, Mittuniversitetet, fritext.se: "skriv inte from, tom, bla").
"""

import re

_RUN_TOGETHER = """
    tex t.ex.; bla bl.a.; mfl m.fl.; mm m.m.; osv osv.; dvs dvs.; pga p.g.a.; mao m.a.o.; tom t.o.m.;
    from fr.o.m.; fom fr.o.m.; sk s.k.; fd f.d.; etc etc.; odyl o.d.; edyl e.d.
"""
RUN_TOGETHER = {
    wrong: right for wrong, _, right in (row.strip().partition(" ") for row in _RUN_TOGETHER.split(";"))
}
"""What is written without stops, and how it should be written."""

BEFORE_DATES = frozenset({"tom", "from", "fom"})
"""Those that are words or names, too ("tom", "from"): an abbreviation only before a day or a year."""

UNITS = frozenset({"mm"})
"""Those that are units, too."""
_STANDS_EMPTY = "är var varit vara står stod stå ligger låg blir blev blivit helt nästan länge"
_MEASURES = (
    "i per antal antalet många några få flera hundra tusen tio varje en till från och eller minst högst"
)
OTHER_AFTER = {"tom": frozenset(_STANDS_EMPTY.split()), "mm": frozenset(_MEASURES.split())}
"""Words after which these are no abbreviations: "står tom 2027" (empty), "i mm" (millimetres)."""

_IN_FULL = """
    t.ex. bl.a. m.fl. m.m. o.s.v. d.v.s. p.g.a. m.a.o. t.o.m. fr.o.m. s.k. f.d. f.n. f.ö. o.d. e.d.
"""

LAST_STOP_LOST = {one[:-1]: one for one in _IN_FULL.split()}
"""An abbreviation with all its stops but the last ("t.ex"), and how it should be written."""

SPACED = re.compile(
    r"(?<![\w.])(?:"
    + "|".join(r"\.? ".join(one[:-1].split(".")) for one in _IN_FULL.split())
    + r")(?![\w])\.?"
)
"""An abbreviation in parts: "t ex", "t. ex."."""
PARTS = frozenset(frozenset(one[:-1].split(".")) for one in _IN_FULL.split())
"""The parts of each."""

UNUSUAL_STOPS = re.compile(r"(?<![\w.])(?:kl(?= \d)|ca\.(?= )|nr\.(?= \d)|tel(?= \d))")
"""A stop too few or too many: "kl 9", "ca. 20"."""
UNUSUALLY_STOPPED = frozenset({"kl", "ca", "nr", "tel"})
"""The words of those."""


def in_parts(text: str, /) -> str:
    """An abbreviation that `SPACED` found, as it should be written.

    >>> in_parts("t ex"), in_parts("p. g. a.")
    ('t.ex.', 'p.g.a.')
    """
    return f"{text.rstrip('.').replace('.', '').replace(' ', '.')}."
