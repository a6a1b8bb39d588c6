"""A publishable version of a meeting: what is taken away, the log of it, and the proof that it is gone.

`redact` gives the meeting without personal data that has no place in public minutes, `verify` looks for what
was taken away in every byte stream of the files that are to be published. Nothing is guessed: officials stay,
private persons go where the caller names them.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from motesprotokoll.privacy.log import LogEntry, log_to_json
    from motesprotokoll.privacy.profile import PUBLISH, FlaggedPerson, RedactionProfile
    from motesprotokoll.privacy.redaction import Redaction, redact
    from motesprotokoll.privacy.verifying import verified, verify

_MODULES = {
    "log": "LogEntry log_to_json",
    "profile": "PUBLISH FlaggedPerson RedactionProfile",
    "redaction": "Redaction redact",
    "verifying": "verified verify",
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names.split(" ")}

__all__ = [
    "PUBLISH",
    "FlaggedPerson",
    "LogEntry",
    "Redaction",
    "RedactionProfile",
    "log_to_json",
    "redact",
    "verified",
    "verify",
]


def __getattr__(name: str) -> Any:
    module = _HOMES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
