"""The rules on the command line: a list of them, and the page of one."""

import textwrap
from collections.abc import Iterable, Iterator
from functools import partial

from motesprotokoll.checks import FORMAL, HELD, Rule
from motesprotokoll.messages import translate
from motesprotokoll.summary import SEVERITIES

_INDENT = "    "
_WIDTH = 88


def listing(rules: Iterable[Rule], language: str) -> Iterator[str]:
    """A line a rule: code, how serious it is, name and title; those that have to be selected are marked."""
    t = partial(translate, language=language)
    listed = sorted(rules, key=lambda one: one.code)
    severities = max(len(t(word)) for word in SEVERITIES.values())
    names = max((len(one.name) for one in listed), default=0)
    for one in listed:
        severity = f"{t(SEVERITIES[one.severity]):<{severities}}"
        yield f"{one.code}{' ' if one.default else '*'} {severity}  {one.name:<{names}}  {t(one.title)}"
    if not all(one.default for one in listed):
        yield ""
        yield t("* används bara när den väljs med --select")


def as_data(one: Rule, language: str) -> dict[str, str | bool | None]:
    """A rule for programs. These names are promises."""
    return {
        "code": one.code,
        "name": one.name,
        "title": translate(one.title, language),
        "advice": translate(one.advice, language),
        "severity": one.severity.value,
        "default": one.default,
        "package": one.owner,
    }


def page(one: Rule, language: str) -> Iterator[str]:
    """What the rule is about, what to do, and examples; in English also why there is such a rule."""
    t = partial(translate, language=language)
    yield f"{one.code} {one.name}"
    yield t(one.title)
    yield ""
    yield from _wrapped(f"{t(SEVERITIES[one.severity]).capitalize()}. {used(one, language)}")
    if language == "en":
        for paragraph in one.explanation.split("\n\n"):
            yield ""
            yield from _wrapped(paragraph)
    yield ""
    yield from _wrapped(f"{t('Gör så här:')} {t(one.advice)}")
    for example in one.examples:
        told = [example.format] if example.format != "text" else []
        told += [f"least_days={example.least_days}"] if example.least_days else []
        word = t("Fel:") if example.fails else t("Rätt:")
        yield ""
        yield f"{word[:-1]} ({', '.join(told)}):" if told else word
        yield ""
        yield from textwrap.indent(example.text, _INDENT).splitlines()


def used(one: Rule, language: str) -> str:
    """For which documents the rule is, and whether it has to be selected."""
    t = partial(translate, language=language)
    kinds = {HELD: t("Gäller dokument från möten som har hållits."), FORMAL: t("Gäller bara protokoll.")}
    words = [kinds.get(one.kinds, "") if one.kinds is not None else t("Gäller alla dokument.")]
    if not one.default:
        words.append(t("Används bara när den väljs med --select."))
    if one.owner is not None:
        words.append(t("Kommer från {package}.").format(package=one.owner))
    return " ".join(filter(None, words))


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text.replace("`", ""), _WIDTH)
