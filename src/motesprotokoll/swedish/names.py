"""Names in running text: who is meant, judged by the attendance list only."""

from collections.abc import Iterable, Sequence

from motesprotokoll.model import Participant
from motesprotokoll.model.text import canonical

_PLACE_WORDS = ("på", "från", "i")
# "Lerum" is meant by "Lerums kommun", "Göteborg" by "Göteborgs Stad".
_BODY_WORDS = (" kommun", " stad", " kommunalförbund")


def resolve_name(written: str, people: Sequence[Participant]) -> Participant | None:
    """The one person whom *written* names: a full name, a first name, or a first name "på", "från" or "i" a
    place.

    ``None`` where nobody fits or more than one does: two Marias mean no guess. A genitive ("Idas") counts
    beside the plain form, so it names somebody only where the two do not name different people.

    >>> resolve_name("Ida", [Participant("Ida Ek"), Participant("Bo Ek")])
    Participant('Ida Ek')
    """
    words = canonical(written).casefold().split(" ")
    place = None
    if len(words) > 2 and words[1] in _PLACE_WORDS:
        words, place = words[:1], " ".join(words[2:])
    fitting = [person for person in people if _is_named(person, words)]
    if place is not None:
        fitting = [person for person in fitting if _is_of(person, place)]
    return fitting[0] if fitting and _is_one(fitting) else None


def _is_named(person: Participant, words: list[str]) -> bool:
    """Whether the name is, or begins with, these words; the last one perhaps in the genitive."""
    names = person.name.casefold().split(" ")
    if len(words) > len(names) or names[: len(words) - 1] != words[:-1]:
        return False
    name, word = names[len(words) - 1], words[-1]
    return bool(word) and word in (name, f"{name}s")


def _is_one(people: Iterable[Participant]) -> bool:
    """Whether all are the same person, listed more than once."""
    return len({(person.name.casefold(), _folded(person.organisation)) for person in people}) == 1


def _is_of(person: Participant, place: str) -> bool:
    bodies = {_folded(person.organisation), _folded(person.unit)} - {""}
    place = _without_body_word(place)
    return any(place in (body, f"{body}s") or body == f"{place}s" for body in map(_without_body_word, bodies))


def _without_body_word(name: str) -> str:
    for word in _BODY_WORDS:
        name = name.removesuffix(word)
    return name


def _folded(text: str | None) -> str:
    return (text or "").casefold()
