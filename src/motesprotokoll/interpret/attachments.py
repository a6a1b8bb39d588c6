"""Attachments that a text mentions; nobody has seen them, so they are not ``supplied``."""

import re
from collections.abc import Iterable

from motesprotokoll.interpret.desk import Desk
from motesprotokoll.model import Attachment, Block, BulletList, Decision, Paragraph, Section
from motesprotokoll.vocabulary import Sign

_MENTION = re.compile(
    r"(?i)\b(?:bifogat|bifogad|bifogade|bilagt|bilagd|bilagda) ([a-zåäöé][\w-]{2,40})"
    r"|\b(bilaga (?:nr )?[0-9]{1,3}[a-z]?)\b"
)


def attachments_in(body: Iterable[Block], desk: Desk) -> list[Attachment]:
    """The attachments that *body* mentions, each once: ``se bifogat bildspel``, ``Bilaga 2``."""
    found: dict[str, Attachment] = {}
    for text in texts_in(body):
        if not desk.words.signs(Sign.ATTACHED).hint(text.casefold()):
            continue
        for match in _MENTION.finditer(text):
            title = match[1] or match[2]
            if title.casefold() not in desk.words.joining:
                found.setdefault(title.casefold(), Attachment(title))
    return list(found.values())


def texts_in(body: Iterable[Block]) -> Iterable[str]:
    """The running text of *body* and of what is nested in it."""
    for block in body:
        if isinstance(block, Paragraph | Decision):
            yield block.text
        elif isinstance(block, Section):
            yield from texts_in(block.body)
        elif isinstance(block, BulletList):
            for item in block.items:
                yield from texts_in(item.body)
