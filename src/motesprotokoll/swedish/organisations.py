"""The municipalities of Göteborgsregionen, and how an organisation is found by what a text calls it.

Other regions pass a tuple of their own.
"""

from collections.abc import Iterable
from functools import lru_cache

from motesprotokoll.errors import WrongTypeError, quoted
from motesprotokoll.model import Organisation
from motesprotokoll.model.text import canonical

# Code, name, definite form of the body, further names. Source: goteborgsregionen.se (the members); SCB's and
# Skatteverket's municipality codes; the definite forms are those of the municipalities' own sites: a table,
# because no rule gives both "Härryda kommun" and "Kungälvs kommun". Göteborg writes its Stad with a capital.
_MEMBERS = (
    ("1440", "Ale", "Ale kommun"),
    ("1489", "Alingsås", "Alingsås kommun"),
    ("1480", "Göteborg", "Göteborgs Stad", "GBG"),
    ("1401", "Härryda", "Härryda kommun"),
    ("1384", "Kungsbacka", "Kungsbacka kommun"),
    ("1482", "Kungälv", "Kungälvs kommun"),
    ("1441", "Lerum", "Lerums kommun"),
    ("1462", "Lilla Edet", "Lilla Edets kommun"),
    ("1481", "Mölndal", "Mölndals stad"),
    ("1402", "Partille", "Partille kommun"),
    ("1415", "Stenungsund", "Stenungsunds kommun"),
    ("1419", "Tjörn", "Tjörns kommun"),
    ("1407", "Öckerö", "Öckerö kommun"),
)

GR_MUNICIPALITIES: tuple[Organisation, ...] = tuple(
    Organisation(name, code=code, kind="kommun", aliases=aliases) for code, name, *aliases in _MEMBERS
)
"""The thirteen members of Göteborgsregionen, in Swedish alphabetical order. The first alias of each is its
definite form (see `body_name`)."""

GOTEBORGSREGIONEN = Organisation(
    "Göteborgsregionen", kind="kommunalförbund", aliases=["Göteborgsregionens kommunalförbund", "GR"]
)
"""The federation itself, which lends its staff to the networks."""

KNOWN_ORGANISATIONS = (*GR_MUNICIPALITIES, GOTEBORGSREGIONEN)
"""What is known where the caller names no organisations."""

_ENDINGS = (" kommun", " stad", " kommunalförbund")


def find_organisation(
    text: str, /, organisations: Iterable[Organisation] = GR_MUNICIPALITIES
) -> Organisation | None:
    """The organisation that *text* calls by its name, an alias or its code, in any case and also in the
    genitive ("Kungälvs", "GR:s"); a municipality also with "kommun" behind its name, and one that calls
    itself "stad" with that.

    ``None`` where none fits, or where several do: nothing is guessed, and what only resembles a name is none.

    Raises:
        WrongTypeError: *text* is no string, or one of *organisations* no `Organisation`.

    >>> find_organisation("göteborgs stad")
    Organisation('Göteborg', code='1480', kind='kommun')
    >>> find_organisation("Göteborg & Co") is None
    True
    """
    if not isinstance(text, str):
        raise WrongTypeError(f"expected str, got {quoted(text)}")
    exact, genitive = _names(tuple(organisations))
    written = canonical(text).casefold()
    found = exact.get(written) or genitive.get(written) or ()
    return found[0] if len(found) == 1 else None


def known_with(own: tuple[Organisation, ...], /) -> tuple[Organisation, ...]:
    """*own* organisations, and those of `KNOWN_ORGANISATIONS` that *own* does not know by name or code."""
    return *own, *(one for one in KNOWN_ORGANISATIONS if not _is_known(one, own))


def _is_known(one: Organisation, own: tuple[Organisation, ...]) -> bool:
    return any(
        name and find_organisation(name, own) is not None for name in (one.name, one.code, *one.aliases)
    )


_Index = dict[str, tuple[Organisation, ...]]


def _names(organisations: tuple[Organisation, ...]) -> tuple[_Index, _Index]:
    for one in organisations:
        if type(one) is not Organisation:
            raise WrongTypeError(f"expected an Organisation, got {quoted(one)}", "organisations")
    return _indexed(organisations)


@lru_cache(maxsize=16)
def _indexed(organisations: tuple[Organisation, ...]) -> tuple[_Index, _Index]:
    """What each organisation may be called, and the same in the genitive."""
    exact: _Index = {}
    genitive: _Index = {}
    for one in organisations:
        plain = {name.casefold() for name in (one.name, one.code, *one.aliases) if name}
        for name in (*plain, *_with_body_words(one)):
            _add(exact, name, one)
            for ending in ("s", ":s"):
                _add(genitive, f"{name}{ending}", one)
    return exact, genitive


def _with_body_words(one: Organisation) -> Iterable[str]:
    """A municipality's name with its body word, be the first in the genitive or not: "Kungälv kommun" is
    nothing else than "Kungälvs kommun". What may stand behind other names is for the aliases to say."""
    if one.kind != "kommun":
        return
    name = one.name.casefold()
    for word in (" kommun", " stad"):
        if word == " kommun" or any(alias.casefold().endswith(word) for alias in one.aliases):
            yield from (f"{name}{word}", f"{name}s{word}")


def _add(index: _Index, name: str, one: Organisation) -> None:
    if one not in index.get(name, ()):
        index[name] = (*index.get(name, ()), one)


def without_body_word(name: str) -> str:
    """*name* in small letters, without the word for such a body that ends it.

    >>> [without_body_word(name) for name in ("Göteborgs Stad", "Ale kommun", "Lerum")]
    ['göteborgs', 'ale', 'lerum']
    """
    folded = name.casefold()
    for word in _ENDINGS:
        folded = folded.removesuffix(word)
    return folded


def body_name(organisation: Organisation, /) -> str:
    """The definite form of *organisation*, for running text: "Göteborgs Stad", "Kungälvs kommun". It is the
    first alias that ends in a word for such a body; where none does, the name.

    >>> [body_name(one) for one in GR_MUNICIPALITIES[:3]]
    ['Ale kommun', 'Alingsås kommun', 'Göteborgs Stad']
    """
    names = (alias for alias in organisation.aliases if alias.casefold().endswith(_ENDINGS))
    return next(names, organisation.name)
