"""The paragraphs of a Word document's text with the bytes at which their words stand.

Nothing is parsed into a tree: what is added later is put between these bytes, and every other byte stays.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from xml.parsers import expat

import attrs

from motesprotokoll import word
from motesprotokoll.errors import ReadError

_NAMESPACES = tuple(f"{known['w']} " for known in (word.NAMESPACES, word.STRICT_NAMESPACES))
"""Of WordprocessingML, as expat puts them before a name."""
_GONE = frozenset({"del", "moveFrom"})
"""What holds words that the document no longer has."""
_BLANK = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}
_NAME = re.compile(rb"<([^\s/>]+)")


@attrs.frozen
class Piece:
    """Signs that stand beside one another in the bytes."""

    text: str
    at: int
    """Where the first stands."""
    entity_end: int | None = None
    """Where the entity ends, if they are written as one."""
    verbatim: bool = False
    """Whether they are CDATA, in which nothing can be put."""

    def edge(self, number: int) -> int | None:
        """Where the sign of that number begins; ``None`` where it cannot be parted from the one before."""
        if self.verbatim:
            return None
        if self.entity_end is not None:
            return {0: self.at, len(self.text): self.entity_end}.get(number)
        return self.at + len(self.text[:number].encode())


@attrs.define
class Text:
    """A ``w:t``: where its tag stands, where what it holds ends, and the signs in it."""

    tag: tuple[int, int]
    direct: bool
    """Whether it stands right in its run, so that the run can be cut within it."""
    end: int = 0


@attrs.define
class Run:
    """A ``w:r``: where it stands, and its properties."""

    start: int
    depth: int
    end: int = 0
    properties: tuple[int, int] | None = None
    texts: list[Text] = attrs.field(factory=list)


@attrs.frozen
class Sign:
    """Where a sign of a paragraph stands: in which run, ``w:t`` and piece, and as which sign of that."""

    run: Run
    text: Text | None = None
    piece: Piece | None = None
    number: int = 0


@attrs.define
class Paragraph:
    """A ``w:p``: its words, and where each sign of them stands."""

    signs: list[tuple[str, Sign]] = attrs.field(factory=list)

    @property
    def text(self) -> str:
        """The words as a person sees them."""
        return "".join(sign for sign, _ in self.signs)


def paragraphs_of(data: bytes) -> tuple[Paragraph, ...]:
    """The paragraphs of a part, in the order in which they begin.

    Raises:
        ReadError: It is no XML, has a document type, or is not in UTF-8.
    """
    return tuple(_Scan(data).paragraphs)


class _Scan:
    def __init__(self, data: bytes) -> None:
        self.paragraphs: list[Paragraph] = []
        self._data = data
        self._open: list[Paragraph] = []
        self._runs: list[Run] = []
        self._text: Text | None = None
        self._gone = 0
        self._verbatim = False
        self._depth_of_properties: int | None = None
        self._depth = 0
        self._parser = _parser(self)
        try:
            self._parser.Parse(data, True)
        except (expat.ExpatError, UnicodeError) as error:
            raise ReadError("the text of the Word document is no well-formed XML") from error

    # -- what the parser tells ---------------------------------------------------------------------

    def start(self, tag: str, _: Any) -> None:
        """An element begins."""
        self._depth += 1
        name = _name(tag)
        at = self._parser.CurrentByteIndex
        if name in _GONE:
            self._gone += 1
        handler: Callable[[int], None] | None = {"p": self._paragraph, "r": self._run, "t": self._words}.get(
            name
        )
        if handler is not None:
            handler(at)
        elif name == "rPr" and self._runs and self._runs[-1].properties is None and not self._text:
            self._runs[-1].properties = (at, at)
            self._depth_of_properties = self._depth
        elif name in _BLANK and self._runs and self._open and self._depth_of_properties is None:
            self._add([(_BLANK[name], Sign(self._runs[-1]))])

    def end(self, tag: str) -> None:
        """An element ends."""
        name = _name(tag)
        at = self._parser.CurrentByteIndex
        if name in _GONE:
            self._gone -= 1
        elif name == "p" and self._open:
            self._open.pop()
        elif name == "r" and self._runs:
            self._runs.pop().end = self._after(at)
        elif name == "t" and self._text is not None:
            self._text.end = at
            self._text = None
        elif name == "rPr" and self._depth_of_properties == self._depth:
            assert self._runs[-1].properties is not None
            self._runs[-1].properties = (self._runs[-1].properties[0], self._after(at))
            self._depth_of_properties = None
        self._depth -= 1

    def words(self, text: str) -> None:
        """Signs, one entity or a stretch without any."""
        if self._text is None or not self._runs or not self._open:
            return
        at = self._parser.CurrentByteIndex
        entity = self._data.index(b";", at) + 1 if self._data[at : at + 1] == b"&" else None
        piece = Piece(text, at, entity, self._verbatim or "\n" in text)
        run, inside = self._runs[-1], self._text
        self._add((sign, Sign(run, inside, piece, number)) for number, sign in enumerate(text))

    def verbatim(self, begins: bool) -> None:
        """Whether what comes is CDATA, in which nothing can be put."""
        self._verbatim = begins

    # -- what it is -------------------------------------------------------------------------------

    def _paragraph(self, _: int) -> None:
        self._open.append(Paragraph())
        self.paragraphs.append(self._open[-1])

    def _run(self, at: int) -> None:
        self._runs.append(Run(at, self._depth))

    def _words(self, at: int) -> None:
        if self._runs:
            self._text = Text((at, self._after(at)), self._depth == self._runs[-1].depth + 1)
            self._runs[-1].texts.append(self._text)

    def _add(self, signs: Any) -> None:
        if not self._gone:
            self._open[-1].signs += signs

    def _after(self, at: int) -> int:
        """Behind the tag at *at*; an element without an end tag ends where its only tag does."""
        return self._data.index(b">", at) + 1


def _parser(scan: _Scan) -> Any:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = False
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    parser.CharacterDataHandler = scan.words
    parser.StartCdataSectionHandler = lambda: scan.verbatim(True)
    parser.EndCdataSectionHandler = lambda: scan.verbatim(False)
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.XmlDeclHandler = _refuse_other_encodings
    return parser


def _refuse_doctype(*_: object) -> None:
    raise ReadError("the text of the Word document has a document type, which Word never writes")


def _refuse_other_encodings(_: str, encoding: str | None, __: int) -> None:
    if encoding is not None and encoding.lower() not in ("utf-8", "utf8", "us-ascii"):
        raise ReadError(f"the text of the Word document is in {encoding}, not in UTF-8")


def _name(tag: str) -> str:
    """The name of an element of WordprocessingML; nothing for others."""
    for namespace in _NAMESPACES:
        if tag.startswith(namespace):
            return tag[len(namespace) :]
    return ""


# ------------------------------------------------------------------------------------------------ marks


@attrs.frozen
class Mark:
    """Bytes to put in before a sign, or behind it."""

    sign: Sign
    behind: bool
    content: bytes


def marked(data: bytes, marks: Iterable[Mark]) -> bytes:
    """*data* with marks in it. Nothing else changes but that runs are cut where a mark stands within them.

    Both halves of a run have its properties. Where it cannot be cut the mark stands before or behind it.
    """
    added: dict[int, list[bytes]] = {}
    cuts: dict[int, Sign] = {}
    for mark in marks:
        at = _cut_at(mark)
        if at is not None:
            cuts[at] = mark.sign
        else:
            at = mark.sign.run.end if mark.behind else mark.sign.run.start
        added.setdefault(at, []).append(mark.content)
    tags = dict(_kept_blanks(data, cuts.values()))
    pieces: list[bytes] = []
    done = 0
    for at in sorted({*added, *tags}):
        pieces.append(data[done:at])
        done = at
        if at in tags:
            done, tag = tags[at]
            pieces.append(tag)
        else:
            close, again = _halves(data, cuts[at]) if at in cuts else (b"", b"")
            pieces += [close, *added[at], again]
    return b"".join((*pieces, data[done:]))


def _cut_at(mark: Mark) -> int | None:
    """Where the run is to be cut; ``None`` for no cut."""
    run, text, piece = mark.sign.run, mark.sign.text, mark.sign.piece
    at = piece.edge(mark.sign.number + mark.behind) if piece and text and text.direct else None
    if at is None:
        return None
    at_an_end = (text is run.texts[0] and at == text.tag[1]) or (text is run.texts[-1] and at == text.end)
    return None if at_an_end else at


def _halves(data: bytes, sign: Sign) -> tuple[bytes, bytes]:
    """What ends a run within its words, and what begins it again."""
    assert sign.text is not None  # it is cut there
    run_name, text_name = _tag_name(data, sign.run.start), _tag_name(data, sign.text.tag[0])
    properties = data[slice(*sign.run.properties)] if sign.run.properties else b""
    close = b"</%s></%s>" % (text_name, run_name)
    return close, b'<%s>%s<%s xml:space="preserve">' % (run_name, properties, text_name)


def _kept_blanks(data: bytes, cut: Iterable[Sign]) -> Iterator[tuple[int, tuple[int, bytes]]]:
    """The tags of the words that are cut, so that the blanks at the cut are kept."""
    for sign in cut:
        assert sign.text is not None  # it is cut there
        start, end = sign.text.tag
        if b"xml:space" not in data[start:end]:
            yield start, (end, data[start : end - 1] + b' xml:space="preserve">')


def _tag_name(data: bytes, at: int) -> bytes:
    found = _NAME.match(data, at)
    assert found is not None  # the parser saw it
    return found[1]
