"""A theme as the custom properties that our style sheet paints with: on light, on dark and on paper."""

from functools import lru_cache

from motesprotokoll.theme import LETTERS, STANDARD, SURFACES, Theme, lightened

# The neutral theme where the reader has asked for dark pages. A theme's own colours of letters become lighter
# versions of themselves; its surfaces are these.
_DARK = {
    "page": "#16191c",
    "panel": "#21262b",
    "line": "#48525b",
    "text": "#e8eaed",
    "quiet": "#a9b4be",
    "link": "#8ec1f5",
    "accent": "#e8eaed",
    "decision": "#7fd3a1",
    "action": "#f0b36b",
}
# Ink is dear, and grey is hard to read on paper.
_PRINT = dict.fromkeys(LETTERS, "#000000") | {
    "quiet": "#333333",
    "page": "#ffffff",
    "panel": "#ffffff",
    "line": "#777777",
}


@lru_cache(16)
def theme_style(theme: Theme) -> str:
    """The style that makes a page obey *theme*: its colours, and its font.

    Every value was checked where the theme was made, so none can end the style.
    """
    light = {name: getattr(theme, name) for name in (*SURFACES, *LETTERS)}
    dark = _DARK | {name: _on_dark(theme, name) for name in LETTERS}
    rules = [
        f":root {{ color-scheme: light dark;{_properties(light)} }}",
        f"@media (prefers-color-scheme: dark) {{ :root {{{_properties(dark)} }} }}",
        f"@media print {{ :root {{{_properties(_PRINT)} }} }}",
    ]
    if theme.font:
        rules.append(f':root {{ --font: "{theme.font}"; }}')
    return "\n".join(rules)


def _on_dark(theme: Theme, name: str) -> str:
    colour: str = getattr(theme, name)
    return _DARK[name] if colour == getattr(STANDARD, name) else lightened(colour, _DARK["panel"])


def _properties(colours: dict[str, str]) -> str:
    return "".join(f" --{name}: {colour};" for name, colour in colours.items())
