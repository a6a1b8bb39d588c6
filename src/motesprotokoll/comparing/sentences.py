"""A change as a sentence for people."""

from typing import TYPE_CHECKING

from motesprotokoll.comparing import naming
from motesprotokoll.comparing.spelling import lines_of
from motesprotokoll.messages import translate
from motesprotokoll.model.text import shortened

if TYPE_CHECKING:
    from motesprotokoll.comparing.changes import Change, Side

_NAMED = frozenset(
    {
        "attachment",
        "date",
        "item",
        "member",
        "participant",
        "presenter",
        "schedule",
        "section",
        "table",
        "verifier",
    }
)
"""Things that are known by a name, so that nobody needs all their words."""
_PEOPLE = frozenset({"participant", "member", "verifier", "presenter"})
_NAMES = ("heading", "name", "title", "label")
"""The properties that can hold the name of a thing."""
_ONE = frozenset(
    {
        "chair",
        "meeting",
        "network",
        "next_meeting",
        "note_taker",
        "occasion",
        "organisation",
        "part_of",
    }
)
"""Things that there is one of."""
OWN = frozenset({"meeting", "occasion"})
"""Things whose fields are those of the meeting, for people."""
_LONGEST_NAME = 60


def sentence_of(change: "Change", language: str) -> str:
    """What has changed, without the headings above it."""
    return said(change, template_of(change, language), language)


def said(change: "Change", template: str, language: str) -> str:
    """*template*, one of the sentences, with what it tells of *change*."""
    before, after = change.words_in(language)
    told = thing_of(change, language)
    field = naming.field(change.field or "", language)
    side = change.new or change.old
    owner = side.owner if side else None
    filled = template.format(
        thing=told,
        Thing=_capital(told),
        field=field,
        Field=_capital(field),
        name=getattr(owner, "name", ""),
        before=_one_line(before),
        after=_one_line(after),
        kind=translate(naming.ONE_OF.get(_class_of(change.new), ""), language),
        **dict(zip(("old", "new"), _places(change, language), strict=True)),
    )
    return filled[:-1] if filled.endswith((". .", "..")) else filled


def template_of(change: "Change", language: str) -> str:
    """The sentence that tells *change*, with places for its words."""
    if change.field in naming.FLAGS and change.new is not None and isinstance(change.new.value, bool):
        return translate(naming.FLAGS[change.field][change.new.value], language)
    return translate(naming.SENTENCES[_key(change)], language)


def _key(change: "Change") -> str:
    kind = change.kind.value
    if kind == "moved":
        return kind if _is_among_its_own(change) else "moved elsewhere"
    if kind != "changed":
        return kind if change.what in _NAMED else f"{kind} words"
    return _key_of_part(change) if change.field is None else _key_of_field(change)


def _key_of_part(change: "Change") -> str:
    if change.what != "block":
        return "filled" if change.before is None else "emptied" if change.after is None else "reworded"
    return "became" if change.before == change.after else "became words"


def _key_of_field(change: "Change") -> str:
    before, after = change.words_in("sv")
    of = "" if change.what in OWN else " of"
    if before is None or after is None:
        return f"given{of}" if before is None else f"taken{of}"
    special = {"content": "reworded", "number": "renumbered", "attendance": "attendance"}
    if change.field in special and change.what != "meeting":
        return special[change.field]
    return f"changed{of}"


# ------------------------------------------------------------------ what is told


def thing_of(change: "Change", language: str) -> str:
    """What has changed: "beslutet", "punkten ”4. Budget”"."""
    side = change.new or change.old
    word = naming.thing(change.what, language)
    if side is None or change.what in _ONE:
        return word
    if change.what == "block" and change.old:
        word = naming.thing(_class_of(change.old), language)
    if change.what == "cell":
        return _cell(side, word, language)
    part = side.value if change.field is None else side.owner
    if change.what in _NAMED:
        names = _NAMES[1:] if change.field == "number" else _NAMES
        return _with_name(word, part, change.what, names, language)
    if change.field == "content" or (change.field is None and change.kind.value != "moved"):
        return word
    return _quoted(word, _text_of(part, language))


def _text_of(part: object, language: str) -> str:
    """What *part* begins with, without what is known of it besides."""
    text = getattr(part, "text", "") or next(iter(getattr(part, "clauses", ())), "")
    return str(text) or next(lines_of(part, language), "")


def _cell(side: "Side", word: str, language: str) -> str:
    """A cell by what its row begins with, unless that is the cell itself."""
    row = side.owner if isinstance(side.owner, tuple) else ()
    name = row[0].text if side.place.steps[-1:] != (0,) and row else ""
    return translate(naming.CELL, language).format(row=shortened(name, _LONGEST_NAME)) if name else word


def _with_name(word: str, part: object, what: str, names: tuple[str, ...], language: str) -> str:
    name = next((getattr(part, name) for name in names if getattr(part, name, None)), None)
    shown = str(name or next(lines_of(part, language), ""))
    if what in _PEOPLE or what == "date":
        return f"{word} {shortened(shown, _LONGEST_NAME)}" if shown else word
    return _quoted(word, shown)


def _quoted(word: str, name: str) -> str:
    return f"{word} ”{shortened(name, _LONGEST_NAME)}”" if name else word


def _class_of(side: "Side | None") -> str:
    return naming.thing_in("", side.value) if side else ""


def _is_among_its_own(change: "Change") -> bool:
    """Whether what has moved stands in the same list as before."""
    assert change.old is not None
    assert change.new is not None
    return change.old.headings == change.new.headings


def _places(change: "Change", language: str) -> tuple[str, str]:
    """From where to where, for what has moved."""
    if change.old is None or change.new is None:
        return "", ""
    sides = change.old, change.new
    if _is_among_its_own(change):
        numbers = (side.place.steps[-1] for side in sides)
        old, new = (str(number + 1) if isinstance(number, int) else "" for number in numbers)
        return old, new
    was, is_now = (_under(side, language) for side in sides)
    return was, is_now


def _under(side: "Side", language: str) -> str:
    """The headings above something; the part of the document, where there are none."""
    if side.headings:
        return f"”{' – '.join(side.headings)}”"
    top = str(side.place.steps[0]) if side.place.steps else ""
    key = {"preamble": "start", "appendix": "appendix"}.get(top, "top")
    return naming.said(key, language)


def where_of(change: "Change") -> str:
    """The headings above a change in one line."""
    return " – ".join(change.headings)


def _one_line(words: str | None) -> str:
    return (words or "").replace("\n", " ")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
