"""Typst in its bounds: a folder that holds nothing but our page, no system fonts, no packages, no clock.

A compiler belongs to one thread; what it needs of fonts is read once and shared. The folder and the data are
all that a page can see: it imports nothing, so that nothing is ever fetched.
"""

import os
import threading
from collections import OrderedDict
from functools import lru_cache
from pathlib import Path

import attrs
import typst

from motesprotokoll.errors import RenderError, ThemeError
from motesprotokoll.renderers.pdf import fonts
from motesprotokoll.renderers.pdf.fonts import Coverage

STANDARDS: "list[typst.PDFStandard]" = ["a-3a", "ua-1"]
"""PDF/A-3 (ISO 19005-3) for archives, PDF/UA-1 (ISO 14289-1) for everybody."""

_FOLDER = Path(__file__).parent / "page"
_PAGE = _FOLDER / "document.typ"
_MOST_THEMES = 8
_NO_PACKAGES = _FOLDER / "packages"
"""A folder that is not there: nothing is looked up outside, and nothing kept."""


@attrs.frozen(eq=False)
class FontSet:
    """Fonts ready for Typst: the families in the order in which they are tried, and what they can show."""

    families: tuple[str, ...]
    coverage: Coverage
    fonts: "typst.Fonts"


@lru_cache(_MOST_THEMES)
def font_set(family: str, files: tuple[str, ...]) -> FontSet:
    """The fonts of a theme before ours. Without files, ours alone: a PDF holds its fonts.

    Raises:
        ThemeError: A file is no font, or none holds the family.
    """
    points = fonts.own_points()
    if not files:
        return FontSet(fonts.FAMILIES, Coverage(points), _loaded(()))
    loaded = _loaded(files)
    faces = [Path(face.path) for face in loaded.fonts() if face.path and face.family == family]
    if not faces:
        found = ", ".join(sorted({face.family for face in loaded.fonts() if face.path in files}))
        raise ThemeError(
            f"no font file holds the family {family!r}", "font", f"they hold {found or 'no font'}"
        )
    points |= fonts.points_of([faces])
    return FontSet((family, *fonts.FAMILIES), Coverage(points), loaded)


def _loaded(files: tuple[str, ...]) -> "typst.Fonts":
    for name in files:
        fonts.points_in(Path(name))  # Typst passes over what is no font
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[*files, str(fonts.FOLDER)],
    )


class _Compilers(threading.local):
    """The compilers of one thread, by their fonts; the one that was used last stands last."""

    def __init__(self) -> None:
        self.by_fonts: OrderedDict[int, tuple[FontSet, typst.Compiler]] = OrderedDict()


_compilers = _Compilers()
_started_in: int | None = None
"""The process in which Typst started its own threads. They do not follow into a forked one, which would wait
for them for ever."""


def _compiler(chosen: FontSet) -> "typst.Compiler":
    kept = _compilers.by_fonts
    if id(chosen) not in kept:
        compiler = typst.Compiler(
            _PAGE,
            root=_FOLDER,
            font_paths=chosen.fonts,
            ignore_system_fonts=True,
            package_path=_NO_PACKAGES,
            package_cache_path=_NO_PACKAGES,
        )
        kept[id(chosen)] = (chosen, compiler)
        while len(kept) > _MOST_THEMES:
            kept.popitem(last=False)
    kept.move_to_end(id(chosen))
    return kept[id(chosen)][1]


def _check_process() -> None:
    global _started_in
    if _started_in not in (None, os.getpid()):
        raise RenderError(
            "a process that was forked after its parent wrote a PDF can write none",
            None,
            "start processes by spawn or forkserver, or before the first PDF",
        )
    _started_in = os.getpid()


def typeset(inputs: dict[str, str], chosen: FontSet) -> bytes:
    """The PDF of one document; the same inputs give the same bytes.

    Raises:
        RenderError: Typst cannot set it, or cannot work in this process.
    """
    _check_process()
    try:
        data, warnings = _compiler(chosen).compile_with_warnings(
            sys_inputs=inputs, format="pdf", pdf_standards=STANDARDS, timestamp=0
        )
    except (typst.TypstError, ValueError) as error:
        raise _told(str(getattr(error, "message", error)), getattr(error, "hints", None)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what Rust raises where it gives up; no `Exception`
            raise
        _compilers.by_fonts.clear()
        raise _told(str(error), None) from error
    if warnings:
        raise _told(warnings[0].message, warnings[0].hints)
    assert type(data) is bytes
    return data


def _told(problem: str, hints: list[str] | None) -> RenderError:
    return RenderError(f"the PDF cannot be set: {problem}", None, "; ".join(hints or ()) or None)
