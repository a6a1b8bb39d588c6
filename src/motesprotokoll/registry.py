"""From the name of a format to its reader or renderer: our own table first, then what other packages offer.

Nothing is imported until it is asked for. Precedence: what was registered explicitly with ``replace=True``,
our own, then entry points; an installed package never replaces one of ours in silence.
"""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any, Literal

import attrs

from motesprotokoll.errors import (
    PluginError,
    UnknownFormatError,
    UnsupportedFormatError,
    WrongTypeError,
    WrongValueError,
    nearest_of,
    quoted,
)
from motesprotokoll.extras import missing_extra
from motesprotokoll.plugins import Offer, imported, offers, turned_on

Side = Literal["readers", "renderers"]
Factory = Callable[..., Any]
"""A class, or a function that gives a reader or renderer; its options are keyword-only."""

GROUPS: Mapping[Side, str] = {
    "readers": "motesprotokoll.readers",
    "renderers": "motesprotokoll.renderers",
}
"""The entry-point groups by which other packages offer theirs."""


@attrs.frozen(kw_only=True)
class BuiltIn:
    """A format of our own: where its reader and renderer stand, and what they need."""

    name: str
    suffixes: tuple[str, ...]
    """The usual one first."""
    media_type: str
    reader: str | None = None
    renderer: str | None = None
    extra: str | None = None
    instead: str | None = None
    """What reads the format where no reader of documents does, as a hint."""


BUILT_IN = (
    BuiltIn(
        name="text",
        suffixes=(".txt",),
        media_type="text/plain",
        reader="motesprotokoll.readers.text:TextReader",
        renderer="motesprotokoll.renderers.text:TextRenderer",
    ),
    BuiltIn(
        name="markdown",
        suffixes=(".md", ".markdown"),
        media_type="text/markdown",
        reader="motesprotokoll.readers.markdown:MarkdownReader",
        renderer="motesprotokoll.renderers.markdown:MarkdownRenderer",
        extra="markdown",
    ),
    BuiltIn(
        name="html",
        suffixes=(".html", ".htm"),
        media_type="text/html",
        reader="motesprotokoll.readers.html:HtmlReader",
        renderer="motesprotokoll.renderers.html:HtmlRenderer",
    ),
    BuiltIn(
        name="docx",
        suffixes=(".docx",),
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        reader="motesprotokoll.readers.docx:DocxReader",
        renderer="motesprotokoll.renderers.docx:DocxRenderer",
        extra="docx",
    ),
    BuiltIn(
        name="json",
        suffixes=(".json",),
        media_type="application/json",
        reader="motesprotokoll.readers.json:JsonReader",
        renderer="motesprotokoll.renderers.json:JsonRenderer",
    ),
    BuiltIn(
        name="pdf",
        suffixes=(".pdf",),
        media_type="application/pdf",
        reader="motesprotokoll.readers.pdf:PdfReader",
        renderer="motesprotokoll.renderers.pdf:PdfRenderer",
        extra="pdf",
    ),
    BuiltIn(
        name="ics",
        suffixes=(".ics",),
        media_type="text/calendar",
        renderer="motesprotokoll.renderers.ics:IcsRenderer",
        extra="ics",
        instead="read_schedule() reads the schedule in it",
    ),
)


@attrs.frozen(kw_only=True)
class Format:
    """What `formats` tells of one format."""

    name: str
    can_read: bool
    can_write: bool
    suffixes: tuple[str, ...] = ()
    """Known for our own and for registered ones; a plug-in answers to its name as a suffix."""
    media_type: str | None = None
    source: Literal["built-in", "registered", "plug-in"] = "built-in"
    package: str | None = "motesprotokoll"
    version: str | None = None
    extra: str | None = None
    """The extra that has to be installed: ``pip install 'motesprotokoll[markdown]'``."""
    shadowed: bool = False
    """Whether one of our own formats has the name, so that this one answers only to ``module:Class``."""


@attrs.frozen
class Loaded:
    """A reader or renderer that was found, and whom to blame if it breaks: ``None`` for our own."""

    make: Factory
    name: str
    owner: str | None = None
    extra: str | None = None


@attrs.frozen
class _Registered:
    factory: Factory
    suffixes: tuple[str, ...]


class Registry:
    """Names of formats. The library uses one of these; an application may have its own.

    ``plugins=False`` leaves other packages out, as does ``MOTESPROTOKOLL_PLUGINS=0`` in the environment.
    """

    def __init__(self, *, plugins: bool | None = None, built_in: Iterable[BuiltIn] = BUILT_IN) -> None:
        self._built_in = {entry.name: entry for entry in built_in}
        self._plugins = turned_on() if plugins is None else plugins
        self._registered: dict[tuple[Side, str], _Registered] = {}
        self._offers: tuple[Offer, ...] | None = None

    # -- registering -----------------------------------------------------------------------------

    def register_reader(
        self, name: str, factory: Factory, *, suffixes: Iterable[str] = (), replace: bool = False
    ) -> None:
        """Let *name* (and files with one of *suffixes*) be read by what *factory* gives.

        Raises:
            WrongValueError: The name is taken and *replace* is false, or is not a name.
        """
        self._register("readers", name, factory, suffixes, replace)

    def register_renderer(
        self, name: str, factory: Factory, *, suffixes: Iterable[str] = (), replace: bool = False
    ) -> None:
        """Let *name* (and files with one of *suffixes*) be written by what *factory* gives.

        Raises:
            WrongValueError: The name is taken and *replace* is false, or is not a name.
        """
        self._register("renderers", name, factory, suffixes, replace)

    def _register(
        self, side: Side, name: str, factory: Factory, suffixes: Iterable[str], replace: bool
    ) -> None:
        if not _is_name(name):
            raise WrongValueError(f"{quoted(name)} is no name of a format", side, "write a-z, 0-9, - and _")
        if not callable(factory):
            raise WrongTypeError(f"expected a class or a function, got {quoted(factory)}", side)
        if isinstance(suffixes, str):
            raise WrongTypeError("a bare string is not a list", "suffixes", f"write [{suffixes!r}]")
        taken = (side, name) in self._registered or _has(self._built_in.get(name), side)
        if taken and not replace:
            raise WrongValueError(f"the name {name!r} is taken", side, "replace=True takes its place")
        folded = tuple(f".{suffix.lower().lstrip('.')}" for suffix in suffixes)
        self._registered[side, name] = _Registered(factory, folded)

    # -- finding ---------------------------------------------------------------------------------

    def reader(self, name: str) -> Loaded:
        """The reader of the format *name*, or of ``"module:Class"``.

        Raises:
            UnknownFormatError: Nobody answers to the name.
            UnsupportedFormatError: It is one of ours that holds no minutes; the hint tells what reads it.
            MissingExtraError: It needs a package that is not installed.
            PluginError: Another package's reader does not load, or two packages offer the name.
        """
        return self._find("readers", name)

    def renderer(self, name: str) -> Loaded:
        """The renderer of the format *name*, or of ``"module:Class"``. Raises as `reader` does."""
        return self._find("renderers", name)

    def _find(self, side: Side, name: str) -> Loaded:
        if not isinstance(name, str):
            raise WrongTypeError(f"expected the name of a format, got {quoted(name)}", "format")
        registered = self._registered.get((side, name))
        if registered is not None:
            return Loaded(registered.factory, name, f"what is registered as {name!r}")
        own = self._built_in.get(name)
        if own is not None and _has(own, side):
            return Loaded(_own_factory(own, side), name, None, own.extra)
        if ":" in name and self._plugins:
            return Loaded(_imported(name, name), name, name)
        return self._from_plugins(side, name)

    def _from_plugins(self, side: Side, name: str) -> Loaded:
        group = GROUPS[side]
        found = [offer for offer in self._scanned() if offer.group == group and offer.name == name]
        if not found:
            raise self._unknown(side, name)
        if len(found) > 1:
            packages = " and ".join(sorted(offer.package for offer in found))
            values = " or ".join(repr(offer.value) for offer in found)
            raise PluginError(f"{packages} both offer {name!r}", group, f"write {values}")
        offer = found[0]
        return Loaded(_imported(offer.value, offer.owner), name, offer.owner)

    def for_suffix(self, suffix: str, *, writing: bool = False) -> str | None:
        """The name of the format of files with *suffix* (``".md"``), or ``None``.

        What is registered comes before our own. A plug-in's name is its suffix. Asking for the reader of
        the format may still be refused, with a hint at what reads it.
        """
        side: Side = "renderers" if writing else "readers"
        suffix = suffix.lower()
        for (registered_side, name), entry in self._registered.items():
            if registered_side == side and suffix in entry.suffixes:
                return name
        for own in self._built_in.values():
            if suffix in own.suffixes and (_has(own, side) or own.instead):
                return own.name
        name = suffix.removeprefix(".")
        known = any(offer.group == GROUPS[side] and offer.name == name for offer in self._scanned())
        return name if known else None

    def can_read(self, name: str) -> bool:
        """Whether anybody reads the format *name*; nothing is imported to find out."""
        return any(entry.name == name and entry.can_read for entry in self.formats())

    def can_write(self, name: str) -> bool:
        """Whether one of our own writes the format *name*."""
        return _has(self._built_in.get(name), "renderers")

    def is_text(self, name: str) -> bool:
        """Whether *name* is one of our own formats that consist of readable text."""
        own = self._built_in.get(name)
        return own is not None and own.media_type.startswith("text/")

    def _unknown(self, side: Side, name: str) -> UnknownFormatError | UnsupportedFormatError:
        own = self._built_in.get(name)
        if side == "readers" and own is not None and own.instead:
            return UnsupportedFormatError(f"the format {name!r} holds no minutes", None, own.instead)
        names = sorted(entry.name for entry in self.formats() if _is_on(entry, side) and not entry.shadowed)
        near = nearest_of(name, names)
        guess = f"did you mean {near!r}? " if near else ""
        verb = "read" if side == "readers" else "written"
        listing = ", ".join(dict.fromkeys(names))
        return UnknownFormatError(
            f"no format {quoted(name)} can be {verb}", None, f"{guess}there is {listing}"
        )

    # -- listing ---------------------------------------------------------------------------------

    def formats(self) -> tuple[Format, ...]:
        """Every format that can be read or written, ours first, without importing any of them."""
        own = [
            Format(
                name=entry.name,
                can_read=entry.reader is not None,
                can_write=entry.renderer is not None,
                suffixes=entry.suffixes,
                media_type=entry.media_type,
                extra=entry.extra,
            )
            for entry in self._built_in.values()
        ]
        return (*own, *self._listed_registered(), *self._listed_plugins())

    def _listed_registered(self) -> list[Format]:
        names = dict.fromkeys(name for _, name in self._registered)
        listed = []
        for name in names:
            sides = [side for side in GROUPS if (side, name) in self._registered]
            suffixes = [suffix for side in sides for suffix in self._registered[side, name].suffixes]
            listed.append(
                Format(
                    name=name,
                    can_read="readers" in sides,
                    can_write="renderers" in sides,
                    suffixes=tuple(dict.fromkeys(suffixes)),
                    source="registered",
                    package=None,
                )
            )
        return listed

    def _listed_plugins(self) -> list[Format]:
        scanned = self._scanned()
        sides = {(offer.group, offer.name, offer.package) for offer in scanned}
        packages = dict.fromkeys((offer.name, offer.package, offer.version) for offer in scanned)
        return [
            Format(
                name=name,
                can_read=(GROUPS["readers"], name, package) in sides,
                can_write=(GROUPS["renderers"], name, package) in sides,
                source="plug-in",
                package=package,
                version=version,
                shadowed=name in self._built_in,
            )
            for name, package, version in packages
        ]

    def _scanned(self) -> tuple[Offer, ...]:
        """What other packages offer. Looked up once: it costs some 80 ms among many packages."""
        if self._offers is None:
            self._offers = _scan() if self._plugins else ()
        return self._offers


def _is_name(name: object) -> bool:
    return isinstance(name, str) and name.isascii() and name.replace("-", "").replace("_", "").isalnum()


def _has(entry: BuiltIn | None, side: Side) -> bool:
    return entry is not None and (entry.reader if side == "readers" else entry.renderer) is not None


def _is_on(entry: Format, side: Side) -> bool:
    return entry.can_read if side == "readers" else entry.can_write


def _scan() -> tuple[Offer, ...]:
    return offers(*GROUPS.values())


def _own_factory(entry: BuiltIn, side: Side) -> Factory:
    reference = entry.reader if side == "readers" else entry.renderer
    assert reference is not None  # `_has` said so
    module, _, name = reference.partition(":")
    try:
        found: Factory = getattr(import_module(module), name)
    except ModuleNotFoundError as error:
        missing = missing_extra(entry.name, entry.extra, error)
        if missing is None:
            raise
        raise missing from error
    return found


def _imported(reference: str, owner: str) -> Factory:
    """What another package's *reference* (``module:Class``) names. What breaks there is told as its fault."""
    found = imported(reference, owner)
    if not callable(found):
        raise PluginError(f"{quoted(reference)} is no class or function", owner)
    factory: Factory = found
    return factory


DEFAULT_REGISTRY = Registry()
"""The registry that the functions of the library use unless they are given another."""


def formats() -> tuple[Format, ...]:
    """What can be read and written, ours first, and which extra each needs. Nothing is imported for it."""
    return DEFAULT_REGISTRY.formats()


register_reader = DEFAULT_REGISTRY.register_reader
register_renderer = DEFAULT_REGISTRY.register_renderer
