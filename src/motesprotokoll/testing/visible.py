"""What somebody who reads a rendered document sees of it."""

import html
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

from motesprotokoll.renderers.protocol import Renderer, ValueRenderer
from motesprotokoll.testing.promises import fail

Visible = Callable[[bytes], str]
"""What a reader of the document sees, as one text."""


def visible_of(renderer: Renderer | ValueRenderer) -> Visible:
    """How to see what *renderer* writes, for media types of text."""
    kind = renderer.media_type.partition(";")[0]
    known = _BY_MEDIA_TYPE.get(kind, _visible_text if kind.startswith("text/") else None)
    if known is None:
        fail(renderer, f"writes {kind}, so check_renderer() needs visible=")
    return known


def _visible_text(content: bytes) -> str:
    """Plain text; a backslash may guard the sign behind it."""
    return re.sub(r"\\(.)", r"\1", content.decode("utf-8"))


def _visible_markdown(content: bytes) -> str:
    return html.unescape(_visible_text(content))


def _visible_json(content: bytes) -> str:
    return " ".join(_strings(json.loads(content)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        yield from _strings(list(value.values()))


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.markup: set[tuple[str, str]] = set()

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.markup |= {(tag, name) for name, _ in attrs} | {(tag, "")}


def _parsed(content: bytes) -> _Html:
    parser = _Html()
    parser.feed(content.decode("utf-8"))
    parser.close()
    return parser


def _visible_html(content: bytes) -> str:
    return "".join(_parsed(content).texts)


def markup(content: bytes) -> set[tuple[str, str]]:
    """The elements of an HTML page and their attributes, without values."""
    return _parsed(content).markup


_BY_MEDIA_TYPE: dict[str, Visible] = {
    "text/html": _visible_html,
    "text/markdown": _visible_markdown,
    "application/json": _visible_json,
}
