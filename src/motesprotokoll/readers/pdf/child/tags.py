"""The order of a page by its tags."""

from typing import Any

from .calls import Calls, address

_MOST_BRANCHES = 50_000
_DEEPEST_BRANCH = 200


def places_in_tree(calls: Calls, page: Any, marked: list[int]) -> list[list[int] | None]:
    """For each piece of a page its place in the tree of tags, as the numbers of branches; ``None``: nowhere.

    The tree goes over all pages. So it tells that the rest of a cell, on the next page, comes before the next
    cell.
    """
    pdfium = calls.pdfium
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return [None] * len(marked)
    found: dict[int, list[int]] = {}
    count = min(pdfium.FPDF_StructTree_CountChildren(tree), _MOST_BRANCHES)
    waiting = [(address(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at)), [at]) for at in range(count)]
    seen = 0
    while waiting and seen < _MOST_BRANCHES:
        branch, path = waiting.pop()
        if len(path) > _DEEPEST_BRANCH:
            continue
        for at in range(min(calls.branches_of(branch), _MOST_BRANCHES)):
            seen += 1
            mark = calls.leaf_of(branch, at)
            if mark >= 0:
                found[mark] = [*path, at]
            elif below := calls.branch_of(branch, at):  # there is none where it stands on other pages only
                waiting.append((below, [*path, at]))
    pdfium.FPDF_StructTree_Close(tree)
    return [found.get(mark) for mark in marked]
