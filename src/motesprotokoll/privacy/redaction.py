"""A meeting without what is not to be published, by a walk over every string of the model.

The walk knows no class: it goes through the fields of whatever attrs class it meets, so a field that comes
later is covered. Only the table of treatments names fields, those that are to be dropped rather than masked.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from motesprotokoll.errors import LimitError, WrongTypeError
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.messages import language_of
from motesprotokoll.model import ActionItem, Meeting, Member, Participant, Place
from motesprotokoll.model.text import strings_in, to_content, to_optional_url, to_url
from motesprotokoll.privacy.candidates import private_names
from motesprotokoll.privacy.log import LogEntry, counted
from motesprotokoll.privacy.masks import PERSON
from motesprotokoll.privacy.names import Names, whole_names, written_words
from motesprotokoll.privacy.profile import PUBLISH, FlaggedPerson, RedactionProfile
from motesprotokoll.privacy.removed import Removal, Removed
from motesprotokoll.privacy.strings import Masked, Masker
from motesprotokoll.swedish import PersonalData
from motesprotokoll.swedish.lookalikes import seen

_Step = str | int
_CONTACT_FIELDS = {
    "email": PersonalData.EMAIL,
    "telephone": PersonalData.TELEPHONE,
    "phone": PersonalData.TELEPHONE,
    "address": PersonalData.ADDRESS,
}
"""Fields that are for such data: they are emptied, whatever they say."""
_DROPPED_FIELDS = frozenset({"id", "uid", "language"})
"""Fields that only programs read, where a mask would be a false identity or no language: they are emptied if
they hold what is to go."""
_VENUE_FIELDS = frozenset({"place"})
_URL_CONVERTERS = (to_url, to_optional_url)
_CONTACT_SCHEMES = {
    "mailto:": PersonalData.EMAIL,
    "tel:": PersonalData.TELEPHONE,
    "sms:": PersonalData.TELEPHONE,
    "callto:": PersonalData.TELEPHONE,
}
"""Links that are nothing but such data. Source: RFC 6068 and 3966."""

_AMBIGUOUS = Finding(
    "privacy.ambiguous-name",
    Severity.WARNING,
    "Ett namn här kan vara person {number} av dem som ska skyddas, men också någon annan. Det står kvar.",
)


@attrs.frozen(repr=False, eq=False)
class Redaction:
    """Gallring: a meeting that may be published, and the log of what went.

    What was taken away is held in memory, for `motesprotokoll.privacy.verify` alone. No repr and no log shows
    it; a redaction refuses to be pickled.
    """

    meeting: Meeting
    log: tuple[LogEntry, ...] = ()
    """What was taken away: kind, place, rule and how many times."""
    findings: tuple[Finding, ...] = ()
    """What was left because it was not certain, for a person to look at."""
    removed: Removed = attrs.field(factory=Removed)

    @property
    def count(self) -> int:
        """How many pieces were taken away."""
        return sum(entry.count for entry in self.log)

    def __repr__(self) -> str:
        return f"Redaction({self.count} removed, {len(self.findings)} findings)"


def redact(
    meeting: Meeting,
    profile: RedactionProfile = PUBLISH,
    *,
    persons: Iterable[str | FlaggedPerson] = (),
) -> Redaction:
    """*meeting* as it may be published: without what *profile* takes away, a mask where it stood.

    Every string of the meeting is searched, titles, links, identities and all. A value that is split over
    pieces of one running text (half of a number in bold) is found; one that is split over paragraphs is not.
    Redacting the result again changes nothing.

    Args:
        profile: What goes: see `motesprotokoll.privacy.RedactionProfile`.
        persons: People whose names go, beside those of the profile.

    Raises:
        WrongTypeError: *meeting* or *profile* is something else.
        LimitError: The meeting nests deeper than the stack allows.

    >>> from motesprotokoll import Meeting, Paragraph
    >>> redacted = redact(Meeting(preamble=["Idas nummer är 811218-9876."]), persons=["Ida Ek"])
    >>> redacted.meeting.preamble[0].text
    '[person 1]:s nummer är [borttaget: personnummer].'
    """
    if not isinstance(meeting, Meeting):
        raise WrongTypeError(f"expected a Meeting, got {type(meeting).__name__}", "meeting")
    if not isinstance(profile, RedactionProfile):
        raise WrongTypeError(f"expected a RedactionProfile, got {type(profile).__name__}", "profile")
    try:
        return _redacted(meeting, profile.with_persons(*_series(persons)))
    except RecursionError:
        raise LimitError("nested deeper than the stack allows", "meeting") from None


def _redacted(meeting: Meeting, profile: RedactionProfile) -> Redaction:
    people = list(_people(meeting))
    if profile.is_private is not None:
        private = private_names(strings_in(meeting), people, profile.is_private)
        profile = profile.with_persons(*private)
    names = Names(profile.persons, people)
    masker = Masker(profile, names, language_of(meeting.language), _venues(meeting))
    walk = _Walk(masker)
    redacted = walk.value(meeting, ())
    wholes = (Removal(PERSON, name) for name in whole_names(profile.persons))
    removed = Removed((*_gone(walk.removals, redacted), *wholes))
    return Redaction(redacted, counted(walk.log), tuple(walk.findings), removed)


def _gone(removals: list[Removal], redacted: Meeting) -> Iterator[Removal]:
    """*removals* without the parts of names that somebody else in the meeting has, whose name stays."""
    words = {word for text in strings_in(redacted) for word in written_words(seen(text).text)}
    return (one for one in removals if not one.exact or not words.issuperset(written_words(one.text)))


def _series(persons: object) -> Iterable[Any]:
    if isinstance(persons, str | FlaggedPerson) or not isinstance(persons, Iterable):
        raise WrongTypeError("expected a list of names", "persons", "a single one is written [name]")
    return persons


class _Walk:
    """The walk over a value, which collects what goes on its way."""

    def __init__(self, masker: Masker) -> None:
        self._masker = masker
        self.log: list[LogEntry] = []
        self.findings: list[Finding] = []
        self.removals: list[Removal] = []

    def value(self, value: Any, steps: tuple[_Step, ...], field: "attrs.Attribute[Any] | None" = None) -> Any:
        """*value* without what is to go; the same object where nothing goes."""
        if type(value) is str:
            return self._string(value, steps, field)
        if type(value) is tuple:
            if _converter(field) is to_content:
                return self._content(value, steps)
            parts = tuple(self.value(one, (*steps, place), field) for place, one in enumerate(value))
            return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
        return self._object(value, steps) if attrs.has(type(value)) else value

    def _object(self, value: Any, steps: tuple[_Step, ...], *skipped: str) -> Any:
        changes = {}
        for field in attrs.fields(type(value)):
            old = getattr(value, field.name)
            new = old if field.name in skipped else self.value(old, (*steps, field.name), field)
            if new is not old:
                changes[field.name] = new
        return attrs.evolve(value, **changes) if changes else value

    def _string(self, text: str, steps: tuple[_Step, ...], field: "attrs.Attribute[Any] | None") -> Any:
        name = "" if field is None else field.name
        if _converter(field) in _URL_CONVERTERS:
            return self._address(text, steps)
        masked = self._masker.masked((text,))
        if _CONTACT_FIELDS.get(name) in self._masker.profile.kinds:
            self._record(attrs.evolve(masked, hits=()), steps)
            self.log.append(LogEntry(_CONTACT_FIELDS[name].value, str(Place(steps)), "field"))
            return None
        if name in _DROPPED_FIELDS and masked.hits:
            self._record(masked, steps, "identity")
            return None
        self._record(masked, steps)
        return masked.texts[0] if masked.hits else text

    def _address(self, url: str, steps: tuple[_Step, ...]) -> str | None:
        """*url*, or ``None`` where it holds anything: an address with a hole leads nowhere."""
        masked = self._masker.masked((url,))
        self._record(masked, steps, "address")
        scheme = next((one for one in _CONTACT_SCHEMES if seen(url).text.lower().startswith(one)), "")
        kind = _CONTACT_SCHEMES.get(scheme)
        if not masked.hits and kind is not None and kind in self._masker.profile.kinds:
            self.log.append(LogEntry(kind.value, str(Place(steps)), "address"))
            return None
        if not masked.hits and self._masker.tells(url.partition("://")[2].partition("/")[2]):
            self.log.append(LogEntry(PERSON, str(Place(steps)), "address"))
            return None
        return None if masked.hits else url

    def _content(self, pieces: tuple[Any, ...], steps: tuple[_Step, ...]) -> Any:
        """Running text: searched as one, cut in its pieces."""
        texts = tuple(piece if isinstance(piece, str) else piece.text for piece in pieces)
        masked = self._masker.masked(texts)
        self._record(masked, steps)
        changed: list[Any] = []
        for place, (piece, text) in enumerate(zip(pieces, masked.texts, strict=True)):
            changed += [text] if isinstance(piece, str) else self._piece(piece, text, (*steps, place))
        return pieces if changed == list(pieces) else tuple(changed)

    def _piece(self, piece: Any, text: str, steps: tuple[_Step, ...]) -> list[Any]:
        """A link or an emphasis with *text*; the text alone where its address goes; nothing where both do."""
        changes: dict[str, Any] = {}
        for field in attrs.fields(type(piece)):
            if field.name != "text":
                old = getattr(piece, field.name)
                new = self.value(old, (*steps, field.name), field)
                changes |= {field.name: new} if new is not old else {}
        if text == piece.text and not changes:
            return [piece]
        inner = text.strip(" ")
        if not inner or None in changes.values():
            return [text]
        # Pieces are trimmed, so a space that now stands at an end goes beside the piece.
        before, _, after = text.partition(inner)
        return [before, attrs.evolve(piece, text=inner, **changes), after]

    def _record(self, masked: Masked, steps: tuple[_Step, ...], rule: str | None = None) -> None:
        where = str(Place(steps))
        self.log += masked.entries(where, rule)
        self.removals += masked.removals
        for number in sorted(masked.doubts):
            values = (("number", str(number + 1)),)
            self.findings.append(attrs.evolve(_AMBIGUOUS, where=where, values=values))


def _converter(field: "attrs.Attribute[Any] | None") -> Any:
    """What makes the field's values canonical, which tells what kind of string it holds."""
    return None if field is None else field.converter


def _people(value: Any) -> Iterator[str]:
    """The names in lists of people: participants, members, offices, owners."""
    for one in _objects(value):
        if isinstance(one, Participant | Member):
            yield one.name
        elif isinstance(one, ActionItem):
            yield from one.owners


def _venues(meeting: Meeting) -> Iterator[str]:
    """The places where bodies meet, as they are seen."""
    for one in _objects(meeting):
        for name in _VENUE_FIELDS:
            place = getattr(one, name, None) if attrs.has(type(one)) else None
            if isinstance(place, str):
                yield seen(place).text.casefold()


def _objects(value: Any) -> Iterator[Any]:
    """*value* and every value of an attrs class in it."""
    if type(value) is tuple:
        for one in value:
            yield from _objects(one)
    elif attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from _objects(getattr(value, field.name))
