"""The terminal: what it may get, progress, and errors told."""

import io
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from motesprotokoll.cli.status import MISSING, PROGRAM, USAGE
from motesprotokoll.errors import MinutesError, MissingExtraError, WrongValueError
from motesprotokoll.messages import printable

if TYPE_CHECKING:  # help needs this module, and not what renders
    from motesprotokoll.rendered import Rendered

_OPTIONS = (
    (re.compile(r"\boverwrite=True\b"), "--overwrite"),
    (re.compile(r"\bformat=(?!\w)"), "--format"),
    (re.compile(r"\bread\(\.\.\., password=\.\.\.\)"), "--password-file"),
    (re.compile(r"\bread with changes='accept' or 'reject'"), "--changes accept or reject"),
    (re.compile(r"; a place from 0 as a whole number works too"), ""),
    (
        re.compile(r"load\(\) gives it as it is|read_schedule\(\) reads the schedule in it"),
        f"{PROGRAM} calendar reads plans",
    ),
    (re.compile(r"planning\.busy_days\(\) tells when others are busy"), f"{PROGRAM} plan --avoid takes it"),
    (re.compile(r"Limits\(.*"), ""),  # no option sets them
)
"""What hints for Python are called on the command line."""
_NARROWEST = 40
"""Lines shorter than this are no easier to read."""


def say(lines: Iterable[str]) -> None:
    """Print *lines*."""
    for line in lines:
        print(printable(line))


def wrapped(lines: Iterable[str]) -> Iterator[str]:
    """*lines* of sentences, broken between words where a terminal is narrower; a pipe gets them whole."""
    if not sys.stdout.isatty():
        yield from lines
        return
    width = max(shutil.get_terminal_size().columns, _NARROWEST)
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        yield from textwrap.wrap(line, width, subsequent_indent=indent) or [""]


def warn(lines: Iterable[str]) -> None:
    """Print *lines* beside the output, where messages go."""
    for line in lines:
        print(printable(line), file=sys.stderr)


def tell(error: MinutesError) -> int:
    """One line about what went wrong; the exit status."""
    clear_progress()
    for pattern, option in _OPTIONS if error.hint else ():
        error.hint = pattern.sub(option, error.hint or "")
    print(f"{PROGRAM}: {printable(str(error))}", file=sys.stderr)
    return MISSING if isinstance(error, MissingExtraError) else USAGE


def put(rendered: "Rendered") -> None:
    """Write a document to standard output. A terminal gets text only, without what would drive it."""
    if not sys.stdout.isatty():
        sys.stdout.flush()
        sys.stdout.buffer.write(rendered.content)
        sys.stdout.buffer.flush()
        return
    if not rendered.is_text:
        hint = f"name a file: -o document{rendered.suffix}"
        raise WrongValueError(f"{rendered.media_type} does not go to a terminal", "-", hint)
    say(rendered.text.removesuffix("\n").split("\n"))


def progress(number: int, total: int, name: str) -> None:
    """Count many files on one line of a terminal."""
    if total > 1 and sys.stderr.isatty():
        print(f"\r\x1b[K[{number}/{total}] {printable(name)[-60:]}", end="", file=sys.stderr, flush=True)


def clear_progress() -> None:
    """Take the line of `progress` away."""
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def use_utf8() -> None:
    """Whatever the locale says, Swedish is written as UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def forget_stdout() -> None:
    """Point standard output nowhere, so that Python does not stumble when it closes it."""
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
