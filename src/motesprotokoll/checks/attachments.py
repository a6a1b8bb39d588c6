"""Rules about attachments and links: MP601 to MP699."""

from motesprotokoll.checks.rules import Rule

ATTACHMENT_RULES: tuple[Rule, ...] = ()
