"""Three hundred strings that somebody somewhere would take for more than words."""

from typing import Any, TypeVar

import attrs

T = TypeVar("T")

_BASE = (
    # HTML, scripts and styles
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "<!-- kommentar -->",
    "-->",
    "<![CDATA[x]]>",
    "]]>",
    "<?xml version='1.0'?>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
    "&b; &amp; &#60; &lt;",
    "javascript:alert(1)",
    "data:text/html,<b>x</b>",
    "expression(alert(1))",
    "url(https://exempel.se/x)",
    "{{ 7 * 7 }}",
    "{% include '/etc/passwd' %}",
    "{{ ''.__class__.__mro__ }}",
    "${7*7} #{7*7} <%= 7*7 %>",
    # Typst
    '#panic("x")',
    '#read("/etc/passwd")',
    "#set page(fill: red)",
    "*fet* _kursiv_ $x^2$ `rå`",
    "@källa <etikett>",
    "= Rubrik",
    "\\ \\u{41} ~ --- ---",
    "// kommentar /* och */",
    '#import "@preview/x:1.0.0"',
    # Word: fields, properties, parts
    '{ HYPERLINK "https://exempel.se" }',
    "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
    "</w:t></w:r></w:p>",
    "DDEAUTO c:\\windows\\system32\\cmd.exe",
    "_x0041_ _x000D_",
    '{ IF 1 = 1 "ja" "nej" }',
    "%PDF-1.7",
    "PK",
    "{\\rtf1 x}",
    # Markdown and our own text
    "# rubrik",
    "[ord](javascript:alert(1))",
    "![bild](x)",
    "| a | b |",
    "---",
    "> citat",
    "1. ett",
    "- [ ] att göra",
    "```",
    '<!-- list ["1."] -->',
    "Skrivet med motesprotokoll 1.",
    "Beslut: att allt",
    "Närvarande: alla",
    "* * *",
    "{§ 1} x",
    "[igenkänt]",
    "\\",
    # spreadsheets, shells, databases, formats of strings
    '=HYPERLINK("https://exempel.se")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+46 31 000 00 00",
    "'; DROP TABLE moten; --",
    "$(rm -rf ~) `id` ; ls | cat",
    "../../etc/passwd",
    "C:\\temp\\x CON NUL",
    "%s %n {0} {} %(a)s",
    "null None NaN true -0",
    # letters
    "å\u0308 A\u030a e\u0301",
    "שלום עולם",
    "مرحبا",
    "\u202etxet\u202c \u2066x\u2069",
    "Ⅷ ﬁ ½ ² ㎡ №",
    "日本語",
    "👩‍👩‍👧 🇸🇪 ✅",
    "a\u0300\u0301\u0302\u0303\u0304\u0305\u0306",
    "\ufeffx\u200by\u2028z\u0085å",
    "\ue000\U000f0000\U0010fffd",
    "x" * 2000,
)
STRINGS = tuple(
    string for base in _BASE for string in (base, f"{base} och", f"om {base} så", f"{base}{base}")
)


def filled(value: T, words: str) -> T:
    """*value* with *words* in place of every string in it, but for the language."""
    if type(value) is str:
        return words  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(filled(one, words) for one in value)  # type: ignore[return-value]
    if not attrs.has(type(value)):
        return value
    changed: dict[str, Any] = {
        field.name: filled(getattr(value, field.name), words)
        for field in attrs.fields(type(value))
        if field.name != "language" and field.init
    }
    return attrs.evolve(value, **changed)  # type: ignore[misc]
