"""Rules about whether everybody can read what is written: MP801 to MP899."""

from motesprotokoll.checks.rules import Rule

ACCESSIBILITY_RULES: tuple[Rule, ...] = ()
