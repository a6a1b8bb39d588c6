"""The register: the tables of many documents, the people and actions in them, and what to ask of it."""

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor
from datetime import date
from functools import cached_property

import attrs

from motesprotokoll.batch import Progress
from motesprotokoll.errors import WrongTypeError, quoted
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.model import Basis, Kind, Meeting, Network, Organisation
from motesprotokoll.outline import Outline
from motesprotokoll.register.actions import State, states
from motesprotokoll.register.agendas import agenda_for
from motesprotokoll.register.choosing import Choice, chosen
from motesprotokoll.register.columns import COLUMNS, COMPUTED, TITLES
from motesprotokoll.register.followup import Followup, Verdict
from motesprotokoll.register.numbers import ACTION, DECISION, numbered
from motesprotokoll.register.people import People, people
from motesprotokoll.register.records import Cells, Record, read_many, record_of
from motesprotokoll.register.report import report
from motesprotokoll.swedish.organisations import KNOWN_ORGANISATIONS
from motesprotokoll.tables import Cell, Rows, text_of
from motesprotokoll.theme import STANDARD, Theme


def _to_record(value: object) -> Record:
    if isinstance(value, Record):
        return value
    if isinstance(value, Meeting | Reading):
        return record_of(value)
    raise WrongTypeError(f"expected a Meeting, a Reading or a Record, got {quoted(value)}", "meetings")


class Register:
    """Tables over many meetings.

    Args:
        meetings: Meetings, readings or records, in any order; `from_files` reads documents.
        followup: What people have settled about decisions and actions.
        organisations: Names and aliases by which one organisation is one over meetings; without it, the
            municipalities of Göteborgsregionen.

    Raises:
        WrongTypeError: One of *meetings* is something else.
    """

    def __init__(
        self,
        meetings: Iterable[Meeting | Reading | Record] = (),
        *,
        followup: Followup = Followup(),  # noqa: B008 (a frozen value)
        organisations: Sequence[Organisation] = KNOWN_ORGANISATIONS,
    ) -> None:
        found = map(_to_record, meetings)
        self.records: tuple[Record, ...] = tuple(sorted(found, key=_in_order))
        self.organisations: tuple[Organisation, ...] = tuple(organisations)
        self._given = followup
        self._whole = self

    @classmethod
    def from_files(
        cls,
        files: Iterable[str | os.PathLike[str]],
        *,
        network: Network | None = None,
        limits: Limits = DEFAULT_LIMITS,
        followup: Followup = Followup(),  # noqa: B008
        organisations: Sequence[Organisation] = KNOWN_ORGANISATIONS,
        executor: Executor | None = None,
        progress: Progress | None = None,
    ) -> "Register":
        """A register of documents of any format that can be read.

        A file that cannot be read is a row of `documents` with its error, and stops nothing.

        Args:
            files: The documents.
            network: The body whose meetings these are; its members and aliases help to recognise people.
            limits: Bounds of what is read.
            followup: What people have settled; `Followup.load` reads it.
            organisations: As for the register itself.
            executor: Where the files are read: threads, processes or a cluster; in this process, without one.
            progress: Called after each file with how many are done, and its name.
        """
        read = read_many(files, network=network, limits=limits, executor=executor, progress=progress)
        return cls(read, followup=followup, organisations=organisations)

    def __repr__(self) -> str:
        return f"Register({len(self.meetings)} meetings in {len(self.records)} documents)"

    # -- tables ----------------------------------------------------------------------------------

    @cached_property
    def documents(self) -> Rows:
        """Every document, also those that could not be read: each with its error."""
        cells = ((one.file, one.meeting, one.digest, one.error, one.error_code) for one in self.records)
        return _table("documents", cells)

    @cached_property
    def meetings(self) -> Rows:
        """A row a document that was read."""
        return self._plain("meetings")

    @cached_property
    def items(self) -> Rows:
        """Agenda items with their text."""
        return self._plain("items")

    @cached_property
    def decisions(self) -> Rows:
        """Decisions with number, without those that a person has rejected."""
        told = self._whole.followup
        found = self._judged("decisions")
        return _table("decisions", ((*row.cells, told.of(str(row["id"])).number) for row in found))

    @cached_property
    def actions(self) -> Rows:
        """Actions with number and state, without those that a person has rejected."""
        found = self._judged("actions")
        told = self._whole._states
        cells = ((*row.cells, *_state_cells(told[str(row["id"])])) for row in found)
        return _table("actions", cells)

    @cached_property
    def attendance(self) -> Rows:
        """Who was there, excused or invited; ``person`` is the same for one person over meetings."""
        known = self._whole._people
        rows = self._plain("attendance")
        identities = (known.of(str(row["name"]), text_of(row["organisation"])) for row in rows)
        return _table(
            "attendance",
            ((*row.cells, str(one), one.affiliation) for row, one in zip(rows, identities, strict=True)),
        )

    @cached_property
    def schedule(self) -> Rows:
        """Dates of meetings to come, as the documents tell them: next meetings and lists of dates."""
        return self._plain("schedule")

    @cached_property
    def attachments(self) -> Rows:
        """What was attached or mentioned."""
        return self._plain("attachments")

    @cached_property
    def findings(self) -> Rows:
        """What is uncertain in the documents, and what does not fit between them."""
        between = (
            (None, None, one.code, one.severity.value, one.message, one.where)
            for one in (*self._twice, *self._people.findings)
        )
        return _table("findings", (*self._plain("findings").cells, *between))

    @cached_property
    def open_actions(self) -> Rows:
        """The actions that nothing has closed."""
        return self.actions.where(lambda row: row["open"] is True)

    # -- choosing --------------------------------------------------------------------------------

    def where(
        self,
        *,
        body: str | Network | None = None,
        since: date | None = None,
        until: date | None = None,
        person: str | None = None,
        organisation: str | None = None,
        words: str | None = None,
    ) -> "Register":
        """A register of those rows only that fit all that is given.

        Args:
            body: The name of the body that met.
            since, until: The first and the last day of a period; both included. Meetings without a day are
                in no period.
            person: A name: what that person attended, was given to do, or is named in.
            organisation: An organisation, by any of its names: who came from it, and what names it.
            words: Words that all stand in the row, in any form of letters; also inside longer words.

        Numbers and states of actions, and who is who, stay as the whole register has them.

        Raises:
            WrongTypeError: A value of another type.
        """
        choice = Choice(body, since, until, person, organisation, words)
        return self._part(chosen(self, choice))

    def by_body(self) -> "dict[str | None, Register]":
        """A register of each body's meetings, by its name; last, under ``None``, of those that name none.

        Large and small letters make no other body. Numbers and states stay, as with `where`.
        """
        names: dict[str, str | None] = {}
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.records:
            if record.about is not None:
                body = text_of(record.about["body"])
                folded = (body or "").casefold()
                names.setdefault(folded, body)
                found[folded].append(record)
        order = sorted(found, key=lambda folded: folded == "")
        return {names[folded]: self._part(found[folded]) for folded in order}

    def _part(self, records: Iterable[Record]) -> "Register":
        register = Register(records, followup=self._whole.followup, organisations=self.organisations)
        register._whole = self._whole
        return register

    # -- follow-up -------------------------------------------------------------------------------

    @cached_property
    def followup(self) -> Followup:
        """What is settled, with a number for each action and decision: save it, and the numbers stay."""
        actions = numbered(self._plain("actions"), ACTION, self._given)
        return numbered(self._plain("decisions"), DECISION, actions)

    def with_followup(self, followup: Followup) -> "Register":
        """The same documents, with what people have settled since."""
        return Register(self.records, followup=followup, organisations=self.organisations)

    def agenda_for(self, network: str | Network, on: date | None = None) -> Meeting:
        """The next agenda of *network*: approval of the previous notes, open actions, and what always stands.

        Args:
            network: The body, or its name; a `Network` goes into the agenda with its members.
            on: The day of the meeting; without it, the first planned day after the last meeting.
        """
        known = Network(network) if isinstance(network, str) else network
        return agenda_for(self, known, on)

    def report(
        self,
        body: str | Network | None = None,
        year: int | None = None,
        *,
        on: date | None = None,
        theme: Theme = STANDARD,
        language: str = "sv",
    ) -> Outline:
        """A report of what was done: a document for `BoundRenderer.render_outline`.

        It tells the meetings, who came, decisions, what is open with its age, what dates come, which
        documents could not be read, and what somebody should look at.

        Args:
            body: The body that met; without it, all of them.
            year: The year; without it, all that there is.
            on: The day on which it is told what is open and what comes; without it, the last day of the
                year, or else the day of the last meeting.
            theme: The colours of its pictures.
            language: Of its words, ``"sv"`` or ``"en"``.

        Raises:
            WrongTypeError, WrongValueError: No date, or no year of the calendar.
            RenderError: There is no such meeting to report, or no such language.
        """
        return report(self, body, year, on, theme, language)

    @cached_property
    def _states(self) -> Mapping[str, State]:
        kinds = {str(row["id"]): Kind(str(row["kind"])) if row["kind"] else None for row in self.meetings}
        return states(self._plain("actions"), self.items, kinds, self.followup)

    def _judged(self, name: str) -> Rows:
        """Decisions or actions as a person has judged them, where somebody has."""
        rows = self._plain(name)
        basis = rows.names.index("basis")
        cells = []
        for row in rows:
            verdict = self._given.of(str(row["id"])).verdict
            if verdict is Verdict.CONFIRMED:
                cells.append((*row.cells[:basis], str(Basis.CONFIRMED), *row.cells[basis + 1 :]))
            elif verdict is None:
                cells.append(row.cells)
        return attrs.evolve(rows, cells=tuple(cells))

    # -- people and documents --------------------------------------------------------------------

    @cached_property
    def _people(self) -> People:
        rows = self._plain("attendance")
        written = ((str(row["name"]), text_of(row["organisation"])) for row in rows)
        return people(written, self.organisations)

    @cached_property
    def _twice(self) -> tuple[Finding, ...]:
        """Documents of the same meeting."""
        files: dict[str, list[str]] = defaultdict(list)
        for one in self.records:
            if one.meeting is not None:
                files[one.meeting].append(one.file or one.meeting)
        return tuple(
            Finding(
                "register.same-meeting",
                Severity.WARNING,
                "Samma möte finns i flera dokument: {files}.",
                None,
                (("files", ", ".join(names)),),
            )
            for names in files.values()
            if len(names) > 1
        )

    def _plain(self, name: str) -> Rows:
        cells = (row for one in self.records for row in one.rows.get(name, ()))
        return Rows(COLUMNS[name], tuple(cells), TITLES[name])


def _in_order(record: Record) -> tuple[str, str, str]:
    """By day, then body, then file; so that the order in which files were read shows nowhere."""
    file = record.file or record.meeting or ""
    if record.about is None:
        return ("9999", "", file)
    day, body = record.about["date"], record.about["body"]
    return (str(day or "9999"), str(body or ""), file)


def _table(name: str, cells: Iterable[Cells]) -> Rows:
    return Rows((*COLUMNS[name], *COMPUTED.get(name, ())), tuple(cells), TITLES[name])


def _state_cells(state: State) -> tuple[Cell, ...]:
    return (state.number, state.open, state.closed_on, text_of(state.closed_by))
