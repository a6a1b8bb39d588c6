"""Whether what was understood of a document says all that stands in it."""

from collections.abc import Iterable

from motesprotokoll.outline import Node, printed


def shows_all(nodes: tuple[Node, ...], texts: Iterable[str]) -> bool:
    """Whether *nodes* show as many letters and figures as stand in *texts*, the signs of lists aside.

    If not, a hand has put words into our document where its structure has none.
    """
    return _count(printed(nodes, signs=False)) == _count(texts)


def _count(texts: Iterable[str]) -> int:
    return sum(sum(map(str.isalnum, text)) for text in texts)
