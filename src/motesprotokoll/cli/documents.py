"""The documents that the command line names: how they are read, and written."""

import argparse
import glob
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar

import attrs

from motesprotokoll import api, files
from motesprotokoll.cli.status import DONE, PROGRAM
from motesprotokoll.cli.terminal import clear_progress, progress, put, tell
from motesprotokoll.errors import MinutesError, ReadError, WrongValueError, quoted
from motesprotokoll.files import Source
from motesprotokoll.findings import Finding
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.registry import DEFAULT_REGISTRY
from motesprotokoll.rendered import Rendered
from motesprotokoll.signatures import binary_signature, text_format

T = TypeVar("T")


@attrs.frozen
class Document:
    """What a document holds: one meeting, or one plan or more; and what was uncertain in it."""

    name: str
    values: tuple[Meeting | Schedule, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def value(self) -> Meeting | Schedule:
        """The only meeting or plan."""
        if len(self.values) != 1:
            problem = f"the calendar holds {len(self.values)} plans"
            raise WrongValueError(problem, self.name, f"{PROGRAM} calendar takes them together")
        return self.values[0]


def source_of(name: str) -> Source:
    """What *name* on the command line stands for: a hyphen is standard input."""
    return sys.stdin.buffer if name == "-" else name


def read(name: str, arguments: argparse.Namespace) -> Reading:
    """The document *name*, read as the arguments say."""
    return api.read(source_of(name), format=arguments.read_as, **reading_options(arguments))


def read_any(
    name: str, arguments: argparse.Namespace | None = None, source: io.BytesIO | None = None
) -> Document:
    """The document *name*, which may also be a calendar of ours, or a plan that was kept.

    Its bytes are those of *source*, where they are here already.
    """
    source = source or again_and_again(name)
    asked = arguments.read_as if arguments else None
    known = asked or _data_format(source)
    if known == "ics":
        return Document(name, api.read_schedules(source))
    if known == "json":
        value = api.load(source)
        if isinstance(value, Schedule):
            return Document(name, (value,))
        source.seek(0)
    options = reading_options(arguments) if arguments else {}
    reading = api.read(source, format=asked, **options)
    return Document(name, (reading.meeting,), reading.findings)


def again_and_again(name: str) -> io.BytesIO:
    """The document *name* as a file that may be read several times: standard input may be read only once."""
    document = files.opened(source_of(name), DEFAULT_LIMITS)
    source = io.BytesIO(document.data)
    source.name = document.name or ""
    return source


def format_read(source: io.BytesIO, asked: str | None) -> str | None:
    """The format that *source* is read as; ``None`` where it is of a kind that cannot be read."""
    suffix = os.path.splitext(source.name)[1]
    known = asked or (suffix and DEFAULT_REGISTRY.for_suffix(suffix))
    if known:
        return known
    binary = binary_signature(source.getvalue())
    return text_format(source.getvalue()) if binary is None else binary.format


def _data_format(source: io.BytesIO) -> str | None:
    """The format of data that may be a plan; ``None`` for documents."""
    suffix = os.path.splitext(source.name)[1].lower()
    found = {".ics": "ics", ".json": "json"}.get(suffix) or (not suffix and text_format(source.getvalue()))
    return found if found in ("ics", "json") else None


def reading_options(arguments: argparse.Namespace) -> dict[str, Any]:
    """The options of reading that only some formats take."""
    return {"changes": arguments.changes, "password": _password(arguments.password_file)}


def _password(name: str | None) -> str | None:
    """The first line of a file, so that no password stands on the command line, where others see it."""
    if name is None:
        return None
    data = files.opened(name, DEFAULT_LIMITS).data
    try:
        return next(iter(data.decode("utf-8-sig").splitlines()), "")
    except UnicodeError as error:
        raise ReadError("the file of the password is not encoded in UTF-8", name) from error


def write(value: Meeting | Schedule, arguments: argparse.Namespace, **options: Any) -> None:
    """Write *value* where the arguments of `add_output` say."""
    if arguments.output != "-":
        api.write(value, arguments.output, format=arguments.format, overwrite=arguments.overwrite, **options)
        return
    if arguments.format is None:
        raise WrongValueError(
            "standard output has no suffix that tells the format", "-", "name one with --format"
        )
    put(api.render(value, arguments.format, **options))


def format_of(arguments: argparse.Namespace) -> str:
    """The format that the arguments of `add_output` ask for."""
    if arguments.format is not None:
        return str(arguments.format)
    suffix = os.path.splitext(arguments.output)[1]
    known = DEFAULT_REGISTRY.for_suffix(suffix, writing=True) if suffix else None
    if known is None:
        raise WrongValueError(
            f"no format is known for {quoted(suffix)}", arguments.output, "name one with --format"
        )
    return known


def write_rendered(rendered: Rendered, arguments: argparse.Namespace) -> None:
    """Write what is rendered already where the arguments of `add_output` say."""
    if arguments.output == "-":
        put(rendered)
    else:
        api.write(rendered, arguments.output, overwrite=arguments.overwrite)


def file_names(names: Sequence[str]) -> list[str]:
    """The names, with patterns resolved where the shell does not do that (Windows)."""
    return [file for name in names for file in _resolved(name)]


def _resolved(name: str) -> list[str]:
    if name == "-" or os.path.exists(name) or not glob.has_magic(name):
        return [name]
    return sorted(glob.glob(name)) or [name]


@attrs.define
class Several(Generic[T]):
    """Reads many files: what is wrong with one is told, and the rest goes on."""

    arguments: argparse.Namespace
    read: Callable[[str, argparse.Namespace], T]
    status: int = DONE

    def __iter__(self) -> Iterator[tuple[str, T]]:
        names = file_names(self.arguments.files)
        for number, name in enumerate(names, 1):
            progress(number, len(names), name)
            try:
                value = self.read(name, self.arguments)
            except MinutesError as error:
                self.status = max(self.status, tell(error))
                continue
            yield name, value
        clear_progress()
