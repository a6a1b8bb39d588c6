"""A text as its reader sees it, for finders: one dash, one space, ASCII figures, nothing invisible.

Numbers are written with hyphens of many kinds, and an address may be percent-encoded. A `Seen` text is plain,
and knows where in the written one each of its signs stands.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

import attrs

from motesprotokoll.swedish.words import DASHES

_PLAIN = re.compile("[\x00\n !-~]*")
_OTHER_DASHES = frozenset(DASHES) | frozenset("−˗⁃‐‑‒–—―﹣－⁻➖")
_PERCENT = re.compile("(?:%[0-9A-Fa-f]{2})+")
_ENTITY = re.compile("&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});")
_DECODINGS = 3
"""How often an address may be encoded over again."""


@attrs.frozen(repr=False)
class Seen:
    """*text* as it is seen; ``starts`` says where each sign begins in what was written, and last its end.

    Without ``starts`` the two are the same.
    """

    text: str
    starts: tuple[int, ...] | None = None

    def written(self, start: int, end: int) -> tuple[int, int]:
        """The place in the written text of what is seen from *start* to *end*."""
        if self.starts is None:
            return start, end
        return self.starts[start], self.starts[end]

    def __repr__(self) -> str:
        return f"Seen({len(self.text)} signs)"


def seen(text: str, /) -> Seen:
    """*text* as it is seen.

    >>> seen("811218\\u20119876\\u00ad").text
    '811218-9876'
    """
    if _PLAIN.fullmatch(text):
        return Seen(text)
    signs = [_sign(sign) for sign in text]
    starts = [place for place, sign in enumerate(signs) for _ in sign]
    return Seen("".join(signs), (*starts, len(text)))


@lru_cache(4096)
def _sign(sign: str) -> str:
    """What a reader takes *sign* for; empty for what nobody sees."""
    if sign in _OTHER_DASHES:
        return "-"
    if sign.isspace():
        return " "
    kind = unicodedata.category(sign)
    if kind == "Cf" or sign == "\u034f":
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    if kind in ("Pd", "Lo", "So", "Po", "Sm"):  # forms of half and full width, and those of East Asian mail
        return unicodedata.normalize("NFKC", sign)
    if kind in ("Lu", "Ll") and unicodedata.decomposition(sign).startswith("<"):  # of full width, or bold
        return unicodedata.normalize("NFKC", sign)
    return sign


def views(text: str, /) -> Iterator[Seen]:
    """*text* as it is seen, and as whoever follows an address in it sees it: decoded, once or more."""
    view = seen(text)
    yield view
    for _ in range(_DECODINGS):
        decoded = _decoded(_decoded(view, _PERCENT, _percent), _ENTITY, _entity)
        if decoded is view:
            return
        view = decoded
        yield view


def _percent(match: re.Match[str]) -> str:
    data = bytes.fromhex(match.group().replace("%", ""))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _entity(match: re.Match[str]) -> str:
    return html.unescape(match.group())


def _decoded(view: Seen, pattern: re.Pattern[str], decode: Callable[[re.Match[str]], str]) -> Seen:
    """*view* with what *pattern* finds decoded; *view* itself where it finds nothing.

    All signs of a decoded run begin where the run does, and the one behind it where it ends.
    """
    if pattern.search(view.text) is None:
        return view
    parts: list[str] = []
    starts: list[int] = []
    place = 0
    for match in pattern.finditer(view.text):
        _keep(view, place, match.start(), parts, starts)
        told = "".join(map(_sign, decode(match)))
        parts.append(told)
        begin, end = view.written(match.start(), match.end())
        starts += [min(begin + number * (end - begin) // len(told), end - 1) for number in range(len(told))]
        place = match.end()
    _keep(view, place, len(view.text), parts, starts)
    return Seen("".join(parts), (*starts, view.written(len(view.text), len(view.text))[1]))


def _keep(view: Seen, start: int, end: int, parts: list[str], starts: list[int]) -> None:
    parts.append(view.text[start:end])
    starts += range(start, end) if view.starts is None else view.starts[start:end]
