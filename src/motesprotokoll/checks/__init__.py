"""What is doubtful or wrong in a meeting or a plan: findings, one rule a function, each with its own code.

A rule looks at the value alone. What a reader was unsure of is told by the reader. The rules stand in
families: `completeness` (MP1), `dates` (MP2), `people` and `organisations` (MP3), `decisions` and `outcomes`
(MP4), `actions` (MP5), `attachments` and `links` (MP6), `language` and `typing_slips` (MP7), `accessibility`
(MP8), and those about plans (MP9): `schedules`, `free_days` and `collisions`.
"""

from motesprotokoll.checks.catalogue import Catalogue, rules
from motesprotokoll.checks.checking import check, check_schedules
from motesprotokoll.checks.configuration import profile_for
from motesprotokoll.checks.fixing import fixed
from motesprotokoll.checks.placing import place_in_words
from motesprotokoll.checks.plans import Plan
from motesprotokoll.checks.profile import Profile
from motesprotokoll.checks.rules import FORMAL, HELD, About, Rule, Told, rule, tell
from motesprotokoll.checks.subject import Subject

__all__ = [
    "FORMAL",
    "HELD",
    "About",
    "Catalogue",
    "Plan",
    "Profile",
    "Rule",
    "Subject",
    "Told",
    "check",
    "check_schedules",
    "fixed",
    "place_in_words",
    "profile_for",
    "rule",
    "rules",
    "tell",
]
