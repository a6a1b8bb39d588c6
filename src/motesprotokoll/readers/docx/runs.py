"""What stands in a paragraph: runs, links, fields, tracked changes, and whatever wraps them.

What is unknown is looked through, so that no text is lost for being in an element that nobody foresaw.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

import attrs

from motesprotokoll.errors import LimitError, ReadError
from motesprotokoll.readers.docx.blocks import Paragraph, Piece, Remark, Table, Target
from motesprotokoll.readers.docx.styles import PLAIN, Look, Styles, look_of
from motesprotokoll.readers.docx.symbols import symbol
from motesprotokoll.readers.docx.values import DEEPEST, value_of
from motesprotokoll.word_package import MC, Element, R, w

Changes = Literal["accept", "reject", "error"]

_FIELD_LINK = re.compile(r'\s*+HYPERLINK\s++"([^"]++)"', re.IGNORECASE)
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_OLD_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_CHECKED = "\N{BALLOT BOX WITH X}"
_UNCHECKED = "\N{BALLOT BOX}"
_SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:", "ftp:")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*+:")


@attrs.define(eq=False)
class _Field:
    """A field that has begun: its instruction as far as it was read, and where its result leads."""

    instruction: list[str] = attrs.Factory(list)
    target: Target | None = None


@attrs.define(eq=False)
class Sources:
    """What the other parts of the document give to its text."""

    styles: Styles
    targets: Mapping[str, str]
    """The addresses of links, by relation."""
    comments: Mapping[str, str]
    paragraphs: int = 0
    """How many paragraphs were read."""
    left_out: dict[str, int] = attrs.Factory(dict)
    """What is not text and was left out, by kind, and how often."""
    notes_seen: dict[tuple[str, str], str] = attrs.Factory(dict)
    """The footnotes and endnotes that were referred to, by kind and id, with the number that each is shown
    with."""

    def leave_out(self, kind: str) -> None:
        """Note something that is no text."""
        self.left_out[kind] = self.left_out.get(kind, 0) + 1


class RunReader:
    """Reads what stands in paragraphs. It remembers fields that begin in one paragraph and end in another."""

    def __init__(
        self,
        sources: Sources,
        changes: Changes,
        boxed: Callable[[Element, int], "list[Paragraph | Table]"],
    ) -> None:
        self._sources = sources
        self._changes = changes
        self._boxed = boxed
        self._fields: list[_Field] = []
        self._link: Target | None = None
        self._change: list[str] | None = None
        """The words of the tracked change that is being read."""
        self._shown = True
        self._look = PLAIN
        self._style: str | None = None
        self._target = Paragraph()
        self._handlers: dict[str, Callable[[Element, int], None]] = {
            w("t"): self._text,
            _MATHS: self._text,
            _DRAWN: self._text,
            w("delText"): self._text,
            w("r"): self._run,
            w("tab"): lambda _, __: self._add("\t"),
            w("ptab"): lambda _, __: self._add("\t"),
            w("br"): lambda _, __: self._add("\n"),
            w("cr"): lambda _, __: self._add("\n"),
            w("noBreakHyphen"): lambda _, __: self._add("-"),
            w("softHyphen"): lambda _, __: self._add("\u00ad"),
            w("sym"): self._symbol,
            w("hyperlink"): self._hyperlink,
            w("fldSimple"): self._simple_field,
            w("fldChar"): self._field_sign,
            w("instrText"): self._instruction,
            w("ins"): lambda element, depth: self._changed(element, depth, is_new=True),
            w("moveTo"): lambda element, depth: self._changed(element, depth, is_new=True, moved=True),
            w("del"): lambda element, depth: self._changed(element, depth, is_new=False),
            w("moveFrom"): lambda element, depth: self._changed(element, depth, is_new=False, moved=True),
            w("footnoteReference"): self._note,
            w("endnoteReference"): self._note,
            w("commentReference"): self._comment,
            w("txbxContent"): self._box,
            w("checkBox"): self._check_box,
            w("ddList"): self._choice,
            w("object"): self._object,
            _PICTURE: lambda _, __: self._sources.leave_out("picture"),
            _OLD_PICTURE: lambda _, __: self._sources.leave_out("picture"),
            _CHART: lambda _, __: self._sources.leave_out("drawing"),
            _DIAGRAM: lambda _, __: self._sources.leave_out("drawing"),
            w("subDoc"): lambda _, __: self._sources.leave_out("document"),
            w("contentPart"): lambda _, __: self._sources.leave_out("drawing"),
            f"{{{MC}}}AlternateContent": self._alternatives,
            w("pPr"): _nothing,
            w("rPr"): _nothing,
            w("sdtPr"): _nothing,
            w("delInstrText"): _nothing,
            w("proofErr"): _nothing,
            w("bookmarkStart"): _nothing,
            w("bookmarkEnd"): _nothing,
        }

    def read(self, element: Iterable[Element], paragraph: Paragraph, depth: int) -> None:
        """Put what stands in *element* at the end of *paragraph*."""
        before = self._target
        state = (self._shown, self._change, self._look, self._style)
        self._target = paragraph
        self._look, self._style = PLAIN, None
        self._children(element, depth)
        self._target = before
        self._shown, self._change, self._look, self._style = state

    def _children(self, element: Iterable[Element], depth: int) -> None:
        if depth > DEEPEST:
            raise LimitError(f"the Word document nests deeper than {DEEPEST} levels")
        handlers = self._handlers
        for child in element:
            handler = handlers.get(child.tag)
            if handler is None:
                self._children(child, depth + 1)
            else:
                handler(child, depth + 1)

    # ---------------------------------------------------------------------------------------- words

    def _add(self, text: str) -> None:
        if self._change is not None:
            self._change.append(text)
        if self._shown and text:
            link = self._link or (self._fields[-1].target if self._fields else None)
            self._target.pieces.append(Piece(text, self._style, self._look, link))

    def _text(self, element: Element, _: int) -> None:
        words = "".join(element.itertext()) if len(element) else element.text or ""
        if "\n" in words or "\t" in words or "\r" in words:
            words = re.sub(r"[\t\r\n]", " ", words)  # in XML these are nothing but space
        self._add(words)

    def _run(self, run: Element, depth: int) -> None:
        properties = run.find(w("rPr"))
        before = self._look, self._style
        if properties is not None:
            self._style = value_of(properties.find(w("rStyle")))
            self._look = self._look_of(properties)
        self._children(run, depth)
        self._look, self._style = before

    def _look_of(self, properties: Element) -> Look:
        look = look_of(properties)
        if self._style is not None:
            look = look.over(self._sources.styles.named_run(self._style).look)
        return look

    def _symbol(self, element: Element, _: int) -> None:
        self._add(symbol(element.get(w("font")) or "", element.get(w("char")) or ""))

    def _check_box(self, element: Element, _: int) -> None:
        state = element.find(w("checked"))
        state = element.find(w("default")) if state is None else state
        self._add(_UNCHECKED if state is None or value_of(state) in ("0", "false") else _CHECKED)

    def _choice(self, element: Element, _: int) -> None:
        chosen = value_of(element.find(w("result"))) or "0"
        entries = element.findall(w("listEntry"))
        if chosen.isascii() and chosen.isdigit() and len(chosen) < 4 and int(chosen) < len(entries):
            self._add(value_of(entries[int(chosen)]) or "")

    # ---------------------------------------------------------------------------------------- links, fields

    def _hyperlink(self, element: Element, depth: int) -> None:
        address = self._sources.targets.get(element.get(f"{{{R}}}id") or "", "")
        before = self._link
        self._link = self._led(address) or before
        self._children(element, depth)
        self._link = before

    def _led(self, address: str) -> Target | None:
        """Where *address* leads, if a link may lead there; a place in the document itself is none."""
        scheme = _SCHEME.match(address)
        if not address or address.startswith("#"):
            return None
        if scheme is not None and scheme[0].lower() not in _SAFE_SCHEMES:
            self._target.remarks.append(Remark("docx.link-refused", address))
            return None
        return Target(address)

    def _simple_field(self, element: Element, depth: int) -> None:
        found = _FIELD_LINK.match(element.get(w("instr")) or "")
        before = self._link
        self._link = (self._led(found[1]) if found else None) or before
        self._children(element, depth)
        self._link = before

    def _field_sign(self, element: Element, depth: int) -> None:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self._fields.append(_Field())
            self._children(element, depth)  # a check box or a list to choose from
        elif kind == "separate" and self._fields:
            found = _FIELD_LINK.match("".join(self._fields[-1].instruction))
            self._fields[-1].target = self._led(found[1]) if found else None
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _instruction(self, element: Element, _: int) -> None:
        if self._fields:
            self._fields[-1].instruction.append(element.text or "")

    # ---------------------------------------------------------------------------------------- changes

    def _changed(self, element: Element, depth: int, *, is_new: bool, moved: bool = False) -> None:
        if self._changes == "error":
            raise tracked()
        before = self._shown, self._change
        self._shown = self._shown and is_new == (self._changes == "accept")
        words: list[str] = []
        self._change = words
        self._children(element, depth)
        self._shown, self._change = before
        if before[1] is not None:
            before[1].extend(words)
        self._tell("moved" if moved else "inserted" if is_new else "deleted", "".join(words))

    def _tell(self, kind: str, text: str) -> None:
        """Tell a change; one that goes on with the change before is one with it."""
        remarks = self._target.remarks
        if not text.strip():
            return
        if remarks and remarks[-1].code == f"docx.{kind}" and kind != "moved":
            text = remarks.pop().text + text
        remarks.append(Remark(f"docx.{kind}", text))

    # ---------------------------------------------------------------------------------------- the rest

    def _note(self, element: Element, _: int) -> None:
        """A reference to a footnote: its number in square brackets, as the note itself begins."""
        kind = "endnote" if element.tag == w("endnoteReference") else "footnote"
        seen = self._sources.notes_seen
        sign = seen.setdefault((kind, element.get(w("id")) or ""), f"[{len(seen) + 1}]")
        self._add(sign)

    def _comment(self, element: Element, _: int) -> None:
        text = self._sources.comments.get(element.get(w("id")) or "", "")
        if text:
            self._target.remarks.append(Remark("docx.comment", text))

    def _box(self, element: Element, depth: int) -> None:
        if self._shown:
            self._target.boxes.extend(self._boxed(element, depth))
        else:
            assert self._change is not None  # nothing else hides words
            self._change.append(" ".join(text for text in element.itertext() if text.strip()))

    def _object(self, element: Element, depth: int) -> None:
        self._sources.leave_out("object")
        pictures = self._sources.left_out.get("picture", 0)
        self._children(element, depth)
        if self._sources.left_out.get("picture", 0) > pictures:  # the icon that stands for it
            self._sources.left_out["picture"] = pictures
        if not pictures:
            self._sources.left_out.pop("picture", None)

    def _alternatives(self, element: Element, depth: int) -> None:
        """The first of what programs may choose from; what others show besides is told."""
        branches = [child for child in element if child.tag in (f"{{{MC}}}Choice", f"{{{MC}}}Fallback")]
        if not branches:
            return
        chosen = next((one for one in branches if _words_in(one)), branches[0])
        words = _words_in(chosen)
        for other in branches:
            if other is not chosen and (text := _words_in(other)) and text != words:
                self._target.remarks.append(Remark("docx.alternative", text))
        self._children(chosen, depth)


def tracked() -> ReadError:
    """The error for a document with tracked changes, where the caller wants none."""
    return ReadError(
        "the Word document has tracked changes",
        hint="accept or reject them in Word, or read with changes='accept' or 'reject'",
    )


def _words_in(element: Element) -> str:
    return "".join([one.text or "" for one in element.iter(w("t"), w("delText"), _DRAWN)])


def _nothing(_: Element, __: int) -> None:
    """What holds no text."""
