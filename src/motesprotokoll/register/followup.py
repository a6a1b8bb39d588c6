"""What people have settled about decisions and actions: a small file beside the documents.

It holds what no document says: the short ids that were given, which actions a person has closed, and which of
the recognised decisions and actions are confirmed or none at all. The documents are never touched.
"""

import json
import os
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import attrs

from motesprotokoll import files
from motesprotokoll.errors import DataError, UnsupportedVersionError, quoted
from motesprotokoll.files import Source
from motesprotokoll.swedish.free_days import checked_day

VERSION = 1
FILE_NAME = "uppfoljning.json"
"""What the file is called where nobody says otherwise."""


class Verdict(StrEnum):
    """What a person says of something that was recognised."""

    CONFIRMED = "confirmed"
    """It is one."""
    REJECTED = "rejected"
    """It is none."""


@attrs.frozen
class Settled:
    """What is settled about one decision or action."""

    number: str | None = None
    """The short id, as printed: ``Å23-4`` of an action, ``B23-4`` of a decision. Given once and kept."""
    verdict: Verdict | None = None
    closed_on: date | None = None
    """When a person closed the action."""
    note: str | None = None
    reopened_on: date | None = None
    """When a person said that it is not done: what minutes say until then does not close the action."""


@attrs.frozen
class Followup:
    """What is settled, by the stable id of the row. A change gives a new value; `save` writes it."""

    settled: Mapping[str, Settled] = attrs.field(factory=dict)

    def of(self, row_id: str) -> Settled:
        """What is settled about a row: nothing, where it is not named."""
        return self.settled.get(row_id, Settled())

    def _with(self, row_id: str, **changes: Any) -> "Followup":
        return Followup({**self.settled, row_id: attrs.evolve(self.of(row_id), **changes)})

    def numbered(self, numbers: Mapping[str, str]) -> "Followup":
        """With the short ids of some rows."""
        new = {row_id: attrs.evolve(self.of(row_id), number=number) for row_id, number in numbers.items()}
        return Followup({**self.settled, **new})

    def close(self, row_id: str, on: date, note: str | None = None) -> "Followup":
        """With an action that a person closes on a day, and why.

        Raises:
            WrongTypeError: *on* is no date.
        """
        return self._with(row_id, closed_on=checked_day(on, "on"), note=note, reopened_on=None)

    def reopen(self, row_id: str, on: date | None = None) -> "Followup":
        """With an action that is open again, though a person had closed it.

        With *on* it is also open though minutes say that it is done, but for those of a later day.

        Raises:
            WrongTypeError: *on* is no date.
        """
        day = None if on is None else checked_day(on, "on")
        return self._with(row_id, closed_on=None, note=None, reopened_on=day)

    def confirm(self, row_id: str) -> "Followup":
        """With a decision or action that a person says is one."""
        return self._with(row_id, verdict=Verdict.CONFIRMED)

    def reject(self, row_id: str) -> "Followup":
        """With something that was taken for a decision or an action and is none."""
        return self._with(row_id, verdict=Verdict.REJECTED)

    # -- the file --------------------------------------------------------------------------------

    def to_json(self) -> str:
        """The file's text: the same value gives the same text."""
        rows = {row_id: _told(one) for row_id, one in sorted(self.settled.items()) if one != Settled()}
        return json.dumps({"version": VERSION, "settled": rows}, ensure_ascii=False, indent=2) + "\n"

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the file, whole or not at all, in the place of the one that is there.

        Raises:
            WriteError: The disk refused.
        """
        return files.write_bytes(path, self.to_json().encode("utf-8"), overwrite=True)

    @classmethod
    def load(cls, source: Source) -> "Followup":
        """Read the file.

        Raises:
            ReadError: It cannot be read. `DataError` tells what in it is not as it should be.
        """
        opened = files.opened(source)
        try:
            return cls(dict(_rows_of(json.loads(opened.data))))
        except (ValueError, RecursionError) as error:
            if isinstance(error, DataError):
                error.where = error.where or opened.name
                raise
            raise DataError("this is no file of follow-up", opened.name) from error


def _told(one: Settled) -> dict[str, str]:
    told = {
        "number": one.number,
        "verdict": one.verdict.value if one.verdict else None,
        "closed_on": one.closed_on.isoformat() if one.closed_on else None,
        "note": one.note,
        "reopened_on": one.reopened_on.isoformat() if one.reopened_on else None,
    }
    return {name: text for name, text in told.items() if text is not None}


def _rows_of(data: object) -> dict[str, Settled]:
    if not isinstance(data, dict) or not isinstance(data.get("settled"), dict):
        raise DataError("this is no file of follow-up")
    version = data.get("version")
    if type(version) is not int or version < 1:
        raise DataError("there is no version", "$.version")
    if version > VERSION:
        raise UnsupportedVersionError(
            f"version {version} is newer than {VERSION}, which is known", "$.version"
        )
    return {row_id: _settled(row_id, told) for row_id, told in data["settled"].items()}


_FIELDS = frozenset(field.name for field in attrs.fields(Settled))


def _settled(row_id: str, told: object) -> Settled:
    where = f"$.settled[{quoted(row_id)}]"
    if not isinstance(told, dict) or not all(isinstance(text, str) for text in told.values()):
        raise DataError("expected texts by name", where)
    unknown = sorted(set(told) - _FIELDS)
    if unknown:
        raise DataError(f"unknown: {quoted(unknown[0])}", where)
    try:
        closed, reopened = (
            date.fromisoformat(told[name]) if name in told else None for name in ("closed_on", "reopened_on")
        )
        verdict = Verdict(told["verdict"]) if "verdict" in told else None
    except ValueError as error:
        raise DataError(str(error), where) from error
    return Settled(told.get("number"), verdict, closed, told.get("note"), reopened)
