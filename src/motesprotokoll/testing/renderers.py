"""What a renderer promises, checked."""

from collections.abc import Callable
from typing import Any

from motesprotokoll.errors import quoted
from motesprotokoll.guards import MEDIA_TYPE, SUFFIX
from motesprotokoll.model import Meeting
from motesprotokoll.outline import Outline
from motesprotokoll.renderers.protocol import Renderer, ValueRenderer
from motesprotokoll.testing.processes import elsewhere
from motesprotokoll.testing.promises import check_kind, check_name, check_options, fail, name_of
from motesprotokoll.testing.samples import HOSTILE, PLAIN, sample_meeting, sample_outlines
from motesprotokoll.testing.visible import Visible, markup, visible_of


def check_renderer(
    renderer: Renderer | ValueRenderer,
    *,
    visible: Visible | None = None,
    reads_back: Callable[[bytes], Outline | Meeting] | None = None,
) -> None:
    """Check that *renderer* does what a renderer promises.

    It names itself properly; its options are keyword-only; the same value gives the same bytes, here and in
    another process with another hash seed, time zone, locale and folder; no decision is lost; hostile signs
    are shown as themselves.

    Args:
        visible: The text that a reader of the document sees. Needed for formats that are not text; text,
            Markdown, HTML and JSON have one.
        reads_back: The inverse, for a format that can be read back; then it has to be exact.

    Raises:
        AssertionError: It does not, and how.
    """
    check_kind(renderer, (Renderer, ValueRenderer), "render(outline) or render_value(value)")
    check_name("media_type", renderer.media_type, MEDIA_TYPE)
    check_name("suffix", renderer.suffix, SUFFIX)
    check_options(renderer)
    values = _values_for(renderer, HOSTILE)
    contents = [written(renderer, value) for value in values]
    if contents != [written(renderer, value) for value in values]:
        fail(renderer, "gives other bytes the second time")
    if contents != elsewhere(written, renderer, values):
        fail(renderer, "gives other bytes in another process, time zone, locale or folder")
    _check_shown(renderer, contents, visible or visible_of(renderer))
    if renderer.media_type.startswith("text/html"):
        _check_markup(renderer)
    if reads_back is not None:
        _check_exact(renderer, values, contents, reads_back)


def _values_for(renderer: Renderer | ValueRenderer, words: str) -> tuple[Any, ...]:
    return (sample_meeting(words),) if isinstance(renderer, ValueRenderer) else sample_outlines(words)


def written(renderer: Any, value: Any) -> bytes:
    """The bytes of *value*, which has to be writable."""
    method = renderer.render_value if isinstance(renderer, ValueRenderer) else renderer.render
    try:
        content = method(value)
    except Exception as error:
        raise AssertionError(
            f"{name_of(renderer)} raises {type(error).__name__} on {quoted(value)}: {error}"
        ) from error
    if type(content) is not bytes:
        fail(renderer, f"gives {quoted(content)}, no bytes")
    return bytes(content)


def _check_shown(renderer: Renderer | ValueRenderer, contents: list[bytes], visible: Visible) -> None:
    """The first document is the whole meeting: each decision is in it, with every sign of it."""
    shown = " ".join(visible(contents[0]).split())
    for decision in sample_meeting().decisions:
        for words in filter(None, (decision.text, *decision.clauses)):
            if words not in shown:
                fail(renderer, f"does not show the decision {words!r} as it is")
    for words in (f"Stycke {HOSTILE}", "Bo Al", "sjuk"):
        if words not in shown:
            fail(renderer, f"does not show {words!r} as it is")


def _check_markup(renderer: Renderer | ValueRenderer) -> None:
    """Words never become elements or attributes: hostile ones give the same markup as harmless ones."""
    pairs = zip(_values_for(renderer, HOSTILE), _values_for(renderer, PLAIN), strict=True)
    for hostile, plain in pairs:
        more = markup(written(renderer, hostile)) - markup(written(renderer, plain))
        if more:
            fail(renderer, f"lets words become markup: {sorted(more)}")


def _check_exact(
    renderer: Renderer | ValueRenderer,
    values: tuple[Any, ...],
    contents: list[bytes],
    reads_back: Callable[[bytes], Outline | Meeting],
) -> None:
    for value, content in zip(values, contents, strict=True):
        if getattr(value, "carries", True) and reads_back(content) != value:
            fail(renderer, f"is not read back exactly: {quoted(value)}")
