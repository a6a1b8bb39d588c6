"""The documentation of rules, made from the rules: a page for each, and an index.

``python -m motesprotokoll.checks.pages FOLDER`` writes those of the library into a folder.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from motesprotokoll.checks.catalogue import BUILT_IN
from motesprotokoll.checks.rules import FORMAL, HELD, Example, Rule
from motesprotokoll.messages import translate

INDEX = "index.md"

FAMILIES: Mapping[str, str] = {
    "MP1": "Completeness",
    "MP2": "Days and hours",
    "MP3": "People",
    "MP4": "Decisions",
    "MP5": "Actions",
    "MP6": "Attachments and links",
    "MP7": "Language",
    "MP8": "Accessibility",
    "MP9": "Plans",
}
"""What the rules of a family are about, by the beginning of their codes."""

_HEAD = """\
# The rules of `check`

Each rule has a stable code and a stable name; both select it. Titles and messages are Swedish, or English
with `--language en`. How to choose rules, and how to write one, is told in
[Check minutes](../../how-to/check-minutes.md). *Asked for* means that a rule is used only where it is
selected.

This page and those of the rules are made from the rules: `make rules`.
"""


def pages(rules: Iterable[Rule]) -> dict[str, str]:
    """From the names of files to what stands in them: a page for each rule, and the index."""
    every = sorted(rules, key=lambda one: one.code)
    return {INDEX: index(every), **{f"{one.code}.md": page(one) for one in every}}


def index(rules: Iterable[Rule]) -> str:
    """A table of *rules* for each family, with links to their pages."""
    listed = list(rules)
    parts = [_HEAD]
    for begin, name in FAMILIES.items():
        rows = [_row(one) for one in listed if one.code.startswith(begin)]
        if rows:
            head = "| code | name | finds | på svenska | severity | used | for |\n" + "| --- " * 7 + "|"
            parts.append("\n".join([f"## {begin} {name}\n", head, *rows, ""]))
    return "\n".join(parts)


def _row(one: Rule) -> str:
    used = "always" if one.default else "asked for"
    cells = (
        f"[{one.code}]({one.code}.md)",
        f"`{one.name}`",
        translate(one.title, "en"),
        one.title,
        one.severity.value,
        used,
        _kinds(one),
    )
    return f"| {' | '.join(cells)} |"


def _kinds(one: Rule) -> str:
    if one.kinds is None:
        return "any document"
    known = {HELD: "meetings that were held", FORMAL: "formal minutes"}
    return known.get(one.kinds) or ", ".join(sorted(kind.value for kind in one.kinds if kind))


def page(one: Rule) -> str:
    """The page of a rule: what it finds, why, what to do, and examples."""
    return "\n".join(_page(one))


def _page(one: Rule) -> Iterator[str]:
    used = "used by itself" if one.default else "used only where it is selected"
    yield f"# {one.code} {one.name}\n"
    how = f"{one.severity.value}, {used}, for {_kinds(one)}"
    yield f"**{translate(one.title, 'en')}** · *{one.title}* · {how}\n"
    yield f"{one.explanation.replace('``', '`')}\n"
    yield f"**What to do.** {translate(one.advice, 'en')}\n"
    yield f"*{one.advice}*\n"
    for word, fails in (("Fails", True), ("Passes", False)):
        yield f"## {word}\n"
        yield from (_fenced(example) for example in one.examples if example.fails is fails)


def _fenced(example: Example) -> str:
    fence = "````" if "```" in example.text else "```"
    head = f"With `least_days={example.least_days}`:\n\n" if example.least_days else ""
    return f"{head}{fence}{example.format}\n{example.text}{fence}\n"


def write(folder: Path, rules: Iterable[Rule] = BUILT_IN) -> None:
    """Write the pages into *folder*, and take away those of rules that are no more."""
    written = pages(rules)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("MP*.md"):
        if old.name not in written:
            old.unlink()
    for name, text in written.items():
        (folder / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
