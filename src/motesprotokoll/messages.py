"""The message catalogue: every word that the library puts before a reader, in Swedish and English.

Swedish is the source language, so a Swedish message is its own key and needs no catalogue. English stands in
``locale/en.po``; Babel reads it, once, when English is first asked for.
"""

from functools import cache

from motesprotokoll.errors import RenderError, quoted

LOCALES = {"sv": "sv-SE", "en": "en-GB"}
"""The tag of each language in documents."""
LANGUAGES = tuple(LOCALES)


def checked_language(language: str) -> str:
    """*language*, which must be one of ours.

    Raises:
        RenderError: There is no such language.
    """
    if language not in LANGUAGES:
        raise RenderError(f"there is no language {quoted(language)}", hint=f"one of {', '.join(LANGUAGES)}")
    return language


def language_of(tag: str | None) -> str:
    """Which of our languages a tag such as ``"en-GB"`` names; Swedish where it names none of them."""
    name = (tag or "").partition("-")[0].lower()
    return name if name in LANGUAGES else "sv"


def printable(text: str) -> str:
    """*text* as one line that a terminal or a spreadsheet may get: no sign that moves, colours or turns."""
    return "".join(
        sign if sign.isprintable() else " " if sign.isspace() else "\N{REPLACEMENT CHARACTER}"
        for sign in text
    )


def translate(message: str, language: str = "sv") -> str:
    """*message* (written in Swedish) in *language*; Swedish where the catalogue does not have it."""
    if language == "sv":
        return message
    return _catalogue(language).get(message, message)


@cache
def _catalogue(language: str) -> dict[str, str]:
    if language not in LANGUAGES:
        return {}
    # Both cost more than all the rest of the ground, so they are loaded for other languages only.
    from importlib import resources

    from babel.messages.pofile import read_po

    source = resources.files("motesprotokoll").joinpath("locale", f"{language}.po")
    with source.open("rb") as stream:
        catalogue = read_po(stream, locale=language)
    return {str(entry.id): str(entry.string) for entry in catalogue if entry.id and entry.string}
