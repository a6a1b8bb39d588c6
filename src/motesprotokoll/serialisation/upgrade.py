"""Documents of older versions, brought forward one step at a time.

A step is a pure function from the document of one version to that of the next. It is written once, when the
version is raised, and never changed again. Files of every version that was ever written stand in
``tests/data/old``.
"""

from collections.abc import Callable, Mapping
from typing import Any

from motesprotokoll.errors import DataError, MinutesError, UnsupportedVersionError
from motesprotokoll.serialisation.faults import shown

Document = dict[str, Any]
Step = Callable[[Document], Document]

VERSION = 1
"""The version that this library writes, and the newest that it reads."""

STEPS: Mapping[int, Step] = {}
"""``STEPS[1]`` makes a document of version 2 from one of version 1. There is only version 1 so far."""


def upgrade(document: Document, *, steps: Mapping[int, Step] = STEPS, newest: int = VERSION) -> Document:
    """*document* as the version *newest* writes it; *document* itself is left as it is.

    Raises:
        UnsupportedVersionError: The document is newer than *newest*.
        DataError: The version is missing or none, or a step cannot make sense of the document.
    """
    version = version_of(document)
    if version > newest:
        problem = f"the document has version {version}, and this library reads versions up to {newest}"
        raise UnsupportedVersionError(problem, "$.version", "a newer motesprotokoll wrote it: upgrade")
    if version < newest:
        document = _copy(document)
    for number in range(version, newest):
        document = {**_taken(steps[number], document, number), "version": number + 1}
    return document


def version_of(document: Document) -> int:
    """The version that *document* claims.

    Raises:
        DataError: It claims none.
    """
    if "version" not in document:
        raise _error("key 'version' is missing", "$")
    version = document["version"]
    if type(version) is not int or version < 1:
        raise _error(f"expected a whole number from 1, got {shown(version)}", "$.version")
    return version


def _taken(step: Step, document: Document, number: int) -> Document:
    try:
        return step(document)
    except (MinutesError, RecursionError, MemoryError):
        raise
    except Exception as error:  # a step may trust that the document is sound, and this one is not
        raise _error(f"this is not a sound document of version {number}: {error!r}", "$") from error


def _error(problem: str, where: str) -> DataError:
    return DataError(problem, where, None, ((where, problem),))


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(one) for key, one in value.items()}
    return [_copy(one) for one in value] if isinstance(value, list) else value
