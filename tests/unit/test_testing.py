"""The contract finds each way to break it, and says which."""

import pytest

from broken import (
    AnyOption,
    BadMediaType,
    BadSuffix,
    BreaksElsewhere,
    CleanReader,
    Counting,
    Crashing,
    EscapedHtml,
    Failing,
    Forgetful,
    Forgetting,
    GoodRenderer,
    GoodValueRenderer,
    Hashing,
    HashingReader,
    Listing,
    Lossy,
    NoValue,
    Positional,
    Raw,
    RawHtml,
    Silent,
    Spaced,
    Stringly,
)
from fakes import BinaryRenderer, CountRenderer, LinesReader, TitleReader, TitleRenderer
from motesprotokoll.outline import Outline
from motesprotokoll.testing import check_reader, check_renderer
from motesprotokoll.testing.visible import visible_of


class TestCheckRenderer:
    @pytest.mark.parametrize("renderer", [GoodRenderer(), GoodValueRenderer(), EscapedHtml()])
    def test_a_good_one_passes(self, renderer: GoodRenderer) -> None:
        """What keeps its promises passes, for documents and for data."""
        check_renderer(renderer)

    @pytest.mark.parametrize(
        ("renderer", "problem"),
        [
            (object(), r"object needs render\(outline\)"),
            (Positional(), "'width' by position"),
            (AnyOption(), r"any option as \*\*options"),
            (BadMediaType(), "media_type is 'words'"),
            (BadSuffix(), "suffix is 'words'"),
            (Failing(), "Failing raises KeyError on .*oj"),
            (Stringly(), "gives 'x', no bytes"),
            pytest.param(Counting(), "other bytes the second time", marks=pytest.mark.slow),
            (Hashing(), "other bytes in another process"),
            (Lossy(), "does not show the decision 'Nätverket beslutar"),
            pytest.param(Forgetful(), "does not show 'sjuk'", marks=pytest.mark.slow),
            pytest.param(RawHtml(), r"lets words become markup: \[\('i', ''\)\]", marks=pytest.mark.slow),
            pytest.param(BreaksElsewhere(), "fails in a process of its own", marks=pytest.mark.slow),
            (NoValue(), "does not pickle"),
            pytest.param(BinaryRenderer(), "needs visible=", marks=pytest.mark.slow),
            pytest.param(CountRenderer(), "does not show the decision", marks=pytest.mark.slow),
            pytest.param(TitleRenderer(), "does not show the decision", marks=pytest.mark.slow),
        ],
        ids=lambda one: type(one).__name__ if not isinstance(one, str) else "",
    )
    def test_a_broken_promise_is_told(self, renderer: GoodRenderer, problem: str) -> None:
        """Each promise is checked, and the message says which one is broken."""
        with pytest.raises(AssertionError, match=problem):
            check_renderer(renderer)

    def test_the_class_is_not_enough(self) -> None:
        """A class instead of an instance is a frequent slip."""
        with pytest.raises(AssertionError, match=r"pass GoodRenderer\(...\), an instance"):
            check_renderer(GoodRenderer)  # type: ignore[arg-type]

    def test_reading_back_has_to_be_exact(self) -> None:
        """With an inverse, each document that can be read back is."""
        with pytest.raises(AssertionError, match="is not read back exactly"):
            check_renderer(GoodRenderer(), reads_back=lambda _: Outline(()))

    def test_a_binary_format_brings_its_own_eyes(self) -> None:
        """With visible= any format can be checked."""
        with pytest.raises(AssertionError, match="does not show"):
            check_renderer(BinaryRenderer(), visible=lambda _: "nothing")

    @pytest.mark.parametrize(
        ("media_type", "content", "expected"),
        [
            ("text/plain", rb"a \* b", "a * b"),
            ("text/markdown", rb"a \* &lt;", "a * <"),
            ("text/html", b"<p>a &lt; <b>b</b></p>", "a < b"),
            ("application/json", b'{"a": ["b", {"c": "d"}, 3, null]}', "b d"),
        ],
    )
    def test_sees_what_a_reader_sees(self, media_type: str, content: bytes, expected: str) -> None:
        """Escapes and markup of text formats are taken away."""
        renderer = type("One", (GoodRenderer,), {"media_type": media_type})()
        assert visible_of(renderer)(content) == expected


class TestCheckReader:
    def test_a_good_one_passes(self) -> None:
        """What keeps its promises passes, for documents and for data."""
        check_reader(CleanReader(), samples=[b"Hej 1", b"ours"], visible=bytes.decode)
        check_reader(TitleReader())

    @pytest.mark.parametrize(
        ("reader", "problem"),
        [
            (object(), r"object needs read\(data, limits\)"),
            (Crashing(), "Crashing raises ValueError on .*zip"),
            (Listing(), r"gives \[\] for"),
            (Raw(), "leaves a control character"),
            (Spaced(), "leaves outer white space"),
            (Forgetting(), "something else the second time"),
            (HashingReader(), "something else in another process"),
        ],
        ids=lambda one: type(one).__name__ if not isinstance(one, str) else "",
    )
    def test_a_broken_promise_is_told(self, reader: LinesReader, problem: str) -> None:
        """Each promise is checked, and the message says which one is broken."""
        with pytest.raises(AssertionError, match=problem):
            check_reader(reader)

    def test_a_sample_has_to_be_read(self) -> None:
        """What its author says that it reads, it reads, and loses no letter of it."""
        with pytest.raises(AssertionError, match="does not read the sample"):
            check_reader(LinesReader(), samples=[b"\xff"])
        with pytest.raises(AssertionError, match=r"loses '(ajj|jja)' of"):
            check_reader(Silent(), samples=[b"a, jj"], visible=bytes.decode)
