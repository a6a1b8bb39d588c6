"""Characters of the fonts Symbol, Wingdings and Webdings, and bullets out of the private use area."""

_FROM = 0xF000
"""Where Word puts the characters of symbol fonts."""
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x75: "◆",
    0x76: "❖",
    0x77: "▪",
    0x9F: "•",
    0xA0: "▪",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "☐",
    0xB7: "•",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
"""Source: the Unicode Consortium, L2/11-052R, the characters of Wingdings; those that stand in minutes."""
_SYMBOL = {
    0x2D: "–",
    0xB7: "•",
    0xA3: "≤",
    0xB3: "≥",
    0xB1: "±",
    0xB4: "×",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xAE: "→",
    0xAC: "←",
    0xA8: "♦",
    0xD7: "·",
    0xDE: "⇒",
    **{
        ord(latin): greek
        for latin, greek in zip(
            "ABCDEFGHIKLMNOPQRSTUWXYZabcdefghiklmnopqrstuwxyz",
            "ΑΒΧΔΕΦΓΗΙΚΛΜΝΟΠΘΡΣΤΥΩΞΨΖαβχδεφγηικλμνοπθρστυωξψζ",
            strict=True,
        )
    },
}
"""Source: the Unicode Consortium's mapping table for the Adobe symbol encoding."""
_OTHER = {0xB7: "•", 0xA7: "▪", 0xA8: "▪", 0xD8: "➢", 0xFC: "✓", 0x6F: "○"}
_HIGHEST = 0x10FFFF


def symbol(font: str, code: str) -> str:
    """The character that *font* shows for a code in hexadecimal; U+FFFD where nothing can be meant."""
    try:
        value = int(code, 16) if len(code) <= 6 else -1
    except ValueError:
        value = -1
    if not 0x20 <= value <= _HIGHEST or 0xD800 <= value < 0xE000:
        return "\N{REPLACEMENT CHARACTER}"
    return _known(font, value) or chr(value)


def shown(font: str, text: str) -> str:
    """*text* as it is shown in *font*: of the signs of symbol fonts, the ones that others have too."""
    return "".join(_known(font, ord(sign)) or sign for sign in text)


def _known(font: str, value: int) -> str | None:
    name = font.lower()
    code = value - _FROM if _FROM <= value < _FROM + 0x100 else value
    if name.startswith("wingdings"):
        return _WINGDINGS.get(code)
    if name.startswith("symbol"):
        return _SYMBOL.get(code)
    return _OTHER.get(code) if code != value else None
