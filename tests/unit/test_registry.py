"""Names of formats: who answers to them, in what order, and what is told when nobody does."""

import subprocess
import sys

import attrs
import pytest

from fakes import CountRenderer, FakePackages, LinesReader, packages
from motesprotokoll.errors import (
    MissingExtraError,
    PluginError,
    UnknownFormatError,
    WrongTypeError,
    WrongValueError,
)
from motesprotokoll.registry import BUILT_IN, DEFAULT_REGISTRY, BuiltIn, Registry, formats

__all__ = ["packages"]

RENDERER = """
class Renderer:
    media_type = "text/x-a"
    suffix = ".a"
    def render(self, outline):
        return b""
"""


def registry(*entries: BuiltIn, plugins: bool = True) -> Registry:
    return Registry(plugins=plugins, built_in=entries)


def own(name: str = "own", **changes: object) -> BuiltIn:
    entry = BuiltIn(
        name=name,
        suffixes=(f".{name}",),
        media_type="text/plain",
        reader="fakes:LinesReader",
        renderer="fakes:CountRenderer",
    )
    return attrs.evolve(entry, **changes)


class TestBuiltIn:
    @pytest.mark.parametrize("entry", BUILT_IN, ids=lambda entry: entry.name)
    def test_each_of_ours_loads(self, entry: BuiltIn) -> None:
        """The table names only what exists."""
        if entry.reader:
            assert callable(DEFAULT_REGISTRY.reader(entry.name).make)
        if entry.renderer:
            assert callable(DEFAULT_REGISTRY.renderer(entry.name).make)

    def test_names_and_suffixes_are_unique(self) -> None:
        """No two of our formats answer to the same name or suffix."""
        suffixes = [suffix for entry in BUILT_IN for suffix in entry.suffixes]
        assert len(set(suffixes)) == len(suffixes)
        assert len({entry.name for entry in BUILT_IN}) == len(BUILT_IN)

    @pytest.mark.parametrize("entry", BUILT_IN, ids=lambda entry: entry.name)
    def test_the_table_says_what_the_renderer_says(self, entry: BuiltIn) -> None:
        """Media type and first suffix of the table are the renderer's own."""
        if entry.renderer:
            renderer = DEFAULT_REGISTRY.renderer(entry.name).make()
            assert renderer.media_type.partition(";")[0] == entry.media_type
            assert renderer.suffix == entry.suffixes[0]

    def test_ours_blame_nobody(self) -> None:
        """An error in our own code is our own."""
        assert registry(own()).reader("own").owner is None

    def test_missing_package_names_the_extra(self) -> None:
        """A format whose package is not installed says what to install."""
        with pytest.raises(
            MissingExtraError, match=r"'own' needs the package no_such_thing .*motesprotokoll\[x\]"
        ):
            registry(own(reader="no_such_thing:Reader", extra="x")).reader("own")

    def test_missing_core_package_names_the_library(self) -> None:
        """A format without an extra needs what the library itself needs."""
        with pytest.raises(MissingExtraError, match="pip install 'motesprotokoll'"):
            registry(own(reader="no_such_thing:Reader")).reader("own")

    def test_a_missing_module_of_ours_is_our_fault(self) -> None:
        """That a module of the library is missing is told as it is, not as a missing extra."""
        with pytest.raises(ModuleNotFoundError, match=r"motesprotokoll\.nowhere") as caught:
            registry(own(reader="motesprotokoll.nowhere:Reader", extra="x")).reader("own")
        assert not isinstance(caught.value, MissingExtraError)


class TestRegister:
    def test_a_registered_one_is_found(self) -> None:
        """What is registered answers to its name and its suffixes."""
        names = registry()
        names.register_renderer("count", CountRenderer, suffixes=[".COUNT", "cnt"])
        names.register_reader("count", LinesReader)
        assert names.renderer("count").make is CountRenderer
        assert names.reader("count").make is LinesReader
        assert names.for_suffix(".count", writing=True) == "count"
        assert names.for_suffix(".CNT", writing=True) == "count"
        assert names.for_suffix(".count") is None

    def test_ours_is_not_replaced_by_accident(self) -> None:
        """A name that is taken stays, unless replace=True says otherwise."""
        names = registry(own())
        with pytest.raises(WrongValueError, match="the name 'own' is taken"):
            names.register_reader("own", LinesReader)
        names.register_reader("own", CountRenderer, suffixes=[".own"], replace=True)
        assert names.reader("own").make is CountRenderer
        assert names.for_suffix(".own") == "own"
        with pytest.raises(WrongValueError, match="taken"):
            names.register_reader("own", LinesReader)

    def test_the_other_side_is_free(self) -> None:
        """A format that is only read may get a renderer."""
        names = registry(own(renderer=None))
        names.register_renderer("own", CountRenderer)
        assert names.renderer("own").make is CountRenderer

    @pytest.mark.parametrize("name", ["", "a b", "å", "a:b", None, "-"])
    def test_refuses_a_bad_name(self, name: str) -> None:
        """A name is plain, so that it can be typed anywhere and never looks like a module."""
        with pytest.raises(WrongValueError, match="no name of a format"):
            registry().register_reader(name, LinesReader)

    def test_refuses_what_makes_nothing(self) -> None:
        """An instance is not a factory."""
        with pytest.raises(WrongTypeError, match="expected a class"):
            registry().register_reader("a", LinesReader())

    def test_refuses_a_bare_suffix(self) -> None:
        """A string would be taken letter by letter."""
        with pytest.raises(WrongTypeError, match=r"write \['.a'\]"):
            registry().register_reader("a", LinesReader, suffixes=".a")

    def test_registries_are_apart(self) -> None:
        """What one application registers, another does not see."""
        one, other = registry(), registry()
        one.register_reader("a", LinesReader)
        with pytest.raises(UnknownFormatError):
            other.reader("a")


class TestUnknown:
    def test_names_the_nearest(self) -> None:
        """A misspelt name gets a guess and the whole list."""
        with pytest.raises(
            UnknownFormatError,
            match=r"no format 'Markdwn' .*did you mean 'markdown'\? there is [a-z, ]*html, ",
        ):
            DEFAULT_REGISTRY.renderer("Markdwn")

    def test_guesses_nothing_for_nonsense(self) -> None:
        """Nothing near: only the list."""
        with pytest.raises(UnknownFormatError) as caught:
            DEFAULT_REGISTRY.reader("qqqqqq")
        assert "did you mean" not in str(caught.value)
        assert "can be read" in str(caught.value)

    @pytest.mark.parametrize("name", [None, 3, b"text"])
    def test_refuses_what_is_no_name(self, name: object) -> None:
        """A wrong type is told as one."""
        with pytest.raises(WrongTypeError, match="name of a format"):
            DEFAULT_REGISTRY.reader(name)  # type: ignore[arg-type]

    def test_a_format_without_this_side_is_unknown(self) -> None:
        """What can only be written cannot be read."""
        with pytest.raises(UnknownFormatError):
            registry(own(reader=None)).reader("own")


class TestPlugins:
    def test_another_package_is_found(self, packages: FakePackages) -> None:
        """An installed package's entry point answers to its name, which is its suffix, too."""
        packages.add("minutes-a", renderers={"a": "mod_a:Renderer"}, modules={"mod_a": RENDERER})
        names = registry()
        found = names.renderer("a")
        assert found.make().suffix == ".a"
        assert found.owner == "minutes-a 1.0"
        assert names.for_suffix(".a", writing=True) == "a"
        assert names.for_suffix(".a") is None
        assert not names.can_read("a")

    def test_ours_comes_first(self, packages: FakePackages) -> None:
        """An installed package never replaces one of ours; module:Class still reaches it."""
        packages.add("minutes-a", renderers={"own": "mod_a:Renderer"}, modules={"mod_a": RENDERER})
        names = registry(own())
        assert names.renderer("own").make is CountRenderer
        assert names.renderer("mod_a:Renderer").make().suffix == ".a"
        assert [(one.package, one.shadowed) for one in names.formats()] == [
            ("motesprotokoll", False),
            ("minutes-a", True),
        ]

    def test_two_packages_with_one_name_are_an_error(self, packages: FakePackages) -> None:
        """Nobody wins by chance: the error names both packages and how to choose."""
        packages.add("minutes-a", renderers={"a": "mod_a:Renderer"}, modules={"mod_a": RENDERER})
        packages.add("minutes-b", renderers={"a": "mod_b:Renderer"}, modules={"mod_b": RENDERER})
        with pytest.raises(PluginError, match=r"minutes-a and minutes-b both offer 'a'.*'mod_a:Renderer'"):
            registry().renderer("a")

    def test_a_broken_one_fails_only_when_asked_for(self, packages: FakePackages) -> None:
        """A package that breaks on import disturbs nobody else, and is named when it does."""
        packages.add("broken", readers={"b": "mod_x:Reader"}, modules={"mod_x": "raise OSError('away')"})
        packages.add("minutes-a", renderers={"a": "mod_a:Renderer"}, modules={"mod_a": RENDERER})
        names = registry()
        assert names.renderer("a")
        assert "b" in [one.name for one in names.formats()]
        with pytest.raises(
            PluginError, match=r"broken 1\.0: 'mod_x:Reader' does not load: OSError: away"
        ) as caught:
            names.reader("b")
        assert isinstance(caught.value.__cause__, OSError)

    @pytest.mark.parametrize(
        ("value", "problem"),
        [
            ("mod_y:Missing", "AttributeError"),
            ("mod_y:number", "no class"),
            ("mod_none:A", "ModuleNotFoundError"),
        ],
    )
    def test_a_wrong_reference_is_the_packages_fault(
        self, packages: FakePackages, value: str, problem: str
    ) -> None:
        """An entry point that leads nowhere is told with the package's name."""
        packages.add("minutes-y", readers={"y": value}, modules={"mod_y": "number = 3"})
        with pytest.raises(PluginError, match=rf"minutes-y 1\.0: .*{problem}"):
            registry().reader("y")

    def test_a_nested_name_is_followed(self, packages: FakePackages) -> None:
        """An entry point may name something inside a class, and carry extras."""
        packages.add("n", renderers={"n": "mod_n:A.B [x]"}, modules={"mod_n": "class A:\n  class B: pass\n"})
        assert registry().renderer("n").make.__name__ == "B"

    def test_they_can_be_turned_off(self, packages: FakePackages, monkeypatch: pytest.MonkeyPatch) -> None:
        """MOTESPROTOKOLL_PLUGINS=0, or plugins=False, and no package is looked at, nor any module:Class."""
        packages.add("minutes-a", renderers={"a": "mod_a:Renderer"}, modules={"mod_a": RENDERER})
        monkeypatch.setenv("MOTESPROTOKOLL_PLUGINS", "0")
        for names in (Registry(), registry(plugins=False)):
            for name in ("a", "mod_a:Renderer"):
                with pytest.raises(UnknownFormatError):
                    names.renderer(name)
        monkeypatch.setenv("MOTESPROTOKOLL_PLUGINS", "1")
        assert Registry().renderer("a")

    def test_packages_are_looked_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A known name scans nothing; unknown ones scan once."""
        scans = []
        monkeypatch.setattr("motesprotokoll.registry._scan", lambda: scans.append(1) or ())
        names = registry(own())
        names.reader("own")
        assert scans == []
        for _ in range(3):
            assert names.for_suffix(".zzz") is None
        assert scans == [1]

    def test_listing_imports_nothing(self, packages: FakePackages) -> None:
        """formats() tells name, package and version from what is written about them, not from their code."""
        packages.add(
            "broken", readers={"b": "mod_x:R"}, renderers={"b": "mod_x:W"}, modules={"mod_x": "1 / 0"}
        )
        listed = [one for one in registry().formats() if one.name == "b"]
        assert [(one.can_read, one.can_write, one.package, one.version, one.source) for one in listed] == [
            (True, True, "broken", "1.0", "plug-in")
        ]
        assert "mod_x" not in sys.modules

    def test_a_distribution_without_a_name_is_survived(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Metadata may be missing; the entry point still works."""
        from importlib.metadata import EntryPoint

        def fake(group: str) -> list[EntryPoint]:
            return [EntryPoint("q", "fakes:LinesReader", group)] if group.endswith("readers") else []

        monkeypatch.setattr("importlib.metadata.entry_points", fake)
        assert registry().reader("q").owner == "an unnamed package ?"


class TestFormats:
    def test_ours_are_listed_first(self) -> None:
        """The list tells what each of ours can do and what it needs."""
        listed = {one.name: one for one in formats()}
        assert {"text", "markdown", "html", "docx", "json", "pdf"} <= set(listed)
        assert list(listed)[:3] == ["text", "markdown", "html"]
        assert listed["pdf"].can_read
        assert listed["pdf"].extra == "pdf"
        assert listed["text"].suffixes == (".txt",)
        assert listed["text"].can_read
        assert listed["text"].can_write
        assert listed["text"].extra is None
        assert listed["markdown"].extra == "markdown"

    def test_registered_ones_are_listed(self) -> None:
        """What is registered on both sides is one line."""
        names = registry()
        names.register_renderer("count", CountRenderer, suffixes=[".count", ".c"])
        names.register_reader("count", LinesReader, suffixes=[".count"])
        names.register_reader("lines", LinesReader)
        assert [
            (one.name, one.can_read, one.can_write, one.suffixes, one.source) for one in names.formats()
        ] == [
            ("count", True, True, (".count", ".c"), "registered"),
            ("lines", True, False, (), "registered"),
        ]

    def test_text_formats_are_told_apart(self) -> None:
        """Only our own formats of text are decoded and searched for signatures."""
        assert DEFAULT_REGISTRY.is_text("html")
        assert not DEFAULT_REGISTRY.is_text("json")
        assert not DEFAULT_REGISTRY.is_text("zzz")

    def test_no_reader_is_imported_by_the_registry(self) -> None:
        """Listing and looking up suffixes loads no reader, no renderer and no library that they use."""
        code = (
            "import sys, motesprotokoll.registry as r; r.formats(); r.DEFAULT_REGISTRY.for_suffix('.md');"
            "print([m for m in sys.modules if m.split('.')[0] in ('jinja2', 'markdown_it', 'babel', 'cattrs')"
            " or m.startswith(('motesprotokoll.readers', 'motesprotokoll.renderers'))])"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]"
