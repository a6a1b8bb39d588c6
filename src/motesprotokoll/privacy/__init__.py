"""A publishable version of a meeting: what is taken away, the log of it, and the proof that it is gone.

`redact` gives the meeting without personal data that has no place in public minutes, `verify` looks for what
was taken away in every byte stream of the files that are to be published. Nothing is guessed: officials stay,
private persons go where the caller names them.
"""

from typing import TYPE_CHECKING

from motesprotokoll.extras import lazily

if TYPE_CHECKING:
    from motesprotokoll.privacy.log import LogEntry, log_to_json
    from motesprotokoll.privacy.profile import PUBLISH, FlaggedPerson, RedactionProfile
    from motesprotokoll.privacy.redaction import Redaction, redact
    from motesprotokoll.privacy.verifying import verified, verify

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

_MODULES = {
    "log": ("LogEntry", "log_to_json"),
    "profile": ("PUBLISH", "FlaggedPerson", "RedactionProfile"),
    "redaction": ("Redaction", "redact"),
    "verifying": ("verified", "verify"),
}
__getattr__, __dir__ = lazily(__name__, globals(), _MODULES)
