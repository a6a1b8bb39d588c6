"""Between the library and readers and renderers that others wrote: what they break is told as their fault."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from motesprotokoll.errors import MinutesError, PluginError, WrongTypeError, quoted
from motesprotokoll.extraction import Extraction
from motesprotokoll.extras import missing_extra
from motesprotokoll.limits import Limits
from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.outline import Outline
from motesprotokoll.readers.protocol import Reader, ValueReader
from motesprotokoll.registry import Loaded
from motesprotokoll.renderers.protocol import Renderer, ValueRenderer

MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*(?:; ?[a-z]+=[\w-]+)?")
"""What a media type looks like (RFC 6838, section 4.2; lower case)."""
SUFFIX = re.compile(r"\.[a-z0-9][a-z0-9.]*")


@contextmanager
def blaming(loaded: Loaded) -> Iterator[None]:
    """Whatever escapes from the code of *loaded*, told as what it is.

    Raises:
        MissingExtraError: One of our own formats lacks a package.
        PluginError: Another package's code raised what is no `MinutesError`.
    """
    try:
        yield
    except MinutesError:
        raise
    except Exception as error:
        blamed = _blamed(error, loaded)
        if blamed is None:
            raise
        raise blamed from error


def _blamed(error: Exception, loaded: Loaded) -> MinutesError | None:
    """What to tell instead of *error*; ``None`` where our own code failed."""
    if loaded.owner is not None:
        return PluginError(f"it raised {quoted(error, 200)}", loaded.owner)
    if isinstance(error, ModuleNotFoundError):
        return missing_extra(loaded.name, loaded.extra, error)
    return None


def made_reader(loaded: Loaded, options: Mapping[str, object] = MappingProxyType({})) -> Reader | ValueReader:
    """The reader that *loaded* makes with *options*.

    Raises:
        WrongTypeError: It has no such option.
        PluginError: It is no reader.
    """
    with blaming(loaded):
        return checked_reader(_made(loaded, options), loaded)


def _made(loaded: Loaded, options: Mapping[str, object]) -> object:
    try:
        return loaded.make(**options)
    except TypeError as error:
        if not options:
            raise
        names = ", ".join(options)
        raise WrongTypeError(f"the format {loaded.name!r} does not take {names}", "options") from error


def checked_reader(reader: object, loaded: Loaded) -> Reader | ValueReader:
    """*reader*, if it has what a reader needs.

    Raises:
        PluginError: It has not.
    """
    if not isinstance(reader, ValueReader | Reader):
        raise PluginError(f"{quoted(reader)} is no reader: see motesprotokoll.testing", loaded.owner)
    return reader


def made_renderer(loaded: Loaded, options: Mapping[str, object]) -> Renderer | ValueRenderer:
    """The renderer that *loaded* makes with *options*.

    Raises:
        WrongTypeError: It has no such option.
        PluginError: It is no renderer.
    """
    with blaming(loaded):
        return checked_renderer(_made(loaded, options), loaded)


def checked_renderer(renderer: object, loaded: Loaded) -> Renderer | ValueRenderer:
    """*renderer*, if it has what a renderer needs.

    Raises:
        PluginError: It has not.
    """
    if not isinstance(renderer, ValueRenderer | Renderer):
        raise PluginError(f"{quoted(renderer)} is no renderer: see motesprotokoll.testing", loaded.owner)
    _check_names(renderer.media_type, renderer.suffix, loaded)
    return renderer


def _check_names(media_type: object, suffix: object, loaded: Loaded) -> None:
    for value, pattern, what in ((media_type, MEDIA_TYPE, "media type"), (suffix, SUFFIX, "suffix")):
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise PluginError(f"{quoted(value)} is no {what}", loaded.owner)


def extraction_of(reader: Reader, data: bytes, limits: Limits, loaded: Loaded) -> Extraction:
    """What *reader* makes of *data*.

    Raises:
        ReadError: The bytes are no such document.
        PluginError: The reader breaks its contract.
    """
    with blaming(loaded):
        extraction = reader.read(data, limits)
    if type(extraction) is not Extraction:
        raise PluginError(f"read() gave {quoted(extraction)}, no Extraction", loaded.owner)
    return extraction


def value_of(reader: ValueReader, data: bytes, limits: Limits, loaded: Loaded) -> Meeting:
    """The meeting that *reader* finds in *data*. Raises as `extraction_of` does."""
    with blaming(loaded):
        meeting = reader.read_value(data, limits)
    if type(meeting) is not Meeting:
        raise PluginError(f"read_value() gave {quoted(meeting)}, no Meeting", loaded.owner)
    return meeting


def content_of(renderer: Renderer, outline: Outline, loaded: Loaded) -> bytes:
    """What *renderer* makes of *outline*.

    Raises:
        RenderError: The format cannot show it.
        PluginError: The renderer breaks its contract.
    """
    with blaming(loaded):
        content = renderer.render(outline)
    return _bytes(content, "render()", loaded)


def content_of_value(renderer: ValueRenderer, value: Meeting | Schedule, loaded: Loaded) -> bytes:
    """What *renderer* makes of *value* itself. Raises as `content_of` does."""
    with blaming(loaded):
        content = renderer.render_value(value)
    return _bytes(content, "render_value()", loaded)


def _bytes(content: object, method: str, loaded: Loaded) -> bytes:
    if type(content) is not bytes:
        raise PluginError(f"{method} gave {quoted(content)}, no bytes", loaded.owner)
    return content
