"""Child processes that read PDF: kept warm for many documents, replaced after a crash or many documents.

One child reads one document at a time, so pdfium, which is not safe in threads, never meets two. Every
failure of a child is an error of one document; the next document gets another child.
"""

import atexit
import json
import os
import struct
import subprocess
import sys
import threading
import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import attrs

from motesprotokoll.errors import LimitError, ReadError
from motesprotokoll.readers.pdf.clock import Clock

START = "import sys; sys.path += sys.argv[1:3]; from child.process import main; main(int(sys.argv[3]))"
"""What a child runs: where its package stands, where pypdfium2 does, and how much memory it may use."""
MOST_IDLE = 4
"""How many children are kept waiting; more may work at the same time."""
MOST_DOCUMENTS = 500
"""After how many documents a child is replaced, so that what pdfium forgets to free cannot grow for ever."""
LONGEST_ANSWER = 128 * 1024 * 1024
_SLOW_END = 2
"""Seconds after which a child that nobody waits for ends itself, behind the clock of whoever asked."""


@attrs.frozen
class Question:
    """What a child is asked about one document."""

    data: bytes
    pages: int
    words: int
    carried: tuple[str, int]
    """The name of the attachment that is wanted, and how many bytes of it at most."""
    password: str | None
    seconds: int
    memory: int
    tags: bool = False
    """Whether the order of the tags is wanted, which costs as much again as the words."""

    def encoded(self) -> bytes:
        """The question's head as the child reads it."""
        head = {
            "size": len(self.data),
            "pages": self.pages,
            "words": self.words,
            "carried": self.carried,
            "password": self.password,
            "seconds": self.seconds + _SLOW_END,
            "tags": self.tags,
        }
        told = json.dumps(head).encode("ascii")
        return struct.pack("<I", len(told)) + told


@attrs.frozen
class Answer:
    """What a child answers."""

    told: Any
    """Its JSON, which is yet to be looked at."""
    rows: bytes = b""
    """For each word four numbers."""
    carried: bytes = b""
    """What stands in the attachment that was wanted."""


class _DiedError(Exception):
    """The child ended before it had answered."""


_KEEPING = {"MALLOC_TRIM_THRESHOLD_": str(16 * 1024 * 1024), "MALLOC_MMAP_THRESHOLD_": str(16 * 1024 * 1024)}
"""The environment of a child: what is freed at the end of a document is kept for the next. Else Linux takes
it away and gives it again, which is a twentieth of the time. Other systems do not look at these."""
_CLOCK = [Clock()]
"""What ends children that take too long."""


class Child:
    """One process that reads documents, one after the other."""

    def __init__(self, memory: int) -> None:
        self.memory = memory
        self.served = 0
        self._late = False
        self._process = _started(memory)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def ask(self, question: Question, passed: float = 0) -> Answer:
        """The child's answer, when some seconds have *passed* already.

        Raises:
            LimitError: It took longer than the question allows; the child is no more.
            _DiedError: The child ended without an answer.
        """
        self.served += 1
        with _CLOCK[0].stopping(max(question.seconds - passed, 0.1), self._stop):
            told = self._exchange(question)
        if self._late:
            raise LimitError(
                f"reading the document took longer than {question.seconds} seconds",
                hint="Limits(pdf_seconds=...) allows more",
            )
        if told is None:
            raise _DiedError
        return told

    def _stop(self) -> None:
        self._late = True
        self._process.kill()

    def _exchange(self, question: Question) -> Answer | None:
        into, out = self._process.stdin, self._process.stdout
        assert into is not None
        assert out is not None
        try:
            into.write(question.encoded())
            into.write(question.data)
            into.flush()
            sizes = struct.unpack("<QQQ", out.read(24))
            if sum(sizes) > LONGEST_ANSWER:
                return None
            told, rows, carried = map(out.read, sizes)
            return Answer(json.loads(told), rows, carried) if len(carried) == sizes[2] else None
        except (OSError, ValueError, RecursionError, struct.error):
            return None

    def close(self) -> None:
        """End the process."""
        process = self._process
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]
        process.wait()

    def forget(self) -> None:
        """Let go of a process that is another one's child."""
        self._process.returncode = 0
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                os.close(pipe.fileno())  # type: ignore[union-attr]


def _started(memory: int) -> "subprocess.Popen[bytes]":
    spec = find_spec("pypdfium2_raw")
    if spec is None or spec.origin is None or not sys.executable:
        raise ReadError("there is no Python interpreter with pypdfium2 to read PDF documents in")
    place = str(Path(spec.origin).parent.parent)
    # Windows starts no program without this one.
    inherited = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    try:
        return subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", START, str(Path(__file__).parent), place, str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_KEEPING | inherited,
        )
    except OSError as error:
        raise ReadError(f"no process could be started to read the document in: {error.strerror}") from error


class Pool:
    """Children that wait for documents. Safe in threads: each document has a child of its own meanwhile."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[Child] = []

    def ask(self, question: Question) -> Answer:
        """A child's answer to *question*.

        Raises:
            ReadError: The document made the child crash, or use more memory than it may.
            LimitError: It took too long.
        """
        start = time.monotonic()
        child = self._borrowed(question.memory)
        try:
            try:
                told = child.ask(question)
            except _DiedError:
                if child.served == 1:
                    raise
                # What came before may have left little memory: ask a new one, in the time that is left.
                child.close()
                child = Child(question.memory)
                told = child.ask(question, time.monotonic() - start)
        except _DiedError as error:
            child.close()
            raise ReadError(
                "the document cannot be read: it crashes the PDF reader, or needs too much memory",
                hint="the file is damaged or hostile; Limits(pdf_memory=...) allows more memory",
            ) from error
        except BaseException:
            child.close()
            raise
        self._returned(child)
        return told

    def _borrowed(self, memory: int) -> Child:
        with self._lock:
            for place in range(len(self._idle) - 1, -1, -1):
                if self._idle[place].memory == memory:
                    return self._idle.pop(place)
        return Child(memory)

    def _returned(self, child: Child) -> None:
        with self._lock:
            if child.served < MOST_DOCUMENTS and len(self._idle) < MOST_IDLE:
                self._idle.append(child)
                return
        child.close()

    def idle(self) -> tuple[int, ...]:
        """The numbers of the processes that wait."""
        with self._lock:
            return tuple(child.pid for child in self._idle)

    def close(self) -> None:
        """End all children that wait."""
        with self._lock:
            waiting, self._idle = self._idle, []
        for child in waiting:
            child.close()

    def forget(self) -> None:
        """Let go of all children, in a process that was forked: they are its parent's."""
        self._lock = threading.Lock()
        _CLOCK[0] = Clock()  # threads do not live on in a fork
        waiting, self._idle = self._idle, []
        for child in waiting:
            child.forget()


POOL = Pool()
"""The children of this process."""
atexit.register(POOL.close)
if hasattr(os, "register_at_fork"):  # pragma: no branch; Windows has none
    os.register_at_fork(after_in_child=POOL.forget)
