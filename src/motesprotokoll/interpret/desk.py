"""The desk at which one document is read: the vocabulary, and what is noted while reading."""

from datetime import date

import attrs

from motesprotokoll.findings import Finding, Severity
from motesprotokoll.interpret.pieces import Piece
from motesprotokoll.limits import Limits
from motesprotokoll.model import Organisation, Participant
from motesprotokoll.swedish import resolve_name
from motesprotokoll.swedish.organisations import KNOWN_ORGANISATIONS, known_with
from motesprotokoll.swedish.roles import bare_office
from motesprotokoll.vocabulary import Vocabulary


class Desk:
    """What the readers of the parts share. It lives as long as one document is read and is never handed
    out."""

    __slots__ = (
        "_findings",
        "_labels",
        "_people",
        "_uncounted",
        "first_names",
        "first_words",
        "initials",
        "is_minutes",
        "is_named",
        "limits",
        "meeting_date",
        "names",
        "organisations",
        "own",
        "words",
        "years",
    )

    def __init__(self, words: Vocabulary, limits: Limits) -> None:
        self.words = words
        self.limits = limits
        self.meeting_date: date | None = None
        self.years: frozenset[int] = frozenset()
        """The years that the document writes out: they tell which figures of ``24.12.06`` are the year."""
        self._people: tuple[Participant, ...] = ()
        self.first_names: dict[str, tuple[Participant, ...]] = {}
        self.first_words: tuple[str, ...] = ()
        """The first names, to ask at once whether words begin with one."""
        self.initials: dict[str, Participant] = {}
        """Those who can be told by what stands beside their names: initials (``Ida Ek (IE)``) or a role."""
        self.own: str = ""
        self.is_named = True
        """Whether the document names the body that meets."""
        self.is_minutes = True
        """Whether anything says that there was a meeting; in a letter nobody takes on anything."""
        self.names = words.names
        self.organisations: tuple[Organisation, ...] = KNOWN_ORGANISATIONS
        self._labels: list[tuple[int, str]] = []
        self._findings: list[tuple[int, Finding]] = []
        self._uncounted = 0

    def know(self, own: tuple[Organisation, ...]) -> None:
        """Take the caller's *own* organisations for what they are called in the document."""
        called = {name.casefold() for one in own for name in (one.name, *one.aliases)}
        self.names = attrs.evolve(self.names, places=self.names.places | called)
        self.organisations = known_with(own)

    @property
    def people(self) -> tuple[Participant, ...]:
        """Those in the attendance list."""
        return self._people

    @people.setter
    def people(self, people: tuple[Participant, ...]) -> None:
        self._people = people
        self.first_names = {}
        for person in people:
            first = person.name.casefold().split(" ")[0]
            self.first_names[first] = (*self.first_names.get(first, ()), person)
        self.first_words = tuple(self.first_names)
        self.initials = _told_by_sign(people)

    def person(self, written: str) -> Participant | None:
        """The one in the attendance list whom *written* names; two Marias mean nobody."""
        first = written.casefold().split(" ")[0]
        named = self.first_names.get(first, ())
        if first.endswith("s"):  # a genitive may name somebody, too
            named = (*named, *self.first_names.get(first[:-1], ()))
        return resolve_name(written, named, organisations=self.organisations) if named else None

    def holder(self, written: str) -> Participant | None:
        """The one person in the attendance list whose role is the office that *written* is."""
        office = bare_office(written)
        holding = [one for one in self._people if office and (one.role or "").casefold() == office]
        return holding[0] if len(holding) == 1 else None

    def label(self, text: str, line: int) -> None:
        """Note words that became structure; marks without a letter or figure are not worth it."""
        text = text.strip(" :,.;-–|()*_")
        if text and any(map(str.isalnum, text)):
            self._labels.append((line, text))

    def label_with_number(self, piece: Piece) -> None:
        """Note the label that *piece* begins with, and the number before it."""
        self.label(piece.marker, piece.number)
        self.label(piece.label_text, piece.number)

    def pass_on(self, finding: Finding, line: int) -> None:
        """Note what somebody else found, with the line where it stood."""
        values = dict(finding.values)
        self._add(finding.code, finding.severity, finding.template, line, values)

    def note(self, code: str, template: str, line: int = 0, **values: str) -> None:
        """Note something good to know."""
        self._add(code, Severity.NOTE, template, line, values)

    def warn(self, code: str, template: str, line: int = 0, **values: str) -> None:
        """Note something that was inferred or is doubtful."""
        self._add(code, Severity.WARNING, template, line, values)

    def _add(self, code: str, severity: Severity, template: str, line: int, values: dict[str, str]) -> None:
        if len(self._findings) >= self.limits.findings:
            self._uncounted += 1
            return
        where = f"rad {line}" if line else None
        self._findings.append((line, Finding(code, severity, template, where, tuple(values.items()))))

    @property
    def labels(self) -> tuple[str, ...]:
        """The words that became structure, in the document's order."""
        return tuple(text for _, text in sorted(self._labels, key=lambda pair: pair[0]))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was noted, in the document's order."""
        found = [finding for _, finding in sorted(self._findings, key=lambda pair: pair[0])]
        if self._uncounted:
            more = "Ytterligare {count} anmärkningar visas inte."
            values = (("count", str(self._uncounted)),)
            found.append(Finding("findings.more", Severity.NOTE, more, None, values))
        return tuple(found)


def _told_by_sign(people: tuple[Participant, ...]) -> dict[str, Participant]:
    """People by the initials that stand beside their names, and by a role in capitals that one alone has."""
    found: dict[str, Participant] = {}
    several: set[str] = set()
    for person in people:
        for sign in (person.note, person.role, person.organisation):
            if sign is not None and 1 < len(sign) < 5 and sign.isupper() and sign.isalpha():
                several |= {sign} & found.keys()
                found[sign] = person
    return {sign: person for sign, person in found.items() if sign not in several}
