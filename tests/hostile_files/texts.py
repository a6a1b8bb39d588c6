"""Texts and Markdown that nobody should write: odd encodings, odd signs, and much of everything."""

from collections.abc import Callable

WORDS = "Närvarande\nÅsa Öberg, Ale\n\n1. Budget\nStyrelsen beslutar att köpa fyra stolar.\n"
NOTES = f"Anteckningar från möte 2027-02-05\n\n{WORDS}"
MIB = 1024 * 1024
BINARY = "UnsupportedFormatError"
OTHERS = {
    "a PNG image": b"\x89PNG\r\n\x1a\n" + bytes(90),
    "a JPEG image": b"\xff\xd8\xff\xe0" + bytes(90),
    "a GIF image": b"GIF89a" + bytes(90),
    "a TIFF image": b"II*\x00" + bytes(90),
    "a compressed file": b"\x1f\x8b\x08" + bytes(90),
    "an archive": b"7z\xbc\xaf\x27\x1c" + bytes(90),
    "a program": b"\x7fELF" + bytes(90),
    "RTF": b"{\\rtf1 Hej}",
    "a zip archive": b"PK\x03\x04" + bytes(90),
    "old Word": b"\xd0\xcf\x11\xe0\xa1\xb1" + bytes(90),
}


def _item(words: str) -> Callable[[], bytes]:
    """Notes with *words* under their only item."""
    return lambda: f"{NOTES}{words}\n".encode("utf-8", "surrogatepass")


def _data(data: bytes) -> Callable[[], bytes]:
    return lambda: data


ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1252",
    "mac-roman",
    "cp850",
    "cp500",
)

TEXTS: dict[str, tuple[Callable[[], bytes], str]] = {
    **{f"in {name}": (_data(NOTES.encode(name)), "result") for name in ENCODINGS},
    "in UTF-8 twice": (_data(NOTES.encode().decode("latin-1").encode()), "result"),
    "in two encodings": (_data(NOTES.encode() + NOTES.encode("cp1252")), "result"),
    "in UTF-8 with a byte that is none": (_data(NOTES.encode() + b"\xff"), "result"),
    "cut in a letter": (_data(NOTES.encode()[:-1] + "å".encode()[:1]), "result"),
    "half a unit of UTF-16": (_data(NOTES.encode("utf-16")[:-1]), "result"),
    "overlong UTF-8": (_data(NOTES.encode() + b"\xc0\xaf\xe0\x80\xaf"), "result"),
    "surrogates in UTF-8": (_item("a\ud800b"), "result"),
    "nothing": (_data(b""), "result"),
    "only a byte order mark": (_data(b"\xef\xbb\xbf"), "result"),
    "only a byte order mark of UTF-16": (_data(b"\xff\xfe"), "result"),
    "only blanks": (_data(b" \r\n\t\n" * 500), "result"),
    "only NUL": (_data(bytes(1_000)), BINARY),
    "all bytes": (_data(bytes(range(256)) * 40), BINARY),
    "NUL in a word": (_item("bi\0fall"), "result"),
    "nothing but controls": (_item("".join(map(chr, range(1, 32)))), BINARY),
    "escapes of terminals": (_item("\x1b[2J\x1b]0;x\x07\x9b31m"), "result"),
    "signs that turn the text": (_item("\u202e\u2066\u2067\u202d" * 500), "result"),
    "signs without width": (_item("B\u200be\u200cs\u200dl\ufeffu\u2060t: ja"), "result"),
    "tag characters": (_item("".join(map(chr, range(0xE0000, 0xE0080)))), "result"),
    "noncharacters": (_item("\ufffe\uffff\U0001ffff\U0010ffff\ufdd0"), "result"),
    "letters of other alphabets that look alike": (_item("Веslut: att köpa stolar"), "result"),
    "figures of other scripts": (_item("§ ١ Möte ²⁰²⁷-０２-０５ kl. १८.३०"), "result"),
    "decomposed letters": (_item("A\u030asa O\u0308berg beslo\u0308t"), "result"),
    "a million marks on one letter": (_item("e" + "\u0301\u0316" * 450_000), "result"),
    "every line ending": (_data(NOTES.replace("\n", "\r").encode() + NOTES.encode() + b"\r\n\n\r"), "result"),
    "separators of Unicode": (_item("a\u2028b\u2029c\x85d\x0be\x0cf\x1cg"), "result"),
    "one line of a million signs": (_item("x" * 990_000), "result"),
    "one line too long": (_item("x" * 1_000_001), "LimitError"),
    "larger than a document may be": (_data(b"x" * (21 * MIB)), "LimitError"),
    "a million blanks in a line": (_item("a" + " " * 900_000 + "b"), "result"),
    "a hundred thousand commas": (_item("Närvarande: " + "a, " * 100_000), "result"),
    "a hundred thousand brackets": (_item("([{" * 33_000), "result"),
    "a hundred thousand quotes": (_item("\"'”’" * 25_000), "result"),
    "names without end": (_item("Närvarande: " + "Ida Ek och " * 20_000 + "!"), "result"),
    "hyphens at each line's end": (_item("ord-\n" * 20_000), "result"),
    "page marks": (_item("Sida 1 av 9\n\f\n" * 5_000), "result"),
    "a number of five thousand figures": (_item(f"§ {'9' * 5_000} Möte\n{'9' * 5_000}. Budget"), "result"),
    "a number of five thousand levels": (_item("1." * 5_000 + " Budget"), "result"),
    "lists within lists": (_item("\n".join(" " * depth + "- x" for depth in range(1_500))), "result"),
    "dates that are none": (_item("31 februari 2026, 2027-13-45, 00/00/0000, vecka 99 kl. 25.61"), "result"),
    "years at the edge": (_item("1 januari 1, 31 december 9999, 1 maj 10000, 0000-01-01"), "result"),
    "headings of every item": (_item("\n".join(f"{number}. Punkt" for number in range(5_000))), "result"),
    "many decisions": (_item("Styrelsen beslutar att köpa stolar.\n" * 5_000), "result"),
    "addresses": (_item("https://[::1 http://a@b@c javascript:alert(1) " * 3_000), "result"),
    "our mark below words that are not ours": (_item("x\nSkrivet med motesprotokoll 1."), "result"),
    "our mark of a later version": (_item("x\nSkrivet med motesprotokoll 99999999999."), "result"),
    "our notes, opened and not closed": (
        _item("[igenkänt; utfall: [[[[\nSkrivet med motesprotokoll 1."),
        "result",
    ),
    "only our mark": (_data(b"Skrivet med motesprotokoll 1.\n"), "result"),
    **{name: (_data(data), BINARY) for name, data in OTHERS.items()},
}
"""Each with what becomes of it: ``"result"``, or the name of the error."""

MARKDOWN: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (_data(b""), "result"),
    "HTML": (_item("<script>alert(1)</script>\n\n<div onclick=x>\n\n<!-- slut"), "result"),
    "declarations": (_item("<!DOCTYPE a [<!ENTITY b 'c'>]>\n\n<?php x ?>\n\n<![CDATA[x]]>"), "result"),
    "quotes within quotes": (_item(">" * 3_000 + " x"), "result"),
    "lists within lists": (_item("\n".join("  " * depth + "* x" for depth in range(600))), "result"),
    "a thousand brackets": (_item("[" * 20_000), "result"),
    "brackets and parentheses": (_item("[a](" * 8_000), "result"),
    "nested links": (_item("[" * 4_000 + "a" + "](x)" * 4_000), "result"),
    "stars": (_item("*a **b " * 8_000), "result"),
    "stars and underscores": (_item("*_" * 20_000 + "a"), "result"),
    "backticks of every length": (_item("".join("x" + "`" * length for length in range(600))), "result"),
    "backslashes": (_item("\\" * 90_000), "result"),
    "entities": (_item("&#0; &#xD800; &#x110000; &#99999999999; &nonsense; &amp" * 2_000), "result"),
    "a wide table": (_item("|" + " a |" * 3_000 + "\n|" + "-|" * 3_000 + "\n|" + " b |" * 3_000), "result"),
    "a long table": (_item("| a | b |\n|---|---|\n" + "| x | y |\n" * 10_000), "result"),
    "a ragged table": (_item("| a | b |\n|---|---|\n" + "| x " * 5_000), "result"),
    "references to themselves": (_item("[a]: b\n[b]: a\n" * 3_000 + "[a][b][a]" * 3_000), "result"),
    "a definition that is long": (_item("[a]: <" + "x" * 90_000), "result"),
    "fences that do not end": (_item("```" + "`" * 5_000 + "\nx\n~~~"), "result"),
    "headings": (_item("# x\n" * 8_000), "result"),
    "underlined by one sign": (_item("x\n-\ny\n=\n" * 8_000), "result"),
    "links that run": (_item("[a](javascript:alert%281%29) <javascript:x> [b](data:text/html,x)"), "result"),
    "front matter that does not end": (_data(b"---\ntitel: x\n" + b"a: b\n" * 5_000), "result"),
    "front matter that expands": (
        _data(b"---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\nHej\n"),
        "result",
    ),
    "our comments, opened and not closed": (
        _item("<!-- list [\n\n<!-- Skrivet med motesprotokoll 1. -->"),
        "result",
    ),
    "our comments with other words": (_item('<!-- list ["1.", 3, null, {}] -->\n\n1. x'), "result"),
    "only our mark": (_data(b"<!-- Skrivet med motesprotokoll 1. -->\n"), "result"),
    "an image as Markdown": (_data(OTHERS["a PNG image"]), BINARY),
    "a NUL": (_item("a\0b"), "result"),
    "tabs": (_item("\t" * 5_000 + "x\n-\t" * 5_000), "result"),
}
"""Each with what becomes of it."""
