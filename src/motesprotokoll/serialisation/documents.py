"""What can stand in a JSON document of its own. A new kind of document is one row of the table."""

import sys
from importlib import import_module

from motesprotokoll.errors import WrongTypeError, quoted

FORMAT = "motesprotokoll"
"""What every document says that it is."""

DOCUMENTS: dict[str, str] = {
    "meeting": "motesprotokoll.model:Meeting",
    "schedule": "motesprotokoll.model:Schedule",
    "reading": "motesprotokoll.interpret.reading:Reading",
}
"""The value of ``"type"`` at the root, and the class that it stands for.

The class is named and not imported, because it may stand on a higher floor than this package.
"""


def class_of(kind: str) -> type:
    """The class of documents of *kind*."""
    module, _, name = DOCUMENTS[kind].partition(":")
    found: type = getattr(import_module(module), name)
    return found


def kind_of(value: object) -> str:
    """The kind of document that *value* is.

    Raises:
        WrongTypeError: It is none.
    """
    for kind, reference in DOCUMENTS.items():
        module, _, name = reference.partition(":")
        # A value of a class that nobody imported cannot be there.
        if type(value) is getattr(sys.modules.get(module), name, None):
            return kind
    known = ", ".join(reference.partition(":")[2] for reference in DOCUMENTS.values())
    raise WrongTypeError(f"expected a value of {known}, got {quoted(value)}", "dumps")
