"""The proof that what was taken away is in no byte stream of the files that are to be published."""

import os
from collections.abc import Iterator

from motesprotokoll import files
from motesprotokoll.errors import RenderError, WrongTypeError
from motesprotokoll.files import Source
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.privacy.haystack import Haystack, Needle, texts_of, views_of
from motesprotokoll.privacy.masks import PERSON
from motesprotokoll.privacy.redaction import Redaction
from motesprotokoll.privacy.streams import Stream, streams_of
from motesprotokoll.rendered import Rendered
from motesprotokoll.swedish import PersonalData

_REMAINS = {
    PersonalData.PERSONAL_NUMBER: "Ett personnummer som togs bort står kvar.",
    PersonalData.COORDINATION_NUMBER: "Ett samordningsnummer som togs bort står kvar.",
    PersonalData.INTERIM_NUMBER: "Ett tillfälligt personnummer som togs bort står kvar.",
    PersonalData.EMAIL: "En e-postadress som togs bort står kvar.",
    PersonalData.TELEPHONE: "Ett telefonnummer som togs bort står kvar.",
    PersonalData.ADDRESS: "En adress som togs bort står kvar.",
    PERSON: "Ett namn på en person som ska skyddas står kvar.",
}


def verify(
    redaction: Redaction, *documents: Source | Rendered, limits: Limits = DEFAULT_LIMITS
) -> tuple[Finding, ...]:
    """Where something that *redaction* took away still stands in *documents*; nothing is the proof.

    Each document is searched in all its byte streams, whatever their encoding: the parts of Word files, the
    streams, strings, pages and attachments of PDF files, base64, entities, escapes and percent-encoding. The
    name of a file counts, too. A finding tells the kind and the part, and not the string. Numbers of fewer
    than six figures, and names that are labels of ours ("Dag"), stand in any file and are not looked for.

    Raises:
        ReadError: A document, or a part of it, cannot be opened, so that nothing is proven.
        LimitError: It holds more than can be looked through.
        MissingExtraError: A format needs a package that is not installed.
    """
    if not isinstance(redaction, Redaction):
        raise WrongTypeError(f"expected a Redaction, got {type(redaction).__name__}", "redaction")
    needles = _needles(redaction)
    found = (one for document in documents for one in _remains(needles, document, limits))
    return tuple(dict.fromkeys(found))


def verified(
    redaction: Redaction, document: Rendered, /, *, name: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Rendered:
    """*document*, if nothing that was taken away is in it, or in the *name* that it is to have.

    Raises:
        RenderError: Something is; the message tells which kind and where.
        ReadError: As for `verify`.
    """
    found = list(verify(redaction, document, limits=limits))
    if name is not None:
        found += _remains_in(_needles(redaction), Stream("filnamn", b"", os.path.basename(name)))
    if found:
        told = "; ".join(f"{one.where}: {one.message_in('en')}" for one in found[:5])
        raise RenderError(f"what was taken away remains: {told}", None, "see motesprotokoll.privacy.verify()")
    return document


def _needles(redaction: Redaction) -> list[Needle]:
    return [needle for needle in map(Needle, redaction.removed) if needle.is_sought]


def _remains(needles: list[Needle], document: Source | Rendered, limits: Limits) -> Iterator[Finding]:
    if isinstance(document, Rendered):
        name, data = document.suffix, document.content
    else:
        opened = files.opened(document, limits)
        name, data = os.path.basename(opened.name or "dokument"), opened.data
        yield from _remains_in(needles, Stream("filnamn", b"", name))
        name = "dokument" + opened.suffix  # a name may say what is not to be told
    limits.check_size(data)
    for stream in streams_of(name, data, limits):
        yield from _remains_in(needles, stream)


def _remains_in(needles: list[Needle], stream: Stream) -> Iterator[Finding]:
    left = needles
    for text in texts_of(stream):
        for view in views_of(text) if stream.is_text and not stream.is_drawing else (text,):
            hay = Haystack(view)
            found = [needle for needle in left if needle.is_in(hay, binary=not stream.is_text)]
            left = [needle for needle in left if needle not in found]
            for kind in dict.fromkeys(needle.kind for needle in found):
                where = _harmless(stream.where, needles)
                yield Finding("privacy.remains", Severity.ERROR, _REMAINS[kind], where)


def _harmless(where: str, needles: list[Needle]) -> str:
    """*where*, without the names of parts that themselves say what was taken away."""
    hay = Haystack(where)
    tells = any(needle.is_in(hay, binary=False) for needle in needles)
    return f"{where.partition(' > ')[0]} > …" if tells else where
