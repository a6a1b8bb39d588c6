"""Every rule of the library, in the order in which findings are told."""

from motesprotokoll.checks.accessibility import ACCESSIBILITY_RULES
from motesprotokoll.checks.actions import ACTION_RULES
from motesprotokoll.checks.attachments import ATTACHMENT_RULES
from motesprotokoll.checks.completeness import COMPLETENESS_RULES
from motesprotokoll.checks.dates import DATE_RULES
from motesprotokoll.checks.decisions import DECISION_RULES
from motesprotokoll.checks.language import LANGUAGE_RULES
from motesprotokoll.checks.people import PEOPLE_RULES
from motesprotokoll.checks.rules import Rule
from motesprotokoll.checks.schedules import PLAN_RULES

BUILT_IN: tuple[Rule, ...] = (
    *COMPLETENESS_RULES,
    *DATE_RULES,
    *PEOPLE_RULES,
    *DECISION_RULES,
    *ACTION_RULES,
    *ATTACHMENT_RULES,
    *LANGUAGE_RULES,
    *ACCESSIBILITY_RULES,
    *PLAN_RULES,
)


def rules() -> tuple[Rule, ...]:
    """Every rule that there is."""
    return BUILT_IN
