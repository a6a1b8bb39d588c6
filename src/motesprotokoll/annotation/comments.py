"""Comments in a Word file: the part that holds them, and the places in the text to which they belong."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

import attrs

from motesprotokoll import word
from motesprotokoll.annotation.word_text import Mark, Paragraph, marked, paragraphs_of
from motesprotokoll.errors import ReadError
from motesprotokoll.limits import Limits
from motesprotokoll.locating import Spot
from motesprotokoll.word_package import parts_of

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_ID = re.compile(rb"""<(?:\w+:)?comment\s[^>]*?\w:id\s*=\s*["'](\d{1,9})["']""")
_NEW = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_END_TAG = re.compile(rb"</[^<>]+>\s*\Z|<[^<>!?]+/>\s*\Z")


@attrs.frozen
class Comment:
    """What is said, and of which signs of which paragraph."""

    text: str
    spot: Spot


class Document:
    """The text of a Word file to which comments are added."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Open the file.

        Raises:
            ReadError: It is no Word document, or broken, or one of its parts is larger than *limits* allows.
        """
        parts = parts_of(data, limits)
        self._data = data
        self._package = parts.package
        self._main = parts.main
        self._comments = next(
            (one.target for one in parts.relations if one.kind == "comments" and not one.is_outside), None
        )
        self._text = self._package.read(self._main) or b""
        self.paragraphs: Sequence[Paragraph] = paragraphs_of(self._text)

    def with_comments(self, comments: Iterable[Comment], author: str, initials: str) -> bytes:
        """The file with the comments in it. Four parts get more bytes; every other byte is as it was."""
        is_strict = word.STRICT_NAMESPACES["w"].encode() in self._text
        spaces = word.STRICT_NAMESPACES if is_strict else word.NAMESPACES
        named = self._comments or posixpath.join(posixpath.dirname(self._main), "comments.xml")
        before = self._package.read(named) or b""
        first = max((int(found) for found in _ID.findall(before)), default=-1) + 1
        numbered = list(enumerate(comments, first))
        marks = [mark for number, one in numbered for mark in self._marks(number, one, spaces["w"])]
        text = marked(self._text, marks)
        paragraphs_of(text)  # a file that is made to mislead may not become a broken one
        changed = {
            self._main: text,
            named: _with_all(before, numbered, (author, initials), spaces["w"]),
        }
        if self._comments is None:
            relations = posixpath.join(
                posixpath.dirname(self._main), "_rels", f"{posixpath.basename(self._main)}.rels"
            )
            changed[relations] = _related(self._package.read(relations) or b"", named, spaces)
            changed[_TYPES] = _typed(self._package.read(_TYPES) or b"", named)
        return _repacked(self._data, changed)

    def _marks(self, number: int, comment: Comment, word_space: str) -> tuple[Mark, Mark]:
        spot = comment.spot
        signs = self.paragraphs[spot.line].signs
        first, last = signs[spot.start][1], signs[max(spot.start, spot.end - 1)][1]
        space = f'xmlns:w="{word_space}" w:id="{number}"'
        start = f"<w:commentRangeStart {space}/>"
        end = f"<w:commentRangeEnd {space}/><w:r {space.rpartition(' ')[0]}>"
        end += f'<w:commentReference w:id="{number}"/></w:r>'
        return Mark(first, False, start.encode()), Mark(last, True, end.encode())


def _with_all(
    before: bytes, comments: Iterable[tuple[int, Comment]], author: tuple[str, str], word_space: str
) -> bytes:
    """The part of the comments, with more of them."""
    name, initials = map(quoteattr, author)
    space = f'xmlns:w="{word_space}"'
    added = "".join(
        f'<w:comment {space} w:id="{number}" w:author={name} w:initials={initials}>'
        f"{_said(one.text)}</w:comment>"
        for number, one in comments
    ).encode()
    if not before:
        return _NEW + f"<w:comments {space}>".encode() + added + b"</w:comments>"
    return _before_the_end(before, added)


def _said(text: str) -> str:
    return "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in text.split("\n")
    )


def _related(before: bytes, part: str, spaces: Mapping[str, str]) -> bytes:
    """The relations of the text, with one to the part of the comments."""
    taken = set(re.findall(rb"""Id\s*=\s*["']([^"']*)["']""", before))
    name = next(f"rIdc{number}" for number in range(len(taken) + 1) if b"rIdc%d" % number not in taken)
    kind = f"{spaces['r']}/comments"
    space = f'xmlns="{word.RELATIONSHIPS}"'
    added = f'<Relationship {space} Id="{name}" Type="{kind}" Target={quoteattr("/" + part)}/>'.encode()
    if not before:
        return _NEW + f"<Relationships {space}>".encode() + added + b"</Relationships>"
    return _before_the_end(before, added)


def _typed(before: bytes, part: str) -> bytes:
    """The list of the kinds of parts, with that of the comments."""
    added = f'<Override xmlns="{word.CONTENT_TYPES}" PartName={quoteattr("/" + part)} ContentType="{_TYPE}"/>'
    return _before_the_end(before, added.encode())


def _before_the_end(data: bytes, added: bytes) -> bytes:
    """*data* with elements put in as the last of its root."""
    found = _END_TAG.search(data)
    if found is None:
        raise ReadError("a part of the Word document has no end")
    tag = found[0].strip()
    if tag.startswith(b"</"):
        changed = data[: found.start()] + added + data[found.start() :]
    else:
        name = re.match(rb"<([^\s/>]+)", tag)
        assert name is not None
        changed = data[: found.start()] + tag[:-2] + b">" + added + b"</%s>" % name[1]
    try:
        expat.ParserCreate().Parse(changed, True)
    except expat.ExpatError as error:
        raise ReadError("a part of the Word document is no well-formed XML") from error
    return changed


def _repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The zip with other contents of some parts; new ones come last. The rest is copied as it is."""
    waiting = {name.lower(): (name, content) for name, content in changed.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            _, content = waiting.pop(entry.filename.lower(), (None, None))
            new.writestr(entry, old.read(entry) if content is None else content, entry.compress_type)
        for name, content in waiting.values():
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
