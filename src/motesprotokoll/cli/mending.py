"""Safe corrections on the command line: shown as a diff, and written if that is wanted."""

import difflib
from collections.abc import Iterable, Iterator, Mapping

from motesprotokoll import files
from motesprotokoll.checks.fixing import corrections
from motesprotokoll.checks.mending import FORMATS, mended_bytes
from motesprotokoll.cli.looking import Looked
from motesprotokoll.cli.telling import Told
from motesprotokoll.errors import WriteError
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.readers.decoding import decode

_HINTS: Mapping[str | None, str] = {
    "docx": "correct it in Word",
    "html": "correct the document that it was made from",
    "pdf": "correct the document that it was made from",
}
_NO_HINT = f"what can be mended is {', '.join(FORMATS)}"


def mended(looked: Looked, told: Iterable[Told]) -> tuple[bytes, int]:
    """The bytes of the document with the safe corrections of what is *told* in it, and how many there are.

    Raises:
        WriteError: The document is of a format that cannot be mended where it stands.
    """
    findings = [one.finding for one in told if one.finding.instead is not None]
    if not findings or len(looked.document.values) != 1:
        return looked.data, 0
    value = looked.document.value
    if looked.format is None or looked.format not in FORMATS:
        if not corrections(value, findings):
            return looked.data, 0
        what = f"a document of the format {looked.format}"
        raise WriteError(
            f"{what} cannot be mended in place", looked.name, _HINTS.get(looked.format, _NO_HINT)
        )
    try:
        data, done = mended_bytes(
            looked.data, looked.format, value, findings, lambda data: _read(looked, data)
        )
    except WriteError as error:
        raise WriteError(error.problem, looked.name, error.hint) from error
    return data, len(done)


def _read(looked: Looked, data: bytes) -> object:
    return Looked(looked.name, looked.arguments, data).document.value


def can_be_mended(looked: Looked, told: Iterable[Told]) -> int:
    """How many of the findings can be mended where they stand, as far as can be seen without trying."""
    findings = [one.finding for one in told if one.finding.instead is not None]
    if not findings or looked.name == "-" or looked.format not in FORMATS or len(looked.document.values) != 1:
        return 0
    return len(corrections(looked.document.value, findings))


def diff(name: str, old: bytes, new: bytes) -> Iterator[str]:
    """What changes, line by line, as ``diff -u`` shows it."""
    before, after = (decode(data, DEFAULT_LIMITS).text.splitlines() for data in (old, new))
    return difflib.unified_diff(before, after, name, name, lineterm="")


def write(looked: Looked, data: bytes) -> Looked:
    """Put *data* where the document stands, and the document as it is then.

    Raises:
        WriteError: It came from standard input, or the disk refused; the old file is whole then.
    """
    if looked.name == "-":
        raise WriteError("standard input cannot be mended", "-", "--diff shows what would change")
    files.write_bytes(looked.name, data, overwrite=True)
    return Looked(looked.name, looked.arguments, data)
