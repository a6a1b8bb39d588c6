"""What a user types: read, render, write, save and load."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable

import attrs

from motesprotokoll import files, guards, signatures
from motesprotokoll.compose import compose
from motesprotokoll.errors import (
    MinutesError,
    ReadError,
    RenderError,
    StrictError,
    UnknownFormatError,
    UnsupportedFormatError,
    WrongTypeError,
    quoted,
)
from motesprotokoll.extraction import Extraction, Line
from motesprotokoll.files import Opened, Source
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.interpret import interpret
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.model import Meeting, Network, Schedule
from motesprotokoll.outline import Outline
from motesprotokoll.readers.protocol import Reader, ValueReader
from motesprotokoll.registry import DEFAULT_REGISTRY, Loaded, Registry
from motesprotokoll.rendered import Rendered
from motesprotokoll.renderers.protocol import Renderer, ValueRenderer
from motesprotokoll.serialisation import dumps, loads
from motesprotokoll.theme import Theme
from motesprotokoll.vocabulary import SWEDISH, Vocabulary
from motesprotokoll.weighing import Scales, weighed

# ------------------------------------------------------------------------------------------------ reading


def read(
    source: Source | Rendered,
    *,
    format: str | Reader | ValueReader | None = None,  # noqa: A002 (the name that a user expects)
    network: Network | None = None,
    vocabulary: Vocabulary | None = None,
    strict: bool = False,
    limits: Limits = DEFAULT_LIMITS,
    encoding: str | None = None,
    changes: Literal["accept", "reject", "error"] | None = None,
    password: str | None = None,
    registry: Registry = DEFAULT_REGISTRY,
) -> Reading:
    """Read one document. There is always a meeting; ``findings`` say what was uncertain.

    Args:
        source: A path, bytes, an open file, or what `render` gave. Never more than ``limits.document_bytes``
            are read.
        format: The format's name, ``"module:Class"``, or a reader. Without it the suffix of the file's name
            tells, then the content.
        network: The body whose meeting this is, with members and aliases that help to recognise people.
        vocabulary: The labels and phrases to go by, where an organisation has words of its own:
            ``motesprotokoll.vocabulary.SWEDISH.extended(...)``. Without it, those of Swedish minutes.
        strict: Whether findings of severity error or warning make the reading fail.
        encoding: How a text document is encoded; without it, that is worked out.
        changes: What tracked changes mean (Word): ``"accept"``, as without it, reads the document as if all
            were accepted, ``"reject"`` as if all were rejected, ``"error"`` refuses a document with any.
        password: What opens an encrypted document (PDF).
        registry: Where names of formats are looked up.

    Raises:
        WrongTypeError: The format, or a tool that is made already, does not take the option; or the
            vocabulary is none.
        ReadError: The document cannot be read. `LimitError`, `UnsupportedFormatError`, `StrictError` say why.
        UnknownFormatError: No reader answers to the format's name.
        MissingExtraError: The format needs a package that is not installed.
    """
    if isinstance(source, Rendered):
        format = format or registry.for_suffix(source.suffix)  # noqa: A001
        source = source.content
    document = files.opened(source, limits)
    with _located(document.name):
        options = _given_options(changes=changes, password=password)
        known = _Known(network, _words(vocabulary), limits)
        return _read(document, format, options, known, strict, encoding, registry)


def read_text(
    text: str,
    *,
    format: str | Reader | ValueReader | None = None,  # noqa: A002
    network: Network | None = None,
    vocabulary: Vocabulary | None = None,
    strict: bool = False,
    limits: Limits = DEFAULT_LIMITS,
    registry: Registry = DEFAULT_REGISTRY,
) -> Reading:
    """Read the text of a document, such as one that was pasted. As `read` otherwise.

    Raises:
        ReadError: The text cannot be read.
    """
    if not isinstance(text, str):
        raise WrongTypeError(
            f"expected str, got {quoted(text)}", "text", "read() takes bytes, files and paths"
        )
    document = attrs.evolve(files.opened(files.encoded(text), limits), decoded=True)
    known = _Known(network, _words(vocabulary), limits)
    return _read(document, format, {}, known, strict, None, registry)


def lines_of(
    source: Source,
    *,
    format: str | None = None,  # noqa: A002
    changes: Literal["accept", "reject", "error"] | None = None,
    password: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    registry: Registry = DEFAULT_REGISTRY,
) -> tuple[Line, ...]:
    """The lines of a document as its container gives them; none where it is data, or our own by its marks.

    Raises:
        ReadError: The document cannot be read. As for `read`.
    """
    document = files.opened(source, limits)
    with _located(document.name):
        options = _given_options(changes=changes, password=password)
        loaded, reader = _reader_for(document, format, options, registry)
        if isinstance(reader, ValueReader):
            return ()
        return guards.extraction_of(reader, document.data, limits, loaded).lines


@attrs.frozen
class _Known:
    """What the caller says of a document before it is read."""

    network: Network | None
    words: Vocabulary
    limits: Limits


def _words(vocabulary: Vocabulary | None) -> Vocabulary:
    if vocabulary is None:
        return SWEDISH
    if not isinstance(vocabulary, Vocabulary):
        raise WrongTypeError(f"expected a Vocabulary, got {quoted(vocabulary)}", "vocabulary")
    return vocabulary


def _given_options(**options: object | None) -> dict[str, object]:
    return {name: value for name, value in options.items() if value is not None}


def _read(
    document: Opened,
    format: str | Reader | ValueReader | None,  # noqa: A002
    options: Mapping[str, object],
    known: _Known,
    strict: bool,
    encoding: str | None,
    registry: Registry,
) -> Reading:
    loaded, reader = _reader_for(document, format, options, registry)
    data = document.data
    if registry.is_text(loaded.name):
        data = _text_bytes(document, encoding)
    elif encoding is not None:
        raise ReadError(f"the format {loaded.name!r} is no text, so encoding does not apply")
    reading = _reading(reader, data, known, loaded, registry)
    return _certain(reading) if strict else reading


def _reader_for(
    document: Opened,
    format: str | Reader | ValueReader | None,  # noqa: A002
    options: Mapping[str, object],
    registry: Registry,
) -> tuple[Loaded, Reader | ValueReader]:
    if isinstance(format, Reader | ValueReader):
        _refuse_options("reader", options)
        loaded = _given(format)
        return loaded, guards.checked_reader(format, loaded)
    loaded = registry.reader(_format_of(document, registry) if format is None else format)
    return loaded, guards.made_reader(loaded, options)


def _refuse_options(what: str, options: Mapping[str, object]) -> None:
    """A tool that is ready got its options when it was made: it would ignore these."""
    if options:
        names = ", ".join(options)
        hint = f"give it where the {what} is made"
        raise WrongTypeError(f"a {what} that is made already does not take {names}", "options", hint)


def _given(tool: object) -> Loaded:
    """A reader or renderer that the caller made, as if it had been looked up."""
    name = type(tool).__name__
    return Loaded(lambda: tool, name, name)


def _format_of(document: Opened, registry: Registry) -> str:
    """The format by the name of the file, else by its first bytes."""
    known = registry.for_suffix(document.suffix) if document.suffix else None
    if known is not None:
        return known
    binary = signatures.binary_signature(document.data)
    if binary is None:
        return signatures.text_format(document.data)
    if binary.format is not None and registry.can_read(binary.format):
        return binary.format
    raise UnsupportedFormatError(f"this is {binary.kind}, which cannot be read", None, binary.hint)


def _text_bytes(document: Opened, encoding: str | None) -> bytes:
    """The bytes of a text document; where its encoding is known, as UTF-8 that says so."""
    signatures.refuse_binary(document.data)
    if encoding is None and not document.decoded:
        return document.data
    try:
        text = document.data.decode("utf-8" if document.decoded else encoding or "utf-8")
    except LookupError as error:
        raise ReadError(f"there is no encoding {quoted(encoding)}") from error
    except UnicodeError as error:
        raise ReadError(f"the document is not encoded in {encoding}") from error
    return b"\xef\xbb\xbf" + files.encoded(text.removeprefix("\ufeff"))


def _reading(
    reader: Reader | ValueReader,
    data: bytes,
    known: _Known,
    loaded: Loaded,
    registry: Registry,
) -> Reading:
    limits = known.limits
    if isinstance(reader, ValueReader):
        return Reading(guards.value_of(reader, data, limits, loaded))
    extraction = guards.extraction_of(reader, data, limits, loaded)
    if extraction.outline is None and extraction.carried is None:
        extraction = _told_if_empty(extraction)
        return interpret(extraction, network=known.network, vocabulary=known.words, limits=limits)
    again = partial(guards.extraction_of, reader, limits=limits, loaded=loaded)
    writer = _written_by(loaded, registry)
    return weighed(extraction, data, Scales(again, writer, known.network, limits, known.words))


def _told_if_empty(extraction: Extraction) -> Extraction:
    """*extraction*, with a finding if there was nothing to read and the reader did not say so."""
    if extraction.lines or extraction.findings:
        return extraction
    return attrs.evolve(extraction, findings=(_EMPTY,))


_EMPTY = Finding("read.empty", Severity.WARNING, "Dokumentet är tomt.")


def _written_by(loaded: Loaded, registry: Registry) -> Callable[[Outline], bytes] | None:
    """How the format that was read is written, where it is one of ours."""
    if loaded.owner is not None or not registry.can_write(loaded.name):
        return None
    writer = registry.renderer(loaded.name)
    tool = guards.made_renderer(writer, {})
    return None if isinstance(tool, ValueRenderer) else partial(guards.content_of, tool, loaded=writer)


def _certain(reading: Reading) -> Reading:
    """*reading*, if nothing in it is doubtful."""
    doubts = [one for one in reading.findings if one.severity is not Severity.NOTE]
    if not doubts:
        return reading
    told = "; ".join(
        f"{one.where}: {one.message_in('en')}" if one.where else one.message_in("en") for one in doubts
    )
    count = "one finding" if len(doubts) == 1 else f"{len(doubts)} findings"
    raise StrictError(f"{count}: {told}", None, None, reading.findings)


@contextmanager
def _located(name: str | None) -> Iterator[None]:
    """Errors that say in which document they arose."""
    try:
        yield
    except MinutesError as error:
        if name is not None:
            error.where = f"{name} {error.where}" if error.where else name
            error.args = (error.problem, error.where, error.hint, *error.args[3:])
        raise


# ------------------------------------------------------------------------------------------------ schedules


def read_schedule(source: Source | Rendered, *, limits: Limits = DEFAULT_LIMITS) -> Schedule:
    """The schedule in a calendar (iCalendar) that this library wrote; ``render(schedule, "ics")`` backwards.

    A meeting that somebody has moved or changed in a calendar program is read as it stands there.

    Raises:
        ReadError: It is no calendar, not one of ours, or it holds several schedules. `LimitError`: Too large.
        MissingExtraError: The extra ``ics`` is not installed.
    """
    found = read_schedules(source, limits=limits)
    if len(found) != 1:
        raise ReadError(f"the calendar holds {len(found)} schedules", None, "read_schedules() gives all")
    return found[0]


def read_schedules(source: Source | Rendered, *, limits: Limits = DEFAULT_LIMITS) -> tuple[Schedule, ...]:
    """Every schedule in a calendar of ours, such as a feed of several bodies. Raises as `read_schedule`."""
    document = files.opened(source.content if isinstance(source, Rendered) else source, limits)
    with _located(document.name), guards.blaming(_CALENDARS):
        from motesprotokoll.readers.ics import schedules_in  # needs an extra

        return schedules_in(document.data, limits)


_CALENDARS = Loaded(lambda: None, "ics", None, "ics")


# ------------------------------------------------------------------------------------------------ rendering


@runtime_checkable
class Outlined(Protocol):
    """What shows itself as a document, such as a `Comparison`. It has no views and no items."""

    def outline(self, language: str | None = None) -> Outline:
        """The document, with its labels in *language*."""
        ...


@attrs.frozen
class BoundRenderer:
    """A renderer with its options, ready for meetings, schedules and what shows itself as a document."""

    inner: Renderer | ValueRenderer
    _loaded: Loaded

    def render(
        self,
        value: Meeting | Schedule | Outlined,
        *,
        view: str = "minutes",
        item: str | int | None = None,
        language: str | None = None,
    ) -> Rendered:
        """Render *value* as `motesprotokoll.render` does.

        Raises:
            RenderError: There is no such view or item, or the format cannot show it.
        """
        if not isinstance(value, Meeting | Schedule):
            return self.render_outline(_outline_of(value, view, item, language))
        if isinstance(self.inner, ValueRenderer):
            if view != "minutes" or item is not None:
                raise RenderError(
                    f"{self._loaded.name} holds the whole value, so it has no views and no extracts"
                )
            content = guards.content_of_value(self.inner, value, self._loaded)
        else:
            outline = compose(value, view=view, item=item, language=language)
            if outline.carries and getattr(self.inner, "embed", False):
                outline = attrs.evolve(outline, carried=dumps(value))
            return self.render_outline(outline)
        return Rendered(content, self.inner.media_type, self.inner.suffix)

    def render_outline(self, outline: Outline) -> Rendered:
        """Render a document that was composed already.

        Raises:
            RenderError: The format cannot show it, or holds values and no documents.
        """
        if isinstance(self.inner, ValueRenderer):
            raise RenderError(f"{self._loaded.name} holds values and shows no documents")
        content = guards.content_of(self.inner, outline, self._loaded)
        return Rendered(content, self.inner.media_type, self.inner.suffix)


def _outline_of(value: Outlined, view: str, item: str | int | None, language: str | None) -> Outline:
    _check_value(value)
    if view != "minutes" or item is not None:
        raise RenderError(f"a {type(value).__name__} has no views and no extracts")
    return value.outline(language)


def _check_value(value: object) -> None:
    if isinstance(value, Reading):
        raise WrongTypeError("a Reading is not rendered itself", "value", "take its .meeting")
    if not isinstance(value, Meeting | Schedule | Outlined):
        raise WrongTypeError(f"expected a Meeting or a Schedule, got {quoted(value)}", "value")


def renderer(
    format: str | Renderer | ValueRenderer,  # noqa: A002
    *,
    templates: str | os.PathLike[str] | None = None,
    theme: Theme | str | os.PathLike[str] | None = None,
    reference_doc: str | os.PathLike[str] | None = None,
    embed: bool = True,
    registry: Registry = DEFAULT_REGISTRY,
) -> BoundRenderer:
    """A renderer with options, to use many times.

    Args:
        format: The format's name, ``"module:Class"``, or a renderer that you made yourself.
        templates: A folder of templates that change the looks (HTML).
        theme: Colours, logo, font and footer of an organisation, or the path of a TOML file with them (HTML,
            Word, PDF).
        reference_doc: A Word document or template that gives styles, header, footer and page set-up (Word).
        embed: Whether a document that can be read back holds the meeting as data (Word, PDF), and a calendar
            the schedule, members and all.
        registry: Where names of formats are looked up.

    Raises:
        UnknownFormatError: No renderer answers to the format's name.
        WrongTypeError: The format, or a tool that is made already, does not take the option.
        MissingExtraError: The format needs a package that is not installed.
    """
    embedding = None if embed else False
    if isinstance(format, Renderer | ValueRenderer):
        _refuse_options(
            "renderer",
            _given_options(templates=templates, theme=theme, reference_doc=reference_doc, embed=embedding),
        )
        loaded = _given(format)
        return BoundRenderer(guards.checked_renderer(format, loaded), loaded)
    given = _given_options(
        templates=None if templates is None else _path(templates, "templates"),
        theme=None if theme is None else _theme(theme),
        reference_doc=None if reference_doc is None else _path(reference_doc, "reference_doc"),
        embed=embedding,
    )
    loaded = registry.renderer(format)
    return BoundRenderer(guards.made_renderer(loaded, given), loaded)


def _theme(theme: Theme | str | os.PathLike[str]) -> Theme:
    return theme if isinstance(theme, Theme) else Theme.from_toml(_path(theme, "theme"))


def render(
    value: Meeting | Schedule | Outlined,
    format: str | Renderer | ValueRenderer,  # noqa: A002
    *,
    view: str = "minutes",
    item: str | int | None = None,
    language: str | None = None,
    templates: str | os.PathLike[str] | None = None,
    theme: Theme | str | os.PathLike[str] | None = None,
    reference_doc: str | os.PathLike[str] | None = None,
    embed: bool = True,
    registry: Registry = DEFAULT_REGISTRY,
) -> Rendered:
    """Write a meeting, a schedule or a comparison as a document.

    Args:
        format: The format's name, ``"module:Class"``, or a renderer.
        view: What to show of a meeting: all of it (``minutes``), or one of `motesprotokoll.compose.VIEWS`; of
            a schedule its dates, or a year at a glance (``year``).
        item: An extract of one agenda item instead: its number as printed, or its place from 0.
        language: ``"sv"`` or ``"en"``: the language of labels; without it the meeting's own, else Swedish.
        templates, theme, reference_doc, embed: As for `renderer`.
        registry: Where names of formats are looked up.

    Raises:
        RenderError: There is no such view or item, or the format cannot show the value.
        UnknownFormatError: No renderer answers to the format's name.
        MissingExtraError: The format needs a package that is not installed.
    """
    bound = renderer(
        format,
        templates=templates,
        theme=theme,
        reference_doc=reference_doc,
        embed=embed,
        registry=registry,
    )
    return bound.render(value, view=view, item=item, language=language)


def write(
    value: Meeting | Schedule | Rendered | Outlined,
    path: str | os.PathLike[str],
    *,
    format: str | Renderer | ValueRenderer | None = None,  # noqa: A002
    view: str = "minutes",
    item: str | int | None = None,
    language: str | None = None,
    templates: str | os.PathLike[str] | None = None,
    theme: Theme | str | os.PathLike[str] | None = None,
    reference_doc: str | os.PathLike[str] | None = None,
    embed: bool = True,
    overwrite: bool = False,
    registry: Registry = DEFAULT_REGISTRY,
) -> Path:
    """Render *value* and put it at *path*, whole or not at all.

    The suffix of the path tells the format, unless *format* does. What was rendered is written as it is. The
    other options are those of `render`.

    Raises:
        WriteError: The file is there and *overwrite* is false, or the disk refused.
        UnknownFormatError: Nothing writes files with this suffix.
        RenderError: The value cannot be rendered so; nothing is written.
    """
    if isinstance(value, Rendered):
        return files.write_bytes(path, value.content, overwrite=overwrite)
    _check_value(value)
    chosen = _written_format(path, registry) if format is None else format
    rendered = render(
        value,
        chosen,
        view=view,
        item=item,
        language=language,
        templates=templates,
        theme=theme,
        reference_doc=reference_doc,
        embed=embed,
        registry=registry,
    )
    return files.write_bytes(path, rendered.content, overwrite=overwrite)


def write_templates(folder: str | os.PathLike[str], *, overwrite: bool = False) -> tuple[Path, ...]:
    """Put copies of the standard HTML templates in *folder*, to be changed and given as ``templates=``.

    A template that only replaces a block can say ``{% extends "standard/minutes.html.j2" %}`` instead.

    Raises:
        WriteError: A file is there and *overwrite* is false, or the disk refused.
    """
    from motesprotokoll.renderers.html.engine import standard_templates  # seldom needed

    return files.write_folder(_path(folder, "folder"), standard_templates(), overwrite=overwrite)


def _written_format(path: str | os.PathLike[str], registry: Registry) -> str:
    name = _path(path)
    suffix = os.path.splitext(name)[1]
    known = registry.for_suffix(suffix, writing=True) if suffix else None
    if known is None:
        what = f"files with the suffix {quoted(suffix)}" if suffix else "a file without a suffix"
        raise UnknownFormatError(f"no format is known for {what}", name, "name one with format=")
    return known


def _path(path: str | os.PathLike[str], name: str = "path") -> str:
    if not isinstance(path, str | os.PathLike):
        raise WrongTypeError(f"expected a path, got {quoted(path)}", name)
    return os.fsdecode(os.fspath(path))


# ------------------------------------------------------------------------------------------------ keeping


def save(
    value: Meeting | Schedule | Reading,
    path: str | os.PathLike[str],
    *,
    overwrite: bool = False,
) -> Path:
    """Keep *value* as JSON, exactly: `load` gives an equal one. The path may have any suffix.

    Raises:
        WriteError: The file is there and *overwrite* is false, or the disk refused.
    """
    return files.write_bytes(path, files.encoded(dumps(value)), overwrite=overwrite)


def load(source: Source, *, limits: Limits = DEFAULT_LIMITS) -> Meeting | Schedule | Reading:
    """What `save` kept.

    Raises:
        DataError: It is not what `save` writes; ``problems`` tells every fault with its place.
        UnsupportedVersionError: A newer version of the library wrote it.
        ReadError: The file cannot be read.
    """
    document = files.opened(source, limits)
    with _located(document.name):
        value: Meeting | Schedule | Reading = loads(document.data, limits=limits)
        return value
