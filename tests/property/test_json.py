"""JSON over everything that the model accepts, and over everything that it does not."""

import copy
import json
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from motesprotokoll.errors import MinutesError
from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.serialisation import dumps, from_dict, json_schema, loads, to_dict
from strategies import SLOW_EACH, documents, meetings, texts

VALIDATOR = Draft7Validator(json_schema())
ATOMS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.floats(),
    texts(),
    st.sampled_from(["", "x", "2026-03-14", "09:00"]),
)
KEYS = st.one_of(
    st.sampled_from(
        [
            "format",
            "version",
            "type",
            "title",
            "agenda",
            "body",
            "content",
            "network",
            "name",
            "start",
            "rows",
            "text",
        ]
    ),
    st.text(max_size=3),
)
TREES = st.recursive(
    ATOMS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=8,
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every holder in a JSON tree with each of its keys."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        if isinstance(holder, dict | list):
            keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
            found.extend((holder, key) for key in keys)
            waiting.extend(holder[key] for key in keys)
    return found


@st.composite
def mutants(draw: st.DrawFn) -> Any:
    """A document in which a value is replaced, removed, doubled, renamed or moved."""
    tree = copy.deepcopy(to_dict(draw(documents())))
    for _ in range(draw(st.integers(1, 2))):
        holder, key = draw(st.sampled_from(places(tree)))
        change = draw(st.integers(0, 5))
        if change == 0:
            del holder[key]
        elif change == 1 and isinstance(holder, list):
            holder.insert(key, copy.deepcopy(holder[key]))
        elif change == 2 and isinstance(holder, dict):
            holder[draw(KEYS)] = holder.pop(key)
        elif change == 3:
            other, place = draw(st.sampled_from(places(tree)))
            holder[key] = copy.deepcopy(other[place])
        elif change == 4:
            holder[key] = draw(ATOMS)
        else:
            holder[key] = draw(TREES)
        assume(isinstance(tree, dict) and tree)
    return tree


def outcome(read: Any, *arguments: Any) -> Any:
    """What reading gives; nothing but our own errors may come out, and they can be shown."""
    try:
        return read(*arguments)
    except MinutesError as error:
        str(error)
        return None


class TestLaws:
    @SLOW_EACH
    @given(documents())
    def test_what_is_written_is_read(self, value: Meeting | Schedule) -> None:
        """Law 1: ``loads(dumps(m)) == m``, and the same for dicts and bytes."""
        text = dumps(value)
        assert loads(text) == value
        assert loads(text.encode()) == value
        assert from_dict(to_dict(value)) == value
        assert dumps(loads(text)) == text

    @SLOW_EACH
    @given(documents())
    def test_what_is_written_is_plain_json(self, value: Meeting | Schedule) -> None:
        """The text is what the standard library would write, and ends in one line break."""
        plain = to_dict(value)
        assert json.loads(dumps(value)) == plain
        assert dumps(value) == json.dumps(plain, ensure_ascii=False, indent=2, allow_nan=False) + "\n"

    @SLOW_EACH
    @given(documents())
    def test_what_is_written_is_valid(self, value: Meeting | Schedule) -> None:
        """The schema describes every document that we write."""
        assert not list(VALIDATOR.iter_errors(to_dict(value)))


class TestTotal:
    @SLOW_EACH
    @given(mutants())
    def test_what_is_accepted_is_valid(self, tree: Any) -> None:
        """A changed document is refused with our own error, or the schema takes it, too."""
        before = copy.deepcopy(tree)
        value = outcome(from_dict, tree)
        assert repr(tree) == repr(before)
        if value is not None:
            assert not list(VALIDATOR.iter_errors(tree))
            assert loads(dumps(value)) == value

    @SLOW_EACH
    @given(TREES)
    def test_any_json_gives_a_value_or_our_error(self, tree: Any) -> None:
        """No tree makes another exception come out."""
        outcome(from_dict, tree)
        outcome(from_dict, {"format": "motesprotokoll", "version": 1, "type": "meeting", "agenda": tree})
        outcome(from_dict, {"format": "motesprotokoll", "version": 1, "type": "meeting", "preamble": [tree]})

    @SLOW_EACH
    @given(st.one_of(st.text(), st.binary(), st.text('{}[]":,\\ntrue0.e-')))
    def test_any_text_gives_a_value_or_our_error(self, text: str | bytes) -> None:
        """No text and no bytes make another exception come out."""
        outcome(loads, text)

    @SLOW_EACH
    @given(meetings().map(dumps), st.data())
    def test_any_damage_gives_a_value_or_our_error(self, text: str, data: st.DataObject) -> None:
        """A file that lost, doubled or changed a few bytes."""
        raw = bytearray(text.encode())
        for _ in range(data.draw(st.integers(1, 3))):
            place = data.draw(st.integers(0, len(raw) - 1))
            length = data.draw(st.integers(0, 9))
            raw[place : place + length] = data.draw(
                st.sampled_from([b"", b'"', b"[", b"}", b"\xff", b"1", b"\\"])
            )
            raw = raw or bytearray(b" ")
        outcome(loads, bytes(raw))
        outcome(loads, raw.decode("utf-8", "surrogateescape"))
