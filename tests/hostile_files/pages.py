"""Pages (HTML) and templates that nobody should write."""

from collections.abc import Callable

import motesprotokoll as mp
from everything import MEETING

OURS = mp.render(MEETING, "html").text


def _page(inner: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    """A page of somebody else."""
    return lambda: f"<!doctype html><html><body>{inner}</body></html>".encode(encoding, "surrogatepass")


def _ours(old: str, new: str) -> Callable[[], bytes]:
    """A page of ours in which something was changed."""
    assert old in OURS
    return lambda: OURS.replace(old, new).encode("utf-8", "surrogatepass")


MAIN = '<main data-part="outline">'
_TABLE = "<table><tr><td>"

PAGES: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "result"),
    "no more than a beginning": (lambda: b"<!doctype html", "result"),
    "words without elements": (lambda: b"Beslut: att spara", "result"),
    "elements within elements": (_page("<div>" * 20_000 + "x"), "result"),
    "lists within lists": (_page("<ul><li>" * 5_000 + "x"), "result"),
    "tables within tables": (_page(_TABLE * 3_000 + "x"), "result"),
    "quotes within quotes": (_page("<blockquote>" * 9_000 + "x"), "result"),
    "ends without beginnings": (_page("</div></p></table></body></html>" * 5_000), "result"),
    "a start that does not end": (_page('<a href="' + "x" * 90_000), "result"),
    "a comment that does not end": (_page("<!-- " * 9_000), "result"),
    "a script that does not end": (_page("<script>x</scrip" * 9_000), "result"),
    "many attributes": (_page("<p " + " ".join(f"a{number}=1" for number in range(20_000)) + ">x"), "result"),
    "one attribute many times": (_page("<p " + "class=a " * 30_000 + ">x"), "result"),
    "entities": (_page("&#0;&#xD800;&#x110000;&nonsense;&amp&lt" * 3_000), "result"),
    "a reference of ninety thousand figures": (_page("&#" + "9" * 90_000 + ";"), "result"),
    "declarations": (lambda: b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///x'>]><html>&b;</html>", "result"),
    "parts that are marked": (_page("<![CDATA[x]]><![if IE]>y<![endif]><![" * 3_000), "result"),
    "instructions": (_page("<?php echo 1 ?><?xml?><?" * 3_000), "result"),
    "scripts and styles": (
        _page("<script>alert(1)</script><style>*{}</style><svg onload=x>y</svg>"),
        "result",
    ),
    "hidden words": (_page('<p hidden>dolt</p><p style="display:none">dolt</p>'), "result"),
    "cells that span a billion": (_page('<table><tr><td colspan="1000000000" rowspan="-5">x'), "result"),
    "items numbered oddly": (
        _page('<ol start="9999999999999"><li value="x">a<li value="-1">b</ol>'),
        "result",
    ),
    "in UTF-16": (_page("Åsa", "utf-16"), "result"),
    "in another encoding than it says": (_page("<meta charset=utf-16>Åsa", "cp1252"), "result"),
    "surrogates": (_page("a\ud800b"), "result"),
    "NUL in the name of an element": (_page("<p\0q>x</p\0q><\0>"), "result"),
    "a million blanks": (_page("a" + " " * 900_000 + "b"), "result"),
    "one line too long": (_page("x" * 4_100_000), "LimitError"),
    "an image": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(90), "UnsupportedFormatError"),
    "ours, cut off": (lambda: OURS.encode()[: len(OURS) // 2], "result"),
    "ours, twice": (lambda: (OURS * 2).encode(), "result"),
    "ours, without its mark": (_ours('name="generator"', 'name="x"'), "result"),
    "ours, of another version": (_ours("motesprotokoll 1", "motesprotokoll 999999999999999999"), "result"),
    "ours, with two documents": (_ours(MAIN, MAIN + MAIN), "result"),
    "ours, deep": (_ours(MAIN, MAIN + "<ul><li>" * 3_000), "result"),
    "ours, with a level that is none": (_ours("<h2>", '<h2 data-level="99999999999999999999">'), "result"),
    "ours, with an item of no list": (_ours("<ul>", "<li>x</li><ul>"), "result"),
    "ours, with notes that do not end": (_ours("[angivet; id: b1]", "[angivet; [[ id: b1"), "result"),
    "ours, with a script more": (_ours(MAIN, MAIN + "<script>alert(1)</script>"), "result"),
    "ours, with words of somebody": (_ours("Mötet öppnades.", "Mötet </p>öppnades<p>."), "result"),
}
"""Each with what becomes of it: ``"result"``, or the name of the error."""

# None that only asks for much time or memory: `docs/explanation/security.md` says that nothing bounds it.
_TEMPLATE = "TemplateError"
_ERRORS = (
    "{% block %}",
    "{% for %}",
    "{{ ",
    "{{ nobody }}",
    "{{ 1 / 0 }}",
    "{{ [] | nonsense }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id') }}",
    "{{ self.__init__ }}",
    "{{ title.__class__.__base__.__subclasses__() }}",
    "{{ '{0.__class__}'.format(title) }}",
    "{{ nodes.append(1) }}",
    "{% do nodes.clear() %}",
    "{{ title | safe }}",
    "{% autoescape false %}{{ title }}{% endautoescape %}",
    "{% include 'x' %}",
    "{% include '../x' %}",
    "{% include '/etc/hostname' %}",
    "{% include 'minutes.html.j2' %}",
    "{% extends 'minutes.html.j2' %}",
    "{% extends 'standard/../../x' %}",
    "{% import 'os' as os %}",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
    "{% if 1 %}" * 5_000,
    "{{ range(10000000) }}",
    "{{ 1" + " + 1" * 20_000 + " }}",
    "\ud800{{",
)
_FINE = (
    "",
    "{{ title }}",
    "{% extends 'standard/minutes.html.j2' %}",
    "{% for node in nodes %}{{ node }}{% endfor %}",
    "{# <script>alert(1)</script> #}",
    "<script>{{ title }}</script>",
    "\ufeffx",
)
TEMPLATES: dict[str, tuple[Callable[[], bytes], str]] = {
    **{
        ascii(text[:40]): ((lambda text=text: text.encode("utf-8", "surrogatepass")), _TEMPLATE)
        for text in _ERRORS
    },
    **{ascii(text[:40]): ((lambda text=text: text.encode()), "result") for text in _FINE},
}
"""Each with what becomes of a page that is written by it."""
