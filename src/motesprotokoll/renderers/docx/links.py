"""The links of a Word file: each address once, as a relationship of the part that holds it."""

import re

import attrs

from motesprotokoll import word
from motesprotokoll.renderers.addresses import is_absolute_link

HYPERLINK = f"{word.NAMESPACES['r']}/hyperlink"
# What RFC 3987 lets stand in an address, with a host after "//". Word calls a file broken for others.
_LEGAL = re.compile(
    r"""
    (?:
        (?i:https?)://[\w.\-]+(?::[0-9]{1,5})?
        (?:[/?](?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9A-Fa-f][0-9A-Fa-f])*+)?
        (?:\#(?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9A-Fa-f][0-9A-Fa-f])*+)?
      | mailto:[\w.\-+]+@[\w.\-]+
      | tel:\+?[0-9.\-()]+
    )
    """,
    re.VERBOSE,
)
_LONGEST = 2_000


def is_clickable(address: str) -> bool:
    """Whether *address* becomes a link: a harmless scheme, and written so that Word takes it."""
    return len(address) <= _LONGEST and is_absolute_link(address) and _LEGAL.fullmatch(address) is not None


@attrs.define
class Links:
    """The relationships of the document's text, handed out while it is written."""

    prefix: str = "link"
    _ids: dict[str, str] = attrs.field(factory=dict, init=False)

    def id_of(self, address: str) -> str:
        """The id by which the text refers to *address*."""
        return self._ids.setdefault(address, f"{self.prefix}{len(self._ids) + 1}")

    def relationships(self) -> list[tuple[str, str, str]]:
        """Id, type and target of each."""
        return [(name, HYPERLINK, address) for address, name in self._ids.items()]
