"""Whatever goes wrong while publishing: one clear error, the old file is whole, nothing lies beside it."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs
import pytest

import motesprotokoll as mp

MEETING = mp.new_meeting(
    "Nätverket för stadsodling", "2027-02-05", agenda=[mp.AgendaItem("Budget", number="1")]
)
OLD = b"what stood here before"
PUBLISHED = (".docx", ".pdf", ".html", ".txt", ".md")
STYLED = (".docx", ".pdf", ".html")


@contextmanager
def nothing_is_written(target: Path) -> Iterator[None]:
    """An old file at *target* is whole afterwards, and its folder holds what it held."""
    target.write_bytes(OLD)
    before = sorted(target.parent.iterdir())
    yield
    assert target.read_bytes() == OLD
    assert sorted(target.parent.iterdir()) == before


def fails(
    folder: Path,
    suffix: str,
    error: type[mp.MinutesError],
    match: str,
    meeting: mp.Meeting = MEETING,
    **options: Any,
) -> None:
    """Writing *meeting* over an old file raises just this, in one line, and the old file is whole."""
    target = folder / f"a{suffix}"
    with nothing_is_written(target), pytest.raises(error, match=match) as caught:
        mp.write(meeting, target, overwrite=True, **options)
    assert type(caught.value) is error
    assert "\n" not in str(caught.value)


class TestTheCall:
    @pytest.mark.parametrize("suffix", PUBLISHED)
    def test_unknown_view(self, tmp_path: Path, suffix: str) -> None:
        """The error names those that there are."""
        fails(tmp_path, suffix, mp.RenderError, "no view 'summary' .*notes_template", view="summary")

    @pytest.mark.parametrize("suffix", PUBLISHED)
    def test_unknown_item(self, tmp_path: Path, suffix: str) -> None:
        """The error names the numbers that there are."""
        fails(tmp_path, suffix, mp.RenderError, r"no item is numbered '9' \(numbers: 1", item="9")

    @pytest.mark.parametrize("suffix", PUBLISHED)
    def test_unknown_language(self, tmp_path: Path, suffix: str) -> None:
        """The error names those that there are."""
        fails(tmp_path, suffix, mp.RenderError, r"no language 'de' \(one of sv, en\)", language="de")

    @pytest.mark.parametrize(
        ("suffix", "option"),
        [
            (".pdf", "templates"),
            (".pdf", "reference_doc"),
            (".docx", "templates"),
            (".html", "reference_doc"),
            (".txt", "theme"),
            (".md", "embed"),
        ],
    )
    def test_an_option_of_another_format(self, tmp_path: Path, suffix: str, option: str) -> None:
        """What a format does not take is never passed over in silence."""
        value = {"theme": mp.Theme(), "embed": False}.get(option, "x")
        fails(tmp_path, suffix, mp.WrongTypeError, f"does not take {option}", **{option: value})

    @pytest.mark.parametrize("suffix", PUBLISHED)
    def test_an_old_file_stays_unless_told(self, tmp_path: Path, suffix: str) -> None:
        """Without overwrite=True nothing is replaced."""
        target = tmp_path / f"a{suffix}"
        with nothing_is_written(target), pytest.raises(mp.WriteError, match="overwrite=True"):
            mp.write(MEETING, target)


class TestTheDisk:
    @pytest.mark.parametrize("suffix", PUBLISHED)
    def test_a_folder_that_must_not_be_written_in(
        self, tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As when its rights say so, which do not hold for everybody."""
        opened = os.open

        def refuse(path: Any, flags: int, *rest: int) -> int:
            if flags & os.O_CREAT:
                raise PermissionError(13, "Permission denied", os.fspath(path))
            return opened(path, flags, *rest)

        monkeypatch.setattr(os, "open", refuse)
        fails(tmp_path, suffix, mp.WriteError, rf"a\{suffix}: the file cannot be written: Permission denied")

    @pytest.mark.parametrize("suffix", PUBLISHED)
    def test_a_full_disk(self, tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is noticed when the bytes are to reach it."""

        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        fails(tmp_path, suffix, mp.WriteError, "No space left on device")

    @pytest.mark.parametrize("suffix", PUBLISHED)
    @pytest.mark.parametrize("folder", ["missing", "file.txt"])
    def test_no_folder(self, tmp_path: Path, suffix: str, folder: str) -> None:
        """It is not there, or is a file. None is made."""
        (tmp_path / "file.txt").write_bytes(OLD)
        with pytest.raises(mp.WriteError, match=r"cannot be written: (No such file|Not a directory)"):
            mp.write(MEETING, tmp_path / folder / f"a{suffix}", overwrite=True)
        assert [path.name for path in tmp_path.iterdir()] == ["file.txt"]


WITHOUT = """
import sys
sys.modules.update(dict.fromkeys(({package!r}, {package!r} + "_raw")))
import motesprotokoll as mp
meeting = mp.new_meeting("A", "2027-02-05", agenda=["B"])
try:
    {call}
except mp.MinutesError as error:
    print(type(error).__name__, error.problem, sep="\\n", end=f" ({{error.hint}})\\n")
"""


def run_without(package: str, call: str, folder: Path) -> str:
    """What a process in *folder* says of its *call* that does not find *package*."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT.format(package=package, call=call)],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=True,
    )
    return done.stdout


class TestExtras:
    """Each in a process of its own, in which the package is not to be found."""

    @pytest.mark.parametrize(
        ("package", "call", "extra"),
        [
            ("typst", 'mp.write(meeting, "a.pdf", overwrite=True)', "pdf"),
            ("lxml", 'mp.write(meeting, "a.docx", overwrite=True, reference_doc="house.docx")', "docx"),
            ("lxml", 'mp.read("house.docx")', "docx"),
            ("pypdfium2", 'mp.read("house.pdf")', "pdf"),
        ],
    )
    def test_a_missing_extra_is_named(self, tmp_path: Path, package: str, call: str, extra: str) -> None:
        """With what to install."""
        for suffix in (".docx", ".pdf"):
            mp.write(MEETING, tmp_path / f"house{suffix}")
        with nothing_is_written(tmp_path / f"a.{extra}"):
            told = run_without(package, call, tmp_path)
        assert f"MissingExtraError\nthe format {extra!r} needs the package {package} " in told
        assert told.endswith(f"(pip install 'motesprotokoll[{extra}]')\n")

    @pytest.mark.slow
    @pytest.mark.parametrize("package", ["lxml", "pypdfium2", "typst", "markdown_it"])
    def test_what_needs_no_extra_is_written(self, tmp_path: Path, package: str) -> None:
        """Markdown, too: it only takes a package to be read."""
        names = ["a.html", "a.json", "a.md", "a.txt"]
        call = f"[mp.write(meeting, name) for name in {names}]"
        assert run_without(package, call, tmp_path) == ""
        assert sorted(path.name for path in tmp_path.iterdir()) == names


class TestTemplates:
    @pytest.mark.parametrize(
        ("template", "match"),
        [
            ('{% extends "standard/minutes.html.j2" %}\n{% blok after %}', r"minutes\.html\.j2:2: .*'blok'"),
            ("{{ about.bdoy }}", "has no attribute 'bdoy'"),
            ('{% extends "standard/nothing.j2" %}', "standard/nothing.j2: there is no such template"),
            ("{{ about.__class__ }}", "what it must not"),
            ("{{ 1 // 0 }}", "the template fails"),
            ("{% for a in range(90000) %}{{ 'x' * 1000 }}{% endfor %}", "larger than"),
        ],
    )
    def test_a_broken_template(self, tmp_path: Path, template: str, match: str) -> None:
        """The error names the template and, where it can, the line."""
        (tmp_path / "minutes.html.j2").write_text(template, "utf-8")
        fails(tmp_path, ".html", mp.TemplateError, match, templates=tmp_path)

    def test_a_missing_folder(self, tmp_path: Path) -> None:
        """The error says where it was looked for."""
        folder = tmp_path / "nowhere"
        fails(tmp_path, ".html", mp.TemplateError, "no such template .*nowhere", templates=folder)


class TestThemes:
    @pytest.mark.parametrize("suffix", STYLED)
    @pytest.mark.parametrize(
        ("theme", "match"),
        [
            ("accent = ", "house.toml: the theme is no TOML"),
            ("colour = 'x'", "a theme has no 'colour' .*accent"),
            ("accent = 'red'", "accent: 'red' is no colour"),
            ("link = '#99ccff'", "contrast 1.69 .*WCAG AA"),
            ("logo = 'logo.png'\nlogo_text = 'A'", "logo.png: the logo cannot be read"),
            ("logo = 'house.toml'\nlogo_text = 'A'", "no PNG or JPEG"),
            ("font_files = 'x.ttf'", "font_files is a list of paths"),
        ],
    )
    def test_a_broken_theme(self, tmp_path: Path, suffix: str, theme: str, match: str) -> None:
        """The same error in each format, which names the field or the file."""
        (tmp_path / "house.toml").write_text(theme, "utf-8")
        fails(tmp_path, suffix, mp.ThemeError, match, theme=tmp_path / "house.toml")

    @pytest.mark.parametrize("suffix", STYLED)
    def test_a_missing_theme(self, tmp_path: Path, suffix: str) -> None:
        """The file that was named is not there."""
        fails(tmp_path, suffix, mp.ThemeError, "cannot be read: No such file", theme=tmp_path / "house.toml")

    @pytest.mark.parametrize(
        ("content", "match"),
        [(None, r"house\.ttf: the font cannot be read"), (b"no font", r"house\.ttf: this is no font")],
    )
    def test_a_broken_font(self, tmp_path: Path, content: bytes | None, match: str) -> None:
        """Of all formats, PDF alone needs the files of its font."""
        if content is not None:
            (tmp_path / "house.ttf").write_bytes(content)
        theme = mp.Theme(font="House", font_files=[str(tmp_path / "house.ttf")])
        fails(tmp_path, ".pdf", mp.ThemeError, match, theme=theme)


class TestReferenceDoc:
    @pytest.mark.parametrize(
        "content", [b"", b"no zip", b"PK\x03\x04 and no more", b"\xd0\xcf\x11\xe0" + b"\0" * 600]
    )
    def test_no_word_file(self, tmp_path: Path, content: bytes) -> None:
        """Nothing, text, half a zip, a file of old Word."""
        (tmp_path / "house.docx").write_bytes(content)
        fails(tmp_path, ".docx", mp.TemplateError, r"house\.docx: ", reference_doc=tmp_path / "house.docx")

    @pytest.mark.parametrize(
        "part", ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"]
    )
    @pytest.mark.parametrize("content", [None, b"<w:broken", b"<x/>"])
    def test_a_broken_part(self, tmp_path: Path, part: str, content: bytes | None) -> None:
        """Missing, broken or another one: an error that names the file, or a document that is whole."""
        house = tmp_path / "house.docx"
        whole = tmp_path / "whole.docx"
        mp.write(MEETING, whole)
        with zipfile.ZipFile(whole) as source, zipfile.ZipFile(house, "w") as target:
            for name in source.namelist():
                if name != part:
                    target.writestr(name, source.read(name))
                elif content is not None:
                    target.writestr(name, content)
        target_file = tmp_path / "a.docx"
        target_file.write_bytes(OLD)
        try:
            mp.write(MEETING, target_file, overwrite=True, reference_doc=house)
        except mp.TemplateError as error:
            assert "house.docx" in str(error)  # noqa: PT017 - a part that nobody needs is no error
            assert target_file.read_bytes() == OLD
        else:
            assert mp.read(target_file).meeting == MEETING
        assert {path.name for path in tmp_path.iterdir()} == {"a.docx", "house.docx", "whole.docx"}

    @pytest.mark.parametrize("name", ["nothing.docx", "folder"])
    def test_a_missing_file(self, tmp_path: Path, name: str) -> None:
        """The file that was named is not there, or is a folder."""
        (tmp_path / "folder").mkdir()
        fails(tmp_path, ".docx", mp.TemplateError, f"{name}: ", reference_doc=tmp_path / name)


class TestCharacters:
    @pytest.mark.parametrize(
        "meeting",
        [
            attrs.evolve(MEETING, title="Möte om 🦊"),
            attrs.evolve(MEETING, agenda=[mp.AgendaItem("🦊")]),
            attrs.evolve(MEETING, agenda=[mp.AgendaItem("A", body=[mp.Decision("Vi väljer 🦊.")])]),
        ],
    )
    def test_what_no_font_has(self, tmp_path: Path, meeting: mp.Meeting) -> None:
        """A PDF tells the character, its name and the words around it; no other format minds."""
        fails(tmp_path, ".pdf", mp.RenderError, r"'🦊' \(U\+1F98A FOX FACE\) in ", meeting=meeting)
        for suffix in (".docx", ".html", ".txt", ".md"):
            assert mp.read(mp.write(meeting, tmp_path / f"b{suffix}")).meeting == meeting

    def test_what_a_theme_says_is_checked_too(self, tmp_path: Path) -> None:
        """Its footer stands on every page."""
        fails(tmp_path, ".pdf", mp.RenderError, "FOX FACE", theme=mp.Theme(footer="🦊"))
