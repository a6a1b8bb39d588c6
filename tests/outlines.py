"""Outlines: small ones by hand; for property tests any canonical strings anywhere, the nasty above all."""

import re

from hypothesis import strategies as st

from motesprotokoll.model import Emphasis, Link
from motesprotokoll.model.text import canonical, to_content
from motesprotokoll.outline import (
    CELL_LOOKS,
    Entry,
    Grid,
    Heading,
    Labelled,
    Line,
    Listing,
    Node,
    Outline,
    Rule,
    Text,
)


def text(*content: object) -> Text:
    """A paragraph."""
    return Text(tuple(content))  # type: ignore[arg-type]


def listing(marker: str | None, *words: str) -> Listing:
    """A list of paragraphs with one sign."""
    return Listing(tuple(Entry((text(word),), marker) for word in words))


NASTY = re.findall(
    r"\S+",
    """
\\ \\\\ * ** *** _ __ ` `` ``` < > <> <a> <b>x</b> </p> <!-- --> --> <!-- --- -- - – — − • o ◦ · + # ## ######
= == === ~ ~~ ~~~ . .. ... .... 1. 1) 12. a) a. A. (1) [ ] [] [x] [x]: [x](y) ](y) ![x] ] ][ {x} { } | ||
|---| :-: :--- |a| & &amp; &lt; &#65; &copy &nbsp; : :: ; Datum: Datum Beslut: Plats x: x; y: ! ? " ' $ % ^ ~
/ // a:b http://x.se <http://x.se> mailto:a@b.se å ö ä Å 漢字 😀 \u0301 \u0338 \u200d \u00ad \u202e \u034f
\ufffd – −1 +46 0. 999. \\n \\* \\[ \\] {{ }} {{x}} {% x %} {# <script> onload="x" §
""",
)
SENTENCES = [
    "Datum: 2027-04-21",
    "kl. 09.00: start",
    "Vi enades om följande: allt",
    "Skrivet med motesprotokoll 1.",
    "Written with motesprotokoll 1.",
    "* * *",
    "- - -",
    "| a | b |",
    "1. Välkomna",
    "se [avtalet] <http://x.se> nu",
    "[x] <y>",
    "**Datum**: *[x]* hej",
    "<!-- Skrivet med motesprotokoll 1. -->",
    "a * b * c",
    "3 < 4 > 2",
    "rad ett och rad två och rad tre och rad fyra och rad fem - och o rad | sex och 7. rad sju ===== rad --",
]

words = st.one_of(
    st.sampled_from(NASTY),
    st.sampled_from(["mötet", "beslutar", "Ida", "Ek", "o", "att"]),
    st.text(max_size=4),
    st.text("\\*_`<>[](){}|&#!:;.-=~+ ao1", max_size=6),
)
strings = st.one_of(
    st.sampled_from(SENTENCES),
    st.builds(
        "".join,
        st.lists(st.builds(str.__add__, words, st.sampled_from([" ", " ", ""])), min_size=1, max_size=30),
    ),
    words,
).map(canonical)
some_strings = strings.filter(bool)
labels = st.one_of(st.sampled_from(["Datum", "Närvarande", "Beslut", "Bakgrund"]), some_strings)
addresses = st.one_of(
    st.sampled_from(
        ["https://example.org/a?b=c&d=e", "javascript:alert(1)", "//x", "mailto:a@b.se", "a/b", "#x"]
    ),
    some_strings,
)


@st.composite
def links(draw: st.DrawFn) -> Link:
    """Links, many of which show their address."""
    link = Link(draw(some_strings), draw(addresses))
    return Link(link.url, link.url) if draw(st.booleans()) else link


pieces = st.one_of(strings, links(), st.builds(Emphasis, some_strings, strong=st.booleans()))
contents = st.one_of(strings.map(to_content), st.lists(pieces, max_size=5).map(to_content))
notes = st.lists(st.tuples(some_strings, strings), max_size=3).map(tuple)
short_lines = st.lists(st.builds(Line, contents, notes), min_size=1, max_size=4).map(tuple)
markers = st.one_of(
    st.none(), st.sampled_from(["•", "o", "-", "–", "1.", "2.", "a)", "*", "+"]), some_strings
)
texts = st.builds(Text, contents)
looks = st.sampled_from([None, None, *sorted(CELL_LOOKS)])
empty_notes = st.just(())


def _below(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    many = st.lists(nodes, max_size=3).map(tuple)
    labelled = st.builds(
        Labelled,
        labels,
        st.one_of(st.just(()), contents),
        nodes=st.one_of(st.just(()), many),
        notes=st.one_of(st.just(()), notes),
    )
    with_lines = st.builds(
        Labelled,
        labels,
        lines=short_lines,
        nodes=st.one_of(st.just(()), many),
        notes=notes,
        role=st.sampled_from([None, None, None, "column", "legend"]),
    )
    return st.one_of(labelled, with_lines, listings(many), grids(st.one_of(st.just(()), many)), texts)


@st.composite
def listings(draw: st.DrawFn, many: st.SearchStrategy[tuple[Node, ...]]) -> Listing:
    """Lists of one sign, of rising numbers, or of any signs."""
    bodies = draw(st.lists(many, min_size=1, max_size=4))
    kind = draw(st.sampled_from(["one", "numbers", "any"]))
    if kind == "one":
        marker = draw(markers)
        return Listing(tuple(Entry(body, marker) for body in bodies))
    if kind == "numbers":
        start = draw(st.integers(0, 12))
        return Listing(tuple(Entry(body, f"{start + n}.") for n, body in enumerate(bodies)))
    return Listing(tuple(Entry(body, draw(markers)) for body in bodies))


@st.composite
def grids(draw: st.DrawFn, cells: st.SearchStrategy[tuple[Node, ...]]) -> Grid:
    """Tables, with any number of header rows; every other one of simple cells."""
    simple = st.one_of(st.just(()), st.builds(Text, contents, looks).map(lambda text: (text,)))
    cell = draw(st.sampled_from([simple, cells]))
    width = draw(st.integers(1, 3))
    rows = draw(st.lists(st.tuples(*[cell] * width), min_size=1, max_size=3))
    title = draw(st.one_of(st.none(), some_strings))
    role = draw(st.sampled_from([None, None, None, "month"]))
    return Grid(tuple(rows), draw(st.integers(0, len(rows))), title, role, draw(st.integers(0, width)))


inner_nodes = st.recursive(texts, _below, max_leaves=8)
headings = st.builds(Heading, some_strings, st.one_of(st.integers(1, 4), st.integers(1, 12)), notes)
top_nodes = st.one_of(headings, st.just(Rule()), inner_nodes)
outlines = st.builds(
    Outline, st.lists(top_nodes, max_size=6).map(tuple), title=strings, language=st.sampled_from(["sv", "en"])
)
