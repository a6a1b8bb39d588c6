"""A comparison as a document, for those who approve the minutes: each change under its heading."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from motesprotokoll.comparing import naming
from motesprotokoll.comparing.rewording import ADDED, KEPT, REMOVED, Span, reworded
from motesprotokoll.comparing.sentences import OWN, said, sentence_of
from motesprotokoll.compose.minutes import about, masthead
from motesprotokoll.compose.words import Words
from motesprotokoll.messages import checked_language, language_of, translate
from motesprotokoll.model import Emphasis, Inline
from motesprotokoll.model.text import canonical, to_content
from motesprotokoll.outline import Entry, Heading, Labelled, Line, Listing, Node, Outline, Text
from motesprotokoll.wording import document_title

if TYPE_CHECKING:
    from motesprotokoll.comparing.changes import Change, Comparison

_LONG = 40
"""Longer words are set one version below the other, with what is different set off."""
_AROUND = 12
"""How many words that stayed are shown on each side of what did not, where more would be hard to overlook."""


def outline_of(comparison: "Comparison", language: str | None) -> Outline:
    """The document. Arguments and errors are those of `Comparison.outline`."""
    meeting = comparison.new
    words = Words(language_of(meeting.language) if language is None else checked_language(language))
    name = naming.said("title", words.language).format(name=document_title(meeting, words.language))
    return Outline(
        (*masthead(meeting, name), *_body(comparison, words.language)),
        title=f"{meeting.network.name}: {name}" if meeting.network else name,
        language=words.language,
        carries=False,
        about=about(meeting, name, words),
    )


def _body(comparison: "Comparison", language: str) -> Iterator[Node]:
    count = len(comparison.changes)
    key = {0: "none", 1: "one"}.get(count, "count")
    yield Text((naming.said(key, language).format(count=count),))
    told = [(_part_of(change, language), _entry(change, language)) for change in comparison.changes]
    if any(_has_versions(entry.nodes) for _, entry in told):
        yield _legend(language)
    parts: dict[_Part, list[Entry]] = {}
    for part, entry in told:
        parts.setdefault(part, []).append(entry)
    for part in sorted(parts, key=_rank):
        yield Heading(part[1], 2)
        yield Listing(tuple(parts[part]))


def _legend(language: str) -> Text:
    """What it means that words are set off; they are set off here, too, with whatever signs a format has."""
    before, _, after = naming.said("legend", language).partition("{sample}")
    sample = Emphasis(naming.said("sample", language), strong=True)
    return Text(to_content([before, sample, after]))


def _has_versions(nodes: Iterable[Node]) -> bool:
    return any(isinstance(node, Labelled) and node.role == "was" for node in nodes)


_Part = tuple[int, str]
"""What part of the document a change is told in, and its heading: first what is under no heading itself."""
_PARTS = {"participants": (1, "people"), "agenda": (2, "agenda")}
_UNDER_HEADINGS = 3


def _rank(part: _Part) -> int:
    return part[0]


def _part_of(change: "Change", language: str) -> _Part:
    if change.headings:
        return _UNDER_HEADINGS, canonical(" – ".join(change.headings))
    place = change.place
    first = str(place.steps[0]) if place and place.steps else ""
    number, key = _PARTS.get(first, (0, "meeting"))
    return number, naming.said(key, language)


# ------------------------------------------------------------------ one change


def _entry(change: "Change", language: str) -> Entry:
    before, after = change.words_in(language)
    if change.kind.value == "changed" and before and after and _has_room(change, before, after):
        lead = said(change, translate(naming.SENTENCES[_key(change)], language), language)
        return Entry((_text(lead), *_versions(before, after, language)))
    sentence = sentence_of(change, language)
    words = after if change.kind.value == "added" else before if change.kind.value == "removed" else None
    lines = (words or "").split("\n")[1:]
    if not lines:
        return Entry((_text(sentence),))
    lead, first = _lead(change, words or "", language)
    shown = tuple(Line(to_content(line)) for line in (*first, *lines) if to_content(line))
    return Entry((Labelled(lead, lines=shown),))


def _lead(change: "Change", words: str, language: str) -> tuple[str, tuple[str, ...]]:
    """The sentence above all the words of what came or went; and the first of them, unless it says them."""
    named = sentence_of(change, language)
    first = words.partition("\n")[0]
    lead = said(change, translate(naming.SENTENCES[change.kind.value], language), language)
    return canonical(lead.removesuffix(".")), () if first in named and lead == named else (first,)


def _has_room(change: "Change", before: str, after: str) -> bool:
    """Whether both versions stand one below the other: those of a text, or long words of a field."""
    if (change.field is None and change.what != "cell") or change.field == "content":
        return before != after
    return max(len(before), len(after)) > _LONG


def _key(change: "Change") -> str:
    if change.field is None:
        return "became" if change.what == "block" else "new wording"
    if change.field == "content":
        return "new wording"
    return "new wording of the meeting" if change.what in OWN else "new wording of"


def _text(words: str) -> Text:
    return Text(to_content(words))


def _versions(before: str, after: str, language: str) -> Iterator[Labelled]:
    spans = _abridged(reworded(before, after))
    for role, key, sign in (("was", "was", REMOVED), ("now", "now", ADDED)):
        content = to_content([piece for span in spans for piece in _pieces(span, sign)])
        yield Labelled(naming.said(key, language), content, role=role)


def _pieces(span: Span, sign: str) -> Iterator[Inline]:
    """A span as it stands in one version: set off where it is not in the other one."""
    if span.sign == KEPT:
        yield span.text
    elif span.sign == sign:
        bare = canonical(span.text)
        start, _, end = span.text.partition(span.text.strip()) if bare else (span.text, "", "")
        yield start
        if bare:
            yield Emphasis(bare, strong=True)
        yield end


def _abridged(spans: Iterable[Span]) -> list[Span]:
    """*spans*, with an ellipsis for most of a long piece that stayed."""
    given = list(spans)
    if len(given) == 1:
        return given
    last = len(given) - 1
    return [
        Span(span.sign, _shortened(span.text, is_first=place == 0, is_last=place == last))
        if span.sign == KEPT
        else span
        for place, span in enumerate(given)
    ]


def _shortened(text: str, *, is_first: bool, is_last: bool) -> str:
    words = text.split(" ")
    if len(words) <= 3 * _AROUND:
        return text
    begins = [] if is_first else words[:_AROUND]
    ends = [] if is_last else words[-_AROUND:]
    return " ".join([*begins, "…", *ends])
