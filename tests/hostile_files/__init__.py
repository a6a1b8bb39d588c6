"""Files that nobody should write, made by code, and what is expected of each: one table, `SAMPLES`.

A sample is a result or the one error that it names; what it costs is bounded.
A defect that is found adds one.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import attrs

import motesprotokoll as mp
from everything import MEETING
from hostile_files import data, pages, pdf, texts, word
from motesprotokoll.checks import Profile
from motesprotokoll.limits import Limits
from motesprotokoll.readers.ics import busy_in
from motesprotokoll.register import Followup

RESULT = "result"
OURS_OR_NOT = "result or error"
"""Of broken PDF files: what is repaired and what is refused is the matter of who reads them."""
LIMITS = Limits(pdf_seconds=2)


@attrs.frozen
class Sample:
    """A hostile file, and what becomes of it."""

    format: str
    name: str
    make: Callable[[], bytes]
    outcome: str = RESULT
    """`RESULT`, the name of the error, or `OURS_OR_NOT`."""

    def __str__(self) -> str:
        return f"{self.format}: {self.name}"

    def fits(self, error: mp.MinutesError | None) -> bool:
        """Whether *error*, or none, is what is expected; of a class of errors each of its kinds is."""
        kinds = [RESULT] if error is None else [kind.__name__ for kind in type(error).__mro__]
        return self.outcome in kinds or self.outcome == OURS_OR_NOT


def error_of(format_name: str, content: bytes, folder: Path) -> mp.MinutesError | None:
    """The error of ours that *content* gives, if it gives one; *folder* is for what is read from files."""
    try:
        _ATTEMPTS[format_name](content, folder)
    except mp.MinutesError as error:
        return error
    return None


def _document(format_name: str) -> Callable[[bytes, Path], object]:
    return lambda content, _: mp.read(content, format=format_name, limits=LIMITS)


def _calendar(content: bytes, _: Path) -> None:
    """As somebody else's, and where that is possible as ours."""
    busy_in(content, LIMITS, date(2027, 1, 1), date(2027, 12, 31))
    if b"motesprotokoll" in content.lower():
        mp.read_schedules(content, limits=LIMITS)


def _from_file(read: Callable[[Path], object]) -> Callable[[bytes, Path], object]:
    def attempt(content: bytes, folder: Path) -> object:
        path = folder / "a.toml"
        path.write_bytes(content)
        return read(path)

    return attempt


def _template(content: bytes, folder: Path) -> None:
    (folder / "minutes.html.j2").write_bytes(content)
    mp.render(MEETING, "html", templates=folder)


_ATTEMPTS: dict[str, Callable[[bytes, Path], object]] = {
    **{name: _document(name) for name in ("text", "markdown", "html", "json", "docx", "pdf")},
    "calendar": _calendar,
    "theme": _from_file(mp.Theme.from_toml),
    "profile": _from_file(lambda path: Profile.from_toml(path).for_file(path.parent / "a.txt")),
    "follow-up": lambda content, _: Followup.load(content),
    "template": _template,
}
FORMATS = tuple(_ATTEMPTS)

_TABLES = {
    "text": texts.TEXTS,
    "markdown": texts.MARKDOWN,
    "html": pages.PAGES,
    "json": data.JSON,
    "calendar": data.CALENDARS,
    "theme": data.THEMES,
    "profile": data.PROFILES,
    "follow-up": data.FOLLOWUPS,
    "template": pages.TEMPLATES,
    "docx": {name: (make, kind.__name__) for name, (make, kind, _) in word.REFUSED.items()},
}


def _samples() -> Iterator[Sample]:
    for format_name, table in _TABLES.items():
        for name, (make, outcome) in table.items():
            yield Sample(format_name, name, make, outcome)
    for name, make in word.READ.items():
        yield Sample("docx", f"{name}, which are read", make)
    for name, content in {**pdf.BROKEN, **pdf.BOMBS, **pdf.ODD}.items():
        yield Sample("pdf", name, lambda content=content: content, OURS_OR_NOT)  # type: ignore[misc]


SAMPLES = tuple(_samples())
"""All of them."""
