"""The file of a house's template: its bytes, read within bounds, and what its parts are."""

from pathlib import Path

from motesprotokoll import word
from motesprotokoll.errors import TemplateError
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.word_package import Element

_MIB = 1024 * 1024
_LARGEST = DEFAULT_LIMITS.document_bytes
_TYPES = f"{{{word.CONTENT_TYPES}}}"


def stamp(path: Path) -> tuple[int, int]:
    """When a file was changed and how large it is: by what it is told that it is still the same.

    Raises:
        TemplateError: There is no such file.
    """
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    return found.st_mtime_ns, found.st_size


def content_of(path: Path) -> bytes:
    """The bytes of the file at *path*.

    Raises:
        TemplateError: There is no such file, or it is larger than a template is.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if len(data) > _LARGEST:
        raise TemplateError(f"the template is larger than {_LARGEST // _MIB} MB", path.name)
    return data


def _unreadable(path: Path, error: Exception) -> TemplateError:
    problem = getattr(error, "strerror", None) or "no such file"
    return TemplateError(f"the template cannot be read: {problem}", path.name)


def content_type(types: Element | None, name: str) -> str:
    """What the part *name* is by the root of the part that tells the types; ``""`` where it does not."""
    if types is None:
        return ""
    for one in types.iterfind(f"{_TYPES}Override"):
        if (one.get("PartName") or "").lstrip("/").casefold() == name.casefold():
            return one.get("ContentType") or ""
    suffix = name.rpartition(".")[2].casefold()
    for one in types.iterfind(f"{_TYPES}Default"):
        if (one.get("Extension") or "").casefold() == suffix:
            return one.get("ContentType") or ""
    return ""
