"""Readers and renderers that break the contract, each in one way; importable, so that they pickle."""

import attrs

from fakes import LinesReader
from motesprotokoll.extraction import Extraction, Line
from motesprotokoll.limits import Limits
from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.outline import Labelled, Node, Outline, Text
from motesprotokoll.serialisation import dumps


def words(nodes: tuple[Node, ...]) -> str:
    """Every word of an outline, as its repr without escapes would have it; enough for a fake."""
    parts: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, str):
            parts.append(value)
        elif isinstance(value, tuple):
            for one in value:
                walk(one)
        elif attrs.has(type(value)):
            if type(value) in (Text, Labelled):
                content = value.content  # type: ignore[attr-defined]
                parts.append("".join(one if isinstance(one, str) else one.text for one in content))
            for field in attrs.fields(type(value)):
                walk(getattr(value, field.name))

    walk(nodes)
    return "\n".join(parts)


class GoodRenderer:
    """Shows all words, one a line."""

    media_type = "text/x-words"
    suffix = ".words"

    def render(self, outline: Outline) -> bytes:
        return words(outline.nodes).replace("\\", "\\\\").encode()


class GoodValueRenderer:
    media_type = "application/json"
    suffix = ".x"

    def render_value(self, value: Meeting | Schedule) -> bytes:
        return dumps(value).encode()


class Positional(GoodRenderer):
    def __init__(self, width: int = 3) -> None:
        pass


class AnyOption(GoodRenderer):
    def __init__(self, **options: object) -> None:
        pass


class BadMediaType(GoodRenderer):
    media_type = "words"


class BadSuffix(GoodRenderer):
    suffix = "words"


class Failing(GoodRenderer):
    def render(self, outline: Outline) -> bytes:
        raise KeyError("oj")


class Stringly(GoodRenderer):
    def render(self, outline: Outline) -> str:  # type: ignore[override]
        return "x"


class Counting(GoodRenderer):
    calls = 0

    def render(self, outline: Outline) -> bytes:
        type(self).calls += 1
        return super().render(outline) + str(self.calls).encode()


class Hashing(GoodRenderer):
    def render(self, outline: Outline) -> bytes:
        return super().render(outline) + str(hash("a")).encode()


class Lossy(GoodRenderer):
    def render(self, outline: Outline) -> bytes:
        return super().render(outline).replace(b"beslutar", b"")


class Forgetful(GoodRenderer):
    def render(self, outline: Outline) -> bytes:
        return super().render(outline).replace(b"sjuk", b"")


class RawHtml(GoodRenderer):
    media_type = "text/html"

    def render(self, outline: Outline) -> bytes:
        return words(outline.nodes).encode().replace(b"<b>", b"&lt;b&gt;<i>").replace(b"</b>", b"&lt;/b></i>")


class EscapedHtml(GoodRenderer):
    media_type = "text/html; charset=utf-8"

    def render(self, outline: Outline) -> bytes:
        text = words(outline.nodes).replace("&", "&amp;").replace("<", "&lt;")
        return f'<p class="x">{text}</p>'.encode()


class BreaksElsewhere(GoodRenderer):
    def __reduce__(self) -> tuple[object, ...]:
        return (int, ("x",))


class NoValue(GoodRenderer):
    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("no")


class Crashing(LinesReader):
    def read(self, data: bytes, limits: Limits) -> Extraction:
        if b"PK" in data:
            raise ValueError("zip")
        return Extraction()


class Listing(LinesReader):
    def read(self, data: bytes, limits: Limits) -> object:  # type: ignore[override]
        return []


class Raw(LinesReader):
    def read(self, data: bytes, limits: Limits) -> Extraction:
        return Extraction((Line("x" + data.decode("latin-1")[:1] + "x"),))


class Spaced(LinesReader):
    def read(self, data: bytes, limits: Limits) -> Extraction:
        return Extraction((Line(" a"),))


class Silent(LinesReader):
    def read(self, data: bytes, limits: Limits) -> Extraction:
        return Extraction()


class Forgetting(LinesReader):
    calls = 0

    def read(self, data: bytes, limits: Limits) -> Extraction:
        type(self).calls += 1
        return Extraction((Line(str(self.calls)),))


class HashingReader(LinesReader):
    def read(self, data: bytes, limits: Limits) -> Extraction:
        return Extraction((Line(str(hash("a"))),))


class CleanReader(LinesReader):
    def read(self, data: bytes, limits: Limits) -> Extraction:
        text = "".join(sign if sign.isprintable() else " " for sign in data.decode("utf-8", errors="replace"))
        return Extraction(
            () if b"ours" in data else (Line(text.strip()),), outline=Outline(()) if b"ours" in data else None
        )
