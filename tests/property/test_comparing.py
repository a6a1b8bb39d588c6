"""What holds of the comparison of any two meetings."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, time, timedelta
from enum import Enum
from functools import lru_cache
from itertools import islice
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from everything import MEETING
from motesprotokoll.comparing import ChangeKind, Comparison, compare, reworded
from motesprotokoll.comparing.alignment import aligned
from motesprotokoll.model import Emphasis, Link, Meeting, Place
from motesprotokoll.model.places import Step
from motesprotokoll.model.text import links_of, plain
from strategies import SLOW_EACH, canonical_texts, meetings

# Some other value for a field, whatever the field is: what the model refuses is tried no further.
_OTHERS = (None, (), True, False, "ett annat ord", 7)
_TRIED = 4


def spots(value: Any, steps: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Any, str]]:
    """Every field of every value in *value*: the way to what has it, that, and the field's name."""
    if isinstance(value, tuple):
        for place, one in enumerate(value):
            yield from spots(one, (*steps, place))
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield steps, value, field.name
            yield from spots(getattr(value, field.name), (*steps, field.name))


def put(value: Any, steps: tuple[Step, ...], new: Any) -> Any:
    """*value* with *new* where *steps* lead to."""
    if not steps:
        return new
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        return (*value[:step], put(value[step], rest, new), *value[step + 1 :])
    return attrs.evolve(value, **{step: put(getattr(value, step), rest, new)})


@st.composite
def mutations(draw: st.DrawFn) -> tuple[Meeting, Meeting]:
    """A meeting, and the same with another value in one field: that of another meeting, or any."""
    one, other = draw(meetings()), draw(meetings())
    steps, holder, name = draw(st.sampled_from(list(spots(one))))
    alike = (value for _, value, field in spots(other) if (type(value), field) == (type(holder), name))
    known = [getattr(value, name) for value in alike]
    fitting = [value for value in (*known, *_OTHERS) if value != getattr(holder, name)]
    for value in draw(st.permutations(fitting)):
        try:
            return one, put(one, steps, attrs.evolve(holder, **{name: value}))
        except Exception:  # noqa: BLE001 (the model refuses it, in whatever way)
            continue
    return one, other


@st.composite
def rearranged(draw: st.DrawFn) -> tuple[Meeting, Meeting]:
    """A meeting, and the same with the parts of one list in another order, one less, or one twice."""
    one = draw(meetings())
    lists = [spot for spot in spots(one) if isinstance(getattr(spot[1], spot[2]), tuple)]
    steps, holder, name = draw(st.sampled_from(lists))
    parts = list(getattr(holder, name))
    new = draw(st.permutations(parts)) if parts else []
    if new and draw(st.booleans()):
        new = [*new[1:], *draw(st.sampled_from([[], [new[-1]], [new[0], new[0]]]))]
    try:
        return one, put(one, steps, attrs.evolve(holder, **{name: tuple(new)}))
    except Exception:  # noqa: BLE001 (the model refuses it, in whatever way)
        return one, one


def pairs() -> st.SearchStrategy[tuple[Meeting, Meeting]]:
    """Two versions of a meeting: alike, or not at all."""
    return st.one_of(mutations(), mutations(), rearranged(), st.tuples(meetings(), meetings()))


@lru_cache(4096, typed=True)
def words(value: Any) -> Counter[str]:
    """The words of every string in *value*, all the way down; an address that is its own words, once."""
    if isinstance(value, tuple) and any(isinstance(piece, Link | Emphasis) for piece in value):
        return words(plain(value)) + words(
            tuple(link.url for link in links_of(value) if link.url != link.text)
        )
    if isinstance(value, tuple):
        return sum(map(words, value), Counter())
    if attrs.has(type(value)):
        return sum((words(getattr(value, one.name)) for one in attrs.fields(type(value))), Counter())
    return Counter(re.findall(r"\w+", value)) if type(value) is str else Counter()


def told(changes: Comparison, side: str) -> Counter[str]:
    """The words that the changes tell of one side."""
    texts = (getattr(change, side) or "" for change in changes if change.kind is not ChangeKind.MOVED)
    return sum((Counter(re.findall(r"\w+", text)) for text in texts), Counter())


class TestCompare:
    @SLOW_EACH
    @given(meetings())
    def test_a_meeting_does_not_differ_from_itself(self, meeting: Meeting) -> None:
        """There is nothing to tell."""
        assert not compare(meeting, meeting)
        assert not compare(meeting, attrs.evolve(meeting))

    @SLOW_EACH
    @given(pairs())
    def test_any_difference_is_told(self, versions: tuple[Meeting, Meeting]) -> None:
        """Whichever field it is in; and a sentence can be made of it in both languages."""
        old, new = versions
        changes = compare(old, new)
        assert bool(changes) == (old != new)
        for change in changes:
            assert change.sentence_in("sv")
            assert change.sentence_in("en")

    @SLOW_EACH
    @given(pairs())
    def test_no_word_that_went_or_came_is_missing(self, versions: tuple[Meeting, Meeting]) -> None:
        """Counted, so that a word that came once more is told, too."""
        old, new = versions
        changes = compare(old, new)
        assert not (words(old) - words(new)) - told(changes, "before")
        assert not (words(new) - words(old)) - told(changes, "after")

    @SLOW_EACH
    @given(pairs())
    def test_the_way_back_is_the_mirror(self, versions: tuple[Meeting, Meeting]) -> None:
        """The same changes the other way round, in the order of the other document."""
        old, new = versions
        back = Counter(change.mirrored for change in compare(new, old))
        assert Counter(compare(old, new)) == back

    @SLOW_EACH
    @given(pairs())
    def test_every_place_leads_to_what_is_told(self, versions: tuple[Meeting, Meeting]) -> None:
        """In the version that it is a place of."""
        for change in compare(*versions):
            for side, meeting in ((change.old, versions[0]), (change.new, versions[1])):
                assert side is None or at(meeting, side.place.steps) == side.value

    @SLOW_EACH
    @given(pairs())
    def test_the_same_is_told_again(self, versions: tuple[Meeting, Meeting]) -> None:
        """No order hangs on chance."""
        assert compare(*versions) == compare(*versions)


class TestEveryField:
    """A meeting that uses every class and every field, with another value in each of them in its turn.

    What the model gets next year stands in that meeting, too, or its own test fails; so it is compared.
    """

    @pytest.mark.parametrize(
        ("steps", "name"),
        [pytest.param(steps, name, id=str(Place((*steps, name)))) for steps, _, name in spots(MEETING)],
    )
    def test_is_compared(self, steps: tuple[Step, ...], name: str) -> None:
        """Any other value is told, in words that say what went and came, and the way back is the mirror."""
        others = list(islice(altered(at(MEETING, steps), name), _TRIED))
        assert others
        for holder in others:
            other = put(MEETING, steps, holder)
            there, back = compare(MEETING, other), compare(other, MEETING)
            for changes in (there, back):
                assert changes
                assert not (words(changes.old) - words(changes.new)) - told(changes, "before")
                assert not (words(changes.new) - words(changes.old)) - told(changes, "after")
            assert Counter(there) == Counter(change.mirrored for change in back)


def altered(holder: Any, name: str) -> Iterator[Any]:
    """*holder* with other values in one field, as far as the model takes them."""
    elsewhere = [
        getattr(one, name) for _, one, field in spots(MEETING) if (type(one), field) == (type(holder), name)
    ]
    for other in (*_others_like(getattr(holder, name)), *dict.fromkeys(elsewhere), *_OTHERS):
        try:
            changed = attrs.evolve(holder, **{name: other})
        except Exception:  # noqa: BLE001 (the model refuses it, in whatever way)
            continue
        if changed != holder:
            yield changed


def _others_like(value: Any) -> list[Any]:
    if isinstance(value, Enum):
        return [one for one in type(value) if one is not value]
    if isinstance(value, date):
        return [value + timedelta(days=1)]
    if isinstance(value, time):
        return [time(11, 11)]
    if isinstance(value, timedelta):
        return [value + timedelta(minutes=1)]
    if isinstance(value, tuple):
        return [value[1:], value[::-1], (*value, *value[:1])]
    if type(value) is int:
        return [value + 1]
    return [f"{value} till"] if isinstance(value, str) else []


def at(value: Any, steps: tuple[Step, ...]) -> Any:
    for step in steps:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


class TestReworded:
    @SLOW_EACH
    @given(canonical_texts(), canonical_texts())
    def test_both_texts_stand_in_it(self, before: str, after: str) -> None:
        """Letter by letter; and the way back is the mirror."""
        spans = reworded(before, after)
        assert "".join(span.text for span in spans if span.sign != "+") == before
        assert "".join(span.text for span in spans if span.sign != "-") == after
        swapped = {"+": "-", "-": "+", " ": " "}
        back = {(swapped[span.sign], span.text) for span in reworded(after, before)}
        assert back == {(span.sign, span.text) for span in spans}

    @SLOW_EACH
    @given(canonical_texts())
    def test_the_same_text_is_kept(self, text: str) -> None:
        """Nothing went and nothing came."""
        assert [span.sign for span in reworded(text, text)] == [" "][: len(text)]


class TestAligned:
    @given(st.lists(st.integers(0, 9)), st.lists(st.integers(0, 9)))
    def test_pairs_are_equal_and_rise(self, old: list[int], new: list[int]) -> None:
        """On both sides, so that what is aligned is a common subsequence."""
        found = aligned(old, new)
        assert [old[place] for place, _ in found] == [new[place] for _, place in found]
        assert found == sorted(found)
        assert len({one for one, _ in found}) == len({other for _, other in found}) == len(found)
        assert [other for _, other in found] == sorted(other for _, other in found)
