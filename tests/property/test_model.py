"""What holds for every value of the model, whatever it was made of."""

import copy
import pickle
import unicodedata
from itertools import pairwise
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from motesprotokoll.model import Block, Content, Link, Meeting, Paragraph, Participant, Place
from motesprotokoll.model.text import canonical, plain, to_content
from planted import strings_of
from strategies import SLOW_EACH, blocks, contents, documents, inlines, meetings, words

MARKER = Paragraph("MARKER")


def rebuilt(value: Any) -> Any:
    """*value* made anew from its own parts, all the way down, through the constructors."""
    if isinstance(value, tuple):
        return [rebuilt(one) for one in value]
    if attrs.has(type(value)):
        given = {one.name: rebuilt(getattr(value, one.name)) for one in attrs.fields(type(value))}
        return type(value)(**given)
    return value


class TestStrings:
    @SLOW_EACH
    @given(st.one_of(words(), st.text()))
    def test_canonical_form_is_the_same_the_second_time(self, text: str) -> None:
        """Idempotent, NFC, trimmed, one space at a time, nothing that cannot be written as UTF-8."""
        kept = canonical(text)
        assert canonical(kept) == kept
        assert unicodedata.is_normalized("NFC", kept)
        assert kept == kept.strip(" ")
        assert "  " not in kept
        assert kept.encode().decode() == kept
        assert not any(unicodedata.category(sign) in ("Cc", "Zl", "Zp") for sign in kept)

    @SLOW_EACH
    @given(
        st.text(
            st.sampled_from("a\u0301\u0323\u0344\u20d0\u1f82\uac00\u1100\u1161\u11a8\u0f73\u034f"), min_size=9
        )
    )
    def test_canonical_form_of_marks_is_the_same_the_second_time(self, text: str) -> None:
        """Also where marks are moved, composed and separated."""
        for hostile in (text, text * 9, text[0] * 40 + text):
            kept = canonical(hostile)
            assert canonical(kept) == kept
            assert unicodedata.is_normalized("NFC", kept)

    @SLOW_EACH
    @given(st.text(), st.text())
    def test_forms_that_mean_the_same_are_equal(self, text: str, other: str) -> None:
        """However it is normalised, spaced or sprinkled with signs that nobody sees."""
        spread = f" {text}\ufeff \u200b\t{other}\n"
        assert canonical(spread) == canonical(f"{text} {other}")
        assert canonical(unicodedata.normalize("NFD", text)) == canonical(text)

    @SLOW_EACH
    @given(words())
    def test_letters_and_digits_are_never_lost(self, text: str) -> None:
        """Law 3, for one string."""
        before = [sign for sign in unicodedata.normalize("NFC", text) if sign.isalnum()]
        assert [sign for sign in canonical(text) if sign.isalnum()] == before

    @SLOW_EACH
    @given(words())
    def test_optional_strings_are_canonical_or_none(self, text: str) -> None:
        """Never empty."""
        assert Participant("x", role=text).role == (canonical(text) or None)


class TestContent:
    @SLOW_EACH
    @given(st.lists(inlines(), max_size=6))
    def test_canonical_form_is_the_same_the_second_time(self, pieces: Any) -> None:
        """Idempotent; no two strings stand together, none is empty, the ends are trimmed."""
        content = to_content(pieces)
        assert to_content(content) == content
        assert "" not in content
        assert not any(isinstance(a, str) and isinstance(b, str) for a, b in pairwise(content))
        assert plain(content) == canonical(plain(content))

    @SLOW_EACH
    @given(st.lists(inlines(), max_size=6))
    def test_spaces_between_words_are_kept(self, pieces: Any) -> None:
        """The plain text is what the pieces say when they are read one after the other."""
        said = "".join(one if isinstance(one, str) else one.text for one in pieces)
        assert plain(to_content(pieces)) == canonical(said)

    @SLOW_EACH
    @given(contents(), st.integers(0, 9))
    def test_where_a_string_is_cut_does_not_matter(self, content: Content, cut: int) -> None:
        """Strings that stand together are one."""
        pieces: list[Any] = []
        for piece in content:
            pieces += [piece[:cut], "", piece[cut:]] if isinstance(piece, str) else [piece]
        assert to_content(pieces) == content


class TestValues:
    @SLOW_EACH
    @given(documents())
    def test_building_a_value_anew_gives_an_equal_one(self, value: Any) -> None:
        """Canonical by construction: what the model made is left alone by the model."""
        again = rebuilt(value)
        assert again == value
        assert hash(again) == hash(value)
        assert repr(again) == repr(value)

    @SLOW_EACH
    @given(documents())
    def test_pickles_and_copies_are_equal(self, value: Any) -> None:
        """Also between processes."""
        assert pickle.loads(pickle.dumps(value)) == value
        assert copy.deepcopy(value) == value

    @SLOW_EACH
    @given(documents())
    def test_strings_are_never_empty_and_can_be_written(self, value: Any) -> None:
        """No surrogate, no control character, no empty string anywhere."""
        for text in strings_of(value):
            assert text
            assert text.encode().decode() == text
            assert not any(unicodedata.category(sign) == "Cc" for sign in text)

    @SLOW_EACH
    @given(documents())
    def test_reprs_are_short(self, value: Any) -> None:
        """At most 200 signs on one line, for the value and all in it."""
        for one in everything(value):
            assert len(repr(one)) <= 200
            assert "\n" not in repr(one)


def everything(value: Any) -> list[Any]:
    """*value* and every value of the model in it."""
    if isinstance(value, tuple):
        return [part for one in value for part in everything(one)]
    if attrs.has(type(value)):
        own = [part for one in attrs.fields(type(value)) for part in everything(getattr(value, one.name))]
        return [value, *own]
    return []


class TestMeetings:
    @SLOW_EACH
    @given(meetings())
    def test_replacing_each_block_by_itself_changes_nothing(self, meeting: Meeting) -> None:
        """Every place that `walk` gives is one that `replace` takes."""
        for found in meeting.walk():
            assert meeting.replace(found, found.block) == meeting

    @SLOW_EACH
    @given(meetings(), st.data())
    def test_replacing_a_block_puts_it_there_and_nowhere_else(
        self, meeting: Meeting, data: st.DataObject
    ) -> None:
        """The new block stands where the old one stood; what stood outside the old one stands as it did."""
        every = list(meeting.walk())
        if not every:
            return
        found = data.draw(st.sampled_from(every))
        changed = meeting.replace(found.place, MARKER)
        after = {one.place: one.block for one in changed.walk()}
        assert after.pop(found.place) == MARKER
        assert outside(found.place, after) == outside(found.place, {one.place: one.block for one in every})
        assert changed.replace(found.place, found.block) == meeting

    @SLOW_EACH
    @given(meetings())
    def test_places_are_told_apart(self, meeting: Meeting) -> None:
        """No two blocks have one place, and the text of a place is as good as the place."""
        every = [one.place for one in meeting.walk()]
        assert len(set(every)) == len({str(one) for one in every}) == len(every)

    @SLOW_EACH
    @given(meetings())
    def test_derived_properties_never_fail(self, meeting: Meeting) -> None:
        """Whatever the document says, each gives a value."""
        assert all(isinstance(one, Link) for one in meeting.links)
        blocks_of = [one.block for one in meeting.walk()]
        assert list(meeting.decisions) == [one for one in blocks_of if type(one).__name__ == "Decision"]
        assert list(meeting.actions) == [one for one in blocks_of if type(one).__name__ == "ActionItem"]
        for moment in (meeting.starts_at, meeting.ends_at):
            assert moment is None or moment.utcoffset() is not None
        told = (*meeting.present, *meeting.in_attendance, *meeting.absent)
        assert len(told) == sum(1 for one in meeting.participants if one.attendance is not None)
        assert all(isinstance(item.heading, str) for one in meeting.walk() for item in one.items)

    @SLOW_EACH
    @given(blocks())
    def test_every_block_can_stand_in_every_body(self, block: Block) -> None:
        """Preamble, item and appendix take the same blocks."""
        meeting = Meeting(preamble=[block], agenda=["x"], appendix=[block])
        found = [one.block for one in meeting.walk()]
        assert found[0] == block
        assert found[: len(found) // 2] == found[len(found) // 2 :]


def outside(place: Place, blocks: dict[Place, Block]) -> dict[Place, Block]:
    """Those of *blocks* that neither hold *place* nor stand in it."""
    return {one: block for one, block in blocks.items() if not (below(one, place) or below(place, one))}


def below(outer: Place, inner: Place) -> bool:
    """Whether *inner* stands in *outer* or is it."""
    return inner.steps[: len(outer.steps)] == outer.steps
