"""Full text over many meetings: a word finds its other forms, and compounds that it is a part of.

The engine is SQLite's FTS5, which Python brings. It keeps å, ä and ö apart from a and o. A word of the
question is first looked up among the words that the documents have, by its stem; so the index holds words as
they were written, and a question for *försörjning* becomes one for *försörjningen* and
*kompetensförsörjning*.
"""

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from datetime import date
from pathlib import Path
from typing import Self

import attrs

from motesprotokoll.batch import Progress
from motesprotokoll.errors import ReadError
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.model import Network
from motesprotokoll.register.choosing import Choice
from motesprotokoll.register.entries import (
    A_DAY,
    HITS,
    Part,
    Sought,
    as_query,
    by_day,
    day_of,
    entries_of,
    first_of,
    hit_of,
    parts_of,
    words_in,
)
from motesprotokoll.register.folders import documents_in
from motesprotokoll.register.records import Record, read_many
from motesprotokoll.swedish import sort_key
from motesprotokoll.tables import Rows
from motesprotokoll.vocabulary.endings import is_form_of, is_part_of, stem_of

VERSION = 1
"""The layout of the file. Another one is made anew."""

_LAST = (1 << 63) - 1
_MOST_FORMS = 200
"""The most words of the documents that one word of a question may stand for."""
_OURS = int.from_bytes(b"MPsk")
"""The number by which a file says that it is an index of ours. Source: SQLite's file format, 1.3.17."""
_MAGIC, _MARK, _HEAD = b"SQLite format 3\0", slice(68, 72), 100
"""How every file of the engine begins, and where in its head that number stands."""
_LAYOUT = f"""
PRAGMA user_version = {VERSION};
PRAGMA application_id = {_OURS};
CREATE TABLE document (number INTEGER PRIMARY KEY, file TEXT UNIQUE, stamp TEXT, error TEXT);
CREATE TABLE entry (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document(number) ON DELETE CASCADE,
    id TEXT, meeting TEXT, day TEXT, body TEXT, folded_body TEXT, heading TEXT, text TEXT, place TEXT
);
CREATE INDEX entry_of_document ON entry(document);
CREATE VIRTUAL TABLE said USING fts5(
    heading, text, content='entry', content_rowid='number', tokenize="unicode61 remove_diacritics 0"
);
CREATE TABLE term (word TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TRIGGER entry_comes AFTER INSERT ON entry BEGIN
    INSERT INTO said(rowid, heading, text) VALUES (new.number, new.heading, new.text);
END;
CREATE TRIGGER entry_goes AFTER DELETE ON entry BEGIN
    INSERT INTO said(said, rowid, heading, text) VALUES ('delete', old.number, old.heading, old.text);
END;
"""


@attrs.frozen
class Followed:
    """What following a folder changed: how many files were read, and how many had gone."""

    read: int = 0
    removed: int = 0
    failed: int = 0
    """How many of those that were read could not be."""


class Index:
    """An index of what was said, in memory or in a file. Use it as a context, or `close` it.

    An index of another version, or one that is damaged, is made anew: it holds nothing that the documents do
    not say. Any other file is left alone.

    Args:
        path: Where the index is kept; in memory, without one.

    Raises:
        ReadError: The file cannot be opened, or is no index.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self._path = None if path is None else Path(path)
        self._lock = threading.RLock()
        self._known: set[str] = set()
        self._connection = self._opened()

    def _opened(self) -> sqlite3.Connection:
        if self._path is not None:
            _check(self._path)
        with _told(self._path):
            connection = self._connected()
            if not _is_index(connection):
                connection.close()
                self._discard()
                connection = self._connected()
                connection.executescript(_LAYOUT)
            return connection

    def _connected(self) -> sqlite3.Connection:
        name = ":memory:" if self._path is None else str(self._path)
        connection = sqlite3.connect(name, check_same_thread=False, isolation_level=None)
        with contextlib.suppress(sqlite3.DatabaseError):  # a damaged file is told by what comes next
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA cache_size = -65536")
            # A power cut may damage the file, and then it is made anew from the documents.
            connection.execute("PRAGMA synchronous = OFF")
        return connection

    def _discard(self) -> None:
        self._known.clear()
        if self._path is not None:
            for ending in ("", "-journal", "-wal", "-shm"):
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(f"{self._path}{ending}")

    def _anew(self) -> None:
        self._connection.close()
        self._discard()
        self._connection = self._opened()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        """How many documents there are."""
        with self._lock, _told(self._path):
            (count,) = self._connection.execute("SELECT count(*) FROM document").fetchone()
        return int(count)

    @property
    def failures(self) -> dict[str, str]:
        """The files that could not be read, each with its error."""
        with self._lock, _told(self._path):
            rows = self._connection.execute(
                "SELECT file, error FROM document WHERE error IS NOT NULL ORDER BY file"
            )
            return dict(rows)

    @property
    def bodies(self) -> tuple[str, ...]:
        """The names of the bodies whose meetings these are, in the order of the alphabet."""
        with self._lock, _told(self._path):
            rows = self._connection.execute("SELECT DISTINCT body FROM entry WHERE body IS NOT NULL")
            return tuple(sorted((str(name) for (name,) in rows), key=sort_key))

    # -- filling ---------------------------------------------------------------------------------

    def add(self, records: Iterable[Record]) -> None:
        """Take in what documents say; a document of the same file, or meeting without one, is replaced.

        Raises:
            ReadError: The index is damaged, or somebody else is writing it.
        """
        with self._lock, self._changing():
            for together in by_day(records):
                for record in together:
                    self._put(record, None)

    def follow(
        self,
        files: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
        *,
        network: Network | None = None,
        limits: Limits = DEFAULT_LIMITS,
        executor: Executor | None = None,
        progress: Progress | None = None,
    ) -> Followed:
        """Bring the index up to date with files: read those that are new or have changed, forget those gone.

        Args:
            files: A folder, which is looked through with the folders in it, or the files themselves. What
                else the index holds of files is forgotten.
            network, limits, executor, progress: As for `Register.from_files`.

        Raises:
            ReadError: There is no such folder, or the index cannot be written.
        """
        names = documents_in(files)
        try:
            return self._followed(names, network, limits, executor, progress)
        except _DamagedError:
            with self._lock:
                self._anew()
            return self._followed(names, network, limits, executor, progress)

    def _followed(
        self,
        names: Sequence[str],
        network: Network | None,
        limits: Limits,
        executor: Executor | None,
        progress: Progress | None,
    ) -> Followed:
        stamps = {name: _stamp(name) for name in names}
        with self._lock, self._changing():
            before = dict(self._connection.execute("SELECT file, stamp FROM document WHERE file IS NOT NULL"))
            gone = [name for name in before if name not in stamps]
            for name in gone:
                self._connection.execute("DELETE FROM document WHERE file = ?", (name,))
            changed = [name for name in names if before.get(name) != stamps[name]]
            failed = 0
            read = read_many(changed, network=network, limits=limits, executor=executor, progress=progress)
            for together in by_day(read):
                for record in together:
                    failed += record.error is not None
                    self._put(record, stamps[record.file or ""])
        return Followed(len(changed), len(gone), failed)

    def _put(self, record: Record, stamp: str | None) -> None:
        key = record.file or f"\0{record.meeting}"
        run = self._connection.execute
        run("DELETE FROM document WHERE file = ?", (key,))
        number = run(
            "INSERT INTO document(file, stamp, error) VALUES (?, ?, ?)", (key, stamp, record.error)
        ).lastrowid
        first = first_of(day_of(record))
        ((taken,),) = run(
            "SELECT max(number) FROM entry WHERE number BETWEEN ? AND ?", (first, first + A_DAY - 1)
        )
        free = first if taken is None else taken + 1
        rows = [(free + place, number, *row) for place, row in enumerate(entries_of(record))]
        self._connection.executemany(
            "INSERT INTO entry(number, document, id, meeting, day, body, folded_body, heading, text, place) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        spoken = {word for *_, heading, text, _ in rows for word in words_in(f"{heading} {text}")}
        self._connection.executemany(
            "INSERT OR IGNORE INTO term VALUES (?)", ((word,) for word in spoken - self._known)
        )
        self._known |= spoken

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        """One change of the file: whole, or not at all."""
        with _told(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._known.clear()
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    # -- asking ----------------------------------------------------------------------------------

    def find(
        self,
        question: str,
        *,
        body: str | Network | None = None,
        since: date | None = None,
        until: date | None = None,
        most: int = 20,
    ) -> Rows:
        """What was said about *question*, with the columns `HITS`: headings first, and then the newest.

        All words have to be there, each in any of its forms or, from five letters on, as a part of another
        word. Words in quotes have to stand together, just so.

        Args:
            question: Words. No sign in it has a meaning of its own, but for quotes.
            body: The name of the body that met.
            since, until: The first and the last day of a period.
            most: How many hits to give.

        Raises:
            WrongTypeError: The question is no string.
            WrongValueError: It has no word, or too many.
            ReadError: The index is damaged; `follow` makes it anew.
        """
        parts = parts_of(question)
        choice = Choice(body, since, until)
        with self._lock, _told(self._path):
            sought = [self._sought(part) for part in parts]
            asked = " AND ".join(map(as_query, sought))
            rows = dict.fromkeys(
                (*self._numbers(f"heading : ({asked})", choice, most), *self._numbers(asked, choice, most))
            )
            found = [self._connection.execute(_SHOW, (row,)).fetchone() for row in list(rows)[:most]]
        return Rows(HITS, tuple(hit_of(row, sought) for row in found), question)

    def _numbers(self, asked: str, choice: Choice, most: int) -> list[int]:
        """The newest entries that fit."""
        values = {
            "asked": asked,
            "body": choice.body.casefold() if choice.body else None,
            "first": first_of(choice.since) if choice.since else 0,
            "last": first_of(choice.until) + A_DAY - 1 if choice.until else _LAST,
            "most": most,
        }
        # Meetings without a day stand before all days, and are in no period.
        if choice.until and not choice.since:
            values["first"] = A_DAY
        return [number for (number,) in self._connection.execute(_FIND, values)]

    def _sought(self, part: Part) -> Sought:
        """The words of the documents that a part of the question stands for, the nearest first."""
        if part.exact:
            return Sought(part.words, together=True)
        (word,) = part.words
        stem = stem_of(word)
        least = min(stem, word.removesuffix("s"), key=len)
        rows = self._connection.execute("SELECT word FROM term WHERE instr(word, ?) > 0", (least,))
        forms = [one for (one,) in rows if is_part_of(stem, one) or is_form_of(one, word)]
        nearest = sorted(forms, key=lambda one: (one != word, not is_form_of(one, word), len(one), one))
        return Sought(tuple(nearest[:_MOST_FORMS]) or (word,))


_FIND = """
SELECT said.rowid FROM said JOIN entry ON entry.number = said.rowid
WHERE said MATCH :asked AND said.rowid BETWEEN :first AND :last
  AND (:body IS NULL OR entry.folded_body = :body)
ORDER BY said.rowid DESC LIMIT :most
"""
_SHOW = """
SELECT entry.day, entry.body, entry.heading, entry.text, entry.id, entry.meeting, entry.place, document.file
FROM entry JOIN document ON document.number = entry.document
WHERE entry.number = ?
"""


# ------------------------------------------------------------------------------------------------ the file


class _DamagedError(ReadError):
    """The index is no sound file."""


@contextlib.contextmanager
def _told(path: Path | None) -> Iterator[None]:
    """Errors of the engine as ours."""
    where = None if path is None else str(path)
    try:
        yield
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & _PLAIN in _IN_THE_WAY:
            raise ReadError(f"the index cannot be used: {error}", where) from error
        hint = "follow() reads the documents again"
        raise _DamagedError(f"the index is damaged: {error}", where, hint) from error


_PLAIN = 0xFF
"""An extended code of the engine has the plain one in its last byte."""
_IN_THE_WAY = frozenset(
    {
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_AUTH,
    }
)
"""What is wrong with the disk, the rights or the time, and not with the file."""


def _check(path: Path) -> None:
    """Refuse what is no index: a damaged one is replaced, and somebody's document must not be.

    A file that is empty, or was never filled, is nobody's.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except IsADirectoryError as error:
        raise ReadError("this is a folder, not an index", str(path)) from error
    except OSError:  # there is none yet, or the engine tells what is wrong
        return
    ours = head.startswith(_MAGIC) and head[_MARK] == _OURS.to_bytes(4)
    if any(head) and not ours:
        raise ReadError("this file is no index", str(path), "name another one")


def _is_index(connection: sqlite3.Connection) -> bool:
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return bool(version == VERSION and connection.execute("SELECT count(*) FROM said_config").fetchone())
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & _PLAIN in _IN_THE_WAY:
            raise
        return False


def _stamp(name: str) -> str:
    """What changes when a file does; empty where there is none."""
    try:
        found = os.stat(name)
    except (OSError, ValueError):
        return ""
    return f"{found.st_size}-{found.st_mtime_ns}"
