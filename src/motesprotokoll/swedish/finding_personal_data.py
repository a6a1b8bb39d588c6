"""Personal data in running text, found by its form alone."""

from collections.abc import Callable, Collection, Iterable, Iterator

import attrs

from motesprotokoll.errors import WrongTypeError, quoted
from motesprotokoll.swedish.contact_details import addresses_in, emails_in, telephones_in
from motesprotokoll.swedish.found_personal_data import FoundPersonalData, PersonalData
from motesprotokoll.swedish.identity_numbers import identity_numbers_in
from motesprotokoll.swedish.lookalikes import views

IDENTITY_NUMBERS = frozenset(
    {PersonalData.PERSONAL_NUMBER, PersonalData.COORDINATION_NUMBER, PersonalData.INTERIM_NUMBER}
)
"""The kinds of numbers that name one person."""
_EVERY = frozenset(PersonalData)
_RANK = {kind: number for number, kind in enumerate(PersonalData)}
_Finder = Callable[[str], Iterator[FoundPersonalData]]
_FINDERS: tuple[tuple[frozenset[PersonalData], _Finder, str], ...] = (
    (IDENTITY_NUMBERS, identity_numbers_in, "0123456789"),
    (frozenset({PersonalData.EMAIL}), emails_in, "@)]}>-"),
    (frozenset({PersonalData.TELEPHONE}), telephones_in, "0123456789"),
    (frozenset({PersonalData.ADDRESS}), addresses_in, "0123456789/"),
)
"""What finds which kinds, and the signs without which there is nothing to find."""


def find_personal_data(
    text: str, /, *, kinds: Collection[PersonalData] = _EVERY
) -> tuple[FoundPersonalData, ...]:
    """Identity numbers, telephone numbers, e-mail and street addresses in *text*, in order; none overlap.

    What is percent-encoded counts, and so does what is written with other dashes, spaces and figures. Names
    are not found: their form says too little.

    >>> text = "Ring Ida, tfn 031-390 06 12, om 811218-9876."
    >>> [(one.kind.value, text[one.start : one.end]) for one in find_personal_data(text)]
    [('telephone', '031-390 06 12'), ('personal-number', '811218-9876')]
    """
    if not isinstance(text, str):
        raise WrongTypeError(f"expected str, got {quoted(text)}", "text")
    found = []
    for view in views(text):
        for one in _found_in(view.text, kinds):
            start, end = view.written(one.start, one.end)
            found.append(attrs.evolve(one, start=start, end=end))
    return tuple(_merged(found))


def _found_in(text: str, kinds: Collection[PersonalData]) -> Iterator[FoundPersonalData]:
    for found_kinds, finder, signs in _FINDERS:
        if not found_kinds.isdisjoint(kinds) and any(sign in text for sign in signs):
            yield from (one for one in finder(text) if one.kind in kinds)


def _merged(found: Iterable[FoundPersonalData]) -> Iterator[FoundPersonalData]:
    """What overlaps, as one, of the kind that tells most."""
    last: FoundPersonalData | None = None
    for one in sorted(found, key=lambda one: (one.start, one.end)):
        if last is None or one.start >= last.end:
            if last is not None:
                yield last
            last = one
        else:
            first = min(last, one, key=lambda found: _RANK[found.kind])
            certain = last.certain or one.certain
            last = FoundPersonalData(first.kind, last.start, max(last.end, one.end), certain)
    if last is not None:
        yield last
