"""Which files of a folder are documents."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from motesprotokoll.errors import ReadError, WrongTypeError, quoted
from motesprotokoll.register.followup import FILE_NAME
from motesprotokoll.registry import formats

_OPENED = "~$"
"""How the file begins that Word leaves beside a document that somebody has open."""


def documents_in(files: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> list[str]:
    """The documents in a folder and the folders in it, by their names; files that are named are given back.

    A document is what has the suffix of a format that can be read. The file of follow-up is none.

    Raises:
        ReadError: There is no such folder, or it cannot be looked through.
        WrongTypeError: What is given is neither a folder nor files.
    """
    if not isinstance(files, str | os.PathLike):
        return list(named(files))
    try:
        return _in_folder(Path(files))
    except OSError as error:
        raise ReadError(f"the folder cannot be looked through: {error.strerror}", str(files)) from error


def named(files: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """The name of each of *files*.

    Raises:
        WrongTypeError: They are none.
    """
    if not isinstance(files, Iterable):
        raise WrongTypeError(f"expected files, got {quoted(files)}", "files")
    for file in files:
        if not isinstance(file, str | os.PathLike):
            raise WrongTypeError(f"expected a path, got {quoted(file)}", "files")
        yield os.fspath(file)


def _in_folder(folder: Path) -> list[str]:
    if not folder.is_dir():
        raise ReadError("there is no such folder", str(folder))
    suffixes = {suffix for one in formats() if one.can_read for suffix in one.suffixes}
    return sorted(
        str(path)
        for path in folder.rglob("*")
        if path.suffix.lower() in suffixes and _may_be_one(path.name) and path.is_file()
    )


def _may_be_one(name: str) -> bool:
    return name != FILE_NAME and not name.startswith(_OPENED)
