"""What a rule of `check` promises, checked."""

from typing import NoReturn

import attrs

from motesprotokoll import api
from motesprotokoll.checks import About, Plan, Rule, Subject, fixed
from motesprotokoll.checks.fixing import corrections, stands_at
from motesprotokoll.checks.rules import Example, refuse_names
from motesprotokoll.errors import MinutesError, quoted
from motesprotokoll.findings import Finding
from motesprotokoll.model import Meeting
from motesprotokoll.serialisation import loads
from motesprotokoll.testing.samples import HOSTILE, PLAIN, sample_meeting


def check_rule(rule: Rule) -> None:
    """Check that *rule* does what a rule promises.

    It can be selected and explained; it tells something of each example that fails, and nothing of those that
    pass; what it tells has a place, its excerpt stands there, and a correction can be placed and ends the
    matter; it breaks on no meeting.

    Raises:
        AssertionError: It does not, and how.
    """
    if not isinstance(rule, Rule):
        raise AssertionError(f"{quoted(rule)} is no Rule: write @rule(...) above the function")
    _check_words(rule)
    for example in rule.examples:
        _check_example(rule, example)
    for words in (HOSTILE, PLAIN):
        _found(rule, sample_meeting(words))
    _found(rule, Meeting())


def _fail(rule: Rule, problem: str) -> NoReturn:
    raise AssertionError(f"{rule.code} {problem}")


def _check_words(rule: Rule) -> None:
    try:
        refuse_names(rule.code, rule.name)
    except MinutesError as error:
        raise AssertionError(str(error)) from error
    if not rule.title or rule.title.endswith("."):
        _fail(rule, "needs a title without a full stop")
    if not rule.advice.endswith("."):
        _fail(rule, "needs an advice that ends with a full stop")
    what, _, why = rule.explanation.partition("\n\n")
    if not what.endswith(".") or not why:
        _fail(rule, "needs a docstring: a sentence of what it finds, and a paragraph of why")
    if {one.fails for one in rule.examples} != {True, False}:
        _fail(
            rule, "needs examples of both kinds: Fails: and Passes:, each above a block indented by 4 spaces"
        )


def _check_example(rule: Rule, example: Example) -> None:
    meeting = _meeting(rule, example)
    findings = _found(rule, meeting, example.least_days)
    if bool(findings) is not example.fails:
        told = f"tells {findings[0].message!r}" if findings else "tells nothing"
        _fail(rule, f"{told} of the example {quoted(example.text, 200)}")
    if rule.about is About.MEETING:
        for one in findings:
            if not stands_at(meeting, one):
                _fail(rule, f"tells of {quoted(one.excerpt)} at {one.where}, which is no such place")
        _check_corrections(rule, meeting, [one for one in findings if one.instead is not None])


def _check_corrections(rule: Rule, meeting: Meeting, findings: list[Finding]) -> None:
    if len(corrections(meeting, findings)) < len(findings):
        _fail(rule, "offers corrections that cannot be placed: it has to tell of each place by itself")
    if any(one.instead is not None for one in _found(rule, fixed(meeting, findings))):
        _fail(rule, "offers a correction of what it has corrected")


def _meeting(rule: Rule, example: Example) -> Meeting:
    try:
        if example.format == "json":
            value: object = loads(example.text)
        else:
            value = api.read_text(example.text, format=example.format).meeting
    except MinutesError as error:
        raise AssertionError(f"{rule.code} has an example that cannot be read: {error}") from error
    if not isinstance(value, Meeting):
        _fail(rule, f"has an example that is no meeting: {quoted(value)}")
    return value


def _found(rule: Rule, meeting: Meeting, least_days: int = 0) -> list[Finding]:
    """What the rule tells, as if it were of another package: so nonsense is told."""
    theirs = attrs.evolve(rule, owner=rule.owner or "the rule")
    subject = Subject(meeting)
    plans = [Plan(schedule, where, least_days=least_days) for where, schedule in subject.schedules]
    looked_at: tuple[object, ...] = {
        About.MEETING: (subject,),
        About.OCCASIONS: (subject.occasions,),
        About.PLAN: tuple(plans),
        About.PLANS: (plans,),
    }[rule.about]
    try:
        return [one for each in looked_at for one in theirs(each)]
    except MinutesError as error:
        raise AssertionError(str(error)) from error
