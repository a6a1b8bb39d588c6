"""Names in running text: who is meant, judged by the attendance list only."""

from collections.abc import Iterable, Sequence

from motesprotokoll.model import Organisation, Participant
from motesprotokoll.model.text import canonical
from motesprotokoll.swedish.organisations import KNOWN_ORGANISATIONS, find_organisation, without_body_word

_PLACE_WORDS = frozenset({"på", "från", "i", "hos"})


def resolve_name(
    written: str,
    people: Sequence[Participant],
    *,
    organisations: Iterable[Organisation] = KNOWN_ORGANISATIONS,
) -> Participant | None:
    """The one person whom *written* names: a full name, a first name, a first name and the initial of a
    surname ("Ida E"), and any of them "på", "från", "i" or "hos" a place, or with the place in brackets.

    ``None`` where nobody fits or more than one does: two Marias mean no guess. A genitive ("Idas") counts
    beside the plain form, so it names somebody only where the two do not name different people.

    Args:
        organisations: What places and bodies are also called: "Ida på GBG" is of "Göteborgs Stad".

    >>> resolve_name("Ida", [Participant("Ida Ek"), Participant("Bo Ek")])
    Participant('Ida Ek')
    >>> people = [Participant("Ida Ek", organisation="Ale"), Participant("Ida By", organisation="Göteborg")]
    >>> resolve_name("Ida från Göteborgs Stad", people)
    Participant('Ida By', organisation='Göteborg')
    """
    words, place = _name_and_place(canonical(written).casefold())
    fitting = [person for person in people if _is_named(person, words)]
    if place:
        organisations = tuple(organisations)
        fitting = [person for person in fitting if _is_of(person, place, organisations)]
    return fitting[0] if fitting and _is_one(fitting) else None


def _name_and_place(folded: str) -> tuple[list[str], str]:
    """The words of the name, and the place that is named with it, if one is."""
    name, bracket, place = folded.partition(" (")
    if bracket and place.endswith(")"):
        return name.split(" "), place.rstrip(") ")
    words = folded.split(" ")
    for number, word in enumerate(words[1:-1], 1):
        if word in _PLACE_WORDS:
            return words[:number], " ".join(words[number + 1 :])
    return words, ""


def _is_named(person: Participant, words: list[str]) -> bool:
    """Whether the name is, or begins with, these words; the last one perhaps a genitive or an initial."""
    names = plain_order(person.name.casefold()).split(" ")
    if len(words) > len(names) or names[: len(words) - 1] != words[:-1]:
        return False
    name, word = names[len(words) - 1], words[-1]
    if len(words) > 1 and len(word.rstrip(".")) == 1:
        return any(other.startswith(word[0]) for other in names[len(words) - 1 :])
    return bool(word) and word in (name, f"{name}s")


def plain_order(name: str) -> str:
    """*name* with the given name first, also where it is turned round: ``Ek, Ida``."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family}" if comma else name


def _is_one(people: Iterable[Participant]) -> bool:
    """Whether all are the same person, listed more than once."""
    return len({(person.name.casefold(), _folded(person.organisation)) for person in people}) == 1


def _is_of(person: Participant, place: str, organisations: tuple[Organisation, ...]) -> bool:
    bodies = {_folded(person.organisation), _folded(person.unit)} - {""}
    known = find_organisation(place, organisations)
    if known is not None and any(find_organisation(body, organisations) == known for body in bodies):
        return True
    place = without_body_word(place)  # "Lerum" is meant by "Lerums kommun"
    return any(place in (body, f"{body}s") or body == f"{place}s" for body in map(without_body_word, bodies))


def _folded(text: str | None) -> str:
    return (text or "").casefold()
