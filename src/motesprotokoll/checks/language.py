"""Rules about the language: MP701 to MP799."""

from motesprotokoll.checks.rules import Rule

LANGUAGE_RULES: tuple[Rule, ...] = ()
