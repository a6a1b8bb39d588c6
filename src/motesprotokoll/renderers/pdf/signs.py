"""The signs of a text as a page shows them: what nobody sees is left out, and long words may break."""

import re

from motesprotokoll.typography import typeset

# Unicode 15, Default_Ignorable_Code_Point: signs without a look of their own, such as those that turn the
# direction of writing around (and so could show another text than stands there). A soft hyphen is one, too.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_LONG = re.compile(r"[^\s]{30,}+")
_LONG_PART = re.compile(r"[@/_.,;:=?&+\-–]++(?=[^\s])|[^\W_]{40}")
_MAY_BREAK = "\N{ZERO WIDTH SPACE}"


def shown(text: str) -> str:
    """*text* as it goes on a page. No letter and no figure is added or lost.

    >>> shown("kl. 9\\u202e")
    'kl.\\xa09'
    """
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    return _LONG.sub(_breakable, typeset(text))


def _breakable(word: re.Match[str]) -> str:
    """A word longer than most lines of a table, which may go on below after a sign or many letters."""
    return _LONG_PART.sub(rf"\g<0>{_MAY_BREAK}", word[0])
