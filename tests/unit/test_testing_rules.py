"""The contract of rules finds each way to break it, and says which; ours keep it."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from motesprotokoll.checks import About, Rule, rule, rules, tell
from motesprotokoll.testing import check_rule

PAGE = """Coffee that is spelt as tea.

    Nobody finds it then.

    Fails:

        1. Paus
        Vi dricker te till maten.

    Passes:

        1. Paus
        Vi dricker kaffe.
    """


_PLAN = "Anteckningar möte 2026-11-20\n\n        1. Mötestider 2027\n        - 5 mars\n        - 19 mars"


def made(find: Callable[[Any], Any], page: str = PAGE, **more: Any) -> Rule:
    """A rule of the function *find* with this page."""
    find.__doc__ = page
    return rule("GR101", "tea", **{"title": "Te i stället för kaffe", "advice": "Skriv kaffe.", **more})(find)


def good(subject: Any) -> Any:
    for where, text in subject.texts:
        if " te " in text:
            yield tell("Skriv kaffe.", where, excerpt="te", instead="kaffe")


def silent(_: Any) -> Any:
    return ()


def loud(_: Any) -> Any:
    yield tell("Jaha.", "$")


def raising(_: Any) -> Any:
    raise ValueError("away")


def nonsense(_: Any) -> Any:
    yield 3


def misplaced(subject: Any) -> Any:
    if subject.texts and " te " in subject.texts[0][1]:
        yield tell("Skriv kaffe.", "$.agenda[7]", excerpt="te")


def misquoted(subject: Any) -> Any:
    if subject.texts and " te " in subject.texts[0][1]:
        yield tell("Skriv kaffe.", "$.agenda[0].body[0]", excerpt="Te")


def twice(subject: Any) -> Any:
    yield from good(subject)
    yield from good(subject)


def endless(subject: Any) -> Any:
    for where, text in subject.texts:
        if " te " in text:
            word = "maten" if "maten" in text else "frukosten"
            yield tell("Byt.", where, excerpt=word, instead="frukosten" if word == "maten" else "maten")


def nowhere(subject: Any) -> Any:
    for told in good(subject):
        yield attrs.evolve(told, where=None)


class TestCheckRule:
    @pytest.mark.parametrize("one", rules(), ids=lambda one: one.code)
    def test_ours_pass(self, one: Rule) -> None:
        """Each of them."""
        check_rule(one)

    def test_a_good_one_passes(self) -> None:
        """What keeps its promises."""
        check_rule(made(good))

    @pytest.mark.parametrize("about", [About.OCCASIONS, About.PLAN, About.PLANS])
    def test_what_looks_at_something_else(self, about: About) -> None:
        """It gets that, and its places are not looked up."""
        page = PAGE.replace("1. Paus\n        Vi dricker te till maten.", _PLAN)

        def dated(looked_at: Any) -> Any:
            found = looked_at.occasions() if about is About.PLAN else looked_at
            return [tell("Jaha.", "$", excerpt="x")] if list(found) else []

        check_rule(made(dated, page, about=about))

    @pytest.mark.parametrize(
        ("find", "problem"),
        [
            (silent, r"GR101 tells nothing of the example '1\. Paus"),
            (loud, r"GR101 tells 'Jaha\.' of the example '1\. Paus\\nVi dricker kaffe"),
            (raising, r"the rule GR101: it raised ValueError\('away'\)"),
            (nonsense, r"the rule GR101: it told 3"),
            (misplaced, r"GR101 tells of 'te' at \$\.agenda\[7\], which is no such place"),
            (misquoted, r"GR101 tells of 'Te' at \$\.agenda\[0\]\.body\[0\], which is no such place"),
            (nowhere, r"GR101 tells of 'te' at None"),
            (twice, r"GR101 offers corrections that cannot be placed"),
            (endless, r"GR101 offers a correction of what it has corrected"),
        ],
    )
    def test_what_it_tells(self, find: Callable[[Any], Any], problem: str) -> None:
        """It has to be right."""
        with pytest.raises(AssertionError, match=problem):
            check_rule(made(find))

    @pytest.mark.parametrize(
        ("more", "problem"),
        [
            ({"title": "Te."}, "title without a full stop"),
            ({"title": ""}, "title without a full stop"),
            ({"advice": "Skriv kaffe"}, "advice that ends with a full stop"),
            ({"page": "Tea."}, "a paragraph of why"),
            ({"page": "Tea\n\n    Why."}, "a sentence of what it finds"),
            ({"page": "Tea.\n\n    Why."}, "examples of both kinds"),
            ({"page": PAGE.replace("Fails:", "Fails (json):")}, "has an example that cannot be read"),
            (
                {
                    "page": PAGE.replace("Fails:", "Fails (json):").replace(
                        "1. Paus\n        Vi dricker te till maten.",
                        '{"format": "motesprotokoll", "version": 1, "type": "schedule"}',
                    )
                },
                "has an example that is no meeting",
            ),
        ],
    )
    def test_its_words(self, more: dict[str, Any], problem: str) -> None:
        """They have to be there."""
        with pytest.raises(AssertionError, match=problem):
            check_rule(made(good, **more))

    def test_what_is_none(self) -> None:
        """A function without the decorator, and a rule that nobody can select."""
        with pytest.raises(AssertionError, match="is no Rule"):
            check_rule(good)  # type: ignore[arg-type]
        with pytest.raises(AssertionError, match="'gr' is no code of a rule"):
            check_rule(attrs.evolve(made(good), code="gr"))
