"""What looks like a person's name, and what does not: places, bodies and titles are nobody."""

from motesprotokoll.interpret.desk import Desk

_PARTICLES = frozenset(
    {"af", "av", "von", "de", "der", "van", "da", "di", "la", "el", "al", "bin", "den", "dos", "le"}
)


def names_person(text: str, desk: Desk) -> bool:
    """Whether *text* begins with what looks like a person's full name."""
    head = head_of(text)
    return is_full_name(head, desk) or bool(titled(head, desk)[0])


def head_of(text: str) -> str:
    """The words before whatever parts a name from what is said of it."""
    for sign in (",", "(", " – ", " - ", " X", "\t", " §", ";", "|", ":", " från "):
        place = text.find(sign)
        if place > 0:
            text = text[:place]
    return text.strip()


def titled(text: str, desk: Desk) -> tuple[str, str]:
    """The title before a name, and the rest: ``VD Eva Al``; no title is an empty one."""
    first, _, rest = text.partition(" ")
    if first.casefold().rstrip(".") in desk.words.titles and (
        is_full_name(head_of(rest), desk) or is_first_name(head_of(rest), desk)
    ):
        return first, rest
    return "", text


def is_full_name(words: str, desk: Desk) -> bool:
    """Whether *words* look like a first name and a surname."""
    known = desk.full_names.get(words)
    if known is None:
        known = desk.full_names[words] = _is_full_name(words, desk)
    return known


def _is_full_name(words: str, desk: Desk) -> bool:
    parts = words.split(" ")
    if not 2 <= len(parts) <= 5 or words.casefold() in desk.words.places:
        return False
    if all(part.casefold() in desk.words.places for part in parts):
        return False
    if not parts[0][:1].isupper() or not parts[-1][:1].isupper():
        return False
    if not all(part[:1].isupper() or part in _PARTICLES for part in parts):
        return False
    if any(part.casefold() in desk.words.body_words for part in parts):
        return False
    if parts[0].casefold().rstrip(".") in desk.words.titles:
        return False
    if any(part.isupper() and len(part) > 2 for part in parts) and not words.isupper():
        return False
    return all(sign.isalpha() or sign in " -.'’" for sign in words) and not words.endswith(".")


def is_first_name(word: str, desk: Desk) -> bool:
    """Whether a single *word* may be a first name."""
    if " " in word or not word[:1].isupper() or (word.isupper() and len(word) > 1):
        return False
    if word.casefold() in desk.words.places or word.casefold() in desk.words.body_words:
        return False
    return all(sign.isalpha() or sign in "-'’" for sign in word)
