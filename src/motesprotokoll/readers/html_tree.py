"""HTML as a small tree, in linear time for any text.

The standard library's parser needs 15 s for 32 kB of unclosed tags and fails on a reference of 5,000 digits.
So this is our own: what is never closed is text.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

import attrs

VOID = frozenset(re.findall(r"\w+", "area base br col embed hr img input link meta param source track wbr"))
"""Elements that hold nothing and are never closed."""
_RAW = frozenset({"script", "style"})
_DEEPEST = 220
"""Deeper elements stand beside each other; enough for `marks.MAX_DEPTH` tables in each other."""
_TAG_NAME = re.compile(r"[A-Za-z][^\s/>]*+")
_ATTRIBUTE = re.compile(
    r"[\s/]*+([^\s=>/][^\s=>/]*+)(?>(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"']++)))?)"
)
_TAG_END = re.compile(r"[\s/]*+>")
_HUGE_REFERENCE = re.compile(r"&#(?:[xX][0-9a-fA-F]{8,}+|[0-9]{9,}+);?")


@attrs.define(eq=False)
class Element:
    """An element, what it says of itself, and what it holds: text and elements."""

    tag: str
    attributes: dict[str, str] = attrs.field(factory=dict)
    children: "list[str | Element]" = attrs.field(factory=list)

    def get(self, name: str) -> str | None:
        """An attribute."""
        return self.attributes.get(name)

    def has_class(self, name: str) -> bool:
        """Whether *name* is one of its classes."""
        return name in self.attributes.get("class", "").split()

    def elements(self) -> "Iterator[Element]":
        """The elements that it holds itself."""
        return (child for child in self.children if isinstance(child, Element))

    @property
    def words(self) -> str:
        """All text in it."""
        return "".join([child if isinstance(child, str) else child.words for child in self.children])

    def walk(self) -> "Iterator[Element]":
        """All elements below, each before what it holds."""
        waiting = list(reversed(list(self.elements())))
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(list(element.elements()))


def parse_html(text: str) -> Element:
    """The tree of *text*. A tag that closes nothing is left out; an unclosed element ends with its parent."""
    root = Element("")
    stack = [root]
    opened: Counter[str] = Counter()
    for kind, value, attributes in _tokens(text):
        if kind == "text":
            stack[-1].children.append(value)
        elif kind == "open":
            _close_before(value, stack, opened)
            element = Element(value, attributes)
            stack[-1].children.append(element)
            if value not in VOID and len(stack) < _DEEPEST:
                stack.append(element)
                opened[value] += 1
        elif opened[value]:
            while (closed := stack.pop().tag) != value:
                opened[closed] -= 1
            opened[value] -= 1
    return root


def _close_before(tag: str, stack: list[Element], opened: Counter[str]) -> None:
    """Close what *tag* ends without saying so: an item ends where the next one begins.

    Source: HTML Living Standard, 13.1.2.4, optional tags.
    """
    ended, parents = _ENDS.get(tag, _NOTHING)
    for place in range(len(stack) - 1, 0, -1) if ended else ():
        if stack[place].tag in parents:
            return
        if stack[place].tag in ended:
            for closed in stack[place:]:
                opened[closed.tag] -= 1
            del stack[place:]
            return


_NOTHING: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
_LIST, _TERMS, _CELLS = frozenset({"ul", "ol"}), frozenset({"dt", "dd"}), frozenset({"td", "th"})
_ENDS = {
    "li": (frozenset({"li"}), _LIST),
    "dt": (_TERMS, frozenset({"dl", "div"})),
    "dd": (_TERMS, frozenset({"dl", "div"})),
    "td": (_CELLS, frozenset({"tr", "table"})),
    "th": (_CELLS, frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
}
"""What the beginning of an element ends, and the elements beyond which it does not."""

_Token = tuple[str, str, dict[str, str]]


def _tokens(text: str) -> Iterator[_Token]:
    at = 0
    while (start := text.find("<", at)) >= 0:
        if start > at:
            yield "text", _unescaped(text[at:start]), {}
        end, token = _markup(text, start)
        if end < 0:  # never closed: from here on all is text
            yield "text", _unescaped(text[start:]), {}
            return
        if token is not None:
            yield token
        at = end
        if token is not None and token[0] == "open" and token[1] in _RAW:
            raw_end = re.compile(rf"</{token[1]}", re.IGNORECASE).search(text, at)
            at = raw_end.start() if raw_end else len(text)
    if at < len(text):
        yield "text", _unescaped(text[at:]), {}


def _markup(text: str, start: int) -> tuple[int, _Token | None]:
    """Where the markup at *start* ends, and what it is; -1 if it never ends."""
    if text.startswith("<!--", start):
        end = text.find("-->", start + 4)
        return (end + 3 if end >= 0 else -1), None
    following = text[start + 1 : start + 2]
    if following in ("!", "?", "/"):
        end = text.find(">", start)
        name = _TAG_NAME.match(text, start + 2) if following == "/" else None
        return (end + 1 if end >= 0 else -1), ("close", name[0].lower(), {}) if name else None
    name = _TAG_NAME.match(text, start + 1)
    if name is None:
        return start + 1, ("text", "<", {})
    return _opening_tag(text, name)


def _opening_tag(text: str, name: "re.Match[str]") -> tuple[int, _Token | None]:
    attributes: dict[str, str] = {}
    at = name.end()
    while (end := _TAG_END.match(text, at)) is None:
        found = _ATTRIBUTE.match(text, at)
        if found is None:
            at += 1  # a stray sign, such as a quotation mark
            if at >= len(text):
                return -1, None
            continue
        value = next((part for part in found.groups()[1:] if part is not None), "")
        attributes.setdefault(found[1].lower(), _unescaped(value))
        at = found.end()
    return end.end(), ("open", name[0].lower(), attributes)


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    return unescape(_HUGE_REFERENCE.sub("\N{REPLACEMENT CHARACTER}", text))
