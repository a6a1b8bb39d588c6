"""What readers and renderers of others break is told as their fault; ours is ours."""

import pytest

from fakes import BinaryRenderer, CountRenderer, LinesReader, TitleReader, TitleRenderer
from motesprotokoll import guards
from motesprotokoll.errors import MissingExtraError, PluginError, ReadError, RenderError, WrongTypeError
from motesprotokoll.extraction import Extraction
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.outline import Outline
from motesprotokoll.registry import Loaded


def theirs(make: object) -> Loaded:
    return Loaded(make, "fake", "fake-package 1.0")  # type: ignore[arg-type]


def ours(make: object = None) -> Loaded:
    return Loaded(make, "own", None, "x")  # type: ignore[arg-type]


def failing(error: Exception) -> object:
    def make(**_: object) -> object:
        raise error

    return make


class Wrong:
    """Looks like a reader and a renderer, and gives nothing that is expected of one."""

    media_type = "text/plain"
    suffix = ".x"

    def read(self, data: bytes, limits: object) -> object:
        return []

    def render(self, outline: Outline) -> object:
        return "text"


class WrongValues:
    media_type = "text/plain"
    suffix = ".x"

    def read_value(self, data: bytes, limits: object) -> object:
        return {}

    def render_value(self, value: object) -> object:
        return bytearray()


class TestMaking:
    def test_readers_and_renderers_are_made(self) -> None:
        """A factory that keeps its promise gives its reader or renderer."""
        assert guards.made_reader(theirs(LinesReader)) == LinesReader()
        assert guards.made_reader(theirs(TitleReader)) == TitleReader()
        assert guards.made_renderer(theirs(CountRenderer), {"sign": "k"}) == CountRenderer(sign="k")
        assert guards.made_renderer(theirs(TitleRenderer), {}) == TitleRenderer()

    def test_what_is_no_reader_is_refused(self) -> None:
        """A factory that gives something else is its author's fault."""
        with pytest.raises(PluginError, match=r"fake-package 1\.0: .* is no reader"):
            guards.made_reader(theirs(object))
        with pytest.raises(PluginError, match="is no renderer"):
            guards.made_renderer(theirs(LinesReader), {})

    def test_a_failing_factory_is_told(self) -> None:
        """Whatever it raises, the package is named and the cause is kept."""
        with pytest.raises(
            PluginError, match=r"fake-package 1\.0: it raised ZeroDivisionError\('x'\)"
        ) as caught:
            guards.made_reader(theirs(failing(ZeroDivisionError("x"))))
        assert isinstance(caught.value.__cause__, ZeroDivisionError)
        with pytest.raises(PluginError, match="it raised TypeError"):
            guards.made_renderer(theirs(failing(TypeError("y"))), {})

    def test_an_option_that_it_does_not_take_is_the_callers(self) -> None:
        """An option is refused by name."""
        with pytest.raises(WrongTypeError, match="'fake' does not take templates"):
            guards.made_renderer(theirs(CountRenderer), {"templates": "x"})

    @pytest.mark.parametrize(
        ("media_type", "suffix"),
        [
            ("html", ".html"),
            ("text/html\n", ".html"),
            (None, ".html"),
            ("text/html", "html"),
            ("text/html", None),
        ],
    )
    def test_bad_names_are_refused(self, media_type: object, suffix: object) -> None:
        """A media type ends up in a header and a suffix in a file name."""
        tool = type("Tool", (Wrong,), {"media_type": media_type, "suffix": suffix})
        with pytest.raises(PluginError, match=r"is no (media type|suffix)"):
            guards.made_renderer(theirs(tool), {})


class TestUsing:
    def test_results_pass(self) -> None:
        """What keeps the contract comes through as it is."""
        assert guards.extraction_of(LinesReader(), b"a", DEFAULT_LIMITS, theirs(None)).lines[0].text == "a"
        assert guards.value_of(TitleReader(), b"a", DEFAULT_LIMITS, theirs(None)) == Meeting("a")
        assert guards.content_of(BinaryRenderer(), Outline(()), theirs(None)) == b"\x00\xff"
        assert guards.content_of_value(TitleRenderer(), Meeting("a"), theirs(None)) == b"a"

    def test_wrong_results_are_refused(self) -> None:
        """Each result has one type."""
        with pytest.raises(PluginError, match=r"read\(\) gave \[\], no Extraction"):
            guards.extraction_of(Wrong(), b"", DEFAULT_LIMITS, theirs(None))  # type: ignore[arg-type]
        with pytest.raises(PluginError, match=r"read_value\(\) gave {}, no Meeting"):
            guards.value_of(WrongValues(), b"", DEFAULT_LIMITS, theirs(None))  # type: ignore[arg-type]
        with pytest.raises(PluginError, match=r"render\(\) gave 'text', no bytes"):
            guards.content_of(Wrong(), Outline(()), theirs(None))  # type: ignore[arg-type]
        with pytest.raises(PluginError, match=r"render_value\(\) gave bytearray"):
            guards.content_of_value(WrongValues(), Meeting(), theirs(None))  # type: ignore[arg-type]

    def test_our_kind_of_errors_pass(self) -> None:
        """A plug-in may raise ReadError and RenderError, as ours do."""
        with pytest.raises(ReadError, match="not UTF-8"):
            guards.extraction_of(LinesReader(), b"\xff", DEFAULT_LIMITS, theirs(None))
        with pytest.raises(RenderError, match="no title"):
            guards.content_of_value(TitleRenderer(), Schedule(), theirs(None))

    def test_our_own_faults_are_not_hidden(self) -> None:
        """An error in our own code passes as it is, so that it is seen and mended."""
        with pytest.raises(ZeroDivisionError):
            guards.made_reader(ours(failing(ZeroDivisionError())))
        with pytest.raises(ModuleNotFoundError) as caught, guards.blaming(ours()):
            raise ModuleNotFoundError(name="motesprotokoll.x")
        assert type(caught.value) is ModuleNotFoundError

    def test_a_package_that_is_missing_when_it_is_needed_is_an_extra(self) -> None:
        """One of ours may import its library late."""
        with pytest.raises(
            MissingExtraError, match=r"needs the package lib \(pip install 'motesprotokoll\[x\]'"
        ):
            guards.made_reader(ours(failing(ModuleNotFoundError(name="lib.sub"))))

    def test_an_extraction_is_exactly_one(self) -> None:
        """A subclass could carry anything."""
        assert type(guards.extraction_of(LinesReader(), b"", DEFAULT_LIMITS, theirs(None))) is Extraction
