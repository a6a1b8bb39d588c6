"""What holds of whatever a rule tells in these tests."""

from collections.abc import Iterator

import pytest

from motesprotokoll.checks import Rule
from motesprotokoll.checks.rules import Told
from motesprotokoll.findings import Finding
from motesprotokoll.messages import translate


@pytest.fixture(autouse=True)
def says_it_in_english_too(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each message of a rule of ours that a test meets stands in the catalogue, letter by letter."""
    templates = set[str]()
    plain = Rule._finding

    def noted(rule: Rule, told: Told) -> Finding:
        if rule.owner is None and rule.code.startswith("MP"):
            templates.add(told.template)
        return plain(rule, told)

    monkeypatch.setattr(Rule, "_finding", noted)
    yield
    assert [one for one in sorted(templates) if translate(one, "en") == one] == []
