"""Findings as comments in a copy of a Word document."""

from collections.abc import Iterable
from pathlib import Path

from motesprotokoll import api
from motesprotokoll.cli.looking import Looked
from motesprotokoll.cli.telling import Told
from motesprotokoll.errors import WriteError
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.messages import translate
from motesprotokoll.model import Meeting

_ADDED = "granskad"
"""What the name of a copy has behind that of the document."""


def write(looked: Looked, told: Iterable[Told], output: str | None, language: str, overwrite: bool) -> Path:
    """Write a copy of the document in which what is *told* stands as comments, and tell where it is.

    Raises:
        WriteError: It is no Word document, or comes from standard input and *output* names no file, or the
            copy is there already and may not be replaced.
    """
    if looked.format != "docx":
        hint = (
            "--format github shows findings beside the lines"
            if looked.format in ("text", "markdown")
            else None
        )
        raise WriteError("only Word documents take comments", looked.name, hint)
    if output is None and looked.name == "-":
        raise WriteError("standard input has no name for the copy", "-", "name one with --output")
    from motesprotokoll.annotation import SHOWN_BY_WORD, annotate  # needs the extra docx

    findings = [one.finding for one in told if one.finding.code not in SHOWN_BY_WORD]
    meeting = looked.document.value
    assert isinstance(meeting, Meeting)  # as everything that is read from Word
    reading = Reading(meeting, looked.document.findings)
    copy = annotate(looked.data, findings, language=language, reading=reading)
    return api.write(copy, output or _beside(looked.name, language), overwrite=overwrite)


def _beside(name: str, language: str) -> Path:
    path = Path(name)
    return path.with_name(f"{path.stem}-{translate(_ADDED, language)}{path.suffix}")
