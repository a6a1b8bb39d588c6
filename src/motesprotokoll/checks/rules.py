"""What a rule is: a function that looks at a meeting or a plan, its code, and the page that explains it."""

import inspect
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any

import attrs

from motesprotokoll import guards
from motesprotokoll.errors import PluginError, WrongValueError, quoted
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model import Kind
from motesprotokoll.registry import Loaded

HELD: frozenset[Kind | None] = frozenset({Kind.NOTES, Kind.MINUTES, None})
"""Documents of a meeting that was held; one that does not say what it is counts as one."""
FORMAL: frozenset[Kind | None] = frozenset({Kind.MINUTES})
"""Formal protocols, which owe more than notes do."""

CODE = re.compile(r"[A-Z]{2,8}[0-9]{3}")
"""What the code of a rule looks like."""
NAME = re.compile(r"[a-z]+(?:-[a-z][a-z]*+)*+")
"""What the name of a rule looks like."""
_EXAMPLE = re.compile(
    r"^(Fails|Passes)(?: \((\w+)\))?(?: with least_days=(\d+))?:\n\n((?:(?: {4}.*)?\n)+)", re.MULTILINE
)


class About(StrEnum):
    """What a rule looks at."""

    MEETING = "meeting"
    """A meeting, as a `Subject`."""
    OCCASIONS = "occasions"
    """Occasions with their places: of a meeting and the schedules in it, or of a schedule alone."""
    PLAN = "plan"
    """One schedule, as a `Plan`."""
    PLANS = "plans"
    """Several schedules at once."""


@attrs.frozen
class Told:
    """What a rule tells. It becomes a `Finding` with the rule's code."""

    template: str
    """The message in Swedish, with places in braces."""
    where: str | None = None
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity | None = None
    """How serious it is, where that is not what the rule says."""
    excerpt: str | None = None
    instead: str | None = None


def tell(
    template: str,
    where: object,
    /,
    *,
    severity: Severity | None = None,
    excerpt: str | None = None,
    instead: str | None = None,
    **values: object,
) -> Told:
    """What is told of a place, ``values`` being what stands in the places of the message.

    Args:
        where: The place, as ``$.agenda[0].body[1]``.
        excerpt: The words that it is about, exactly as they stand there.
        instead: What may safely stand there instead of the *excerpt*.
    """
    filled = tuple((name, str(value)) for name, value in values.items())
    return Told(template, str(where), filled, severity, excerpt, instead)


@attrs.frozen
class Example:
    """An example in the explanation of a rule: a document, and whether the rule tells something of it."""

    text: str
    format: str
    """The name of the format that it is written in."""
    fails: bool
    least_days: int = 0
    """What is asked of the plan in it, as of `check_schedules`."""


@attrs.frozen(repr=False, eq=False)
class Rule:
    """A rule. Calling it with what it looks at gives its findings."""

    code: str
    """Stable: ``MP301``. The first digit is its family."""
    name: str
    """Stable, for people: ``present-and-absent``."""
    find: Callable[[Any], Iterable[Told]]
    title: str
    """What it finds, in Swedish."""
    advice: str
    """What to do about it, in Swedish."""
    severity: Severity = Severity.WARNING
    about: About = About.MEETING
    kinds: frozenset[Kind | None] | None = None
    """The kinds of documents that it is for; ``None`` is any."""
    default: bool = True
    """Whether it is used where nobody selects rules."""
    everywhere: bool = False
    """Whether a rule about plans looks at those within meetings, too."""
    owner: str | None = None
    """The package that offers it, with its version; ``None`` for the library's own."""

    def __call__(self, subject: Any) -> Iterator[Finding]:
        """What there is to tell of *subject*.

        Raises:
            PluginError: It is another package's, and it raised something or told nonsense.
        """
        if self.owner is not None:
            return iter(self._from_others(subject, f"{self.owner} {self.code}"))
        return map(self._finding, self.find(subject))

    def _finding(self, told: Told) -> Finding:
        severity = told.severity or self.severity
        return Finding(
            self.code, severity, told.template, told.where, told.values, told.excerpt, told.instead
        )

    def _from_others(self, subject: Any, owner: str) -> list[Finding]:
        with guards.blaming(Loaded(self.find, self.code, owner)):
            told = list(self.find(subject))
            for one in told:
                _refuse_nonsense(one, owner)
            findings = [self._finding(one) for one in told]
            for finding in findings:
                finding.message_in("sv")  # fails where a place of the message is not filled
        return findings

    def is_for(self, kind: Kind | None) -> bool:
        """Whether the rule is for documents of this kind."""
        return self.kinds is None or kind in self.kinds

    @property
    def explanation(self) -> str:
        """Why there is such a rule, in English; the first paragraph tells what it finds."""
        return _EXAMPLE.sub("", f"{inspect.getdoc(self.find) or ''}\n").strip()

    @property
    def examples(self) -> tuple[Example, ...]:
        """Documents of which it tells something, and documents of which it does not."""
        return tuple(
            Example(textwrap.dedent(text).strip("\n") + "\n", name or "text", word == "Fails", int(days or 0))
            for word, name, days, text in _EXAMPLE.findall(f"{inspect.getdoc(self.find) or ''}\n")
        )

    def __repr__(self) -> str:
        return f"Rule({self.code}, {self.name})"


def _refuse_nonsense(told: object, owner: str) -> None:
    """Refuse what no `tell` gives. The places of the message are filled later."""
    if not (
        isinstance(told, Told)
        and isinstance(told.template, str)
        and isinstance(told.severity, Severity | None)
        and all(isinstance(one, str | None) for one in (told.where, told.excerpt, told.instead))
    ):
        raise PluginError(f"it told {quoted(told)}, which no tell() gives", owner)


def rule(code: str, name: str, **more: Any) -> Callable[[Callable[[Any], Iterable[Told]]], Rule]:
    """Make a rule of the function below, whose docstring is the rule's page.

    The docstring opens with what the rule finds, goes on with why, and ends with examples, which are
    documents in our own text format unless they name another: ``Fails:``, ``Passes (markdown):``.

    Args:
        code: Letters and three digits: ``MP301``. Those of the library begin with ``MP``.
        name: Words of a-z with hyphens.
        more: The other fields of `Rule`; ``title`` and ``advice`` have to be there.

    Raises:
        WrongValueError: The code or the name does not look like one.
    """
    refuse_names(code, name)
    return lambda find: Rule(code, name, find, **more)


def refuse_names(code: object, name: object) -> None:
    """Refuse what nobody could select or look up.

    Raises:
        WrongValueError: The code or the name of a rule does not look like one.
    """
    if not (isinstance(code, str) and CODE.fullmatch(code)):
        raise WrongValueError(f"{quoted(code)} is no code of a rule", "code", "letters and digits: GR101")
    if not (isinstance(name, str) and NAME.fullmatch(name)):
        raise WrongValueError(f"{quoted(name)} is no name of a rule", "name", "words of a-z with hyphens")
