"""What holds for every rule: its names, its page, its examples, and its words in both languages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import motesprotokoll as mp
from motesprotokoll import checks
from motesprotokoll.checks import About, Plan, Rule, Subject, rules
from motesprotokoll.checks.rules import Example
from motesprotokoll.messages import translate
from motesprotokoll.serialisation import loads

RULES = rules()


def named(one: Rule) -> str:
    return one.code


@pytest.mark.parametrize("rule", RULES, ids=named)
class TestRule:
    def test_has_a_code_and_a_name(self, rule: Rule) -> None:
        """Nobody else's."""
        assert re.fullmatch(r"MP[1-9]\d\d", rule.code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
        assert [one for one in RULES if rule.code == one.code or rule.name == one.name] == [rule]
        assert repr(rule) == f"Rule({rule.code}, {rule.name})"

    def test_says_why(self, rule: Rule) -> None:
        """Its page has what it finds, why, and what to do, in Swedish and English."""
        what, *why = rule.explanation.split("\n\n")
        assert what.endswith(".")
        assert why
        for words in (rule.title, rule.advice):
            assert translate(words, "en") != words
        assert rule.advice.endswith(".")
        assert not rule.title.endswith(".")

    def test_has_examples(self, rule: Rule) -> None:
        """Of what fails and of what passes."""
        assert {example.fails for example in rule.examples} == {True, False}

    def test_the_examples_do_what_they_say(self, rule: Rule) -> None:
        """The page shows what the rule does."""
        for example in rule.examples:
            found = list(rule(_subject(rule, example)))
            assert bool(found) is example.fails, example.text


def _subject(rule: Rule, example: Example) -> object:
    meeting = (
        loads(example.text)
        if example.format == "json"
        else mp.read_text(example.text, format=example.format).meeting
    )
    assert isinstance(meeting, mp.Meeting)
    subject = Subject(meeting)
    plans = [Plan(one, where, least_days=example.least_days) for where, one in subject.schedules]
    if rule.about is About.PLAN:
        (plan,) = plans
        return plan
    return {About.MEETING: subject, About.OCCASIONS: subject.occasions, About.PLANS: plans}[rule.about]


def _messages() -> Iterator[str]:
    """Every message that a rule tells, as it stands in the source."""
    for path in Path(checks.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield from _messages_in(node)


def _messages_in(function: ast.FunctionDef) -> Iterator[str]:
    assigned: dict[str, list[str]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    assigned.setdefault(target.id, []).append(str(node.value.value))
    for node in ast.walk(function):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("tell", "tell_of", "Told")
        ):
            first = node.args[0]
            if isinstance(first, ast.Constant):
                yield str(first.value)
            elif isinstance(first, ast.Name):
                yield from assigned.get(first.id, ())


@pytest.mark.parametrize("message", sorted(set(_messages())))
def test_every_message_can_be_told_in_english(message: str) -> None:
    """And with the same places."""
    english = translate(message, "en")
    assert english != message
    assert set(re.findall(r"{\w+}", english)) == set(re.findall(r"{\w+}", message))
