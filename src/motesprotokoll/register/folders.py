"""Which files of a folder are documents."""

import os
from collections.abc import Iterable
from pathlib import Path

from motesprotokoll.errors import ReadError
from motesprotokoll.register.followup import FILE_NAME
from motesprotokoll.registry import formats

_OPENED = "~$"
"""How the file begins that Word leaves beside a document that somebody has open."""


def documents_in(files: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> list[str]:
    """The documents in a folder and the folders in it, by their names; files that are named are given back.

    A document is what has the suffix of a format that can be read. The file of follow-up is none.

    Raises:
        ReadError: There is no such folder.
    """
    if not isinstance(files, str | os.PathLike):
        return [os.fspath(file) for file in files]
    folder = Path(files)
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
